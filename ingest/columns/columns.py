"""Which column of a table is which: the header of a measure table, found and read.

A measure table has a measure column and at least one of deadline and responsible. Tables of finance,
indicators, agendas («Дата | № протокола | Тема») and signatures have not, and give no Header.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ingest.columns.bounds import pair_bounds
from ingest.columns.class_columns import pair_classes
from ingest.columns.column_groups import halves_of, set_aside
from ingest.columns.filled_rows import is_second_line
from ingest.columns.header import LEVEL, Column, Header, Spans, has_role
from ingest.columns.heading_words import is_bare
from ingest.columns.headings import Role, fold_heading, heading_role
from ingest.columns.level_columns import ask_about_levels, level_measures
from ingest.columns.measure_column import weak_measure
from ingest.columns.month_columns import is_month_column, pair_months
from ingest.columns.sign_lists import is_sign_list
from ingest.columns.two_names import ask_about_two_names
from ingest.columns.when_and_who import names_both
from ingest.merges import Span
from ingest.model import RawDoubt
from ingest.numbers import NUMBER
from ingest.vocabulary import load_entries

WORDS_IN_COLUMN_NAME = 15  # a longer cell is a sentence of the plan, not the name of a column
WORDS_IN_LABEL = 6  # «в том числе по годам реализации»
# Words of a deadline that is not the measure's own: «Срок подачи заявок», «Дата предоставления отчёта».
PREPARATION = tuple(entry["words"].rstrip("*") for entry in load_entries("columns", "preparation"))
SEARCHED_ROWS = 8  # above a header: a title, an approval, who the plan is for


def find_header(rows: Spans) -> Header | None:
    """The first header of a table, None when it has none.

    Only titles may stand above it: rows with a single text.
    """
    for at in range(min(len(rows), SEARCHED_ROWS)):
        if (header := header_at(rows, at)) is not None:
            return header
        if sum(bool(span.cell.text) for span in rows[at]) > 1:
            return None
    return None


def heading_columns(rows: Spans, at: int) -> tuple[Column, ...]:
    """The columns that row `at` names, whether they make a plan or not; () for a row that is no header."""
    texts = [span.cell.text for span in rows[at] if span.cell.text]
    plain = all(len(fold_heading(text)) <= WORDS_IN_COLUMN_NAME and not text[0].isdigit() for text in texts)
    return tuple(_columns(rows[at : at + 1])) if plain and len(texts) > 2 else ()


def header_at(rows: Spans, at: int) -> Header | None:
    """The header that begins with row `at`, None when that row begins none."""
    texts = [span.cell.text for span in rows[at] if span.cell.text]
    if len(texts) < 2 or any(len(fold_heading(text)) > WORDS_IN_COLUMN_NAME for text in texts) or _is_card(rows, at):
        return None
    for end in _possible_ends(rows, at):
        own, doubts = set_aside(_columns(rows[at:end]))
        if is_sign_list(own):
            return None
        columns = name_columns(own)
        if has_role(columns, "measure") and has_role(columns, "deadline", "responsible"):
            return Header(
                at,
                _past_numbering(rows, end),
                columns,
                (*doubts, *_left_out(own, columns), *ask_about_two_names(columns), *ask_about_levels(columns)),
            )
    return None


def _is_card(rows: Spans, at: int) -> bool:
    """True for «Мероприятие | Провести сбор» over «Срок | май»: the names of the columns stand below each other."""
    names = [[span.cell.text for span in row if span.cell.text] for row in rows[at : at + 2]]
    if [len(texts) for texts in names] != [2, 2] or heading_role(names[0][0]) is None:
        return False
    return heading_role(names[1][0]) in ("deadline", "responsible") and is_bare(names[1][0])


def _left_out(own: Sequence[Column], columns: Sequence[Column]) -> Iterator[RawDoubt]:
    """A question for each deadline column that is read as an extra one, though it stands beside no better one."""
    if len(halves_of(own)) > 1:
        return
    for printed, named in zip(own, columns, strict=True):
        if printed.role == "deadline" and named.role == "extra" and not is_month_column(printed):
            text = f"Графа «{printed.header}» прочитана как дополнительная, не как срок. Верно ли?"
            yield RawDoubt("unknown_column", text, printed.header)


def is_clear(header: Header) -> bool:
    """True when a row can only be a header, wherever it stands.

    «Мероприятия ко Дню матери | ноябрь | Ответственный за ВР» is a measure with two words of a header.
    """
    named = [column for column in header.columns if column.header]
    known = [column for column in named if heading_role(column.header) is not None]
    return has_role(named, "number") or (len(known) == len(named) >= 3)


def is_numbering(row: Sequence[Span], fewest: int = 3) -> bool:
    """True for a row «1 | 2 | 3 | 4» that counts the columns."""
    texts = [span.cell.text.rstrip(".") for span in row if span.cell.text]
    return len(texts) >= fewest and texts == [str(n + 1) for n in range(len(texts))]


def name_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with at most one number and one measure; what is named twice becomes extra, but for levels.

    Several responsible columns («Ответственный», «Исполнитель») all stay responsible, and so do deadline
    columns side by side («Срок начала», «Срок окончания»): their cells are joined with a line break.
    """
    levels = level_measures(columns)
    columns = choose_responsible(columns) if levels or has_role(columns, "measure") else columns
    measures = levels or {_measure(columns)}
    first = _first(columns, "number")
    deadlines = _deadlines(columns)
    named: list[Column] = []
    for at, column in enumerate(columns):
        keeps = column.role == "responsible" or at in deadlines or at == first
        role: Role = "measure" if at in measures else column.role if keeps else "extra"
        named.append(replace(column, role=role))
    return tuple(named)


def _measure(columns: Sequence[Column]) -> int | None:
    named = has_role(columns, "measure") or not (has_role(columns, "responsible") or names_both(columns))
    return _first(columns, "measure") if named else weak_measure(columns)


def choose_responsible(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, «Куратор» or «Докладчик» responsible beside a deadline, if no better name is among them."""
    at = _first(columns, "weak_responsible")
    if at is None or has_role(columns, "responsible") or not has_role(columns, "deadline"):
        return tuple(columns)
    return (*columns[:at], replace(columns[at], role="responsible"), *columns[at + 1 :])


def _first(columns: Sequence[Column], role: Role) -> int | None:
    return next((at for at, column in enumerate(columns) if column.role == role), None)


def _deadlines(columns: Sequence[Column]) -> set[int]:
    """A column «Месяц» beside a better one is not the deadline: it is what a bare day number refers to."""
    all_of_them = [at for at, column in enumerate(columns) if column.role == "deadline"]
    dated = [at for at in all_of_them if not is_month_column(columns[at])] or all_of_them
    if dated and dated[-1] - dated[0] >= len(dated):  # «Срок подготовки | Мероприятие | Срок проведения»
        dated = [at for at in dated if not _prepares(columns[at])] or dated
    return {at for at in dated if at - dated[0] == dated.index(at)}


def _prepares(column: Column) -> bool:
    """True for «Срок подготовки», «Дата объявления конкурса»: not when the measure itself takes place."""
    return any(word.startswith(PREPARATION) for word in fold_heading(column.header))


def _possible_ends(rows: Spans, at: int) -> list[int]:
    """Where the header may end: with its tallest cell; or a row further, where that is but one row tall.

    Under a header of two rows «психолог» stands alone on top of a page: the rest of «Педагог-психолог».
    """
    tallest = max(span.row + span.cell.rowspan for span in rows[at] if span.cell.text)
    end = at + 1
    while end < min(tallest, at + 3, len(rows)) and (_is_label_row(rows[end], at) or _is_split(rows[at], rows[end])):
        end += 1
    below = rows[end] if end == at + 1 and end < len(rows) else ()
    further = below and (_is_second_row(rows[at], below) or is_second_line(rows[at], below))
    return [end + 1, end] if further else [end]


def _is_label_row(row: Sequence[Span], at: int) -> bool:
    """True for the second row of a header; a data row may stand beside a heading that is merged too far."""
    own = [span.cell.text for span in row if span.row > at and span.cell.text]
    return all(len(text.split()) <= WORDS_IN_LABEL and NUMBER.fullmatch(text) is None for text in own)


def _is_split(above: Sequence[Span], row: Sequence[Span]) -> bool:
    """True for «I | II | III | IV» right under «Сроки (четверть)», with all other headings merged down beside it."""
    wide = {n for span in above if span.end - span.start > 1 for n in range(span.start, span.end)}
    own = [span for span in row if span.row > above[0].row and span.cell.text]
    short = all(len(span.cell.text.split()) <= WORDS_IN_LABEL for span in own)
    return len(own) > 1 and short and all(span.start in wide for span in own)


def _is_second_row(above: Sequence[Span], row: Sequence[Span]) -> bool:
    """True for «| | начало | окончание |» under «№ | Мероприятие | Сроки | | Ответственный»."""
    texts = [span for span in row if span.cell.text]
    if sum(heading_role(span.cell.text) is not None for span in above) < 2:
        return False  # a measure above a repeated header
    wide = {n for span in above if span.end - span.start > 1 for n in range(span.start, span.end)}
    bare = {n for span in above if not span.cell.text for n in range(span.start, span.end)}
    done = {span.start for span in above if heading_role(span.cell.text) in ("number", "measure")}
    short = all(len(span.cell.text.split()) <= 3 and not span.cell.text.isdigit() for span in texts)
    return short and any(s.start in wide | bare for s in texts) and not any(s.start in done - wide for s in texts)


def _columns(rows: Spans) -> list[Column]:
    """The grid columns of a header, those with the same cells above each other taken together."""
    width = max(span.end for row in rows for span in row)
    paths = [_path(rows, at) for at in range(width)]
    columns: list[Column] = []
    for path, run in groupby(range(width), key=lambda at: paths[at]):
        members = list(run)
        header = LEVEL.join(span.cell.text for span in path if span.cell.text)
        columns.append(Column(members[0], members[-1] + 1, header, _role(path, header)))
    return list(pair_classes(pair_months(pair_bounds(columns))))


def _path(rows: Spans, at: int) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for row in rows for span in row if span.start <= at < span.end))


def _role(path: Sequence[Span], header: str) -> Role:
    """The lowest cell names the column; «начало» alone says nothing, «Сроки / начало» does.

    «Ответственный» right over «должность», as wide as it, names the column itself.
    """
    first, *others = path
    if any((first.start, first.end) == (each.start, each.end) for each in others):
        top = heading_role(first.cell.text)
        if top in ("number", "measure", "deadline", "responsible"):
            return top
    leaf = next((span.cell.text for span in reversed(path) if span.cell.text), "")
    return heading_role(leaf) or heading_role(header) or "extra"


def _past_numbering(rows: Spans, end: int) -> int:
    return end + 1 if end < len(rows) and is_numbering(rows[end], fewest=2) else end
