"""What resolving names gives: spelling key → entity, the rule that says so, and what stays doubtful.

The order of notes/names.md: decision → equal key → generated oblique form → alias known or proven → question.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from normalize.model import Candidate, Decision, Signed

Verdicts = Mapping[str, Decision]
UNDATED: Signed = ("9999", "", "")  # later than every order with a date


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about spellings: which keys it touches, and what a decision on `subject` would settle."""

    subject: str  # the question's key
    kind: str
    text: str
    surface: str
    keys: frozenset[str]  # spelling keys of the parties that it touches
    candidates: tuple[Candidate, ...] = ()
    local: bool = False  # `keys` are those by which the order tells its people apart, no spellings


@dataclass(frozen=True, slots=True)
class Resolution:
    """Spelling key → key of the entity, with the rule that says so; and what stays doubtful."""

    means: Mapping[str, str]
    rules: Mapping[str, str]
    doubts: tuple[Doubt, ...]
