"""Which organizations the letters and words mean that the order's own text explains: «(далее – ГМЦ)»."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.model import Explained
from normalize.fold import fold
from normalize.letters import printed_words
from normalize.names.explained_departments import explained_department
from normalize.organization_names import head_letters, legal_part
from normalize.parties.lexer import lex
from normalize.parties.sets import NOT_ORGANIZATIONS
from normalize.parties.units import Target


def read_glossary(glossary: Iterable[Explained]) -> dict[str, Target]:
    """Folded letters, word or short name → the one organization or school that the text says it stands for.

    «ОУ – образовательное учреждение» names none; letters that are explained twice in two ways mean neither.
    «далее – ЦОД «Вершина»» explains the letters alone as well.
    """
    found: dict[str, dict[str, Target]] = {}
    for one in glossary:
        target = explained_department(one) or _named(one)
        for spelling in _spellings(one) if target is not None else ():
            if target is not None and fold(spelling) not in NOT_ORGANIZATIONS:
                found.setdefault(fold(spelling), {})[target.key] = target
    return {letters: next(iter(targets.values())) for letters, targets in found.items() if len(targets) == 1}


def letters_spelt_in(titles: Iterable[str], cells: Iterable[str]) -> frozenset[str]:
    """Folded letters of the cells whose words the titles print: «ШМО» under «План школьного методического объединения».

    Of two letters any two words would do.
    """
    whole = "\n".join(titles)
    found = {match.group() for cell in cells for match in _LETTERS.finditer(cell)}
    return frozenset(fold(letters) for letters in found if printed_words(letters).search(whole))


_LETTERS = re.compile(r"(?<![\w-])[А-ЯЁ]{3,6}(?!\w)")


def is_letters(folded: str, glossary: Iterable[Explained]) -> bool:
    """True for «ГМЦ», which other orders may lean on; «Комитет» is the order's own word.

    «МКУ УО ГО Лесной» is the issuer's own name, spelt with letters.
    """
    return any(
        fold(spelling) == folded
        and sum(map(str.isupper, spelling)) > 1
        and (" " not in spelling or (one.whole and _SHORT_NAME.match(spelling)))
        for one in glossary
        for spelling in _spellings(one)
    )


_SHORT_NAME = re.compile(r"[А-ЯЁ]{2,8} [А-ЯЁ]{2,8}(?![\w-])")  # «МКУ УО», «УО ГО Лесной»


def _spellings(one: Explained) -> tuple[str, ...]:
    letters = head_letters(one.letters)
    return (one.letters, letters) if letters and letters == legal_part(one.letters) else (one.letters,)


def _named(one: Explained) -> Target | None:
    """The organization at the end of the explanation; where it is `whole`, the organization that it is."""
    units = lex(one.name[:1].upper() + one.name[1:] if one.whole else one.name)
    last = units[-1] if units else None
    if last is None or len(last.targets) != 1 or (one.whole and len(units) > 1):
        return None
    return replace(last.targets[0], start=0, end=0)
