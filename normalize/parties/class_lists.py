"""Classes and groups as a cell lists them: «5а, 6а классов», «8 «А», 9 «Б» кл.», «1-4 кл., 5-9 кл.»; «ср., ст. гр.»."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.expressions import expression
from normalize.fold import fold, squeeze
from normalize.morphology import dictionary_form
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import is_number
from normalize.parties.units import Unit
from normalize.titles.age_groups import GROUP_LIST, names_groups
from normalize.titles.heads import ABBREVIATIONS
from normalize.vocabulary import forms_of

_NUMBER = r"(?:\d{1,2}|[IVX]{1,4})"
_LETTER = (
    r"(?:(?:\s?-)?\s?[«\"“„][А-ЯЁа-яё][»\"”“]?|\s?-?[А-ЯЁ](?![А-ЯЁа-яё])|-?[а-яё](?![а-яё])"
    r"|\s[абвгдежзк](?=\s*(?:[,;)\n]|$|и\s\d|кл)))"  # «9 а, 9 б»; not «9 в школе»
)
_ORDINAL = r"(?:-?(?:ых|их|го|х|е))(?![а-яё])"
_ONE = rf"{_NUMBER}(?:{_ORDINAL}|{_LETTER})?"
_NOUN = r"\s*кл(?:асс(?:ов|а)|\b\.?)(?![а-яё])"
_ITEM = rf"{_ONE}(?:\s?[-–—]\s?{_ONE})?(?:{_NOUN})?"
_BEFORE = r"(?<![\w№.])(?<!№\s)(?<!\d[-–,])"
_LIST = expression(rf"{_BEFORE}{_ITEM}(?:\s*(?:,|\bи\b)\s*{_ITEM})*(?![\w-])")
_HAS_NOUN = expression(_NOUN)
_LETTERED = expression(rf"{_NUMBER}{_LETTER}")
_CLASS = expression(rf"{_ITEM}(?:\s*(?:,|\bи\b)\s*{_ITEM})*|{_ONE}(?:\s?[-–]\s?{_ONE})?\s+класс(?:ы|е|ах)?")


_LEVELS = frozenset(forms_of("roles", "level"))
_BRACKETED = frozenset(map(fold, forms_of("roles", "bracketed_level")))
_CYCLES = frozenset(forms_of("roles", "cycle"))
_UNION = expression(r"\b[ШРГ]?МО\b")


def mark_classes(plain: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units, the first of each list of classes or groups marked as opening one, all others as inside one.

    Of classes only lists that say so: with «кл.», «классов», or with a letter at each number; «№ 3, 4» may be schools.
    """
    given = tuple(units)
    spans = [match.span() for match in _LIST.finditer(plain) if _are_classes(match.group())]
    spans += [match.span() for match in GROUP_LIST.finditer(plain)]
    spans = [span for span in spans if not any(_is_atom(unit) and _overlap(unit, span) for unit in given)]
    return tuple(_marked(unit, spans) for unit in given) if spans else given


def _marked(unit: Unit, spans: list[tuple[int, int]]) -> Unit:
    for start, end in spans:
        if unit.start == start:
            return replace(unit, classes="opens")
        if start < unit.start and unit.end <= end:
            return replace(unit, classes="inside")
    return unit


def _are_classes(printed: str) -> bool:
    if _HAS_NOUN.search(printed):
        return True
    parts = re.split(r"\s*(?:,|\bи\b)\s*", printed)
    return all(_LETTERED.fullmatch(part) for part in parts)


def _is_atom(unit: Unit) -> bool:
    return unit.kind in ("person", "schools", "organization")


def _overlap(unit: Unit, span: tuple[int, int]) -> bool:
    return unit.start < span[1] and span[0] < unit.end


def names_classes(printed: str) -> bool:
    """True for «1-4 кл.», «8 «А»», «5 класс», «НОО, ООО», «ст. гр.», «1 отряд», and nothing besides; not for a bare
    number."""
    text = squeeze(printed)
    if names_groups(text) or _SQUAD.fullmatch(text):
        return True
    if all(fold(part) in _LEVELS for part in re.split(r"[,;]|\bи\b", text)):
        return True
    return _CLASS.fullmatch(text) is not None and (_are_classes(text) or "класс" in text)


def says_what_is_taught(bracket: str, before: str) -> bool:
    """True for a bracket behind a name such as «(1-4 кл.)», «(старшие классы)»; `before`: what the cell says before it.

    So for «(ЕМЦ)» of «Руководители ШМО: Вязова А.К. (ЕМЦ)»; without such a title the letters are a body's.
    """
    if names_classes(bracket[1:-1]) or fold(bracket) in _BRACKETED:
        return True
    return fold(bracket) in _CYCLES and _UNION.search(before) is not None


# Of a camp, which is numbered as classes are
_SQUAD = expression(rf"{_NUMBER}(?:-?(?:й|ый|ая|я|ое|е))?\s+(?:отряд|звено|смена|поток|группа|корпус|бригада)")


def lists_lettered(printed: str) -> bool:
    """True for «9А, 11 А», «8 «Б»»: classes by number and capital letter, though no word says so; not «2а», «9 А»."""
    return _CAPITALS.fullmatch(printed) is not None


_CAPITAL = r"(?:[1-9]|1[01])(?:-?[А-ЕЖК]|\s?[«\"“„][А-ЕЖКа-ежк][»\"”“])"
_APART = rf"(?:{_CAPITAL}|(?:[1-9]|1[01])\s[А-ЕЖК])"  # «9 А» alone, behind a name, may be the class of that one
_CAPITALS = expression(rf"{_CAPITAL}|{_APART}(?:(?:\s?,\s?|\sи\s){_APART})+")


def lists_classes(role: str) -> bool:
    """True for «классный руководитель 5 «А», 6 «Б»»: of several that are named one by one; not for «5-9 классов»."""
    found = _LIST.search(role)
    return found is not None and re.search(r"\d.*(?:,|\bи\b)\s*\d", found.group()) is not None


def classes_go_on(following: Unit, current: Phrase, mark: str) -> bool:
    """«Классные руководители⏎1-11 кл.», «Родительские комитеты⏎5 «А», 6 «Б»»: of which classes.

    Behind a comma only form tutors go on: «Учителя, 5-9 кл.» may be two.
    """
    head, words = current.head, current.words
    if head is None or current.kind != "title" or current.targets or current.units[-1] is not words[-1]:
        return False
    title = fold(ABBREVIATIONS.get(fold(words[head.index].text), words[head.index].text))
    form_tutors = head.index == len(words) - 1 and _is_form_tutor(title, words[head.index - 1].text)
    if form_tutors and not mark and is_number(following):
        return True  # «Кл. рук.⏎1-11»
    of_classes = not mark and not _OF_CLASSES.isdisjoint({title, dictionary_form(title)})
    return following.classes == "opens" and (form_tutors or of_classes)


def _is_form_tutor(title: str, before: str) -> bool:
    """«кл. рук.», «классные руководители»."""
    return title.startswith("классн") or (
        dictionary_form(title) == "руководитель" and ABBREVIATIONS.get(fold(before), fold(before)).startswith("классн")
    )


_OF_CLASSES = frozenset(forms_of("roles", "of_classes"))
