"""Numbers that a narrow column broke."""

import pytest

from ingest.model import Cell, Grid, Paragraph
from ingest.readers.pdf_numbers import mend_numbers


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (("9.", "1\n0.", "1 1."), ("9.", "10.", "11.")),
        (("5.9", "5.1 0", "5.1\n1"), ("5.9", "5.10", "5.11")),
        (("2.2", "2\n.\n3", "2 . 4"), ("2.2", "2.3", "2.4")),
        (("№", "1\n2", "13"), ("№", "12", "13")),  # only the one below tells
        (("1\n.", "1 . 1"), ("1.", "1.1")),
        (("", "1\n2", "3"), ("", "1\n2", "3")),  # two measures in one row
        (("1.", "2.\n3.", "4."), ("1.", "2.\n3.", "4.")),
        (("3", "1 500", "4"), ("3", "1 500", "4")),  # roubles
    ],
)
def test_a_broken_number(column: tuple[str, ...], expected: tuple[str, ...]) -> None:
    rows = tuple((Cell(text), Cell("Сбор")) for text in column)
    (grid,) = mend_numbers((Grid(rows, (1,) * len(rows)),))
    assert isinstance(grid, Grid)
    assert tuple(row[0].text for row in grid.rows if row[0] is not None) == expected


def test_a_number_beside_a_merged_cell_and_below_a_row_that_counts_the_columns() -> None:
    head = (Cell("1"), Cell("2"), Cell("3"))
    first = Grid(((Cell("Январь", rowspan=2), Cell("8"), Cell("Сбор")), (None, Cell("9"), Cell("Слёт"))), (1, 1))
    second = Grid((head, (Cell(""), Cell("1 0"), Cell("Поход"))), (2, 2))
    _, grid = mend_numbers((first, second))
    assert isinstance(grid, Grid)
    assert grid.rows[1][1] == Cell("10")


@pytest.mark.parametrize(
    ("page", "overleaf", "expected"),
    [
        (("30", "3"), ("1", "32"), ("31", "")),
        (("10.10", "10.1"), ("1", "10.12"), ("10.11", "")),
        (("30", "3"), ("№", "1.", "32."), ("31.", "")),  # under a repeated header
        (("1.", "1."), ("1.", "2."), None),  # sections of one measure each
        (("30", "3"), ("1", "2"), None),
        (("30", "31"), ("1", "32"), None),
    ],
)
def test_a_number_that_a_page_cut(
    page: tuple[str, ...], overleaf: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    pages = [tuple((Cell(text), Cell("Сбор")) for text in texts) for texts in (page, overleaf)]
    first, _, second = mend_numbers(
        (Grid(pages[0], (1,) * len(page)), Paragraph("1", 1, aside=True), Grid(pages[1], (2,) * len(overleaf)))
    )
    assert isinstance(first, Grid) and isinstance(second, Grid)
    texts = [row[0].text for grid in (first, second) for row in grid.rows if row[0] is not None]
    cut = len(page) - 1, len(texts) - 2
    assert (texts[cut[0]], texts[cut[1]]) == (expected or (page[-1], overleaf[-2]))


def test_a_number_is_not_cut_by_a_title() -> None:
    blocks = (
        Grid(((Cell("30"),), (Cell("3"),)), (1, 1)),
        Paragraph("II. Кадры", 1),
        Grid(((Cell("1"),), (Cell("32"),)), (2, 2)),
    )
    assert mend_numbers(blocks) == blocks
