"""People and schools in a measure's own text (CONTRACT.md §2: nothing else is a party there)."""

import re
from functools import lru_cache

from normalize.fold import fold, read_cyrillic, squeeze
from normalize.lexer import Target, lex
from normalize.morphology import noun_cases, parses
from normalize.parties import CellReading, Draft
from normalize.people import PersonName
from normalize.roles import find_head, nominative_role

# «Жигулиной М.Л., куратора регионального проекта школ … округа в ОУ №№ 2, 7»: where the title ends
_TITLE = re.compile(r"\s*,\s*(?P<title>[а-яё][^,.;:()«»]*)")
_TITLE_END = re.compile(r"\s(?:в|на|по теме|для|с|из|о|об|и)\s")
_BEFORE = re.compile(r"(?P<title>[а-яё-]+(?:\s+[а-яё-]+){0,3})\s*$")


def read_measure(text: str, acronyms: dict[str, Target]) -> CellReading:
    """The people and schools that a measure's text names, left to right; no doubts arise here.

    A school's acronym counts where the order proves it («КУГ»).
    """
    words = set(fold(text).split())
    return _read_measure(text, tuple((spelling, target) for spelling, target in acronyms.items() if spelling in words))


@lru_cache(maxsize=8192)
def _read_measure(text: str, acronyms: tuple[tuple[str, Target], ...]) -> CellReading:
    drafts: list[Draft] = []
    for unit in lex(text, dict(acronyms)):
        if unit.kind == "person" and unit.person is not None:
            drafts.append(_read_person(text, unit.person))
        if unit.kind == "schools":
            single = len(unit.targets) == 1
            drafts += [
                Draft(
                    unit.start if single else target.start,
                    unit.end if single else target.end,
                    "school",
                    None,
                    None,
                    target,
                    "school in the measure",
                    1.0,
                )
                for target in unit.targets
                if target.kind == "school"
            ]
    return CellReading(tuple(drafts), ())


def _read_person(text: str, name: PersonName) -> Draft:
    role = _title_behind(text, name.end)
    rule = "name in the measure" if role is None else "title behind the name"
    return Draft(name.start, name.end, "person", name, role, None, rule, 1.0)


def _title_behind(text: str, end: int) -> str | None:
    """«Жигулиной М.Л., куратора регионального проекта» → «куратор регионального проекта»; None for no title."""
    match = _TITLE.match(read_cyrillic(text), end)
    if match is None:
        return None
    title = squeeze(_TITLE_END.split(match["title"] + " ")[0])
    words = title.split(" ")
    if not any(_is_post(word) for word in words[:3]):
        return None
    return nominative_role(title)


def _is_post(word: str) -> bool:
    """True for a noun that names a person in any case."""
    return (
        bool(noun_cases(word)) and any("anim" in parse.tag and "NOUN" in parse.tag for parse in parses(word))
    ) or find_head([word]) is not None
