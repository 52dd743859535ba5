"""An order's own number and date, told from those of the laws and orders that it cites."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.expressions import expression
from ingest.heads.dates import DATE, iso_date
from ingest.heads.order_numbers import NUMBER, UNMARKED, is_cut, number_key, write_number
from ingest.plan_title import begins_title

FLAGS = re.IGNORECASE | re.MULTILINE
# «от 07.10.2020 г. № 306», with a town between («07.10.2020 г. Лесогорск № 306»); «№ 48-од от 30.08.2019». Not
# «30.08.2021 План работы школы № 5», «30.08.2021 г. Приказ № 5».
TOWN = (
    r"(?:(?:г|пос|с|п|ст|д|дер|х|р\.\s?п)\.\s?|(?:пгт\.?|город|село|пос[её]лок|деревня|станица)\s)"
    r"(?!приказ|распоряж|постановл|протокол)(?-i:[А-ЯЁ])[А-Яа-яё-]+(?:\s(?-i:[А-ЯЁ])[А-Яа-яё-]+)?"
)
BETWEEN = rf"\s*(?:г(?:ода|\.)?)?,?\s*(?:{TOWN})?\s*"
DATE_FIRST = expression(DATE + BETWEEN + NUMBER, FLAGS)
# «№ 47 § 2 от 01.09.2022»: a kindergarten's orders have paragraphs
NUMBER_FIRST = expression(NUMBER + r"(?:\s*,?\s*(?:§|п\.|пункт)\s?\d+)?\s*,?\s*от\s*" + DATE, FLAGS)
# A letterhead's own lines, the number to the left or above: «№ 7      12.01.2021 г.», «ПРИКАЗ № 88⏎28 октября 2021».
BARE_NUMBER_FIRST = expression(
    r"^(?P<word_above>\W*?(?:приказ\w*\s+)?)"
    rf"(?:{TOWN}\s+)?"
    + NUMBER
    + rf"\s+(?:(?:{TOWN}|г\s[А-ЯЁ][А-Яа-яё-]+|по[^\n\d]{{3,60}}\n)\s*)?(?:от\s+)?"
    + DATE
    + r"(?:\s*г(?:ода|\.)?)?\W*$",
    FLAGS,
)
# An approval's: «30.08.2021 г.⏎Приказ № 98/1»; not with the order's own date behind it.
DATE_ABOVE = expression(
    DATE + r"(?:\s*г(?:ода|\.)?)?[^\S\n]*\n\s*приказ\w*\s+" + NUMBER + r"(?![^\n]*(?:20\d\d|\d{2}\.\d{2})|\s*от\b)",
    FLAGS,
)
# «Приказ № 5 директора МБОУ СОШ № 7 от 30.08.2021»
BY_WHOM = expression(
    r"(?P<word_above>приказ\w*\s+)"
    + NUMBER
    + r"\s+(?:по|директора|заведующ\w+|начальника)\s[^\n]{3,90}?\sот\s+"
    + DATE
    + r"(?![^\n]*№)",
    FLAGS,
)
# Forms without the sign: «12.01.2021 СЭД-26-01-06-17», «ПРИКАЗ | 45-од | 12.01.2021».
DATE_UNMARKED = expression(DATE + rf"(?:\s*г(?:ода|\.)?)?[^\S\n]+(?=[^\s.:]*[а-яё]){UNMARKED}[^\S\n]*$", FLAGS)
UNMARKED_DATE = expression(rf"^(?P<word_above>\W*приказ\s+){UNMARKED}\s+" + DATE, FLAGS)
ONLY_NUMBER = expression(r"приказ\w*\s+" + NUMBER, FLAGS)
ONLY_DATE = expression(DATE, FLAGS)
PATTERNS = (
    DATE_FIRST, NUMBER_FIRST, BARE_NUMBER_FIRST, DATE_ABOVE, BY_WHOM, DATE_UNMARKED, UNMARKED_DATE,
    ONLY_NUMBER, ONLY_DATE,
)  # fmt: skip

# A number before a date is a school's: «Приказ МБОУ СОШ № 5 от 30.08.2021 № 123».
OF_A_SCHOOL = expression(
    r"(?i)(школ\w*|СОШ|ООШ|НОШ|лице\w*|гимнази\w*|сад\w*|д/с|центр\w*|(?-i:\b[А-Я]{1,6}У(?:ДП?О)?|\b[ОС]Ш))\W*$"
)
# The letterhead's own line, in capitals with the number on it or below («Приказ от … № …» ends an approval); Word
# authors space its letters, and a republic prints its own word beside: «ПРИКАЗ БОЕРЫК», «БОЙОРОҠ ПРИКАЗ».
BESIDE = r"[А-ЯЁӘҒҖҘҠҢҪӨҮҺ]{4,}"
ORDER_LINE = expression(
    rf"(?m)^\W*(?:(?:{BESIDE}[^\S\n]+)?(?:П\s?Р\s?И\s?К\s?А\s?З|Р\s?А\s?С\s?П\s?О\s?Р\s?Я\s?Ж\s?Е\s?Н\s?И\s?Е|ПОСТАНОВЛЕНИЕ)"
    rf"(?:\s+(?:(?:от|№|N|по)\s|[№N(«\"]?\d|\().*|[^\S\n]+{BESIDE})?|"
    r"Приказ|Распоряжение)\W*$"
)

# What stands before an order's own number: weight of the evidence.
OWN = (
    (4, expression(r"(?im)^\W*приложение(?:\s*№?\s*\d+)?\s+к\b")),
    (4, expression(r"(?im)^\W*утвержд(?:[её]н[аоы]?|аю|енн\w+)\b")),
    (4, ORDER_LINE),
    (3, expression(r"(?i)утвержд[её]нн\w+\s+(?:приказом|распоряжением|постановлением)")),
    # «Приказ МБОУ СОШ № 5 от …», «к приказу от …»; «план по исполнению приказа от …» names another
    (1, expression(r"(?i)\bприказ(?!а\b|ов\b|е\b|ах\b)\w*|\bвыписк\w+\s+из\s+приказа")),
)  # fmt: skip
FOREIGN = expression(
    r"(?i)закон|\bфз\b|указ[аоу]?\w*\s+президента|правительств|министерств|минпросвещ|минобр|рособр|роспотреб|"
    r"главного государственного|\bисх\b|письм|протокол|лиценз|санпин|\bсп\s\d|\bгост\b|\bмо\s|\bрф\b|"
    r"российской федерации|концепци|стратеги|конвенци|договор|соглашени|решени"
)
LAW = expression(r"(?i)закон|\bфз\b")
# «Принято:⏎на педагогическом совете № 1⏎от 30.08.2021»: others' approvals
APPROVED_BY_OTHERS = expression(r"(?i)^\W*(?:принят|рассмотрен|согласован)\w*|педсовет|педагогическ\w+ совет")
# Of the acts named before a number, the last is the one that has it: «УТВЕРЖДЕН на заседании … протокол № 1 от».
ACT = expression(
    r"(?i)\b(?:(?P<own>приказ|распоряжени|постановлени)|(?P<other>протокол|письм|решени|лиценз|договор|соглашени))\w*"
)
CITING = expression(
    r"(?i)в соответствии|во исполнение|на основании|согласно|руководствуясь|с уч[её]том|внесени\w+ изменени|утративш|"
    r"(?:исполнени|реализаци)\w*\s+(?:приказ|распоряжени|постановлени|поручени|указ|решени|закон|письм)|"
    r"\bв ред(?:акции\b|\.)|\(с изм"
)
# «УТВЕРЖДЕН решением комиссии от 15.12.2020 № 4» below the name of a commission: it issues no orders
OF_COMMISSION = expression(r"(?i)утвержд\w+\W+решением\s(?:[а-яё-]+\s){0,3}комиссии\b(?!.*\bпротокол)")
A_COMMISSION = expression(r"(?im)^\W*(?:[а-яё-]+\s){0,3}комиссия\b")
LOOK_BACK = 260  # characters: an approval of six short lines
SHORT = 60  # characters: a line that holds a number and a date and little else
# «Приказом по школе № 63-П от 01.09.2021»: no school's number, unless another follows.
BY_SCHOOL = expression(r"(?i)(?:приказ|распоряжени)\w*\s+по\s+(?:школе|лицею|гимназии|центру|учреждению)\W*$")
IN_REPLY = expression(r"(?i)\bна\s*$")  # a letterhead's «на № 12 от 01.10.2021»
# «30.12.2021 – 09.01.2022», «с 18 по 28.10.2021», «на 27.11.2021»: when a thing is done, not when an order was signed.
BEFORE_A_DAY = expression(r"(?i)(?:[\d.»\"г]\s*[-–—]|\b(?:с|по|до|на|ко?|между|позднее|состоянию на))\s*$")
BEHIND_A_DAY = expression(r"(?i)\s*(?:г(?:ода|\.)?)?\s*(?:[-–—]|по\b)\s*[«\"]?\d{1,2}[»\"]?[\s.]")


@dataclass(frozen=True, slots=True)
class Citation:
    """A number or date in the head, or both.

    `leads` are the texts from the words that introduce it up to it, one for each time it is printed, the best first.
    """

    number: str | None
    date: str | None  # ISO
    score: int  # above 0: the order's own
    leads: tuple[str, ...]
    unsure: bool = False  # «№ 256 ХЗ», «Приказ по лицею № 7 от …»: it may be longer, or a school's
    odd_date: str | None = None  # «32.13.2021»: printed where the date stands, and in no calendar


def find_citations(text: str) -> tuple[Citation, ...]:
    """The order's own citations in the text around the tables, the best first, each number once."""
    found = [(match.start(), _citation(text, match)) for match in _matches(text)]
    own = [c for _, c in sorted(found, key=_rank) if c.score > 0]
    return tuple(
        replace(
            c,
            leads=tuple(lead for one in own[at:] if _is_part(one, c) for lead in one.leads),
            odd_date=next((one.odd_date for one in own[at:] if _is_part(one, c) and one.odd_date), None),
        )
        for at, c in enumerate(own)
        if not any(_is_part(c, other) for other in own[:at])
    )


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The places where a number or date may be the order's; none that lies within another that begins near."""
    ends: dict[int, int] = {}  # start of a match → its end
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            nearby = range(max(0, match.start() - SHORT * 2), match.start() + 1)
            within = any(ends.get(start, 0) >= match.end() for start in nearby)
            if not within and not _is_other(text, match):
                ends[match.start()] = match.end()
                yield match


def _is_other(text: str, match: re.Match[str]) -> bool:
    """A school's number, the number of a letter that is answered, a day of what is planned."""
    before = text[max(0, match.start() - SHORT) : match.start()]
    if match[0][:1] not in "№N":
        return BEFORE_A_DAY.search(before) is not None or BEHIND_A_DAY.match(text, match.end()) is not None
    if IN_REPLY.search(before):
        return True
    by_order = BY_SCHOOL.search(before) and not re.match(r"[\sг.]*№", text[match.end() :])
    return not by_order and OF_A_SCHOOL.search(before) is not None


def _rank(found: tuple[int, Citation]) -> tuple[int, int, int]:
    """A whole citation goes before a better placed half of one; of equals the first printed."""
    at, citation = found
    return -sum(part is not None for part in (citation.number, citation.date)), -citation.score, at


def _is_part(citation: Citation, other: Citation) -> bool:
    same = citation.number is None or (
        other.number is not None and number_key(citation.number) == number_key(other.number)
    )
    return same and citation.date in (None, other.date)


def _citation(text: str, match: re.Match[str]) -> Citation:
    parts = match.groupdict()
    number = write_number(parts["number"]) if parts.get("number") else None
    date = iso_date(match) if parts.get("day") else None
    score, lead = _weigh(text, match.start() + len(match.groupdict().get("word_above") or ""))
    if number and re.search(r"(?i)фз$", number):
        score = 0
    if match.re.pattern in (DATE_UNMARKED.pattern, UNMARKED_DATE.pattern) and score < 4:
        score = 0
    if number is None and (score < 4 or _in_title(lead + match[0])):
        score = 0
    odd = text[match.start("day") : match.end("year")] if parts.get("day") and date is None else None
    return Citation(number, date, score, (lead,), number is not None and _is_unsure(text, match), odd)


def _is_unsure(text: str, match: re.Match[str]) -> bool:
    if is_cut(text, match.end("number")):
        return True
    return (
        match["number"].isdigit()
        and BY_SCHOOL.search(text[max(0, match.start("number") - SHORT) : match.start()]) is not None
    )


def _in_title(lead: str) -> bool:
    """True when a plan's title began before the date: «План мероприятий ко Дню Победы 09.05.2022»."""
    return any(begins_title(line) for line in lead.split("\n"))


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
        acts = list(ACT.finditer(lead))
        decided = OF_COMMISSION.search(lead) and A_COMMISSION.search(text) and not ORDER_LINE.search(text)
        foreign = CITING.search(lead) or LAW.search(lead) or (acts and acts[-1]["other"] and not decided)
        return (0, "") if foreign else (score, lead)
    if (
        FOREIGN.search(lead or paragraph)
        or CITING.search(paragraph)
        or (not lead and APPROVED_BY_OTHERS.search(paragraph))
    ):
        return 0, ""
    return score or _stands_alone(text, at), lead


def _stands_alone(text: str, at: int) -> int:
    """A letterhead may print «от 07.10.2020 № 306» on a line of its own, without a word before it."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    return 2 if len(line) <= SHORT and not FOREIGN.search(line) else 0
