"""Rules for what has no dates of its own: «постоянно», «по графику», «в день проведения», «за неделю до экзамена»."""

import re

from ingest.expressions import longest_first
from normalize.deadlines.patterns import DURING
from normalize.deadlines.points import MONTH, Context
from normalize.deadlines.span import Doubt, Span, span_of
from normalize.vocabulary import alternatives, forms_of

_SO_MANY = r"(?:\d+|один|одного|одну|два|две|двух|три|трех|пять|пяти|десять|десяти|несколько)"
_A_WHILE = (
    rf"(?:{_SO_MANY}(?:\s*-\s*{_SO_MANY})?)?\s*(?:-?\s*[хx]\s+)?"  # «3 дня», «2-3 дня», «две-три недели»
    r"(?:календарн\w+\s+|рабоч\w+\s+|учебн\w+\s+)?(?:дн\w+|день|недел\w+|суток|час\w*|месяц\w*)"
)
# What a phrase goes on with; the brackets of «РС(Я)» are the word's own; not those of «по плану(май)»
_OWN_BRACKETS = rf"(?<=[а-я])\((?!{MONTH})[а-я]{{1,3}}\)"
_LETTER = rf"(?:[^,;()\d]|{_OWN_BRACKETS})"
# An occasion with one of these is no «each time»: «по итогам I полугодия», «в период летних каникул»
_DATED = rf"\d|\b[ivx]+\b|\bгод|осенн|зимн|весенн|летн|\b{MONTH}"
BEFORE_EVENT = (
    rf"(?:не\s+(?:позднее|позже|менее)(?:\s+|,\s*)(?:чем\s+)?)?"
    rf"(?:за\s+|через\s+|{DURING}|спустя\s+|(?<=позже )|(?<=позднее ))"
    rf"{_A_WHILE}\s+(?:до|после|со\s+дня|с\s+момента)\s+(?:(?!\n\s*(?:\d|{MONTH}))(?:\d|{_LETTER}))*"
    r"|(?:до|после)\s+(?:начала|окончания|завершения|проведения|открытия|получения)\s+"
    r"(?![^,;()]*(?:год|месяц))[^,;()\d]+"
    r"|(?:до|после)\s+(?:(?:осенн|зимн|весенн|летн)\w+\s+)?каникул\b"
)
_ONGOING = forms_of("deadlines", "ongoing")
_FROM_THEN = r"(?:,?\s*(?:с|со)\s+(?:момента|даты|дня)\s+[^,;()\d]*)?"
_TAIL = (  # «по запросу школ», «по мере поступления документов»
    rf"(?:\s+(?!(?:до|с|со|к|по|в|во|и|но|или|не|раз|далее|затем|{MONTH}|еже\w+|кажд\w+)\b)[а-я]+(?:{_OWN_BRACKETS})?)*"
)
CONDITION = rf"(?:{alternatives('deadlines', 'condition')})(?!\w)(?![^,;()]*(?:{_DATED}))(?:\d|{_LETTER})*"
# «по итогам каждой четверти (полугодия)»: the same of other classes
_OF_OTHERS = r"(?:\((?:или\s+)?(?:четверти|полугодия|триместра|семестра|квартала|(?:учебного\s+)?года)\)\s*)?"
OCCASION = rf"(?:{alternatives('deadlines', 'occasion')})(?!\w)(?![^,;()]*(?:{_DATED}))(?:\d|{_LETTER})*{_OF_OTHERS}"


def _ongoing(value: str) -> str:
    forms = longest_first((form for form, meaning in _ONGOING.items() if meaning == value))
    return "(?:" + "|".join(form.replace(" ", r"\s+") for form in forms) + r")(?!\w)"


ALWAYS = _ongoing("always") + _FROM_THEN
ON_DEMAND = _ongoing("on demand") + _TAIL
# «по графику до 25.12», «по плану ежемесячно»: what follows is a deadline of its own
ELSEWHERE = (
    rf"(?:{alternatives('deadlines', 'elsewhere')})(?!\w)"
    rf"(?:(?!\b(?:до|к|с|по|не\s+позднее)\s+\d|\bв\s+теч|\bеже[мндкг]|\bкажд|\b{MONTH}){_LETTER})*"
    r"(?:20\d\d(?:\s*[-/]\s*(?:20)?\d\d)?(?:\s*уч\w*\.?)?(?:\s*г\w*\.?)?(?!\d))?"
)
AND_ON = r"(?:и\s+)?далее\s*(?:$|(?=[;\n)]))"


def read_ongoing(match: re.Match[str], context: Context) -> list[Span]:
    """«постоянно», «по мере необходимости», «по запросу»; not «ежедневно»: that one repeats."""
    return [span_of(match, "ongoing")]


def read_and_on(match: re.Match[str], context: Context) -> list[Span]:
    """«сентябрь 2020 и далее»: on and on after that; not «сентябрь, далее ежегодно»."""
    return [span_of(match, "ongoing")]


def read_condition(match: re.Match[str], context: Context) -> list[Span]:
    """«при поступлении обращений», «по мере обновления»: whenever it is needed; not «при проведении экзамена»."""
    return [span_of(match, "ongoing")]


def read_occasion(match: re.Match[str], context: Context) -> list[Span]:
    """«в день проведения», «накануне праздников»: who knows when that happens? Not «за неделю до экзамена»."""
    doubt = Doubt("deadline_elsewhere", f"Когда это будет: «{match.group().strip()}»?")
    return [span_of(match, "ongoing", doubt=doubt)]


def read_before_event(match: re.Match[str], context: Context) -> list[Span]:
    """«за неделю до экзамена», «в течение 3 дней после олимпиады»: no later than a day that another paper says."""
    doubt = Doubt("deadline_elsewhere", f"Когда это будет: «{match.group().strip()}»?")
    return [span_of(match, "by", inferred=True, doubt=doubt)]


def read_elsewhere(match: re.Match[str], context: Context) -> list[Span]:
    """«по графику», «согласно планов центра и города»: the dates stand in another paper, so it is asked."""
    doubt = Doubt("deadline_elsewhere", f"Даты стоят в другом документе: «{match.group().strip()}».")
    return [span_of(match, "ongoing", doubt=doubt)]
