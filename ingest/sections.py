"""Rows that are titles of sections, and the levels of the titles."""

from collections.abc import Sequence

from ingest.lines import Entry, Line, own_entries, own_text
from ingest.numbers import clean_number, number_order
from ingest.titles import is_marked, title_mark


def section_title(line: Line, below: str | None = None) -> str | None:
    """The title that a row across the table prints, None for a row of another kind.

    A title is the only text of its row, or has but a number beside it. Its cell is merged over the measure
    and a further column, or all other cells are empty. `below` is the number of the row beneath: «1» is a
    title if «1.1» follows.
    """
    if any(not entry.own and entry.column.role in ("deadline", "responsible") for entry in line.entries):
        return None  # a measure whose deadline or responsible cell is merged down from above
    printed = own_entries(line)
    texts = [entry for entry in printed if entry.column.role != "number" or _is_words(entry)]
    numbers = [entry for entry in printed if entry not in texts]
    if len(texts) != 1 or len(numbers) > 1:
        return None
    title = " ".join(entry.text for entry in (*numbers, *texts))
    if len(texts[0].reach) > 1:
        return title if "measure" in texts[0].reach else None
    alone = _numbered_title(line, below) if numbers else _stands_alone(texts[0], line)
    return title if alone else None


def is_sure_title(line: Line) -> bool:
    """False for a title that only its empty neighbours show: it may be a measure without a deadline."""
    return any(len(e.reach) > 1 or e.column.role != "measure" or is_marked(e.text) for e in own_entries(line))


def push_title(stack: Sequence[str], title: str, follows_title: bool) -> tuple[str, ...]:
    """The titles in force after a new one, outermost first.

    A title right under another one is its part. A later title is of the level that is marked as it is; one
    that is marked like none of them opens a new section.
    """
    marks = [title_mark(each) for each in stack]
    mark = title_mark(title)
    if mark in marks and not (follows_title and mark == "plain"):
        return (*stack[: marks.index(mark)], title)
    return (*stack, title) if follows_title else (title,)


def _is_words(entry: Entry) -> bool:
    """A number column may hold «12а» or «1.»; a title that begins there has a word."""
    words = (word.strip("().,:«»") for word in entry.text.split())
    return len(entry.reach) > 1 or any(len(word) > 2 and word.isalpha() for word in words)


def _numbered_title(line: Line, below: str | None) -> bool:
    number = own_text(line, "number")
    order, next_order = number_order(clean_number(number)), number_order(clean_number(below or ""))
    heads = order is not None and next_order is not None and next_order == (*order, 1)
    return heads or title_mark(number) in ("roman", "part")


def _stands_alone(entry: Entry, line: Line) -> bool:
    """All other cells are empty. On top of a page the row may be what a page break cut from the one above."""
    if entry.column is line.entries[0].column and entry.column.role != "measure":
        return entry.column.role == "number" or is_marked(entry.text)
    capital = entry.text[:1].isupper() or entry.text[:1].isdigit()
    return entry.column.role == "measure" and (is_marked(entry.text) or (capital and not line.top))
