"""Lines that belong to the page and not to the text: running headers and footers, footnotes, stamps."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median
from typing import NamedTuple

from ingest.readers.pdf_between import SMALL, edge_rows, find_between
from ingest.readers.pdf_cells import OUTSIDE, RISES
from ingest.readers.pdf_page import PageLayout
from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_unruled_columns import HEADER_ROWS, is_heading, top_of_heading
from ingest.titles import is_clerk, is_marked_alone, is_plan_title

_SAME_PLACE = 3.0  # points by which a header's place may differ from page to page
_SURE = 3  # pages with the same text at the same place: no section's title is
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:file|https?)://|\bwww\.|\d\s*/\s*\d+$|\bстр(?:аница|\.)|\d{1,2}[./]\d{1,2}[./]\d{2,4},")

_NOTE = re.compile(r"(?:[*¹²³⁴-⁹]+|\d{1,2}(?=\s*[^\W\d]))\s*\S")  # «¹ По согласованию», «1 Срок уточняется», no «1. …»
_SURE_NOTE = re.compile(r"[*¹²³⁴-⁹]")
_SHORT = 0.5  # of the table's width, which the line between text and footnotes must not exceed


class _Line(NamedTuple):
    page: int  # 0-based
    y: float
    text: str
    runs: tuple[Run, ...]
    alone: bool  # nothing else stands between the page's edge and its table


def find_asides(layouts: Sequence[PageLayout]) -> dict[int, frozenset[Run]]:
    """The runs of headers, footers, footnotes and stamps of each page (1-based)."""
    found: dict[int, set[Run]] = {layout.number: set() for layout in layouts}
    for above in (True, False):
        for line in _running(_lines(layouts, above), layouts, above):
            found[layouts[line.page].number].update(line.runs)
    for layout in layouts:
        found[layout.number].update(_footnotes(layout, found[layout.number]))
    for page, between in [*find_between(layouts, found)]:
        found[page].update(between)
    return {page: frozenset(runs) for page, runs in found.items()}


def find_heads(layouts: Sequence[PageLayout]) -> dict[int, frozenset[Run]]:
    """The running heads above all text of each page (1-based), told before tables without lines are known.

    Three pages at least have them, or all from the first on: a cell's text that a page cut stands on none of those.
    """
    tops = [list(_over_heading(page, layout)) for page, layout in enumerate(layouts)]
    running = set(_running([line for top in tops for line in top], layouts, above=True))
    pages = Counter(_DIGITS.sub("#", line.text) for line in running)
    first = {_DIGITS.sub("#", line.text) for line in running if line.page == 0}
    sure = {line for line in running if (text := _DIGITS.sub("#", line.text)) in first or pages[text] >= _SURE}
    heads = [takewhile(sure.__contains__, top) for top in tops]
    return {
        layout.number: frozenset(run for line in lines for run in line.runs)
        for layout, lines in zip(layouts, heads, strict=True)
    }


def _over_heading(page: int, layout: PageLayout) -> Iterator[_Line]:
    """The lines from the page's top down to the heading of a table, or to one with lines."""
    rows = edge_rows(layout, above=True)
    at = next((at for at in range(len(rows)) if is_heading(rows[at : at + HEADER_ROWS])), None)
    for row in rows if at is None else rows[: top_of_heading(rows, at)]:
        yield _Line(page, row[0].y, " ".join(run.text for run in row), tuple(row), alone=False)


def _lines(layouts: Sequence[PageLayout], above: bool) -> list[_Line]:
    lines = []
    for page, layout in enumerate(layouts):
        rows = edge_rows(layout, above)
        for row in rows:
            text = " ".join(run.text for run in row)
            lines.append(_Line(page, row[0].y, text, tuple(row), bool(layout.tables) and len(rows) == 1))
    return lines


def _running(lines: Sequence[_Line], layouts: Sequence[PageLayout], above: bool) -> Iterator[_Line]:
    """The lines that each page repeats at one place, from some page to the last."""
    by_text: dict[str, list[_Line]] = {}
    for line in lines:
        by_text.setdefault(_DIGITS.sub("#", line.text), []).append(line)
    groups = (_in_place(group) for group in by_text.values())
    repeated = [group for group in groups if len(group) > 1 and _goes_to_end(group, layouts) and _count_pages(group)]
    known = {line for group in repeated for line in group}
    mixed = {line.page for line in lines if line not in known}  # the pages that print something else there
    starts = _starts(lines, known)
    for group in repeated:
        further = [line.page not in mixed for line in group[1:] if layouts[line.page].tables]
        is_all = not above or 2 * sum(further) >= len(further)
        if _is_address(group) or _is_clerk(group) or (is_all and _is_running(group, starts)):
            yield from group


def _is_address(group: Sequence[_Line]) -> bool:
    return _ADDRESS.search(group[-1].text) is not None


def _is_clerk(group: Sequence[_Line]) -> bool:
    """«Исп. Юдин А.А., тел. 2-34-56» under each page, perhaps with the page's number."""
    return is_clerk(group[-1].text)


def _in_place(group: Sequence[_Line]) -> list[_Line]:
    """Those at the place of the last one, one on each page."""
    near = {line.page: line for line in group if abs(line.y - group[-1].y) <= _SAME_PLACE}
    return [near[page] for page in sorted(near)]


def _goes_to_end(group: Sequence[_Line], layouts: Sequence[PageLayout]) -> bool:
    pages = [line.page for line in group]
    return pages == list(range(pages[0], len(layouts)))


def _count_pages(group: Sequence[_Line]) -> bool:
    """Whether the numbers in the lines are the same, or grow by one from page to page: «1/3», «2/3»."""
    numbers = [[int(number) for number in _DIGITS.findall(line.text)] for line in group]
    steps = {b - a for one, two in pairwise(numbers) for a, b in zip(one, two, strict=True)}
    return steps <= {0} or (steps <= {0, 1} and not is_plan_title(group[0].text))


def _starts(lines: Sequence[_Line], repeated: set[_Line]) -> list[float]:
    """Where the text of each page begins that has none of the repeated lines."""
    tops: dict[int, float] = {}
    for line in lines:
        tops[line.page] = min(line.y, tops.get(line.page, line.y))
    for page in {line.page for line in repeated}:
        del tops[page]
    return list(tops.values())


def _is_running(group: Sequence[_Line], starts: Sequence[float]) -> bool:
    """Three pages are enough; on two it must stand in the margin, or above the first page's text.

    «Раздел 2 (продолжение)» over two tables is a title.
    """
    if len(group) >= _SURE:
        return True
    in_margin = any(group[-1].y < start - _SAME_PLACE for start in starts)
    return not is_marked_alone(group[-1].text) and (in_margin or not group[0].alone)


def _footnotes(layout: PageLayout, running: set[Run]) -> Iterator[Run]:
    """The lines at the page's end from the first that begins with a mark.

    With a number only if they are small, or stand under a short line across, as Word and LibreOffice draw it.
    """
    rows = [row for row in edge_rows(layout, above=False) if not running.issuperset(row)] if layout.tables else []
    sizes = [run.size for run in layout.runs if run.owner != OUTSIDE] if rows else []
    separator = _separator(layout, rows)
    begun = False
    for row in rows:
        small = bool(sizes) and row[-1].size <= SMALL * median(sizes)
        parted = separator is not None and row[0].y > separator
        begun = (begun and (small or parted)) or _is_note(row, small or parted)
        if begun:
            yield from row


def _separator(layout: PageLayout, rows: Sequence[Sequence[Run]]) -> float | None:
    """Where a short line begins at the left edge of the text below it, under the last table."""
    if not rows:
        return None
    frame = max((table.frame for table in layout.tables), key=lambda frame: frame.bottom)
    left = min(row[0].left for row in rows)
    lines = (
        line.at
        for line in layout.across
        if frame.bottom + RISES < line.at < rows[-1][0].y
        and line.end - line.start <= _SHORT * (frame.right - frame.left)
        and abs(line.start - left) <= _SAME_PLACE
    )
    return min(lines, default=None)


def _is_note(row: Sequence[Run], is_sure: bool) -> bool:
    text = " ".join(run.text for run in row)
    return _NOTE.match(text) is not None and (is_sure or _SURE_NOTE.match(text) is not None)
