"""Numbers among those of schools that count or date something: «№ 2, 7 – 15 декабря», «№ 11, 1 раз в неделю».

A number with its own «№» is a school's. Any other is none where a word of `counted` stands behind it; where any noun
does that agrees with it, none behind a dash and where the list descends: «№ 2, 7 – 15 ноутбуков», «№ 25, 3 группы».
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.expressions import expression
from normalize.morphology import adjective_cases, names_person, noun_cases
from normalize.vocabulary import forms_of

COUNTED = "\u2063"  # stands for each digit of such a number
_NUMBER = expression(r"(?<![\d№.:/])(?<!№\s)(?P<number>\d(?:[\d\u2060]{0,4}\d)?)(?![\d\u2060]|[.:]\d)")
_ORDINAL = expression(r"-(?:ы[ехй]|ы?ми?|ий|ой|ая|ое|го|му|[ехйя]|ти)(?![а-я])")  # «9-х классов», «4-й четверти»
_NAMED = expression(rf"\s*(?:{'|'.join(forms_of('schools', 'counted'))})")
_IN_A_ROW = expression(rf"\s*(?:{'|'.join(forms_of('schools', 'counted_apart'))})")
_OF_SCHOOLS = expression("|".join(forms_of("schools", "not_counted")))
_NOUN = expression(
    r"\s+(?P<adjectives>(?:[а-я]+(?:ых|их|ого|его|ой|ей|ый|ий|ая|ое)\s+){0,2}?)(?P<noun>[а-я-]{2,})(?!\s+[а-я]\.)"
)
_BEFORE = expression(r"(?P<word>[а-я]{2,})[»\"”]?(?P<list>(?:[^а-я]|(?<![а-я])и(?![а-я]))*)$")
_NUMBER_BEFORE = expression(r"(?P<value>\d+)[а-я]?(?P<joint>[\s»\"”)]*(?:-|[,;]|[,;]?\s+и)\s*)$")
_LONGEST = 80  # letters of a list that are looked at for its word, and before a number for the one before it
_SEVERAL = expression(r"(?:школ(?:ах|ами?)?|лице(?:ев|ях|ями?|и)|гимнази(?:й|ях|ями?))")
_ONE = expression(r"(?:школ(?:а|е|у|ой)|лице(?:й|я|ю|ем|е)|гимнази(?:я|ю|ей))")
_ADJECTIVE_OF_ONE = expression(r"(?:средн(?:ей|яя|юю)|основн(?:ой|ая|ую)|начальн(?:ой|ая|ую))\s+школ\w*$")


@dataclass(frozen=True, slots=True)
class _Place:
    """A number with what parts it from the numbers beside it; None where something else stands between."""

    start: int
    end: int  # exclusive
    value: int
    before: int | None  # the number before it
    joint: str | None  # what stands between the two: «-», « - », «,», «и»


def mark_counted(lower: str) -> str:
    """The text (in small letters, hyphens for all dashes) with `COUNTED` for the digits of such numbers."""
    marked: list[_Place] = []
    for place in reversed(_places(lower)):
        following = marked[-1] if marked else None
        beside = following if following is not None and _joint(lower, place.end, following.start) else None
        if _counts(lower, place, beside):
            marked.append(place)
    for place in marked:
        lower = lower[: place.start] + COUNTED * (place.end - place.start) + lower[place.end :]
    return lower


def find_doubtful(lower: str) -> list[tuple[int, int]]:
    """Where a second number is a school or begins what is counted: «7 – 15 декабря» of «СОШ № 2, 7 – 15 декабря».

    Not of «школах № 2, 7 – 15 декабря», which are several, nor of three: «СОШ № 2, 5, 7 – 15 декабря».
    """
    places, marked = _places(lower), mark_counted(lower)
    found = []
    for place, following in pairwise(places):
        joint = _joint(lower, place.end, following.start)
        if marked[place.start] == COUNTED or marked[following.start] != COUNTED or joint not in ("-", "и"):
            continue
        word = _BEFORE.search(lower[max(0, place.start - _LONGEST) : place.start])
        unclear = word is not None and "№" in word["list"] and _length(word) == 1 and not _are_several(word)
        named = _NAMED.match(lower, following.end)
        if unclear and named is not None and place.value < following.value and not _is_behind_dash(place):
            found.append((place.start, named.end()))
    return found


def _places(lower: str) -> list[_Place]:
    found = []
    for number in _NUMBER.finditer(lower):
        before = _NUMBER_BEFORE.search(lower[max(0, number.start() - _LONGEST) : number.start()])
        found.append(
            _Place(
                number.start(),
                number.end(),
                int(re.sub(r"\D", "", number["number"])),
                int(before["value"]) if before is not None else None,
                before["joint"] if before is not None else None,
            )
        )
    return found


def _joint(lower: str, start: int, end: int) -> str | None:
    """«-», «,» or «и» between two numbers; None for anything else."""
    between = lower[start:end].strip()
    return between if between in ("-", ",", "и") else None


def _counts(lower: str, place: _Place, beside: _Place | None) -> bool:
    """Whether the number counts; `beside` is the one that it leads to, which does."""
    if _ORDINAL.match(lower, place.end) or _NAMED.match(lower, place.end):
        return True
    if beside is None:
        return _counts_things(lower, place)
    joint = _joint(lower, place.end, beside.start)
    if joint == "-":  # «5-9 классы»; of «школ № 2, 7 – 15 декабря» 7 is a school
        return lower[place.end : beside.start] == "-" or _is_of_one(lower, place)
    if joint == "," and not _descends(place):
        return False  # «№ 2, 7, 9 классы»
    return _is_behind_dash(place) or _descends(place) or _is_of_one(lower, place)  # «№ 11 – 7 и 8 классы»


def _counts_things(lower: str, place: _Place) -> bool:
    """«№ 2, 7 – 15 ноутбуков», «школы № 25, 3 группы»; not «школ № 2 – 5 центров», which are several schools."""
    if place.joint is None or not _names_things(lower, place):
        return False
    if _descends(place) or _is_of_one(lower, place):
        return True
    word = _BEFORE.search(lower[max(0, place.start - _LONGEST) : place.start])
    is_range = word is not None and _are_several(word) and _length(word) == 1
    return _is_behind_dash(place) and not is_range


def _names_things(lower: str, place: _Place) -> bool:
    """Whether the noun behind the number is what it counts: «3 эксперта», «15 новых ноутбуков», «2 урок»."""
    if _IN_A_ROW.match(lower, place.end):
        return True
    match = _NOUN.match(lower, place.end)
    if match is None or _OF_SCHOOLS.match(match["noun"]) or not all(map(adjective_cases, match["adjectives"].split())):
        return False
    cases = noun_cases(match["noun"])
    if ("nomn", "plur") in cases and names_person(match["noun"], "plur"):
        return False  # «Директора школ № 2 – 4 учителя»: a party of its own
    return bool(cases & _cases_behind(place.value))


def _cases_behind(value: int) -> set[tuple[str, str]]:
    """What a number wants of its noun: «1 урок», «3 урока», «5 уроков»."""
    last = 0 if 10 < value % 100 < 20 else value % 10
    if last == 1:
        return {("nomn", "sing"), ("accs", "sing")}
    return {("gent", "sing")} if last in (2, 3, 4) else {("gent", "plur")}


def _is_behind_dash(place: _Place) -> bool:
    """A dash with a blank: «№ 7 – 15»; not «№ 7-15»."""
    return place.joint is not None and place.joint.strip() == "-" and place.joint != "-"


def _descends(place: _Place) -> bool:
    return place.before is not None and place.value <= place.before


def _is_of_one(lower: str, place: _Place) -> bool:
    """Whether one school stands before: «в школе № 17, 21 – 22 октября»."""
    before = lower[max(0, place.start - _LONGEST) : place.start]
    word = _BEFORE.search(before)
    if word is None or _length(word) != 1 or word["list"].count("№") > 1:
        return False
    return bool(_ONE.fullmatch(word["word"]) or _ADJECTIVE_OF_ONE.search(before[: word.end("word")]))


def _are_several(word: re.Match[str]) -> bool:
    return _SEVERAL.fullmatch(word["word"]) is not None or word["list"].count("№") > 1


def _length(word: re.Match[str]) -> int:
    """How many numbers the list has so far."""
    return len(re.findall(r"\d+", word["list"]))
