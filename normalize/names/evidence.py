"""What an order itself proves about its names, before anybody is asked (notes/names.md §3, clerk.md C3).

Acronyms by the same person in the same post («директор ЦДО» ~ «директор МБУ ДО «Центр …»»), by the host school of the
measure (by the initials of a name: `initials_proved`); the type of a school that is printed without one; one lost
letter in a long name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from normalize.fold import fold, squeeze
from normalize.match import is_one_slip, is_shortened
from normalize.names.initials_proved import ACRONYM
from normalize.names.post_letters import may_stand_for
from normalize.names.typed_names import TypedName, typed_name
from normalize.parties.drafts import CellReading
from normalize.parties.units import Target
from normalize.titles.roles import singular_role


def prove_by_post(readings: Mapping[int, CellReading], measures: Mapping[int, CellReading]) -> dict[str, Target]:
    """Folded acronym → organization, where the same person holds the same post in both, and the letters allow it.

    Also the host school: the director's acronym beside the one school that the measure's text names.
    """
    posts: dict[tuple[str, str], dict[str, Target]] = defaultdict(dict)
    short: list[tuple[str, str, str, int]] = []
    for position, reading in readings.items():
        for draft in reading.drafts:
            if draft.person is None or draft.role is None:
                continue
            if draft.target is None:
                continue
            if ACRONYM.fullmatch(draft.target.name):
                short.append((draft.person.key, draft.role, draft.target.name, position))
            else:
                posts[draft.person.key, draft.role][draft.target.key] = draft.target
    proven: dict[str, Target] = {}
    for key, post, letters, position in short:
        held = posts.get((key, post)) or _hosts(measures.get(position), post, letters)
        candidates = list(held.values())
        if len(candidates) == 1 and may_stand_for(letters, candidates[0]):
            proven[fold(letters)] = candidates[0]
    return proven


def _hosts(reading: CellReading | None, post: str, letters: str) -> dict[str, Target]:
    """The named school that hosts the measure, where the letters can be a school's: «КУГ», not «ЦДО»."""
    if reading is None or not post.startswith("директор") or letters[-1] not in "ГЛШ":
        return {}
    return {
        draft.target.key: draft.target
        for draft in reading.drafts
        if draft.target is not None and draft.target.school_number is None
    }


def count_school_types(targets: Iterable[Target]) -> dict[str, Counter[str]]:
    """School number → how often each type is printed with it."""
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for target in targets:
        if target.kind == "school" and target.school_number and target.school_type:
            types[target.school_number][target.school_type] += 1
    return types


def likely_type(types: Counter[str]) -> str | None:
    """The type of a number: the only one, or one printed at least three times as often as all others."""
    if not types:
        return None
    (first, count), *others = types.most_common()
    return first if count >= 3 * sum(number for _, number in others) or not others else None


def find_misprints(names: Mapping[str, tuple[Target, int]], of: Iterable[str] | None = None) -> dict[str, str]:
    """Key of a misprinted organization → key of the name that is meant.

    notes/names.md §1: one edit in a proper part of 20 letters or more, the odd word (6 letters or more) in no
    dictionary, equal legal form, exactly one candidate: of several spellings of one proper part the commonest. Or
    words cut short: «Центр доп. образования». `of`: keys to look at, all by default.
    """
    meant: dict[str, str] = {}
    typed = {key: typed_name(key, target.name, target.kind) for key, (target, _) in names.items()}
    for key in typed if of is None else of:
        name = typed[key]
        candidates = [
            other
            for other, one in typed.items()
            if other != key and _form_of(one) == _form_of(name) and _is_meant(name.core, one.core)
        ]
        if len({typed[other].core for other in candidates}) == 1:
            meant[key] = max(candidates, key=lambda other: (names[other][1], typed[other].place is None, other))
    return meant


def _form_of(name: TypedName) -> str:
    return name.form or name.core.removesuffix(name.quoted)


def _is_meant(printed: str, meant: str) -> bool:
    return is_one_slip(printed, meant) or is_shortened(printed, meant)


def organizations_of_titles(readings: Iterable[CellReading]) -> dict[str, Target]:
    """Title (singular) → the one organization that it carries elsewhere in the order (CONTRACT.md §2).

    Only for titles of three words or more that carry it at least twice: «специалисты группы оценки качества и
    итоговой аттестации»; not «заместители директора», of whom each school has its own.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    targets: dict[str, Target] = {}
    for reading in readings:
        for draft in reading.drafts:
            if draft.role and draft.target is not None and draft.target.kind != "school":
                found[singular_role(draft.role)][draft.target.key] += 1
                targets[draft.target.key] = draft.target
    return {
        role: targets[next(iter(keys))]
        for role, keys in found.items()
        if len(keys) == 1 and sum(keys.values()) > 1 and len(role.split()) > 2
    }


def unify_roles(roles: Iterable[str]) -> dict[str, str]:
    """Role → its commonest spelling among those that differ in hyphens and blanks only («школ лидеров»)."""
    counts = Counter(roles)
    best: dict[str, str] = {}
    for role, _ in sorted(counts.items(), key=lambda pair: (-pair[1], "-" not in pair[0], pair[0])):
        best.setdefault(_shape(role), role)
    return {role: best[_shape(role)] for role in counts}


def _shape(role: str) -> str:
    return re.sub(r"[\s‐‑–-]+", "", squeeze(role).lower())
