"""Nothing that was read in a file is lost on its way through the database."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from ingest.model import Box, Explained, OrderHead, Place, RawDoubt, RawOrder, RawRow
from store.db import reading
from store.load import load_order
from store.raw_json import decode_raw, encode_raw
from store.read import read_raw
from tests.store.factory import STAMP, make_order, make_raw

# PostgreSQL's text holds no NUL and UTF-8 no half of a surrogate pair; ingest gives neither.
T = TypeVar("T")
TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8)
MAYBE = st.none() | TEXT
COUNT = st.integers(1, 10_000)
POINT = st.floats(allow_nan=False, allow_infinity=False)


def some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


BOXES = some(st.tuples(TEXT, st.builds(Box, COUNT, POINT, POINT, POINT, POINT)))
PLACES = some(st.builds(Place, st.none() | COUNT, COUNT, COUNT, BOXES))
DOUBTS = some(st.builds(RawDoubt, TEXT, TEXT, TEXT))
ROWS = st.builds(
    RawRow, COUNT, MAYBE, MAYBE, TEXT, TEXT, TEXT, some(st.tuples(TEXT, TEXT)), PLACES, DOUBTS, MAYBE, some(COUNT)
)
HEADS = st.builds(OrderHead, st.none(), MAYBE, MAYBE, MAYBE, MAYBE, MAYBE)
GLOSSARY = some(st.builds(Explained, TEXT, TEXT, st.booleans()))
ORDERS = st.builds(
    RawOrder, TEXT, TEXT, TEXT, HEADS, some(ROWS), some(TEXT), some(some(TEXT)), DOUBTS, some(MAYBE), GLOSSARY
)


@given(ORDERS)
def test_json_round_trip(raw: RawOrder) -> None:
    assert decode_raw(json.loads(json.dumps(encode_raw(raw), ensure_ascii=False))) == raw


def test_an_order_that_was_stored_before_it_had_all_its_fields() -> None:
    stored = encode_raw(make_raw())
    del stored["glossary"], stored["plan_titles"], stored["rows"][0]["borders"]
    assert decode_raw(stored) == make_raw()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=ORDERS)
def test_database_round_trip(engine: Engine, raw: RawOrder) -> None:
    named = replace(raw, sha256=sha256(repr(raw).encode()).hexdigest())
    order = replace(make_order(), head=replace(make_order().head, number=None), sha256=named.sha256)
    with engine.begin() as connection:
        order_id = load_order(connection, order, named, STAMP).order_id
    with reading(engine) as connection:
        assert read_raw(connection, order_id) == named


def test_raw_of_an_order(engine: Engine) -> None:
    with engine.begin() as connection:
        order_id = load_order(connection, make_order(), make_raw(), STAMP).order_id
    with reading(engine) as connection:
        assert read_raw(connection, order_id) == make_raw()
        assert read_raw(connection, "nothing") is None
