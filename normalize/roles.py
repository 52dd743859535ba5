"""Titles: the words of a post or a body → a role in the nominative, written out (CONTRACT.md §2)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from normalize.fold import fold, read_cyrillic, squeeze
from normalize.morphology import (
    adjective_cases,
    inflect,
    is_nominative,
    is_nominative_person,
    is_word,
    names_person,
    noun_cases,
    parses,
)
from normalize.vocabulary import forms_of

ABBREVIATIONS = {fold(form): value for form, value in forms_of("roles", "abbreviation").items()}
WHOLE = forms_of("roles", "whole")
BODIES = forms_of("roles", "body")
PEOPLE = forms_of("roles", "person")
SUBJECTS = frozenset(fold(form) for form in forms_of("roles", "subject"))
LABELS = frozenset(fold(form) for form in forms_of("roles", "label"))
SUBJECT_NAMES = frozenset(fold(form) for form in forms_of("roles", "subject_name"))
AREAS = frozenset(fold(form) for form in forms_of("roles", "area"))
_SOURCES = re.compile(r"\s+из\s+числа\b.*$|\s+в\s+составе\b.*$", re.DOTALL)
_LOOSE_END = re.compile(
    r"(?:\s+(?:под\s+(?:руководством|председательством)|во\s+главе|при|в|из|от|на|базе|с|со|и|по|для|г\.?)|[\s,;:.\-–—])+$"
)
_LOOSE_START = re.compile(r"^(?:[\s,;:.\-–—]|и\s)+")


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
        head = _as_head(word, strict)
        if index and fold(word) == "кл" and index == len(words) - 1 and _CLASS.fullmatch(words[index - 1]):
            return Head(index, True, True)  # «5-7 кл.»
        if head is not None and not _stands_before(word, words[index + 1 : index + 2]):
            return Head(index, head.plural or _says_many(word, words[index + 1 :]), head.body)
        if not _can_precede(word):
            return None
    return None


def _says_many(word: str, behind: Sequence[str]) -> bool:
    """An abbreviated title of several: «зам. директоров по ВР», «кл. рук. 5-11 кл.»."""
    written_out = ABBREVIATIONS.get(fold(word))
    if written_out is None:
        return False
    if written_out == "классный руководитель":
        return _OF_CLASSES.match(" ".join([written_out, *behind])) is not None
    return bool(behind) and names_person(behind[0], "plur") and behind[0].lower().endswith(("ов", "ей", "их"))


def _stands_before(word: str, following: Sequence[str]) -> bool:
    """«старший воспитатель», «дежурный учитель»: an adjective that could head a title alone, but does not here."""
    return bool(following) and bool(adjective_cases(word)) and _as_head(following[0]) is not None


@cache
def _as_head(word: str, strict: bool = False) -> Head | None:
    """The word as the only one of a title."""
    lower = word.lower().replace("ё", "е")
    expanded = ABBREVIATIONS.get(fold(word))
    if expanded is not None:
        if adjective_cases(expanded.split()[0]) and not is_nominative(expanded.split()[0]):
            return None  # «доп. образования», «нач. классов»
        last = expanded.split()[-1] if "исполняющий" not in expanded else "исполняющий"
        if adjective_cases(last) and not is_nominative_person(last) and last not in PEOPLE:
            return None
        if last == "директора":
            return Head(0, False, False)
        return Head(0, ("nomn", "plur") in noun_cases(last), False)
    if lower in WHOLE:
        return Head(0, WHOLE[lower].split()[0].endswith("и"), False)
    body = _dictionary_form(lower, BODIES)
    if body is not None:
        return Head(0, body == "plur", True)
    person = _dictionary_form(lower, PEOPLE)
    if person is not None:
        return Head(0, person == "plur", False)
    if is_nominative_person(word, strict) or _last_part_is_known(lower):
        return Head(0, _is_plural(lower), False)
    return None


def _dictionary_form(lower: str, vocabulary: dict[str, str]) -> str | None:
    """ "sing" or "plur" where the word is a nominative of a vocabulary entry, else None."""
    if lower in vocabulary:
        plural = (
            lower.endswith(("иеся", "ие")) or _is_plural(lower) or (not is_word(lower) and lower.endswith(("ы", "и")))
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


def _is_plural(lower: str) -> bool:
    cases = noun_cases(lower)
    return ("nomn", "plur") in cases and ("nomn", "sing") not in cases


_CLASS = re.compile(r"\d{1,2}(?:-?[а-яё]{1,2})?(?:-\d{1,2}(?:-?[а-яё]{1,2})?)?|[А-Е]")  # «8-11 классы», «11 А класс»


@cache
def _can_precede(word: str) -> bool:
    """Adjectives, pronouns and numerals in the nominative may stand before the head."""
    if ABBREVIATIONS.get(fold(word)) or _CLASS.fullmatch(word):
        return True
    return any(
        parse.tag.case == "nomn" and {"ADJF", "PRTF", "NUMR", "Apro"} & parse.tag.grammemes for parse in parses(word)
    ) or (not parses(word) and any(case == "nomn" for case, _ in adjective_cases(word)))


def read_role(printed: str) -> str:
    """A title as the contract wants it: abbreviated posts written out, first letter small, brackets left out.

    «Зам. директора по УВР» → «заместитель директора по УВР»; «Экспертная группа (совет)» → «экспертная
    группа»; «… группа из числа специалистов …» → «… группа».
    """
    text = squeeze(re.sub(r"\([^()]*\)?", " ", read_cyrillic(printed)))
    text = re.sub(r"\s+,", ",", _SOURCES.sub("", text))
    text = re.sub(r"\bпо(?=[А-ЯЁ]{2})", "по ", text)
    text = re.sub(r"^(\d[\d–-]*)\s*кл\b\.?$", r"\1 классы", text)  # «5-7 кл.» alone
    text = re.sub(r"(?<=[\dIVX])\s*кл\b\.?", " классов", text)  # «1-11 кл.»: no «классный» here
    text = _DEPUTY.sub(_in_genitive, _write_out(text))
    text = re.sub(r"(?<=[а-яё])\s+[-–—]\s*(?=[а-яё])|(?<=[а-яё])[-–—]\s+(?=[а-яё])", "-", text)
    text = _OF_CLASSES.sub("классные руководители", text)
    text = re.sub(r"^заместитель(?=\s(?:директоров|руководителей|заведующих|начальников)\b)", "заместители", text)
    text = re.sub(r"^заместитель директора(?=\s(?:школ|ОО|ОУ|лицеев|гимназий)\b)", "заместители директоров", text)
    text = _LOOSE_START.sub("", _LOOSE_END.sub("", text))
    text = _without_quotes(text.strip())
    return _small_first(_agree(_without_capitals(text)))


def _without_quotes(text: str) -> str:
    """Quotes around the whole are none of it, nor one without its pair; «педагоги «Точек роста»» keeps both."""
    while text and text[0] in '«"“„' and (text[-1] in '»”"' or not re.search('[»”"]', text[1:])):
        text = text[1:].removesuffix(text[-1] if text[-1] in '»”"' else "").strip()
    if text and text[-1] in '»”"' and not re.search('[«“„"]', text[:-1]):
        text = text[:-1].strip()
    return text + "»" if text.count("«") > text.count("»") else text


# «кл. рук. 1 – 9 кл.»: several classes have several of them
_OF_CLASSES = re.compile(r"\bклассный руководитель(?=\s+(?:\d+|[IVX]+)(?:-?[а-я]{1,2})?\s*[,–\s-]\s*(?:\d|[IVX]))")


def _without_capitals(text: str) -> str:
    """«ЗАМЕСТИТЕЛЬ ДИРЕКТОРА» was typed in capitals; «ШМО» is an abbreviation."""
    if not text.isupper() or not any(len(word) > 4 and is_word(word) for word in text.split()):
        return text
    return " ".join(word.lower() if len(word) > 3 and is_word(word) else word for word in text.split())


_SHORT = "\x01"  # behind an adjective that was printed as an abbreviation: its ending is still to be found
_ADJECTIVES = frozenset(value for value in ABBREVIATIONS.values() if value.endswith(("ий", "ый", "ой")))


def _agree(text: str) -> str:
    """An abbreviated adjective is written out as its noun wants it: «соц. педагоги» → «социальные педагоги»,
    «ст. вожатая» → «старшая вожатая», «по соц. вопросам» → «по социальным вопросам»."""
    words = text.split(" ")
    for index, (word, noun) in enumerate(pairwise(words)):
        if word.endswith(_SHORT):
            form = _noun_form(noun.strip(",;"), words[index - 1].lower() if index else None)
            adjective = word.removesuffix(_SHORT)
            words[index] = (form and inflect(adjective, *form)) or adjective
    return " ".join(words).replace(_SHORT, "")


_GOVERNED = {"по": "datv", "к": "datv", "с": "ablt", "за": "ablt", "над": "ablt"} | dict.fromkeys(
    ("в", "при", "на"), "loct"
)


def _noun_form(noun: str, before: str | None) -> tuple[str, ...] | None:
    """Case, number and gender in which a noun stands behind the word `before`; None = it can stand in none."""
    if noun.lower() in _GOVERNED:
        return None  # «отв. по ОТ»
    wanted = "nomn" if before is None or before in ("и", "а") else _GOVERNED.get(before, "gent")
    readings = [parse.tag for parse in parses(noun.rsplit("-", 1)[-1]) if {"NOUN", "ADJF"} & parse.tag.grammemes]
    for case in (wanted,) if wanted == "nomn" else (wanted, "gent", "datv", "ablt", "loct"):
        for tag in readings:
            if tag.case == case:
                gender = [str(tag.gender)] if tag.number == "sing" and tag.gender else []
                return (case, str(tag.number), *gender)
    return None


_ABBREVIATED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        re.escape(form).replace(r"\ ", r"\s*").replace(r"\.", r"\s?\.\s?").removesuffix(r"\s?")
        for form in sorted(forms_of("roles", "abbreviation"), key=len, reverse=True)
    )
    + r")(?![\w-])\.?"
    + r"|(?<![\w-])(?:"
    + "|".join(
        re.escape(form).replace(r"\ ", r"\s*").replace(r"\.", r"\s?\.\s?").removesuffix(r"\s?")
        for form in sorted(forms_of("roles", "abbreviation"), key=len, reverse=True)
        if form.endswith(".")
    )
    + r")",
    re.IGNORECASE,
)


def write_out(text: str) -> str:
    """The words of a name or title with abbreviations of posts and fields written out: «доп. образования»."""
    return _agree(_write_out(text)) if "." in text else text


def _write_out(text: str) -> str:
    first = text.split(" ")[0].lower() if text else ""
    if first in WHOLE:
        text = WHOLE[first] + text[len(first) :]
    return squeeze(_ABBREVIATED.sub(lambda match: _expansion(match.group()), text))


# «зам. нач.» is written out as «заместитель начальник»: whose deputy stands in the genitive
_DEPUTY = re.compile(r"(?P<deputy>заместител\w+)\s(?P<whose>начальник|директор|руководитель|заведующий|председатель)\b")


def _in_genitive(match: re.Match[str]) -> str:
    return f"{match['deputy']} {inflect(match['whose'], 'gent', 'sing') or match['whose']}"


def _expansion(printed: str) -> str:
    value = ABBREVIATIONS.get(fold(printed), printed)
    return value + (_SHORT if value in _ADJECTIVES else "") + " "


def _small_first(text: str) -> str:
    """The first letter small, but an acronym stays: «ШМО»."""
    first = text.split(" ")[0]
    return text if any(letter.isupper() for letter in first[1:]) else text[:1].lower() + text[1:]


def singular_role(role: str) -> str:
    """A plural title for one of several people: «ведущие специалисты отдела» → «ведущий специалист отдела»."""
    words = role.split(" ")
    head = find_head(words)
    if head is None or not head.plural:
        return role
    noun = _singular_noun(words[head.index])
    words[head.index] = noun
    gender = _gender(noun)
    for index in range(head.index):
        words[index] = inflect(words[index], "nomn", "sing", gender) or words[index]
    return " ".join(words)


def _singular_noun(noun: str) -> str:
    """«специалисты» → «специалист»; «учителя-тьюторы» → «учитель-тьютор», though «тьютор» is in no dictionary."""
    parts = []
    for part in noun.split("-"):
        bare = part[:-1] if part.endswith(("ы", "и")) else ""
        parts.append(bare if bare.lower() in PEOPLE else inflect(part, "nomn", "sing") or part)
    return "-".join(parts)


def _gender(noun: str) -> str:
    return next(
        (str(parse.tag.gender) for parse in parses(noun) if parse.tag.case == "nomn" and parse.tag.gender), "masc"
    )


def nominative_role(role: str) -> str:
    """A title in any case → nominative: «старшему методисту центра» → «старший методист центра».

    Only the adjectives before the head noun and the head noun change; the title as it is where no word of it
    names a person.
    """
    words = role.split(" ")
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if not names_person(word) or (adjective_cases(word) and names_person(following)):
            continue
        number = "plur" if names_person(word, "plur") and not names_person(word, "sing") else "sing"
        noun = inflect(word, "nomn", number) or word
        gender = [_gender(noun)] if number == "sing" else []
        before = [inflect(one, "nomn", number, *gender) or one for one in words[:index]]
        return " ".join([*before, noun, *words[index + 1 :]])
    return role


_ALL_SCHOOLS = forms_of("roles", "all_schools")


def names_all_schools(role: str) -> bool:
    """True for «руководители ОО», «директора школ города»: a post in every school, nobody's in particular."""
    head, _, rest = role.partition(" ")
    return find_head([head]) is not None and fold(rest) in _ALL_SCHOOLS


def area_role(role: str, area: str) -> str | None:
    """A second deputy of one title: «заместитель директора по УВР», «ВР» → «заместитель директора по ВР»."""
    match = re.match(r"(?P<post>(?:зам|завед|завуч|ответственн)\w*.*\sпо)\s+\S+", role)
    if match is None or fold(area) not in AREAS:
        return None
    return f"{match['post']} {area}"
