"""Words of a picture, read by tesseract with their places and how sure it is of each."""

import csv
import io
import os
import shutil
import subprocess
from functools import cache
from itertools import groupby
from typing import NamedTuple

from PIL import Image

from ingest.errors import NeedsOcr
from ingest.readers.scan_picture import POINTS_PER_INCH, Points

LANGUAGE = "rus"
SURE = 0.8  # confidence; ingest/rows asks about what is below it

# What to look for: tesseract's page segmentation modes.
DIRECTION = ("--psm", "0")
ONE_COLUMN = ("-l", LANGUAGE, "--psm", "6")
WHOLE_PAGE = ("-l", LANGUAGE, "--psm", "3")

_COMMAND = "tesseract"
_TIMEOUT = 120  # seconds; a page takes 1 to 2 of a free core
_WORD_LEVEL = "5"


class Word(NamedTuple):
    """A word in its picture; `confidence` is 0..1, right and bottom are exclusive."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float


@cache
def is_ready() -> bool:
    """Whether tesseract and its Russian are installed."""
    if shutil.which(_COMMAND) is None:
        return False
    listed = subprocess.run([_COMMAND, "--list-langs"], capture_output=True, text=True, check=False)
    return LANGUAGE in listed.stdout.split()


def read_lines(points: Points, layout: tuple[str, ...], scale: float) -> list[list[Word]]:
    """The lines of the picture, each as its words from left to right; `layout` is ONE_COLUMN or WHOLE_PAGE.

    `scale` is picture points for each PDF point. Raises: NeedsOcr where tesseract fails.
    """
    printed = run_tesseract(points, *layout, "--dpi", str(round(scale * POINTS_PER_INCH)), "tsv")
    rows = csv.DictReader(io.StringIO(printed), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["level"] == _WORD_LEVEL and row["text"].strip()]
    lines = groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    return [[_word(row) for row in line] for _, line in lines]


def _word(row: dict[str, str]) -> Word:
    left, top = int(row["left"]), int(row["top"])
    right, bottom = left + int(row["width"]), top + int(row["height"])
    return Word(row["text"].strip(), left, top, right, bottom, max(float(row["conf"]), 0.0) / 100)


def run_tesseract(points: Points, *options: str) -> str:
    """What tesseract prints of the picture. One thread: with more it takes six times as long for nothing.

    Raises: NeedsOcr.
    """
    picture = io.BytesIO()
    Image.fromarray(points).save(picture, "PPM")
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            [_COMMAND, "-", "-", *options],
            input=picture.getvalue(),
            capture_output=True,
            timeout=_TIMEOUT,
            check=True,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        raise NeedsOcr(f"tesseract: no answer in {_TIMEOUT} s", f"tesseract: нет ответа за {_TIMEOUT} с") from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise NeedsOcr(f"tesseract: {error}") from error
    return done.stdout.decode("utf-8", "replace")
