"""What is a body that issues orders, and what a line of a letterhead holds."""

import re
from collections.abc import Sequence

from ingest.expressions import expression, longest_first
from ingest.heads.nominative import ABOVE, FORMS, LEGAL_FORM, NOUNS, SERVICES
from ingest.vocabulary import load_entries

# An institution by its legal form («МБОУ», «КГОКУ»), its kind («СОШ») or its noun («Управления»).
MINISTRY = r"Мин(?:обр|прос)[а-яё]+"  # «Минобразования Лесной области»
BODY = expression(
    rf"\b(?:[А-Я]{{2,6}}У(?:ДП?О)?\b|СОШ|ООШ|НОШ|СШ\b|АНО\b|{MINISTRY}|"
    r"(?i:орган местного самоуправления|некоммерческая организация|"
    + "|".join(longest_first(NOUNS.keys() - ABOVE))
    + "))"
)
# «ПРАВИТЕЛЬСТВО РЕСПУБЛИКИ …» where no other line names a body
GOVERNMENT = expression(r"(?i)(?:правительство|кабинет министров)\s")
NOT_A_BODY = expression(
    r"(?i)^(российская федерация|[а-яё-]+ая область|[а-яё-]+ий край|республика \w+|тел|факс|инн\b|огрн|окпо|кпп|"
    r"e-?mail|https?:|сайт|адрес|"
    r"номер документа|дата составления|код\b|форма по|окуд|ул\.|\d|от\s|на\s+№|№|исх\b)|^\(.*\)$"
)
ASIDE = expression(r"(?i)^(российская федерация|[а-яё-]+ая область|[а-яё-]+ий край|республика \w+$)|^\(.*\)$")
BEGIN_NOTHING = ("администрация", "учреждение", "школа", "правительство", "кабинет")  # nouns that no body is told by
AUTHORITIES = ("управление", "министерство", "департамент", "отдел", "комитет", "комиссия")
# Named by what they are for («Управление образования», «Центр развития образования»), all others by a name or a number.
BY_PURPOSE = (*AUTHORITIES, "центр", "институт")
FOUNDED = r"(?:федеральн|муниципальн|государственн|областн|краев|бюджетн|казённ|казенн|автономн|частн|негосударственн)"
INSTITUTION = rf"{FOUNDED}\w+\s(?:[а-яё]+\s){{0,4}}"
# «Муниципальное казённое⏎общеобразовательное учреждение»: the noun comes on the next line.
INSTITUTION_OPENS = expression(rf"(?i){FOUNDED}ое(?:\s[а-яё]+ое)*")
INSTITUTION_LINE = expression(rf"{LEGAL_FORM}\b|(?i:{INSTITUTION}учреждение\b)")
# «Муниципальное казённое общеобразовательное учреждение», «Муниципальное учреждение культуры», «МБУ ДО»: no name yet
_PURPOSES = "|".join(word for entry in load_entries("issuers", "purpose") for word in entry["words"])
_OF_KIND = r"(?:городского |муниципального )?(?:области|края|республики|района|округа)"
_WHERE = (
    rf"(?:\s(?:[А-ЯЁ][А-Яа-яё-]+(?:ой|ого|его)\s(?i:{_OF_KIND})|"
    r"(?:г\.\s?|города\s)[А-ЯЁ][а-яё]+(?:[\s-][А-ЯЁ][а-яё]+)?))*"
)
NO_NAME = expression(
    rf"(?:(?i:{FOUNDED}\w+\s(?:[а-яё]+\s){{0,4}}(?:учреждение|организация))|{LEGAL_FORM})(?:\s(?i:{_PURPOSES}))?{_WHERE}"
)
# «Нижне-Талинская средняя общеобразовательная школа», «Центр занятости населения»: a name without quotes
_INSTITUTIONS = "|".join(word for entry in load_entries("issuers", "institution") for word in entry["words"])
_ADJECTIVE = r"[а-яё-]+(?:ая|яя|ое|ее|ый|ий|ой)"
NAME_WITHOUT_QUOTES = expression(rf"(?i)(?:{_ADJECTIVE}\s){{0,5}}(?:{_INSTITUTIONS})\b")
# «Ключевская средняя», whose noun comes on the line below
NAME_OPENS = expression(rf"(?i){_ADJECTIVE}(?:\s{_ADJECTIVE})*")
# «с. Талица, ул. Школьная, 5»
STREET = expression(
    r"(?i)[\s,]*\b(?:(?:ул|пер|просп|пр|наб|мкр|б-р|пр-т|пр-кт)(?:\.\s?|\s)(?-i:[А-ЯЁ\d])|(?:улица|переулок|проспект)\s)"
)
SERVICE = expression(rf"(?:[А-Я]{{2}} )?(?:{'|'.join(longest_first(SERVICES))})\b")
# A town's or a body's, not the room of a kindergarten
METHODICAL_OFFICE = expression(
    r"(?i)(?:(?:городск|районн|муниципальн|окружн)\w+\s(?:[\w-]+\s)?методическ\w+ кабинет|"
    r"информационно-методическ\w+ кабинет|методическ\w+ кабинет\s(?:управлен|отдел|комитет|департамент))"
)
LONGEST_NAME = 250  # characters
NAME_OF_ITS_OWN = expression(r"\d|«|\"|\b[А-ЯЁ][а-яё]")


def begins_with_noun(line: str, only: Sequence[str] = ()) -> bool:
    """True for «Городской комитет по образованию», one of the nouns `only`, else any that a body is told by."""
    words = [word.rstrip(",.") for word in line.lower().split()]
    word = next((word for word in words[:3] if not re.search(r"(?:ое|ый|ой|ая)$", word)), "")
    noun = FORMS[word][0] if word in FORMS else None
    return noun == word and word not in BEGIN_NOTHING and (not only or word in only)


def is_service(line: str) -> bool:
    """True for «ОГИБДД ОМВД России по Лесному району», «ГУ МЧС России», «МО МВД «Лесной»»."""
    return SERVICE.match(line) is not None


def named_body(who: str) -> str | None:
    """The body, None for words that name none, or any: «школа», «МБОУ СОШ», «департамент», a legal form alone."""
    if NO_NAME.fullmatch(who):
        return None
    if METHODICAL_OFFICE.match(who) or is_service(who):
        return who
    if not BODY.search(who) and not GOVERNMENT.match(who):
        return None
    words = who.split()
    if any(word.lower() in BY_PURPOSE or re.match(rf"УО$|{MINISTRY}", word) for word in words) and len(words) > 1:
        return who
    return who if NAME_OF_ITS_OWN.search(f"{who[:1].lower()}{who[1:]}") else None


def tidy(text: str) -> str:
    """A name without its address, the quotes around the whole of it and what parts it from its neighbours."""
    tidy = without_street(" ".join(text.split())).strip(" ,.;:")
    whole = tidy[:1] == "«" and tidy[-1:] == "»" and tidy.count("«") == 1
    return tidy[1:-1].strip() if whole else tidy  # a letterhead's «Управление образования …»


def without_street(text: str) -> str:
    """The text up to an address, but for a street in a name: «Сад «Улица Сезам»»."""
    found = STREET.search(text)
    above = text[: found.start()] if found else text
    return above if above.count("«") <= above.count("»") and above.count('"') % 2 == 0 else text


def without_address(lines: Sequence[str]) -> list[str]:
    """The lines up to a street: «МКОУ «Ключевая СОШ» с. Ключи, ул. Мира, 5» and an address on a line of its own."""
    cut = [(at, above) for at, line in enumerate(lines) if (above := without_street(line)) != line]
    if not cut:
        return list(lines)
    at, above = cut[0]
    return [*lines[:at], *([above] if BODY.search(above) or above[:1] in '«"' else [])]
