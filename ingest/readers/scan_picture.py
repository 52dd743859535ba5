"""A page as a picture: rendered, set straight, and which of its points are dark."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageFilter

Points = npt.NDArray[np.uint8]  # [row, column], 0 = black, 255 = white
Mask = npt.NDArray[np.bool_]

DPI = 200  # tesseract reads 150 dpi as surely, and at 300 takes half as long again for no more words
POINTS_PER_INCH = 72
_MAX_SIDE = 5000  # picture points: a page of 60 cm; a larger one is rendered more coarsely
_AROUND = 20  # picture points: what is dark is darker than the mean of so many around it, on grey paper too
_DARK = 0.75  # of that mean
_STEEPEST = 5.0  # degrees of skew that are looked for
_SAMPLE = 60_000  # dark points that are enough to tell the skew
_LEVEL = 0.05  # degrees: less than a picture point across a page


@dataclass(frozen=True, slots=True)
class Picture:
    """A page rendered in greys."""

    points: Points
    scale: float  # picture points for each PDF point


def render(page: pypdfium2.PdfPage) -> Picture:
    """The page as shown, its /Rotate applied."""
    scale = min(DPI / POINTS_PER_INCH, _MAX_SIDE / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return Picture(np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width), scale)
    finally:
        bitmap.close()


def find_dark(picture: Picture) -> Mask:
    """Where ink is: darker than the paper around, whatever the paper's own grey."""
    around = Image.fromarray(picture.points).filter(ImageFilter.BoxBlur(_AROUND))
    return picture.points < np.asarray(around) * np.float32(_DARK)


def find_skew(dark: Mask) -> float:
    """By how many degrees the page leans clockwise: at that slope the lines are sharpest."""
    rows, columns = np.nonzero(dark)
    every = max(1, len(rows) // _SAMPLE)
    rows, columns = rows[::every], columns[::every]
    if len(rows) == 0:
        return 0.0
    angle = 0.0
    for reach, step in ((_STEEPEST, 0.25), (0.25, _LEVEL)):
        slopes = np.arange(angle - reach, angle + reach + step / 2, step)
        angle = float(max(slopes, key=lambda slope: (_sharpness(rows, columns, slope), -abs(slope))))
    return angle if abs(angle) > _LEVEL / 2 else 0.0


def _sharpness(rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp], slope: float) -> float:
    """How much the ink of neighbouring rows differs when rows run at this slope."""
    levelled = (rows - np.tan(np.radians(slope)) * columns).astype(np.intp)
    ink = np.bincount(levelled - levelled.min()).astype(np.float64)
    return float(np.square(np.diff(ink)).sum())


def level(picture: Picture, skew: float) -> Picture:
    """The picture turned back by its skew about its middle, its size unchanged."""
    turned = Image.fromarray(picture.points).rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    return replace(picture, points=np.array(turned))


def turn(picture: Picture, turns: int) -> Picture:
    """The picture after so many quarter turns clockwise."""
    return replace(picture, points=np.ascontiguousarray(np.rot90(picture.points, -turns)))
