"""Text in columns without lines between them."""

from pathlib import Path

import pytest

from ingest.readers.pdf import read
from tests.ingest.readers.making import paragraphs
from tests.ingest.readers.making_pdf import text, write_pdf

APPROVALS = (
    ("СОГЛАСОВАНО", "УТВЕРЖДАЮ"),
    ("Председатель управляющего совета", "Директор МБОУ СОШ № 5 г. Лесограда"),
    ("__________ О.П. Журавлёва", "__________ Н.В. Белозёрова"),
    ("Протокол от 27.08.2021 № 1", "Приказ от 30.08.2021 № 12"),
)


def read_rows(
    folder: Path, *rows: tuple[str, ...], columns: tuple[float, ...] = (50, 330), step: float = 12
) -> list[str]:
    """The paragraphs of a page with these rows; texts begin at `columns`, the page's lines are `step` points apart."""
    words = "".join(
        text(x, 800 - step * at, content)
        for at, row in enumerate(rows)
        for x, content in zip(columns, row, strict=False)
    )
    return paragraphs(read(write_pdf(folder / "order.pdf", words)))


def test_approvals_side_by_side(tmp_path: Path) -> None:
    left, right = ("\n".join(column) for column in zip(*APPROVALS, strict=True))
    assert read_rows(tmp_path, *APPROVALS) == [left, right]


def test_approvals_with_space_between_their_lines(tmp_path: Path) -> None:
    left, right = zip(*APPROVALS, strict=True)
    title = ("План работы методического совета на новый учебный год",)
    assert read_rows(tmp_path, *APPROVALS, title, step=24) == [*left, *right, *title]


@pytest.mark.parametrize("blanks", [8, 40])
def test_columns_made_with_blanks(tmp_path: Path, blanks: int) -> None:
    width = max(len(left) for left, _ in APPROVALS) + blanks
    rows = [(left.ljust(width) + right,) for left, right in APPROVALS]
    left, right = ("\n".join(column) for column in zip(*APPROVALS, strict=True))
    assert read_rows(tmp_path, *rows, columns=(20,)) == [left, right]


def test_three_columns(tmp_path: Path) -> None:
    rows = [("Рассмотрено", "Согласовано", "Утверждаю"), ("педсоветом школы", "профком школы", "директор школы")]
    expected = ["Рассмотрено\nпедсоветом школы", "Согласовано\nпрофком школы", "Утверждаю\nдиректор школы"]
    assert read_rows(tmp_path, *rows, columns=(50, 230, 400)) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [("Начальник отдела", "Г.Н. Савельева"), ("Главный бухгалтер", "П.П. Петрова")],
        [("1.", "Утвердить план мероприятий"), ("2.", "Назначить ответственных")],
        [("Начальник отдела", "Савельева"), ("Исполнитель: Петрова П.П., телефон для справок 123, кабинет 4",)],
    ],
    ids=["signatures", "numbers", "one line"],
)
def test_what_belongs_together_line_by_line(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    assert read_rows(tmp_path, *rows) == ["\n".join(" ".join(row) for row in rows)]
