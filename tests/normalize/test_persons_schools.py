"""The school of a title, where the measure and an earlier order name another: who is asked, what answers do."""

import pytest

from normalize.model import Decision, Knowledge, Order, Sighting
from normalize.order import normalize_order
from tests.normalize.orders import make_order

HOST = "Семинар (на базе Средней школы № 31)"
CELL = "Вязова А.К., директор Средней школы № 13"


def seen(place: str, role: str = "директор", date: str = "2019-10-07", number: str = "306") -> Sighting:
    key = f"school|средняя|{place}"
    return Sighting(
        "вязова|а|к", "Вязова А.К.", frozenset({key}), frozenset({role}), role, None, date, number, number * 20
    )


def order(*sightings: Sighting, decisions: tuple[Decision, ...] = (), measure: str = HOST, cell: str = CELL) -> Order:
    return normalize_order(make_order([(measure, "май", cell)]), Knowledge(sightings=sightings, decisions=decisions))


ASKED = [
    ((seen("31"),), ["persons_school"]),
    ((seen("31"), seen("13", number="307")), ["persons_school"]),
    ((), []),
    ((seen("13"),), []),
    ((seen("5"),), []),
    ((seen("31", "учитель"),), ["namesake"]),
    ((seen("31", date="2021-10-07"),), []),  # a later order says nothing of this one
    ((seen("31"), seen("13", number="307"), seen("13", number="308")), []),  # moved, and said so again
]


@pytest.mark.parametrize(("sightings", "kinds"), ASKED)
def test_whose_school_is_asked(sightings: tuple[Sighting, ...], kinds: list[str]) -> None:
    assert [question.kind for question in order(*sightings).questions] == kinds


def test_it_is_proposed_until_then() -> None:
    (question,) = order(seen("31")).questions
    assert [one.answer for one in question.candidates] == ["school|средняя|31", "school|средняя|13"]
    assert question.candidates[0].reasons == ("приказ № 306 от 07.10.2019",)
    (person,) = [party for party in order(seen("31")).measures[0].parties if party.kind == "person"]
    assert (person.organization, person.status) == ("school|средняя|13", "proposed")


@pytest.mark.parametrize("answer", ["school|средняя|31", "school|средняя|13"])
def test_the_answer_is_the_school(answer: str) -> None:
    (question,) = order(seen("31")).questions
    answered = order(seen("31"), decisions=(Decision("same", question.key, answer),))
    assert answered.questions == ()
    (person,) = [party for party in answered.measures[0].parties if party.kind == "person"]
    assert (person.organization, person.status) == (answer, "resolved")
    assert all(one.aliases == () for one in answered.organizations)  # a slip is no spelling of the school
    assert {claim.surface for claim in answered.claims} <= {one.name for one in answered.organizations}
