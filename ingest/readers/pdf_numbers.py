"""Numbers that a narrow column broke: «1⏎0», «5.1⏎1», «2⏎.⏎3» of a table that counts 9, 10 or 2.2, 2.3.

What the cell's lines are by themselves does not say it: «1⏎2» are two measures, or 12. The numbers above and below do.
So they do for «3» in a page's last row and «1» on top of the next one, between 30 and 32.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ingest.model import Cell, Grid, Paragraph

_BROKEN = re.compile(r"\d[\d.]*(?:\s+[\d.]+)+\)?")
_NUMBER = re.compile(r"(\d{1,4}(?:\.\d{1,4})*)[.)]*")
_COLUMNS = (0, 1)  # that may have the numbers: first may stand «Направление»

Block = Paragraph | Grid
Order = tuple[int, ...]
Place = tuple[int, int, int]  # of a grid among the blocks, of a row and a column in it; 0-based


def mend_numbers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, a broken number made one where it goes on from the number above or to the one below."""
    mended: dict[Place, Cell] = {}
    for column in _COLUMNS:
        cells = list(_cells(blocks, column))
        mended |= dict(_joined_overleaf(cells, blocks))
        if any(_BROKEN.fullmatch(cell.text) for _, cell in cells):
            mended |= _mended(cells)
    if not mended:
        return tuple(blocks)
    changed = {at for at, _, _ in mended}
    return tuple(_with(block, at, mended) if at in changed else block for at, block in enumerate(blocks))


def _mended(cells: Sequence[tuple[Place, Cell]]) -> Iterator[tuple[Place, Cell]]:
    """The broken numbers of a column that its others settle."""
    above: Order | None = None
    orders = [_order(cell.text) for _, cell in cells]
    for at, ((place, cell), order) in enumerate(zip(cells, orders, strict=True)):
        if order is not None and _BROKEN.fullmatch(cell.text):
            below = next(filter(None, orders[at + 1 :]), None)
            if not _follows(above, order) and not _follows(order, below):
                continue
            yield place, cell._replace(text=_whole(cell.text))
        above = order or above


def _joined_overleaf(cells: Sequence[tuple[Place, Cell]], blocks: Sequence[Block]) -> Iterator[tuple[Place, Cell]]:
    """The two halves of each number that the end of a page cut as well: the whole one, and nothing."""
    numbers = [(place, cell, order) for place, cell in cells if (order := _order(cell.text)) is not None]
    for (*_, above), (place, cell, order), (rest_place, rest, _), (*_, below) in zip(
        numbers, numbers[1:], numbers[2:], numbers[3:], strict=False
    ):
        overleaf = cell.text[-1:].isdigit() and _is_overleaf(place, rest_place, blocks)
        whole = cell.text + rest.text
        if (
            overleaf
            and not _follows(above, order)
            and _follows(above, _order(whole))
            and _follows(_order(whole), below)
        ):
            yield place, cell._replace(text=whole)
            yield rest_place, rest._replace(text="")


def _is_overleaf(place: Place, rest: Place, blocks: Sequence[Block]) -> bool:
    """Whether the one place is in a page's last row and the other on the next page, without a title between."""
    block, further = blocks[place[0]], blocks[rest[0]]
    between = blocks[place[0] + 1 : rest[0]]
    if not isinstance(block, Grid) or not isinstance(further, Grid) or block.pages[0] == further.pages[0]:
        return False
    return place[1] == len(block.rows) - 1 and all(isinstance(each, Paragraph) and each.aside for each in between)


def _cells(blocks: Sequence[Block], column: int) -> Iterator[tuple[Place, Cell]]:
    """The column's cells, but for those of rows that count the columns: «1 | 2 | 3 | 4» of a repeated header."""
    for at, block in enumerate(blocks):
        for number, row in enumerate(block.rows if isinstance(block, Grid) else ()):
            cell = row[column] if column < len(row) else None
            if cell is not None and not (cell.text == str(column + 1) and _counts_columns(row)):
                yield (at, number, column), cell


def _counts_columns(row: Sequence[Cell | None]) -> bool:
    texts = [cell.text for cell in row if cell is not None]
    return len(texts) > 1 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _whole(text: str) -> str:
    return "".join(text.split())


def _order(text: str) -> Order | None:
    """(5, 11) of «5.1⏎1.», None of what is no number."""
    found = _NUMBER.fullmatch(_whole(text)) if text[:1].isdigit() else None
    return tuple(map(int, found[1].split("."))) if found else None


def _follows(above: Order | None, order: Order | None) -> bool:
    """Whether nothing stands between the two: 9 and 10, 2.9 and 2.10, 2 and 2.1, 1.12 and 2 or 2.1."""
    if above is None or order is None:
        return False
    steps = (*((*above[:level], above[level] + 1) for level in range(len(above))), (*above, 1))
    return order in chain(steps, ((*step, 1) for step in steps[:-1]))


def _with(block: Block, at: int, mended: dict[Place, Cell]) -> Block:
    if not isinstance(block, Grid):
        return block
    rows = (
        tuple(mended.get((at, n, column), cell) for column, cell in enumerate(row)) for n, row in enumerate(block.rows)
    )
    return replace(block, rows=tuple(rows))
