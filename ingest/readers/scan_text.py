"""The lines of text on a scanned sheet, each in its cell."""

from collections import Counter
from statistics import median

from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_runs import Run
from ingest.readers.scan_cells import TextLine, read_cells
from ingest.readers.scan_letters import mend_number, mend_words
from ingest.readers.scan_sheet import Sheet
from ingest.readers.scan_stack import has_ink
from ingest.readers.scan_words import WHOLE_PAGE, read_lines

_AROUND = 2.0  # PDF points around a table that are its border's


def read_text(sheet: Sheet) -> list[TextLine]:
    """All lines of the sheet. Raises: NeedsOcr where tesseract fails."""
    lines = [*read_cells(sheet), *_read_rest(sheet)]
    if not lines:
        return []
    height = median(_bottom(line) - _top(line) for line in lines)
    alone = Counter(line.owner for line in lines)
    return [line._replace(words=mend_number(mend_words(line.words, height), alone[line.owner] == 1)) for line in lines]


def _top(line: TextLine) -> int:
    return min(word.top for word in line.words)


def _bottom(line: TextLine) -> int:
    return max(word.bottom for word in line.words)


def _read_rest(sheet: Sheet) -> list[TextLine]:
    """What stands around the tables."""
    points, ink = sheet.picture.points.copy(), sheet.dark & ~sheet.lines
    for table in sheet.tables:
        left, top, right, bottom = (round(edge * sheet.picture.scale) for edge in table.frame)
        border = round(_AROUND * sheet.picture.scale)
        inside = slice(max(top - border, 0), bottom + border), slice(max(left - border, 0), right + border)
        points[inside], ink[inside] = 255, False
    if not has_ink(ink, sheet.picture.scale):
        return []
    return [TextLine(OUTSIDE, words) for words in read_lines(points, WHOLE_PAGE, sheet.picture.scale)]


def to_run(line: TextLine, scale: float) -> Run:
    """The line as a run of a PDF page; `scale` is picture points for each PDF point."""
    words = line.words
    return Run(
        text=" ".join(word.text for word in words),
        owner=line.owner,
        turn=0,
        left=words[0].left / scale,
        right=words[-1].right / scale,
        y=_bottom(line) / scale,
        size=(_bottom(line) - _top(line)) / scale,
        has_blank=False,
    )
