"""Which two names of organizations are one organization's: a typed key, compared part by part (notes/names.md §1).

A name is a legal form, a proper part, a region and a place. Equal always: the legal form where both print one,
the proper part (or the letters of it), the region. Left out may be the form, the region and the own town. No score.
"""

from ingest.expressions import expression
from normalize.fold import fold
from normalize.model import Organization
from normalize.names.issuer_letters import PREPOSITION
from normalize.names.typed_names import TypedName, typed_name
from normalize.organization_names import initials_of
from normalize.regions import are_one_region
from normalize.vocabulary import forms_of

_POLICE_UNITS = frozenset(forms_of("organizations", "service_unit"))


def is_same(name: TypedName, other: TypedName, home: str | None) -> bool:
    """True where a typed key proves that two names are one organization's. `home`: the territory, as printed.

    A form may be left out, a contradicting one never; letters stand for a name of the same form, or for the form's
    own letters. Symmetric, but not transitive: «Центр …» is «МБУ «Центр …»» and «МАУ «Центр …»».
    """
    at_home = _is_at_home(name, home) and _is_at_home(other, home)
    if not (at_home or _end_alike(name, other)) or not _same_region(name, other):
        return False
    if "school" in (name.kind, other.kind):
        spelt_alike = name.key.partition("|")[2] == other.key.partition("|")[2]  # «СШ «Арктика»» without its «МБОУ»
        return spelt_alike or _is_lettered_school(name, other) or _is_lettered_school(other, name)
    if name.form and other.form and name.form != other.form:
        return False
    if name.honour and other.honour and name.honour != other.honour:
        return False
    if name.core == other.core or bare_core(name) == other.core or bare_core(other) == name.core:
        return True
    if _is_of_home(name, other, home) or _is_of_home(other, name, home):
        return True
    return _is_lettered(name, other) or _is_lettered(other, name)


_WHOSE = expression(r"^(?:городск|районн|окружн)(?:ое|ой|ый|ий|ая) ")


def bare_core(name: TypedName) -> str:
    """«управление образования» of «Городское управление образования»: whose an authority is, no part of its name.

    Of the two sorts, «районный отдел» and «городской отдел», none is the other's.
    """
    return _WHOSE.sub("", name.core) if name.kind == "authority" else name.core


_OF_PLACE = expression(r"(?P<place>[а-я]+(?:ск|цк)(?:ий|ая|ое)) (?P<letters>[а-я]{2,8})")


def _is_of_home(whole: TypedName, letters: TypedName, home: str | None) -> bool:
    """«Лесногорский ДДТ» and «ДДТ» in an order of Лесногорск."""
    match = _OF_PLACE.fullmatch(whole.core)
    if match is None or not letters.letters or match["letters"] != letters.core:
        return False
    return any(_is_form_of(match["place"], word) for word in fold(home or "").split(" "))


def same_but_for_form(name: TypedName, other: TypedName, home: str | None) -> bool:
    """True for «МБУ ДО «Центр …»» and «МАУ ДО «ЦДО»»: all but what stands before the quotes agrees."""
    if not name.quoted or not other.quoted or "school" in (name.kind, other.kind) or is_same(name, other, home):
        return False
    if _are_two_units(name, other):
        return False
    lettered = bool(name.form and other.form) and name.initials == other.initials and name.letters != other.letters
    alike = name.quoted == other.quoted or (name.core == other.core and bool(name.form and other.form)) or lettered
    return alike and _is_at_home(name, home) and _is_at_home(other, home)


def _are_two_units(name: TypedName, other: TypedName) -> bool:
    """«ОГИБДД МО МВД «Приозёрский»», «ПДН МО МВД «Приозёрский»»: two units of one department; «ГИБДД» is «ОГИБДД»."""
    letters = {one.key.partition("|")[2].split(" ")[0] for one in (name, other)}
    units = {one[1:] if one[1:] in _POLICE_UNITS else one for one in letters}
    return letters <= _POLICE_UNITS and len(units) > 1


def has_its_two_letters(letters: TypedName, spelt: TypedName, home: str | None) -> bool:
    """True for «МКУ МЦ» and «МКУ «Методический центр»».

    Of names in one order only, and where it has no other of these initials: of two letters many names are made.
    """
    if len(letters.initials) != 2 or not letters.letters or not letters.form or spelt.letters:
        return False
    if spelt.form != letters.form or not _has_initials(spelt, letters.initials) or spelt.kind == "school":
        return False
    return _is_at_home(letters, home) and _is_at_home(spelt, home)


def _has_initials(spelt: TypedName, initials: str) -> bool:
    """«КО» of «Комитет по образованию»: a preposition has no letter of its own, or has one."""
    return initials in (spelt.initials, initials_of(PREPOSITION.sub(" ", spelt.core)))


def is_cut(short: TypedName, whole: TypedName) -> bool:
    """True for «Министерство образования …» and «Министерство образования и молодёжной политики …» of one region.

    So for «Минобразования РК» and «Министерство образования, науки и молодёжи Республики Крым».
    """
    ministries = short.kind == whole.kind == "ministry"
    return ministries and _same_region(short, whole) and whole.core.startswith(f"{short.core} ")


def is_cut_to_quotes(short: TypedName, whole: TypedName) -> bool:
    """True for «Центр «Лад»» and «МБУ «Центр психологической помощи «Лад»»»: head and own name agree.

    Of names in one order only: another order's «Центр досуга «Лад»» may be another one.
    """
    head, _, rest = short.core.partition(" ")
    if short.form or not short.quoted or rest != short.quoted or not whole.form:
        return False
    return whole.core.startswith(f"{head} ") and whole.core.endswith(f" {rest}") and whole.core != short.core


def _is_lettered(letters: TypedName, spelt: TypedName) -> bool:
    """«МБУ ДО «ЦДО»» of «МБУ ДО «Центр …»»; «ГАОУ ДПО СО «ИРО»» of «Институт развития образования».

    Not bare letters of a bare name: those the order itself must prove (`evidence.py`), or a person.
    """
    if not letters.letters or spelt.letters or not letters.form or not _has_initials(spelt, letters.initials):
        return False
    return len(letters.initials) > 2 or spelt.kind == "authority"


def _is_lettered_school(letters: TypedName, school: TypedName) -> bool:
    """«МАОУ «КУГ»» of «Каменск-Уральская гимназия»: the form is a school's, and no more is known of the school."""
    named = school.kind == "school" and school.key.count("|") == 1
    return named and letters.letters and "ОУ" in letters.form and letters.initials == school.initials


def _same_region(name: TypedName, other: TypedName) -> bool:
    """A region may be left out; «СО» of a form is its letters; no municipal body has one."""
    if name.region and other.region:
        return are_one_region(name.region, other.region)
    region, without = (name.region, other) if name.region else (other.region, name)
    return region is None or not without.form.startswith("М")


def _is_at_home(name: TypedName, home: str | None) -> bool:
    """True where no place is printed, or it is the territory: «г. Каменска-Уральского» in «Каменск-Уральский»."""
    if not name.place:
        return True
    known = fold(home or "").split(" ")
    if name.place == "".join(word[0] for word in known if len(word) > 2 and not _OF_KIND.match(word)) + "го":
        return True  # «Управление образования КУГО»
    return all(any(_is_form_of(word, one) for one in known) for word in name.place.split(" "))


_OF_KIND = expression("город|округ|муниципальн|образовани|район")


def _end_alike(name: TypedName, other: TypedName) -> bool:
    """«Управление образования города Реж» and «ОМС «Управление образования города Реж»»: one place, wherever it is."""
    short, long = sorted((name.key.partition("|")[2], other.key.partition("|")[2]), key=len)
    return bool(name.place) and name.place == other.place and long.endswith(f" {short}")


def may_be_own(placed: TypedName, bare: TypedName, home: str | None) -> bool:
    """True where «Управление образования города Реж» may be the «Управление образования» that is all of `home`.

    An order whose head prints no town has its issuer for a territory: what town that is of, nobody knows.
    """
    if not placed.place or bare.place is not None or home is None:
        return False
    own = typed_name("", home, bare.kind)
    nowhere = own.place is None and (own.core, own.form) == (bare.core, bare.form)
    return nowhere and placed.core == bare.core and placed.form in ("", bare.form)


def _is_form_of(printed: str, nominative: str) -> bool:
    shared = min(len(printed), len(nominative)) - 2
    return shared > 1 and printed[:shared] == nominative[:shared] and abs(len(printed) - len(nominative)) < 3


def best_spelt(one: Organization, other: Organization) -> Organization:
    """Of two spellings with one key the one that says more: ё before е, quotes before none."""
    return min(one, other, key=lambda named: (-named.name.lower().count("ё"), "«" not in named.name, named.name))
