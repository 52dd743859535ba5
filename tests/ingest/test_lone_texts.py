"""A text that stands alone in a column without a header is asked about."""

from dataclasses import replace

import pytest

from ingest.model import RawRow
from ingest.rows.lone_texts import ask_about_lone_texts

ROW = RawRow(1, None, None, "Семинар", "май", "УО", (), ())


@pytest.mark.parametrize(
    ("column", "texts", "expected"),
    [
        ("столбец 5", ("14.09", "", "", ""), ["14.09"]),
        ("столбец 5", ("", "", "протокол", ""), ["протокол"]),
        ("столбец 5", ("да", "", "нет", ""), []),  # a column whose header was not printed
        ("столбец 5", ("", "", "", ""), []),
        ("столбец 5", ("да", "", ""), []),
        ("Примечание", ("да", "", "", ""), []),
    ],
)
def test_lone_text(column: str, texts: tuple[str, ...], expected: list[str]) -> None:
    rows = ask_about_lone_texts([replace(ROW, extra=((column, text),)) for text in texts])
    assert [doubt.surface for row in rows for doubt in row.doubts] == expected
    assert all(dict(row.extra)[column] == doubt.surface for row in rows for doubt in row.doubts)
