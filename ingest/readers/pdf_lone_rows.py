"""Tables of one row or two that are drawn without an outer frame: two lines down, and one across at most."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.readers.pdf_lines import JOIN, touch
from ingest.readers.pdf_rulings import Ruling

Columns = tuple[float, ...]  # the edges of a table's columns, from left to right

_SAME = 1.0  # points by which the lines of one row, or of two tables of one plan, may differ
_LEAST_HEIGHT = 8.0  # points of a row
_LEAST_LINES = 2  # down a row: a table of three columns


def lone_rows(
    across: Sequence[Ruling], along: Iterable[Ruling], known: Sequence[Columns]
) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """(Lines across, lines down) of each such table, its frame with them.

    `along` are lines down that make no table with those `across` that they touch, `known` the columns of the tables
    near by: only lines that keep to them are one, and they tell where its frame is. Under «3. Ноябрь» a section may
    have one measure.
    """
    for lines in _together(along):
        columns = next((columns for columns in known if _keeps_to(lines, columns)), None)
        if columns is not None:
            left, right, top, bottom = columns[0], columns[-1], lines[0].start, lines[0].end
            drawn = [line for line in across if any(touch(line, other) for other in lines)]
            framed = [
                Ruling(at, left, right) for at in (top, bottom) if not any(abs(at - one.at) <= JOIN for one in drawn)
            ]
            inner = [line for line in lines if left + _SAME < line.at < right - _SAME]
            yield sorted([*drawn, *framed]), [Ruling(left, top, bottom), *inner, Ruling(right, top, bottom)]


def _together(along: Iterable[Ruling]) -> Iterator[list[Ruling]]:
    """Lines that begin and end together."""
    groups: list[list[Ruling]] = []
    for line in sorted(along, key=lambda line: line.start):
        for group in groups:
            if abs(group[0].start - line.start) <= _SAME and abs(group[0].end - line.end) <= _SAME:
                group.append(line)
                break
        else:
            groups.append([line])
    for group in groups:
        if len(group) >= _LEAST_LINES and group[0].end - group[0].start >= _LEAST_HEIGHT:
            yield sorted(group)


def _keeps_to(lines: Sequence[Ruling], columns: Columns) -> bool:
    return all(any(abs(line.at - edge) <= _SAME for edge in columns) for line in lines)
