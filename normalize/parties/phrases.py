"""Units → phrases: one person, one title, one organization, one list of schools each.

A phrase ends at a separator, and also where none is printed: before a name, before a capital or a plural that
starts a new title («куратор исследования Руководители школ»), before a second organization (tricky.md §1).
"""

import re

from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    is_nominative_person,
    names_person,
    noun_cases,
)
from normalize.parties.bare_school_titles import bare_school_of
from normalize.parties.governed import adds, case_of, charges, governs_more, in_nominative, leads
from normalize.parties.phrase import LED, TOGETHER, Phrase, lists_sources
from normalize.parties.phrase_ends import quoted_names_go_on, runs_on, teaches
from normalize.parties.phrase_words import (
    begins_exception,
    is_bare_school,
    is_letters,
    is_number,
    is_police_of_unit,
    starts_title,
)
from normalize.parties.schools_added import stand_by_themselves
from normalize.parties.set_words import SCHOOL_LETTERS, ends_in_set
from normalize.parties.sets import INSTITUTIONS
from normalize.parties.title_begins import title_begins
from normalize.parties.units import Unit
from normalize.parties.with_places import part_bodies
from normalize.quotes import OPENING
from normalize.titles.heads import find_head
from normalize.titles.inside import is_inside_form
from normalize.titles.roles import AREAS, SUBJECTS
from normalize.vocabulary import forms_of

_LEGAL = frozenset(forms_of("organizations", "legal"))


_WITHOUT_CASE = frozenset(form for form in forms_of("organizations", "ministry") if form.endswith(("и", "я", "ы")))


def split_phrases(units: tuple[Unit, ...]) -> list[Phrase]:
    """The phrases of a cell in order; empty ones (trailing commas) are left out."""
    units = part_bodies(units)
    phrases: list[Phrase] = []
    current = Phrase("")
    for index, unit in enumerate(units):
        if _closes(unit, units, index, current):
            if current.units:
                phrases.append(current)
            breaks = "\n" in unit.text if unit.kind == "separator" else False
            breaks = breaks or (not current.units and current.is_on_new_line)
            case = case_of(unit.text) if unit.kind == "separator" else ""
            case = case or ("" if current.units else current.case)
            current = Phrase(_joint(unit, current), is_on_new_line=breaks, case=case)
            if unit.kind in ("separator", "and"):
                continue
        if unit.kind == "separator" and not current.units:
            continue
        if unit.kind == "and" and current.joint == ")" and not current.units:
            current.joint = "и"  # «СОШ № 4 (Вязова А.К.) и СОШ № 6 (Лосев П.И.)»
            continue
        current.units.append(unit)
    if current.units:
        phrases.append(current)
    told = [
        phrase for phrase in phrases if any(unit.kind not in ("bracket", "separator", "and") for unit in phrase.units)
    ]
    return in_nominative(told)


def _joint(unit: Unit, current: Phrase) -> str:
    if unit.kind == "and":
        return "и"
    if unit.kind != "separator":
        return "" if current.units else current.joint
    mark = unit.text.strip().lstrip(")]") or ("\n" if "\n" in unit.text or unit.text.strip() == "" else ")")
    if mark[0].isalpha():
        return ";" if charges(mark) else LED if leads(mark) else "и" if adds(mark) else TOGETHER
    mark = "-" if re.fullmatch("[-‐‑‒–—−]+", mark) else "и" if mark[0] == "+" else mark[0]
    if mark == ";" or (mark == "(" and current.joint == "\n"):
        return mark  # «Отдел воспитания УО⏎(Вязова А.К.)»: what the bracket says is of the line before
    return current.joint if not current.units and current.joint not in ("", "и") else mark


def _closes(unit: Unit, units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """True where `unit` ends the current phrase (a separator), or begins a new one without any."""
    following = units[index + 1] if index + 1 < len(units) else None
    if unit.classes == "inside" and current.units and not _ends_class(current):
        return False
    if unit.kind == "separator":
        return not runs_on(unit, following, units, index, current)
    if not current.units:
        return False
    if begins_exception(units, index):
        return True
    if unit.kind == "and" and unit.quoted and not current.units[0].quoted:
        return False
    if unit.kind == "and" and following is not None and quoted_names_go_on(following, current):
        return False
    if unit.kind == "and" and current.units[0].kind == "person":
        return True
    if unit.kind == "and":
        return _and_separates(units, index, current)
    if unit.kind == "person" or current.units[0].kind == "person":
        return True
    if unit.kind == "organization":
        return _organization_begins(unit, current)
    if unit.kind == "schools":
        return _school_begins(unit, current)
    return unit.kind == "word" and title_begins(units, index, current)


def _ends_class(current: Phrase) -> bool:
    """«8а кл.» of «8а кл., 5-7 кл.»: without a title before them, classes with a noun each are parties of their own."""
    return current.units[0].classes == "opens" and current.units[-1].text.startswith(("кл", "гр"))


def _and_separates(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """«Директор и завхоз» are two; «оценки качества и итоговой аттестации» is one."""
    if index + 1 >= len(units):
        return True
    following = units[index + 1]
    if following.kind == "person":
        return True
    if following.kind == "organization":
        letters = following.text.isupper() and current.units[-1].kind == "organization"  # «Специалисты УО и ЦРО»
        return (following.nominative or current.case != "" or letters) and not lists_sources(current)
    if following.kind == "schools":
        behind_place = current.units[-1].kind in ("schools", "organization") or ends_in_set(current)
        behind_place = behind_place or bool(bare_school_of(current))  # «директора Гимназии и Лицея № 9»
        return behind_place or stand_by_themselves(following, current)
    if following.kind != "word":
        return False
    if is_inside_form(following.text) and _is_oblique_adjective(current.units[-1]):
        return False  # «по учебной и воспит. работе»
    if is_number(following) and is_number(current.units[-1]):
        return False  # «кл. рук. 5а и 5б кл.»
    if fold(following.text) in SUBJECTS and current.kind == "title" and len(current.words) > 1 and teaches(current):
        return False  # «Учителя физкультуры и ОБЖ»
    if _is_area(units, index + 1) and current.kind == "title":
        return True
    if fold(following.text) in _WHOSE and starts_title(units, index + 2):
        return True  # «Начальник отдела и его заместители»
    if governs_more(units, index + 1, current):
        return True  # «силами методистов ЦДО и учителей Средней школы № 2»
    if current.units[-1].kind == "schools" or _is_bare_of_a_list(current):
        return True  # «Директора СОШ №№ 4, 6 и Лицея», «… и школ города»: no title goes on behind a school
    if _are_of_one_case(following.text, current):
        return True  # «Специалистами УО и методистами ИМЦ»
    if is_letters(following) and current.units[-1].kind in ("organization", "schools"):
        return True  # «Управление образования и ЦДО»
    if is_letters(following) and following.text.endswith(SCHOOL_LETTERS) and ends_in_set(current):
        return True  # «Директора школ и КУГ»
    if is_letters(following) and is_letters(current.units[-1]):
        return current.kind != "title" or len(current.words) < 2  # «руководители ШМО и РМО», «директора ОУ и ДОУ»
    return starts_title(units, index + 1) and not _still_governed(following.text, current)


_WHOSE = frozenset({"их", "его", "ее"})


def _is_area(units: tuple[Unit, ...], index: int) -> bool:
    """«ВР», also «по ВР» of «по УВР и по ВР»."""
    at = index + (fold(units[index].text) == "по")
    return at < len(units) and units[at].kind == "word" and fold(units[at].text) in AREAS


def _is_oblique_adjective(unit: Unit) -> bool:
    cases = adjective_cases(unit.text) if unit.kind == "word" else frozenset()
    return bool(cases) and all(case != "nomn" for case, _ in cases)


def _is_bare_of_a_list(current: Phrase) -> bool:
    """True behind «гимназии» of «№№ 4, 6, гимназии и лицея»."""
    return current.joint in (",", "и", "(") and is_bare_school(" ".join(unit.text for unit in current.units))


def _are_of_one_case(word: str, current: Phrase) -> bool:
    """Whether the phrase begins with people in the dative or the instrumental, and the word names more of them."""
    first = current.units[0].text
    cases = noun_cases(first) & noun_cases(word)
    return names_person(first) and names_person(word) and any(case in ("datv", "ablt") for case, _ in cases)


def _still_governed(word: str, current: Phrase) -> bool:
    """«руководители и учителя» are two; «для директора и учителя» is one: after «для» both are genitive."""
    return can_be_genitive(word) and any(
        unit.text.lower() in ("для", "из", "от", "числа") for unit in current.units if unit.kind == "word"
    )


def _organization_begins(unit: Unit, current: Phrase) -> bool:
    """A second organization begins a phrase; so does a nominative one that nothing governs."""
    if lists_sources(current) or is_police_of_unit(unit, current):
        return False
    if any(one.kind in ("organization", "schools") for one in current.units):
        return True
    if current.kind == "unknown" or not unit.nominative or "«" in unit.targets[0].name or unit.text[0] in OPENING:
        return False
    first = fold(unit.text).split(" ")[0]
    if current.kind == "title" and first in _WITHOUT_CASE:
        return False  # «начальник отдела опеки Минобрнауки края»
    if current.kind == "title" and first in _LEGAL:
        # «зав. отделом МБУ ДО ЦДТ»: letters have no case; «руководители школ МБУ ДО ЦДТ» are two
        return fold(current.units[-1].text) in INSTITUTIONS or is_bare_school(current.units[-1].text)
    last = current.units[-1]
    # «заместитель начальника Управление образования»: a slip in the case, the post still governs it
    return not (last.kind == "word" and (is_nominative_person(last.text) or _names_person(last.text)))


def _names_person(word: str) -> bool:
    return (
        any(case != "nomn" for case, _ in noun_cases(word))
        and find_head([word], strict=True) is None
        and word.lower().endswith(("а", "я", "ов", "ей", "ев"))
    )


def _school_begins(unit: Unit, current: Phrase) -> bool:
    """A second list of schools goes on with the first one's title; it is a phrase of its own."""
    return current.kind == "organization" or any(one.kind == "schools" for one in current.units)
