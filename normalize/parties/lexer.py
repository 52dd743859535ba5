"""A responsible cell → units: people, schools, organizations, words, separators, brackets; spans kept.

Separators are what notes/names.md §3 lists; dots of initials, abbreviations and «г.» separate nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from normalize.fold import fold, read_cyrillic
from normalize.model import OrganizationKind
from normalize.morphology import is_nominative_person, is_word, names_person, parses
from normalize.named_schools import find_named_schools
from normalize.organization_names import OrganizationRef, organization_key
from normalize.organizations import find_organizations
from normalize.people import PersonName, find_people
from normalize.roles import ABBREVIATIONS, LABELS, PEOPLE, SUBJECT_NAMES, find_head
from normalize.schools import SchoolList, find_bare_numbers, find_schools, school_key, school_name
from normalize.vocabulary import alternatives, forms_of


@dataclass(frozen=True, slots=True)
class Target:
    """A school or organization that a unit points at. `key` is the spelling key, before any resolution."""

    key: str
    name: str
    kind: OrganizationKind
    start: int
    end: int  # exclusive: a school's own number in a list
    school_type: str | None = None
    school_number: str | None = None
    above_territory: bool = False
    status: str | None = None  # what the list says of its schools: «опорная»
    printed: str = ""  # the spelling key as printed, where `key` is what it was resolved to

    @property
    def spelling(self) -> str:
        """The spelling key as printed: what a question is about, whatever an answer makes of it."""
        return self.printed or self.key


UnitKind = Literal["person", "schools", "organization", "word", "separator", "and", "bracket"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a cell. `text` is as printed (of words: Latin look-alikes read as Cyrillic)."""

    kind: UnitKind
    start: int
    end: int  # exclusive
    text: str
    person: PersonName | None = None
    targets: tuple[Target, ...] = ()
    nominative: bool = False  # of organizations: the head stands in the nominative
    schools: SchoolList | None = None


_DOTTED = frozenset(
    form
    for name, section in (("abbreviations", "dotted"), ("roles", "abbreviation"))
    for form in forms_of(name, section)
)
_DOTTED_AT = re.compile(
    "|".join(
        re.escape(form).replace(r"\ ", r"\s*").replace(r"\.", r"\s?\.") + ("" if form.endswith(".") else r"(?![а-яё])")
        for form in sorted(_DOTTED, key=len, reverse=True)
        if form.endswith(".") or "." in form or "/" in form
    )
    + r"|м/с",
    re.IGNORECASE,
)
_GLUED_PREPOSITION = re.compile(r"по(?=[А-ЯЁ]{2})")
_OF_WORDS = [form for form in forms_of("organizations", "known") if " " in form]  # «КДН и ЗП» is one
_KNOWN_BODY = re.compile("|".join(rf"(?<!\w){form}(?!\w)".replace(" ", r"\s+") for form in _OF_WORDS), re.IGNORECASE)
_WORD = re.compile(r"[А-Яа-яЁёA-Za-z0-9№]+(?:[-/‐‑–][А-Яа-яЁёA-Za-z0-9]+)*(?:(?<=\d)\+)?")
_DASH = re.compile(r"\s*[-‐‑‒–—−]+\s*")
_BRACKET = re.compile(r"\([^()\n]*\)?|\[[^\[\]]*\]?")
_HENCEFORTH = re.compile(r"\(\s*далее\b", re.IGNORECASE)
_EXCEPT_FOR = re.compile(r"\(\s*(?:кроме|исключая|за исключением)\b", re.IGNORECASE)
_NUMBERING = re.compile(r"\d{1,2}[.)](?=\s*(?:[А-ЯЁа-яё«]|$))")
_LETTERS = re.compile(r"\(\s*[А-ЯЁ]{2,8}\s*[,)]")
_TOGETHER = re.compile(rf"(?:{alternatives('roles', 'together')})(?!\w)", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;.\n„:|•·/)\]]+")


def lex(text: str, acronyms: Mapping[str, Target] | None = None) -> tuple[Unit, ...]:
    """The units of a cell from left to right; together they hold every character but blanks and stray marks.

    `acronyms` maps a folded spelling («цдо») to what it stands for in this order.
    """
    return _lex(text, tuple((acronyms or {}).items()))


@lru_cache(maxsize=4096)  # a text is searched for what it proves, and then read: each by the same units
def _lex(text: str, acronyms: tuple[tuple[str, Target], ...]) -> tuple[Unit, ...]:
    plain = read_cyrillic(text)
    units: list[Unit] = []
    atoms = _atoms(text, dict(acronyms))
    at = 0
    for atom in [*atoms, None]:
        end = len(plain) if atom is None else atom.start
        units += _words(plain, at, end, before=units[-1] if at else None)
        if atom is not None:
            units.append(atom)
            at = atom.end
    return tuple(units)


# --- atoms: what has a reader of its own -----------------------------------------------------------------


def _atoms(text: str, acronyms: Mapping[str, Target]) -> list[Unit]:
    schools = _all_schools(text)
    organizations = [ref for ref in find_organizations(text) if not _is_school(ref, schools, text)]
    schools = [one for one in schools if not any(ref.start <= one.start < ref.end for ref in organizations)]
    units = [_school_unit(one, text) for one in schools] + [_organization_unit(ref, text) for ref in organizations]
    people = [_person_unit(name, text) for name in find_people(text)]
    units += [unit for unit in people if not _overlaps(unit, units)]
    units += [unit for unit in _acronym_units(text, acronyms) if not _overlaps(unit, units)]
    for unit in [unit for unit in units if unit.kind == "schools"]:
        further = find_bare_numbers(text, unit.end)
        if further is not None:
            units.append(_school_unit(further, text))
    return sorted(units, key=lambda unit: unit.start)


def _all_schools(text: str) -> list[SchoolList]:
    """A name goes before a number: «Берёзовская СОШ № 1»; not inside a numbered school's own name."""
    numbered, named = list(find_schools(text)), list(find_named_schools(text))
    named = [one for one in named if not any(n.start <= one.start < n.end for n in numbered)]
    return [n for n in numbered if not any(one.start < n.end and n.start < one.end for one in named)] + named


def _overlaps(unit: Unit, others: list[Unit]) -> bool:
    return any(unit.start < other.end and other.start < unit.end for other in others)


def _is_school(ref: OrganizationRef, schools: list[SchoolList], text: str) -> bool:
    """«МБОУ «СОШ № 5»» is read by both: the school reader wins unless the number stands deep in the name."""
    inside = [one for one in schools if one.start < ref.end and ref.start < one.end]
    return any(
        one.start <= ref.start or not re.search(r"\w\s*$", re.split('[«"“„]', text[ref.start : one.start])[-1])
        for one in inside
    )


def _school_unit(found: SchoolList, text: str) -> Unit:
    targets = tuple(_school_target(found, ref.number, ref.name, ref.start, ref.end) for ref in found.schools)
    return Unit("schools", found.start, found.end, text[found.start : found.end], targets=targets, schools=found)


def _school_target(found: SchoolList, number: str | None, name: str | None, start: int, end: int) -> Target:
    if found.kindergarten:
        title = f"Детский сад № {number}"
        return Target(organization_key(title), title, "other", start, end)
    key, title = school_key(found.type, number, name), school_name(found.type, number, name)
    return Target(key, title, "school", start, end, found.type, number, status=found.status)


def _organization_unit(ref: OrganizationRef, text: str) -> Unit:
    target = Target(
        organization_key(ref.name), ref.name, ref.kind, ref.start, ref.end, above_territory=ref.above_territory
    )
    return Unit(
        "organization", ref.start, ref.end, text[ref.start : ref.end], targets=(target,), nominative=ref.nominative
    )


def _person_unit(name: PersonName, text: str) -> Unit:
    return Unit("person", name.start, name.end, text[name.start : name.end], person=name)


def _acronym_units(text: str, acronyms: Mapping[str, Target]) -> list[Unit]:
    units = []
    for match in re.finditer(r"(?<![\w-])[А-ЯЁ][А-ЯЁа-яё]*[А-ЯЁ](?![\w])", read_cyrillic(text)):
        known = acronyms.get(fold(match.group()))
        if known is not None:
            units.append(_acronym_unit(match.start(), match.end(), match.group(), known))
    return units


def _acronym_unit(start: int, end: int, text: str, known: Target) -> Unit:
    target = Target(
        known.key, known.name, known.kind, start, end, known.school_type, known.school_number, known.above_territory
    )
    return Unit("schools" if known.kind == "school" else "organization", start, end, text, targets=(target,))


# --- the rest: words and what stands between them --------------------------------------------------------


def _words(plain: str, at: int, end: int, before: Unit | None) -> list[Unit]:
    units: list[Unit] = []
    while at < end:
        unit = _next_unit(plain, at, end, before if not units else None)
        if unit is None:
            at += 1
            continue
        units.append(unit)
        at = unit.end
    return units


def _next_unit(plain: str, at: int, end: int, before: Unit | None) -> Unit | None:
    """The unit that begins at `at`; None for a blank or a stray mark. `before`: the atom that stands right before."""
    first = before is not None
    opening = _BRACKET.match(plain, at, end) if before is not None else None
    if opening is not None and (fold(opening.group()) in SUBJECT_NAMES or _HENCEFORTH.match(opening.group())):
        return Unit("bracket", at, opening.end(), opening.group())  # «Вязова А.К. (русский язык)», «(далее – ИРО)»
    if opening is not None and find_head(re.findall(r"[\w-]+", opening.group())) is not None:
        return Unit("separator", at, at + 1, plain[at])  # «Вязова А.К. (директор)»
    if opening is not None and before is not None and before.kind == "person" and _LETTERS.match(opening.group()):
        return Unit("separator", at, at + 1, plain[at])  # «Вязова А.К. (ЦДО)»
    together = _TOGETHER.match(plain, at, end)
    if together is not None and not plain[at - 1 : at].isalnum():
        return Unit("separator", at, together.end(), together.group())
    dash = _DASH.match(plain, at, end)
    if dash and _separates(plain, dash, first, end):
        return Unit("separator", dash.start(), dash.end(), dash.group())
    if plain[at] == " ":  # half of all places, and nothing else begins with a blank
        return None
    numbering = _NUMBERING.match(plain, at, end)
    if numbering is not None and plain[:at].rstrip(" ")[-1:] in ("", "\n", ";", ",", "."):
        return Unit("separator", at, numbering.end(), ";")  # «1. Вязова А.К. 2. Лосев П.И.»
    for kind, pattern in _KINDS:
        match = pattern.match(plain, at, end)
        if match and match.group():
            word = match.group()
            if kind == "bracket" and (not word.endswith((")", "]")) or _EXCEPT_FOR.match(word)):
                return Unit("separator", at, at + 1, word[0])  # «родительский комитет (Панкратов Д.О.)»
            if kind == "word":
                return _word_unit(plain, match, end)
            if kind == "separator" and word[0] == "." and _is_short_for_a_word(plain, at):
                return None
            return Unit(kind, at, match.end(), word)
    return None


_KINDS: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    ("bracket", _BRACKET),
    ("word", re.compile(rf"(?<![\w])(?:{_DOTTED_AT.pattern})", re.IGNORECASE)),
    ("word", _GLUED_PREPOSITION),
    ("word", _KNOWN_BODY),
    ("word", _WORD),
    ("separator", _SEPARATOR),
)


_SPLIT_COMPOUND = re.compile(r"\s*[-‐‑–]\s*(?P<second>[а-яё]+)")


def _word_unit(plain: str, match: re.Match[str], end: int) -> Unit:
    """A word; «учителя – предметники» is one that lost its shape, where both parts name people in the nominative."""
    more = _SPLIT_COMPOUND.match(plain, match.end(), end)
    is_one = more is not None and _is_compound(match.group(), more["second"])
    stop = more.end() if more is not None and is_one else match.end()
    word = plain[match.start() : stop]
    return Unit("and" if word.lower() == "и" else "word", match.start(), stop, re.sub(r"\s*[-‐‑–]\s*", "-", word))


def _is_compound(first: str, second: str) -> bool:
    """«учителя – предметники»; not «министра – начальник», nor «главы – начальник»: two posts of one person."""
    if fold(first) in LABELS:
        return False  # «Ответственный – директор школы»
    if not (is_nominative_person(first) or fold(first) in PEOPLE or fold(first) in ABBREVIATIONS):
        return False
    return fold(second) in PEOPLE or any(
        names_person(first, one) and names_person(second, one) for one in ("sing", "plur")
    )


def _separates(plain: str, dash: re.Match[str], first: bool, end: int) -> bool:
    """A dash separates beside an atom («Яркова Н.А. — старший методист», «Вязов А.В.-школа №1»), or with
    blanks on both sides before a capital or a second post («директор школы – председатель комиссии»).

    «коуч - наставники» is one word that lost its shape.
    """
    if first or dash.end() == end:
        return True
    if not dash.group()[0].isspace() and not dash.group()[-1].isspace():
        return False
    if plain[dash.end() : dash.end() + 1].isupper():
        return True
    before, behind = re.search(r"[\w-]+$", plain[: dash.start()]), re.match(r"[\w-]+", plain[dash.end() : end])
    if before is not None and fold(before.group()) in LABELS:
        return True
    if before is None or behind is None or not is_nominative_person(behind.group()):
        return False
    return fold(before.group()) not in PEOPLE and not is_nominative_person(before.group())


_SHORT = re.compile(r"(?<![\w-])(?P<word>[А-ЯЁа-яё][а-яё]{1,6})\.(?=[^\S\n]*[а-яё\d«\"№])")


def _is_short_for_a_word(plain: str, dot: int) -> bool:
    """«творч. группа», «подг. гр. №5»: the dot of an abbreviation, behind letters that are no word of their own."""
    begin = plain.rfind(" ", max(0, dot - 8), dot) + 1
    begin = max(begin, plain.rfind("\n", 0, dot) + 1, plain.rfind(",", 0, dot) + 1, plain.rfind("(", 0, dot) + 1)
    found = _SHORT.match(plain, begin)
    if found is None or found.end() != dot + 1:
        return False
    word = found["word"]
    if fold(word) in PEOPLE or word[-1] in "аеёиоуыэюяй":
        return False
    return not is_word(word) or any("Abbr" in parse.tag for parse in parses(word))
