"""Which of a clerk's decisions hold for an order: the narrowest scope wins, then the latest (names.md §4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.fold import fold
from normalize.model import Decision

_WIDTH = {"here": 0, "issuer": 1, "year": 1, "everywhere": 2}


@dataclass(frozen=True, slots=True)
class Scope:
    """What an order is, as far as decisions are limited to it. `here` identifies the order itself."""

    here: str
    issuer: str | None
    year: str | None


def verdicts_for(decisions: Iterable[Decision], scope: Scope) -> Mapping[str, Decision]:
    """Subject → the decision in force for this order. `decisions` come oldest first, undone ones left out."""
    found: dict[str, Decision] = {}
    for decision in decisions:
        if not _applies(decision, scope):
            continue
        before = found.get(decision.subject)
        if before is None or _WIDTH[decision.scope] <= _WIDTH[before.scope]:
            found[decision.subject] = decision
    return found


def _applies(decision: Decision, scope: Scope) -> bool:
    if decision.scope == "everywhere":
        return True
    actual = {"here": scope.here, "issuer": scope.issuer, "year": scope.year}[decision.scope]
    return actual is not None and fold(actual) == fold(decision.scope_value or "")


def settles(decision: Decision | None) -> bool:
    """True where a decision answers a question; «не уверен» leaves it open."""
    return decision is not None and decision.verb != "unsure"


def is_answered(verdicts: Mapping[str, Decision], subject: str, answer: str) -> bool:
    """True where a person said that of the subject."""
    decided = verdicts.get(subject)
    return decided is not None and decided.answer == answer


def merged_into(key: str, verdicts: Mapping[str, Decision], prefix: str = "") -> str | None:
    """What a person said that a name means, whole and everywhere; None where nobody did. People's `prefix`: person|."""
    decided = verdicts.get(f"{prefix}{key}")
    return decided.answer or None if decided is not None and decided.verb == "same" else None


def last_name(key: str, verdicts: Mapping[str, Decision], prefix: str = "") -> str:
    """The same, followed to its end: «иванова|о|в|3f2a» was merged into «иванова|о|в» again."""
    seen = set[str]()
    while key not in seen:
        seen.add(key)
        key = merged_into(key, verdicts, prefix) or key
    return key
