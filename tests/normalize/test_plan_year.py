from dataclasses import replace
from datetime import date

import pytest

from ingest.model import OrderHead, RawOrder
from normalize.calendar_year import PlanYear, month_bounds, school_year_bounds, school_year_of
from normalize.plan_year import order_identity, plan_year, years_of_plans
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
        ({"date": "2020-12-28", "title": "План противодействия коррупции на 2021-2023 годы"}, PlanYear(), None),
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


def test_each_plan_of_a_file_has_the_year_of_its_own_title() -> None:
    order = replace(
        with_head(date="2022-12-29", school_year="2022/2023"),
        plan_titles=("План на 2023 год", "План на 2022-2023 учебный год", "План работы", None),
    )
    by_head = PlanYear(2022)
    years = [replace(year, signed=None) for year in years_of_plans(order)]
    assert years == [PlanYear(calendar=2023), PlanYear(2022), by_head, by_head]


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
