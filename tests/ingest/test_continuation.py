import pytest

from ingest.model import RawRow
from tests.ingest.grids import grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
FULL = "1. | Провести сбор | май | Юдин А.А.\n2. | Провести слёт | июнь | Яшина Б.В.\n"


def overleaf(above: str, below: str) -> tuple[RawRow, ...]:
    """The rows of a plan whose last row stands above a page break, another row below it."""
    return order(grid(HEADER + FULL + above, 1), grid(HEADER + below, 2)).rows[2:]


def doubts(rows: tuple[RawRow, ...]) -> list[str]:
    return [doubt.kind for row in rows for doubt in row.doubts]


def test_only_the_responsible_cell_is_cut() -> None:
    rows = overleaf("3. | Определить школы | май | директор Яшина Б.В.,", " | | | старший методист ЦДО")
    assert [row.responsible for row in rows] == ["директор Яшина Б.В., старший методист ЦДО"]
    assert doubts(rows) == []


def test_all_cells_are_cut() -> None:
    rows = overleaf(
        "3. | Участие в рамках выполнения мероприятия 2.2 | 2020-2021 | Руководители школ №№ 27,",
        " | «Повышение качества» | учебный год | 39, Средних школ №№ 2, 7.",
    )
    assert [(row.measure, row.deadline) for row in rows] == [
        ("Участие в рамках выполнения мероприятия 2.2 «Повышение качества»", "2020-2021 учебный год")
    ]
    assert [(place.page, place.row) for place in rows[0].places] == [(1, 4), (2, 2)]


def test_a_quotation_and_initials_are_cut() -> None:
    rows = overleaf("3. | Семинар с участием Т. И. | май | методист «Дома", " | Кузнецовой | | учителя»")
    assert [row.measure for row in rows] == ["Семинар с участием Т. И. Кузнецовой"]
    assert doubts(rows) == []


def test_columns_of_one_role_are_cut_each_for_itself() -> None:
    first = grid("Мероприятие | Ответственный | Исполнитель\nПровести | Соловьёв | МКУ «Центр", 1)
    second = grid("сбор | Г.Б. | развития»", 2)
    assert order(first, second).rows[0].responsible == "Соловьёв Г.Б.\nМКУ «Центр развития»"


def test_a_hyphen_at_the_cut_stays() -> None:
    rows = overleaf("3. | Семинар (онлайн- | май | ИРО", " | режим) | | ")
    assert rows[0].measure == "Семинар (онлайн-режим)"


def test_a_name_with_a_hyphen_is_cut() -> None:
    rows = overleaf("3. | Уроки в Каменск- | май | ИРО", " | Уральской гимназии | | ")
    assert rows[0].measure == "Уроки в Каменск-Уральской гимназии"


@pytest.mark.parametrize(
    ("above", "below", "measure"),
    [
        ("3. | Выезды в Основную школу № | май | ИРО", " | 39. | | ", "Выезды в Основную школу № 39."),
        ("3. | Лекторий в СШ | май | ИРО", " | №№ 5, 14 и 38. | июнь | ИРО", "Лекторий в СШ №№ 5, 14 и 38."),
        ("3. | Лекторий | май (2-я | ИРО", " | Права | пятница) | ИРО", "Лекторий Права"),
        ("3. | Лекторий | май | Ушакова", " | Права | май | В.В.", "Лекторий Права"),
    ],
)
def test_the_end_of_a_cell_overleaf_is_no_measure_or_title(above: str, below: str, measure: str) -> None:
    rows = overleaf(above, below)
    assert [(row.measure, row.section) for row in rows] == [(measure, None)]


def test_a_name_that_begins_with_initials_is_no_rest_of_one() -> None:
    rows = overleaf("3. | Лекторий. | май | Методисты ЦДО", " | Права ребёнка | май | В.В. Ушакова")
    assert [row.measure for row in rows] == ["Лекторий.", "Права ребёнка"]


def test_a_whole_measure_without_a_number_is_one() -> None:
    """Order 306, between 33 and 34; and it may stand first on its page."""
    rows = overleaf("3. | Разработать рекомендации. | май | ИРО.", " | Подготовка наставников | в течение года | ИРО")
    assert [row.number for row in rows] == ["3", None]
    assert doubts(rows) == []


def test_a_capital_without_a_deadline_is_joined_with_a_question() -> None:
    rows = overleaf("3. | Разместить сведения на сайте. | май | ИРО", " | На сайте школы тоже. | | ИРО")
    assert len(rows) == 1
    assert doubts(rows) == ["continuation"]


def test_a_row_cut_by_hand_is_left_as_it_is_with_a_question() -> None:
    rows = order(
        grid(f"{HEADER}{FULL} | Цикл бесед о вреде курения: | май | Психолог\n3. | мифы о вейпе. | май | Психолог")
    ).rows[2:]
    assert [row.number for row in rows] == [None, "3"]
    assert doubts(rows) == ["continuation", "continuation"]


def test_lines_of_one_measure_under_each_other() -> None:
    rows = order(grid(f"{HEADER}{FULL}3. | Рейд | 14.09 | Юдин А.А.\n | | 12.10 | Яшина Б.В.")).rows
    assert (rows[2].deadline, rows[2].responsible) == ("14.09\n12.10", "Юдин А.А.\nЯшина Б.В.")


def test_a_merged_measure_takes_the_rows_beside_it() -> None:
    rows = order(grid(f"{HEADER}{FULL}3. | Рейд | 14.09 | Юдин А.А.\n^ | ^ | 12.10 | Яшина Б.В.")).rows
    assert (len(rows), rows[2].deadline) == (3, "14.09\n12.10")


def test_a_merged_deadline_stands_by_each_measure() -> None:
    rows = order(grid(f"{HEADER}1. | Сбор | май | Юдин А.А.\n2. | Слёт | ^ | ^\n3. | Поход | ^ | Яшина Б.В.")).rows
    assert [(row.deadline, row.responsible) for row in rows] == [
        ("май", "Юдин А.А."),
        ("май", "Юдин А.А."),
        ("май", "Яшина Б.В."),
    ]


def test_a_number_and_nothing_else_is_no_measure() -> None:
    found = order(grid(f"{HEADER}{FULL}3. | | | \n4. | Поход | май | Юдин А.А."))
    assert [row.number for row in found.rows] == ["1", "2", "4"]
    assert found.doubts == ()


def test_measures_that_begin_small_are_not_joined() -> None:
    rows = order(grid("Мероприятие | Срок | Ответственный\nсбор | май | Юдин А.А.\nслёт | май | Юдин А.А.")).rows
    assert [row.measure for row in rows] == ["сбор", "слёт"]


def test_a_deadline_that_both_halves_print_is_taken_once() -> None:
    rows = overleaf("3. | Цикл бесед о | в течение года | Психолог", " | вреде курения | в течение года | ")
    assert [(row.measure, row.deadline) for row in rows] == [("Цикл бесед о вреде курения", "в течение года")]


def test_a_name_beside_a_merged_measure_takes_no_title_from_the_row_above() -> None:
    rows = order(grid(f"{HEADER}1 | Бал | май | Завуч\n^ | ^ | ^ | Рогов Н.Д.\n^ | ^ | ^ | Щукин П.П.")).rows
    assert rows[0].responsible == "Завуч;\nРогов Н.Д.\nЩукин П.П."
    assert doubts(rows) == []


def test_rows_with_a_deadline_and_somebody_each_are_asked_about() -> None:
    rows = order(grid(f"{HEADER}1 | Отчёт | 05.10 | Юдин А.А.\n^ | ^ | 10.10 | Яшина Б.В.\n2 | Бал | май | Завуч")).rows
    assert [[doubt.kind for doubt in row.doubts] for row in rows] == [["continuation"], []]


def test_a_post_cut_by_hand_is_one() -> None:
    cut = "1 | Проведение занятий по технике | май | Классные\n | безопасности | | руководители"
    rows = order(grid(f"{HEADER}{cut}\n2 | Бал | май | Завуч")).rows
    assert rows[0].responsible == "Классные руководители"


def test_two_numbers_in_one_cell_are_asked_about() -> None:
    rows = order(grid(f"{HEADER}1.⏎2. | Приказ⏎План | май⏎июнь | Завуч⏎Психолог\n3. | Бал | май | Завуч")).rows
    assert [row.number for row in rows] == ["1, 2", "3"]
    assert doubts(rows) == ["number_gap"]


PLAIN = "".join(f"Провести {what} | май | Юдин А.А.\n" for what in ("сбор", "сход", "осмотр", "урок"))
LISTS = (
    ("Подготовка документов:⏎а) приказов;", "б) графиков консультаций;⏎в) отчётов"),
    ("Педсоветы: 1) анализ работы школы;", "2) итоги I полугодия"),
    ("Проведение олимпиады:⏎1. Школьного этапа;", "2. Муниципального этапа;⏎3. Регионального этапа"),
    ("Подготовка:⏎1. Приказов.⏎2. Отчётов.", "3. Справок."),
    ("Мероприятия:⏎- День знаний;", "- День учителя;"),
    ("Заседания ШМО:⏎Сентябрь – план работы;", "Декабрь – итоги полугодия"),
)


def test_a_list_is_cut() -> None:
    """The rest of a list is no section's title, with numbers of measures nor without."""
    for above, below in LISTS:
        rows = overleaf(f"3. | {above} | май | ИРО", f" | {below} | | \n4. | Провести сход | май | Юдин А.А.")
        assert [(row.number, row.section) for row in rows] == [("3", None), ("4", None)], below
        assert rows[0].measure.endswith(below.replace("⏎", "\n")), below
        assert doubts(rows) == []
        first = grid(f"Мероприятие | Срок | Ответственный\n{PLAIN}{above} | май | ИРО,", 1)
        second = grid(f"{below} | | Юдин А.А.\nПровести слёт | июнь | ИРО", 2)
        assert len(order(first, second).rows) == 6, below


def test_a_title_on_top_of_a_page_is_no_item() -> None:
    above = "3. | Подготовка:⏎1. Приказов. | май | ИРО"
    assert [row.section for row in overleaf(above, " | 5. Кадры | | \n4. | Сход | май | ИРО")] == [None, "5. Кадры"]
    rows = overleaf(f" | 1. Учёба | | \n{above}", " | 2. Кадры | | \n4. | Сход | май | ИРО")
    assert [row.section for row in rows] == ["1. Учёба", "2. Кадры"]
    rows = overleaf(f" | Раздел 1. Учёба | | \n{above}", " | 2. Кадров | | \n4. | Сход | май | ИРО")
    assert [row.section for row in rows] == ["Раздел 1. Учёба", "Раздел 1. Учёба"]


def test_a_cell_merged_downwards_goes_on_overleaf() -> None:
    first = f"{HEADER}1. | Сход | май | Юдин А.А.\n2. | Сбор | май | ^\n3. | Слёт | июнь | ^"
    second = "4. | Педсовет | май | \n5. | Урок | май | ^\n6. | Смотр | май | ИРО\n7. | Сбор | май | "
    rows = order(grid(first, 1), grid(second, 2)).rows
    assert [row.responsible for row in rows] == [*["Юдин А.А."] * 5, "ИРО", ""]
    assert [len(row.doubts) for row in rows] == [0, 0, 0, 1, 1, 0, 0]
    assert doubts(rows)[0] == "carried"


def test_a_cell_merged_downwards_beside_a_cut_row() -> None:
    first = f"{HEADER}1. | Сход | май | Юдин А.А.\n2. | Сбор для | май | ^"
    second = " | учителей | | \n3. | Урок | май | ^\n4. | Смотр | май | "
    rows = order(grid(first, 1), grid(second, 2)).rows
    assert [(row.measure, row.responsible) for row in rows] == [
        ("Сход", "Юдин А.А."),
        ("Сбор для учителей", "Юдин А.А."),
        ("Урок", "Юдин А.А."),
        ("Смотр", ""),
    ]


def test_an_empty_cell_overleaf_stays_empty() -> None:
    rows = order(grid(HEADER + FULL, 1), grid("3. | Сход | май | \n4. | Сбор | май | Юдин А.А.", 2)).rows
    assert [row.responsible for row in rows[2:]] == ["", "Юдин А.А."]


def test_two_dates_and_two_parties_of_one_measure_are_asked_about() -> None:
    rows = order(grid(HEADER + "1. | Собрания | май | Завуч\n | | июнь | Юдин А.А.\n2. | Слёт | май | Завуч")).rows
    assert ([row.measure for row in rows], doubts(rows)) == (["Собрания", "Слёт"], ["continuation"])


def test_a_row_cut_by_hand_is_not() -> None:
    cut = "1. | Собрания | в течение | Заместитель\n | | года | директора\n2. | Слёт | май | Завуч"
    assert doubts(order(grid(HEADER + cut)).rows) == []


UNNUMBERED = f"Мероприятие | Срок | Ответственный\n{PLAIN}"


def unnumbered(above: str, below: str) -> tuple[RawRow, ...]:
    return order(grid(UNNUMBERED + above, 1), grid(f"Мероприятие | Срок | Ответственный\n{below}", 2)).rows[4:]


@pytest.mark.parametrize(
    ("above", "below", "whole", "asked"),
    [
        # A text alone is hardly a measure, even under a full stop.
        ("Анализ бала. | май | ИРО", "Разбор ошибок | | ", ("Анализ бала. Разбор ошибок", "май", "ИРО"), True),
        # All cells are cut.
        (
            "Бал. | октябрь-ноябрь | Юдин А.А., социальный",
            "Анализ бала | 2020 г. | педагог",
            ("Бал. Анализ бала", "октябрь-ноябрь 2020 г.", "Юдин А.А., социальный педагог"),
            False,
        ),
        # No deadline is a month in the genitive alone.
        (
            "Бал. | последняя неделя | ИРО",
            "Разбор бала. | марта | ",
            ("Бал. Разбор бала.", "последняя неделя марта", "ИРО"),
            False,
        ),
    ],
)
def test_a_row_without_a_number_is_cut_behind_a_full_stop(
    above: str, below: str, whole: tuple[str, str, str], asked: bool
) -> None:
    rows = unnumbered(above, below + "\nПровести слёт | июнь | ИРО")
    assert [(row.measure, row.deadline, row.responsible) for row in rows] == [whole, ("Провести слёт", "июнь", "ИРО")]
    assert doubts(rows) == ["continuation"] * asked


def test_a_text_alone_beside_cells_of_the_page_before_is_cut() -> None:
    first = f"{HEADER}{FULL}3. | Сход. | май | ИРО\n4. | Сбор клуба. | ^ | ^"
    rows = order(grid(first, 1), grid(" | «Заря». | | \n5. | Урок | ^ | ^\n6. | Бал | май | ИРО", 2)).rows[2:]
    assert [(row.measure, row.responsible) for row in rows] == [
        ("Сход.", "ИРО"),
        ("Сбор клуба. «Заря».", "ИРО"),
        ("Урок", "ИРО"),
        ("Бал", "ИРО"),
    ]
    assert doubts(rows) == ["continuation", "carried", "carried"]


def test_a_number_in_the_measure_begins_one_overleaf() -> None:
    first = "Мероприятие | Срок | Ответственный\n1. Провести сбор | май | ИРО\n2. Провести слёт | июнь | Завуч"
    rows = order(grid(first, 1), grid("3. Провести сход | | Юдин А.А.\n4. Провести бал | май | ИРО", 2)).rows
    assert [(row.number, row.responsible) for row in rows[1:]] == [("2", "Завуч"), ("3", "Юдин А.А."), ("4", "ИРО")]


def test_two_whole_deadlines_are_those_of_two_measures() -> None:
    rows = unnumbered("Провести бал | постоянно | ИРО", "Разместить план на сайте | в течение года | ")
    assert [(row.measure, row.deadline) for row in rows] == [
        ("Провести бал", "постоянно"),
        ("Разместить план на сайте", "в течение года"),
    ]
    assert doubts(rows) == ["continuation"]


def test_two_usual_words_are_those_of_two_measures() -> None:
    header = "Мероприятие | Итог | Срок | Ответственный\n"
    plain = "".join(f"Провести {n} сбор | {n} | май | Юдин А.А.\n" for n in ("приказ", "справка") * 2)
    first, second = "Провести бал | приказ | май | ИРО", "Провести слёт | {} | | Юдин А.А."
    for further, count in (("справка", 6), ("и отчёт", 5)):
        rows = order(grid(header + plain + first, 1), grid(header + second.format(further), 2)).rows
        assert (len(rows), doubts(rows)) == (count, ["continuation"])


def test_a_year_alone_overleaf_is_asked_about() -> None:
    rows = unnumbered("Провести бал. | октябрь-ноябрь | ИРО", "Провести слёт | 2020 г. | Завуч")
    assert [row.deadline for row in rows] == ["октябрь-ноябрь", "2020 г."]
    assert doubts(rows) == ["continuation"]


def test_a_number_is_cut() -> None:
    first = "1.1.⏎1 | Провести сбор | май | Юдин А.А.\n1.1. | Провести слёт | июнь | Педагог-"
    rest = "2 | для ребят | | организатор\n1.1.⏎3 | Провести бал | июль | ИРО"
    rows = order(grid(HEADER + first.replace("⏎", " "), 1), grid(HEADER + rest.replace("⏎", " "), 2)).rows
    assert [(row.number, row.measure, row.responsible) for row in rows[1:]] == [
        ("1.1.2", "Провести слёт для ребят", "Педагог-организатор"),
        ("1.1.3", "Провести бал", "ИРО"),
    ]
    assert doubts(rows) == []


def test_a_number_of_another_row_is_not() -> None:
    first, rest = "1. | Провести сбор | май | ИРО\n2. | Провести слёт | июнь | Завуч", "3 | для ребят | | ИРО"
    assert [row.number for row in order(grid(HEADER + first, 1), grid(HEADER + rest, 2)).rows] == ["1", "2", "3"]


@pytest.mark.parametrize("title", ["V. Работа с родителями", "Работа с педагогами"])
@pytest.mark.parametrize(
    "header", ["№ | Мероприятие | Срок | Ответственный", "Форма | Мероприятие | Срок | Ответственный"]
)
def test_no_cell_is_merged_through_a_section_on_top_of_a_page(title: str, header: str) -> None:
    """The cells above it are merged down to the end of the page before."""
    above = grid(f"{header}\n1 | Провести сбор | май | Завуч\n2 | Провести слёт | ^ | ^", 1)
    below = grid(f"{title} | < | < | <\n3 | Провести бал | июнь | Директор\n4 | Провести смотр | июль | Завуч", 2)
    rows = order(above, below).rows
    assert [(row.measure, row.section) for row in rows] == [
        ("Провести сбор", None),
        ("Провести слёт", None),
        ("Провести бал", title),
        ("Провести смотр", title),
    ]
    assert [(row.deadline, row.responsible) for row in rows[2:]] == [("июнь", "Директор"), ("июль", "Завуч")]
    assert not any(row.doubts for row in rows)
