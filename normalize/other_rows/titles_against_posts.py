"""«Вязова А.К., зам. дир. по УВР» in an order where other rows have her in the department: hers, or somebody else's."""

import re
from collections.abc import Mapping
from dataclasses import replace

from normalize.other_rows.posts_elsewhere import Posts, posts_elsewhere, stands_against, works_outside_schools
from normalize.parties.drafts import CellDoubt, CellReading, Draft
from normalize.parties.walk import OPEN_TITLE


def doubt_titles_against_posts(readings: Mapping[int, CellReading], texts: Mapping[int, str]) -> dict[int, CellReading]:
    """The readings, by position, with a doubt where a short title of a school's head or deputy stands behind somebody
    whom the other rows show outside of all schools only. Whole words, and what a dash ties to the name, are hers."""
    short = {at: [one for one in reading.drafts if _is_short(one, texts[at])] for at, reading in readings.items()}
    others = [
        replace(reading, drafts=tuple(one for one in reading.drafts if one not in short[at]))
        for at, reading in readings.items()
    ]
    posts = posts_elsewhere(others)
    return {at: _doubted(reading, short[at], texts[at], posts) for at, reading in readings.items()}


def _is_short(draft: Draft, text: str) -> bool:
    behind = draft.person is not None and draft.rule == "title behind the name" and not draft.other_roles
    return behind and draft.target is None and _SHORT.match(text, draft.end) is not None


# «зам. дир. по УВР», «дир. школы»; not «рук. ГМО», which she is on top of her post
_SHORT = re.compile(r"(?i)\s*[,;\n]\s*(?:(?:зам\.?\s?)(?:дир|рук)|дир\.)")


def _doubted(reading: CellReading, short: list[Draft], text: str, posts: Posts) -> CellReading:
    for draft in short:
        if stands_against(draft, posts) and works_outside_schools(draft, posts) and not _is_asked(reading, draft):
            asked = replace(draft, rule=OPEN_TITLE)
            drafts = tuple(asked if one is draft else one for one in reading.drafts)
            reading = CellReading(drafts, (*reading.doubts, _doubt(reading, draft, text)))
    return reading


def _is_asked(reading: CellReading, draft: Draft) -> bool:
    return any(doubt.start <= draft.start < doubt.end for doubt in reading.doubts)


def _doubt(reading: CellReading, draft: Draft, text: str) -> CellDoubt:
    further = min((one.start for one in reading.drafts if one.start >= draft.end), default=len(text))
    end, name = len(text[:further].rstrip(" ,;.\n")), draft.person.name if draft.person else ""
    return CellDoubt("whose_title", f"«{draft.role}» — это {name} или кто-то ещё?", draft.start, end)
