"""The issuer called by its noun and letters: «Отдел по ФКСТ», by «Отдел по физической культуре, спорту и туризму»."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from normalize.parties.drafts import CellReading, Draft
from normalize.parties.units import Target

_OFFICE = re.compile(
    r"(?:(?P<post>[а-яё].*)\s)?(?P<noun>отдел|управлени|комитет|департамент|министерств)[а-яё]{0,3}"
    r"\s(?:по\s)?(?P<letters>[А-ЯЁ](?:[А-ЯЁ]|и(?=[А-ЯЁ]))+)"
)
_SMALL = frozenset({"по", "и", "в", "на"})
_FEWEST = 3  # letters: any two words have two


def with_issuers_by_letters(readings: Mapping[int, CellReading], issuers: Iterable[Target]) -> dict[int, CellReading]:
    """The readings, by position, with the one issuer whose words the letters begin, as a party or as a post's."""
    offices = [one for one in issuers if one.kind in ("authority", "ministry")]
    if len(offices) != 1:
        return dict(readings)
    return {
        at: replace(reading, drafts=tuple(_read(draft, offices[0]) for draft in reading.drafts))
        for at, reading in readings.items()
    }


def _read(draft: Draft, issuer: Target) -> Draft:
    found = _OFFICE.fullmatch(draft.role or "") if draft.target is None else None
    if found is None or not _is_called(issuer, found["noun"], found["letters"]):
        return draft
    if found["post"] is None:
        return replace(draft, kind="organization", role=None, target=issuer, rule="issuer by its letters")
    return replace(draft, role=found["post"], target=issuer)


def _is_called(issuer: Target, noun: str, letters: str) -> bool:
    """Whether the words behind the noun begin with the letters, «и» printed among them or not."""
    first, *words = issuer.name.replace(",", " ").split()
    said = letters.replace("и", "")
    initials = "".join(word[0].upper() for word in words if word not in _SMALL)
    return first.lower().startswith(noun) and len(said) >= _FEWEST and initials.startswith(said)
