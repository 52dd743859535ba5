"""Whose is a title, or a school, that stands between two names: whole rows of phrases decide, not neighbours alone.

Within one cell the order of name and title does not change (notes/names.md §3): «директор Вязов А.К., завуч Лосева
М.П., психолог» begins with a title, so «психолог» is nobody's; «Вязов А.К., директор Лосева М.П., завуч» with a name.
"""

from collections.abc import Callable

from normalize.parties.phrase import Phrase
from normalize.parties.walk import is_body, is_plural, is_post

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
    if name.kind != "person" or not is_post(title):
        return False
    paired = index > 1 and phrases[index - 1].kind == "person" and phrases[index - 1].joint == "-"
    return _is_beside(title, name, index, paired)


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


def shares_title_before(phrases: list[Phrase], owned: frozenset[int]) -> dict[int, int]:
    """Index of a plural title → the number of names right behind it that it is the title of.

    «учителя физики Вязова А.К., Лосев П.И.», «члены - Вязова А.К., Лосев П.И.»; not «специалисты группы Вязова А.К.,
    директор школы № 2»: she has a title of her own, and only a comma is lost.
    """
    shares: dict[int, int] = {}
    for index, phrase in enumerate(phrases):
        if phrase.kind != "title" or not is_plural(phrase) or is_body(phrase) or len(phrase.targets) > 1:
            continue
        names = _names_from(phrases, index + 1)
        if names and _shares(phrases, index + 1, names, index + names + 1 in owned):
            shares[index] = names
    return shares


def _names_from(phrases: list[Phrase], first: int) -> int:
    """How many names stand in a row from `first` on."""
    names = 0
    for phrase in phrases[first:]:
        if phrase.kind != "person" or (names and phrase.joint not in (",", "и", "\n", "")):
            break
        names += 1
    return names


def _shares(phrases: list[Phrase], first: int, names: int, owned: bool) -> bool:
    """True where the names are the title's: no separator, a bracket, or a dash or line ends before several.

    `owned`: the title that follows them belongs to the name behind it.
    """
    joint = phrases[first].joint
    if joint not in ("", "-", "\n", "(") or (names == 1 and joint not in ("", "(")):
        return False
    after = phrases[first + names] if first + names < len(phrases) else None
    if joint == "(" and after is not None and after.kind == "schools" == phrases[first - 1].units[-1].kind:
        return False  # «Директора СОШ №№ 4 (Зуев Л.П.), 6 (Котова А.А.)»: each has her school
    if joint == "(" or owned or after is None or after.joint not in (",", "-", "", "("):
        return True
    return not is_post(after) and after.kind != "schools"
