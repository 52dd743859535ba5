"""Whose a post at a school is, behind a name that has a title already: hers as well, or an office without a name."""

import re

from normalize.fold import fold
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk, is_body, is_plural, title_of
from normalize.titles.heads import find_head
from normalize.titles.post_of_one import heads_a_body
from normalize.vocabulary import forms_of

_ON_TOP = frozenset(forms_of("roles", "function")) | frozenset(forms_of("roles", "assignment"))


def is_second_post(walk: Walk, phrase: Phrase) -> bool:
    """«Лобов Т.К., руководитель ГМО, учитель Лицея № 10»: where he works, behind what he is for the whole town.

    Not where the first title has a place of its own («…, директор ЦДО, директор СОШ № 4»): an office.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.role is None or last.target is not None or last.plural:
        return False
    if phrase.joint not in (",", "и") or not _is_of_one(phrase):
        return False
    if _is_on_top(last):
        place = title_of(walk, phrase)[1]
        return place is not None and place.kind not in ("authority", "ministry")
    if last.rule == "title first" or _heads_a_body(phrase):
        return False
    return len(phrase.targets) == 1 and phrase.targets[0].kind == "school"


def is_post_behind_duty(walk: Walk, phrase: Phrase) -> bool:
    """«Председатель МО – Вязова А.К., учитель химии»: what she is besides, or an office without a name; it is asked.

    Not «Директор – Вязова А.К., завуч», where both are posts, nor «Председатель – Вязова А.К., секретарь».
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.rule != "title first" or last.target is not None:
        return False
    if phrase.joint != "," or not _is_of_one(phrase) or phrase.targets or not _is_on_top(last):
        return False
    is_leader = fold(last.role or "").startswith(_LEADERS)  # «классный руководитель» is a post
    return not is_leader and _OF_ONE_GROUP.match(title_of(walk, phrase)[0]) is None


_LEADERS = tuple(forms_of("roles", "leader"))
_OF_ONE_GROUP = re.compile(
    r"(?:ответственный )?секретарь|(?:со)?председатель|член\b|заместитель (?:председателя|руководителя)"
)


def is_charge_of_schools(phrase: Phrase, last: Draft) -> bool:
    """«Вязова А.К., методист ЦДО, куратор школ №№ 2, 7»: schools that one who works elsewhere looks after.

    Not «директор СОШ № 4, куратор школы № 7», where each school may have its own, nor «координатор СОШ № 7».
    """
    head = phrase.head
    if phrase.kind != "title" or head is None or fold(phrase.words[head.index].text) not in _OVER_SCHOOLS:
        return False
    at_school = last.target is not None and last.target.kind == "school"
    return last.kind == "person" and last.role is not None and not at_school and _are_schools(phrase)


_OVER_SCHOOLS = frozenset(forms_of("roles", "over_schools"))


def _are_schools(phrase: Phrase) -> bool:
    return bool(phrase.targets) and phrase.units[-1].kind == "schools"


def is_doubtful(walk: Walk, phrase: Phrase, last: Draft) -> bool:
    """«Вязова А.К., методист, учитель СОШ № 4»: two posts, and one may be a colleague's; so in a row of offices.

    So «Вязова А.К., председатель ГМО, директор СОШ № 4»: the one whom everybody finds without a name.
    """
    if not _is_on_top(last) or _heads_a_body(phrase):
        return True
    beside = walk.phrases[walk.index + 1 : walk.index + 2]
    return any(_is_of_one(one) and one.targets and one.joint in (",", "и") for one in beside)


def _heads_a_body(phrase: Phrase) -> bool:
    return heads_a_body(" ".join(unit.text.lower() for unit in phrase.words))


def _is_of_one(phrase: Phrase) -> bool:
    """A post of one person, at no more than one school."""
    return phrase.kind == "title" and not is_plural(phrase) and not is_body(phrase) and len(phrase.targets) < 2


def _is_on_top(last: Draft) -> bool:
    """«председатель Совета», «руководитель ГМО», «муниципальный тьютор»: what somebody is on top of a post."""
    words = (last.role or "").split(" ")
    head = find_head(words)
    return head is not None and not head.plural and fold(words[head.index]) in _ON_TOP
