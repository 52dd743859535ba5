"""Titles that several people share in a measure's own text: «методистов ЦДО Вязовой А.К., Лосевой П.И.»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.measures.titles import BEHIND
from normalize.parties.drafts import SHARED, SHARED_BEFORE, Draft
from normalize.parties.units import Unit

_PLACE = r"(?:\s*\([^()]*\)|\s*[-–—]\s*§+)?"  # «Вязовой А.К. (СОШ № 2), …», «Вязова А.К. – СОШ № 2, …»
_JOINT = re.compile(rf"{_PLACE}\s*(?:[,;]|[,;]?\s*(?<!\w)и(?!\w)|\n)\s*")


def share_titles(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a plural title given to each person of its list, in the singular, with the title's place."""
    shared = list(drafts)
    for row in rows_of_names(text, units, drafts):
        _share_backwards(shared, row)
        _share_forwards(shared, row)
    return shared


def rows_of_names(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[list[int]]:
    """Indices of people who stand in one list, a school beside each or not: «Вязова А.К. (СОШ № 2), Лосева П.И.»."""
    plain = _without_schools(text, units)
    rows: list[list[int]] = []
    for index, draft in enumerate(drafts):
        if draft.person is None:
            continue
        joined = bool(rows) and _JOINT.fullmatch(plain, drafts[rows[-1][-1]].end, draft.start) is not None
        rows[-1].append(index) if joined else rows.append([index])
    return rows


def _without_schools(text: str, units: Sequence[Unit]) -> str:
    plain = text
    for unit in units:
        if unit.targets:
            plain = plain[: unit.start] + "§" * (unit.end - unit.start) + plain[unit.end :]
    return plain


def _share_forwards(drafts: list[Draft], row: Sequence[int]) -> None:
    """«директоров Вязовой А.К., Лосева П.И.»: until somebody has a title alone."""
    lead: Draft | None = None
    for index in row:
        draft = drafts[index]
        if draft.role is not None:
            lead = draft if _opens_list(draft) else None
        elif lead is not None:
            drafts[index] = replace(draft, role=lead.role, target=lead.target, rule=SHARED_BEFORE)


def _opens_list(draft: Draft) -> bool:
    return draft.plural and draft.rule not in (BEHIND, SHARED, SHARED_BEFORE)


def _share_backwards(drafts: list[Draft], row: Sequence[int]) -> None:
    """«Вязовой А.К. и Лосева П.И., специалистов УО».

    Not behind one name alone, nor behind a list that has its title: «директоров Вязовой А.К., Лосева П.И.,
    специалистов УО» are others.
    """
    for at, index in enumerate(row):
        last = drafts[index]
        if last.rule != BEHIND or not last.plural:
            continue
        before = _without_title(drafts, row[:at])
        leader = row[at - len(before) - 1] if len(before) < at else None
        if not before or (leader is not None and _opens_list(drafts[leader])):
            drafts[index] = replace(last, role=None, target=None, rule="name in the measure", plural=False)
            continue
        for other in before:
            drafts[other] = replace(drafts[other], role=last.role, target=last.target, rule=SHARED)


def _without_title(drafts: Sequence[Draft], row: Sequence[int]) -> list[int]:
    """Of the names of a row those at its end that have no title."""
    found: list[int] = []
    for index in reversed(row):
        if drafts[index].role is not None:
            break
        found.append(index)
    return found
