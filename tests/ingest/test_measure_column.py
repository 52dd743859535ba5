import pytest

from tests.ingest.grids import grid, order

ROWS = ("Провести сбор | май | Юдин А.А.", "Выпустить газету | июнь | Яшина Б.В.", "Посетить музей | июль | Завуч")


@pytest.mark.parametrize(
    ("headings", "groups"),
    [
        ("Задачи | Пути реализации", ("Сплочение класса", "^", "^")),
        ("Направления | Содержание", ("сплочение", "печать", "культура")),
        ("Направление работы | Формы работы", ("сплочение", "печать", "культура")),
        ("Задачи | Содержание и формы работы", ("сплочение", "печать", "культура")),
        ("Задачи | Содержание", ("", "", "")),
        ("Тема | Содержание", ("Наш класс", "^", "^")),
        ("Тема | Содержание", ("Наш класс", "", "")),
    ],
)
def test_what_groups_the_rows_is_not_the_measure(headings: str, groups: tuple[str, ...]) -> None:
    rows = "\n".join(f"{group} | {row}" for group, row in zip(groups, ROWS, strict=True))
    found = order(grid(f"{headings} | Сроки | Ответственные\n{rows}"))
    assert [row.measure for row in found.rows] == ["Провести сбор", "Выпустить газету", "Посетить музей"]


def test_goals_are_the_measures_where_nothing_better_stands() -> None:
    found = order(grid("Задачи | Сроки | Ответственные\n" + "\n".join(ROWS)))
    assert found.rows[0].measure == "Провести сбор"


def test_a_theme_of_its_own_in_each_row_stays_the_measure() -> None:
    rows = "\n".join(f"{theme} | {row}" for theme, row in zip(("Мы", "Печать", "Мир"), ROWS, strict=True))
    assert order(grid(f"Тема | Содержание | Сроки | Ответственные\n{rows}")).rows[0].measure == "Мы"


def test_numbers_without_a_heading_are_the_numbers() -> None:
    rows = "\n".join(f"{n} | {row}" for n, row in enumerate(ROWS, start=1))
    found = order(grid(f" | Мероприятие | Сроки | Ответственные\n{rows}"))
    assert [(row.number, row.extra) for row in found.rows] == [("1", ()), ("2", ()), ("3", ())]


def test_form_and_theme_of_a_measure_is_its_heading() -> None:
    found = order(grid("Ответственный | Форма и тема мероприятия | Дата | Отметка\nЗавуч | Сбор | май | "))
    assert ([row.measure for row in found.rows], found.doubts) == (["Сбор"], ())
