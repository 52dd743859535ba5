"""Cells merged downwards that a page cut: what they print on the first page counts overleaf too, with a question."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.columns.headings import Role
from ingest.columns.lines import FRAMED, Entry, Line, own_text
from ingest.model import RawDoubt

Other = TypeVar("Other")  # what stands between the lines: a title

PAIRED: tuple[Role, ...] = ("deadline", "responsible")
CARRIED: tuple[Role, ...] = ("deadline", "responsible", "extra")


def carry_overleaf(lines: Sequence[Line | Other]) -> list[Line | Other]:
    """The lines of a plan, those on top of a page with what a cell merged downwards prints above the page's end.

    Overleaf such a cell is empty: it stands beside the rows that it is merged over, or beside one that is all of it.
    """
    carried: list[Line | Other] = []
    held: dict[int, Entry] = {}  # by column: the cell whose text goes on, while its empty rest reaches down
    above: Line | None = None
    merged = merged_columns(lines)
    for line in lines:
        if not isinstance(line, Line) or _is_title(line):
            held, above = {}, None
            carried.append(line)
            continue
        if line.top and above is not None and line.place.page != above.place.page:
            held = {at: above.entries[at] for at in range(len(line.entries)) if _goes_on(above, line, at, merged)}
        elif above is not None:
            held = {at: entry for at, entry in held.items() if _is_covered(line, at)}
        whole = replace(line, entries=tuple(_filled(e, held.get(at)) for at, e in enumerate(line.entries)))
        carried.append(whole)
        above = whole
    return carried


def merged_columns(lines: Sequence[Line | Other]) -> frozenset[int]:
    """The columns in which cells with a text are merged downwards."""
    entries = (pair for line in lines if isinstance(line, Line) for pair in enumerate(line.entries))
    return frozenset(at for at, entry in entries if entry.height > 1 and entry.text)


def ask_about_carried(line: Line) -> tuple[RawDoubt, ...]:
    """A question for each text of the line that was carried over from the page before."""
    text = "Клетка объединена с клетками предыдущей страницы, а на этой пуста. Верно ли, что и здесь «{}»?"
    return tuple(RawDoubt("carried", text.format(e.text), e.text) for e in line.entries if e.carried)


def _goes_on(above: Line, line: Line, at: int, merged: Container[int]) -> bool:
    """An empty cell on top of a page, one of the two that meet there merged downwards.

    Beside the rest of a row that was cut it must reach further down. Of a cell that is merged over the last row of a
    page and the first of the next nothing is seen but that its column has others (`merged`) and the row has the rest.
    """
    if at >= len(above.entries):
        return False
    upper, lower = above.entries[at], line.entries[at]
    if lower.column.role not in CARRIED or upper.text == "" or lower.text != "":
        return False
    if not own_text(line, "measure"):
        return lower.height > 1
    return upper.height > 1 or lower.height > 1 or (at in merged and _lacks_one(line, lower))


def _lacks_one(line: Line, empty: Entry) -> bool:
    """Whether the row is a measure that lacks but its deadline or its responsible."""
    if empty.column.role not in PAIRED or not all(e.text for e in line.entries if e.column.role == "number"):
        return False
    return all(own_text(line, role) for role in PAIRED if role != empty.column.role)


def _is_title(line: Line) -> bool:
    """A row of one cell over the measure, the deadline and the people parts the rows: none is merged through it."""
    framed = {entry.column.role for entry in line.entries if entry.column.role in FRAMED}
    return any(len(framed) > 1 and framed <= {*entry.reach} for entry in line.entries if entry.own)


def _is_covered(line: Line, at: int) -> bool:
    return not line.entries[at].own and line.entries[at].text == ""


def _filled(entry: Entry, held: Entry | None) -> Entry:
    return entry if held is None else replace(entry, text=held.text, own=False, carried=True)
