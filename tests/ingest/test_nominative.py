"""Names of institutions in the nominative: every entry of issuers.toml with what it was printed in."""

from typing import Any

import pytest

from ingest.heads.nominative import lower_capitals, to_nominative
from ingest.vocabulary import load_entries


@pytest.mark.parametrize(
    "entry",
    [*load_entries("issuers", "noun"), *load_entries("issuers", "stressed")],
    ids=lambda entry: entry["seen"],
)
def test_attested_phrases(entry: dict[str, Any]) -> None:
    assert to_nominative(entry["seen"]) == entry["means"]


@pytest.mark.parametrize("entry", load_entries("issuers", "noun"), ids=lambda entry: entry["noun"])
def test_every_form_of_a_noun(entry: dict[str, Any]) -> None:
    assert {to_nominative(entry["stem"] + end) for end in entry["ends"]} == {entry["noun"].capitalize()}


@pytest.mark.parametrize("entry", load_entries("issuers", "stressed"), ids=lambda entry: entry["seen"])
def test_every_stressed_adjective(entry: dict[str, Any]) -> None:
    assert {to_nominative(f"{stem}ого отдела") for stem in entry["stems"]} == {
        f"{stem}ой отдел".capitalize() for stem in entry["stems"]
    }


@pytest.mark.parametrize("entry", load_entries("issuers", "letters"), ids=lambda entry: entry["seen"])
def test_abbreviations_in_a_line_of_capitals(entry: dict[str, Any]) -> None:
    assert lower_capitals(entry["seen"]) == entry["means"]
    assert all(lower_capitals(f"РАБОТА {word}") == f"Работа {word}" for word in entry["words"])
