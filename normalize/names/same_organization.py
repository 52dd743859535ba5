"""Which of many names is the one that a printed name of an organization stands for: one candidate, or nobody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from normalize.model import Established, Knowledge, Signed
from normalize.names.one_of_a_kind import fullness
from normalize.names.organization_identity import bare_core, best_spelt, is_same
from normalize.names.resolution import Verdicts
from normalize.names.typed_names import TypedName, typed_name


@dataclass(frozen=True, slots=True)
class Bodies:
    """What an order may compare its names with: `known` by key; nothing while it is read by its own word alone."""

    home: str | None  # the territory, as printed
    signed: Signed  # the order itself
    known: Mapping[str, Established] = field(default_factory=dict)

    def names(self) -> dict[str, TypedName]:
        """The known names but numbered schools."""
        return {
            key: typed_name(key, one.organization.name, one.organization.kind)
            for key, one in self.known.items()
            if one.organization.school_number is None
        }

    def first(self, key: str, own: Mapping[str, TypedName]) -> Signed:
        """The earliest order that says the name, this one included."""
        said = [self.known[key].signed] if key in self.known else []
        return min([*said, self.signed] if key in own or not said else said)


def known_bodies(known: Knowledge) -> dict[str, Established]:
    """What other orders and the registry establish, by key: the best spelling, and who was the first to say it."""
    found: dict[str, Established] = {}
    for one in known.established:
        before = found.setdefault(one.organization.key, one)
        first, second = sorted((before, one), key=lambda each: each.signed)
        is_registered = not any(first.signed)  # its spelling is the last word
        best = first.organization if is_registered else best_spelt(first.organization, second.organization)
        found[best.key] = Established(best, first.signed)
    return found


@dataclass(frozen=True, slots=True)
class Same:
    """The key that a name means, None for itself; `contested`: several names that it may stand for."""

    means: str | None = None
    contested: tuple[TypedName, ...] = ()


def forms_subject(name: TypedName) -> str:
    """What a decision on contradicting legal forms is about: «legal_form|иро»."""
    return f"legal_form|{name.quoted or name.core}"


def find_same(name: TypedName, own: Mapping[str, TypedName], bodies: Bodies, verdicts: Verdicts) -> Same:
    """Whom the name stands for, among the order's `own` standing names and the known ones.

    A name without a legal form takes one of its own order, else that of the earliest order that prints one. Of
    several names that mean the same, the one that was printed first stays.
    """
    if name.kind == "school":
        return Same()  # others may stand for it
    others = {**bodies.names(), **own}
    same = [one for one in others.values() if one.key != name.key and is_same(name, one, bodies.home)]
    same = [one for one in same if not name.form or one.form == name.form or one.kind == "school"]
    if _has_other_sort(name, others.values()):
        same = [one for one in same if one.core != bare_core(name)]
    if not name.form and any(one.form for one in same):
        formed = _with_form(same, own, bodies, verdicts)
        if len({one.form for one in formed}) > 1:
            return Same(contested=tuple(formed))
        same = formed
    else:
        same = [*same, name]
    spelt_out = [one for one in [*same, *_others_of_letters(same, others, bodies)] if not one.letters]
    spelt = {one.core for one in spelt_out} - {bare_core(one) for one in spelt_out if bare_core(one) != one.core}
    if len(spelt) > 1:
        return Same(contested=tuple(one for one in same if one.key != name.key))
    best = min(same, key=lambda one: _rank(one, bodies.first(one.key, own)))
    return Same(None if best.key == name.key else best.key)


def _has_other_sort(name: TypedName, others: Iterable[TypedName]) -> bool:
    """«Районное управление культуры» beside a «Городское управление культуры»: neither is «Управление культуры»."""
    if bare_core(name) == name.core:
        return False
    return any(bare_core(one) == bare_core(name) and one.core not in (name.core, bare_core(name)) for one in others)


def last_meaning(key: str, own: Mapping[str, TypedName], bodies: Bodies, verdicts: Verdicts) -> str:
    """What a name that another stands for stands for itself: «ИРО» → «ГАОУ ДПО СО «ИРО»» → its spelt name."""
    names, seen = {**bodies.names(), **own}, set[str]()
    while key in names and key not in seen:
        seen.add(key)
        means = find_same(names[key], own, bodies, verdicts).means
        key = key if means is None else means
    return key


def _with_form(
    same: Iterable[TypedName], own: Mapping[str, TypedName], bodies: Bodies, verdicts: Verdicts
) -> list[TypedName]:
    """Those with a legal form that count: the order's own, else the earliest order's, or all that a person parted.

    Where the order itself prints several, the earliest order's again: another one is new, and asked about.
    """
    formed = [one for one in same if one.form]
    here = [one for one in formed if one.key in own]
    if len({one.form for one in here}) == 1:
        return here
    elsewhere = [one for one in formed if one.key in bodies.known]
    decided = verdicts.get(forms_subject(formed[0]))
    if not elsewhere or (decided is not None and decided.verb == "different"):
        return formed
    first = min(bodies.known[one.key].signed for one in elsewhere)
    forms = {one.form for one in elsewhere if bodies.known[one.key].signed == first}
    return [one for one in here or formed if one.form in forms] or here


def _others_of_letters(same: Iterable[TypedName], others: Mapping[str, TypedName], bodies: Bodies) -> list[TypedName]:
    """«МБУ «ЦРО»» may be the «Центр развития образования» and the «Центр русской оперы»: then it is neither's."""
    lettered = [one for one in same if one.letters]
    return [
        other for one in lettered for other in others.values() if not other.letters and is_same(one, other, bodies.home)
    ]


def _rank(name: TypedName, first: Signed) -> tuple[object, ...]:
    """The least is canonical: a school, whole before cut, printed first before later, short before long.

    «Минобрнауки РД» is the «Министерство образования и науки Республики Дагестан», wherever that is printed.
    """
    whole = name.form != "" or name.region is not None
    region_in_letters = name.region is not None and name.region.isupper()
    blanks = name.key.count(" ")
    return (
        name.kind != "school", name.form == "", not whole, region_in_letters, first, fullness(name.key),
        name.place is not None, name.written_out, name.letters, -blanks if name.form else blanks, name.key,
    )  # fmt: skip
