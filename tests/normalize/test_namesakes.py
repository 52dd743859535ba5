"""Is a person of this order the one of an earlier order? Who agrees, who is asked, what a decision does."""

import pytest

from normalize.model import Decision, Knowledge, Sighting
from normalize.names.namesakes import Placing, Shown, agree, base_key, other_key, place_people
from tests.normalize.orders import order_of

SCHOOL, OTHER = frozenset({"school|средняя|21"}), frozenset({"school|средняя|14"})
NONE = frozenset[str]()
HEAD, TEACHER = frozenset({"директор"}), frozenset({"учитель"})


def shown(
    key: str = "вязова|о|в", where: frozenset[str] = SCHOOL, what: frozenset[str] = HEAD, given: str | None = None
) -> Shown:
    return Shown(key, "Вязова О.В.", where, what, "директор, Средняя школа № 21", given)


def seen(
    key: str = "вязова|о|в", where: frozenset[str] = OTHER, what: frozenset[str] = TEACHER, given: str | None = None
) -> Sighting:
    return Sighting(key, "Вязова О.В.", where, what, "учитель, Средняя школа № 14", given, "2020-10-07", "306", "0")


AGREE = [
    (shown(), seen(where=SCHOOL), True),
    (shown(), seen(what=HEAD), True),
    (shown(given="Ольга Викторовна"), seen(given="Ольга Викторовна"), True),
    (shown(given="Ольга Викторовна"), seen(given="Оксана Викторовна", where=SCHOOL, what=HEAD), False),
    (shown(), seen(), False),
    # no post at all speaks against nothing
    (shown(where=frozenset(), what=frozenset()), seen(), True),
    (shown(), seen(where=frozenset(), what=frozenset()), True),
    (shown("иванова|о|в", frozenset(), frozenset()), seen("иванова|о|в"), False),
    # what somebody is on top of a post, without a place, neither; with a place, or of a common surname, it does
    (shown(where=frozenset(), what=frozenset({"коуч-наставник"})), seen(), True),
    (shown(where=frozenset(), what=frozenset({"муниципальный координатор"})), seen(), True),
    (shown(what=frozenset({"коуч-наставник"})), seen(), False),
    (shown("иванова|о|в", frozenset(), frozenset({"коуч-наставник"})), seen("иванова|о|в"), False),
    # a school inside a title is no other post; a number without a type is that number's school
    (shown(where=frozenset(), what=frozenset({"директор СОШ № 21"})), seen(where=SCHOOL, what=HEAD), True),
    (shown(where=frozenset({"school||21"}), what=TEACHER), seen(where=SCHOOL, what=HEAD), True),
    (shown(where=frozenset({"school||22"}), what=TEACHER), seen(where=SCHOOL, what=HEAD), False),
    # a body whose name stands before his, and a post beside its old place, are as good as the place
    (
        Shown("иванова|о|в", "", NONE, NONE, "", None, bodies=frozenset({"городской родительский совет"})),
        seen("иванова|о|в", NONE, frozenset({"председатель городского родительского совета"})),
        True,
    ),
    (
        Shown("иванова|о|в", "", NONE, NONE, "", None, bodies=frozenset({"районный родительский совет"})),
        seen("иванова|о|в", NONE, frozenset({"председатель городского родительского совета"})),
        False,
    ),
    (Shown("иванова|о|в", "", NONE, HEAD, "", None, beside=SCHOOL), seen("иванова|о|в", SCHOOL, HEAD), True),
    (Shown("иванова|о|в", "", NONE, HEAD, "", None, beside=OTHER), seen("иванова|о|в", SCHOOL, HEAD), False),
    # a post said shorter is the same post
    (shown(what=frozenset({"руководитель ГМО"})), seen(what=frozenset({"руководитель ГМО учителей физики"})), True),
    (shown(what=frozenset({"председатель Совета молодых педагогов"})), seen(what=frozenset({"председатель"})), True),
    (shown(what=frozenset({"учитель физики"})), seen(), False),
    (
        shown(what=frozenset({"муниципальный координатор"})),
        seen(what=frozenset({"муниципальный координатор проекта «500+»"})),
        True,
    ),
    (shown(what=frozenset({"главный специалист"})), seen(what=frozenset({"главный специалист отдела"})), False),
    # a common surname needs the organization or the full name
    (shown("иванова|о|в"), seen("иванова|о|в", what=HEAD), False),
    (shown("иванова|о|в"), seen("иванова|о|в", where=SCHOOL), True),
]  # fmt: skip


@pytest.mark.parametrize(("person", "sighting", "one"), AGREE)
def test_agreement(person: Shown, sighting: Sighting, one: bool) -> None:
    assert agree(person, sighting) is one


def place(*sightings: Sighting, decision: Decision | None = None) -> Placing:
    return place_people([shown()], sightings, "order 307", {decision.subject: decision} if decision else {})


SUBJECT = "namesake|вязова|о|в|order 307"


def test_nobody_before() -> None:
    assert place() == Placing({}, ())
    assert place(seen("лосева|о|в")) == Placing({}, ())


def test_agreeing_person_is_the_same() -> None:
    assert place(seen(where=SCHOOL)) == Placing({"вязова|о|в": "вязова|о|в"}, ())


def test_bare_initials_mask_no_other_given_names() -> None:
    """«Зыкова М.В.», then «Марина Васильевна», then «Мария Викторовна», all in one post."""
    person = shown(where=SCHOOL, given="Ольга Викторовна")
    both = [seen(where=SCHOOL), seen(where=SCHOOL, given="Оксана Витальевна")]
    (doubt,) = place_people([person], both, "order 307", {}).doubts
    assert doubt.text == (
        "Вязова Ольга Викторовна (директор, Средняя школа № 21) — тот же человек, что и раньше: "
        "Вязова Оксана Витальевна, учитель, Средняя школа № 14 (приказ № 306 от 07.10.2020)?"
    )
    again = [*both, seen(where=SCHOOL, given="Ольга Викторовна")]
    assert place_people([person], again, "order 307", {}) == Placing({"вязова|о|в": "вязова|о|в"}, ())


def test_one_agrees_among_namesakes() -> None:
    second = other_key("вязова|о|в", "order 306")
    assert place(seen(), seen(second, where=SCHOOL)).means == {"вязова|о|в": second}


def test_doubtful_person_is_asked_with_both_answers() -> None:
    placed = place(seen())
    (doubt,) = placed.doubts
    assert (doubt.subject, placed.means) == (SUBJECT, {})
    assert [one.answer for one in doubt.candidates] == ["вязова|о|в", other_key("вязова|о|в", "order 307")]


def test_two_who_agree_are_asked() -> None:
    assert len(place(seen(where=SCHOOL), seen(other_key("вязова|о|в", "order 306"), what=HEAD)).doubts) == 1


@pytest.mark.parametrize(
    ("verb", "answer", "means", "asked"),
    [
        ("same", "вязова|о|в", "вязова|о|в", 0),
        ("different", None, "вязова|о|в|order-307", 0),
        ("new", None, "вязова|о|в|order-307", 0),
        ("unsure", None, None, 1),
    ],
)
def test_decision(verb: str, answer: str | None, means: str | None, asked: int) -> None:
    placed = place(seen(), decision=Decision(verb, SUBJECT, answer))  # type: ignore[arg-type]
    assert (placed.means.get("вязова|о|в"), len(placed.doubts)) == (means, asked)


def test_base_key_of_a_namesake() -> None:
    assert base_key(other_key("вязова|о|в", "order 307")) == "вязова|о|в"


def test_what_is_told_apart_is_not_asked_about_as_one() -> None:
    """After «однофамильцы» no question about the name covers the two at once."""
    cells = ("Вязова О.В., директор Средней школы № 21", "Вязова О.В., учитель Средней школы № 14")
    before = Sighting(
        "вязова|о|в", "Вязова О.В.", frozenset({"org|мбу дом"}), frozenset({"методист"}), "методист, МБУ «Дом»", None,
        "2019-10-07", "271", "1" * 64,
    )  # fmt: skip
    apart = Decision("same", "namesakes|вязова|о|в", "однофамильцы")
    known = Knowledge(sightings=(before,), decisions=(apart,))
    assert order_of(*cells, known=known).questions == ()
