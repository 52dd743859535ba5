"""Acting posts in a measure's own text: «и.о. директора СОШ № 4», «исполняющему обязанности начальника»."""

import re
from collections.abc import Sequence

from normalize.fold import fold
from normalize.parties.units import Unit
from normalize.titles.heads import ABBREVIATIONS
from normalize.titles.roles import read_role

_ACTING = re.compile(r"(?:временно )?исполняющ\w+ обязанности")
_WRITTEN_OUT = re.compile(r"(?P<word>\b[Ии]сполняющ)(?P<ending>\w+)(?=\sобязанности\b)")
_NOMINATIVE = {
    **dict.fromkeys(("его", "ему", "им", "ем"), "ий"),
    **dict.fromkeys(("ей", "ую", "ею"), "ая"),
    **dict.fromkeys(("их", "ими"), "ие"),
}


def with_acting(before: Sequence[Unit], opening: Unit) -> Unit:
    """The unit with which a title begins: «и.о.» where it stands right before `opening`, else `opening`."""
    at = next(index for index, unit in enumerate(before) if unit is opening)
    for width in (1, 2, 3):
        words = before[max(0, at - width) : at]
        printed = " ".join(ABBREVIATIONS.get(fold(unit.text), unit.text.lower()) for unit in words)
        if len(words) == width and all(unit.kind == "word" for unit in words) and _ACTING.fullmatch(printed):
            opening = words[0]
    return opening


def is_acting(printed: str) -> bool:
    """True for «и.о. директора», «врио начальника», «исполняющего обязанности директора»."""
    words = printed.split(" ")
    starts = (words[:1], words[:2], words[:3])
    return any(_ACTING.fullmatch(ABBREVIATIONS.get(fold(" ".join(one)), " ".join(one).lower())) for one in starts)


def acting_role(printed: str) -> str:
    """«исполняющей обязанности директора» → «исполняющая обязанности директора», whose post stays in the genitive."""
    return read_role(_WRITTEN_OUT.sub(lambda match: match["word"] + _ending(match["ending"]), printed))


def _ending(printed: str) -> str:
    return _NOMINATIVE.get(printed, printed)
