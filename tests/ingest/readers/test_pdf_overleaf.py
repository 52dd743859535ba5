"""Words that a narrow column breaks at the end of a page."""

import pytest

from ingest.model import Box, Cell, Grid
from ingest.readers.pdf_habits import Habits
from ingest.readers.pdf_overleaf import mark_parted


def page(number: int, *texts: str) -> Grid:
    row = tuple(Cell(text, box=Box(number, 50.0 * at, 0.0, 50.0 * at + 50, 9.0)) for at, text in enumerate(texts))
    return Grid((row,), (number,))


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        (("6.", "Сбор", "руководители общеобразоват"), ("", "детей", "ельных школ"), "руководители общеобразоват-"),
        (("6.", "Сбор", "олимпиада и робототехни"), ("", "детей", "ка"), "олимпиада и робототехни-"),
        (("6.", "Сбор", "руководител"), ("", "", "и школ"), "руководител-"),
        (("6.", "Сбор", "учителя-предметник"), ("", "", "и"), "учителя-предметник-"),
        (("6.", "Сбор", "Практики наставничес"), ("", "", "ких пар"), "Практики наставничес-"),
        (("6.", "Сбор", "медицински"), ("", "", "е работники"), "медицински-"),
        (("6.", "Сбор", "воспитатели групп"), ("", "", "старшего возраста"), "воспитатели групп"),
        (("6.", "Сбор", "методист"), ("", "", "и психолог"), "методист"),  # too little to tell
        (("6.", "Сбор", "Дооснащени"), ("", "детей", "е кнопками"), "Дооснащени-"),
        (("6.", "Сбор", "совместно с Озёрски"), ("", "детей", "м районом"), "совместно с Озёрски-"),
        (("Сбор", "Нормы", "Мохов"), ("детей", "труда", "а И.В."), "Мохов-"),  # a table without numbers
        (("Сбор", "Нормы", "Фронталь"), ("детей", "труда", "ный"), "Фронталь-"),
        (("Сбор", "Нормы", "Мохов А.А., директор"), ("детей", "труда", "школы"), "Мохов А.А., директор"),
        (("6.", "Сбор", "заместители"), ("", "детей", "директоров"), "заместители"),
        (("6.", "Сбор", "общеобразоват"), ("7.", "Слёт", "ельных школ"), "общеобразоват"),  # another measure
    ],
)
def test_a_word_that_goes_on_overleaf(above: tuple[str, ...], below: tuple[str, ...], expected: str) -> None:
    grid, _ = mark_parted((page(1, *above), page(2, *below)), Habits())
    assert isinstance(grid, Grid)
    cell = grid.rows[0][2]
    assert cell is not None and cell.text == expected
