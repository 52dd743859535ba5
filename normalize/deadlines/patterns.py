"""Regular expressions that several rules of deadline cells are made of."""

from normalize.deadlines.points import MONTH, YEAR
from normalize.vocabulary import alternatives, forms_of

ORDINALS = {form: int(value) for form, value in forms_of("deadlines", "ordinal").items()}
WEEKDAYS = forms_of("deadlines", "weekday")
ORDINAL = rf"(?:{alternatives('deadlines', 'ordinal')})(?!\w)"
ORDINAL_LIST = rf"{ORDINAL}(?:\s*(?:,|-|и)\s*{ORDINAL})*"
WEEKDAY = rf"(?:{alternatives('deadlines', 'weekday')})\b"
WEEKDAY_LIST = rf"{WEEKDAY}\.?(?:\s*(?:,|и)\s*(?:по\s+)?{WEEKDAY}\.?)*"
DURING = (
    r"(?:(?:в\s+)?течени[еи]\s+|(?:в\s+)?теч\b\.?\s*|на\s+протяжении\s+|в\s+ходе\s+(?=(?:всего\s+)?(?:уч|20\d\d|года)))"
)
IN = rf"(?:{DURING}|во?\s+|на\s+)?"
SCHOOL_YEAR_WORDS = r"(?:уч(?:ебн\w+|еб\.?|\.)?\s*-?\s*г(?:од\w*|\.)?|у\.\s?г\.)"
SCHOOL_YEAR = r"(?P<from>20\d\d)\s*[-/]\s*(?P<to>(?:20)?\d\d)(?!\d)\s*(?:г\w*\.?\s*)?"
NAMED_MONTH = rf"(?P<month>{MONTH}(?:\s*(?:{YEAR}))?)"
TO = r"\s*\.?\s*(?:-|\bпо\b|\bдо\b)\s*"
# «до», «к» and their like; the last ones leave no doubt whether what follows is in or out
UNTIL_CLEAR = r"(?:не\s+(?:позднее|позже)(?:,?\s+чем)?(?:\s+до)?|крайний\s+срок\s*[-:]?|по)"
UNTIL = rf"(?:{UNTIL_CLEAR}|до|ко?)(?=[\s\d])\s*"
SINCE = r"(?:(?:начиная\s+)?со?|не\s+ранее|не\s+раньше)"
AFTER = r"после"
# a part of a month, without the month: «3-я неделя», «I и II декада», «последняя пятница», «начало», «последние числа»
UNIT = rf"(?:недел\w+|нед\b\.?|декад\w+|половин\w+|пол\b\.?|{WEEKDAY}\.?)"
EDGE = (
    r"(?:(?:во?|на)\s+)?(?:начал[оаеу]|середин[аыеу]|конец|конц[аеу]"
    r"|(?:первы|последни)(?:е|х)\s+(?:числ(?:а|ах)|дн(?:и|ях)))"
)
