"""An order in two files: its text, and its plan beside it."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from tests.pipeline.command import Prikaz
from tests.pipeline.documents import ROWS, write_order
from tests.pipeline.dump import dump_views

POINTS = (
    "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ\nПРИКАЗ\n07.10.2020 № 15",
    "О повышении качества образования",
    "1. Утвердить план мероприятий по повышению качества образования на 2020-2021 учебный год (приложение).",
)
TITLE = "План мероприятий по повышению качества образования на 2020-2021 учебный год"


@pytest.fixture
def folder(prikaz: Prikaz) -> Path:
    (prikaz.folder / "in").mkdir()
    return prikaz.folder / "in"


def write_text(path: Path, points: Sequence[str] = POINTS) -> Path:
    document = docx.Document()
    for point in points:
        document.add_paragraph(point)
    document.save(str(path))
    return path


def write_plan(path: Path, title: str = TITLE) -> Path:
    """The same plan, without a word of its order."""
    document = docx.Document(str(write_order(path)))
    document.paragraphs[0].text = title
    document.save(str(path))
    return path


def outcomes(prikaz: Prikaz, *paths: Path) -> list[tuple[str, str, str | None]]:
    return [(Path(one["file"]).name, one["outcome"], one["order_number"]) for one in prikaz.reports(*paths)]


def test_a_plan_that_names_its_order_and_the_order(prikaz: Prikaz, folder: Path) -> None:
    write_text(folder / "a.docx")
    write_order(folder / "b.docx")
    done = prikaz.run("import", folder)
    assert done.returncode == 0
    assert "a.docx: the text of an order whose plan is another file (15 of 2020-10-07)" in done.stdout
    assert outcomes(prikaz, folder) == [("b.docx", "unchanged", "15"), ("a.docx", "order_text", "15")]


def test_a_plan_without_a_number_takes_that_of_the_text_beside_it(prikaz: Prikaz, folder: Path) -> None:
    write_text(folder / "a.docx")
    plan = write_plan(folder / "b.docx")
    assert outcomes(prikaz, folder) == [("b.docx", "new", "15"), ("a.docx", "order_text", "15")]
    once = dump_views(prikaz.database)
    assert len(once["v_orders"]) == 1
    assert outcomes(prikaz, plan) == [("b.docx", "unchanged", "15")]  # alone it stays what it was
    assert dump_views(prikaz.database) == once


@pytest.mark.parametrize(
    ("points", "title"),
    [
        (POINTS, "План работы с одарёнными детьми и родителями школ"),
        ((*POINTS[:2], "1. Провести семинары по повышению качества образования."), TITLE),
        (("ПРИКАЗ", POINTS[2]), TITLE),
    ],
)
def test_what_does_not_surely_fit_is_asked_about(
    prikaz: Prikaz, folder: Path, points: Sequence[str], title: str
) -> None:
    write_text(folder / "a.docx", points)
    write_plan(folder / "b.docx", title)
    assert outcomes(prikaz, folder) == [("a.docx", "refused", None), ("b.docx", "new", None)]


def test_two_plans_without_a_number_keep_their_questions(prikaz: Prikaz, folder: Path) -> None:
    write_text(folder / "a.docx")
    write_plan(folder / "b.docx")
    write_plan(folder / "c.docx", f"{TITLE} (продолжение)")
    assert [number for *_, number in outcomes(prikaz, folder)] == [None, None, None]


def test_a_plan_loaded_before_without_its_number_stays_so(prikaz: Prikaz, folder: Path) -> None:
    plan = write_plan(folder / "b.docx")
    assert outcomes(prikaz, plan) == [("b.docx", "new", None)]
    write_text(folder / "a.docx")
    assert outcomes(prikaz, folder) == [("b.docx", "unchanged", None), ("a.docx", "refused", None)]


def test_an_order_with_its_plan_needs_no_other_file(prikaz: Prikaz, folder: Path) -> None:
    write_order(folder / "a.docx", rows=ROWS)
    write_order(folder / "b.docx", number="16")
    assert [outcome for _, outcome, _ in outcomes(prikaz, folder)] == ["new", "new"]
