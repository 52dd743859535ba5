"""Rules for parts of a school year whose dates each school sets for itself: asked, never guessed."""

import re

from normalize.deadlines.patterns import IN, ORDINAL, SCHOOL_YEAR, SCHOOL_YEAR_WORDS
from normalize.deadlines.points import YEAR, Context
from normalize.deadlines.span import Span, asked

_YEARS = re.sub(r"\?P<\w+>", "", SCHOOL_YEAR)
_NTH_TERMS = rf"(?:{ORDINAL}(?:\s*(?:,|-|и)\s*{ORDINAL})*\s+)"
_TERM = r"(?:четверт(?:ь|и|ей|ям)\b|четв\b\.?|триместр\w*|семестр\w*|каникул(?:ы|ах|ам|ами)?\b)"
_OF_YEAR = rf"(?:\s*(?:{_YEARS}(?:{SCHOOL_YEAR_WORDS})?|{YEAR}))?"
SCHOOL_TERM = (
    rf"(?:{IN}|конец\s+|начало\s+|в\s+конце\s+|в\s+начале\s+|(?:в|на)\s+период\s+)"
    rf"(?:{_NTH_TERMS}{_TERM}|(?:(?:осенн|зимн|весенн|летн)\w+(?:\s*(?:,|и)\s*)?)+\s+каникул(?:ы|ах|ам|ами)?\b|каникул(?:ы|ах|ам|ами)?\b){_OF_YEAR}"
)
PART_OF_YEAR = (
    rf"(?:(?:во?|на|по)\s+)?(?:начал[оеа]|конец|конц[еа]|окончани\w+|завершени\w+)"
    rf"(?:\s+и\s+(?:в\s+)?(?:начал[оеа]|конец|конц[еа]))?\s+"
    rf"(?:(?:20\d\d\s*[-/]\s*(?:20)?\d\d\s*)?{SCHOOL_YEAR_WORDS}|20\d\d\s*г\w*\.?|года|четверти|(?:{ORDINAL}\s+)?(?:полугоди\w+|квартал\w*){_OF_YEAR})"
)


def read_school_term(match: re.Match[str], context: Context) -> list[Span]:
    """«1 четверть», «в течение 2 четверти», «осенние каникулы»: asked, schools cut their year in several ways.

    Not «1 раз в четверть»: that one repeats.
    """
    return asked(match)


def read_part_of_year(match: re.Match[str], context: Context) -> list[Span]:
    """«начало учебного года», «в конце 2020 года», «конец I полугодия»: asked; not «начало октября»."""
    return asked(match)
