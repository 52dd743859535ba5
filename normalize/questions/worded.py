"""The answers that name somebody, put into effect: letters mean an organization, words or a post mean a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from normalize.answers import explains_letters, named_by, note_of, typed_deadlines
from normalize.calendar_year import PlanYear
from normalize.fold import fold
from normalize.model import Alias, Decision, Knowledge, Organization, Party, PartyKind, Person
from normalize.names.organization_entities import organization_called, organization_of_key
from normalize.names.people import person_of_key
from normalize.names.resolution import Verdicts
from normalize.organization_names import proper_part
from normalize.questions.doubt import OrderDoubt

Span = tuple[int, int, int]  # position of the measure, start and end in its responsible cell
LETTERS = "abbreviation|"


@dataclass(frozen=True, slots=True)
class Worded:
    """What answers say of names. `letters`: folded letters → key of the organization that they mean."""

    letters: Mapping[str, str]
    organizations: Mapping[str, Organization]  # by key, as the answers write them


def read_worded(verdicts: Verdicts, known: Knowledge) -> Worded:
    """The organizations that a clerk's answers name, those known already included."""
    organizations: dict[str, Organization] = {}
    letters: dict[str, str] = {}
    held = {one.key: one for one in known.organizations}
    for subject, decided in verdicts.items():
        named = _organization_said(subject, decided, held)
        if named is None or not (named.key.startswith("org|") or subject.startswith(LETTERS)):
            continue  # a school of another type that nothing prints is not to count as known
        if subject.startswith(LETTERS):
            named = _now(named, held, verdicts)
            letters[subject.removeprefix(LETTERS)] = named.key
        if decided.verb == "text" or decided.label is not None:  # else the order itself may spell it better
            organizations[named.key] = named
    return Worded(letters, organizations)


def _organization_said(subject: str, decided: Decision, held: Mapping[str, Organization]) -> Organization | None:
    """The organization that an answer names, by its key or in words; None where it names none."""
    if decided.verb == "text":
        named = named_by(subject, decided.answer or "")
        return named if isinstance(named, Organization) else None
    answer = decided.answer or ""
    if decided.verb != "same" or not answer.startswith(("org|", "school|")):
        return None
    return held.get(answer) or _of_key(answer, decided.label)


def _of_key(key: str, label: str | None) -> Organization:
    """An organization that no order at hand spells out, under the name that the clerk saw."""
    found = organization_of_key(key)
    if label is None or found.school_number is not None:
        return found
    return replace(found, name=label) if found.kind == "school" else organization_called(key, label)


def _now(named: Organization, held: Mapping[str, Organization], verdicts: Verdicts) -> Organization:
    """The name as other answers have it since: its number's one school, the legal form that it goes under."""
    if named.kind == "school" and named.school_number and named.school_type is None:
        alike = [one for one in held.values() if one.kind == "school" and one.school_number == named.school_number]
        return alike[0] if len(alike) == 1 else named
    decided = verdicts.get(f"legal_form|{fold(proper_part(named.name))}")
    if decided is not None and decided.verb == "same" and decided.answer:
        return held.get(decided.answer) or _of_key(decided.answer, decided.label)
    return named


def with_words(known: Knowledge, worded: Worded) -> Knowledge:
    """What is known, and what the answers add to it."""
    held = {one.key for one in known.organizations}
    said = tuple(Alias(letters, key, "decision") for letters, key in worded.letters.items())
    more = tuple(one for key, one in sorted(worded.organizations.items()) if key not in held)
    return replace(
        known,
        aliases=(*(one for one in known.aliases if one.key not in worded.letters), *said),
        organizations=(*known.organizations, *more),
    )


def said_of(doubts: Iterable[OrderDoubt], verdicts: Verdicts) -> dict[Span, Person | Organization]:
    """Where in the responsible cells an answer names somebody: unknown words, a post without a name."""
    found: dict[Span, Person | Organization] = {}
    for doubt in doubts:
        decided = verdicts.get(doubt.key)
        named = None if decided is None else named_in(doubt.key, decided)
        if named is not None and not doubt.key.startswith(LETTERS):
            found |= {(position, draft.start, draft.end): named for position, draft in doubt.touched}
    return found


def named_in(subject: str, decided: Decision) -> Person | Organization | None:
    """Whom a decision on a question about words names."""
    kind, answer = subject.partition("|")[0], decided.answer or ""
    if decided.verb == "text":
        return named_by(subject, answer)
    if decided.verb != "same" or kind not in ("abbreviation", "unknown_phrase", "office"):
        return None
    if answer.startswith(("org|", "school|")):
        return _of_key(answer, decided.label)
    return person_of_key(answer) if answer.count("|") >= 2 else None


def is_only_a_note(doubt: OrderDoubt, decided: Decision, year: PlanYear) -> bool:
    """True where the answer explains and settles nothing: who or when it is stays as open as it was.

    Letters inside a title are settled by words that spell them out: the title stays as printed (CONTRACT.md §2).
    """
    if decided.verb == "unsure":
        return note_of(decided.answer) is not None
    if decided.verb != "text":
        return False
    if doubt.key.partition("|")[0] in OF_DEADLINES:
        return typed_deadlines(decided.answer or "", year, doubt.surface) is None
    letters = f"org|{doubt.key.removeprefix(LETTERS)}"
    if doubt.kind == "abbreviation" and not any(
        draft.target is not None and draft.target.spelling == letters for _, draft in doubt.touched
    ):
        return not explains_letters(doubt.key, decided.answer or "")
    return doubt.kind in OF_PARTIES and named_in(doubt.key, decided) is None


OF_PARTIES = frozenset(
    {"abbreviation", "unknown_phrase", "office", "open_set", "open_list", "several_schools", "role_synonyms"}
) | {"title_parts", "school_set", "vague", "one_post", "two_ranks"}
# First parts of the keys of questions whose words are read as a deadline.
OF_DEADLINES = frozenset(
    {"empty_deadline", "deadline_text", "deadline_week", "deadline_august", "deadline_elsewhere", "unknown_year"}
) | {"month_out_of_order", "deadline_unread"}


def as_said(party: Party, named: Person | Organization | None) -> Party:
    """The party that somebody said is this person or organization. Its span stays, a post stays his."""
    if named is None:
        return party
    if isinstance(named, Person):
        role = None if party.rule == "unknown phrase" else _role_without_surname(party.role, named)
        return replace(party, kind="person", person=named.key, role=role, rule="decision", score=1.0)
    kind: PartyKind = "school" if named.kind == "school" else "organization"
    role = _role_without_place(party) if party.rule == "bare school" else None
    return replace(party, kind=kind, organization=named.key, role=role, rule="decision", score=1.0)


def _role_without_surname(role: str | None, named: Person) -> str | None:
    """«педагог-организатор Зорина» → «педагог-организатор»; None of the surname alone."""
    words = (role or "").split(" ")
    return " ".join(words[:-1] if fold(words[-1]) == fold(named.surname) else words) or None


def _role_without_place(party: Party) -> str | None:
    """«директора лицея» of the surface «Лицея» → «директора»; None where nothing is left."""
    words, place = (party.role or "").split(" "), party.surface.split()
    return " ".join(words[: -len(place)]) or None
