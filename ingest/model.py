"""What ingest hands on: documents as grids of cells, and orders as printed rows.

Text conventions, the same in every reader: no runs of blanks, nothing blank at either end of a line,
NBSP and tabs are blanks, soft hyphens are gone, "\\n" is a paragraph or line break that the author made
(a line that a narrow column wrapped is joined with a blank, or with nothing after a hyphen inside a word; a hyphen
that only parted a word there is gone, as a soft one is).
"" = empty in the source, None = not there. Pages, tables and rows are counted from 1, as people do.
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the page's top left corner, y downwards."""

    page: int  # 1-based
    left: float
    top: float
    right: float
    bottom: float


class Cell(NamedTuple):
    """One cell of a table as printed. `colspan` and `rowspan` count grid columns and rows.

    A tuple: a frozen dataclass takes four times as long to make, and a long order has thousands of cells.
    """

    text: str
    colspan: int = 1
    rowspan: int = 1
    box: Box | None = None  # None where the format has no pages
    confidence: float | None = None  # 0..1, of recognised text; None = printed text, nothing to doubt
    struck: str = ""  # words that are struck out in the file: no part of `text`


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `rows` is rectangular; None = covered by a merged cell to the left or above.

    `pages` has the page of each row (None where the format has no pages); `repeats` the 0-based rows that
    the file itself marks as a header repeated on each page.
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    pages: tuple[int | None, ...]
    repeats: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside of tables. In a PDF: one block of lines, the lines kept apart by "\\n"."""

    text: str
    page: int | None = None
    aside: bool = False  # it belongs to the page and not to the text: a running header or footer, a footnote


@dataclass(frozen=True, slots=True)
class RawDoubt:
    """Something about a row or the file that only a person can settle.

    `kind` is a stable code: unknown_column, continuation, lost_header, low_confidence, leftover, no_number …
    """

    kind: str
    text: str  # Russian, a whole sentence
    surface: str = ""  # the printed text in question


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: paragraphs and grids in the order in which they stand.

    `doubts` are sentences (Russian) of the reader about what it could not read faithfully; each becomes a
    question of the order. An empty tuple means that everything in the file is in `blocks`.
    """

    kind: str  # docx, pdf, dump, html, xlsx, scan
    blocks: tuple[Paragraph | Grid, ...]
    pages: int | None = None
    doubts: tuple[str, ...] = ()
    unread: tuple[int, ...] = ()  # pages (1-based) with a table without lines whose rows cannot be told; also in doubts
    asked: tuple[RawDoubt, ...] = ()  # each about the rows that print its surface: a word that a line end parted
    parted: tuple[str, ...] = ()  # «слабоуспеваю-щими»: words that two pages have a half of each


@dataclass(frozen=True, slots=True)
class OrderHead:
    """What the text around the tables says of the order. None = not printed."""

    number: str | None  # «306», «48-од»
    date: str | None  # ISO
    issuer: str | None  # nominative, as far as it is printed: «Управление образования»
    title: str | None  # of the plan, or of all plans
    school_year: str | None  # «2020/2021», only where printed
    territory: str | None  # «Каменск-Уральский городской округ», «г. Конаково»
    about: str | None = None  # «Об утверждении плана»: the order's own title, where its text is in the file


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in its file."""

    page: int | None  # 1-based
    table: int  # 1-based among all tables of the file
    row: int  # 1-based in the table
    boxes: tuple[tuple[str, Box], ...] = ()  # (field, its cell's frame): measure, deadline, responsible


@dataclass(frozen=True, slots=True)
class RawRow:
    """A measure as printed, its continuations joined."""

    plan: int  # 1-based: which measure table of the file
    section: str | None  # title text; two levels are joined with " / "
    number: str | None  # without the final dot
    measure: str
    deadline: str
    responsible: str
    extra: tuple[tuple[str, str], ...]  # (header, text) of every further column
    places: tuple[Place, ...]  # the row itself first, then its continuations
    doubts: tuple[RawDoubt, ...] = ()
    deadline_hint: str | None = None  # a month that the section title gives to bare day numbers: «октябрь»
    borders: tuple[int, ...] = ()  # line ends of `responsible` (offsets) beyond which another column begins


@dataclass(frozen=True, slots=True)
class Explained:
    """Letters, a word or a short name that the text around the tables explains: «ГМЦ», «Центр», «ЦОД «Вершина»»."""

    letters: str
    name: str  # as printed: «МБУ «Городской методический центр»»
    whole: bool  # the name is all of `name`; else it stands at its end, words of the sentence before it


@dataclass(frozen=True, slots=True)
class RawOrder:
    """A file's measures as printed. `file` is its name without folders."""

    file: str
    sha256: str
    kind: str
    head: OrderHead
    rows: tuple[RawRow, ...]
    sections: tuple[str, ...]  # in order, each as printed
    headers: tuple[tuple[str, ...], ...]  # the header of each plan, as printed
    doubts: tuple[RawDoubt, ...] = ()
    plan_titles: tuple[str | None, ...] = ()  # each plan's own, where the file has several
    glossary: tuple[Explained, ...] = ()  # orders that were stored before it was read have none
    approves: str | None = None  # «Утвердить план на 2022 год»: the point of the order's text; stored ones as above
    named: tuple[str, ...] = ()  # institutions that the text around the tables names in full; stored ones as above
