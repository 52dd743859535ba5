"""Rows of measures that read like a header, where a page begins or in the midst of a table."""

import pytest

from ingest.columns.headings import heading_role
from ingest.errors import NoMeasureTable
from ingest.vocabulary import load_entries
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


PLAIN = "Мероприятие | Срок | Ответственный\n"
WEEK, DECADE = "Неделя книги | март | Завуч", "Декада права | май | Завуч"
LIKE_HEADINGS = [
    "Мероприятия ко Дню Победы | Даты по плану | Ответственные – классные руководители",
    "Содержание работы с родителями | Сроки по плану школы | Ответственные педагоги",
    "План мероприятий на каникулы | Дата уточняется | Исполнитель – Юдин А.А., директор",
    "Мероприятие «Осенний бал» | сроки по плану школ | Ответственные за библиотеки школ № 1, 2",
]


@pytest.mark.parametrize("row", LIKE_HEADINGS)
def test_a_row_whose_cells_begin_like_headings_is_a_measure(row: str) -> None:
    rows = [WEEK, row, DECADE]
    for place in (rows, [row, WEEK, DECADE], [WEEK, DECADE, row], [WEEK, row, row], [row]):
        found = order(grid(PLAIN + "\n".join(place)))
        assert [each.measure for each in found.rows] == [each.split(" |")[0] for each in place]
        assert ({each.plan for each in found.rows}, found.doubts) == ({1}, ())


@pytest.mark.parametrize("row", LIKE_HEADINGS)
@pytest.mark.parametrize("below", ["", f"\n{WEEK}"])
def test_so_it_is_first_under_a_heading(row: str, below: str) -> None:
    found = order(grid(f"{PLAIN}{WEEK}\n{DECADE}"), "Второе полугодие", grid(row + below))
    assert [each.section for each in found.rows] == [None, None, *["Второе полугодие"] * (2 if below else 1)]
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


@pytest.mark.parametrize("row", LIKE_HEADINGS)
def test_under_another_text_it_is_asked_about(row: str) -> None:
    found = order(grid(f"{PLAIN}{WEEK}\n{DECADE}"), "с 1 мая, см. ниже:", grid(row))
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"])


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Мероприятия | Сроки проведения | Ответственные за исполнение", DECADE),
        ("Содержание работы | Планируемый срок | Исполнители", DECADE),
        ("Срок по плану | Мероприятия для родителей | Ответственные педагоги", "май | Декада права | Завуч"),
    ],
)
def test_another_header_in_the_midst_is_one(header: str, row: str) -> None:
    found = order(grid(f"{PLAIN}{WEEK}\n{header}\n{row}"))
    assert [(row.plan, row.measure) for row in found.rows] == [(1, "Неделя книги"), (2, "Декада права")]


def test_a_header_whose_people_have_words_of_their_own_is_asked_about() -> None:
    found = order(grid(f"{PLAIN}{WEEK}\nМероприятия | Сроки | Ответственные педагоги\n{DECADE}"))
    assert [row.plan for row in found.rows] == [1, 2]
    assert "прочитана как заголовок" in found.doubts[0].text


def test_a_header_without_rows_is_asked_about() -> None:
    found = order(grid(f"{PLAIN}{WEEK}\nМероприятия | Сроки | Ответственные за уборку"))
    assert [row.measure for row in found.rows] == ["Неделя книги"]
    assert [doubt.kind for doubt in found.doubts] == ["unknown_column", "lost_header"]


def test_a_header_alone_is_no_plan() -> None:
    with pytest.raises(NoMeasureTable):
        order(grid(PLAIN))


@pytest.mark.parametrize("entry", load_entries("columns", "heading_word"), ids=lambda entry: entry["seen"])
def test_a_word_of_headings(entry: dict[str, str]) -> None:
    people = heading_role(entry["seen"]) == "responsible"
    header = (
        f"Содержание работы | {'Сроки' if people else entry['seen']} | {entry['seen'] if people else 'Ответственные'}"
    )
    found = order(grid(f"{PLAIN}{WEEK}\n{header}\n{DECADE}"))
    assert ([row.plan for row in found.rows], found.doubts) == ([1, 2], ())


MEASURES_LIKE_NAMES = ["Утверждение плана работы родительского комитета", "Работа с семьями группы риска"]
PEOPLE_LIKE_NAMES = [
    "Педагог-организатор",
    "Учитель-организатор ОБЖ",
    "Вязова А.К., ответственный за ГИА",
    "Ответственный секретарь комиссии",
]


@pytest.mark.parametrize("measure", MEASURES_LIKE_NAMES)
@pytest.mark.parametrize("people", PEOPLE_LIKE_NAMES)
@pytest.mark.parametrize("when", ["май 2025 года", "сентябрь", "до 15.11.2024", ""])
def test_a_first_row_with_a_time_and_people_is_a_measure(measure: str, people: str, when: str) -> None:
    plan, first = f"{PLAIN}{WEEK}", f"{measure} | {when} | {people}\n{DECADE}"
    numbered, second = f"{HEADER}1 | {WEEK}", f"2 | {measure} | {when} | {people}\n3 | {DECADE}"
    title = "II. Работа с родителями"
    overleaf = (grid(plan, 1), grid(first, 2)), (grid(numbered, 1), grid(second, 2))
    titled = (grid(plan), title, grid(first)), (grid(numbered), title, grid(second))
    for blocks in (*overleaf, titled[1], *titled[: 1 if when else 0]):
        found = order(*blocks)
        assert [(row.plan, row.measure) for row in found.rows[1:]] == [(1, measure), (1, "Декада права")]
        assert found.rows[1].responsible == people
        assert all(doubt.kind == "lost_header" for doubt in found.doubts)  # read under the plan's header: is it right?


@pytest.mark.parametrize(
    "header",
    [
        "Мероприятия | 2025 год | Ответственные",
        "Содержание работы | Сентябрь | Организатор",
        "Мероприятия | Сентябрь – октябрь | Ответственные",
    ],
)
def test_a_time_may_head_a_column(header: str) -> None:
    found = order(grid(f"{PLAIN}{WEEK}"), "План на каникулы", grid(f"{header}\n{DECADE}"))
    assert [(row.plan, row.measure) for row in found.rows] == [(1, "Неделя книги"), (2, "Декада права")]
