"""A responsible cell → draft parties with spans, by the reading rules of CONTRACT.md §2.

`read_cell` is the whole of it: lex, split into phrases, then an ordered list of small rules (`party_rules`) walks
over the phrases. Nothing here looks outside the cell but for the acronyms that the document proves.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from normalize.drafts import CellReading, Draft
from normalize.fold import fold
from normalize.lexer import Target, lex
from normalize.party_rules import RULES
from normalize.party_walk import Walk, close, is_body, is_plural, is_post
from normalize.phrases import Phrase, split_phrases


def read_cell(text: str, acronyms: Mapping[str, Target] | None = None) -> CellReading:
    """The parties of a responsible cell in order of appearance, and what is not sure."""
    words = set(fold(text).split())
    return _read_cell(
        text, tuple((spelling, target) for spelling, target in (acronyms or {}).items() if spelling in words)
    )


@lru_cache(maxsize=8192)  # cells repeat within an order, and every decision reads its order again
def _read_cell(text: str, acronyms: tuple[tuple[str, Target], ...]) -> CellReading:
    walk = Walk(text)
    for _ in walk_phrases(walk, acronyms):
        pass
    return CellReading(tuple(walk.drafts), tuple(walk.doubts))


def trace_cell(text: str, acronyms: Mapping[str, Target] | None = None) -> Iterator[tuple[str, str, tuple[Draft, ...]]]:
    """Each phrase of a cell as printed, the rule that read it, and all parties as they stand after it."""
    walk = Walk(text)
    for phrase, rule in walk_phrases(walk, tuple((acronyms or {}).items())):
        yield text[phrase.start : phrase.end], rule, tuple(walk.drafts)


def walk_phrases(walk: Walk, acronyms: tuple[tuple[str, Target], ...]) -> Iterator[tuple[Phrase, str]]:
    """Reads the cell of `walk` phrase by phrase; the first rule that knows a phrase consumes it."""
    phrases = split_phrases(lex(walk.text, dict(acronyms)))
    walk.ahead = owns_title_before(phrases)
    walk.shares = shares_title_before(phrases, walk.ahead)
    for index, phrase in enumerate(phrases):
        walk.index = index
        following = phrases[index + 1] if index + 1 < len(phrases) else None
        if phrase.kind != "person":
            walk.titled = None
        for rule in RULES:
            if rule(walk, phrase, following):
                yield phrase, rule.__name__
                break
    close(walk)


def owns_title_before(phrases: list[Phrase]) -> frozenset[int]:
    """Indices of title phrases that belong to the name right behind them, not to the name before.

    «Зам. директора по УВР Иванова И.И.», «Директор ОУ⏎Ахметова Ш.И.»; not «директор ЦДО Яркова Н.А., старший
    методист»: she has a title of her own behind her name, so the one before belongs to whoever came before.
    """
    owned: set[int] = set()
    for index in range(len(phrases) - 2, -1, -1):
        phrase, name = phrases[index], phrases[index + 1]
        paired = index > 1 and phrases[index - 1].kind == "person" and phrases[index - 1].joint == "-"
        if name.kind != "person" or not is_post(phrase) or not _is_beside(phrase, name, index, paired):
            continue
        after = phrases[index + 2] if index + 2 < len(phrases) else None
        wanted = index > 0 and phrases[index - 1].kind == "person"  # whoever came before may have no other title
        own = (
            wanted and after is not None and is_post(after) and after.joint in (",", "-", "") and index + 2 not in owned
        )
        if not own:
            owned.add(index)
    return frozenset(owned)


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
    """True where the names are the title's: no separator, or a dash, line ends or a bracket before several.

    `owned`: the title that follows them belongs to the name behind it.
    """
    joint = phrases[first].joint
    if joint not in ("", "-", "\n", "(") or (names == 1 and joint != ""):
        return False
    after = phrases[first + names] if first + names < len(phrases) else None
    if joint == "(" or owned or after is None or after.joint not in (",", "-", "", "("):
        return True
    return not is_post(after) and after.kind != "schools"


def _is_beside(title: Phrase, name: Phrase, index: int, paired: bool) -> bool:
    """A name on the next line belongs to a title that stands on a line of its own.

    `paired`: the name before has its title behind a dash too, «директор - Вязов А.К., завуч - Лосева П.И.».
    """
    if name.joint == "":
        return True
    if name.joint == "-" and (title.joint == ":" or paired):
        return True
    return name.joint in ("\n", "-") and (index == 0 or title.joint in ("\n", ";", "."))
