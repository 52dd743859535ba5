"""The people of one order: printed names → people (notes/names.md §1, §2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from normalize.model import Candidate, Knowledge, Person, Signed
from normalize.names.aliases import meanings
from normalize.names.everybody import Everybody, Precedence, everybody_known
from normalize.names.resolution import UNDATED, Doubt, Resolution, Verdicts
from normalize.names.similar_people import ask_second_surnames, ask_similar, decided_pairs, initials_in
from normalize.names.surnames import may_be_oblique, possible_nominatives
from normalize.names.verdicts import settles
from normalize.people.spans import PersonName, person_key
from normalize.people.surname_looks import stands_oblique


@dataclass(slots=True)
class _People:
    """State while the names of an order are resolved."""

    nominative: dict[str, PersonName]  # key → name, of the responsible column: printed in the nominative
    everybody: Everybody
    verdicts: Verdicts
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
    signed: Signed = UNDATED,
) -> Resolution:
    """What each printed name key of an order means. `signed`: the order's own date, number and file."""
    column, others = list(responsible), list(in_measures)
    nominative = {name.key: name for name in column if name.given_names or not stands_oblique(name.surname)}
    state = _People(nominative, everybody_known(known), verdicts)
    printed = {name.key: name for name in (*others, *column)} | nominative
    certain = {key: name for key, name in printed.items() if name.oblique or name.given_names}
    for key, name in {**nominative, **certain}.items():
        state.everybody.add(key, name.surname)
    aliases = meanings(known.aliases)
    united = decided_pairs(verdicts)
    for key, name in printed.items():
        _resolve(state, key, name, aliases, united)
    sure = [key for key in {**nominative, **certain} if state.means[key] == key]
    meant = sorted(key for key, means in state.means.items() if means == key)
    precedence = Precedence([*column, *others], known, signed)
    similar = ask_similar(sure, meant, state.everybody, precedence, verdicts)
    second = ask_second_surnames([*column, *others], state.means, verdicts)
    doubts = {doubt.subject: doubt for doubt in (*state.doubts.values(), *similar, *second)}
    open_ones = tuple(doubt for doubt in doubts.values() if not settles(verdicts.get(doubt.subject)))
    return Resolution(state.means, state.rules, open_ones)


def _resolve(state: _People, key: str, name: PersonName, aliases: Mapping[str, str], united: Mapping[str, str]) -> None:
    decided = state.verdicts.get(f"person|{key}")
    if decided is not None and decided.verb in ("same", "new"):
        state.settle(key, decided.answer or key, "decision")
    elif key in united:
        state.settle(key, united[key], "decision")
    elif key.replace("|", " ") in aliases:
        state.settle(key, aliases[key.replace("|", " ")], "alias")
    elif name.initials.count(".") < 2:
        _read_single_initial(state, name)
    elif key in state.nominative:
        state.settle(key, key, "name")
    else:
        _read_oblique(state, name)


def _read_oblique(state: _People, name: PersonName) -> None:
    """A name in no sure nominative: equal, a generated form of one known person, safely a woman's, or asked.

    «Н.В. Кадочниковой» is a woman whoever else is known: her nominative is no form of «Кадочников».
    """
    if name.given_names is not None or name.oblique:
        return state.settle(name.key, name.key, "oblique form" if name.oblique else "name")
    forms = state.everybody.whose_form(name)
    is_known = name.key in state.everybody.surnames
    if is_known and not forms:
        return state.settle(name.key, name.key, "name")
    if len(forms) == 1 and not is_known:
        return state.settle(name.key, forms[0], "oblique form of a known name")
    state.settle(name.key, name.key, "name as printed")
    if forms or may_be_oblique(name.surname) or stands_oblique(name.surname):
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
        Candidate(key, f"{printed} {initials_in(key)}", ("фамилия равна", "первый инициал равен"))
        for key, printed in state.everybody.surnames.items()
        if key.startswith(f"{surname}|{first}|")
    ]
    state.settle(name.key, name.key, "one initial")
    text = f"У имени «{name.name}» один инициал: кто это?"
    _ask(state, f"person|{name.key}", "initial_missing", text, name, candidates)


def _ask(state: _People, subject: str, kind: str, text: str, name: PersonName, candidates: list[Candidate]) -> None:
    state.doubts[subject] = Doubt(subject, kind, text, name.name, frozenset({name.key}), tuple(candidates))


def people_of(names: Iterable[PersonName], resolution: Resolution, known: Knowledge) -> tuple[Person, ...]:
    """The people of an order, one for each resolved key, with given names where any mention prints them."""
    found: dict[str, Person] = {}
    outside = {person.key: person for person in known.people}
    for name in names:
        key = resolution.means.get(name.key, name.key)
        given = name.given_names or (found[key].given_names if key in found else None)
        if key in found:
            found[key] = _with_yo(replace(found[key], given_names=given), name)
        elif name.key == key:
            found[key] = Person(key, name.name, name.surname, name.initials, given)
        else:
            found[key] = outside.get(key) or person_of_key(key)
    return tuple(found[key] for key in sorted(found))


def _with_yo(person: Person, name: PersonName) -> Person:
    """«Артёмов» where the order prints «Артемов» too: the letter with dots is never a slip for the one without."""
    if name.key != person.key or name.surname <= person.surname:
        return person
    return replace(person, name=name.name, surname=name.surname)


def person_of_key(key: str) -> Person:
    """A person of whom only the key is known: a decision's answer. «лосев|п|и» → «Лосев П.И.»."""
    surname = "-".join(part.capitalize() for part in key.split("|")[0].split("-"))
    return Person(key, f"{surname} {initials_in(key)}", surname, initials_in(key), None)
