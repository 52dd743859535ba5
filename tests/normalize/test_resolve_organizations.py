"""What a printed name of a school or an organization means, within an order and with what is known."""

import pytest

from normalize.model import Alias, Order, Organization
from tests.normalize.notation import resolved
from tests.normalize.orders import knowing, order_of, question_kinds

CENTRE = "МБУ ДО «Центр дополнительного образования»"
KEY = "org|мбу до центр дополнительного образования"


def lines(order: Order) -> list[str]:
    return [resolved(order, measure) for measure in order.measures]


MEANINGS = [
    # the type of a school that is printed elsewhere
    (["директор Основной школы № 39", "школы №№ 39, 60"], 1, "# Основная школа № 39; # Школа № 60"),
    (["директор Лицея № 9", "директор ОУ № 9"], 1, "директор # Лицей № 9"),
    # one lost letter, words cut short, a lost legal form, quotes, letters
    ([CENTRE, "методисты МБУ ДО «Центр ополнительного образования»"], 1, f"методисты @ {CENTRE}"),
    ([CENTRE, "МБУ ДО «Центр доп. образования»"], 1, f"@ {CENTRE}"),
    ([CENTRE, "методисты «Центра дополнительного образования»"], 0, f"@ {CENTRE}"),
    ([CENTRE, "«Центр дополнительного образования»"], 1, f"@ {CENTRE}"),
    ([CENTRE, 'МБУ ДО "Центр дополнительного образования"'], 1, f"@ {CENTRE}"),
    ([CENTRE, "МБУ ДО ЦДО"], 1, f"@ {CENTRE}"),
    ([CENTRE, "МБУ ДО «ЦДО»"], 1, f"@ {CENTRE}"),
    ([CENTRE, "методисты ЦДО"], 1, f"методисты @ {CENTRE}"),
    # the order signs for «УО»
    (["специалисты УО", "Управление образования"], 0, "специалисты @ Управление образования"),
]


@pytest.mark.parametrize(("cells", "row", "expected"), MEANINGS)
def test_meaning(cells: list[str], row: int, expected: str) -> None:
    assert lines(order_of(*cells))[row] == expected


APART = [
    (["ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»"], 2, ["legal_form"]),
    ([CENTRE, "МБУ ДО «Центр детского творчества»"], 2, []),
    ([CENTRE, "МАУ ДО «ЦДО»"], 2, ["legal_form"]),
    (["администрация Средней школы № 2", "администрация Средней школы № 20"], 2, []),
    (["администрация Лицея № 9", "администрация Гимназии № 9"], 2, []),
]


@pytest.mark.parametrize(("cells", "count", "asked"), APART)
def test_what_must_stay_apart(cells: list[str], count: int, asked: list[str]) -> None:
    order = order_of(*cells)
    assert len(order.organizations) == count
    assert [kind for kind in question_kinds(order) if kind in ("legal_form", "similar_organizations")] == asked


def test_slip_of_a_school_type_is_read_as_the_other_and_asked() -> None:
    order = order_of(*["директор Основной школы № 39"] * 3, "директор Средней школы № 39")
    assert lines(order) == ["директор # Основная школа № 39"] * 4
    (question,) = [question for question in order.questions if question.kind == "school_type"]
    assert (question.measures, [one.answer for one in question.candidates]) == (
        (4,), ["school|основная|39", "school|средняя|39"],
    )  # fmt: skip


def test_spellings_of_an_organization_are_its_aliases() -> None:
    order = order_of(CENTRE, "МБУ ДО «Центр ополнительного образования»")
    assert [(one.name, one.aliases) for one in order.organizations] == [
        (CENTRE, ("МБУ ДО «Центр ополнительного образования»",))
    ]


def test_rule_says_why() -> None:
    order = order_of(
        "директор Лицея № 9", "администрация школы № 9", CENTRE, "МБУ ДО «Центр ополнительного образования»"
    )
    rules = [measure.parties[0].rule for measure in order.measures]
    assert (rules[1], rules[3]) == ("type by the number", "one letter lost")


REGISTRY = Organization(KEY, CENTRE, "center")
SCHOOL = Organization("school|средняя|60", "Средняя школа № 60", "school", "60", "средняя")


def test_alias_of_the_registry() -> None:
    known = knowing(REGISTRY, aliases=(Alias("цдо", KEY, "registry"),))
    assert lines(order_of("методисты ЦДО", known=known)) == [f"методисты @ {CENTRE}"]


def test_two_meanings_of_one_alias_explain_nothing() -> None:
    other = Organization("org|мау центр детского отдыха", "МАУ «Центр детского отдыха»", "center")
    aliases = (Alias("цдо", KEY, "order"), Alias("цдо", other.key, "order"))
    known = knowing(REGISTRY, other, aliases=aliases)
    assert lines(order_of("методисты ЦДО", known=known)) == ["методисты @ ЦДО"]


@pytest.mark.parametrize("turned", [False, True])
def test_a_persons_word_goes_before_what_orders_prove(turned: bool) -> None:
    other = Organization("org|мау центр детского отдыха", "МАУ «Центр детского отдыха»", "center")
    aliases = (Alias("цдо", KEY, "order"), Alias("цдо", other.key, "decision"))
    known = knowing(REGISTRY, other, aliases=aliases[::-1] if turned else aliases)
    assert lines(order_of("методисты ЦДО", known=known)) == ["методисты @ МАУ «Центр детского отдыха»"]


def test_type_of_a_known_school() -> None:
    known = knowing(SCHOOL)
    assert lines(order_of("руководители школ №№ 60, 61", known=known)) == [
        "руководители # Средняя школа № 60; руководители # Школа № 61"
    ]


def test_known_organization_with_another_legal_form_is_asked() -> None:
    known = knowing(Organization("org|гаоу дпо со иро", "ГАОУ ДПО СО «ИРО»", "institute"))
    assert question_kinds(order_of("ГАОУ ДО СО «ИРО»", known=known)) == ["legal_form"]


def test_letters_of_a_known_organization_with_another_legal_form_are_asked() -> None:
    known = knowing(Organization(KEY, CENTRE, "center"))
    assert question_kinds(order_of("методисты МАУ ДО «ЦДО»", known=known)) == ["legal_form"]
    assert lines(order_of("методисты МБУ ДО «ЦДО»", known=known)) == [f"методисты @ {CENTRE}"]
