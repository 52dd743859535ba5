"""A second title in brackets behind a title: «учитель (руководитель ГМО)», «методист ЦДО (куратор школы № 7)»."""

import re

from normalize.fold import fold, squeeze
from normalize.parties.phrase import Phrase
from normalize.parties.walk import Walk
from normalize.titles.heads import find_head
from normalize.titles.roles import LABELS, read_role
from normalize.vocabulary import forms_of

# Of other words nobody knows that they are a title: «учитель (логопед)», «методист (совместитель)»
_TITLES = frozenset().union(
    *(forms_of("roles", section) for section in ("function", "assignment", "office", "post_of_one", "institution"))
)
_WORD = re.compile(r"[\w-]+\.?")
_OPENED = re.compile(r"\s*\)?\s*\(\s*")


def titles_in_brackets(phrase: Phrase) -> list[str]:
    """The singular titles that brackets of words add to the phrase's own; none of «учитель (русский язык)»."""
    inside = [unit.text.strip("()[] ") for unit in phrase.units if unit.kind == "bracket" and unit.text[0] in "(["]
    parts = [squeeze(part) for text in inside for part in re.split(r"[,;]", text)]
    if not all(map(_is_of_one, parts)):
        return []
    return [read_role(part) for part in parts if fold(part).strip(" .") not in LABELS]


def _is_of_one(printed: str) -> bool:
    """A singular title that begins the words: «секретарь совета», «отв. за ГИА»; not «совет», «русский язык»."""
    head = find_head(_WORD.findall(printed))
    if head is None or head.plural or head.body:
        return False
    words = read_role(printed).split(" ")
    return any(fold(word) in _TITLES for word in words[: head.index + 1])


def stands_in_bracket_behind_title(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К., методист ЦДО (куратор школы № 7)»: right behind the title of the last name, and in brackets."""
    before = walk.phrases[walk.index - 1] if walk.index else None
    if before is None or before.kind != "title" or phrase.joint != "(" or before.start < walk.drafts[-1].start:
        return False
    return _OPENED.fullmatch(walk.text, before.end, phrase.start) is not None
