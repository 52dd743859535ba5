"""Rules for what repeats: «ежеквартально», «третий четверг каждого месяца», «1 раз в полугодие»."""

import re
from dataclasses import replace

from normalize.deadlines.parts import DECADES, WEEKDAY_CODES, WEEKS_OF_MONTH, week_doubt
from normalize.deadlines.patterns import DURING, EDGE, ORDINAL, ORDINAL_LIST, ORDINALS, WEEKDAY, WEEKDAY_LIST, WEEKDAYS
from normalize.deadlines.points import MONTH, Context
from normalize.deadlines.span import Span, span_of, text_doubt
from normalize.vocabulary import alternatives, forms_of

EVERY = forms_of("deadlines", "every")
UNITS = forms_of("deadlines", "unit")
COUNTS = forms_of("deadlines", "count")
ADVERBS = forms_of("deadlines", "times")  # «дважды»
_EVERY = rf"(?:{alternatives('deadlines', 'every')})(?!\w)"
_UNIT = rf"(?:{alternatives('deadlines', 'unit')})(?!\w)"
_COUNT = rf"(?:\d+|{alternatives('deadlines', 'count')})"
TIMES_A = (
    rf"(?:по\s+)?(?:не\s+(?:реже|менее|чаще)\s+)?(?:(?P<count>{_COUNT}(?:\s*-\s*\d+)?)\s*(?:-?\s?[хx])?\s*)?"
    rf"(?:(?:раза?|р\.?|разу)\s*|(?P<twice>{alternatives('deadlines', 'times')})\s+)"
)
_NOT_A_DAY = rf"(?![\d.:]|\s*(?:-\s*\d|{MONTH}))"
_DAY = r"\d{1,2}(?:-?(?:е|го|му|ое))?"
DAYS = rf"{_DAY}(?:\s*(?:,|и)\s*{_DAY})*"
BY = r"(?:до|ко?|на|не\s+позднее|не\s+позже)\s+"
_FOLLOWING = r"(?:,?\s*следующего\s+(?:месяца\s+)?за\s+отчетным(?P<reported>\s+(?:месяцем|периодом))?)"
OF_MONTH = rf"(?:каждого\s+(?:последующего\s+)?месяца|ежемесячно|(?:отчетного\s+)?месяца{_FOLLOWING}?)"
_EACH_MONTH = r"(?:каждого\s+)?месяца\b(?!\s*,?\s*следующ)"
_ORDER = r"(?:во?\s+)?(?:кажд\w+\s+)?"

MONTHLY_DAY = rf"(?:{BY})?(?P<days>{DAYS})\s*(?:числ\w+)?\s*,?\s*{OF_MONTH}"
MONTHLY_FROM_TO = rf"(?P<days>\d{{1,2}}\s*-\s*\d{{1,2}})\s*(?:числ\w+)?\s*,?\s*{OF_MONTH}"
MONTHLY_DAYS = rf"с\s+(?P<days>\d{{1,2}}\s+по\s+\d{{1,2}})\s+числ\w+\s+{OF_MONTH}"
EVERY_NTH_DAY = r"кажд(?:ое|ого)\s+(?P<days>\d{1,2})(?:-?(?:е|го))?\s+числ(?:о|а)(?:\s+месяца)?(?P<reported>)"
DAY_OF_EVERY = (
    rf"(?:(?P<every>ежемесячно|каждый\s+месяц|ежеквартально)|{TIMES_A}(?:в\s+)(?P<unit>месяц|квартал))[\s,(:-]*"
)
DAY_OF_EVERY += (
    rf"(?:{BY}(?P<by_days>{DAYS}){_NOT_A_DAY}(?:\s+числ\w+|(?!\s*[а-я]))|(?P<days>{DAYS})\s+числ\w+)"
    rf"(?:\s*(?:следующего\s+)?{OF_MONTH})?\)?"
)
DAY_EVERY_QUARTER = rf"(?:{BY})?(?P<days>{DAYS})\s+числ\w+\s*[,(]?\s*(?P<every>ежеквартально)(?!\w)\)?"
# «ежемесячно 1-5 числа», «ежемесячно с 1 по 5 число»
_FROM_DAY_TO_DAY = r"(?P<days>\d{1,2}\s*(?:-|по)\s*\d{1,2})(?P<by_days>)"
DAYS_OF_EVERY = rf"(?P<every>ежемесячно|каждый\s+месяц)[\s,(:-]*(?:с\s+)?{_FROM_DAY_TO_DAY}\s+числ\w+\)?"
NTH_WEEKDAY = rf"{_ORDER}(?P<nths>{ORDINAL_LIST})\s+(?P<weekday>{WEEKDAY})\s+{OF_MONTH}"
EVERY_NTH_WEEKDAY = rf"во?\s+кажд\w+\s+(?P<nths>{ORDINAL_LIST})\s+(?P<weekday>{WEEKDAY})|" + (
    rf"кажд\w+\s+(?P<nths2>{ORDINAL_LIST})\s+(?P<weekday2>{WEEKDAY})"
)
NTH_WEEKDAY_OF_EVERY = (
    rf"(?:ежемесячно|каждый\s+месяц|{TIMES_A}в\s+(?:месяц|мес\b\.?))[\s,(:-]*{_ORDER}(?P<nths>{ORDINAL_LIST})\s+"
    rf"(?P<weekday>{WEEKDAY})(?:\s+{OF_MONTH}|(?!\s*{MONTH}))\)?"
)
PART_OF_EVERY = (
    rf"(?:(?:ежемесячно|каждый\s+месяц)[\s,(:-]*)?{_ORDER}(?:(?P<nths>{ORDINAL_LIST})\s+(?P<unit>недел\w+|нед\b\.?|декад\w+)"
    rf"|(?P<edge>{EDGE}))\s+{_EACH_MONTH}\)?"
)
WEEKDAYS_OF_EVERY = (
    rf"(?P<every>еженедельно|{TIMES_A}в\s+(?:неделю|нед\b\.?|(?:две|2)\s+недели))[\s,(:-]*(?:по\s+|в\s+|во\s+)?"
    rf"(?P<weekdays>{WEEKDAY}\.?(?P<to>\s*(?:-|по)\s*){WEEKDAY}|{WEEKDAY_LIST})\)?"
)
_EACH_WEEK = r"[\s,(-]+(?:еженедельно|каждую\s+неделю)\)?"
WEEKDAY_PATTERN = rf"(?:кажд\w+|по)\s+(?P<weekdays>{WEEKDAY_LIST}(?P<to>))(?:\s+месяца\b|{_EACH_WEEK})?"
WEEKDAYS_EVERY_WEEK = rf"(?P<weekdays>{WEEKDAY_LIST}(?P<to>)){_EACH_WEEK}"
LONE_NTH_WEEKDAY = rf"(?:во?\s+)?(?P<nths>{ORDINAL_LIST})\s+(?P<weekday>{WEEKDAY})"
SEVERAL_WEEKDAYS = rf"(?P<weekdays>{WEEKDAY}\.?(?P<to>)(?:\s*(?:,|и)\s*{WEEKDAY}\.?)+)"
FROM_WEEKDAY = rf"(?:ежедневно[,\s(]*)?(?:с\s+)?(?P<weekdays>{WEEKDAY}\.?(?P<to>\s*(?:-|по)\s*){WEEKDAY})"
WORKING_DAYS = rf"(?:{alternatives('deadlines', 'working_days')})(?!\w)"
INTERVAL = (
    rf"(?:кажды[ех]|{TIMES_A}в)\s+(?P<number>\d+(?:\s*-\s*\d+)?|{alternatives('deadlines', 'count')})\s+"
    r"(?P<unit>дн[яей]\w*|недел\w+|месяц\w*|мес\b\.?|нед\b\.?|года|лет)(?!\w)"
)
TIMES = rf"{TIMES_A}(?:в\s+|за\s+|/\s*|{DURING})(?P<unit>{_UNIT})"
TIMES_A_YEAR = rf"{TIMES_A}{DURING}(?:(?:учебного|уч\.?)\s+)?(?P<unit>года)"
EVERY_PATTERN = rf"(?P<every>{_EVERY})"


def read_monthly_day(match: re.Match[str], context: Context) -> list[Span]:
    """«до 25 числа каждого месяца», «до 25-го каждого месяца», «10-15 числа ежемесячно».

    Not «до 25 мая».
    """
    reported = (match["reported"] or "").strip()
    doubt = text_doubt(match, ": каким периодом?") if reported == "периодом" else None
    rrule = f"FREQ=MONTHLY;BYMONTHDAY={days_of(match['days'])}"
    return [span_of(match, "recurring", rrule=rrule, doubt=doubt)]


def read_day_of_every(match: re.Match[str], context: Context) -> list[Span]:
    """«ежемесячно до 5 числа», «1 раз в квартал (до 10 числа)», «до 10 числа ежеквартально»;
    not «ежемесячно до 25 мая».
    """
    rrule = EVERY[" ".join(match["every"].split())] if match["every"] else UNITS[match["unit"]]
    return [span_of(match, "recurring", rrule=f"{rrule};BYMONTHDAY={days_of(match['days'] or match['by_days'])}")]


def read_part_of_every(match: re.Match[str], context: Context) -> list[Span]:
    """«первая декада каждого месяца»: days 1 to 10; «1 и 3 неделя месяца»: asked, as the weeks of one month are.

    «в конце каждого месяца»: some day of it.
    """
    if match["edge"]:
        return [span_of(match, "recurring", rrule="FREQ=MONTHLY")]
    weekly = not match["unit"].startswith("дек")
    parts = WEEKS_OF_MONTH if weekly else DECADES
    bounds = [parts.get(ORDINALS[nth]) for nth in re.findall(ORDINAL, match["nths"])]
    if None in bounds:
        return []
    days = {day for part in bounds if part is not None for day in range(part[0], part[1] + 1)}
    rrule = f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, sorted(days)))}"
    return [span_of(match, "recurring", rrule=rrule, doubt=week_doubt(match) if weekly else None)]


def days_of(printed: str) -> str:
    """«1 и 15» → 1,15; «10-15» → 10,11,12,13,14,15."""
    days = [int(day) for day in re.findall(r"\d+", printed)]
    if re.search(r"\d\s*(?:-|по)\s*\d", printed):
        days = list(range(days[0], days[-1] + 1))
    if not days or min(days) < 1 or max(days) > 31:
        raise ValueError("no such day in any month")
    return ",".join(str(day) for day in days)


# «каждый первый», «каждый последний» can only be of a month
_EVERY_OTHER = {2: "раз в две недели", 3: "раз в три недели", 4: "раз в четыре недели", 5: "раз в пять недель"}


def read_nth_weekday(match: re.Match[str], context: Context) -> list[Span]:
    """«третий четверг каждого месяца», «2 и 4 вторник месяца», «ежемесячно (третий понедельник)».

    «каждая вторая среда» without a month is asked: of each month, or every other week?
    Not «третий четверг сентября»: that one is a day.
    """
    groups = match.groupdict()
    weekday = WEEKDAYS[groups["weekday"] or groups["weekday2"]]
    nths = [ORDINALS[nth] for nth in re.findall(ORDINAL, groups["nths"] or groups["nths2"])]
    interval = _EVERY_OTHER.get(nths[0]) if "nths2" in groups and len(nths) == 1 else None
    doubt = text_doubt(match, f": каждого месяца или {interval}?") if interval is not None else None
    rrule = f"FREQ=MONTHLY;BYDAY={','.join(f'{nth}{weekday}' for nth in nths)}"
    return [span_of(match, "recurring", rrule=rrule, doubt=doubt)]


def read_weekday(match: re.Match[str], context: Context) -> list[Span]:
    """«каждую пятницу», «еженедельно по вторникам и средам», «1 раз в неделю, четверг», «пн-пт»; not «пятница»."""
    codes = [WEEKDAYS[word] for word in re.findall(WEEKDAY, match["weekdays"])]
    if match["to"]:
        codes = list(WEEKDAY_CODES[WEEKDAY_CODES.index(codes[0]) : WEEKDAY_CODES.index(codes[-1]) + 1])
    every_other = re.search(r"(?:две|2)\s+недели", match.group()) is not None
    interval = ";INTERVAL=2" if every_other else ""
    return [span_of(match, "recurring", rrule=f"FREQ=WEEKLY{interval};BYDAY={','.join(codes)}")] if codes else []


def read_lone_nth_weekday(match: re.Match[str], context: Context) -> list[Span]:
    """«последний четверг»: of each month, it is asked; not «октябрь, третий четверг», nor under «Октябрь»."""
    beside = match.string[: match.start()] + match.string[match.end() :]
    if re.search(r"\w", beside) or context.hint is not None:
        return []
    return [replace(span, doubt=text_doubt(match, ": каждого месяца?")) for span in read_nth_weekday(match, context)]


def read_several_weekdays(match: re.Match[str], context: Context) -> list[Span]:
    """«вторник, четверг», «пн., ср., пт.»: each week; not «понедельник» (which one?), «октябрь, вторник»."""
    beside = match.string[: match.start()] + match.string[match.end() :]
    return [] if re.search(r"\w", beside) else read_weekday(match, context)


def read_working_days(match: re.Match[str], context: Context) -> list[Span]:
    """«по рабочим дням», «кроме выходных»: Monday to Friday; not «3 рабочих дня»."""
    return [span_of(match, "recurring", rrule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]


def read_every(match: re.Match[str], context: Context) -> list[Span]:
    """«ежеквартально» → every three months; «каждую четверть» repeats, but schools say when; not «ежедневный»."""
    return [span_of(match, "recurring", rrule=EVERY[" ".join(match["every"].split())] or None)]


_FREQUENCIES = {"д": "DAILY", "н": "WEEKLY", "м": "MONTHLY", "г": "YEARLY", "л": "YEARLY"}


def read_interval(match: re.Match[str], context: Context) -> list[Span]:
    """«каждые 2 недели», «1 раз в 10 дней», «один раз в пять лет»; «1 раз в 2-3 недели» says no rule."""
    number = COUNTS.get(match["number"], match["number"])
    once = is_once(match)
    if not number.isdigit() or not once or int(number) < 1:
        return [span_of(match, "recurring")]
    rrule = f"FREQ={_FREQUENCIES[match['unit'][0]]};INTERVAL={int(number)}"
    return [span_of(match, "recurring", rrule=rrule.removesuffix(";INTERVAL=1"))]


def read_times(match: re.Match[str], context: Context) -> list[Span]:
    """«1 раз в полугодие» → every six months; «два раза в год», «дважды в год» repeat, but nobody printed when."""
    rrule = UNITS.get(" ".join(match["unit"].split())) or None
    return [span_of(match, "recurring", rrule=rrule if is_once(match) else None)]


def read_times_a_year(match: re.Match[str], context: Context) -> list[Span]:
    """«3 раза в течение учебного года»: repeats within the plan's year; not «3 раза в год»."""
    first, last = context.year.bounds or (None, None)
    return [span_of(match, "recurring", first, last, inferred=True)]


def is_once(match: re.Match[str]) -> bool:
    count = (match["count"] or "1").strip()
    return match["twice"] is None and COUNTS.get(count, count) == "1"
