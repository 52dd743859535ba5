"""The town or district within which the order speaks, from its head."""

import re

from ingest.nominative import town_name

ADJECTIVE = r"(?P<adjective>[А-ЯЁ][А-Яа-яё-]*ск)(?:ого|ому|ом|им|ий)"
# «Каменск-Уральского городского округа», «Лесогорского муниципального района»
DISTRICT = re.compile(ADJECTIVE + r"\s+(?P<kind>городск\w+ округ|муниципальн\w+ (?:район|округ)|район)\w*")
# «городского округа Заречный», «городского округа «Город Лесогорск»
NAMED = re.compile(
    r"(?P<kind>городск\w+ округ|муниципальн\w+ (?:район|округ))\w*\s+«?(?P<name>(?:Город )?[А-ЯЁ][а-яё-]+)"
)
TOWN = re.compile(r"\b(?P<kind>г\.|город(?:а|е|у|ом)?\s)\s*(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)")


def find_territory(texts: list[str]) -> str | None:
    """The first district printed in the texts, else the first town; None when there is neither.

    «Каменск-Уральского городского округа» -> «Каменск-Уральский городской округ», «города Лесогорска» ->
    «город Лесогорск», «г. Конаково» as it stands.
    """
    for text in texts:
        if found := DISTRICT.search(text):
            return f"{found['adjective']}ий {_kind(found['kind'])}"
        if found := NAMED.search(text):
            return f"{_kind(found['kind'])} {found['name']}"
    towns = (found for text in texts if (found := TOWN.search(text)))
    return next((f"{_town(found['kind'])} {town_name(found['name'])}" for found in towns), None)


def _kind(printed: str) -> str:
    first, _, second = printed.lower().partition(" ")
    adjective = "городской" if first.startswith("городск") else "муниципальный"
    return f"{adjective} {'округ' if second.startswith('округ') else 'район'}" if second else "район"


def _town(printed: str) -> str:
    return "г." if printed.startswith("г.") else "город"
