"""The units of a cell that have readers of their own: people, schools, organizations, known acronyms."""

import re
from collections.abc import Mapping
from dataclasses import replace

from ingest.expressions import expression, longest_first
from normalize.fold import fold, read_cyrillic
from normalize.organization_names import (
    CENTRE_OF_BODY,
    TERRITORIAL_BEFORE,
    OrganizationRef,
    letters_for,
    organization_key,
    organization_kind,
    proper_part,
    without_no_form,
)
from normalize.organizations.spans import find_organizations
from normalize.parties.appositions import without_mothers_behind
from normalize.parties.body_lists import with_body_lists
from normalize.parties.gardens_behind_numbers import find_named_gardens
from normalize.parties.letters_apart import LETTERS_APART
from normalize.parties.letters_spelt_out import join_spelt_out
from normalize.parties.letters_with_place import letters_with_place
from normalize.parties.numbers_with_names import find_numbers_with_names
from normalize.parties.parts_of_schools import is_part_of_school
from normalize.parties.units import Target, Unit
from normalize.people.spans import PersonName, find_people
from normalize.regions import SPELT, is_letters_of, split_region
from normalize.schools.branches import branch_of_body, named_branch, without_mothers
from normalize.schools.further_numbers import find_bare_numbers
from normalize.schools.named import find_named_schools
from normalize.schools.numbered import SchoolList, find_schools, is_general, school_key, school_name
from normalize.settlements import BARE_DISTRICT
from normalize.vocabulary import forms_of


def find_atoms(text: str, acronyms: Mapping[str, Target]) -> list[Unit]:
    schools = _all_schools(text)
    organizations = [ref for ref in find_organizations(text) if not _is_school(ref, schools, text)]
    organizations, schools = with_body_lists(organizations, schools, text)
    mothers = without_mothers_behind(organizations, schools, text)
    organizations, schools = mothers.organizations, mothers.schools
    organizations = [ref for ref in organizations if not is_part_of_school(ref, schools, text)]
    organizations = [branch_of_body(ref, text) for ref in organizations if not _is_above_others(ref, text)]
    schools = [one for one in schools if not any(ref.start <= one.start < ref.end for ref in organizations)]
    units = [_school_unit(named_branch(one, text), text) for one in schools] + [
        _organization_unit(ref, text, acronyms) for ref in organizations
    ]
    units += mothers.said
    people = [unit for unit in (_person_unit(name, text) for name in find_people(text)) if not _overlaps(unit, units)]
    units += people
    named = [unit for unit in _short_names(text, acronyms) if not _overlaps(unit, people)]
    units = [unit for unit in units if not _overlaps(unit, named)] + named
    units += [unit for unit in _acronym_units(text, acronyms) if not _overlaps(unit, units)]
    for unit in [unit for unit in units if unit.kind == "schools"]:
        units += _bare_numbers(unit, units, text)
    gardens = find_named_gardens(text, [unit for unit in units if unit.kind == "schools"])
    named = [_organization_unit(ref, text, acronyms) for ref in gardens]
    units += [unit for unit in named if not _overlaps(unit, units)]
    known = [unit for unit in units if unit.kind in ("schools", "person", "organization")]
    units += [_school_unit(one, text) for one in find_numbers_with_names(text, known)]
    said = (_HENCEFORTH, _BY_CONTRACT, _BY_ACT)
    defined = [match.span() for pattern in said for match in pattern.finditer(text)]
    units = [unit for unit in units if not any(start <= unit.start < end for start, end in defined)]
    units = join_spelt_out([unit for unit in units if not _is_said_again(unit, units, text)], text)
    return sorted(units, key=lambda unit: unit.start)


def _bare_numbers(before: Unit, units: list[Unit], text: str) -> list[Unit]:
    """The lists without a word that follow one another behind a list of schools."""
    found: list[Unit] = []
    further = find_bare_numbers(text, before.end, before.schools)
    while further is not None and not any(one.start < further.end and further.start < one.end for one in units):
        found.append(_school_unit(further, text))
        further = find_bare_numbers(text, further.end, further)
    return found


def _is_said_again(letters: Unit, units: list[Unit], text: str) -> bool:
    """«МБУ ДО «Центр дополнительного образования» (ЦДО)»: letters of the name right before, no further party."""
    printed = text[letters.start : letters.end]
    closed = text[letters.end : letters.end + 1] == ")"
    if not (closed and printed.isupper() and len(letters.targets) == 1):
        return False
    before = [unit for unit in units if text[unit.end : letters.start].strip() == "(" and unit.end <= letters.start]
    named = [one for unit in before if len(unit.targets) == 1 for one in unit.targets]
    return any(one.key == letters.targets[0].key or printed in letters_for(one.name) for one in named)


def _is_above_others(ref: OrganizationRef, text: str) -> bool:
    """«Министерству учреждений» of «подведомственных Министерству учреждений»: whose the institutions are."""
    behind = _BELOW.search(text[: ref.start]) is not None
    return behind and _INSTITUTIONS.search(text[ref.start : ref.end]) is not None


_BELOW = expression(r"(?i)подведомственн[а-яё]+\s+$")
_INSTITUTIONS = expression(r"\s(?:учреждени(?:й|я|ям|ями)|организаци(?:й|и|ям|ями)|школ(?:ы|ам|ами)?|ОО|ОУ)$")


# «МБУ «Центр развития образования» (далее – ЦРО)»: the letters say what the name is called from now on
_HENCEFORTH = expression(r"(?i)\(\s*далее\b[^()]*\)")
# «Медсестра (по договору с ЦРБ)»: says how she works here; whoever agrees is no party either
_BY_CONTRACT = expression(r"(?i)\(\s*по\s+(?:договор[а-яё]*|согласованию)\s+со?\b[^()]*\)")
# «оргкомитет (состав утверждён приказом УО)», «(по графику школы № 4)», «(приказ УО от 12.10.2021)»: by what act, and
# whose; not «(по списку: СОШ № 4)», «(план готовит УО)»
_ACT = "|".join(forms_of("roles", "act"))
_BY_ACT = expression(
    rf"(?i)\(\s*(?:(?:[а-яё]+\s+){{0,2}}(?:{'|'.join(forms_of('roles', 'set_up'))})[а-яё]*\s+(?:по\s+)?"
    r"|по\s+|согласно\s+|в\s+соответствии\s+с\s+|на\s+основании\s+|(?=приказ\s|распоряжение\s|постановление\s))"
    rf"(?:[а-яё]+(?:ому|ым|ого)\s+)?(?:{_ACT})[а-яё]*(?!\w)[^(),;:]*\)"
)


def _all_schools(text: str) -> list[SchoolList]:
    """A name goes before a number: «Берёзовская СОШ № 1»; not inside a numbered school's own name."""
    numbered, named = list(find_schools(text)), list(find_named_schools(text))
    named = [one for one in named if not any(n.start <= one.start < n.end for n in numbered)]
    kept = [n for n in numbered if not any(one.start < n.end and n.start < one.end for one in named)] + named
    return without_mothers([one for one in kept if not _FORMER.search(text[: one.start])], text)


_FORMER = expression(
    r"(?i)\(\s*(?:бывш|ранее|прежн|до реорганизации)[^()]*$"
)  # «СШ № 31 (бывшая ОШ № 27)»: its name once


def _overlaps(unit: Unit, others: list[Unit]) -> bool:
    return any(unit.start < other.end and other.start < unit.end for other in others)


def _is_school(ref: OrganizationRef, schools: list[SchoolList], text: str) -> bool:
    """«МБОУ «СОШ № 5»» is read by both: the school reader wins unless the number stands deep in the name."""
    inside = [one for one in schools if one.start < ref.end and ref.start < one.end and one.body is None]
    return any(
        one.start <= ref.start
        or fold(text[ref.start : one.start]) in _INSIDE_SCHOOLS  # «руководитель ШМО «Лицей № 9»»
        or _OF_SCHOOL.fullmatch(text, ref.start, one.start) is not None
        or not re.search(r"\w\s*$", re.split('[«"“„]', text[ref.start : one.start])[-1])
        for one in inside
    )


_INSIDE_SCHOOLS = frozenset(forms_of("roles", "inside_school")) | {"мо"}
_OF_SCHOOL = expression(r"администраци[яиюей]{1,2}\s+", re.IGNORECASE)  # «Администрация Лесновской школы»


def _school_unit(found: SchoolList, text: str) -> Unit:
    targets = tuple(_school_target(found, ref.number, ref.name, ref.start, ref.end) for ref in found.schools)
    return Unit("schools", found.start, found.end, text[found.start : found.end], targets=targets, schools=found)


def _school_target(found: SchoolList, number: str | None, name: str | None, start: int, end: int) -> Target:
    if not is_general(found):
        title = f"{found.body or 'Детский сад'} № {number}"
        return Target(organization_key(title), title, organization_kind(title), start, end, place=found.place)
    key, title = school_key(found.type, number, name), school_name(found.type, number, name)
    return Target(key, title, "school", start, end, found.type, number, status=found.status, place=found.place)


def _organization_unit(ref: OrganizationRef, text: str, acronyms: Mapping[str, Target]) -> Unit:
    part = CENTRE_OF_BODY.match(ref.name)
    known = acronyms.get(fold(part["letters"])) if part is not None else None
    target = Target(
        organization_key(ref.name), ref.name, ref.kind, ref.start, ref.end, above_territory=ref.above_territory
    )
    if known is not None:  # «ЦНППМ ГАОУ ДПО СО «ИРО»», where the order spells the letters out
        target = replace(known, start=ref.start, end=ref.end)
    return Unit(
        "organization", ref.start, ref.end, text[ref.start : ref.end], targets=(target,), nominative=ref.nominative
    )


def _person_unit(name: PersonName, text: str) -> Unit:
    return Unit("person", name.start, name.end, text[name.start : name.end], person=name)


_ACRONYM = expression(rf"{LETTERS_APART.pattern}|(?<![\w-])[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ](?![\w])")


def _acronym_units(text: str, acronyms: Mapping[str, Target]) -> list[Unit]:
    units = []
    for match in _ACRONYM.finditer(read_cyrillic(text)):
        known = acronyms.get(fold(match.group()).replace(" ", ""))
        if known is not None and not _is_of_other_region(text, match.end(), known.name):
            of_place = letters_with_place(text, *match.span(), known)
            if of_place is not None:
                units.append(of_place)
                continue
            end = _end_with_region(text, match.end(), known.name)
            whose = TERRITORIAL_BEFORE.search(text[: match.start()])
            start = whose.start() if whose else match.start()
            if known.kind == "authority":
                start, end = without_no_form(text, start), _end_with_district(text, end, known.name)
            units.append(_acronym_unit(start, end, text[start:end], known))
    return units


_SPELT_BEHIND = expression(rf"[^\S\n]+(?P<region>{SPELT})(?!\w)")


def _region_of(name: str) -> str | None:
    """«лесной области» of «ГАОУ ДПО «ИРО Лесной области»»."""
    return split_region(proper_part(name), "other")[1]


def _is_of_other_region(text: str, end: int, name: str) -> bool:
    """«ИРО Лесной области» where the letters are known as those of another region's body."""
    spelt, own = _SPELT_BEHIND.match(read_cyrillic(text), end), _region_of(name)
    return spelt is not None and own is not None and fold(spelt["region"]) != own


def _short_names(text: str, acronyms: Mapping[str, Target]) -> list[Unit]:
    """«МКУ УО ГО Лесной», «УО ГО Лесной»: letters of several words, the longest first."""
    units: list[Unit] = []
    for name in longest_first(name for name in acronyms if " " in name):
        words = r"[\s«»\"-]+".join(re.escape(word).replace("е", "[её]") for word in name.split(" "))
        for match in re.finditer(rf"(?<![\w-]){words}(?![\w-])", text, re.IGNORECASE):
            unit = _acronym_unit(*match.span(), match.group(), acronyms[name])
            units += [] if _overlaps(unit, units) else [unit]
    return units


_REGION_BEHIND = expression(r"[^\S\n]+(?P<letters>[А-ЯЁ]{2,4}(?:\s?\([А-ЯЁ]\))?)(?!\w)")


def _end_with_region(text: str, end: int, name: str) -> int:
    """«МОиМП СО», «МОиН РД»: behind letters that stand for a body of a region, the region's own letters."""
    spelt = _SPELT_BEHIND.match(read_cyrillic(text), end)
    if spelt is not None and _region_of(name) is not None:
        return spelt.end()  # «ЦНППМ ИРО Лесной области»
    behind = _REGION_BEHIND.match(read_cyrillic(text), end)
    is_own = behind is not None and is_letters_of(behind["letters"], split_region(name, "other")[1])
    return behind.end() if behind is not None and is_own else end


_DISTRICT_BEHIND = expression(rf"[^\S\n]+(?:{BARE_DISTRICT}|(?P<letters>[А-ЯЁ]{{1,3}}ГО)(?![\w-]))")


def _end_with_district(text: str, end: int, name: str) -> int:
    """«УО ГО Сухой Лог», «УО КУГО»: behind letters that stand for a department, its own district; another's is none."""
    behind = _DISTRICT_BEHIND.match(read_cyrillic(text), end)
    if behind is None:
        return end
    own = behind["bare"] is not None and fold(name).endswith(fold(behind["bare"]))
    lettered = behind["letters"] is not None and behind["letters"] == _district_letters(name)
    return behind.end() if own or lettered else end


_OF_OKRUG = expression(r"(?P<town>[А-ЯЁ][\w-]+)\s+(?:городского|муниципального)\s+округа$")


def _district_letters(name: str) -> str:
    """«КУГО» of «Управление образования Каменск-Уральского городского округа»."""
    town = _OF_OKRUG.search(name)
    return "".join(part[0] for part in town["town"].split("-")).upper() + "ГО" if town else ""


def _acronym_unit(start: int, end: int, text: str, known: Target) -> Unit:
    target = Target(
        known.key, known.name, known.kind, start, end, known.school_type, known.school_number, known.above_territory,
        letters=known.letters,
    )  # fmt: skip
    return Unit("schools" if known.kind == "school" else "organization", start, end, text, targets=(target,))
