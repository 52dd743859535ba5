"""Whose is a title, or a school, that stands between two names: whole rows of phrases decide, not neighbours alone.

Within one cell the order of name and title does not change (notes/names.md §3): «директор Вязов А.К., завуч Лосева
М.П., психолог» begins with a title, so «психолог» is nobody's; «Вязов А.К., директор Лосева М.П., завуч» with a name.
"""

import re
from collections.abc import Callable, Sequence

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import dictionary_form, is_word
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import ends_in_surname
from normalize.parties.walk import is_acronym, is_body, is_plural, is_post
from normalize.titles.heads import ABBREVIATIONS
from normalize.vocabulary import forms_of

_CLOSE = (",", "-", "", "(")  # what may stand between a name and the title behind it

Fits = Callable[[list[Phrase], int], bool]


def owns_title_before(phrases: list[Phrase]) -> frozenset[int]:
    """Indices of title phrases that belong to the name right behind them, not to the name before.

    «Зам. директора по УВР Иванова И.И.», «Директор ОУ⏎Ахметова Ш.И.», «Директор (Вязов А.К.)»; not «директор ЦДО
    Яркова Н.А., старший методист»: she has a title of her own behind her name, so the one before belongs to whoever
    came before.
    """
    return _belong_ahead(phrases, _is_title_before_name, _is_own_title)


def with_areas(phrases: list[Phrase], owns: Callable[[list[Phrase]], frozenset[int]]) -> frozenset[int]:
    """The indices that `owns` finds where further areas of a deputy are left aside: «зам. по УВР, ВР Вязова А.К.»."""
    kept = [index for index, phrase in enumerate(phrases) if phrase.kind != "area"]
    return frozenset(kept[index] for index in owns([phrases[index] for index in kept]))


def owns_school_before(phrases: list[Phrase]) -> frozenset[int]:
    """Indices of school phrases that say where the name right behind them works: «СОШ № 3 Стогов Д.Е., ООШ № 8 …»."""
    return _belong_ahead(phrases, _is_school_before_name, _is_school_behind)


def _belong_ahead(phrases: list[Phrase], fits: Fits, is_own: Fits) -> frozenset[int]:
    """Indices of phrases that `fits` and that belong to the name behind them.

    From the end: one between two names is the first one's where the second has `is_own` behind it. Then from the
    start: a name that has its own before it needs none behind.
    """
    ahead: set[int] = set()
    candidates = [index for index in range(len(phrases) - 1) if fits(phrases, index)]
    for index in reversed(candidates):
        wanted = index > 0 and phrases[index - 1].kind == "person"  # whoever came before may have no other
        if not (wanted and index + 2 not in ahead and is_own(phrases, index + 2)):
            ahead.add(index)
    for index in candidates:
        if index - 2 in ahead:
            ahead.add(index)
    return frozenset(ahead)


def _is_title_before_name(phrases: list[Phrase], index: int) -> bool:
    title, name = phrases[index], phrases[index + 1]
    if is_unread_title(phrases, index):
        return True
    if name.kind != "person" or not is_post(title) or ends_in_surname(title):
        return False  # «Зав. библиотекой Лугова⏎Вязова А.К.»: two people
    paired = index > 1 and phrases[index - 1].kind == "person" and phrases[index - 1].joint == "-"
    return _is_beside(title, name, index, paired)


def alternates(phrases: Sequence[Phrase]) -> bool:
    """«Директор, Вязов А.К., завуч, Лосев П.И.»: titles and names by turns, a title first, commas between all."""
    pairs = zip(phrases[::2], phrases[1::2], strict=False)
    return (
        len(phrases) > 2
        and len(phrases) % 2 == 0
        and all(is_post(title) and name.kind == "person" for title, name in pairs)
        and all(phrase.joint == "," for phrase in phrases[1:])
    )


def is_title_and_name(phrases: Sequence[Phrase]) -> bool:
    """«завхоз, Вязов А.К.» and nothing else: his post, or an office and a man."""
    return (
        len(phrases) == 2
        and phrases[0].kind == "title"
        and is_post(phrases[0])
        and phrases[1].kind == "person"
        and phrases[1].joint in (",", ";")
    )


def is_post_and_duty(phrases: Sequence[Phrase]) -> bool:
    """«директор школы № 3, руководитель ППЭ Вязова А.К.» and nothing else: an office and a woman, or both hers.

    Not «завуч, методист ИМЦ Вязова А.К.»: nobody has two posts. Commas part what one answers for from the post and
    from the name, «завуч, ответственный за ГИА, Вязова А.К.»: one or three.
    """
    if [phrase.kind for phrase in phrases] != ["title", "title", "person"] or not all(map(is_post, phrases[:2])):
        return False
    duty = fold(" ".join(unit.text for unit in phrases[1].words))
    is_duty = [_DUTY.search(fold(" ".join(unit.text for unit in phrases[0].words))), _DUTY.search(duty)]
    beside = phrases[2].joint == "" or (phrases[2].joint == "," and _ANSWERS_FOR.match(duty) is not None)
    return phrases[1].joint == "," and beside and (is_duty[0] is None) != (is_duty[1] is None)


def lacks_comma(phrases: Sequence[Phrase], name: int) -> bool:
    """Whether two posts stand before a name with nothing between: «отв. за ПБ завхоз Овёс К.К.», two or both his.

    Not «Инспектор ОДН Соц. педагог Котова А.А.»: with the capital another line began.
    """
    if name < 2 or phrases[name].joint != "" or phrases[name - 1].joint != "":
        return False
    one, other = phrases[name - 2 : name]
    begins = other.units[0].text[0]
    return one.kind == other.kind == "title" and is_post(one) and is_post(other) and begins.islower()


_ANSWERS_FOR = re.compile(r"ответственн(?:ый|ая) (?:за|по) ")
_ASSIGNMENTS = "|".join(forms_of("roles", "assignment"))
# What somebody does on top of a post
_DUTY = expression(
    rf"\b(?:{_ASSIGNMENTS})\b|^(?:заместитель председателя|председатель|(?:ответственный )?секретарь|член)\b"
    r".*(?:комисси|совет|жюри|комитет|кдн|пмпк|гэк)|^руководитель ппэ\b"
)


def is_unread_title(phrases: list[Phrase], index: int) -> bool:
    """«Фрезеровщ. Вязов А.К., инженер Лосев П.И.»: an unknown abbreviation right before the cell's first name."""
    title, name = phrases[index], phrases[index + 1] if index + 1 < len(phrases) else None
    if index or name is None or name.kind != "person" or name.joint != "." or is_acronym(title):
        return False
    last = title.units[-1].text
    short = not is_word(last.rsplit("-", 1)[-1])  # «Проектный офис. Вязов А.К.» is a body and its man
    unread = title.kind in ("unknown", "title") and short
    return unread and len(title.words) == len(title.units) < 4 and len(last) > 2 and last[1:].islower()


def _is_own_title(phrases: list[Phrase], index: int) -> bool:
    """Whether the phrase at `index` is the title of the name before it; on lines of their own a line end parts them.

    So is the plural behind it and further names: «…, директор СОШ № 4 Вязова А.К., Лосев П.И., заместители директора».
    """
    if index >= len(phrases):
        return False
    if phrases[index].kind == "person":
        return _is_plural_of_names(phrases, index)
    if not is_post(phrases[index]):
        return False
    joint = phrases[index].joint
    return joint in _CLOSE or (joint == "\n" and phrases[index - 1].joint == "\n")


def _is_plural_of_names(phrases: list[Phrase], index: int) -> bool:
    """Whether names in a row from `index` on end in a plural post, a deputy's or one of few, with commas between."""
    end = next((at for at in range(index, len(phrases)) if phrases[at].kind != "person"), len(phrases))
    if end == len(phrases) or any(one.joint not in (",", "и") for one in phrases[index:end]):
        return False
    title, joint = phrases[end], phrases[end].joint
    if title.kind != "title" or title.head is None or not is_plural(title) or joint not in (",", "-"):
        return False
    head = fold(title.words[title.head.index].text)
    return dictionary_form(ABBREVIATIONS.get(head, head)) in _OF_NAMED


_OF_NAMED = frozenset(forms_of("roles", "few")) | {"заместитель"}  # «классные руководители» may be all of them


def _is_school_before_name(phrases: list[Phrase], index: int) -> bool:
    school, name = phrases[index], phrases[index + 1]
    return school.kind == "schools" and len(school.targets) == 1 and name.kind == "person" and name.joint in ("", "\n")


def _is_school_behind(phrases: list[Phrase], index: int) -> bool:
    return index < len(phrases) and phrases[index].kind == "schools" and phrases[index].joint in _CLOSE


def _is_beside(title: Phrase, name: Phrase, index: int, paired: bool) -> bool:
    """A name on the next line belongs to a title that stands on a line of its own.

    `paired`: the name before has its title behind a dash too, «директор - Вязов А.К., завуч - Лосева П.И.».
    """
    if name.joint in ("", "("):
        return True
    begins_line = index == 0 or title.is_on_new_line or title.joint in ("\n", ";", ".", "(")
    if name.joint == "-" and (title.joint in (":", ",") or paired):
        return True  # «Отв.: Вязова А.К., секретарь – Лосев П.И.»: the dash binds more closely than the comma
    return name.joint in ("\n", "-") and begins_line


def count_titled_names(phrases: list[Phrase], owned: frozenset[int]) -> int:
    """How many names have a singular title right behind them that is not another's: «Вязова А.К., директор»."""
    return sum(
        phrases[index].kind == "person" and index + 1 not in owned and _is_own_title(phrases, index + 1)
        for index in range(len(phrases) - 1)
    )


def are_all_plural(phrases: list[Phrase]) -> bool:
    """True where the cell names nobody, and all titles but abbreviations are plurals: «директора ОУ, кл. рук.»."""
    whole = [
        phrase
        for phrase in phrases
        if phrase.head is not None and fold(phrase.words[phrase.head.index].text) not in ABBREVIATIONS
    ]
    nobody = not any(phrase.kind == "person" for phrase in phrases)
    return nobody and bool(whole) and all(is_plural(phrase) and not is_body(phrase) for phrase in whole)
