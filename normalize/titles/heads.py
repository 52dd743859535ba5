"""The head noun of a title: «ведущий специалист отдела» → «специалист», and whether it names several."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    dictionary_form,
    is_nominative_person,
    is_nominative_plural,
    is_word,
    names_person,
    noun_cases,
    parses,
)
from normalize.organization_names import IS_TERRITORIAL
from normalize.vocabulary import forms_of

ABBREVIATIONS = {fold(form): value for form, value in forms_of("roles", "abbreviation").items()}
WHOLE = forms_of("roles", "whole")
BODIES = forms_of("roles", "body")
PEOPLE = forms_of("roles", "person")


@dataclass(frozen=True, slots=True)
class Head:
    """The head noun of a title. `index` is its word's place in the list that was given."""

    index: int
    plural: bool
    body: bool  # a group, a council, a set of schools: not a post that one person holds


def find_head(words: list[str], strict: bool = False) -> Head | None:
    """The first nominative noun that can head a title, adjectives before it passed over; None where there is none.

    «ведущий специалист» → 1; «лучшие педагоги школ города» → 1; «качества образования» → None. `strict` leaves
    out words that can also be the genitive of a thing («политики»): what a title in the middle of words needs.
    """
    return _find_head(tuple(words), strict)


@lru_cache(maxsize=16384)  # a phrase is asked for its head many times while it grows
def _find_head(words: tuple[str, ...], strict: bool) -> Head | None:
    for index, word in enumerate(words):
        head = _as_head(word, strict) if index or ABBREVIATIONS.get(fold(word)) != "группы" else None  # «гр. № 3»
        if index and fold(word) == "кл" and index == len(words) - 1 and _CLASS.fullmatch(words[index - 1]):
            return Head(index, True, True)  # «5-7 кл.»
        if head is not None and not _stands_before(word, words[index + 1 : index + 4]):
            many = _says_many(word, words[index + 1 :]) or _is_said_many(word, words[:index])
            return Head(index, head.plural or many, head.body)
        if not _can_precede(word):
            return None
    return None


def _says_many(word: str, behind: Sequence[str]) -> bool:
    """An abbreviated title of several: «зам. директоров по ВР», «кл. рук. 5-11 кл.»."""
    written_out = ABBREVIATIONS.get(fold(word))
    if written_out is None:
        return False
    if behind and behind[0].lower() == "всех":
        return "-" not in word  # «воспит. всех групп»; «восп-ль всех групп» is one
    if written_out == "классный руководитель":
        return OF_CLASSES.match(" ".join([written_out, *behind])) is not None
    return bool(behind) and names_person(behind[0], "plur") and behind[0].lower().endswith(("ов", "ей", "их"))


def _is_said_many(word: str, before: Sequence[str]) -> bool:
    """«классные рук.»: the adjective before an abbreviation says that it is several."""
    cases = adjective_cases(before[-1]) if before and fold(word) in ABBREVIATIONS else frozenset()
    return ("nomn", "plur") in cases and ("nomn", "sing") not in cases


def _stands_before(word: str, following: Sequence[str]) -> bool:
    """«старший воспитатель», «городской родительский комитет»: an adjective that could head a title alone, but does
    not here.

    Not «заведующие ОУ»: an adjective agrees with no letters.
    """
    if following and following[0].isupper() and len(following[0]) > 1 and fold(word) in PEOPLE:
        return False
    if following and " " in following[0]:  # «городской Совет ветеранов»: a body that everybody knows
        return bool(adjective_cases(word))
    return bool(following) and bool(adjective_cases(word)) and _find_head(tuple(following), False) is not None


@cache
def _as_head(word: str, strict: bool = False) -> Head | None:
    """The word as the only one of a title."""
    lower = word.lower().replace("ё", "е")
    if IS_TERRITORIAL.fullmatch(lower):
        return None  # «Городская ПМПК»: no townswoman
    expanded = ABBREVIATIONS.get(fold(word))
    if expanded is not None:
        return _head_written_out(expanded.split())
    if lower in WHOLE:
        return Head(0, WHOLE[lower].split()[0].endswith("и"), False)
    body = _dictionary_form(lower, BODIES)
    if body is not None:
        return Head(0, body == "plur", True)
    person = _dictionary_form(lower, PEOPLE)
    if person is not None and not (strict and can_be_genitive(word) and not names_person(word)):  # «лица»
        return Head(0, person == "plur", False)
    if is_nominative_person(word, strict) or _last_part_is_known(lower):
        return Head(0, is_nominative_plural(lower), False)
    return None


def _head_written_out(words: list[str]) -> Head | None:
    """The head of an abbreviation's words; None for adjectives and fields: «старший», «физкультуры»."""
    if "исполняющий" in words:
        return Head(0, False, False)
    if len(words) == 1 and words[0] not in PEOPLE and (adjective_cases(words[0]) or not _is_post_or_body(words[0])):
        return None
    head = find_head(words)
    return head and Head(0, head.plural, head.body)


def _is_post_or_body(word: str) -> bool:
    """«учителя», «администрация», «группы»; not «физкультуры»."""
    return names_person(word) or dictionary_form(word) in BODIES


def _dictionary_form(lower: str, vocabulary: dict[str, str]) -> str | None:
    """ "sing" or "plur" where the word is a nominative of a vocabulary entry, else None."""
    if lower in vocabulary:
        plural = (
            lower.endswith(("иеся", "ие"))
            or is_nominative_plural(lower)
            or (not is_word(lower) and lower.endswith(("ы", "и")))
        )
        return "plur" if plural and lower not in BODIES else "sing"
    for parse in parses(lower):
        if parse.tag.case == "nomn" and str(parse.normal_form).replace("ё", "е") in vocabulary:
            return str(parse.tag.number)
    if "-" in lower:
        return _dictionary_form(lower.rsplit("-", 1)[1], vocabulary)
    if lower.endswith(("ы", "и")) and lower[:-1] in vocabulary:  # «коучи»: not in the dictionary
        return "plur"
    return None


def _last_part_is_known(lower: str) -> bool:
    first, _, _ = lower.partition("-")
    return (
        "-" in lower and (first in PEOPLE or is_nominative_person(first)) and bool(noun_cases(first) or first in PEOPLE)
    )


_CLASS = expression(
    r"\d{1,2}(?:-?[а-яё]{1,2}|-?[А-К])?(?:-\d{1,2}(?:-?[а-яё]{1,2})?)?|[А-К]"
)  # «8-11 классы», «11 А класс»


_ADVERBS = frozenset(forms_of("roles", "adverb"))
_WHOSE = expression(r"(?i)чей|чья|чь[еёи]")


@cache
def _can_precede(word: str) -> bool:
    """Adjectives, pronouns and numerals in the nominative may stand before the head."""
    if _WHOSE.fullmatch(word):
        return False  # «чьи ученики стали призёрами» says of somebody else
    if ABBREVIATIONS.get(fold(word)) or _CLASS.fullmatch(word) or word.lower() in _ADVERBS:
        return True
    return any(
        parse.tag.case == "nomn" and {"ADJF", "PRTF", "NUMR", "Apro"} & parse.tag.grammemes for parse in parses(word)
    ) or (not parses(word) and any(case == "nomn" for case, _ in adjective_cases(word)))


# «кл. рук. 1 – 9 кл.», «кл. рук. 8 «А», 9 «Б»», «кл. рук. 5-х кл.»: several classes have several of them
_ONE_CLASS = r"(?:\d+|[IVX]+)(?:-?[а-я]{1,2}|\s?-?\s?[«\"“]?[А-Яа-я](?![а-яё])[»\"”]?)?"
OF_CLASSES = expression(
    r"\bклассный руководитель"
    rf"(?=\s+{_ONE_CLASS}\s*(?:кл\w*\.?)?\s*(?:[,–\s-]|\bи\b)\s*(?:\d|[IVX])|\s+\d+-?(?:х|ых|их)\b)"
)
