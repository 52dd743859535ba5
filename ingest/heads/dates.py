"""Dates of orders as printed -> ISO."""

import re
from datetime import date

from ingest.expressions import expression
from ingest.months import GENITIVE, NOMINATIVE, month_number

# «07.10.2020», «7 октября 2020», «"07" октября 2020», «24.августа.2019», «07.10.20»; numerals need a dot between, or
# the quotes of a form: «"07" 10 2020г.», «"07" октября 20 20 г.».
DATE = (
    r"(?<![\d.])[«\"“„]?\s?(?P<day>\d{1,2})\s?[»\"”“]?(?:(?:\s*[./]\s*|(?<=[»\"”“])\s*)(?P<month>\d{1,2})"
    rf"(?:\s*[./]\s*|\s+(?=20))|[\s.]*(?P<word>{'|'.join(GENITIVE)})[\s.]*)"
    r"(?P<year>20\d\d|20\s\d\d(?=\s*г)|\d\d)(?!\d)"
)
SCHOOL_YEAR = expression(r"(20\d\d)\s*[-–—/\\]\s*(?:20)?(\d\d)(?:-?\w{1,3})?\s*(?:уч\b|учеб|у\.\s?г\.)", re.IGNORECASE)
YEAR_AHEAD = expression(r"учебный год:?\s*(20\d\d)\s*[-–—/\\]\s*(?:20)?(\d\d)(?!\d)", re.IGNORECASE)
# «на 2020/21»: a slash parts the halves of a school year, a dash also the years of a programme
BY_SLASH = expression(r"(?<![\d.])(?<!№ )(20\d\d)\s?/\s?(?:20)?(\d\d)(?!\d)(?!\s*(?:гг|годы|годов))")
# «(сентябрь 2020 г.)», «на январь – март 2021 года», «с января по декабрь 2021 г.», «январь 2021 г. – май 2021 г.»;
# not «15 сентября 2020»
MONTH_OF_YEAR = expression(
    r"(?i)(?<![а-яё])(?:(?P<first>[а-яё]{3,8})\s?[-–—]\s?"
    rf"|(?P<from>(?<=\bс\s)(?:{'|'.join(GENITIVE)})|(?:{'|'.join(NOMINATIVE)})(?=\s20))"
    r"(?:\s(?P<own>20\d\d)(?:\s?г(?:\.|ода))?)?(?:\s?[-–—]|\sпо)\s?)?"
    r"(?P<last>[а-яё]{3,8})\s(?P<year>20\d\d)(?!\d|\s?[-–—/])"
)
_NOMINATIVE_OF = dict(zip(GENITIVE, NOMINATIVE, strict=True))


def iso_date(found: re.Match[str]) -> str | None:
    """The ISO date of a match of DATE, None for a day that no calendar has."""
    word = found["word"]
    month = GENITIVE.index(word.lower()) + 1 if word else int(found["month"])
    year = int(found["year"].replace(" ", ""))
    try:
        return date(year if year > 99 else 2000 + year, month, int(found["day"])).isoformat()
    except ValueError:
        return None


def find_school_year(text: str) -> str | None:
    """The first school year printed: «в 2020-2021 учебном году», «на 2020/21» -> «2020/2021»."""
    for pattern in (SCHOOL_YEAR, YEAR_AHEAD, BY_SLASH):
        for found in pattern.finditer(text):
            first = int(found[1])
            if (first + 1) % 100 == int(found[2]):
                return f"{first}/{first + 1}"
    return None


def school_year_of_month(title: str) -> str | None:
    """The school year of the month that a title names: «месячник (сентябрь 2020 г.)» -> «2020/2021».

    None for August, which ends one school year and prepares the next, and for months of two school years.
    """
    for found in MONTH_OF_YEAR.finditer(title):
        first = found["first"] or found["last"]
        if found["from"] and found["own"] in (None, found["year"]):
            first = _NOMINATIVE_OF.get(found["from"].lower(), found["from"])
        months = [month for word in (first, found["last"]) if (month := month_number(word))]
        if len(months) == 2 and months[0] <= months[1] and (months[0] > 8 or months[1] < 8):
            start = int(found["year"]) - (months[1] < 8)
            return f"{start}/{start + 1}"
    return None
