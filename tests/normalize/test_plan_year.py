from dataclasses import replace
from datetime import date

import pytest

from ingest.model import OrderHead, RawOrder
from normalize.calendar_year import PlanYear, month_bounds, school_year_bounds, school_year_of
from normalize.model import Knowledge
from normalize.order import normalize_order
from normalize.plan_year import month_of_row, months_of_plans, order_identity, plan_year, years_of_plans
from normalize.title_dates import year_under
from tests.normalize.notation import deadlines, one_deadline, with_doubts
from tests.normalize.orders import HEAD, make_order


def with_head(**values: str | None) -> RawOrder:
    nothing = OrderHead(None, None, None, None, None, None)
    return replace(make_order([]), head=replace(nothing, **values))


@pytest.mark.parametrize(
    ("head", "year", "school_year"),
    [
        ({"date": "2020-10-07"}, PlanYear(2020), "2020/2021"),
        ({"date": "2021-05-31"}, PlanYear(2020), "2020/2021"),
        ({"date": "2021-08-25"}, PlanYear(2021), "2021/2022"),
        ({"date": "2020-10-07", "school_year": "2021/2022"}, PlanYear(2021), "2021/2022"),
        ({"date": "2021-12-20", "title": "Об утверждении плана на 2022 год"}, PlanYear(calendar=2022), None),
        ({"date": "2020-12-28", "title": "План работы на 2021 календарный год"}, PlanYear(calendar=2021), None),
        ({"date": "2020-12-28", "title": "План на январь – декабрь 2021 года"}, PlanYear(calendar=2021), None),
        ({"date": "2020-12-28", "title": "План на второе полугодие 2021 года"}, PlanYear(calendar=2021), None),
        ({"date": "2020-12-28", "title": "План противодействия коррупции в 2021 году"}, PlanYear(calendar=2021), None),
        ({"date": "2021-01-12", "title": "План работы 2021 год"}, PlanYear(calendar=2021), None),
        (
            {"date": "2020-12-28", "title": "План противодействия коррупции на 2021-2023 годы"},
            PlanYear(period=(date(2021, 1, 1), date(2023, 12, 31))),
            None,
        ),
        # two years of which the order's date says that they are a school year
        ({"date": "2021-06-15", "title": "План работы школы на 2021-2022 г.г."}, PlanYear(2021), "2021/2022"),
        ({"date": "2021-09-01", "title": "План работы на 2021-2022гг"}, PlanYear(2021), "2021/2022"),
        ({"date": "2021-06-15", "title": "План работы на 2021 – 2022 год"}, PlanYear(2021), "2021/2022"),
        ({"date": "2020-12-28", "title": "План противодействия коррупции на 2021-2022 г. г."}, PlanYear(), None),
        ({"date": "2021-09-01", "title": "Дорожная карта на 2021-2022 годы"}, PlanYear(), None),
        ({"title": "План работы на 2021-2022 гг."}, PlanYear(), None),
        ({"date": "2020-10-07", "title": "План подготовки к ГИА в 2021 году"}, PlanYear(2020), "2020/2021"),
        ({"date": "2020-10-07", "title": "План мероприятий в 2021 году"}, PlanYear(2020), "2020/2021"),
        # a schedule behind the plan is for a school year: the plan's own title is for a calendar year
        (
            {"date": "2022-09-01", "title": "План «Год педагога» на 2023 год", "school_year": "2022/2023"},
            PlanYear(calendar=2023),
            "2022/2023",
        ),
        ({"title": "План к ГИА на 2023 год", "school_year": "2022/2023"}, PlanYear(2022), "2022/2023"),
        ({"date": "2022-09-01", "title": "План ВСОКО на 2021-2022 учебный год"}, PlanYear(2021), None),
        ({}, PlanYear(), None),
    ],
)
def test_plan_year(head: dict[str, str], year: PlanYear, school_year: str | None) -> None:
    found, printed = plan_year(with_head(**head))
    assert (replace(found, signed=None, derived=False), printed) == (year, school_year)


@pytest.mark.parametrize(
    ("point", "head", "year"),
    [
        ("Утвердить план мероприятий, посвященных Году культуры, на 2022 год (прилагается).", {}, (2022, None)),
        ("Утвердить план на 2022 год", {"title": "План работы на 2023 год"}, (2023, None)),
        ("Утвердить план на 2022 год", {"school_year": "2021/2022"}, (None, 2021)),
        ("Утвердить план на 2022 год", {"title": "План недели (24-31 марта 2024 г.)"}, (None, None)),
        ("Утвердить план подготовки к ГИА на 2022 год", {}, (None, 2021)),
        ("Утвердить план программы 2021-2025 на 2022 год", {}, (None, 2021)),
        ("Утвердить план", {}, (None, 2021)),
    ],
)
def test_the_point_that_approves_a_plan_says_its_year(
    point: str, head: dict[str, str], year: tuple[int | None, int | None]
) -> None:
    raw = replace(with_head(**{"date": "2022-01-14", **head}), approves=point)
    found, _ = plan_year(raw)
    assert (found.calendar, found.school_start) == year


def test_each_plan_of_a_file_has_the_year_of_its_own_title() -> None:
    order = replace(
        with_head(date="2022-12-29", school_year="2022/2023"),
        plan_titles=("План на 2023 год", "План на 2022-2023 учебный год", "План работы", None),
    )
    by_head = PlanYear(2022)
    years = [replace(year, signed=None) for year in years_of_plans(order)]
    assert years == [PlanYear(calendar=2023), PlanYear(2022), by_head, by_head]


@pytest.mark.parametrize(
    ("title", "years"),  # of January, May, September and December
    [
        ("План месячника с 23 января по 23 февраля 2024 года", [2024, None, None, 2023]),
        ("План недели книги (24-31 марта 2024 г.)", [2024, None, None, None]),
        ("План каникул с 25.12.2023 по 08.01.2024", [2024, None, None, 2023]),
        ("План каникул с 25 декабря 2023 г. по 8 января 2024 г.", [2024, None, None, 2023]),
        ("План по подготовке к 1 сентября 2022 года", [2022, 2022, 2022, None]),
        ("План летней оздоровительной кампании 2023 года", [2023, 2023, 2023, None]),
        ("План кампании «Лето – 2024»", [2024, 2024, 2024, None]),
        ("План на 2 лета 2024/2025", [None] * 4),
        ("План месячника (апрель – май 2023 г.)", [None, 2023, None, None]),
        ("План, утверждённый приказом от 12.03.2021", [None] * 4),
        ("План мероприятий к 9 мая", [None] * 4),
    ],
)
def test_a_title_with_dates_says_the_year_of_the_months_about_them(title: str, years: list[int | None]) -> None:
    found, _ = plan_year(with_head(title=title))
    assert [found.year_of(month) for month in (1, 5, 9, 12)] == years


def test_the_titles_days_are_the_whole_period() -> None:
    year, _ = plan_year(with_head(title="План месячника с 23 января по 23 февраля 2024 года"))
    for text in ("весь месяц", "в течении месяца", "весь период"):
        assert deadlines(text, year=year) == "~period 2024-01-23..2024-02-23"
    assert deadlines("15 февраля (четверг)", year=year) == "~period 2024-02-15..2024-02-15"
    assert deadlines("15 февраля (четверг)", year=PlanYear()) == "~period ? unknown_year"
    assert deadlines("в течение года", year=year) == "~period ? unknown_year"


APRIL = "О проведении месячника с 1 апреля по 10 мая 2023 года"
NO_DAYS = "О проведении месячника по благоустройству"


@pytest.mark.parametrize(
    ("about", "title", "expected"),
    [
        (APRIL, "План проведения месячника в 2023 году", "~period 2023-04-01..2023-05-10"),
        (APRIL, "План месячника на 2023 год", "~period 2023-04-01..2023-05-10"),
        (APRIL, "План месячника на 2022-2023 учебный год", "~period 2023-04-01..2023-05-10"),
        (APRIL, "План работы на 2024 год", "~period ? deadline_text"),  # the days are of another year
        (NO_DAYS, "План проведения месячника в 2023 году", "~period ? deadline_text"),
        (NO_DAYS, "План на 2022-2023 учебный год", "~period ? deadline_text"),
        (
            "О плане",
            "Дорожная карта проведения олимпиады школьников в 2022-2023 учебном году",
            "~period ? deadline_text",
        ),
        ("О плане работы", "План предметных олимпиад на 2022-2023 учебный год", "~period 2022-09-01..2023-08-31"),
        ("О плане работы", "План работы на 2023 год", "~period 2023-01-01..2023-12-31"),
    ],
)
def test_the_whole_period_is_that_of_an_event(about: str, title: str, expected: str) -> None:
    year = plan_year(with_head(date="2023-03-02", about=about, title=title))[0]
    for text in ("весь период", "в течение всего периода"):
        assert deadlines(text, year=year) == expected


SUMMERS = [  # of an order signed then, under that title: the year of January, June, August and September
    ("2023-06-15", "План подготовки школы к 2023/2024 учебному году", [2024, 2023, 2023, 2023]),
    ("2023-04-10", "О подготовке учреждений к новому учебному году", [2024, 2023, 2023, 2023]),
    ("2023-08-10", "План по подготовке к началу нового 2023-2024 учебного года", [2024, 2023, 2023, 2023]),
    ("2023-04-10", "План введения ФОП с 1 сентября 2023 года", [2024, 2023, 2023, 2023]),
    ("2023-04-10", "План внедрения ФГОС с 01.09.2023", [2024, 2023, 2023, 2023]),
    (None, "План подготовки школы к 2023/2024 учебному году", [2024, 2023, 2023, 2023]),
    ("2023-05-20", "План работы лагеря на лето 2023 года", [2023, 2023, 2023, 2023]),
    ("2023-03-17", "План летней оздоровительной кампании 2023 года", [2023, 2023, 2023, 2023]),
    ("2023-07-20", "Об организованном начале 2023/2024 учебного года", [2024, 2023, 2023, 2023]),
    ("2023-04-20", "План подготовки к летнему оздоровительному периоду 2023 года", [2023, 2023, 2023, 2023]),
    (
        "2025-06-02",
        "О подготовке сада к отопительному сезону и новому 2025-2026 учебному году",
        [2026, 2025, 2025, 2025],
    ),
    ("2025-06-02", "О подготовке к отопительному периоду и к новому учебному году", [2026, 2025, 2025, 2025]),
    ("2025-06-02", "План подготовки к отопительному сезону 2025-2026 гг.", [2026, 2025, 2025, 2025]),
    ("2025-06-02", "План подготовки к работе в осенне-зимний период", [2026, 2025, 2025, 2025]),
    (
        "2025-06-02",
        "План подготовки к отопительному сезону 2025-2026 гг. и новому учебному году",
        [2026, 2025, 2025, 2025],
    ),
    # it begins in September, or nobody knows
    ("2025-06-02", "Об итогах подготовки к отопительному сезону 2024-2025 гг.", [None] * 4),
    ("2025-06-02", "О подготовке к аттестации и учебной работе", [2025, 2025, 2025, 2024]),
    ("2023-04-10", "План подготовки к участию в олимпиаде", [2023, 2023, 2023, 2022]),
    ("2023-06-15", "План работы школы на 2023/2024 учебный год", [2024, 2024, 2024, 2023]),
    ("2023-06-15", "План введения ФОП в 2023-2024 учебном году", [2024, 2024, 2024, 2023]),
    ("2023-10-15", "План подготовки к новому учебному году", [2024, 2024, 2024, 2023]),
]


@pytest.mark.parametrize(("day", "title", "years"), SUMMERS)
def test_a_title_says_which_summer_a_plan_prepares(day: str | None, title: str, years: list[int]) -> None:
    printed = "2023/2024" if "2023/2024" in title or "2023-2024" in title else None
    found, _ = plan_year(with_head(date=day, title=title, school_year=printed))
    assert [found.year_of(month) for month in (1, 6, 8, 9)] == years


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        ("2025-06-02", "III квартал", "~period 2025-07-01..2025-09-30"),
        ("2025-06-02", "IV квартал", "~period 2025-10-01..2025-12-31"),
        ("2025-06-02", "I квартал", "~period 2026-01-01..2026-03-31"),
        ("2025-06-02", "II квартал", "~period 2026-04-01..2026-06-30 ? deadline_text"),
        ("2025-04-02", "II квартал", "~period 2025-04-01..2025-06-30"),
    ],
)
def test_quarters_of_a_plan_that_prepares_a_school_year(day: str, text: str, expected: str) -> None:
    year = plan_year(with_head(date=day, title="О подготовке к новому 2025-2026 учебному году"))[0]
    assert deadlines(text, year=year) == expected


def test_the_school_year_of_an_order_for_a_summer_is_that_of_its_date() -> None:
    assert plan_year(with_head(date="2023-05-20", title="План работы лагеря на лето 2023 года"))[1] == "2022/2023"


def read_in_sections(signed: str, *rows: tuple[str | None, str]) -> list[str]:
    """The deadlines of a plan for 2022/2023 with such sections."""
    return read_under(signed, *rows, are_months=True)


def read_under(signed: str, *rows: tuple[str | None, str], are_months: bool = False) -> list[str]:
    order = make_order([("Сбор", deadline, "Завхоз") for _, deadline in rows])
    named = [
        replace(row, section=of, deadline_hint=of if are_months else None)
        for row, (of, _) in zip(order.rows, rows, strict=True)
    ]
    head = replace(order.head, date=signed, school_year="2022/2023")
    order = replace(order, head=head, rows=tuple(named))
    doubts: dict[int, list[str]] = {}
    found = normalize_order(order, Knowledge())
    for question in found.questions:
        for position in question.measures:
            doubts.setdefault(position, []).append(question.kind)
    return [
        with_doubts(
            " & ".join(one_deadline(one) for one in measure.deadlines),
            [kind for kind in doubts.get(measure.position, []) if kind.startswith("deadline")],
        )
        for measure in found.measures
    ]


def test_sections_that_run_on_say_which_august() -> None:
    assert read_in_sections(
        "2022-08-31", ("август", "15-21"), ("август", "до 31"), ("сентябрь", "5"), ("май", "5"), ("август", "20-25")
    ) == [
        "~period 2022-08-15..2022-08-21",
        "~by ..2022-08-31",
        "~period 2022-09-05..2022-09-05",
        "~period 2023-05-05..2023-05-05",
        "~period 2023-08-20..2023-08-25",
    ]
    assert read_in_sections("2022-10-05", ("август", "15-21"), ("сентябрь", "5"))[0] == "~period 2022-08-15..2022-08-21"
    assert read_in_sections("2022-06-05", ("июнь", "15-21"), ("сентябрь", "5"))[0] == "~period 2022-06-15..2022-06-21"


def test_sections_of_an_order_of_the_year_after_say_nothing() -> None:
    sections = (("май", "15-21"), ("июнь", "5"), ("сентябрь", "5"))
    assert read_in_sections("2023-04-10", *sections)[0] == "~period 2023-05-15..2023-05-21"


def test_deadlines_that_run_on_say_nothing_where_they_are_not_asked_about() -> None:
    rows = [(None, text) for text in ("июнь", "июль", "сентябрь", "май")]
    assert read_in_sections("2022-10-05", *rows)[0] == "~period 2023-06-01..2023-06-30"


def test_sections_in_no_order_leave_it_asked() -> None:
    sections = (("август", "25"), ("май", "5"), ("сентябрь", "5"))
    assert read_in_sections("2022-08-31", *sections)[0] == "~period 2022-08-25..2022-08-25 ? deadline_august"


def test_deadlines_that_run_on_say_what_is_likelier_and_it_is_asked() -> None:
    rows = [(None, text) for text in ("июнь", "до 15 июля", "1 сентября", "май")]
    assert read_in_sections("2022-06-01", *rows) == [
        "~period 2022-06-01..2022-06-30 ? deadline_august",
        "~by ..2022-07-15 ? deadline_august",
        "~period 2022-09-01..2022-09-01",
        "~period 2023-05-01..2023-05-31",
    ]


@pytest.mark.parametrize(
    ("signed", "rows", "expected"),
    [
        ("2022-08-28", ("август", "до 05.09", "октябрь", "май"), "~period 2022-08-01..2022-08-31"),
        ("2022-08-19", ("до 28 августа", "до 31.08.", "с 1 сентября", "октябрь"), "~by ..2022-08-28"),
        ("2022-08-30", ("29.08", "до 15 сентября"), "~period 2022-08-29..2022-08-29"),
        # a term that was over by then, of a plan signed late
        ("2022-08-30", ("до 25 августа", "сентябрь", "май"), "~by ..2022-08-25"),
        ("2022-08-30", ("до 20 августа", "сентябрь", "май"), "~by ..2022-08-20 ? deadline_august"),
        ("2022-08-30", ("до 5 августа", "сентябрь", "май"), "~by ..2022-08-05 ? deadline_august"),
        # nothing behind it says so, or the months run in no order
        ("2022-08-28", ("август", "постоянно"), "~period 2022-08-01..2022-08-31 ? deadline_august"),
        ("2022-08-28", ("август", "май", "октябрь"), "~period 2022-08-01..2022-08-31 ? deadline_august"),
        ("2022-09-05", ("август", "сентябрь", "май"), "~period 2022-08-01..2022-08-31 ? deadline_august"),
        ("2022-06-05", ("август", "сентябрь", "май"), "~period 2022-08-01..2022-08-31 ? deadline_august"),
    ],
)
def test_an_august_before_september_is_that_of_an_order_of_august(
    signed: str, rows: tuple[str, ...], expected: str
) -> None:
    assert read_in_sections(signed, *((None, text) for text in rows))[0] == expected


ONE_AUGUST = [  # in no order, of August and the September behind it alone
    ("2022-08-05", ("до 25 августа", "10 августа", "1 сентября"), "~by ..2022-08-25"),
    ("2022-08-05", ("август", "до 20 августа", "до 15 августа"), "~period 2022-08-01..2022-08-31"),
    # too few, or a term behind the summer, or an order of September
    ("2022-08-05", ("25 августа", "10 августа"), "~period 2022-08-25..2022-08-25 ? deadline_august"),
    ("2022-08-05", ("25 августа", "10 августа", "август – май"), "~period 2022-08-25..2022-08-25 ? deadline_august"),
    ("2022-09-05", ("25 августа", "10 августа", "август"), "~period 2022-08-25..2022-08-25 ? deadline_august"),
]


@pytest.mark.parametrize(("signed", "rows", "expected"), ONE_AUGUST)
def test_a_plan_of_one_august_is_that_of_its_order(signed: str, rows: tuple[str, ...], expected: str) -> None:
    assert read_in_sections(signed, *((None, text) for text in rows))[0] == expected


IN_SPRING = [  # in an order of 24 April 2023 for 2023/2024
    ("апрель", "~period 2024-04-01..2024-04-30 ? deadline_august"),
    ("до 1 июня", "~by ..2024-06-01 ? deadline_august"),
    ("июнь-август", "~period 2024-06-01..2024-08-31 ? deadline_august"),
    ("июнь 2023", "period 2023-06-01..2023-06-30"),
    ("март", "~period 2024-03-01..2024-03-31"),
    ("ноябрь", "~period 2023-11-01..2023-11-30"),
]


@pytest.mark.parametrize(("text", "expected"), IN_SPRING)
def test_what_follows_an_order_of_spring_may_be_of_either_year(text: str, expected: str) -> None:
    assert deadlines(text, year=PlanYear(2023, signed=date(2023, 4, 24))) == expected


def test_the_august_at_the_end_of_a_run_is_asked() -> None:
    rows = [(None, text) for text in ("сентябрь", "май", "август")]
    assert read_in_sections("2022-08-28", *rows)[2] == "~period 2022-08-01..2022-08-31 ? deadline_august"


def test_the_run_of_a_section_says_which_august() -> None:
    found = read_under("2022-08-30", ("Кадры", "29.08"), ("Кадры", "октябрь"), ("Дети", "сентябрь"), ("Дети", "май"))
    assert found[0] == "~period 2022-08-29..2022-08-29"


def test_dates_of_a_title_go_before_the_year_of_an_order_that_they_do_not_fit() -> None:
    title = "План месячника с 20 июня по 20 июля 2023 года"
    assert [plan_year(with_head(title=title, date=day))[0].year_of(6) for day in ("2023-05-02", "2023-08-30")] == [
        2023,
        2023,
    ]


def test_each_monthly_plan_has_the_school_year_of_its_own_month() -> None:
    titles = ("План на май 2022 г.", "План на сентябрь 2022 г.")
    order = replace(with_head(title="; ".join(titles), school_year="2021/2022"), plan_titles=titles)
    assert [year.year_of(month) for year, month in zip(years_of_plans(order), (5, 9), strict=True)] == [2022, 2022]


@pytest.mark.parametrize(
    ("section", "hint", "year"),
    [
        ("Октябрь 2022 г.", "октябрь", 2022),
        ("Сентябрь 2023 года / Работа с детьми", "сентябрь", 2023),
        ("Сентябрь", "сентябрь", 2020),
        ("Сентябрь / Итоги мая 2020 года", "сентябрь", 2020),
        ("Август 2021", "август", 2021),
        ("Август 2020", "август", 2020),
    ],
)
def test_a_section_may_print_the_year_of_its_month(section: str, hint: str, year: int) -> None:
    month = {"август": 8, "сентябрь": 9, "октябрь": 10}[hint]
    assert year_under(section, hint, PlanYear(2020)).year_of(month) == year
    assert year_under("Октябрь 2022 г.", "октябрь", PlanYear()).year_of(10) == 2022


@pytest.mark.parametrize("year", [2020, 2021])
def test_a_section_with_its_year_leaves_no_august_to_ask_about(year: int) -> None:
    of = year_under(f"Август {year}", "август", PlanYear(2020, signed=date(2020, 8, 28)))
    assert deadlines("28", "август", of) == f"~period {year}-08-28..{year}-08-28"


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("План месячника безопасности (сентябрь 2022 г.)", "сентябрь"),
        ("План декады права в ноябре 2023 года", "ноябре"),
        ("План на октябрь", "октябрь"),
        ("План (сентябрь 2022 г. – май 2023 г.)", None),
        ("План в октябре – ноябре 2022 года", None),
        ("План на октябрь-ноябрь", None),
        ("План с 1 по 9 мая 2023 года", None),
    ],
)
def test_month_of_a_plan(title: str, month: str | None) -> None:
    assert months_of_plans(with_head(title=title)) == (month,)


@pytest.mark.parametrize(
    ("titles", "sections", "months"),
    [
        (("План на октябрь 2022 г.", "План на ноябрь 2022 г."), (None, None), ["октябрь", "ноябрь"]),
        (("План на октябрь", None), (None, None), ["октябрь", "октябрь"]),  # a second table under the same title
        (("План на октябрь", "План работы с детьми"), (None, None), ["октябрь", None]),
        (("Годовой план", "План на январь"), ("Декабрь. Права", None), [None, "январь"]),
        (("План на октябрь", "Мероприятия ноября"), (None, None), ["октябрь", None]),
        (("План на октябрь", None), ("Праздник 8 Марта", "Мероприятия ноября"), ["октябрь", None]),
    ],
)
def test_no_row_has_the_month_of_another_plan(
    titles: tuple[str | None, ...], sections: tuple[str | None, ...], months: list[str | None]
) -> None:
    rows = make_order([("Слёт", "5", "Завхоз"), ("Сбор", "5", "Завхоз")]).rows
    rows = tuple(replace(row, plan=n, section=s) for n, (row, s) in enumerate(zip(rows, sections, strict=True), 1))
    order = replace(with_head(title="; ".join(filter(None, titles))), rows=rows, plan_titles=titles)
    assert [month_of_row(row, months_of_plans(order)) for row in order.rows] == months


def test_school_year_runs_from_september_to_august() -> None:
    assert school_year_bounds(2020) == (date(2020, 9, 1), date(2021, 8, 31))
    assert [PlanYear(2020).year_of(month) for month in (9, 12, 1, 8)] == [2020, 2020, 2021, 2021]
    assert PlanYear(calendar=2022).year_of(9) == 2022
    assert PlanYear().year_of(9) is None
    assert PlanYear().bounds is None


def test_order_of_august_prepares_the_coming_school_year() -> None:
    assert school_year_of(date(2021, 8, 1)) == 2021
    assert school_year_of(date(2021, 7, 31)) == 2020


def test_month_bounds_know_leap_years() -> None:
    assert month_bounds(2024, 2) == (date(2024, 2, 1), date(2024, 2, 29))


def test_order_without_number_or_date_is_known_by_its_content() -> None:
    order = make_order([])
    assert order_identity(order) != order.sha256
    assert order_identity(replace(order, head=replace(HEAD, number=None))) == order.sha256
    assert order_identity(replace(order, head=replace(HEAD, date=None))) == order.sha256


def test_identity_is_blind_to_how_the_issuer_is_printed() -> None:
    order = make_order([])
    other = replace(order, sha256="other", head=replace(HEAD, issuer="УПРАВЛЕНИЕ «ОБРАЗОВАНИЯ»"))
    assert order_identity(other) == order_identity(order)


def test_a_plan_under_the_title_of_a_section_has_the_year_of_the_plan_above() -> None:
    titles = ("План работы на 2021 год", None, "Мероприятия ноября", "План работы на 2022 год", "План на май 2023 г.")
    order = replace(with_head(date="2020-12-25"), plan_titles=titles)
    assert [year.year_of(11) for year in years_of_plans(order)] == [2021, 2021, 2021, 2022, 2022]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("План на август 2022 – май 2023 года", "~period 2022-08-01..2022-08-31"),
        ("План на сентябрь 2022 - август 2023 гг.", "~period 2023-08-01..2023-08-31"),
        ("План на сентябрь 2022 – май 2023 года", "~period 2022-08-01..2022-08-31 ? deadline_august"),
    ],
)
def test_the_months_of_a_title_say_which_august(title: str, expected: str) -> None:
    year = plan_year(with_head(date="2022-08-12", title=title))[0]
    assert deadlines("август", year=year) == expected


@pytest.mark.parametrize(
    ("issuer", "school_year", "expected"),
    [
        ("МБОУ «Ключевская СОШ»", "2020/2021", "~period 2020-09-01..2020-12-31"),
        ("МОУ СШ № 22", "2020/2021", "~period 2020-09-01..2020-12-31"),
        ("МБДОУ «Детский сад № 5»", "2020/2021", "~period 2020-09-01..2020-12-31"),
        ("Управление образования", "2020/2021", "~period 2020-09-01..2020-12-31"),
        ("МОУ СШ № 22", None, "~period 2020-09-01..2020-12-31 ? deadline_text"),  # told by the order's date alone
    ],
)
def test_half_years_of_a_plan_that_prints_its_school_year_are_clear(
    issuer: str, school_year: str | None, expected: str
) -> None:
    head = replace(HEAD, issuer=issuer, school_year=school_year, date="2020-10-01")
    year = plan_year(replace(make_order([]), head=head))[0]
    assert deadlines("1 полугодие", year=year) == expected


def test_a_first_half_year_that_was_over_may_be_the_calendars() -> None:
    year = PlanYear(school_start=2020, signed=date(2021, 1, 20))
    assert deadlines("I полугодие", year=year) == "~period 2020-09-01..2020-12-31 ? deadline_text"
    assert deadlines("II полугодие", year=year) == "~period 2021-01-01..2021-08-31"
