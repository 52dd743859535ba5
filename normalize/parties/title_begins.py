"""Where a title begins with no separator before it: «куратор исследования Руководители школ», «Кл. рук. Психолог»."""

from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    dictionary_form,
    is_nominative_adjective,
    names_person,
    noun_cases,
)
from normalize.parties.clauses import begins_duty_of_several, is_in_clause
from normalize.parties.phrase import Phrase, lists_sources
from normalize.parties.phrase_words import (
    PREPOSITIONS,
    is_anybody,
    is_body_of_letters,
    is_number,
    starts_title,
)
from normalize.parties.units import Unit
from normalize.people.surname_looks import is_word_surname
from normalize.titles.heads import ABBREVIATIONS, BODIES, PEOPLE, find_head
from normalize.titles.inside import ends_in_thing, is_inside_form
from normalize.titles.roles import AREAS
from normalize.vocabulary import forms_of


def title_begins(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """A new title where no separator is printed.

    After a whole title: a capital («куратор исследования Руководители школ», «Инспектор ОДН Соц. педагог»),
    or a nominative that cannot be governed («Методисты руководители ШМО»; not «помощник директора»).
    """
    word = units[index].text
    if units[index].quoted and not current.units[0].quoted:
        return False  # «рук. объединения «Юннат»»
    if word[0].islower() and is_in_clause(current):
        return False
    if sum(letter.isupper() for letter in word) > 1:  # «руководители ШМО», «председатель ППк»
        return False
    if is_body_of_letters(current):
        return starts_title(units, index) and not can_be_genitive(word)  # «КДНиЗП ответственный секретарь»
    if current.head is None and current.kind == "unknown":
        return False
    if lists_sources(current):
        return False
    if units[index - 1].kind == "separator" and begins_duty_of_several(word, current):
        return False  # «Учителя, ответственные за питание»
    if any(unit.kind in ("organization", "schools") for unit in current.units):
        return starts_title(units, index) and (word[0].isupper() or not can_be_genitive(word))
    if not current.words or current.words[-1].kind == "and":
        return False
    head = current.head
    if head is None or head.index >= len(current.words):
        return False
    if not starts_title(units, index) or word.lower() in ("школа", "школы"):
        return False
    if word in ("ответственное", "ответственные") and is_anybody(current):
        return False  # «Лицо ответственное за питание»; «Специалист, ответственный за ГИА» is asked
    last = current.words[-1].text
    if fold(last) == "врач" and word.lower() in _DOCTORS:
        return False  # «врач психиатр-нарколог»
    if word[0].isupper():
        of_what_it_names = _is_genitive_of_body(word) and _governs_a_body(last)
        if of_what_it_names or (is_word_surname(word) and not (head.plural or head.body)):
            return False  # «секретарь Комиссии», «вожатая Заяц»
        return not (_open_ended(current) or (is_inside_form(last) and _names_body(units, index)))
    if fold(last) in _DEPUTIES and fold(word) in ABBREVIATIONS:
        return False  # «советник дир. по воспитанию»
    if ends_in_thing(last) and _is_bare_nominative(word):
        return True  # «по безоп. завхоз»
    if _open_ended(current) or ABBREVIATIONS.get(fold(last)) == "администрация":
        return False  # «старший методист»: «старший» could head a title alone; «адм. совет» is one body
    if head.index < len(current.words) - 1:
        return _is_another_post(units, index, current)
    return _is_bare_nominative(word) and _is_bare_nominative(last)


def _names_body(units: tuple[Unit, ...], index: int) -> bool:
    """«Совет» of «метод. Совет», behind what may be its adjective."""
    found = find_head([unit.text for unit in units[index : index + 5] if unit.kind == "word"], strict=True)
    return found is not None and found.body


def _is_genitive_of_body(word: str) -> bool:
    """«Комиссии», «Гимназии»: as a genitive it looks like the plural, «Комиссия» does not."""
    return ("gent", "sing") in noun_cases(word) and dictionary_form(word) in BODIES and not names_person(word)


def _governs_a_body(word: str) -> bool:
    """«секретарь», «председателя», «члены», «Администрация», «Совета»: someone of a body, or another body's part."""
    return names_person(word) or fold(word) in PEOPLE or dictionary_form(word) in BODIES


_DEPUTIES = frozenset(forms_of("roles", "deputy"))
_DOCTORS = frozenset(forms_of("roles", "doctor"))


def _is_another_post(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """«зам. директора по ВР классные руководители», «кл. рук. 9 кл. учитель физики»: people in the nominative, whom
    nothing governs behind what a post is of.

    An abbreviation says no case: «рук. МО кл. рук.» is of them; behind a deputy's area it is one more post.
    """
    words = [unit.text for unit in units[index : index + 5] if unit.kind == "word"]
    found = find_head(words, strict=True)
    if found is None or found.body:
        return False
    if any(fold(word) in ABBREVIATIONS for word in words[: found.index + 1]):
        return fold(current.words[-1].text) in AREAS and not words[0].isupper()
    return not any(can_be_genitive(word) for word in words[: found.index + 1]) and names_person(words[found.index])


def _open_ended(current: Phrase) -> bool:
    """True after a preposition, a post or an adjective that waits for what it is of: «по», «рук.», «старший»."""
    last = current.words[-1].text.lower()
    if _is_whole(current):
        return False
    if fold(last) in ABBREVIATIONS or last.endswith(".") or is_nominative_adjective(last):
        return True  # also «и др. специалисты»
    return last in PREPOSITIONS or bool(adjective_cases(last) and not noun_cases(last))


def _is_whole(current: Phrase) -> bool:
    """True behind «кл. рук.», «соц. пед.», «нач. кл.», «9 кл.», «заведующий», which wait for nothing."""
    *before, last = current.words
    if fold(last.text) == "кл":
        return bool(before) and is_number(before[-1])
    if fold(last.text) in _HEADS:
        return True
    value = ABBREVIATIONS.get(fold(last.text))
    return value is not None and value not in _WAITING and not value.endswith(("ий", "ый", "ой", "ие", "ые"))


_HEADS = frozenset(form for form in forms_of("roles", "post_of_one") if form.startswith("заведующ"))
_WAITING = frozenset(forms_of("roles", "waiting"))


def _is_bare_nominative(word: str) -> bool:
    return find_head([word], strict=True) is not None and not can_be_genitive(word) and not word.isupper()
