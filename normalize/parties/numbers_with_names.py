"""Numbers of a list in which each school has a name behind a dash: «Директора школ: № 17 – Вязова А.К., № 21 – …»."""

import re
from dataclasses import replace

from normalize.fold import read_cyrillic
from normalize.parties.units import Unit
from normalize.schools.lists import SchoolRef
from normalize.schools.numbered import SchoolList

_NAME_BEHIND = re.compile(r"\s*[-‐‑–—:(]\s*(?:[а-яё][а-яё. -]*)?")  # «– », «– директор »
_NEXT = re.compile(
    r"\s*\)?\s*(?:[,;.]\s*(?:и\s+)?|\n\s*|и\s+)"
    r"(?P<school>№\s*(?P<number>\d{1,3}[а-я]?))(?=\s*[-‐‑–—:(])"
)


def find_numbers_with_names(text: str, units: list[Unit]) -> list[SchoolList]:
    """The further schools of such lists, of the type of the first one; `units`: the schools and people of the text."""
    plain, row = read_cyrillic(text), sorted(units, key=lambda unit: unit.start)
    found: list[SchoolList] = []
    current: SchoolList | None = None
    for index, unit in enumerate(row):
        if unit.kind != "person":
            current = unit.schools if unit.schools is not None and len(unit.targets) == 1 else None
            continue
        if current is None or _NAME_BEHIND.fullmatch(plain, current.end, unit.start) is None:
            continue  # «№ 17 – Вязова А.К., Лосев П.И., № 21 – …»: asked
        following = row[index + 1] if index + 1 < len(row) else None
        further = _further(plain, unit.end, current)
        if further is not None and following is not None and following.kind == "person":
            current = further if _NAME_BEHIND.fullmatch(plain, further.end, following.start) else None
            found += [current] if current is not None else []
    return found


def _further(plain: str, at: int, before: SchoolList) -> SchoolList | None:
    match = _NEXT.match(plain, at)
    if match is None:
        return None
    ref = SchoolRef(match.start("number"), match.end("number"), match["number"], None)
    return replace(
        before, start=match.start("school"), end=match.end("school"), schools=(ref,), status=None, place=None
    )
