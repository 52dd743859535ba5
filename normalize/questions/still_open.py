"""Which doubts of an order are questions: those that no decision settles, with what was said about them."""

from collections.abc import Iterable
from dataclasses import replace

from normalize.answers import note_of
from normalize.calendar_year import PlanYear
from normalize.model import Decision
from normalize.names.resolution import Verdicts
from normalize.names.verdicts import settles
from normalize.questions.doubt import OrderDoubt
from normalize.questions.verdict_effects import UNREAD
from normalize.questions.worded import is_only_a_note


def open_doubts(doubts: Iterable[OrderDoubt], verdicts: Verdicts, year: PlanYear) -> tuple[OrderDoubt, ...]:
    """The doubts that are still to be asked."""
    found = []
    for doubt in doubts:
        decided = verdicts.get(doubt.key) or verdicts.get(_former_key(doubt.key))
        if decided is not None and is_only_a_note(doubt, decided, year):
            doubt = _with_note(doubt, decided)
        elif settles(decided):
            continue
        found.append(doubt)
    return tuple(found)


def _former_key(key: str) -> str:
    """The key under which the question was asked by earlier rules: a decision outlives them."""
    return key.replace(f"{UNREAD}|", "deadline_text|", 1) if key.startswith(f"{UNREAD}|") else key


def _with_note(doubt: OrderDoubt, decided: Decision) -> OrderDoubt:
    """The explanation stands behind the question, wherever the question is read."""
    note = note_of(decided.answer) or decided.answer or ""
    return replace(doubt, text=f"{doubt.text} Записано пояснение: «{note}».")
