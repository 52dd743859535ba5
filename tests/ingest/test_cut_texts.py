import pytest

from tests.ingest.grids import grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
PAGE = HEADER + "1 | Провести сбор | май | завуч\n2 | Провести слёт для | до 1 декабря | Юдин А.А., заместитель"


def read(*pages: str) -> list[tuple[str, str]]:
    found = order(*(grid(page, n) for n, page in enumerate(pages, 1)))
    assert found.doubts == ()
    return [(row.deadline, row.responsible) for row in found.rows]


@pytest.mark.parametrize("again", ["", HEADER])
def test_rows_below_have_the_whole_text_of_a_cell_that_the_page_cut(again: str) -> None:
    rest = again + " | ребят | 2020 года | директора\n3 | Убрать сад | ^ | ^\n4 | Провести бал | ^ | ^"
    whole = ("до 1 декабря 2020 года", "Юдин А.А., заместитель директора")
    assert read(PAGE, rest + "\n5 | Кросс | июль | Юдин А.А.") == [
        ("май", "завуч"),
        whole,
        whole,
        whole,
        ("июль", "Юдин А.А."),
    ]


def test_and_so_have_rows_above() -> None:
    page = HEADER + "1 | Провести сбор | до 1 декабря | завуч\n2 | Провести слёт для | ^ | Юдин А.А."
    rest = " | ребят | 2020 года | \n3 | Убрать сад | май | завуч"
    assert read(page, rest) == [("до 1 декабря 2020 года", who) for who in ("завуч", "Юдин А.А.")] + [("май", "завуч")]


def test_a_cell_that_only_the_cut_row_has_stays_in_it() -> None:
    rest = " | ребят | 2020 года | директора\n3 | Убрать сад | 2020 год | директор"
    assert read(PAGE, rest)[2] == ("2020 год", "директор")


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Методист, педагог-", "организатор", "Методист, педагог-организатор"),
        ("Методист,", "классные руководители", "Методист, классные руководители"),
        ("Методист,", "Социальный педагог", "Методист, Социальный педагог"),
        ("Юдин А.А., социальный", "педагог", "Юдин А.А., социальный педагог"),
    ],
)
def test_a_page_parts_two_measures_beside_one_cell(above: str, below: str, whole: str) -> None:
    first = HEADER + f"1 | Провести сбор | май | {above}"
    rows = order(grid(first, 1), grid(f"2 | Провести слёт | июнь | {below}\n3 | Бал | ^ | ^", 2)).rows
    assert [row.responsible for row in rows] == [whole] * 3
    assert [[doubt.kind for doubt in row.doubts] for row in rows] == [["carried"]] * 3


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("до 1 декабря", "2021 г. | ИРО\n3 | Бал | ^", "до 1 декабря 2021 г."),
        ("в течение учебного", "года | ИРО\n3 | Бал | май", "в течение учебного года"),
        ("до 1 декабря", "2021 г. | ИРО\n3 | Бал | май", None),
        ("постоянно", "2021 г. | ИРО\n3 | Бал | ^", None),
        ("декабрь 2020 г.", "2021 г. | ИРО\n3 | Бал | ^", None),
    ],
)
def test_a_deadline_between_two_measures(above: str, below: str, whole: str | None) -> None:
    first = HEADER + f"1 | Провести сбор | {above} | завуч"
    rows = order(grid(first, 1), grid(f"2 | Провести слёт | {below} | ИРО", 2)).rows
    assert [row.deadline for row in rows][:2] == ([whole] * 2 if whole else [above, "2021 г."])
    assert all(bool(row.doubts) == bool(whole) for row in rows[:2])


@pytest.mark.parametrize("above", ["Завуч,", "Завуч", "Рабочая группа"])
def test_a_cell_that_may_end_so_is_whole(above: str) -> None:
    first = HEADER + f"1 | Провести сбор | май | {above}"
    rows = order(grid(first, 1), grid("2 | Провести слёт | июнь | администрация", 2)).rows
    assert [row.responsible for row in rows] == [above, "администрация"]
    assert [row.doubts for row in rows] == [(), ()]


def test_rows_beside_a_cell_that_was_perhaps_cut_are_asked_about() -> None:
    first = HEADER + "1 | Провести сбор | май | Юдин А.А.\n2 | Провести слёт. | июнь | ИРО"
    rows = order(grid(first, 1), grid(" | На сайте тоже | | Завуч\n3 | Бал | май | ^", 2)).rows
    assert [row.responsible for row in rows[1:]] == ["ИРО Завуч", "ИРО Завуч"]
    assert [[doubt.kind for doubt in row.doubts] for row in rows] == [[], ["continuation"], ["carried"]]


def test_a_cell_merged_over_two_rows_that_a_page_parts() -> None:
    first = HEADER + "1 | Сбор | май | завуч\n2 | Слёт | ^ | Юдин А.А.\n3 | Поход | июнь | завуч"
    rows = order(grid(first, 1), grid("4 | Кросс | | директор", 2)).rows
    assert rows[3].deadline == "июнь"
    assert [doubt.kind for doubt in rows[3].doubts] == ["carried"]


def test_a_merged_cell_goes_on_below_the_rest_of_a_cut_row() -> None:
    first = HEADER + "1 | Сбор | май | завуч\n2 | Слёт | ^ | Юдин А.А., заместитель"
    rows = order(grid(first, 1), grid(" | | | директора\n3 | Поход | ^ | завуч\n4 | Бал | июль | завуч", 2)).rows
    assert [row.deadline for row in rows] == ["май", "май", "май", "июль"]
    assert [doubt.kind for doubt in rows[2].doubts] == ["carried"]
