"""The rows of a drawn table: rulings part them; where there are none, numbers, empty lines, or how the texts begin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.columns.contents import content_of
from ingest.columns.headings import heading_role
from ingest.model import RawDoubt
from ingest.numbers import NUMBER

_ASKED = "Над строкой «{}» в таблице нет линии: что она начинает новое мероприятие, понято по тексту. Верно ли?"
_NOT_PARTED = "Над строкой «{}» в таблице нет линии, как над другими: это ещё одно мероприятие в той же строке?"
_RULED = 1  # ruling between lines of several columns, under the header; more of them part rows
_FULL = 3  # columns: measure, deadline, responsible


@dataclass(slots=True)
class Piece:
    """What a line prints between two bars: columns first..last; `text` is None for a part of a ruling."""

    first: int
    last: int
    left: int  # of the text, in letters from the line's beginning
    text: str | None


@dataclass(slots=True)
class Cell:
    first: int
    last: int
    row: int
    rows: int = 1
    lines: list[tuple[int, str]] = field(default_factory=list)  # (left, text)


def read_cells(rows: list[list[Piece]], widths: Sequence[int], asked: list[RawDoubt]) -> list[Cell]:
    """The cells, each with its lines and the rows that it goes through; `widths`: the columns' letters."""
    starts = _starts(rows, widths, asked)
    table = _Rows()
    for at, pieces in enumerate(rows):
        if any(piece.text is None for piece in pieces):
            table.cut(pieces)
        elif at in starts:
            table.cut([replace(piece, text=None) for piece in pieces])
        table.put(pieces)
    return table.cells


class _Rows:
    """The cells that lines and rulings make, from top to bottom."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self._open: dict[int, Cell] = {}  # by each of their columns: those that no ruling has ended yet
        self._row = 0
        self._is_cut = False

    def cut(self, pieces: list[Piece]) -> None:
        """Ends the cells that the parts of a ruling stand under; the next line that prints begins a row."""
        for piece in pieces:
            if piece.text is None:
                for column in range(piece.first, piece.last + 1):
                    self._open.pop(column, None)
        self._is_cut = bool(self.cells)

    def put(self, pieces: list[Piece]) -> None:
        """Gives each text to its cell; what stands beside a part of a ruling goes on with the cell above."""
        is_ruling = any(piece.text is None for piece in pieces)
        if self._is_cut and not is_ruling:
            self._row, self._is_cut = self._row + 1, False
            for cell in self._open.values():
                cell.rows = self._row - cell.row + 1
        for piece in pieces:
            if piece.text or (piece.text is not None and not is_ruling):
                self._cell_of(piece).lines.append((piece.left, piece.text))

    def _cell_of(self, piece: Piece) -> Cell:
        if piece.first not in self._open:
            cell = Cell(piece.first, piece.last, self._row)
            self.cells.append(cell)
            self._open |= dict.fromkeys(range(piece.first, piece.last + 1), cell)
        return self._open[piece.first]


def _starts(rows: list[list[Piece]], widths: Sequence[int], asked: list[RawDoubt]) -> set[int]:
    """The lines that begin a row though no ruling stands above them."""
    rulings = [at for at, row in enumerate(rows) if any(piece.text is None for piece in row)]
    if rulings == [1]:  # Markdown: each line is a row, but for one that a typist wrapped
        return {at for at in range(3, len(rows)) if not _first_text(rows[at])[:1].islower()}
    blocks = list(_blocks(rows))
    parted = (all(at in rulings for at in range(end, first)) for (_, end), (first, _) in pairwise(blocks))
    ruled = sum(parted) > _RULED
    starts: set[int] = set()
    doubted: list[int] = []
    for first, end in blocks:
        block = rows[first:end]
        sure = _numbered(block) or _behind_empty_lines(block)
        guessed = [] if sure else [at for at in range(1, len(block)) if _begins(block, at, widths, ruled)]
        starts |= {first + at for at in (sure or ([] if ruled else guessed))}
        doubted += [first + at for at in guessed]
    if doubted:
        surface = _first_text(rows[doubted[0]])
        text = (_NOT_PARTED if ruled else _ASKED).format(surface)
        asked.append(RawDoubt("continuation", text, surface.rpartition(" ")[0] or surface))
    return starts


def _blocks(rows: list[list[Piece]]) -> Iterator[tuple[int, int]]:
    """First and end of the runs of lines with several columns between rulings."""
    first = 0
    for at in range(len(rows) + 1):
        if at == len(rows) or len(rows[at]) < 2 or any(piece.text is None for piece in rows[at]):
            if first < at:
                yield first, at
            first = at + 1


def _numbered(block: list[list[Piece]]) -> list[int]:
    """The lines with a number, where all in the first column are numbers, with a text beside each."""
    firsts = [at for at, row in enumerate(block) if row[0].text]
    if any(NUMBER.fullmatch(block[at][0].text or "") is None or _filled(block[at]) < 2 for at in firsts):
        return []
    begun = all(_text(block[at][1])[:1].isupper() or not _text(block[at][1])[:1].isalpha() for at in firsts)
    return firsts[1:] if firsts[:1] == [0] and begun else []


def _behind_empty_lines(block: list[list[Piece]]) -> list[int]:
    """The lines under empty ones, where each begins as a row does, in the first column and another."""
    begun = [at for at in range(1, len(block)) if _filled(block[at]) and not _filled(block[at - 1])]
    return begun if all(block[at][0].text and _filled(block[at]) > 1 for at in begun) else []


def _begins(block: list[list[Piece]], at: int, widths: Sequence[int], ruled: bool) -> bool:
    """Whether a line begins a measure: with a capital, all cells filled, among them a deadline.

    In a table without rulings between rows it begins as well where the text above was not broken by the column's end.
    """
    row, above = block[at], block[at - 1]
    if not _text(row[0])[:1].isupper() or heading_role(_text(block[0][0])) is not None:
        return False
    whole = len(row) >= _FULL and _filled(row) == len(row)
    dated = any(content_of([_text(piece)]) == "deadline" for piece in row[1:])
    unbroken = not above[0].text or _has_room(above[0], row[0], widths)
    return (whole and dated) or (not ruled and _filled(row) > 1 and unbroken)


def _has_room(above: Piece, below: Piece, widths: Sequence[int]) -> bool:
    """Whether the first word below would have fitted into the line above."""
    width = sum(widths[above.first : above.last + 1])
    return len(_text(above)) + 1 + len(_text(below).split(" ")[0]) <= width


def _text(piece: Piece) -> str:
    return piece.text or ""


def _first_text(row: Sequence[Piece]) -> str:
    return next((piece.text for piece in row if piece.text), "")


def _filled(row: Sequence[Piece]) -> int:
    return sum(bool(piece.text) for piece in row)
