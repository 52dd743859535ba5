"""Slashes: between two posts, «психолог/соц. педагог», inside one word, «кл/рук», or around names, «/Вязов А.К./»."""

import re

from normalize.fold import fold
from normalize.morphology import dictionary_form, is_nominative_adjective, is_nominative_person
from normalize.people.spans import find_people
from normalize.titles.heads import ABBREVIATIONS, PEOPLE, WHOLE
from normalize.titles.roles import AREAS
from normalize.vocabulary import forms_of


def with_brackets(text: str) -> str:
    """The text with brackets for the slashes right around names: «директор /Вязов А.К./» → «директор (Вязов А.К.)».

    As long as it was. Not «Вязов А.К. / Лосев П.И. / Зуев Л.П.», where they part names.
    """
    if text.count("/") < 2:
        return text
    people = find_people(text)
    names = "".join(_NAME if any(one.start <= at < one.end for one in people) else sign for at, sign in enumerate(text))
    for found in reversed([*_AROUND_NAMES.finditer(names)]):
        opened, closed = found.start("opened"), found.end() - 1
        text = f"{text[:opened]}({text[opened + 1 : closed]}){text[closed + 1 :]}"
    return text


_NAME = "\0"  # stands for each letter of a name
_AROUND_NAMES = re.compile(rf"[\w.»\"_)]\s*(?P<opened>/)\s*{_NAME}+(?:\s*(?:,|\bи\b)\s*{_NAME}+)*\s*/(?!\s*{_NAME})")


def slash_between_posts(plain: str, match: re.Match[str]) -> int | None:
    """How many letters of the word stand before a slash that separates; None for «кл/рук», «2020/2021»."""
    before, slash, _ = match.group().partition("/")
    if not slash or len(before) < 2 or fold(match.group()).rstrip(".") in ABBREVIATIONS:
        return None
    behind = _BEHIND.match(plain, match.start() + len(before) + 1)
    if behind is None or _may_be_one(before, behind["word"], plain[: match.start()]):
        return None
    both = fold(before) in AREAS and fold(behind["word"]) in AREAS
    is_area = both and _ENDS_AREAS.match(plain, behind.end()) is not None
    return len(before) if is_area or _begins_post(behind["word"]) else None


def _may_be_one(before: str, behind: str, text: str) -> bool:
    """«педагог/психолог» may be «педагог-психолог»; «соц. педагог/психолог» are two."""
    return before.lower() in _FIRST_HALVES and "-" not in behind and _SOCIAL.search(text) is None


def _begins_post(word: str) -> bool:
    """«психолог», «соц.», «рук», «социальный»; not «законные»."""
    whole = fold(word)
    known = whole in PEOPLE or whole in WHOLE or not {whole, f"{whole}."}.isdisjoint(ABBREVIATIONS)
    adjective = is_nominative_adjective(word) and dictionary_form(word.lower()) in _POST_ADJECTIVES
    return known or adjective or is_nominative_person(word)


_BEHIND = re.compile(r"(?P<word>[А-ЯЁа-яё]+(?:-[а-яё]+)?)")
# «УВР/ВР», «УВР/ВР Вязова А.К.»; not «УВР/НМР СОШ № 4, 6»: both areas are of each school
_ENDS_AREAS = re.compile(r"\s*(?:[,;.:)(\n–-]|$|[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.)")
_FIRST_HALVES = frozenset({"педагог", "учитель", "преподаватель"})
_SOCIAL = re.compile(r"(?i)\bсоц[а-яё]*\.?\s*$")
_POST_ADJECTIVES = frozenset(forms_of("roles", "post_adjective"))
