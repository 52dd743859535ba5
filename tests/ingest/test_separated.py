"""Tables saved as text with a separator, and texts that only look like them."""

import pytest

from ingest.separated import uneven_rows, with_tabs

SENTENCES = "Приказываю: 1; 2.\nПровести семинар; педсовет; собрание.\nКонтроль; отчёт."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("№;Мера;Срок\r\n1;Семинар;май\r\n2;Совет;июнь\r\n", "№\tМера\tСрок\n1\tСеминар\tмай\n2\tСовет\tиюнь"),
        ('№,Мера,Срок\n1,"Семинар, совет",май\n2,Урок,июнь', "№\tМера\tСрок\n1\tСеминар, совет\tмай\n2\tУрок\tиюнь"),
        ('План;;\n1;"Вязова;\nЛосева";май\n2;Урок;июнь', "План\t\t\n1\tВязова;<p>Лосева\tмай\n2\tУрок\tиюнь"),
        ("№\tМера; совет; урок\n1\tа; б; в\n2\tа; б; в", "№\tМера; совет; урок\n1\tа; б; в\n2\tа; б; в"),
        ('Школы; "Берёзка", 2; 3\nШколы; 4; 5\nШколы; "6; 7', 'Школы; "Берёзка", 2; 3\nШколы; 4; 5\nШколы; "6; 7'),
        (SENTENCES, SENTENCES),
        (
            "План\n№ | Мероприятие | Срок\n1 | Сбор | май\n2 | Слёт |\nЛосев П.И.",
            "План\n№\tМероприятие\tСрок\n1\tСбор\tмай\n2\tСлёт\t\nЛосев П.И.",
        ),
        ("| № | Мероприятие | Срок |\n| 1 | Сбор | |", "№\tМероприятие\tСрок\n1\tСбор\t"),
        ("тел. 5-14-02 | факс 5-14-03 | сайт", "тел. 5-14-02 | факс 5-14-03 | сайт"),
    ],
)
def test_with_tabs(text: str, expected: str) -> None:
    assert with_tabs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("№;Мероприятие;Срок;Кто\n1;Сбор;май;ИРО\n2;Конкурс; выставка;май;ИРО\n3;Урок;май;ИРО", (";", (4, 5))),
        ("№;Мероприятие;Срок\n1;Семинар;май\n2;Совет;июнь", None),
        (SENTENCES, None),
        ("План, сроки, ответственные\nПровести семинар, педсовет.", None),
    ],
)
def test_uneven_rows(text: str, expected: tuple[str, tuple[int, ...]] | None) -> None:
    assert uneven_rows(text) == expected
