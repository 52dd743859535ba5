"""What single words say about a phrase: whether they are governed, begin a title, name a school, are letters."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    dictionary_form,
    is_nominative_person,
    is_word,
    names_person,
    noun_cases,
)
from normalize.organization_heads import HEADS
from normalize.organization_names import IS_TERRITORIAL
from normalize.organizations.service_bodies import is_police
from normalize.parties.phrase import Phrase
from normalize.parties.units import Unit
from normalize.people.surname_looks import (
    can_be_untold_surname,
    is_thing_by_surname,
    is_word_surname,
    looks_like_surname,
)
from normalize.titles.heads import ABBREVIATIONS, BODIES, PEOPLE, WHOLE, find_head
from normalize.titles.levels import is_of_level
from normalize.titles.roles import AREAS, SUBJECT_NAMES, SUBJECTS
from normalize.vocabulary import forms_of

PREPOSITIONS = frozenset({"по", "в", "на", "при", "за", "от", "для", "с", "со", "во", "из"})


def is_governed(word: str) -> bool:
    """True for a word that can only stand under another: «методистов», «образования»; not «учителя», «заместители»."""
    genitive = can_be_genitive(word) or (not is_word(word) and word.endswith(("ов", "ев", "ей")))
    return (
        genitive
        and not is_nominative_person(word)
        and (word.endswith(("ов", "ев", "ей")) or find_head([word], strict=True) is None)
    )


def is_letters(unit: Unit) -> bool:
    """True for «ЦДО», «ППк»."""
    return unit.kind == "word" and sum(letter.isupper() for letter in unit.text) > 1


def is_body_of_letters(current: Phrase) -> bool:
    """«КДНиЗП», «ЦЗН»: letters by themselves that a body may be called; not «ШМО», «УВР»."""
    printed = [unit for unit in current.units if unit.kind != "bracket"]
    printed = printed[len(printed) > 1 and IS_TERRITORIAL.fullmatch(printed[0].text) is not None :]
    if len(printed) != 1 or _LETTERS.fullmatch(printed[0].text) is None:
        return False
    letters = fold(printed[0].text)
    return letters in _KNOWN_BODIES or (current.kind == "unknown" and letters not in NO_PLACE)


_KNOWN_BODIES = frozenset(forms_of("organizations", "known"))


_LETTERS = expression(r"[А-ЯЁ]{2,}(?:и[А-ЯЁ]+)?|[А-ЯЁ]{2,} и [А-ЯЁ]{2,}")
# «специалист КДН», «руководитель ТПМПК»: a commission that people serve on, and «инспектор ОГИБДД», a department;
# «инспектор ПДН» is a post of the police
_SERVED = ("КДН", "ПМПК", "ГИБДД", "ОГИБДД", "ОНД")
SERVED = frozenset(form for form, value in forms_of("organizations", "known").items() if value in _SERVED)
# «культорганизатор ДК», «тренер ДЮСШ»: whoever is there works there
WORKPLACES = frozenset(form for form, value in forms_of("organizations", "known").items() if value == "ДЮСШ")
_SYSTEMS = frozenset(forms_of("organizations", "system"))  # «администратор АИС»
NO_PLACE = (frozenset(forms_of("roles", "area")) | frozenset(forms_of("roles", "known")) | _SYSTEMS) - SERVED


def is_number(unit: Unit) -> bool:
    """«9», «1-4», «9-х», «5а», «XI»."""
    return (
        unit.kind == "word"
        and re.fullmatch(r"(?:\d+(?:-?[а-яё]{1,2})?)(?:-\d+(?:-?[а-яё]{1,2})?)?|[IVX]+", unit.text) is not None
    )


def starts_title(units: tuple[Unit, ...], index: int) -> bool:
    """True where the words from `index` on begin with a title's head, adjectives before it passed over."""
    words = []
    for unit in units[index : index + 5]:
        if unit.kind != "word":
            break
        words.append(unit.text)
    if words and fold(words[0]) == "нач" and _says_level(units, index):
        return False
    return find_head(words, strict=True) is not None


def _says_level(units: tuple[Unit, ...], index: int) -> bool:
    """Whether the «нач.» at `index` is no chief: «кл. рук. нач. и ср. звена»."""
    before = units[index - 1].text if index and units[index - 1].kind != "separator" else ""
    return is_of_level(before, " ".join(unit.text for unit in units[index + 1 : index + 5]))


def begins_exception(units: Sequence[Unit], index: int) -> bool:
    """Whether the words from `index` on leave somebody out; «без» does before a school only."""
    words = [fold(unit.text) if unit.kind == "word" else "" for unit in units[index : index + 2]]
    if words[:1] == ["без"]:
        return index + 1 < len(units) and units[index + 1].kind == "schools"
    if words[:1] == ["кроме"]:
        return words[1:] != ["того"]
    return words[:1] == ["исключая"] or words == ["за", "исключением"]


def is_anybody(current: Phrase) -> bool:
    """«лицо», «должностное лицо», «сотрудники»: what they answer for says who."""
    head = current.head
    if head is None or head.index != len(current.words) - 1:
        return False
    return dictionary_form(current.words[head.index].text) in _GENERIC


_GENERIC = frozenset(forms_of("roles", "anybody"))


_ADJECTIVES = r"(?:[а-яё-]+(?:ой|ей|ого|его|ая|яя|ий|ый|ую|юю)\s){0,2}"
_WHOSE = r"(?:\s(?:им\.?|имени)\s.+|\s(?:города|района|округа|пос[её]лка|села))?"
_SCHOOL_WITHOUT_NUMBER = expression(
    rf"(?!школы\s(?:города|района|округа)){_ADJECTIVES}(?:(?:про)?гимнази[яиюе]|лице(?:й|я|ю|е)|(?:школ[аыу]|лице[йя]|гимнази[яи])-(?:интернат[ау]?|сада?)"
    rf"|школ[аыу]|интернат[ау]?|(?:кадетск\w+\s)?корпус[ау]?|сош|оош|нош|детск\w+\sсада?){_WHOSE}",
    re.IGNORECASE,
)
_SCHOOLS_OF_A_KIND = expression(
    r"(?:[а-яё-]+(?:ых|их)\s){0,2}(?:школ|лицеев|гимназий|(?:школ|лицеев|гимназий)-интернатов|детских садов|оу|доу)"
    r"(?:\s(?:города|района|округа))?",
    re.IGNORECASE,
)
_BRANCH = expression(r"(?:[а-яё-]+ого\s)?филиал(?:а|ов)?", re.IGNORECASE)


def is_bare_school(printed: str) -> bool:
    """A school without number or name: «гимназии», «вечерней школы», «школы-интерната»."""
    return _SCHOOL_WITHOUT_NUMBER.fullmatch(printed) is not None


def are_schools_of_a_kind(printed: str) -> bool:
    """«лицеев», «школ города»: everybody knows which."""
    return _SCHOOLS_OF_A_KIND.fullmatch(printed) is not None


def is_branch(printed: str) -> bool:
    """«филиала», «Луговского филиала»."""
    return _BRANCH.fullmatch(printed) is not None


def ends_in_surname(phrase: Phrase) -> bool:
    """«Методист Цветкова», «зав. библиотекой Лугова»: somebody's name without initials; not «глава города Лугова».

    So «завуч Заяц», «секретарь ППк Лущик» behind a post of one; not «инспектор Роспотребнадзора».
    """
    words = phrase.words
    if (
        len(words) < 2
        or phrase.units[-1] is not words[-1]
        or any(word.quoted for word in words)  # «инспектор ПДН МВД России «Приозёрский»»
        or fold(words[-2].text) in _BEFORE_A_NAME
    ):
        return False
    last = words[-1].text
    return looks_like_surname(last) or (
        _is_behind_post(phrase) and (_is_no_other_word(last) or is_thing_by_surname(last))
    )


def ends_in_thing_by_name(phrase: Phrase) -> bool:
    """«завуч Крюк», «директор Юность»: a nominative that nothing explains there; not «учитель Физика», «психолог
    Лицея»."""
    words = phrase.words
    if len(words) < 2 or phrase.units[-1] is not words[-1] or not _is_behind_post(phrase):
        return False
    word = words[-1].text
    if not (word[0].isupper() and word[1:].islower()) or fold(word) in SUBJECT_NAMES or find_head([word]) is not None:
        return False
    if is_letters(words[-2]) and fold(words[-2].text) not in AREAS | SUBJECTS:
        return False  # «директор ЦДТ Радуга»
    if words[-2].quoted and words[-1].quoted:
        return False  # «ответственный за АИС «Электронная школа. Образование»»
    cases = noun_cases(word)
    return bool(cases) and cases <= _NOMINATIVE and not adjective_cases(word)


_NOMINATIVE = frozenset({("nomn", "sing"), ("accs", "sing")})


def _is_behind_post(phrase: Phrase) -> bool:
    """Whether a post of one person goes before the last word, which nothing there governs: no «по», «и», «за»."""
    head, words = phrase.head, phrase.words
    if phrase.kind != "title" or head is None or head.plural or head.body or head.index >= len(words) - 1:
        return False
    before = words[-2].text
    if before.islower() and dictionary_form(before) in _NAMED_BODIES:
        return False  # «руководитель отряда Сокол»
    person = words[head.index].text
    is_person = names_person(person) or fold(person) in ABBREVIATIONS or fold(person) in PEOPLE or person in WHOLE
    return is_person and before.lower() not in PREPOSITIONS and words[-2].kind == "word"


_NAMED_BODIES = frozenset(BODIES) | frozenset(HEADS) | {"лагерь"}


def _is_no_other_word(word: str) -> bool:
    """«Заяц», «Лущик»; not «Учитель», which is a post."""
    posts = find_head([word]) is not None and not is_word_surname(word)
    return is_word_surname(word) or (can_be_untold_surname(word) and not posts)


def is_police_of_unit(following: Unit, current: Phrase) -> bool:
    """«Инспектор ПДН⏎ОМВД по г. Лесногорску»: a post of a unit, and behind it the police that the unit is of."""
    if following.kind != "organization" or not is_police(following.targets[0].name):
        return False
    words = current.words
    of_unit = len(words) > 1 and current.units[-1] is words[-1] and fold(words[-1].text) in POLICE_UNITS
    return of_unit and current.kind == "title" and not current.targets


POLICE_UNITS = frozenset(forms_of("organizations", "service_unit"))


# Behind these stands the name of a place or of a thing.
_BEFORE_A_NAME = frozenset(forms_of("people", "before_name"))
