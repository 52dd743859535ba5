"""Letters that stand for many offices at once: «муниципальных органов управления образованием (далее – МОУО)».

They are a group, as «ОО» is, and no organization to be asked about.
"""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from ingest.model import Explained
from normalize.fold import fold
from normalize.morphology import adjective_cases, noun_cases
from normalize.parties.drafts import CellReading, Draft
from normalize.vocabulary import forms_of

_OF_A_REGION = frozenset(forms_of("organizations", "offices_of_region"))


def many_offices(glossary: Iterable[Explained], regional: bool) -> frozenset[str]:
    """Folded letters that the order's text explains by a plural; in a region's order also those of its districts."""
    said = frozenset(fold(one.letters) for one in glossary if _are_many(one))
    return said | _OF_A_REGION if regional else said


def _are_many(explained: Explained) -> bool:
    """Whether the last words whose initials the letters are begin with a noun and its adjectives in the plural."""
    letters = explained.letters
    if not letters.isupper() or len(letters) < 2:
        return False
    words = re.findall(r"[А-Яа-яЁё-]+", explained.name)
    run = next((run for at in reversed(range(len(words))) if (run := _spelt(words[at:], letters))), [])
    at = next((at for at, word in enumerate(run) if noun_cases(word.lower())), None)
    if at is None:
        return False
    cases = [noun_cases(run[at].lower()), *(adjective_cases(word.lower()) for word in run[:at])]
    return set.intersection(*({number for _, number in one} for one in cases)) == {"plur"}


_SELF_RULE = re.compile("самоуправлени", re.IGNORECASE)


def _spelt(words: list[str], letters: str) -> list[str]:
    """The first of the words that the letters stand for; empty where they do not.

    «органы местного самоуправления, осуществляющие …»: the letters are «ОМС» or «ОМСУ».
    """
    if not letters or not words:
        return []
    for initials in (words[0][0].upper(), "СУ" if _SELF_RULE.match(words[0]) else ""):
        if initials and letters.startswith(initials):
            rest = letters.removeprefix(initials)
            behind = _spelt(words[1:], rest) if rest else []
            if behind or not rest:
                return [words[0], *behind]
    return []


def read_as_groups(readings: Mapping[int, CellReading], letters: Set[str]) -> dict[int, CellReading]:
    """The readings, by position, with «МОУО» a group, and «специалисты МОУО» of no organization."""
    return {position: _read(reading, letters) for position, reading in readings.items()}


def _read(reading: CellReading, letters: Set[str]) -> CellReading:
    drafts = tuple(_as_group(draft) if _is_of(draft, letters) else draft for draft in reading.drafts)
    alone = {(draft.start, draft.end) for draft in reading.drafts if _is_of(draft, letters)}
    doubts = tuple(one for one in reading.doubts if one.kind != "abbreviation" or (one.start, one.end) not in alone)
    return CellReading(drafts, doubts)


def _is_of(draft: Draft, letters: Set[str]) -> bool:
    return draft.target is not None and fold(draft.target.name) in letters


def _as_group(draft: Draft) -> Draft:
    name = draft.target.name if draft.target is not None else ""
    kind = "group" if draft.kind == "organization" else draft.kind
    role = f"{draft.role} {name}" if draft.role else name
    return replace(draft, kind=kind, role=role, target=None, rule="group", score=1.0, plural=True)
