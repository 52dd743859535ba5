"""Bodies of which a district has one, by their bare letters: «ЦРБ» is the order's «КГБУЗ «Кедровская ЦРБ»».

Of two it is asked which, unless one of them is of the order's own place. Not «ДДТ»: a district has several.
"""

import re
from collections.abc import Mapping

from normalize.names.ask_organizations import ask_which
from normalize.names.organization_identity import is_same
from normalize.names.resolution import Doubt
from normalize.names.typed_names import TypedName
from normalize.vocabulary import forms_of

_ONE_OF_DISTRICT = frozenset(forms_of("organizations", "one_of_district"))
_OF_REGION = re.compile(r"(?:областн|краев|республиканск|окружн)")


def resolve_district_bodies(
    standing: Mapping[str, TypedName], labels: Mapping[str, str], home: str | None
) -> tuple[dict[str, str], list[Doubt]]:
    """Key of bare letters → key of the body; and what is to be asked. `labels`: key → name."""
    means: dict[str, str] = {}
    doubts: list[Doubt] = []
    for key, name in standing.items():
        if name.core not in _ONE_OF_DISTRICT or name.form or name.place is not None:
            continue
        fuller = [one for one in standing.values() if one.key != key and _is_fuller(one, name)]
        if len({(one.core, one.place) for one in fuller}) == 1:
            means[key] = min(fuller, key=lambda one: (not one.form, one.key)).key
        elif fuller and not any(is_same(name, one, home) for one in fuller):
            doubts.append(ask_which(key, labels[key], {one.key: labels[one.key] for one in fuller}))
    return means, doubts


def _is_fuller(one: TypedName, letters: TypedName) -> bool:
    """«Кедровская ЦРБ», «ЦРБ Лесного района», «ОМВД России по г. Реж»; not «Областная ЦРБ»."""
    if _OF_REGION.match(one.core):
        return False
    if one.core == letters.core:
        return bool(one.form) or one.place is not None
    around = rf"(?:[а-я]+(?:ая|[иыо]й|ое) )*{letters.core}(?: (?:россии|по)(?: .+)?)?"
    return re.fullmatch(around, one.core) is not None
