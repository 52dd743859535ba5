"""A responsible cell → draft parties with spans, by the reading rules of CONTRACT.md §2.

`read_cell` is the whole of it: lex, split into phrases, then an ordered list of small rules walks over the
phrases; the first rule that knows a phrase consumes it. Nothing here looks outside the cell but for the
acronyms that the document proves.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from normalize.fold import fold, squeeze
from normalize.lexer import Target, lex
from normalize.organizations import organization_key, organization_kind
from normalize.people import PersonName
from normalize.phrases import Phrase, split_phrases
from normalize.roles import area_role, names_all_schools, read_role, singular_role
from normalize.vocabulary import forms_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A party before names are resolved. `target` is the school or organization that it is or belongs to."""

    start: int
    end: int  # exclusive
    kind: Literal["person", "school", "organization", "group"]
    person: PersonName | None
    role: str | None
    target: Target | None
    rule: str
    score: float
    other_roles: tuple[tuple[str, Target | None], ...] = ()
    plural: bool = False  # its printed title is a plural


@dataclass(frozen=True, slots=True)
class CellDoubt:
    """What the rules are not sure of in a cell, with the span in question."""

    kind: str
    text: str  # Russian
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CellReading:
    drafts: tuple[Draft, ...]
    doubts: tuple[CellDoubt, ...]


@dataclass(slots=True)
class _Walk:
    """State of the walk over a cell's phrases."""

    text: str
    ahead: frozenset[int] = frozenset()  # titles that belong to the name behind them
    index: int = 0  # of the phrase at hand
    drafts: list[Draft] = field(default_factory=list)
    doubts: list[CellDoubt] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)  # drafts of people who have no title yet
    roles: tuple[str, ...] = ()  # roles of the school list that a further list goes on with
    shared: list[tuple[str, int, int]] = field(default_factory=list)  # bare titles before «и»: «Руководители и …»
    pending: tuple[str, Target | None, Phrase] | None = None  # title first: the title that waits for its name
    titled: tuple[str, Target | None] | None = None  # «Кураторы школ:»: the title of all names that follow

    def doubt(self, kind: str, text: str, start: int, end: int) -> None:
        self.doubts.append(CellDoubt(kind, text, start, end))


_OF_PLACES = frozenset(forms_of("roles", "institution"))
_KNOWN_BODIES = frozenset(forms_of("organizations", "known"))
_NO_PLACE = frozenset(forms_of("roles", "area")) | frozenset(forms_of("roles", "known"))


def doubt_key(doubt: CellDoubt, text: str) -> str:
    """The question's key of a cell's doubt: its kind and the words in question, wherever they stand."""
    return f"{doubt.kind}|{fold(text[doubt.start : doubt.end])}"


def read_cell(text: str, acronyms: Mapping[str, Target] | None = None) -> CellReading:
    """The parties of a responsible cell in order of appearance, and what is not sure."""
    words = set(fold(text).split())
    return _read_cell(
        text, tuple((spelling, target) for spelling, target in (acronyms or {}).items() if spelling in words)
    )


@lru_cache(maxsize=8192)  # cells repeat within an order, and every decision reads its order again
def _read_cell(text: str, acronyms: tuple[tuple[str, Target], ...]) -> CellReading:
    walk = _Walk(text)
    for _ in walk_phrases(walk, acronyms):
        pass
    return CellReading(tuple(walk.drafts), tuple(walk.doubts))


def trace_cell(text: str, acronyms: Mapping[str, Target] | None = None) -> Iterator[tuple[str, str, tuple[Draft, ...]]]:
    """Each phrase of a cell as printed, the rule that read it, and all parties as they stand after it."""
    walk = _Walk(text)
    for phrase, rule in walk_phrases(walk, tuple((acronyms or {}).items())):
        yield text[phrase.start : phrase.end], rule, tuple(walk.drafts)


def walk_phrases(walk: "_Walk", acronyms: tuple[tuple[str, Target], ...]) -> Iterator[tuple[Phrase, str]]:
    """Reads the cell of `walk` phrase by phrase; the first rule that knows a phrase consumes it."""
    phrases = split_phrases(lex(walk.text, dict(acronyms)))
    walk.ahead = owns_title_before(phrases)
    for index, phrase in enumerate(phrases):
        walk.index = index
        following = phrases[index + 1] if index + 1 < len(phrases) else None
        if phrase.kind != "person":
            walk.titled = None
        for rule in RULES:
            if rule(walk, phrase, following):
                yield phrase, rule.__name__
                break
    _close(walk)


def owns_title_before(phrases: list[Phrase]) -> frozenset[int]:
    """Indices of title phrases that belong to the name right behind them, not to the name before.

    «Зам. директора по УВР Иванова И.И.», «Директор ОУ⏎Ахметова Ш.И.»; not «директор ЦДО Яркова Н.А., старший
    методист»: she has a title of her own behind her name, so the one before belongs to whoever came before.
    """
    owned: set[int] = set()
    for index in range(len(phrases) - 2, -1, -1):
        phrase, name = phrases[index], phrases[index + 1]
        if name.kind != "person" or not _is_post(phrase) or not _is_beside(phrase, name, index):
            continue
        after = phrases[index + 2] if index + 2 < len(phrases) else None
        wanted = index > 0 and phrases[index - 1].kind == "person"  # whoever came before may have no other title
        own = (
            wanted
            and after is not None
            and _is_post(after)
            and after.joint in (",", "-", "")
            and index + 2 not in owned
        )
        if not own:
            owned.add(index)
    return frozenset(owned)


def _is_beside(title: Phrase, name: Phrase, index: int) -> bool:
    """A name on the next line belongs to a title that stands on a line of its own."""
    if name.joint == "":
        return True
    return name.joint in ("\n", "-") and (index == 0 or title.joint in ("\n", ";", "."))


def _is_post(phrase: Phrase) -> bool:
    head = phrase.head if phrase.kind == "title" else None
    return head is not None and not head.plural and not head.body


# --- what a title phrase says ----------------------------------------------------------------------------


def _role_of(phrase: Phrase, text: str) -> str:
    """The title's words without its organization or schools."""
    parts, at = [], phrase.start
    for unit in phrase.units:
        if unit.kind in ("organization", "schools"):
            parts.append(text[at : unit.start])
            at = unit.end
    parts.append(text[at : phrase.end])
    return read_role(squeeze(" ".join(parts)))


def _is_plural(phrase: Phrase) -> bool:
    head = phrase.head
    return head is not None and head.plural


def _is_body(phrase: Phrase) -> bool:
    head = phrase.head
    return head is not None and head.body


_LETTERS_BEHIND = re.compile(r"(?P<post>.+)\s(?P<letters>[А-ЯЁ]{2,6})$")


def _title_of(walk: _Walk, phrase: Phrase) -> tuple[str, Target | None]:
    """A title and its organization. Letters that nothing explains are one behind the head of an institution:
    «директор ЦДТ»; not «руководители ШМО», «инспектор ОДН»."""
    role = _role_of(phrase, walk.text)
    if phrase.targets:
        return role, phrase.targets[0]
    match = _LETTERS_BEHIND.match(role)
    if match is None or fold(match["letters"]) in _NO_PLACE or role.split(" ")[0] not in _OF_PLACES:
        return role, None
    start = walk.text.rfind(match["letters"], phrase.start, phrase.end)
    return match["post"], unexplained(match["letters"], start) if start >= 0 else None


def unexplained(letters: str, start: int) -> Target:
    """An organization of which only its letters are printed."""
    return Target(organization_key(letters), letters, organization_kind(letters), start, start + len(letters))


# --- rules: each consumes the phrase and answers True, or passes -----------------------------------------


def read_person(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A name: «Едигарева Н.В.»; with title first it takes the title that waits."""
    if phrase.kind != "person":
        return False
    walk.roles = ()
    person = phrase.units[0].person
    draft = Draft(phrase.start, phrase.end, "person", person, None, None, "name", 1.0)
    if person is not None and person.initials.count(".") < 2:
        draft = replace(draft, score=0.5)  # who it is is asked where names are resolved
    before = walk.drafts[-1] if walk.drafts else None
    if walk.titled is not None and phrase.joint in (":", ",", "\n", "и"):
        role, target = walk.titled
        draft = replace(draft, role=role, target=target, rule="title before a colon")
        walk.waiting = []
    elif phrase.joint == "(" and before is not None and before.kind in ("school", "organization"):
        draft = replace(draft, target=before.target, rule="name behind the place", score=0.9)
        walk.waiting = []
    elif walk.pending is not None:
        role, target, _ = walk.pending
        draft = replace(draft, role=role, target=target, rule="title first")
        walk.pending = None
        walk.waiting = []
    else:
        walk.waiting = [*walk.waiting, len(walk.drafts)] if _is_waiting(walk) else [len(walk.drafts)]
    walk.drafts.append(draft)
    return True


def _is_waiting(walk: _Walk) -> bool:
    """True where the last draft is a person without a title: the next title may be for both."""
    return bool(walk.waiting) and walk.waiting[-1] == len(walk.drafts) - 1 and walk.drafts[-1].role is None


def read_persons_place(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Сорокин А.В.-школа №1», «Соскова А.С. школа №3»: a school or organization right behind a name."""
    if phrase.kind not in ("schools", "organization") or not walk.waiting or walk.waiting[-1] != len(walk.drafts) - 1:
        return False
    draft = walk.drafts[-1]
    close = phrase.joint in ("", "-", "(") or (phrase.joint == "\n" and phrase.kind == "schools")
    if draft.kind != "person" or draft.target is not None or len(phrase.targets) != 1:
        return False
    if draft.role is None and (close or (phrase.kind == "schools" and phrase.joint == ",")):
        walk.drafts[-1] = replace(
            draft, target=phrase.targets[0], rule="place behind the name", score=0.9 if close else 0.8
        )
        walk.waiting = []
        return True
    stray = phrase.kind == "schools" and phrase.joint in (",", "\n") and not _reads_nominative(phrase)
    if draft.role is not None and stray:
        walk.drafts[-1] = replace(draft, target=phrase.targets[0], rule="stray comma", score=0.9)
        walk.waiting = []
        return True
    return False


_NOMINATIVE_SCHOOL = re.compile(r"\w+(?:ая|яя)\s|школа\b|лицей\b|гимназия\b", re.IGNORECASE)


def _reads_nominative(phrase: Phrase) -> bool:
    """«Основная школа № 27» is a party of its own; «Основной школы № 27» belongs to the post before."""
    return _NOMINATIVE_SCHOOL.match(phrase.units[0].text.lstrip('«"“„')) is not None


def read_schools_go_on(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«…, Основных школ №№ 27, 39, КУГ»: a further list under the title of the list before."""
    if phrase.kind != "schools" or not walk.roles:
        return False
    for role in walk.roles:
        _add_schools(walk, role, phrase, "list goes on")
    return True


def read_schools(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """Schools without a title are the parties themselves."""
    if phrase.kind != "schools":
        return False
    last = walk.drafts[-1] if walk.drafts else None
    if phrase.joint == "(" and last is not None and last.kind == "group" and names_all_schools(last.role or ""):
        walk.drafts.pop()  # «руководители школ (СОШ №№ 1, 4)»: the brackets say which
        walk.roles = ((last.role or "").split(" ")[0],)
        _add_schools(walk, walk.roles[0], phrase, "schools in brackets")
        return True
    _add_schools(walk, None, phrase, "schools")
    walk.waiting = []
    return True


def read_organization(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """An organization by itself: «Управление образования». Before a person without one, it is asked."""
    if phrase.kind != "organization":
        return False
    last = walk.drafts[-1] if walk.drafts else None
    if last is not None and last.kind == "person" and last.target is None and phrase.joint == ",":
        printed = squeeze(walk.text[last.start : phrase.end])
        walk.doubt(
            "place_or_party", f"«{printed}»: организация человека или отдельный исполнитель?", last.start, phrase.end
        )
    walk.roles, walk.waiting = (), []
    for target in phrase.targets:
        walk.drafts.append(Draft(phrase.start, phrase.end, "organization", None, None, target, "organization", 1.0))
    return True


def read_area(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Зам. директора по УВР, ВР»: a second deputy."""
    if phrase.kind != "area":
        return False
    last = next((draft for draft in reversed(walk.drafts) if draft.role), None)
    area = walk.text[phrase.start : phrase.end].strip(" .")
    role = area_role(last.role, area) if last is not None and last.role else None
    if last is None or role is None:
        return False
    if last.kind == "person":
        walk.drafts[-1] = replace(last, other_roles=(*last.other_roles, (role, last.target)))
    else:
        walk.drafts.append(replace(last, start=phrase.start, end=phrase.end, role=role, rule="second area"))
    return True


def read_title_of_waiting(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A title behind its name, or a plural one behind several: each of them gets it in the singular."""
    if phrase.kind != "title" or not walk.waiting or _is_body(phrase):
        return False
    if walk.waiting[-1] != len(walk.drafts) - 1 or walk.drafts[-1].role is not None:
        return False
    if phrase.joint in (".", ";") and _is_plural(phrase):
        return False
    (role, target), plural = _title_of(walk, phrase), _is_plural(phrase)
    if plural and (len(walk.waiting) == 1 or names_all_schools(role)):
        return False  # «Иванова И.И., методисты ЦДО», «…, руководители ОО»: others, not they
    for index in walk.waiting if plural else walk.waiting[-1:]:
        walk.drafts[index] = replace(
            walk.drafts[index],
            role=singular_role(role) if plural else role,
            target=target,
            rule="shared title" if plural else "title behind the name",
            plural=plural,
        )
    if plural and len(role.split()) < 3 and not phrase.targets:
        start = walk.drafts[walk.waiting[0]].start
        walk.doubt("shared_title", f"«{role}» — это названные люди или ещё кто-то?", start, phrase.end)
    _several_schools(walk, phrase)
    walk.waiting = [len(walk.drafts) - 1]
    return True


def _several_schools(walk: _Walk, phrase: Phrase) -> None:
    if len(phrase.targets) > 1:
        walk.doubt(
            "several_schools",
            f"Несколько школ в должности одного человека: «{walk.text[phrase.start : phrase.end]}».",
            phrase.start,
            phrase.end,
        )


def read_further_title(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Жигулина М.Л., проректор …, сертифицированный коуч»: a second title of the same person.

    Only a singular without an organization of its own, after a comma: one with another organization is an
    office that stands for itself.
    """
    if phrase.kind != "title" or not walk.drafts or _is_body(phrase) or _is_plural(phrase):
        return False
    last = walk.drafts[-1]
    if last.rule == "title first":  # «Учитель физкультуры Сомов А.А., медсестра»: two
        return False
    if last.kind != "person" or last.role is None or last.plural or phrase.targets or phrase.joint not in (",", "и"):
        return False
    role, place = _title_of(walk, phrase)
    if place is not None:
        return False
    walk.drafts[-1] = replace(last, other_roles=(*last.other_roles, (role, None)))
    return True


def read_title_before_name(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директор Иванова И.И.»: the title waits for its name. After a name without a title it is asked whose it is."""
    if phrase.kind == "title" and following is not None and following.kind == "person" and following.joint == ":":
        role, target = _title_of(walk, phrase)
        walk.titled = (singular_role(role), target)
        return True
    if walk.index not in walk.ahead:
        return False
    if phrase.joint == "," and walk.waiting and walk.drafts[-1].role is None and following is not None:
        start = walk.drafts[-1].start
        walk.doubt(
            "title_order",
            f"Чья должность: «{squeeze(walk.text[start : following.end])}»?",
            start,
            following.end,
        )
    walk.pending = (*_title_of(walk, phrase), phrase)
    walk.roles = ()
    return True


def read_bare_before_and(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители и заместители руководителей по УВР Средних школ №№ 2, 7»: two titles, one list."""
    if phrase.kind != "title" or following is None or following.joint != "и" or following.kind != "title":
        return False
    if phrase.targets or len(phrase.words) > 2 or not (following.targets or walk.shared):
        return False
    walk.shared.append((_role_of(phrase, walk.text), phrase.start, phrase.end))
    return True


def read_group(walk: _Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """A title without a name: school parties where it has schools, else a group, with its organization if any."""
    if phrase.kind not in ("title", "unknown"):
        return False
    role, place = _title_of(walk, phrase)
    schools = [target for target in phrase.targets if target.kind == "school"]
    if _is_acronym(phrase):
        return _add_acronym(walk, phrase)
    titles = [*(one for one in walk.shared), (role, phrase.start, phrase.end)]
    walk.shared, walk.waiting, walk.roles = [], [], ()
    if schools:
        walk.roles = tuple(title for title, _, _ in titles)
        for title, start, _ in titles:
            _add_schools(walk, title, phrase, "schools of a title", start)
        return True
    for title, start, end in titles:
        target = place
        score = 1.0 if phrase.kind == "title" else 0.5
        rule = "group" if phrase.kind == "title" else "unknown phrase"
        walk.drafts.append(
            Draft(start, end, "group", None, title or None, target, rule, score, plural=_is_plural(phrase))
        )
    if phrase.kind == "unknown":
        walk.doubt(
            "unknown_phrase",
            f"Кто назван словами «{squeeze(walk.text[phrase.start : phrase.end])}»?",
            phrase.start,
            phrase.end,
        )
    if phrase.joint == "" and walk.drafts[:-1] and not walk.text[phrase.start].isupper():
        walk.doubt(
            "lost_separator",
            f"Между «{_printed(walk, walk.drafts[-2])}» и «{_printed(walk, phrase)}» нет запятой: "
            "это двое или одна должность через дефис?",
            walk.drafts[-2].start,
            phrase.end,
        )
    return True


def _is_acronym(phrase: Phrase) -> bool:
    return phrase.kind == "unknown" and len(phrase.units) == 1 and phrase.units[0].text.isupper()


def _add_acronym(walk: _Walk, phrase: Phrase) -> bool:
    """«ММЦ» alone: an organization whose letters nothing in the order explains."""
    name = phrase.units[0].text
    target = unexplained(name, phrase.start)
    walk.shared, walk.waiting, walk.roles = [], [], ()
    walk.drafts.append(Draft(phrase.start, phrase.end, "organization", None, None, target, "acronym", 0.5))
    if fold(name) not in _KNOWN_BODIES:
        walk.doubt("abbreviation", f"Что значит «{name}»?", phrase.start, phrase.end)
    return True


def _printed(walk: _Walk, what: Draft | Phrase) -> str:
    return squeeze(walk.text[what.start : what.end])


def _add_schools(walk: _Walk, role: str | None, phrase: Phrase, rule: str, start: int | None = None) -> None:
    """One party for each school; a single school with its title has the span of the whole phrase."""
    targets = phrase.targets
    for target in targets:
        kind: Literal["school", "group", "organization"] = "school"
        if target.kind != "school":
            kind = "group" if role else "organization"
        whole = len(targets) == 1 and phrase.kind != "schools"
        span = (phrase.start if start is None else start, phrase.end) if whole else (target.start, target.end)
        if len(targets) == 1 and phrase.kind == "schools":
            span = (phrase.start, phrase.end)
        walk.drafts.append(Draft(*span, kind, None, role, target, rule, 1.0, plural=_is_plural(phrase)))
    for unit in phrase.units:
        if unit.schools is not None and unit.schools.open:
            walk.doubt("open_list", f"«{squeeze(unit.text)}»: какие ещё школы?", unit.start, unit.end)


def _close(walk: _Walk) -> None:
    """What still waits at the cell's end becomes a party of its own."""
    if walk.pending is not None:
        role, target, phrase = walk.pending
        walk.drafts.append(Draft(phrase.start, phrase.end, "group", None, role, target, "office", 0.9))
    for role, start, end in walk.shared:
        walk.drafts.append(Draft(start, end, "group", None, role, None, "group", 1.0))
    walk.drafts.sort(key=lambda draft: draft.start)


Rule = Callable[[_Walk, Phrase, Phrase | None], bool]

RULES: tuple[Rule, ...] = (
    read_person,
    read_persons_place,
    read_schools_go_on,
    read_schools,
    read_organization,
    read_area,
    read_title_before_name,
    read_title_of_waiting,
    read_further_title,
    read_bare_before_and,
    read_group,
)
