import pytest

from ingest.columns.columns import find_header
from ingest.columns.header import Header
from ingest.columns.headings import heading_role
from ingest.errors import NoMeasureTable
from ingest.merges import row_spans
from ingest.vocabulary import load_entries
from tests.ingest.grids import grid, order


def header(drawing: str) -> Header | None:
    return find_header(row_spans(grid(drawing)))


def roles(drawing: str) -> list[str]:
    found = header(drawing)
    assert found is not None
    return [column.role for column in found.columns]


def test_order_of_306() -> None:
    drawing = "№ п\\п | Мероприятия | Сроки исполнения | Ответственные исполнительные"
    assert roles(drawing + "\n1. | Выявление школ | до 1 ноября | ИРО") == [
        "number",
        "measure",
        "deadline",
        "responsible",
    ]


def test_deadline_first_and_no_numbers() -> None:
    assert roles("Срок | Мероприятие | Ответственные\nмай | Сбор | Учителя") == ["deadline", "measure", "responsible"]


def test_responsible_before_deadline() -> None:
    assert roles("№ | Мероприятия | Исполнители | Срок\n1 | Сбор | Учителя | май") == [
        "number",
        "measure",
        "responsible",
        "deadline",
    ]


def test_two_responsible_columns_are_joined() -> None:
    found = order(grid("Мероприятие | Ответственный | Срок | Исполнитель\nСбор | Начальник отдела | май | Юдин А.А."))
    assert found.rows[0].responsible == "Начальник отдела\nЮдин А.А."
    assert (found.rows[0].extra, found.rows[0].borders) == ((), (len("Начальник отдела"),))


def test_a_post_and_its_name_are_one_party() -> None:
    drawing = "Мероприятие | Ответственный, должность | Ф.И.О. ответственного\nСбор | Методист | Юдин А.А."
    row = order(grid(drawing)).rows[0]
    assert (row.responsible, row.borders) == ("Методист\nЮдин А.А.", ())


def test_header_in_two_merged_rows() -> None:
    drawing = """
        № | Мероприятие | Сроки  | <         | Ответственный
        ^ | ^           | начало | окончание | ^
        1 | Сбор        | 01.09  | 10.09     | Учителя
    """
    found = header(drawing)
    assert found is not None and found.end == 2
    assert [column.header for column in found.columns][2:4] == ["Сроки / начало", "Сроки / окончание"]
    assert order(grid(drawing)).rows[0].deadline == "01.09 – 10.09"


def test_header_in_two_rows_without_merged_cells() -> None:
    drawing = """
        № | Мероприятие | Исполнение | | Результат
          |             | срок | ответственный |
        1 | Сбор металлолома | май | Учителя | справка
    """
    row = order(grid(drawing)).rows[0]
    assert (row.deadline, row.responsible) == ("май", "Учителя")


def test_header_under_a_title_and_over_a_row_of_numbers() -> None:
    found = header("""
        План работы на год | < | <
        Мероприятие | Срок | Ответственный
        1 | 2 | 3
        Сбор | май | Учителя
    """)
    assert found is not None and (found.first, found.end) == (1, 3)


def test_header_and_rows_cut_at_different_grid_columns() -> None:
    row = order(
        grid("""
        № | Мероприятие | < | Срок | Ответственный | <
        1 | Сбор | ноябрь | < | Юдин А.А. | Яшин Б.Б.
        2 | Слёт | <      | май | Учителя   | <
    """)
    ).rows
    assert (row[0].measure, row[0].deadline, row[0].responsible) == ("Сбор", "ноябрь", "Юдин А.А.\nЯшин Б.Б.")
    assert (row[1].measure, row[1].deadline, row[1].responsible) == ("Слёт", "май", "Учителя")


@pytest.mark.parametrize(
    "drawing",
    [
        "№ | Мероприятие | < | Срок | Ответственный\n1 | Сбор | май | < | Юдин А.А.",
        "№ | Мероприятие | < | < | Срок | Ответственный\n1 | Сбор | май | < | < | Юдин А.А.",  # more under the other
        "№ | Мероприятие | Срок | < | Ответственный\n1 | Сбор | май | Юдин А.А. | <",
        "№ | Мероприятие | Срок | < | Ответственный\n1 | Сбор | < | май | Юдин А.А.",
    ],
)
def test_a_row_of_as_many_cells_has_one_under_each_heading(drawing: str) -> None:
    (row,) = order(grid(drawing)).rows
    assert (row.measure, row.deadline, row.responsible, row.doubts) == ("Сбор", "май", "Юдин А.А.", ())


def test_as_many_cells_elsewhere_are_not_counted_off() -> None:
    """Both halves of the measure stand under it, and who is responsible under the deadline too."""
    drawing = """
        № | Мероприятие | < | Срок | Ответственный
        1 | Сбор | отчётов | Юдин А.А., май | <
    """
    (row,) = order(grid(drawing)).rows
    assert row.measure == "Сбор\nотчётов"
    assert row.doubts


def test_a_cell_of_equal_parts_goes_where_nothing_else_stands() -> None:
    drawing = """
        № | Мероприятие | < | Срок | Ответственный | Отметка
        1 | Сбор | май | < | Юдин А.А. | <
    """
    (row,) = order(grid(drawing)).rows
    assert (row.measure, row.deadline, row.responsible) == ("Сбор", "май", "Юдин А.А.")


def test_further_columns_keep_their_headings() -> None:
    row = order(grid("Мероприятие | Срок | Отметка | Отметка |  \nСбор | май | да | нет | ещё")).rows[0]
    assert row.extra == (("Отметка", "да"), ("Отметка (4)", "нет"), ("столбец 5", "ещё"))


def test_a_month_column_beside_the_dates_gives_the_month() -> None:
    rows = order(grid("Месяц | Дата | Мероприятие\nСентябрь | 5 | Линейка\n^ | 17 | Поход")).rows
    assert [(row.deadline, row.deadline_hint) for row in rows] == [("5", "сентябрь"), ("17", "сентябрь")]


def test_days_and_weeks_beside_a_month_column_are_deadlines() -> None:
    days = order(grid("Месяц | Число | Мероприятие\nМай | 24-28 | Слёт\n | 30 | Поход\nИюнь | | Отчёт")).rows
    assert [(row.deadline, row.deadline_hint) for row in days] == [("24-28", "май"), ("30", "май"), ("Июнь", "июнь")]
    weeks = order(grid("Месяц | Неделя | Мероприятие\nМай | 1 | Слёт\n | 2-3 | Поход\n | 5-9 | Игра\n | все | Уборка"))
    assert [row.deadline for row in weeks.rows] == ["Неделя: 1", "Неделя: 2-3", "5-9", "все"]
    assert {row.deadline_hint for row in weeks.rows} == {"май"}


def test_a_number_without_a_month_column_is_no_deadline() -> None:
    row = order(grid("Мероприятие | Срок | Число | Ответственный\nСбор | май | 12 | Завхоз")).rows[0]
    assert (row.deadline, row.extra) == ("май", (("Число", "12"),))


def test_a_month_left_empty_under_another_title_is_unknown() -> None:
    drawing = "Месяц | Число | Мероприятие\nМай | 5 | Слёт\n1. Семья | < | <\n | 7 | Поход"
    assert [row.deadline_hint for row in order(grid(drawing)).rows] == ["май", None]


@pytest.mark.parametrize(
    "drawing",
    [
        "Дата | № протокола | Тема\n01.09 | 1 | О плане работы на год",
        "№ | Мероприятие | Объём финансирования, тыс. руб. | Источник\n1 | Ремонт | 100 | бюджет",
        "№ | Показатель | Ед. изм. | 2020 | 2021\n1 | Доля учителей | % | 20 | 30",
        "СОГЛАСОВАНО | УТВЕРЖДАЮ\nПредседатель | Директор",
        "№ | Ф.И.О. | Должность | Телефон\n1 | Юдин А.А. | директор | 2-12-85",
        "Наименование | Срок\nПоставка парт | май",
    ],
)
def test_other_tables_have_no_header(drawing: str) -> None:
    assert header(drawing) is None


def test_a_measure_that_speaks_like_a_header_is_a_measure() -> None:
    rows = order(
        grid("""
        Мероприятие | Срок | Ответственный
        Мероприятия ко Дню матери | ноябрь | Ответственный за ВР
        Мероприятия ко Дню Победы | май | Ответственный за ВР
    """)
    ).rows
    assert [row.deadline for row in rows] == ["ноябрь", "май"]


@pytest.mark.parametrize(
    "header",
    [
        "Мероприятие | Начало | Окончание | Ответственный",
        "Мероприятие | Плановое начало | Плановое окончание | Ответственный",
        "Мероприятие | с | по | Ответственный",
        "Мероприятие | От | До | Ответственный",
        "Мероприятие | Период реализации | < | Ответственный\n^ | с | по | ^",
        "Мероприятие | Срок | < | Ответственный\n^ | от | до | ^",
    ],
)
def test_a_start_and_an_end_are_one_period(header: str) -> None:
    found = order(grid(f"{header}\nСбор | 01.10.2021 | 31.10.2021 | Учителя\nСлёт | сентябрь | май | Учителя"))
    assert [row.deadline for row in found.rows] == ["01.10.2021 – 31.10.2021", "сентябрь – май"]
    assert (found.rows[0].extra, found.doubts) == ((), ())


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ("01.10.2021 | 31.10.2021", False),
        ("05.10.2021 | ", True),
        (" | 15.11.2021", True),
        ("постоянно | ", False),
        ("до 5 октября | ", False),
        ("в течение года | <", False),
    ],
)
def test_half_a_period_is_asked_about(cells: str, asked: bool) -> None:
    found = order(grid(f"Мероприятие | с | по | Ответственный\nСбор | {cells} | Учителя"))
    assert [doubt.kind for doubt in found.rows[0].doubts] == ["deadline_text"] * asked


def test_the_day_of_the_event_is_the_deadline_wherever_its_column_stands() -> None:
    drawing = "Срок подготовки | Мероприятие | Дата проведения | Ответственный\nдо 10.09 | Слёт | 12.09 | Учителя"
    found = order(grid(drawing))
    assert (found.rows[0].deadline, found.rows[0].extra) == ("12.09", (("Срок подготовки", "до 10.09"),))
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("unknown_column", "Срок подготовки")]


def test_a_report_beside_the_plan_is_extra() -> None:
    drawing = """
        Мероприятие | План | <             | Факт | <
        ^           | Срок | Ответственный | Срок | Ответственный
        Беседа      | май  | Учителя       | 12.05 | Рогов Н.Д.
    """
    row = order(grid(drawing)).rows[0]
    assert (row.deadline, row.responsible) == ("май", "Учителя")
    assert row.extra == (("Факт / Срок", "12.05"), ("Факт / Ответственный", "Рогов Н.Д."))


def test_a_further_label_over_deadlines_and_people_is_asked_about() -> None:
    drawing = """
        Мероприятие | Школьный этап | <   | Районный этап | <
        ^           | Срок | Ответственный | Срок | Ответственный
        Олимпиада   | май  | Учителя       | июнь | Рогов Н.Д.
    """
    found = order(grid(drawing))
    assert (found.rows[0].deadline, found.rows[0].responsible) == ("май", "Учителя")
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("unknown_column", "Районный этап")]


def test_a_table_in_two_halves_is_read_one_half_after_the_other() -> None:
    header = "Дата | Мероприятие | Ответственный"
    drawing = f"{header} | {header}\n05.10 | Сбор | Рогов Н.Д. | 02.11 | Кросс | Щукин П.П.\n12.10 | Бал | Завуч | | |"
    found = order(grid(drawing))
    assert [(row.measure, row.deadline, row.responsible) for row in found.rows] == [
        ("Сбор", "05.10", "Рогов Н.Д."),
        ("Бал", "12.10", "Завуч"),
        ("Кросс", "02.11", "Щукин П.П."),
    ]
    assert found.doubts == ()


def test_columns_of_years_give_their_year() -> None:
    drawing = """
        Мероприятие | Срок исполнения | <    | <    | Ответственный
        ^           | 2022            | 2023 | 2024 | ^
        Ремонт      | до 1 июня       | май  |      | Завхоз
        Слёт        |                 |      | +    | Завуч
    """
    rows = order(grid(drawing)).rows
    assert [row.deadline for row in rows] == ["2022: до 1 июня;\n2023: май", "2024: +"]


CLASSES = """
    Мероприятие | Сроки проведения | <   | Ответственный
    ^           | {}               | {}  | ^
    Встреча     | 21.09            | {}  | Завуч
    Игра        | апрель           | апрель | Завуч
"""


@pytest.mark.parametrize("entry", load_entries("columns", "classes"), ids=lambda entry: entry["seen"])
def test_deadlines_of_classes_keep_their_heading(entry: dict[str, str]) -> None:
    rows = order(grid(CLASSES.format("10-11 классы", entry["seen"], "22.09"))).rows
    assert [row.deadline for row in rows] == [f"10-11 классы: 21.09;\n{entry['seen']}: 22.09", "апрель"]


def test_a_class_beside_its_date_is_no_deadline() -> None:
    rows = order(grid(CLASSES.format("Дата", "Класс", "9"))).rows
    assert [row.deadline for row in rows] == ["21.09", "апрель"]


def test_ticks_under_months_are_deadlines() -> None:
    drawing = """
        Мероприятие | Сентябрь | Октябрь | Ответственный
        Слёт        | +        |         | Завуч
        Поход       | +        | V       | Завуч
    """
    rows = order(grid(drawing)).rows
    assert [row.deadline for row in rows] == ["Сентябрь: +", "Сентябрь: +;\nОктябрь: V"]


TICKED = "Мероприятие | {} | Ответственный\nСлёт | {} | Завуч\nПоход | {} | Завуч"
PLUS = "+ |   | + |  "


@pytest.mark.parametrize(
    ("headings", "times"),
    [
        ("сент | окт | нояб | дек", ("сент", "нояб")),
        ("дек. | янв. | фев. | март", ("дек.", "фев.")),
        ("июнь | июль | авг | сен", ("июнь", "авг")),
        ("1 кв | 2 кв | 3 кв | 4 кв", ("1 кв", "3 кв")),
        ("I кв. | II кв. | I полуг. | II полуг.", ("I кв.", "I полуг.")),
        ("Н | Д | Я | Ф", ("ноябрь", "январь")),
    ],
)
def test_ticks_under_short_names(headings: str, times: tuple[str, str]) -> None:
    rows = order(grid(TICKED.format(headings, PLUS, PLUS))).rows
    assert [row.deadline for row in rows] == [f"{times[0]}: +;\n{times[1]}: +"] * 2
    assert rows[0].extra == ()


@pytest.mark.parametrize(
    ("label", "marks", "times"),
    [
        ("Месяцы", "09 | 10 | 11 | 12", ("сентябрь", "ноябрь")),
        ("Сроки проведения (месяц)", "XII | I | II | III", ("декабрь", "февраль")),
        ("Месяц", "Я | Ф | М | А", ("январь", "март")),
        ("Месяц", "I⏎X | X | X⏎I | X II", ("сентябрь", "ноябрь")),  # narrow columns
        ("Месяцы", "Сен⏎тябрь | Октя⏎брь | Ноя⏎брь | Дека⏎брь", ("Сентябрь", "Ноябрь")),
    ],
)
def test_ticks_under_marks_of_months(label: str, marks: str, times: tuple[str, str]) -> None:
    drawing = f"""
        № | Мероприятие | {label} | < | < | < | Ответственный
        ^ | ^ | {marks} | ^
        1 | Слёт | {PLUS} | Завуч
        2 | Поход | {PLUS} | Завуч
    """
    rows = order(grid(drawing)).rows
    assert [row.deadline for row in rows] == [f"{times[0]}: +;\n{times[1]}: +"] * 2
    assert rows[0].extra == ()


def test_ticks_under_an_unknown_heading_among_times_are_asked_about() -> None:
    found = order(grid(TICKED.format("Сентябрь | каникулы | Октябрь | Ноябрь", "  | + | + |  ", PLUS)))
    assert [row.deadline for row in found.rows] == ["Октябрь: +", "Сентябрь: +;\nОктябрь: +"]
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("unknown_column", "каникулы")]


def test_ticks_beside_times_under_one_heading_are_asked_about() -> None:
    drawing = f"""
        № | Мероприятие | Месяц | < | < | < | Ответственный
        ^ | ^ | лето | IX | X | XI | ^
        1 | Слёт | {PLUS} | Завуч
        2 | Поход | {PLUS} | Завуч
    """
    found = order(grid(drawing))
    assert [row.deadline for row in found.rows] == ["октябрь: +"] * 2
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("unknown_column", "Месяц / лето")]


def test_ticks_under_quarters_keep_their_heading() -> None:
    drawing = """
        № | Мероприятие | Сроки (четверть) | < | < | < | Ответственный
        ^ | ^           | I | II | III | IV | ^
        1 | Диагностика | + |    |     |    | Завуч
        2 | Мониторинг  |   | +  |     | +  | Завуч
    """
    rows = order(grid(drawing)).rows
    assert [(row.plan, row.deadline) for row in rows] == [(1, ""), (1, "")]
    assert [name for name, text in rows[1].extra if text] == ["Сроки (четверть) / II", "Сроки (четверть) / IV"]


@pytest.mark.parametrize(
    "name", ["Исп.", "Координатор", "Куратор", "Докладчик", "Кому поручено", "Ответств.", "Отв-ные"]
)
def test_who_is_responsible_by_other_names(name: str) -> None:
    found = order(grid(f"№ | Мероприятия | Сроки | {name}\n1 | Сбор | май | Завхоз"))
    assert (found.rows[0].responsible, found.doubts) == ("Завхоз", ())


def test_an_agenda_and_a_staff_list_are_no_plans() -> None:
    assert header("№ | Вопрос | Докладчик\n1 | О питании | Завуч") is None
    assert header("Направление | Куратор\nСпорт | Завуч") is None


@pytest.mark.parametrize(
    ("headings", "asked"),
    [
        ("№ | Мероприятия Сроки исполнения | Ответственные", ["Мероприятия Сроки исполнения"]),
        ("№ | Мероприятие | Срок⏎Ответственный", ["Срок\nОтветственный"]),
        ("№ | Мероприятие | Срок Исполнения | Ответственный", []),
        ("№ | Наименование Мероприятия | Срок | Ответственный Исполнитель", []),
        ("№ | Мероприятия и сроки | Ответственные", []),  # one column of both, as it says
    ],
)
def test_a_heading_of_two_columns_is_asked_about(headings: str, asked: list[str]) -> None:
    found = header(f"{headings}\n" + " | ".join("1" for _ in headings.split("|")))
    assert found is not None
    assert [doubt.surface for doubt in found.doubts] == asked


@pytest.mark.parametrize("entry", load_entries("columns", "preparation"), ids=lambda entry: entry["seen"])
def test_a_deadline_of_preparation_is_no_deadline_beside_a_better_one(entry: dict[str, str]) -> None:
    assert heading_role(entry["seen"]) == "deadline"
    assert roles(f"{entry['seen']} | Мероприятие | Срок | Ответственный\nмай | Сбор | июнь | Учителя") == [
        "extra",
        "measure",
        "deadline",
        "responsible",
    ]


@pytest.mark.parametrize("entry", load_entries("columns", "name_or_post"), ids=lambda entry: entry["seen"])
def test_columns_of_a_name_and_its_post_are_one_party(entry: dict[str, str]) -> None:
    drawing = f"Мероприятие | Ответственный | {entry['seen']}\nСбор | Отдел кадров | Юдин А.А."
    row = order(grid(drawing)).rows[0]
    assert (row.responsible, row.borders) == ("Отдел кадров\nЮдин А.А.", ())


LEVELS = """
    Срок | Региональный уровень | Муниципальный уровень | Уровень ОО
    май  | Анализ               | Разбор                | Педсовет
    июнь |                      | Сбор                  |
"""


def test_the_measures_of_several_levels_are_one_and_asked_about() -> None:
    found = order(grid(LEVELS))
    assert [row.measure for row in found.rows] == ["Анализ\nРазбор\nПедсовет", "Сбор"]
    assert found.rows[1].extra == (("Региональный уровень", ""), ("Муниципальный уровень", "Сбор"), ("Уровень ОО", ""))
    assert [(doubt.kind, doubt.surface) for doubt in found.doubts] == [("unknown_column", "Региональный уровень")]


@pytest.mark.parametrize("entry", load_entries("columns", "level"), ids=lambda entry: entry["seen"])
def test_two_columns_of_levels_are_the_measure(entry: dict[str, str]) -> None:
    other = "Региональный уровень" if entry["words"] == "федеральн*" else "Федеральный уровень"
    assert roles(f"{other} | {entry['seen']} | Срок\nАнализ | Разбор | май") == ["measure", "measure", "deadline"]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("Мероприятия регионального уровня | Мероприятия муниципального уровня | Срок", "measure measure deadline"),
        ("Действия на региональном уровне | Действия на уровне ОО | Срок", "measure measure deadline"),
        ("Мероприятие | Муниципальный уровень | Школьный уровень | Срок", "measure extra extra deadline"),
        ("Мероприятие | Количество участников школьного уровня | Срок", "measure extra deadline"),
        ("Мероприятия муниципального уровня | Ожидаемый результат | Срок", "measure extra deadline"),
    ],
)
def test_a_level_beside_the_measure_is_extra(headings: str, expected: str) -> None:
    assert " ".join(roles(f"{headings}\n" + " | ".join("Сбор" for _ in headings.split("|")))) == expected


def test_levels_under_measures_are_measures_under_a_deadline_deadlines() -> None:
    drawing = """
        № | {}           | <             | {}
        ^ | Региональные | Муниципальные | ^
        1 | Анализ       | Разбор        | май
    """
    assert roles(drawing.format("Мероприятия", "Срок")) == ["number", "measure", "measure", "deadline"]
    assert roles(drawing.format("Срок", "Мероприятия")) == ["number", "deadline", "deadline", "measure"]


def test_a_row_that_names_no_measure_is_asked_about() -> None:
    found = order(
        grid(
            "№ | Мероприятие | Срок | Ответственный\n1 | Сбор | май | Завуч\n2 | | июнь | Завхоз\n3 | Слёт | май | Врач"
        )
    )
    assert [[(doubt.kind, doubt.surface) for doubt in row.doubts] for row in found.rows] == [
        [],
        [("continuation", "Завхоз")],
        [],
    ]


@pytest.mark.parametrize("measure", ["Организация подписки на периодические издания", "Сбор", "Сроки экзаменов"])
@pytest.mark.parametrize(
    "below", ["Срок | май\nОтветственный | Завуч", "Ответственные исполнители | Завуч\nСрок | май"]
)
def test_a_card_is_no_table_of_measures(measure: str, below: str) -> None:
    card = grid(f"Мероприятие | {measure}\n{below}")
    with pytest.raises(NoMeasureTable):
        order("Мероприятие 1", card, "Мероприятие 2", card)


def test_two_columns_are_no_card() -> None:
    assert roles("Мероприятие | Срок\nСроки экзаменов: контроль | май") == ["measure", "deadline"]


def test_the_rest_of_a_cut_row_is_no_third_row_of_a_header() -> None:
    header = "№ | Мероприятие | Исполнение | < | Место\n^ | ^ | Ответственный | Срок | ^\n"
    page = grid(f"{header}1 | Сбор | Педагог- | май | Зал", 1)
    found = order(page, grid(f"{header} | | психолог | | \n2 | Слёт | Завуч | июнь | Зал", 2))
    assert [row.responsible for row in found.rows] == ["Педагог-психолог", "Завуч"]


@pytest.mark.parametrize(
    "below",
    [
        "п/п | мероприятия | исполнения | исполнитель",
        "п/п | (наименование) | (месяц) | (должность)",
        " | Наименование | Дата | ФИО",
        "№ | Содержание работы | Месяц | Ф.И.О.",
        "п/п | | проведения | лица",
    ],
)
def test_a_second_line_of_a_header_in_cells_of_its_own(below: str) -> None:
    found = order(grid(f"№ | Мероприятие | Срок | Ответственный\n{below}\n1 | Слёт | май | Юдин А.А."))
    assert [(row.number, row.measure, row.deadline, row.responsible) for row in found.rows] == [
        ("1", "Слёт", "май", "Юдин А.А.")
    ]
    assert found.doubts == ()


@pytest.mark.parametrize(
    "first",
    [
        "1 | Мероприятия | Дата | ФИО",
        " | Мероприятия | май | Юдин А.А.",
        " | Слёт | Дата | ФИО",
        " | Наименование | | ",
    ],
)
def test_a_measure_right_under_a_header_is_no_second_line(first: str) -> None:
    found = order(grid(f"№ | Мероприятие | Срок | Ответственный\n{first}\n2 | Слёт | май | Юдин А.А."))
    assert found.headers == (("№", "Мероприятие", "Срок", "Ответственный"),)
