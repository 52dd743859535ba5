"""The people of one order: printed names → people (notes/names.md §1, §2).

Everybody is kept in blocks of equal initials: a hundred thousand known names cost a mention no more than the
hundred that share its initials, and forms are generated only for those that begin like it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from normalize.aliases import meanings
from normalize.match import one_edit
from normalize.model import Candidate, Knowledge, Person
from normalize.people import PersonName, person_key
from normalize.resolution import Doubt, Resolution, Verdicts
from normalize.surnames import may_be_oblique, oblique_forms, possible_nominatives
from normalize.verdicts import settles

_STEM = 2  # letters that no case changes: «Лев» – «Льва» is asked, not guessed


class Everybody:
    """All people whose nominative is known, in blocks of equal initials."""

    def __init__(self) -> None:
        self.surnames: dict[str, str] = {}  # key → surname
        self.blocks: dict[str, list[str]] = defaultdict(list)  # «т|а» → keys

    def add(self, key: str, surname: str) -> None:
        """One more; a key that is there already stays as it is."""
        if key not in self.surnames:
            self.surnames[key] = surname
            self.blocks[key.split("|", 1)[-1]].append(key)

    def with_initials(self, key: str) -> list[str]:
        """Keys of those who share the initials of `key`."""
        return self.blocks.get(key.split("|", 1)[-1], [])

    def whose_form(self, name: PersonName) -> list[str]:
        """Keys of those of whose surname the printed one is an oblique form."""
        stem = name.surname[:_STEM]
        return [
            key
            for key in self.with_initials(name.key)
            if self.surnames[key].startswith(stem) and name.surname in oblique_forms(self.surnames[key])
        ]


@dataclass(slots=True)
class _People:
    """State while the names of an order are resolved."""

    nominative: dict[str, PersonName]  # key → name, of the responsible column: printed in the nominative
    everybody: Everybody
    verdicts: Verdicts
    later: frozenset[str]  # known people whom only later orders show: those are asked about there
    means: dict[str, str] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)  # by subject

    def settle(self, key: str, means: str, rule: str) -> None:
        self.means[key], self.rules[key] = means, rule


def resolve_people(
    responsible: Iterable[PersonName],
    in_measures: Iterable[PersonName],
    known: Knowledge,
    verdicts: Verdicts,
    later: frozenset[str] = frozenset(),
) -> Resolution:
    """What each printed name key of an order means. `later`: keys of people whom only later orders show."""
    state = _People({name.key: name for name in responsible}, Everybody(), verdicts, later)
    for person in known.people:
        state.everybody.add(person.key, person.surname)
    for key, name in state.nominative.items():
        state.everybody.add(key, name.surname)
    aliases = meanings(known.aliases)
    for key, name in {**{name.key: name for name in in_measures}, **state.nominative}.items():
        _resolve(state, key, name, aliases)
    _ask_neighbours(state)
    _ask_swapped(state)
    doubts = tuple(doubt for doubt in state.doubts.values() if not settles(verdicts.get(doubt.subject)))
    return Resolution(state.means, state.rules, doubts)


def _resolve(state: _People, key: str, name: PersonName, aliases: Mapping[str, str]) -> None:
    decided = state.verdicts.get(f"person|{key}")
    if decided is not None and decided.verb in ("same", "new"):
        state.settle(key, decided.answer or key, "decision")
    elif key.replace("|", " ") in aliases:
        state.settle(key, aliases[key.replace("|", " ")], "alias")
    elif name.initials.count(".") < 2:
        _read_single_initial(state, name)
    elif key in state.nominative:
        state.settle(key, key, "name")
    else:
        _read_oblique(state, name)


def _read_oblique(state: _People, name: PersonName) -> None:
    """A name out of the measure's text: equal, a generated form of one known person, safely female, or asked."""
    forms = state.everybody.whose_form(name)
    is_known = name.key in state.everybody.surnames
    if is_known and not forms:
        return state.settle(name.key, name.key, "name")
    if len(forms) == 1 and not is_known:
        return state.settle(name.key, forms[0], "oblique form of a known name")
    if name.given_names is not None or name.oblique:
        return state.settle(name.key, name.key, "oblique form" if name.oblique else "name")
    state.settle(name.key, name.key, "name as printed")
    if forms or may_be_oblique(name.surname):
        _ask_case(state, name, forms)
    return None


def _ask_case(state: _People, name: PersonName, forms: list[str]) -> None:
    surnames = {key: state.everybody.surnames[key] for key in forms}
    surnames |= {person_key(surname, name.initials): surname for surname in possible_nominatives(name.surname)}
    candidates = [
        Candidate(
            key, f"{surname} {name.initials}", (f"«{name.surname}» — форма фамилии «{surname}»", "инициалы равны")
        )
        for key, surname in surnames.items()
    ]
    printed = Candidate(name.key, name.name, ("как напечатано",))
    text = f"В каком падеже стоит «{name.name}»: это именительный или форма другой фамилии?"
    _ask(
        state,
        f"person|{name.key}",
        "oblique_name",
        text,
        name,
        [*candidates[: len(forms)], printed, *candidates[len(forms) :]],
    )


def _read_single_initial(state: _People, name: PersonName) -> None:
    """«Иванов И.»: people of that surname and first initial are candidates, never an answer."""
    surname, first = name.key.split("|")[:2]
    candidates = [
        Candidate(key, f"{printed} {_initials(key)}", ("фамилия равна", "первый инициал равен"))
        for key, printed in state.everybody.surnames.items()
        if key.startswith(f"{surname}|{first}|")
    ]
    state.settle(name.key, name.key, "one initial")
    text = f"У имени «{name.name}» один инициал: кто это?"
    _ask(state, f"person|{name.key}", "initial_missing", text, name, candidates)


def _ask(state: _People, subject: str, kind: str, text: str, name: PersonName, candidates: list[Candidate]) -> None:
    state.doubts[subject] = Doubt(subject, kind, text, name.name, frozenset({name.key}), tuple(candidates))


def _initials(key: str) -> str:
    return "".join(f"{letter.upper()}." for letter in key.split("|")[1:3])


def _ask_neighbours(state: _People) -> None:
    """Surnames one letter apart with equal initials: «Плотникова Т.А.» and «Плотников Т.А.» are asked about."""
    for mine in state.nominative:
        for other in state.everybody.with_initials(mine):
            twice = other in state.nominative and other < mine  # that pair comes up from the other side too
            if other != mine and not twice and other not in state.later and one_edit(mine, other):
                _ask_pair(state, mine, other)


def _ask_swapped(state: _People) -> None:
    """«Гареева Л.Г.» and «Г.Л. Гареева»: the same surname, the initials in the other order."""
    surnames = state.everybody.surnames
    for key in sorted(state.means):
        parts = key.split("|")
        swapped = "|".join([parts[0], *reversed(parts[1:])])
        mine = state.means[key] == key and len(parts) == 3
        if mine and swapped != key and swapped in surnames and swapped not in state.later:
            state.everybody.add(key, surnames[swapped])
            _ask_pair(state, key, swapped)


def _how_alike(left: str, right: str) -> tuple[str, ...]:
    if left.split("|")[0] == right.split("|")[0]:
        return ("фамилия равна", "инициалы переставлены")
    return ("инициалы равны", "фамилии различаются одной буквой")


def _ask_pair(state: _People, mine: str, other: str) -> None:
    left, right = sorted((mine, other))
    subject = f"pair|{left}|{right}"
    decided = state.verdicts.get(subject)
    if decided is not None and decided.verb == "same" and decided.answer in (left, right):
        for key in (left, right):
            state.settle(key, decided.answer, "decision")
        return
    one_is_settled = any(settles(state.verdicts.get(f"person|{key}")) for key in (left, right))
    if one_is_settled or subject in state.doubts:
        return
    names = {key: f"{state.everybody.surnames[key]} {_initials(key)}" for key in (left, right)}
    candidates = tuple(Candidate(key, name, _how_alike(left, right)) for key, name in names.items())
    text = f"«{names[left]}» и «{names[right]}» — один человек или двое?"
    state.doubts[subject] = Doubt(subject, "similar_people", text, names[mine], frozenset({left, right}), candidates)


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
        else:
            found[key] = outside.get(key) or person_of_key(key)
    return tuple(found[key] for key in sorted(found))


def person_of_key(key: str) -> Person:
    """A person of whom only the key is known: a decision's answer. «лосев|п|и» → «Лосев П.И.»."""
    surname = "-".join(part.capitalize() for part in key.split("|")[0].split("-"))
    return Person(key, f"{surname} {_initials(key)}", surname, _initials(key), None)
