"""The region and the place that an organization's name ends in: «… города Лесогорска», «… Лесного района».

So «администрации муниципального образования «Лесной район»», «мэрии города Лесогорска»; only the place's own name
counts, not what kind of place it is.
"""

import re

from ingest.expressions import expression
from normalize.fold import fold
from normalize.regions import split_region

_REGION = expression(r"\s(?P<region>\w+(?:[сц]кой|ого) (?:области|края)|республики \w+)$")
_OFFICE = r"(?:администрации|мэрии|исполнительного комитета|исполкома)"
# «администрации мо ключевское», «управление образования го речной»: elsewhere «мо» may be a union of teachers
_OF_UNIT = r"(?:(?:(?<=администрации )|(?<=администрация ))(?:мо )?(?:мо|го|мого|момр|сп|гп)|амо(?: го| мр)?|амр)"
# Folded: «г каменска уральского», «администрации города», «лесного района», «муниципального района усть лесной»
_PLACE = expression(
    rf"\s(?:{_OFFICE}\s?)?(?:"
    rf"(?:муниципального (?:образования|района|округа)|городского округа|мр|{_OF_UNIT})(?P<named>(?:\s\w+){{1,4}})"
    r"|мо(?P<unit>(?:\s\w+){1,3}\s(?:район|округ|улус|кожуун)|\s\w+(?:[иы]й|ое))"
    r"|(?:г|гор|города|пос|п|поселка|с|села|д|деревни)(?P<town>(?:\s\w+){0,2})"
    r"|(?P<area>(?:\w+ого )?(?:городского |муниципального )?(?:округа|района|улуса|кожууна)(?: района)?"
    r"|\w+[ое]го (?:мр|мо|го)))$"
)
_AREA_WORDS = frozenset({"городского", "муниципального", "округа", "района", "улуса", "кожууна", "мр", "мо", "го"})
_UNIT_WORDS = frozenset({"городской", "муниципальный", "округ", "район", "улус", "кожуун", "город", "города", "г"})
_ADMINISTRATION = expression(rf"\s{_OFFICE}$")


_HYPHENED = expression(
    r"([А-ЯЁ][а-яё]+)[-‐‑]([А-ЯЁа-яё]+ого)\s+(?:(?:городского|муниципального)\s+)?(?:округа|района|улуса|кожууна)(?:\s*\(района\))?\W*$"
)


def _first_of_hyphened(name: str) -> str:
    """«лесного» of «… Лесного-Уральского городского округа»: folded, its place is of two words; "" for one."""
    found = _HYPHENED.search(name)
    return fold(found[1]) if found else ""


_LETTERS = expression(r"\s(?P<letters>[А-ЯЁ]{1,3}ГО)$")  # «Управление образования КУГО»


def split_tail(proper: str, tail: str, kind: str) -> tuple[str, str | None, str | None]:
    """What is left of a name's proper part and tail, folded, and the region and place at its end."""
    whole = f"{proper} {tail.strip()}".strip()
    whole, region = split_region(whole, kind) if kind != "school" else (whole, None)
    folded, first, place = fold(whole), _first_of_hyphened(whole), None
    letters = _LETTERS.search(whole) if kind == "authority" else None
    if letters is not None:
        return _ADMINISTRATION.sub("", fold(whole[: letters.start()])), region, fold(letters["letters"])
    found = _REGION.search(folded) if region is None else None
    if found:
        region, folded = found["region"], folded[: found.start()]
    at = _PLACE.search(folded)
    if at:
        place = _place_of(at)
        folded = folded[: at.start()]
        if first and at["area"] and folded.endswith(f" {first}"):
            place, folded = f"{first} {place}", folded.removesuffix(f" {first}")
    return _ADMINISTRATION.sub("", folded), region, place


def _place_of(at: re.Match[str]) -> str:
    """«лесногорска», «лесного», «озерский»: the place's own name without what kind of place it is."""
    if at["named"] or at["unit"]:
        words = (at["named"] or at["unit"]).split()
        return " ".join(word for word in words if word not in _AREA_WORDS | _UNIT_WORDS)
    return (at["town"] or "").strip() or " ".join(
        word for word in (at["area"] or "").split() if word not in _AREA_WORDS
    )
