import pytest

from ingest.furniture import is_furniture
from ingest.month_titles import month_of, month_over, time_over
from ingest.titles import is_plan_title, title_mark
from tests.ingest.grids import grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
ROW = " | Провести занятие | май | Юдин А.А.\n"


def sections(drawing: str) -> list[str | None]:
    return [row.section for row in order(grid(HEADER + drawing)).rows]


def test_a_merged_row_is_a_title() -> None:
    assert sections(f"Кадры | < | < | <\n1{ROW}2{ROW}Дети | < | < | <\n3{ROW}") == ["Кадры", "Кадры", "Дети"]


def test_a_title_beside_its_number() -> None:
    assert sections(f"I | Кадры | < | <\n1{ROW}II | Дети | < | <\n2{ROW}") == ["I Кадры", "II Дети"]


@pytest.mark.parametrize("numbers", [("I", "II", "III", "VIII."), ("Раздел 1.", "Раздел 2."), ("1", "2.", "3")])
def test_a_title_beside_its_number_and_nothing_else(numbers: tuple[str, ...]) -> None:
    drawing = "".join(f"{number} | Кадры | | \n1{ROW}2{ROW}" for number in numbers)
    assert sections(drawing) == [f"{number} Кадры" for number in numbers for _ in range(2)]


def test_a_measure_without_deadline_before_a_new_count_stays_a_measure() -> None:
    assert sections(f"1{ROW}2 | Провести слёт | | \n1{ROW}2{ROW}") == [None] * 4
    assert sections(f"Дети | < | < | <\n1 | Слёт | | \nСемья | < | < | <\n1{ROW}") == ["Дети", "Семья"]


def test_a_month_under_a_later_title_is_its_part_as_it_was_before() -> None:
    drawing = f"1. Дети | < | < | <\nМай | < | < | <\n1{ROW}2. Семья | < | < | <\n2{ROW}Май | < | < | <\n3{ROW}"
    assert sections(drawing) == ["1. Дети / Май", "2. Семья", "2. Семья / Май"]


def test_a_title_merged_over_number_and_measure() -> None:
    assert sections(f"Работа с кадрами | < | | \n1{ROW}") == ["Работа с кадрами"]


def test_a_measure_merged_over_its_number_is_no_title() -> None:
    found = order(grid(f"{HEADER}1{ROW}Провести слёт | < | июнь | Юдин А.А.\n3{ROW}"))
    assert [(row.number, row.measure) for row in found.rows][1] == (None, "Провести слёт")


def test_a_title_in_the_first_cell_and_nothing_else() -> None:
    assert sections(f"Организационные мероприятия | | |\n1{ROW}") == ["Организационные мероприятия"]


def test_a_title_in_the_measure_cell_and_nothing_else_is_asked_about() -> None:
    found = order(grid(f"{HEADER} | Работа с родителями | | \n1{ROW}"))
    assert found.sections == ("Работа с родителями",)
    assert [doubt.kind for doubt in found.rows[0].doubts] == ["section"]


def test_a_numbered_title_heads_the_numbers_below_it() -> None:
    assert sections(f"1 | Кадры | | \n1.1{ROW}1.2{ROW}2 | Дети | | \n2.1{ROW}") == ["1 Кадры", "1 Кадры", "2 Дети"]


def test_a_measure_without_deadline_and_responsible_stays_a_measure() -> None:
    found = order(grid(f"{HEADER}1{ROW}2 | Провести слёт | | \n3{ROW}"))
    assert [row.number for row in found.rows] == ["1", "2", "3"]
    assert found.sections == ()


def test_two_levels() -> None:
    drawing = f"""Раздел 1. Кадры | < | < | <
Курсы | < | < | <
1{ROW}Обмен опытом | < | < | <
2{ROW}Раздел 2. Дети | < | < | <
3{ROW}"""
    assert sections(drawing) == ["Раздел 1. Кадры / Курсы", "Раздел 1. Кадры / Обмен опытом", "Раздел 2. Дети"]


def test_a_title_cut_by_a_page() -> None:
    first = grid(f"{HEADER}1{ROW}Сопровождение педагогов дополнительного | | |", 1)
    second = grid(f"{HEADER}образования | | |\n2{ROW}", 2)
    assert order(first, second).sections == ("Сопровождение педагогов дополнительного образования",)


def test_two_titles_parted_by_a_page_stay_two() -> None:
    first = grid(f"{HEADER}1{ROW}Раздел 2. Кадры. | < | < | <", 1)
    second = grid(f"{HEADER}2.1. Курсы | < | < | <\n2{ROW}", 2)
    assert order(first, second).rows[1].section == "Раздел 2. Кадры. / 2.1. Курсы"


@pytest.mark.parametrize("above", ["IV. Декабрь", "РАБОТА С КАДРАМИ"])
def test_a_title_that_stands_elsewhere_too_is_no_rest_of_one(above: str) -> None:
    first = grid(f"{HEADER}Раздел 1 | < | < | <\nРабота с детьми | < | < | <\n1{ROW}{above} | < | < | <", 1)
    second = grid(f"{HEADER}Работа с детьми | < | < | <\n2{ROW}", 2)
    assert order(first, second).rows[1].section == f"{above} / Работа с детьми"


def test_a_title_under_a_month_is_no_rest_of_it() -> None:
    first = grid(f"{HEADER}1{ROW}IV. Декабрь | < | < | <", 1)
    second = grid(f"{HEADER}Работа с детьми | < | < | <\n2{ROW}", 2)
    assert order(first, second).rows[1].section == "IV. Декабрь / Работа с детьми"


def test_numerals_with_mistakes() -> None:
    drawing = "".join(f"{numeral} Работа | < | < | <\n1{ROW}" for numeral in ("III.", "VI.", "V.", "VI."))
    assert sections(drawing) == ["III. Работа", "VI. Работа", "V. Работа", "VI. Работа"]


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("СЕНТЯБРЬ", "сентябрь"),
        ("Октябрь 2020 г.", "октябрь"),
        ("Месяц: май", "май"),
        ("Ноябрь - декабрь", None),
        ("Майские праздники", None),
        ("Сентябрь – месячник безопасности", "сентябрь"),
        ("Сентябрь. Месячник «Внимание, дети!»", "сентябрь"),
        ("ОКТЯБРЬ\nДевиз месяца: «Спешим помочь»", "октябрь"),
        ("Декабрь «Зимний бал»", "декабрь"),
        ("ЯНВАРЬ (тема: «Наша зима»)", "январь"),
        ("НОЯБРЬ (Предметная неделя)", "ноябрь"),
        ("НОЯБРЬ (осенние каникулы 28.10-04.11)", "ноябрь"),
        ("Ноябрь (вторая неделя)", None),
        ("7. Март", "март"),
        ("3.6. Февраль", "февраль"),
        ("IX. Май", "май"),
        ("Апрель 2023 года. Месячник экологии", "апрель"),
        ("МАЙ: «Помним»", "май"),
        ("Август. Подготовка к 1 сентября", "август"),
        ("Сентябрь, октябрь", None),
        ("Мартовские чтения", None),
        ("Мероприятия к 9 мая", None),
        ("Ноябрь: провести рейд", None),
        ("Октябрь (по графику)", None),
        ("Октябрь, 1-5", None),
    ],
)
def test_month_of_a_title(title: str, month: str | None) -> None:
    assert month_of(title) == month


@pytest.mark.parametrize(
    ("titles", "month"),
    [
        (("План на январь",), "январь"),
        (("План работы на октябрь 2022 г.", "Работа с детьми"), "октябрь"),
        (("План на октябрь", "Ноябрь. Месячник права"), "ноябрь"),
        (("Сентябрь", "Праздник 8 Марта"), "сентябрь"),
        (("Сентябрь", "Мероприятия октября"), None),
        (("Сентябрь – октябрь",), None),
        (("Сентябрь – октябрь", "Октябрь"), "октябрь"),
    ],
)
def test_month_that_titles_give_to_bare_days(titles: tuple[str, ...], month: str | None) -> None:
    assert month_over(titles) == month


def test_a_month_right_above_a_table_is_for_that_table_alone() -> None:
    table = "Мероприятие | Срок | Ответственный\nСлёт | 5-9 | Завхоз\nСбор | до 20 | Завхоз"
    annual = order("Годовой план работы", "План на сентябрь", grid(table), "План на октябрь", grid(table))
    assert [row.deadline_hint for row in annual.rows] == ["сентябрь", "сентябрь", None, None]
    assert annual.plan_titles == ("Годовой план работы", "План на октябрь")
    unread = order("План на сентябрь", grid(table), "Мероприятия ноября", grid(table))
    assert unread.plan_titles == ("План на сентябрь", "Мероприятия ноября")


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("Раздел 1. Кадры", "part"),
        ("IV.Кадры", "roman"),
        ("II Кадры", "roman"),
        ("1. Кадры", "arabic"),
        ("1.2. Кадры", "dotted2"),
        ("а) кадры", "letter"),
        ("КАДРЫ", "capitals"),
        ("Кадры", "plain"),
        ("Март", "month"),
        ("01.09.2020 Линейка", "plain"),
    ],
)
def test_mark_of_a_title(title: str, mark: str) -> None:
    assert title_mark(title) == mark


def test_what_stands_between_tables() -> None:
    assert (
        is_plan_title("Приложение № 2 к приказу") and is_plan_title("ПЛАН работы") and is_plan_title("«Дорожная карта»")
    )
    assert not is_plan_title("Планируемые результаты") and not is_plan_title("Работа с родителями")
    assert is_furniture("- 3 -") and is_furniture("Стр. 2 из 5") and is_furniture("Продолжение таблицы 1")
    assert is_furniture("Исп. Юдин А.А., тел. 2-34-56") and is_furniture("Исполнитель: А.А. Юдин 8 (12345) 2-34-56 1")
    assert not is_furniture("II. Кадры") and not is_furniture("Исп. Юдин А.А., директор школы")


def test_sums_under_the_rows_are_no_measure() -> None:
    drawing = f"№ | Мероприятие | Срок | Ответственный | Рублей\n1{ROW.strip()} | 5\nИтого | < | < | < | 5"
    found = order(grid(drawing))
    assert [row.measure for row in found.rows] == ["Провести занятие"]
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("leftover", "Итого 5")]


def test_a_table_inside_a_measure_whose_lines_touch_the_plans() -> None:
    header = "№ | Мероприятие | < | Срок | Ответственный\n"
    found = order(
        grid(f"{header}1 | Посетить школы: | < | май | Юдин А.А.\n^ | Школа | Дата | ^ | ^\n^ | № 2 | 16.11 | ^ | ^")
    )
    assert [row.measure for row in found.rows] == ["Посетить школы:\nШкола\nДата\n№ 2\n16.11"]


def test_a_number_outside_ends_the_section_of_its_parent() -> None:
    drawing = f"1 | Кадры | | \n1.1{ROW}2{ROW}3 | Дети | | \n3.1{ROW}4{ROW}5{ROW}"
    assert sections(drawing) == ["1 Кадры", None, "3 Дети", None, None]


def test_the_section_around_a_parent_holds_on() -> None:
    drawing = f"Раздел А. Школа | < | < | <\n1{ROW}2 | Кадры | | \n2.1{ROW}3{ROW}"
    around = "Раздел А. Школа"
    assert sections(drawing) == [around, f"{around} / 2 Кадры", around]


def test_a_measure_without_a_number_stands_where_the_one_above_it_does() -> None:
    assert sections(f"1 | Кадры | | \n1.1{ROW}2{ROW}{ROW}") == ["1 Кадры", None, None]


def test_a_doubtful_title_is_asked_about_on_its_measures_and_ends_no_section() -> None:
    rows = order(grid(f"{HEADER}Ноябрь | < | < | <\n1{ROW} | Каникулы | | \n2{ROW}3{ROW}Май | < | < | <\n4{ROW}")).rows
    assert [row.section for row in rows] == ["Ноябрь", "Ноябрь / Каникулы", "Ноябрь / Каникулы", "Май"]
    assert [row.deadline_hint for row in rows] == ["ноябрь", "ноябрь", "ноябрь", "май"]
    assert [[(d.kind, d.surface) for d in row.doubts] for row in rows] == [
        [], [("section", "Каникулы")], [("section", "Каникулы")], []
    ]  # fmt: skip


def test_a_doubtful_title_over_nothing_is_a_question_of_the_file() -> None:
    found = order(grid(f"{HEADER}1{ROW} | Каникулы | | "))
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("section", "Каникулы")]


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("В течение месяца: контроль посещаемости (соц. педагог)", True),
        ("В течение недели выставка книг", True),
        ("Ответственный за раздел: Рогов Н.Д.", True),
        ("Цель: сплочение коллектива", True),
        ("Выпуск газеты 5 октября, Рогов Н.Д.", True),
        ("Осенние каникулы: с 01.11.2021 по 07.11.2021", False),
        ("В течение года", False),
        ("Работа с учителями", False),
        ("3. Спорт (отв. Щукин П.П.)", False),
    ],
)
def test_a_row_across_the_table_that_is_no_title_is_asked_about(title: str, asked: bool) -> None:
    rows = order(grid(f"{HEADER}1{ROW}{title} | < | < | <\n2{ROW}")).rows
    assert [doubt.kind for doubt in rows[1].doubts] == ["section"] * asked


def test_a_goal_under_a_title_is_a_part_of_it() -> None:
    rows = order(grid(f"{HEADER}1. Спорт | < | < | <\nЦель: здоровье | < | < | <\n1{ROW}")).rows
    assert (rows[0].section, rows[0].doubts) == ("1. Спорт / Цель: здоровье", ())


def test_a_total_for_a_year_is_no_measure() -> None:
    drawing = (
        f"№ | Мероприятие | Срок | Ответственный | Рублей\n1{ROW.strip()} | 5\n | Всего по плану: | 2021-2022 | | 5"
    )
    found = order(grid(drawing))
    assert [row.measure for row in found.rows] == ["Провести занятие"]
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("leftover", "Всего по плану: 2021-2022 5")]


def test_numbered_titles_over_measures_that_are_counted_on() -> None:
    drawing = "1 | Кадры | | \n1 | Сбор | май | ИРО\n2 | Слёт | май | ИРО\n2 | Дети | | \n3 | Игра | май | Завуч"
    assert sections(drawing) == ["1 Кадры", "1 Кадры", "2 Дети"]


def test_numerals_in_cyrillic_letters() -> None:
    assert sections("ІІІ. | Кадры | | \n1 | Сбор | май | ИРО") == ["ІІІ. Кадры"]


@pytest.mark.parametrize(
    ("numbers", "responsible", "asked", "asked_of_all"),
    [
        (("1", "2", "3"), "ИРО", 0, 0),  # the measures have numbers, the titles none
        (("", "", ""), "ИРО", 0, 1),
        (("", "", ""), "", 3, 0),  # not every measure has all: a title may be one as well
    ],
)
def test_titles_that_only_empty_cells_show(
    numbers: tuple[str, ...], responsible: str, asked: int, asked_of_all: int
) -> None:
    first, second, third = numbers
    rows = f" | Кадры | | \n{first} | Сбор | май | {responsible}\n{second} | Слёт | май | ИРО\n | Дети | | \n"
    found = order(grid(f"№ | Мероприятие | Срок | Ответственный\n{rows}{third} | Игра | май | Завуч"))
    assert [row.section for row in found.rows] == ["Кадры", "Кадры", "Дети"]
    assert len([doubt for row in found.rows for doubt in row.doubts if doubt.kind == "section"]) == asked
    assert len([doubt for doubt in found.doubts if doubt.kind == "section"]) == asked_of_all


@pytest.mark.parametrize(
    ("title", "deadline"),
    [
        ("Сентябрь", "Сентябрь"),
        ("Сентябрь 2020 г.", "Сентябрь 2020 г."),
        ("IX. Сентябрь", "сентябрь"),
        ("Сентябрь – месячник безопасности", "сентябрь"),
        ("Кадры", ""),
        ("Сентябрь – октябрь", "Сентябрь – октябрь"),
        ("План работы на сентябрь", "сентябрь"),
    ],
)
def test_a_month_over_rows_without_deadlines_is_theirs(title: str, deadline: str) -> None:
    drawing = (
        f"№ | Мероприятие | Ответственный\n{title} | < | <\n1 | Провести сбор | Завуч\nКадры | < | <\n2 | Бал | Завуч"
    )
    assert [row.deadline for row in order(grid(drawing)).rows] == [deadline, ""]


def test_a_month_over_an_empty_deadline_is_not_it() -> None:
    found = order(grid(f"{HEADER}Сентябрь | < | < | <\n1 | Провести сбор | | Завуч\n2 | Слёт | май | Завуч"))
    assert [row.deadline for row in found.rows] == ["", "май"]


TABLE = "№ | Мероприятие | Срок | Ответственный\n1 | {} | май | Завхоз"


@pytest.mark.parametrize(
    ("paragraph", "title", "section"),
    [
        (
            "ПЛАН\nработы на 2020-2021 учебный год\nРаздел 1. Кадры",
            "ПЛАН работы на 2020-2021 учебный год",
            "Раздел 1. Кадры",
        ),
        ("План работы школы\nI. Кадры", "План работы школы", "I. Кадры"),
        ("План работы на 2021 год\nРабота с детьми", "План работы на 2021 год", "Работа с детьми"),
        ("План работы на\nI полугодие 2021 года", "План работы на I полугодие 2021 года", None),
        ("План работы\nМБОУ СОШ № 5", "План работы МБОУ СОШ № 5", None),
    ],
)
def test_a_section_in_the_paragraph_of_the_plans_title(paragraph: str, title: str, section: str | None) -> None:
    """A PDF's lines without a gap between them."""
    below = ["II. Дети", grid(TABLE.format("Слёт").replace("1 |", "2 |"))]
    plan = order(paragraph, grid(TABLE.format("Сбор")), *below)
    assert (plan.rows[0].section, plan.head.title) == (section, title)


def test_a_section_of_each_of_many_plans_is_no_running_head() -> None:
    child, parent = grid(TABLE.format("Сбор")), grid(TABLE.format("Чай"))
    plans = [
        block for form in (5, 6, 7) for block in (f"План работы в {form} классе", "Дети", child, "Родители", parent)
    ]
    assert [row.section for row in order(*plans).rows] == ["Дети", "Родители"] * 3


@pytest.mark.parametrize("title", ["Сентябрь", "1. Кадры", "II. Дети"])
def test_a_marked_title_is_no_running_head(title: str) -> None:
    blocks = [block for _ in range(3) for block in (title, grid(TABLE.format("Сбор")))]
    assert [row.section for row in order("План работы", *blocks).rows] == [title] * 3


def test_a_parts_title_over_the_first_sections() -> None:
    first, second = grid(TABLE.format("Сбор")), grid(TABLE.format("Слёт").replace("1 |", "2 |"))
    found = order("План работы на 2021 год", "РАЗДЕЛ 1. Кадры", "1.1. Педсоветы", first, "1.2. Курсы", second)
    assert [row.section for row in found.rows] == ["РАЗДЕЛ 1. Кадры / 1.1. Педсоветы", "РАЗДЕЛ 1. Кадры / 1.2. Курсы"]


@pytest.mark.parametrize(
    "title", ["В течение года", "Весь учебный год", "Ежемесячно", "Летние каникулы", "Июнь – август"]
)
def test_a_time_is_of_the_level_of_the_months(title: str) -> None:
    rows = ["Май | < | <", "Учёба | < | <", "Сбор | до 25 | Завхоз", f"{title} | < | <", "Слёт | до 25 | Завхоз"]
    found = order(grid("Мероприятие | Срок | Ответственный\n" + "\n".join(rows)))
    assert [(row.section, row.deadline_hint) for row in found.rows] == [("Май / Учёба", "май"), (title, None)]


def test_a_title_that_is_printed_again_is_a_part() -> None:
    """«Дети» over «Учёба» and «Досуг», then «Семья» over both again: nothing but their words marks the levels."""
    parts = ["Дети", "Учёба", "1", "Досуг", "2", "Семья", "Учёба", "3", "Досуг", "4"]
    drawing = "".join(f"{part}{ROW}" if part.isdigit() else f"{part} | < | < | <\n" for part in parts)
    assert sections(drawing) == ["Дети / Учёба", "Дети / Досуг", "Семья / Учёба", "Семья / Досуг"]


@pytest.mark.parametrize(
    ("further", "first"),
    [(("Семья", "Досуг"), "Дети"), (("Дополнительно",), None), ((), None)],  # one title may stand over what is left
)
def test_a_text_over_a_table_whose_other_parts_have_titles(further: tuple[str, ...], first: str | None) -> None:
    rows = "".join(f"{title} | < | < | <\n{at}{ROW}" for at, title in enumerate(further, 2))
    found = order("План работы на 2021 год", "Дети", grid(f"{HEADER}1{ROW}{rows}"))
    assert [row.section for row in found.rows] == [first, *further]


@pytest.mark.parametrize(
    ("titles", "when"),
    [
        (["Сентябрь 2022 г."], "Сентябрь 2022 г."),
        (["Октябрь – ноябрь"], "Октябрь – ноябрь"),
        (["Март, апрель"], "Март, апрель"),
        (["II полугодие"], "II полугодие"),
        (["1 четверть:"], "1 четверть:"),
        (["Май (1 неделя)"], "Май (1 неделя)"),
        (["В течение года", "Работа с родителями"], "В течение года"),
        (["II полугодие", "Февраль"], "Февраль"),
        (["Февраль – месячник права"], "февраль"),
        (["Октябрь – ноябрь", "Мероприятия ноября"], "Октябрь – ноябрь"),
        (["Октябрь – ноябрь", "Мероприятия мая"], ""),
        (["Заседание № 8 (июнь)"], ""),
        (["Итоги II полугодия"], ""),
        (["1 четверть: адаптация пятиклассников"], ""),
    ],
)
def test_what_titles_say_of_when(titles: list[str], when: str) -> None:
    assert time_over(titles) == when


def test_a_title_of_two_months_in_the_number_column() -> None:
    drawing = f"Сентябрь-октябрь | | | \n1{ROW}Ноябрь-декабрь | | | \n2{ROW}"
    assert sections(drawing) == ["Сентябрь-октябрь", "Ноябрь-декабрь"]
    assert sections(f"Кадры | < | < | <\nЕГЭ-1{ROW}ЕГЭ-2{ROW}") == ["Кадры", "Кадры"]


def test_a_title_is_the_deadline_where_no_column_is() -> None:
    drawing = "№ | Мероприятие | Ответственный\nОктябрь – ноябрь | < | <\n1 | Слёт | Юдин А.А.\n2 | Сбор | Юдин А.А.\n"
    assert [row.deadline for row in order(grid(drawing)).rows] == ["Октябрь – ноябрь"] * 2
