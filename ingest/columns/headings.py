"""A column heading, as printed -> what the column holds. The vocabulary is columns.toml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from ingest.vocabulary import load_entries

Role = Literal["number", "measure", "weak_measure", "deadline", "responsible", "weak_responsible", "extra"]
ROLES: tuple[Role, ...] = ("number", "measure", "weak_measure", "deadline", "responsible", "weak_responsible", "extra")

# A narrow column hyphenates its heading: «меропри-⏎ятия».
BROKEN = re.compile(r"(?<=[а-яё])-\s*\n\s*(?=[а-яё])")
WORD = re.compile(r"[^\W_]+|№")
# «№№ п/п», «№/№», «Nп/п», «Nº п/п»: signs for a number, however often and close to the next word
NUMBER_SIGN = re.compile(r"№[\s.№/\\]*№|(?<![^\W_])n[oо°º]?(?=\s?п\b)")
# Latin letters that look like Cyrillic ones, typed in the midst of a Russian word: «Cроки» with a Latin C.
LOOKALIKES = str.maketrans("aceopxykmtbh", "асеорхукмтвн")
LONG_STEM = 9  # letters of a stem that is looked for in misspelt words: «мероприят»
SHORTEST = 4  # letters of a name that is looked for in broken words: «срок»
CYRILLIC = re.compile("[а-я]")


@dataclass(frozen=True, slots=True)
class Name:
    """One way of naming a column: its words, those with "*" cut to their stem."""

    role: Role
    words: tuple[str, ...]
    seen: str  # an attested heading
    whole: bool = False  # it must be the whole heading


@lru_cache(maxsize=4096)  # header or row? each part of the reader asks for the same texts
def fold_heading(text: str) -> tuple[str, ...]:
    """The words of a heading: lower case, ё as е, no punctuation, one «№» («№№ п\\п» -> «№», «п», «п»)."""
    lower = NUMBER_SIGN.sub("№ ", BROKEN.sub("", text).lower().replace("ё", "е"))
    words = WORD.findall(lower)
    return tuple(w.translate(LOOKALIKES) if CYRILLIC.search(w) else w for w in words)


@cache
def names() -> tuple[Name, ...]:
    """The vocabulary, in the order of columns.toml."""
    return tuple(
        Name(role, tuple(entry["words"].split()), entry["seen"], role == "number" or entry.get("whole", False))
        for role in ROLES
        for entry in load_entries("columns", role)
    )


@lru_cache(maxsize=4096)  # a table asks for the same words again and again
def heading_role(text: str) -> Role | None:
    """The role that a heading names, None when no entry of columns.toml is in it.

    The entry that is the whole heading wins, then the one that begins earliest, then the longest.
    """
    words = fold_heading(text)
    if (whole := next((name.role for name in names() if name.whole and name.words == words), None)) is not None:
        return whole
    found = _pattern().search(" ".join(words))
    if found and found.lastindex:
        return _named()[found.lastindex - 1].role
    return (_broken_role("".join(words)) if len(words) > 1 else None) or _misspelt_role(words)


def _broken_role(heading: str) -> Role | None:
    """A narrow column of a PDF breaks words without a hyphen: «Ответст венный», «Меропр иятие»."""
    fits = (name for name in _named() if len(_joined(name)) >= SHORTEST and heading.startswith(_joined(name)))
    return next((name.role for name in fits), None)


def _misspelt_role(words: Sequence[str]) -> Role | None:
    """«Меропрития», «Отвественные»: one letter too few, too many or another in a long stem."""
    return next((role for word in words for role, stem in _long_stems() if _is_misspelt(word, stem)), None)


@cache
def _long_stems() -> tuple[tuple[Role, str], ...]:
    stems = [(name.role, name.words[0][:-1]) for name in _named() if len(name.words) == 1 and name.words[0][-1] == "*"]
    return tuple((role, stem) for role, stem in stems if len(stem) >= LONG_STEM)


def _is_misspelt(word: str, stem: str) -> bool:
    """Whether the word begins with the stem but for one letter."""
    at = next(
        (n for n, (one, two) in enumerate(zip(word, stem, strict=False)) if one != two), min(len(word), len(stem))
    )
    rest, missing = word[at:], stem[at:]
    swapped = rest[:2] == missing[1::-1] and rest[2:].startswith(missing[2:])
    return at > 0 and (
        rest.startswith(missing[1:]) or rest[1:].startswith(missing) or rest[1:].startswith(missing[1:]) or swapped
    )


def _joined(name: Name) -> str:
    return "".join(word.rstrip("*") for word in name.words)


@cache
def _named() -> tuple[Name, ...]:
    """The names that may stand anywhere in a heading, the longest first."""
    inside = [name for name in names() if not name.whole]
    return tuple(sorted(inside, key=lambda name: (-len(name.words), -len(" ".join(name.words)))))


@cache
def _pattern() -> re.Pattern[str]:
    """All of them in one expression, a group each: the leftmost match, of equals the first group."""
    words = (" ".join(re.escape(word[:-1]) + r"\S*" if word.endswith("*") else re.escape(word) for word in name.words)
             for name in _named())  # fmt: skip
    return re.compile(r"(?<!\S)(?:" + "|".join(f"({each})(?!\\S)" for each in words) + ")")
