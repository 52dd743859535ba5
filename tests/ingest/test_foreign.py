import pytest

from ingest.model import Box, Grid
from ingest.vocabulary import load_entries
from tests.ingest.grids import grid, order

PLAN = "№ | Мероприятие | Срок | Ответственный\n1 | Провести сбор | май | Юдин А.А.\n2 | Провести слёт | июнь | завуч"
SIGNED = "№ п/п | ФИО | Дата | Подпись\n1 | Рогов Н.Д. | | \n2 | Яшина Б.В. | | "
BUDGET = "№ | Статья расходов | Сумма, руб. | Источник\n1 | Ремонт | 1500 | бюджет\n2 | Подписка | 2500 | бюджет"
YEARS = "Показатель | Доля | 2020 год | 2021 год\nОхват детей | % | 50 | 60"
CLASSES = "Класс | Предмет | Дата экзамена | Кабинет\n9а | Русский язык | 10.05.2021 | 27"


@pytest.mark.parametrize(
    ("table", "overleaf"),
    [
        (SIGNED, "3 | Юдин А.А. | | \n4 | Ким О.П. | | "),
        (SIGNED, " | | | подпись\n3 | Юдин А.А. | | "),  # the page cut a row
        (BUDGET, "3 | Закупка | 3500 | местный бюджет"),
        (BUDGET, " | средства | | "),
        (YEARS, "Доля педагогов | % | 70 | 80"),
        (CLASSES, "9б | Физика | 11.05.2021 | 28"),
    ],
)
def test_what_goes_on_with_a_table_after_the_plan_is_none_of_it(table: str, overleaf: str) -> None:
    pages = [grid(overleaf.replace("3 |", f"{n} |"), n) for n in (3, 4)]
    found = order(grid(PLAN, 1), "Приложение к плану", grid(table, 2), *pages)
    assert [(row.measure, row.responsible) for row in found.rows] == [
        ("Провести сбор", "Юдин А.А."),
        ("Провести слёт", "завуч"),
    ]
    assert found.doubts == ()


def test_without_a_title_each_of_its_pages_is_asked_about() -> None:
    found = order(grid(PLAN, 1), grid(SIGNED, 1), grid("3 | Юдин А.А. | | ", 2))
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"] * 2)


def test_rows_that_count_on_with_the_plan_are_its_own() -> None:
    found = order(
        grid(PLAN, 1), "Смета", grid(BUDGET + "\n3 | Мел | 500 | бюджет", 1), grid("3 | Бал | июль | завуч", 2)
    )
    assert [row.number for row in found.rows] == ["1", "2", "3"]


def test_rows_that_look_like_the_plan_are_asked_about() -> None:
    table, rest = "№ | Статья | Сумма | Источник\n1 | Ремонт | 15 | бюджет", " | Провести бал | июль | Завуч"
    for overleaf, asked in ((rest, 1), (" | Закупка | 25 | бюджет", 0)):
        found = order(grid(PLAN, 1), "Смета", grid(table, 1), grid(overleaf, 2))
        assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"] * asked)


def placed(drawn: Grid, *lefts: float) -> Grid:
    """The grid with its columns there on the page."""
    rows = (
        tuple(cell and cell._replace(box=Box(1, left, 0, left + 50, 9)) for cell, left in zip(row, lefts, strict=True))
        for row in drawn.rows
    )
    return Grid(tuple(rows), drawn.pages)


def test_columns_that_stand_where_those_of_the_plan_do_are_its_own() -> None:
    plan = "Мероприятие | Срок | Ответственный\nПровести сбор | май | Юдин А.А.\nПровести слёт | июнь | завуч"
    blank = grid("Класс | Кабинет | Телефон\nшестой | седьмой | нет", 1)
    row = grid("Провести бал | июль | завуч", 2)
    for lefts, count in (((50, 300, 400), 3), ((50, 200, 400), 2)):
        found = order(placed(grid(plan, 1), 50, 300, 400), "Кабинеты", placed(blank, 50, 200, 400), placed(row, *lefts))
        assert len(found.rows) == count


SIGN = (
    "№ | {} | Должность | {} | {}\n1 | Рогов Н.Д. | Заместитель директора по ВР | {}| \n2 | Яшина Б.В. | Учитель | {}| "
)


@pytest.mark.parametrize("name", ["Ф.И.О.", "ФИО", "Фамилия, имя, отчество", "Ф.И.О. сотрудника"])
@pytest.mark.parametrize("when", ["Дата", "Дата ознакомления"])
@pytest.mark.parametrize("entry", load_entries("columns", "signature"), ids=lambda entry: entry["seen"])
def test_a_list_to_sign_is_no_plan(name: str, when: str, entry: dict[str, str]) -> None:
    for day in ("", "01.09.2024 "):
        signed = grid(SIGN.format(name, when, entry["seen"], day, day), 2)
        overleaf = grid(f"3 | Юдин А.А. | Завуч | {day}| ", 3)
        for blocks in (
            (grid(PLAN, 1), "Лист ознакомления", signed, overleaf),
            ("Лист", signed, overleaf, "План", grid(PLAN, 4)),
        ):
            found = order(*blocks)
            assert [row.measure for row in found.rows] == ["Провести сбор", "Провести слёт"]
            assert found.doubts == ()


def test_a_plan_whose_measures_are_signed_is_one() -> None:
    found = order(grid("№ | Мероприятие | Дата | ФИО ответственного | Подпись\n1 | Сбор | май | Юдин А.А. | "))
    assert [(row.measure, row.responsible) for row in found.rows] == [("Сбор", "Юдин А.А.")]
