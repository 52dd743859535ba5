from typing import Any

import pytest

from ingest.columns.contents import content_of
from ingest.columns.guess import guess_header
from ingest.errors import NoMeasureTable
from ingest.merges import row_spans
from ingest.vocabulary import load_entries
from tests.ingest.grids import grid, order

ROWS = """
1 | Провести собрание для родителей выпускников | сентябрь | Юдин А.А., директор
2 | Оформить стенд «Готовимся к экзаменам» | в течение года | Яшина Б.В.
3 | Подготовить отчёт о пробном экзамене | до 25.04 | зам. директора
4 | Организовать консультации по предметам | ежемесячно | учителя-предметники
"""


def test_unknown_headings_are_told_from_the_cells() -> None:
    found = order(grid("№ | Делаем | Число | Ответственный" + ROWS))
    assert (found.rows[0].measure[:8], found.rows[0].deadline) == ("Провести", "сентябрь")
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [
        ("unknown_column", "Делаем"),
        ("unknown_column", "Число"),
    ]


def test_a_table_without_a_header_is_read_with_a_question() -> None:
    found = order(grid(ROWS))
    assert [row.number for row in found.rows] == ["1", "2", "3", "4"]
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


def test_a_list_of_courses_is_no_plan() -> None:
    courses = """
        ФИО | Часы | Название курсов | Место
        Юдин А.А. | 72 | Современные подходы к обучению, 2004 | ИРО
        Яшина Б.В. | 60 | Учимся вместе с детьми, 2004 | ИРО
        Ёлкин В.Г. | 24 | Развитие критического мышления, 2005 | ИРО
    """
    with pytest.raises(NoMeasureTable):
        order(grid(courses))


@pytest.mark.parametrize(
    ("texts", "content"),
    [
        (["1.", "2.", "", "3"], "number"),
        (["сентябрь", "в теч. мес.", "до 25.04", "ежемесячно"], "deadline"),
        (["05.06", "12.06", "07.10"], "deadline"),
        (["1.1", "1.2", "2.1"], "number"),
        (["Юдин А.А.", "зам. директора по УВР", "Е.С. Яшина"], "responsible"),
        (["Семинар для учителей начальных классов школ города", "Отчёт"], "text"),
        (["", ""], None),
    ],
)
def test_content_of_a_column(texts: list[str], content: str | None) -> None:
    assert content_of(texts) == content


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("№ | Мероприятия | Сроки | Проводят", "Проводят"),
        ("№ | Мероприятия | Сроки | ", ""),
        ("№ | Мероприятия | Реализация | Ответственные", "Реализация"),
    ],
)
def test_one_heading_that_says_nothing_is_told_from_the_cells(header: str, asked: str) -> None:
    pages = [grid(header + ROWS, 1), grid(f"{header}\n5 | Подвести итоги | май | завучи", 2)]
    found = order(*pages)
    assert (found.rows[1].deadline, found.rows[1].responsible) == ("в течение года", "Яшина Б.В.")
    assert (found.rows[4].deadline, found.rows[4].responsible) == ("май", "завучи")
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("unknown_column", asked)]


def test_a_column_whose_heading_is_known_is_not_looked_at() -> None:
    found = order(grid("№ | Мероприятия | Сроки | Участники" + ROWS))
    assert (found.rows[0].responsible, found.doubts) == ("", ())


def test_a_list_of_documents_is_no_plan() -> None:
    with pytest.raises(NoMeasureTable):
        order(grid("№ | Наименование документа | Срок хранения | Ответственный\n1 | Журналы | 5 лет | Секретарь"))


def test_a_factual_date_is_no_deadline() -> None:
    found = order(grid("Мероприятие | Срок (план) | Срок (факт) | Кто\nСбор | май | 12.05.2022 | завуч"))
    assert (found.rows[0].deadline, found.rows[0].extra) == ("май", (("Срок (факт)", "12.05.2022"),))


PLAN = "№ | Мероприятие | Срок | Ответственный\n1 | Беседа | октябрь | Учителя"


@pytest.mark.parametrize(
    "heading",
    ["Вид контроля", "Объект контроля", "Совещания при директоре", "Консультации", "Конкурс"],
)
def test_measures_under_any_heading(heading: str) -> None:
    found = order(
        grid(PLAN), "План контроля", grid(f"№ | {heading} | Сроки | Ответственные\n1 | Проверка | май | Завуч")
    )
    assert [(row.plan, row.measure) for row in found.rows] == [(1, "Беседа"), (2, "Проверка")]
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("unknown_column", heading)]


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        (
            "Дата | Время | Телефон | Ответственный\n05.09 | 10.00 | 2-34-56 | Юдин А.А."
            "\n06.09 | 11.00 | 2-34-57 | Лапин И.В.",
            1,
        ),
        ("Показатель | Срок достижения | Ответственный | Значение\nДоля детей | 2022 год | Юдин А.А. | 65%", 1),
        ("Охват | Срок | Ответственный\n15 человек | май | Юдин А.А.\n20 человек | июнь | Лапин И.В.", 1),
        (
            "ФИО | Роль | Срок | Ответственный\nЮдин А.А. | учитель | май | Завуч\nЛапин И.В. | педагог | июнь | Завуч",
            0,
        ),
    ],
)
def test_numbers_and_posts_are_no_measures(table: str, asked: int) -> None:
    found = order(grid(PLAN), "График", grid(table))
    assert [row.measure for row in found.rows] == ["Беседа"]
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"] * asked


def test_of_several_unknown_headings_the_longest_texts_are_the_measures() -> None:
    rows = "\n".join(f"Физика | Проверить журналы и рабочие программы | {month} | Завуч" for month in ("май", "июнь"))
    found = order(grid(f"Область | Вид контроля | Сроки | Ответственные\n{rows}"))
    assert found.rows[0].measure == "Проверить журналы и рабочие программы"


@pytest.mark.parametrize(
    "header", ["№ | Название | Дата проведения | Куратор", "№ | Темы для рассмотрения | Месяц | Докладчик"]
)
def test_two_weak_names_are_asked_about(header: str) -> None:
    found = order(grid(f"{header}\n1 | Проверка журналов | май | Завуч"))
    assert (found.rows[0].measure, found.rows[0].responsible) == ("Проверка журналов", "Завуч")
    assert [doubt.kind for doubt in found.doubts] == ["unknown_column"]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Этапы работы | Сроки | Участники", "Проверка журналов | ноябрь | Завуч"),
        ("Формы работы | Сроки | Кто привлекается", "Проверка журналов | ноябрь | Завуч"),
    ],
)
def test_a_table_that_may_be_a_plan_is_not_lost_in_silence(header: str, row: str) -> None:
    other = grid(f"{header}\n{row}")
    for blocks in ((grid(PLAN), "План контроля", other), (other, "План работы", grid(PLAN))):
        found = order(*blocks)
        assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (1, ["lost_header"])


@pytest.mark.parametrize(
    "table",
    [
        "Дата | Класс | Предмет | Ответственный\n15.03 | 4 | Русский язык | Юдин А.А.\n17.03 | 5 | Физика | Лапин И.В.",
        "ФИО дежурного | Дата дежурства | Телефон\nЛапин И.В. | 08.03.2022 | 22-33-44",
        "Дата | № протокола | Тема\n14.01.2022 | 1 | Организационные вопросы",
        "№ | Показатель | 2021 | 2022 | Ответственный\n1 | Доля выпускников | 80 | 85 | Шубина А.Н.",
        "№ | Наименование мероприятия | 2022 (тыс. руб.) | Источник\n1 | Ремонт | 100 | бюджет",
        "№ | ФИО | Должность | Дата | Подпись\n1 | Зотова М.М. | директор | 01.09.2021 | ",
        "ФИО | Тема курсов | Срок\nЮдин А.А. | Современный урок в школе | май",
    ],
)
def test_other_tables_are_left_alone(table: str) -> None:
    found = order(grid(PLAN), "Приложение", grid(table))
    assert (len(found.rows), found.doubts) == (1, ())
    with pytest.raises(NoMeasureTable):
        order(grid(table))


def test_a_row_of_a_plan_is_no_header() -> None:
    rows = "Мероприятия ко дню школы и города | декабрь | Завуч\nСбор отряда юных друзей | май | Завуч"
    assert guess_header(row_spans(grid(rows))) is None


@pytest.mark.parametrize("entry", load_entries("posts", "post"), ids=lambda entry: entry["seen"])
def test_attested_posts_make_a_column_of_the_responsible(entry: dict[str, Any]) -> None:
    assert content_of([entry["seen"]]) == "responsible"
    assert {content_of([word.replace("*", "")]) for word in entry["words"]} == {"responsible"}
