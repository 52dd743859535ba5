"""Clauses inside a phrase: «школ, функционирующих в …», «директора, чьи ученики …», «лицо, ответственное за …»."""

import re

from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    dictionary_form,
    is_nominative,
    is_participle,
    is_transitive_participle,
    noun_cases,
)
from normalize.organization_heads import HEADS
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import PREPOSITIONS, is_anybody, is_letters, starts_title
from normalize.parties.units import Unit
from normalize.titles.heads import BODIES, PEOPLE
from normalize.vocabulary import forms_of


def is_clause(word: str, current: Phrase) -> bool:
    """«школ, функционирующих в …», «специалисты, курирующие …», «учреждения, подведомственные …»; not «родители,
    обучающиеся»."""
    if word.lower().startswith(("котор", "подведомственн")):
        return True
    if word.lower().startswith("ответственн") and current.kind == "title":
        # «Лица, ответственные за …», «Должностное лицо, ответственное за …»; not «специалист, ответственные за …»
        if is_anybody(current):
            return current.head is None or current.head.plural or not word.lower().endswith(("ые", "ых", "ыми"))
        return begins_duty_of_several(word, current)
    if dictionary_form(word) in PEOPLE or fold(word).startswith("заведующ"):
        return False
    return is_participle(word) and word.lower() not in PEOPLE and (not is_nominative(word) or current.kind == "title")


def begins_duty_of_several(word: str, current: Phrase) -> bool:
    """«Заместители директоров, ответственные за ГИА»: which of them. Not «УО, учителя, ответственные за питание», where
    it may be one more of a list, nor «Директор, ответственные за питание»."""
    head = current.head
    alone = current.joint not in (",", "и", "/")
    return word.lower() == "ответственные" and head is not None and head.plural and not head.body and alone


def goes_on_as_clause(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """Whether the words from `index` on, which may be a clause, are one: «методисты, ведущие специалисты» are two."""
    if _is_body_by_its_work(units, index, current):
        return False
    answering = units[index].text.lower().startswith("ответственн")
    if answering and not _says_for_what(units, index + 1):
        return False  # «специалист, ответственный секретарь»
    clear = answering or _has_object(units, index) or not starts_title(units, index)
    return clear and not _ends_here(units, index + 1)


def _is_body_by_its_work(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """«Руководители ОУ, обслуживающие организации»: a participle that says what sort of body its noun is, and nothing
    behind; so one of another number than the title: «Завхозы, обслуживающий персонал».

    Not «ОУ, осуществляющие подвоз», nor «специалисты, контролирующие учреждения»: those do it themselves.
    """
    noun = units[index + 1] if index + 1 < len(units) else None
    if noun is None or noun.kind != "word" or not _ends_here(units, index + 2) or current.head is None:
        return False
    agree = {number for case, number in adjective_cases(units[index].text) & noun_cases(noun.text) if case == "nomn"}
    form = dictionary_form(noun.text)
    if not agree or not (form in BODIES or form in HEADS or form in PEOPLE):
        return False
    if current.head.plural and "plur" not in agree:
        return True
    sort = re.sub("(?:ая|ее|ие)$", "ий", units[index].text.lower())
    who = dictionary_form(current.words[current.head.index].text)
    return sort in _BY_WORK and who not in _OF_OFFICES


_BY_WORK = frozenset(forms_of("roles", "by_work"))
_OF_OFFICES = frozenset(
    form for section in ("anybody", "department_post", "staff_of_body") for form in forms_of("roles", section)
)


def _ends_here(units: tuple[Unit, ...], index: int) -> bool:
    """True where no word follows: «наставники, наставляемые» are two, no participle clause."""
    return index >= len(units) or units[index].kind in ("separator", "and")


def _says_for_what(units: tuple[Unit, ...], index: int) -> bool:
    return index < len(units) and units[index].text.lower() in ("за", "по")


def begins_relative_clause(units: tuple[Unit, ...], index: int) -> bool:
    """«…, чьи ученики …», «…, на базе которых …», «…, где …»: at most a preposition and what it governs before."""
    for at, unit in enumerate(units[index : index + 4]):
        if unit.kind != "word":
            return False
        if _RELATIVE.fullmatch(unit.text):
            return True
        if at == 0 and unit.text.lower() not in _BEFORE_RELATIVE:
            return False
    return False


def is_in_clause(current: Phrase) -> bool:
    """«директора СОШ № 2, 7, чьи …»: whose pupils they are stands in a clause of its own."""
    return any(unit.kind == "word" and _RELATIVE.fullmatch(unit.text) for unit in current.units)


_RELATIVE = re.compile(r"(?i)котор[а-я]{2,3}|чь(?:и|я|[её]|их|им|ими|[её]м|ей|его|ему|ю)|чей|где")
_BEFORE_RELATIVE = PREPOSITIONS | {"у", "к", "под", "над", "между", "о", "об", "через"}


def _has_object(units: tuple[Unit, ...], index: int) -> bool:
    """«ОУ, имеющие первые классы»: the participle governs a thing; «методисты, ведущие специалисты» are two."""
    if not is_transitive_participle(units[index].text):
        return False
    for unit in units[index + 1 : index + 4]:
        if is_letters(unit):
            return True  # «методисты, курирующие предметные РМО»
        if unit.kind == "word" and (cases := noun_cases(unit.text)):
            return any(case == "accs" for case, _ in cases)
        if unit.kind != "word" or not adjective_cases(unit.text):
            return False
    return False
