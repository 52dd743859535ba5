"""Deadlines that repeat: within what, on which day, of which months; and weekdays. In the notation of notation.py."""

from datetime import date

import pytest

from normalize.calendar_year import PlanYear
from normalize.deadlines.read import parse_deadlines
from tests.normalize.notation import deadlines

WORKING_DAYS = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS="
AFTER_QUARTER = "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY="

# Then and no longer, but who knows when that is?
WHILE = [
    ("ежедневно в период новогодних праздников", "recurring FREQ=DAILY ? deadline_elsewhere"),
    ("ежедневно в период карантина", "recurring FREQ=DAILY ? deadline_elsewhere"),
    ("ежемесячно в период реализации программы", "recurring FREQ=MONTHLY ? deadline_elsewhere"),
    ("еженедельно, в период работы лагеря", "recurring FREQ=WEEKLY ? deadline_elsewhere"),
    ("еженедельно по пятницам в период ГИА", "recurring FREQ=WEEKLY;BYDAY=FR ? deadline_elsewhere"),
    ("в период работы лагеря, ежедневно", "recurring FREQ=DAILY ? deadline_elsewhere"),
    ("1 раз в неделю во время карантина", "recurring FREQ=WEEKLY ? deadline_elsewhere"),
    ("ежедневно в дни экзаменов", "recurring FREQ=DAILY ? deadline_elsewhere"),
    ("ежедневно в период работы лагеря, июнь", "~recurring 2021-06-01..2021-06-30 FREQ=DAILY"),
    ("ежегодно, в начале учебного года", "recurring FREQ=YEARLY ? deadline_text"),
    ("раз в квартал, в начале квартала", "recurring FREQ=MONTHLY;INTERVAL=3 ? deadline_text"),
    # every day has them
    ("ежедневно во время перемен", "recurring FREQ=DAILY"),
    ("ежедневно во время приёма пищи", "recurring FREQ=DAILY"),
    ("ежедневно (в период учебных занятий)", "recurring FREQ=DAILY"),
    ("2 раза в год, в начале и в конце учебного года", "recurring"),
    # what begins with an event
    ("с наступлением весны, по мере необходимости", "ongoing ? deadline_text"),
    ("с появлением снега, ежедневно", "recurring FREQ=DAILY ? deadline_text"),
    ("с выходом приказа, по мере необходимости", "ongoing ? deadline_text"),
]
DAYS = [
    ("Ежемесячно, в последний рабочий день", f"recurring {WORKING_DAYS}-1"),
    ("1 раз в месяц (последний рабочий день)", f"recurring {WORKING_DAYS}-1"),
    ("первый рабочий день каждого месяца", f"recurring {WORKING_DAYS}1"),
    ("ежемесячно, в третий рабочий день", f"recurring {WORKING_DAYS}3"),
    ("ежемесячно, в последний день", "recurring FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("2 раза в месяц, в последний рабочий день", "recurring ? deadline_text"),
    ("еженедельно, в последний рабочий день", "recurring FREQ=WEEKLY ? deadline_text"),
    ("ежеквартально, в последний рабочий день", "recurring FREQ=MONTHLY;INTERVAL=3 ? deadline_text"),
    ("1 сентября, первый учебный день", "~period 2020-09-01..2020-09-01"),
    ("октябрь, последний рабочий день", "~period 2020-10-01..2020-10-31 ? deadline_text"),
    ("в течение 3 рабочих дней после приказа", "~by ? deadline_elsewhere"),
    ("20-е числа каждого месяца", "recurring FREQ=MONTHLY ? deadline_text"),
    ("в двадцатых числах каждого месяца", "recurring FREQ=MONTHLY ? deadline_text"),
    ("ежемесячно, 20-е числа", "recurring FREQ=MONTHLY ? deadline_text"),
    ("в двадцатых числах мая", "~period 2021-05-01..2021-05-31 ? deadline_text"),
    ("20-е число каждого месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=20"),
    ("10-е и 20-е числа каждого месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=10,20"),
    ("25-е числа каждого месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=25"),
    # the month that follows a quarter
    ("ежеквартально до 5-го числа месяца, следующего за отчётным", f"{AFTER_QUARTER}5"),
    ("один раз в квартал до 15 числа следующего месяца", f"{AFTER_QUARTER}15"),
    ("ежеквартально, до 5 числа следующего за отчетным месяца", f"{AFTER_QUARTER}5"),
    ("ежеквартально, до 5 числа следующего за отчетным кварталом месяца", f"{AFTER_QUARTER}5"),
    ("до 5 числа следующего за кварталом месяца", f"{AFTER_QUARTER}5"),
    ("поквартально до 5 числа следующего месяца", f"{AFTER_QUARTER}5"),
    ("до 5 числа месяца, следующего за кварталом", f"{AFTER_QUARTER}5"),
    ("1 раз в квартал до 10 числа месяца, следующего за отчетным периодом", f"{AFTER_QUARTER}10"),
    ("ежемесячно до 5 числа следующего месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=5"),
    ("ежеквартально до 20 числа отчетного месяца", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"),
    ("1 раз в полугодие до 10 числа следующего месяца", "recurring FREQ=MONTHLY;INTERVAL=6 ? deadline_text"),
    # each of several terms
    (
        "до 20 декабря и до 20 мая ежегодно",
        "~recurring ..2020-12-20 FREQ=YEARLY & ~recurring ..2021-05-20 FREQ=YEARLY",
    ),
]
WEEKDAYS = [
    ("вторник с 14.00 до 16.00", "recurring FREQ=WEEKLY;BYDAY=TU"),
    ("понедельник 8.30", "recurring FREQ=WEEKLY;BYDAY=MO"),
    ("пн. 8.30", "recurring FREQ=WEEKLY;BYDAY=MO"),
    ("вторник, 14.00", "recurring FREQ=WEEKLY;BYDAY=TU"),
    ("суббота, 10-00", "recurring FREQ=WEEKLY;BYDAY=SA"),
    ("по суб.", "recurring FREQ=WEEKLY;BYDAY=SA"),
    ("суббота", "? deadline_text"),  # of each week, or of one?
    ("понедельник, 2 урок", "? deadline_text"),
    ("вторник, 13 октября, 14.00", "~period 2020-10-13..2020-10-13"),
    ("октябрь, вторник 14.00", "~period 2020-10-01..2020-10-31 ? deadline_text"),
    ("последний четверг", "recurring FREQ=MONTHLY;BYDAY=-1TH ? deadline_text"),
    ("2-й и 4-й вторник", "recurring FREQ=MONTHLY;BYDAY=2TU,4TU ? deadline_text"),
]


@pytest.mark.parametrize(("text", "expected"), [*WHILE, *DAYS, *WEEKDAYS])
def test_what_repeats(text: str, expected: str) -> None:
    assert deadlines(text) == expected


def test_a_weekday_with_an_hour_in_a_plan_for_a_week_is_asked() -> None:
    days = date(2020, 11, 9), date(2020, 11, 14)
    assert deadlines("вторник, 14.00", year=PlanYear(around=days, period=days)) == "? deadline_text"


SINCE_UNTIL = [
    ("с 1 сентября до окончания учебного года", "~period 2020-09-01..2021-08-31"),
    ("с сентября до Нового года", "~period 2020-09-01..2020-12-31"),
    ("с октября до конца года", "~period 2020-10-01..2020-12-31 ? deadline_text"),
    ("с 1 октября до окончания отопительного сезона", "~ongoing 2020-10-01.. ? deadline_elsewhere"),
    ("с 1 сентября, до 15 сентября", "~ongoing 2020-09-01.. & ~by ..2020-09-15"),
]
REST = [
    ("праздничные дни мая", "~period 2021-05-01..2021-05-31 ? deadline_text"),
    ("праздничный концерт, май", "~period 2021-05-01..2021-05-31"),
    ("октябрь (начальная школа)", "~period 2020-10-01..2020-10-31"),
    ("октябрь, начальник отдела", "~period 2020-10-01..2020-10-31"),
    ("2021 г. – I кв., 2022 г. – II кв.", "period 2021-01-01..2021-03-31 & period 2022-04-01..2022-06-30"),
    ("2021: май, 2022: июнь", "period 2021-05-01..2021-05-31 & period 2022-06-01..2022-06-30"),
    ("2021 – до 1 мая, 2022 – до 1 июня", "by ..2021-05-01 & by ..2022-06-01"),
    ("октябрь, 2020 – март, 2021", "period 2020-10-01..2021-03-31"),
]
CAMP = [
    ("1 день (2 июня)", "~period 2021-06-02..2021-06-02"),
    ("1 день⏎02.06.2025", "period 2025-06-02..2025-06-02"),
    ("3-й день⏎4.06.", "~period 2021-06-04..2021-06-04"),
    ("День 5⏎6 июня", "~period 2021-06-06..2021-06-06"),
    ("День 1: 02.06", "~period 2021-06-02..2021-06-02"),
    ("02.06 – день 1", "~period 2021-06-02..2021-06-02"),
    ("Первый день⏎2 июня", "~period 2021-06-02..2021-06-02"),
    ("1-й день, 2 июня", "~period 2021-06-02..2021-06-02"),
    ("день 5 июня", "~period 2021-06-05..2021-06-05"),
    ("1 день", "? deadline_text"),
    ("1 день до 2 июня", "~by ..2021-06-02 ? deadline_text"),
    ("за 1 день до 2 июня", "~by ? deadline_elsewhere"),
]


@pytest.mark.parametrize(("text", "expected"), [*SINCE_UNTIL, *REST, *CAMP])
def test_days_and_their_bounds(text: str, expected: str) -> None:
    assert deadlines(text) == expected


WEEKS = [
    ("1-я нед. ноября", "ноябрь", "~period 2020-11-01..2020-11-07 ? deadline_week"),
    ("3 нед. октября", "сентябрь", "~period 2020-10-15..2020-10-21 ? deadline_week"),
    ("1-2 нед. декабря", "декабрь", "~period 2020-12-01..2020-12-14 ? deadline_week"),
    ("2-3 нед., справка", "ноябрь", "~period 2020-11-08..2020-11-21 ? deadline_week"),
    ("2 пол. октября", "ноябрь", "~period 2020-10-16..2020-10-31"),
    ("1 нед. каждого месяца", "ноябрь", "recurring FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7 ? deadline_week"),
    ("1 нед. четверти", "ноябрь", "? deadline_text"),
    ("15-е", "октябрь", "~period 2020-10-15..2020-10-15"),
    ("20/10", "октябрь", "~period 2020-10-20..2020-10-20"),
    ("10/12", "октябрь", "? deadline_text"),
    ("вторник, 14.00", "октябрь", "~recurring 2020-10-01..2020-10-31 FREQ=WEEKLY;BYDAY=TU"),
]


@pytest.mark.parametrize(("text", "section", "expected"), WEEKS)
def test_a_cut_word_under_the_section_of_a_month(text: str, section: str, expected: str) -> None:
    assert deadlines(text, section) == expected


IN_EVERY_YEAR = [  # where no year is printed
    ("1 раз в год (сентябрь)", "recurring FREQ=YEARLY;BYMONTH=9"),
    ("ежегодно, до 30 сентября", "recurring FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"),
    ("до 15.12 ежегодно", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"),
    ("2 раза в год (май, октябрь)", "recurring FREQ=YEARLY;BYMONTH=5,10"),
    ("1 – 3 декабря ежегодно", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1,2,3"),
    ("ежегодно, с 28 по 30 апреля", "recurring FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=28,29,30"),
    ("ежегодно в декабре – феврале", "recurring FREQ=YEARLY;BYMONTH=12,1,2"),
    ("1 раз в год (апрель-май)", "recurring FREQ=YEARLY;BYMONTH=4,5"),
    ("2 раза в год (апрель-май)", "~recurring ? unknown_year"),
    ("20 декабря – 10 января ежегодно", "~recurring FREQ=YEARLY ? unknown_year"),
    ("1 раз в год (май, октябрь)", "~recurring FREQ=YEARLY & ~recurring FREQ=YEARLY ? unknown_year, unknown_year"),
    ("ежегодно, до 30 сентября 2024 г.", "recurring ..2024-09-30 FREQ=YEARLY"),
]


@pytest.mark.parametrize(("text", "expected"), IN_EVERY_YEAR)
def test_what_comes_every_year_needs_no_year(text: str, expected: str) -> None:
    assert deadlines(text, year=PlanYear()) == expected


def test_a_plan_for_several_years_has_no_year_of_its_own() -> None:
    programme = PlanYear(period=(date(2024, 1, 1), date(2026, 12, 31)))
    assert deadlines("1 раз в год (сентябрь)", year=programme) == "recurring FREQ=YEARLY;BYMONTH=9"
    assert deadlines("1 раз в год (сентябрь)") == "~recurring 2020-09-01..2020-09-30 FREQ=YEARLY"


BACKWARDS = [  # in a plan for 2024 signed on 20 March
    ("август, январь", "~period 2024-08-01..2024-08-31 & ~period 2024-01-01..2024-01-31 ? deadline_text"),
    ("август, декабрь", "~period 2024-08-01..2024-08-31 & ~period 2024-12-01..2024-12-31"),
    ("к 10 июля и 10 января", "~by ..2024-07-10 & ~by ..2024-01-10 ? deadline_text"),
    ("октябрь, февраль", "~period 2024-10-01..2024-10-31 & ~period 2024-02-01..2024-02-29 ? deadline_text"),
    ("октябрь, апрель", "~period 2024-10-01..2024-10-31 & ~period 2024-04-01..2024-04-30"),
    ("январь, июль", "~period 2024-01-01..2024-01-31 & ~period 2024-07-01..2024-07-31"),
    ("до 10 июля, до 10 января 2025 г.", "by ..2024-07-10 & by ..2025-01-10"),
    ("до 1 февраля", "~by ..2024-02-01"),
]


@pytest.mark.parametrize(("text", "expected"), BACKWARDS)
def test_what_runs_past_the_plans_year_is_asked(text: str, expected: str) -> None:
    assert deadlines(text, year=PlanYear(calendar=2024, signed=date(2024, 3, 20))) == expected


def test_each_date_behind_january_may_be_of_the_next_year() -> None:
    doubts = parse_deadlines("29.08, 02.11, 10.01, 26.03", PlanYear(calendar=2024)).doubts
    assert [one.text for one in doubts] == ["«10.01»: 2024 или 2025 года?", "«26.03»: 2024 или 2025 года?"]


SEPTEMBER = [  # in an order of 22 September 2023
    ("до 15 августа", "~by ..2024-08-15"),
    ("к 20 августа", "~by ..2024-08-20"),
    ("до 5 сентября", "~by ..2023-09-05"),
    ("август", "~period 2024-08-01..2024-08-31 ? deadline_august"),  # it may tell what was done
    ("до 31 августа", "~by ..2024-08-31"),
    ("ноябрь 23 – март 24", "period 2023-11-01..2024-03-31"),
    ("ноябрь 25 – март 26", "~period 2023-11-01..2023-11-30 ? deadline_text, deadline_text"),
]


@pytest.mark.parametrize(("text", "expected"), SEPTEMBER)
def test_no_term_ends_weeks_before_its_order(text: str, expected: str) -> None:
    assert deadlines(text, year=PlanYear(school_start=2023, signed=date(2023, 9, 22))) == expected
