import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest.errors import NoMeasureTable
from ingest.model import Cell, Document, Grid, RawOrder
from ingest.order import order_from_document
from tests.ingest.grids import document, grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный | Итог\n"


def everything(found: RawOrder) -> str:
    """All that an order keeps, without white space."""
    texts = [text for header in found.headers for text in header]
    texts += [*found.sections, found.head.title or "", *(doubt.surface for doubt in found.doubts)]
    for row in found.rows:
        texts += [row.number or "", row.measure, row.deadline, row.responsible, *(text for _, text in row.extra)]
    return re.sub(r"\s", "", "\0".join(texts))


def test_without_a_measure_table_the_file_is_refused() -> None:
    with pytest.raises(NoMeasureTable) as refused:
        order("О проведении совещания", grid("Дата | № протокола | Тема\n01.09 | 1 | О плане"))
    assert refused.value.found_ru == "таблиц в файле: 1"


def test_a_refusal_says_what_was_not_read() -> None:
    unread = Document("doc", document("О проведении совещания").blocks, doubts=("Последняя таблица не прочитана.",))
    with pytest.raises(NoMeasureTable) as refused:
        order_from_document(unread, "plan.doc", "")
    assert refused.value.found_ru == "таблиц в файле: 0. Последняя таблица не прочитана"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ("1. Провести сбор. Срок: до 1 мая. Отв.: Юдин А.А.", "2. Слёт. Срок – июнь; ответственный – Лосев П.И."),
            "2, первое – «1. Провести сбор. Срок: до 1 мая. Отв.: Юдин А.А.»",
        ),
        (
            ("1. Провести сбор.", "Срок: до 1 мая", "Ответственный: Юдин А.А.", "2. Слёт.", "Срок: июнь", "Отв.: ИРО"),
            "2, первое – «1. Провести сбор.»",
        ),
        (("1. Провести сбор. Срок: до 1 мая. Отв.: Юдин А.А.",), ""),
        (("Срок: до 1 мая", "Срок: до 2 мая"), ""),
    ],
)
def test_a_refusal_says_that_measures_are_printed_as_paragraphs(paragraphs: tuple[str, ...], expected: str) -> None:
    with pytest.raises(NoMeasureTable) as refused:
        order(*paragraphs)
    said = f"; мероприятия напечатаны абзацами, а не таблицей: их {expected}" if expected else ""
    assert refused.value.found_ru == f"таблиц в файле: 0{said}"


def test_a_row_of_totals_is_quoted() -> None:
    (doubt,) = order(grid(HEADER + "1 | Сбор | май | Юдин А.А. | *\nИТОГО: 2 | | | | ")).doubts
    assert doubt.text == "Строка под таблицей — не мероприятие и не заголовок: «ИТОГО: 2». Что она значит?"


def test_a_footnote_is_neither_measure_nor_section() -> None:
    found = order(grid(HEADER + "1 | Сбор | май | Юдин А.А. | *\n* по отдельному плану | < | < | < | <"))
    assert len(found.rows) == 1 and found.sections == ()
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("leftover", "* по отдельному плану")]


def test_a_cell_under_the_deadline_and_the_responsible_is_asked_about() -> None:
    (row, other) = order(grid(HEADER + "1 | Сбор | весь год, руководители школ | < | \n2 | Слёт | – | < |")).rows
    assert [(doubt.kind, doubt.surface) for doubt in row.doubts] == [("deadline_text", "весь год, руководители школ")]
    assert other.doubts == ()


def test_numbers_inside_the_measure_cells() -> None:
    found = order(grid("Мероприятие | Срок\n1. Провести сбор | май\n2.Провести слёт | июнь"))
    assert [(row.number, row.measure) for row in found.rows] == [("1", "Провести сбор"), ("2", "Провести слёт")]
    assert found.doubts == ()


def test_one_measure_that_begins_with_a_number_keeps_it() -> None:
    found = order(grid("Мероприятие | Срок\n9. класс: сбор | май\nСлёт | июнь\nПоход | июль"))
    assert [row.number for row in found.rows] == [None, None, None]


def test_badly_recognised_cells_are_asked_about() -> None:
    table = grid("Мероприятие | Срок\nСбор | май")
    unsure = Grid((table.rows[0], (Cell("Сбор", confidence=0.4), Cell("май", confidence=0.99))), table.pages)
    assert [doubt.surface for doubt in order(unsure).rows[0].doubts] == ["Сбор"]


def test_what_the_reader_could_not_read_is_asked_about() -> None:
    found = document(grid("Мероприятие | Срок\nСбор | май"))
    assert found.doubts == () and order(*found.blocks).doubts == ()


TEXTS = st.sampled_from(
    [
        "",
        "",
        "1",
        "2.",
        "1.1",
        "IV",
        "Сбор",
        "сбор и",
        "Провести слёт.",
        "май",
        "Юдин А.А.,",
        "*",
        "Итого",
        "Раздел 1",
        "Март",
    ]
)


@given(st.lists(st.lists(TEXTS, min_size=5, max_size=5), min_size=1, max_size=8), st.integers(0, 7))
def test_nothing_printed_is_lost(cells: list[list[str]], cut: int) -> None:
    """Whatever stands in a measure table is a measure's, a section's, a header's or is asked about."""
    first = [text.rstrip(".") for text in cells[0] if text]
    assume(len(first) < 2 or first != [str(n + 1) for n in range(len(first))])  # «1 | 2.» under a header counts columns
    rows = [" | ".join(row) for row in cells]
    tables = [grid(HEADER + "\n".join([rows[0], *rows[1:cut]]), 1)]
    if rows[max(cut, 1) :]:
        tables.append(grid("\n".join(rows[max(cut, 1) :]), 2))
    if all("Итого" in row for row in cells):  # nothing but totals is no plan, and refused
        return
    kept = everything(order(*tables))
    for row in cells:
        texts = [text for text in row if text]
        for text in texts if len(texts) > 1 else []:  # a number alone in its row belongs to nobody
            assert re.sub(r"\s", "", text).rstrip(".)") in kept


def test_the_title_has_those_of_all_plans() -> None:
    plan = grid("Мероприятие | Срок\nПровести сбор | май")
    found = order("План работы с детьми", plan, "Приложение 2", "План работы с родителями", plan)
    assert found.head.title == "План работы с детьми; План работы с родителями"
