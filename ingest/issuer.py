"""Who issued the order, from the words before its number, its letterhead or its approval."""

import re

from ingest.citations import ORDER_LINE
from ingest.nominative import FORMS, NOUNS, lower_capitals, to_nominative

POST = (
    r"(?:и\.\s?о\.\s*)?(?:исполняющ\w+ обязанности\s+)?"
    r"(?:начальник|директор|заведующ|руководител|председател|министр|глав)\w*"
)
# «…приказом начальника Управления образования от», «…к приказу МБОУ СОШ № 5 от»
BY_ORDER = re.compile(
    rf"(?is)(?:приказ|распоряжени|постановлени)\w*\s+(?:{POST}\s+)?(?P<who>.*?)\s*(?:\bот|№\s*$)?\s*$"
)
# «УТВЕРЖДАЮ Директор МБОУ СОШ № 5 ____ И.И. Иванов»
APPROVED = re.compile(rf"(?i)утвержда[юе]\w*\W+(?:приказ\w*\W+)?{POST}\s+")
# The line to sign on, the signer's initials, a date: there the institution's name has ended.
SIGNATURE = re.compile(
    r"_{2,}|[А-ЯЁ]\.\s?[А-ЯЁ]\.|[«\"]\s*_|(?i:\bприказ|\bот\s)|\d{2}\.\d{2}|«?\d{1,2}»?[\s.]+[а-я]+[\s.]+20\d\d"
)
LONGEST_NAME = 250  # characters up to the signature; without one the name ends with its paragraph
# An institution by its legal form («МБОУ», «КГОКУ»), its kind («СОШ») or its noun («Управления»).
BODY = re.compile(r"\b(?:[А-Я]{2,6}У|СОШ|ООШ|НОШ|(?i:" + "|".join(NOUNS) + "))")
TWO_COLUMNS = re.compile(r"(?i)согласован\w*:?\s+утвержда")  # two approvals side by side, read as one line
NOT_A_BODY = re.compile(r"(?i)^(российская федерация|.* област[ьи]|.* край|тел|инн|ул\.|\d)")


def find_issuer(text: str, lead: str) -> str | None:
    """The issuer in the nominative, as far as it is printed; None when no body that issues orders is named.

    `lead` is the text that introduces the order's own number (see `citations`).
    """
    return _from_lead(lead) or _from_letterhead(text) or _from_approval(text) or _from_first_line(text)


def _from_lead(lead: str) -> str | None:
    found = next(iter(re.finditer(r"(?is)(приказ|распоряжени|постановлени)\w*\s+.*$", lead)), None)
    match = BY_ORDER.search(found[0]) if found else None
    who = _tidy(match["who"]) if match else ""
    return to_nominative(lower_capitals(who)) if BODY.search(who) else None


def _from_letterhead(text: str) -> str | None:
    """The lines above «ПРИКАЗ»: from the one that names a department, else from the first that names a body."""
    word = ORDER_LINE.search(text)  # the lines above it are the letterhead
    lines = [line.strip() for line in text[: word.start()].splitlines() if line.strip()] if word else []
    bodies = [line for line in lines[-8:] if not NOT_A_BODY.match(line)]
    departments = [at for at, line in enumerate(bodies) if _begins_with_noun(line)]
    starts = departments[-1:] or [at for at, line in enumerate(bodies) if BODY.search(line)]
    return lower_capitals(_tidy(" ".join(bodies[starts[0] :]))) if starts else None


def _from_approval(text: str) -> str | None:
    found = APPROVED.search(text)
    rest = text[found.end() : found.end() + LONGEST_NAME] if found else ""
    signed = SIGNATURE.search(rest)
    who = _tidy(rest[: signed.start()] if signed else rest.partition("\n\n")[0])
    torn = TWO_COLUMNS.search(text) is not None
    return to_nominative(who) if BODY.search(who) and not torn else None


FIRST_WORDS = re.compile(
    r"[МГКОЧ][А-Я]{1,5}У\b|(?i:(?:муниципальн|государственн)\w+\s(?:[а-яё]+\s){0,3}учреждение\b|комиссия по\s)"
)


def _from_first_line(text: str) -> str | None:
    """«МБДОУ «Детский сад № 12»» above a plan or its approval: a letterhead without the word for an order."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not NOT_A_BODY.match(line.strip())]
    if not lines or not (FIRST_WORDS.match(lines[0]) or _begins_with_noun(lines[0])):
        return None
    more = next(
        (
            at
            for at, line in enumerate(lines[1:4], start=1)
            if not re.match(r"(?!к приказу|от\s|утвержд|согласов|протокол)[«\"(а-яё]", line)
        ),
        len(lines[:4]),
    )
    who = _tidy(" ".join(lines[:more]))
    return lower_capitals(who) if len(who) <= LONGEST_NAME and (BODY.search(who) or FIRST_WORDS.match(who)) else None


def _begins_with_noun(line: str) -> bool:
    word = line.split()[0].lower()
    return word in FORMS and FORMS[word][0] == word and word not in ("администрация", "учреждение", "школа")


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,.;:")
