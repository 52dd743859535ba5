"""Whether rows under a heading of their own, without numbers and without a header, go on with the plan above."""

from collections.abc import Sequence

from ingest.columns.contents import are_people, content_of
from ingest.columns.fit import fit_columns
from ingest.columns.header import Column
from ingest.columns.heading_words import is_bare
from ingest.columns.headings import heading_role
from ingest.columns.lines import Entry, Line, own_text
from ingest.notes import is_note
from ingest.plans.follow import FILLED, Tail, first_number, is_other_table, is_signature, looks_signed, read_lines
from ingest.plans.sections import section_title
from ingest.plans.segments import Segment
from ingest.titles import is_heading, is_marked, is_plan_title


def columns_under_heading(tail: Tail, segment: Segment, texts: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns under which rows without numbers go on with a plan, under a heading of their own.

    «Октябрь» over a single row as long as those above: its deadline stands where the plan has them, from the first
    row on, and something stands beside it, people where the measures of the plan have numbers. Titles of further
    sections may stand across the rows. None for other rows.
    """
    titles = [text for text in texts if not is_note(text)]
    headed = bool(titles) and (is_marked(titles[-1]) or is_heading(titles[-1])) and not any(map(is_plan_title, titles))
    columns = fit_columns(tail.columns, len(segment.grid.rows[0]))
    if columns is None or segment.header is not None or not headed:
        return None
    if is_signature(segment) or looks_signed(segment) or is_other_table(segment, tail.columns):
        return None
    lines = [line for line in read_lines(segment, columns, goes_on=True) if section_title(line) is None]
    alike = tail.last is None or _begin_with_measure(lines)
    return columns if alike and first_number(lines) is None and _are_measures(lines) else None


def _begin_with_measure(lines: Sequence[Line]) -> bool:
    """Whether the first row has a deadline and people, is no «Роль | Дата | Учитель», and no row has a number."""
    if any(own_text(line, "number") for line in lines):
        return False
    deadline, people = (own_text(line, role) for line in lines[:1] for role in FILLED)
    return (
        content_of([deadline]) == "deadline"
        and heading_role(deadline) is None
        and content_of([people]) == "responsible"
    )


def _are_measures(lines: Sequence[Line]) -> bool:
    """Whether deadlines stand beside texts, and all who are responsible are there where the plan names any."""
    deadlines, measures = ([own_text(line, role) for line in lines] for role in ("deadline", "measure"))
    # «Дата уточняется» is one; «Дата» begins another table
    named = [heading_role(text) == "deadline" and not is_bare(text) for text in deadlines]
    people = [entry.text for line in lines if not _is_merged(line) for entry in line.entries if _names(entry)]
    others = [text for text, is_named in zip(deadlines, named, strict=True) if not is_named]
    dated = content_of(others) in ("deadline", None) and (
        named[:1] == [True] or content_of(deadlines[:1]) == "deadline"
    )
    return dated and all(measures) and not are_people(measures) and all(people)


def _is_merged(line: Line) -> bool:
    """Whether one cell says when and who: «По графику Управления образования»."""
    return any(set(FILLED) <= set(entry.reach) for entry in line.entries)


def _names(entry: Entry) -> bool:
    return entry.column.role == "responsible"
