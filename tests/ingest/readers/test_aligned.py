"""Tables of a text that blanks align."""

from pathlib import Path

import pytest

from ingest.readers import read_document
from tests.ingest.readers.making import grids, paragraphs, texts

HEADER = " №   Мероприятие          Срок         Ответственный"
LONG = "В целях повышения качества образования приказываю утвердить план. " * 10  # no shorter text is read
ROWS = """\
 1.  Слёт волонтёров      до 1 июня    Юдин А.А.,
     города и района                   методисты
10.  Сбор отчётов         май          ИРО"""


def read(folder: Path, text: str) -> tuple[list[list[list[str | None]]], list[str]]:
    (folder / "plan.txt").write_text(f"{LONG}\n\n{text}", encoding="utf-8")
    document = read_document(folder / "plan.txt")
    return [texts(grid) for grid in grids(document)], paragraphs(document)[1:]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_cells_stand_below_their_headings(tmp_path: Path, between: str) -> None:
    signed = "Начальник управления              Рогов Н.Д."
    found = read(tmp_path, f"План\n\n{HEADER}{between}{ROWS.replace(chr(10) + '10', between + '10')}\n\n{signed}\n")
    assert found == (
        [
            [
                ["№", "Мероприятие", "Срок", "Ответственный"],
                ["1.", "Слёт волонтёров города и района", "до 1 июня", "Юдин А.А., методисты"],
                ["10.", "Сбор отчётов", "май", "ИРО"],
            ]
        ],
        ["План", "Начальник управления Рогов Н.Д."],
    )


@pytest.mark.parametrize(
    "row",
    [
        "2.    Смотр               июнь         ИРО",  # a letter too far to the right
        "2.  Смотр                июнь         ИРО",
        "2.  Смотр строя и песни всех школ     ИРО",  # over the border of its column
        "Раздел 2. Кадры",
    ],
)
def test_what_is_not_aligned_is_left(tmp_path: Path, row: str) -> None:
    assert read(tmp_path, f"{HEADER}\n{ROWS}\n{row}\n 3.  Поход                июль         ИРО\n")[0] == []


def test_without_a_header_nothing_is_a_table(tmp_path: Path) -> None:
    assert read(tmp_path, f"№    Дата        Тема\n{ROWS}\n")[0] == []
