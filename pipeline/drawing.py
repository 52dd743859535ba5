"""Draws a page in a process of its own, under the limits of reading: a hostile PDF costs a picture, not the page."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import cast

from ingest.model import Box
from pipeline.child import confine
from pipeline.lazy import load
from pipeline.settings import limits_for

DRAWING = "ingest.readers.page_picture:render_cells"
SECONDS = 30


def draw_page(path: Path, page: int, boxes: Sequence[Box]) -> bytes:
    """PNG of the page (1-based) around the boxes. Raises OSError with the reason where it cannot be drawn."""
    frames = json.dumps([asdict(box) for box in boxes])
    command = [sys.executable, "-m", "pipeline.drawing", str(path), str(page), frames]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    except subprocess.TimeoutExpired as error:
        raise OSError(f"more than {SECONDS} s") from error
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode(errors="replace").strip().splitlines()
        raise OSError(lines[-1] if lines else f"exit status {error.returncode}") from error
    return done.stdout


def main(arguments: Sequence[str]) -> None:
    """Runs in the process of one picture: PATH PAGE BOXES, PNG to stdout."""
    path, page, frames = Path(arguments[0]), int(arguments[1]), json.loads(arguments[2])
    confine(limits_for(path, os.environ))
    draw = cast(Callable[[Path, int, Sequence[Box]], bytes], load(DRAWING))
    sys.stdout.buffer.write(draw(path, page, [Box(**frame) for frame in frames]))


if __name__ == "__main__":
    main(sys.argv[1:])
