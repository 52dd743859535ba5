import pytest

from ingest.columns.when_and_who import part_when_and_who
from tests.ingest.grids import grid, order


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("май 2021 г.\nЮдин А.А., директор", ("май 2021 г.", "Юдин А.А., директор")),
        ("май\nиюнь\nЗавуч\nУчителя", ("май\nиюнь", "Завуч\nУчителя")),
        ("май, Завуч", ("май,", "Завуч")),
        ("сентябрь, октябрь, Репина О.О., завуч", ("сентябрь, октябрь,", "Репина О.О., завуч")),
        ("май – июнь, Репина О.О.", ("май – июнь,", "Репина О.О.")),
        ("май, актовый зал", ("май, актовый зал", "")),
        ("май, Завуч, июнь, Учителя", ("май, Завуч, июнь, Учителя", "")),
        ("Завуч\nмай", ("Завуч\nмай", "")),
        ("май\nЗавуч\nиюнь\nУчителя", ("май\nЗавуч\nиюнь\nУчителя", "")),
    ],
)
def test_when_and_who_in_one_cell(text: str, parts: tuple[str, str]) -> None:
    assert part_when_and_who(text) == parts


def test_one_column_for_both() -> None:
    found = order(grid("№ | Мероприятие | Срок, ответственный\n1 | Сбор | май⏎Юдин А.А."))
    assert [(row.deadline, row.responsible) for row in found.rows] == [("май", "Юдин А.А.")]
    assert found.doubts == ()


def test_one_column_for_both_beside_a_weak_name() -> None:
    found = order(grid("№ | Содержание | Срок / Ответственный | Отметка\n1 | Сбор | май, Юдин А.А. | "))
    assert [(row.measure, row.deadline, row.responsible) for row in found.rows] == [("Сбор", "май,", "Юдин А.А.")]
    assert found.doubts == ()
