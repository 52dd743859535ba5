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
from normalize.parties.class_lists import classes_go_on
from normalize.parties.phrase import Phrase, lists_sources
from normalize.parties.phrase_words import (
    are_schools_of_a_kind,
    is_anybody,
    is_bare_school,
    is_governed,
    is_letters,
    is_number,
    is_police_of_unit,
    starts_title,
)
from normalize.parties.units import Unit
from normalize.roles import SUBJECT_NAMES, SUBJECTS
from normalize.title_heads import ABBREVIATIONS, PEOPLE, find_head
from normalize.vocabulary import forms_of


def runs_on(unit: Unit, following: Unit | None, units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """True for a separator inside a phrase.

    «школ, функционирующих в …»: a participle clause; «из числа специалистов, методистов ЦДО»: its sources;
    a line end before a word that the phrase still governs («специалист⏎отдела образования»).
    """
    if not current.units or following is None:
        return False
    mark = unit.text.strip()
    if unit.quoted and current.units[0].kind == "word" and not current.units[0].quoted:
        return True
    if mark == "," and quoted_names_go_on(following, current):
        return True
    if mark == ":" and following.quoted and fold(current.units[-1].text) in ("групп", "гр."):
        return True  # «воспитатели групп: «Пчёлки», «Капельки»»
    if mark in ("", ",") and classes_go_on(following, current, mark):
        return True
    if not mark and (_is_wrapped(following, current) or is_police_of_unit(following, current)):
        return True
    if mark == "," and following.kind == "word" and _is_clause(following.text, current):
        answering = following.text.lower().startswith("ответственн")
        if answering and not _says_for_what(units, index + 2):
            return False  # «специалист, ответственный секретарь»
        return not _ends_here(units, index + 2) and (
            answering or _has_object(units, index + 1) or not starts_title(units, index + 1)
        )
    if mark == "," and current.units[0].kind == "word" and _begins_relative_clause(units, index + 1):
        return True
    if mark == "," and is_number(following) and is_number(current.units[-1]):
        return True  # «классные руководители 9, 11 классов»
    if mark == "," and all(map(_is_short_adjective, (current.units[-1], following))):
        return not starts_title(units, index + 1)  # «воспитатели ср., ст. и подг. групп»
    if mark == "," and _is_governed_list(following, current):
        return True
    if mark == "," and _lists_places(units, index, current):
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


def quoted_names_go_on(following: Unit, current: Phrase) -> bool:
    """«воспитатели групп «Гномики» и «Зайчата»»: of both; not «Клуб «Искра», «Лидер»», which may be two."""
    head = current.head
    begins = current.units[0].kind == "word" and not current.units[0].quoted
    return following.quoted and current.units[-1].quoted and begins and head is not None and head.plural


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


def _is_short_adjective(unit: Unit) -> bool:
    """«ст.», «подг.»."""
    return unit.kind == "word" and ABBREVIATIONS.get(fold(unit.text), "").endswith(("ий", "ый", "ой"))


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
        return teaches(current)
    if is_bare_school(following.text) and (are_schools_of_a_kind(last.text) or is_bare_school(last.text)):
        return False  # «директора школ, лицея, гимназии»
    if _are_more_people(following.text) and not names_person(last.text):
        return False
    return following.text[0].islower() and is_governed(following.text)


def _lists_places(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """«Главы Липовского, Боровского и Вязовского поселений»: adjectives of one noun in the plural, at the end."""
    if not _is_adjective_of_place(current.units[-1]):
        return False
    for at in range(index + 1, len(units)):
        unit = units[at]
        if unit.kind == "word" and unit.text[0].islower():
            return ("gent", "plur") in noun_cases(unit.text) | adjective_cases(unit.text)  # «сельских поселений»
        joins = unit.kind == "and" or (unit.kind == "separator" and unit.text.strip() == ",")
        if not (_is_adjective_of_place(unit) if (at - index) % 2 else joins):
            return False
    return False


def _is_adjective_of_place(unit: Unit) -> bool:
    return unit.kind == "word" and unit.text[0].isupper() and ("gent", "sing") in adjective_cases(unit.text)


def _are_more_people(word: str) -> bool:
    """«директора школ, главы сельсоветов»: two, though «главы» can be a genitive; not «учителя химии, физики»."""
    subject = any(parse.normal_form in SUBJECT_NAMES for parse in parses(word))
    return ("nomn", "plur") in noun_cases(word) and names_person(word) and not subject


def teaches(current: Phrase) -> bool:
    """Whether the title is of a subject: «учителя физкультуры», «ШМО учителей истории»."""
    return any(_TEACHES.match(unit.text) for unit in current.words)


_TEACHES = re.compile(r"(?:учител|учит\.|преподавател|педагог|[рг]мо|ш?мо\b|методист)", re.IGNORECASE)


def _is_clause(word: str, current: Phrase) -> bool:
    """«школ, функционирующих в …», «специалисты, курирующие …»; not «родители, обучающиеся»."""
    if word.lower().startswith("котор"):
        return True
    if word.lower().startswith("ответственн") and current.kind == "title":
        return is_anybody(current)  # «Лица, ответственные за …», «Должностное лицо, ответственное за …»
    if dictionary_form(word) in PEOPLE or fold(word).startswith("заведующ"):
        return False
    return is_participle(word) and word.lower() not in PEOPLE and (not is_nominative(word) or current.kind == "title")


def _begins_relative_clause(units: tuple[Unit, ...], index: int) -> bool:
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
_BEFORE_RELATIVE = _PREPOSITIONS | {"у", "к", "под", "над", "между", "о", "об", "через"}


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
