"""The vocabulary files: what people know, as data. One table per file, each entry with an attested example."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.vocabulary import parse_vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """One vocabulary entry. `forms` are the spellings that it is recognised by, lower case, ё as е."""

    section: str
    value: str  # what the spellings mean
    forms: tuple[str, ...]
    example: str  # printed text in which it was seen
    note: str = ""


@cache
def load_entries(name: str) -> tuple[Entry, ...]:
    """All entries of vocab/<name>.toml in the order of the file.

    Raises: KeyError for an entry without value or example, so a bad file fails at once and not in silence.
    """
    text = files("normalize.vocab").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tuple(
        Entry(
            section=section,
            value=entry["value"],
            forms=tuple(form.lower().replace("ё", "е") for form in entry.get("forms", [entry["value"]])),
            example=entry["example"],
            note=entry.get("note", ""),
        )
        for section, entries in parse_vocabulary(text).items()
        for entry in entries
    )


@cache
def forms_of(name: str, section: str) -> dict[str, str]:
    """Spelling → meaning of one section of vocab/<name>.toml."""
    return {form: entry.value for entry in load_entries(name) if entry.section == section for form in entry.forms}


@cache
def alternatives(name: str, section: str) -> str:
    """A regular expression's alternatives of all spellings of a section, longest first; " " matches blanks."""
    forms = sorted(forms_of(name, section), key=lambda form: (-len(form), form))
    return "|".join(form.replace(".", r"\.").replace(" ", r"\s+") for form in forms)
