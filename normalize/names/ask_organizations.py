"""Questions about organizations: contradicting legal forms, and names that may stand for several, or for more."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from normalize.model import Candidate
from normalize.names.organization_identity import is_cut, is_same, may_be_own, same_but_for_form
from normalize.names.resolution import Doubt
from normalize.names.same_organization import Bodies, forms_subject
from normalize.names.typed_names import TypedName


@dataclass(frozen=True, slots=True)
class Forms:
    """Names that differ in what stands before the quotes: the order's own, and those of the earliest other order."""

    own: Mapping[str, TypedName]
    before: Mapping[str, TypedName]

    def subjects(self) -> tuple[str, ...]:
        """What a decision on them may be about, the likeliest first: letters give way to a spelt name."""
        names = sorted([*self.own.values(), *self.before.values()], key=lambda name: (name.letters, name.key))
        spelt = {name.quoted for name in names if not name.letters}
        return tuple(dict.fromkeys(forms_subject(name) for name in (names if len(spelt) < 2 else names[::-1])))

    def odd(self, counts: Counter[str]) -> frozenset[str]:
        """Keys of those that are in doubt: what an earlier order does not print, else all but the commonest."""
        if self.before:
            return frozenset(self.own.keys() - self.before.keys())
        best = max(self.own, key=lambda key: (counts[key], self.own[key].form, key))
        return frozenset(self.own.keys() - {best})


def form_groups(own: Mapping[str, TypedName], bodies: Bodies) -> Iterator[Forms]:
    """The order's names that agree in all but the form, each group with what earlier orders print of it."""
    left = dict(sorted(own.items()))
    known = bodies.names()
    while left:
        key = next(iter(left))
        group = {key: left.pop(key)}
        while more := [one for one in left if any(_belong(left[one], name, bodies) for name in group.values())]:
            group |= {one: left.pop(one) for one in more}
        alike = [one for one in known.values() if any(_belong(one, name, bodies) for name in group.values())]
        yield Forms(group, _earliest(alike, bodies))


def _belong(name: TypedName, other: TypedName, bodies: Bodies) -> bool:
    if same_but_for_form(name, other, bodies.home):
        return True
    return bool(name.form) and name.form == other.form and is_same(name, other, bodies.home)


def _earliest(alike: Iterable[TypedName], bodies: Bodies) -> dict[str, TypedName]:
    """Those of the earliest order that prints any, where it is earlier than this one."""
    said = {one.key: bodies.known[one.key].signed for one in alike}
    first = min(said.values(), default=bodies.signed)
    return {one.key: one for one in alike if said[one.key] == first < bodies.signed}


def ask_forms(group: Forms, counts: Counter[str], printed: Mapping[str, str], known: Mapping[str, str]) -> Doubt | None:
    """«ГАОУ ДПО СО «ИРО»» and «ГАОУ ДО СО «ИРО»»: no score may settle it (ratio 97), so it is asked once.

    `printed`, `known`: key → name.
    """
    odd = group.odd(counts)
    if not odd:
        return None
    names = {key: (printed.get(key) or known[key], counts[key]) for key in (*group.own, *group.before)}
    ordered = sorted(names.items(), key=lambda pair: (-pair[1][1], pair[0]))
    candidates = tuple(
        Candidate(
            key, name, ("название в кавычках равно", "правовая форма различается", f"в приказе раз: {count}")
        )
        for key, (name, count) in ordered
    )  # fmt: skip
    text = f"Это одна организация? {_counted(names)}"
    return Doubt(group.subjects()[0], "legal_form", text, names[min(odd)][0], odd, candidates)


def _counted(names: Mapping[str, tuple[str, int]]) -> str:
    """«ГАОУ ДПО СО «ИРО» ×5, ГАОУ ДО СО «ИРО» ×4»."""
    return ", ".join(
        f"{name} ×{count}" if count else f"{name} (из других приказов)"
        for name, count in sorted(names.values(), key=lambda pair: (-pair[1], pair[0]))
    )


def which_subject(key: str) -> str:
    """What a decision on a name that may stand for several is about: «organization|org|центр …»."""
    return f"organization|{key}"


def ask_which(key: str, name: str, others: Mapping[str, str], what: str = "организация") -> Doubt:
    """«Центр дополнительного образования» where an МБУ and a МАУ have that name. `others`: key → name.

    Of a school («СОШ № 3» in an order of two towns) it is asked as of its type.
    """
    candidates = [Candidate(one, label, ("название сходится",)) for one, label in sorted(others.items())]
    candidates.append(Candidate(key, name, ("как напечатано",)))
    known = ", ".join(f"«{label}»" for _, label in sorted(others.items()))
    text = f"Какая это {what}: «{name}»?" + (f" Известны: {known}." if known else "")
    if what == "школа":
        return Doubt(f"school_type|{key}", "school_type", text, name, frozenset({key}), tuple(candidates))
    return Doubt(which_subject(key), "legal_form", text, name, frozenset({key}), tuple(candidates))


def longer_or_shorter(name: TypedName, own: Mapping[str, TypedName], bodies: Bodies) -> dict[str, TypedName]:
    """Key → names that say more, or less, than a ministry's printed one. An earlier order's name is in no doubt."""
    if name.kind != "ministry" or bodies.first(name.key, {}) < bodies.signed:
        return {}
    before = {key: one for key, one in bodies.names().items() if bodies.known[key].signed < bodies.signed}
    found = {key: one for key, one in before.items() if is_cut(name, one) or is_cut(one, name)}
    return found | {key: one for key, one in own.items() if is_cut(name, one)}


def its_own(name: TypedName, own: Mapping[str, TypedName], bodies: Bodies) -> dict[str, TypedName]:
    """Key → the placeless body that issued the order, where the name is that with a town that no head confirms."""
    others = {**bodies.names(), **own}
    return {key: one for key, one in others.items() if key != name.key and may_be_own(name, one, bodies.home)}
