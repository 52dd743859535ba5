"""Struck-out words: readers mark them in the text, and here they leave it for a field of their own."""

import re
from dataclasses import replace

from ingest.model import Cell, Document, Grid, Paragraph
from ingest.readers.spacing import tidy

_OPEN, _CLOSE = "\x0e", "\x0f"  # no file prints them: XML forbids them, and of pages and dumps they are cut
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_TEXT = "Текст вне таблиц зачёркнут и не прочитан: «{}»."


def mark_struck(text: str) -> str:
    """The text marked as struck out; blanks and line ends alone are not, for they part the words beside them."""
    return f"{_OPEN}{_MARKS.sub('', text)}{_CLOSE}" if text.strip() else text


def without_struck(document: Document) -> Document:
    """The document without the words that are marked: each cell has its own in `struck`, paragraphs' are doubts."""
    if not any(_OPEN in text for text in map(_text, document.blocks)):
        return document
    blocks: list[Paragraph | Grid] = []
    doubts = list(document.doubts)
    for block in document.blocks:
        if isinstance(block, Grid):
            blocks.append(replace(block, rows=tuple(tuple(map(_cell, row)) for row in block.rows)))
            continue
        text, struck = part_struck(block.text)
        blocks += [replace(block, text=text)] if text else []
        doubts += [_TEXT.format(struck)] if struck else []
    return replace(document, blocks=tuple(blocks), doubts=tuple(doubts))


def part_struck(text: str) -> tuple[str, str]:
    """What is left of the text, and the words struck out of it; signs without a letter or digit go unnamed.

    «до 2[5]6 октября» is «до 26 октября», but «семинар[ и круглый стол ]для педагогов» keeps a blank.
    """
    if _OPEN not in text:
        return text, ""
    runs = text.replace(_CLOSE + _OPEN, "")
    struck = [tidy(run) for run in _MARKED.findall(runs)]
    named = [run for run in struck if any(map(str.isalnum, run))]
    return tidy(_MARKED.sub(_joint, runs)), " … ".join(named)


def _joint(run: re.Match[str]) -> str:
    return next((end for end in (run[1][0], run[1][-1]) if end.isspace()), "")


def _cell(cell: Cell | None) -> Cell | None:
    if cell is None or _OPEN not in cell.text:
        return cell
    text, struck = part_struck(cell.text)
    return cell._replace(text=text, struck=struck)


def _text(block: Paragraph | Grid) -> str:
    """All that the block prints."""
    if isinstance(block, Grid):
        return "".join([cell.text for row in block.rows for cell in row if cell is not None])
    return block.text
