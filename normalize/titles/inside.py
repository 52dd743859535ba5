"""Abbreviations inside a title, behind «по», «за» or its head noun: an adjective or a thing, never somebody's post.

«воспит.» is an educator in «ст. воспит.», and «воспитательный» in «зам. по воспит. работе».
"""

import re

from ingest.expressions import expression
from normalize.fold import fold
from normalize.morphology import adjective_cases, dictionary_form, inflect, names_person, noun_cases
from normalize.titles.heads import ABBREVIATIONS, PEOPLE, find_head
from normalize.vocabulary import forms_of

_INSIDE = {fold(form): value for form, value in forms_of("roles", "inside").items()}
INSIDE_FORMS = frozenset(forms_of("roles", "inside"))
# How many words may stand between: «за инф. безоп.», «за питание и пит. режим»
_BEHIND_PREPOSITION = expression(
    r"^(?:.*\s)?(?P<preposition>по|за|над|для|при|об?|в|к|с)\s+(?:[\w.-]+\s*(?<=[\s.])){0,3}$", re.IGNORECASE
)
_BEHIND_AREA = expression(r"(?<!\w)по\s+[А-ЯЁ]{2,}\s+(?![иИ]\s)")  # «зам. по УВР нач. шк.»: of the school, not «по» it
_BEHIND_LEVEL = expression(r"(?i)(?<!\w)(?:нач|ср|осн)\.\s*$")  # «нач. шк. и ср. звена»: the school
_CASES = {"по": "datv", "к": "datv", "за": "accs", "над": "ablt", "с": "ablt", "для": "gent"}
_COMPOUND = expression(r"(?P<first>[а-яё]+о)-(?P<second>[а-яё]+)\.?", re.IGNORECASE)  # «учебно-воспит.»


def read_inside(printed: str, before: str, behind: str) -> str | None:
    """The word that an abbreviation between `before` and `behind` stands for, an adjective in its dictionary form and
    a noun in the case that the title wants; None where it is no abbreviation inside a title."""
    found = _BEHIND_PREPOSITION.search(before) if not _BEHIND_AREA.search(before) else None
    preposition = found["preposition"].lower() if found is not None else None
    if not _stands_inside(printed, preposition, before, behind):
        return None
    values = _told(_values(printed), before, behind)
    for value in values:
        if _is_adjective(value):
            if _has_noun(behind, preposition, len(values) > 1):
                return value
        elif fold(printed) not in ABBREVIATIONS or _is_noun_here(before, behind, preposition):
            number = "plur" if _SEVERAL.search(before) else "sing"
            return inflect(value, _case(preposition, before), number) or value
    return None


def _is_noun_here(before: str, behind: str, preposition: str | None) -> bool:
    return not _has_noun(behind, preposition, False) or _BEHIND_LEVEL.search(before) is not None


_SEVERAL = expression(r"\d\s?[-–,и]\s?\d+\s*$")  # «воспитатели 1-4 отр.»


def is_inside_form(word: str) -> bool:
    """Whether it is an abbreviation that stands inside titles, as printed, with its dot."""
    return word.endswith(".") and fold(word) in _INSIDE


def ends_in_thing(word: str) -> bool:
    """«безоп.», «каб.»: a title may end in it."""
    return is_inside_form(word) and not _is_adjective(_INSIDE[fold(word)].split("|")[0])


def is_no_post_here(value: str, before: str) -> bool:
    """«по спец. …», «за восп. …»: right behind a preposition no abbreviation is a person's post."""
    return names_person(value.split(" ")[0]) and _RIGHT_BEHIND.search(before) is not None


_RIGHT_BEHIND = expression(r"(?:^|\s)(?:по|за|над)\s+$", re.IGNORECASE)


def _values(printed: str) -> list[str]:
    """What it may stand for, an adjective first: «орг.» is «организационный» or «организация»."""
    compound = _COMPOUND.fullmatch(printed.strip())
    if compound is not None:
        value = _INSIDE.get(fold(compound["second"]), "").split("|")[0]
        return [f"{compound['first'].lower()}-{value}"] if _is_adjective(value) else []
    return _INSIDE[fold(printed)].split("|") if fold(printed) in _INSIDE else []


def _told(values: list[str], before: str, behind: str) -> list[str]:
    """Of the «отдел» or «отделение» that «отд.» may be, the one that the post says, or the field of work behind it;
    neither where nothing says: «зав. дошкольным отд.»."""
    if set(values) != set(_HAS_PART.values()):
        return values
    posts = (dictionary_form(word.strip(".,").partition("-")[0].lower()) for word in before.split())
    said = next((_HAS_PART[post] for post in posts if post in _HAS_PART), None)
    of_office = said is None and (field := re.match(r"\s*([а-яё]+)", behind)) and field[1].replace("ё", "е") in _FIELDS
    return [said] if said else values[:1] if of_office else []


_HAS_PART = forms_of("roles", "has_part")
_FIELDS = frozenset(forms_of("organizations", "field")) | {"кадров"}


def _stands_inside(printed: str, preposition: str | None, before: str, behind: str) -> bool:
    if preposition is not None:
        return True
    words = before.split()
    head = find_head(words)
    if head is None or _DEPUTIES.match(ABBREVIATIONS.get(fold(words[-1]), words[-1])):
        return False  # «пом. воспит.»
    post = ABBREVIATIONS.get(fold(printed), "")
    return not names_person(post) or (post != "начальник" and _is_thing(behind))  # «секретарь нач. штаба»


_DEPUTIES = expression(r"(?:заместител|помощник)", re.IGNORECASE)


def _is_adjective(value: str) -> bool:
    return value.endswith(("ий", "ый", "ой"))


def _noun_behind(behind: str) -> str:
    """The noun that an adjective stands before, other adjectives passed over; "" where none follows."""
    words: list[str] = re.findall(r"[^\s,;]+|[,;]", behind)
    if words[:1] == ["и"] and words[1:] and not _may_be_adjective(words[1]):
        return ""  # «по восп. и взаимод. с ДОО»: two things
    for word in words[:4]:
        value = _INSIDE.get(fold(word)) if word.endswith(".") or fold(word) not in PEOPLE else None
        if value is not None and not _is_adjective(value.split("|")[-1]):
            return value.split("|")[-1]
        if value is None and noun_cases(word.rsplit("-", 1)[-1]) and fold(word) not in ABBREVIATIONS:
            return word
        if value is None and word != "и" and not adjective_cases(word) and fold(word) not in ABBREVIATIONS:
            return ""
    return ""


def _may_be_adjective(word: str) -> bool:
    value = _INSIDE.get(fold(word), ABBREVIATIONS.get(fold(word), "")) if word.endswith(".") else ""
    return bool(adjective_cases(word)) or _is_adjective(value.split("|")[0])


def _is_thing(behind: str) -> bool:
    noun = _noun_behind(behind)
    return bool(noun) and not noun[0].isupper() and not names_person(noun)


def _has_noun(behind: str, preposition: str | None, doubtful: bool) -> bool:
    """Whether a noun stands behind that an adjective may belong to; where it is `doubtful`, one in the case of the
    preposition: «за орг. работу»; not «за орг. питания»."""
    noun = _noun_behind(behind)
    if not noun or noun[0].isupper():
        return False
    if preposition is None or not doubtful or noun in _INSIDE.values():
        return bool(preposition) or not doubtful
    cases, wanted = noun_cases(noun.rsplit("-", 1)[-1]), _case(preposition, "")
    return (wanted, "sing") in cases or ((wanted, "plur") in cases and ("gent", "sing") not in cases)


def _case(preposition: str | None, before: str) -> str:
    if preposition is not None:
        return _CASES.get(preposition, "loct")
    head = next(iter(before.split()), "")
    return "ablt" if ABBREVIATIONS.get(fold(head), head.lower()).startswith("заведующ") else "gent"
