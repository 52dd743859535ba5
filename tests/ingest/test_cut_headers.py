import pytest

from tests.ingest.grids import grid, order

ROWS = "1 | Провести сбор | май | завуч\n2 | Провести слёт | июнь | Юдин А.А."


@pytest.mark.parametrize(
    ("header", "rest"),
    [
        ("№ | Мероприятие | Срок | Ответственный", "п/п | | | "),
        ("№ | Наименование мероприятия | Сроки | Ответственные", "п/п | | проведения | исполнители"),
        ("№ п/п | Мероприятие | Срок | Ответственный", " | | исполнения | за выполнение"),
    ],
)
def test_a_header_that_the_page_cut_is_one(header: str, rest: str) -> None:
    found = order("План работы", grid(header, 1), "2", grid(f"{rest}\n{ROWS}", 2))
    assert [(row.number, row.measure) for row in found.rows] == [("1", "Провести сбор"), ("2", "Провести слёт")]
    assert (
        " ".join(found.headers[0]).split()
        == " ".join(f"{a.strip()} {b.strip()}" for a, b in zip(header.split("|"), rest.split("|"), strict=True)).split()
    )
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("header", "rest", "row", "expected"),
    [
        (
            "№ | Мероприятие | Сроки | Ответственный",
            " | | начало | окончание | ",
            "1 | Сбор | май | июнь | ИРО",
            ("№", "Мероприятие", "Сроки / начало", "Сроки / окончание", "Ответственный"),
        ),
        (
            "№ п/п | Мероприятие | Срок | Ответственные",
            " | | | Ф.И.О. | должность\n1 | 2 | 3 | 4 | 5",
            "1 | Сбор | май | Юдин А.А. | завуч",
            ("№ п/п", "Мероприятие", "Срок", "Ответственные / Ф.И.О.", "Ответственные / должность"),
        ),
        (
            "№ | Наименование мероприятия | Сроки | Ответственный",
            "п/п | | начало | окончание | ",
            "1 | Сбор | май | июнь | ИРО",
            ("№ п/п", "Наименование мероприятия", "Сроки / начало", "Сроки / окончание", "Ответственный"),
        ),
    ],
)
def test_a_header_that_the_page_cut_between_its_rows(
    header: str, rest: str, row: str, expected: tuple[str, ...]
) -> None:
    found = order("План работы", grid(header, 1), "2", grid(f"{rest}\n{row}\n{row.replace('1', '2', 1)}", 2))
    assert [(one.number, one.measure) for one in found.rows] == [("1", "Сбор"), ("2", "Сбор")]
    assert found.headers == (expected,)
    assert found.doubts == ()


def test_so_is_one_that_stands_again() -> None:
    header = "№ п/п | Мероприятие | Срок | Ответственный\n"
    cut = grid("№ | Мероприятие | Срок | Ответственный", 1)
    rest = grid("п/п | | | \n3 | Провести бал | май | ИРО", 2)
    found = order(grid(header + ROWS, 1), "II. Работа с родителями", cut, rest)
    assert [(row.plan, row.number, row.section) for row in found.rows] == [
        (1, "1", None),
        (1, "2", None),
        (1, "3", "II. Работа с родителями"),
    ]
    assert found.doubts == ()


@pytest.mark.parametrize("row", ["сбор | май | завуч", "провести общий сбор | | ", "Сбор | | "])
def test_a_measure_is_no_rest_of_a_header(row: str) -> None:
    found = order(grid("Мероприятие | Срок | Ответственный", 1), grid(f"{row}\nСлёт | май | ИРО", 2))
    assert len(found.rows) == 2
