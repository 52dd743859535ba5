"""The page of a PDF with the row's cells framed; and what is said where it cannot be shown."""

import json
import shutil
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ingest.model import Box
from ingest.order import read_order
from ingest.readers import scan_words
from ingest.readers.page_picture import FRAME, MARGIN, SCALE, render_cells
from pipeline.drawing import draw_page
from review.pictures import picture_of
from review.rendering import page_numbers
from store.review.places import PageFrames
from tests.ingest.readers.scanning import scan_pages
from tests.review.asked import rows
from tests.review.conftest import MakeClerk, load
from tests.review.desk import ROOT, running

PLAN = ROOT / "tests/golden/month-sections/order.pdf"
PDF = ROOT / "data/raw/order-306-2020.pdf"
DOUBTFUL = (
    "SELECT m.position FROM v_open_questions q JOIN v_measures m USING (measure_id) WHERE q.kind = 'low_confidence'"
)
BOX = Box(1, 100.0, 300.0, 250.0, 340.0)


def test_cells_are_framed() -> None:
    picture = Image.open(BytesIO(render_cells(PDF, 1, [BOX])))
    assert picture.format == "PNG"
    assert picture.height == ((40 + 2 * 48) * 2)
    top_left = (round(BOX.left * 2), (48 * 2))
    assert picture.getpixel(top_left) == FRAME
    assert picture.getpixel((top_left[0] + 20, top_left[1] + 20)) != FRAME


@pytest.mark.parametrize("page", [0, 999])
def test_a_page_that_is_not_there_is_an_error(page: int) -> None:
    with pytest.raises(ValueError, match="page"):
        render_cells(PDF, page, [BOX])


def test_a_broken_file_is_named_not_drawn(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.4 no more")
    with pytest.raises(OSError, match=r"."):
        draw_page(path, 1, [BOX])


@pytest.mark.skipif(not scan_words.is_ready(), reason="tesseract with Russian is not installed")
def test_scan_shows_its_page_at_once(sqlite_url: str, tmp_path: Path, make_clerk: MakeClerk) -> None:
    """A scan that leans: the frames stand where the row stands on the paper, and nobody has to ask for the picture."""
    (tmp_path / "files").mkdir()
    scan = scan_pages(PLAN, [1], tmp_path / "files/scan.pdf", angle=1.2, quality=30)
    load(sqlite_url, read_order(scan))
    with running(sqlite_url, "Анна", "--files", str(tmp_path / "files")) as address:
        clerk = make_clerk()
        clerk.open(address)
        while not clerk.question.startswith("Текст распознан неуверенно"):
            clerk.press("KeyK")
        [(position,)] = rows(sqlite_url, DOUBTFUL)
        source = clerk.page.get_attribute("article img.picture", "src") or ""
        drawn = clerk.page.request.get(address.split("/?")[0] + source)
        clerk.press("KeyX")
        assert clerk.said.startswith("Решено: ответ: «Прочитано верно»")
    printed = read_order(PLAN).rows[position - 1]
    boxes = [box for place in printed.places for _, box in place.boxes]
    frames = framed(Image.open(BytesIO(drawn.body())))
    assert frames == pytest.approx(
        (min(box.left for box in boxes), MARGIN, max(box.right for box in boxes), MARGIN + height(boxes)), abs=14
    )


def framed(picture: Image.Image) -> tuple[float, ...]:
    """The rectangle around all frames of a picture, in points."""
    down, across = np.nonzero((np.asarray(picture.convert("RGB")) == FRAME).all(axis=2))
    return tuple(float(edge) / SCALE for edge in (across.min(), down.min(), across.max(), down.max()))


def height(boxes: list[Box]) -> float:
    return max(box.bottom for box in boxes) - min(box.top for box in boxes)


def test_each_page_of_a_row_is_drawn() -> None:
    """A row that a page break cuts has frames on both pages."""
    drawn: list[tuple[int, int]] = []

    def draw(path: Path, page: int, boxes: tuple[Box, ...]) -> bytes:
        drawn.append((page, len(boxes)))
        return b""

    pages = (PageFrames(PDF.name, sha256(PDF.read_bytes()).hexdigest(), (BOX, BOX, replace(BOX, page=2))),)
    for number in (None, 1, 2, 9):
        picture_of([PDF.parent], draw, pages, number)
    assert drawn == [(1, 2), (1, 2), (2, 1), (1, 2)]
    assert page_numbers(pages) == [1, 2]


def test_page_shows_the_row(sqlite_306_url: str, tmp_path: Path, make_clerk: MakeClerk) -> None:
    load(sqlite_306_url, read_order(PDF))
    [(raw,)] = rows(sqlite_306_url, "SELECT raw FROM sources WHERE format = 'pdf'")
    assert json.loads(raw)["rows"][0]["places"][0]["boxes"]
    folder = tmp_path / "files" / "2020"
    folder.mkdir(parents=True)
    shutil.copy(PDF, folder)
    with running(sqlite_306_url, "Анна", "--files", str(tmp_path / "files")) as address:
        clerk = make_clerk()
        clerk.open(address)
        clerk.press("KeyS")
        clerk.page.wait_for_selector("img.picture")
        clerk.page.wait_for_load_state("networkidle")
        width = clerk.page.evaluate("document.querySelector('img.picture').naturalWidth")
        assert width > 1000
        source = clerk.page.get_attribute("img.picture", "src")
        (folder / PDF.name).write_bytes(b"another file of that name")
        answer = clerk.page.request.get(address.split("/?")[0] + (source or ""))
        assert answer.status == 404
        assert "больше нет там, где его ищут" in answer.text()
