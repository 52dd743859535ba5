"""Rows that are titles of sections."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.columns.contents import NAME
from ingest.columns.lines import Entry, Line, own_entries, own_text
from ingest.model import RawDoubt
from ingest.months import MONTH
from ingest.notes import is_led
from ingest.numbers import clean_number, number_order
from ingest.titles import is_marked, is_marked_alone, title_mark

# «В течение недели: выставка книг», «Ежедневно – утренняя зарядка»: when, and what; «В течение года» is a title.
WHEN_AND_WHAT = re.compile(
    r"(?i)(в течение (учебного |всего )?(года|месяца|недели|дня|полугодия|четверти|периода|каникул)\W+|"
    r"(ежедневно|еженедельно|ежемесячно|ежеквартально|постоянно|регулярно)\s*[:–—-]\s*)\w"
)
DATED = re.compile(rf"(?i)\d{{1,2}}\.\d{{2}}\b|{MONTH}")
# What a number cell holds beside the text of a title: «III», «Раздел 1.»
MARK_ALONE = re.compile(r"(?i)(?:(?:раздел|часть|блок|глава|модуль|направление)\s*(?:№\s*)?\d*)?[IІVXХ]*\s*[.):]*")
HAS_LETTER = re.compile(r"[^\W\d_]")
NUMBERED = re.compile(r"(\d+(?:\.\d+)*)[.)]?\s+\S")


def section_title(line: Line, below: str | None = None, restarts: bool = False) -> str | None:
    """The title that a row across the table prints, None for a row of another kind.

    A title is the only text of its row, or has but a number beside it. Its cell is merged over the measure
    and a further column, or all other cells are empty. `below` is the number of the row beneath: «1» is a
    title if «1.1» follows, or if the numbers begin again under it (`restarts`).
    """
    if any(not entry.own and entry.column.role in ("deadline", "responsible") for entry in line.entries):
        return None  # a measure whose deadline or responsible cell is merged down from above
    printed = own_entries(line)
    texts: list[Entry] = []
    numbers: list[Entry] = []
    for entry in printed:
        (texts if entry.column.role != "number" or _is_words(entry) else numbers).append(entry)
    if len(texts) != 1 or len(numbers) > 1 or HAS_LETTER.search(texts[0].text) is None:
        return None  # «39.» on top of a page is the end of «школ №№ 2, 39.»
    title = " ".join(entry.text for entry in (*numbers, *texts))
    if len(texts[0].reach) > 1:
        return title if "measure" in texts[0].reach else None
    alone = (restarts or _numbered_title(line, below)) if numbers else _stands_alone(texts[0], line)
    return title if alone else None


def is_sure_title(line: Line) -> bool:
    """False for a title that only its empty neighbours show: it may be a measure without a deadline."""
    return any(len(e.reach) > 1 or e.column.role != "measure" or is_marked_alone(e.text) for e in own_entries(line))


def doubt_title(line: Line, title: str, follows_title: bool) -> RawDoubt | None:
    """The question about a title that may be none, None for a sure one.

    A goal right under a title is a part of it; elsewhere it ends no section.
    """
    if not is_sure_title(line):
        return RawDoubt("section", "Строка без срока и ответственных: это раздел?", title)
    if not is_marked(title) and (speaks_of_measure(title) or (is_led(title) and not follows_title)):
        return RawDoubt("section", "Строка во всю ширину таблицы не похожа на название раздела: что это?", title)
    return None


def speaks_of_measure(title: str) -> bool:
    """True for what says when something is done, or when and by whom."""
    return WHEN_AND_WHAT.match(title) is not None or (
        DATED.search(title) is not None and NAME.search(title) is not None
    )


def restarting(lines: Sequence[object]) -> tuple[bool, ...]:
    """For each line whether it is one of «1 | Кадры | | », «2 | Дети | | », each right over measures 1, 2, ….

    One such row may be a measure without a deadline; two that are counted from 1 are titles. So they are where the
    measures are counted on through all of them: «1 | Кадры», 1, 2, «2 | Дети», 3, 4.
    """
    on = _count_on([line for line in lines if isinstance(line, Line)])
    found = [isinstance(a, Line) and isinstance(b, Line) and _is_over_first(a, b, on) for a, b in pairwise(lines)]
    orders = [_order(line) for line, is_found in zip(lines, found, strict=False) if is_found and isinstance(line, Line)]
    counted = len(orders) > 1 and orders == [(n,) for n in range(1, len(orders) + 1)]
    return (*(each and counted for each in found), *(False for _ in lines[-1:]))


def _is_over_first(line: Line, below: Line, counted_on: bool) -> bool:
    filled = all(own_text(below, role) for role in ("measure", "deadline"))
    return is_parent(line) and _order(line) is not None and (counted_on or _order(below) == (1,)) and filled


def _count_on(lines: Sequence[Line]) -> bool:
    """Whether the measures are counted 1, 2, 3, … without the rows that have but a number and a text."""
    orders = [order for line in lines if not is_parent(line) and (order := _order(line)) is not None]
    return orders == [(n,) for n in range(1, len(orders) + 1)]


def _order(line: Line) -> tuple[int, ...] | None:
    return number_order(clean_number(own_text(line, "number")))


def heads_numbers(title: str, below: str | None) -> tuple[int, ...] | None:
    """The number of a title under which the numbers have a level more, (1,) for «1. Кадры» over «1.1»; else None."""
    found = NUMBERED.match(title)
    order, below_order = number_order(found[1]) if found else None, number_order(clean_number(below or ""))
    return order if order is not None and below_order == (*order, 1) else None


def is_parent(line: Line) -> bool:
    """True for a row like a measure's, «1 | Кадры | | », that only the numbers below it show to be a title."""
    printed = own_entries(line)
    return [entry.column.role for entry in printed] == ["number", "measure"] and all(len(e.reach) < 2 for e in printed)


def _is_words(entry: Entry) -> bool:
    """A number column may hold «12а», «1.», «VIII» or «Раздел 1»; a title that begins there has another word."""
    if len(entry.reach) < 2 and MARK_ALONE.fullmatch(entry.text.strip()):
        return False
    words = (word.strip("().,:«»").replace("-", "") for word in entry.text.split())  # «Сентябрь-октябрь», but «ЕГЭ-1»
    return len(entry.reach) > 1 or any(len(word) > 2 and word.isalpha() for word in words)


def _numbered_title(line: Line, below: str | None) -> bool:
    number = own_text(line, "number")
    order, next_order = _order(line), number_order(clean_number(below or ""))
    heads = order is not None and next_order is not None and next_order == (*order, 1)
    return heads or title_mark(number) in ("roman", "part")


def _stands_alone(entry: Entry, line: Line) -> bool:
    """All other cells are empty. On top of a page the row may be what a page break cut from the one above."""
    if entry.column is line.entries[0].column and entry.column.role != "measure":
        return entry.column.role == "number" or is_marked_alone(entry.text)
    capital = entry.text[:1].isupper() or entry.text[:1].isdigit()
    return entry.column.role == "measure" and (is_marked_alone(entry.text) or (capital and not line.top))
