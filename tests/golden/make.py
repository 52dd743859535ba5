"""Builds the golden documents from their sources: `python tests/golden/make.py [folder...]`.

A source is `source.toml` in the folder of an order: a list of `[[block]]`, each with `text` (a paragraph a
line) or `table` (rows of cells; "<" = merged with the cell to the left, "^" = with the cell above, a line
break in a cell = a new paragraph), and optionally `align` and `borderless`. `dump = true` also writes the
text dump. The PDFs are the Word files printed by LibreOffice (`soffice --convert-to pdf order.docx`).
Every name and place in them is invented, but for those that order 306 prints.
"""

import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm
from docx.table import _Cell

TEXT_WIDTH = 215.0  # mm between the margins of a page on its side
LETTER = 2.9  # mm, generous for 11 pt
HERE = Path(__file__).parent
ALIGN = {"left": None, "right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}


@dataclass(frozen=True, slots=True)
class Block:
    text: str | None
    table: tuple[tuple[str, ...], ...]
    align: str
    borderless: bool


def read_source(path: Path) -> tuple[tuple[Block, ...], bool]:
    """The blocks of a source, and whether a text dump is wanted."""
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    blocks = tuple(
        Block(
            entry.get("text"),
            tuple(tuple(row) for row in entry.get("table", [])),
            entry.get("align", "left"),
            entry.get("borderless", False),
        )
        for entry in source["block"]
    )
    return blocks, source.get("dump", False)


def write_docx(blocks: Sequence[Block], path: Path) -> None:
    document = Document()
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, page.page_height, page.page_width
    for block in blocks:
        if block.text is not None:
            for line in block.text.strip("\n").split("\n"):
                document.add_paragraph(line).alignment = ALIGN[block.align]
        else:
            _add_table(document, block)
    document.save(str(path))


def write_dump(blocks: Sequence[Block], path: Path) -> None:
    """A table row a line, cells by tabs; a merged cell leaves an empty one."""
    parts = [block.text.strip("\n") if block.text is not None else _dump_table(block) for block in blocks]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _dump_table(block: Block) -> str:
    rows = [["" if cell in "<^" else cell.replace("\n", " ") for cell in row] for row in block.table]
    return "\n".join("\t".join(row) for row in rows)


def _add_table(document: Docx, block: Block) -> None:
    table = document.add_table(len(block.table), len(block.table[0]))
    table.style = None if block.borderless else document.styles["Table Grid"]
    cells = [list(row.cells) for row in table.rows]
    for column, width in enumerate(_widths(block.table)):
        for row in cells:
            row[column].width = width
    for at, row in enumerate(block.table):
        for column, text in enumerate(row):
            if text not in ("<", "^"):
                _fill(cells, block.table, at, column)


def _widths(rows: Sequence[Sequence[str]]) -> list[Length]:
    """Each column at least as wide as its longest word, the rest shared by the amount of text."""
    texts = [[row[column] for row in rows] for column in range(len(rows[0]))]
    words = [max(len(word) for text in column for word in (text.split() or [""])) for column in texts]
    free = TEXT_WIDTH - LETTER * sum(words)
    amounts = [sum(map(len, column)) for column in texts]
    return [Mm(LETTER * word + free * amount / sum(amounts)) for word, amount in zip(words, amounts, strict=True)]


def _fill(cells: list[list[_Cell]], rows: Sequence[Sequence[str]], at: int, column: int) -> None:
    right, down = column + 1, at + 1
    while right < len(rows[at]) and rows[at][right] == "<":
        right += 1
    while down < len(rows) and rows[down][column] == "^":
        down += 1
    cell = cells[at][column]
    if (right, down) != (column + 1, at + 1):
        cell = cell.merge(cells[down - 1][right - 1])
    lines = rows[at][column].split("\n")
    cell.text = lines[0]
    for line in lines[1:]:
        cell.add_paragraph(line)


def main(names: Sequence[str]) -> None:
    for source in sorted(HERE.glob("*/source.toml")):
        if not names or source.parent.name in names:
            blocks, dump = read_source(source)
            write_docx(blocks, source.parent / "order.docx")
            if dump:
                write_dump(blocks, source.parent / "order.txt")


if __name__ == "__main__":
    main(sys.argv[1:])
