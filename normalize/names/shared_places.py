"""Names that stand before somebody with a place, «Вязова А.К., Лосев П.И. (СОШ № 31)»: of whom it says where they work.

One whom another row shows in that very place works there; one whom it shows elsewhere does not. Of any other the clerk
is asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from normalize.names.placed_titles import FROM_THE_ORDER
from normalize.names.resolution import Verdicts
from normalize.names.verdicts import is_answered
from normalize.parties.drafts import Draft, placed_by
from normalize.parties.persons_places import BEFORE_PLACED
from normalize.parties.units import Target

WORKS_THERE = "работает там"
IS_BESIDE = "назван рядом"


def share_places(found: Mapping[int, list[Draft]], verdicts: Verdicts) -> None:
    """Gives such names their place where the order or a person says so; changes the drafts of each row in place."""
    known = places_of_people(found.values())
    for drafts in found.values():
        for at, place in names_before_place(drafts):
            draft = drafts[at]
            key = draft.person.key if draft.person is not None else ""
            if known.get(key) == {place.key}:
                drafts[at] = placed_by(draft, FROM_THE_ORDER, place, 0.9)
            elif is_answered(verdicts, f"employer|{key}|{place.spelling}", WORKS_THERE):
                drafts[at] = placed_by(draft, "decision", place)


def names_before_place(drafts: Sequence[Draft]) -> list[tuple[int, Target]]:
    """Index of each name without a place that stands before one with a place, and that place."""
    found: list[tuple[int, Target]] = []
    for at, draft in enumerate(drafts):
        place = next((one.target for one in drafts[at + 1 :] if one.rule != BEFORE_PLACED), None)
        if draft.rule == BEFORE_PLACED and draft.target is None and place is not None:
            found.append((at, place))
    return found


def places_of_people(rows: Iterable[Sequence[Draft]]) -> Mapping[str, set[str]]:
    """Person's key → keys of the schools and organizations in which the rows show them."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for drafts in rows:
        for draft in drafts:
            if draft.person is not None and draft.target is not None:
                places[draft.person.key].add(draft.target.key)
    return places
