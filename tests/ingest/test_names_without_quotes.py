"""The name of an institution on the lines below its legal form, or right above the plan's title."""

from typing import Any

import pytest

from ingest.heads.bodies import NAME_WITHOUT_QUOTES, NO_NAME
from ingest.heads.issuer import find_issuer
from ingest.vocabulary import load_entries

SCHOOL = "Муниципальное казённое общеобразовательное учреждение"
APPROVED = ["УТВЕРЖДАЮ", "Директор школы", "_______ А.С. Рощин", "Приказ № 78 от 30.08.2019 г."]


@pytest.mark.parametrize("entry", load_entries("issuers", "institution"), ids=lambda entry: entry["seen"])
def test_attested_names(entry: dict[str, Any]) -> None:
    assert NAME_WITHOUT_QUOTES.match(entry["seen"])
    assert all(NAME_WITHOUT_QUOTES.fullmatch(word) for word in entry["words"])


@pytest.mark.parametrize("entry", load_entries("issuers", "purpose"), ids=lambda entry: entry["seen"])
def test_what_it_is_for_is_no_name(entry: dict[str, Any]) -> None:
    assert NO_NAME.fullmatch(entry["seen"])


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ([SCHOOL, "Нижне-Талинская средняя общеобразовательная школа", "Утверждаю", "Директор школы ____ П.Л. Рощин"],
         f"{SCHOOL} Нижне-Талинская средняя общеобразовательная школа"),
        ([SCHOOL, "Ключевская ООШ", "Речного района", "План"], f"{SCHOOL} Ключевская ООШ Речного района"),
        (["Муниципальное казённое", "общеобразовательное учреждение", "Ключевская СОШ", "План"],
         f"{SCHOOL} Ключевская СОШ"),
        (["МУНИЦИПАЛЬНОЕ УЧРЕЖДЕНИЕ КУЛЬТУРЫ", "ЦЕНТРАЛЬНАЯ БИБЛИОТЕКА", "ПЛАН РАБОТЫ"],
         "Муниципальное учреждение культуры центральная библиотека"),
        (["Государственное казенное учреждение", "Центр занятости населения Речного района", "План"],
         "Государственное казенное учреждение Центр занятости населения Речного района"),
        (["Государственное учреждение Озёрской области", "Центр «Росток»", "План"],
         "Государственное учреждение Озёрской области Центр «Росток»"),
        (["МБОУ", "Ключевская СОШ", "План"], "МБОУ Ключевская СОШ"),
        ([SCHOOL, "Ключевская средняя", "общеобразовательная школа", "План"],
         f"{SCHOOL} Ключевская средняя общеобразовательная школа"),
        ([SCHOOL.upper(), "КЛЮЧЕВСКАЯ СРЕДНЯЯ", "ОБЩЕОБРАЗОВАТЕЛЬНАЯ ШКОЛА", "План"],
         f"{SCHOOL} ключевская средняя общеобразовательная школа"),
        ([SCHOOL, "Речного района", "Ключевская СОШ", "План"], f"{SCHOOL} Речного района Ключевская СОШ"),
        # a legal form is nobody's name
        ([SCHOOL, "План работы"], None),
        ([SCHOOL, "Директор школы", "План"], None),
        ([SCHOOL, "Методический совет школы", "План"], None),
        ([SCHOOL, "ПРИКАЗ"], None),
        (["МБОУ", "План"], None),
        ([SCHOOL, "города Лесограда", "План"], None),
        ([SCHOOL, "Речного муниципального района", "План"], None),
        ([SCHOOL, "Ключевская средняя", "План"], None),
    ],
)  # fmt: skip
def test_below_a_legal_form(lines: list[str], issuer: str | None) -> None:
    assert find_issuer("\n".join(lines)) == issuer


@pytest.mark.parametrize(
    ("above", "issuer"),
    [
        ([*APPROVED, SCHOOL, "«Средняя школа № 5 г. Лесограда»"], f"{SCHOOL} «Средняя школа № 5 г. Лесограда»"),
        ([*APPROVED, SCHOOL, "Ключевская ООШ", "Речного района", "г. Лесоград"],
         f"{SCHOOL} Ключевская ООШ Речного района"),
        (["УТВЕРЖДЕН", "постановлением КДН и ЗП", "от 28.04.2022 № 14", "МУНИЦИПАЛЬНОЕ ОБРАЗОВАНИЕ «РЕЧНОЙ РАЙОН»",
          "КОМИССИЯ ПО ДЕЛАМ НЕСОВЕРШЕННОЛЕТНИХ"], "Комиссия по делам несовершеннолетних"),
        # who was asked, not who issued
        (["СОГЛАСОВАНО", "Комитет по образованию города"], None),
        ([*APPROVED, SCHOOL, "О.П. Белова"], None),
        (APPROVED, None),
    ],
)  # fmt: skip
def test_right_above_the_title(above: list[str], issuer: str | None) -> None:
    text = "\n".join([*above, "План работы"])
    assert find_issuer(text, title="План работы", above=above) == issuer
