"""«СОШ № 2, директор …, Лосева П.И., завуч»: her school by an earlier order that shows her there in the same post."""

import pytest

from normalize.model import Decision, Knowledge, Order, Sighting
from normalize.names.shared_places import IS_BESIDE
from normalize.order import normalize_order
from tests.normalize.orders import make_order, question_kinds

CELL = "Вязов А.К., директор Средней школы № 17, Лосева П.И., зам. директора по УВР"
DEPUTY = "заместитель директора по УВР"


def seen(*places: str, role: str = DEPUTY, date: str = "2019-10-07", key: str = "лосева|п|и") -> Sighting:
    keys = frozenset(f"school|средняя|{place}" for place in places)
    return Sighting(key, "Лосева П.И.", keys, frozenset({role}), role, None, date, "306", date.replace("-", "") * 8)


def order(*sightings: Sighting, decisions: tuple[Decision, ...] = (), cell: str = CELL) -> Order:
    return normalize_order(make_order([("", "май", cell)]), Knowledge(sightings=sightings, decisions=decisions))


def place_of(order: Order) -> str | None:
    (place,) = [one.organization for one in order.measures[0].parties if one.person == "лосева|п|и"]
    return place


PLACES = [  # what earlier orders show, where she works then, what is asked
    ((seen("17"),), "school|средняя|17", []),
    ((seen("5"),), None, ["employer"]),
    ((seen("17", role="заместитель директора по ВР"),), None, ["employer", "namesake"]),
    ((seen("17", "5"),), None, ["employer"]),
    ((seen("17", date="2021-10-07"),), None, ["employer"]),  # a later order says nothing of this one
    ((seen("17"), seen("5", date="2019-12-07")), None, ["employer"]),  # where she was seen last
    ((seen("5"), seen("17", date="2019-12-07")), "school|средняя|17", []),
    ((seen("17"), seen("17", key="лосева|п|и|7")), None, ["employer", "namesake"]),  # who of two?
]


@pytest.mark.parametrize(("sightings", "place", "kinds"), PLACES)
def test_the_place_of_an_earlier_order(sightings: tuple[Sighting, ...], place: str | None, kinds: list[str]) -> None:
    found = order(*sightings)
    assert (place_of(found), question_kinds(found)) == (place, kinds)


def test_of_two_schools_in_the_cell_it_is_hers() -> None:
    cell = f"Вязов А.К., директор СОШ № 17, Юдин М.М., директор СОШ № 5, Лосева П.И., {DEPUTY}"
    assert place_of(order(seen("17"), cell=cell)) == "school|средняя|17"


def test_a_word_that_it_only_stands_there_holds() -> None:
    (question,) = order().questions
    answered = order(seen("17"), decisions=(Decision("same", question.key, IS_BESIDE),))
    assert (place_of(answered), answered.questions) == (None, ())
