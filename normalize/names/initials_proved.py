"""Letters that an order proves by the initials of a name that it prints: «КУГ» ~ «Каменск-Уральская гимназия»."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from normalize.fold import fold
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
from normalize.names.organization_identity import is_same
from normalize.names.typed_names import typed_name
from normalize.organization_names import CENTRE_OF_BODY, head_letters, initials_of, letters_for, proper_part
from normalize.parties.letters_apart import LETTERS_APART
from normalize.parties.lexer import lex
from normalize.parties.sets import NOT_ORGANIZATIONS
from normalize.parties.units import Target
from normalize.regions import split_region

ACRONYM = re.compile(r"(?<![\w-])[А-ЯЁ]{2,6}(?:и[А-ЯЁ]{1,3})?(?![\w])")  # «ЦДО», «ДТДиМ»


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
            used |= {match.group().upper() for match in ACRONYM.finditer(text)}
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
        if proper != target.name and len(proper) > 2 and ACRONYM.fullmatch(proper):
            found[proper.upper()][target.key] = target
    return _of_one(found)


def _centre_letters(rows: Collection[Row]) -> dict[str, dict[str, Target]]:
    """«ЦРДОД» → «МБУ ДО ЦРДОД «Росток»», where the order prints one such name. «ВПК «Патриот»» is one club of many."""
    found: dict[str, dict[str, Target]] = defaultdict(dict)
    for target in _printed_targets(rows):
        part = CENTRE_OF_BODY.match(target.name)
        letters = part["letters"] if part is not None else head_letters(target.name)
        if (part or letters.startswith("Ц")) and ACRONYM.fullmatch(letters):
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
