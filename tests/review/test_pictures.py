"""The page of a PDF with the row's cells framed; and what is said where it cannot be shown."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ingest.model import Box
from ingest.order import read_order
from ingest.readers.page_picture import FRAME, render_cells
from pipeline.drawing import draw_page
from tests.review.asked import rows
from tests.review.conftest import MakeClerk, load
from tests.review.desk import ROOT, running

PDF = ROOT / "data/raw/order-306-2020.pdf"
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
