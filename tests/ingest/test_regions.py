"""Regions that no ending tells: every entry of regions.toml, as printed and in capitals."""

from typing import Any

import pytest

from ingest.heads.nominative import lower_capitals
from ingest.heads.territory import find_region
from ingest.vocabulary import load_entries


@pytest.mark.parametrize(
    "entry",
    [entry for section in ("two_words", "second", "alone") for entry in load_entries("regions", section)],
    ids=lambda entry: entry["seen"],
)
def test_attested_regions(entry: dict[str, Any]) -> None:
    assert find_region(entry["seen"]) == entry["means"]
    assert lower_capitals(entry["seen"].upper()) == entry["seen"]
