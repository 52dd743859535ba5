"""Schools that bear one person's name: «Гимназия им. Пушкина» is the order's «Гимназия им. А.С. Пушкина».

Initials may be left out, or be a given name and a patronymic; other initials are another school's. «СОШ» and «Средняя
школа» are one type. So is «Гимназия № 3 им. А.С. Пушкина», which goes by its number. Where two may be meant, it is
asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from normalize.fold import fold
from normalize.named_after import find_honours
from normalize.names.ask_organizations import ask_which
from normalize.names.resolution import Doubt
from normalize.parties.lexer import lex
from normalize.parties.units import Target
from normalize.schools.numbered import ONE_ROW, school_key

_HONOUR = re.compile(r" (?:им|имени) (?P<whose>.+?)(?: № (?P<number>\d+[а-я]?))?$")
_GIVEN = re.compile(r"(?P<first>[а-я])[а-я]+ (?P<second>[а-я])[а-я]+(?:вича|ьича|вны|ичны)(?![а-я])")


@dataclass(frozen=True, slots=True)
class _Honoured:
    key: str
    name: str
    type: str  # "" where none is printed
    surname: str
    initials: str
    number: str | None  # «Гимназия им. А.С. Пушкина № 3»


_ByName = Mapping[tuple[str, str], list[_Honoured]]


def resolve_honoured_schools(
    targets: Mapping[str, Target], numbered: Mapping[str, Target], texts: Iterable[str]
) -> tuple[dict[str, str], list[Doubt]]:
    """Key of a school → key of the one that prints more of the same name; and what is to be asked.

    `numbered`: the schools of a number, whose cells in `texts` say after whom they are named.
    """
    means: dict[str, str] = {}
    doubts: list[Doubt] = []
    named = _by_name(targets.values())
    of_numbers = _by_name(_honoured_numbers(numbered, texts)) if named else {}
    for one in [one for schools in named.values() for one in schools]:
        by_number = school_key(one.type or None, one.number, None) if one.number else ""
        meant = {other.key: other.name for other in _meant(one, named, of_numbers)}
        if by_number in numbered:
            means[one.key] = by_number
        elif len(meant) > 1 or (not one.type and _is_of_a_kind(one, named, of_numbers)):
            doubts.append(ask_which(one.key, one.name, meant, "школа"))
        elif meant:
            means[one.key] = next(iter(meant))
    return means, doubts


def _meant(one: _Honoured, named: _ByName, of_numbers: _ByName) -> list[_Honoured]:
    """Those that it may be: of a number, of a type where it says none, else whose name is printed more fully."""
    alike = [one.type, ""] if one.type in _SCHOOLS else [one.type]
    types = alike if one.type else ["", *ONE_ROW]
    numbers = [other for each in types for other in of_numbers.get((each, one.surname), [])]
    typed = [other for each in ([] if one.type else ONE_ROW) for other in named.get((each, one.surname), [])]
    schools = named[one.type, one.surname]
    fuller = [other for other in schools if _is_fuller(other, one) and not _has_fuller(other, schools)]
    return [other for other in numbers or typed if _agree(other, one)] or fuller


def _is_of_a_kind(one: _Honoured, named: _ByName, of_numbers: _ByName) -> bool:
    """«школа им. Ларина» beside «Гимназия им. Ларина»."""
    return any(other.type not in _SCHOOLS for other in _meant(one, named, of_numbers))


_SCHOOLS = frozenset({"", "средняя", "основная", "начальная"})


def _honoured_numbers(numbered: Mapping[str, Target], texts: Iterable[str]) -> list[Target]:
    """Those that a text names with a number and a name: «Гимназия № 3 им. А.С. Пушкина»."""
    found = []
    for text in texts:
        for unit in lex(text) if find_honours(text) else ():
            honours = find_honours(unit.text) if len(unit.targets) == 1 else []
            target = numbered.get(unit.targets[0].key) if honours else None
            if target is not None:
                start, end = honours[0]
                found.append(replace(target, name=f"{target.name} {unit.text[start:end]}"))
    return found


def _agree(one: _Honoured, other: _Honoured) -> bool:
    return one.initials.startswith(other.initials) or other.initials.startswith(one.initials)


def _by_name(targets: Iterable[Target]) -> _ByName:
    """Schools by type, "" where none is printed, and by whose name they bear, without initials."""
    found: dict[tuple[str, str], list[_Honoured]] = defaultdict(list)
    for target in targets:
        honour = _HONOUR.search(fold(target.name)) if target.kind == "school" else None
        if honour is None or not (target.school_type or fold(target.name).startswith("школа ")):
            continue
        whose = _GIVEN.sub(r"\g<first> \g<second>", honour["whose"])
        surname = " ".join(word for word in whose.split() if len(word) > 1)
        initials = "".join(word for word in whose.split() if len(word) == 1)
        type_ = target.school_type or ""
        found[type_, surname].append(_Honoured(target.key, target.name, type_, surname, initials, honour["number"]))
    return found


def _is_fuller(other: _Honoured, one: _Honoured) -> bool:
    """Whether the other print of the name says as much, or more, and goes first."""
    if one.number is not None and other.number != one.number:
        return False
    return other.initials.startswith(one.initials) and _rank(other) < _rank(one)


def _has_fuller(one: _Honoured, schools: Iterable[_Honoured]) -> bool:
    return any(_is_fuller(other, one) for other in schools)


def _rank(one: _Honoured) -> tuple[bool, int, int, str]:
    return (one.number is None, -len(one.initials), len(one.name), one.key)
