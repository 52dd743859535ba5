"""Where a body is, as the words behind its quoted name or its letters say: «МКУ «ЦРО» МО «Озёрский район»»."""

import re

from ingest.expressions import expression
from normalize.fold import squeeze
from normalize.regions import LETTERS, SPELT
from normalize.settlements import BARE_DISTRICT, DOTTED_PLACE, MUNICIPALITY, PLACE, district_of
from normalize.towns import town_in_nominative

_MUNICIPALITY = expression(rf"\s+{MUNICIPALITY}")
_BARE = expression(rf"\s+{BARE_DISTRICT}")
_IN_BRACKET = r"\s*\(района\)"
_ULUS = rf"[А-ЯЁ][\w-]+(?:ого|его)\s+(?:улуса|кожууна)(?:{_IN_BRACKET})?"  # the districts of Yakutia and Tuva
_TAIL = expression(
    rf"[^\S\n]+(?:{LETTERS}|{DOTTED_PLACE})|"
    r"\s+(?:(?:г|гор|пос|пст|пгт|с)\.\s?[А-ЯЁ][\w-]+|города\s+[А-ЯЁ][\w-]+|[А-ЯЁ][\w-]+(?:ой|ого)\s+(?:области|края|района|округа|республики)|[А-ЯЁ][\w-]+(?:ого|его)\s+(?:городского|муниципального)\s+(?:округа|района))"
    rf"|\s+{_ULUS}"
)
# «ГКУ ЦЗН Лесного района»
_OF_DISTRICT = expression(
    rf"\s+(?:[А-ЯЁ][\w-]+(?:ого|его)\s+(?:(?:городского|муниципального)\s+)?(?:округа|района)(?!\w)|{_ULUS})"
)


def place_of_quoted(plain: str, at: int) -> tuple[str, int]:
    """Where the body of a quoted name is, as its name says it, and the end of that; ("", `at`) for nowhere."""
    district = _municipality(plain, at)
    if district is not None:
        return f" {district[0]}", district[1]
    tail = _TAIL.match(plain, at)
    if tail is None:
        return "", at
    return f" {re.sub(_IN_BRACKET, '', squeeze(tail.group()))}", tail.end()


# «КУ ЦЗН г. Шумерля»
_TOWN = expression(rf"[^\S\n]+(?P<place>{PLACE}|города\s+[А-ЯЁ][\w-]+)")


def district_of_letters(plain: str, at: int) -> tuple[str, int] | None:
    """The district, town or village behind the letters of a body, and its end."""
    town = _TOWN.match(plain, at)
    if town is not None:
        return town_in_nominative(re.sub("^города ", "г. ", squeeze(town["place"]))), town.end()
    found = _OF_DISTRICT.match(plain, at)
    if found is None:
        return _municipality(plain, at)
    return re.sub(_IN_BRACKET, "", squeeze(found.group())), found.end()


# «ГАУ ДПО ИРО ОО»: behind the state's form and the letters of a body those of a region; «УО» is a department
_OF_REGION = expression(rf"[^\S\n]+(?P<region>{SPELT}|{LETTERS}|(?!УО)(?:[А-ЯЁ]О|[АЗКПСХ]К))(?!\w)")


def region_of_letters(plain: str, at: int) -> tuple[str, int] | None:
    """The region behind the letters of a body of the state, and its end: «ГБОУ ИРО Краснодарского края»."""
    found = _OF_REGION.match(plain, at)
    return (squeeze(found["region"]), found.end()) if found else None


def _municipality(plain: str, at: int) -> tuple[str, int] | None:
    """(«Озёрского района», its end) of «МО «Озёрский район»» behind a name; without quotes of its own in any case."""
    bare = _BARE.match(plain, at)
    if bare is not None:
        return f"городского округа {bare['bare']}", bare.end()
    found = _MUNICIPALITY.match(plain, at)
    if found is None:
        return None
    district = re.sub('[«»"“”„]', "", district_of(found.group())).strip()
    return re.sub("^город ", "г. ", district), found.end()
