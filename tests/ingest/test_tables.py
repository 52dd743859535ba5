import pytest

from ingest.model import Box, Grid
from ingest.plans.tables import measure_tables
from tests.ingest.grids import document, grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
FIRST = HEADER + "1 | Провести сбор | май | Юдин А.А.\n2 | Провести слёт | июнь | Яшина Б.В."


def plans(*blocks: Grid | str) -> list[int]:
    return [row.plan for row in order(*blocks).rows]


def test_a_table_goes_on_under_its_repeated_header() -> None:
    assert plans(grid(FIRST, 1), grid(HEADER + "3 | Подвести итоги | июль | Юдин А.А.", 2)) == [1, 1, 1]


def test_a_table_goes_on_without_a_header() -> None:
    assert plans(grid(FIRST, 1), "2", grid("3 | Подвести итоги | июль | Юдин А.А.", 2)) == [1, 1, 1]


def test_a_running_head_does_not_part_a_plan() -> None:
    pages = [grid(f"{HEADER}{n} | Провести занятие | май | Юдин А.А.", n) for n in (1, 2, 3)]
    head = "План работы школы на год"
    assert plans(head, pages[0], head, pages[1], head, pages[2]) == [1, 1, 1]


def test_a_title_begins_the_next_plan() -> None:
    assert plans(grid(FIRST), "План работы с родителями", grid(FIRST)) == [1, 1, 2, 2]


def test_other_columns_begin_the_next_plan() -> None:
    second = "Дата | Мероприятие | Место | Ответственный\n01.09 | Линейка | двор | Юдин А.А."
    found = order(grid(FIRST), grid(second))
    assert [row.plan for row in found.rows] == [1, 1, 2]
    assert found.headers[1] == ("Дата", "Мероприятие", "Место", "Ответственный")


def test_numbers_that_begin_again_begin_the_next_plan() -> None:
    assert plans(grid(FIRST), "Работа с родителями", grid(FIRST)) == [1, 1, 2, 2]


def test_numbers_that_begin_again_under_a_section_do_not() -> None:
    second = HEADER + "Раздел 2. Кадры | < | < | <\n1 | Провести курсы | май | ИРО"
    found = order(grid(FIRST), grid(second))
    assert [(row.plan, row.section) for row in found.rows][1:] == [(1, None), (1, "Раздел 2. Кадры")]


def test_a_marked_paragraph_between_tables_is_a_section() -> None:
    found = order(grid(FIRST), "II. Работа с кадрами", grid(HEADER + "3 | Провести курсы | май | ИРО"))
    assert [row.section for row in found.rows] == [None, None, "II. Работа с кадрами"]
    assert [row.plan for row in found.rows] == [1, 1, 1]


def test_a_marked_paragraph_above_the_first_table_is_a_section() -> None:
    found = order("План работы", "I. Работа с детьми", grid(FIRST))
    assert found.sections == ("I. Работа с детьми",)


def test_a_table_under_a_paragraph_goes_on_where_its_numbers_do() -> None:
    found = order(grid(FIRST), "II. Работа с кадрами", grid("3 | Провести курсы | май | ИРО"))
    assert [row.section for row in found.rows] == [None, None, "II. Работа с кадрами"]


def test_two_plans_in_one_table() -> None:
    found = order(grid(FIRST + "\nПлан работы с кадрами | < | < | <\n" + FIRST))
    assert [row.plan for row in found.rows] == [1, 1, 2, 2]
    assert found.doubts == ()


def test_a_signature_is_no_part_of_the_plan() -> None:
    found = order(
        grid("Срок | Мероприятие | Ответственный\nмай | Сбор | Юдин А.А."), grid("Директор | ______ | А.А. Юдин")
    )
    assert len(found.rows) == 1
    assert found.doubts == ()


def test_a_post_with_its_name_and_a_telephone_list_are_no_part_of_the_plan() -> None:
    for after in ("Заместитель директора по УВР | А.А. Юдин", "ФИО | Телефон\nЮдин А.А. | 5-12-44"):
        found = order(grid(FIRST), grid(after))
        assert (len(found.rows), found.doubts) == (2, ())


def test_rows_with_other_columns_are_asked_about() -> None:
    found = order(grid(FIRST), grid("3 | Провести курсы | май"))
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


def test_places_count_tables_and_rows_from_one() -> None:
    found = order(grid("УТВЕРЖДАЮ | СОГЛАСОВАНО"), grid(FIRST, 2))
    assert [(p.page, p.table, p.row) for row in found.rows for p in row.places] == [(2, 2, 2), (2, 2, 3)]


def test_places_have_the_frames_of_their_cells() -> None:
    frames = {"Сбор": Box(1, 0, 0, 10, 5), "май": Box(1, 10, 0, 20, 5)}
    drawn = grid("Мероприятие | Срок | Итог\nСбор | май | да", 1)
    framed = tuple(tuple(cell and cell._replace(box=frames.get(cell.text)) for cell in row) for row in drawn.rows)
    place = order(Grid(framed, drawn.pages)).rows[0].places[0]
    assert place.boxes == (("measure", frames["Сбор"]), ("deadline", frames["май"]))


def test_a_table_of_indicators_after_the_plan_is_left_alone() -> None:
    found = measure_tables(document(grid(FIRST), "Показатели", grid("№ | Показатель | 2020 | 2021\n1 | Доля | 2 | 3")))
    assert [plan.tables for plan in found] == [[1]]


def test_titles_above_repeated_headers_are_sections_of_one_plan() -> None:
    """A calendar plan: «Модуль …» and the header again, in one table."""
    header = "Дела | Классы | Сроки | Ответственные\n"
    first = f"Модуль «Урок» | < | < | <\n{header}Линейка | 5 | 01.09 | Юдин А.А.\n"
    found = order("План работы", grid(f"{first}Модуль «Спорт» | < | < | <\n{header}Кросс | 6 | май | Юдин А.А."))
    assert [(row.plan, row.section) for row in found.rows] == [(1, "Модуль «Урок»"), (1, "Модуль «Спорт»")]
    assert found.doubts == ()


def test_headings_of_tables_are_sections() -> None:
    found = order("План работы школы", "Работа с детьми", grid(FIRST), "Работа с родителями", grid(FIRST))
    assert [row.section for row in found.rows] == ["Работа с детьми"] * 2 + ["Работа с родителями"] * 2
    assert found.head.title == "План работы школы"


def test_a_text_above_the_only_table_is_no_section() -> None:
    assert order("План работы школы", "Дом детского творчества", grid(FIRST)).sections == ()


def test_points_of_an_order_above_its_table_are_no_sections() -> None:
    assert order("ПРИКАЗ", "1. Провести декаду по плану:", grid(FIRST)).sections == ()
    assert order("1. Утвердить план.", "2. Исполнить его", grid(FIRST)).sections == ()


def test_a_table_with_a_heading_of_its_own_is_left_alone() -> None:
    found = order(grid(FIRST), grid("Школа | Директор | Телефон\n№ 1 | Юдин А.А. | 2-12-12\n№ 2 | Яшин Б.Б. | 2-13-13"))
    assert (len(found.rows), found.doubts) == (2, ())


def test_a_table_whose_heading_says_nothing_is_asked_about() -> None:
    found = order(grid(FIRST), grid("№ | Событие | Кабинет\n1 | Сбор | второй\n2 | Слёт | третий"))
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


def test_so_is_what_goes_on_with_it_on_the_next_page() -> None:
    indicators = grid("№ | Показатель | 2020 | 2021 | Итого", 1)
    found = order(grid(FIRST, 1), "Показатели", indicators, grid("1 | Доля | 2 | 3 | 5", 2))
    assert (len(found.rows), found.doubts) == (2, ())


def test_an_approval_in_the_first_row_of_the_table() -> None:
    approval = "СОГЛАСОВАНО⏎Рощина О.П. | < | УТВЕРЖДАЮ⏎Директор МБОУ СОШ № 4⏎приказ от 01.09.2022 № 15 | <\n"
    found = order(grid(f"{approval}План работы | < | < | <\n{FIRST}"))
    assert (found.head.number, found.head.issuer, found.head.title) == ("15", "МБОУ СОШ № 4", "План работы")
    assert (len(found.rows), found.doubts) == (2, ())


ROWS_ALONE = """Собрать родителей на общее собрание | 05.06 | завуч
Поздравить отличников учёбы района | 06.06 | директор
Провести конкурс юных чтецов | 07.06 | завуч"""


def test_a_plan_without_a_header_after_another_is_read_with_a_question() -> None:
    found = order(grid(FIRST), "План работы с родителями", grid(ROWS_ALONE))
    assert [(row.plan, row.deadline) for row in found.rows][2:] == [(2, "05.06"), (2, "06.06"), (2, "07.06")]
    assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


def test_another_table_under_its_heading_is_not() -> None:
    found = order(grid(FIRST), "Темы самообразования", grid(f"Тема | Сдано | Кем\n{ROWS_ALONE}"))
    assert (len(found.rows), found.doubts) == (2, ())


def test_short_rows_without_a_header_under_a_text_are_asked_about() -> None:
    found = order(grid(FIRST), "План Б", grid("Сбор родителей | 05.06 | завуч\nСлёт | 06.06 | директор"))
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"])


@pytest.mark.parametrize(
    "between",
    [
        "Цель: повышение мастерства.",
        "Ответственный: Рогов Н.Д.",
        "(октябрь – декабрь)",
        "1) изучить опыт;",
        "Формы работы: семинары, консультации, круглые столы.",
        "Работа ведётся по отдельному графику школы.",
    ],
)
@pytest.mark.parametrize("title", ["Раздел 2. Спорт", "Октябрь"])
def test_a_text_between_a_title_and_its_table(title: str, between: str) -> None:
    found = order("План работы", "Раздел 1. Учёба", grid(FIRST), title, between, grid(FIRST))
    assert [row.section for row in found.rows] == ["Раздел 1. Учёба"] * 2 + [title] * 2


def test_a_note_is_no_section_where_the_numbers_go_on() -> None:
    found = order(grid(FIRST), "II. Кадры", "Цель: рост", grid(HEADER + "3 | Провести курсы | май | ИРО"))
    assert found.rows[2].section == "II. Кадры"


def test_sentences_of_an_order_are_no_notes_about_its_table() -> None:
    assert order("ПРИКАЗ", "1. Кадры", "Утвердить план работы школы на год.", grid(FIRST)).sections == ()


def test_a_header_repeated_in_other_words_leaves_nothing_over() -> None:
    found = order(grid(f"{FIRST}\n№ п/п | Мероприятия | Сроки исполнения | Ответственные\n3 | Бал | май | Юдин А.А."))
    assert (len(found.rows), found.doubts) == (3, ())


def test_a_compound_in_a_section_is_one_word() -> None:
    found = order(grid(FIRST), "2. Административно-\nхозяйственная работа", grid("3 | Ремонт | май | Завхоз"))
    assert (found.sections, found.doubts) == (("2. Административно-хозяйственная работа",), ())


def test_a_header_of_two_rows_repeated_as_one_goes_on() -> None:
    head = "№ | Мероприятие | Срок | < | Ответственный\n^ | ^ | план | факт | ^\n1 | Сбор | май | | Завуч"
    found = order(grid(f"{head}\n№ | Мероприятие | план | факт | Ответственный\n2 | Слёт | июнь | | Завуч"))
    assert [(row.measure, row.deadline, row.extra) for row in found.rows] == [
        ("Сбор", "май", (("Срок / факт", ""),)),
        ("Слёт", "июнь", (("Срок / факт", ""),)),
    ]
    assert found.doubts == ()


def test_a_commission_under_its_heading_is_no_continuation() -> None:
    people = "1 | Рогов Нил Данилович | директор | председатель\n2 | Юдин А.А. | завуч | секретарь"
    found = order(grid(FIRST), "Состав рабочей группы", grid(people))
    assert (len(found.rows), found.doubts) == (2, ())


YEARLY = grid("№ | Мероприятие | Срок | Ответственный\n1 | Сбор | 02.09 | Завуч\n2 | Слёт | 1 неделя | Учителя")


@pytest.mark.parametrize(
    "deadlines", [("4 неделя", "1 неделя"), ("25-26", "до 20"), ("5", "12"), ("в теч. мес.", "12-14"), ("", "")]
)
def test_a_table_for_each_month_without_a_header(deadlines: tuple[str, str]) -> None:
    first, second = deadlines
    month = grid(f"1 | Праздник | {first} | Завуч\n2 | Осмотр | {second} | Медсестра")
    found = order("План работы", "Сентябрь", YEARLY, "Октябрь", month)
    assert [(row.number, row.section) for row in found.rows[2:]] == [("1", "Октябрь"), ("2", "Октябрь")]
    assert [doubt.kind for doubt in found.doubts] == []


def test_numbered_rows_with_people_behind_a_plan_are_never_left_out_in_silence() -> None:
    rooms = grid("1 | Выборы | кабинет 12 | Завуч\n2 | Сбор | кабинет 14 | Учителя")
    found = order("План работы", YEARLY, "Дежурство", rooms)
    assert (len(found.rows), [doubt.kind for doubt in found.doubts]) == (2, ["lost_header"])


def test_a_text_above_the_first_table_is_a_section_where_texts_stand_between_the_others() -> None:
    rest = [grid("3 | Провести курсы | май | ИРО"), "Работа с семьёй", grid("4 | Провести собрание | май | Завуч")]
    found = order("План на 2021 год", "Работа с детьми", grid(FIRST), "Работа с кадрами", *rest)
    assert [row.section for row in found.rows] == [*["Работа с детьми"] * 2, "Работа с кадрами", "Работа с семьёй"]


def test_points_of_the_order_do_not_count_under_the_title_of_its_plan() -> None:
    points = ("1. Утвердить план (приложение).", "2. Контроль оставляю за собой.", "План на 2021 год")
    assert order(*points, "1. Кадры", grid(FIRST)).sections == ("1. Кадры",)


@pytest.mark.parametrize(
    "other",
    [
        "№ | Фамилия | Должность | Школа\n1 | Рогов Н.Д. | завуч | СОШ № 1",
        "Комиссия | < | < | <\n№ | Показатель | Единица | 2021\n1 | Доля | % | 30",
        "Дата | Предмет | Класс | Кабинет\n01.04.2021 | Физика | 9 | 5",
    ],
)
def test_a_table_typed_right_under_the_plan_is_none_of_it(other: str) -> None:
    found = order(grid(f"{FIRST}\n{other}"))
    assert [row.measure for row in found.rows] == ["Провести сбор", "Провести слёт"]
    assert found.sections == ()


def test_a_header_in_other_words_in_the_midst_goes_on() -> None:
    found = order(grid(f"{FIRST}\n№ п/п | Содержание | Дата | Исполнитель\n3 | Итоги | июль | Юдин А.А."))
    assert [row.measure for row in found.rows] == ["Провести сбор", "Провести слёт", "Итоги"]


def test_an_agenda_behind_a_plan_is_none() -> None:
    plan = "Дата | Мероприятие | Ответственный\n01.09 | Линейка | Юдин А.А."
    agenda = "Дата | № протокола | Тема заседания\n28.09.2020 | 1 | Утверждение плана"
    assert [row.measure for row in order(grid(plan), "Педсоветы", grid(agenda)).rows] == ["Линейка"]


WEEK = "День недели | Содержание работы | Ответственный\nПонедельник | Линейка | Юдин А.А.\nВторник | Актив | Юдин А.А."


def test_a_timetable_of_the_week_beside_a_plan_is_asked_about() -> None:
    files: tuple[tuple[Grid | str, ...], ...] = (
        ("Циклограмма работы педагога", grid(WEEK), "План работы", grid(FIRST)),
        ("План работы", grid(FIRST), "Режим работы кружков", grid(WEEK)),
    )
    for blocks in files:
        found = order(*blocks)
        assert [row.number for row in found.rows] == ["1", "2"]
        assert [doubt.kind for doubt in found.doubts] == ["lost_header"]


@pytest.mark.parametrize(
    "blocks",
    [
        ("Циклограмма работы педагога", grid(WEEK)),  # the file has nothing else
        ("План недели математики", grid(WEEK), "План работы", grid(FIRST)),
        ("Циклограмма контроля", grid(WEEK.replace("Понедельник", "Сентябрь")), "План работы", grid(FIRST)),
    ],
)
def test_days_of_a_week_may_be_a_plan(blocks: tuple[Grid | str, ...]) -> None:
    assert [row.measure for row in order(*blocks).rows][:2] == ["Линейка", "Актив"]


def test_a_plan_without_a_title_is_what_its_order_is_about() -> None:
    assert order("ПРИКАЗ", "№ 5", "Об утверждении плана", grid(FIRST)).head.title == "Об утверждении плана"
    assert order("ПРИКАЗ", "№ 5", "Об утверждении", "План работы", grid(FIRST)).head.title == "План работы"
