"""What the end of a page cut: words of which one half stands in a cell overleaf, parted by a hyphen or by nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.model import Cell, Grid, Paragraph
from ingest.readers.pdf_fragments import is_ending, is_known_word, is_never_a_word, is_stub, is_surname, is_whole_word
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_hyphens import INITIALS, judge, parts_of, remember
from ingest.readers.pdf_pieces import is_known_whole, is_lone_ending, judge_pieces

_ROWS = 4  # of a page, in which the cut row may stand: below a repeated header
_LONGEST_WORD = 40  # letters
_LEAST = 2  # letters overleaf that tell anything, where the word is but known
_NO_WORD = re.compile("[иая]тел$")  # «руководител», overleaf «и школ»: no conjunction, for what is before it is no word
Row = tuple[Cell | None, ...]
_START, _END = re.compile(r"[а-яё]{2,}$", re.IGNORECASE), re.compile(r"[а-яё]+")


def mark_parted(blocks: Sequence[Paragraph | Grid], habits: Habits) -> tuple[Paragraph | Grid, ...]:
    """The blocks with a hyphen where a narrow column broke a word without one: «общеобразоват», overleaf «ельных»."""
    marked = list(blocks)
    grids = [at for at, block in enumerate(blocks) if isinstance(block, Grid)]
    for at, further in pairwise(grids):
        above, below = marked[at], marked[further]
        if isinstance(above, Grid) and isinstance(below, Grid) and above.pages[-1] != below.pages[0]:
            marked[at] = _marked(above, below, habits)
    return tuple(marked)


def _marked(above: Grid, below: Grid, habits: Habits) -> Grid:
    """The grid, with hyphens in the cells of its last row that go on in a row without a number, or surely go on."""
    cut = next((row for row in below.rows[:_ROWS] if row[0] is not None and not row[0].text), None)
    further = [(row, one) for row in below.rows[:_ROWS] for one in row if one is not None and one.text[:1].isalpha()]
    parted = {
        cell
        for cell in above.rows[-1]
        if cell is not None
        and cell.text[-1:].isalpha()
        and any(_goes_on(cell, one) and _is_one_word(cell, one, row, row is cut, habits) for row, one in further)
    }
    if not parted:
        return above
    last = tuple(c._replace(text=f"{c.text}-") if c is not None and c in parted else c for c in above.rows[-1])
    return replace(above, rows=(*above.rows[:-1], last))


def _is_one_word(above: Cell, below: Cell, row: Row, is_cut: bool, habits: Habits) -> bool:
    """Whether the last letters of a cell and the first of one in a row overleaf are the halves of a word."""
    end = _END.match(below.text)
    start = _START.search(above.text, max(0, len(above.text) - _LONGEST_WORD))
    if end is None or start is None:
        return False
    if _is_surely_parted(below, start[0], end):
        return True
    if start[0].isupper():
        return False
    first = start[0].lower()
    if is_cut:
        if judge_pieces(first, [end[0]], habits) == "joined":
            return True
        if end[0] == below.text and is_lone_ending(first, end[0], habits):
            return True
        if len(end[0]) >= _LEAST and not is_whole_word(end[0]) and is_known_word(first, end[0]):
            return True
    is_unnumbered = row[0] is not None and not row[0].text[:1].isdigit()
    return is_unnumbered and is_known_whole(first, end[0], habits)  # «Индивидуальны», «е консультации»


def _is_surely_parted(below: Cell, start: str, end: re.Match[str]) -> bool:
    """«Дооснащени», overleaf «е кнопками»; «Нагорски», «м районом»; «Снегирёв», «а И.В.»: no two words are so."""
    if INITIALS.match(below.text, end.end()):
        return is_surname(start, end[0])
    if is_never_a_word(end[0]) or (end[0] == "и" and _NO_WORD.search(start.lower())):
        return True
    return is_stub(start.lower()) and is_ending(end[0])


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
