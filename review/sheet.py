"""The spreadsheet way of answering: questions out, answers in, row by row. A public face of the package."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection

from review.sheet_answers import Refused, take_row
from review.sheet_choices import SCOPE_OF, choices_of
from review.sheet_rows import row_of
from store.review.question import find_question
from store.review.queue import queue_entries
from store.review.sheet import SheetAnswer, read_sheet, write_sheet


@dataclass(frozen=True, slots=True)
class RowNote:
    """What is to be said of a row: why it is refused, or what its words come to."""

    line: int  # as Excel counts
    text: str


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What became of a workbook: rows kept, rows that were in the database already, rows refused.

    `said`: rows kept whose words came to something that the clerk has to know.
    """

    kept: int
    known: int
    refused: tuple[RowNote, ...]
    said: tuple[RowNote, ...] = ()


def export_questions(connection: Connection, path: Path) -> int:
    """Write all open questions; how many."""
    found = [find_question(connection, entry.question_id) for entry in queue_entries(connection)]
    questions = [one for one in found if one is not None]
    rows = [row_of(connection, one) for one in questions]
    write_sheet(path, rows, [choices_of(one) for one in questions], tuple(SCOPE_OF))
    return len(rows)


def apply_answers(connection: Connection, path: Path, clerk: str) -> SheetReport:
    """Keep the answers of the workbook that are understood, in one batch. Raises NoSheet."""
    return take_rows(connection, read_sheet(path), clerk)


def take_rows(connection: Connection, rows: Iterable[tuple[int, SheetAnswer]], clerk: str) -> SheetReport:
    kept, known, refused, effects = 0, 0, list[RowNote](), list[RowNote]()
    batch = str(uuid4())
    for line, row in rows:
        if not row.answer and not row.words:
            continue
        try:
            outcome, effect = take_row(connection, row, clerk, batch)
        except Refused as error:
            refused.append(RowNote(line, str(error)))
            continue
        kept, known = kept + outcome, known + (not outcome)
        if outcome and effect is not None:
            effects.append(RowNote(line, f"«{row.words}»: {effect}"))
    return SheetReport(kept, known, tuple(refused), tuple(effects))
