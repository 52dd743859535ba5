"""Tests for the text conventions that all readers share."""

import sys

import pytest

from ingest.readers.spacing import tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  до 1\u00a0ноября ", "до 1 ноября"),
        ("сентябрь\u2011октябрь", "сентябрь-октябрь"),
        ("обу\u00adчение\u200b", "обучение"),
        ("Конев Е.В. \r\n \u2028Гареева Л.Г.\n", "Конев Е.В.\nГареева Л.Г."),
        ("Семинар\tс  педагогами", "Семинар с педагогами"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


def test_no_blank_but_the_common_one_is_left() -> None:
    # The shortcut for texts that are tidy as they come must let none of them through.
    blanks = [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isspace() and letter != "\n"]
    assert {tidy(f"а{blank}б") for blank in blanks} <= {"а б", "а\nб"}
