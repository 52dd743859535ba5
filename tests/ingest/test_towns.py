"""Towns of Russia in every case: the list of town_names.toml, and what of it no form tells from another town's."""

import pytest

from ingest.heads.territory import find_territory
from ingest.heads.towns import nominative_town
from ingest.town_forms import oblique_forms, town_names, towns_of
from ingest.vocabulary import load_entries

# Forms that are of two towns: asked about
SHARED = {
    ("Артёмовск", "Артёмовский"), ("Волжск", "Волжский"), ("Дзержинск", "Дзержинский"), ("Никольск", "Никольское"),
    ("Октябрьск", "Октябрьский"), ("Отрадное", "Отрадный"), ("Печоры", "Печора"), ("Пушкин", "Пушкино"),
    ("Советск", "Советский"),
}  # fmt: skip


@pytest.mark.parametrize("section", ["town", "other"])
def test_attested_towns(section: str) -> None:
    for entry in load_entries("town_names", section):
        assert find_territory([entry["seen"]]) == f"г. {entry['town']}"


@pytest.mark.parametrize("town", town_names())
def test_every_town_stays_as_it_is(town: str) -> None:
    assert find_territory([f"город {town}"]) == f"город {town}"
    assert find_territory([f"Управление образования г. {town}"]) == f"г. {town}"
    assert find_territory([f"г. {town.replace('ё', 'е')}"]) == f"г. {town}"


def test_stressed_stems() -> None:
    for entry in load_entries("towns", "stressed"):
        assert [nominative_town(f"{stem}ого", "genitive") for stem in entry["words"]] == [
            f"{stem}ой" for stem in entry["words"]
        ]
        assert find_territory([entry["seen"]]) == f"город {entry['town']}"


def test_no_form_is_of_two_towns_but_those_known_to_be() -> None:
    forms = {form for town in town_names() for form in (town, *oblique_forms(town))}
    assert {towns for form in forms if len(towns := towns_of(form)) > 1} == SHARED


def test_no_town_is_listed_twice() -> None:
    assert len(set(town_names())) == len(town_names())


@pytest.mark.parametrize(
    ("printed", "town"),
    [
        ("Балашова", "Балашов"), ("Серова", "Серов"), ("Конакова", "Конаково"), ("Ирбита", "Ирбит"),
        ("Кунгура", "Кунгур"), ("Миасса", "Миасс"), ("Углича", "Углич"), ("Орла", "Орёл"), ("Ельца", "Елец"),
        ("Юрьевца", "Юрьевец"), ("Торжке", "Торжок"), ("Вышнего Волочка", "Вышний Волочёк"), ("Осы", "Оса"),
        ("Шуе", "Шуя"), ("Сызрани", "Сызрань"), ("Кеми", "Кемь"), ("Суздаля", "Суздаль"), ("Сенгилея", "Сенгилей"),
        ("Клинцов", "Клинцы"), ("Клине", "Клин"), ("Химок", "Химки"), ("Валуек", "Валуйки"), ("Люберец", "Люберцы"),
        ("Набережных Челнах", "Набережные Челны"), ("Великих Лук", "Великие Луки"), ("Вятских Полян", "Вятские Поляны"),
        ("Полярных Зорях", "Полярные Зори"), ("Грозного", "Грозный"), ("Озёрного", ""), ("Лесном", "Лесной"),
        ("Чусового", "Чусовой"), ("Видном", "Видное"), ("Узловой", "Узловая"),
        ("Каменске-Уральском", "Каменск-Уральский"),
        ("Гуся-Хрустального", "Гусь-Хрустальный"), ("Гусь-Хрустального", "Гусь-Хрустальный"),
        ("Ростове-на-Дону", "Ростов-на-Дону"), ("Камня-на-Оби", "Камень-на-Оби"), ("Нижнем Тагиле", "Нижний Тагил"),
        ("Сергиевом Посаде", "Сергиев Посад"), ("Нового Уренгоя", "Новый Уренгой"), ("Усть-Илимска", "Усть-Илимск"),
        ("Улан-Удэ", "Улан-Удэ"), ("Городища", "Городище"), ("Усолья-Сибирского", "Усолье-Сибирское"),
    ],
)  # fmt: skip
def test_forms(printed: str, town: str) -> None:
    assert towns_of(printed) == ((town,) if town else ())
