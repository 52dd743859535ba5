"""A measure as lines -> a RawRow, its parts joined."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.columns.bounds import bound_of, lacks_bound
from ingest.columns.class_columns import classes_of
from ingest.columns.contents import NAME, content_of
from ingest.columns.header import Column
from ingest.columns.heading_words import NAME_OR_POST
from ingest.columns.headings import Role, fold_heading
from ingest.columns.lines import Line, own_text, shown_text
from ingest.columns.month_columns import as_week, month_alone, months_beside
from ingest.columns.when_and_who import names_both, part_when_and_who
from ingest.joints import join_parts
from ingest.model import RawDoubt, RawRow
from ingest.month_titles import month_over
from ingest.numbers import SEVERAL, clean_number, numbers_inside, split_number
from ingest.rows.carry import ask_about_carried
from ingest.rows.continuation import ends_open, is_halved, is_rest_of_deadline
from ingest.rows.groups import Group
from ingest.rows.unnamed import ask_about_unnamed

OPEN = (",", ";", ":", "-", "–")
PAIRED: tuple[Role, ...] = ("deadline", "responsible")
BORDER = "\x1e"  # where a further column of the responsible begins, while a row is put together
SHOWN: tuple[Role, ...] = ("measure", "deadline", "responsible")
RANGE, LINE, APART = " – ", "\n", ";\n"  # how columns of one role are joined, and rows whose parties are apart
SEVERAL_NUMBERS = "В клетке номера их несколько: в строке несколько мероприятий?"
IN_CELL = 0.6  # numbers stand in the measure cells if at least this share of the cells begins with one
UNSURE = 0.8  # recognised text below this confidence is asked about


def read_rows(plan: int, groups: Sequence[Group]) -> tuple[RawRow, ...]:
    """The measures of a plan (1-based) in their order."""
    columns = [join_column(group.lines, "number") for group in groups]
    months = months_beside([(group.lines[0], group.titles) for group in groups])
    rows = tuple(_row(plan, group, month) for group, month in zip(groups, months, strict=True))
    split = not any(columns) and _numbered_inside([join_column(g.lines, "measure") for g in groups])
    if not split:
        return rows
    below = [split_number(join_column(group.lines, "measure"))[0] for group in groups[1:]]
    return tuple(_split(row, after) for row, after in zip(rows, [*below, None], strict=True))


def join_column(lines: Sequence[Line], role: Role) -> str:
    """What the lines of a measure print under a role. A part that is printed twice is taken once."""
    columns = [at for at, entry in enumerate(lines[0].entries) if entry.column.role == role]
    whole, above = "", ""
    for first, pieces in _uncut(lines):
        part = _join_columns([(lines[0].entries[at].column, _join_pieces(pieces, at, first)) for at in columns])
        if role == "responsible" and not first:
            whole = _join_people(whole, above, part, pieces[0])
        else:
            whole = join_parts(whole, part, cut=False)
        above = part or above
    return whole


def _join_people(whole: str, above: str, text: str, line: Line) -> str:
    """Who stands in several rows of one measure; `above` is the part before `text`.

    Beside a merged measure each row is a cell of its own, and over a line break a name would take the title above
    it: «Завуч» and «Рогов Н.Д.» are two. «Классные | руководители», in a row whose measure is cut too, are one.
    """
    beside = not own_text(line, "measure") and shown_text(line, "measure") != ""
    if beside and above != text and NAME.match(text) and not NAME.search(above) and not above.endswith(OPEN):
        return f"{whole}{APART}{text}"
    return join_parts(whole, text, cut=own_text(line, "measure") != "" and is_halved(above, text))


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
    """Several columns of one role are lines of one cell; a start and an end are one range.

    Under «Срок / 2022» a text is of that year: «2022: до 1 июня», «Сентябрь: +»; so under «Сроки / 1-4 классы», unless
    all classes have the same.
    «Ответственный | Исполнители» are several parties: a BORDER parts them; «Должность | Ф.И.О.» are one.
    """
    joined = ""
    halves = any(NAME_OR_POST & set(fold_heading(column.header)) for column, _ in texts)
    dated = sum(column.role == "deadline" for column, _ in texts) > 1
    if dated and len({text for _, text in texts}) == 1 and all(classes_of(column) for column, _ in texts):
        return texts[0][1]
    for column, printed in texts:
        printed = as_week(column, printed) if column.role == "deadline" else printed
        heads = (column.period or classes_of(column)) if dated and printed else ""
        text = f"{heads}: {printed}" if heads else printed
        ends = column.role == "deadline" and bound_of(column.header) == "end"
        joint = RANGE if ends else APART if heads else BORDER if column.role == "responsible" and not halves else LINE
        joined = f"{joined}{joint}{text}" if joined and text else joined or text
    return joined


def _numbered_inside(measures: Sequence[str]) -> bool:
    """True for «1. Провести…», «2. Назначить…»; two of a kind at least, for a date may stand first once."""
    numbers = [number for number, _ in map(split_number, measures) if number is not None]
    return len(numbers) > 1 and len(numbers) >= IN_CELL * len(measures) and len(set(numbers)) > 1


def _split(row: RawRow, below: str | None) -> RawRow:
    """The row with the number that its measure begins with; `below` is that of the next row.

    «1. Обсуждение …⏎2. Изучение …» before «3. …» are two measures in one cell: they stay as printed, with a question.
    """
    several = numbers_inside(row.measure, below)
    if several is None:
        number, measure = split_number(row.measure)
        return replace(row, number=number, measure=measure)
    return replace(row, number=several, doubts=(*row.doubts, RawDoubt("number_gap", SEVERAL_NUMBERS, row.measure)))


def _row(plan: int, group: Group, beside: str | None) -> RawRow:
    lines = group.lines
    measure = join_column(lines, "measure")
    number = clean_number(join_column(lines, "number"))
    deadline, responsible = join_column(lines, "deadline"), join_column(lines, "responsible")
    if names_both([entry.column for entry in lines[0].entries]):
        deadline, responsible = part_when_and_who(deadline)
    row = RawRow(
        plan=plan,
        section=" / ".join(group.titles) or None,
        number=number,
        measure=measure,
        deadline=deadline or month_alone(lines[0], group.titles),
        responsible=responsible.replace(BORDER, LINE),
        extra=_extra(lines),
        places=tuple(line.place for line in lines),
        doubts=(*group.doubts, *_doubts(lines)),
        deadline_hint=_month(group, beside),
        borders=tuple(at for at, letter in enumerate(responsible) if letter == BORDER),
    )
    return ask_about_unnamed(row)


def _doubts(lines: Sequence[Line]) -> tuple[RawDoubt, ...]:
    own = (*_unsure(lines), *_half_period(lines), *_several_numbers(lines), *_pairs(lines), *_merged_across(lines))
    return (*own, *ask_about_carried(lines[0]))


def _extra(lines: Sequence[Line]) -> tuple[tuple[str, str], ...]:
    """The further columns under their printed headers; «», «Дата» twice get a suffix, so that none is lost.

    Where the measures of several levels are joined, each stands here as well, under the name of its level.
    """
    extra: list[tuple[str, str]] = []
    measures = sum(entry.column.role == "measure" for entry in lines[0].entries)
    for at, entry in enumerate(lines[0].entries):
        if entry.column.role == "extra" or (entry.column.role == "measure" and measures > 1):
            text = ""
            for first, pieces in _uncut(lines):
                text = join_parts(text, _join_pieces(pieces, at, first), cut=False)
            extra.append((_distinct(entry.column.header, at, [name for name, _ in extra]), text))
    return tuple(extra)


def _distinct(header: str, at: int, taken: Sequence[str]) -> str:
    name = header or f"столбец {at + 1}"
    return name if name not in taken else f"{name} ({at + 1})"


def _month(group: Group, beside: str | None) -> str | None:
    """The month for bare days: in the column beside them, else in the titles above."""
    return beside or month_over(group.titles if group.ahead is None else (group.ahead, *group.titles))


def _half_period(lines: Sequence[Line]) -> tuple[RawDoubt, ...]:
    """A start without its end, or an end alone; one cell merged over both is neither."""
    cells = [(at, entry) for at, entry in enumerate(lines[0].entries) if entry.column.role == "deadline"]
    texts = [(entry.column.header, _join_pieces(lines, at, True)) for at, entry in cells]
    if any(entry.reach.count("deadline") > 1 for _, entry in cells) or not lacks_bound(texts):
        return ()
    text = "Из начала и окончания срока заполнено только одно: что это за срок?"
    return (RawDoubt("deadline_text", text, "".join(text for _, text in texts)),)


def _several_numbers(lines: Sequence[Line]) -> tuple[RawDoubt, ...]:
    printed = join_column(lines, "number")
    if SEVERAL.fullmatch(printed.strip()) is None:
        return ()
    return (RawDoubt("number_gap", SEVERAL_NUMBERS, printed),)


def _pairs(lines: Sequence[Line]) -> tuple[RawDoubt, ...]:
    """Rows beside one measure, each with a deadline and somebody of its own: which belong together is lost.

    The measure is merged over them, or its cell is left empty under it.
    """
    rows = [line for at, line in enumerate(lines) if at == 0 or (not own_text(line, "measure") and not line.top)]
    cells = [[shown_text(line, role) for role in PAIRED] for line in rows]
    if not all(map(all, cells)) or any(len(set(column)) < 2 for column in zip(*cells, strict=True)):
        return ()
    if not all(shown_text(line, "measure") for line in rows) and not all(map(_is_pair, cells)):
        return ()
    text = "У мероприятия несколько строк с разными сроками и ответственными: кто за какой срок отвечает?"
    return (RawDoubt("continuation", text, join_column(lines, "responsible").replace(BORDER, LINE)),)


def _is_pair(cells: Sequence[str]) -> bool:
    """Whether a row says when and who by itself: «года | директора школы» is the rest of the row above it."""
    deadline, responsible = cells
    whole = not ends_open(deadline) and not ends_open(responsible) and not is_rest_of_deadline(deadline)
    return whole and content_of([deadline]) == "deadline" and content_of([responsible]) == "responsible"


def _merged_across(lines: Sequence[Line]) -> tuple[RawDoubt, ...]:
    """A question for «в течение года, руководители школ», one cell under both the deadline and the responsible."""
    text = "Клетка стоит и под сроком, и под ответственными: «{}». Что в ней срок, а кто ответственный?"
    cells = [entry for line in lines for entry in line.entries if entry.own and set(PAIRED) <= set(entry.reach)]
    worded = [e.text for e in cells if "measure" not in e.reach and any(char.isalpha() for char in e.text)]
    return tuple(RawDoubt("deadline_text", text.format(" ".join(each.split())), each) for each in worded)


def _unsure(lines: Sequence[Line]) -> tuple[RawDoubt, ...]:
    low = [e for line in lines for e in line.entries if e.confidence is not None and e.confidence < UNSURE]
    text = "Текст распознан неуверенно: верно ли он прочитан?"
    return tuple(RawDoubt("low_confidence", text, entry.text) for entry in low)
