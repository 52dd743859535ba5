"""Mutated orders through the real import: 100 in the normal run, 10,000 in the long form."""

from pathlib import Path

import pytest

from tests.hostile.mutate import run, tell


def test_mutants_are_refused_read_or_asked_about(tmp_path: Path) -> None:
    mutate(tmp_path, 100)


@pytest.mark.hostile
def test_ten_thousand_mutants(tmp_path: Path) -> None:
    mutate(tmp_path, 10_000)


def mutate(folder: Path, documents: int) -> None:
    figures = run(documents, 306, folder)
    tell(figures)
    assert figures.faults == []
    assert figures.documents == documents
    assert figures.passes()
