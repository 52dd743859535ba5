"""The vocabulary files of this package: what people know of documents, as data, each entry with an attested example."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_entries(name: str, section: str) -> tuple[dict[str, Any], ...]:
    """The entries of a section of <name>.toml, in the order of the file; () where it has no such section."""
    table = tomllib.loads((files("ingest.vocab") / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(table.get(section, ()))


def stems_of(name: str, section: str) -> str:
    """A pattern of the words of a section: "*" stands for any ending, a dot is printed, others are whole words."""
    words = [word for entry in load_entries(name, section) for word in entry["words"]]
    return "|".join(re.escape(word.rstrip("*")) + ("" if word.endswith(("*", ".")) else r"\b") for word in words)
