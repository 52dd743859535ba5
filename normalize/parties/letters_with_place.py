"""Letters of a body with its town or village behind them: «ЦЗН г. Лесной» is that town's."""

from ingest.expressions import expression
from normalize.fold import fold, read_cyrillic, squeeze
from normalize.organization_names import organization_key, organization_kind
from normalize.parties.units import Target, Unit
from normalize.settlements import PLACE
from normalize.towns import town_in_nominative

_PLACE = expression(rf"[^\S\n]+(?P<place>{PLACE})(?![\w-])")


def letters_with_place(text: str, start: int, end: int, known: Target) -> Unit | None:
    """The body that letters from `start` to `end` name with a place; None where none stands behind them.

    `known`: what the letters alone stand for. Its own place tells nothing.
    """
    found = _PLACE.match(read_cyrillic(text), end) if known.kind != "school" else None
    if found is None:
        return None
    place = town_in_nominative(squeeze(found["place"]))
    if fold(place) in fold(known.name) or fold(found["place"]) in fold(known.name):
        target = known
    else:
        name = f"{text[start:end]} {place}"
        target = Target(organization_key(name), name, organization_kind(name), start, found.end())
    printed = text[start : found.end()]
    return Unit("organization", start, found.end(), printed, targets=(target,))
