"""Import twice = import once; a changed file replaces the order and keeps the ids of what did not change."""

from dataclasses import replace

from sqlalchemy import Engine, text

from store.db import reading
from store.load import load_order
from store.model import LoadReport, PartyCounts
from tests.store.factory import LATER, ROWS, STAMP, make_order, make_raw


def load(engine: Engine, raw=None, stamp=STAMP, **options) -> LoadReport:
    raw = make_raw() if raw is None else raw
    with engine.begin() as connection:
        return load_order(connection, make_order(raw), raw, stamp, **options)


def dump(engine: Engine) -> dict[str, list[tuple]]:
    """Every row of every table."""
    from store.tables import metadata

    with reading(engine) as connection:
        tables = metadata.sorted_tables
        return {one.name: sorted(map(str, connection.execute(one.select()).all())) for one in tables}


def ids(engine: Engine, query: str) -> set[str]:
    with reading(engine) as connection:
        return set(connection.execute(text(query)).scalars())


def test_new_order_is_counted(engine: Engine) -> None:
    report = load(engine)
    assert (report.outcome, report.number, report.date) == ("new", "306", "2020-10-09")
    assert (report.measures, report.sections, report.open_questions) == (3, 2, 1)
    assert report.parties == PartyCounts(persons=1, schools=3, organizations=1, groups=1)


def test_same_file_again_changes_nothing(engine: Engine) -> None:
    first = load(engine)
    before = dump(engine)
    second = load(engine, stamp=LATER)
    assert second == replace(first, outcome="unchanged")
    assert dump(engine) == before
