"""Cadet corps that are told by whose name they bear: «Казачий кадетский корпус им. Ермака», in any case."""

from collections.abc import Iterator

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.morphology import inflect
from normalize.named_after import HONOUR
from normalize.schools.named_tails import school_named
from normalize.schools.numbered import SchoolList
from normalize.schools.words import LETTERS

_TYPE = "кадетский корпус"
_CASES = r"(?:ий|ого|ему|ому|им|ом|ем|его|ый|ым|ой)"
_CORPS = expression(
    rf"(?<![\w-])(?:{LETTERS}\s*(?:[«\"“„]\s*)?)?(?P<before>(?:[А-ЯЁ][а-яё-]+{_CASES}\s+)?(?:казач[а-яё]+\s+)?)"
    rf"(?P<kind>[Кк]адетск{_CASES}\s+корпус(?:а|у|ом|е)?)\s*[»\"”]?\s*(?P<honour>{HONOUR})"
)


def find_corps(plain: str) -> Iterator[SchoolList]:
    """Each with its adjectives in the nominative."""
    for match in _CORPS.finditer(plain):
        words = f"{match['before']}кадетский корпус".split()
        adjectives = [_nominative(word) for word in words[:-2]]
        name = " ".join([*(word.lower() for word in adjectives), *words[-2:]])
        yield school_named(match, f"{name[0].upper()}{name[1:]} {squeeze(match['honour'])}", _TYPE, plain)


def _nominative(adjective: str) -> str:
    if adjective.endswith(("ий", "ый", "ой")):  # «Донской»
        return adjective
    return inflect(adjective, "nomn", "sing", "masc") or adjective
