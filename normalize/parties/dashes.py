"""Dashes of a responsible cell: between two parties or posts, «Вязов А.К. — методист», or inside one word."""

import re
from functools import cache

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import dictionary_form, is_nominative_person, is_nominative_plural, names_person
from normalize.titles.heads import ABBREVIATIONS, PEOPLE
from normalize.titles.roles import DUTY_LABELS, LABELS, OWN_LABELS
from normalize.vocabulary import forms_of, load_entries

_DASH = expression(r"\s*[-‐‑‒–—−]+\s*")
_SPLIT_COMPOUND = expression(r"\s*[-‐‑–]\s*(?P<second>[а-яё]+)")
_BOTH_BLANKS = expression(r"\s+[-‐‑–—]\s+")
_OFFICES = frozenset(forms_of("roles", "office"))
_WHICH_OF_THEM = frozenset(forms_of("roles", "which_of_them"))
_OFFICE_PARTS = frozenset(forms_of("roles", "office_part"))


def separating_dash(plain: str, at: int, end: int, beside: bool) -> re.Match[str] | None:
    """The dash at `at` where it separates; `beside`: a name, a school or an organization stands right before it."""
    dash = _DASH.match(plain, at, end)
    return dash if dash and _separates(plain, dash, beside, end) else None


def end_of_compound(plain: str, word: re.Match[str], end: int) -> int:
    """Where a word ends, the second half of «учителя – предметники» included; the word's own end for any other."""
    more = _SPLIT_COMPOUND.match(plain, word.end(), end)
    if more is None or not _is_compound(word.group(), more["second"]):
        return word.end()
    is_open = _has_office(word.group(), more["second"]) or fold(word.group()) in DUTY_LABELS
    if _BOTH_BLANKS.match(plain, word.end()) and is_open:
        return word.end()  # «председатель – заместитель главы»: two titles of one person; «сопровождающие – родители»
    return more.end()


def _has_office(first: str, second: str) -> bool:
    """«председатель – заместитель»: posts that are no halves of a compound, as «учитель – логопед» are.

    Not «классные руководители – участники», «родители – члены»: the second only says which of the first. In «члены –
    учителя» it says who they are.
    """
    if fold(second) in _WHICH_OF_THEM and is_nominative_plural(first.lower()):
        return False
    one, other = (dictionary_form(word.lower()) for word in (first, second))
    return fold(second) not in _OFFICE_PARTS and (one in _OFFICES or other in _OFFICES)


def _is_compound(first: str, second: str) -> bool:
    """«учителя – предметники»; not «министра – начальник», nor «главы – начальник»: two posts of one person."""
    if fold(first) in LABELS:
        return False  # «Ответственный – директор школы»
    if not (is_nominative_person(first) or fold(first) in PEOPLE or fold(first) in ABBREVIATIONS):
        return False
    if f"{fold(dictionary_form(first))}-{fold(dictionary_form(second))}" in _known_compounds():
        return True  # «коуч – наставники»: the first half is in no dictionary, and says no number
    return fold(second) in PEOPLE or any(
        names_person(first, one) and names_person(second, one) for one in ("sing", "plur")
    )


@cache
def _known_compounds() -> frozenset[str]:
    """Posts of two nouns that the vocabulary prints with a hyphen: «коуч-наставник», «педагог-психолог»."""
    words = (word for entry in load_entries("roles") for word in (*entry.forms, fold(entry.value)))
    return frozenset(word for word in words if "-" in word and " " not in word and "." not in word)


def _separates(plain: str, dash: re.Match[str], beside: bool, end: int) -> bool:
    """A dash separates beside an atom («Яркова Н.А. — старший методист», «Вязов А.В.-школа №1»), or with
    blanks on both sides before a capital or a second post («директор школы – председатель комиссии»).

    «коуч - наставники» is one word that lost its shape.
    """
    if beside or dash.end() == end:
        return True
    if not dash.group()[0].isspace() and not dash.group()[-1].isspace():
        return False
    if _EXAM_POINT.match(plain, dash.end()) is not None and _ends_in_schools(plain[: dash.start()]):
        return False
    if plain[dash.end() : dash.end() + 1].isupper():
        return True
    before, behind = re.search(r"[\w-]+$", plain[: dash.start()]), re.match(r"[\w-]+", plain[dash.end() : end])
    label = re.search(r"[\w-]+(?=\.?$)", plain[: dash.start()])  # «Отв. – зам. директора по ВР»
    if label is not None and fold(label.group()) in LABELS | DUTY_LABELS:
        return True
    if before is None or behind is None:
        return False
    is_last = not plain[dash.end() + behind.end() : end].strip(" .:")  # a name follows
    if is_last and fold(behind.group()) in OWN_LABELS and before.group().isupper():
        return True  # «ЦДО – отв. Вязова А.К.»; «ЦДО – отв. за ГИА» is asked
    if not is_nominative_person(behind.group()):
        return False
    if _has_office(before.group(), behind.group()) and is_nominative_person(before.group()):
        return True
    return fold(before.group()) not in PEOPLE and not is_nominative_person(before.group())


_EXAM_POINT = expression(r"ППЭ(?!\w)")  # «директора школ – ППЭ»: which of the schools
_SETS_OF_SCHOOLS = tuple(f" {form}" for form in forms_of("roles", "all_schools"))


def _ends_in_schools(before: str) -> bool:
    return f" {fold(before)}".endswith(_SETS_OF_SCHOOLS)
