"""Dates of orders as printed -> ISO."""

import re
from datetime import date

GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip

# «07.10.2020», «7 октября 2020», «"07" октября 2020», «24.августа.2019», «07.10.20»; numerals need a dot between.
DATE = (
    r"(?<![\d.])[«\"“„]?\s?(?P<day>\d{1,2})\s?[»\"”“]?(?:\s*[./]\s*(?P<month>\d{1,2})\s*[./]\s*|[\s.]*"
    rf"(?P<word>{'|'.join(GENITIVE)})[\s.]*)(?P<year>20\d\d|\d\d)(?!\d)"
)
SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-–—/\\]\s*(?:20)?(\d\d)(?:-?\w{1,3})?\s*(?:уч\b|уч\.|учебн)", re.IGNORECASE)


def iso_date(found: re.Match[str]) -> str | None:
    """The ISO date of a match of DATE, None for a day that no calendar has."""
    word = found["word"]
    month = GENITIVE.index(word.lower()) + 1 if word else int(found["month"])
    year = int(found["year"])
    try:
        return date(year if year > 99 else 2000 + year, month, int(found["day"])).isoformat()
    except ValueError:
        return None


def find_school_year(text: str) -> str | None:
    """The first school year printed: «в 2020-2021 учебном году», «на 2020/21 уч. год» -> «2020/2021»."""
    for found in SCHOOL_YEAR.finditer(text):
        first = int(found[1])
        if (first + 1) % 100 == int(found[2]):
            return f"{first}/{first + 1}"
    return None
