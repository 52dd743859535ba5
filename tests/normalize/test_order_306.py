"""The tricky cases of order 306, measure by measure.

Short names stand for long ones, «С2» is Средняя школа № 2, «О27» Основная школа № 27, «Л9» Лицей № 9. Parties of
one title in a row are written once: «администрация # С2 С7 О27 КУГ».
"""

from itertools import groupby
from pathlib import Path

import pytest

from normalize.model import Measure, Order
from tests.normalize.notation import one_deadline, resolved

SHORT = {
    "МБУ ДО «Центр дополнительного образования»": "ЦДО",
    "Министерство образования и молодёжной политики Свердловской области": "Министерство",
    "группы оценки качества и итоговой аттестации": "ГОК",
    "Управление образования": "УО",
    "ГАОУ ДПО СО «ИРО»": "ИРО",
    "Каменск-Уральская гимназия": "КУГ",
    "Средняя школа № ": "С",
    "Основная школа № ": "О",
    "Лицей № ": "Л",
}


def line(order: Order, measure: Measure, field: str = "responsible") -> str:
    """The parties of a measure in short."""
    printed = resolved(order, measure, field)
    for long, short in SHORT.items():
        printed = printed.replace(long, short)
    return "; ".join(part for _, group in groupby(printed.split("; "), key=has_school) for part in joined(list(group)))


def has_school(party: str) -> bool:
    return "# " in party


def joined(parties: list[str]) -> list[str]:
    """Schools by title, titles in order of appearance; other parties as they are."""
    if not has_school(parties[0]):
        return parties
    schools: dict[str, list[str]] = {}
    for party in parties:
        title, _, school = party.partition("# ")
        schools.setdefault(title, []).append(school)
    return [f"{title}# {' '.join(names)}" for title, names in schools.items()]


def measure_of(order: Order, number: str) -> Measure:
    """The measure with this number; «33a» is the one without a number."""
    (found,) = [measure for measure in order.measures if (measure.number or "33a") == number]
    return found


TABLE = (Path(__file__).parent / "order-306.txt").read_text(encoding="utf-8")
CASES = [[part.strip() for part in row.split("|")] for row in TABLE.splitlines() if not row.startswith("#")]

# (measure, cases of the list of tricky ones, what the cell says)
DEADLINES = [
    ("3", "6.1", "~by ..2020-11-01"),
    ("1", "6.2", "by ..2020-11-01"),
    ("4", "6.2", "by ..2020-11-01"),
    ("33", "6.3", "by ..2020-11-01 & ongoing 2020-11-01.."),
    ("2", "6.4", "~period 2020-09-01..2020-10-31"),
    ("20", "6.4", "period 2020-08-01..2020-09-30"),
    ("13", "6.5", "~period 2020-10-01..2020-11-30"),
    ("14", "6.5", "~period 2020-10-01..2020-12-31"),
    ("16", "6.5", "~period 2020-09-01..2020-10-31"),
    ("5", "6.6", "period 2020-11-01..2020-12-31"),
    ("27", "6.6", "period 2020-11-01..2020-12-31"),
    ("28", "6.7", "~period 2020-10-20..2020-10-21"),
    ("39", "6.8", "~period 2021-01-01..2021-01-31"),
    ("40", "6.8", "~period 2021-02-01..2021-02-28"),
    ("42", "6.8", "~period 2021-04-01..2021-04-30"),
    ("43", "6.8", "~period 2021-05-01..2021-05-31"),
    ("41", "6.9", "~period 2020-12-01..2020-12-31"),
    ("31", "6.10", "~period 2020-09-01..2021-08-31"),
    ("33a", "6.11", "~period 2020-09-01..2021-08-31"),
    ("29", "6.12", "~period 2020-09-01..2021-08-31"),
    ("45", "6.13", "~recurring 2020-09-01..2021-08-31 FREQ=MONTHLY;BYDAY=3TH"),
    ("47", "6.14", "ongoing"),
    ("56", "6.15", "period 2020-09-01..2020-09-30 & period 2021-01-01..2021-01-31"),
    ("61", "6.16", "recurring"),
    ("62", "6.17", "period 2021-01-01..2021-09-30"),
    ("63", "6.18", "recurring 2021-06-01..2021-06-30 FREQ=YEARLY"),
    ("10", "6.19", ""),
    ("12", "6.19", ""),
]

# What only a person can settle: kind of the question and the measures that it touches.
ASKED = [
    ("1.21, 5.10", "lost_separator", ["33"]),
    ("2.12", "office", ["29", "30"]),
    ("2.15", "employer", ["21"]),
    ("3.5, 3.6, 3.7", "legal_form", ["4", "11", "19", "21", "28"]),
    ("3.13", "role_synonyms", ["12", "13", "14", "17", "70"]),
    ("4.5", "school_type", ["27"]),
    ("4.6", "lists_differ", ["27"]),
    ("4.10", "lists_differ", ["3", "5"]),
    ("4.10", "lists_differ", ["20", "24"]),
    ("4.13", "open_set", ["31", "32", "45"]),
    ("4.16", "status_scope", ["47"]),
    ("5.1", "abbreviation", ["56"]),
    ("5.2", "role_synonyms", ["36", "37", "38"]),
    ("5.7", "role_synonyms", ["7", "10", "12"]),
    ("5.8", "open_set", ["7"]),
    ("6.9", "month_out_of_order", ["41"]),
    ("6.19", "empty_deadline", ["10"]),
    ("6.19", "empty_deadline", ["12"]),
]


@pytest.mark.parametrize(("place", "cases", "expected"), CASES)
def test_parties(order_306: Order, place: str, cases: str, expected: str) -> None:
    number, _, text = place.partition(" ")
    assert line(order_306, measure_of(order_306, number), "measure" if text else "responsible") == expected


@pytest.mark.parametrize(("number", "cases", "expected"), DEADLINES)
def test_deadline(order_306: Order, number: str, cases: str, expected: str) -> None:
    assert " & ".join(map(one_deadline, measure_of(order_306, number).deadlines)) == expected


@pytest.mark.parametrize(("cases", "kind", "numbers"), ASKED)
def test_is_asked(order_306: Order, cases: str, kind: str, numbers: list[str]) -> None:
    positions = {measure_of(order_306, number).position for number in numbers}
    assert [one for one in order_306.questions if one.kind == kind and positions <= set(one.measures)]


def test_nothing_else_is_asked(order_306: Order) -> None:
    assert {question.kind for question in order_306.questions} == {kind for _, kind, _ in ASKED}
    assert len(order_306.questions) <= 25


def test_whole_plan_conventions_are_not_asked(order_306: Order) -> None:
    """The school year and «в течение года»: the contract settles them (6.10, 6.12)."""
    touched = {position for one in order_306.questions if one.kind.startswith("deadline") for position in one.measures}
    assert touched == set()


def test_base_figures(order_306: Order) -> None:
    responsible = [party for measure in order_306.measures for party in measure.parties if party.field == "responsible"]
    people = [party.person for party in responsible if party.kind == "person"]
    assert (len(order_306.measures), len(people), len(set(people))) == (73, 81, 27)


def test_no_two_people_are_one_and_nobody_is_two(order_306: Order) -> None:
    names = [person.name for person in order_306.people]
    assert len(names) == len(set(names)) == 28  # Мамонтова М.Ю. stands in a measure only (2.3)
    assert {"Ченцов Е.Н.", "Ченцова Е.Ю.", "Плотникова Т.А.", "Миннуллина Л.М.", "Жигулина М.Л."} <= set(names)


def test_one_organization_however_it_is_printed(order_306: Order) -> None:
    """One lost letter, straight quotes, an acronym (3.1, 3.2, 3.4, 3.9)."""
    names = {organization.name: set(organization.aliases) for organization in order_306.organizations}
    centre = "МБУ ДО «Центр дополнительного образования»"
    assert "МБУ ДО «Центр ополнительного образования»" in names[centre]
    assert not {"ЦДО", "КУГ", "МБУ ДО «Центр ополнительного образования»"} & set(names)


def test_legal_forms_stay_apart_until_somebody_decides(order_306: Order) -> None:
    assert {"ГАОУ ДПО СО «ИРО»", "ГАОУ ДО СО «ИРО»", "ГАОУ ДО «ИРО»"} <= {one.name for one in order_306.organizations}


def test_school_39_keeps_both_claims(order_306: Order) -> None:
    claims = [claim for claim in order_306.claims if claim.organization == "school|основная|39"]
    assert {claim.value for claim in claims} == {"основная", "средняя"}
    assert [claim.position for claim in claims if claim.value == "средняя"] == [27]


def test_doubtful_parties_are_proposed(order_306: Order) -> None:
    """A value that the rules are not sure of carries its question; no other is doubted."""
    asked = {anchor for question in order_306.questions for anchor in question.anchors}
    parties = [party for measure in order_306.measures for party in measure.parties]
    assert {party.anchor for party in parties if party.status != "resolved"} == asked
    assert all(party.score <= 0.5 for party in parties if party.anchor in asked)


def test_anchors_are_unique(order_306: Order) -> None:
    anchors = [party.anchor for measure in order_306.measures for party in measure.parties]
    assert len(anchors) == len(set(anchors))


def test_every_surface_is_cut_out_of_its_text(order_306: Order) -> None:
    for measure in order_306.measures:
        for party in measure.parties:
            text = measure.responsible_text if party.field == "responsible" else measure.measure
            assert party.surface == text[party.start : party.end] != ""
