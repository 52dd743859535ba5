"""Headers that stand again in a plan."""

import pytest

from ingest.columns.header import Column
from ingest.plans.repeated import ask_about_more
from tests.ingest.grids import grid, order


def columns(*headers: str) -> tuple[Column, ...]:
    return tuple(Column(at, at + 1, header, "extra") for at, header in enumerate(headers))


PLAN = columns("№ п/п", "Мероприятия", "Сроки", "Ответственные")


@pytest.mark.parametrize(
    ("repeated", "asked"),
    [
        (("№ п/п", "Мероприятия", "Сроки", "Ответственные"), None),
        (("№", "Мероприятия", "Ответственные"), None),
        (("№ п/п", "Наименование мероприятия", "Срок исполнения", "Ответственный исполнитель"), None),
        (("№ п/п", "Мероприятия⏎по охране труда", "Сроки", "Ответственные"), "Мероприятия⏎по охране труда"),
        (("№ п/п", "Мероприятия", "Сроки учёбы", "Ответственные педагоги"), "Сроки учёбы\nОтветственные педагоги"),
    ],
)
def test_a_repeated_header_with_more_words(repeated: tuple[str, ...], asked: str | None) -> None:
    doubts = ask_about_more(2, columns(*repeated), PLAN)
    assert [doubt.surface for doubt in doubts] == ([] if asked is None else [asked])


def test_the_rest_of_a_row_that_was_joined_into_the_repeated_header_is_asked_about() -> None:
    first = "№ | Мероприятие | Срок | Ответственный\n1 | Провести сбор, | май | Завуч"
    overleaf = "№ | Мероприятие⏎посвящённый Дню Победы | Срок | Ответственный\n2 | Провести слёт | июнь | Завуч"
    found = order(grid(first, 1), grid(overleaf, 2))
    assert [row.number for row in found.rows] == ["1", "2"]
    assert [doubt.surface for doubt in found.doubts] == ["Мероприятие\nпосвящённый Дню Победы"]
