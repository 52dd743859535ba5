"""Line ends in a cell: which the author made, and which the column's width."""

import pytest

from ingest.readers.pdf_runs import Line
from ingest.readers.pdf_wrap import join_lines

LETTER = 5.0  # points: each letter is as wide, so a line's length can be counted
SIZE = 10.0
PADDING = 5.0


def joined(letters: int, *texts: str, wraps_at_blanks: bool = False) -> str:
    """The text of a cell into whose width this many letters fit; a blank at a text's end is a printed one."""
    lines = [_line(text, SIZE * row) for row, text in enumerate(texts)]
    return join_lines(lines, 0.0, letters * LETTER + 2 * PADDING, wraps_at_blanks)


def _line(text: str, y: float) -> Line:
    first, printed = text.split()[0], text.rstrip()
    return Line(printed, PADDING, PADDING + len(printed) * LETTER, y, SIZE, len(first) * LETTER, printed != text)


@pytest.mark.parametrize(
    ("letters", "lines", "expected"),
    [
        # the next word did not fit: the width ended the line
        (
            20,
            ("Едигарева Н.В.,", "заместитель", "начальника Управления"),
            "Едигарева Н.В., заместитель начальника Управления",
        ),
        # it would have fitted: the author did
        (40, ("Таран Е.В.", "Гареева Л.Г."), "Таран Е.В.\nГареева Л.Г."),
        # compounds and hyphenations keep their hyphen
        (10, ("онлайн-", "режим"), "онлайн-режим"),
        (40, ("Семинар «Психолого-", "педагогическая помощь»"), "Семинар «Психолого-педагогическая помощь»"),
        (8, ("2020-", "2021 уч.год"), "2020-2021 уч.год"),
        (10, ("Каменск-", "Уральская"), "Каменск-Уральская"),
        # a dash is no hyphen
        (12, ("сентябрь -", "октябрь"), "сентябрь - октябрь"),
        (4, ("№", "п/п"), "№ п/п"),
        (3, ("№", "п/", "п"), "№ п/п"),
        # words that a narrow column broke
        (8, ("Постоянн", "о"), "Постоянно"),
        (10, ("Мероприяти", "я"), "Мероприятия"),
        (14, ("по завершению", "персонализиров", "нной программы"), "по завершению персонализировнной программы"),
        # short words of their own
        (8, ("Сентябрь", "и май"), "Сентябрь и май"),
        (9, ("Ежемесячно"[:9], "до 5 числа"), "Ежемесячн до 5 числа"),
        # a word that does not fill its line was not broken
        (12, ("Ежемесячно", "по среду"), "Ежемесячно по среду"),
        # items of a list begin lines of their own
        (16, ("1) Анализ банка.", "2) Обучение"), "1) Анализ банка.\n2) Обучение"),
        (16, ("1) Анализ группы", "обучающихся всех", "2) Обучение"), "1) Анализ группы обучающихся всех\n2) Обучение"),
        (16, ("режим дня детей;", "- досуг"), "режим дня детей;\n- досуг"),
        # a list of schools is no list of items
        (12, ("школ №№ 14,", "17. 20, 30"), "школ №№ 14, 17. 20, 30"),
    ],
)
def test_line_ends(letters: int, lines: tuple[str, ...], expected: str) -> None:
    assert joined(letters, *lines) == expected


def test_line_without_the_blank_of_wrapped_lines_was_ended_by_the_author() -> None:
    lines = ("Соц. педагог", "Воспитатели ", "центра")
    assert joined(17, *lines, wraps_at_blanks=True) == "Соц. педагог\nВоспитатели центра"
    assert joined(17, *lines, wraps_at_blanks=False) == "Соц. педагог Воспитатели центра"


def test_line_without_room_for_a_blank_may_be_wrapped() -> None:
    assert joined(12, "Соц. педагог", "Воспитатели ", wraps_at_blanks=True) == "Соц. педагог Воспитатели"


def test_no_lines_no_text() -> None:
    assert join_lines([], 0.0, 100.0) == ""
