"""The vocabulary files of this package: what people know of documents, as data, each entry with an attested example."""

import re
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from typing import Any, cast

from ingest.kept import KEPT


def parse_vocabulary(text: str) -> dict[str, Any]:
    """The tables of a TOML file, kept for the next run: the parser is written in Python, and the words are many."""
    return cast("dict[str, Any]", KEPT.get(("toml", sha256(text.encode()).digest()), lambda: _parse(text)))


def _parse(text: str) -> dict[str, Any]:
    return cast("dict[str, Any]", import_module("tomllib").loads(text))  # itself 10 ms to load, and seldom needed


@cache
def load_entries(name: str, section: str) -> tuple[dict[str, Any], ...]:
    """The entries of a section of <name>.toml, in the order of the file; () where it has no such section."""
    return tuple(load_tables(name).get(section, ()))


def load_tables(name: str) -> dict[str, Any]:
    """All sections of <name>.toml."""
    return parse_vocabulary((files("ingest.vocab") / f"{name}.toml").read_text(encoding="utf-8"))


def stems_of(name: str, section: str) -> str:
    """A pattern of the words of a section: "*" stands for any ending, a dot is printed, others are whole words."""
    words = [word for entry in load_entries(name, section) for word in entry["words"]]
    return "|".join(re.escape(word.rstrip("*")) + ("" if word.endswith(("*", ".")) else r"\b") for word in words)
