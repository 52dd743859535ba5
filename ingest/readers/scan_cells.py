"""The words of the cells of a scanned sheet; numbers are read twice."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ingest.readers.scan_sheet import Sheet
from ingest.readers.scan_stack import Cut, cut_cells, piece_of, place, set_in_rows, stack
from ingest.readers.scan_words import ONE_COLUMN, SURE, Word, read_lines

_DISPUTED = 0.5  # of a word that was read in two ways, both sure
_LONGEST_NUMBER = 5  # characters: «10.12»
_MARKS = ".,:;"  # after a number; scan_letters settles which


class TextLine(NamedTuple):
    """A line of words, placed in picture points of the sheet, in a cell (counted through all tables) or OUTSIDE."""

    owner: int
    words: list[Word]


def read_cells(sheet: Sheet) -> list[TextLine]:
    """The lines of all cells. Raises: NeedsOcr where tesseract fails."""
    cells = [cell for table in sheet.tables for cell in table.cells]
    cuts = cut_cells(sheet.picture, sheet.dark, sheet.lines, [cell.frame for cell in cells])
    lines = _read_stacked(cuts, sheet.picture.scale)
    # From top to bottom, so that numbers stand beside numbers.
    few = sorted(_perhaps_numbers(cuts, lines), key=lambda cut: (cells[cut.owner].column, cut.top))
    again = _read_in_rows(few, sheet.picture.scale)
    return [_settle(line, again[line.owner]) if line.owner in again else line for line in lines]


def _read_stacked(cuts: Sequence[Cut], scale: float) -> list[TextLine]:
    if not cuts:
        return []
    picture, pieces = stack(cuts, scale)
    lines = ((piece_of(words, pieces), words) for words in read_lines(picture, ONE_COLUMN, scale))
    return [TextLine(piece.owner, place(words, piece)) for piece, words in lines if piece is not None]


def _perhaps_numbers(cuts: Sequence[Cut], lines: Sequence[TextLine]) -> list[Cut]:
    """The cells of one short word, but for those that surely are of letters."""
    words: dict[int, list[Word]] = defaultdict(list)
    for line in lines:
        words[line.owner] += line.words
    return [cut for cut in cuts if len(words[cut.owner]) == 1 and _is_perhaps_number(words[cut.owner][0])]


def _is_perhaps_number(word: Word) -> bool:
    is_digits = any(letter.isdigit() for letter in word.text)
    return len(word.text) <= _LONGEST_NUMBER and (is_digits or word.confidence < SURE)


def _read_in_rows(cuts: Sequence[Cut], scale: float) -> dict[int, Word]:
    """The word of each cell, read beside others; a cell whose word ran into another's is left out."""
    if not cuts:
        return {}
    picture, pieces = set_in_rows(cuts, scale)
    found: dict[int, list[Word]] = defaultdict(list)
    for word in (word for words in read_lines(picture, ONE_COLUMN, scale) for word in words):
        piece = piece_of([word], pieces)
        if piece is not None:
            found[piece.owner] += place([word], piece)
    return {owner: words[0] for owner, words in found.items() if len(words) == 1}


def _settle(line: TextLine, again: Word) -> TextLine:
    """The line with the surer of two readings of its only word."""
    first = line.words[0]
    less, more = sorted((first, again), key=lambda word: word.confidence)
    is_disputed = less.confidence >= SURE and first.text.rstrip(_MARKS) != again.text.rstrip(_MARKS)
    return line._replace(words=[more._replace(confidence=_DISPUTED) if is_disputed else more])
