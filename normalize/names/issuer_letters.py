"""By which letters an issuer is called in its own plan: «УО», «ЦБС», «СШ»."""

import re

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import adjective_cases
from normalize.organization_names import initials_of, legal_part, proper_part
from normalize.parties.units import Target
from normalize.vocabulary import forms_of


def first_letters(target: Target) -> set[str]:
    """«СШ» of «МАУ ДО «СШ «Олимп»»», «ЦБС» of «МБУК «ЦБС Лесного района»»: what an issuer is called in its own plan."""
    found = _FIRST.match(proper_part(target.name)) if target.kind != "school" else None
    return {found["letters"]} if found else set()


def office_letters(target: Target) -> set[str]:
    """«УО», «УОиМП» of «Управление образования и молодёжной политики администрации района»: a department's beginning.

    So «КО» of «МКУ «Комитет по образованию Лесного района»».
    Of an issuer only: it is a territory's one, and what it is of goes without saying in its own plan.
    """
    if target.kind != "authority" or target.name.startswith("Администрация"):
        return set()
    legal = legal_part(target.name)
    # Not «Комитет … муниципального образования «Лесной район»»
    has_form = legal.isupper() or _IN_WORDS.match(legal) is not None
    words = (proper_part(target.name) if has_form else target.name).split(" ")
    ends = [at for at, word in enumerate(words) if at > 1 and (word in _OFFICE_ENDS or word[0].isupper())]
    ends += [len(words)] if has_form else []
    begins = [" ".join(words[:at]) for at in ends]
    return {initials_of(one) for begin in begins for one in (begin, PREPOSITION.sub(" ", begin))}


def letters_without_place(target: Target) -> set[str]:
    """«ЦБС» of «МБУК «Централизованная библиотечная система Лесного района»»; «ЦРБ» is a hospital."""
    words = re.sub('[«»"“”]', "", proper_part(target.name)).split() if target.kind != "school" else []
    end = next((at for at, word in enumerate(words) if at and (word[0].isupper() or word in _PLACES)), len(words))
    letters = initials_of(" ".join(words[:end]))
    return {letters} if len(letters) > 2 and fold(letters) not in HOSPITALS else set()


def letters_behind_place(target: Target) -> set[str]:
    """«РУО» of «Озёрское районное управление образования»: whose it is goes without saying in its own plan."""
    place, _, rest = re.sub('[«»"“”]', "", proper_part(target.name)).partition(" ")
    is_place = _OF_PLACE.fullmatch(place) or (target.kind == "authority" and adjective_cases(place))  # «Лесное»
    letters = initials_of(rest) if is_place else ""
    return {letters} if len(letters) > 2 or (len(letters) == 2 and target.kind == "authority") else set()


_OF_PLACE = expression(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*[сц]к(?:ое|ий|ая)")
_IN_WORDS = expression(r"(?:Муниципальн|Государственн)\w+\s+(?:[а-яё]+\s+)*учреждение")
_PLACES = frozenset({"города", "района", "округа", "г.", "с.", "п."})
_OFFICE_ENDS = frozenset({"и", "администрации", "города", "района", "округа", "муниципального", "городского", "по"})
PREPOSITION = expression(r"\sпо\s")  # «КО» of «Комитет по образованию»: it has no letter of its own
_FIRST = expression(r"[«\"“]?(?P<letters>[А-ЯЁ]{2,6})(?![\w-])(?!\s№)")
HOSPITALS = forms_of("organizations", "hospital")
