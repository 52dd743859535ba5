"""Who issued the order, from the words before its number, its letterhead, its approval or its plan's title."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.heads.bodies import LONGEST_NAME, named_body, tidy
from ingest.heads.first_line import from_first_line, from_last_lines
from ingest.heads.letterhead import from_letterhead
from ingest.heads.nominative import LEGAL_FORM, lower_capitals, to_nominative
from ingest.heads.side_by_side import POST
from ingest.heads.title_issuer import find_alone, find_annexed, find_below, find_in_title, find_signed

# «…приказом начальника Управления образования от», «…к приказу МБОУ СОШ № 5 от»
ORDER_WORD = expression(r"(?i)(?:приказ|распоряжени|постановлени)\w*\s")
BY_ORDER = expression(rf"(?is)\w+\s+(?:{POST}\s+)?(?:по\s+)?(?P<who>.*?)\s*(?:\bот|№\s*$)?\s*$")
# «УТВЕРЖДАЮ Директор МБОУ СОШ № 5 ____ И.И. Иванов», «УТВЕРЖДАЮ ____ И.И. Иванов Директор МБОУ СОШ № 5»
# and «Директор школы⏎МБОУ СОШ № 5»; a stamp may cover the post: «УТВЕРЖДАЮ⏎ор КГКУ «Центр»»
SIGNER = r"[_\s]*(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)"
APPROVED = expression(
    rf"(?i:утвержда[юе]\w*\W+(?:приказ\w*\W+)?)(?:{SIGNER}\W+)?(?:(?i:{POST})\s+|(?P<covered>[а-яё]{{0,7}}ор\s+)(?={LEGAL_FORM}\b))(?:(?i:школы|лицея|гимназии|учреждения)\s+(?={LEGAL_FORM}\b))?"
)
# A document that begins with «Директор МАУДО «Дворец творчества»⏎____ С.С. Рощин»: the word «Утверждаю» is left out.
SIGNED = expression(rf"(?i:\W*{POST}\s+)(?={LEGAL_FORM}\b[^_]{{5,150}}\n\W*_{{2,}})")
# «Принято на педсовете МБДОУ «Ласточка»», «РАССМОТРЕНО⏎Педагогическим советом КГБПОУ «Техникум»»: whose council it is.
COUNCIL = expression(
    rf"(?i:\b(?:педсовет\w*|педагогическ\w+\s+совет\w*|общ\w+\s+собрани\w+(?:\s+(?:трудового\s+)?\w+)?))\s+(?={LEGAL_FORM}\b)"
)
COUNCIL_ENDS = expression(r"(?<!\b[гсп]\.)\n\s*\n|\s(?i:протокол|утвержд|согласован|рассмотрен|принят|план\b)")
# The line to sign on, the signer's name, a date: there the institution's name has ended. «Игнатюк С.А.» is a signer,
# but in «г. Лесограда И.И. Рощин» the surname comes after the initials.
SIGNATURE = expression(
    r"(?i:\b(?:под)?полковник|\bмайор|\bкапитан|\b(?:старший\s+)?лейтенант|\bгенерал-)|"  # «полковник полиции»
    r"_{2,}|[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.(?![^\S\n]*(?!Пр|Распор)[А-ЯЁ][а-яё])|[А-ЯЁ]\.\s?[А-ЯЁ]\.|"
    r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична)\b|"
    r"[«\"]\s*_|(?i:\bприказ|\bпр\.\s?№|\bот\s)|\d{2}\.\d{2}|«?\d{1,2}»?[\s.]+[а-я]+[\s.]+20\d\d"
)
# In whose honour it is named: «им. Ю.А. Гагарина», «имени Героя Советского Союза П.И. Зыкова», «им. Гагарина Ю.А.»;
# in «им. Гагарина⏎М.А. Серова» the initials are the signer's, who comes behind them.
_INITIALS = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
HONOURED = expression(
    rf"(?:\b[Ии]м\.\s*|\b[Ии]мени\s+)(?:(?:[А-ЯЁа-яё-]+\s+){{1,6}}?(?<!\n))?(?:{_INITIALS}\s*{_SURNAME}|"
    rf"{_SURNAME}\s+{_INITIALS}(?!\s*{_SURNAME}(?!\s+{_INITIALS})))"
)
IN_QUOTES = expression(r"«[^«»_]*(?:«[^«»_]*»[^«»_]*)?»")


def find_issuer(
    text: str,
    leads: Sequence[str] = (),
    title: str | None = None,
    below: Sequence[str] = (),
    above: Sequence[str] = (),
    behind: Sequence[str] = (),
) -> str | None:
    """The issuer in the nominative, as far as it is printed; None when no body that issues orders is named.

    `leads` are the texts that introduce the order's own number (see `citations`), `title` is the plan's, `above` and
    `below` are the lines over it and those between it and its table, `behind` those behind the table.
    """
    first, *others = map(_from_lead, leads or ("",))
    head = first or from_letterhead(text) or _from_approval(text) or from_first_line(text)
    named = head or next(filter(None, others), None) or find_in_title(title or "")
    named = named or find_below(below) or find_alone(above)
    named = named or (from_last_lines(above) if title else None) or find_signed([*above, *behind])
    return named or find_annexed(text) or _from_council(text)


def _from_lead(lead: str) -> str | None:
    *_, start = (None, *(found.start() for found in ORDER_WORD.finditer(lead)))
    match = BY_ORDER.match(lead, start) if start is not None else None
    return named_body(to_nominative(lower_capitals(tidy(match["who"])))) if match else None


def approving_bodies(text: str) -> tuple[str, ...]:
    """The bodies whose heads approve: of a joint plan two, each under an «УТВЕРЖДАЮ» of its own."""
    return tuple(dict.fromkeys(filter(None, (_approving(text, found) for found in APPROVED.finditer(text)))))


def _from_approval(text: str) -> str | None:
    found = APPROVED.search(text) or SIGNED.match(text)
    return _approving(text, found) if found else None


def _from_council(text: str) -> str | None:
    found = COUNCIL.search(text)
    if found is None:
        return None
    end = COUNCIL_ENDS.search(text, found.end())
    name = text[found.end() : end.start() if end else None]
    return _approving(text[: found.end()] + " ".join(name.split()), found)


def _approving(text: str, found: re.Match[str]) -> str | None:
    """The name up to the signature; without one it ends with its paragraph."""
    rest = text[found.end() : found.end() + LONGEST_NAME]
    if found.groupdict().get("covered"):
        rest = rest.partition("\n")[0]  # the stamp's own words stand below
    signed = _signed_at(rest)
    return named_body(to_nominative(tidy(rest.partition("\n\n")[0] if signed is None else rest[:signed])))


def _signed_at(rest: str) -> int | None:
    """Where the first signature begins; initials of an honoured person and what is in quotes are the institution's."""
    own = [found.span() for pattern in (HONOURED, IN_QUOTES) for found in pattern.finditer(rest)]
    starts = (found.start() for found in SIGNATURE.finditer(rest))
    return next((at for at in starts if not any(start < at < end for start, end in own)), None)
