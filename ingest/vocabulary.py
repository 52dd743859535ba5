"""The vocabulary files of this package: what people know of documents, as data, each entry with an attested example."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_entries(name: str, section: str) -> tuple[dict[str, Any], ...]:
    """The entries of a section of <name>.toml, in the order of the file; () where it has no such section."""
    table = tomllib.loads((files("ingest") / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(table.get(section, ()))
