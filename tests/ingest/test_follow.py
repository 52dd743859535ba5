import pytest

from tests.ingest.grids import grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
SECTION = "Раздел 2. Кадры | < | < | <\n"
FIRST = (
    HEADER + "1 | Провести сбор | май | Юдин А.А., начальник\n2 | Провести слёт | июнь | Яшина Б.В., специалист отдела"
)
AGAIN = "1 | Провести курсы | май | ИРО\n2 | Вести учёт | июнь | ИРО"


@pytest.mark.parametrize(
    ("page", "overleaf"),
    [
        (FIRST, HEADER + SECTION + AGAIN),
        (f"{FIRST}\n{SECTION.strip()}", HEADER + AGAIN),  # the title stands last on the page before
        (f"{FIRST}\n{SECTION.strip()}", f"{HEADER} | < | < | <\n{AGAIN}"),  # and its cell goes on overleaf, empty
        (FIRST, f"{HEADER} | | | образования\n{SECTION}{AGAIN}"),  # the rest of the cut row stands above it
    ],
)
def test_numbers_that_begin_again_overleaf_under_a_section(page: str, overleaf: str) -> None:
    found = order(grid(page, 1), grid(overleaf, 2))
    assert [(row.plan, row.section) for row in found.rows] == [(1, None)] * 2 + [(1, "Раздел 2. Кадры")] * 2
    assert found.rows[1].responsible.replace("\n", " ").startswith("Яшина Б.В., специалист отдела")
    assert ("образования" in found.rows[1].responsible) == ("образования" in overleaf)


def test_numbers_that_begin_again_overleaf_without_a_section() -> None:
    assert [row.plan for row in order(grid(FIRST, 1), grid(HEADER + AGAIN, 2)).rows] == [1, 1, 2, 2]


PLAIN = "Мероприятие | Срок | Ответственный\nПровести сбор | май | Завуч\nПровести слёт | июнь | Юдин А.А."
ONE, TWO = "Провести бал | в июле | Завуч", "Убрать сад | до 5 августа | Управление образования"


@pytest.mark.parametrize("rows", [(ONE,), (ONE, TWO), (ONE, TWO, ONE), (TWO,)])
@pytest.mark.parametrize("title", ["Октябрь", "Второе полугодие", "II. Работа с семьёй"])
def test_rows_without_numbers_go_on_under_a_heading(title: str, rows: tuple[str, ...]) -> None:
    found = order(grid(PLAIN), title, grid("\n".join(rows)), "Ноябрь", grid(ONE))
    assert [row.section for row in found.rows] == [None, None, *[title] * len(rows), "Ноябрь"]
    assert ({row.plan for row in found.rows}, [doubt.kind for doubt in found.doubts]) == ({1}, ["lost_header"])
    assert "таблица 2, таблица 3" in found.doubts[0].text


@pytest.mark.parametrize(
    "row",
    [
        "Рогов Нил Данилович | до 5 мая | Завуч",
        "Тема | Сдано | Кем",
        "№ протокола | Дата | Тема заседания\n1 | 25.09.2020 | Итоги четверти\n2 | 20.10.2020 | Подготовка",
        "Бал | 5 | Завуч",
        "Начальник отдела | | И.П. Рогов",
    ],
)
def test_other_rows_under_a_heading_do_not(row: str) -> None:
    assert len(order(grid(PLAIN), "Второе полугодие", grid(row)).rows) == 2


def test_rows_without_deadlines_under_a_heading_are_asked_about() -> None:
    found = order(grid(PLAIN), "Второе полугодие", grid("Провести бал | кабинет 5 | Завуч"))
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"])


def test_a_single_row_under_another_text_is_asked_about() -> None:
    found = order(grid(PLAIN), "План Б", grid("Провести сбор всех родителей | 05.06 | завуч"))
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"])


NOTED = "№ | Мероприятие | Срок | Ответственный | Примечание\n1 | Сбор | май | Завуч | \n2 | Слёт | июнь | Завуч | зал"
NUMBERED = "3 | Провести бал | в июле | Завуч\n4 | Убрать сад | до 5 августа | Юдин А.А."


@pytest.mark.parametrize(
    ("plan", "rest"),
    [
        (NOTED, NUMBERED),
        (NOTED.replace("Примечание", "Что это?"), NUMBERED),
        (FIRST, NUMBERED.replace("\n", " | \n") + " | "),
        (FIRST, "3 | | Провести бал | в июле | Завуч\n4 | | Убрать сад | до 5 августа | Юдин А.А."),
        (
            "№ | Класс | Мероприятие | Срок | Ответственный\n1 | 5 | Сбор | май | Завуч\n2 | 6 | Слёт | июнь | Завуч",
            NUMBERED,
        ),
    ],
)
def test_numbered_rows_with_a_column_more_or_less_go_on(plan: str, rest: str) -> None:
    found = order(grid(plan), grid(rest))
    rows = [(row.number, row.measure, row.deadline, row.responsible) for row in found.rows]
    assert rows[2:] == [("3", "Провести бал", "в июле", "Завуч"), ("4", "Убрать сад", "до 5 августа", "Юдин А.А.")]
    assert found.doubts == ()


@pytest.mark.parametrize(
    "rest",
    [
        "5 | Провести бал | в июле | Завуч\n6 | Убрать сад | до 5 августа | Юдин А.А.",
        "3 | Провести бал | кабинет 5 | Завуч\n4 | Убрать сад | кабинет 6 | Юдин А.А.",
        "3 | Рогов Н.Д. | в июле | Завуч\n4 | Юдин А.А. | до 5 августа | Завуч",
    ],
)
def test_others_are_asked_about(rest: str) -> None:
    found = order(grid(NOTED), grid(rest))
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"])


def test_rows_without_numbers_under_a_heading_go_on_with_numbered_ones() -> None:
    found = order(grid(FIRST), "Второе полугодие", grid("Провести бал | Завуч", 2), grid(ONE, 2))
    assert len(found.rows) == 2
    found = order(grid(FIRST), "Второе полугодие", grid(f" | {ONE}", 2), grid(" | для всех | | ", 3))
    assert [(row.measure, row.section) for row in found.rows][2:] == [("Провести бал для всех", "Второе полугодие")]
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


@pytest.mark.parametrize("row", [" | Роль | Дата | Учитель", " | Юдин А.А. | май | Завуч", " | Бал | зал | Завуч"])
def test_others_do_not(row: str) -> None:
    assert len(order(grid(FIRST), "Второе полугодие", grid(row)).rows) == 2


MERGED = "{} | Провести бал для всех классов | {}"


@pytest.mark.parametrize("said", ["По графику Управления образования", "В течение года, классные руководители"])
@pytest.mark.parametrize(("number", "title"), [("3", "2. Работа с детьми"), ("1", "РАБОТА С ДЕТЬМИ"), ("3", None)])
def test_a_cell_merged_over_deadline_and_people_alone_in_its_table(said: str, number: str, title: str | None) -> None:
    """Nothing in such a table shows that two columns are one."""
    blocks = [title] if title else []
    found = order(grid(FIRST), *blocks, grid(MERGED.format(number, said)))
    row = found.rows[-1]
    assert (row.plan, row.number, row.measure, row.section) == (1, number, "Провести бал для всех классов", title)
    assert (row.deadline, [doubt.kind for doubt in row.doubts]) == (said, ["deadline_text"])


@pytest.mark.parametrize("said", ["май", "кабинет номер пять", ""])
def test_so_is_no_other_cell(said: str) -> None:
    assert len(order(grid(FIRST), "2. Работа с детьми", grid(MERGED.format("3", said))).rows) == 2


def test_a_row_without_people_under_a_heading_is_asked_about() -> None:
    found = order(grid(PLAIN), "Февраль", grid("Провести бал для всех классов | до 1 декабря 2024 года | "))
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"])


def test_titles_across_rows_that_go_on_under_a_heading() -> None:
    found = order(grid(PLAIN), "Раздел 2. Дети", grid(f"{ONE}\nРаздел 3. Семья | < | <\n{TWO}"))
    assert [(row.plan, row.section) for row in found.rows[2:]] == [(1, "Раздел 2. Дети"), (1, "Раздел 3. Семья")]


def test_a_row_that_says_when_and_who_in_one_cell_goes_on_under_a_heading() -> None:
    found = order(grid(PLAIN), "II. Дети", grid(f"{ONE}\nУбрать сад | По графику отдела | <"))
    assert [row.plan for row in found.rows] == [1] * 4


@pytest.mark.parametrize(
    ("title", "plan"),
    [("II. Работа с семьёй", 1), ("Октябрь", 1), ("Работа с семьёй", 2), ("План на октябрь", 2)],
)
def test_numbers_that_begin_again_under_a_repeated_header(title: str, plan: int) -> None:
    found = order("План работы", grid(FIRST), title, grid(HEADER + AGAIN))
    assert [row.plan for row in found.rows] == [1, 1, plan, plan]


def test_a_footnote_and_the_next_plans_title_in_one_row() -> None:
    """A PDF's two tables without side lines are one: what stands between them is a row across it."""
    between = "* Сроки могут быть уточнены⏎План работы с детьми⏎на 2021 год | < | < | <\n"
    found = order(grid(f"{FIRST}\n{between}{HEADER}{AGAIN}"))
    assert [(row.plan, row.number) for row in found.rows] == [(1, "1"), (1, "2"), (2, "1"), (2, "2")]
    assert [doubt.kind for doubt in found.doubts] == ["leftover"]
