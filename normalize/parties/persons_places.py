"""Rules of responsible cells about where a named person works: a school or an organization beside the name."""

import re
from dataclasses import replace

from normalize.fold import fold, squeeze
from normalize.organization_heads import HEADS
from normalize.organization_names import organization_key
from normalize.parties.bodies import is_known_body
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import NO_PLACE
from normalize.parties.places_behind import asks_whose_post_behind, asks_whose_school
from normalize.parties.units import Target
from normalize.parties.walk import Walk, is_acronym, is_body, unexplained
from normalize.titles.post_of_one import role_at_school

BEFORE_PLACED = "name before one with a place"
_BEHIND_NAME = "place behind the name"


def read_school_before_name(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«СОШ № 3 Стогов Д.Е., ООШ № 8 Тихова М.П.»: the school says where the name behind it works."""
    if walk.index not in walk.hosts or walk.roles or walk.unplaced is not None:
        return False
    walk.host, walk.waiting = phrase.targets[0], []
    return True


def read_persons_schools(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Вязова А.К. (СОШ № 11, 19)»: several schools of one person: none is a party, and it is asked."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or phrase.kind != "schools" or len(phrase.targets) < 2:
        return False
    if phrase.joint not in ("(", "-") or walk.text[last.end : phrase.start].strip(" (-–—\n"):
        return False
    printed = squeeze(walk.text[last.start : phrase.end])
    walk.doubt("several_schools", f"Несколько школ у одного человека: «{printed}».", last.start, phrase.end)
    walk.waiting = []
    return True


def read_persons_place(walk: Walk, phrase: Phrase, following: Phrase | None) -> bool:
    """«Вязов А.В.-школа №1», «Лосева А.С. школа №3»: a school or organization right behind a name."""
    if phrase.joint in ("(", "-") and _take_bracket(walk, phrase):
        return True
    if _take_school_of_unit(walk, phrase):
        return True
    if _take_unit_in_bracket(walk, phrase):
        _mark_names_before(walk)
        return True
    if _take_known_body(walk, phrase):
        _mark_names_before(walk)
        return True
    if not walk.waiting or walk.waiting[-1] != len(walk.drafts) - 1:
        return False
    if phrase.joint == "(" and _take_word_in_bracket(walk, phrase):
        _mark_names_before(walk)
        return True
    if following is not None and following.kind == "person" and following.joint == "-" and phrase.joint == ",":
        return False  # «СОШ № 17 – Вязова А.К., Лосев П.И., СОШ № 21 – Юдин М.М.»: his
    if (
        asks_whose_school(walk, phrase, following)
        or asks_whose_post_behind(walk, phrase, following)
        or not _take_place(walk, phrase)
    ):
        return False
    _mark_names_before(walk)
    return True


def _mark_names_before(walk: Walk) -> None:
    """«Вязова А.К., Лосев П.И. (СОШ № 31)»: whether it is her school too is asked where names are resolved."""
    if walk.drafts[-1].rule != _BEHIND_NAME or walk.drafts[-1].role is not None:
        return
    at, index = len(walk.drafts) - 1, walk.index - 1
    while at and index and walk.phrases[index].joint in (",", "и") and walk.phrases[index - 1].kind == "person":
        at, index = at - 1, index - 1
        if walk.drafts[at].role is not None or walk.drafts[at].target is not None:
            return
        walk.drafts[at] = replace(walk.drafts[at], rule=BEFORE_PLACED)


def _take_word_in_bracket(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К. (ЦДО)», «Вязова А.К. (комитет)»; «(ВПР)» is what she answers for, and says no place."""
    draft = walk.drafts[-1]
    letters = is_acronym(phrase)
    if letters and fold(phrase.units[0].text) in NO_PLACE:
        return True
    if draft.target is not None:
        return False
    if letters:
        target = unexplained(phrase.units[0].text, phrase.start)
    elif draft.kind == "person" and _is_body(phrase):
        target = _bare(phrase)
    else:
        return False
    walk.drafts[-1] = replace(draft, target=target, rule=_BEHIND_NAME, score=0.9)
    return True


def _take_place(walk: Walk, phrase: Phrase) -> bool:
    """A place with a name or a number: right behind the name, or behind a title and a comma too many."""
    draft = walk.drafts[-1]
    between = walk.text[draft.end : phrase.start]
    if phrase.kind not in ("schools", "organization") or between.count(")") > between.count("("):
        return False  # «СОШ № 3 (отв. Вязов А.К.), СОШ № 5»: the bracket is closed
    if draft.kind != "person" or draft.target is not None or len(phrase.targets) != 1:
        return False
    school = phrase.kind == "schools"
    close = phrase.joint in ("", "-", "(") or (phrase.joint == "\n" and school)
    if draft.role is None and (close or (school and phrase.joint == ",")):
        rule, score = _BEHIND_NAME, 0.9 if close else 0.8
    elif (
        draft.role is not None and school and phrase.joint in (",", "\n") and not reads_nominative(phrase.units[0].text)
    ):
        rule, score = "stray comma", 0.9
    else:
        return False
    walk.drafts[-1] = replace(draft, target=phrase.targets[0], rule=rule, score=score)
    walk.waiting = []
    return True


def _is_body(phrase: Phrase) -> bool:
    """«(комитет)», «(департамент)»: a body's noun alone, which the order has to explain."""
    return len(phrase.units) == 1 and HEADS.get(fold(phrase.units[0].text)) in ("authority", "ministry")


def _bare(phrase: Phrase) -> Target:
    name = phrase.units[0].text.capitalize()
    return Target(organization_key(name), name, "authority", phrase.start, phrase.end)


def _take_bracket(walk: Walk, phrase: Phrase) -> bool:
    """«учитель-методист Вязова А.К. (СШ № 7)»: the bracket says where she with her title before her name works."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.role is None or last.target is not None:
        return False
    if phrase.kind not in ("schools", "organization") or len(phrase.targets) != 1:
        return False
    behind_title = phrase.joint == "(" and walk.waiting == [len(walk.drafts) - 1]  # «Вязов А.К., учитель (СОШ № 3)»
    if not behind_title and not re.fullmatch(r"\s*[(–—-]\s*", walk.text[last.end : phrase.start]):
        return False
    walk.drafts[-1] = replace(
        last, role=role_at_school(last.role), target=phrase.targets[0], rule=_BEHIND_NAME, score=0.9
    )
    return True


def _take_unit_in_bracket(walk: Walk, phrase: Phrase) -> bool:
    """«Цой Е.А. (точка роста МКОУ «Дубковская ООШ»)», «… (волонтёрский отряд СОШ № 5)»: the school where she has it.

    Not «(оргкомитет Управления образования)», whose members come from elsewhere.
    """
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.target is not None or phrase.kind not in ("title", "unknown"):
        return False
    if phrase.joint != "(" or walk.text[last.end : phrase.start].strip() != "(" or len(phrase.targets) != 1:
        return False
    is_unit = (phrase.head is None or is_body(phrase)) and phrase.units[-1].kind in ("schools", "organization")
    if not is_unit or phrase.targets[0].kind in ("authority", "ministry") or not _ends_bracket(walk, phrase):
        return False
    walk.drafts[-1] = replace(last, target=phrase.targets[0], rule=_BEHIND_NAME, score=0.9)
    walk.waiting = []
    return True


def _take_known_body(walk: Walk, phrase: Phrase) -> bool:
    """«Вязова А.К. (ТКДН и ЗП)», «Секретарь Вязова А.К. (ТПМПК)»: right behind the name and alone in its bracket."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.target is not None or not is_known_body(phrase):
        return False
    if walk.text[last.end : phrase.start].strip() != "(" or not _ends_bracket(walk, phrase):
        return False
    if fold(phrase.units[0].text) in NO_PLACE:
        return False  # «(ПДД)»
    name = squeeze(walk.text[phrase.start : phrase.end])
    target = unexplained(name[0].upper() + name[1:], phrase.start)
    walk.drafts[-1] = replace(last, target=target, rule=_BEHIND_NAME, score=0.9)
    return True


def _take_school_of_unit(walk: Walk, phrase: Phrase) -> bool:
    """«Цой Е.А. (центр «Точка роста» СОШ № 5)»: the school of the centre where she works."""
    last = walk.drafts[-1] if walk.drafts else None
    if last is None or last.kind != "person" or last.target is None or last.rule != _BEHIND_NAME:
        return False
    of_unit = phrase.kind == "schools" and len(phrase.targets) == 1 and last.target.kind != "school"
    beside = last.end < last.target.start and not walk.text[last.target.end : phrase.start].strip()
    if not (of_unit and beside and _ends_bracket(walk, phrase)):
        return False
    walk.drafts[-1] = replace(last, target=phrase.targets[0])
    return True


def _ends_bracket(walk: Walk, phrase: Phrase) -> bool:
    return walk.text[phrase.end :].lstrip(' »"”').startswith(")")


_NOMINATIVE_SCHOOL = re.compile(r"\w+(?:ая|яя)\s|школа\b|лицей\b|гимназия\b", re.IGNORECASE)


def reads_nominative(school: str) -> bool:
    """«Основная школа № 27» is a party of its own; «Основной школы № 27» belongs to the post before."""
    return _NOMINATIVE_SCHOOL.match(school.lstrip('«"“„')) is not None
