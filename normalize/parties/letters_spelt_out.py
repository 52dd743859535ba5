"""Letters with the name they stand for in brackets: «методисты ЦДО (МБУ ДО «Центр дополнительного образования»)».

Both are one party. «ОПДН (ОМВД по Лесному району)» names two bodies.
"""

import re
from dataclasses import replace

from normalize.fold import fold, read_cyrillic
from normalize.organization_names import letters_for, proper_part
from normalize.parties.units import Target, Unit

_BEFORE = re.compile(r"(?<![\w-])(?P<letters>[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ])\s*\(\s*$")
_CLOSED = re.compile(r"\s*\)")


def join_spelt_out(units: list[Unit], text: str) -> list[Unit]:
    """The units, of which letters and their name in brackets are one: with the name's target, from the letters on."""
    plain = read_cyrillic(text)
    joined = [one for unit in units if (one := _with_letters(unit, units, plain)) is not None]
    return joined + [unit for unit in units if not any(one.start <= unit.start < one.end for one in joined)]


def _with_letters(unit: Unit, units: list[Unit], plain: str) -> Unit | None:
    if unit.kind not in ("organization", "schools") or len(unit.targets) != 1:
        return None
    before, closed = _BEFORE.search(plain, 0, unit.start), _CLOSED.match(plain, unit.end)
    if before is None or closed is None:
        return None
    start, end, named = before.start(), closed.end(), unit.targets[0]
    known = [target.key for one in units if one.start == start for target in one.targets]
    if named.key not in known and not _may_be(before["letters"], named):
        return None
    target = replace(named, start=start, end=end)
    return Unit(unit.kind, start, end, plain[start:end], targets=(target,), schools=unit.schools)


def _may_be(letters: str, named: Target) -> bool:
    """«ЦДО» of «МБУ ДО «Центр дополнительного образования»», «ИРО» of «ГАОУ ДПО СО «ИРО»»."""
    return letters.upper() in letters_for(named.name) or fold(letters) == fold(proper_part(named.name))
