"""«Вязова А.К., кл. рук.», «…, рук. ОО», against the rest of the order: hers, where it says so, or all such people's
beside her.

An abbreviation says no number. Where the order has another post of hers it is read as a party by itself; where it
shows her in this one it is hers; where it says nothing the clerk is asked.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from normalize.fold import fold
from normalize.other_rows.posts_elsewhere import Posts, posts_elsewhere, titles_of
from normalize.parties.drafts import CellDoubt, CellReading, Draft, doubt_key
from normalize.parties.read import read_cell
from normalize.parties.short_heads import OF_PLACES
from normalize.parties.units import Target
from normalize.parties.walk import OPEN_TITLE
from normalize.titles.roles import singular_role
from normalize.vocabulary import forms_of


def settle_titles_of_many(
    readings: Mapping[int, CellReading],
    texts: Mapping[int, str],
    acronyms: Mapping[str, Target],
    answered: Collection[str],
    in_doubt: Collection[tuple[str, str]],
) -> dict[int, CellReading]:
    """The readings, by position, with such titles given to whom the order shows. What a person answered stays.

    `in_doubt`: (person key, role) that the order shows against other titles of the same person; they prove nothing.
    """
    sure = [
        replace(one, drafts=tuple(draft for draft in one.drafts if not _is_doubtful(draft, in_doubt)))
        for one in readings.values()
    ]
    posts = posts_elsewhere(sure)
    return {at: _settled(reading, texts[at], acronyms, posts, answered) for at, reading in readings.items()}


def _is_doubtful(draft: Draft, in_doubt: Collection[tuple[str, str]]) -> bool:
    asked = draft.person is not None and (draft.person.key, draft.role) in in_doubt
    return asked or draft.rule == OPEN_TITLE


def _settled(
    reading: CellReading, text: str, acronyms: Mapping[str, Target], posts: Posts, answered: Collection[str]
) -> CellReading:
    for doubt in reading.doubts:
        draft = _holder(reading, doubt)
        if draft is None or doubt_key(doubt, text) in answered:
            continue
        known, role = titles_of(draft, posts), fold(draft.role or "")
        alone = not any(one.person and not one.role and one.end <= draft.start for one in reading.drafts)
        holds_it = any(f"{one} ".startswith(f"{role} ") for one in known)
        is_hers = alone and holds_it
        others = _NOBODY if holds_it else _read_alone(draft, doubt, text, acronyms)
        if not is_hers and (draft.other_roles or not _are_others(others.drafts, known)):
            continue  # «Вязова А.К., рук. ОО, рук. ШМО»: both are asked about
        without = replace(draft, role=None, target=None, other_roles=(), rule="name")
        drafts = [one if is_hers or one is not draft else without for one in reading.drafts]
        drafts = sorted((*drafts, *others.drafts), key=lambda one: one.start)
        doubts = (*(one for one in reading.doubts if one is not doubt), *others.doubts)
        reading = CellReading(tuple(drafts), doubts)
    return reading


def _holder(reading: CellReading, doubt: CellDoubt) -> Draft | None:
    """The name before a title of which it is asked whose it is."""
    if doubt.kind != "whose_title":
        return None
    return next((one for one in reading.drafts if one.rule == OPEN_TITLE and one.start == doubt.start), None)


def _read_alone(draft: Draft, doubt: CellDoubt, text: str, acronyms: Mapping[str, Target]) -> CellReading:
    """The title without the name before it, where it then is a plural: «классные руководители»; empty where not."""
    start = draft.end
    reading = read_cell(" " * start + text[start : doubt.end].replace("\n", " ", 1), acronyms)
    others = reading.drafts
    many = len(others) == 1 and others[0].role is not None and singular_role(others[0].role) != others[0].role
    return reading if many else _NOBODY


_NOBODY = CellReading((), ())


def _are_others(others: Sequence[Draft], known: Collection[str]) -> bool:
    """Whether nobody with the posts `known` is one of the `others`."""
    if others and others[0].rule == OF_PLACES:
        is_head = fold(others[0].role or "").startswith(("руководители ", "директора "))
        return is_head and _heads_no_school(known)
    return bool(others) and any(map(_leaves_no_class, known))


def _heads_no_school(known: Collection[str]) -> bool:
    """«заместитель начальника», «методист»; of a «директор», a «руководитель ГМО» it is open, as of «координатор»."""
    heads = {fold(one).split(" ")[0] for one in known}
    return bool(heads - _ASSIGNMENTS) and not heads & _HEADS_OF_SCHOOLS


_ASSIGNMENTS = frozenset(forms_of("roles", "assignment"))
_HEADS_OF_SCHOOLS = frozenset(forms_of("roles", "post_of_one")) - {"начальник", "глава"} | {"исполняющий"}


def _leaves_no_class(post: str) -> bool:
    """«заместитель директора по ВР», «педагог психолог», «старшая вожатая»; «учитель химии» has a class as well."""
    return any(f" {one} " in f" {post} " for one in _OTHER_STAFF)


_OTHER_STAFF = frozenset(
    map(fold, {*forms_of("roles", "staff"), "директор"} - {*forms_of("roles", "open_singular"), "руководитель"})
)
