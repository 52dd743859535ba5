"""Tables inside cells."""

from ingest.plans.nested import inner_tables, unfold_layouts
from tests.ingest.grids import document, grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
FIRST = HEADER + "1 | Провести сбор | май | Юдин А.А."
VISITS = "Школа | Дата\n№ 2 | 16.11"


def test_a_table_in_a_measure_is_its_text_alone() -> None:
    found = order(grid(HEADER + "1 | Посетить:⏎Школа Дата⏎№ 2 16.11 | ноябрь | Юдин А.А."), grid(VISITS))
    assert [row.measure for row in found.rows] == ["Посетить:\nШкола Дата\n№ 2 16.11"]
    assert found.doubts == ()


def test_a_plan_in_a_measure_is_asked_about() -> None:
    inner = FIRST.replace(" | ", " ").replace("\n", "⏎")
    found = order(grid(f"{HEADER}1 | {inner} | май | Юдин А.А."), grid(FIRST))
    assert [(len(found.rows), doubt.kind) for doubt in found.doubts] == [(1, "reader")]


def test_a_layout_with_a_plan_in_it_is_taken_apart() -> None:
    inner = FIRST.replace(" | ", " ").replace("\n", "⏎")
    layout = grid(f"Новости⏎Контакты | План работы школы⏎{inner}⏎Опубликовано\n© Школа | <")
    found = order(layout, grid(FIRST))
    assert found.head.title == "План работы школы"
    assert [(row.measure, row.places[0].table) for row in found.rows] == [("Провести сбор", 1)]


def test_layout_in_layout() -> None:
    inner = FIRST.replace(" | ", " ").replace("\n", "⏎")
    blocks = unfold_layouts(document(grid(f"Меню | Верх {inner}"), grid(f"Верх | {inner}"), grid(FIRST))).blocks
    assert [getattr(block, "text", "grid") for block in blocks] == ["Меню", "Верх", "grid"]


def test_tables_one_after_the_other_are_not_inside() -> None:
    assert inner_tables(document(grid(FIRST), grid(VISITS))) == frozenset()


def test_a_row_cut_by_a_page_is_no_table_inside() -> None:
    """The same words ended a row before: «директора ⏎ по УВР» overleaf."""
    first = grid(f"{HEADER}1 | Сход | май | Юдин А.А.,⏎директора по УВР\n2 | Сбор | май | Юдин А.А., заместитель", 1)
    assert order(first, grid(" | | | директора по УВР", 2)).rows[-1].responsible == (
        "Юдин А.А., заместитель директора по УВР"
    )
