"""Names of regions that no ending or noun tells. See regions.toml."""

from ingest.vocabulary import load_entries

TWO_WORDS = "|".join(entry["name"] for entry in load_entries("regions", "two_words"))
SECOND = "|".join(entry["name"] for entry in load_entries("regions", "second"))
# the genitive: the region
ALONE = {entry["of"]: entry["means"] for entry in load_entries("regions", "alone")}
SHORT = tuple(entry["name"] for entry in load_entries("regions", "alone"))
# All of them as they stand in a line of capitals that was lowered.
LOWERED = "|".join(name.lower() for name in (TWO_WORDS, SECOND, *ALONE, *SHORT))
