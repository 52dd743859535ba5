import re

import pytest

from ingest.heads.order_numbers import NUMBER, is_cut, number_key, write_number
from ingest.vocabulary import load_entries


def read(text: str) -> str | None:
    found = re.search(NUMBER, text, re.IGNORECASE | re.MULTILINE)
    return write_number(found["number"]) if found else None


@pytest.mark.parametrize(
    ("seen", "letters"), [(entry["seen"], entry["letters"]) for entry in load_entries("order_numbers", "index")]
)
def test_attested_letters(seen: str, letters: str) -> None:
    number = read(seen)
    assert number is not None and number.lower().endswith(letters)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("№ 306", "306"), ("№ 64.", "64"), ("№: 256", "256"), ("N 5-у от 1 сентября", "5-у"), ("№ 1.2", "1.2"),
        ("№ 256 – о/д", "256-о/д"), ("№ 112 – ОД\nПлан", "112-ОД"), ("№256-а", "256-а"), ("№ 256-осн.", "256-осн"),
        ("№ 689-ОБ\nПриложение", "689-ОБ"), ("№ 104-О от 30.08.2022", "104-О"), ("№ 104-Об итогах", "104"),
        ("№ 318/1-\n\nод", "318/1-од"), ("№ 45о/д", "45о/д"),
        ("№ 01 – 15/256", "01-15/256"), ("№ 01 -04/ 12", "01-04/12"), ("№ 01-10/ 412", "01-10/412"),
        ("№ 256 /1", "256/1"), ("№ 256\\1", "256\\1"), ("№ 256/а-О", "256/а-О"), ("№ 256-од/21", "256-од/21"),
        ("№ 01-09/ 123 - од", "01-09/123-од"), ("№ 256 ОД", "256 ОД"), ("№ 256 о.д.", "256 о.д."),
        ("№ 45 «о» от 01.09.2021", "45 «о»"), ("№ 5 «Б»", "5"),
        ("№ П-256", "П-256"), ("№ СЭД-01-14-97", "СЭД-01-14-97"),
        ("№ под-1187/20", "под-1187/20"), ("№ о/д-12", "о/д-12"),
        ("№ 256 п. 1", "256"), ("№ 306 г. Лесоград", "306"), ("№ 306г. Лесоград", "306"), ("№306от 07.10.2020", "306"),
        ("№ 306 – О плане", "306"), ("№ 306 - о плане", "306"), ("№ 306 - План работы", "306"), ("№ 64.О плане", "64"),
        ("№ 256-о О проведении", "256-о"), ("№ 256-од Об итогах", "256-од"), ("№ 15 – 01.09.2021", "15"),
        ("№ 15 - 30 августа 2021", "15"), ("№ 12 МБОУ", "12"), ("№ б/н", None), ("№ ____", None),
    ],
)  # fmt: skip
def test_number_of_an_order(text: str, number: str | None) -> None:
    assert read(text) == number


@pytest.mark.parametrize(
    ("behind", "cut"),
    [
        (" ХДЦ", True), (" - 5", True), ("/ХЗ", True), (" ХЗ от 01.09.2021", True),
        ("", False), (" от 01.09.2021", False), (" г. Лесоград", False), (" О плане", False), (" – О плане", False),
        (" – 01.09.2021", False), ("-", True), (" МБОУ СОШ", False), (", № 7", False),
    ],
)  # fmt: skip
def test_a_number_that_goes_on(behind: str, cut: bool) -> None:
    assert is_cut(f"№ 256{behind}", len("№ 256")) == cut


def test_spellings_of_one_number() -> None:
    assert number_key("256 ОД") == number_key("256-од") == number_key("256од")
    assert number_key("25-6") != number_key("256")
