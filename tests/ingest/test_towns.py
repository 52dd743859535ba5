"""Towns whose ending does not tell their nominative: every list of towns.toml, its attested town and every word."""

from typing import Any

import pytest

from ingest.heads.territory import find_territory
from ingest.heads.towns import Case, nominative_town
from ingest.vocabulary import load_entries

# section: (case that would mislead, its ending, that of the nominative); words are printed whole or as stems
ENDINGS: dict[str, tuple[Case, str, str]] = {
    "masculine": ("genitive", "а", ""),
    "unchanged": ("genitive", "", ""),
    "neuter": ("genitive", "ого", "ое"),
    "stressed": ("genitive", "ого", "ой"),
}


@pytest.mark.parametrize(
    "entry",
    [entry for section in ("feminine", *ENDINGS) for entry in load_entries("towns", section)],
    ids=lambda entry: entry["seen"],
)
def test_attested_towns(entry: dict[str, Any]) -> None:
    assert find_territory([entry["seen"]]) == f"город {entry['town']}"


@pytest.mark.parametrize("section", ENDINGS)
def test_every_word(section: str) -> None:
    case, ending, nominative = ENDINGS[section]
    words = [word for entry in load_entries("towns", section) for word in entry["words"]]
    assert [nominative_town(word + ending, case) for word in words] == [word + nominative for word in words]


def test_plural_towns_stay() -> None:
    entries = list(load_entries("towns", "plural"))
    assert [find_territory([entry["seen"]]) for entry in entries] == [f"г. {entry['town']}" for entry in entries]
    words = [word for entry in entries for word in entry["words"]]
    assert [nominative_town(word, "governed") for word in words] == words


def test_every_feminine_town() -> None:
    words = [word for entry in load_entries("towns", "feminine") for word in entry["words"]]
    assert [nominative_town(word[:-1] + "е", "prepositional") for word in words] == words
