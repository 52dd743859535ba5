"""A part or a day printed once behind its months: «октябрь, январь, апрель (до 5 числа)» → before each of them.

Behind a range it is for each month between: «сентябрь – май (последняя пятница)» → «… (последняя пятница каждого
месяца)».
"""

import re

from ingest.expressions import expression
from normalize.deadlines.patterns import EDGE, ORDINAL_LIST, UNIT, UNTIL
from normalize.deadlines.points import MONTH, YEAR
from normalize.deadlines.span import Doubt
from normalize.traced import Piece, Traced, filled, rewrite

PART = rf"(?:{ORDINAL_LIST}\s+{UNIT}|{EDGE}|последн\w+\s+день)"
_MONTH = rf"{MONTH}(?:\s*{YEAR})?"
_ONE_MONTH = expression(_MONTH)
_BEFORE = r"(?<!\w)(?<!\d )(?<!\d)"  # not «15 октября, апрель (до 5 числа)»
_SEPARATOR = r"[\s,(:-]+"
_OF_MONTH = r"(?:\s+(?:этого\s+|данного\s+)?месяца\b)?"
_OF_EACH = rf"(?:\s+кажд\w+\s+месяца\b|{_OF_MONTH})"
_END = r"(?=\s*(?:$|[),;.\n]))"
_DAYS = r"(?:со?\s+)?\d{1,2}(?:\s*(?:-|\bпо\b)\s*\d{1,2})?(?=\s*числ)"  # «15 числа», «с 1 по 10 число»
_DAY = rf"(?P<day>(?P<until>{UNTIL})\d{{1,2}}(?=\s*(?:$|[),;\n]|числ|месяца|кажд))|{_DAYS})(?P<word>\s*числ\w+\b)?"
_LISTED = r"(?:\s*(?:[,/-]|\bи\b|\bпо\b)\s*|\s+)"

_MANY = expression(
    rf"{_BEFORE}(?P<months>{_MONTH}(?:{_LISTED}{_MONTH}){{1,11}})(?P<gap>{_SEPARATOR})"
    rf"(?P<tail>(?P<part>{PART})|{_DAY})(?P<of>{_OF_EACH}){_END}(?P<close>\)?)"
)
# «октябрь, 3-я неделя», «октябрь (третий четверг)», «ноябрь – 2 декада», «октябрь (конец месяца)»
_PART_AFTER = expression(
    rf"(?P<month>(?<!\w){_MONTH}){_SEPARATOR}(?P<part>{PART})"
    rf"(?!\s+(?:{MONTH}|кажд\w+|\w*\s*четверти|\w*\s*год|и\s+{EDGE})){_OF_MONTH}\)?"
)
# «последняя пятница (сентябрь, декабрь)», «до 25 числа: октябрь, апрель»
_HEAD = expression(
    rf"(?<!каждый )(?<!каждую )(?<!каждое )(?<!\w)(?P<tail>(?P<part>{PART})|{_DAY})(?P<of>)"
    rf"(?P<gap>\s*[(:-]\s*(?:в\s+)?)(?P<months>{_MONTH}(?:\s*(?:,|-|\bи\b|\bпо\b)\s*{_MONTH}){{0,11}})(?![-\w]|\s*[-\d])(?P<close>\)?)"
)
# «ноябрь (до 15 числа)», «декабрь (до 25-го)», «октябрь (15 числа)»
_DAY_AFTER = expression(
    rf"(?P<month>(?<!\w)(?<!\bс ){_MONTH}){_SEPARATOR}(?P<day>{UNTIL}\d{{1,2}}|{_DAYS})"
    rf"(?P<word>\s*числ\w+\b)(?!\s+кажд){_OF_MONTH}\)?"
)
_BARE_DAY_AFTER = expression(rf"(?P<month>(?<!\w){_MONTH}){_SEPARATOR}(?P<day>{UNTIL}\d{{1,2}})(?=\s*(?:$|[),;\n]))\)?")
_UNLISTED = expression(rf"{MONTH}\s+(?=[а-я]{{3}})")  # with neither comma nor «и» between them
_RANGED = expression(r"-|\bпо\b")
_ANOTHER_MONTH = expression(rf"\s*(?:,|\bи\b)\s*{MONTH}")
_AFTER_A_MONTH = expression(rf"(?<!\w){_MONTH}{_SEPARATOR}$")
_AFTER_A_TAIL = expression(r"\)\s*(?:,|\bи\b)\s*$")


def spread_tails(cell: Traced) -> Traced:
    """The cell with what stands behind months put before each of them."""
    cell = rewrite(cell, _MANY, _spread)
    cell = rewrite(cell, _HEAD, _spread_head)
    cell = rewrite(cell, _PART_AFTER, filled("{part} {month}"))
    cell = rewrite(cell, _DAY_AFTER, lambda match: [match.span("day"), _silent(match), " ", match.span("month")])
    return rewrite(cell, _BARE_DAY_AFTER, filled("{day} {month}"))


def ask_whose_tails(text: str) -> list[Doubt]:
    """«сентябрь, октябрь (2-я пятница), ноябрь»: of which month? «сентябрь-май (до 5 числа)»: of each, or the last?"""
    return [
        Doubt("deadline_text", f"«{found['tail'].strip()}»: в каждом из месяцев «{found['months'].strip()}»?")
        for found in _MANY.finditer(text)
        if _is_doubtful(found)
    ]


def _is_doubtful(found: re.Match[str]) -> bool:
    if _is_range(found):
        return found["until"] is not None and "кажд" not in found["of"]
    if _UNLISTED.search(found["months"]) and "\n" not in found["gap"]:
        return True  # «сентябрь⏎октябрь (2-я пятница)»
    return _has_neighbours(found) or _RANGED.search(found["months"]) is not None


def _spread(match: re.Match[str]) -> list[Piece]:
    if _is_range(match):
        each: Piece = match.span("of") if "кажд" in match["of"] else " каждого месяца"
        return [(match.start(), match.end("tail")), each, match.span("close")]
    if _RANGED.search(match["months"]) or _has_neighbours(match):
        return [match.span()]  # asked
    return _before_each(match)


def _before_each(match: re.Match[str]) -> list[Piece]:
    """The last month keeps the printed words, the others get a copy."""
    tail = match.span("part" if match["day"] is None else "day")
    months = list(_ONE_MONTH.finditer(match.string, *match.span("months")))
    pieces: list[Piece] = []
    for month in months[:-1]:
        pieces += [match.string[slice(*tail)] + " ", month.span(), ", "]
    return [*pieces, tail, _silent(match), " ", months[-1].span()]


def _silent(match: re.Match[str]) -> Piece:
    """Blanks for «числа», which no rule reads before a month, but which belongs to the printed part."""
    start, end = match.span("word")
    return (" " * (end - start), start, end) if match["word"] else ""


def _spread_head(match: re.Match[str]) -> list[Piece]:
    """«последняя пятница (сентябрь – май)»: of each month between; not «октябрь, 1 неделя – ноябрь»."""
    if _AFTER_A_MONTH.search(match.string[: match.start()]):
        return [match.span()]
    if _is_range(match):
        return [match.span("tail"), " каждого месяца", (match.end("tail"), match.end())]
    return [match.span()] if _RANGED.search(match["months"]) else _before_each(match)


def _is_range(match: re.Match[str]) -> bool:
    """«сентябрь – май», and nothing else listed."""
    return len(re.findall(MONTH, match["months"])) == 2 and _RANGED.search(match["months"]) is not None


def _has_neighbours(match: re.Match[str]) -> bool:
    """Another month behind the tail, or another tail before the months: who knows whose it is."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return _ANOTHER_MONTH.match(after) is not None or _AFTER_A_TAIL.search(before) is not None
