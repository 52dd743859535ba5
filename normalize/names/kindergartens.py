"""Kindergartens that one order prints now by their own name and now by their number, village or type as well.

«МБДОУ «Теремок»» is its «МБДОУ «Детский сад № 5 «Теремок»»», or its «Детский сад «Теремок» с. Липовка»; of two it is
asked which.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ingest.expressions import expression
from normalize.fold import fold
from normalize.names.ask_organizations import ask_which
from normalize.names.resolution import Doubt
from normalize.names.typed_names import GARDEN, TypedName
from normalize.organization_names import organization_key
from normalize.schools.numbered import find_schools

_FORM = expression(r"[А-ЯЁ]*ДО[УО](?![А-ЯЁа-яё])")
_OWN_NAME = expression(r"\d\s*[«\"“„](?P<name>[^«»\"“”„]+)[»\"”“]+")  # «Детский сад № 5 «Теремок»»

_Printed = tuple[str, str]  # key, legal form ("" for none)


def resolve_kindergartens(
    names: Mapping[str, TypedName], labels: Mapping[str, str], texts: Iterable[str]
) -> tuple[dict[str, str], list[Doubt]]:
    """Key of a kindergarten's own name → key of the one that it is, and what is to be asked. `labels`: key → name.

    `names`: those that stand for themselves in the order; `texts`: its cells, which say what a number is called.
    """
    wanted = {own for name in names.values() if name.place is None and (own := own_name(name))}
    known = _by_own_name(names.values(), texts) if wanted else {}
    means: dict[str, str] = {}
    doubts: list[Doubt] = []
    for name in names.values():
        own = own_name(name)
        found = [one for one in known.get(own, []) if one[0] in names] if own and name.place is None else []
        keys = {key for key, _ in found}
        if len(keys) == 1 and all(name.form in ("", form) or form == "" for _, form in found):
            means[name.key] = keys.pop()
        elif keys:
            doubts.append(ask_which(name.key, labels[name.key], {key: labels[key] for key in keys}))
    return means, doubts


def own_name(name: TypedName) -> str | None:
    """«теремок» of «МБДОУ «Теремок»» and of «Детский сад «Теремок»»; None for what is no kindergarten."""
    return name.core.removeprefix(GARDEN) if name.core.startswith(GARDEN) else None


def _by_own_name(names: Iterable[TypedName], texts: Iterable[str]) -> dict[str, list[_Printed]]:
    """Own name → the kindergartens of the order that have a number or a village with it."""
    found: defaultdict[str, list[_Printed]] = defaultdict(list)
    for name in names:
        own = own_name(name) if name.place else None
        if own and not own.startswith("№"):  # «Детский сад № 4 г. Перми»: another town has a number of its own
            found[own].append((name.key, name.form))
    for text in texts:
        for one in find_schools(text):
            own_names = _OWN_NAME.findall(text[one.start : one.end])
            if one.kindergarten and len(one.schools) == 1 and own_names:
                form = _FORM.match(text, one.start)
                key = organization_key(f"Детский сад № {one.schools[0].number}")
                found[fold(own_names[0])].append((key, form.group() if form else ""))
    return found
