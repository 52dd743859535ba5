"""Schools told by their kind and place, without a legal form: «Гимназия с. Ключи», «Средняя школа п. Заречный».

«СОШ с. Ключи» is read in named.py; «школа с. Ключи» may be any of its schools.
"""

import re
from collections.abc import Iterator

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.schools.named_tails import school_named
from normalize.schools.numbered import SchoolList
from normalize.schools.words import MIDDLE, nominative_of
from normalize.settlements import PLACE
from normalize.towns import town_in_nominative

_BOARDING = r"\s?[-–]\s?интернат(?:а|у|ом|е)?"
_SCHOOL = r"[Шш]кол(?:а|ы|е|у|ой)"
_KIND = rf"(?P<kind>(?:[Гг]имнази(?:я|и|ю|ей)|[Лл]ице(?:й|я|ю|ем|е))(?:{_BOARDING})?|{_SCHOOL}(?P<boards>{_BOARDING})?)"
_SORT = MIDDLE.replace("(?:средн|основн|начальн)", "(?:[Сс]редн|[Оо]сновн|[Нн]ачальн)")
_OF_PLACE = expression(rf"(?<![\w-]){_SORT}{_KIND}\s+(?P<place>{PLACE})")
_OF_TOWN = re.compile(r"[гм]")  # «г.», «г.о.», «м.р.»: there may be several of a kind
# «Директор гимназии», «Проверка гимназии»; not «школы и гимназии г. Ключи», «посетить гимназии г. Ключи»
_GOVERNS = expression(r"(?<![\w-])(?!(?:и|или|все|также|другие)\s)[А-ЯЁа-яё-]+(?<!ть)(?<!ти)\s+$")


def find_kinds_of_places(plain: str) -> Iterator[SchoolList]:
    """One school for each; «гимназии г. Ключи» where it may be several is none."""
    for match in _OF_PLACE.finditer(plain):
        if _says_which(match) and _is_one(match, plain):
            name = nominative_of(match)
            name = f"{name[0].upper()}{name[1:]} {town_in_nominative(squeeze(match['place']))}"
            yield school_named(match, name, f"{match['middle'] or ''}{match['kind']}", plain)


def _says_which(match: re.Match[str]) -> bool:
    return bool(match["middle"] or match["boards"]) or not match["kind"].lower().startswith("школ")


def _is_one(match: re.Match[str], plain: str) -> bool:
    if not match["kind"].endswith("ии") or not _OF_TOWN.match(match["place"]):
        return True
    return _GOVERNS.search(plain, 0, match.start()) is not None
