"""Abbreviated titles that many places have: «рук. ОО», «отв. за ГИА в ОО», «зам. дир. по УВР школ №№ 2, 7».

An abbreviation says no number: behind a name it is that one's, or of people beside him whom nobody names.
"""

import re

from normalize.fold import fold, squeeze
from normalize.parties.drafts import Draft
from normalize.parties.phrase import Phrase
from normalize.parties.sets import KINDERGARTENS, SCHOOLS, UNIONS, UNIONS_OF_A_SCHOOL
from normalize.parties.titles_of_several import is_short_of_several
from normalize.parties.units import Unit
from normalize.parties.walk import Walk
from normalize.titles.heads import ABBREVIATIONS
from normalize.titles.post_of_one import heads_a_body
from normalize.vocabulary import forms_of

_BESIDE = (",", ";", "\n", ".", "и", "")  # what no dash and no bracket ties to the name before


def is_of_listed_schools(phrase: Phrase) -> bool:
    """«рук. школ №№ 2, 7», «зам. дир. по УВР Лицеев № 9, 10», «дир. СОШ № 2, 7»: several people.

    Not «зам. дир. СОШ № 2, 7», «уч. СОШ № 2 и 7», who may be one: only heads have one school each.
    """
    last = phrase.units[-1]  # «рук. центра «Точка роста» СОШ № 2» is of one
    if phrase.joint not in _BESIDE or last.kind != "schools" or len(last.targets) < 2:
        return False
    return is_short_of_several(phrase) and (says_several_schools(phrase) or heads_a_body(_post(phrase)))


def says_several_schools(phrase: Phrase) -> bool:
    """«школ №№ 2, 7», «СОШ №№ 2, 7», «Лицеев № 9, 10»: plural by its word or its sign, of one list."""
    last = phrase.units[-1]
    return last.kind == "schools" and len(last.targets) > 1 and _PLURAL.search(last.text) is not None


_PLURAL = re.compile(r"(?i)№\s?№|\b(?:школ|лицеев|гимназий|интернатов)\b")


def is_of_all_places(phrase: Phrase) -> bool:
    """«рук. ОО», «отв. за сайты школ», «отв. в ОУ за РБДО»: each of them has one.

    Not «гл. спец. ОО», of a department of education, nor «отв. организаторы ОО», a plural.
    """
    if phrase.kind != "title" or phrase.targets or not is_short_of_several(phrase):
        return False
    printed = [fold(unit.text) for unit in _behind_head(phrase)]
    if _post(phrase) == "ответственный" and printed[:1] not in _OF_DUTY:
        return False
    letters = _OF_DEPARTMENTS if _heads_department(_post(phrase)) else frozenset[str]()
    return any(word in _SETS - letters for word in printed)


def is_of_unions(walk: Walk, phrase: Phrase) -> bool:
    """«Методист ЦДО Вязова А.К., рук. ГМО», «ЦДО, рук. ГМО»: beside her or a body those of all subjects, or one; by
    themselves left as printed."""
    behind = [fold(unit.text) for unit in _behind_head(phrase)]
    beside = bool(walk.drafts) and walk.drafts[-1].kind in ("person", "organization")
    return beside and is_short_of_several(phrase) and len(behind) == 1 and behind[0] in _UNIONS


def is_duty_of_all_places(phrase: Phrase) -> bool:
    """«отв. за ГИА в ОО»; «зам. дир. по УВР ОО» without a name is left as printed."""
    return is_of_all_places(phrase) and _post(phrase) == "ответственный"


def ask_listed(walk: Walk, phrase: Phrase, name: Draft) -> None:
    """«Вязов А.К., дир. СОШ № 2, 7»: nobody heads two schools, but no word says that there are two people."""
    if name.role is None and not says_several_schools(phrase):
        printed = squeeze(walk.text[name.start : phrase.end])
        walk.doubt("several_schools", f"Названные люди или ещё кто-то: «{printed}»?", name.start, phrase.end)


_SETS = frozenset(form for form in SCHOOLS if " " not in form) | KINDERGARTENS
_UNIONS = UNIONS - UNIONS_OF_A_SCHOOL
_OF_DUTY = (["за"], ["по"], ["в"])
_OF_DEPARTMENTS = frozenset({"оо"})  # «отдел образования»


def _behind_head(phrase: Phrase) -> list[Unit]:
    return phrase.words[phrase.head.index + 1 :] if phrase.head is not None else []


def _post(phrase: Phrase) -> str:
    """The head noun, written out: «руководитель» of «рук. ОО»."""
    head = phrase.head
    word = fold(phrase.words[head.index].text) if head is not None else ""
    return ABBREVIATIONS.get(word, word).split(" ")[-1]


def _heads_department(post: str) -> bool:
    return post in ("начальник", "заведующий") or post in forms_of("roles", "department_post")
