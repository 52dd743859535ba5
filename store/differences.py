"""In what two files of one order differ, white space apart."""

from collections.abc import Callable, Iterator

from ingest.model import RawOrder, RawRow
from store.model import Difference

_CELLS: tuple[tuple[str, Callable[[RawRow], str]], ...] = (
    ("план", lambda row: str(row.plan)),
    ("раздел", lambda row: row.section or ""),
    ("номер", lambda row: row.number or ""),
    ("мероприятие", lambda row: row.measure),
    ("срок", lambda row: row.deadline),
    ("ответственные", lambda row: row.responsible),
    ("прочие столбцы", lambda row: "; ".join(f"{header}: {text}" for header, text in row.extra if text)),
)


def compare_orders(before: RawOrder, after: RawOrder) -> tuple[Difference, ...]:
    """What is printed differently, in the order of `after`; removed rows last. Empty: the same order.

    White space is not compared at all: a narrow column of a PDF breaks lines where Word has none.
    """
    return (*_strangers(before.rows, after.rows), *_heads(before, after), *_rows(before.rows, after.rows))


def sentence(difference: Difference) -> str:
    """The difference in Russian: «мероприятие 34, срок: было «…», стало «…»»."""
    if difference.kind == "strangers":
        return (
            f"ни одно мероприятие не совпадает с прежними (было {difference.before}, стало {difference.after}): "
            "проверьте, новая ли это редакция, а не другое приложение или приказ другого города с тем же номером"
        )
    place = ", ".join(part for part in (difference.place, difference.field) if part)
    if difference.kind == "added":
        return f"{place}: добавлено «{difference.after}»"
    if difference.kind == "removed":
        return f"{place}: удалено «{difference.before}»"
    return f"{place}: было «{difference.before or 'пусто'}», стало «{difference.after or 'пусто'}»"


def _strangers(before: tuple[RawRow, ...], after: tuple[RawRow, ...]) -> Iterator[Difference]:
    """Two plans without a measure in common: hardly two versions of one order, whatever their heads say."""
    if before and after and not _keyed(before).keys() & _keyed(after).keys():
        yield Difference("strangers", "", "", str(len(before)), str(len(after)))


def _heads(before: RawOrder, after: RawOrder) -> Iterator[Difference]:
    heads = (
        ("заголовок", before.head.title, after.head.title),
        ("заголовок приказа", before.head.about, after.head.about),
        ("учебный год", before.head.school_year, after.head.school_year),
    )
    for field, old, new in heads:
        # A text dump often lacks the page with the head: what is missing contradicts nothing.
        if old is not None and new is not None and _blankless(old) != _blankless(new):
            yield Difference("head", "", field, old, new)


def _rows(before: tuple[RawRow, ...], after: tuple[RawRow, ...]) -> Iterator[Difference]:
    old_rows, pairs, taken = _keyed(before), _keyed(after), set[int]()
    matches = {index: old_rows[key] for key, index in pairs.items() if key in old_rows}
    taken.update(matches.values())
    numbered = _numbered(before, taken)
    for index, row in enumerate(after):
        old = matches.get(index)
        if old is None:
            old = numbered.pop((row.plan, row.number), None) if row.number is not None else None
        if old is None:
            yield Difference("added", _label(row, index), "", None, _line(row))
            continue
        taken.add(old)
        yield from _cells(before[old], row, _label(row, index))
    if [matches[index] for index in sorted(matches)] != sorted(matches.values()):
        yield Difference("changed", "", "порядок строк", _order(before), _order(after))
    for index, row in enumerate(before):
        if index not in taken:
            yield Difference("removed", _label(row, index), "", _line(row), None)


def _keyed(rows: tuple[RawRow, ...]) -> dict[tuple[str, int], int]:
    """The row's index under its text and its ordinal among equal texts: survives renumbering."""
    seen: dict[str, int] = {}
    keyed = {}
    for index, row in enumerate(rows):
        text = _blankless(row.measure)
        seen[text] = seen.get(text, -1) + 1
        keyed[text, seen[text]] = index
    return keyed


def _numbered(rows: tuple[RawRow, ...], taken: set[int]) -> dict[tuple[int, str | None], int]:
    """Rows whose text has changed are told by their printed number."""
    left = ((index, row) for index, row in enumerate(rows) if index not in taken and row.number is not None)
    return {(row.plan, row.number): index for index, row in left}


def _cells(before: RawRow, after: RawRow, place: str) -> Iterator[Difference]:
    for field, cell in _CELLS:
        if _blankless(cell(before)) != _blankless(cell(after)):
            yield Difference("changed", place, field, cell(before) or None, cell(after) or None)


def _label(row: RawRow, index: int) -> str:
    return f"мероприятие {row.number}" if row.number is not None else f"строка {index + 1}"


def _line(row: RawRow) -> str:
    return " | ".join((row.measure, row.deadline, row.responsible))


def _order(rows: tuple[RawRow, ...]) -> str:
    return ", ".join(row.number or f"[{index + 1}]" for index, row in enumerate(rows))


def _blankless(text: str) -> str:
    return "".join(text.split())
