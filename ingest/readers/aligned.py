"""Tables that a text aligns with blanks: every cell begins below its heading, two blanks or more before it.

They are drawn anew with bars and rulings, for `drawn_tables` to read. Only what can be read in one way is: under a
header every line begins a row with its number or goes on with the one above, and each text stands below a heading.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.columns.headings import Role, heading_role
from ingest.numbers import NUMBER

_PIECE = re.compile(r"\S+(?: \S+)*")
_NEEDED: tuple[Role, ...] = ("measure", "deadline", "responsible")


def with_drawn_bars(text: str) -> str:
    """The text with its aligned tables drawn; unchanged where it has none, or has tabs."""
    return text if "\t" in text else "\n".join(_drawn(text.split("\n")))


def _drawn(lines: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(lines):
        starts = _heading_starts(lines[at])
        end = _end(lines, at + 1, starts) if starts else at
        if end > at + 1:
            yield from _table([line for line in lines[at:end] if line.strip()], starts)
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


def _end(lines: Sequence[str], first: int, starts: Sequence[int]) -> int:
    """Behind the last line of the table; `first` where the lines are no sure rows, or other rows follow them."""
    end = first
    for at in range(first, len(lines)):
        if not lines[at].strip():
            continue
        if not _fits(lines[at], starts, is_first=end == first):
            break
        end = at + 1
    others = any(_begins_row(line) and len(_PIECE.findall(line)) > 1 for line in lines[end:])
    return first if others else end


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


def _table(lines: Sequence[str], starts: Sequence[int]) -> Iterator[str]:
    width = max(map(len, lines))
    bars = [start - 1 for start in starts[1:]]
    ruling = _with_bars("-" * width, bars, "+")
    for line in lines:
        if line is lines[0] or _begins_row(line):
            yield ruling
        yield _with_bars(line.ljust(width), bars, "|")
    yield ruling


def _with_bars(line: str, bars: Sequence[int], bar: str) -> str:
    return bar + "".join(bar if at in bars else letter for at, letter in enumerate(line)) + bar
