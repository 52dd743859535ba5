"""The institution above a plan or its approval: a letterhead without the word for an order."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.bodies import (
    AUTHORITIES,
    BODY,
    FOUNDED,
    INSTITUTION_LINE,
    INSTITUTION_OPENS,
    LONGEST_NAME,
    METHODICAL_OFFICE,
    NAME_OPENS,
    NAME_WITHOUT_QUOTES,
    NO_NAME,
    NOT_A_BODY,
    begins_with_noun,
    named_body,
    tidy,
    without_address,
)
from ingest.heads.letterhead import ENDS_FIRST_LINES
from ingest.heads.nominative import LEGAL_FORM, lower_lines
from ingest.heads.territory import find_territory
from ingest.plan_title import OF_PLACE, begins_title

# «Муниципальная общеобразовательная школа-интернат», «Автономная некоммерческая организация»
OF_FOUNDER = rf"(?i:{FOUNDED}\w+\s(?:[а-яё]+\s){{0,4}}(?:учреждение|школа(?:-интернат)?|гимназия|организация)\b)"
# «СОШ № 4 г. Речной», «Средняя школа № 5», «Кленовая ООШ – филиал МБОУ …»
SCHOOL = (
    r"(?:[СОН]О?Ш|(?i:(?:(?:средняя|основная|начальная|общеобразовательная)\s){0,3}школа(?:-интернат)?|детский сад))"
    r"\s№\s?\d"
)
# «Филиал МБОУ Ильинской СОШ – Кленовская ООШ», «Структурное подразделение «Детский сад «Улыбка»» МБОУ СОШ № 4»
PART = expression(
    r"(?:(?:[А-ЯЁ][а-яё-]+(?:ий|ый|ой)\s)?(?i:филиал)\s|(?i:структурное подразделение)\s|СП\s|"
    rf"[А-ЯЁ][^,]{{3,60}}\s[-–—]\s(?i:филиал)\s)(?=.*\b{LEGAL_FORM}\s)"
)
PART_OPENS = expression(r"(?i)(?:филиал|структурное подразделение)\b")
FIRST_WORDS = expression(rf"[МГКОЧФН][А-Я]{{1,5}}У(?:ДП?О)?\b|АНО\b|{OF_FOUNDER}|(?i:комиссия по\s)|{SCHOOL}")
# «Городской округ Рудничный. МБДОУ «Детский сад № 31»»: the place and the school on one line
PLACE_BEFORE = expression(rf"^(?P<place>[А-ЯЁ][^.«№]{{5,60}})\.\s+(?={LEGAL_FORM}\b)")
POINT = expression(r"[абвежзик][.)]\s")  # of a list; «г. Лесоград», «с. Красный Яр» go on
LONGEST_PLACE = 50  # characters
LONGEST_NAME_LINES = 5
# «г. Тальск» between a name and the plan's title
TOWN_LINE = expression(r"(?:г|с|п|пос|пгт|ст|д|х)\.\s?[А-ЯЁ][а-яё]+(?:[\s-][А-ЯЁ][а-яё]+)?")
FOUNDER_LINES = 4  # of its name above the institution's


def from_first_line(text: str) -> str | None:
    """«МБДОУ «Детский сад № 12»» on the first line, or below a place's name or another line that names no body."""
    printed = (PLACE_BEFORE.sub("", line.strip()) for line in text.splitlines())
    lines = [line for line in printed if line and not NOT_A_BODY.match(line)]
    while len(lines) > 1 and _is_place(lines[0]):
        lines = lines[1:]
    return _name_of(_without_founder(lines))


def from_last_lines(lines: Sequence[str]) -> str | None:
    """The same of the lines above a plan's title, where an approval comes first: the name that ends right above it."""
    own = [line.strip() for line in lines if line.strip() and not NOT_A_BODY.match(line.strip())]
    while own and TOWN_LINE.fullmatch(own[-1]):
        own.pop()
    for at in range(max(0, len(own) - LONGEST_NAME_LINES), len(own)):
        approves = at > 0 and ENDS_FIRST_LINES.match(own[at - 1]) is not None  # «Согласовано⏎Комитет по образованию»
        if not approves and len(_own_lines(own[at:])) == len(own) - at and (who := _name_of(own[at:])):
            return who
    return None


def _name_of(lines: Sequence[str]) -> str | None:
    """The name of the body that the first line begins, None where it begins none."""
    opens = " ".join(lines[:2]) if lines and _opens(lines[0]) else "".join(lines[:1])
    if not opens or not (_begins(opens) or begins_with_noun(opens)):
        return None
    who = tidy(lower_lines(_own_lines(without_address(lines))))
    if len(who) > LONGEST_NAME or NO_NAME.fullmatch(who):
        return None
    return who if named_body(who) or _begins(who) else None


def part_place(line: str) -> tuple[str, ...]:
    """«Городской округ Рудничный. МБДОУ «Сад»» -> the place and the rest; any other line alone."""
    found = PLACE_BEFORE.match(line)
    return (found["place"], line[found.end() :]) if found else (line,)


def _without_founder(lines: Sequence[str]) -> list[str]:
    """The lines from an institution on that stands below its founder: «Отдел образования …⏎МБОУ «Ключевая СОШ»»."""
    if not lines or not begins_with_noun(lines[0], AUTHORITIES):
        return list(lines)
    near = lines[: 1 + FOUNDER_LINES]
    end = next((at for at, line in enumerate(near) if ENDS_FIRST_LINES.match(line) or begins_title(line)), len(near))
    own = next((at for at in range(1, end) if _is_institution(lines[at])), 0)
    return list(lines[own:])


def _is_institution(line: str) -> bool:
    return INSTITUTION_LINE.match(line) is not None or INSTITUTION_OPENS.fullmatch(line) is not None


def _opens(line: str) -> bool:
    """True for a line whose institution comes on the one below: «Муниципальное казённое»."""
    return INSTITUTION_OPENS.fullmatch(line) is not None or (
        PART_OPENS.match(line) is not None and not PART.match(line)
    )


def _begins(line: str) -> bool:
    return any(words.match(line) for words in (FIRST_WORDS, PART, METHODICAL_OFFICE))


def _is_place(line: str) -> bool:
    """True for «с. Верхний Яр», «Озёрский район» alone."""
    return (
        len(line) <= LONGEST_PLACE
        and BODY.search(line) is None
        and find_territory([line.title() if line.isupper() else line]) is not None
    )


def _own_lines(lines: Sequence[str]) -> list[str]:
    own = list(lines[:1])
    for line, below in zip(lines[1:LONGEST_NAME_LINES], [*lines[2:], ""], strict=False):
        if not _goes_on(own, line, below):
            break
        own.append(line)
    return own


def _goes_on(own: Sequence[str], line: str, below: str) -> bool:
    above = own[-1]
    if ENDS_FIRST_LINES.match(line) or POINT.match(line):
        return False
    if above[-1] in "-–—" or (_opens(above) and re.match(LEGAL_FORM, line)):
        return True
    whole = f"{line} {below}" if NAME_OPENS.fullmatch(line) else line
    if NO_NAME.fullmatch(lower_lines(own)) and NAME_WITHOUT_QUOTES.match(whole):
        return True
    if NAME_OPENS.fullmatch(above) and NAME_WITHOUT_QUOTES.match(line):
        return True
    return line[0] in '«"(' or line[0].islower() or OF_PLACE.match(line) is not None
