import pytest

from ingest.numbers import clean_number, number_order, numbers_inside, split_number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        *[("34.", "34"), ("34", "34"), ("1.1.", "1.1"), ("1. 1", "1.1"), ("7)", "7")],
        *[("№ 5", "5"), ("IV.", "IV"), ("12а.", "12а"), ("", None)],
    ],
)
def test_number_without_its_final_dot(printed: str, number: str | None) -> None:
    assert clean_number(printed) == number


def test_numbers_are_ordered_as_people_do() -> None:
    assert number_order("1.10") == (1, 10)
    assert number_order("IV") is None


@pytest.mark.parametrize(
    ("measure", "split"),
    [
        ("2. Провести линейку", ("2", "Провести линейку")),
        ("2.Провести линейку", ("2", "Провести линейку")),
        ("1.2 Провести линейку", ("1.2", "Провести линейку")),
        ("1 сентября – День знаний", (None, "1 сентября – День знаний")),
        ("10.30 – линейка", (None, "10.30 – линейка")),
        ("8 Марта", (None, "8 Марта")),
    ],
)
def test_number_inside_the_measure(measure: str, split: tuple[str | None, str]) -> None:
    assert split_number(measure) == split


def test_a_year_is_no_number_of_a_measure() -> None:
    assert split_number("2020. Итоги года") == (None, "2020. Итоги года")


@pytest.mark.parametrize(
    ("measure", "below", "numbers"),
    [
        ("1. Обсуждение плана\n2. Изучение стандарта", "3", "1, 2"),
        ("7. Беседа\nс родителями\n8. Выставка", None, "7, 8"),
        ("1. Декада:\n1. линейка\n2. выставка", "2", None),
        ("1. Линейка\n2. Выставка", "2", None),  # the second is an item of the first
        ("1. Линейка\n3. Выставка", "4", None),
        ("1.1. Линейка\n1.2. Выставка", "1.3", None),
        ("1. Линейка", "2", None),
    ],
)
def test_two_measures_in_one_cell(measure: str, below: str | None, numbers: str | None) -> None:
    assert numbers_inside(measure, below) == numbers
