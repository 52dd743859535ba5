"""Whether a phrase runs on over a separator: a clause, a list that its title governs, a line that a cell has broken."""

import re

from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    is_nominative_adjective,
    names_person,
    noun_cases,
    parses,
)
from normalize.parties.class_lists import classes_go_on
from normalize.parties.clauses import begins_relative_clause, goes_on_as_clause, is_clause
from normalize.parties.phrase import Phrase, lists_sources
from normalize.parties.phrase_words import (
    PREPOSITIONS,
    are_schools_of_a_kind,
    is_bare_school,
    is_governed,
    is_letters,
    is_number,
    is_police_of_unit,
    starts_title,
)
from normalize.parties.sets import KINDERGARTENS, SCHOOLS, SCHOOLS_OF_A_KIND, UNIONS
from normalize.parties.short_subjects import ends_short_subject, is_short_subject
from normalize.parties.units import Unit
from normalize.titles.heads import ABBREVIATIONS, find_head
from normalize.titles.roles import SUBJECT_NAMES, SUBJECTS
from normalize.titles.subjects import in_genitive
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
    if mark == ":" and following.quoted and fold(current.units[-1].text) in ("групп", "гр."):
        return True  # «воспитатели групп: «Пчёлки», «Капельки»»
    if mark in ("", ",") and classes_go_on(following, current, mark):
        return True
    if mark == ",":
        return _runs_over_comma(following, units, index, current)
    if mark == "/" and teaches(current) and all(map(_is_subject, (current.units[-1], following))):
        return True  # «учителя физкультуры / ОБЖ»
    if mark:
        return False
    wrapped = _is_wrapped(following, current) or is_police_of_unit(following, current)
    return wrapped or _is_governed_line(following, current)


def _runs_over_comma(following: Unit, units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    last = current.units[-1]
    if quoted_names_go_on(following, current):
        return True
    if following.kind == "word" and current.kind != "person" and is_clause(following.text, current):
        return goes_on_as_clause(units, index + 1, current)
    if current.units[0].kind == "word" and begins_relative_clause(units, index + 1):
        return True
    if is_number(following) and (is_number(last) or _NUMBERED.fullmatch(last.text)):
        return True  # «классные руководители 9, 11 классов», «воспитатели групп №3, 5»
    if _is_one_more_number(current, units, index + 1):
        return True  # «руководители ППЭ № 271, № 272»
    if _is_numbered_alike(last, following):
        return True  # «за проведение ГИА-9, ГИА-11»
    if _is_short_adjective(last) and _is_short_adjective(following):
        return not starts_title(units, index + 1)  # «воспитатели ср., ст. и подг. групп»
    if _is_governed_list(units, index + 1, current) or _lists_places(units, index, current):
        return True
    if not lists_sources(current):
        return False
    if following.kind == "organization":
        return not _opens_bracket(units, index + 2)  # «…, ЦРБ (врач Гаев С.М.)» is a party
    return following.kind == "word" and is_governed(following.text)


def _is_subject(unit: Unit) -> bool:
    """«физкультуры», «ОБЖ», as a title governs them."""
    return unit.kind == "word" and fold(unit.text) in SUBJECTS | in_genitive()


def _is_governed_line(following: Unit, current: Phrase) -> bool:
    """«Руководители⏎СОШ №№ 2, 7», «специалист⏎отдела образования»: the title governs what the next line begins with."""
    if current.kind != "title":
        return False
    if following.kind == "schools":
        return not current.targets and _is_plural_title(current)
    return following.kind == "word" and following.text[0].islower() and is_governed(following.text)


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
    if following.kind == "word" and following.text.lower() in PREPOSITIONS:
        return True
    if _ends_in_preposition(current) and following.kind in ("word", "organization", "schools"):
        return True  # «Зам. директора по⏎УВР»
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
        return find_head([following.text]) is None or lower in _OF_SEVERAL
    if last in _DEPUTIES:
        return lower.startswith(_CHIEFS)
    return lower in _GOVERNED


_OF_INSTITUTIONS = frozenset(forms_of("roles", "institution"))
_DEPUTIES = frozenset(forms_of("roles", "deputy"))
_CHIEFS = tuple(forms_of("roles", "chief"))  # stems
_OF_SEVERAL = SCHOOLS | SCHOOLS_OF_A_KIND | KINDERGARTENS | UNIONS
_GOVERNED = frozenset(forms_of("roles", "governed"))


def _ends_in_preposition(current: Phrase) -> bool:
    last = current.units[-1]
    return last.kind == "word" and last.text in PREPOSITIONS and len(current.units) > 1


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


def _is_numbered_alike(last: Unit, following: Unit) -> bool:
    """«ГИА-9», «ГИА-11»: the same letters with another number."""
    one, other = (_WITH_NUMBER.fullmatch(unit.text) for unit in (last, following))
    return last.kind == following.kind == "word" and bool(one and other and one["letters"] == other["letters"])


def _is_one_more_number(current: Phrase, units: tuple[Unit, ...], index: int) -> bool:
    """Whether a «№» with its number follows one, and a separator behind it: not «отряд № 1, № 2 (СОШ № 5)»."""
    if [unit.text for unit in current.units[-2:-1]] != ["№"] or not is_number(current.units[-1]):
        return False
    sign, number, *behind = units[index : index + 3] if len(units) > index + 1 else [units[index]] * 2
    closed = not behind or behind[0].kind == "and" or behind[0].text.strip() in (",", ";", ".", "")
    return sign.text == "№" and is_number(number) and closed


_NUMBERED = re.compile(r"№+\d+(?:-\d+)?")
_WITH_NUMBER = re.compile(r"(?P<letters>[А-ЯЁ]{2,})-\d{1,2}")


def _is_short_adjective(unit: Unit) -> bool:
    """«ст.», «подг.»."""
    return unit.kind == "word" and ABBREVIATIONS.get(fold(unit.text), "").endswith(("ий", "ый", "ой"))


def _is_governed_list(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """«учителя физики, химии», «члены комиссии, родительского комитета»: the title governs both genitives."""
    following = units[index]
    if current.kind != "title" or len(current.words) < 2 or current.targets or following.kind != "word":
        return False
    last = current.units[-1]
    of_schools = last.kind == "word" and fold(last.text) in _OF_SEVERAL  # «руководители СОШ, лицеев, гимназий»
    of_subject = last.kind == "word" and (fold(last.text) in SUBJECTS or ends_short_subject(last))
    if last.kind != "word" or not (of_schools or can_be_genitive(last.text) or of_subject):
        return False
    if fold(following.text) in SUBJECTS:
        return teaches(current)
    if teaches(current) and is_short_subject(units, index):
        return True  # «учителя матем., физ., рус. яз.»
    if not following.text.isupper() and are_schools_of_a_kind(following.text) and are_schools_of_a_kind(last.text):
        return True  # «Руководители Средних школ, Лицеев»
    if is_bare_school(following.text) and (are_schools_of_a_kind(last.text) or is_bare_school(last.text)):
        return False  # «директора школ, лицея, гимназии»
    if _is_one_more(following.text) or (_are_more_people(following.text) and not names_person(last.text)):
        return False
    return following.text[0].islower() and is_governed(following.text) and not _is_of_nominative(units, index)


def _is_of_nominative(units: tuple[Unit, ...], index: int) -> bool:
    """«трудовой» of «трудовой отряд»: may be a genitive by itself, and is none before its noun."""
    noun = (
        noun_cases(units[index + 1].text) if units[index + 1 : index + 2] and units[index + 1].kind == "word" else None
    )
    return bool(noun and adjective_cases(units[index].text)) and not any(case == "gent" for case, _ in noun or ())


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


def _is_one_more(word: str) -> bool:
    """«рабочий по обслуживанию здания, электрик»: somebody, though it can be the genitive of «электрика»."""
    found = parses(word)
    first = found[0].tag if found else None
    return first is not None and first.case == "nomn" and {"NOUN", "anim", "sing"} <= first.grammemes


def teaches(current: Phrase) -> bool:
    """Whether the title is of a subject: «учителя физкультуры», «ШМО учителей истории»."""
    return any(_TEACHES.match(unit.text) for unit in current.words)


_TEACHES = re.compile(r"(?:учител|учит\.|преподавател|педагог|[рг]мо|ш?мо\b|методист)", re.IGNORECASE)
