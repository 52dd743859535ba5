"""A page as a picture: rendered, set straight, and which of its points are dark."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageFilter

Points = npt.NDArray[np.uint8]  # [row, column], 0 = black, 255 = white
Places = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]

DPI = 200  # tesseract reads 150 dpi as surely, and at 300 takes half as long again for no more words
POINTS_PER_INCH = 72
_MAX_SIDE = 5000  # picture points: a page of 60 cm; a larger one is rendered more coarsely
_AROUND = 20  # picture points: what is dark is darker than the mean of so many around it, on grey paper too
INK = 0.75  # of that mean: letters
FAINT = 0.88  # a hairline that the scanner saw as grey

# Slopes: 0.0175 is one degree.
_STEEPEST = 0.088  # what a feeder does at worst
_SHEAR = 0.008  # how much a page's lines may miss the right angle: paper stretches as it is drawn in
_LEVEL = 0.0005  # a picture point across a page
_SAMPLE = 60_000  # dark points that are enough to tell


@dataclass(frozen=True, slots=True)
class Picture:
    """A page rendered in greys."""

    points: Points
    scale: float  # picture points for each PDF point


class Lean(NamedTuple):
    """The slopes of a page that leans clockwise: of its rows downwards, of its columns' upper ends to the right."""

    across: float
    along: float


def render(page: pypdfium2.PdfPage) -> Picture:
    """The page as shown, its /Rotate applied."""
    scale = min(DPI / POINTS_PER_INCH, _MAX_SIDE / max(page.get_size()))
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return Picture(np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width), scale)
    finally:
        bitmap.close()


def find_dark(picture: Picture, share: float = INK) -> Mask:
    """Where it is darker than this share of the paper around, whatever the paper's own grey."""
    around = Image.fromarray(picture.points).filter(ImageFilter.BoxBlur(_AROUND))
    return picture.points < np.asarray(around) * np.float32(share)


def find_lean(dark: Mask) -> Lean:
    """How the page leans: its lines are sharpest, from left to right and from top to bottom, along these slopes."""
    rows, columns = np.nonzero(dark)
    every = max(1, len(rows) // _SAMPLE)
    rows, columns = rows[::every], columns[::every]
    if len(rows) == 0:
        return Lean(0.0, 0.0)
    across = _sharpest(rows, columns, 0.0, _STEEPEST, 0.004)
    across = _sharpest(rows, columns, across, 0.004, _LEVEL)
    return Lean(across, -_sharpest(columns, rows, -across, _SHEAR, _LEVEL))


def _sharpest(places: Places, along: Places, middle: float, reach: float, step: float) -> float:
    slopes = [middle + step * n for n in range(round(-reach / step), round(reach / step) + 1)]
    return max(slopes, key=lambda slope: (_sharpness(places, along, slope), -abs(slope - middle)))


def _sharpness(places: Places, along: Places, slope: float) -> float:
    """How much the ink of neighbouring lines of points differs when they run at this slope."""
    levelled = (places - slope * along).astype(np.intp)
    ink = np.bincount(levelled - levelled.min()).astype(np.float64)
    return float(np.square(np.diff(ink)).sum())


def level(picture: Picture, lean: Lean) -> Picture:
    """The picture without its lean, about its middle, its size unchanged."""
    height, width = picture.points.shape
    matrix = (1, -lean.along, lean.along * height / 2, lean.across, 1, -lean.across * width / 2)
    image = Image.fromarray(picture.points)
    upright = image.transform(image.size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC, fillcolor=255)
    return replace(picture, points=np.array(upright))


def turn(picture: Picture, turns: int) -> Picture:
    """The picture after so many quarter turns clockwise."""
    return replace(picture, points=np.ascontiguousarray(np.rot90(picture.points, -turns)))
