"""What an order itself proves about its names, before anybody is asked (notes/names.md §3, clerk.md C3).

Acronyms by the initials of a name («КУГ» ~ «Каменск-Уральская гимназия»), by the same person in the same post
(«директор ЦДО» ~ «директор МБУ ДО «Центр …»»), by the host school of the measure; the type of a school that is
printed without one; one lost letter in a long name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from normalize.fold import fold, squeeze
from normalize.match import is_one_slip, is_shortened
from normalize.names.issuer_letters import (
    HOSPITALS,
    PREPOSITION,
    first_letters,
    letters_behind_place,
    letters_without_place,
    office_letters,
)
from normalize.names.letters_behind import letters_behind
from normalize.names.organization_identity import TypedName, is_same, typed_name
from normalize.names.post_letters import may_stand_for
from normalize.organization_names import CENTRE_OF_BODY, head_letters, initials_of, letters_for, proper_part
from normalize.parties.drafts import CellReading
from normalize.parties.letters_apart import LETTERS_APART
from normalize.parties.lexer import lex
from normalize.parties.sets import NOT_ORGANIZATIONS
from normalize.parties.units import Target
from normalize.regions import split_region
from normalize.titles.roles import singular_role

_ACRONYM = re.compile(r"(?<![\w-])[А-ЯЁ]{2,6}(?:и[А-ЯЁ]{1,3})?(?![\w])")  # «ЦДО», «ДТДиМ»


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a measure that names are read from."""

    position: int
    measure: str
    responsible: str


def prove_by_initials(
    rows: Collection[Row], issuer: str | None = None, around: Iterable[str] = ()
) -> dict[str, Target]:
    """Folded acronym → the one organization or named school of the order whose initials it has.

    `issuer` is a name of the order too: «УО» is whoever signed it; so are institutions that its text names `around`
    the tables. An acronym of two letters is taken for an authority only; one that two names share proves nothing.
    """
    named: dict[str, dict[str, Target]] = defaultdict(dict)
    used: set[str] = set()
    for row in rows:
        for text in (row.responsible, row.measure):
            used |= {match.group().upper() for match in _ACRONYM.finditer(text)}
            used |= {match.group().upper().replace(" ", "") for match in LETTERS_APART.finditer(text)}
            for target in named_targets(text):
                for letters in _letters_of(target):
                    if _may_be_initials(letters, target):
                        named[letters][target.key] = target
            for letters, target in letters_behind(text):
                named[letters][target.key] = target
    for target in (one for text in around for one in named_targets(text)):
        for letters in filter(lambda one: _may_be_initials(one, target), letters_for(target.name)):
            named[letters].setdefault(target.key, target)
    for letters, targets in (*_quoted_letters(rows).items(), *_centre_letters(rows).items()):
        named[letters] = named.get(letters) or targets
    for target in named_targets(issuer or ""):
        for letters in office_letters(target):
            named[letters] = named.get(letters) or {
                target.key: target
            }  # «Управление образования» in a cell is no other
        short = split_region(target.name, target.kind)[0]  # «МОиМП СО»: its region has letters of its own
        spelt = {
            *letters_for(target.name),
            initials_of(PREPOSITION.sub(" ", target.name)),
            *(one for one in [initials_of(short)] if len(one) > 2),
        }
        for letters in {*spelt, *first_letters(target), *letters_without_place(target), *letters_behind_place(target)}:
            if all(_is_of_issuer(one, target) for one in named[letters].values()):
                named[letters] = {target.key: target}
            named[letters].setdefault(target.key, target)
    return {
        fold(letters): next(iter(targets.values()))
        for letters, targets in named.items()
        if letters in used and len(_distinct(targets)) == 1 and fold(letters) not in NOT_ORGANIZATIONS
    }


def _may_be_initials(letters: str, target: Target) -> bool:
    return len(letters) > 2 or (len(letters) == 2 and target.kind == "authority")


def _is_of_issuer(printed: Target, issuer: Target) -> bool:
    """«МАУ ДПО «ИМЦ»» in an order of «Муниципальное автономное учреждение … «Информационно-методический центр» г. …».

    The town that the issuer's name has is the order's own.
    """
    whole = replace(typed_name(issuer.key, issuer.name, issuer.kind), place=None)
    name = typed_name(printed.key, printed.name, printed.kind)
    return printed.key != issuer.key and name.letters and is_same(name, whole, None)


def _quoted_letters(rows: Collection[Row]) -> dict[str, dict[str, Target]]:
    """«ИМЦ» → «МКУ «ИМЦ»», where the order prints these letters with one legal form only; so «ИРО» of «ГАОУ ДПО «ИРО
    Лесной области»»."""
    found: dict[str, dict[str, Target]] = defaultdict(dict)
    for target in _printed_targets(rows):
        proper = proper_part(target.name)
        proper = split_region(proper, "other")[0] if proper != target.name else proper
        if proper != target.name and len(proper) > 2 and _ACRONYM.fullmatch(proper):
            found[proper.upper()][target.key] = target
    return _of_one(found)


def _centre_letters(rows: Collection[Row]) -> dict[str, dict[str, Target]]:
    """«ЦРДОД» → «МБУ ДО ЦРДОД «Росток»», where the order prints one such name. «ВПК «Патриот»» is one club of many."""
    found: dict[str, dict[str, Target]] = defaultdict(dict)
    for target in _printed_targets(rows):
        part = CENTRE_OF_BODY.match(target.name)
        letters = part["letters"] if part is not None else head_letters(target.name)
        if (part or letters.startswith("Ц")) and _ACRONYM.fullmatch(letters):
            found[letters].setdefault(fold(proper_part(target.name)), target)
    return _of_one(found)


def _printed_targets(rows: Collection[Row]) -> Iterator[Target]:
    return (target for row in rows for text in (row.responsible, row.measure) for target in named_targets(text))


def _of_one(found: Mapping[str, dict[str, Target]]) -> dict[str, dict[str, Target]]:
    return {letters: targets for letters, targets in found.items() if len(targets) == 1}


def _letters_of(target: Target) -> set[str]:
    """The initials of a name; of a ministry's also without its region; the letters that stand in it.

    «КО» of «Комитет по образованию»: an authority's preposition has no letter of its own.
    """
    short = split_region(target.name, target.kind)[0] if target.kind == "ministry" else target.name
    proper = proper_part(target.name)
    within = _WITHIN.fullmatch(proper) if target.kind != "school" else None
    if within is not None and proper == target.name and fold(within["letters"]) not in HOSPITALS:
        within = None  # «Боровский ДДТ» is one of many
    office = [initials_of(PREPOSITION.sub(" ", target.name))] if target.kind == "authority" else []
    return {*letters_for(target.name), *letters_for(short), *office, *([within["letters"]] if within else [])}


_WITHIN = re.compile(r"[А-ЯЁ][а-яё-]+(?:ая|[иыо]й|ое) (?P<letters>[А-ЯЁ]{2,6})")  # «ЦБС» of «МБУК «Липовская ЦБС»»


def named_targets(text: str) -> list[Target]:
    """Organizations and schools with a proper name that a text spells out."""
    return [target for unit in lex(text) for target in unit.targets if target.school_number is None]


def _distinct(targets: Mapping[str, Target]) -> set[str]:
    """Names that differ in their proper part: a misprint of one name is no second name."""
    kept: list[str] = []
    for target in targets.values():  # «Министерство образования РД» is that of the «Республики Дагестан»
        name = split_region(target.name, target.kind)[0] if target.kind == "ministry" else proper_part(target.name)
        core = fold(name)
        if not any(_is_one_name(core, one) for one in kept):
            kept.append(core)
    return set(kept)


def _is_one_name(left: str, right: str) -> bool:
    if left == right or is_one_slip(left, right) or is_one_slip(right, left):
        return True
    return is_shortened(left, right) or is_shortened(right, left)


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
            if _ACRONYM.fullmatch(draft.target.name):
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
