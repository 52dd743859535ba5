"""Bare numbers that a list has beside a typed school of the same number: «школ №№ 1-4, лицея № 3»."""

import re
from collections.abc import Iterable

from normalize.names.schools import is_numbered
from normalize.parties.drafts import CellReading, targets_of
from normalize.parties.units import Target

# «, лицея №»: what may stand between two schools of one list; not «школа № 3 (лицей № 3)», which explains
_WITHIN_LIST = re.compile(r"[^().:;\n]{0,60}")
_PARTS = re.compile(r",|\bи\b")


def numbers_beside_types(texts: Iterable[tuple[str, CellReading]]) -> frozenset[str]:
    """Keys of numbers without a type that stand in one list with a school of that number that has one.

    The typed school is no proof of what such a number means: nobody lists one school twice.
    """
    found: set[str] = set()
    for text, reading in texts:
        listed = [one for draft in reading.drafts for one in targets_of(draft) if is_numbered(one.key)]
        typed = [one for one in listed if one.school_type]  # «Боровская СОШ № 3» has a number of its village's own
        for bare in listed:
            if bare.school_type is None and any(_are_listed(text, bare, one) for one in typed):
                found.add(bare.key)
    return frozenset(found)


def _are_listed(text: str, bare: Target, typed: Target) -> bool:
    first, second = sorted((bare, typed), key=lambda one: one.start)
    between = text[first.end : second.start]
    return (
        bare.school_number == typed.school_number
        and _WITHIN_LIST.fullmatch(between) is not None
        and _PARTS.search(between) is not None
    )
