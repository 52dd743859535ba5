"""The rows of a text dump, put together where a line end inside a cell has cut them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.columns.contents import NAME, POST
from ingest.model import RawDoubt
from ingest.readers.spacing import tidy
from ingest.titles import is_marked_alone

# Left over from a conversion: «<p>Плотникова Т.А., …</p>», «**о подготовке и проведении мероприятий».
# A paragraph mark inside a cell is a line end, as in every other format.
PARAGRAPH_MARK = re.compile(r"</?p>", re.IGNORECASE)
NUMBERED_ROW = re.compile(r"[ №]*\d+(?:\.\d+)*[.)]?[ ]*\t")
_CUT = 12  # lines at most that one row may be cut into
_OPEN = (",", ";", ":", "-", "–")  # at a line's end: the cell goes on
_NUMBERS = re.compile(r"(№\s*)+\d")  # «Руководители школ ⏎ №№ 2, 7»
_WORDS_IN_REST = 8  # that names people: a longer line is text
_WORDS_IN_LAST = 3  # of a line under such a rest, «Родители»
_ASKED = "Строка «{}» стоит в файле под строкой таблицы, без табуляций: это продолжение последней клетки?"

_Lines = Sequence[str]


def clean(text: str) -> str:
    return tidy(PARAGRAPH_MARK.sub("\n", text).replace("**", ""))


def whole_rows(lines: _Lines, asked: list[RawDoubt]) -> list[str]:
    """The lines, those of a row put together that a line end inside a cell has cut: «2⇥Подготовить», «отчёт⇥май».

    They are one row when together they have as many cells as rows have here, and the text goes on: with a small
    letter, or up to the next row with a number. Where rows are cut so, a line without tabs under a row, which is
    marked as nothing else, is the rest of its last cell, with a question unless it begins with a small letter. So is
    one that names further people, or the numbers of schools, in any text.
    """
    tabs = Counter(line.count("\t") for line in lines if "\t" in line)
    usual = max(tabs, key=lambda count: (tabs[count], count), default=0)
    whole: list[list[str]] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if 0 < lines[at].count("\t") < usual:
            ends = range(at + 2, min(at + _CUT, len(lines)) + 1)
            end = next((e for e in ends if _is_cut(lines[at:e], lines[e : e + 1], usual)), at + 1)
        whole.append(list(lines[at:end]))
        at = end
    return ["<p>".join(row) for row in _with_last_cells(whole, usual, asked)]


def _is_cut(lines: _Lines, following: _Lines, usual: int) -> bool:
    numbered = [NUMBERED_ROW.match(line) is not None for line in (*lines, *following)]
    is_between = numbered[0] and not any(numbered[1:-1]) and len(following) == 1 and numbered[-1]
    goes_on = is_between or all(line[:1].islower() for line in lines[1:])
    return goes_on and sum(line.count("\t") for line in lines) == usual


def _with_last_cells(rows: Sequence[list[str]], usual: int, asked: list[RawDoubt]) -> Iterator[list[str]]:
    cuts = any(len(row) > 1 for row in rows)
    row: list[str] = []
    for at, part in enumerate(rows):
        is_rest = bool(row) and len(part) == 1 and "\t" not in part[0] and "\t" in row[0]
        following = [each[0] for each in rows[at + 1 : at + 1 + _CUT]]
        if is_rest and _goes_on(row, part[0]):
            row += part
        elif is_rest and (_names_more(row, usual, part[0], following) or (cuts and _is_inside(part[0], following))):
            last = row[-1].rpartition("\t")[2]
            surface = clean(f"{last}<p>{part[0]}")  # long enough to be found in this row alone
            asked.append(RawDoubt("continuation", _ASKED.format(clean(part[0])), surface))
            row += part
        else:
            if row:
                yield row
            row = part
    if row:
        yield row


def _goes_on(row: _Lines, line: str) -> bool:
    """Whether a line under a row is surely more of its last cell."""
    is_open = row[-1].rstrip().endswith(_OPEN) and NAME.match(line)
    return line[:1].islower() or _NUMBERS.match(line) is not None or bool(is_open)


def _names_more(row: _Lines, usual: int, line: str, following: _Lines) -> bool:
    """«Заместитель директора ⏎ Классные руководители ⏎ Родители» over a row: under the last one it may be signed."""
    last = row[-1].rpartition("\t")[2]
    full = sum(part.count("\t") for part in row) == usual and (NAME.search(last) or POST.search(last))
    people = NAME.match(line) or POST.match(line) or (len(row) > 1 and len(line.split()) <= _WORDS_IN_LAST)
    over_row = "\t" in next((text for text in following if "\t" in text or not text.strip()), "")
    return bool(full and people) and over_row and _is_plain(line) and len(line.split()) <= _WORDS_IN_REST


def _is_inside(line: str, following: _Lines) -> bool:
    """Whether a row stands under the line, or another line that may go on with the cell."""
    return _is_plain(line) and bool(following) and ("\t" in following[0] or _is_plain(following[0]))


def _is_plain(line: str) -> bool:
    return bool(line.strip()) and not is_marked_alone(line) and not line.isupper()
