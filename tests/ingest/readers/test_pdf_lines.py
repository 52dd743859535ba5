"""Ruling lines that are one line in pieces, or side by side."""

from ingest.readers.pdf_lines import join_lines
from ingest.readers.pdf_rulings import Ruling


def test_double_borders_of_two_tables_a_little_apart() -> None:
    above = [Ruling(80.0, 100.0, 200.0), Ruling(83.0, 100.0, 200.0)]
    below = [Ruling(81.5, 300.0, 400.0), Ruling(84.5, 300.0, 400.0)]
    assert join_lines(above + below) == [Ruling(81.5, 100.0, 200.0), Ruling(83.0, 300.0, 400.0)]


def test_borders_of_two_tables_on_nearly_one_line_are_at_one_place() -> None:
    lines = [Ruling(80.0, 100.0, 200.0), Ruling(81.0, 300.0, 400.0)]
    assert join_lines(lines) == [Ruling(80.5, 100.0, 200.0), Ruling(80.5, 300.0, 400.0)]
