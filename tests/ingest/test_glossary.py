"""Abbreviations that the text around the tables explains."""

import pytest

from ingest.glossary import find_glossary, find_named
from ingest.model import Explained

CENTRE = "МБУ «Городской методический центр»"

EXPLAINED = [
    # a short name with quotes
    ((f"Поручить {CENTRE} (далее – МБУ «ГМЦ») и",), [("МБУ «ГМЦ»", f"Поручить {CENTRE}", False)]),
    (("Центру одарённых «Вершина» (далее - ЦОД «Вершина»)",), [("ЦОД «Вершина»", "Центру одарённых «Вершина»", False)]),
    # one sentence, a list on one line, a list on lines of its own
    ((f"Поручить {CENTRE} (далее – ГМЦ) и школам",), [("ГМЦ", f"Поручить {CENTRE}", False)]),
    (("Комитет по образованию (далее Комитет)",), [("Комитет", "Комитет по образованию", False)]),
    (
        (f"Принятые сокращения: ГМЦ – {CENTRE}; УО – Управление образования.",),
        [("ГМЦ", CENTRE, True), ("УО", "Управление образования", True)],
    ),
    (
        (f"Сокращения: УО - Управление образования, ГМЦ - {CENTRE}",),
        [("УО", "Управление образования", True), ("ГМЦ", CENTRE, True)],
    ),
    (("Список сокращений:", f"- ГМЦ – {CENTRE};", "Текст.", "УО – здесь"), [("ГМЦ", CENTRE, True)]),
    ((f"Центру ({CENTRE}, далее – ГМЦ, директор Вязова А.К.) и",), [("ГМЦ", CENTRE, True)]),
    ((f"Центру ({CENTRE}, далее – ГМЦ)",), [("ГМЦ", CENTRE, True)]),
    # who does what is no explanation, nor is a remark
    ((f"ЕГЭ – {CENTRE}", f"{CENTRE} (ГМЦ)", "приказ (далее см. текст)"), []),
]


@pytest.mark.parametrize(("texts", "expected"), EXPLAINED)
def test_what_the_text_explains(texts: tuple[str, ...], expected: list[tuple[str, str, bool]]) -> None:
    assert [(one.letters, one.name, one.whole) for one in find_glossary(texts)] == expected


def test_letters_in_brackets_behind_their_words() -> None:
    text = "ПЛАН РАБОТЫ⏎районного методического кабинета (РМК) и школ (ОО) на 2022 год".replace("⏎", "\n")
    assert find_glossary([text]) == (Explained("РМК", "районного методического кабинета", True),)


OFFICE = "Муниципальное казённое учреждение «Управление образования городского округа Лесной»"


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("(МКУ УО ГО Лесной)", ["МКУ УО ГО Лесной", "УО ГО Лесной", "МКУ УО", "УО"]),
        (f"{OFFICE} (МКУ УО)", ["МКУ УО", "УО"]),
        ("Специалистам (МКУ УО ГО Лесной)", []),  # a remark in running text
        ("(МКУ ИМЦ)", []),  # another one's letters
        ("(МБОУ СОШ № 5)", []),
        ("(по согласованию)", []),
    ],
)
def test_the_issuers_own_name_in_letters(text: str, spellings: list[str]) -> None:
    found = find_glossary([text], issuer=OFFICE)
    assert [one.letters for one in found] == spellings
    assert all(one.name == OFFICE and one.whole for one in found)


NAMED = [
    ("1. МБУ ДПО «Центр развития образования» (Хохлова Е.Б.)", ("МБУ ДПО «Центр развития образования»",)),
    (
        "Муниципальному бюджетному учреждению дополнительного образования «Дом детского творчества» и",
        ("Муниципальному бюджетному учреждению дополнительного образования «Дом детского творчества»",),
    ),
    # short itself; no legal form; one word
    ("к приказу МКУ «Лесное РУО»", ()),
    ("в рамках проекта «Школа нового века»", ()),
    ("МАУ «Олимп», МБОУ «Гимназия № 2»", ()),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_institutions_that_a_text_names_in_full(text: str, expected: tuple[str, ...]) -> None:
    assert find_named([text]) == expected
