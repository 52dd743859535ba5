"""Whether two territories may be one that orders print in different words: then people and schools stand there twice.

An order that prints neither town nor district belongs to its issuer as printed («Управление образования»), until the
next year's letterhead names the town.
"""

from collections.abc import Iterable, Sequence

from ingest.expressions import expression
from normalize.fold import fold
from normalize.model import Neighbour
from normalize.questions.doubt import OrderDoubt

# People of the same name in two orders: one or two are namesakes, of three in one department hardly all.
FEWEST_SHARED = 3
SHOWN = 3  # orders that a question lists

# Where an issuer's name goes on with its place: «Управление образования | администрации города Лесогорска».
_PLACE = expression(
    r"\s(?:администраци\w+|город\w*|г|села?|с|пос\w*|п|пгт|муниципальн\w+ (?:район|округ|образован)\w*|"
    r"[а-я-]+(?:ого|его|ой)(?: [а-я-]+ого)? (?:район|округ|област|кра)\w*)\s.*|"
    r"\s[а-я-]+(?:ого|его|ой)(?: [а-я-]+ого)? (?:район|округ|област|кра)\w*$"
)
_FORM = expression(
    r"^(?:орган местного самоуправления|мку|му|(?:[а-я]+ое )+учреждение)\s(?=управлени|отдел|комитет|департ)"
)
_REGION = expression(r"(?:[а-я ]+ )?(?:область|край|республика|автономный округ(?: [а-я]+)?)|республика [а-я ]+")
_KIND = expression(r"\b(?:г|город|городской округ|муниципальный округ|городское поселение)\b")


def may_be_one(territory: str, issuer: str | None, other: Neighbour) -> bool:
    """True where the order of `territory` and `issuer` is asked whether `other` belongs to its territory.

    One side is asked where one printed no place: the one that has to be loaded with its territory. Not asked: two
    places with names of their own, and issuers that differ.
    """
    if territory == issuer:
        return other.issuer is not None and _body(issuer) == _body(other.issuer)
    return other.territory != other.issuer and _is_same_place(territory, other.territory)


def may_concern(place: str, territory: str, issuer: str | None) -> bool:
    """False where, by these names, no order of `place` is asked about one of `territory` and `issuer`, nor the reverse.

    An order without a printed place may have any neighbours; one with a place those whose territory is an issuer like
    its own, or its own place in other words.
    """
    return territory == issuer or _body(place) == _body(issuer) or _is_same_place(place, territory)


def are_two_places(one: str, other: str, issuer: str | None) -> bool:
    """True for two towns or districts that no spelling makes one; not where either is but the issuer as printed."""
    if fold(issuer or "") in (fold(one), fold(other)) or _is_same_place(one, other):
        return False
    left, right = sorted((_name(one), _name(other)), key=len)
    stem = max(4, len(left) - 2)  # «лесоград» and «лесоградский район»
    return left[:stem] != right[:stem]


def is_region(territory: str | None) -> bool:
    """True for «Заозёрская область»: many towns, so that neither a number nor a village's name means one school."""
    return _REGION.fullmatch(fold(territory or "")) is not None


def ask_territory(
    territory: str, issuer: str | None, neighbours: Sequence[Neighbour], identity: str, file: str
) -> Iterable[OrderDoubt]:
    """One question for each other territory that may be the order's own."""
    places = dict.fromkeys(one.territory for one in neighbours if may_be_one(territory, issuer, one))
    for place in places:
        there = [one for one in neighbours if one.territory == place and may_be_one(territory, issuer, one)]
        key = f"territory|{identity}|{fold(place)}"
        yield OrderDoubt(key, "territory", _text(territory, issuer, there, file), place, ())


def say_no_place(territory: str, file: str) -> str:
    """What is said of an order that nothing in its head places; "" for others."""
    if territory != file:
        return ""
    return (
        " Не назван и город или район: люди и школы этого приказа стоят отдельно от всех других, пока файл не "
        f'загружен с названием: prikaz import --territory НАЗВАНИЕ "{file}".'
    )


def name_another(file: str) -> str:
    """How to give an order another territory than its head says."""
    return f'Если это не так, загрузите файл ещё раз с названием: prikaz import --territory НАЗВАНИЕ "{file}".'


def _text(territory: str, issuer: str | None, there: Sequence[Neighbour], file: str) -> str:
    other = there[0]
    unprinted = "в приказе не назван город или район" if territory == issuer else "так напечатано"
    name = "НАЗВАНИЕ" if other.territory == other.issuer else f'"{other.territory}"'
    return (
        f"Приказ отнесён к территории «{territory}» ({unprinted}), а {_orders(there)} — к территории "
        f"«{other.territory}», и люди в них названы те же (одинаковых имён: {max(one.shared for one in there)}). "
        "Это одна территория? Если да, загрузите файл приказа ещё раз с её названием: prikaz import --territory "
        f'{name} "{file}"; пока это не сделано, люди и школы стоят в базе дважды.'
    )


def _orders(there: Sequence[Neighbour]) -> str:
    names = [f"№ {one.order_number or '—'} от {_day(one.order_date)}" for one in there[:SHOWN]]
    more = f" и ещё {len(there) - SHOWN}" if len(there) > SHOWN else ""
    return f"{'приказ' if len(there) == 1 else 'приказы'} {', '.join(names)}{more}"


def _day(date: str | None) -> str:
    return ".".join(reversed(date.split("-"))) if date else "—"


def _body(issuer: str | None) -> str:
    """The issuer without its place: «управление образования», «мбоу сош № 5»."""
    return _PLACE.sub("", _FORM.sub("", fold(_HYPHEN.sub("", issuer or ""))))


_HYPHEN = expression(r"(?<=\w)[-‐‑](?=\w)")  # «Лесного-Уральского городского округа»: one name, no two words


def _is_same_place(one: str, other: str) -> bool:
    """«г. Лесоград», «город Лесоград», «Лесоградский городской округ»; not the district «Лесоградский район»."""
    names = sorted((_name(one), _name(other)), key=len)
    return names[0] == names[1] or names[1] in (f"{names[0]}ский", f"{names[0]}ий")


def _name(territory: str) -> str:
    return _KIND.sub(" ", fold(territory)).strip()
