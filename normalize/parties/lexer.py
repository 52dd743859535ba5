"""A responsible cell → units: people, schools, organizations, words, separators, brackets; spans kept.

Separators are what notes/names.md §3 lists; dots of initials, abbreviations and «г.» separate nothing.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.expressions import expression, longest_first
from normalize.fold import fold, read_cyrillic
from normalize.morphology import (
    adjective_cases,
    dictionary_form,
    noun_cases,
)
from normalize.named_after import HONOUR
from normalize.organization_heads import HEADS
from normalize.parties.atoms import find_atoms
from normalize.parties.bracketed_surnames import holds_surnames
from normalize.parties.circles import names_circle
from normalize.parties.class_lists import mark_classes, says_what_is_taught
from normalize.parties.dashes import end_of_compound, separating_dash
from normalize.parties.governed import link_at
from normalize.parties.honours import without_honours
from normalize.parties.open_ends import without_open_ends
from normalize.parties.phrase_words import SERVED
from normalize.parties.quoted import mark_quoted, without_quoted
from normalize.parties.short_words import is_short_for_a_word
from normalize.parties.slashes import slash_between_posts
from normalize.parties.telephones import without_telephones
from normalize.parties.units import Target, Unit, UnitKind
from normalize.schools.numbered import PLACE_IN_LIST
from normalize.settlements import DOTTED_PLACE
from normalize.titles.compounds import join_compounds
from normalize.titles.heads import find_head
from normalize.titles.inside import INSIDE_FORMS
from normalize.titles.roles import SUBJECT_NAMES
from normalize.titles.subjects import teacher
from normalize.titles.written_out import head_of_administration
from normalize.vocabulary import forms_of

_DOTTED = frozenset(
    form
    for name, section in (("abbreviations", "dotted"), ("roles", "abbreviation"))
    for form in forms_of(name, section)
)
# What may stand behind a form depends on whether it ends with a dot; said once for all of them, since each set of
# letters without regard to case takes 0.1 ms to compile.
_BEHIND_DOTTED = r"(?:(?<=\.)(?!-[а-яё])|(?<!\.)(?![а-яё]))"
_DOTTED_FORMS = "|".join(
    re.escape(form).replace(r"\ ", r"\s*").replace(r"\.", r"\s?\.")
    for form in longest_first(_DOTTED)
    if form.endswith(".") or "." in form or "/" in form
)
# «театр. студии», «род. ком.»: of letters that may be a word, only where something goes on or nothing stands behind
_INSIDE = "|".join(re.escape(form) for form in longest_first({*INSIDE_FORMS, *forms_of("roles", "field")}))
_GLUED_PREPOSITION = expression(r"по(?=[А-ЯЁ]{2})")
_OF_WORDS = [form for form in forms_of("organizations", "known") if " " in form]  # «КДН и ЗП» is one
_KNOWN_BODY = expression("|".join(rf"(?<!\w){form}(?!\w)".replace(" ", r"\s+") for form in _OF_WORDS), re.IGNORECASE)
_WORD = expression(r"[А-Яа-яЁёA-Za-z0-9№]+(?:[-/‐‑–][А-Яа-яЁёA-Za-z0-9]+)*(?:(?<=\d)\+)?")
_BRACKET = expression(r"\([^()\n]*\)?|\[[^\[\]]*\]?")
_HENCEFORTH = expression(r"\(\s*далее\b", re.IGNORECASE)
_EXCEPT_FOR = expression(r"\(\s*(?:кроме|исключая|за исключением)\b", re.IGNORECASE)
_NUMBERING = expression(r"\d{1,2}[.)](?=\s*(?:[А-ЯЁа-яё«]|$))")
_LETTERS = expression(r"\(\s*[А-ЯЁ]{2,8}\s*[,)]")
_SEPARATOR = expression(
    r"[,;.\n„:|•·/)\]]+|[→⇒➔]|[-=]>|(?<!\d)(?<!\d )\+(?!\d)"
)  # «Вязова А.К. + психолог»; not «500+», «+7»
_ARROWS = "→⇒➔>"  # «Руководители ОУ → УО»: one hands it on to the other


def lex(text: str, acronyms: Mapping[str, Target] | None = None) -> tuple[Unit, ...]:
    """The units of a cell from left to right; together they hold every character but blanks and stray marks.

    `acronyms` maps a folded spelling («цдо») to what it stands for in this order.
    """
    return _lex(text, tuple((acronyms or {}).items()))


@lru_cache(maxsize=4096)  # a text is searched for what it proves, and then read: each by the same units
def _lex(text: str, acronyms: tuple[tuple[str, Target], ...]) -> tuple[Unit, ...]:
    plain = without_open_ends(join_compounds(read_cyrillic(text)))
    units: list[Unit] = []
    atoms = find_atoms(text, dict(acronyms))
    plain = without_honours(
        without_telephones(plain), [(atom.start, atom.end) for atom in atoms if atom.kind == "person"]
    )
    at = 0
    for atom in [*atoms, None]:
        end = len(plain) if atom is None else atom.start
        units += _words(plain, at, end, before=units[-1] if at else None)
        if atom is not None:
            units.append(atom)
            at = atom.end
    return mark_classes(plain, mark_quoted(plain, units))


def _is_place(bracket: str) -> bool:
    """«(ЦДО)», «(управление)», «(ТКДНиЗП)»: letters, a body's noun alone, or a commission that people serve on."""
    return (
        _LETTERS.match(bracket) is not None
        or fold(bracket) in SERVED
        or HEADS.get(fold(bracket)) in ("authority", "ministry")
    )


def _words(plain: str, at: int, end: int, before: Unit | None) -> list[Unit]:
    units: list[Unit] = []
    while at < end:
        unit = _next_unit(plain, at, end, before if not units else None)
        if unit is None:
            at += 1
            continue
        units.append(unit)
        at = unit.end
    return units


def _next_unit(plain: str, at: int, end: int, before: Unit | None) -> Unit | None:
    """The unit that begins at `at`; None for a blank or a stray mark. `before`: the atom that stands right before."""
    bracket = _bracket_behind(before, plain, at, end) if before is not None else None
    if bracket is not None:
        return bracket
    link = link_at(plain, at, end)
    if link is not None:
        return Unit("separator", at, link, plain[at:link])
    dash = separating_dash(plain, at, end, before is not None)
    if dash is not None:
        return Unit("separator", dash.start(), dash.end(), dash.group())
    if plain[at] == " ":  # half of all places, and nothing else begins with a blank
        return None
    numbering = _NUMBERING.match(plain, at, end)
    if numbering is not None and plain[:at].rstrip(" ")[-1:] in ("", "\n", ";", ",", "."):
        return Unit("separator", at, numbering.end(), ";")  # «1. Вязова А.К. 2. Лосев П.И.»
    return _unit_of_kind(plain, at, end)


def _bracket_behind(before: Unit, plain: str, at: int, end: int) -> Unit | None:
    """A bracket right behind an atom, or only what opens it, where another party stands in it; None for no bracket."""
    placed = PLACE_IN_LIST.match(plain, at, end) if before.kind == "schools" else None
    if placed is not None and plain[at] == "(":
        return Unit("separator", at, placed.end(), "(")  # «СОШ № 1 (с. Лесное, Вязов А.К.)»
    opening = _BRACKET.match(plain, at, end)
    if opening is None:
        return None
    printed = opening.group()
    if fold(printed) in SUBJECT_NAMES or _HENCEFORTH.match(printed) or _says_which(before, printed):
        return Unit("bracket", at, opening.end(), printed)  # «(русский язык)», «(далее – ИРО)», «(Заводской р-н)»
    if before.kind == "person" and (says_what_is_taught(printed, plain[:at]) or names_circle(printed)):
        return Unit("bracket", at, opening.end(), printed)  # «Вязова А.К. (1-4 кл.)», «… (хор «Весна»)»
    is_place = before.kind == "person" and _is_place(printed)  # «Вязова А.К. (ЦДО)»
    is_place = is_place or (before.kind == "organization" and fold(printed) in _PARTS_OF_BODIES)  # «ИРО (РЦОИ)»
    if (
        is_place or holds_surnames(printed) or find_head(re.findall(r"[\w-]+", without_quoted(printed))) is not None
    ):  # «Вязова А.К. (директор)»
        return Unit("separator", at, at + 1, plain[at])
    return None


def _unit_of_kind(plain: str, at: int, end: int) -> Unit | None:
    for kind, pattern in _KINDS:
        match = pattern.match(plain, at, end)
        if match and match.group():
            word = match.group()
            if kind == "bracket" and (not word.endswith((")", "]")) or _EXCEPT_FOR.match(word) or holds_surnames(word)):
                return Unit("separator", at, at + 1, word[0])  # «родительский комитет (Панкратов Д.О.)»
            if kind == "word":
                return _word_unit(plain, match, end)
            if kind == "separator" and word[0] == "." and is_short_for_a_word(plain, at, end):
                return None
            return Unit(kind, at, match.end(), ";" if word[-1] in _ARROWS else word)
    return None


# Not letters that its own name may have: «Комиссия по делам несовершеннолетних (КДН)»
_PARTS_OF_BODIES = frozenset(
    form for form, value in forms_of("organizations", "known").items() if value in ("РЦОИ", "ГИБДД", "ПДН", "ОДН")
)
_PARTS = forms_of("organizations", "part")


def _says_which(before: Unit, bracket: str) -> bool:
    """«СОШ № 18 (кадетские классы)», «лицей № 9 (начальная школа)»: which institution it is, or which part of it.

    Not «ЦДО (методисты)», nor a bracket with a party in it, which an atom cuts short.
    """
    if before.kind not in ("organization", "schools") or not bracket.endswith(")"):
        return False
    if fold(bracket) in _PARTS:
        return True
    words = [word.lower() for word in re.findall(r"[\w-]+", bracket)]
    noun = next((word for word in words if word in _PARTS or (noun_cases(word) and not adjective_cases(word))), "")
    return noun in _PARTS or (dictionary_form(noun) in _PARTS and ("nomn", "plur") in noun_cases(noun))


_KINDS: tuple[tuple[UnitKind, re.Pattern[str]], ...] = (
    ("bracket", _BRACKET),
    ("word", expression(rf"(?<!\w){DOTTED_PLACE}")),  # «Администрация г.о. Речной»
    ("word", expression(rf"(?<!\w){HONOUR}")),  # «музея им. А.П. Гайдара»: its dots part nothing
    ("word", expression(r"(?<!\w)[А-ЯЁа-яё]{2,7}\.-[а-яё]{3,}\.?(?=[\s,;)]|$)")),  # «уч.-предметники»
    ("word", expression(rf"(?<!\w)(?:(?:{_DOTTED_FORMS}){_BEHIND_DOTTED}|м/с)", re.IGNORECASE)),
    ("word", expression(rf"(?<!\w)(?:[а-яё]+о-)?(?:{_INSIDE})(?=\s*(?:[а-яё,;()\n]|[А-ЯЁ]{{2}}|$))", re.IGNORECASE)),
    ("word", _GLUED_PREPOSITION),
    ("word", _KNOWN_BODY),
    ("word", expression(r"(?<!\w)[А-ЯЁ]\.\s?[А-ЯЁ]\.(?=\s*(?:[,;\n]|$))")),  # somebody's initials, without the surname
    ("word", _WORD),
    ("separator", _SEPARATOR),
)


def _word_unit(plain: str, match: re.Match[str], end: int) -> Unit:
    """A word; «учителя – предметники» is one that lost its shape, where both parts name people in the nominative."""
    stop = end_of_compound(plain, match, end)
    slash = slash_between_posts(plain, match)
    stop = match.start() + slash if slash is not None else stop
    word = plain[match.start() : stop]
    if teacher().match(plain, match.start()):
        return Unit("word", match.start(), stop, "учит.")  # «уч. физики»
    head = head_of_administration(plain, match.start(), stop)
    if head is not None:
        return Unit("word", match.start(), stop, head)  # «гл. администраций сёл»
    kind: UnitKind = "and" if word.lower() == "и" else "word"
    return Unit(kind, match.start(), stop, re.sub(r"\s*[-‐‑–]\s*", "-", word))
