"""Datasette, a program that knows nothing of ours, shows the views with their descriptions."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from store.db import open_engine
from store.load import load_order
from store.views import V_MEASURES
from tests.store.factory import ROWS, STAMP, make_order, make_raw

CONFIG = Path(__file__).parents[2] / "datasette.yaml"


@pytest.fixture
def database(sqlite_url: str, tmp_path: Path) -> Path:
    engine = open_engine(sqlite_url)
    with engine.begin() as connection:
        load_order(connection, make_order(), make_raw(), STAMP)
    engine.dispose()
    return tmp_path / "prikaz.db"


def get(database: Path, path: str) -> str:
    command = [sys.executable, "-W", "ignore", "-m", "datasette", str(database), "--metadata", str(CONFIG)]
    return subprocess.run([*command, "--get", path], check=True, capture_output=True, text=True, timeout=120).stdout


@pytest.mark.skipif(find_spec("datasette") is None, reason="datasette is not installed")
def test_datasette_shows_the_views(database: Path) -> None:
    rows = json.loads(get(database, "/prikaz/v_measures.json?_shape=array"))
    assert [row["measure"] for row in rows] == [row.measure for row in ROWS]
    assert {one.name for one in V_MEASURES.columns} <= rows[0].keys()
    page = get(database, "/prikaz/v_measures")
    assert V_MEASURES.words in page
    assert "1-based in the order, no gaps" in page
