"""The changes of an order as the summary says them."""

from pipeline.changes import change_lines
from store.model import Difference


def test_what_matters_stands_before_new_numbers() -> None:
    numbers = [Difference("changed", f"мероприятие {n}", "номер", str(n - 1), str(n)) for n in range(2, 20)]
    mended = Difference("changed", "мероприятие 19", "ответственные", "Гребеншикова Л.М.", "Гребенщикова Л.М.")
    assert change_lines([*numbers, mended]) == [
        "measure 19, responsible: was «Гребеншикова Л.М.», now «Гребенщикова Л.М.»",
        "numbers or order changed in 18 rows, measure 2 first",
    ]


def test_every_kind_of_change_has_its_line() -> None:
    changes = [
        Difference("added", "мероприятие 3", "", None, "Семинар | май | Методисты"),
        Difference("removed", "строка 4", "", "Отчёт | май | Методисты", None),
        Difference("head", "", "заголовок", "План", "План работы"),
        Difference("changed", "мероприятие 5", "номер", "4", "5"),
    ]
    assert change_lines(changes) == [
        "measure 3: added «Семинар | май | Методисты»",
        "row 4: removed «Отчёт | май | Методисты»",
        "title: was «План», now «План работы»",
        "measure 5, number: was «4», now «5»",
    ]
    assert change_lines(changes, taken=False) == [
        "measure 3: only in this file «Семинар | май | Методисты»",
        "row 4: not in this file «Отчёт | май | Методисты»",
        "title: the order says «План», this file «План работы»",
        "measure 5, number: the order says «4», this file «5»",
    ]
    assert change_lines([Difference("strangers", "", "", "3", "4")])[0].startswith("no measure is as before")
    assert change_lines([]) == []
