"""Words before a name that say only what the column says, beside the place that has it: «ЦДО (отв. Вязова А.К.)»."""

from dataclasses import replace

from normalize.fold import fold
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.roles import OWN_LABELS


def without_label(walk: Walk, name: Phrase, place: Draft | None) -> Phrase:
    """The name of «ЦДО (отв. Вязова А.К.)», «СОШ № 5 – отв. Вязова А.К.» tied as in «ЦДО (отв. – Вязова А.К.)».

    Not of «Директора СОШ № 5 (отв. Вязова А.К.)», who need be none of them, nor of «СОШ № 5 (контроль Вязова А.К.)».
    """
    label = walk.phrases[walk.index - 1] if walk.index else None
    if label is None or label.joint not in ("(", "-", ":") or name.joint not in ("", "\n"):
        return name
    words = " ".join(fold(unit.text) for unit in label.words)
    return replace(name, joint="-") if words in OWN_LABELS and place is not None and place.role is None else name
