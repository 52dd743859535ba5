"""Which lines outside the tables look like measures, and which are an order's own text."""

import pytest

from ingest.model import Cell, Document, Grid, Paragraph
from ingest.outside import ask_about_outside

TABLE = Grid(((Cell("№"), Cell("Дела"), Cell("Срок")), (Cell("4"), Cell("Урок"), Cell("май"))), (None, None))
ORDER = ("ПРИКАЗЫВАЮ:", "1. Утвердить план (приложение).", "2. Контроль возложить на заместителя Юдина А.А.")
PLAN = "План работы на 2020/2021 учебный год"


def asked(before: tuple[str, ...], after: tuple[str, ...], known: tuple[str, ...] = ()) -> list[str]:
    blocks = (*map(Paragraph, before), TABLE, *map(Paragraph, after))
    doubts = ask_about_outside(Document(kind="docx", blocks=blocks), [1], ["1", "2", "3", "4", None], known)
    return [line for doubt in doubts for line in doubt.surface.split("\n")]


@pytest.mark.parametrize(
    "line",
    [
        "5. Провести день здоровья. Срок: 18.09. Ответственный: Юдина О.Н.",
        "1 Линейка 1 сентября Юдина О.Н.",
        "2 День здоровья 18.09 Учителя физкультуры",
        "5. Концерт ко Дню учителя – 5 октября",
        "5. Отчёт директору Юдиной О.Н. по итогам смотра",
        "Концерт ко Дню матери 27 ноября Юдина О.Н.",
        "7 Мониторинг посещаемости ежемесячно Руководители школ №№ 2, 7",
    ],
)
def test_lines_that_look_like_measures(line: str) -> None:
    assert asked((*ORDER, "Приложение", PLAN), (line,)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Начальник Управления образования Т.А. Юдина",
        "Заместитель директора 12.09.2020 Юдина О.Н.",
        "Ознакомлена 01.09.2020 Зотова Е.Ю.",
        "УТВЕРЖДАЮ Директор школы Юдина О.Н. 30 августа 2020 г.",
        "5. Контроль за исполнением приказа возложить на заместителя начальника Юдина В.С.",
        "Исп. Юдин А.А., тел. 2-34-56",
        "* сроки могут быть изменены по решению директора Юдиной О.Н.",
        "В течение года план может быть дополнен заместителем директора Юдиной О.Н.",
        "1. В сентябре 2020 года план рассмотрен. Его вёл методист Юдин А.А.",
        "Приказ Управления образования от 17.09.2020 № 214",
        "2. Работа с кадрами",
        "5. Работа с родителями",  # nothing says when or who: the next section's title
    ],
)
def test_lines_that_belong_to_no_plan(line: str) -> None:
    assert asked((*ORDER, "Приложение", PLAN), (line,)) == []


def test_points_of_an_order_are_no_measures() -> None:
    points = ("3. Провести смотр кабинетов до 1 октября заместителю директора Юдиной О.Н.", "4. Отчёт 5 мая Юдин А.А.")
    assert asked((*ORDER, *points, "Приложение", PLAN), ()) == []
    assert asked((PLAN,), (*ORDER, *points)) == []  # the order behind its plan


def test_rows_before_the_table_stand_under_the_plans_title() -> None:
    assert asked((PLAN, "1 Линейка 1 сентября Юдина О.Н."), ()) == ["1 Линейка 1 сентября Юдина О.Н."]


def test_lines_of_one_row_are_quoted_together() -> None:
    row = "5. День здоровья\nСрок: 18.09\nОтветственный: Юдина О.Н."
    assert asked((PLAN,), (row,)) == ["5. День здоровья Срок: 18.09 Ответственный: Юдина О.Н."]


def test_what_the_order_has_already_is_not_asked_about() -> None:
    line = "Неделя права 5 октября Юдина О.Н."
    assert asked((PLAN,), (line,), known=(line,)) == []
