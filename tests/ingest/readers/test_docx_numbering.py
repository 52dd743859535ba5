"""The numbers that Word shows and does not store."""

from pathlib import Path

import pytest

from ingest.readers.docx_numerals import format_number
from tests.ingest.readers.making import cell, grids, paragraph, paragraphs, read_body, row, table, texts


def member(number: int, depth: int = 0) -> str:
    """Paragraph properties: a member of list `number` at a level."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, pattern: str, style: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def definition(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def use(number: int, name: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{name}"/>{override}</w:num>'


OUTLINE = definition(0, level(0, "%1."), level(1, "%1.%2.")) + use(1, 0)


def read_list(folder: Path, numbering: str, *members: tuple[int, int, str], **parts: str) -> list[str]:
    body = "".join(paragraph(text, properties=member(number, depth)) for number, depth, text in members)
    return paragraphs(read_body(folder, body, numbering=numbering, **parts))


def test_cell_with_nothing_but_an_automatic_number(tmp_path: Path) -> None:
    empty = paragraph(properties=member(1))
    body = table(row(cell(empty), "Семинар"), row(cell(empty), "Педсовет"))
    (grid,) = grids(read_body(tmp_path, body, numbering=OUTLINE))
    assert texts(grid) == [["1.", "Семинар"], ["2.", "Педсовет"]]


def test_lower_level_starts_anew_under_each_higher_one(tmp_path: Path) -> None:
    members = [(1, 0, "Кадры"), (1, 1, "Семинар"), (1, 1, "Курсы"), (1, 0, "Контроль"), (1, 1, "Отчёт")]
    expected = ["1. Кадры", "1.1. Семинар", "1.2. Курсы", "2. Контроль", "2.1. Отчёт"]
    assert read_list(tmp_path, OUTLINE, *members) == expected


def test_lower_level_before_any_higher_one_counts_it_as_begun(tmp_path: Path) -> None:
    assert read_list(tmp_path, OUTLINE, (1, 1, "Семинар"), (1, 1, "Курсы")) == ["1.1. Семинар", "1.2. Курсы"]


def test_lists_of_one_definition_go_on_counting(tmp_path: Path) -> None:
    assert read_list(tmp_path, OUTLINE + use(2, 0), (1, 0, "а"), (2, 0, "б")) == ["1. а", "2. б"]


def test_start_override_restarts_once(tmp_path: Path) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OUTLINE + use(2, 0, restart)
    members = [(1, 0, "а"), (1, 0, "б"), (2, 0, "в"), (2, 0, "г")]
    assert read_list(tmp_path, numbering, *members) == ["1. а", "2. б", "1. в", "2. г"]


def test_level_that_never_restarts(tmp_path: Path) -> None:
    through = level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    numbering = definition(0, level(0, "Раздел %1.", "upperRoman"), through) + use(1, 0)
    members = [(1, 0, "Кадры"), (1, 1, "Семинар"), (1, 0, "Контроль"), (1, 1, "Отчёт")]
    assert read_list(tmp_path, numbering, *members) == [
        "Раздел I. Кадры",
        "1) Семинар",
        "Раздел II. Контроль",
        "2) Отчёт",
    ]


def test_legal_level_shows_digits_for_a_roman_chapter(tmp_path: Path) -> None:
    numbering = definition(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + use(1, 0)
    assert read_list(tmp_path, numbering, (1, 0, "Кадры"), (1, 1, "Семинар")) == ["I. Кадры", "1.1 Семинар"]


def test_bullet_is_left_out(tmp_path: Path) -> None:
    numbering = definition(0, level(0, "\uf0b7", "bullet")) + use(1, 0)
    assert read_list(tmp_path, numbering, (1, 0, "режим дня;"), (1, 0, "групповое давление")) == [
        "режим дня;",
        "групповое давление",
    ]


def test_number_that_comes_from_the_style(tmp_path: Path) -> None:
    style = (
        f'<w:style w:styleId="Base"><w:pPr>{member(1)}</w:pPr></w:style>'
        '<w:style w:styleId="Item"><w:basedOn w:val="Base"/></w:style>'
    )
    body = paragraph("Кадры", properties='<w:pStyle w:val="Item"/>')
    off = paragraph("без номера", properties=f'<w:pStyle w:val="Item"/>{member(0)}')
    assert paragraphs(read_body(tmp_path, body + off, numbering=OUTLINE, styles=style)) == ["1. Кадры", "без номера"]


def test_definition_that_points_to_a_list_style(tmp_path: Path) -> None:
    styled = '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Plan"/>' + level(0, "%1)") + "</w:abstractNum>"
    pointing = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Plan"/></w:abstractNum>'
    assert read_list(tmp_path, styled + pointing + use(1, 0) + use(2, 1), (2, 0, "Семинар")) == ["1) Семинар"]


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (27, "upperLetter", "AA"),
        (1, "russianLower", "а"),
        (7, "russianUpper", "Ж"),
        (11, "russianLower", "л"),  # й is left out
        (30, "russianLower", "аа"),
        (7, "decimalZero", "07"),
        (0, "upperRoman", "0"),
        (3, "none", ""),
    ],
)
def test_formats(number: int, style: str, expected: str) -> None:
    assert format_number(number, style) == expected
