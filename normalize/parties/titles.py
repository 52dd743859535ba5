"""Whose is a title, or a school, that stands between two names: whole rows of phrases decide, not neighbours alone.

Within one cell the order of name and title does not change (notes/names.md §3): «директор Вязов А.К., завуч Лосева
М.П., психолог» begins with a title, so «психолог» is nobody's; «Вязов А.К., директор Лосева М.П., завуч» with a name.
"""

from collections.abc import Callable, Sequence

from normalize.fold import fold
from normalize.morphology import is_word
from normalize.parties.phrase import Phrase
from normalize.parties.phrase_words import ends_in_surname
from normalize.parties.walk import is_acronym, is_body, is_plural, is_post
from normalize.title_heads import ABBREVIATIONS
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
    """Whether the phrase at `index` is the title of the name before it; on lines of their own a line end parts them."""
    if index >= len(phrases) or not is_post(phrases[index]):
        return False
    joint = phrases[index].joint
    return joint in _CLOSE or (joint == "\n" and phrases[index - 1].joint == "\n")


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
    if name.joint == "-" and (title.joint == ":" or paired):
        return True
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


def shares_title_before(phrases: list[Phrase], owned: frozenset[int]) -> dict[int, int]:
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
        if open_number and _says_one(phrase) and (index or not _stand_in_line(phrases, first, end)):
            continue
        known = end in owned or _goes_on_with_school(phrases, index, end)
        of_areas = phrases[first - 1].kind == "area"
        if of_areas and names < 2:
            continue
        if names and _shares(phrases, first, names, after, known, of_areas):
            shares[index] = names
    return shares


def says_no_number(phrase: Phrase) -> bool:
    """«Зам. директора по УВР», «Рук. РМО», «ПДО», «Методист»: a post of one or of several."""
    if phrase.kind != "title" or is_plural(phrase):
        return False
    return fold(phrase.units[0].text).split(" ")[0] in _OPEN_NUMBER or _says_one(phrase)


_OPEN_NUMBER = frozenset(forms_of("roles", "open_number"))
_OPEN_SINGULAR = frozenset(forms_of("roles", "open_singular"))


def _says_one(phrase: Phrase) -> bool:
    """«Методист», «Старший методист»: printed in the singular, or letters that have no number."""
    head = phrase.head
    return head is not None and fold(phrase.words[head.index].text) in _OPEN_SINGULAR


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
