"""Where a dash parts two parties or titles, and where it stands inside one."""

import re

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import dictionary_form, is_nominative_person
from normalize.roles import LABELS
from normalize.title_heads import PEOPLE
from normalize.vocabulary import forms_of

_OFFICES = frozenset(forms_of("roles", "office"))
_OFFICE_PARTS = frozenset(forms_of("roles", "office_part"))


def has_office(first: str, second: str) -> bool:
    """«председатель – заместитель»: posts that are no halves of a compound, as «учитель – логопед» are."""
    one, other = (dictionary_form(word.lower()) for word in (first, second))
    return fold(second) not in _OFFICE_PARTS and (one in _OFFICES or other in _OFFICES)


def separates(plain: str, dash: re.Match[str], first: bool, end: int) -> bool:
    """A dash separates beside an atom («Яркова Н.А. — старший методист», «Вязов А.В.-школа №1»), or with
    blanks on both sides before a capital or a second post («директор школы – председатель комиссии»).

    «коуч - наставники» is one word that lost its shape.
    """
    if first or dash.end() == end:
        return True
    if not dash.group()[0].isspace() and not dash.group()[-1].isspace():
        return False
    if _EXAM_POINT.match(plain, dash.end()) is not None and _ends_in_schools(plain[: dash.start()]):
        return False
    if plain[dash.end() : dash.end() + 1].isupper():
        return True
    before, behind = re.search(r"[\w-]+$", plain[: dash.start()]), re.match(r"[\w-]+", plain[dash.end() : end])
    label = re.search(r"[\w-]+(?=\.?$)", plain[: dash.start()])  # «Отв. – зам. директора по ВР»
    if label is not None and fold(label.group()) in LABELS:
        return True
    if before is None or behind is None or not is_nominative_person(behind.group()):
        return False
    if has_office(before.group(), behind.group()) and is_nominative_person(before.group()):
        return True
    return fold(before.group()) not in PEOPLE and not is_nominative_person(before.group())


_EXAM_POINT = expression(r"ППЭ(?!\w)")  # «директора школ – ППЭ»: which of the schools
_SETS_OF_SCHOOLS = tuple(f" {form}" for form in forms_of("roles", "all_schools"))


def _ends_in_schools(before: str) -> bool:
    return f" {fold(before)}".endswith(_SETS_OF_SCHOOLS)
