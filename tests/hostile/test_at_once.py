"""Four imports and a clerk in one database: 20 orders in the normal run, 300 in the long form."""

import pytest

from tests.hostile.at_once import run, tell
from tests.pipeline.command import Prikaz


def test_imports_and_a_clerk_at_once(prikaz: Prikaz, empty_url: str) -> None:
    meet(prikaz, empty_url, 20)


@pytest.mark.hostile
def test_imports_of_300_orders_and_a_clerk_at_once(prikaz: Prikaz, empty_url: str) -> None:
    meet(prikaz, empty_url, 300)


def meet(prikaz: Prikaz, url: str, orders: int) -> None:
    meeting = run(prikaz, url, orders)
    tell(meeting, url.partition(":")[0])
    assert meeting.faults == []
    assert meeting.orders == orders
    assert meeting.answers
