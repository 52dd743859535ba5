"""A head in two languages: the Russian part of it."""

from typing import Any

import pytest

from ingest.heads.two_languages import OTHER_WORD, is_other_language, russian_part
from ingest.vocabulary import load_entries


@pytest.mark.parametrize("section", ["word", "order"])
def test_attested_lines(section: str) -> None:
    entries: tuple[dict[str, Any], ...] = load_entries("other_languages", section)
    assert all(OTHER_WORD.match(word) for entry in entries for word in entry["words"])
    assert all(russian_part(entry["seen"]) != entry["seen"] for entry in entries)


@pytest.mark.parametrize(
    "line",
    [
        "АЛТЫН РЕСПУБЛИКАҺЫ",
        "МӘҒАРИФ МИНИСТРЛЫҒЫ",
        "Чăваш Республикин вĕренӳ министерстви",
        "Чӑваш Республикин вӗренӳ министерстви",
        "МЭГАРИФ УПРАВЛЕНИЕТЕ",
        "РАЙОН АДМИНИСТРАЦИЯТЕ",
        "КОМИ РЕСПУБЛИКАСА ЙӦЗӦС ВЕЛӦДӦМ МИНИСТЕРСТВО",
        "САХА ӨРӨСПҮҮБҮЛҮКЭТИН ҮӨРЭХХЭ МИНИСТИЭРИСТИБЭТЭ",
    ],
)
def test_another_language(line: str) -> None:
    assert is_other_language(line)


@pytest.mark.parametrize(
    "line",
    [
        "МИНИСТЕРСТВО ОБРАЗОВАНИЯ РЕСПУБЛИКИ АЛТЫН",
        "Гимназия имени Ғафури Лесного района",
        "МБОУ СОШ «Дуҫлыҡ»",
        "План декады Туған тел",
        "Неделя родного языка Туған тел",
        "Директор ______ Ғафурова Гөлнара",
        "2021 елның 12 октябре № 711",
        "ІІ полугодие",
        "ІХХІІІ",
    ],
)
def test_russian(line: str) -> None:
    assert not is_other_language(line)
    assert russian_part(line) == line


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("МИНИСТЕРСТВО ОБРАЗОВАНИЯ\nМӘҒАРИФ МИНИСТРЛЫҒЫ\nПРИКАЗ", "МИНИСТЕРСТВО ОБРАЗОВАНИЯ\nПРИКАЗ"),
        ("МИНИСТЕРСТВО ОБРАЗОВАНИЯ     МӘҒАРИФ МИНИСТРЛЫҒЫ", "МИНИСТЕРСТВО ОБРАЗОВАНИЯ"),
        ("ПРИКАЗ № 95                 БОЕРЫК", "ПРИКАЗ № 95"),
        ("ПРИКАЗ № 95 БОЙОРОҠ", "ПРИКАЗ № 95"),
        ("БОЕРЫК ПРИКАЗ", "ПРИКАЗ"),
        ("МӘҒАРИФ МИНИСТРЛЫҒЫ", ""),
    ],
)
def test_the_russian_part(text: str, part: str) -> None:
    assert russian_part(text) == part
