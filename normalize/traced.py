"""Text that may be rewritten and still knows where each of its characters stands in the cell."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from string import Formatter

# New text, a slice of the old one that keeps its places, or new text that stands for a slice
Piece = str | tuple[int, int] | tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Traced:
    """`places[i]` is where character i stands in the cell; None for one that was put in."""

    text: str
    places: tuple[int | None, ...]

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where a slice stands in the cell; (0, 0) for one that was put in altogether."""
        known = [place for place in self.places[start:end] if place is not None]
        return (min(known), max(known) + 1) if known else (0, 0)


def traced(text: str) -> Traced:
    """The text as it stands."""
    return Traced(text, tuple(range(len(text))))


def rewrite(cell: Traced, pattern: re.Pattern[str], pieces: Callable[[re.Match[str]], Iterable[Piece]]) -> Traced:
    """The text with every match made of these pieces instead."""
    text: list[str] = []
    places: list[int | None] = []
    at = 0
    for match in pattern.finditer(cell.text):
        for piece in ((at, match.start()), *pieces(match)):
            if isinstance(piece, str):
                text.append(piece)
                places += [None] * len(piece)
            elif len(piece) == 3:
                new, start, end = piece
                text.append(new)
                places += [cell.places[min(start + index, end - 1)] for index in range(len(new))]
            else:
                text.append(cell.text[slice(*piece)])
                places += cell.places[slice(*piece)]
        at = match.end()
    return Traced("".join(text) + cell.text[at:], (*places, *cell.places[at:])) if at else cell


def insert(cell: Traced, additions: dict[int, str]) -> Traced:
    """The text with something put in before the characters at these positions."""
    for at in sorted(additions, reverse=True):
        text, new = cell.text, additions[at]
        cell = Traced(text[:at] + new + text[at:], (*cell.places[:at], *[None] * len(new), *cell.places[at:]))
    return cell


def blank(cell: Traced, start: int, end: int) -> Traced:
    """The text with blanks instead of a slice."""
    return Traced(cell.text[:start] + " " * (end - start) + cell.text[end:], cell.places)


@cache
def filled(template: str) -> Callable[[re.Match[str]], list[Piece]]:
    """The pieces of «{day}.{month}»: the match's groups with their places, new text between them."""
    parts = [(new, name) for new, name, _, _ in Formatter().parse(template)]

    def pieces(match: re.Match[str]) -> list[Piece]:
        found: list[Piece] = []
        for new, name in parts:
            found.append(new)
            if name is not None and match.start(name) >= 0:
                found.append(match.span(name))
        return found

    return pieces
