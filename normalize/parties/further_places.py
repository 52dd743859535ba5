"""Rules of responsible cells about a title without a name that goes on with a further place, subject or class."""

import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.organizations.service_bodies import is_service_body
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import NO_PLACE, POLICE_UNITS, are_schools_of_a_kind, is_bare_school
from normalize.parties.schools import add_schools
from normalize.parties.sets import INSTITUTIONS
from normalize.parties.walk import OF_TERRITORY, Walk, unexplained
from normalize.titles.heads import find_head
from normalize.titles.roles import area_role, read_role
from normalize.titles.subjects import in_genitive
from normalize.vocabulary import forms_of

_BODIES = frozenset(forms_of("organizations", "known")) | frozenset(forms_of("organizations", "service_in_genitive"))


def read_further_place(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Специалисты РМК, отдела образования»: of both; so «Сотрудники ГИБДД, ПДН», «педагоги ДОУ и школы»."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "group" or not last.role or phrase.joint not in (",", "и"):
        return False
    role = _role_there(last, last.role, phrase, squeeze(walk.text[phrase.start : phrase.end]))
    role = last.role if role is None and _are_letters_of_both(walk, last, phrase) else role
    if role is None:
        return False
    target = phrase.targets[0] if phrase.targets else None
    if target is None and role == last.role == _SPEAKERS:
        target = unexplained(squeeze(walk.text[phrase.start : phrase.end]), phrase.start)
    walk.drafts.append(replace(last, start=phrase.start, end=phrase.end, role=role, target=target, rule="list goes on"))
    walk.waiting, walk.roles = [], ()
    return True


def _are_letters_of_both(walk: Walk, last: Draft, phrase: Phrase) -> bool:
    """«Специалисты УО и ЦРО», «методисты УО и МБУ «ЦРО»»: of both; behind a comma they may be a party of their own."""
    head = find_head((last.role or "").split(" "))
    plural = head is not None and head.plural and not head.body
    before, last_word = (walk.text[one.start : one.end].split()[-1] for one in (last, phrase))
    linked = walk.text[last.end : phrase.start].strip() == "и" and phrase.kind == "organization"
    if not (plural and linked and last.target is not None and before.isupper() and before.isalpha()):
        return False
    legal = fold(walk.text[phrase.start : phrase.end].split()[0]) in _LEGAL  # its letters have no case
    return legal or (last_word.isupper() and last_word.isalpha())


def _role_there(last: Draft, role: str, phrase: Phrase, printed: str) -> str | None:
    """The role at the place that the phrase is, under the title of the party before; None = the title ends there."""
    title, _, place = role.partition(" ")
    head = find_head([title])
    plural = head is not None and head.plural and not head.body
    of_service = last.target is not None and (
        is_service_body(last.target.name) or fold(last.target.name) in POLICE_UNITS  # «сотрудники ОГИБДД, ПДН»
    )
    title = role if of_service else title
    of_body = plural and (of_service or fold(place) in _BODIES)
    if phrase.kind == "organization" and is_service_body(phrase.targets[0].name):
        return title if of_body else None  # «Сотрудники полиции, МЧС»
    if phrase.kind == "organization":
        governed = not phrase.units[0].nominative and re.match("[А-Яа-яё][а-яё]", printed) is not None
        return (role if last.target else title if of_body else None) if governed else None
    if role == _SPEAKERS and last.target is not None and last.target.kind != "school" and fold(printed) in _LETTERS:
        return f"{role} {printed}" if fold(printed) in NO_PLACE else role  # «представители УО, ПДН»: each has them
    if of_body and printed.replace(" и ", "").isupper() and fold(printed) in _BODIES:
        return f"{title} {printed}"
    if plural and _is_kind_of_school(place) and is_bare_school(printed) and fold(printed) not in _NOMINATIVE:
        return f"{title} {printed if printed.isupper() else printed[0].lower() + printed[1:]}"
    return None


_NOMINATIVE = frozenset(forms_of("roles", "school_noun"))
_LEGAL = frozenset(form for form in forms_of("organizations", "legal") if " " not in form)
_SPEAKERS = "представители"
_LETTERS = frozenset(forms_of("organizations", "known"))


def _is_kind_of_school(words: str) -> bool:
    """«школ», «лицея», «ДОУ»."""
    return fold(words) in INSTITUTIONS or is_bare_school(words) or are_schools_of_a_kind(words)


def read_school_of_subject(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Учителя физики СОШ № 4 и химии СОШ № 5»: «учителя химии» of the second one; so «зам. по УВР …, ВР …»."""
    if not walk.roles or phrase.units[-1].kind != "schools" or len(phrase.words) != len(phrase.units) - 1:
        return False
    subject = squeeze(walk.text[phrase.start : phrase.units[-1].start])
    areas = [area_role(role, subject.removeprefix("по ")) for role in walk.roles]
    if all(areas):
        return _add_all(walk, phrase, [area for area in areas if area is not None])
    titles = [_OF_SUBJECT.match(role) for role in walk.roles]
    if fold(subject) not in in_genitive() or not all(titles):
        return False
    return _add_all(walk, phrase, [f"{title['title']} {subject}" for title in titles if title is not None])


def _add_all(walk: Walk, phrase: Phrase, roles: list[str]) -> bool:
    walk.roles = tuple(dict.fromkeys(roles))
    for role in walk.roles:
        add_schools(walk, role, phrase, "list goes on", phrase.start)
    return True


_OF_SUBJECT = re.compile(r"(?P<title>учител[ья]|преподавател[ьи]|педагоги?|(?:\w+ )?[РШГ]?МО(?: учителей)?)\s")


def read_school_in_territory(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«СОШ № 1 Лесного района»: the school, and where it is; no title."""
    if (
        phrase.units[0].kind != "schools"
        or len(phrase.units) < 2
        or {unit.kind for unit in phrase.units[1:]} != {"word"}
    ):
        return False
    if OF_TERRITORY.fullmatch(" ".join(unit.text for unit in phrase.units[1:])) is None:
        return False
    for role in walk.roles or (None,):
        add_schools(walk, role, phrase, "list goes on" if role else "schools")
    walk.waiting = []
    return True


def read_title_with_class(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«кл. рук. 9 кл. Вязова А.К., 11 кл. Лосев П.И.»: he is the form tutor of the eleventh."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or following is None or following.kind != "person":
        return False
    printed = squeeze(walk.text[phrase.start : phrase.end])
    of_class = _FORM_TUTOR.match(last.role or "")
    if of_class is None or following.joint not in ("", "-", "(") or _CLASS.fullmatch(printed) is None:
        return False
    role = read_role(f"{of_class.group().strip()} {printed}")
    walk.pending, walk.waiting = (role, last.target, phrase), []
    return True


_FORM_TUTOR = re.compile(r"классный руководитель (?=\d|[IVX])")
_CLASS = re.compile(r"(?:\d{1,2}|[IVX]+)\s?-?\s?[«\"]?[а-еА-Е]?[»\"]?(?:\s?(?:кл\b\.?|класс[а-я]*))?")
