"""The towns of Russia in the nominative: «г. Перми» → «г. Пермь»."""

from ingest.expressions import expression
from ingest.town_forms import is_nominative, towns_of

_TOWN = expression(r"(?P<kind>г\.\s?)(?P<name>[А-ЯЁ][А-ЯЁа-яё -]+)$")


def town_in_nominative(place: str) -> str:
    """A place, its town in the nominative where one town of Russia alone can be meant.

    «г. Озёрновска», of no such town, «с. Липовки» and «г. Печор» (of Печора, Печоры) stay as they are.
    """
    match = _TOWN.fullmatch(place)
    towns = towns_of(match["name"]) if match is not None and not is_nominative(match["name"]) else ()
    return f"{match['kind']}{towns[0]}" if match is not None and len(towns) == 1 else place
