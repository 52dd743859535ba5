"""A made-up order of the year after 306: another layout, people moved, new spellings, a namesake, a full name.

Columns: deadline, responsible, measure; numbers «1.1.». Two thirds of the cells name people and schools that order
306 knows; what is new is listed in NEWS, so that a test can say which questions are due.
"""

from collections.abc import Sequence
from pathlib import Path

from docx import Document

HEAD = (
    "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ",
    "ПРИКАЗ",
    "от 04.10.2021 № 311",
    "План мероприятий по поддержке школ на 2021-2022 учебный год",
)
SCHOOLS = (
    ("Средней школы № 51", "Кашкина И.В.", "Клокова О.В."),
    ("СОШ № 17", "Гареева Л.Г.", "Колокольцева О.А."),
    ("Средней школы № 21", "О.В. Иванова", "Кузьмич С.В."),
    ("Основной школы № 27", "Ченцов Е.Н.", "Баранова Е.М."),
    ("МБОУ СОШ № 31", "Вереина Т.А.", "Шелепова Е.А."),
    ("Лицея № 9", "Малашенко И.В.", "Толокнева Т.И."),
    ("Средней школы № 7", "Щипанова В.Н.", "Ченцова Е.Ю."),
    ("Средней школы № 2", "Маркова И.В.", "Саламатова Л.И."),
    ("КУГ", "Кадочникова Н.В.", "Григорьян Т.В."),
)
MONTHS = ("октябрь", "ноябрь", "декабрь", "январь", "февраль", "март", "апрель", "май")
STAFF = (
    "Плотникова Т.А., ведущий специалист Управления образования, Бессонова М.В., Зыкова М.В., "
    "специалисты группы оценки качества и итоговой аттестации"
)
NEWS = (  # measure, deadline, responsible: what a person has to look at
    ("Разбор результатов ВПР", "15.10.2021", "Кузьмич С.В., методист ЦДО"),  # moved: asked
    ("Открытый урок", "12.11", "Иванова О.В., учитель Средней школы № 14"),  # a namesake: asked
    ("Отчёт о поддержке школ", "до 1 июня", "Едигарева Надежда Викторовна, заместитель начальника УО"),  # full name
)


def rows() -> list[tuple[str, str, str]]:
    """(measure, deadline, responsible) of 47 measures."""
    found = []
    for index, (school, director, deputy) in enumerate(SCHOOLS):
        month = MONTHS[index % len(MONTHS)]
        place = f"(на базе {'Каменск-Уральской гимназии' if school == 'КУГ' else school})"
        people = f"{director}, директор {school}, {deputy}, зам. директора по УВР {school}"
        found.append((f"Семинар по оценке качества образования {place}", month, f"{STAFF}, {people}"))
        found.append(
            (f"Мониторинг подготовки к ГИА {place}", f"до 20 {_genitive(month)}", f"{director}, директор {school}")
        )
        found.append(
            (f"Консультации для учителей {place}", "ежемесячно", f"{deputy}, заместитель директора по УВР {school}")
        )
    for topic in ("дорожных карт", "программ развития", "планов воспитания", "рабочих программ"):
        found.append((f"Корректировка {topic}", "до 1 ноября 2021 г.", "Руководители школ №№ 2, 7, 27, 32"))
        found.append(
            (f"Экспертиза {topic}", "ноябрь-декабрь 2021 г.", "методисты ЦДО, Яркова Н.А., старший методист ЦДО")
        )
        found.append((f"Обсуждение {topic}", "в течение учебного года", "Войтюшенко Г.Ф., директор ЦДО"))
        found.append(
            (f"Обмен опытом: анализ {topic}", "2021-2022 учебный год", "Управление образования, ГАОУ ДПО СО «ИРО»")
        )
    found.append(("Совещание при начальнике", "сентябрь", "Миннуллина Л.М., начальник Управления образования"))
    return [*found, *NEWS]


def _genitive(month: str) -> str:
    return f"{month}а" if month in ("март", "август") else f"{month[:-1]}я"


SPELLINGS = (  # (responsible, kinds of questions that are due): what order 306 knows, spelt in other ways
    ("методисты Центра дополнительного образования", ()),
    ("муниципальный Центр дополнительного образования", ()),
    ("Муниципальное бюджетное учреждение дополнительного образования «Центр дополнительного образования»", ()),
    ("МБУ ДО «Центр дополнительного образования» г. Каменска-Уральского", ()),
    ("МБУ ДО «Центр доп. образования», МБУ ДО ЦДО", ()),
    ("ГАОУ ДПО СО «Институт развития образования Свердловской области»", ()),
    ("Институт развития образования Свердловской области", ()),
    ("Министерство образования и молодежной политики", ()),
    ("Управление образования города, ОМС «Управление образования»", ()),
    ("МАОУ «КУГ»", ()),
    ("Министерство образования Свердловской области", ("legal_form",)),
    ("методисты МАУ ДО «Центр дополнительного образования»", ("legal_form",)),
    ("руководители СОШ № 39", ("school_type",)),
    ("Толокнева Т.Н., зам. директора по УВР лицея № 9", ("similar_people",)),
    ("Едигорева Н.В., заместитель начальника Управления образования", ("similar_people",)),
)


def write_docx(path: Path, found: Sequence[tuple[str, str, str]] | None = None) -> Path:
    """The order as a Word file."""
    document = Document()
    for line in HEAD:
        document.add_paragraph(line)
    document.add_paragraph("МБУ ДО «Центр дополнительного образования» (далее – ЦДО)")
    table = document.add_table(rows=1, cols=4)
    for cell, title in zip(table.rows[0].cells, ("№ п/п", "Срок", "Исполнители", "Содержание работы"), strict=True):
        cell.text = title
    for number, (measure, deadline, responsible) in enumerate(rows() if found is None else found, start=1):
        for cell, text in zip(table.add_row().cells, (f"1.{number}.", deadline, responsible, measure), strict=True):
            cell.text = text
    document.save(str(path))
    return path
