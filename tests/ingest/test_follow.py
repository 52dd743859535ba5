import pytest

from tests.ingest.grids import grid, order

HEADER = "№ | Мероприятие | Срок | Ответственный\n"
SECTION = "Раздел 2. Кадры | < | < | <\n"
FIRST = (
    HEADER + "1 | Провести сбор | май | Юдин А.А., начальник\n2 | Провести слёт | июнь | Яшина Б.В., специалист отдела"
)
AGAIN = "1 | Провести курсы | май | ИРО\n2 | Вести учёт | июнь | ИРО"


@pytest.mark.parametrize(
    ("page", "overleaf"),
    [
        (FIRST, HEADER + SECTION + AGAIN),
        (f"{FIRST}\n{SECTION.strip()}", HEADER + AGAIN),  # the title stands last on the page before
        (FIRST, f"{HEADER} | | | образования\n{SECTION}{AGAIN}"),  # the rest of the cut row stands above it
    ],
)
def test_numbers_that_begin_again_overleaf_under_a_section(page: str, overleaf: str) -> None:
    found = order(grid(page, 1), grid(overleaf, 2))
    assert [(row.plan, row.section) for row in found.rows] == [(1, None)] * 2 + [(1, "Раздел 2. Кадры")] * 2
    assert found.rows[1].responsible.replace("\n", " ").startswith("Яшина Б.В., специалист отдела")
    assert ("образования" in found.rows[1].responsible) == ("образования" in overleaf)


def test_numbers_that_begin_again_overleaf_without_a_section() -> None:
    assert [row.plan for row in order(grid(FIRST, 1), grid(HEADER + AGAIN, 2)).rows] == [1, 1, 2, 2]
