"""What a line of text between or across tables is: a plan's title or a section's title."""

import re
from collections.abc import Sequence

from ingest.expressions import expression
from ingest.month_titles import is_month, month_of

PLAN_TITLE = expression(
    r"[«\"]?(приложение|план\b|план-|дорожная карта|комплекс\w* (мер|план)|программа\b|перечень мероприятий|"
    r"(календарный|учебный|годовой|тематический|сводный|муниципальный|перспективный) план|утвержд)",
    re.IGNORECASE,
)
# «Исп. Юдин А.А., тел. 2-34-56», «Исполнитель: А.А. Юдин 8 (12345) 2-34-56», perhaps with the page's number behind it
CLERK = expression(
    r"исп(\.|олнитель\b)\s*:?\s*([А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+)"
    r"[\s,;]*(тел\w*\.?:?)?[\s\d()+-]*",
    re.IGNORECASE,
)
# What stands under a plan or its last row and is neither a measure nor a title.
FOOTNOTE = expression(r"\*|(примечани[ея]|сноска|итого|всего)\b", re.IGNORECASE)

MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", expression(r"(раздел|часть|блок|глава|модуль|направление)\s*(№\s*)?[\dIІVXХ]+", re.IGNORECASE)),
    ("dotted3", expression(r"\d+\.\d+\.\d{1,2}(?!\d)")),
    ("dotted2", expression(r"\d+\.\d+(?!\.?\d)")),
    ("roman", expression(r"[IІVXХ]+\s*[.)]?\s")),
    ("roman", expression(r"[IІVXХ]+[.)]")),
    ("arabic", expression(r"\d{1,2}\s*[.)](?!\d)")),
    ("letter", expression(r"[А-Яа-я]\)")),
)  # fmt: skip

# A heading of its own: no sentence, no date, no number of an order, no signature.
NO_HEADING = expression(
    r"[.:;,]\s*$|№|_{2,}|\d{2}\.\d{2}|20\d\d|[А-ЯЁ]\.\s?[А-ЯЁ]\.|(?i:согласован|рассмотрен|принят\b)"
)
WORDS_IN_TABLE_HEADING = 12  # a longer text above a table is a sentence
POINT = expression(r"\d{1,2}\s*[.)](?!\d)")


def is_heading(text: str) -> bool:
    """True for a short text that can head a table: «Работа с родителями», «Модуль «Школьный урок»»."""
    words = text.split()
    capital = text.lstrip('«"(')[:1].isupper()
    return capital and len(words) <= WORDS_IN_TABLE_HEADING and NO_HEADING.search(text) is None


def is_order_point(texts: Sequence[str]) -> bool:
    """True when the last text is a point of an order: «1. Провести декаду по плану:», or «2. …» after «1. …»."""
    last = texts[-1].strip()
    points = sum(POINT.match(text.strip()) is not None for text in texts)
    return last.endswith((":", ";")) or (POINT.match(last) is not None and points > 1)


def is_plan_title(text: str) -> bool:
    """True for a text that opens a plan or an annex: «План работы ШМО», «Приложение № 2 к приказу»."""
    return PLAN_TITLE.match(text.strip()) is not None


def is_clerk(text: str) -> bool:
    """True for the line with the name and the telephone of the one who typed the order."""
    return CLERK.fullmatch(text.strip()) is not None


def is_footnote(text: str) -> bool:
    """True for «* по согласованию», «Примечание: …», «Итого»."""
    return FOOTNOTE.match(text.strip()) is not None


def title_mark(title: str) -> str:
    """How a title is numbered: titles of one level are numbered alike."""
    if is_month(title):
        return "month"
    text = title.strip() + " "
    found = next((mark for mark, pattern in MARKS if pattern.match(text)), None)
    if found is None and month_of(title):
        return "month"
    return found or ("capitals" if title.isupper() else "plain")


def is_marked(title: str) -> bool:
    """True for a title that a mark shows to be one: «II. …», «Раздел 1», «Октябрь», «Октябрь. Месячник права»."""
    return title_mark(title) not in ("plain", "capitals")


def is_marked_alone(text: str) -> bool:
    """The same for a text whose place shows nothing: «Декабрь – итоги года» may be the rest of a list there."""
    return is_marked(text) and (title_mark(text) != "month" or is_month(text))
