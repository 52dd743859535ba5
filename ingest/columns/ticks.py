"""Columns of ticks: «Сентябрь | Октябрь | …», «Месяцы / 09 | 10 | …» say when, «Школа / 1 | 2 | …» do not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.contents import are_marks, is_period
from ingest.columns.header import Column, label, lowest
from ingest.model import RawDoubt
from ingest.months import NOMINATIVE

FEWEST_PERIODS = 2  # columns of ticks that are a calendar
FEWEST_INITIALS = 4  # «С | О | Н | Д»: the letters of a few months are those of many things
INITIALS = "".join(month[0].upper() for month in NOMINATIVE)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
MONTHLY = re.compile(r"(?i)\bмесяц")  # «Месяцы», «Сроки проведения (месяц)»


def read_ticks(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> tuple[list[Column], list[RawDoubt]]:
    """The columns with the times that their ticks mean, those deadlines if nothing but ticks is one.

    A tick under another heading («Сроки (четверть) / II», «Завуч») stands as extra under it, which says what is meant;
    among columns of times it is asked about.
    """
    named = [replace(one, period=period) for one, period in zip(columns, _periods(columns), strict=True)]
    found = [_unless_marks(one, texts) for one, texts in zip(named, cells, strict=True)]
    times = [at for at, one in enumerate(found) if one.period and one.role in ("extra", "deadline")]
    texts = [text for at in times for text in cells[at]]
    others = any(one.role == "deadline" and at not in times for at, one in enumerate(found))
    if others or len(times) < FEWEST_PERIODS or not are_marks(texts):
        return found, []
    labels = {label(found[at].header) for at in times} - {""}
    among = (at for at, one in enumerate(found) if times[0] < at < times[-1] or label(one.header) in labels)
    unread = [found[at] for at in among if at not in times and found[at].role == "extra" and are_marks(cells[at])]
    dated = [replace(one, role="deadline") if at in times else one for at, one in enumerate(found)]
    return dated, [_unread(column) for column in unread]


def _unless_marks(column: Column, texts: Sequence[str]) -> Column:
    """Under «Срок / 2022» a tick means the year."""
    dated = column.role == "deadline" and column.period
    ticked = column.role in ("deadline", "responsible") and not dated and are_marks(texts)
    return replace(column, role="extra") if ticked else column


def _periods(columns: Sequence[Column]) -> list[str]:
    """For each column the time that its heading names, "" for none."""
    initials = _initials(columns)
    return [_printed(column.header) or initials.get(at) or _month(column.header) for at, column in enumerate(columns)]


def _printed(header: str) -> str:
    """«Сентябрь», also of «Сентя⏎брь», which a narrow column broke; "" for what is no time."""
    name = lowest(header)
    return next((text for text in (name, "".join(name.split())) if is_period(text)), "")


def _month(header: str) -> str:
    """«Месяцы / 09», «Сроки проведения (месяц) / I⏎X» in a narrow column -> «сентябрь»; "" for other headings."""
    mark = "".join(lowest(header).split()).rstrip(".")
    if MONTHLY.search(label(header)) is None:
        return ""
    number = ROMAN.index(mark.upper()) + 1 if mark.upper() in ROMAN else int(mark) if mark.isdecimal() else 0
    return NOMINATIVE[number - 1] if 1 <= number <= len(NOMINATIVE) else ""


def _initials(columns: Sequence[Column]) -> dict[int, str]:
    """«С | О | Н | Д | Я | Ф | М | А | М»: the months that follow one another with these letters, by column."""
    marks = {at: lowest(column.header).strip(" .").upper() for at, column in enumerate(columns)}
    lettered = [at for at, mark in marks.items() if len(mark) == 1 and mark.isalpha()]
    letters = "".join(marks[at] for at in lettered)
    year = INITIALS * 2
    starts = [at for at in range(len(INITIALS)) if year.startswith(letters, at)]
    if len(letters) < FEWEST_INITIALS or len(starts) != 1:
        return {}
    return {at: NOMINATIVE[(starts[0] + n) % len(NOMINATIVE)] for n, at in enumerate(lettered)}


def _unread(column: Column) -> RawDoubt:
    text = f"Отметки в столбце «{column.header}» стоят среди сроков, но не прочитаны как срок. Какой это срок?"
    return RawDoubt("unknown_column", text, column.header)
