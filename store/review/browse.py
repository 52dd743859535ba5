"""Orders and measures for the page that shows them. Read-only."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from store.review.search import says
from store.search import search
from store.search_text import Kind
from store.tables import deadlines, measures, orders, organizations, parties, people, question_measures, questions

MEASURES: tuple[Kind, ...] = ("measure",)
MEASURES_FOUND = 1_000  # by words, of whatever order
ROWS_SHOWN = 100  # of a list; the filters are there to make it shorter


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Every part that is not None must hold."""

    words: str | None = None
    issuer: str | None = None
    year: str | None = None
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class OrderLine:
    order_id: str
    number: str | None
    date: str | None
    issuer: str | None
    territory: str | None
    school_year: str | None
    title: str | None
    source_file: str
    measures: int
    questions: int


@dataclass(frozen=True, slots=True)
class MeasureLine:
    measure_id: str
    order_id: str
    order_number: str | None
    order_date: str | None
    position: int
    number: str | None
    section: str | None
    measure: str
    deadline: str
    responsible: str
    questions: int


@dataclass(frozen=True, slots=True)
class PartyLine:
    field: str
    start: int
    end: int
    surface: str
    kind: str
    person_id: str | None
    person: str | None
    role: str | None
    organization_id: str | None
    organization: str | None
    status: str
    rule: str


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    text: str | None
    kind: str
    starts_on: str | None
    ends_on: str | None
    rrule: str | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class QuestionLine:
    question_id: str
    kind: str
    text: str


_O, _M, _Q, _T = orders.c, measures.c, questions.c, question_measures.c
_of_order = select(func.count()).where(_Q.order_id == _O.order_id).scalar_subquery()
_measures_of = select(func.count()).where(_M.order_id == _O.order_id).scalar_subquery()
_of_measure = select(func.count()).where(_T.measure_id == _M.measure_id).scalar_subquery()
_ORDER: tuple[ColumnElement[Any], ...] = (
    *(_O.order_id, _O.order_number, _O.order_date, _O.issuer, _O.territory, _O.school_year, _O.title),
    *(_O.source_file, _measures_of, _of_order),
)
_MEASURE: tuple[ColumnElement[Any], ...] = (
    *(_M.measure_id, _M.order_id, _O.order_number, _O.order_date, _M.position, _M.number, _M.section),
    *(func.coalesce(_M.measure, ""), func.coalesce(_M.deadline_text, "")),
    *(func.coalesce(_M.responsible_text, ""), _of_measure),
)


def list_orders(connection: Connection, wanted: OrderFilter) -> tuple[OrderLine, ...]:
    """The newest first, at most ROWS_SHOWN. `words` are looked for in the head and in the measures."""
    query = select(*_ORDER).order_by(_O.order_date.desc().nulls_last(), _O.order_number).limit(ROWS_SHOWN)
    if wanted.words:
        inside = {hit.order_id for hit in search(connection, wanted.words, MEASURES, MEASURES_FOUND)}
        head = says(connection, wanted.words, _O.order_number, _O.title, _O.issuer, _O.source_file)
        query = query.where(or_(head, _O.order_id.in_(inside)))
    if wanted.issuer:
        query = query.where(_O.issuer == wanted.issuer)
    if wanted.year:
        query = query.where(_O.school_year == wanted.year)
    if wanted.only_open:
        query = query.where(_of_order > 0)
    return tuple(OrderLine(*row) for row in connection.execute(query))


def filter_values(connection: Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Issuers and school years that there are."""
    issuers = select(_O.issuer).where(_O.issuer.is_not(None)).distinct().order_by(_O.issuer)
    years = select(_O.school_year).where(_O.school_year.is_not(None)).distinct().order_by(_O.school_year.desc())
    return tuple(connection.execute(issuers).scalars()), tuple(connection.execute(years).scalars())


def read_order_line(connection: Connection, order_id: str) -> OrderLine | None:
    row = connection.execute(select(*_ORDER).where(_O.order_id == order_id)).one_or_none()
    return None if row is None else OrderLine(*row)


def list_measures(
    connection: Connection, order_id: str | None, words: str | None, *, only_open: bool = False
) -> tuple[MeasureLine, ...]:
    """Measures of one order, all of them; or of every order, at most ROWS_SHOWN. Words are found in any form."""
    query = select(*_MEASURE).select_from(measures.join(orders))
    query = query.order_by(_O.order_date.desc().nulls_last(), _M.order_id, _M.position)
    query = query.limit(ROWS_SHOWN) if order_id is None else query.where(_M.order_id == order_id)
    if words and order_id is None:
        query = query.where(_M.measure_id.in_([hit.id for hit in search(connection, words, MEASURES, ROWS_SHOWN)]))
    elif words:
        query = query.where(_says(connection, words))
    if only_open:
        query = query.where(_of_measure > 0)
    return tuple(MeasureLine(*row) for row in connection.execute(query))


def parties_of(connection: Connection, measure_id: str) -> tuple[PartyLine, ...]:
    p = parties.c
    columns: tuple[ColumnElement[Any], ...] = (
        *(p.field, p.starts_at, p.ends_at, p.surface, p.kind, p.person_id, people.c.person, p.role),
        *(p.organization_id, organizations.c.organization, p.status, p.rule),
    )
    joined = parties.outerjoin(people).outerjoin(organizations)
    rows = select(*columns).select_from(joined).where(p.measure_id == measure_id).order_by(p.field.desc(), p.seq)
    return tuple(PartyLine(*row) for row in connection.execute(rows))


def deadlines_of(connection: Connection, measure_id: str) -> tuple[DeadlineLine, ...]:
    d = deadlines.c
    columns = (d.text, d.kind, d.starts_on, d.ends_on, d.rrule, d.inferred)
    rows = connection.execute(select(*columns).where(d.measure_id == measure_id).order_by(d.seq))
    return tuple(DeadlineLine(*row) for row in rows)


def questions_of(connection: Connection, measure_id: str) -> tuple[QuestionLine, ...]:
    columns: tuple[ColumnElement[Any], ...] = (_Q.question_id, _Q.kind, _Q.text)
    joined = select(*columns).select_from(questions.join(question_measures))
    rows = connection.execute(joined.where(_T.measure_id == measure_id).order_by(_Q.key))
    return tuple(QuestionLine(*row) for row in rows)


def _says(connection: Connection, words: str) -> Any:
    return says(connection, words, _M.measure, _M.deadline_text, _M.responsible_text, _M.number)
