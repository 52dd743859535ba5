"""A column heading, as printed -> what the column holds. The vocabulary is columns.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Role = Literal["number", "measure", "weak_measure", "deadline", "responsible", "extra"]
ROLES: tuple[Role, ...] = ("number", "measure", "weak_measure", "deadline", "responsible", "extra")

# A narrow column hyphenates its heading: «меропри-⏎ятия».
BROKEN = re.compile(r"(?<=[а-яё])-\s*\n\s*(?=[а-яё])")
WORD = re.compile(r"[^\W_]+|№")
# Latin letters that look like Cyrillic ones, typed in the midst of a Russian word: «Cроки» with a Latin C.
LOOKALIKES = str.maketrans("aceopxykmtbh", "асеорхукмтвн")
CYRILLIC = re.compile("[а-я]")


@dataclass(frozen=True, slots=True)
class Name:
    """One way of naming a column: its words, those with "*" cut to their stem."""

    role: Role
    words: tuple[str, ...]
    seen: str  # an attested heading


def fold_heading(text: str) -> tuple[str, ...]:
    """The words of a heading: lower case, ё as е, no punctuation («№ п\\п» -> «№», «п», «п»)."""
    lower = BROKEN.sub("", text).lower().replace("ё", "е")
    words = WORD.findall(lower)
    return tuple(w.translate(LOOKALIKES) if CYRILLIC.search(w) else w for w in words)


@cache
def names() -> tuple[Name, ...]:
    """The vocabulary, in the order of columns.toml."""
    table = tomllib.loads((files("ingest") / "columns.toml").read_text(encoding="utf-8"))
    return tuple(
        Name(role, tuple(entry["words"].split()), entry["seen"]) for role in ROLES for entry in table.get(role, [])
    )


def heading_role(text: str) -> Role | None:
    """The role that a heading names, None when no entry of columns.toml is in it.

    The entry that begins earliest wins, then the longest.
    """
    words = fold_heading(text)
    found = [(at, -len(n.words), n.role) for n in names() if (at := _position(n, words)) is not None]
    return min(found)[2] if found else None


def _position(name: Name, words: tuple[str, ...]) -> int | None:
    size = len(name.words)
    if name.role == "number":
        return 0 if words == name.words else None
    starts = (i for i in range(len(words) - size + 1) if _fits(name.words, words[i : i + size]))
    return next(starts, None)


def _fits(pattern: tuple[str, ...], words: tuple[str, ...]) -> bool:
    pairs = zip(pattern, words, strict=True)
    return all(w.startswith(p[:-1]) if p.endswith("*") else w == p for p, w in pairs)
