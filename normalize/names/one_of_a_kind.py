"""Bodies of which a territory has one, whichever of its letters an order prints: «КДН», «КДН и ЗП», spelt out."""

import re

from normalize.vocabulary import forms_of

_SAME = forms_of("organizations", "same")
_WHOSE = re.compile(r"^(?:территориальн|муниципальн|районн|городск|межведомственн)\w+ ")


def one_of_its_kind(core: str, name: str) -> str:
    """«КДН», «районная КДН и ЗП» → «комиссия по делам …»: a territory has one; not a school's own «ПМПк»."""
    plain = _WHOSE.sub("", core)
    return core if "Пк" in name else _SAME.get(plain, plain if plain in _SAME.values() else core)


def fullness(key: str) -> int:
    """How far the letters of such a body are from the fullest ones: «КДН и ЗП» before «КДН»."""
    letters = key.removeprefix("org|")
    return [*_SAME, letters].index(letters)
