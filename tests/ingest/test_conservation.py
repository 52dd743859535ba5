from dataclasses import replace

from ingest.conservation import find_leftovers
from ingest.model import RawRow
from tests.ingest.grids import document, grid, order

TABLE = grid(
    "№ | Мероприятие | Срок | Ответственный\nКадры | < | < | <\n1. | Провести сбор | май | Юдин А.А.\n2. | | |"
)
ORDER = order(TABLE)
OTHER = (*ORDER.sections, *ORDER.headers[0])


def left(*rows: RawRow, other: tuple[str, ...] = OTHER) -> list[str]:
    return [doubt.surface for doubt in find_leftovers(document(TABLE), [1], rows, other)]


def test_nothing_is_left_of_an_order() -> None:
    assert left(*ORDER.rows) == []


def test_a_lost_cell_is_found() -> None:
    assert left(replace(ORDER.rows[0], responsible="")) == ["Юдин А.А."]


def test_a_cut_cell_is_found() -> None:
    assert left(replace(ORDER.rows[0], measure="Провести")) == ["Провести сбор"]


def test_a_lost_row_is_found() -> None:
    assert left() == ["1.", "Провести сбор", "май", "Юдин А.А."]


def test_a_cell_in_the_measure_of_another_row_is_found() -> None:
    moved = replace(ORDER.rows[0], places=(replace(ORDER.rows[0].places[0], row=4),))
    assert "май" in left(moved)


def test_a_lost_section_is_found() -> None:
    assert left(*ORDER.rows, other=ORDER.headers[0]) == ["Кадры"]
