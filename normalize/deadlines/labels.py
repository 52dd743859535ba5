"""What of a deadline cell is no date: hours, classes, numbers of things, papers with their dates, reporting years."""

import re

from ingest.expressions import expression
from normalize.deadlines.patterns import DURING, ORDINAL, SCHOOL_YEAR_WORDS, WEEKDAY
from normalize.deadlines.points import MONTH
from normalize.morphology import is_word
from normalize.traced import Traced, blank
from normalize.vocabulary import alternatives, forms_of

# «в 14.00», «с 15.00 до 17.30», «12-00», «10 часов»; not «20.10», a date, nor «45.13», a slip
_HOUR = (
    r"(?:(?:[01]?\d|2[0-3])(?::[0-5]\d|\.(?:00|15|[2-5][05])|\s?-\s?00)(?!\d)(?!\s?\.\d)"
    r"(?:\s*(?:час\w*|ч)\b\.?)?|\d{1,2}\s*(?:час\w*|ч)\b\.?(?:\s*\d{1,2}\s*мин\w*\.?)?)"
)
_BEFORE_DATE = rf"(?=\s*(?:г\.\s*)?(?:\d{{1,2}}\.\d|\d{{1,2}}\s+{MONTH}))"
_BY_HOUR = expression(rf"(?<![\d.])(?:(?<=до )|(?<=позднее )|(?<=к )){_HOUR}{_BEFORE_DATE}")  # «до 12.00 15.09.2020»
_HOURS = expression(rf"(?<![\d.])(?:\bначало\s+)?(?:\b(?:в|с|до|к|на)\s+)?{_HOUR}(?:\s*(?:-|до)\s*{_HOUR})?")
_CLOCK = r"(?:[01]?\d|2[0-3])"
_TO_HOUR = r"\s*(?:-|до|по)\s*"
# «с 16 до 18 ч.», «16-18 часов», «с 9.00 до 17 часов»; not «40 часов» of a course
_FROM_HOUR_TO_HOUR = expression(
    rf"(?<![\d.])(?:\bс\s+)?{_CLOCK}(?:[.:-][0-5]\d)?{_TO_HOUR}{_CLOCK}(?:[.:-][0-5]\d)?\s*(?:час\w*|ч)\b\.?"
    rf"|(?<![\d.])(?:\bс\s+{_CLOCK}[.:-][0-5][05]|{_CLOCK}-00)(?!\d|\s?\.\d){_TO_HOUR}{_CLOCK}[.:-](?:00|[2-5][05])(?!\d|\s?\.\d)"
)
_MINUTES = "(?:30|35|4[05]|5[05])"  # that are no numbers of classes, and rarely the last of some days
_OTHER_THAN_DAYS = rf"(?!\d|\s?\.\d|\s*(?:{MONTH}|числ|кл))"
_HOUR_AFTER_DATE = expression(  # «12.11.2020 в 14-30», «12.10 в 12.10», «14 ноября в 14-30»
    rf"(?:(?<=20\d\d )|(?<=\d\.\d\d )|(?<=\d\.\d\d\s))(?:в\s+){_CLOCK}[-.:][0-5]\d(?![\d.])(?:\s*ч\w*\b\.?)?"
    rf"|(?<=20\d\d ){_CLOCK}-[0-5]\d(?![\d.])"
    rf"|(?<![\d.])\b(?:в\s+{_CLOCK}-[0-5][05]|с\s+{_CLOCK}-{_MINUTES}){_OTHER_THAN_DAYS}(?:\s*ч\w*\b\.?)?"
)
# «15.12.2020, 9-30», «14 ноября (10-30)», «каждый четверг, 15-30»; not «октябрь, 20-30», days
_HOUR_BESIDE_DATE = expression(
    rf"(?:\d\.\d\d(?:\.(?:20)?\d\d)?|\d\s+{MONTH}(?:\s*20\d\d)?|{WEEKDAY})\s*(?:г\b\.?)?[\s,;(]+"
    rf"(?P<hour>{_CLOCK}-{_MINUTES}{_OTHER_THAN_DAYS})(?=\s*(?:$|[),;\n]))"
    rf"|(?:^|(?<=[;\n]))(?P<before>{_CLOCK}-{_MINUTES})(?=[\s,]+(?:\d{{1,2}}\.\d|\d{{1,2}}\s+{MONTH}))"
)
# «до 20.11 (11 класс)», «май (9-е, 11-е кл.)», «9а – 16.11»
_CLASSES = expression(
    r"(?<![\d.])\d{1,2}(?:-?[а-я]{1,2})?(?:\s*[-,и]\s*\d{1,2}(?:-?[а-я]{1,2})?)*\s*(?:класс\w*|кл\b\.?)"
    r"|(?<![\d.])\d{1,2}\s?[«\"]?[абв][»\"]?(?=\s*(?:[-,;)]|$))"
)
_NUMBERED = rf"(?:{alternatives('deadlines', 'numbered')})(?!\w)"
_NUMBER = r"(?:\d{1,3}(?:-?(?:й|я|е|ый|ая|ое))?|[ivx]+)(?![\d.]\d|\w)"
# «семинар 5, 12 октября»: days; «корпус 1 – 12 октября»: a number
_NO_DAY = rf"(?!\s*{MONTH}|\s*-\d|\s+числ|\s*(?:,|и)\s*\d{{1,2}}(?:\.\d|\s*{MONTH}|\s*(?:,|и|-)\s*\d))"
_EVENTS = tuple(form for form, value in forms_of("deadlines", "numbered").items() if value == "event")
_THINGS = tuple(forms_of("deadlines", "numbered"))
_DAY = rf"\d{{1,2}}(?:\.\d{{1,2}}(?:\.(?:20)?\d\d)?|\s+{MONTH})?"
_RANGE_BEHIND = rf"(?:с\s+)?(?P<low>{_DAY})\s*(?:-|по)\s*(?P<high>{_DAY})(?![\d.]\d)"
_EXTRA = r"доп(?:\.\s*|олнительн\w+\s+)(?:срок\w*|дни|день|период)"
_LABELS = (
    # «ОО-1 – до 20.09.2022», «МО-1 до 15.10»
    expression(rf"(?<![\w-])(?!{MONTH})[а-я]{{2,}}-\d{{1,3}}(?=\s*(?:[-:]\s*)?(?:до|не\s+поз(?:днее|же))\s)"),
    # «СОШ-2 – 10.11»; not «отчёт-2 – 10 ноября»
    expression(rf"(?<![\w-])(?!{MONTH})(?P<name>[а-я]{{2,}})-\d{{1,3}}(?=\s*[-:]\s*\d{{1,2}}(?:\.\d|\s+{MONTH}))"),
    # «приказ УО от 25.09.2020 № 310»
    expression(r"\bот\s+\d{1,2}\.\d{1,2}\.(?:20)?\d\d(?:\s*г\b\.?)?\s*№\s*[\w/.-]*\d[\w/-]*"),
    expression(r"(?<=:)\s*[+*vхx✓✔√•](?=\s*(?:[;\n]|$))"),  # «сентябрь: +»: a tick in the column of a month
    expression(
        r"\(\s*(?:доп\.\s*|(?:основн|дополнительн|резервн|ориентировочн|предварительн)\w+\s+)"
        r"(?:срок\w*|день|дни|период)\s*\)"
    ),
    # «доп.сроки: 13.03», «5 сентября – доп. срок»; not «май-июнь, доп. сроки»: whatever these are, they stand elsewhere
    expression(
        rf"(?<!\w){_EXTRA}(?=[\s:(-]*(?:со?\s+)?(?:\d{{1,2}}(?:\.\d|\s*[-,]\s*\d|\s+{MONTH})|{MONTH}))"
        rf"|(?<=[\d.а-я])\s+(?:-\s*)?{_EXTRA}(?!\s*[\w:(])"
    ),
    expression(r"(?<!\w)(?:гиа|гвэ|огэ|егэ|всош)\s?-?\s?(?:9|11)(?![\d.])"),  # «июнь (ГИА-11)»: of which class it is
    expression(r"(?<!\w)в\s+срок(?=\s+(?:до|ко?|не\s+поз(?:днее|же))\s)"),  # «ежемесячно, в срок до 5 числа»
    expression(r"(?<![\w.])(?:\d(?:-?[а-я]{1,2})?|первым|вторым|третьим|последним)\s+уроком(?!\w)"),
    expression(rf"\bв\s+течение\s+месяца(?=\s*[(,:-]+\s*{MONTH})"),  # «в течение месяца (март)»
    # «в течение недели с 14 по 18 марта»: its days are printed; not «в течение недели с 14 марта»
    expression(rf"(?P<length>{DURING}(?:недели|декады|месяца))(?=[\s(,:-]*{_RANGE_BEHIND})"),
    # «10.11.2020 (перенос с 27.10.2020)», «(вместо 27.10)»: the day that holds no more
    expression(r"\b(?:перен(?:ос|есен\w*)\s+с(?:о)?|вместо)\s+\d{1,2}\.\d{1,2}(?:\.(?:20)?\d\d)?(?![\d.]\d)"),
    # «15 сентября после 5 урока», «на 3 уроке»: an hour
    expression(r"\b(?:после|на|во\s+время)\s+\d(?:-?(?:го|м|ем|ом))?\s+урок\w+"),
    expression(r"(?<=приказом )от\s+\d{1,2}\.\d{1,2}\.20\d\d"),
    expression(r"(?<![\d.])\d+\s+раза?\b(?!\s*(?:в|во|за|/|на)\b|\s*/)"),
    expression(rf"№\s*№?\s*[\w/.-]*\d[\w/-]*(?:\s*(?:,|и)\s*\d{{1,3}}(?![\d.]|\s*{MONTH}))*"),
    expression(rf"(?<![\d.]){_NUMBER}(?:\s*(?:,|и|-)\s*{_NUMBER})*\s+{_NUMBERED}"),
    expression(rf"(?<!\w){_NUMBERED}\s*(?:[а-я]{{1,3}}-\d+|\d+-[а-я]{{1,3}}|{_NUMBER}{_NO_DAY})"),
    expression(r"(?<!\w)(?:п\.|пункт\w*|подпункт\w*|раздел\w*|лот\w*|приложени\w*)\s*\d{1,2}(?:\.\d{1,2})+\.?"),
    expression(r"(?:^|(?<=[\n;,]))\s*\d{1,2}(?:\)|\.(?=\s+[а-я]))(?=\s*[а-я])"),  # «1) сентябрь; 2) май»
)
# «за 2020 год – до 20.01.2021», «по итогам I полугодия (до 15 января)»: what is reported, not when
_REPORTED = expression(
    r"(?:\bза|\bпо\s+(?:итогам|результатам)|\bитоги|\bитогам|\bанализ)\s+(?:[^\d,;()\n-]*?\s)?"
    rf"(?:20\d\d(?:\s*[-/]\s*(?:20)?\d\d)?\s*(?:{SCHOOL_YEAR_WORDS}|г\w*\b\.?)?|(?:[ivx]+|\d|перв\w+|втор\w+)\s+(?:полугоди\w+|квартал\w*|четверт\w+|триместр\w*)"
    rf"(?:\s+20\d\d(?:\s*[-/]\s*(?:20)?\d\d)?\s*(?:{SCHOOL_YEAR_WORDS}|г\w*\b\.?)?)?)(?!\d)"
)
# «до 1 июня (по итогам года)», «сентябрь, май (начало и конец года)»
_OF_YEAR = r"(?:учебного\s+|уч\.\s*|календарного\s+)?года"
_SAID_MORE = expression(rf"\(\s*(?:по\s+(?:итогам|результатам)|начало\s+и\s+конец)\s+{_OF_YEAR}\s*\)")
# «1 день (2 июня)», «День 5⏎6 июня», «02.06 – 3-й день»: which day of a camp it is; not «1 день до 2 июня»
_NTH_DAY = rf"(?:\d{{1,2}}\s?-?(?:й|ый|ой|ий)|(?!\d)(?:{ORDINAL}))\s+день"
_DAY_NUMBER = rf"день\s+(?:№\s*)?\d{{1,2}}(?![\d.]|\s*{MONTH})"
_DAY_LABEL = expression(
    rf"(?:^|(?<=\n))\s*(?:{_NTH_DAY}|\d{{1,2}}\s+день|{_DAY_NUMBER})(?=\s*[\n(:,;.-]|\s+\d)"
    rf"|(?<=[(,\n-])\s*(?:{_NTH_DAY}|{_DAY_NUMBER})(?=\s*(?:$|[\n);]))"
)
# «9 мая, ко Дню Победы», «апрель (к юбилею школы)»: why then; not «к последнему дню месяца», a term
_OCCASION_DAY = expression(
    rf"\bко?\s+(?:\d+(?:-?(?:й|му|ой)?\s+|-(?:летнему\s+)?))?(?:(?:{alternatives('deadlines', 'kind_of_day')})\s+)?"
    rf"(?:дню(?=\s+[а-я])(?!\s+(?:{alternatives('deadlines', 'day_of_work')}))"
    rf"|(?:{alternatives('deadlines', 'occasion_day')})(?![а-я]))"
    rf"(?:(?!\s-|\b(?:до|по|с|со|в|далее|затем|не)\b|\bеже|\bкажд|\b{MONTH})[^,;:()\n\d])*"
)
# «1-10 октября, круглосуточно», «ежедневно (круглосуточно)»: the hours
_ALL_DAY = expression(r"(?<=\w)[\s,(-]+круглосуточно\b|(?:^|(?<=\n))\s*круглосуточно(?=[\s,(-]+\w)")
# «1. 10.09⏎2. 12.10»: numbers of a list, counted from one
_LIST_NUMBER = expression(r"(?:^|(?<=\n))\s*(?P<number>\d{1,2})(?:\)|\.)\s+(?=\d{1,2}\.\d{1,2}(?!\d)|\d{1,2}\s+[а-я])")
_RANGE_OF_DAYS = expression(rf"\s*-\s*\d{{1,2}}(?:\s*{MONTH}|\.\d)")
_ANOTHER_DATE = expression(rf"\d\.\d|\b{MONTH}")


def without_labels(cell: Traced) -> Traced:
    """The cell with blanks where something is no date."""
    rest = _without(_without_list_numbers(cell), _CLASSES)
    rest = _without(rest, _FROM_HOUR_TO_HOUR)
    for match in _HOUR_BESIDE_DATE.finditer(rest.text):
        rest = blank(rest, *match.span("before" if match["hour"] is None else "hour"))
    for pattern in (_ALL_DAY, _BY_HOUR, _HOUR_AFTER_DATE, _HOURS, *_LABELS):
        rest = _without(rest, pattern)
    said = (_REPORTED, _SAID_MORE, _DAY_LABEL, _OCCASION_DAY)
    for match in [match for pattern in said for match in pattern.finditer(rest.text)]:
        if _ANOTHER_DATE.search(rest.text[: match.start()] + rest.text[match.end() :]):
            rest = blank(rest, *match.span())
    return rest


def _without_list_numbers(cell: Traced) -> Traced:
    found = list(_LIST_NUMBER.finditer(cell.text))
    if len(found) > 1 and [int(match["number"]) for match in found] == list(range(1, len(found) + 1)):
        for match in found:
            cell = blank(cell, *match.span())
    return cell


def _without(cell: Traced, pattern: re.Pattern[str]) -> Traced:
    printed = cell.text
    for match in pattern.finditer(printed):
        if not _may_be_days(printed, match):
            cell = blank(cell, *match.span())
    return cell


def _may_be_days(text: str, label: re.Match[str]) -> bool:
    """«смена 1 – 21 июня»: a shift of three weeks, or the first one's day? Not where several are numbered.

    «отчёт-2 – 10 ноября»: a slip; not «ОО-1 – до 20.09», letters that are no word.
    """
    if (name := label.groupdict().get("name")) is not None:
        return is_word(name) and name not in _THINGS
    if (length := label.groupdict().get("length")) is not None:
        return not _fits(length, label["low"], label["high"])
    noun = label.group().split()[0]
    if noun not in _EVENTS or _RANGE_OF_DAYS.match(text, label.end()) is None:
        return False
    return len(re.findall(rf"\b{noun}\s+\d", text)) < 2


def _fits(length: str, low: str, high: str) -> bool:
    """Whether days are as many as a week, ten days or a month may have: not «в течение недели с 1 по 30 октября»."""
    days = int(re.findall(r"\d+", high)[0]) - int(re.findall(r"\d+", low)[0])
    most = next(most for word, most in (("недел", 7), ("декад", 11), ("месяц", 31)) if word in length)
    return 0 < (days if days > 0 else days + 30) < most
