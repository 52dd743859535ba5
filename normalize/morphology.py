"""Dictionary morphology (pymorphy3): what a word can be, and its other forms. Never used to change a surname.

Measured on order 306 (notes/names.md §2): right for head nouns and given names, wrong for surnames (it makes
women men), so surnames have rules of their own in people/.
"""

from functools import cache

import pymorphy3
from pymorphy3.analyzer import Parse


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    """Made at the first question: to open its dictionaries takes 40 ms."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def parses(word: str) -> tuple[Parse, ...]:
    """All dictionary readings of a word, likeliest first; () for a word that is not in the dictionary."""
    if not _analyzer().word_is_known(word.lower()):
        return ()
    return tuple(_analyzer().parse(word.lower()))


@cache
def is_word(word: str) -> bool:
    """True where the dictionary has the word."""
    return bool(_analyzer().word_is_known(word.lower()))


@cache
def noun_cases(word: str, known_only: bool = True) -> frozenset[tuple[str, str]]:
    """The (case, number) pairs that a noun's form can be: {("nomn", "plur")} for «руководители».

    Of a compound with a hyphen the last part decides («учителя-тьюторы», «коуч-наставники»).
    """
    readings = parses(word)
    if not readings and not known_only:
        readings = tuple(_analyzer().parse(word.lower()))
    found = {
        (str(parse.tag.case), str(parse.tag.number))
        for parse in readings
        if "NOUN" in parse.tag
        and parse.tag.case is not None
        and not {"Surn", "Patr", "Name", "Geox"} & parse.tag.grammemes
    }
    if not found and "-" in word:
        return noun_cases(word.rsplit("-", 1)[1], known_only)
    return frozenset(found)


@cache
def is_nominative_person(word: str, strict: bool = True) -> bool:
    """True for a word that can name people in the nominative: «методист», «учителя»; not «политики», «помощи».

    Where `strict`, a word that is also the genitive of a thing is that thing; else «сторожа» counts. Of a
    compound with a hyphen the last part decides.
    """
    readings = parses(word)
    if strict and any(parse.tag.case == "gent" and "inan" in parse.tag for parse in readings):
        return False
    for parse in readings:
        if parse.tag.case == "nomn" and "anim" in parse.tag and "NOUN" in parse.tag:
            return not {"Surn", "Name", "Patr"} & parse.tag.grammemes
    return "-" in word and not is_word(word) and is_nominative_person(word.rsplit("-", 1)[1], strict)


@cache
def is_nominative_plural(word: str) -> bool:
    """True for a noun in the nominative plural: «методисты»; «сторожа» too, an old word for a guard as well.

    Not for «члена», nor for letters that have no number.
    """
    cases = noun_cases(word)
    if ("nomn", "plur") not in cases or ("nomn", "sing") not in cases:
        return ("nomn", "plur") in cases
    likeliest = [one.tag for one in parses(word) if str(one.normal_form).replace("ё", "е") == dictionary_form(word)]
    return all(tag.number == "plur" for tag in likeliest if tag.case == "nomn")


@cache
def dictionary_form(word: str) -> str:
    """The nominative singular of the likeliest reading, ё as е; the word itself where there is none.

    Compounds with a hyphen part by part: «педагога-психолога» → «педагог-психолог».
    """
    if "-" in word and not is_word(word):
        return "-".join(dictionary_form(part) for part in word.split("-"))
    readings = parses(word)
    return str(readings[0].normal_form).replace("ё", "е") if readings else word.lower().replace("ё", "е")


@cache
def names_person(word: str, number: str | None = None) -> bool:
    """True for a common noun that can name people, in any case; in that `number` ("sing", "plur") where given.

    Of a compound with a hyphen the last part decides.
    """
    if "-" in word and not is_word(word):
        return names_person(word.rsplit("-", 1)[1], number)
    return any(
        "NOUN" in parse.tag
        and "anim" in parse.tag
        and not {"Surn", "Name", "Patr"} & parse.tag.grammemes
        and (number is None or parse.tag.number == number)
        for parse in parses(word)
    )


@cache
def can_be_genitive(word: str) -> bool:
    """True for a noun or adjective whose form can be a genitive: «образования», «общей»."""
    cases = noun_cases(word) | adjective_cases(word)
    return any(case in ("gent", "gen2") for case, _ in cases)


@cache
def is_nominative(word: str) -> bool:
    """True for a noun or adjective whose form can be a nominative."""
    return any(case == "nomn" for case, _ in noun_cases(word) | adjective_cases(word))


@cache
def adjective_cases(word: str) -> frozenset[tuple[str, str]]:
    """The (case, number) pairs that an adjective's or participle's form can be; empty for other words."""
    readings = parses(word) or tuple(_analyzer().parse(word.lower()))
    return frozenset(
        (str(parse.tag.case), str(parse.tag.number))
        for parse in readings
        if ("ADJF" in parse.tag or "PRTF" in parse.tag) and parse.tag.case is not None
    )


@cache
def is_nominative_adjective(word: str) -> bool:
    """True for an adjective or participle in the nominative: «старший», «ведущие»."""
    return any(case == "nomn" for case, _ in adjective_cases(word)) and bool(parses(word))


@cache
def is_participle(word: str) -> bool:
    """True for a full participle: «функционирующих», «демонстрирующих»."""
    return any("PRTF" in parse.tag for parse in parses(word))


@cache
def is_transitive_participle(word: str) -> bool:
    """True for an active participle that takes an object: «имеющие»; not «участвующие»."""
    return any({"PRTF", "actv", "tran"} <= parse.tag.grammemes for parse in parses(word))


@cache
def may_be_nominative(word: str) -> bool:
    """True where the likeliest inflection of a word that no dictionary has makes it a nominative singular: «Шульга»."""
    return any(one.tag.case == "nomn" and one.tag.number == "sing" for one in _analyzer().parse(word.lower()))


@cache
def is_surname(word: str) -> bool:
    """True where the dictionary knows the word as a surname in some form."""
    return any("Surn" in parse.tag for parse in parses(word))


@cache
def is_given_name(word: str) -> bool:
    """True where the dictionary knows the word as a given name in some form."""
    return any("Name" in parse.tag for parse in parses(word))


@cache
def is_only_a_place(word: str) -> bool:
    """True where the dictionary knows the word as a town's name and as nothing else: «Лямина», «Саратов»."""
    found = parses(word)
    return bool(found) and all("Geox" in parse.tag for parse in found)


@cache
def is_short_adjective(word: str) -> bool:
    """True for a word that the dictionary has as a short or a possessive adjective alone: «Чиркова», «Лисина»."""
    found = parses(word)
    return bool(found) and all({"ADJS", "Poss"} & parse.tag.grammemes for parse in found)


@cache
def is_common_word(word: str) -> bool:
    """True for a dictionary word that is no name of a person in any reading: «управления», «школы»."""
    found = parses(word)
    return bool(found) and not any({"Surn", "Name", "Patr"} & parse.tag.grammemes for parse in found)


@cache
def inflect(word: str, *grammemes: str) -> str | None:
    """The word in another form, its capitals kept; None where the dictionary has no such form.

    Compounds with a hyphen are inflected part by part where a part can be («учителя-тьюторы» →
    «учитель-тьютор»), else only at the end («коуч-наставники» → «коуч-наставник»).
    """
    if "-" in word and not is_word(word):
        parts = [inflect(part, *grammemes) or part for part in word.split("-")]
        return "-".join(parts)
    for parse in parses(word):
        if not {"NOUN", "ADJF", "PRTF"} & parse.tag.grammemes:
            continue
        form = parse.inflect(set(grammemes))
        if form is not None:
            return _with_capitals(_PLURALS.get(form.word, form.word), word)
    return None


def inflections(word: str) -> frozenset[str]:
    """All forms of a noun or an adjective, in lower case; none of a word that the dictionary does not have."""
    found = next((parse for parse in parses(word) if {"NOUN", "ADJF"} & parse.tag.grammemes), None)
    return frozenset() if found is None else frozenset(str(form.word) for form in found.lexeme)


_PLURALS = {"учители": "учителя"}  # of the two the dictionary takes the one of teachings


def _with_capitals(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if like[:1].isupper() else form
