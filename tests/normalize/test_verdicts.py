"""Which decision holds for an order: the narrowest scope, then the latest."""

import pytest

from normalize.model import Decision
from normalize.names.verdicts import Scope, settles, verdicts_for

ORDER = Scope(here="управление 2020 10 07 306", issuer="Управление образования", year="2020/2021")


def decision(answer: str, scope: str = "everywhere", value: str | None = None, subject: str = "org|иро") -> Decision:
    return Decision("same", subject, answer, scope, value)  # type: ignore[arg-type]


HERE = decision("here", "here", "Управление 2020-10-07 306")
ISSUER = decision("issuer", "issuer", "управление образования")
YEAR = decision("year", "year", "2020/2021")
EVERYWHERE = decision("everywhere")

IN_FORCE = [
    ([EVERYWHERE], "everywhere"),
    ([ISSUER, EVERYWHERE], "issuer"),
    ([EVERYWHERE, ISSUER], "issuer"),
    ([HERE, ISSUER, YEAR, EVERYWHERE], "here"),
    ([EVERYWHERE, YEAR, ISSUER, HERE], "here"),
    ([YEAR, ISSUER], "issuer"),
    ([ISSUER, YEAR], "year"),
    ([decision("first"), decision("second")], "second"),
    ([], None),
]

ELSEWHERE = [
    decision("other order", "here", "Управление 2020-10-07 307"),
    decision("other issuer", "issuer", "Отдел образования"),
    decision("other year", "year", "2021/2022"),
    decision("nowhere", "issuer", None),
]


@pytest.mark.parametrize(("decisions", "answer"), IN_FORCE)
def test_narrowest_then_latest(decisions: list[Decision], answer: str | None) -> None:
    found = verdicts_for(decisions, ORDER).get("org|иро")
    assert (None if found is None else found.answer) == answer


@pytest.mark.parametrize("other", ELSEWHERE)
def test_decision_for_others_does_not_hold(other: Decision) -> None:
    assert verdicts_for([other], ORDER) == {}
    assert verdicts_for([EVERYWHERE, other], ORDER)["org|иро"] == EVERYWHERE


@pytest.mark.parametrize("scoped", [ISSUER, YEAR])
def test_scope_needs_a_known_issuer_and_year(scoped: Decision) -> None:
    assert verdicts_for([scoped], Scope(ORDER.here, None, None)) == {}


def test_each_subject_has_its_own_decision() -> None:
    other = decision("цдо", subject="org|цдо")
    assert set(verdicts_for([EVERYWHERE, other], ORDER)) == {"org|иро", "org|цдо"}


@pytest.mark.parametrize(
    ("verb", "settled"), [("same", True), ("different", True), ("new", True), ("not_a_name", True), ("text", True)]
)
def test_every_answer_settles(verb: str, settled: bool) -> None:
    assert settles(Decision(verb, "org|иро", None)) is settled  # type: ignore[arg-type]


def test_unsure_and_nothing_leave_open() -> None:
    assert not settles(Decision("unsure", "org|иро", None))
    assert not settles(None)
