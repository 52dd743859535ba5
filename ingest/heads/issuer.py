"""Who issued the order, from the words before its number, its letterhead, its approval or its plan's title."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.citations import ORDER_LINE
from ingest.heads.nominative import ABOVE, FORMS, LEGAL_FORM, NOUNS, lower_capitals, lower_lines, to_nominative
from ingest.heads.side_by_side import POST
from ingest.heads.title_issuer import find_alone, find_below, find_in_title

# «…приказом начальника Управления образования от», «…к приказу МБОУ СОШ № 5 от»
ORDER_WORD = expression(r"(?i)(?:приказ|распоряжени|постановлени)\w*\s")
BY_ORDER = expression(rf"(?is)\w+\s+(?:{POST}\s+)?(?:по\s+)?(?P<who>.*?)\s*(?:\bот|№\s*$)?\s*$")
# «УТВЕРЖДАЮ Директор МБОУ СОШ № 5 ____ И.И. Иванов»
# and «Директор школы⏎МБОУ СОШ № 5»
APPROVED = expression(
    rf"(?i:утвержда[юе]\w*\W+(?:приказ\w*\W+)?{POST}\s+)(?:(?:школы|лицея|гимназии|учреждения)\s+(?={LEGAL_FORM}\b))?"
)
# A document that begins with «Директор МАУДО «Дворец творчества»⏎____ С.С. Рощин»: the word «Утверждаю» is left out.
SIGNED = expression(rf"(?i:\W*{POST}\s+)(?={LEGAL_FORM}\b[^_]{{5,150}}\n\W*_{{2,}})")
# The line to sign on, the signer's name, a date: there the institution's name has ended. «Игнатюк С.А.» is a signer,
# but in «г. Лесограда И.И. Рощин» the surname comes after the initials.
SIGNATURE = expression(
    r"_{2,}|[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.(?![^\S\n]*(?!Пр|Распор)[А-ЯЁ][а-яё])|[А-ЯЁ]\.\s?[А-ЯЁ]\.|"
    r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична)\b|"
    r"[«\"]\s*_|(?i:\bприказ|\bпр\.\s?№|\bот\s)|\d{2}\.\d{2}|«?\d{1,2}»?[\s.]+[а-я]+[\s.]+20\d\d"
)
LONGEST_NAME = 250  # characters up to the signature; without one the name ends with its paragraph
# An institution by its legal form («МБОУ», «КГОКУ»), its kind («СОШ») or its noun («Управления»).
MINISTRY = r"Мин(?:обр|прос)[а-яё]+"  # «Минобразования Лесной области»
BODY = expression(
    rf"\b(?:[А-Я]{{2,6}}У(?:ДП?О)?\b|СОШ|ООШ|НОШ|{MINISTRY}|(?i:орган местного самоуправления|"
    + "|".join(NOUNS.keys() - ABOVE)
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
LETTERHEAD = 12  # lines above «ПРИКАЗ»
BEGIN_NOTHING = ("администрация", "учреждение", "школа", "правительство", "кабинет")  # nouns that no body is told by
AUTHORITIES = ("управление", "министерство", "департамент", "отдел", "комитет")
# Named by what they are for («Управление образования», «Центр развития образования»), all others by a name or a number.
BY_PURPOSE = (*AUTHORITIES, "центр", "институт")
FOUNDED = r"(?:федеральн|муниципальн|государственн|областн|краев|бюджетн|казённ|казенн|автономн)"
INSTITUTION = rf"{FOUNDED}\w+\s(?:[а-яё]+\s){{0,4}}"
# «Муниципальное казённое⏎общеобразовательное учреждение»: the noun comes on the next line.
INSTITUTION_OPENS = expression(rf"(?i){FOUNDED}ое(?:\s[а-яё]+ое)*")
INSTITUTION_LINE = expression(rf"{LEGAL_FORM}\b|(?i:{INSTITUTION}учреждение\b)")
# «с. Талица, ул. Школьная, 5»
STREET = expression(
    r"(?i)[\s,]*\b(?:(?:ул|пер|просп|пр|наб|мкр|б-р|пр-т|пр-кт)(?:\.\s?|\s)(?-i:[А-ЯЁ\d])|(?:улица|переулок|проспект)\s)"
)
NAME_OF_ITS_OWN = expression(r"\d|«|\"|\b[А-ЯЁ][а-яё]")


def find_issuer(
    text: str,
    leads: Sequence[str] = (),
    title: str | None = None,
    below: Sequence[str] = (),
    above: Sequence[str] = (),
) -> str | None:
    """The issuer in the nominative, as far as it is printed; None when no body that issues orders is named.

    `leads` are the texts that introduce the order's own number (see `citations`), `title` is the plan's, `above` and
    `below` are the lines over it and those between it and its table.
    """
    first, *others = map(_from_lead, leads or ("",))
    head = first or _from_letterhead(text) or _from_approval(text) or _from_first_line(text)
    named = head or next(filter(None, others), None) or find_in_title(title or "")
    return named or find_below(below) or find_alone(above)


def _from_lead(lead: str) -> str | None:
    *_, start = (None, *(found.start() for found in ORDER_WORD.finditer(lead)))
    match = BY_ORDER.match(lead, start) if start is not None else None
    return _named(to_nominative(lower_capitals(_tidy(match["who"])))) if match else None


def _from_letterhead(text: str) -> str | None:
    """The lines above «ПРИКАЗ»: from the last that begins a body, else from the first that names one."""
    word = ORDER_LINE.search(text)  # the lines above it are the letterhead
    lines = [line.strip() for line in text[: word.start()].splitlines() if line.strip()] if word else []
    bodies = [line for line in lines[-LETTERHEAD:] if not ASIDE.match(line)]
    starts = _begin_bodies(bodies)[-1:] or [
        at for names in (BODY.search, GOVERNMENT.match) for at, line in enumerate(bodies) if names(line)
    ]
    own = _without_address(bodies[starts[0] :]) if starts else []
    end = next((at for at, line in enumerate(own) if NOT_A_BODY.match(line) or ENDS_FIRST_LINES.match(line)), len(own))
    return _named(_tidy(lower_lines(own[:end]))) if own else None


def _without_address(lines: Sequence[str]) -> list[str]:
    """The lines up to a street: «МКОУ «Ключевая СОШ» с. Ключи, ул. Мира, 5» and an address on a line of its own."""
    cut = [(at, above) for at, line in enumerate(lines) if (above := _without_street(line)) != line]
    if not cut:
        return list(lines)
    at, above = cut[0]
    return [*lines[:at], *([above] if BODY.search(above) or above[:1] in '«"' else [])]


def _begin_bodies(lines: Sequence[str]) -> list[int]:
    """Where bodies begin: a department on a line of its own, an institution by its legal form.

    «Лицей № 8» below «Муниципальное бюджетное учреждение» goes on with it.
    """
    found: list[int] = []
    within = False  # an institution, whose noun may come on a line below
    for at, line in enumerate(lines):
        if at and INSTITUTION_OPENS.fullmatch(lines[at - 1]):
            continue
        institution = INSTITUTION_LINE.match(line) is not None or INSTITUTION_OPENS.fullmatch(line) is not None
        if institution or _begins_with_noun(line, AUTHORITIES if within else ()):
            found.append(at)
            within = institution
    return found


def _from_approval(text: str) -> str | None:
    found = APPROVED.search(text) or SIGNED.match(text)
    rest = text[found.end() : found.end() + LONGEST_NAME] if found else ""
    signed = SIGNATURE.search(rest)
    return _named(to_nominative(_tidy(rest[: signed.start()] if signed else rest.partition("\n\n")[0])))


FIRST_WORDS = expression(rf"[МГКОЧ][А-Я]{{1,5}}У(?:ДП?О)?\b|(?i:{INSTITUTION}учреждение\b|комиссия по\s)")
ENDS_FIRST_LINES = expression(r"(?i)[«\"]?(?:к приказу|от\s|утвержд|согласован|протокол|рассмотрен|принят)")
# «Таёжного муниципального района» below the name of a school
OF_PLACE = expression(r"[А-ЯЁ][А-Яа-яё-]+(?:ого|его)\s(?:городск|муниципальн|район|края)|[А-ЯЁ][А-Яа-яё-]+ой\sобласти")


def _from_first_line(text: str) -> str | None:
    """«МБДОУ «Детский сад № 12»» above a plan or its approval: a letterhead without the word for an order."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not NOT_A_BODY.match(line.strip())]
    opens = " ".join(lines[:2]) if lines and INSTITUTION_OPENS.fullmatch(lines[0]) else "".join(lines[:1])
    if not opens or not (FIRST_WORDS.match(opens) or _begins_with_noun(opens)):
        return None
    lines = _without_address(lines)
    more = next((at for at, line in enumerate(lines[1:5], start=1) if not _goes_on(line)), len(lines[:5]))
    who = _tidy(lower_lines(lines[:more]))
    return who if len(who) <= LONGEST_NAME and (_named(who) or FIRST_WORDS.match(who)) else None


def _goes_on(line: str) -> bool:
    return not ENDS_FIRST_LINES.match(line) and (
        line[0] in '«"(' or line[0].islower() or OF_PLACE.match(line) is not None
    )


def _begins_with_noun(line: str, only: Sequence[str] = ()) -> bool:
    words = line.lower().split()
    word = next((word for word in words[:3] if not re.search(r"(?:ое|ый|ой)$", word)), words[0])
    noun = FORMS[word][0] if word in FORMS else None
    return noun == word and word not in BEGIN_NOTHING and (not only or word in only)


def _named(who: str) -> str | None:
    """The body, None for words that name none, or any: «школа», «МБОУ СОШ», «департамент»."""
    if not BODY.search(who) and not GOVERNMENT.match(who):
        return None
    words = who.split()
    if any(word.lower() in BY_PURPOSE or re.match(rf"УО$|{MINISTRY}", word) for word in words) and len(words) > 1:
        return who
    return who if NAME_OF_ITS_OWN.search(f"{who[:1].lower()}{who[1:]}") else None


def _tidy(text: str) -> str:
    tidy = _without_street(" ".join(text.split())).strip(" ,.;:")
    whole = tidy[:1] == "«" and tidy[-1:] == "»" and tidy.count("«") == 1
    return tidy[1:-1].strip() if whole else tidy  # a letterhead's «Управление образования …»


def _without_street(text: str) -> str:
    """The text up to an address, but for a street in a name: «Сад «Улица Сезам»»."""
    found = STREET.search(text)
    above = text[: found.start()] if found else text
    return above if above.count("«") <= above.count("»") and above.count('"') % 2 == 0 else text
