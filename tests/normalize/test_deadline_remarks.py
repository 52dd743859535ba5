"""Deadline cells: what stands behind a term says more of it, or is a term of its own. Notation: notation.py."""

from datetime import date

import pytest

from normalize.calendar_year import PlanYear
from tests.normalize.notation import deadlines

YEAR_BEHIND_ITS_WORDS = [
    ("учебный год 2021-2022", "~period 2021-09-01..2022-08-31"),
    ("уч.год 2021/22", "~period 2021-09-01..2022-08-31"),
    ("учебный год (2020/2021)", "~period 2020-09-01..2021-08-31"),
    ("в течение учебного года 2020-2021 гг.", "~period 2020-09-01..2021-08-31"),
    ("до конца учебного года 2021-2022", "~by ..2022-08-31"),
    ("начало учебного года 2021-2022", "? deadline_text"),
    ("2020-2021 учебный год, 2021-2022 учебный год", "~period 2020-09-01..2021-08-31 & ~period 2021-09-01..2022-08-31"),
]
REPEATS = [
    ("1 раз в учебную четверть", "recurring"),
    ("не реже 1 раза в уч. четверть", "recurring"),
    ("1 раз в учебное полугодие", "recurring FREQ=MONTHLY;INTERVAL=6"),
    ("до 10 числа ежеквартально", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"),
    # more seldom than the term beside it is long: does it go on?
    ("1 ноября, 1 раз в четверть", "~recurring 2020-11-01..2020-11-01 ? deadline_text"),
    ("2 ноября, еженедельно", "~recurring 2020-11-02..2020-11-02 FREQ=WEEKLY ? deadline_text"),
    ("октябрь, каждую четверть", "~recurring 2020-10-01..2020-10-31 ? deadline_text"),
    ("октябрь, еженедельно", "~recurring 2020-10-01..2020-10-31 FREQ=WEEKLY"),
    ("2-6 ноября, 2 раза в неделю", "~recurring 2020-11-02..2020-11-06"),
    ("2-6 ноября, ежедневно", "~recurring 2020-11-02..2020-11-06 FREQ=DAILY"),
    ("1 ноября, ежегодно", "~recurring 2020-11-01..2020-11-01 FREQ=YEARLY"),
]
REMARKS = [
    ("июнь-август (по сменам)", "~period 2021-06-01..2021-08-31"),
    ("по сменам", "? deadline_text"),
    ("в течение недели с 15 по 19 марта", "~period 2021-03-15..2021-03-19"),
    ("в течение декады 1-10 декабря", "~period 2020-12-01..2020-12-10"),
    ("в течение недели с 29 марта по 2 апреля", "~period 2021-03-29..2021-04-02"),
    ("в течение недели с 1 по 30 октября", "~period 2020-10-01..2020-10-30 ? deadline_text"),  # which week of them?
    ("в течение недели с 14 марта", "~ongoing 2021-03-14.. ? deadline_text"),
    # holidays are a term of their own, or say when
    ("до 1 октября, каникулы", "~by ..2020-10-01 ? deadline_text"),
    ("до 5 ноября (осенние каникулы)", "~by ..2020-11-05"),
    # weekdays behind a term
    ("сентябрь-май (вт, чт)", "~recurring 2020-09-01..2021-05-31 FREQ=WEEKLY;BYDAY=TU,TH"),
    ("октябрь (понедельник и среда)", "~recurring 2020-10-01..2020-10-31 FREQ=WEEKLY;BYDAY=MO,WE"),
    ("ежедневно (пн, ср)", "recurring FREQ=WEEKLY;BYDAY=MO,WE"),
    ("15-16 октября (чт, пт)", "~period 2020-10-15..2020-10-16"),
    ("15-16 октября (пн, вт)", "~period 2020-10-15..2020-10-16 ? deadline_text"),
    ("до 25 мая (вт, чт)", "~by ..2021-05-25 ? deadline_text"),
    ("октябрь (понедельник)", "~period 2020-10-01..2020-10-31 ? deadline_text"),
    # further dates of exams
    ("14.02.2024 доп.сроки: 13.03.2024", "period 2024-02-14..2024-02-14 & period 2024-03-13..2024-03-13"),
    ("доп.сроки – 5 апреля", "~period 2021-04-05..2021-04-05"),
    ("май-июнь, доп. сроки", "~period 2021-05-01..2021-06-30 ? deadline_text"),
    (
        "май-июнь, сентябрь (доп.сроки)",
        "~period 2021-05-01..2021-06-30 & ~period 2020-09-01..2020-09-30 ? deadline_text",
    ),
    ("июль, весь период", "~period 2021-07-01..2021-07-31 & ~period ? deadline_text"),
]


@pytest.mark.parametrize(("text", "expected"), YEAR_BEHIND_ITS_WORDS + REPEATS + REMARKS)
def test_what_stands_behind_a_term(text: str, expected: str) -> None:
    assert deadlines(text) == expected


def test_a_term_over_before_the_order_is_rather_of_the_year_printed_before_it() -> None:
    text = "до 10 июля 2023г., ГИА-9 - до 1 октября"
    late, early = (PlanYear(school_start=2022, signed=date(2022, month, 14)) for month in (10, 9))
    assert deadlines(text, year=late) == "by ..2023-07-10 & ~by ..2023-10-01 ? deadline_text"
    assert deadlines(text, year=early) == "by ..2023-07-10 & ~by ..2022-10-01 ? deadline_text"
