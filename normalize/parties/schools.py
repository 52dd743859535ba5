"""Rules of responsible cells about schools: lists, their titles, schools of a list without number or name."""

import re
from typing import Literal

from normalize.fold import squeeze
from normalize.morphology import inflect, is_nominative
from normalize.parties.drafts import Draft
from normalize.parties.institution_lists import roles_of_list
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import are_schools_of_a_kind, is_bare_school, is_branch
from normalize.parties.places_in_brackets import roles_before_bracket, without_doubts
from normalize.parties.set_words import titles_of_set
from normalize.parties.units import Target
from normalize.parties.walk import (
    Walk,
    department_of,
    is_plural,
)
from normalize.schools.branches import branch_name, branch_of_village
from normalize.schools.numbered import school_key
from normalize.titles.heads import find_head


def read_schools_go_on(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«…, Основных школ №№ 27, 39, КУГ»: a further list under the title of the list before."""
    if phrase.kind == "schools" and walk.titled is not None and walk.unplaced is not None:
        walk.titled = (walk.titled[0], None)  # «учителя СОШ № 4 и СОШ № 6 Вязова А.К., Лосев П.И.»
        return True
    if phrase.kind != "schools" or not (walk.roles or roles_of_list(walk, phrase)):
        return False
    walk.roles = walk.roles or roles_of_list(walk, phrase)  # «Руководители МБУ ДО «ЦДТ», СОШ №№ 5, 7»
    for role in walk.roles:
        add_schools(walk, role, phrase, "list goes on")
    return True


def read_schools(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """Schools without a title are the parties themselves."""
    if phrase.kind != "schools":
        return False
    roles = roles_before_bracket(walk, phrase)
    if roles:  # «руководители школ (СОШ №№ 1, 4)»: the brackets say which
        without_doubts(walk, walk.drafts[-len(roles) :])
        del walk.drafts[-len(roles) :]
        walk.roles = roles
        for role in roles:
            add_schools(walk, role, phrase, "schools in brackets")
        return True
    add_schools(walk, None, phrase, "schools")
    walk.waiting = []
    return True


def read_bare_school(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Руководители школ №№ 2, 7, гимназии, лицея № 9»: a school of the list without number or name, asked.

    «… и лицеев»: no school of the list, but of everybody's knowledge.
    """
    words = " ".join(unit.text for unit in phrase.units if unit.kind == "word")
    last = walk.drafts[-1] if walk.drafts else None
    if not walk.roles and last is not None and _is_beside_set(last, words):
        walk.roles = titles_of_set(walk, phrase)  # «директора школ, лицея»
    if phrase.targets or not _goes_on(walk, phrase):
        return False
    if are_schools_of_a_kind(words) and walk.roles:
        roles = [f"{role} {words}" for role in walk.roles]
        walk.drafts += [Draft(phrase.start, phrase.end, "group", None, role, None, "group", 1.0) for role in roles]
        return True
    if not is_bare_school(words):
        return False
    small = words[0].lower() + words[1:]
    for role in walk.roles or ("",):
        title = f"{role} {_in_genitive(small)}" if role else small
        walk.drafts.append(Draft(phrase.start, phrase.end, "group", None, title, None, "bare school", 0.5))
    walk.doubt("unknown_phrase", f"Какая это школа: «{squeeze(words)}»?", phrase.start, phrase.end)
    return True


def _is_beside_set(last: Draft, words: str) -> bool:
    """«лицея», «лицеев» behind «директора школ»; not «школы» of «Администрация ДОУ, школы», which may be schools."""
    behind_letters = (last.role or "").rsplit(" ", 1)[-1].isupper()
    return (is_bare_school(words) and not behind_letters) or (are_schools_of_a_kind(words) and not words.isupper())


def _in_genitive(words: str) -> str:
    """«северная гимназия» → «северной гимназии»; what stands in another case already is left alone."""
    first = words.split(" ")[0].split("-")[0]
    if not is_nominative(first) or first in ("школы", "гимназии"):
        return words
    return " ".join(inflect(word, "gent", "sing") or word for word in words.split(" "))


def _goes_on(walk: Walk, phrase: Phrase) -> bool:
    """Whether the phrase belongs to a list of schools: a title waits for more, or the last one stands before it."""
    last = walk.drafts[-1] if walk.drafts else None
    if phrase.joint not in (",", "и", ";") or last is None:
        return False
    at_school = last.target is not None and last.target.kind == "school"  # «директор СОШ № 4, гимназии»
    return bool(walk.roles) or at_school or last.rule == "bare school"


def read_branch(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Директора СОШ №№ 4, 6 и филиала СОШ № 8»; «СОШ № 31 (с филиалом ОШ № 27)»: a further school of the list.

    So «Липовская СОШ, филиал в с. Вязовка»: the branch of the school before.
    """
    words = " ".join(unit.text.lower() for unit in phrase.units if unit.kind == "word")
    if _read_branch_of_village(walk, phrase):
        return True
    if not phrase.targets or phrase.units[-1].kind != "schools":
        return False
    if phrase.joint == "(" and _WITH_BRANCH.fullmatch(words):
        for role in walk.roles or (None,):
            add_schools(walk, role, phrase, "list goes on", phrase.targets[0].start)
        return True
    if not walk.roles or not is_branch(words):
        return False
    for role in walk.roles:
        add_schools(walk, f"{role} {words}", phrase, "list goes on", phrase.start)
    return True


def _read_branch_of_village(walk: Walk, phrase: Phrase) -> bool:
    """«Липовская СОШ, филиал в с. Вязовка»: the branch of the school before, under its title."""
    last = walk.drafts[-1] if walk.drafts else None
    name = branch_of_village(squeeze(walk.text[phrase.start : phrase.end]))
    if name is None or last is None or last.target is None or last.target.kind != "school" or phrase.joint not in _NEXT:
        return False
    if walk.text[last.start : last.end].isalnum():  # «СОШ №№ 4, 6, филиал в с. Вязовка»: of which of them?
        return False
    name = branch_name(name, last.target.name)
    key = school_key(None, None, name)
    target = Target(key, name, "school", phrase.start, phrase.end)
    for role in walk.roles or (None,):
        walk.drafts.append(Draft(phrase.start, phrase.end, "school", None, role, target, "list goes on", 0.9))
    walk.waiting = []
    return True


_NEXT = (",", "и", ";", "(")
_WITH_BRANCH = re.compile(r"(?:с|вместе с|включая|в том числе|и)(?: (?:её|его|ее))? филиал\w*")


def add_schools(walk: Walk, role: str | None, phrase: Phrase, rule: str, start: int | None = None) -> None:
    """One party for each school; a single school with its title has the span of the whole phrase."""
    inside = department_of(phrase)
    targets = tuple(target for unit in phrase.units if unit is not inside for target in unit.targets)
    targets = targets if inside is not None else phrase.targets
    head = find_head((role or "").split(" "))
    plural = len(targets) > 1 or is_plural(phrase) or (head is not None and head.plural and not head.body)
    for target in targets:
        kind: Literal["school", "group", "organization"] = "school"
        if target.kind != "school":
            kind = "group" if role else "organization"
        whole = len(targets) == 1 and phrase.kind != "schools"
        span = (phrase.start if start is None else start, phrase.end) if whole else (target.start, target.end)
        if len(targets) == 1 and phrase.kind == "schools":
            span = (phrase.start, phrase.end)
        walk.drafts.append(Draft(*span, kind, None, role, target, rule, 1.0, plural=plural))
    for unit in phrase.units:
        if unit.schools is not None and unit.schools.open:
            walk.doubt("open_list", f"«{squeeze(unit.text)}»: какие ещё школы?", unit.start, unit.end)
