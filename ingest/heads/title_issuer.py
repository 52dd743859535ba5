"""The institution whose plan it is, from the plan's title or a line of its own below it."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.nominative import LEGAL_FORM, lower_capitals, to_nominative
from ingest.heads.town_words import FIRST_WORD

GARDEN = r"детск\w+ сад\w*(?: (?:комбинированн|общеразвивающ|компенсирующ)\w+ вида)?|д/с|ЦРР"
KINDS = rf"(?:ДО|ДПО|СПО|СОШ|ООШ|НОШ|ОШ|СШ|средн\w+|основн\w+|школ\w+|лице\w+|гимнази\w+|{GARDEN})"
QUOTED = r"«[^«»]*(?:«[^«»]*»(?:[^«»]*»)?|»)"  # of «Детский сад «Сказка» the last mark may stand for both
# «им. Героя Советского Союза П.Н. Кудрина», «имени академика Рощина»
HONOURED = r"(?:им\.\s?|имени\s)(?:[а-яё]+\s){0,2}[А-ЯЁ][А-Яа-яё.-]*(?:\s?[А-ЯЁ][А-Яа-яё.-]*){0,5}"
# «г. Рябинска», «с. Малый Лог», «г.о. Кедровый», «Лесогорского района», «города Лесной Бор»
PLACE = (
    r"(?:(?:г|с|п|пос|пгт|ст|д|г\.\s?о)\.\s?|(?:города|села|пос[её]лка|городского округа)\s)"
    rf"(?:{FIRST_WORD})?[А-ЯЁ][а-яё-]+(?:-\d+)?|"
    r"[А-ЯЁ][а-яё-]+(?:ого|его)\s(?:городского округа|муниципального (?:района|округа)|района|округа)|"
    r"Санкт-Петербурга|Севастополя"
)
# «Подлесная СОШ № 1», «плана МОУ Подлесной СШ»
COMMON_SCHOOL = r"(?:(?:средн|основн|начальн)\w+ )?(?:общеобразовательн\w+ )?"
NAMED_SCHOOL = (
    rf"[А-ЯЁ][а-яё-]+(?:ая (?:[СОН]О?Ш|{COMMON_SCHOOL}школа)|ой (?:[СОН]О?Ш|{COMMON_SCHOOL}школы))(?: №\s?\d+)?"
)
NAME = (
    rf"(?:{QUOTED}|№\s?\d+(?:\s{HONOURED})?|{HONOURED}|(?:{PLACE})|{NAMED_SCHOOL})"
    rf"(?:,?\s(?:{PLACE}))*"
)
NUMBERED_GARDEN = rf"(?:(?<=сад )|(?<=сада )|(?<=д/с ))№\s?\d+ {QUOTED}"
# «МБОУ «Ключевская СОШ»», «МКОУ СОШ с. Ежово», «МБОУ Подлесная СОШ», «МАОУ лицей № 6»
# «ГБПОУ РО «Рощинский колледж»», «МБУ ДО ЦДТ «Радуга»»
SHORT = rf"\b{LEGAL_FORM}(?:\s(?i:{KINDS}))*(?:\s[А-ЯЁ]{{2,4}})?\s(?:{NUMBERED_GARDEN}|{NAME})"
# «муниципального автономного учреждения дополнительного образования «Станция юных техников» г. Красноозёрска»
LONG = (
    r"\b(?i:(?:муниципальн|государственн|областн|краев|бюджетн|каз[её]нн|автономн)\w+\s(?:[а-яё]+\s){0,5}учреждени[ея]\b)"
    rf"(?:\s[а-яё]+){{0,4}}\s{NAME}"
)
IN_TITLE = expression(rf"{LONG}|{SHORT}")
# «План работы Управления образования Лесного района»; not «… по исполнению приказа Управления …»
AUTHORITY = expression(
    r"(?i:(?:[а-яё-]+\s){0,2}план(?:\s(?:[а-яё]+\s)?(?:работы|мероприятий))?)\s"
    r"(?P<who>(?:[а-яё]+ого\s)?(?i:управления|отдела|комитета|департамента)\s(?:по\s)?образовани[яю]\b(?:\s[а-яё]+){0,5}?"
    rf"\s(?:{PLACE}))"
)
# «Приложение № 5 к годовому плану МОУ «Лесная СОШ» Речного района на 2020-2021 уч.г.»: whose plan it belongs to
ANNEX_OF_PLAN = expression(
    r"(?im)^\W*приложение(?:\s*№?\s*\d+)?\s+к\s+(?:[а-яё-]+\s){0,3}(?:плану|программе)\s(?P<whose>[^\n]+(?:\n[^\n]+)?)"
)
SMALL_WORD = expression(r"\b(?:[а-яё]{1,2}|(?:уч|учебный|год|года)\b\.?)\b")
PARTNER = expression(r"(?i)\b(?:со?|и|с участием|совместно с)\s*$")  # «план совместной работы с МБУК …»
LINES_BELOW = 5
# «Директор МБОУ СОШ № 5 ____ И.И. Рощин» behind a plan: it is his school's
SIGNATURE = expression(
    r"(?i:(?:и\.\s?о\.\s*)?(?:директор|заведующ\w+|начальник|руководитель))\s+"
    r"(?P<who>[^_/]+?)[\s_/:]*(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)\W*"
)


def find_in_title(title: str) -> str | None:
    """The only institution that a title names: «План месячника в МБОУ «Ключевская СОШ»»; None for two."""
    if SMALL_WORD.sub("", title).isupper():  # «ПЛАН РАБОТЫ МБОУ «ЛЕСНАЯ СОШ» на 2021 год»
        title = lower_capitals(title.upper())
    found = {
        to_nominative(match[0]) for match in IN_TITLE.finditer(title) if not PARTNER.search(title[: match.start()])
    }
    if not found and (authority := AUTHORITY.match(title)):
        return to_nominative(authority["who"])
    return found.pop() if len(found) == 1 and len(IN_TITLE.findall(title)) == 1 else None


def find_annexed(text: str) -> str | None:
    """The institution to whose plan for the year the document is an annex."""
    found = ANNEX_OF_PLAN.search(text)
    return find_in_title(" ".join(found["whose"].split())) if found else None


def find_below(lines: Sequence[str]) -> str | None:
    """The institution on a line of its own below a title: «МБОУ «Лицей № 3» г.о. Кедровый»."""
    for line in lines[:LINES_BELOW]:
        found = IN_TITLE.match(" ".join(line.split()))
        if found and _only_year(line[found.end() :]):
            return to_nominative(found[0])
    return None


def find_alone(lines: Sequence[str]) -> str | None:
    """The only institution that stands on a line of its own: «МБОУ «Лицей № 3» г. Рябинска» above a title.

    Not behind a table: there a cell's text may stand that no reader could put into its place.
    """
    found = {to_nominative(line) for line in (" ".join(line.split()) for line in lines) if IN_TITLE.fullmatch(line)}
    return found.pop() if len(found) == 1 else None


def find_signed(lines: Sequence[str]) -> str | None:
    """The institution whose head signs below the plan; None where the heads of several do."""
    signed = (SIGNATURE.fullmatch(" ".join(line.split())) for line in lines)
    found = {to_nominative(match["who"]) for match in signed if match and IN_TITLE.fullmatch(match["who"])}
    return found.pop() if len(found) == 1 else None


def _only_year(rest: str) -> bool:
    return re.fullmatch(r"\W*(?:(?:на|в)\s.{0,12}20\d\d.{0,30})?", rest) is not None
