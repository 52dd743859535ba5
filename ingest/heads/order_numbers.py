"""How the number of an order is printed: «306», «01-10/123», «48-од», «256 – о/д», «П-256», «45 «о»»."""

import re

from ingest.expressions import expression, longest_first
from ingest.months import GENITIVE
from ingest.vocabulary import load_entries

# «256 – о/д»: what stands after a blank is the number's only where it ends with it, not in «№ 256 – о плане».
ENDS = (
    r"(?=\.?[^\S\n]*(?:$|\n|[,;:)(]|от\b|«|(?-i:\bОб?\b)|(?:г|с|п|пос)\.\s?(?-i:[А-ЯЁ]))|"
    r"[^\S\n]+[«\"]?\d{1,2}[»\"]?[\s.])"
)
MARK = r"(?:№|(?-i:\bN))\s*:?\s*"
PREFIX = r"(?:[a-zа-яё]{1,4}\s?[-–—/]\s?){0,3}"  # «П-256», «СЭД-01-14-97»
DIGITS = r"\d++(?:(?!г\b|от)[a-zа-яё]{1,3}\b(?!\.[а-яё]))?"  # «64», «64а»; not «64г.», «64от»
LETTERS = r"(?!(?-i:Об?\s(?!от\b|г\b)[а-яё]{3})|план)[a-zа-яё]{1,6}\b"  # «-ОБ», not «№ 306-Об утверждении»
TIGHT = rf"[-–—/\\](?:{DIGITS}|{LETTERS})|\.{DIGITS}"  # «/123», «-од»
# «01 – 15/256», «256 /1»; «№ 15 – 01.09.2021» and «№ 15 – 1 сентября» go on with a date.
NO_DATE = rf"(?!\d{{1,2}}\s*\.\s*\d{{1,2}}\s*\.\s*\d{{2}}|[«\"]?\d{{1,2}}[»\"]?\s+(?:{'|'.join(GENITIVE)}))"
SPACED = rf"(?:[^\S\n][-–—/\\][^\S\n]?|[-–—/\\][^\S\n]){NO_DATE}"


def _alternatives() -> str:
    """The letters of the vocabulary as a pattern, the longer first; a blank may stand after a dot of theirs."""
    letters = longest_first(entry["letters"] for entry in load_entries("order_numbers", "index"))
    return "|".join(r"\.\s?".join(map(re.escape, one.split("."))).removesuffix(r"\s?") for one in letters)


INDEX = rf"(?:{_alternatives()})(?![\w./])"
# To be compiled with re.IGNORECASE | re.MULTILINE.
UNMARKED = (
    rf"(?P<number>{PREFIX}{DIGITS}"
    rf"(?:{TIGHT}|[-–]\s*\n\s*{INDEX}(?=[^\S\n]*$)|{SPACED}(?:{DIGITS}(?:(?={TIGHT}|{SPACED}(?:{INDEX}|\d))|{ENDS})|{INDEX}{ENDS}))*"
    rf"(?:[^\S\n]{INDEX}{ENDS}|[^\S\n]?[«\"]{INDEX}[»\"])?)"
)
NUMBER = MARK + UNMARKED
# What looks as if the number went on: «№ 256 /ХД», «№ 256 - 5», «№ 256 ХЗ».
GOES_ON = expression(
    rf"[-–—/\\][^\S\n]*$|[^\S\n]?[-–—/\\][^\S\n]?{NO_DATE}(?![оО]б?\b)(?:\d|\w{{1,3}}\b)|(?!г\b|от)\w|"
    r"[^\S\n]+(?!(?:ОБ?|ОТ|Г|С|П|В|НА|ПО|К)\b)[А-ЯЁ]{1,3}(?:[./][А-ЯЁ])?[^\S\n]*(?:$|\n|от\b)",
    re.MULTILINE,
)


def write_number(printed: str) -> str:
    """One spelling for one number: «256 – о/д» -> «256-о/д», «01 -15/256» -> «01-15/256»; «256 ОД» as it stands."""
    close = re.sub(r"\s*([-–—/\\])\s*", r"\1", " ".join(printed.split()))
    plain = re.sub(r"[–—]", "-", close)
    return plain if re.search(r"[а-яё]\.\s?[а-яё]\.$", plain, re.IGNORECASE) else plain.rstrip(".")


def number_key(number: str) -> str:
    """What two spellings of one number share: «256 ОД», «256-од» and «256од»."""
    return "-".join(re.findall(r"\d+|[a-zа-яё]+", number.lower().replace("ё", "е")))


def is_cut(text: str, end: int) -> bool:
    """True when the text goes on behind a number, at `end`, as if there were more of it."""
    return GOES_ON.match(text, end) is not None
