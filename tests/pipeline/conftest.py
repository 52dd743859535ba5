from pathlib import Path

import pytest

from tests.pipeline.command import Prikaz


@pytest.fixture
def prikaz(tmp_path: Path) -> Prikaz:
    """The command in an empty folder with a database to be made there."""
    folder = tmp_path / "work"
    folder.mkdir()
    return Prikaz(folder)
