"""Rule of responsible cells about a head before the people of the same unit: «Начальник и специалисты отдела … УО»."""

import re

from normalize.fold import fold
from normalize.morphology import adjective_cases, dictionary_form, inflect, noun_cases, parses
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_body, is_plural, role_of, title_of
from normalize.vocabulary import forms_of

_UNITS = forms_of("roles", "unit_of_heads")  # «отдел» → the posts that head it


def read_head_of_unit(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Начальник и специалисты отдела оценки качества УО»: the head of the department, not of the whole body.

    Not «Директор и специалисты отдела …»: no department has a director; nor «Начальник УО и специалисты отдела …».
    """
    if phrase.kind != "title" or phrase.targets or is_plural(phrase) or is_body(phrase):
        return False
    if any(draft.kind == "person" for draft in walk.drafts):
        return False  # «Председатель комиссии – Вязов А.К., секретарь, члены комиссии»: it is said whose
    role, of = role_of(phrase, walk.text), _with_unit(walk)
    if of is None or not _heads(role, of[0]):
        return False
    unit, target = of
    title = f"{role} {' '.join(_governed(unit) if role.startswith('заведующ') else unit)}"
    walk.drafts.append(Draft(phrase.start, phrase.end, "group", None, title, target, "group", 1.0))
    walk.waiting, walk.roles = [], ()
    return True


def _with_unit(walk: Walk) -> tuple[list[str], Target | None] | None:
    """The unit that the next titles name, and its body; titles of one word passed over: «Председатель, секретарь и
    члены комиссии». None where a name follows."""
    for at, other in enumerate(walk.phrases[walk.index + 1 :], start=walk.index + 2):
        if other.kind != "title" or other.joint not in ("и", ",") or any(one.kind == "schools" for one in other.units):
            return None  # «Председатель и члены советов школ № 2, 7»: each school has its own
        role, target = title_of(walk, other)
        unit, behind = _unit_of(role.split(" ")), walk.phrases[at : at + 1]
        if unit:
            return None if behind and behind[0].kind == "person" else (unit, target)
        if len(other.units) > 1:
            return None
    return None


def _unit_of(words: list[str]) -> list[str]:
    """«отдела оценки качества» of «специалисты отдела оценки качества»; nothing of «учителя физики»."""
    for word in words[1:]:
        if dictionary_form(word) in _UNITS:
            return words[1:] if ("gent", "sing") in noun_cases(word) else []
        if not any(case == "gent" for case, _ in adjective_cases(word)):
            break
    return []


def _heads(role: str, unit: list[str]) -> bool:
    noun = next(form for word in unit if (form := dictionary_form(word)) in _UNITS)
    return re.fullmatch(rf"(?:{_UNITS[noun]})", fold(role)) is not None


def _governed(unit: list[str]) -> list[str]:
    """«отдела методической работы» → «отделом методической работы»: as «заведующий» has it."""
    at = next(at for at, word in enumerate(unit) if dictionary_form(word) in _UNITS)
    gender = next(str(one.tag.gender) for one in parses(unit[at]) if one.normal_form in _UNITS)
    before = [inflect(word, "ablt", "sing", gender) or word for word in unit[:at]]
    return [*before, inflect(unit[at], "ablt", "sing") or unit[at], *unit[at + 1 :]]
