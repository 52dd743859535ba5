"""Which doubts of an order are questions: those that no decision settles, with what was said about them."""

from collections.abc import Iterable
from dataclasses import replace

from normalize.answers import note_of
from normalize.candidates import with_candidates
from normalize.doubt import OrderDoubt
from normalize.model import Decision, Knowledge
from normalize.resolution import Verdicts
from normalize.verdicts import settles
from normalize.worded import is_only_a_note


def open_doubts(doubts: Iterable[OrderDoubt], verdicts: Verdicts, known: Knowledge) -> tuple[OrderDoubt, ...]:
    """The doubts that are still to be asked, each with the candidates that are known elsewhere."""
    found = []
    for doubt in doubts:
        decided = verdicts.get(doubt.key)
        if not settles(decided) or (decided is not None and is_only_a_note(doubt, decided)):
            found.append(with_candidates(_with_note(doubt, decided), known))
    return tuple(found)


def _with_note(doubt: OrderDoubt, decided: Decision | None) -> OrderDoubt:
    """The explanation stands behind the question, wherever the question is read."""
    if decided is None or not is_only_a_note(doubt, decided):
        return doubt
    note = note_of(decided.answer) or decided.answer or ""
    return replace(doubt, text=f"{doubt.text} Записано пояснение: «{note}».")
