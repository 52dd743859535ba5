"""Tables of a text that blanks align."""

from pathlib import Path

import pytest

from ingest.errors import UnruledTable
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
def test_what_is_not_aligned_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(UnruledTable, match="line 3"):
        read(tmp_path, f"{HEADER}\n{ROWS}\n{row}\n 3.  Поход                июль         ИРО\n")


def test_a_heading_without_people_is_one_too(tmp_path: Path) -> None:
    with pytest.raises(UnruledTable, match="line 3"):
        read(tmp_path, " №   Мероприятие          Срок\n 1.  Слёт волонтёров      до 1 июня\n")


TITLES = """\
              Работа с детьми
 1.  Слёт волонтёров      до 1 июня    Юдин А.А.
     Праздник песни       май          ИРО
              Работа с родителями
 2.  Сбор отчётов         май          ИРО"""


@pytest.mark.parametrize("titles", [TITLES, "\n" + TITLES.replace("\n              ", "\n\n              ")])
def test_titles_of_sections_stand_as_the_first_does(tmp_path: Path, titles: str) -> None:
    (grid,) = read(tmp_path, f"{HEADER}\n{titles}\n")[0]
    assert [row[0] for row in grid] == ["№", "Работа с детьми", "1.", "Работа с родителями", "2."]
    assert [row[1] for row in grid if row[1]] == ["Мероприятие", "Слёт волонтёров Праздник песни", "Сбор отчётов"]


@pytest.mark.parametrize(
    "rows",
    [
        TITLES.replace("              Работа с родителями", "        Вожатые и дети"),  # part of the measure?
        TITLES.replace("              Работа с детьми\n", ""),  # or the first one is
        TITLES.replace("Работа с родителями", "работа с родителями"),
        TITLES.replace("родителями\n", "родителями\n                    и детьми\n"),
    ],
)
def test_what_may_be_no_title_is_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(UnruledTable):
        read(tmp_path, f"{HEADER}\n{rows}\n")


def test_without_a_header_nothing_is_a_table(tmp_path: Path) -> None:
    assert read(tmp_path, f"№    Дата        Тема\n{ROWS}\n")[0] == []
