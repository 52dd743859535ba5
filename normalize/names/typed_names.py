"""The parts of an organization's name, by which two names are compared: legal form, proper part, region, place."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.expressions import expression
from normalize.fold import fold
from normalize.named_after import HONOUR
from normalize.names.one_of_a_kind import one_of_its_kind
from normalize.names.organization_places import split_tail
from normalize.organization_names import CENTRE_OF_BODY, head_letters, initials_of, legal_part, proper_part
from normalize.vocabulary import forms_of

_LEGAL = frozenset(forms_of("organizations", "legal"))
_NO_FORM = frozenset(forms_of("organizations", "no_form"))
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
