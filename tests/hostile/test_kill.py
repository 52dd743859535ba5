"""Killed imports: three kills on each database in the normal run, a hundred in the long form."""

import pytest

from tests.hostile.kill import run, tell
from tests.pipeline.command import Prikaz


def test_killed_imports_leave_whole_orders_and_every_decision(prikaz: Prikaz, empty_url: str) -> None:
    kill(prikaz, empty_url, 3)


@pytest.mark.hostile
def test_a_hundred_kills(prikaz: Prikaz, empty_url: str) -> None:
    kill(prikaz, empty_url, 100)


def kill(prikaz: Prikaz, url: str, kills: int) -> None:
    rounds = run(prikaz, url, kills, seed=306)
    tell(rounds, url.partition(":")[0])
    assert rounds.faults == []
    assert sum(rounds.moments.values()) == kills
