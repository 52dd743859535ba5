"""A measure as lines -> a RawRow, its parts joined."""

import re
from collections.abc import Sequence

from ingest.carry import ask_about_carried
from ingest.columns import Column, is_month_column
from ingest.groups import Group
from ingest.headings import Role
from ingest.lines import Line
from ingest.model import RawDoubt, RawRow
from ingest.numbers import clean_number, split_number
from ingest.titles import month_of

LETTER_HYPHEN = re.compile(r"[^\W\d_]-$")
SHOWN: tuple[Role, ...] = ("measure", "deadline", "responsible")
RANGE, LINE = " – ", "\n"  # how columns of one role are joined
END_COLUMN = re.compile(r"(?i)окончан|завершен|конец|конца")  # beside «начало»
IN_CELL = 0.6  # numbers stand in the measure cells if at least this share of the cells begins with one
UNSURE = 0.8  # recognised text below this confidence is asked about


def read_rows(plan: int, groups: Sequence[Group]) -> tuple[RawRow, ...]:
    """The measures of a plan (1-based) in their order."""
    columns = [join_column(group.lines, "number") for group in groups]
    split = not any(columns) and _numbered_inside([join_column(g.lines, "measure") for g in groups])
    return tuple(_row(plan, group, split) for group in groups)


def join_column(lines: Sequence[Line], role: Role) -> str:
    """What the lines of a measure print under a role. A part that is printed twice is taken once."""
    columns = [at for at, entry in enumerate(lines[0].entries) if entry.column.role == role]
    whole = ""
    for first, pieces in _uncut(lines):
        texts = [(lines[0].entries[at].column, _join_pieces(pieces, at, first)) for at in columns]
        whole = join_parts(whole, _join_columns(texts), cut=False)
    return whole


def _uncut(lines: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """The lines of a measure as they stood before pages cut them; True with the first of them."""
    whole: list[list[Line]] = []
    for line in lines:
        if whole and line.top:
            whole[-1].append(line)
        else:
            whole.append([line])
    return [(at == 0, pieces) for at, pieces in enumerate(whole)]


def _join_pieces(pieces: Sequence[Line], at: int, first: bool) -> str:
    """One cell that pages cut. What is merged down from above counts in the first line of a measure only."""
    text = ""
    for number, line in enumerate(pieces):
        entry = line.entries[at] if at < len(line.entries) else None
        shown = entry is not None and (entry.own or (first and number == 0))
        text = join_parts(text, entry.text if entry is not None and shown else "", line.top)
    return text


def _join_columns(texts: Sequence[tuple[Column, str]]) -> str:
    """Several columns of one role are lines of one cell; a start and an end are one range."""
    joined = ""
    for column, text in texts:
        ends = column.role == "deadline" and END_COLUMN.search(column.header) is not None
        joined = f"{joined}{RANGE if ends else LINE}{text}" if joined and text else joined or text
    return joined


def join_parts(above: str, text: str, cut: bool) -> str:
    """Two parts of a cell: cut by a page they are one line, printed under each other they are two.

    A hyphen at the cut stays, as in «онлайн-/режим»: a wrong hyphen is read over, a lost one is not found.
    """
    if not above or not text or above == text:
        return above or text
    if cut and LETTER_HYPHEN.search(above) and text[0].islower():
        return above + text
    return f"{above} {text}" if cut else f"{above}\n{text}"


def _numbered_inside(measures: Sequence[str]) -> bool:
    """True for «1. Провести…», «2. Назначить…»; two of a kind at least, for a date may stand first once."""
    numbers = [number for number, _ in map(split_number, measures) if number is not None]
    return len(numbers) > 1 and len(numbers) >= IN_CELL * len(measures) and len(set(numbers)) > 1


def _row(plan: int, group: Group, split: bool) -> RawRow:
    lines = group.lines
    measure = join_column(lines, "measure")
    number = clean_number(join_column(lines, "number"))
    if split:
        number, measure = split_number(measure)
    return RawRow(
        plan=plan,
        section=" / ".join(group.titles) or None,
        number=number,
        measure=measure,
        deadline=join_column(lines, "deadline"),
        responsible=join_column(lines, "responsible"),
        extra=_extra(lines),
        places=tuple(line.place for line in lines),
        doubts=(*group.doubts, *_unsure(lines), *ask_about_carried(lines[0])),
        deadline_hint=_month(group),
    )


def _extra(lines: Sequence[Line]) -> tuple[tuple[str, str], ...]:
    """The further columns under their printed headers; «», «Дата» twice get a suffix, so that none is lost."""
    extra: list[tuple[str, str]] = []
    for at, entry in enumerate(lines[0].entries):
        if entry.column.role == "extra":
            text = ""
            for first, pieces in _uncut(lines):
                text = join_parts(text, _join_pieces(pieces, at, first), cut=False)
            extra.append((_distinct(entry.column.header, at, [name for name, _ in extra]), text))
    return tuple(extra)


def _distinct(header: str, at: int, taken: Sequence[str]) -> str:
    name = header or f"столбец {at + 1}"
    return name if name not in taken else f"{name} ({at + 1})"


def _month(group: Group) -> str | None:
    months = [month for title in reversed(group.titles) if (month := month_of(title))]
    columns = [e.text for e in group.lines[0].entries if e.column.role == "extra" and is_month_column(e.column)]
    return next((month for text in columns if (month := month_of(text))), None) or next(iter(months), None)


def _unsure(lines: Sequence[Line]) -> tuple[RawDoubt, ...]:
    low = [e for line in lines for e in line.entries if e.confidence is not None and e.confidence < UNSURE]
    text = "Текст распознан неуверенно: верно ли он прочитан?"
    return tuple(RawDoubt("low_confidence", text, entry.text) for entry in low)
