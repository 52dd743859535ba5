"""What a page's end cut: words parted by a hyphen, of which one half stands in a cell of the next page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.model import Cell, Grid, Paragraph
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_hyphens import judge, parts_of, remember

_ROWS = 4  # of a page, in which the cut row may stand: below a repeated header


def find_parted(blocks: Sequence[Paragraph | Grid], habits: Habits) -> tuple[str, ...]:
    """«слабоуспеваю-щими» for each word that two pages have a half of; one that is not sure goes to `habits`."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    words = []
    for above, below in pairwise(grids):
        for start, end in _cut_cells(above, below):
            verdict = judge(start, end, habits)
            if verdict == "joined":
                words.append("-".join(parts_of(start, end)))
            elif verdict == "unsure":
                remember(start, end, habits)
    return tuple(dict.fromkeys(words))


def _cut_cells(above: Grid, below: Grid) -> Iterator[tuple[str, str]]:
    """The texts of cells under each other, the first ending with a hyphen."""
    if above.pages[-1] == below.pages[0]:
        return
    for cell in above.rows[-1]:
        if cell is not None and cell.text.endswith("-"):
            for row in below.rows[:_ROWS]:
                yield from ((cell.text, one.text) for one in row if one is not None and _goes_on(cell, one))


def _goes_on(above: Cell, below: Cell) -> bool:
    if above.box is None or below.box is None or not below.text[:1].isalpha():
        return False
    common = min(above.box.right, below.box.right) - max(above.box.left, below.box.left)
    return 2 * common > above.box.right - above.box.left and below.text[0].isupper() == above.text[-2:-1].isupper()
