"""Tables of one row that are drawn without an outer frame: lines down between their cells, and none across."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.readers.pdf_rulings import Ruling

Columns = tuple[float, ...]  # the edges of a table's columns, from left to right

_SAME = 1.0  # points by which the lines of one row, or of two tables of one plan, may differ
_LEAST_HEIGHT = 8.0  # points of a row
_LEAST_LINES = 2  # down a row: a table of three columns


def lone_rows(along: Iterable[Ruling], known: Sequence[Columns]) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """(Lines across, lines down) of each such row, its frame with them.

    `along` are the lines that no line across touches, `known` the columns of the tables near by: only a row that keeps
    to them is one, and they tell where its frame is. Under «3. Ноябрь» a section may have one measure.
    """
    for lines in _together(along):
        columns = next((columns for columns in known if _keeps_to(lines, columns)), None)
        if columns is not None:
            top, bottom = lines[0].start, lines[0].end
            inner = [line for line in lines if columns[0] + _SAME < line.at < columns[-1] - _SAME]
            across = [Ruling(at, columns[0], columns[-1]) for at in (top, bottom)]
            yield across, [Ruling(columns[0], top, bottom), *inner, Ruling(columns[-1], top, bottom)]


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
