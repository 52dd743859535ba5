"""What pages and offices print around a plan's text."""

import pytest

from ingest.furniture import is_furniture
from ingest.vocabulary import load_entries
from tests.ingest.grids import grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
FIRST = grid(HEADER + "1 | Провести сбор | май | Завуч\n2 | Провести слёт | июнь | Завуч", 1)
REST = grid("3 | Провести бал | май | Завуч\n4 | Убрать сад | июнь | Завуч", 2)


@pytest.mark.parametrize("kind", ["continuation", "stamp", "print"])
def test_vocabulary(kind: str) -> None:
    texts = [entry["seen"] for entry in load_entries("furniture", kind)]
    assert [text for text in texts if not is_furniture(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Окончание учебного года",
        "Продолжение работы с семьями",
        "Подписание договоров",
        "Сертификация кадров",
        "Входящий контроль",
        "КОПИЯ ВЕРНА\nII. Кадры",
        "Начало учебного года",
        "Экзамены",
        "Издание приказа от имени школы",
        "Страница класса на сайте",
        "Страница 2 из 3\nII. Кадры",
    ],
)
def test_titles_are_none(text: str) -> None:
    assert not is_furniture(text)
    assert [row.section for row in order(FIRST, text, REST).rows][2:] == [text, text]


@pytest.mark.parametrize(
    "text",
    [
        "Продолжение плана",
        "Приложение (продолжение)",
        "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
        "Подписано электронной подписью\nЮдин Андрей Андреевич",
        "C:\\Users\\Metod\\План 2020.doc",
        "Копия верна",
        "КонсультантПлюс www.consultant.ru Страница 2 из 3\nнадёжная правовая поддержка",
        'Приказ отдела от 17.09.2020 N 14 Документ предоставлен КонсультантПлюс\n"О плане" Дата сохранения: 02.11.2020',
        "Приказ Управления образования от 17.09.2020 N 214",
        "Распоряжение администрации района от 1 сентября 2020 г. № 21-р",
        "https://school5.example.ru/plan Страница 2 из 3",
        "https://school5.example.ru/plan 2/3",
        "В течение года сроки мероприятий могут быть изменены по согласованию с отделом.",
        "Приём заявок ведётся и проводится по графику школы.",
    ],
)
def test_no_section_stands_under_them(text: str) -> None:
    found = order("План", "I. Дети", FIRST, text, REST)
    assert [row.section for row in found.rows] == ["I. Дети"] * 4
    assert found.doubts == () and not any(row.doubts for row in found.rows)


def test_a_row_cut_by_the_page_reads_on_across_a_stamp() -> None:
    cut = grid(HEADER + "1 | Провести сбор с | май | Завуч", 1)
    found = order(cut, "КОПИЯ ВЕРНА", grid(" | последующим разбором | | \n2 | Убрать сад | июнь | Завуч", 2))
    assert [row.measure for row in found.rows] == ["Провести сбор с последующим разбором", "Убрать сад"]


@pytest.mark.parametrize("text", ["Работа с кадрами школ района.", "Охрана труда и смена одежды учащихся."])
def test_a_sentence_without_a_verb_is_a_title_with_a_question(text: str) -> None:
    found = order(FIRST, text, REST)
    assert [row.section for row in found.rows][2:] == [text] * 2
    assert [doubt.kind for doubt in found.rows[2].doubts] == ["section"]


@pytest.mark.parametrize(("text", "doubts"), [("План мероприятий", []), ("План отдела образования", ["section"])])
def test_a_plans_title_over_numbers_that_go_on_is_no_section(text: str, doubts: list[str]) -> None:
    cut = grid(HEADER + "1 | Провести сбор с | май | Завуч", 1)
    found = order("План мероприятий на 2021 год", cut, text, grid(" | разбором | | \n2 | Бал | июнь | Завуч", 2))
    assert [(row.measure, row.section) for row in found.rows] == [("Провести сбор с разбором", None), ("Бал", None)]
    assert [doubt.kind for doubt in found.doubts] == doubts


def test_what_stands_where_a_table_is_cut_twice_is_no_section() -> None:
    last = grid("5 | Провести слёт | май | Завуч", 3)
    found = order("План", "I. Дети", FIRST, "МБОУ «Средняя школа № 7»", REST, "МБОУ «Средняя школа № 7»", last)
    assert [row.section for row in found.rows] == ["I. Дети"] * 5
