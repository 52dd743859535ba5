"""The two orders that the tests read, once a session, and orders of our own made from rows."""

from pathlib import Path

import pytest

from ingest.model import RawOrder
from ingest.order import read_order
from normalize.model import Knowledge, Order
from normalize.order import normalize_order

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def raw_306() -> RawOrder:
    return read_order(ROOT / "data/raw/order-306-2020.docx")


@pytest.fixture(scope="session")
def raw_307() -> RawOrder:
    return read_order(ROOT / "tests/golden/307-next-year/order.docx")


@pytest.fixture(scope="session")
def order_306(raw_306: RawOrder) -> Order:
    return normalize_order(raw_306, Knowledge())


@pytest.fixture(scope="session")
def order_307(raw_307: RawOrder) -> Order:
    return normalize_order(raw_307, Knowledge())
