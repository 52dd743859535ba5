"""An order's own number and date, told from those of the laws and orders that it cites."""

import re
from dataclasses import dataclass, replace

from ingest.dates import DATE, iso_date

NUMBER = r"(?:№|N)\s*(?P<number>\d[\w/.–-]*(?:\s?[-–/]\s?[А-Яа-я]{1,3}\b)?)"
# «от 07.10.2020 г. № 306», with a town between («07.10.2020 г. Лесогорск № 306»); «№ 48-од от 30.08.2019». Not
# «30.08.2021 План работы школы № 5».
BETWEEN = r"\s*(?:г(?:ода|\.)?)?,?\s*(?:(?:г|пос|с|п|пгт)\.\s?[А-Яа-яё-]+)?\s*"
DATE_FIRST = re.compile(DATE + BETWEEN + NUMBER, re.IGNORECASE)
NUMBER_FIRST = re.compile(NUMBER + r"\s*,?\s*от\s*" + DATE, re.IGNORECASE)
# A letterhead's own line, the number to the left: «№ 7            12.01.2021 г.».
BARE_NUMBER_FIRST = re.compile(
    r"(?m)^\W*?" + NUMBER + r"\s+(?:г\.?\s?[А-ЯЁ][А-Яа-яё-]+\s+)?" + DATE + r"(?:\s*г(?:ода|\.)?)?\W*$", re.IGNORECASE
)
ONLY_NUMBER = re.compile(r"приказ\w*\s+" + NUMBER, re.IGNORECASE)
ONLY_DATE = re.compile(DATE, re.IGNORECASE)

# A number before a date is a school's: «Приказ МБОУ СОШ № 5 от 30.08.2021 № 123».
OF_A_SCHOOL = re.compile(r"(?i)(школ\w*|СОШ|ООШ|НОШ|лице\w*|гимнази\w*|сад\w*|центр\w*|(?-i:\b[А-Я]{1,6}У))\W*$")
# The letterhead's own line, in capitals with the number on it or below («Приказ от … № …» ends an approval); Word
# authors space its letters.
ORDER_LINE = re.compile(
    r"(?m)^\W*(?:(?:П\s?Р\s?И\s?К\s?А\s?З|Р\s?А\s?С\s?П\s?О\s?Р\s?Я\s?Ж\s?Е\s?Н\s?И\s?Е|ПОСТАНОВЛЕНИЕ)(?:\s+(?:от|№)\s.*)?|"
    r"Приказ|Распоряжение)\W*$"
)

# What stands before an order's own number: weight of the evidence.
OWN = (
    (4, re.compile(r"(?im)^\W*приложение(?:\s*№?\s*\d+)?\s+к\b")),
    (4, re.compile(r"(?im)^\W*утвержд(?:[её]н[аоы]?|аю|енн\w+)\b")),
    (4, ORDER_LINE),
    (3, re.compile(r"(?i)утвержд[её]нн\w+\s+(?:приказом|распоряжением|постановлением)")),
    (1, re.compile(r"(?i)\bприказ\w*")),
)  # fmt: skip
FOREIGN = re.compile(
    r"(?i)закон|\bфз\b|указ[аоу]?\w*\s+президента|правительств|министерств|минпросвещ|минобр|"
    r"письм|протокол|лиценз|санпин"
)
LAW = re.compile(r"(?i)закон|\bфз\b")
CITING = re.compile(
    r"(?i)в соответствии|во исполнение|на основании|согласно|руководствуясь|с учетом|внесени\w+ изменени|утративш"
)
LOOK_BACK = 260  # characters: an approval of six short lines
SHORT = 60  # characters: a line that holds a number and a date and little else


@dataclass(frozen=True, slots=True)
class Citation:
    """A number or date in the head, or both.

    `leads` are the texts from the words that introduce it up to it, one for each time it is printed, the best first.
    """

    number: str | None
    date: str | None  # ISO
    score: int  # above 0: the order's own
    leads: tuple[str, ...]


def find_citations(text: str) -> tuple[Citation, ...]:
    """The order's own citations in the text around the tables, the best first, each number once."""
    found: list[Citation] = []
    for pattern in (DATE_FIRST, NUMBER_FIRST, BARE_NUMBER_FIRST, ONLY_NUMBER, ONLY_DATE):
        matches = (match for match in pattern.finditer(text) if not _is_school(text, match))
        found += [_citation(text, match) for match in matches]
    own = sorted((c for c in found if c.score > 0), key=_rank)
    return tuple(
        replace(c, leads=tuple(lead for one in own[at:] if _is_part(one, c) for lead in one.leads))
        for at, c in enumerate(own)
        if not any(_is_part(c, other) for other in own[:at])
    )


def _is_school(text: str, match: re.Match[str]) -> bool:
    return match[0][:1] in "№N" and OF_A_SCHOOL.search(text[max(0, match.start() - 30) : match.start()]) is not None


def _rank(citation: Citation) -> tuple[int, int]:
    """A whole citation goes before a better placed half of one."""
    return -sum(part is not None for part in (citation.number, citation.date)), -citation.score


def _is_part(citation: Citation, other: Citation) -> bool:
    return citation.number in (None, other.number) and citation.date in (None, other.date)


def _citation(text: str, match: re.Match[str]) -> Citation:
    parts = match.groupdict()
    number = re.sub(r"\s", "", parts["number"]).rstrip(".") if parts.get("number") else None
    date = iso_date(match) if parts.get("day") else None
    score, lead = _weigh(text, match.start())
    if number and re.search(r"(?i)фз$", number):
        score = 0
    return Citation(number, date, score if number or score == 4 else 0, (lead,))


def _weigh(text: str, at: int) -> tuple[int, str]:
    """The nearest words that introduce an order's own number; what cites a law takes its weight away."""
    before = text[max(0, at - LOOK_BACK) : at]
    score, lead = 0, ""
    for weight, pattern in OWN:
        last = next(reversed(list(pattern.finditer(before))), None)
        if last is not None and weight > score:
            score, lead = weight, before[last.start() :]
    paragraph = before.rpartition("\n\n")[2]
    if score == 4:  # «Приложение к приказу Министерства …»: the ministry's own order
        return (0, "") if CITING.search(lead) or LAW.search(lead) else (score, lead)
    if FOREIGN.search(lead or paragraph) or CITING.search(paragraph):
        return 0, ""
    return score or _stands_alone(text, at), lead


def _stands_alone(text: str, at: int) -> int:
    """A letterhead may print «от 07.10.2020 № 306» on a line of its own, without a word before it."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return 2 if len(line) <= SHORT and not FOREIGN.search(line) else 0
