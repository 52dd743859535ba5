"""Whether a phrase runs on over a separator: a clause, a list that its title governs, a line that a cell has broken."""

import re

from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    dictionary_form,
    is_nominative,
    is_nominative_adjective,
    is_participle,
    is_transitive_participle,
    names_person,
    noun_cases,
    parses,
)
from normalize.parties.phrase import Phrase, lists_sources
from normalize.parties.phrase_words import is_governed, is_letters, starts_title
from normalize.parties.units import Unit
from normalize.roles import SUBJECT_NAMES, SUBJECTS
from normalize.title_heads import PEOPLE, find_head
from normalize.vocabulary import forms_of


def runs_on(unit: Unit, following: Unit | None, units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """True for a separator inside a phrase.

    «школ, функционирующих в …»: a participle clause; «из числа специалистов, методистов ЦДО»: its sources;
    a line end before a word that the phrase still governs («специалист⏎отдела образования»).
    """
    if not current.units or following is None:
        return False
    mark = unit.text.strip()
    if not mark and _is_wrapped(following, current):
        return True
    if mark == "," and following.kind == "word" and _is_clause(following.text, current):
        answering = following.text.lower().startswith("ответственн")
        if answering and not _says_for_what(units, index + 2):
            return False  # «специалист, ответственный секретарь»
        return not _ends_here(units, index + 2) and (
            answering or _has_object(units, index + 1) or not starts_title(units, index + 1)
        )
    if mark == "," and _is_number(following) and _is_number(current.units[-1]):
        return True  # «классные руководители 9, 11 классов»
    if mark == "," and _is_governed_list(following, current):
        return True
    if mark == "," and lists_sources(current):
        if following.kind == "organization":
            return not _opens_bracket(units, index + 2)  # «…, ЦРБ (врач Гаев С.М.)» is a party
        return following.kind == "word" and is_governed(following.text)
    if not mark and following.kind == "schools":  # a narrow column breaks «Руководители⏎СОШ №№ 2, 7»
        return current.kind == "title" and not current.targets and _is_plural_title(current)
    if not mark:
        return (
            following.kind == "word"
            and following.text[0].islower()
            and is_governed(following.text)
            and current.kind == "title"
        )
    return False


def _opens_bracket(units: tuple[Unit, ...], index: int) -> bool:
    return index < len(units) and units[index].kind == "separator" and units[index].text.strip().startswith("(")


def _is_wrapped(following: Unit, current: Phrase) -> bool:
    """True where a narrow cell broke the line inside a title: «Заместитель⏎директора⏎по УВР», «Методист⏎МБУ «ИМЦ»»."""
    if following.kind == "and":
        return True
    if following.kind == "word" and following.text.lower() in _PREPOSITIONS:
        return True
    words = current.words
    if following.kind == "word" and following.text[0].islower() and _are_adjectives(current):
        return True  # «Классные⏎руководители»
    head = current.head
    if current.kind != "title" or head is None or current.targets or head.index != len(words) - 1:
        return False
    last = fold(words[-1].text)
    if following.kind == "organization":
        return not following.nominative or last in _OF_INSTITUTIONS
    if following.kind != "word":
        return False
    lower = following.text.lower()
    if is_letters(following):
        return find_head([following.text]) is None or lower in _SETS
    if last in _DEPUTIES:
        return lower.startswith(("директор", "руководител", "заведующ", "начальник", "председател"))
    return lower in _SETS_IN_GENITIVE


_PREPOSITIONS = frozenset({"по", "в", "на", "при", "за", "от", "для", "с", "со", "во", "из"})
_OF_INSTITUTIONS = frozenset(forms_of("roles", "institution"))
_DEPUTIES = frozenset({"заместитель", "заместители", "зам", "помощник", "помощники"})
_SETS = frozenset({"оо", "оу", "моу", "доу", "шмо", "рмо", "гмо", "мо", "доо", "сош", "оош", "нош", "сш"})
_SETS_IN_GENITIVE = frozenset({"школ", "школы", "лицея", "гимназии", "классов", "класса", "групп", "группы", "сада"})


def _are_adjectives(current: Phrase) -> bool:
    """Whether nothing but adjectives stands there, which wait for their noun."""
    return (
        all(unit.kind == "word" and is_nominative_adjective(unit.text) for unit in current.units)
        and (current.head is None or current.head.index == len(current.units) - 1)
        and not names_person(current.units[-1].text)
    )


def _is_plural_title(current: Phrase) -> bool:
    head = current.head
    return head is not None and (head.plural or head.body)


def _is_number(unit: Unit) -> bool:
    """«9», «1-4», «9-х», «5а», «XI»."""
    return (
        unit.kind == "word"
        and re.fullmatch(r"(?:\d+(?:-?[а-яё]{1,2})?)(?:-\d+(?:-?[а-яё]{1,2})?)?|[IVX]+", unit.text) is not None
    )


def _ends_here(units: tuple[Unit, ...], index: int) -> bool:
    """True where no word follows: «наставники, наставляемые» are two, no participle clause."""
    return index >= len(units) or units[index].kind in ("separator", "and")


def _says_for_what(units: tuple[Unit, ...], index: int) -> bool:
    return index < len(units) and units[index].text.lower() in ("за", "по")


def _is_governed_list(following: Unit, current: Phrase) -> bool:
    """«учителя физики, химии», «члены комиссии, родительского комитета»: the title governs both genitives."""
    if current.kind != "title" or len(current.words) < 2 or current.targets or following.kind != "word":
        return False
    last = current.units[-1]
    of_schools = last.kind == "word" and fold(last.text) in _SETS  # «руководители СОШ, лицеев, гимназий»
    if last.kind != "word" or not (of_schools or can_be_genitive(last.text) or fold(last.text) in SUBJECTS):
        return False
    if fold(following.text) in SUBJECTS:
        return _teaches(current)
    if _are_more_people(following.text) and not names_person(last.text):
        return False
    return following.text[0].islower() and is_governed(following.text)


def _are_more_people(word: str) -> bool:
    """«директора школ, главы сельсоветов»: two, though «главы» can be a genitive; not «учителя химии, физики»."""
    subject = any(parse.normal_form in SUBJECT_NAMES for parse in parses(word))
    return ("nomn", "plur") in noun_cases(word) and names_person(word) and not subject


def _teaches(current: Phrase) -> bool:
    return any(re.match(r"учител|преподавател|педагог|ШМО|РМО|ГМО|МО\b|методист", unit.text) for unit in current.words)


def _is_clause(word: str, current: Phrase) -> bool:
    """«школ, функционирующих в …», «специалисты, курирующие …»; not «родители, обучающиеся»."""
    if word.lower().startswith("котор"):
        return True
    if word.lower().startswith("ответственн") and current.kind == "title":
        return is_anybody(current)  # «Лица, ответственные за …», «Должностное лицо, ответственное за …»
    if dictionary_form(word) in PEOPLE or fold(word).startswith("заведующ"):
        return False
    return is_participle(word) and word.lower() not in PEOPLE and (not is_nominative(word) or current.kind == "title")


def _has_object(units: tuple[Unit, ...], index: int) -> bool:
    """«ОУ, имеющие первые классы»: the participle governs a thing; «методисты, ведущие специалисты» are two."""
    if not is_transitive_participle(units[index].text):
        return False
    for unit in units[index + 1 : index + 4]:
        if unit.kind == "word" and (cases := noun_cases(unit.text)):
            return any(case == "accs" for case, _ in cases)
        if unit.kind != "word" or not adjective_cases(unit.text):
            return False
    return False


def is_anybody(current: Phrase) -> bool:
    """«лицо», «должностное лицо», «сотрудники»: what they answer for says who."""
    head = current.head
    if head is None or head.index != len(current.words) - 1:
        return False
    return dictionary_form(current.words[head.index].text) in _GENERIC


_GENERIC = frozenset({"лицо", "специалист", "сотрудник", "работник", "человек"})
