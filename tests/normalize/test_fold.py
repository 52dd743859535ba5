import pytest

from normalize.fold import fingerprint, fold, read_cyrillic, squeeze

LOOK_ALIKES = [
    ("Cаламатова", "Саламатова"),
    ("Иванова O.B.", "Иванова О.В."),
    ("Kлокова O. B.", "Клокова О. В."),
    ("Word", "Word"),
    ("IT", "IT"),
    ("IV квартал", "IV квартал"),
    ("Вязова", "Вязова"),
]

FOLDED = [
    ("МБУ ДО «Центр  дополнительного\nобразования»", "мбу до центр дополнительного образования"),
    ('МБУ ДО "Центр дополнительного образования".', "мбу до центр дополнительного образования"),
    ("Каменск-Уральская гимназия", "каменск уральская гимназия"),
    ("Каменск — Уральская", "каменск уральская"),
    ("молодёжной", "молодежной"),
    ("школа №7", "школа №7"),
    ("  .,; ", ""),
]


@pytest.mark.parametrize(("printed", "read"), LOOK_ALIKES)
def test_latin_look_alikes_are_read_as_cyrillic(printed: str, read: str) -> None:
    assert read_cyrillic(printed) == read


@pytest.mark.parametrize(("printed", "key"), FOLDED)
def test_fold(printed: str, key: str) -> None:
    assert fold(printed) == key


def test_numbers_and_letters_still_tell_apart() -> None:
    assert len({fold(text) for text in ("Школа № 2", "Школа № 20", "Школа № 2а", "Ченцов", "Ченцова")}) == 5


def test_fingerprint_is_blind_to_wrapping_quotes_and_case() -> None:
    assert fingerprint("Семинар «Оценка\n качества»") == fingerprint('семинар "Оценка качества".')
    assert fingerprint("Семинар 1") != fingerprint("Семинар 2")


def test_fingerprint_is_16_hex_digits() -> None:
    assert len(fingerprint("")) == len(f"{int(fingerprint('Семинар'), 16):016x}") == 16


def test_squeeze() -> None:
    assert squeeze(" а\n\t б  в ") == "а б в"
