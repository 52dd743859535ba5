"""Deadline cells: printed text → what it says, in the notation of notation.py. The plan is for 2020/2021."""

import re
from datetime import date

import pytest

from normalize.calendar_year import PlanYear
from normalize.deadlines.read import parse_deadlines
from normalize.deadlines.rules import RULES
from normalize.describe_rules import words_of
from normalize.model import Knowledge
from normalize.order import normalize_order
from tests.normalize.notation import YEAR, deadlines
from tests.normalize.orders import make_order

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
    ("2021-2022 учеб. год", "~period 2021-09-01..2022-08-31"),
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
    ("до 20.09⏎26.09.2020", "by ..2020-09-20 & period 2020-09-26..2020-09-26"),
    ("до 15 октября,⏎15 апреля", "~by ..2020-10-15 & ~by ..2021-04-15"),
    ("за неделю до мероприятия⏎март 2021", "~by & period 2021-03-01..2021-03-31 ? deadline_elsewhere"),
    (
        "февраль, сентябрь, перед каникулами",
        "~period 2021-02-01..2021-02-28 & ~period 2020-09-01..2020-09-30 & ongoing ? deadline_elsewhere",
    ),
    ("октябрь, перед каникулами", "~period 2020-10-01..2020-10-31"),
    ("по факту ДТП, ежеквартально", "ongoing & recurring FREQ=MONTHLY;INTERVAL=3"),
    ("сентябрь, ежемесячно", "~recurring 2020-09-01..2020-09-30 FREQ=MONTHLY ? deadline_text"),
    ("1 пол. уч. года", "~period 2020-09-01..2020-12-31"),
    ("II полугодие учебного года", "~period 2021-01-01..2021-08-31"),
    ("с сентября, еженедельно", "~recurring 2020-09-01.. FREQ=WEEKLY"),
    ("до 15 сентября, далее – до 25 декабря 2021 г.", "by ..2021-09-15 & by ..2021-12-25"),
    ("постоянно, не позднее 10 дней после проведения", "ongoing & ~by ? deadline_elsewhere"),
    ("15.09.2020 (основной срок)", "period 2020-09-15..2020-09-15"),
    ("на 1 число каждого месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=1"),
    ("в течение месяца (март)", "~period 2021-03-01..2021-03-31"),
    ("нач. октября", "~period 2020-10-01..2020-10-10"),
    ("кон. мая", "~period 2021-05-21..2021-05-31"),
    ("сер. марта", "~period 2021-03-11..2021-03-20"),
    # columns of years and months under «Срок»
    ("2022: до 1 июня;⏎2023: до 1 июня", "by ..2022-06-01 & by ..2023-06-01"),
    ("2022: X;⏎2023 г.: +", "period 2022-01-01..2022-12-31 & period 2023-01-01..2023-12-31"),
    ("2022: в течение года", "period 2022-01-01..2022-12-31"),
    ("Сентябрь: +;⏎Май: v", "~period 2020-09-01..2020-09-30 & ~period 2021-05-01..2021-05-31"),
    (
        "I полугодие: сентябрь;⏎II полугодие: 15 марта",
        "~period 2020-09-01..2020-09-30 & ~period 2021-03-15..2021-03-15",
    ),
    ("10.11.2020 (перенос с 27.10.2020)", "period 2020-11-10..2020-11-10"),
    ("12.11.2020 (вместо 29.10)", "period 2020-11-12..2020-11-12"),
    ("дважды в месяц по вторникам", "recurring"),
    ("2 раза в месяц, по четвергам", "recurring"),
    ("16.10.20 в 15.00 ч", "period 2020-10-16..2020-10-16"),
    ("по отд. плану", "ongoing ? deadline_elsewhere"),
    ("1 раз в квартал (до 10 числа)", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"),
    ("1 раз в месяц до 5 числа", "recurring FREQ=MONTHLY;BYMONTHDAY=5"),
    (
        "ежеквартально до 25 числа последнего месяца квартала",
        "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25",
    ),
    ("до 10 числа первого месяца квартала", "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"),
    ("1 раз в год", "recurring FREQ=YEARLY"),
    ("не реже 1 раза в месяц", "recurring FREQ=MONTHLY"),
    ("два раза в год", "recurring"),
    ("2 р в год", "recurring"),
    ("1 раз в четверть", "recurring"),
    # without an end
    ("постоянно (в соответствии с запросом)", "ongoing"),
    ("октябрь, обновление – по мере необходимости", "~period 2020-10-01..2020-10-31 & ongoing"),
    (
        "до 1 октября 2022 года; обновление – ежеквартально",
        "by ..2022-10-01 & recurring 2022-10-01.. FREQ=MONTHLY;INTERVAL=3",
    ),
    ("до 15 сентября (актуализация – ежемесячно)", "~by ..2020-09-15 & ~recurring 2020-09-15.. FREQ=MONTHLY"),
    ("15.03.2023, 15.05.2023 (доп. сроки)", "period 2023-03-15..2023-03-15 & period 2023-05-15..2023-05-15"),
    ("весь период", "~period 2020-09-01..2021-08-31"),
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
    ("Неделя: 1", "? deadline_text"),
    ("осенние каникулы", "? deadline_text"),
]

TWO_CLAUSES = [
    # the second says what is due: a deadline of its own, no bound of the repeat
    ("1 раз в четверть, отчёт до 25.05", "recurring & ~by ..2021-05-25"),
    ("ежемесячно, итоги в мае", "recurring FREQ=MONTHLY & ~period 2021-05-01..2021-05-31"),
    ("еженедельно, анализ – май", "recurring FREQ=WEEKLY & ~period 2021-05-01..2021-05-31"),
    ("ежедневно, отчёт по пятницам", "recurring FREQ=DAILY & recurring FREQ=WEEKLY;BYDAY=FR"),
    ("ежемесячно, сентябрь-май", "~recurring 2020-09-01..2021-05-31 FREQ=MONTHLY"),
    ("ежемесячно, срок до 25 мая", "~recurring ..2021-05-25 FREQ=MONTHLY"),
    # some Friday of each month
    ("по пятницам, 1 раз в месяц", "recurring FREQ=MONTHLY"),
    ("1 раз в месяц, по субботам", "recurring FREQ=MONTHLY"),
    ("ежемесячно по четвергам", "recurring FREQ=MONTHLY"),
    ("каждый четверг, отчёт ежемесячно", "recurring FREQ=WEEKLY;BYDAY=TH & recurring FREQ=MONTHLY"),
    # within days that nobody printed
    ("ежедневно в период каникул", "recurring FREQ=DAILY ? deadline_text"),
    ("ежедневно, в осенние каникулы", "recurring FREQ=DAILY ? deadline_text"),
]
WEEKDAYS = [
    ("вторник, четверг", "recurring FREQ=WEEKLY;BYDAY=TU,TH"),
    ("Понедельник, среда, пятница с 7.45 до 8.15", "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("пн., ср., пт.", "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("понедельник", "? deadline_text"),
    ("октябрь, вторник, среда", "~period 2020-10-01..2020-10-31 ? deadline_text"),
    ("четверг, пятница, 15-16 октября", "~period 2020-10-15..2020-10-16 ? deadline_text"),
    ("кажд. понедельник", "recurring FREQ=WEEKLY;BYDAY=MO"),
    ("по вт. и чт.", "recurring FREQ=WEEKLY;BYDAY=TU,TH"),
    ("среда (еженедельно)", "recurring FREQ=WEEKLY;BYDAY=WE"),
]
DAYS_OF_MONTHS = [
    ("октябрь (24-28)", "~period 2020-10-24..2020-10-28"),
    ("май (1-9)", "~period 2021-05-01..2021-05-09 ? deadline_text"),
    ("октябрь, 24-28 ноября", "~period 2020-10-01..2020-10-31 & ~period 2020-11-24..2020-11-28"),
    ("май (5-11 кл.)", "~period 2021-05-01..2021-05-31"),
    ("ежемесячно 1-5 числа", "recurring FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5"),
    ("IX-X", "~period 2020-09-01..2020-10-31"),
    ("XI, I", "~period 2020-11-01..2020-11-30 & ~period 2021-01-01..2021-01-31"),
    ("IХ", "~period 2020-09-01..2020-09-30"),  # Latin I, Cyrillic Х
    ("X", "? deadline_text"),
    ("I-IV", "? deadline_text"),
    ("V-IX", "? deadline_text"),
    ("15 сентября после 5 урока", "~period 2020-09-15..2020-09-15"),
    ("15 сентября, после уроков", "~period 2020-09-15..2020-09-15"),
]

# Under a section that is a month.
HINTED = [
    ("25-26", "октябрь", "~period 2020-10-25..2020-10-26"),
    ("7", "май", "~period 2021-05-07..2021-05-07"),
    ("до 10", "декабрь", "~by ..2020-12-10"),
    ("в теч. мес.", "январь", "~period 2021-01-01..2021-01-31"),
    ("в течение месяца", "Март", "~period 2021-03-01..2021-03-31"),
    ("12.11", "октябрь", "~period 2020-11-12..2020-11-12"),
    ("1 неделя", "сентябрь", "~period 2020-09-01..2020-09-07 ? deadline_week"),
    ("II декада", "октябрь", "~period 2020-10-11..2020-10-20"),
    ("2 половина месяца", "октябрь", "~period 2020-10-16..2020-10-31"),
    ("3 четверг", "октябрь", "~period 2020-10-15..2020-10-15"),
    ("последняя пятница месяца", "октябрь", "~period 2020-10-30..2020-10-30"),
    ("до конца месяца", "октябрь", "~by ..2020-10-31"),
    ("1 неделя ноября", "октябрь", "~period 2020-11-01..2020-11-07 ? deadline_week"),
    ("12-го", "октябрь", "~period 2020-10-12..2020-10-12"),
    ("10-20 числа", "октябрь", "~period 2020-10-10..2020-10-20"),
    ("15 и 22", "октябрь", "~period 2020-10-15..2020-10-15 & ~period 2020-10-22..2020-10-22"),
    ("14-18, 21-25", "октябрь", "~period 2020-10-14..2020-10-18 & ~period 2020-10-21..2020-10-25"),
    ("12 в 10.00", "октябрь", "~period 2020-10-12..2020-10-12"),
    ("12-16 (5 кл.)", "октябрь", "~period 2020-10-12..2020-10-16"),
    ("1-4 классы", "октябрь", "? deadline_text"),
    ("2 тур", "октябрь", "? deadline_text"),
    ("3-й урок", "октябрь", "? deadline_text"),
    ("3 дня", "октябрь", "? deadline_text"),
    ("4 четверть", "октябрь", "? deadline_text"),
    ("2 раза в месяц", "октябрь", "recurring"),
    ("Неделя: 1", "октябрь", "~period 2020-10-01..2020-10-07 ? deadline_week"),
    ("Неделя: 2-3", "октябрь", "~period 2020-10-08..2020-10-21 ? deadline_week"),
    ("Неделя: 5-9", "октябрь", "~period 2020-10-05..2020-10-09"),
    ("каждый последний вторник", "октябрь", "recurring FREQ=MONTHLY;BYDAY=-1TU"),
]

CALENDAR_YEAR = [
    ("октябрь", "~period 2022-10-01..2022-10-31"),
    ("январь", "~period 2022-01-01..2022-01-31"),
    ("август – сентябрь", "~period 2022-08-01..2022-09-30"),
    ("в течение года", "~period 2022-01-01..2022-12-31"),
    ("III квартал", "~period 2022-07-01..2022-09-30"),
    ("в течение учебного года", "~period ? deadline_text"),
    ("до конца учебного года", "~by ? deadline_text"),
    ("до 28 августа", "~by ..2022-08-28"),
]

# The school year 2020/2021, in an order of 10 August 2020 and in one of 7 October.
AUGUST = [
    ("август", "~period 2020-08-01..2020-08-31 ? deadline_august", "~period 2021-08-01..2021-08-31"),
    ("до 28 августа", "~by ..2020-08-28 ? deadline_august", "~by ..2021-08-28"),
    ("20-31 августа", "~period 2020-08-20..2020-08-31 ? deadline_august", "~period 2021-08-20..2021-08-31"),
    (
        "последняя неделя августа",
        "~period 2020-08-22..2020-08-31 ? deadline_august",
        "~period 2021-08-22..2021-08-31 ? deadline_week",
    ),
    ("с августа", "~ongoing 2020-08-01.. ? deadline_august", "~ongoing 2021-08-01.."),
    ("с 20.08 по 10.09", "~period 2020-08-20..2020-09-10", "~period 2020-08-20..2020-09-10"),
    ("август, сентябрь", *["~period 2020-08-01..2020-08-31 & ~period 2020-09-01..2020-09-30"] * 2),
    ("июнь, август", *["~period 2021-06-01..2021-06-30 & ~period 2021-08-01..2021-08-31"] * 2),
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
    ("в день проведения", "ongoing ? deadline_elsewhere"),
    ("накануне праздников и каникул", "ongoing ? deadline_elsewhere"),
    ("в период с 10 ноября по 10 декабря", "~period 2020-11-10..2020-12-10"),
    ("в период с сентября по май", "~period 2020-09-01..2021-05-31"),
    ("в день проведения, 25 мая", "~period 2021-05-25..2021-05-25"),
    ("ежегодно до 1 сентября", "~recurring ..2020-09-01 FREQ=YEARLY"),
]


# Words that no rule reads: a remark of its own is passed over, whatever may change the date is asked.
LEFT_OVER = [
    ("сентябрь, совещание при директоре", "~period 2020-09-01..2020-09-30"),
    ("отчет до 25.05.2021", "by ..2021-05-25"),
    ("предоставить до 15.01.2021", "by ..2021-01-15"),
    ("срок исполнения: 20.11.2020", "period 2020-11-20..2020-11-20"),
    ("октябрь месяц", "~period 2020-10-01..2020-10-31"),
    ("12-16 октября (неделя математики)", "~period 2020-10-12..2020-10-16"),
    ("понедельник, 14 декабря", "~period 2020-12-14..2020-12-14"),
    ("до 05.10.2020 (по форме, приложение 2)", "by ..2020-10-05"),
    ("25.09.2020⏎МБОУ СОШ № 5", "period 2020-09-25..2020-09-25"),
    ("около 15 октября", "~period 2020-10-15..2020-10-15 ? deadline_text"),
    ("октябрь, вторник", "~period 2020-10-01..2020-10-31 ? deadline_text"),
    ("до 20 января года, следующего за отчетным", "~by ..2021-01-20 ? deadline_text"),
    ("сентябрь- октбрь 2020 г.", "~period 2020-09-01..2020-09-30 ? deadline_text"),
    ("январть 2021", "? deadline_text"),
    ("каникулярный период 2021 года", "? deadline_text"),
    ("ЕГЭ-2021", "? deadline_text"),
    ("по итогам 2020 года", "? deadline_text"),
    ("начало 2020-2021 учебного года", "? deadline_text"),
    ("первая половина 2021 года", "? deadline_text"),
    ("до нового года", "? deadline_text"),
    ("IX.2020", "? deadline_text"),
    ("до конца четверти", "? deadline_text, deadline_text"),
    ("9.10.11.2020", "? deadline_text"),
    ("до 5 числа, следующего за отчетным периодом", "? deadline_text, deadline_text"),
    ("станция 1 – 12 октября", "~period 2020-10-01..2020-10-12 ? deadline_text"),
    ("олимпиада 5-9 октября", "~period 2020-10-05..2020-10-09"),
    ("отчет по 1 кварталу", "~period 2021-01-01..2021-03-31 ? deadline_text"),
    ("12 октября после обеда", "~period 2020-10-12..2020-10-12 ? deadline_text"),
]

# A year that belongs to its neighbours, and the year of a report.
FRAMES = [
    ("октябрь, ноябрь 2021 г.", "period 2021-10-01..2021-10-31 & period 2021-11-01..2021-11-30"),
    (
        "15.09, 20.10, 17.11.2021",
        " & ".join(f"period {day}..{day}" for day in ("2021-09-15", "2021-10-20", "2021-11-17")),
    ),
    ("декабрь, январь 2021 г.", "period 2020-12-01..2020-12-31 & period 2021-01-01..2021-01-31"),
    ("август, сентябрь 2021 г.", "period 2021-08-01..2021-08-31 & period 2021-09-01..2021-09-30"),
    ("до 15 октября, 15 декабря 2021 г.", "by ..2021-10-15 & by ..2021-12-15"),
    (
        "сентябрь, декабрь 2021 года, март 2022 года",
        "period 2021-09-01..2021-09-30 & period 2021-12-01..2021-12-31 & period 2022-03-01..2022-03-31",
    ),
    ("2021 год, сентябрь", "period 2021-09-01..2021-09-30"),
    ("2020 г.: октябрь; 2021 г.: март", "period 2020-10-01..2020-10-31 & period 2021-03-01..2021-03-31"),
    ("2020, IV квартал", "period 2020-10-01..2020-12-31"),
    ("сентябрь – май 2020-2021 уч. года", "period 2020-09-01..2021-05-31"),
    ("сентябрь-май 2020/2021", "period 2020-09-01..2021-05-31"),
    ("май 2020-2021 учебного года", "period 2021-05-01..2021-05-31"),
    ("до 1 октября 2020-2021 уч. года", "by ..2020-10-01"),
    ("2021-2022 уч. год (сентябрь, май)", "period 2021-09-01..2021-09-30 & period 2022-05-01..2022-05-31"),
    ("2021-2022 учебный год, I полугодие", "~period 2021-09-01..2021-12-31"),
    ("I четверть 2020/2021 учебного года", "? deadline_text"),
    ("сентябрь 2020, 2021 гг.", "period 2020-09-01..2020-09-30 & period 2021-09-01..2021-09-30"),
    ("до 20 декабря 2020-2022 гг.", "by ..2020-12-20 & by ..2021-12-20 & by ..2022-12-20"),
    ("IV квартал 2020, 2021 гг.", "period 2020-10-01..2020-12-31 & period 2021-10-01..2021-12-31"),
    ("за 2020 год – до 20.01.2021", "by ..2021-01-20"),
    ("по итогам I полугодия (до 15.01.2021)", "by ..2021-01-15"),
    ("по результатам ВПР 2020 года, декабрь", "~period 2020-12-01..2020-12-31"),
    ("октябрь, 2020 – март, 2021", "period 2020-10-01..2021-03-31"),
    ("октябрь⏎2020⏎май⏎2021", "period 2020-10-01..2020-10-31 & period 2021-05-01..2021-05-31"),
    ("2020 год", "period 2020-01-01..2020-12-31"),
]

# A part after its month, a part or day for several months, days for one month.
LISTS = [
    ("октябрь, 3-я неделя", "~period 2020-10-15..2020-10-21 ? deadline_week"),
    ("октябрь (третий четверг)", "~period 2020-10-15..2020-10-15"),
    ("сентябрь, 1 декада", "~period 2020-09-01..2020-09-10"),
    ("ноябрь (до 15 числа)", "~by ..2020-11-15"),
    ("первая среда сентября, марта", "~period 2020-09-02..2020-09-02 & ~period 2021-03-03..2021-03-03"),
    ("до 25 марта, июня", "~by ..2021-03-25 & ~by ..2021-06-25"),
    ("до 15 числа сентября, января", "~by ..2020-09-15 & ~by ..2021-01-15"),
    ("второй вторник сентября – мая", "~recurring 2020-09-01..2021-05-31 FREQ=MONTHLY;BYDAY=2TU"),
    ("10,17,24.11.2020", " & ".join(f"period 2020-11-{day}..2020-11-{day}" for day in (10, 17, 24))),
    ("5-7, 12 октября", "~period 2020-10-05..2020-10-07 & ~period 2020-10-12..2020-10-12"),
    ("12-14, 19-21 апреля 2021 г.", "period 2021-04-12..2021-04-14 & period 2021-04-19..2021-04-21"),
    ("с 5 по 7 и с 12 по 14 октября", "~period 2020-10-05..2020-10-07 & ~period 2020-10-12..2020-10-14"),
    ("1, 3 неделя мая", "~period 2021-05-01..2021-05-07 & ~period 2021-05-15..2021-05-21 ? deadline_week"),
    ("конец августа – начало сентября", "~period 2020-08-21..2020-09-10"),
    ("конец сентября-октябрь", "~period 2020-09-21..2020-10-31"),
    ("последний день сентября", "~period 2020-09-30..2020-09-30"),
    ("16/17 ноября", "~period 2020-11-17..2020-11-17 ? deadline_text"),
]

# Numbers of things are no days.
LABELS = [
    ("корпус 1 – 12 октября", "~period 2020-10-12..2020-10-12"),
    ("СОШ № 2 – 12 октября, СОШ № 7 – 14 октября", "~period 2020-10-12..2020-10-12 & ~period 2020-10-14..2020-10-14"),
    ("педсовет № 4 – март", "~period 2021-03-01..2021-03-31"),
    ("Педсовет 2 – ноябрь 2020 г.", "period 2020-11-01..2020-11-30"),
    ("1 этап – до 15 октября⏎2 этап – до 30 ноября", "~by ..2020-10-15 & ~by ..2020-11-30"),
    ("форма ОО-1 – до 20 сентября", "~by ..2020-09-20"),
    ("1) сентябрь; 2) январь", "~period 2020-09-01..2020-09-30 & ~period 2021-01-01..2021-01-31"),
    ("до 1 октября (1 раз)", "~by ..2020-10-01"),
    ("9а – 16.11, 9б – 17.11", "~period 2020-11-16..2020-11-16 & ~period 2020-11-17..2020-11-17"),
    ("октябрь 2020 г., приказ УО от 25.09.2020 № 310", "period 2020-10-01..2020-10-31"),
    ("9 – октябрь", "? deadline_text"),
    ("смена 1 – 21 июня", "~period 2021-06-01..2021-06-21 ? deadline_text"),
    ("занятие 1 – 10 ноября, занятие 2 – 17 ноября", "~period 2020-11-10..2020-11-10 & ~period 2020-11-17..2020-11-17"),
    ("семинар 5, 12 октября", "~period 2020-10-05..2020-10-05 & ~period 2020-10-12..2020-10-12"),
    ("раздел 1.2 – октябрь", "~period 2020-10-01..2020-10-31"),
    ("12 октября, начало в 10.00", "~period 2020-10-12..2020-10-12"),
    ("20.10.2020, каб. 12", "period 2020-10-20..2020-10-20"),
]

# «до», «к», «с», «после» before whatever a date may be; hours do not hide them.
BOUNDS = [
    ("в октябре-декабре 2020 г.", "period 2020-10-01..2020-12-31"),
    ("до 2024 года", "by ..2024-12-31 ? deadline_text"),
    ("не позднее 2021 года", "by ..2021-12-31"),
    ("до 2020 года включительно", "by ..2020-12-31"),
    ("с 2021 года", "ongoing 2021-01-01.."),
    ("с 2021-2022 учебного года", "~ongoing 2021-09-01.."),
    ("с 2020 по 2023 год", "period 2020-01-01..2023-12-31"),
    ("с IV квартала 2020 г.", "ongoing 2020-10-01.."),
    ("IV квартал 2020 – I квартал 2021 г.", "period 2020-10-01..2021-03-31"),
    ("с I по III квартал 2021", "period 2021-01-01..2021-09-30"),
    ("до IV квартала 2020", "by ..2020-12-31 ? deadline_text"),
    ("до последней пятницы сентября", "~by ..2020-09-25"),
    ("к концу октября", "~by ..2020-10-31"),
    ("к маю 2021", "by ..2021-05-31 ? deadline_text"),
    ("не позднее сентября", "~by ..2020-09-30"),
    ("с 3 недели сентября", "~ongoing 2020-09-15.. ? deadline_week"),
    ("до осенних каникул", "~by ? deadline_elsewhere"),
    ("после 15 октября", "~ongoing 2020-10-15.. ? deadline_text"),
    ("до 12.00 15.09.2020", "by ..2020-09-15"),
    ("до 16 часов 20 ноября", "~by ..2020-11-20"),
    ("15.09.2020 до 12.00", "period 2020-09-15..2020-09-15"),
    ("12.11.2020 в 14-30", "period 2020-11-12..2020-11-12"),
    ("крайний срок – 20 ноября", "~by ..2020-11-20"),
]

REPEATS = [
    ("ежемесячно (третий понедельник)", "recurring FREQ=MONTHLY;BYDAY=3MO"),
    ("ежемесячно (3-я среда)", "recurring FREQ=MONTHLY;BYDAY=3WE"),
    ("ежемесячно, последняя пятница", "recurring FREQ=MONTHLY;BYDAY=-1FR"),
    ("ежемесячно, 3 неделя", "recurring FREQ=MONTHLY ? deadline_text"),
    ("ежемесячно, вторник", "recurring FREQ=MONTHLY ? deadline_text"),
    ("2 раза в месяц (2 и 4 вторник)", "recurring FREQ=MONTHLY;BYDAY=2TU,4TU"),
    ("1 раз в неделю, четверг", "recurring FREQ=WEEKLY;BYDAY=TH"),
    ("1 раз в две недели (четверг)", "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
    ("до 25.12.2020, далее ежеквартально", "by ..2020-12-25 & recurring 2020-12-25.. FREQ=MONTHLY;INTERVAL=3"),
    (
        "декабрь, далее по полугодиям",
        "~period 2020-12-01..2020-12-31 & ~recurring 2020-12-31.. FREQ=MONTHLY;INTERVAL=6",
    ),
    ("Сентябрь 2020 и далее", "period 2020-09-01..2020-09-30 & ongoing 2020-09-30.."),
    ("постоянно с 01.09.2020", "ongoing 2020-09-01.."),
    ("постоянно (сентябрь-май)", "~period 2020-09-01..2021-05-31"),
    ("постоянно до 31.12.2020", "period ..2020-12-31"),
    ("постоянно, декабрь 2020", "ongoing & period 2020-12-01..2020-12-31"),
    ("ежемесячно с октября", "~recurring 2020-10-01.. FREQ=MONTHLY"),
    ("с октября ежемесячно", "~recurring 2020-10-01.. FREQ=MONTHLY"),
    ("ежемесячно до 25 мая 2021", "recurring ..2021-05-25 FREQ=MONTHLY"),
    ("ежегодно с 2021 года", "recurring 2021-01-01.. FREQ=YEARLY"),
    ("ежеквартально до 5 числа", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"),
    ("до 25-го каждого месяца", "recurring FREQ=MONTHLY;BYMONTHDAY=25"),
    ("каждое 15-е число", "recurring FREQ=MONTHLY;BYMONTHDAY=15"),
    ("10-15 числа ежемесячно", "recurring FREQ=MONTHLY;BYMONTHDAY=10,11,12,13,14,15"),
    ("до 5 числа месяца, следующего за отчетным кварталом", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"),
    ("каждые 2 недели", "recurring FREQ=WEEKLY;INTERVAL=2"),
    ("1 раз в 10 дней", "recurring FREQ=DAILY;INTERVAL=10"),
    ("каждую четверть", "recurring"),
    ("3 раза в течение учебного года", "~recurring 2020-09-01..2021-08-31"),
    ("дважды в год", "recurring"),
    ("1 раз в четв.", "recurring"),
    ("ежем.", "recurring FREQ=MONTHLY"),
]

# Events are not endless; beside a date they only say more of it.
EVENTS = [
    ("во время каникул", "ongoing ? deadline_elsewhere"),
    ("перед каникулами", "ongoing ? deadline_elsewhere"),
    ("в период проведения ГИА", "ongoing ? deadline_elsewhere"),
    ("по итогам четверти", "ongoing ? deadline_elsewhere"),
    ("в течение смены", "ongoing ? deadline_elsewhere"),
    ("по запросам ОУ", "ongoing"),
    ("по мере поступления документов", "ongoing"),
    ("сентябрь – май (по мере поступления)", "~period 2020-09-01..2021-05-31"),
    ("октябрь (по графику)", "~period 2020-10-01..2020-10-31"),
    ("по графику до 25.12.2020", "by ..2020-12-25"),
    ("по плану на 2021 год", "ongoing ? deadline_elsewhere"),
    ("в течение года, по плану школы", "~period 2020-09-01..2021-08-31"),
    ("сентябрь-октябрь; по запросу", "~period 2020-09-01..2020-10-31 & ongoing"),
    ("Сентябрь 2020 г.⏎По мере необходимости", "period 2020-09-01..2020-09-30 & ongoing"),
    ("сентябрь (далее по мере необходимости)", "~period 2020-09-01..2020-09-30 & ~ongoing 2020-09-30.."),
    ("декабрь (I полугодие)", "~period 2020-12-01..2020-12-31"),
    ("в течение года (сентябрь-май)", "~period 2020-09-01..2021-05-31"),
    ("октябрь (1 четверть)", "~period 2020-10-01..2020-10-31"),
    ("1, 3 четверть", "? deadline_text"),
    ("в течение 1 четверти", "? deadline_text"),
]

TYPING = [
    ("сентябpь 2020", "period 2020-09-01..2020-09-30"),  # Latin p
    ("дo 1 октября", "~by ..2020-10-01"),  # Latin o
    ("ІІ квартал 2021 г.", "period 2021-04-01..2021-06-30"),  # Ukrainian І
    ("П квартал 2021 г.", "period 2021-04-01..2021-06-30"),  # П for II
    ("IV-й квартал 2020", "period 2020-10-01..2020-12-31"),
    ("IVкв. 2020", "period 2020-10-01..2020-12-31"),
    ("I и II полугодие", "~period 2020-09-01..2020-12-31 & ~period 2021-01-01..2021-08-31 ? deadline_text"),
    ("07.12..2020", "period 2020-12-07..2020-12-07"),
    ("15.10,2020", "period 2020-10-15..2020-10-15"),
    ("до 15.09 .2020", "by ..2020-09-15"),
    ("15. 09. 2020", "period 2020-09-15..2020-09-15"),
    ("05. 10.2020", "period 2020-10-05..2020-10-05"),
    ("до 20.12 2020", "by ..2020-12-20"),
    ("2020-11-17", "period 2020-11-17..2020-11-17"),
    ("О1.10.2020", "period 2020-10-01..2020-10-01"),
    ("«15» октября 2020 г.", "period 2020-10-15..2020-10-15"),
    ("Сентябрь2020г.", "period 2020-09-01..2020-09-30"),
    ("20октября2020г.", "period 2020-10-20..2020-10-20"),
    ("с1.10 по15.10", "~period 2020-10-01..2020-10-15"),
    ("втечение года", "~period 2020-09-01..2021-08-31"),
    ("течение года", "~period 2020-09-01..2021-08-31"),
    ("на протяжении учебного года", "~period 2020-09-01..2021-08-31"),
    ("в ходе учебного года", "~period 2020-09-01..2021-08-31"),
    ("непозднее 15.10.2020", "by ..2020-10-15"),
    ("Постоян-⏎но", "ongoing"),
    ("Постоянн⏎о", "ongoing"),
    ("в тече-⏎ние года", "~period 2020-09-01..2021-08-31"),
    ("сентябрь-⏎октябрь", "~period 2020-09-01..2020-10-31"),
    ("Ок-тябрь", "~period 2020-10-01..2020-10-31"),
    ("1-ое октября", "~period 2020-10-01..2020-10-01"),
    ("20-го – 25-го ноября", "~period 2020-11-20..2020-11-25"),
    ("01.-10.09.2020", "period 2020-09-01..2020-09-10"),
    ("октябрь 20г.", "period 2020-10-01..2020-10-31"),
    ("20 – 21 уч. г.", "~period 2020-09-01..2021-08-31"),
    ("в постоянном режиме", "ongoing"),
    ("бессрочно", "ongoing"),
    ("до первого октября", "~by ..2020-10-01"),
    ("сентябрь-октябрь-ноябрь 2020", "period 2020-09-01..2020-11-30"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*LEFT_OVER, *FRAMES, *LISTS, *LABELS, *BOUNDS, *REPEATS, *EVENTS, *TYPING],
)
def test_deadline_step_by_step(text: str, expected: str) -> None:
    assert deadlines(text) == expected


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


@pytest.mark.parametrize(("text", "in_summer", "in_autumn"), AUGUST)
def test_august_of_an_order_of_summer_is_asked(text: str, in_summer: str, in_autumn: str) -> None:
    assert deadlines(text, year=PlanYear(school_start=2020, signed=date(2020, 8, 10))) == in_summer
    assert deadlines(text, year=PlanYear(school_start=2020, signed=date(2020, 10, 7))) == in_autumn


@pytest.mark.parametrize(
    ("signed", "asked"), [(date(2021, 6, 15), True), (date(2020, 11, 2), False), (date(2020, 12, 28), True)]
)
def test_a_month_long_past_is_asked_where_no_school_year_is_printed(signed: date, asked: bool) -> None:
    year = PlanYear(school_start=2020, derived=True, signed=signed)
    assert bool(parse_deadlines("сентябрь", year).doubts) == asked
    assert not parse_deadlines("сентябрь", PlanYear(school_start=2020, signed=signed)).doubts


@pytest.mark.parametrize(("text", "expected"), [*TWO_CLAUSES, *WEEKDAYS, *DAYS_OF_MONTHS])
def test_deadline_of_several_parts(text: str, expected: str) -> None:
    assert deadlines(text) == expected


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
        ("Постоян-\nно", ["Постоян-\nно"]),
        ("октябрь, ноябрь 2021 г.", ["октябрь", "ноябрь 2021 г."]),
        ("10,17,24.11.2020", ["10", "17", "24.11.2020"]),
        ("октябрь (третий четверг)", ["октябрь (третий четверг)"]),
        ("ІІ квартал 2021 г.", ["ІІ квартал 2021 г."]),
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


def test_two_doubts_about_one_cell_are_one_question_that_says_both() -> None:
    order = normalize_order(make_order([("Провести смотр", "до конца 1 четверти, 31.09", "Методисты")]), Knowledge())
    (question,) = [one for one in order.questions if one.kind.startswith("deadline")]
    assert "31.09" in question.text
    assert "четверти" in question.text


def test_doubt_is_in_the_words_of_the_cell() -> None:
    (doubt,) = parse_deadlines("до 2 недели", YEAR, "октябрь").doubts
    assert "«до 2 недели»" in doubt.text


IN_OCTOBER = [
    ("каждый вторник", "~recurring 2020-10-01..2020-10-31 FREQ=WEEKLY;BYDAY=TU"),
    ("ежедневно", "~recurring 2020-10-01..2020-10-31 FREQ=DAILY"),
    ("ежемесячно", "recurring FREQ=MONTHLY"),
    ("с 12.10, еженедельно", "~recurring 2020-10-12.. FREQ=WEEKLY"),
]


@pytest.mark.parametrize(("text", "expected"), IN_OCTOBER)
def test_what_repeats_within_a_month_ends_with_its_section(text: str, expected: str) -> None:
    assert deadlines(text, "октябрь") == expected


def test_the_period_of_a_plan_that_names_no_year_is_asked() -> None:
    summer = PlanYear(school_start=2021, derived=True, signed=date(2022, 4, 14))
    for text in ("весь период", "в течение всего периода"):
        assert [doubt.kind for doubt in parse_deadlines(text, summer).doubts] == ["deadline_text"]


def test_nobody_knows_whose_august_a_section_is() -> None:
    assert deadlines("каждый вторник", "август") == "recurring FREQ=WEEKLY;BYDAY=TU"
