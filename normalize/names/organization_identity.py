"""Which two names of organizations are one organization's: a typed key, compared part by part (notes/names.md §1).

A name is a legal form, a proper part, a region and a place. Equal always: the legal form where both print one,
the proper part (or the letters of it), the region. Left out may be the form, the region and the own town. No score.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.expressions import expression
from normalize.fold import fold
from normalize.model import Organization
from normalize.named_after import HONOUR
from normalize.names.issuer_letters import PREPOSITION
from normalize.names.one_of_a_kind import one_of_its_kind
from normalize.names.organization_places import split_tail
from normalize.organization_names import CENTRE_OF_BODY, head_letters, initials_of, legal_part, proper_part
from normalize.regions import are_one_region
from normalize.vocabulary import forms_of

_LEGAL = frozenset(forms_of("organizations", "legal"))
_NO_FORM = frozenset(forms_of("organizations", "no_form"))
_POLICE_UNITS = frozenset(forms_of("organizations", "service_unit"))
_MINISTRY = forms_of("organizations", "ministry")
_FORM_WORDS = expression(r"(?:муниципальн|государственн|федеральн|краев|областн|автономн|бюджетн|казенн|частн)")
_MUNICIPAL = expression(r"^муниципальн(?:ый|ое|ая)\s+")  # «муниципальный Центр …»: whose it is, no part of the name
_OWN_REGION = expression(r"\s(?:области|края|республики)$")  # «Министерство образования области»: of the order's own
_LETTERS = expression(r"[А-ЯЁ]{2,8}")


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name's parts, folded. `form` is its letters, abbreviated or written out: «МБУДО»; "" where none is printed."""

    key: str
    kind: str  # of v_organizations
    form: str
    written_out: bool
    core: str  # «центр дополнительного образования», «иро»
    letters: bool  # the core is an acronym
    initials: str  # of the core: «ЦДО»; of letters the letters themselves
    region: str | None  # «свердловской области»
    place: str | None  # «каменска уральского»; "" for «города», which is the own one
    quoted: str  # what stands in quotes behind a form or a head: «радуга» of «Центр «Радуга»»
    honour: str  # whose name it bears, which may be left out: «гайдара» of «ДДТ им. А.П. Гайдара»


@lru_cache(maxsize=65536)
def typed_name(key: str, name: str, kind: str) -> TypedName:
    """The parts of a canonical name: «МБУ ДО «Центр дополнительного образования» г. Лесногорска»."""
    name, honour = _split_honour(name) if kind != "school" else (name, "")
    legal, proper, tail = _split_form(name)
    form = "" if fold(legal) in _NO_FORM else _form_letters(legal)
    core, region, place = split_tail(proper, tail, kind)
    core = _OWN_REGION.sub("", core) if kind == "ministry" else core
    core = _MINISTRY.get(core.split(" ")[0], core.split(" ")[0]) + core[len(core.split(" ")[0]) :]
    core = _of_garden(_MUNICIPAL.sub("", core), form)
    letters = _LETTERS.fullmatch(_without_tail(proper)) is not None or _are_letters(core, proper)
    core = one_of_its_kind(core, name)
    initials = core.upper() if letters else initials_of(core)
    written_out = bool(legal) and not legal.split(" ")[0].isupper()  # «ГАОУ ДПО Лесной области» is in letters
    quoted = fold(proper_part(name)) if legal_part(name) else fold(proper) if form else ""
    quoted = "" if CENTRE_OF_BODY.match(name) else quoted  # a part of the «ИРО», whose name it does not share
    return TypedName(key, kind, form, written_out, core, letters, initials, region, place, quoted, honour)


def _are_letters(core: str, proper: str) -> bool:
    """«ЦЗН» of «ЦЗН г. Лесногорска», «ЦЗН Лесного района»."""
    first = _LETTERS.match(proper)
    return first is not None and fold(first.group()) == core


_HONOUR = expression(rf"\s+{HONOUR}")


def _split_honour(name: str) -> tuple[str, str]:
    """«ДДТ им. А.П. Гайдара» → «ДДТ», «гайдара»; of «Библиотека им. А.К. Вязова» it is all that tells which."""
    found = _HONOUR.search(name)
    rest = f"{name[: found.start()]}{name[found.end() :]}" if found else name
    if found is None or not (" " in rest or rest.isupper()):
        return name, ""
    return rest, fold(found.group()).split(" ")[-1]


GARDEN = "детский сад "  # how the core of a kindergarten's name begins
_GARDEN_HEAD = expression(rf"{GARDEN}(?:\w+(?: и \w+)? вида )?(?=[а-я])")


def _of_garden(core: str, form: str) -> str:
    """«МБДОУ «Теремок»» and «МБДОУ «Детский сад общеразвивающего вида «Теремок»»: the form says that it is one."""
    if re.search("ДО[УО]$", form) is None or core.startswith(("центр", "црр")):
        return core
    return GARDEN + _GARDEN_HEAD.sub("", core)


def _split_form(name: str) -> tuple[str, str, str]:
    """Legal form, proper part, what follows the quotes: «МБУ ДО», «Центр …», «г. Лесногорска»."""
    legal, head = legal_part(name), head_letters(name)
    if head and head != legal and _is_form(legal):  # «ГБУ ДО ЦОД «Вершина»»
        return legal.removesuffix(head).strip(), f"{head} «{proper_part(name)}»", name.rsplit("»", 1)[-1]
    if legal and _is_form(legal):
        return legal, proper_part(name), name.rsplit("»", 1)[-1]
    words = name.split(" ")
    bare = next((at for at, word in enumerate(words) if not word.isupper()), len(words) - 1)
    if "«" not in name and words[0].lower() in _LEGAL and bare > 0:  # «МБУ ДО ЦДО»
        return " ".join(words[:bare]), " ".join(words[bare:]), ""
    return "", name, ""


def _is_form(legal: str) -> bool:
    first = fold(legal).split(" ")[0]
    return first in _LEGAL or first in _NO_FORM or _FORM_WORDS.match(first) is not None


def _form_letters(legal: str) -> str:
    """«МБУДО» of «МБУ ДО» and of «Муниципальное бюджетное учреждение дополнительного образования»."""
    words = re.findall(r"[А-Яа-яЁё]+", legal)
    return "".join(word if word.isupper() else word[0].upper() for word in words if len(word) > 1)


def _without_tail(proper: str) -> str:
    return re.sub(r"\s+(?:[А-ЯЁ][\w-]+(?:[сц]кой|ого)\s+(?:области|края)|Республики\s+\w+)$", "", proper.strip("«» "))


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
