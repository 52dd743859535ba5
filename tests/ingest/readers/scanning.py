"""Scans made from printed pages: rendered, leaning or turned, squeezed by JPEG."""

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

DPI = 150
PAPER = 250  # grey


def scan_pages(printed: Path, pages: Sequence[int], scan: Path, angle: float = 0, quality: int = 60) -> Path:
    """A PDF of pictures of the pages (1-based), turned counter-clockwise by `angle` degrees."""
    document = pypdfium2.PdfDocument(printed)
    pictures = [_squeeze(document[page - 1], angle, quality) for page in pages]
    document.close()
    pictures[0].save(scan, "PDF", resolution=DPI, save_all=True, append_images=pictures[1:])
    return scan


def _squeeze(page: pypdfium2.PdfPage, angle: float, quality: int) -> Image.Image:
    picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
    turned = picture.rotate(angle, Image.Resampling.BICUBIC, expand=abs(angle) > 45, fillcolor=PAPER)
    squeezed = io.BytesIO()
    turned.save(squeezed, "JPEG", quality=quality)
    return Image.open(io.BytesIO(squeezed.getvalue()))


def append_page(document: Path, page: int, scan: Path, joined: Path) -> Path:
    """A PDF with one page (1-based) of a document and then all pages of another."""
    whole = pypdfium2.PdfDocument.new()
    for source, pages in ((document, [page - 1]), (scan, None)):
        opened = pypdfium2.PdfDocument(source)
        whole.import_pages(opened, pages)
        opened.close()
    whole.save(joined)
    whole.close()
    return joined
