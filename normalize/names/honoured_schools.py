"""Schools that bear one person's name: «Гимназия им. Пушкина» is the order's «Гимназия им. А.С. Пушкина».

Initials may be left out, or be a given name and a patronymic; other initials are another school's. «СОШ» and «Средняя
школа» are one type. Where two may be meant, it is asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from normalize.fold import fold
from normalize.names.ask_organizations import ask_which
from normalize.names.resolution import Doubt
from normalize.parties.units import Target

_HONOUR = re.compile(r" (?:им|имени) (?P<whose>.+)$")
_GIVEN = re.compile(r"(?P<first>[а-я])[а-я]+ (?P<second>[а-я])[а-я]+(?:вича|ьича|вны|ичны)(?![а-я])")


@dataclass(frozen=True, slots=True)
class _Honoured:
    key: str
    name: str
    initials: str


def resolve_honoured_schools(targets: Mapping[str, Target]) -> tuple[dict[str, str], list[Doubt]]:
    """Key of a school → key of the one that prints more of the same name; and what is to be asked."""
    means: dict[str, str] = {}
    doubts: list[Doubt] = []
    for schools in _by_name(targets).values():
        for one in schools:
            fullest = [other for other in schools if _is_fuller(other, one) and not _has_fuller(other, schools)]
            if len(fullest) > 1:
                doubts.append(ask_which(one.key, one.name, {other.key: other.name for other in fullest}, "школа"))
            elif fullest:
                means[one.key] = fullest[0].key
    return means, doubts


def _by_name(targets: Mapping[str, Target]) -> Mapping[tuple[str, str], list[_Honoured]]:
    """Schools by type and by whose name they bear, without initials."""
    found: dict[tuple[str, str], list[_Honoured]] = defaultdict(list)
    for key, target in targets.items():
        honour = _HONOUR.search(fold(target.name)) if target.kind == "school" and target.school_type else None
        if honour is None or target.school_type is None:
            continue
        whose = _GIVEN.sub(r"\g<first> \g<second>", honour["whose"])
        surname = " ".join(word for word in whose.split() if len(word) > 1)
        initials = "".join(word for word in whose.split() if len(word) == 1)
        found[target.school_type, surname].append(_Honoured(key, target.name, initials))
    return found


def _is_fuller(other: _Honoured, one: _Honoured) -> bool:
    """Whether the other print of the name says as much, or more, and goes first."""
    return other.initials.startswith(one.initials) and _rank(other) < _rank(one)


def _has_fuller(one: _Honoured, schools: Iterable[_Honoured]) -> bool:
    return any(_is_fuller(other, one) for other in schools)


def _rank(one: _Honoured) -> tuple[int, int, str]:
    return (-len(one.initials), len(one.name), one.key)
