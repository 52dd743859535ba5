"""Rows of measures that read like a header, where a page begins or in the midst of a table."""

import pytest

from tests.ingest.grids import grid, order

HEADER = "№ п/п | Мероприятия | Сроки | Ответственные\n"
PLAN = HEADER + "1 | Провести сбор | май | Юдин А.А.\n2 | Итоговое | июнь | Яшина Б.В.,"
REST = "\n" + "\n".join(f"{n} | Провести занятие | май | Юдин А.А." for n in range(4, 10))

CUT = [
    " | собеседование в 9 классах | дополнительные сроки – 09.03.2022 г. | специалисты, руководители всех ОО",
    " | мероприятие по итогам | в сроки по графику | ответственные за проведение в ОО",
    " | Мероприятия по итогам | Сроки по графику | Ответственные за проведение",
]
WHOLE = "3 | Мероприятия по подготовке аудиторий | в установленные сроки | ответственные за РИС"


@pytest.mark.parametrize("cut", CUT)
def test_a_row_cut_by_a_page_is_no_header(cut: str) -> None:
    found = order(grid(PLAN, 1), grid(cut + REST, 2))
    assert {row.plan for row in found.rows} == {1}
    assert [row.number for row in found.rows if row.number] == ["1", "2", "4", "5", "6", "7", "8", "9"]
    printed = " ".join(f"{row.measure} {row.deadline} {row.responsible}" for row in found.rows[:3])
    assert all(text.strip() in printed for text in cut.split("|"))


def test_a_numbered_row_on_top_of_a_page_is_no_header() -> None:
    found = order(grid(PLAN, 1), grid(WHOLE + REST, 2))
    assert [row.number for row in found.rows] == [str(n) for n in range(1, 10)]


def test_rows_that_count_on_are_never_left_out_in_silence() -> None:
    other = "№ п/п | Школа | Показатель | 2020\n3 | СОШ | охват детей | 12\n4 | ООШ | охват детей | 15"
    found = order(grid(PLAN), "Показатели", grid(other))
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


def test_a_row_in_the_midst_is_no_header() -> None:
    found = order(
        grid(f"{PLAN}\n | Проведение мероприятий | дополнительные сроки – 09.03.2022 | исполнители школ{REST}")
    )
    assert {row.plan for row in found.rows} == {1}
    assert "исполнители школ" in " ".join(row.responsible for row in found.rows)


def test_another_header_right_behind_a_plan_begins_the_next() -> None:
    second = "№ п/п | Направления работы | Период | Кто проводит\n1 | Провести линейку | сентябрь | Юдин А.А."
    found = order(grid(PLAN), grid(second))
    assert [row.plan for row in found.rows] == [1, 1, 2]


def test_a_header_that_is_not_clear_is_asked_about() -> None:
    plan = "Мероприятия | Сроки | Ответственные\nПровести сбор | май | Юдин А.А."
    second = "Мероприятия по подготовке | Периодичность по графику | Звание\nСмотр | май | Завуч\nСбор | май | Завуч"
    found = order(grid(plan), grid(second))
    assert any("прочитана как заголовок" in doubt.text for doubt in found.doubts)
