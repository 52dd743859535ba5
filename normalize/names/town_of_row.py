"""The town of a school that only the other cell of its row prints: «в школах № 1, 4 г. Лесного» – «Директора № 1, 4».

Only in an order of a region, whose schools without a town may be of any: the row's own town is the likeliest there.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from normalize.names.school_towns import read_place, school_row
from normalize.parties.drafts import CellReading, Draft, targets_of
from normalize.parties.units import Target

Readings = dict[int, CellReading]


def with_towns_of_rows(responsible: Readings, measures: Readings) -> tuple[Readings, Readings]:
    """The readings with the one town that the other cell of a row prints for a school of that number or name."""
    return (
        {at: _with_towns(reading, measures.get(at)) for at, reading in responsible.items()},
        {at: _with_towns(reading, responsible.get(at)) for at, reading in measures.items()},
    )


def _with_towns(reading: CellReading, other: CellReading | None) -> CellReading:
    printed = [target for target in _schools(other.drafts) if target.place is not None] if other is not None else []
    own = [target for target in _schools(reading.drafts) if target.place is not None]
    if not printed or {read_place(one.place or "")[0] for one in own} - {
        read_place(one.place or "")[0] for one in printed
    }:
        return reading  # «СОШ № 1 г. Лесного, № 4» beside «СОШ № 4 г. Режа» says enough itself

    def placed(target: Target) -> Target:
        return _placed(target, printed)

    return replace(reading, drafts=tuple(_changed(draft, placed) for draft in reading.drafts))


def _schools(drafts: Iterable[Draft]) -> list[Target]:
    return [target for draft in drafts for target in targets_of(draft) if target.kind == "school"]


def _placed(target: Target, printed: Iterable[Target]) -> Target:
    if target.kind != "school" or target.place is not None:
        return target
    towns = {
        read_place(one.place or "")[0]: one.place
        for one in printed
        if school_row(one) == school_row(target) and _same_type(one, target)
    }
    return replace(target, place=next(iter(towns.values()))) if len(towns) == 1 else target


def _same_type(one: Target, other: Target) -> bool:
    return None in (one.school_type, other.school_type) or one.school_type == other.school_type


def _changed(draft: Draft, placed: Callable[[Target], Target]) -> Draft:
    others = tuple((role, target and placed(target)) for role, target in draft.other_roles)
    return replace(draft, target=draft.target and placed(draft.target), other_roles=others)
