"""Whether a town that is printed with a school is the order's own: «СОШ № 5 г. Перми» in a plan of Лысково is not.

Of a village nothing is said here: the territory of a town may have villages, and a school there its number.
"""

from typing import Literal

from ingest.expressions import expression
from normalize.fold import fold
from normalize.settlements import kind_of

Relation = Literal["own", "other", "unsure", "unknown"]

# Each word of a name in any case: «Лесного» and «Лесной», «Ельца» and «Елец», «Челнов» and «Челны»
_ENDING = expression(r"(?:ого|его|ому|ему|ыми|ими|ами|ями|[оеыи][йе]|[ыи]х|[ыиое]м|ее|[ая]м|[ая]х|ая|яя|[аяоеыиуюьй])$")
_PLURAL = expression(r"(?:ов|ев|ей)$")
_FLEETING = expression(r"[оеь](?=[бвгджзклмнпрстфхцчшщ]$)")
_VOWELS = expression(r"[аеиоуыэюяьъй]")
_SHORTEST = 2  # letters of a name without its ending
_OF_TOWN = frozenset({"г.", "г.о."})
_OTHER_KINDS = frozenset({"г.", "г.о.", "м.о.", "м.р."})
_BARE_NAME = expression(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*(?: [А-ЯЁ][а-яё]+)?")
_AREA = r"район\w*|округ\w*|мр|мо|го|зато|улус\w*|кожуун\w*|аймак\w*"
_DISTRICT_WORDS = expression(rf"\b(?:муниципальн\w+(?: образовани\w+)?|городск\w+|город(?:а|е|ом)?|{_AREA})\b")
_IS_AREA = expression(rf"\b(?:муниципальное образование|{_AREA})\b")
_IS_DISTRICT = expression(r"\b(?:район|муниципальный округ|улус|кожуун|аймак)\b")
_OF_DISTRICT = expression(r"(?P<name>[а-яё -]+) (?:муниципального )?района")


def relation_to_home(printed: str, home: str | None) -> Relation:
    """What «г. Перми» is to a territory: its own town, another one, perhaps its second town.

    «unsure» in a district or округ only, «unknown» where the territory says no town, or the place is a village.
    """
    if not home:
        return "unknown"
    folded, territory = fold(printed), fold(home)
    kind, town = kind_of(folded) or ("", "")
    if kind in _OTHER_KINDS:
        if (own := _town_of(home)) is not None:
            return "own" if is_one_name(town, own) else "other"
        if kind_of(territory) is not None:  # a village's own plan
            return "other"
        if _is_center_of(town, _DISTRICT_WORDS.sub(" ", territory)):
            return "own"
        return "unsure" if _IS_AREA.search(territory) else "unknown"
    district = _OF_DISTRICT.fullmatch(folded)
    if district is not None and _IS_DISTRICT.search(territory):
        own_name = " ".join(_DISTRICT_WORDS.sub(" ", territory).split())
        return (
            "own" if is_one_name(district["name"], own_name) or _is_center_of(own_name, district["name"]) else "other"
        )
    return "unknown"


def is_town(home: str | None) -> bool:
    """True for «г. Лесной», «Лесной»: one town, whose own schools need none."""
    return home is not None and _town_of(home) is not None


def _town_of(home: str) -> str | None:
    """«лесной» of «г. Лесной», «Лесной»; None for districts and issuers."""
    kind, town = kind_of(fold(home)) or ("", None)
    if kind in _OF_TOWN:
        return town
    return fold(home) if kind == "" and _BARE_NAME.fullmatch(home) is not None else None


def is_one_name(one: str, other: str) -> bool:
    """«каменска уральского» and «каменск уральский», «к уральский»; not «серов» and «саров»."""
    left, right = one.split(" "), other.split(" ")
    return len(left) == len(right) and all(
        _is_one_word(first, second) for first, second in zip(left, right, strict=True)
    )


def _is_one_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return not _stems(one).isdisjoint(_stems(other)) or (len(short) == 1 and long.startswith(short))


def _stems(word: str) -> set[str]:
    stems = {word, _ENDING.sub("", word), _PLURAL.sub("", word)}
    return {_FLEETING.sub("", stem) for stem in stems if len(stem) >= _SHORTEST} or {word}


def _is_center_of(town: str, district: str) -> bool:
    """«лысково» of «лысковский», «ельца» of «елецкий», «нижние серги» of «нижнесергинский», «лесной» of «лесной»."""
    name = "".join(_ENDING.sub("", word) for word in town.split(" "))
    of = "".join(district.split())
    bones, whole = (_VOWELS.sub("", part) for part in (name, of))
    return name[0] == of[:1] and (whole.startswith(bones) or (len(name) > _ALIKE and name[:_ALIKE] == of[:_ALIKE]))


_ALIKE = 5  # letters: «павловский посад» and «павлово-посадский»
