"""People in a text: where a name stands, and its parts (notes/names.md §3)."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.expressions import expression
from normalize.fold import fold, read_cyrillic
from normalize.morphology import is_common_word, is_given_name, is_surname, names_person
from normalize.named_after import find_honours
from normalize.people.cases import nominative_full_name, nominative_surname
from normalize.people.patterns import (
    FORMS,
    INITIALS_OF,
    LOW,
    NAME,
    NAMESAKE_BEFORE,
    SECOND_BEHIND,
    SMALL_PART,
    SURNAME_OF,
    UP,
)
from normalize.people.surname_beside import NEVER_SURNAMES, can_be_surname
from normalize.people.surname_looks import is_town_before, tells_gender


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as found. `surname` is nominative where a rule makes it so, else as printed.

    `initials` is «И.О.», or «И.» where only one is printed; `given_names` is nominative, None without a full
    name. `sure` is False where the nominative is not certain (an oblique form of an unknown surname).
    """

    start: int
    end: int  # exclusive
    surname: str
    initials: str
    given_names: str | None
    form: str  # which spelling: one of FORMS
    oblique: bool = False  # printed in another case than the nominative
    second: str | None = None  # a further surname in brackets, nominative: «Вязова (Лосева) А.К.»
    governed: bool = False  # stands where no nominative stands: «под руководством Сизова Н.Н.»

    @property
    def name(self) -> str:
        """Canonical «Фамилия И.О.»."""
        return f"{self.surname} {self.initials}"

    @property
    def key(self) -> str:
        """Spelling key: equal exactly for the same surname and initials."""
        return person_key(self.surname, self.initials)


@lru_cache(maxsize=4096)  # asked for each mention by every step that compares people
def person_key(surname: str, initials: str) -> str:
    """«плотникова|т|а» of «Плотникова», «Т.А.»; «алиев|г-м|а» of «Алиев», «Г-М.А.»."""
    letters = [fold(part).replace(" ", "-") for part in initials.split(".") if fold(part)]
    return "|".join([fold(surname).replace(" ", "-"), *letters])


@lru_cache(maxsize=4096)
def find_people(text: str) -> tuple[PersonName, ...]:
    """All names of people in a text, from left to right, with their spans.

    Latin look-alikes are read as Cyrillic. Names of things («школа им. А.С. Пушкина») are left out.
    """
    plain = read_cyrillic(text)
    found: list[PersonName] = []
    honours = find_honours(plain)
    at = 0
    while match := NAME.search(plain, at):
        behind_dash = _after_a_title(match.group()) or _after_a_place(match, plain)
        if behind_dash:  # «Директор - Вязова А.К.», «г. Лесной - Вязова А.К.»
            at = match.start() + behind_dash
            continue
        name = _read_match(match, plain)
        if name is None:
            at = match.start() + 1
            continue
        namesake = NAMESAKE_BEFORE.search(plain, 0, name.start)
        if namesake is not None and namesake["place"] and name.form == "short":
            at = name.start + len(match["hs"])  # «Глава м.р. Красный Ким О.О.»
            continue
        honour = next((end for start, end in honours if start <= name.start < end), None)
        if honour is None and namesake is None:
            found.append(_with_second(name, match, plain))
        at = honour or name.end
    return tuple(found)


def _with_second(name: PersonName, match: re.Match[str], plain: str) -> PersonName:
    """The name with the surname that a bracket adds to it; behind the initials only what is a surname for sure."""
    printed = match["fo"] or match["ao"]
    if printed is None:
        behind = SECOND_BEHIND.match(plain, name.end)
        known = behind is not None and is_surname(behind["second"]) and not is_common_word(behind["second"])
        printed = behind["second"] if behind is not None and known else None
    return name if printed is None else replace(name, second=nominative_surname(printed)[0])


_DASHED = expression(rf"(?P<first>[{UP}][{LOW}]+)(?P<dash>\s?-\s?)(?=[{UP}])")


def _after_a_title(printed: str) -> int:
    """Where the name begins behind a post and a dash («Директор - Вязова А.К.»); 0 where none stands before.

    «Мельник-Вязова А.К.» is one surname: a dash without blanks parts only a word that is never a surname.
    """
    dashed = _DASHED.match(printed)
    if dashed is None:
        return 0
    first = dashed["first"].lower()
    is_post = first in NEVER_SURNAMES or (" " in dashed["dash"] and names_person(first) and not is_surname(first))
    return dashed.end() if is_post else 0


def _after_a_place(match: re.Match[str], plain: str) -> int:
    """Where the name begins behind a place and a dash with blanks, «г. Лесной - Вязова А.К.»; 0 where none is before.

    Without «г.» only a town of the dictionary, «Рыбинск - Вязова А.К.».
    """
    dashed = _DASHED.match(match.group())
    if dashed is None or dashed["dash"].strip() == dashed["dash"]:
        return 0
    if NAMESAKE_BEFORE.search(plain, 0, match.start()) is not None:
        return dashed.end()
    behind = _SURNAME_PART.match(plain, match.start() + dashed.end())
    return dashed.end() if behind is not None and is_town_before(dashed["first"], behind.group()) else 0


_SURNAME_PART = expression(rf"[{UP}][{LOW}]+")


def _read_match(match: re.Match[str], plain: str) -> PersonName | None:
    kind = next(name for name in FORMS if match[name])
    if kind == "full":
        return _full(match, match["fs"], match["fg"], match["fp"], kind)
    if kind == "given":
        return _full(match, match["gs"], match["gg"], match["gp"], kind) if is_given_name(match["gg"]) else None
    if kind == "short":
        return _short(match)
    surname, initials = match[SURNAME_OF[kind]], match[INITIALS_OF[kind]]
    if not can_be_surname(surname, kind, match, plain):
        return None
    end = match.end() - _dots_too_many(match.group())
    surname = "-".join(_with_capital(part.strip()) for part in surname.split("-"))
    nominative, oblique = nominative_surname(surname)
    return PersonName(match.start(), end, nominative, _tidy(initials), None, kind, oblique)


def _with_capital(part: str) -> str:
    """«оол» of «Кызыл-оол» stays."""
    return part if _SMALL_PART.fullmatch(part) else part.capitalize()


_SMALL_PART = expression(SMALL_PART)


def _short(match: re.Match[str]) -> PersonName | None:
    """«Вязов Артём»: a surname and a given name; the patronymic is not printed, so one initial is known."""
    surname, given = match["hs"], match["hg"]
    looks = tells_gender(surname) or is_surname(surname)
    if not looks or not is_given_name(given) or is_common_word(given) or is_given_name(surname):
        return None
    return PersonName(match.start(), match.end(), surname, f"{given[0]}.", None, "short")


def _dots_too_many(printed: str) -> int:
    """«Ю.С..» → 1: the second dot ends a sentence."""
    return len(printed) - len(printed.rstrip(".")) - 1 if printed.endswith("..") else 0


def _tidy(initials: str) -> str:
    """«Г.М.» of «Г. М», «М-С.А.» of «М.-С.А.»."""
    joined = _HYPHEN.sub("-", initials)
    return "".join(f"{letter}." for letter in _INITIAL.findall(joined))


_HYPHEN = expression(r"(?<=\w)\.?[-‐‑](?=\w)")
_INITIAL = expression(r"\w(?:-\w)?")
_ANY_HYPHEN = expression("[-‐‑]")


def _initial_of(name: str) -> str:
    """«Г-М.» of «Гаджи-Магомед», «К.» of «Кызыл-ооловна»."""
    return "-".join(part[0] for part in _ANY_HYPHEN.split(name) if part[0].isupper()) + "."


def _full(match: re.Match[str], surname: str, given: str, patronymic: str, kind: str) -> PersonName | None:
    """A full name in any case; None where a post stands for the surname: «Воспитатель Анна Ивановна»."""
    if surname.lower() in NEVER_SURNAMES:
        return None
    if kind == "full" and is_common_word(surname) and not is_surname(surname) and not is_given_name(given):
        return None
    surname, given, patronymic, oblique = nominative_full_name(surname, given, patronymic)
    initials = _initial_of(given) + _initial_of(patronymic)
    return PersonName(match.start(), match.end(), surname, initials, f"{given} {patronymic}", kind, oblique)
