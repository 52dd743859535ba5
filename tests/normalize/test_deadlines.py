"""Deadline cells: printed text → what it says, in the notation of notation.py. The plan is for 2020/2021."""

import re
from datetime import date

import pytest

from normalize.calendar_year import PlanYear
from normalize.deadline_rules import RULES
from normalize.deadlines import parse_deadlines
from normalize.describe_rules import words_of
from tests.normalize.notation import YEAR, deadlines

DEADLINES = [
    # no later than
    ("до 1 ноября", "~by ..2020-11-01"),
    ("до 1 ноября 2020 г.", "by ..2020-11-01"),
    ("до 1 ноября 2020г.", "by ..2020-11-01"),
    ("до15.09", "~by ..2020-09-15"),
    ("до 15.10.2021", "by ..2021-10-15"),
    ("не позднее 5 мая", "~by ..2021-05-05"),
    ("к 1 сентября", "~by ..2020-09-01"),
    ("до конца сентября", "~by ..2020-09-30"),
    ("до конца учебного года", "~by ..2021-08-31"),
    ("до 15.10.2020 и до 15.04.2021", "by ..2020-10-15 & by ..2021-04-15"),
    ("до 1 октября, справка", "~by ..2020-10-01"),
    # a day, days, months
    ("08.09", "~period 2020-09-08..2020-09-08"),
    ("01.09.20", "period 2020-09-01..2020-09-01"),
    ("10.10.2020 г.", "period 2020-10-10..2020-10-10"),
    ("20-21 октября", "~period 2020-10-20..2020-10-21"),
    ("15.09 -16.09", "~period 2020-09-15..2020-09-16"),
    ("14.09.-19.09", "~period 2020-09-14..2020-09-19"),
    ("01–10.09.2022", "period 2022-09-01..2022-09-10"),
    ("19.02; 20.02", "~period 2021-02-19..2021-02-19 & ~period 2021-02-20..2021-02-20"),
    ("24 мая, 25 июня", "~period 2021-05-24..2021-05-24 & ~period 2021-06-25..2021-06-25"),
    ("с 1 по 10 октября", "~period 2020-10-01..2020-10-10"),
    ("1 сентября – 31 мая", "~period 2020-09-01..2021-05-31"),
    ("01.09.2020-31.05.2021", "period 2020-09-01..2021-05-31"),
    ("09.2021", "period 2021-09-01..2021-09-30"),
    ("сентябрь 2020", "period 2020-09-01..2020-09-30"),
    ("сентябрь-октябрь", "~period 2020-09-01..2020-10-31"),
    ("октябрь- ноябрь", "~period 2020-10-01..2020-11-30"),
    ("октябрь - декабрь", "~period 2020-10-01..2020-12-31"),
    ("ноябрь-декабрь 2020г.", "period 2020-11-01..2020-12-31"),
    ("сентябрь, отчёт на совещании", "~period 2020-09-01..2020-09-30"),
    ("сентябрь 2020г., январь 2021г.", "period 2020-09-01..2020-09-30 & period 2021-01-01..2021-01-31"),
    ("январь 2021 г. – сентябрь 2021 г.", "period 2021-01-01..2021-09-30"),
    ("август 2020 г. – июнь 2021 г.", "period 2020-08-01..2021-06-30"),
    # a month without a year falls into the school year; August stays where its range begins
    ("сентябрь", "~period 2020-09-01..2020-09-30"),
    ("декабрь", "~period 2020-12-01..2020-12-31"),
    ("январь", "~period 2021-01-01..2021-01-31"),
    ("февраль", "~period 2021-02-01..2021-02-28"),
    ("август – сентябрь", "~period 2020-08-01..2020-09-30"),
    ("август – сентябрь 2020г.", "period 2020-08-01..2020-09-30"),
    ("декабрь – февраль", "~period 2020-12-01..2021-02-28"),
    ("декабрь – февраль 2021", "period 2020-12-01..2021-02-28"),
    ("ноябрь – май", "~period 2020-11-01..2021-05-31"),
    ("с сентября по май", "~period 2020-09-01..2021-05-31"),
    ("май – сентябрь", "~period 2021-05-01..2021-09-30"),
    # years and parts of them
    ("2020-2021 учебный год", "~period 2020-09-01..2021-08-31"),
    ("2020/2021 уч. год", "~period 2020-09-01..2021-08-31"),
    ("в течение года", "~period 2020-09-01..2021-08-31"),
    ("В течение\nучебного года", "~period 2020-09-01..2021-08-31"),
    ("в течение 2021 года", "period 2021-01-01..2021-12-31"),
    ("2010г", "period 2010-01-01..2010-12-31"),
    ("2020-2022 годы", "period 2020-01-01..2022-12-31"),
    ("I квартал 2022 года", "period 2022-01-01..2022-03-31"),
    ("I-II квартал", "~period 2021-01-01..2021-06-30"),
    ("1,2 квартал 2021", "period 2021-01-01..2021-03-31 & period 2021-04-01..2021-06-30"),
    ("II полугодие 2021 г.", "period 2021-07-01..2021-12-31"),
    ("вторая декада мая", "~period 2021-05-11..2021-05-20"),
    ("начало октября", "~period 2020-10-01..2020-10-10"),
    ("осень 2021 г.", "~period 2021-09-01..2021-11-30"),
    ("зима", "~period 2020-12-01..2021-02-28"),
    ("летний период", "~period 2021-06-01..2021-08-31"),
    # repeats
    ("постоянно (третий четверг каждого месяца)", "~recurring 2020-09-01..2021-08-31 FREQ=MONTHLY;BYDAY=3TH"),
    ("последняя пятница месяца", "recurring FREQ=MONTHLY;BYDAY=-1FR"),
    ("июнь 2021 г. далее – ежегодно", "recurring 2021-06-01..2021-06-30 FREQ=YEARLY"),
    ("до 30.12.2021, далее – ежегодно", "recurring ..2021-12-30 FREQ=YEARLY"),
    ("ежегодно, сентябрь", "~recurring 2020-09-01..2020-09-30 FREQ=YEARLY"),
    ("ежеквартально", "recurring FREQ=MONTHLY;INTERVAL=3"),
    ("ежемесячно", "recurring FREQ=MONTHLY"),
    ("ежедневно", "recurring FREQ=DAILY"),
    ("каждую пятницу", "recurring FREQ=WEEKLY;BYDAY=FR"),
    ("еженедельно по вторникам", "recurring FREQ=WEEKLY;BYDAY=TU"),
    ("до 25 числа каждого месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=25"),
    ("ежемесячно до 5 числа", "recurring FREQ=MONTHLY;BYMONTHDAY=5"),
    ("ежемесячно, до 25 числа", "recurring FREQ=MONTHLY;BYMONTHDAY=25"),
    ("ежемесячно с октября по апрель", "~recurring 2020-10-01..2021-04-30 FREQ=MONTHLY"),
    ("сентябрь – май (1 раз в месяц)", "~recurring 2020-09-01..2021-05-31 FREQ=MONTHLY"),
    ("раз в квартал", "recurring FREQ=MONTHLY;INTERVAL=3"),
    ("раз в полугодие", "recurring FREQ=MONTHLY;INTERVAL=6"),
    ("1 раз в год", "recurring FREQ=YEARLY"),
    ("не реже 1 раза в месяц", "recurring FREQ=MONTHLY"),
    ("два раза в год", "recurring"),
    ("2 р в год", "recurring"),
    ("1 раз в четверть", "recurring"),
    # without an end
    ("постоянно (в соответствии с запросом)", "ongoing"),
    ("до 1 ноября 2020г., далее – постоянно", "by ..2020-11-01 & ongoing 2020-11-01.."),
    ("постоянно", "ongoing"),
    ("по запросу", "ongoing"),
    ("по мере необходимости", "ongoing"),
    ("с 1 сентября", "~ongoing 2020-09-01.."),
    ("начиная с октября", "~ongoing 2020-10-01.."),
]

# What no rule may settle by itself: the reading, if there is one, with the kind of its question.
ASKED = [
    ("", "? empty_deadline"),
    ("  \n ", "? empty_deadline"),
    (
        "2,3,4 квартал",
        "~period 2021-04-01..2021-06-30 & ~period 2021-07-01..2021-09-30 & ~period 2020-10-01..2020-12-31"
        " ? deadline_text",
    ),
    ("III квартал", "~period 2021-07-01..2021-09-30 ? deadline_text"),
    ("1 полугодие", "~period 2020-09-01..2020-12-31 ? deadline_text"),
    ("3 неделя сентября", "~period 2020-09-15..2020-09-21 ? deadline_week"),
    ("первая неделя октября", "~period 2020-10-01..2020-10-07 ? deadline_week"),
    ("2020-2021", "period 2020-01-01..2021-12-31 ? deadline_text"),
    ("до июля", "~by ..2021-07-31 ? deadline_text"),
    ("до конца года", "~by ..2020-12-31 ? deadline_text"),
    ("по назначению", "ongoing ? deadline_elsewhere"),
    ("согласно планов центра и города", "ongoing ? deadline_elsewhere"),
    ("по графику", "ongoing ? deadline_elsewhere"),
    ("август", "~period 2021-08-01..2021-08-31 ? deadline_august"),  # nobody knows when the plan was signed
    ("14.30", "? deadline_text"),
    ("3-4 недели сентября", "~period 2020-09-15..2020-09-30 ? deadline_week"),
    ("1, 2 неделя мая", "~period 2021-05-01..2021-05-14 ? deadline_week"),
    ("начало учебного года", "? deadline_text"),
    ("3-я среда каждого месяца, кроме января", "recurring FREQ=MONTHLY;BYDAY=3WE ? deadline_text"),
    ("весенние каникулы 2021", "~period ? deadline_elsewhere"),
    ("до конца 1 полугодия", "~by ..2020-12-31 ? deadline_text"),
    ("не позднее 3 дней после проведения", "~by ? deadline_elsewhere"),
    ("к началу нового учебного года", "~by ..2020-09-01 ? deadline_text"),
    ("за неделю до начала олимпиады", "~by ? deadline_elsewhere"),
    ("не позднее чем за 2 недели до экзамена", "~by ? deadline_elsewhere"),
    ("в течение 3 рабочих дней после объявления результатов", "~by ? deadline_elsewhere"),
    ("до начала отопительного сезона", "~by ? deadline_elsewhere"),
    ("по итогам учебного года", "? deadline_text"),
    ("в период летних каникул", "? deadline_text"),
    ("31 ноября", "? deadline_text"),
    ("до 29 февраля", "? deadline_text"),
    ("45.13", "? deadline_text"),
    ("25-26", "? deadline_text"),
    ("в теч. мес.", "? deadline_text"),
    ("осенние каникулы", "? deadline_text"),
]

# Under a section that is a month.
HINTED = [
    ("25-26", "октябрь", "~period 2020-10-25..2020-10-26"),
    ("7", "май", "~period 2021-05-07..2021-05-07"),
    ("до 10", "декабрь", "~by ..2020-12-10"),
    ("в теч. мес.", "январь", "~period 2021-01-01..2021-01-31"),
    ("в течение месяца", "Март", "~period 2021-03-01..2021-03-31"),
    ("12.11", "октябрь", "~period 2020-11-12..2020-11-12"),
]

CALENDAR_YEAR = [
    ("октябрь", "~period 2022-10-01..2022-10-31"),
    ("январь", "~period 2022-01-01..2022-01-31"),
    ("август – сентябрь", "~period 2022-08-01..2022-09-30"),
    ("в течение года", "~period 2022-01-01..2022-12-31"),
    ("III квартал", "~period 2022-07-01..2022-09-30"),
]

NO_YEAR = [
    ("до 1 ноября", "~by ? unknown_year"),
    ("октябрь", "~period ? unknown_year"),
    ("в течение года", "~period ? unknown_year"),
    ("до 1 ноября 2020 г.", "by ..2020-11-01"),
    ("постоянно", "ongoing"),
]

WRONG = [
    ("в конце мая", "~period 2021-05-21..2021-05-31"),
    ("в середине мая", "~period 2021-05-11..2021-05-20"),
    ("третий четверг сентября", "~period 2020-09-17..2020-09-17"),
    ("2-3 раза в год", "recurring"),
    ("5 мая в 10.00", "~period 2021-05-05..2021-05-05"),
    ("каждый вторник с 15.00 до 17.00", "recurring FREQ=WEEKLY;BYDAY=TU"),
    ("24 февраля, 14:30", "~period 2021-02-24..2021-02-24"),
    ("20.10", "~period 2020-10-20..2020-10-20"),
    ("01.10. 2021 г.", "period 2021-10-01..2021-10-01"),
    ("18, 19, 21 февраля", " & ".join(f"~period 2021-02-{day}..2021-02-{day}" for day in (18, 19, 21))),
    ("2 и 3 марта 2022 г.", "period 2022-03-02..2022-03-02 & period 2022-03-03..2022-03-03"),
    ("1-3 октября, 5 ноября", "~period 2020-10-01..2020-10-03 & ~period 2020-11-05..2020-11-05"),
    ("II половина декабря", "~period 2020-12-16..2020-12-31"),
    ("каждый второй и четвёртый вторник месяца", "recurring FREQ=MONTHLY;BYDAY=2TU,4TU"),
    ("каждый первый понедельник", "recurring FREQ=MONTHLY;BYDAY=1MO"),
    ("до 5 и 20 числа каждого месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=5,20"),
    ("ежедневно, пн-пт", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("ежедневно (кроме выходных)", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("по понедельникам, средам и пятницам", "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("еженедельно (среда)", "recurring FREQ=WEEKLY;BYDAY=WE"),
    ("17 ноября (чт.)", "~period 2020-11-17..2020-11-17"),
    ("ежеквартально до 10 числа месяца, следующего за отчетным", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"),
    ("август, декабрь", "~period 2020-08-01..2020-08-31 & ~period 2020-12-01..2020-12-31"),
    ("до 20.11.2020 (11 класс), до 15.01.2021 (9-е кл.)", "by ..2020-11-20 & by ..2021-01-15"),
    ("круглый год", "ongoing"),
    ("до 15 октября, 15 апреля", "~by ..2020-10-15 & ~by ..2021-04-15"),
    ("09-11.2020", "period 2020-09-01..2020-11-30"),
    ("Ноябрь\\2020", "period 2020-11-01..2020-11-30"),
    ("декабрь, 2020-2021 учебный год", "~period 2020-12-01..2020-12-31 & ~period 2020-09-01..2021-08-31"),
    ("II полугодие 2020/2021", "~period 2021-01-01..2021-08-31"),
    ("I-II декада ноября", "~period 2020-11-01..2020-11-20"),
    ("до конца I квартала", "~by ..2021-03-31"),
    ("не ранее 1 декабря", "~ongoing 2020-12-01.."),
    ("каждый месяц до 10 числа", "recurring FREQ=MONTHLY;BYMONTHDAY=10"),
    ("по 1 разу в четверть", "recurring"),
    ("ежедн.", "recurring FREQ=DAILY"),
    ("до конца 2021 г.", "by ..2021-12-31"),
    (
        "ежегодно, октябрь, апрель",
        "~recurring 2020-10-01..2020-10-31 FREQ=YEARLY & ~recurring 2021-04-01..2021-04-30 FREQ=YEARLY",
    ),
    (
        "1 раз в квартал (сентябрь, декабрь)",
        "recurring FREQ=MONTHLY;INTERVAL=3 & ~period 2020-09-01..2020-09-30 & ~period 2020-12-01..2020-12-31",
    ),
    ("до 30 апреля 2021, далее - по мере обновления", "by ..2021-04-30 & ongoing 2021-04-30.."),
    ("1 раз в смену", "recurring"),
    ("в день проведения", "ongoing"),
    ("накануне праздников и каникул", "ongoing"),
    ("в период с 10 ноября по 10 декабря", "~period 2020-11-10..2020-12-10"),
    ("в период с сентября по май", "~period 2020-09-01..2021-05-31"),
    ("в день проведения, 25 мая", "~period 2021-05-25..2021-05-25"),
    ("ежегодно до 1 сентября", "~recurring ..2020-09-01 FREQ=YEARLY"),
]


@pytest.mark.parametrize(("text", "expected"), DEADLINES)
def test_deadline(text: str, expected: str) -> None:
    assert deadlines(text) == expected


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_deadline_is_asked(text: str, expected: str) -> None:
    assert deadlines(text) == expected


@pytest.mark.parametrize(("text", "section", "expected"), HINTED)
def test_section_gives_the_month(text: str, section: str, expected: str) -> None:
    assert deadlines(text, section) == expected


@pytest.mark.parametrize(("text", "expected"), CALENDAR_YEAR)
def test_plan_of_a_calendar_year(text: str, expected: str) -> None:
    assert deadlines(text, year=PlanYear(calendar=2022)) == expected


@pytest.mark.parametrize(("signed", "asked"), [(date(2021, 6, 15), True), (date(2020, 11, 2), False)])
def test_a_month_long_past_is_asked_where_no_school_year_is_printed(signed: date, asked: bool) -> None:
    year = PlanYear(school_start=2020, derived=True, signed=signed)
    assert bool(parse_deadlines("сентябрь", year).doubts) == asked
    assert not parse_deadlines("сентябрь", PlanYear(school_start=2020, signed=signed)).doubts


@pytest.mark.parametrize(("text", "expected"), NO_YEAR)
def test_plan_of_an_unknown_year(text: str, expected: str) -> None:
    assert deadlines(text, year=PlanYear()) == expected


@pytest.mark.parametrize(("text", "expected"), WRONG)
def test_deadline_once_read_wrongly(text: str, expected: str) -> None:
    assert deadlines(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("до 1 ноября 2020г., далее – постоянно", ["до 1 ноября 2020г.", "далее – постоянно"]),
        ("постоянно (третий четверг каждого месяца)", ["постоянно (третий четверг каждого месяца)"]),
        ("сентябрь 2020г., январь 2021г.", ["сентябрь 2020г.", "январь 2021г."]),
        ("до 1 октября, справка", ["до 1 октября"]),
    ],
)
def test_deadline_keeps_its_part_of_the_cell(text: str, parts: list[str]) -> None:
    assert [deadline.text for deadline in parse_deadlines(text, YEAR).deadlines] == parts


def test_doubt_says_what_was_not_read() -> None:
    (doubt,) = parse_deadlines("12-77 15 мая", YEAR).doubts
    assert "12-77" in doubt.text


EXAMPLES = [
    (rule, words_of(rule), "section" in (rule.__doc__ or "")) for rule in dict.fromkeys(rule for rule, _ in RULES)
]


def quoted(words: str) -> list[str]:
    return re.findall("«([^»]+)»", words)


@pytest.mark.parametrize(
    ("rule", "example", "in_section"),
    [(rule.__name__, example, hint) for rule, (reads, _), hint in EXAMPLES for example in quoted(reads)],
)
def test_rule_reads_the_example_in_its_words(rule: str, example: str, in_section: bool) -> None:
    reading = parse_deadlines(example, YEAR, "октябрь" if in_section else None)
    assert rule in (*reading.rules, *reading.asked)


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule.__name__, example) for rule, (_, leaves), _ in EXAMPLES for example in quoted(leaves)],
)
def test_rule_leaves_its_counter_example_alone(rule: str, example: str) -> None:
    reading = parse_deadlines(example, YEAR)
    assert rule not in reading.rules or reading.doubts


def test_every_rule_shows_an_example() -> None:
    assert [rule.__name__ for rule, (reads, _), _ in EXAMPLES if not quoted(reads)] == []
