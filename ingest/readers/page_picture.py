"""A cut-out of a PDF page with cells framed, for the clerk's page."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from ingest.model import Box

SCALE = 2.0  # pixels per point: 144 dpi, readable on any screen
MARGIN = 48.0  # points above and below the row: the neighbouring rows are seen as well
LARGEST = 20_000_000  # pixels: a page of hostile size is drawn smaller
FRAME = (179, 71, 10)


def render_cells(path: Path, page: int, boxes: Sequence[Box]) -> bytes:
    """PNG of the page's full width around the boxes, each framed. `page` counts from 1.

    Raises ValueError for a page that is not there, pypdfium2.PdfiumError for a file that cannot be read.
    """
    document = pypdfium2.PdfDocument(path)
    try:
        if not 1 <= page <= len(document):
            raise ValueError(f"{path.name}: page {page} of {len(document)}")
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(SCALE, (LARGEST / max(width * height, 1.0)) ** 0.5)
        picture = sheet.render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    return _png(_cut(_framed(picture, boxes, scale), boxes, scale))


def _framed(picture: Image.Image, boxes: Sequence[Box], scale: float) -> Image.Image:
    pen = ImageDraw.Draw(picture)
    for box in boxes:
        corners = tuple(round(one * scale) for one in (box.left, box.top, box.right, box.bottom))
        pen.rectangle(corners, outline=FRAME, width=max(2, round(1.5 * scale)))
    return picture


def _cut(picture: Image.Image, boxes: Sequence[Box], scale: float) -> Image.Image:
    if not boxes:
        return picture
    top = max(0, round((min(box.top for box in boxes) - MARGIN) * scale))
    bottom = min(picture.height, round((max(box.bottom for box in boxes) + MARGIN) * scale))
    return picture.crop((0, top, picture.width, max(bottom, top + 1)))


def _png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
