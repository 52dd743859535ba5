"""How a scanned page lies: tesseract looks at single letters, each in four directions."""

import re

from ingest.readers.scan_picture import Picture
from ingest.readers.scan_words import DIRECTION, run_tesseract

_ROTATE = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)


def ask_turns(picture: Picture) -> int:
    """Quarter turns clockwise (0..3) that set the page upright; 0 also where tesseract cannot tell."""
    return int(found[1]) // 90 % 4 if (found := _ROTATE.search(run_tesseract(picture.points, *DIRECTION))) else 0
