import pytest

from ingest.contents import content_of
from ingest.errors import NoMeasureTable
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
