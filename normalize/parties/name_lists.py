"""Lists of names that a title and a colon open: «Учителя: Вязова А.К., Лосев П.И.», also where the commas are lost."""

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.post_of_one import heads_a_body
from normalize.vocabulary import forms_of

_BETWEEN_NAMES = (":", ",", "\n", "и")  # ";" where the title is a plural
_LEADERS = tuple(forms_of("roles", "leader"))


def goes_on_with_name(walk: Walk, phrase: Phrase) -> bool:
    """Whether a name is one more of the list that a title has opened."""
    if phrase.joint in ("", ")"):
        return walk.pending is None and _may_be_of_several(walk) and _is_beside_name(walk, phrase)
    return phrase.joint in _BETWEEN_NAMES or (walk.many and phrase.joint == ";")


def _may_be_of_several(walk: Walk) -> bool:
    """«Учителя», «Кл. рук.»; not «Директор», whom a school has one of: the second name may be anybody."""
    role = fold(walk.titled[0]) if walk.titled is not None else ""
    return walk.many or role.startswith(_LEADERS) or not heads_a_body(role)


def _is_beside_name(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К. Лосев П.И.», «Вязова А.К. (СОШ № 4) Лосев П.И.»; not «Вязова А.К. завуч Лосев П.И.»."""
    before = walk.phrases[walk.index - 1] if walk.index else None
    return before is not None and (before.kind == "person" or walk.text[before.end :].lstrip().startswith(")"))
