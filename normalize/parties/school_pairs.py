"""Rules of responsible cells about what schools are to each other: «Школа-куратор: Лицей № 9», «Пары школ: № 2 – …»."""

import re

from ingest.expressions import expression
from normalize.fold import fold, squeeze
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.schools import add_schools
from normalize.parties.sets import SCHOOLS
from normalize.parties.walk import Walk
from normalize.titles.heads import find_head
from normalize.vocabulary import forms_of

_PROPERTY = "|".join(form.replace("е", "[её]") for form in forms_of("schools", "property"))
_LABEL = expression(rf"(?:школ[аы]|лице[йи]|гимнази[яи])[\s-]+(?:{_PROPERTY})\w*", re.IGNORECASE)
_ALONE = expression(rf"(?:школ[аы]-)?(?:{_PROPERTY})\w*", re.IGNORECASE)
_PAIRS = expression(r"(?:[а-яё]+(?:ые|ие|ая|яя)\s)?пар[аы]", re.IGNORECASE)
_THEIR = "их"


def read_label_of_schools(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Школа-куратор: Лицей № 9; школа-участник: СОШ № 2», «Сетевые пары: …»: what the schools are, and no party."""
    if phrase.targets or following is None or following.kind != "schools" or following.joint not in (":", "-"):
        return False
    printed = squeeze(walk.text[phrase.start : phrase.end])
    if _LABEL.fullmatch(printed) is None and _PAIRS.fullmatch(printed) is None:
        return False
    walk.roles, walk.waiting = (), []
    return True


def read_label_in_bracket(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Лицей № 9 (куратор), СОШ № 2»: what the school is; not «Лицей № 9 (куратор Вязова А.К.)», her title.

    So «руководители школ №№ 4, 6 (участники проекта)», «… (координаторы проекта)»; not «лицей № 9 (координаторы
    проекта)»: its people.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or phrase.joint != "(" or phrase.targets or not _is_school_or_body(last):
        return False
    if not walk.text[phrase.end :].lstrip('»" ').startswith(")"):
        return False
    printed = squeeze(walk.text[phrase.start : phrase.end])
    if last.kind == "school" and _ALONE.fullmatch(printed) is not None:
        return True
    of_titled = last.role is not None and _PEOPLE_OF_PROJECT.fullmatch(printed) is not None
    return of_titled or _PART.fullmatch(printed) is not None


def read_part_behind_dash(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«ОО – участники проекта», «Лицей № 9 – опорная школа»: what it is, and no party; not «ЦДО – методисты»."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or phrase.joint != "-" or phrase.targets or not _is_school_or_body(last):
        return False
    ends = following is None or following.joint in (",", ";", "\n", ".")
    return ends and _PART.fullmatch(squeeze(walk.text[phrase.start : phrase.end])) is not None


def _is_school_or_body(draft: Draft) -> bool:
    """A school, with its head or without, a body, or all schools: «Лицей № 9», «ЦДО», «ОО», «школы города»."""
    if draft.kind != "group":
        return draft.kind == "school" or (draft.person is None and draft.role is None)
    head = find_head((draft.role or "").split(" "))
    return fold(draft.role or "") in SCHOOLS or (head is not None and head.body)


_WORDS = "|".join(form.replace("ё", "[её]") for form in forms_of("schools", "part_in_project"))
_STATUS = "|".join(form for form in forms_of("schools", "status"))
_PROJECT = r"(?:[а-яё]+ого\s)?(?:проекта|программы|эксперимента)"
_OF_PROJECT = rf"(?:\s{_PROJECT})?(?:\s[«\"].*)?"
_PART = expression(
    rf"(?:[а-яё]+(?:ый|ая|ые)\s)?(?:{_WORDS}){_OF_PROJECT}|(?:{_STATUS})\s(?:школ[аы]|площадк[аи]){_OF_PROJECT}"
    rf"|школ[аы]-(?:{_PROPERTY})\w*{_OF_PROJECT}",
    re.IGNORECASE,
)
_PEOPLE_OF_PROJECT = expression(rf"[а-яё]+[ыи]\s{_PROJECT}(?:\s[«\"].*)?", re.IGNORECASE)


def read_paired_schools(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Пары школ: № 2 – № 9»: the schools; «Директора школ № 2 и их школ-кураторов № 9»: the directors of both."""
    if not phrase.targets or phrase.units[-1].kind != "schools" or len(phrase.units) != len(phrase.words) + 1:
        return False
    words = " ".join(unit.text for unit in phrase.words)
    goes_on = bool(walk.roles) and fold(words) == _THEIR
    if not goes_on and _PAIRS.fullmatch(words) is None:
        return False
    schools = Phrase(phrase.joint, phrase.units[-1:])
    for role in walk.roles if goes_on else (None,):
        add_schools(walk, role, schools, "list goes on" if goes_on else "schools")
    walk.waiting = []
    return True
