"""Units → phrases: one person, one title, one organization, one list of schools each.

A phrase ends at a separator, and also where none is printed: before a name, before a capital or a plural that
starts a new title («куратор исследования Руководители школ»), before a second organization (tricky.md §1).
"""

import itertools
import re
from dataclasses import dataclass, field
from typing import Literal

from normalize.fold import fold
from normalize.morphology import (
    adjective_cases,
    can_be_genitive,
    dictionary_form,
    is_nominative,
    is_nominative_adjective,
    is_nominative_person,
    is_participle,
    is_word,
    names_person,
    noun_cases,
)
from normalize.parties.lexer import Target, Unit
from normalize.roles import ABBREVIATIONS, AREAS, PEOPLE, SUBJECTS, Head, find_head
from normalize.vocabulary import forms_of

PhraseKind = Literal["person", "title", "schools", "organization", "area", "unknown"]


TOGETHER = "с"  # the joint of «совместно с»


@dataclass(slots=True)
class Phrase:
    """Units that say one thing. `joint` is what stands before it: "" (nothing), "," ";" "." "\\n" "-" "и"."""

    joint: str
    units: list[Unit] = field(default_factory=list)
    is_on_new_line: bool = False

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end

    @property
    def words(self) -> list[Unit]:
        """The words before the first organization or school."""
        before: list[Unit] = []
        for unit in self.units:
            if unit.kind in ("organization", "schools"):
                break
            if unit.kind in ("word", "and"):
                before.append(unit)
        return before

    @property
    def head(self) -> Head | None:
        return find_head([unit.text for unit in self.words])

    @property
    def targets(self) -> tuple[Target, ...]:
        """Schools and organizations that the phrase belongs to; sources («из числа специалистов …») are none."""
        if lists_sources(self):
            return ()
        return tuple(target for unit in self.units for target in unit.targets)

    @property
    def kind(self) -> PhraseKind:
        if self.units[0].kind == "person":
            return "person"
        kinds = {unit.kind for unit in self.units} - {"bracket", "separator"}
        if kinds <= {"schools"}:
            return "schools"
        if kinds == {"organization"}:
            return "organization"
        if all(fold(unit.text) in AREAS for unit in self.units if unit.kind == "word") and kinds == {"word"}:
            return "area"
        return "title" if self.head is not None else "unknown"


def split_phrases(units: tuple[Unit, ...]) -> list[Phrase]:
    """The phrases of a cell in order; empty ones (trailing commas) are left out."""
    phrases: list[Phrase] = []
    current = Phrase("")
    for index, unit in enumerate(units):
        if _closes(unit, units, index, current):
            if current.units:
                phrases.append(current)
            breaks = "\n" in unit.text if unit.kind == "separator" else False
            breaks = breaks or (not current.units and current.is_on_new_line)
            current = Phrase(_joint(unit, current), is_on_new_line=breaks)
            if unit.kind in ("separator", "and"):
                continue
        if unit.kind == "separator" and not current.units:
            continue
        current.units.append(unit)
    if current.units:
        phrases.append(current)
    return [
        phrase for phrase in phrases if any(unit.kind not in ("bracket", "separator", "and") for unit in phrase.units)
    ]


def _joint(unit: Unit, current: Phrase) -> str:
    if unit.kind == "and":
        return "и"
    if unit.kind != "separator":
        return "" if current.units else current.joint
    mark = unit.text.strip().lstrip(")]") or ("\n" if "\n" in unit.text or unit.text.strip() == "" else ")")
    if mark[0].isalpha():
        return TOGETHER
    mark = "-" if re.fullmatch("[-‐‑‒–—−]+", mark) else mark[0]
    if mark == ";":
        return mark
    return current.joint if not current.units and current.joint not in ("", "и") else mark


def _closes(unit: Unit, units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """True where `unit` ends the current phrase (a separator), or begins a new one without any."""
    following = units[index + 1] if index + 1 < len(units) else None
    if unit.kind == "separator":
        return not _runs_on(unit, following, units, index, current)
    if not current.units:
        return False
    if unit.kind == "and":
        return _and_separates(units, index, current)
    if unit.kind == "person" or current.units[0].kind == "person":
        return True
    if unit.kind == "organization":
        return _organization_begins(unit, current)
    if unit.kind == "schools":
        return _school_begins(unit, current)
    return unit.kind == "word" and _title_begins(units, index, current)


def _runs_on(unit: Unit, following: Unit | None, units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """True for a separator inside a phrase.

    «школ, функционирующих в …»: a participle clause; «из числа специалистов, методистов ЦДО»: its sources;
    a line end before a word that the phrase still governs («специалист⏎отдела образования»).
    """
    if not current.units or following is None:
        return False
    mark = unit.text.strip()
    if not mark and _is_wrapped(following, current):
        return True
    if mark == "," and following.kind == "word" and _is_clause(following.text, current):
        answering = following.text.lower().startswith("ответственн")
        return not _ends_here(units, index + 2) and (answering or not _starts_title(units, index + 1))
    if mark == "," and _is_number(following) and _is_number(current.units[-1]):
        return True  # «классные руководители 9, 11 классов»
    if mark == "," and _is_governed_list(following, current):
        return True
    if mark == "," and lists_sources(current):
        return following.kind == "organization" or (following.kind == "word" and _is_governed(following.text))
    if not mark and following.kind == "schools":  # a narrow column breaks «Руководители⏎СОШ №№ 2, 7»
        return current.kind == "title" and not current.targets and _is_plural_title(current)
    if not mark:
        return (
            following.kind == "word"
            and following.text[0].islower()
            and _is_governed(following.text)
            and current.kind == "title"
        )
    return False


def _is_wrapped(following: Unit, current: Phrase) -> bool:
    """True where a narrow cell broke the line inside a title: «Заместитель⏎директора⏎по УВР», «Методист⏎МБУ «ИМЦ»»."""
    if following.kind == "and":
        return True
    if following.kind == "word" and following.text.lower() in _PREPOSITIONS:
        return True
    words = current.words
    if following.kind == "word" and following.text[0].islower() and _are_adjectives(current):
        return True  # «Классные⏎руководители»
    head = current.head
    if current.kind != "title" or head is None or current.targets or head.index != len(words) - 1:
        return False
    last = fold(words[-1].text)
    if following.kind == "organization":
        return not following.nominative or last in _OF_INSTITUTIONS
    if following.kind != "word":
        return False
    lower = following.text.lower()
    if _is_letters(following):
        return find_head([following.text]) is None or lower in _SETS
    if last in _DEPUTIES:
        return lower.startswith(("директор", "руководител", "заведующ", "начальник", "председател"))
    return lower in _SETS_IN_GENITIVE


_PREPOSITIONS = frozenset({"по", "в", "на", "при", "за", "от", "для", "с", "со", "во", "из"})
_OF_INSTITUTIONS = frozenset(forms_of("roles", "institution"))
_DEPUTIES = frozenset({"заместитель", "заместители", "зам", "помощник", "помощники"})
_SETS = frozenset({"оо", "оу", "моу", "доу", "шмо", "рмо", "гмо", "мо", "доо"})
_SETS_IN_GENITIVE = frozenset({"школ", "школы", "лицея", "гимназии", "классов", "класса", "групп", "группы", "сада"})


def _are_adjectives(current: Phrase) -> bool:
    """Whether nothing but adjectives stands there, which wait for their noun."""
    return (
        all(unit.kind == "word" and is_nominative_adjective(unit.text) for unit in current.units)
        and (current.head is None or current.head.index == len(current.units) - 1)
        and not names_person(current.units[-1].text)
    )


def _is_plural_title(current: Phrase) -> bool:
    head = current.head
    return head is not None and (head.plural or head.body)


def _is_number(unit: Unit) -> bool:
    """«9», «1-4», «9-х», «5а», «XI»."""
    return (
        unit.kind == "word"
        and re.fullmatch(r"(?:\d+(?:-?[а-яё]{1,2})?)(?:-\d+(?:-?[а-яё]{1,2})?)?|[IVX]+", unit.text) is not None
    )


def _ends_here(units: tuple[Unit, ...], index: int) -> bool:
    """True where no word follows: «наставники, наставляемые» are two, no participle clause."""
    return index >= len(units) or units[index].kind in ("separator", "and")


def _is_governed_list(following: Unit, current: Phrase) -> bool:
    """«учителя физики, химии», «члены комиссии, родительского комитета»: the title governs both genitives."""
    if current.kind != "title" or len(current.words) < 2 or current.targets or following.kind != "word":
        return False
    last = current.units[-1]
    if last.kind != "word" or not (can_be_genitive(last.text) or fold(last.text) in SUBJECTS):
        return False
    if fold(following.text) in SUBJECTS:
        return _teaches(current)
    return following.text[0].islower() and _is_governed(following.text)


def _teaches(current: Phrase) -> bool:
    return any(re.match(r"учител|преподавател|педагог|ШМО|РМО|ГМО|МО\b|методист", unit.text) for unit in current.words)


def _is_clause(word: str, current: Phrase) -> bool:
    """«школ, функционирующих в …», «специалисты, курирующие …»; not «родители, обучающиеся»."""
    if word.lower().startswith("котор"):
        return True
    if word.lower().startswith("ответственн") and current.kind == "title" and len(current.words) == 1:
        return dictionary_form(current.words[0].text) in _GENERIC  # «Лица, ответственные за …»
    if dictionary_form(word) in PEOPLE or fold(word).startswith("заведующ"):
        return False
    return is_participle(word) and word.lower() not in PEOPLE and (not is_nominative(word) or current.kind == "title")


_GENERIC = frozenset({"лицо", "специалист", "сотрудник", "работник", "человек"})


def lists_sources(current: Phrase) -> bool:
    """True for «группа из числа специалистов …»: what follows are its sources, not parties of their own."""
    words = [unit.text.lower() for unit in current.units if unit.kind == "word"]
    return any(first == "из" and second == "числа" for first, second in itertools.pairwise(words))


def _is_governed(word: str) -> bool:
    """True for a word that can only stand under another: «методистов», «образования»; not «учителя», «заместители»."""
    genitive = can_be_genitive(word) or (not is_word(word) and word.endswith(("ов", "ев", "ей")))
    return (
        genitive
        and not is_nominative_person(word)
        and (word.endswith(("ов", "ев", "ей")) or find_head([word], strict=True) is None)
    )


def _and_separates(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """«Директор и завхоз» are two; «оценки качества и итоговой аттестации» is one."""
    if index + 1 >= len(units):
        return True
    following = units[index + 1]
    if following.kind == "person":
        return True
    if following.kind == "organization":
        return following.nominative and not lists_sources(current)
    if following.kind == "schools":
        return current.units[-1].kind == "schools" or current.units[-1].kind == "organization"
    if following.kind != "word":
        return False
    if fold(following.text) in AREAS and current.kind == "title":
        return True
    if _are_of_one_case(following.text, current):
        return True  # «Специалистами УО и методистами ИМЦ»
    if _is_letters(following) and current.units[-1].kind in ("organization", "schools"):
        return True  # «Управление образования и ЦДО»
    if _is_letters(following) and _is_letters(current.units[-1]):
        return current.kind != "title" or len(current.words) < 2  # «руководители ШМО и РМО», «директора ОУ и ДОУ»
    return _starts_title(units, index + 1) and not _still_governed(following.text, current)


def _are_of_one_case(word: str, current: Phrase) -> bool:
    """Whether the phrase begins with people in the dative or the instrumental, and the word names more of them."""
    first = current.units[0].text
    cases = noun_cases(first) & noun_cases(word)
    return names_person(first) and names_person(word) and any(case in ("datv", "ablt") for case, _ in cases)


def _is_letters(unit: Unit) -> bool:
    return unit.kind == "word" and sum(letter.isupper() for letter in unit.text) > 1


def _still_governed(word: str, current: Phrase) -> bool:
    """«руководители и учителя» are two; «для директора и учителя» is one: after «для» both are genitive."""
    return can_be_genitive(word) and any(
        unit.text.lower() in ("для", "из", "от", "числа") for unit in current.units if unit.kind == "word"
    )


def _starts_title(units: tuple[Unit, ...], index: int) -> bool:
    """True where the words from `index` on begin with a title's head, adjectives before it passed over."""
    words = []
    for unit in units[index : index + 5]:
        if unit.kind != "word":
            break
        words.append(unit.text)
    return find_head(words, strict=True) is not None


def _organization_begins(unit: Unit, current: Phrase) -> bool:
    """A second organization begins a phrase; so does a nominative one that nothing governs."""
    if lists_sources(current):
        return False
    if any(one.kind in ("organization", "schools") for one in current.units):
        return True
    if current.kind == "unknown" or not unit.nominative or "«" in unit.targets[0].name:
        return False
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


def _title_begins(units: tuple[Unit, ...], index: int, current: Phrase) -> bool:
    """A new title where no separator is printed.

    After a whole title: a capital («куратор исследования Руководители школ», «Инспектор ОДН Соц. педагог»),
    or a nominative that cannot be governed («Методисты руководители ШМО»; not «помощник директора»).
    """
    word = units[index].text
    if sum(letter.isupper() for letter in word) > 1:  # «руководители ШМО», «председатель ППк»
        return False
    if current.head is None and current.kind == "unknown":
        return False
    if lists_sources(current):
        return False
    if any(unit.kind in ("organization", "schools") for unit in current.units):
        return _starts_title(units, index) and (word[0].isupper() or not can_be_genitive(word))
    if not current.words or current.words[-1].kind == "and":
        return False
    head = current.head
    if head is None or head.index >= len(current.words):
        return False
    if not _starts_title(units, index) or word.lower() in ("школа", "школы"):
        return False
    if word[0].isupper():
        return not _open_ended(current)
    last = current.words[-1].text
    if _open_ended(current):  # «старший методист»: «старший» could head a title alone
        return False
    return _is_bare_nominative(word) and _is_bare_nominative(last) and head.index == len(current.words) - 1


def _open_ended(current: Phrase) -> bool:
    """True after a preposition or an adjective that waits for its noun: «по», «старший»."""
    last = current.words[-1].text.lower()
    if fold(last) in ABBREVIATIONS or is_nominative_adjective(last):
        return True
    return last in ("по", "в", "на", "при", "из", "за", "от", "с", "для") or bool(
        adjective_cases(last) and not noun_cases(last)
    )


def _is_bare_nominative(word: str) -> bool:
    return find_head([word], strict=True) is not None and not can_be_genitive(word) and not word.isupper()
