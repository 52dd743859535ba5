"""Which words of a cell stand inside a quoted name: no title begins there, and no separator separates."""

import re
from collections.abc import Iterable
from dataclasses import replace

from normalize.parties.units import Unit

_NAME = re.compile(r"«[^«»\n]{1,80}»|[“„][^“”„\n]{1,80}[”“]")
# Of nested ones, «МБДОУ "Сад "Сказка"", завуч, МБУ "ИМЦ"», what stands between two names is no name
_STRAIGHT = re.compile(r'(?<![^\s(])"(?=\S)[^"\n]{1,80}(?<=\S)"(?!\w)')


def mark_quoted(plain: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units, those inside a quotation marked; straight quotes tell nothing where one of them is lost."""
    spans = [match.span() for match in _NAME.finditer(plain)]
    if plain.count('"') % 2 == 0:
        spans += [match.span() for match in _STRAIGHT.finditer(plain)]
    return tuple(
        replace(unit, quoted=True) if any(start < unit.start and unit.end < end for start, end in spans) else unit
        for unit in units
    )


def without_quoted(printed: str) -> str:
    """The text without its quoted names, at equal length: «Гномики» and «Умелые руки» name nobody's post."""
    return _STRAIGHT.sub(_blank, _NAME.sub(_blank, printed))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
