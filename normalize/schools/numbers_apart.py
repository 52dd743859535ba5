"""Numbers that stand apart from their word for schools: in a bracket, or behind what is said of the schools.

«Руководители школ (№ 2, 7)», «школ-ППЭ (№ 22, 34)», «школ-участников сетевых пар №№ 2, 7».
"""

import re

from ingest.expressions import expression
from normalize.morphology import is_participle
from normalize.schools.lists import LIST, NUMBER, NUMERO
from normalize.settlements import DISTRICT, PLACE, SMALL_PLACE

_HIGHEST_CLASS = 11
_WORDS = r"[^,;:()№.]"  # neither a separator nor a bracket
_COMPOUND = rf"(?:-[а-я]+|\s+-\s+[а-я]+(?:ов|ев|ей|иц|ок|ам|ям|ами|ями|ах|ях)(?![а-я])){_WORDS}{{0,60}}"
_DISTRICT = r"[а-я-]+(?:ого|его)\s+(?:(?:муниципального|городского)\s+)?(?:района|округа)"
# «школы города (№ 3, 8)», «школы г. Лесного (№ 14, 27)», «школы Лесного района №№ 1, 5»
_PLACE = rf"\s+(?:города|района|округа|поселка|муниципалитета|{SMALL_PLACE}|{_DISTRICT})\s*"
_CLAUSE = rf"\s+со?\s{_WORDS}{{3,70}}|\s*,\s*(?P<first>[а-я]+){_WORDS}{{3,80}}"
_NAME = r"\s+[«\"“„][^«»\"“”„;()]{1,60}[»\"”“]\s*"  # «школ-участниц проекта «500+»»
_SAID = expression(rf"(?:{_COMPOUND}|(?P<place>{_PLACE})|{_NAME}|{_CLAUSE})(?:(?P<comma>,\s*)|:\s*)?(?=[(№])")
_CLOSING = expression(r"\s*\)")
_LIST = expression(rf"(?:№\s*){{2,}}\d|№\s*{NUMBER}\s*(?:[,;]|и\s)\s*(?:№\s*)?\d")
_ONE = expression(rf"№\s*{NUMBER}")
_SINGULAR = expression(r"(?:^|\s)школ(?:а|е|у|ой)$")  # «в школе г. Лесного № 5»
_RELATIVE = expression(r"(?<![а-я])(?:котор[а-я]+|чьи|где)(?![а-я])")  # «школ, на базе которых открыты ППЭ (№ 2)»
_BRACKET = expression(rf"\s*(?P<outer>№[№\s]*)?\(\s*(?=(?P<numero>{NUMERO})?\s*(?P<list>{LIST})\s*(?:\)|[,;]|и\s))")
_SEVERAL = expression(rf"(?:№\s*){{2,}}\d|№\s*{NUMBER}\s*[,;и]")  # one number may be that of anything


def join_numbers(lower: str, words: re.Pattern[str]) -> str:
    """The text with blanks for what stands between a word for schools (`words`) and its numbers, at equal length.

    The group `set` of `words` is the word without its status: «школ-участников сетевых пар №№ 2, 7» keep it.
    """
    for word in words.finditer(lower):
        end = _numbers_start(lower, word.end(), words) or _numbers_start(lower, word.end("set"), words)
        if end is not None:
            lower = lower[: word.end()] + " " * (end - word.end()) + lower[end:]
    return lower


def _numbers_start(lower: str, at: int, words: re.Pattern[str]) -> int | None:
    """Where the numbers of the word that ends at `at` begin; None where they stand right behind it, or nowhere."""
    bracket = _BRACKET.match(lower, at)
    if bracket is not None and (bracket["numero"] or bracket["outer"] or are_no_classes(bracket["list"])):
        return bracket.end()
    said = _SAID.match(lower, at)
    if said is None or (said["first"] is None and words.search(said.group()) is not None):
        return None
    if said["first"] is not None and not (_RELATIVE.search(said.group()) or is_participle(said["first"])):
        return None
    bracket = _BRACKET.match(lower, said.end())
    if bracket is not None:
        return bracket.end() if bracket["numero"] else None
    if said["place"]:
        one = _ONE.match(lower, said.end()) is not None and _SINGULAR.search(lower[:at]) is not None
        return said.end() if one or _LIST.match(lower, said.end()) else None
    is_clause = said["first"] is not None and said["comma"] is None  # «школ, участвующих в лоте № 2, 3»
    return said.end() if not is_clause and _SEVERAL.match(lower, said.end()) else None


# «школы г. Лесного (№ 14, 27)», «школы Лесного района №№ 1, 5»
_PLACE_BEFORE = expression(rf"\s(?P<place>{PLACE})\s*[(№]|(?P<district>{DISTRICT})\s*[(№]")


def place_before(plain: str, start: int, end: int) -> str | None:
    """The town or district between a word for schools at `start` and their numbers at `end`."""
    found = _PLACE_BEFORE.search(plain, start, end)
    return found and (found["place"] or found["district"].strip())


def are_no_classes(numbers: str) -> bool:
    """«школ (2, 7, 14)»; «школ (9, 11)» may be classes."""
    found = [int(number) for number in re.findall(r"\d+", numbers)]
    return len(found) > 1 and max(found) > _HIGHEST_CLASS


def close_bracket(plain: str, start: int, end: int) -> int:
    """Where the schools end with the bracket that was opened before their numbers: «школ (№ 2, 7)»."""
    is_open = plain.count("(", start, end) > plain.count(")", start, end)
    closing = _CLOSING.match(plain, end) if is_open else None
    return closing.end() if closing else end
