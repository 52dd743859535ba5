"""What is known of an organization from its printed name alone: kind, spelling key, parts of the name."""

import re
from dataclasses import dataclass

from ingest.expressions import expression
from normalize.fold import fold
from normalize.model import OrganizationKind
from normalize.settlements import UNIT
from normalize.vocabulary import alternatives, forms_of, load_entries

_TERRITORIAL = rf"(?:{alternatives('organizations', 'territorial')})(?:ой|ая|ую|ый|ого|ому|ым|ом|ие|их|им|ими)"
IS_TERRITORIAL = expression(_TERRITORIAL, re.IGNORECASE)
# «Городской ЦРО», «методисты районного ИМЦ»: whose body the letters behind it are
TERRITORIAL_BEFORE = expression(rf"(?<![\w-]){_TERRITORIAL}\s+$", re.IGNORECASE)


# «заместитель начальника ОМС УО»: whose body it is, no part of its name nor of the post
_NO_FORM_BEFORE = expression(r"(?<![\w-])(?:ОМС|(?i:орган(?:а|у|ом|е)?\s+местного\s+самоуправления))\s+$")


def without_no_form(text: str, start: int) -> int:
    """Where a name that is printed from `start` on begins with the «ОМС» that may stand before it."""
    before = _NO_FORM_BEFORE.search(text, 0, start)
    return before.start() if before else start


@dataclass(frozen=True, slots=True)
class OrganizationRef:
    """An organization as printed. `name` is canonical in form (nominative head, «» quotes), not yet resolved."""

    start: int
    end: int  # exclusive
    name: str
    kind: OrganizationKind
    above_territory: bool
    nominative: bool  # its head is printed in the nominative: it can be a party by itself


def organization_kind(name: str) -> OrganizationKind:
    """The kind of v_organizations that a name says; "other" where it says none."""
    folded = f" {fold(name)} "
    for entry in load_entries("organizations"):
        if entry.section == "kind" and any(f" {form}" in folded for form in entry.forms):
            return entry.value  # type: ignore[return-value]
    return "other"


def organization_key(name: str) -> str:
    """Spelling key of an organization: «org|мбу до центр дополнительного образования»."""
    return f"org|{fold(name)}"


# «ЦНППМ ГАОУ ДПО СО «ИРО»»: a part of an institution, by its letters
CENTRE_OF_BODY = expression(
    rf"(?P<letters>[А-ЯЁ]*Ц[А-ЯЁ]*) (?:{alternatives('organizations', 'legal').upper()})(?!\w).*«"
)


def is_kindergarten(name: str) -> bool:
    """Whether the name begins as a kindergarten's: «Детский сад «…»», «МБДОУ № 5», «ГБДОУ № 5», «ДОУ № 5»."""
    return _KINDERGARTEN.match(name) is not None


_KINDERGARTEN = expression(r"Детский сад|(?:[МГ][А-Я]?)?ДОУ\b")


def proper_part(name: str) -> str:
    """What stands in the quotes, or the whole name without quotes: «Центр дополнительного образования»."""
    match = re.search(r"«(.+)»", name) if _OF_UNIT.match(name) is None else None
    return match[1] if match else name


def legal_part(name: str) -> str:
    """What stands before the quotes: «МБУ ДО»; "" where nothing does."""
    return name.split("«")[0].strip() if "«" in name and _OF_UNIT.match(name) is None else ""


# «Отдел образования администрации МО «Озёрский район»»: its quotes hold the name of a place, no body's own
_OF_UNIT = expression(
    rf"[^«»]*[а-яё]\s+(?:{UNIT}|муниципального\s+(?:образования|района|округа)|городского\s+округа)\s*«"
)


def head_letters(name: str) -> str:
    """«ЦОД» of «ГБУ ДО ЦОД «Вершина»»: letters before the quotes that are no legal form; "" where there are none.

    Of two letters a region's are told from a body's by nothing: «ГБУЗ ПО «ЦРБ»».
    """
    last = legal_part(name).rpartition(" ")[2]
    is_head = len(last) > 2 and last.isupper() and last.isalpha() and fold(last) not in _NO_HEAD
    return last if is_head else ""


_NO_HEAD = frozenset(
    form
    for section in ("legal", "legal_more", "no_form", "region_letters")
    for form in forms_of("organizations", section)
)


def initials_of(name: str) -> str:
    """The letters of an acronym: «ЦДО» of «Центр дополнительного образования»."""
    words = re.findall(r"[А-Яа-яЁё]+", proper_part(name))
    return "".join(word[0].upper() for word in words if len(word) > 1 or word.lower() in "и")


def letters_for(name: str) -> set[str]:
    """The acronyms that a name may have: «ДТДиМ» with a letter for «и», «ЦКР» of «… качества и развития» without."""
    return {initials_of(name), initials_of(_AND.sub(" ", name))}


_AND = expression(r"\sи\s")
