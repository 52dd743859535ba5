"""Laws that hold for every text: spans cut back, print and parse agree, nothing raises."""

import calendar
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.model import RawOrder
from normalize.calendar_year import PlanYear
from normalize.deadlines.read import parse_deadlines
from normalize.fold import fingerprint, fold, read_cyrillic
from normalize.measures.text import read_measure
from normalize.model import Knowledge
from normalize.order import normalize_order
from normalize.organizations.spans import find_organizations
from normalize.parties.lexer import lex
from normalize.parties.read import read_cell
from normalize.people.spans import find_people
from normalize.schools.named import find_named_schools
from normalize.schools.numbered import find_schools
from tests.normalize.notation import YEAR, deadlines, people, schools
from tests.normalize.orders import make_order, order_of

# A busy machine is no failure: neither a deadline nor the check for slow data.
LAW = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

ANY = st.text(max_size=60)
# What responsible cells are made of, in any order, with slips of the typist.
PIECES = st.sampled_from(
    [
        *[
            "Вязова А.К.",
            "А.К. Вязова",
            "Лосев П.И",
            "Вязовой Анны Кирилловны",
            "Вязов Артём",
            "Лосев П.",
            "O.B. Kлокова",
        ],
        *[
            "директор",
            "зам. директора по УВР",
            "методисты",
            "руководители",
            "старший методист",
            "ЗУВР",
            "Администрация",
        ],
        *[
            "Управления образования",
            "МБУ ДО «Центр",
            "дополнительного образования»",
            'ГАОУ ДПО СО "ИРО"',
            "ЦДО",
            "«",
            "»",
        ],
        *[
            "школ №№ 2, 7",
            "Средних школ № 27,39",
            "СОШ №№ 30–32",
            "Лицея № 9",
            "КУГ",
            "МБОУ «СОШ № 5»",
            "Берёзовская СОШ",
        ],
        *[", ", ". ", "; ", "\n", " - ", " ", " и ", ",", "(", ")", "№", "из числа", "по УВР", "ВР", "г.", "17. 20"],
    ]
)
CELLS = st.lists(PIECES, max_size=12).map("".join)
DATE_PIECES = st.sampled_from(
    [
        *["до ", "с ", "по ", "1", "31", "20-21 ", "08.09", "29.02", ".2020", " 2021 г.", "2020-2021 ", "учебный год"],
        *[
            "сентября",
            "май",
            "февраль",
            "август",
            " – ",
            "-",
            ", ",
            "; ",
            "далее ",
            "ежегодно",
            "постоянно",
            "по графику",
        ],
        *[
            "раз в ",
            "2 раза в ",
            "год",
            "месяц",
            "квартал",
            "I",
            "III ",
            "полугодие",
            "третий ",
            "четверг ",
            "каждого месяца",
        ],
        *["в течение ", "года", "конца ", "неделя ", "последняя ", "(", ")", "99", "0", "ежемесячно "],
    ]
)
DATES = st.lists(DATE_PIECES, max_size=8).map("".join)
TEXTS = st.one_of(ANY, CELLS, DATES)


# --- spelling keys ---------------------------------------------------------------------------------------


@LAW
@given(TEXTS)
@example("O.")
@example("ЁO.Ё")
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@LAW
@given(TEXTS)
def test_read_cyrillic_keeps_the_length(text: str) -> None:
    assert len(read_cyrillic(text)) == len(text)


@LAW
@given(
    st.lists(st.sampled_from(["Семинар", "качества", "№ 7", "«Оценка»"]), min_size=1),
    st.sampled_from([" ", "\n", "  "]),
)
def test_fingerprint_is_blind_to_blanks(words: list[str], blank: str) -> None:
    assert fingerprint(blank.join(words)) == fingerprint(" ".join(words))


# --- spans -----------------------------------------------------------------------------------------------


@LAW
@given(st.one_of(ANY, CELLS))
def test_parties_stand_in_their_cell_in_order(text: str) -> None:
    drafts = read_cell(text).drafts
    assert all(0 <= draft.start < draft.end <= len(text) for draft in drafts)
    assert [draft.start for draft in drafts] == sorted(draft.start for draft in drafts)
    assert all(text[draft.start : draft.end].strip() for draft in drafts)


@LAW
@given(st.one_of(ANY, CELLS))
def test_parties_of_a_measure_stand_in_its_text(text: str) -> None:
    drafts = read_measure(text, {}).drafts
    assert all(0 <= draft.start < draft.end <= len(text) for draft in drafts)
    assert {draft.kind for draft in drafts} <= {"person", "school"}


@LAW
@given(st.one_of(ANY, CELLS))
def test_names_stand_apart_in_their_text(text: str) -> None:
    found = (find_people(text), find_schools(text), find_named_schools(text), find_organizations(text))
    for spans in found:
        assert all(0 <= one.start < one.end <= len(text) for one in spans)
    for apart in (find_people(text), find_schools(text), find_organizations(text)):
        assert all(left.end <= right.start for left, right in pairwise(apart))


@LAW
@given(data=st.data())
def test_parties_of_a_mutated_cell_stand_in_it(raw_306: RawOrder, data: st.DataObject) -> None:
    """A cell of order 306 with a piece lost and another put in, as typists and page breaks do."""
    row = data.draw(st.sampled_from(raw_306.rows))
    text = data.draw(st.sampled_from([row.responsible, row.measure]))
    start, length, at = (data.draw(st.integers(0, limit)) for limit in (len(text), 15, len(text)))
    mutated = (text[:start] + text[start + length :])[:at] + data.draw(PIECES) + text[at:]
    for draft in (*read_cell(mutated).drafts, *read_measure(mutated, {}).drafts):
        assert mutated[draft.start : draft.end].strip()
        assert draft.person is None or draft.start <= draft.person.start < draft.person.end <= draft.end


@LAW
@given(CELLS)
def test_units_hold_every_letter_and_digit(text: str) -> None:
    units = lex(text)
    outside = "".join(
        letter for at, letter in enumerate(text) if not any(unit.start <= at < unit.end for unit in units)
    )
    assert not any(letter.isalnum() for letter in outside)


@LAW
@given(st.one_of(DATES, ANY))
def test_deadlines_are_cut_out_of_their_cell(text: str) -> None:
    assert all(deadline.text in text for deadline in parse_deadlines(text, YEAR).deadlines)


@LAW
@given(DATES, st.sampled_from([YEAR, PlanYear(calendar=2022), PlanYear()]))
def test_a_deadline_ends_after_it_starts(text: str, year: PlanYear) -> None:
    for deadline in parse_deadlines(text, year).deadlines:
        days = [date.fromisoformat(day) for day in (deadline.starts_on, deadline.ends_on) if day]
        assert days == sorted(days)
        assert (deadline.kind == "by") <= (deadline.starts_on is None)
        assert deadline.rrule is None or deadline.kind == "recurring"


@LAW
@given(st.one_of(DATES, ANY), st.none() | st.sampled_from(["октябрь", "Май", "не месяц"]))
def test_a_cell_is_read_or_asked(text: str, section: str | None) -> None:
    reading = parse_deadlines(text, YEAR, section)
    assert reading.deadlines or reading.doubts
    assert len(reading.rules) == len(reading.deadlines)


# --- parse(print(x)) = x ---------------------------------------------------------------------------------

SURNAMES = st.sampled_from(
    [
        *["Вязова", "Лосев", "Юркова", "Ким", "Кузьмич", "Малашенко", "Войтюшенко", "Григорьян", "Юлдашева", "Жук"],
        *[
            "Римская-Корсакова",
            "Белых",
            "Достоевский",
            "Мирская",
            "Толстой",
            "Плотникова",
            "Ященко",
            "Ёлкина",
            "Чернышёв",
        ],
    ]
)
LETTERS = st.sampled_from("АБВДЕЖЗИКЛМНОПРТУФХЦЧШЩЭЮЯ")  # Г, С: test_people.py, read wrongly
STYLES = st.sampled_from(
    [
        "{s} {a}.{b}.",
        "{s} {a}. {b}.",
        "{s} {a}.{b}",
        "{a}.{b}. {s}",
        "{a}. {b}. {s}",
        "{a}.{b}.{s}",
        "{s}\n{a}.{b}.",
        "{s}  {a}.{b}.",
    ]
)
PERSONS = st.tuples(SURNAMES, LETTERS, LETTERS)


@LAW
@given(st.lists(PERSONS, min_size=1, max_size=4), STYLES, st.sampled_from([", ", "; ", ",\n", "\n", " и "]))
def test_people_are_read_as_printed(names: list[tuple[str, str, str]], style: str, separator: str) -> None:
    text = separator.join(style.format(s=surname, a=first, b=second) for surname, first, second in names)
    assert people(text) == ", ".join(f"{surname} {first}.{second}." for surname, first, second in names)


TYPES = {
    "Средних школ": "средняя", "СОШ": "средняя", "Основных школ": "основная", "ООШ": "основная",
    "Лицеев": "лицей", "гимназий": "гимназия", "школ": "школа", "ОУ": "школа",
}  # fmt: skip
NUMBERS = st.lists(st.integers(1, 150), min_size=1, max_size=6, unique=True)


@LAW
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(TYPES)), NUMBERS), min_size=1, max_size=3, unique_by=lambda one: TYPES[one[0]]
    ),
    st.sampled_from(["№№ ", "№ ", "№№", "№"]),
    st.sampled_from([", ", ",", " , ", "; ", ", № ", " и "]),
)
def test_school_lists_are_read_as_printed(lists: list[tuple[str, list[int]]], numero: str, separator: str) -> None:
    text = ", ".join(f"{kind} {numero}{separator.join(map(str, numbers))}" for kind, numbers in lists)
    assert schools(text) == "; ".join(f"{TYPES[kind]} {', '.join(map(str, numbers))}" for kind, numbers in lists)


@LAW
@given(st.integers(1, 150), st.integers(1, 30), st.sampled_from(["-", "–", "—", " - "]))
def test_school_ranges_are_every_number_between(first: int, more: int, dash: str) -> None:
    numbers = ", ".join(map(str, range(first, first + more + 1)))
    assert schools(f"школ №№ {first}{dash}{first + more}") == f"школа {numbers}"


MONTHS = ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"]
NOMINATIVE = ["ь", "ь", "", "ь", "й", "ь", "ь", "", "ь", "ь", "ь", "ь"]
GENITIVE = ["я", "я", "а", "я", "я", "я", "я", "а", "я", "я", "я", "я"]
DAYS = st.dates(date(2019, 1, 1), date(2029, 12, 31))


def month(number: int) -> str:
    return MONTHS[number - 1] + NOMINATIVE[number - 1]


def of_month(number: int) -> str:
    return MONTHS[number - 1] + GENITIVE[number - 1]


@LAW
@given(
    DAYS,
    st.sampled_from(["до {d} {m} {y} г.", "до {d} {m} {y}г.", "до {d:02}.{n:02}.{y}", "не позднее {d} {m} {y} года"]),
)
def test_days_are_read_as_printed(day: date, style: str) -> None:
    text = style.format(d=day.day, m=of_month(day.month), n=day.month, y=day.year)
    assert deadlines(text) == f"by ..{day}"


@LAW
@given(DAYS, DAYS, st.sampled_from(["-", " - ", "–", " – "]))
def test_ranges_of_days_are_read_as_printed(first: date, last: date, dash: str) -> None:
    first, last = sorted((first, last))
    assert deadlines(f"{first:%d.%m.%Y}{dash}{last:%d.%m.%Y}") == f"period {first}..{last}"
    words = [f"{day.day} {of_month(day.month)} {day.year} г." for day in (first, last)]
    assert deadlines(dash.join(words)) == f"period {first}..{last}"


@LAW
@given(st.integers(1, 12), st.integers(2019, 2029))
def test_months_are_read_as_printed(number: int, year: int) -> None:
    last = calendar.monthrange(year, number)[1]
    for text in (f"{month(number)} {year} г.", f"{month(number).capitalize()} {year}г.", f"{number:02}.{year}"):
        assert deadlines(text) == f"period {year}-{number:02}-01..{year}-{number:02}-{last}"


@LAW
@given(st.integers(2010, 2040))
def test_school_years_are_read_as_printed(start: int) -> None:
    expected = f"~period {start}-09-01..{start + 1}-08-31"
    for text in (
        f"{start}-{start + 1} учебный год",
        f"{start}/{start + 1} уч. год",
        f"в {start}–{start + 1} учебном году",
    ):
        assert deadlines(text) == expected


@LAW
@given(st.integers(1, 12))
def test_a_month_without_a_year_falls_into_the_school_year(number: int) -> None:
    year = 2020 if number >= 9 else 2021
    last = calendar.monthrange(year, number)[1]
    signed = PlanYear(school_start=2020, signed=date(2020, 10, 7))
    assert deadlines(month(number), year=signed) == f"~period {year}-{number:02}-01..{year}-{number:02}-{last}"


# --- whole orders ----------------------------------------------------------------------------------------

ROWS = st.lists(st.tuples(CELLS, DATES, st.one_of(CELLS, ANY)), max_size=6)


@settings(LAW, max_examples=60)
@given(ROWS)
def test_any_order_is_normalized_and_always_alike(rows: list[tuple[str, str, str]]) -> None:
    raw = make_order(rows)
    order = normalize_order(raw, Knowledge())
    assert normalize_order(raw, Knowledge()) == order
    assert [measure.position for measure in order.measures] == list(range(1, len(rows) + 1))
    keys = [question.key for question in order.questions]
    assert len(keys) == len(set(keys))
    known = {organization.key for organization in order.organizations} | {person.key for person in order.people}
    for measure in order.measures:
        for party in measure.parties:
            text = measure.responsible_text if party.field == "responsible" else measure.measure
            assert text[party.start : party.end] == party.surface
            assert {party.person, party.organization} - {None} <= known


@pytest.mark.parametrize(
    "text",
    ["МБУ ДО «Центр» СОШ № 5", "Управление образования Средних школ №№ 2, 7", 'ГАОУ ДПО СО "ИРО" Лицея № 9'],
)
def test_an_organization_right_before_schools(text: str) -> None:
    assert order_of(text).measures


def test_a_torn_word_behind_a_name_of_a_measure() -> None:
    assert read_measure("Встреча с Вязовой О.В., в едущий специалист", {}).drafts


def test_the_order_of_rows_does_not_matter_to_names(raw_306: RawOrder) -> None:
    turned = replace(raw_306, rows=tuple(reversed(raw_306.rows)))
    order, other = (normalize_order(raw, Knowledge()) for raw in (raw_306, turned))
    assert {person.key for person in order.people} == {person.key for person in other.people}
    assert {one.key for one in order.organizations} == {one.key for one in other.organizations}
    assert {question.key for question in order.questions if "|" in question.key} >= {
        question.key for question in other.questions if question.kind in ("legal_form", "school_type", "office")
    }
