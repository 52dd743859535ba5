"""Which names of a measure's own text stand in the nominative, by the words around them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from normalize.measures.lists import rows_of_names
from normalize.measures.titles import HEADS, MARKS, post_before
from normalize.morphology import adjective_cases, names_person, noun_cases
from normalize.parties.drafts import Draft
from normalize.parties.units import Unit
from normalize.people.surname_looks import stands_oblique

_TITLE_BEHIND = re.compile(r"\s*[,–—-]\s*(?P<word>[а-яё]+(?:-[а-яё]+)*)")
_AGREEING = frozenset({"gent", "accs"})  # «учителей: Лосева П.И.»: so may «Лосев» stand there


def mark_nominatives(text: str, units: Sequence[Unit], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with `nominative` where one of their list is said to stand so, and none stands otherwise."""
    marked = list(drafts)
    for row in rows_of_names(text, units, drafts):
        names = [drafts[index] for index in row]
        oblique = any(one.person and (one.person.oblique or stands_oblique(one.person.surname)) for one in names)
        if not oblique and any(_is_nominative(text, units, one) for one in names):
            for index in row:
                marked[index] = replace(drafts[index], nominative=True)
    return marked


def _is_nominative(text: str, units: Sequence[Unit], draft: Draft) -> bool:
    before = [unit for unit in units if unit.end <= draft.start]
    mark = before[-1].text.strip() if before and before[-1].kind == "separator" else ""
    behind = _TITLE_BEHIND.match(text, draft.end)
    if behind is not None and names_person(behind["word"]) and _only_nominative(behind["word"]):
        return True  # «Вязова А.К., директор», «Вязова А.К. – директор»
    if mark.endswith("(") and text[: draft.start].rstrip().endswith("("):
        return post_before(text, draft.start, before[:-1])[0] is None  # «Консультация (Вязова А.К., СОШ № 22)»
    before = before[:-1] if mark in MARKS else before
    post, _ = post_before(text, draft.start, before)
    if post is not None:  # «директор Вязова А.К.», «с руководителями школ: Вязова А.К.»
        return _only_nominative(post.text) or (mark == ":" and _cannot_agree(post.text))
    return bool(before) and before[-1].kind == "word" and mark != "-" and _opens_bracket(text, before[-1])


def _opens_bracket(text: str, word: Unit) -> bool:
    """«(ведущие: Вязова А.К.», «(составители Вязова А.К.»: a word for people at the start of a bracket."""
    return text[: word.start].rstrip().endswith("(") and ("nomn", "plur") in _cases(word.text)


def _cases(word: str) -> frozenset[tuple[str, str]]:
    return noun_cases(word) or adjective_cases(word)


def _only_nominative(word: str) -> bool:
    return word in HEADS or {case for case, _ in noun_cases(word)} == {"nomn"}


def _cannot_agree(word: str) -> bool:
    """«руководителями», «учителям»: no name in «-а» stands in their case."""
    cases = {case for case, _ in noun_cases(word)}
    return bool(cases) and not cases & {"nomn", *_AGREEING}
