"""Of how many names behind it a title is: «учителя физики Вязова А.К., Лосев П.И.», «Методист Вязова А.К., …»."""

import re
from functools import cache

from normalize.fold import fold
from normalize.parties.phrase import Phrase
from normalize.parties.walk import is_acronym, is_body, is_plural, is_post
from normalize.titles.heads import OF_CLASSES, find_head
from normalize.vocabulary import forms_of


def shares_title_before(phrases: list[Phrase], owned: frozenset[int], text: str) -> dict[int, int]:
    """Index of a plural title → the number of names right behind it that it is the title of.

    «учителя физики Вязова А.К., Лосев П.И.», «члены - Вязова А.К., Лосев П.И.»; not «специалисты группы Вязова А.К.,
    директор школы № 2»: she has a title of her own, and only a comma is lost.
    """
    shares: dict[int, int] = {}
    for index, phrase in enumerate(phrases):
        open_number = says_no_number(phrase)
        if phrase.kind != "title" or not (is_plural(phrase) or open_number) or is_body(phrase):
            continue
        first = _after_areas(phrases, _after_schools(phrases, index))
        names, end = _names_from(phrases, first)
        several = (first > index + 1 and phrases[index + 1].kind == "schools") or len(
            phrase.targets
        ) > 1  # «учителя СОШ № 4 и СОШ № 6 Вязова А.К., Лосев П.И.»
        if several and (names < 2 or phrases[first].joint != ""):
            continue
        after = phrases[end] if end < len(phrases) else None
        if open_number and (names < 2 or (after is not None and is_post(after))):
            continue
        if open_number and ")" in text[phrases[first].end : phrases[end - 1].start] and phrases[first].joint == "(":
            continue  # «кл. рук. (Вязова А.К.), Лосев П.И.»
        if (
            open_number
            and _says_one(phrase)
            and not _is_of_letters(phrase)
            and (index or not _stand_in_line(phrases, first, end))
        ):
            continue
        known = end in owned or _goes_on_with_school(phrases, index, end)
        of_areas = phrases[first - 1].kind == "area"
        if of_areas and names < 2:
            continue
        if names and _shares(phrases, first, names, after, known, of_areas):
            shares[index] = names
    return shares


def says_no_number(phrase: Phrase) -> bool:
    """«Зам. директора по УВР», «Рук. РМО», «кл. рук.», «ПДО», «Методист»: a post of one or of several; so
    «классный руководитель 9-11 классов»."""
    if phrase.kind != "title" or is_plural(phrase):
        return False
    of_classes = OF_CLASSES.match(" ".join(unit.text for unit in phrase.words).lower()) is not None
    return is_short_of_several(phrase) or _says_one(phrase) or of_classes


def is_short_of_several(phrase: Phrase) -> bool:
    """«Зам. директора по УВР», «гл. спец.»: abbreviated, so that one or several may hold it."""
    if phrase.kind != "title" or is_plural(phrase):
        return False
    head = phrase.head
    return head is not None and fold(phrase.words[head.index].text) in _open_forms()


def _is_open(form: str, post: str) -> bool:
    """«кл. рук.», «соц. пед.», «зам.дир.»; not «рук-ль», «соцпедагог», which are one, nor «уч-ля», «и.о.»."""
    words = post.split(" ")
    head = find_head(words)
    if head is None or head.plural or head.body or "исполняющий" in words:
        return False
    return not any(part.endswith(words[head.index][-2:]) for part in re.split(r"[\s./]+", form))


@cache
def _open_forms() -> frozenset[str]:
    """Abbreviated posts that may be one person's or several people's, folded. Made when first asked for."""
    return frozenset(fold(form) for form, post in forms_of("roles", "abbreviation").items() if _is_open(form, post))


@cache
def behind_open_title() -> re.Pattern[str]:
    """What stands before a name where such a title does."""
    forms = sorted({*_open_forms(), *_OPEN_SINGULAR}, key=lambda form: (-len(form), form))
    printed = "|".join(form.replace(" ", r"[\s./-]*") for form in forms)
    return re.compile(rf"(?i)(?<![а-яё])(?:{printed})(?![а-яё])\.?\s?[^,;\n]*$")


_OPEN_SINGULAR = frozenset(forms_of("roles", "open_singular"))


def _says_one(phrase: Phrase) -> bool:
    """«Методист», «Старший методист»: printed in the singular, or letters that have no number."""
    head = phrase.head
    return head is not None and fold(phrase.words[head.index].text) in _OPEN_SINGULAR


def _is_of_letters(phrase: Phrase) -> bool:
    """«ПДО», «ЗД»: letters have no number, wherever they stand."""
    return phrase.units[0].kind == "word" and phrase.units[0].text.isupper()


def _stand_in_line(phrases: list[Phrase], first: int, end: int) -> bool:
    """«Методист Вязова А.К., Лосев П.И.»: behind the first, each with a comma or «и» and nothing in brackets.

    Not «Сомов Т.Е., инспектор ПДН Вязова А.К., Лосев П.И.», whose other names have no title either.
    """
    return all(phrase.kind == "person" and phrase.joint in (",", "и") for phrase in phrases[first + 1 : end])


def _goes_on_with_school(phrases: list[Phrase], title: int, end: int) -> bool:
    """«Директора СОШ № 4 Вязов А.К. и СОШ № 6 Лосев П.И.»: the school behind the first name is the second one's."""
    if len(phrases[title].targets) != 1 or end != title + 2 or end + 1 >= len(phrases):
        return False
    school, name = phrases[end], phrases[end + 1]
    return school.kind == "schools" and name.kind == "person" and name.joint == ""


def _after_schools(phrases: list[Phrase], index: int) -> int:
    """Index of the first phrase behind a title that is none of its further schools."""
    end = index + 1
    while phrases[index].targets and end < len(phrases) and phrases[end].kind == "schools":
        if phrases[end].joint not in (",", "и"):
            break
        end += 1
    return end


def _after_areas(phrases: list[Phrase], first: int) -> int:
    """Index of the first phrase behind a deputy's areas: «Зам. директора по УВР, ВР Вязова А.К., Лосев П.И.»."""
    while first < len(phrases) and phrases[first].kind == "area":
        first += 1
    return first


def _names_from(phrases: list[Phrase], first: int) -> tuple[int, int]:
    """How many names stand in a row from `first` on, each with its place in brackets or without; where they end."""
    names, end, post_behind = 0, first, False
    for index, phrase in enumerate(phrases[first:], start=first):
        if names and (_is_place_of_name(phrases, index) or _is_post_in_bracket(phrases, index)):
            end, post_behind = index + 1, post_behind or is_post(phrase)
            continue
        if phrase.kind != "person" or (names and phrase.joint not in (",", "и", "\n", "")):
            break
        names, end = names + 1, index + 1
    return (names, first + 1) if names == 1 and post_behind else (names, end)


def _is_post_in_bracket(phrases: list[Phrase], index: int) -> bool:
    """«члены жюри Вязова А.К. (директор СОШ № 2), Лосев П.И. (завуч)»: each has a post of his own."""
    return phrases[index - 1].kind == "person" and phrases[index].joint == "(" and is_post(phrases[index])


def _is_place_of_name(phrases: list[Phrase], index: int) -> bool:
    """«Вязова А.К. (СОШ № 2)», «Вязова А.К. – СОШ № 2», «Вязова А.К. (ЦДО)»."""
    phrase = phrases[index]
    if phrases[index - 1].kind != "person" or phrase.joint not in ("(", "-"):
        return False
    return phrase.kind in ("schools", "organization") or (phrase.joint == "(" and is_acronym(phrase))


def _shares(phrases: list[Phrase], first: int, names: int, after: Phrase | None, owned: bool, of_areas: bool) -> bool:
    """True where the names are the title's: no separator, a bracket, or a dash or line ends before several.

    `after`: the phrase behind them; `owned`: it is the title or school of the name behind it. «Методисты Вязова А.К.,
    Лосев П.И., директор СОШ № 4»: the director is neither; behind one name only he may be she, and a comma is lost.
    """
    joint = phrases[first].joint
    joint = "" if of_areas and joint == ":" else joint
    if joint not in ("", "-", "\n", "(") or (names == 1 and joint not in ("", "(")):
        return False
    if joint == "(" and after is not None and after.kind == "schools" == phrases[first - 1].units[-1].kind:
        return False  # «Директора СОШ №№ 4 (Зуев Л.П.), 6 (Котова А.А.)»: each has her school
    if joint == "(" or owned or after is None or after.joint not in (",", "-", "", "("):
        return True
    if is_post(after):
        return names > 1 and joint == "" and after.joint == ","
    return after.kind != "schools"
