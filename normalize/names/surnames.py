"""Surnames and their oblique forms: which forms a surname has, and what a printed form may be a form of."""

from functools import cache

from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from ingest.expressions import expression
from normalize.people.surname_looks import HE, SHE

_MAKER = PetrovichDeclinationMaker()
# Endings of an oblique case where no known person explains them; «-ова» may be a woman or a man's genitive;
# «Цой» is none.
_OBLIQUE_ENDING = expression(
    r"(?:[оеё]ва|[иы]на|[^аеёиоуыэюяй](?:а|у|ым|ом|ем|е)|[сц]к(?:ого|ому|им|ом)|(?<=..)ой|ую)$"
)


_HISSING = expression(r"[жшчщ]ем$")


@cache
def oblique_forms(surname: str) -> frozenset[str]:
    """All forms of a nominative surname but itself, by pytrovich; both genders where the ending tells none.

    163 of 168 forms of order 306's people name one person (notes/names.md §2).
    """
    genders = (
        [Gender.FEMALE]
        if SHE.search(surname)
        else [Gender.MALE]
        if HE.search(surname)
        else [Gender.MALE, Gender.FEMALE]
    )
    cases = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)
    forms = {_MAKER.make(NamePart.LASTNAME, gender, case, surname) for gender in genders for case in cases}
    forms |= {f"{form[:-2]}ом" for form in forms if _HISSING.search(form)}  # «Кузьмичом»: pytrovich has «Кузьмичем»
    return frozenset(forms) - {surname}


def may_be_oblique(surname: str) -> bool:
    """True for an ending that can be of an oblique case: «Сомова», «Мельника»; not «Войтюшенко», «Иванов»."""
    return _OBLIQUE_ENDING.search(surname) is not None


_SHORT = expression(r"(?P<stem>.*(?:[оеё]в|[иы]н))(?P<ending>а|у|ым|е)$")
_CONSONANT = expression(r"(?P<stem>.*[^аеёиоуыэюяйь])(?:а|у|ом|ем|е)$")


def possible_nominatives(surname: str) -> tuple[str, ...]:
    """What a printed form may be a form of: «Сомова» of «Сомов», «Дроздову» of «Дроздова» or «Дроздов».

    The halves of a double surname agree: «Мамину-Сибиряку» of «Мамин-Сибиряк».
    """
    halves = [_nominatives_of_half(half) for half in surname.split("-")]
    both = min(map(len, halves))  # a man's form stands last
    return tuple("-".join(one) for one in zip(*(half[len(half) - both :] for half in halves), strict=True))


def _nominatives_of_half(surname: str) -> tuple[str, ...]:
    short, other = _SHORT.match(surname), _CONSONANT.match(surname)
    if short is not None:
        return (short["stem"],) if short["ending"] == "а" else (f"{short['stem']}а", short["stem"])
    return (other["stem"],) if other is not None else ()


def share_half(one: str, other: str) -> bool:
    """Whether one surname is half of the other, or the other with its halves swapped: «Лыкова-Рожкова», «Лыкова»."""
    halves, others = sorted((one.split("-"), other.split("-")), key=len)
    return len(others) == 2 and halves != others and set(halves) <= set(others)
