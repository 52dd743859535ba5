"""What an answer in words says: the name of a person or an organization, a deadline, or only an explanation.

An answer is read by the rules that read the cells, so that a clerk writes names and dates as orders print them.
"""

import re
from dataclasses import dataclass
from typing import Literal

from normalize.calendar_year import PlanYear
from normalize.deadlines.read import Reading, parse_deadlines
from normalize.fold import fold, squeeze
from normalize.given_years import given_year, is_long_past, misses_the_print, needs_year, with_year
from normalize.letters import spells_out
from normalize.model import Deadline, Organization, Person
from normalize.organization_names import initials_of, organization_key, organization_kind
from normalize.organizations.spans import stands_above
from normalize.parties.drafts import Draft
from normalize.parties.read import read_cell
from normalize.people.spans import PersonName

# What a clerk writes before words that are to change nothing: «пояснение: см. план работы ЦДО».
NOTE = "пояснение:"

# Kinds of questions (first part of the key) whose words may name somebody, and whom.
ORGANIZATIONS_OF = frozenset({"abbreviation", "unknown_phrase"})
PEOPLE_OF = frozenset({"office", "unknown_phrase"})


def note_of(words: str | None) -> str | None:
    """What an explanation says, without the word that marks it; None for any other answer."""
    text = squeeze(words or "")
    return text[len(NOTE) :].strip() if text.lower().startswith(NOTE) else None


def as_note(words: str) -> str:
    """The words marked as an explanation."""
    return words if note_of(words) is not None else f"{NOTE} {words}"


def named_by(subject: str, words: str) -> Person | Organization | None:
    """Whom the words name as an answer to the question `subject`; None for an explanation.

    «Сомова И.О.» for a post or unknown words; «ГАОУ ДПО «Институт развития образования»», «Лицей № 12» for letters
    or unknown words. For letters also a name that no cell rule knows, if it has them as its initials.
    """
    kind, _, about = subject.partition("|")
    if note_of(words) is not None:
        return None
    draft = _only_party(words)
    if kind in PEOPLE_OF and draft is not None and draft.person is not None:
        return _person(draft.person)
    if kind not in ORGANIZATIONS_OF:
        return None
    if draft is not None and draft.person is None and draft.target is not None:
        target = draft.target
        return Organization(
            target.key, target.name, target.kind, target.school_number, target.school_type, target.above_territory
        )
    spelt = kind == "abbreviation" and len(words.split()) > 1 and fold(initials_of(words)) == about
    return organization_named(words) if spelt else None


def explains_letters(subject: str, words: str) -> bool:
    """True where the words spell out the letters that the question is about: «предметная комиссия» for «ПК»."""
    kind, _, about = subject.partition("|")
    return kind == "abbreviation" and note_of(words) is None and spells_out(words, about)


def organization_named(words: str) -> Organization:
    """The organization of that name, the name as written but for its first letter."""
    name = squeeze(words)
    name = name[:1].upper() + name[1:]
    return Organization(organization_key(name), name, organization_kind(name), above_territory=stands_above(name))


def typed_deadlines(words: str, year: PlanYear, cell: str = "") -> Reading | None:
    """The deadlines that the words say; None for what does not read as a deadline without any doubt.

    `cell`: as printed. Words that are only a year, «2021», are the year of what it prints: «октябрь».
    """
    if note_of(words) is not None:
        return None
    given = given_year(words)
    if given is not None and needs_year(cell):
        return with_year(cell, given)
    reading = parse_deadlines(words, year)
    return reading if reading.deadlines and not reading.doubts else None


_SIGNED = re.compile(r"(?:приказ\s+)?(?:дата\s*[:–—-]?\s*|от\s+)?(?P<date>.*)", re.IGNORECASE | re.DOTALL)
_NO_YEAR = PlanYear()


def date_said(words: str) -> str | None:
    """The one day that the words are, ISO, its year written: «05.10.2021», «от 5 октября 2021 г.»; else None."""
    match = _SIGNED.fullmatch(squeeze(words))
    reading = typed_deadlines(match["date"], _NO_YEAR) if match else None
    if reading is None or len(reading.deadlines) != 1:
        return None
    (day,) = reading.deadlines
    one_day = day.kind == "period" and day.starts_on == day.ends_on and day.rrule is None and not day.inferred
    return day.starts_on if one_day else None


@dataclass(frozen=True, slots=True)
class DeadlineSaid:
    """`deadlines`: () with a fault. `of_print`: the words are only a year, the deadlines those of the printed cell."""

    deadlines: tuple[Deadline, ...]
    of_print: bool
    fault: Literal["unread", "year", "another", "past"] | None


def deadline_said(words: str, year: PlanYear, cell: str, which_year: bool) -> DeadlineSaid:
    """What the words come to as an answer about the deadline of the cell, or why they are none.

    `which_year`: only the year is in question. "year": the cell does not read without doubt in the year given;
    "another": the words are a deadline that has nothing of the printed one; "past": long before the order.
    """
    reading = typed_deadlines(words, year, cell)
    of_print = given_year(words) is not None and needs_year(cell)
    if reading is None:
        return DeadlineSaid((), of_print, "year" if of_print else "unread")
    if which_year and misses_the_print(reading, cell):
        return DeadlineSaid((), of_print, "another")
    if which_year and is_long_past(reading, year.signed):
        return DeadlineSaid((), of_print, "past")
    return DeadlineSaid(reading.deadlines, of_print, None)


def deadline_faults(words: str, year: PlanYear) -> tuple[str, ...]:
    """What the rules say against words that do not read as a deadline, for people to read."""
    return tuple(doubt.text for doubt in parse_deadlines(words, year).doubts)


def members_said(subject: str, words: str) -> tuple[Draft, ...]:
    """The schools, or of «лучшие педагоги» people, that the words list as an answer to the question; () for others.

    «Средних школ №№ 15, 22, Лицея № 9»; not «школы № 15 и др.», nor «все школы города».
    """
    kind = subject.partition("|")[0]
    if kind not in ("school_set", "vague") or note_of(words) is not None:
        return ()
    reading = read_cell(words)
    if reading.doubts:
        return ()
    if all(one.kind == "school" and one.target is not None for one in reading.drafts):
        return reading.drafts
    people = all(one.person is not None and one.person.initials.count(".") == 2 for one in reading.drafts)
    return reading.drafts if people and kind == "vague" else ()


def members_named(subject: str, words: str) -> tuple[str, ...]:
    """The names of those whom the words list, for people to read: «Средняя школа № 15», «Вязова А.К.»."""
    said = members_said(subject, words)
    names = (one.person.name if one.person else one.target.name if one.target else "" for one in said)
    return tuple(dict.fromkeys(names))


def _only_party(words: str) -> Draft | None:
    """The one person, school or organization that the words are; None for titles, lists and what is not read."""
    reading = read_cell(words)
    if reading.doubts or len(reading.drafts) != 1:
        return None
    (draft,) = reading.drafts
    if draft.person is not None:
        return draft if draft.person.initials.count(".") == 2 else None
    return draft if draft.kind in ("school", "organization") and draft.role is None else None


def _person(name: PersonName) -> Person:
    return Person(name.key, name.name, name.surname, name.initials, name.given_names)
