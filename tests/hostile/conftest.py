"""The long tests of this folder run where they are asked for: `pytest -m hostile tests/hostile`."""

from pathlib import Path

import pytest

from tests.pipeline.command import Prikaz


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "hostile: the long form of a hostile test; left out unless asked for by -m")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "hostile" not in config.option.markexpr:
        long = [item for item in items if item.get_closest_marker("hostile")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def prikaz(tmp_path: Path) -> Prikaz:
    """The command in an empty folder with a database to be made there."""
    folder = tmp_path / "work"
    folder.mkdir()
    return Prikaz(folder)
