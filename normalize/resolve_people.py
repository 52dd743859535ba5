"""The people of one order: printed names → people (notes/names.md §1, §2)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from normalize.match import one_edit
from normalize.model import Candidate, Knowledge, Person
from normalize.people import PersonName, person_key
from normalize.resolution import Doubt, Resolution, Verdicts
from normalize.verdicts import settles

_MAKER = PetrovichDeclinationMaker()
_SHE = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая|ая)$")
_HE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|ый|ой)$")
# Endings of an oblique case where no known person explains them; «-ова» may be a woman or a man's genitive.
_MAY_BE_OBLIQUE = re.compile(r"(?:[оеё]ва|[иы]на|[^аеёиоуыэюяй](?:а|у|ым|ом|ем|е)|[сц]к(?:ого|ому|им|ом)|ой|ую)$")


@cache
def oblique_forms(surname: str) -> frozenset[str]:
    """All forms of a nominative surname but itself, by pytrovich; both genders where the ending tells none.

    163 of 168 forms of order 306's people name one person (notes/names.md §2).
    """
    genders = (
        [Gender.FEMALE]
        if _SHE.search(surname)
        else [Gender.MALE]
        if _HE.search(surname)
        else [Gender.MALE, Gender.FEMALE]
    )
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    return frozenset(_MAKER.make(NamePart.LASTNAME, gender, case, surname) for gender in genders for case in cases) - {
        surname
    }


@dataclass(slots=True)
class _People:
    """State while the names of an order are resolved."""

    nominative: dict[str, PersonName]  # key → name, of the responsible column: printed in the nominative
    known: dict[str, Person]
    later: frozenset[str]  # known people whom only later orders show: those are asked about there
    means: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def resolve_people(
    responsible: Iterable[PersonName],
    in_measures: Iterable[PersonName],
    known: Knowledge,
    verdicts: Verdicts,
    later: frozenset[str] = frozenset(),
) -> Resolution:
    """What each printed name key of an order means. `later`: keys of people whom only later orders show."""
    state = _People(
        nominative={name.key: name for name in responsible},
        known={person.key: person for person in known.people},
        later=later,
    )
    oblique = {name.key: name for name in in_measures}
    aliases = {alias.key: alias.means for alias in known.aliases}
    for key, name in {**oblique, **state.nominative}.items():
        decided = verdicts.get(f"person|{key}")
        if decided is not None and decided.verb in ("same", "new"):
            _settle(state, key, decided.answer or key, "decision")
        elif key.replace("|", " ") in aliases:
            _settle(state, key, aliases[key.replace("|", " ")], "alias")
        elif name.initials.count(".") < 2:
            _read_single_initial(state, name)
        elif key in state.nominative:
            _settle(state, key, key, "name")
        else:
            _read_oblique(state, name, verdicts)
    _ask_neighbours(state, verdicts)
    _ask_swapped(state, verdicts)
    return Resolution(
        state.means, state.rules, tuple(doubt for doubt in state.doubts if not settles(verdicts.get(doubt.subject)))
    )


def _settle(state: _People, key: str, means: str, rule: str) -> None:
    state.means[key], state.rules[key] = means, rule


def _everybody(state: _People) -> dict[str, str]:
    """Key → surname of all people whose nominative is known."""
    found = {key: person.surname for key, person in state.known.items()}
    return {**found, **{key: name.surname for key, name in state.nominative.items()}}


def _read_oblique(state: _People, name: PersonName, verdicts: Verdicts) -> None:
    """A name out of the measure's text: equal, a generated form of one known person, safely female, or asked."""
    everybody = _everybody(state)
    initials = name.key.split("|", 1)[1]
    forms = [
        key
        for key, surname in everybody.items()
        if key.split("|", 1)[1] == initials and (name.surname in oblique_forms(surname))
    ]
    if name.key in everybody and not forms:
        return _settle(state, name.key, name.key, "name")
    if len(forms) == 1 and name.key not in everybody:
        return _settle(state, name.key, forms[0], "oblique form of a known name")
    if name.given_names is not None or name.oblique:
        return _settle(state, name.key, name.key, "oblique form" if name.oblique else "name")
    _settle(state, name.key, name.key, "name as printed")
    if forms or _MAY_BE_OBLIQUE.search(name.surname):
        people = list(forms)
        candidates = tuple(
            Candidate(
                key,
                f"{everybody[key]} {name.initials}",
                (f"«{name.surname}» — форма фамилии «{everybody[key]}»", "инициалы равны"),
            )
            for key in people
        )
        state.doubts.append(
            Doubt(
                f"person|{name.key}", "oblique_name",
                f"В каком падеже стоит «{name.name}»: это именительный или форма другой фамилии?",
                name.name, frozenset({name.key}),
                (*candidates, Candidate(name.key, name.name, ("как напечатано",)), *_nominatives(name)),
            )
        )  # fmt: skip
    return None


_SHORT = re.compile(r"(?P<stem>.*(?:[оеё]в|[иы]н))(?P<ending>а|у|ым|е)$")
_CONSONANT = re.compile(r"(?P<stem>.*[^аеёиоуыэюяйь])(?:а|у|ом|ем|е)$")


def _nominatives(name: PersonName) -> tuple[Candidate, ...]:
    """What a printed form may be a form of: «Сомова» of «Сомов», «Дроздову» of «Дроздова», «Мельника» of «Мельник»."""
    short, other = _SHORT.match(name.surname), _CONSONANT.match(name.surname)
    surnames = []
    if short is not None:
        surnames = [short["stem"]] if short["ending"] == "а" else [f"{short['stem']}а", short["stem"]]
    elif other is not None:
        surnames = [other["stem"]]
    return tuple(
        Candidate(
            person_key(surname, name.initials),
            f"{surname} {name.initials}",
            (f"«{name.surname}» — форма фамилии «{surname}»",),
        )
        for surname in surnames
    )


def _read_single_initial(state: _People, name: PersonName) -> None:
    """«Иванов И.»: one person of that surname and first initial is a candidate, never an answer."""
    surname, first = name.key.split("|")[:2]
    candidates = [
        Candidate(key, f"{printed} {_initials(key)}", ("фамилия равна", "первый инициал равен"))
        for key, printed in _everybody(state).items()
        if key.split("|")[:2] == [surname, first] and key != name.key
    ]
    _settle(state, name.key, name.key, "one initial")
    state.doubts.append(
        Doubt(
            f"person|{name.key}",
            "initial_missing",
            f"У имени «{name.name}» один инициал: кто это?",
            name.name,
            frozenset({name.key}),
            tuple(candidates),
        )
    )


def _initials(key: str) -> str:
    return "".join(f"{letter.upper()}." for letter in key.split("|")[1:3])


def _ask_neighbours(state: _People, verdicts: Verdicts) -> None:
    """Surnames one letter apart with equal initials: «Плотникова Т.А.» and «Плотников Т.А.» are asked about."""
    everybody = _everybody(state)
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in everybody:
        blocks[key.split("|", 1)[1]].append(key)
    for keys in blocks.values():
        for index, left in enumerate(keys):
            for right in keys[index + 1 :]:
                mine = left in state.nominative or right in state.nominative
                if mine and not {left, right} & state.later and one_edit(left, right):
                    _ask_pair(state, left, right, everybody, verdicts)


def _ask_swapped(state: _People, verdicts: Verdicts) -> None:
    """«Гареева Л.Г.» and «Г.Л. Гареева»: the same surname, the initials in the other order."""
    everybody = _everybody(state)
    for key in sorted(state.means):
        parts = key.split("|")
        swapped = "|".join([parts[0], *reversed(parts[1:])])
        if len(parts) == 3 and key < swapped and swapped in everybody and state.means.get(key, key) == key:
            everybody.setdefault(key, everybody[swapped])
            _ask_pair(state, key, swapped, everybody, verdicts)


def _how_alike(left: str, right: str) -> tuple[str, ...]:
    if left.split("|")[0] == right.split("|")[0]:
        return ("фамилия равна", "инициалы переставлены")
    return ("инициалы равны", "фамилии различаются одной буквой")


def _ask_pair(state: _People, left: str, right: str, everybody: Mapping[str, str], verdicts: Verdicts) -> None:
    left, right = sorted((left, right))
    decided = verdicts.get(f"pair|{left}|{right}")
    if decided is not None and decided.verb == "same" and decided.answer in (left, right):
        for key in (left, right):
            _settle(state, key, decided.answer, "decision")
        return
    odd = right if right in state.nominative else left
    if settles(verdicts.get(f"person|{left}")) or settles(verdicts.get(f"person|{right}")):
        return
    names = {key: f"{everybody[key]} {_initials(key)}" for key in (left, right)}
    state.doubts.append(
        Doubt(
            f"pair|{left}|{right}", "similar_people",
            f"«{names[left]}» и «{names[right]}» — один человек или двое?", names[odd], frozenset({left, right}),
            tuple(
                Candidate(key, name, _how_alike(left, right))
                for key, name in names.items()
            ),
        )
    )  # fmt: skip


def people_of(names: Iterable[PersonName], resolution: Resolution, known: Knowledge) -> tuple[Person, ...]:
    """The people of an order, one for each resolved key, with given names where any mention prints them."""
    found: dict[str, Person] = {}
    outside = {person.key: person for person in known.people}
    for name in names:
        key = resolution.means.get(name.key, name.key)
        given = name.given_names or (found[key].given_names if key in found else None)
        if key in found:
            found[key] = replace(found[key], given_names=given)
        elif name.key == key:
            found[key] = Person(key, name.name, name.surname, name.initials, given)
        elif key in outside:
            found[key] = outside[key]
        else:
            surname = "-".join(part.capitalize() for part in key.split("|")[0].split("-"))
            found[key] = Person(key, f"{surname} {_initials(key)}", surname, _initials(key), given)
    return tuple(found[key] for key in sorted(found))
