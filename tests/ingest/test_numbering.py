"""A number that does not follow from the one before is asked about, and nothing else is."""

from dataclasses import replace

import pytest

from ingest.model import RawRow
from ingest.rows.numbering import ask_about_gaps

ROW = RawRow(1, None, None, "Семинар", "май", "УО", (), ())


def asked(*numbers: str, plan: int = 1) -> list[str]:
    """Numbers with a doubt; «» = a row without a number."""
    rows = ask_about_gaps([replace(ROW, plan=plan, number=number or None) for number in numbers])
    return [row.number or "" for row in rows if row.doubts]


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3"),
        ("1", "", "3"),  # a row whose number was not printed
        ("1", "2", "1", "2"),  # each section begins anew
        ("1.1", "1.2", "2.1", "2.2"),
        ("1", "1.1", "1.2", "2", "2.1"),
        ("1", "2", "2", "3"),  # numbered twice
        ("1", "2-4", "5"),  # a row for three
        ("1", "2а", "3"),
        ("I", "II", "V"),  # Roman numerals are not reckoned with
        ("", "", ""),
        ("А", "Б", "В"),
    ],
)
def test_what_follows_is_not_asked_about(numbers: tuple[str, ...]) -> None:
    assert asked(*numbers) == []


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1", "2", "4"), ["4"]),
        (("1", "", "4"), ["4"]),
        (("1.1", "1.2", "2.2"), ["2.2"]),
        (("1.1", "1.3", "3.1"), ["1.3", "3.1"]),
        (("3", "4"), ["3"]),  # the beginning is lost
        (("18", "°9", "20"), ["18", "°9"]),
        (("ь", "2", "3"), ["ь"]),  # a «1», recognised
    ],
)
def test_gap_is_asked_about(numbers: tuple[str, ...], expected: list[str]) -> None:
    assert asked(*numbers) == expected


def test_each_plan_has_numbers_of_its_own() -> None:
    rows = [replace(ROW, plan=plan, number=number) for plan, number in ((1, "1"), (1, "2"), (2, "1"))]
    assert not any(row.doubts for row in ask_about_gaps(rows))
