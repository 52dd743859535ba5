"""Where a doubt stands: the cells with their mentions, neighbouring rows, the frame on a page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.engine import Row

from ingest.model import Box
from normalize.fold import fingerprint
from store.model import Scope
from store.raw_json import decode_raw
from store.review.marked import marked_words, words_of
from store.review.model import MeasureCells, OpenQuestion, PlaceOfDoubt, Span
from store.review.queue import covered
from store.tables import measures, orders, organizations, parties, question_measures, questions, sources

_M = measures.c
_O = orders.c
_CELLS: tuple[ColumnElement[Any], ...] = (
    _M.measure_id, _M.order_id, _O.order_number, _O.order_date, _O.issuer, _O.school_year, _M.position, _M.number,
    _M.section, _M.measure, _M.deadline_text, _M.responsible_text, _M.source_page, _M.source_place, _O.source_file,
)  # fmt: skip

LISTS = "lists_differ"  # questions whose words are the names of schools that a list has or lacks


@dataclass(frozen=True, slots=True)
class PageFrames:
    """A file and the frames of a row's cells in it, page by page."""

    file: str  # name without folders
    sha256: str
    boxes: tuple[Box, ...]


def places_of(connection: Connection, question: OpenQuestion, scope: Scope, limit: int) -> tuple[PlaceOfDoubt, ...]:
    """The measures that an answer in this scope settles, at most `limit`; those of the question's own order first."""
    entry = question.entry
    where = covered(entry.key, scope, question.order_id, entry.issuer, question.school_year, entry.territory)
    own_first = (_M.order_id != question.order_id, _O.order_date, _M.order_id, _M.position)
    joined = (
        question_measures.join(questions).join(orders).join(measures, _M.measure_id == question_measures.c.measure_id)
    )
    rows = connection.execute(
        select(*_CELLS, questions.c.anchors).select_from(joined).where(where).order_by(*own_first).limit(limit)
    ).all()
    anchors = {anchor for row in rows for anchor in row.anchors}
    measure_ids = [row.measure_id for row in rows]
    lists = entry.kind == LISTS
    spans = _schools(connection, measure_ids, question.surface) if lists else _spans(connection, measure_ids, anchors)
    return tuple(_place(_cells(row), spans[row.measure_id], question) for row in rows)


def read_cells(connection: Connection, measure_id: str) -> MeasureCells | None:
    row = connection.execute(select(*_CELLS).select_from(measures.join(orders)).where(_M.measure_id == measure_id))
    found = row.one_or_none()
    return None if found is None else _cells(found)


def neighbours(connection: Connection, cells: MeasureCells, distance: int = 2) -> tuple[MeasureCells, ...]:
    """The measures printed around this one, itself among them, in order."""
    near = _M.position.between(cells.position - distance, cells.position + distance)
    rows = select(*_CELLS).select_from(measures.join(orders)).where(_M.order_id == cells.order_id, near)
    return tuple(_cells(row) for row in connection.execute(rows.order_by(_M.position)))


def pages_of(connection: Connection, cells: MeasureCells) -> tuple[PageFrames, ...]:
    """Every file of the order that has pages and shows the row."""
    found = select(sources.c.file, sources.c.sha256, sources.c.raw)
    rows = connection.execute(found.where(sources.c.order_id == cells.order_id, sources.c.format == "pdf"))
    printed = fingerprint(cells.measure)
    result = []
    for row in rows:
        equal = [one for one in decode_raw(row.raw).rows if fingerprint(one.measure) == printed]
        boxes = tuple(box for one in equal[:1] for place in one.places for _, box in place.boxes)
        if boxes:
            result.append(PageFrames(row.file, row.sha256, boxes))
    return tuple(result)


def _spans(connection: Connection, measure_ids: Sequence[str], anchors: Iterable[str]) -> dict[str, list[Span]]:
    p = parties.c
    found: dict[str, list[Span]] = defaultdict(list)
    columns = select(p.measure_id, p.field, p.starts_at, p.ends_at)
    rows = connection.execute(columns.where(p.measure_id.in_(measure_ids), p.anchor.in_(list(anchors))))
    for row in rows:
        found[row.measure_id].append(Span(row.field, row.starts_at, row.ends_at))
    return found


def _place(cells: MeasureCells, spans: Sequence[Span], question: OpenQuestion) -> PlaceOfDoubt:
    if question.entry.kind == LISTS:
        return PlaceOfDoubt(cells, tuple(spans), "responsible")
    return PlaceOfDoubt(cells, marked_words(cells, spans, words_of(question)))


def _schools(connection: Connection, measure_ids: Sequence[str], names: str) -> dict[str, list[Span]]:
    """Where the measures name schools of a question whose words are their names."""
    p, g = parties.c, organizations.c
    found: dict[str, list[Span]] = defaultdict(list)
    columns = select(p.measure_id, p.field, p.starts_at, p.ends_at).join_from(parties, organizations)
    where = (p.measure_id.in_(measure_ids), g.organization.in_(names.split(", ")))
    for row in connection.execute(columns.where(*where)):
        found[row.measure_id].append(Span(row.field, row.starts_at, row.ends_at))
    return found


def _cells(row: Row[*tuple[Any, ...]]) -> MeasureCells:
    return MeasureCells(
        row.measure_id, row.order_id, row.order_number, row.order_date, row.issuer, row.school_year, row.position,
        row.number, row.section,
        row.measure or "", row.deadline_text or "", row.responsible_text or "", row.source_page,
        row.source_place, row.source_file,
    )  # fmt: skip
