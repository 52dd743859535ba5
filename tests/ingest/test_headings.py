from collections import Counter

import pytest

from ingest.columns.headings import Name, fold_heading, heading_role, names


@pytest.mark.parametrize("name", names(), ids=lambda name: name.seen)
def test_attested_headings_have_their_role(name: Name) -> None:
    assert heading_role(name.seen) == name.role


def test_no_entry_stands_twice() -> None:
    assert [words for words, count in Counter(name.words for name in names()).items() if count > 1] == []


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("№\nп/п", "number"),
        ("№ п\\п", "number"),
        ("№№ п/п", "number"),
        ("№№ п.п.", "number"),
        ("№№\nп/п", "number"),
        ("№ № п/п", "number"),
        ("№/№", "number"),
        ("Nп/п", "number"),
        ("N п/п", "number"),
        ("№п/п", "number"),
        ("№№", "number"),
        ("№№ школ", None),
        ("Nº п/п", "number"),
        ("№ протокола", "extra"),
        ("№ школы", None),
        ("МЕРОПРИЯТИЯ", "measure"),
        ("Меропри-\nятия", "measure"),
        ("Мероприятие, форма проведения", "measure"),
        ("Форма проведения мероприятия", "extra"),
        ("Срок проведения мероприятия", "deadline"),
        ("Cроки", "deadline"),  # a Latin C
        ("Дата и место проведения", "deadline"),
        ("Ответственный за проведение мероприятия", "responsible"),
        ("Ответственные\nисполнители, срок", "responsible"),
        ("Отметка об исполнении", "extra"),
        ("Объём финансирования мероприятий", "extra"),
        ("Меропр иятие", "measure"),
        ("Исполн\nитель", "responsible"),
        ("Ср оки испол нения", "deadline"),
        ("Телефон", None),
        ("Меропрития", "measure"),
        ("Отвественный", "responsible"),
        ("Ответсвенные", "responsible"),
        ("Исполнитли", "responsible"),
        ("Исполнение", "extra"),
        ("Участие", None),
        ("Предмет, класс", "extra"),
    ],
)
def test_role_of_a_heading(heading: str, role: str | None) -> None:
    assert heading_role(heading) == role


def test_folding_forgets_case_breaks_and_punctuation() -> None:
    assert fold_heading("Cроки\nисполнения:") == fold_heading("СРОКИ ИСПОЛНЕНИЯ") == ("сроки", "исполнения")
