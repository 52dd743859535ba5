"""Cells that name territories and nobody else: «Ардонский, Кольчинский районы, г.г. Ветлянск, Северный»."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk

_ADJECTIVE = r"[А-ЯЁ][а-яё-]+(?:ий|ый|ой)"
_PIECE = expression(
    rf"(?P<whole>{_ADJECTIVE}\s+(?P<noun>(?:муниципальный\s+|городской\s+)?(?:район|округ|р-н))(?!\w))"
    rf"|(?P<last>{_ADJECTIVE})\s+(?P<kind>муниципальные\s+|городские\s+)?(?P<nouns>районы|округа)"
    r"|(?P<mark>г\.\s?г\.|гг\.|города|г\.|город)\s*(?P<town>[А-ЯЁ][\w-]+)"
    r"|(?P<bare>[А-ЯЁ][\w-]+)"
)
_BETWEEN = expression(r"\s*[,;\n]\s*|\s+и\s+")
_ONE = {"районы": "район", "округа": "округ", "муниципальные ": "муниципальный ", "городские ": "городской "}


@dataclass(frozen=True, slots=True)
class Territory:
    """A district or town; `start` and `end` (exclusive) count letters of the cell."""

    start: int
    end: int
    name: str


def read_territories(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Ардонский район, г. Ветлянск»: whoever is responsible there; not «Вязов А.К., Ардонский район»."""
    found = territories(walk.text)
    if walk.index == 0:
        walk.drafts += [Draft(one.start, one.end, "group", None, one.name, None, "group", 1.0) for one in found]
    return bool(found)


@lru_cache(maxsize=1024)
def territories(text: str) -> tuple[Territory, ...]:
    """Each territory of a cell that names nothing else; () for other cells, and where a word may be anything."""
    pieces = _pieces(text)
    found: list[Territory] = []
    noun = ""
    for at in reversed(range(len(pieces))):
        match = pieces[at]
        if match["nouns"] is not None:
            noun = f"{_ONE.get(squeeze(match['kind'] or '') + ' ', '')}{_ONE[match['nouns']]}"
        elif match["bare"] is None:
            noun = ""
        name = _name(match, noun, _opens_towns(pieces, at))
        if name is None:
            return ()
        found.append(Territory(match.start(), match.end(), name))
    return tuple(reversed(found))


def _pieces(text: str) -> list[re.Match[str]]:
    """What separators part, each as a match; [] where something is no name of a territory."""
    pieces, at = [], 0
    while match := _PIECE.match(text, at):
        pieces.append(match)
        between = _BETWEEN.match(text, match.end())
        if between is None:
            return pieces if not text[match.end() :].strip(" .") else []
        at = between.end()
    return []


def _opens_towns(pieces: list[re.Match[str]], at: int) -> bool:
    """Whether bare names from `at` back to «г.г. Ветлянск» are of towns."""
    before = next((piece for piece in reversed(pieces[:at]) if piece["bare"] is None), None)
    return before is not None and before["mark"] not in (None, "г.", "город")


def _name(match: re.Match[str], noun: str, of_towns: bool) -> str | None:
    if match["whole"] is not None:
        return squeeze(match.group())
    if match["last"] is not None:
        return f"{match['last']} {noun}"
    if match["town"] is not None:
        return f"г. {match['town']}"
    if noun and re.fullmatch(_ADJECTIVE, match["bare"]):
        return f"{match['bare']} {noun}"
    return f"г. {match['bare']}" if of_towns and not noun else None
