"""A file -> the order's measures as printed: the public face of ingest."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ingest.annex import read_order_text
from ingest.asked import ask_where_printed
from ingest.conservation import find_leftovers
from ingest.errors import IngestError, NoMeasureTable, UnruledTable
from ingest.glossary import find_glossary, find_named
from ingest.heads.approving_point import find_approving_point
from ingest.heads.head import read_head, read_surroundings
from ingest.model import Document, Grid, RawDoubt, RawOrder, RawRow
from ingest.outside import ask_about_outside, quote_listed
from ingest.plans.nested import unfold_layouts
from ingest.plans.tables import Plan, measure_tables
from ingest.readers import read_document
from ingest.rows.groups import Reading, group_lines
from ingest.rows.lone_texts import ask_about_lone_texts
from ingest.rows.numbering import ask_about_gaps
from ingest.rows.parted import join_parted
from ingest.rows.rows import read_rows
from ingest.struck import ask_about_struck


def read_order(path: Path) -> RawOrder:
    """The order in a file, of any format that `read_document` knows.

    Raises: IngestError, one class for each reason to refuse a file; NoMeasureTable when no table in it has
    a measure column and a deadline or responsible column.
    """
    document = read_document(path)  # first: it refuses what is no file, or too large to be read at once
    name = path.name.encode(errors="backslashreplace").decode()  # a name in windows-1251 is no text to a database
    return order_from_document(document, name, hashlib.sha256(path.read_bytes()).hexdigest())


def order_from_document(document: Document, file: str, sha256: str) -> RawOrder:
    """The order in a document that was read. What does not add up is in its doubts.

    Raises: NoMeasureTable, UnruledTable.
    """
    document = unfold_layouts(document)
    plans = measure_tables(document)
    if not plans:
        raise _no_plan(document)
    readings = [group_lines(plan) for plan in plans]
    tables = [table for plan in plans for table in plan.tables]
    rows, struck = ask_about_struck(document, tables, _rows(document, readings))
    head, doubts = read_head(document, tables, plans[0].captions)
    around = read_surroundings(document, tables, plans[0].captions)
    titles = (head.title, *(plan.title for plan in plans[1:]))
    # a plan without a title of its own is what the order is about
    head = replace(head, title="; ".join(dict.fromkeys(filter(None, titles))) or head.about)
    order = RawOrder(
        file=file,
        sha256=sha256,
        kind=document.kind,
        head=head,
        rows=rows,
        sections=tuple(title for reading in readings for title in reading.sections),
        headers=tuple(tuple(column.header for column in plan.header.columns) for plan in plans),
        doubts=(*_reader_doubts(document), *doubts, *chain.from_iterable(r.doubts for r in readings), *struck),
        plan_titles=_plan_titles(titles, plans) if len(plans) > 1 else (),
        approves=find_approving_point((*around.before, *around.after)),
        glossary=find_glossary(
            (*around.before, *around.after),
            (text for row in rows for text in (row.measure, row.responsible)),
            head.issuer,
        ),
        named=find_named((*around.before, *around.after)),
    )
    return replace(order, doubts=(*order.doubts, *_leftovers(document, plans, order)))


def _no_plan(document: Document) -> IngestError:
    if document.unread:
        pages = ", ".join(map(str, document.unread))
        return UnruledTable(f"page {pages}", f"страница {pages}")
    return NoMeasureTable(*_found(document), order_text=read_order_text(document))


def _rows(document: Document, readings: Sequence[Reading]) -> tuple[RawRow, ...]:
    """The measures of all plans, with the questions that only they together ask."""
    printed = [row for n, reading in enumerate(readings, start=1) for row in read_rows(n, reading.groups)]
    whole = join_parted(printed, document.parted)
    return ask_where_printed(ask_about_lone_texts(ask_about_gaps(whole)), document.asked)


def _plan_titles(titles: Sequence[str | None], plans: Sequence[Plan]) -> tuple[str | None, ...]:
    """Each plan's own title, where it has none the text above it that names a month: no month of another plan holds."""
    return tuple(title or plan.month_line for title, plan in zip(titles, plans, strict=True))


def _leftovers(document: Document, plans: Sequence[Plan], order: RawOrder) -> tuple[RawDoubt, ...]:
    headers = [text for header in order.headers for text in header]
    headers += [text for plan in plans for text in plan.repeated]
    surfaces = [doubt.surface for doubt in order.doubts]
    captions = [text for plan in plans for text in plan.captions]
    counted = [str(n) for n in range(1, 1 + max(len(header) for header in order.headers))]
    other = [*order.sections, *headers, *surfaces, *captions, *counted]
    tables = [table for plan in plans for table in plan.tables]
    numbers = [row.number for row in order.rows]
    outside = ask_about_outside(document, tables, numbers, [*order.sections, *surfaces, *captions])
    return (*find_leftovers(document, tables, order.rows, other), *outside)


def _reader_doubts(document: Document) -> tuple[RawDoubt, ...]:
    return tuple(RawDoubt("reader", text) for text in document.doubts)


def _found(document: Document) -> tuple[str, str]:
    tables = sum(isinstance(block, Grid) for block in document.blocks)
    listed, first = quote_listed(document)
    english = f"; measures are printed as paragraphs, not in a table: {listed}, first «{first}»" if listed else ""
    russian = f"; мероприятия напечатаны абзацами, а не таблицей: их {listed}, первое – «{first}»" if listed else ""
    unread = "".join(f". {doubt.rstrip('.')}" for doubt in document.doubts)  # «Лист «План» скрыт: он не прочитан»
    return f"tables in the file: {tables}{english}", f"таблиц в файле: {tables}{russian}{unread}"
