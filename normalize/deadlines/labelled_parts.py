"""Parts of a cell with what each of them is for: «школы №№ 2, 37 – ноябрь, школы №№ 7, 14 – декабрь».

The label stands before its dates or behind them. Only where there are several: «отчёты: октябрь, март» has none to
tell apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.expressions import expression
from normalize.vocabulary import alternatives

Part = tuple[int, int]  # of the cell as printed, end exclusive

_BRACKET = expression(r"\s*\([^()\n]*\)")  # «ноябрь (школы № 2, 37)»
_SEPARATORS = " \t\n,;."
_BEHIND = expression(r"\s*[-–—:]|[ \t]+[^\W\d_]|[ \t]+№")  # «15 мая – лицеи», «15 мая лицеи»; not «15 мая, лицеи – …»
_OPENS = expression(r"[-–—:(]\s*$")  # «лицеи – » before a date
_NEXT = expression(r"[;\n]")
# «в срок», «далее» and their like tell no part from another
_NOISE = expression(
    rf"\b(?:{alternatives('deadlines', 'lead')}|{alternatives('deadlines', 'filler')}"
    r"|далее|затем|также|потом|год\w*|час\w*)\b",
    re.IGNORECASE,
)
_WORD = expression(r"[^\W\d_]{3,}|№")


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two dates: where the label of the one before ends, where that of the next begins."""

    behind: int | None
    front: int | None


def with_labels(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, each with its label; as they were where they are not told apart, or do not run on."""
    edges = [0, *(at for part in parts for at in part), len(text)]
    if len(parts) < 2 or edges != sorted(edges):
        return list(parts)
    is_fronted = _says(text[: parts[0][0]])
    gaps = [_gap(text, start, end, is_fronted) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    fronts, behinds = [gap.front is not None for gap in gaps], [gap.behind is not None for gap in gaps]
    if sum(fronts) + sum(behinds) < 2 and (fronts[0] or behinds[-1]):  # of all of them
        return list(parts)
    starts, ends = _starts(text, parts, gaps), _ends(text, parts, gaps)
    return list(zip(starts, ends, strict=True))


def _starts(text: str, parts: Sequence[Part], gaps: Sequence[_Gap]) -> list[int]:
    """«школы № 2 – ноябрь, декабрь»: December has the same label."""
    found: list[int] = []
    label: int | None = None
    for index, (start, _) in enumerate(parts):
        between = text[parts[index - 1][1] : start] if index else text[:start]
        if gaps[index].front is not None:
            label = gaps[index].front
        elif index and (gaps[index].behind is not None or _NEXT.search(between) or _says(between)):
            label = None
        found.append(start if label is None else label)
    return found


def _ends(text: str, parts: Sequence[Part], gaps: Sequence[_Gap]) -> list[int]:
    """«октябрь, ноябрь – школы № 2»: October has the same label; not «октябрь, ноябрь (школы № 2)»."""
    found: list[int] = []
    label: int | None = None
    for index, (_, end) in reversed(list(enumerate(parts))):
        between = text[end : parts[index + 1][0]] if index + 1 < len(parts) else ""
        if gaps[index + 1].behind is not None:
            label = gaps[index + 1].behind
        elif gaps[index + 1].front is not None or _NEXT.search(between) or _says(between):
            label = None
        found.append(end if label is None else label)
        label = None if _BRACKET.match(text, end) else label
    return found[::-1]


def _gap(text: str, start: int, end: int, is_fronted: bool) -> _Gap:
    bracket = _BRACKET.match(text, start, end)
    behind = bracket.end() if bracket is not None and start and _says(bracket.group()) else None
    at = behind or start
    rest = text[at:end]
    if not _says(rest):
        return _Gap(behind, None)
    if not is_fronted and _BEHIND.match(rest):
        return _Gap(at + len(rest.rstrip(_SEPARATORS)), None)
    is_label = end < len(text) and (_OPENS.search(rest) is not None or (is_fronted and "," not in rest[:1]))
    return _Gap(behind, end - len(rest.lstrip(_SEPARATORS + "()")) if is_label else None)


def _says(words: str) -> bool:
    return _WORD.search(_NOISE.sub(" ", words)) is not None
