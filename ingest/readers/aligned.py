"""Tables that a text aligns with blanks: every cell begins below its heading, two blanks or more before it.

They are drawn anew with bars and rulings, for `drawn_tables` to read. Only what can be read in one way is: under a
header every line begins a row with its number or goes on with the one above, and each text stands below a heading; but
for the titles of sections, of which the first stands between the header and the first row, and the others as it does.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ingest.columns.headings import Role, heading_role
from ingest.numbers import NUMBER

_PIECE = re.compile(r"\S+(?: \S+)*")
_OFF_MIDDLE = 1.0  # letters by which the middles of two titles may be apart
_NEEDED: tuple[Role, ...] = ("measure", "deadline", "responsible")


def with_drawn_bars(text: str) -> str:
    """The text with its aligned tables drawn; unchanged where it has none, or has tabs."""
    return text if "\t" in text else "\n".join(_drawn(text.split("\n")))


def unread_headings(text: str) -> Iterator[int]:
    """The lines (1-based) that name the columns of a plan with blanks between them, where nothing is drawn."""
    for number, line in enumerate(text.split("\n"), start=1):
        roles = [heading_role(piece.group()) for piece in _PIECE.finditer(line)]
        is_drawn = line.lstrip().startswith("|") or "\t" in line
        if not is_drawn and "measure" in roles and ("deadline" in roles or "responsible" in roles):
            yield number


def _drawn(lines: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        starts = _heading_starts(lines[at])
        titles = _titles(lines, at + 1, starts) if starts else set[int]()
        end = _end(lines, at + 1, starts, titles) if starts else at
        if end > at + 1:
            yield from _table(lines, range(at, end), starts, titles)
            at = end
        else:
            yield lines[at]
            at += 1


def _heading_starts(line: str) -> tuple[int, ...]:
    """Where the columns begin under «№   Мероприятие   Срок   Ответственный»; () for another line."""
    pieces = list(_PIECE.finditer(line))
    roles = [heading_role(piece.group()) for piece in pieces]
    is_header = roles[:1] == ["number"] and all(roles.count(role) == 1 for role in _NEEDED)
    return tuple(piece.start() for piece in pieces) if is_header else ()


def _titles(lines: Sequence[str], first: int, starts: Sequence[int]) -> set[int]:
    """The lines of titles right above a row, that begin below no heading: as the first does, or with its middle."""
    filled = [at for at in range(first, len(lines)) if lines[at].strip()]
    alone = [
        at
        for at, below in pairwise(filled)
        if _is_alone(lines[at], starts) and _begins_row(lines[below]) and not _begins_row(lines[at])
    ]
    if not alone or alone[0] != filled[0]:
        return set()
    left, middle = _place(lines[alone[0]])
    places = ((at, _place(lines[at])) for at in alone)
    return {at for at, place in places if place[0] == left or abs(place[1] - middle) <= _OFF_MIDDLE}


def _is_alone(line: str, starts: Sequence[int]) -> bool:
    pieces = list(_PIECE.finditer(line))
    return len(pieces) == 1 and pieces[0].start() not in starts and pieces[0].group()[0].isupper()


def _place(line: str) -> tuple[int, float]:
    """Where the line's text begins, and its middle."""
    left = len(line) - len(line.lstrip())
    return left, (left + len(line.rstrip())) / 2


def _end(lines: Sequence[str], first: int, starts: Sequence[int], titles: Collection[int]) -> int:
    """Behind the last line of the table; `first` where the lines are no sure rows, or other rows follow them."""
    end, is_first = first, True  # no row was seen
    for at in range(first, len(lines)):
        if not lines[at].strip():
            continue
        if at not in titles:
            if not _fits(lines[at], starts, is_first):
                break
            is_first = False
        end = at + 1
    others = any(_begins_row(line) and len(_PIECE.findall(line)) > 1 for line in lines[end:])
    return first if others or is_first else end


def _fits(line: str, starts: Sequence[int], is_first: bool) -> bool:
    """Whether the line begins a row, or goes on with one, and each of its texts stands below a heading."""
    pieces = list(_PIECE.finditer(line))
    numbered = _begins_row(line) and pieces[0].start() < starts[1]
    rest = pieces[1:] if numbered else pieces
    below = all(piece.start() in starts[1:] for piece in rest)
    within = not any(piece.start() < start <= piece.end() for piece in pieces for start in starts[1:])
    return bool(rest) and below and within and (numbered or not is_first)


def _begins_row(line: str) -> bool:
    first = _PIECE.search(line)
    return first is not None and NUMBER.fullmatch(first.group()) is not None


def _table(
    lines: Sequence[str], places: Sequence[int], starts: Sequence[int], titles: Collection[int]
) -> Iterator[str]:
    width = max(len(lines[at]) for at in places)
    bars = [start - 1 for start in starts[1:]]
    ruling = _with_bars("-" * width, bars, "+")
    for at in places:
        if not lines[at].strip():
            continue
        if at == places[0] or at in titles or _begins_row(lines[at]):
            yield ruling
        yield _with_bars(lines[at].ljust(width), () if at in titles else bars, "|")
    yield ruling


def _with_bars(line: str, bars: Collection[int], bar: str) -> str:
    return bar + "".join(bar if at in bars else letter for at, letter in enumerate(line)) + bar
