"""Which organizations the letters and words mean that the order's own text explains: «(далее – ГМЦ)»."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.model import Explained
from normalize.fold import fold
from normalize.parties.lexer import lex
from normalize.parties.sets import NOT_ORGANIZATIONS
from normalize.parties.units import Target


def read_glossary(glossary: Iterable[Explained]) -> dict[str, Target]:
    """Folded letters or word → the one organization or school that the text says it stands for.

    «ОУ – образовательное учреждение» names none; letters that are explained twice in two ways mean neither.
    """
    found: dict[str, dict[str, Target]] = {}
    for one in glossary:
        target = _named(one)
        if target is not None and fold(one.letters) not in NOT_ORGANIZATIONS:
            found.setdefault(fold(one.letters), {})[target.key] = target
    return {letters: next(iter(targets.values())) for letters, targets in found.items() if len(targets) == 1}


def is_letters(folded: str, glossary: Iterable[Explained]) -> bool:
    """True for «ГМЦ», which other orders may lean on; «Комитет» is the order's own word."""
    return any(fold(one.letters) == folded and sum(map(str.isupper, one.letters)) > 1 for one in glossary)


def _named(one: Explained) -> Target | None:
    """The organization at the end of the explanation; where it is `whole`, the organization that it is."""
    units = lex(one.name[:1].upper() + one.name[1:] if one.whole else one.name)
    last = units[-1] if units else None
    if last is None or len(last.targets) != 1 or (one.whole and len(units) > 1):
        return None
    return replace(last.targets[0], start=0, end=0)
