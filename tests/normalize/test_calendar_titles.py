from dataclasses import replace
from datetime import date

import pytest

from ingest.model import OrderHead
from normalize.calendar_titles import bare_year, spanned_year
from normalize.calendar_year import PlanYear
from normalize.plan_year import plan_year, years_of_plans
from tests.normalize.orders import make_order


def year_of(title: str, signed: str | None, about: str | None = None, school_year: str | None = None) -> PlanYear:
    head = OrderHead(None, signed, None, title, school_year, None, about)
    return plan_year(replace(make_order([]), head=head))[0]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("План на период с января по декабрь 2023 года", 2023),
        ("План клуба (февраль – ноябрь 2023 г.)", 2023),
        ("План с 9 января по 27 декабря 2023 года", 2023),
        ("План с 01.01.2023 г. по 31.12.2023 г.", 2023),
        ("План (март 2023 г. – октябрь 2023 г.)", 2023),
        # parts of a school year, or of two calendar years
        ("План с января по май 2023 года", None),
        ("План (сентябрь – декабрь 2023 г.)", None),
        ("План с 1 сентября 2022 года по 31 мая 2023 года", None),
        ("План с 25.12.2022 по 08.01.2023", None),
        ("План на январь – декабрь 2023-2024", None),
        # what was
        ("План по итогам января – декабря 2023 года", None),
        ("План устранения нарушений за период с января по декабрь 2023 года", None),
    ],
)
def test_a_range_over_both_sides_of_september_is_of_a_calendar_year(title: str, year: int | None) -> None:
    assert spanned_year(title) == year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("План работы библиотеки (2023 год)", 2023),
        ("План работы библиотеки (2023 г.)", 2023),
        ("План работы библиотеки 2023 год\nОб утверждении плана", 2023),
        ("План противодействия коррупции в 2023 году", 2023),
        ("План работы (2023 учебный год)", None),
        ("План работы 2022-2023 г.", None),
        ("План к приказу от 12.01.2023 г.", None),
        ("План к приказу от 12 января 2023 г.", None),
        ("План развития до 2023 г.", None),
        ("Итоги 2023 года", None),
    ],
)
def test_a_bare_year_of_a_title(title: str, year: int | None) -> None:
    assert bare_year(title) == year


@pytest.mark.parametrize(
    ("title", "signed", "year"),
    [
        ("План с января по декабрь 2023 года", "2022-11-20", 2023),
        ("План с января по декабрь 2023 года", "2023-01-12", 2023),
        ("План с января по декабрь 2022 года", "2023-10-12", None),
        ("План (2023 год)", "2023-01-12", 2023),
        ("План (2023 год)", "2022-10-12", None),
        ("План подготовки к ГИА (2023 год)", "2023-01-12", None),
        ("План, посвящённый Году педагога и наставника – 2023", "2023-01-12", 2023),
        ("План «2023 – Год педагога и наставника»", "2022-12-26", 2023),
        ("План к Году педагога (2023)", None, 2023),
        ("ПЛАН К ГОДУ СЕМЬИ - 2024", "2024-03-01", 2024),
        ("План в рамках 2024 года, объявленного в России Годом семьи", "2024-02-01", 2024),
        ("План на учебный год в рамках Года семьи – 2024", "2024-02-01", None),
        ("План к приказу от 12.01.2024 «Год семьи»", "2024-02-01", None),
        ("План к Новому году – 2024", "2023-12-10", None),
        ("План в рамках Года семьи", "2024-01-12", None),
        ("План «2022 – Год народного искусства»", "2023-10-12", None),
    ],
)
def test_calendar_years_of_titles(title: str, signed: str | None, year: int | None) -> None:
    assert year_of(title, signed).calendar == year


def test_a_printed_school_year_goes_before_a_year_with_a_name() -> None:
    for title in ("План на 2023-2024 учебный год. 2024 – Год семьи", "План 2023/2024, Год семьи – 2024"):
        assert year_of(title, "2024-01-12").school_start == 2023
    assert year_of("План «2024 – Год семьи»", "2024-01-12", school_year="2023/2024").school_start == 2023


@pytest.mark.parametrize(
    ("signed", "years"),  # of January, May, September and December
    [
        ("2023-09-05", [2024, 2024, None, None]),
        ("2024-09-05", [2025, None, 2024, 2024]),
    ],
)
def test_a_year_with_a_name_in_an_order_of_autumn_may_be_a_school_years(signed: str, years: list[int | None]) -> None:
    year = year_of("План «2024 – Год семьи»", signed)
    assert [year.year_of(month) for month in (1, 5, 9, 12)] == years
    assert year.bounds is None  # «в течение года» is asked


def test_one_of_several_plans_may_say_its_calendar_year() -> None:
    titles = ("План с января по декабрь 2024 года", "План на май 2022 г.")
    order = replace(make_order([]), plan_titles=titles)
    order = replace(order, head=replace(order.head, date="2024-01-12", school_year=None))
    assert [year.calendar for year in years_of_plans(order)] == [2024, None]
    assert year_of(titles[0], "2024-01-12").bounds == (date(2024, 1, 1), date(2024, 12, 31))
