"""The lines of a plan -> measures, each with the lines that it is printed in, and the titles above them."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.columns.headings import Role
from ingest.columns.lines import Line, own_entries, own_text, shown_text
from ingest.model import RawDoubt
from ingest.month_titles import is_month
from ingest.numbers import clean_number, number_order
from ingest.plans.sections import doubt_title, heads_numbers, is_parent, is_sure_title, restarting, section_title
from ingest.plans.tables import Plan, Title
from ingest.rows.alike_titles import find_alike_titles
from ingest.rows.carry import carry_overleaf
from ingest.rows.continuation import continues, ends_open, is_next_item
from ingest.rows.cut_texts import complete_texts, find_texts_between, find_whole_texts
from ingest.rows.habits import Habits, begins_small, find_habits
from ingest.rows.items import goes_on_with_list
from ingest.rows.levels import Heading, Nesting, headings_over, nesting_of, push_heading
from ingest.rows.sub_rows import find_sub_rows
from ingest.titles import is_footnote, is_marked, title_mark

CUT = "Текст объединённой клетки разорван концом страницы. Верно ли, что и здесь «{}»?"
YEARS = re.compile(r"\W*20\d\d(\s*[-–—/]\s*(20)?\d\d)?\s*(г\w*\.?)*\s*")  # what a total is for


@dataclass(frozen=True, slots=True)
class Group:
    """A measure as the lines that it is printed in. `titles` are those above it, outermost first."""

    lines: tuple[Line, ...]
    titles: tuple[str, ...]
    doubts: tuple[RawDoubt, ...] = ()
    ahead: str | None = None  # the text above the plan's table that names a month


@dataclass(slots=True)
class Reading:
    """What has been read of a plan so far."""

    groups: list[Group] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)  # in order
    doubts: list[RawDoubt] = field(default_factory=list)
    titles: tuple[Heading, ...] = ()  # in force, outermost first
    over: tuple[Heading, ...] = ()  # those of them over the last measure: its number may end some
    nested: Nesting = frozenset()  # which titles have stood in which
    doubtful: list[RawDoubt] = field(default_factory=list)  # about titles
    titles_are_sure: bool = False  # those that only empty cells show
    repeated: frozenset[str] = frozenset()  # titles printed more than once: none is the rest of another
    after_title: bool = False  # nothing stands between the last title and the next row


def group_lines(plan: Plan) -> Reading:
    """The measures and titles of a plan in their order. Rows with a number and nothing else are passed over."""
    lines = [line for line in plan.lines if isinstance(line, Line)]
    habits = find_habits([line for line in lines if section_title(line) is None and own_text(line, "measure")])
    carried = carry_overleaf(plan.lines)
    parents = find_sub_rows(carried)
    below, subs = _numbers_below(plan.lines, parents), {at for rows in parents.values() for at in rows}
    alike = find_alike_titles(lines)
    reading = Reading(
        doubts=[*plan.doubts, *alike.doubts], titles_are_sure=alike.sure, repeated=_repeated_titles(plan.lines)
    )
    for at, (line, restarts) in enumerate(zip(carried, restarting(plan.lines), strict=True)):
        if isinstance(line, Title):
            _open_section(reading, Heading(line.text, line.doubt), top=False)
        elif at in subs:
            _begin_measure(reading, line, follows=not reading.after_title, doubts=())
        elif own_entries(line):
            _read_line(reading, line, habits, below[at], restarts)
    asked = {doubt for group in reading.groups for doubt in group.doubts}
    reading.doubts += [doubt for doubt in reading.doubtful if doubt not in asked]  # no measure stands under it
    groups = [replace(group, ahead=plan.month_line) for group in _complete(reading.groups)]
    return replace(reading, groups=_mark_reading_on(groups))


def _read_line(reading: Reading, line: Line, habits: Habits, next_number: str | None, restarts: bool) -> None:
    title = section_title(line, next_number, restarts)
    printed = own_entries(line)
    if is_footnote(printed[0].text) and (title is not None or len(printed) == 1 or _is_total(line)):
        surface = " ".join(entry.text for entry in printed)
        text = f"Строка под таблицей — не мероприятие и не заголовок: «{' '.join(surface.split())}». Что она значит?"
        reading.doubts.append(RawDoubt("leftover", text, surface))
    elif title is not None and not _goes_on(reading, line):
        sure = reading.titles_are_sure and not is_sure_title(line)
        doubt = None if sure else doubt_title(line, title, reading.after_title or _is_item(reading, line))
        order = heads_numbers(title, next_number)
        _open_section(reading, Heading(title, doubt, order, order is not None and is_parent(line)), line.top)
    else:
        _add_measure(reading, line, habits)


def _complete(groups: Sequence[Group]) -> list[Group]:
    """The groups with the whole texts of cells that a page cut; asked about where it is not sure what the page cut."""
    lines = [group.lines for group in groups]
    between, whole = find_texts_between(lines), find_whole_texts(lines)
    unsure = {at for at, group in enumerate(groups) if any(doubt.kind == "continuation" for doubt in group.doubts)}
    doubts: dict[int, dict[RawDoubt, None]] = {}
    for place, (text, cut) in (*whole.items(), *between.items()):
        if cut in unsure or place in between:
            doubt = RawDoubt("carried", CUT.format(" ".join(text.split())), text)
            doubts.setdefault(place.measure, {})[doubt] = None
    return [
        replace(
            group, lines=complete_texts(group.lines, at, whole | between), doubts=(*group.doubts, *doubts.get(at, ()))
        )
        for at, group in enumerate(groups)
    ]


def _is_total(line: Line) -> bool:
    """«Итого | | | 155,5», «Всего | 2021-2022 | | 170»: sums under the rows, and nothing that makes a measure."""
    roles: tuple[Role, ...] = ("number", "deadline", "responsible")
    texts = [shown_text(line, role) for role in roles if own_text(line, role) != own_entries(line)[0].text]
    return all(YEARS.fullmatch(text) for text in texts if text)


def _goes_on(reading: Reading, line: Line) -> bool:
    """A text alone that begins with a small letter goes on with what stands above it, and so does a list's item."""
    if _is_item(reading, line) and not _numbers_sections(reading, line):
        return True
    return not is_sure_title(line) and begins_small(own_entries(line)[0].text) and bool(reading.groups)


def _is_item(reading: Reading, line: Line) -> bool:
    return bool(reading.groups) and not reading.after_title and is_next_item(reading.groups[-1].lines, line)


def _numbers_sections(reading: Reading, line: Line) -> bool:
    """«2. Кадры» after the list of a measure that stands under «1. Учёба»: a title as well as an item."""
    marks = (title.text.split()[0] for title in reading.titles)
    return any(goes_on_with_list(f"\n{mark} …", own_text(line, "measure")) for mark in marks)


def _open_section(reading: Reading, title: Heading, top: bool) -> None:
    """A title cut by a page goes on right under its first half, unless it is marked as a title of its own."""
    if reading.after_title and top and _is_cut(reading.titles[-1].text, title.text, reading.repeated):
        whole = replace(reading.titles[-1], text=f"{reading.titles[-1].text} {title.text}")
        reading.titles = (*reading.titles[:-1], whole)
        reading.sections[-1] = whole.text
    else:
        stack = reading.titles if reading.after_title else reading.over
        reading.titles = push_heading(stack, title, reading.after_title, reading.nested, reading.repeated)
        reading.nested |= nesting_of(reading.titles)
        reading.sections.append(title.text)
    reading.doubtful += [] if title.doubt is None else [title.doubt]
    reading.after_title = True


def _is_cut(above: str, title: str, repeated: frozenset[str]) -> bool:
    """Not «Работа с детьми», which stands elsewhere too, nor what stands under a whole month, «IV. Декабрь»."""
    if title[:1].isupper() and (title in repeated or is_month(above.rpartition(". ")[2])):
        return False
    return begins_small(title) or (not is_marked(title) and title_mark(above) != title_mark(title)) or ends_open(above)


def _add_measure(reading: Reading, line: Line, habits: Habits) -> None:
    last = reading.groups[-1] if reading.groups and not reading.after_title else None
    reading.after_title = False
    merged = bool(shown_text(line, "measure")) and not own_text(line, "measure") and not own_text(line, "number")
    if _is_inner_row(line):
        merged, line = True, _only_new(line)
    verdict = continues(last.lines, line, habits) if last else "no"
    if last and (merged or verdict in ("yes", "probably")):
        doubts = (_question(line),) if verdict == "probably" and not merged else ()
        reading.groups[-1] = replace(last, lines=(*last.lines, line), doubts=(*last.doubts, *doubts))
    elif own_text(line, "measure") or merged or len(own_entries(line)) > 1 or not own_text(line, "number"):
        _begin_measure(reading, line, follows=last is not None, doubts=[_question(line)] if verdict == "hardly" else [])


def _begin_measure(reading: Reading, line: Line, follows: bool, doubts: Sequence[RawDoubt]) -> None:
    """A measure under the titles in force: one without a number stands where the measure right above it does."""
    reading.after_title = False
    number = number_order(clean_number(own_text(line, "number")))
    if number is not None or not follows:
        reading.over = headings_over(reading.titles, number)
    doubted = [each.doubt for each in reading.over if each.doubt is not None]
    titles = tuple(each.text for each in reading.over)
    reading.groups.append(Group((line,), titles, (*doubted, *doubts)))


def _is_inner_row(line: Line) -> bool:
    """A row of a table inside the measure cell, whose lines a PDF does not tell from those of the plan.

    It has several cells under the measure, and all that it shows beside them is merged down from above.
    """
    cells = max((len(entry.new) for entry in line.entries if entry.column.role == "measure"), default=0)
    beside = [entry for entry in line.entries if entry.column.role != "measure" and entry.text]
    return cells > 1 and len(beside) > 1 and not any(entry.own for entry in beside)


def _only_new(line: Line) -> Line:
    """The row without what its cells show of the rows above, for a cell that goes on around an inner table."""
    entries = (replace(entry, text="\n".join(entry.new)) if entry.new else entry for entry in line.entries)
    return replace(line, entries=tuple(entries))


def _question(line: Line) -> RawDoubt:
    text = "Строка без номера: она продолжает мероприятие над ней?"
    return RawDoubt("continuation", text, own_text(line, "measure"))


def _mark_reading_on(groups: Sequence[Group]) -> list[Group]:
    """A row without a number whose text goes on in the next, numbered row was perhaps cut in two by hand."""
    marked = list(groups)
    for at, (group, below) in enumerate(pairwise(groups)):
        first, second = group.lines[-1], below.lines[0]
        cut = not own_text(group.lines[0], "number") and own_text(second, "number")
        if cut and begins_small(own_text(second, "measure")) and group.titles == below.titles:
            text = "Строка без номера продолжается в следующей, с номером: это одно мероприятие?"
            doubt = RawDoubt("continuation", text, own_text(first, "measure"))
            marked[at] = replace(group, doubts=(*group.doubts, doubt))
            marked[at + 1] = replace(below, doubts=(*below.doubts, doubt))
    return marked


def _repeated_titles(lines: Sequence[Line | Title]) -> frozenset[str]:
    texts = (line.text if isinstance(line, Title) else section_title(line) for line in lines)
    return frozenset(text for text, count in Counter(texts).items() if text is not None and count > 1)


def _numbers_below(lines: Sequence[Line | Title], parents: Container[int]) -> list[str | None]:
    """For each line the next number printed beneath it; «7.1» under the seventh, if it is a parent of bare rows."""
    below: list[str | None] = []
    number: str | None = None
    for at, line in reversed(list(enumerate(lines))):
        own = own_text(line, "number") if isinstance(line, Line) else ""
        below.append(f"{clean_number(own)}.1" if at in parents else number)
        number = own or number
    return below[::-1]
