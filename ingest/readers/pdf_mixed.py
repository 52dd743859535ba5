"""Lines of text that stand in two columns without a line between them, cut where the second column's text begins.

«до 1 ноября 2022 г. Миронов К.С.,» is one line to pdfium where the gap is no wider than a few blanks. Where the other
rows' texts begin is known, and where each word of the line begins is reckoned.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from ingest.readers.pdf_runs import Run
from ingest.readers.pdf_unruled_columns import Edges
from ingest.readers.pdf_widths import measure

_ALIGNED = 2.0  # points by which the texts of a column may begin apart
_RECKONED = 4.0  # points, and the share of the width before it, by which a word's place may be wrong
_SHARE = 0.06
_SURELY = 1.5  # times as far every other word must begin
_NO_BEGINNING = re.compile(r"г\.|года?\b|[–—-]")  # of a cell's text: «до 1 ноября 2022 г.», «март – май»
_LEAST = 2  # texts of a column that begin at one place


def find_starts(runs: Sequence[Run], edges: Edges) -> tuple[float, ...]:
    """Where the texts of each column after the first begin, as most of them do; of a centred column its edge."""
    starts = []
    for left, right in zip(edges[1:], (*edges[2:], edges[-1]), strict=False):
        places = Counter(round(run.left / _ALIGNED) for run in runs if left <= run.left < right)
        place, count = places.most_common(1)[0] if places else (0, 0)
        starts.append(place * _ALIGNED if count >= _LEAST else left)
    return tuple(starts[:-1])


def cut_at_columns(run: Run, edges: Edges, starts: Sequence[float]) -> list[Run]:
    """The pieces of a line, cut at blanks; one piece where none of them is near a column's start."""
    pieces: list[Run] = []
    first = bisect_right(edges, run.left)
    for edge, start in zip(edges[first:], starts[first - 1 :], strict=False):
        at = _blank_before(run, start) if start < run.right else None
        if at is not None:
            pieces.append(run._replace(text=run.text[:at], right=min(_place(run, at), edge), has_blank=False))
            run = run._replace(text=run.text[at + 1 :], left=start)
    return [*pieces, run]


def _blank_before(run: Run, start: float) -> int | None:
    """The blank after which the text goes on at the start; None where none is near, or another nearly as near."""
    blanks = [at for at, letter in enumerate(run.text) if letter == " " and not _NO_BEGINNING.match(run.text, at + 1)]
    apart = sorted((abs(_place(run, at + 1) - start), at) for at in blanks)
    wrong = _RECKONED + _SHARE * (start - run.left)
    if not apart or apart[0][0] > wrong or (len(apart) > 1 and apart[1][0] <= _SURELY * wrong):
        return None
    return apart[0][1]


def _place(run: Run, at: int) -> float:
    return run.left + (run.right - run.left) * measure(run.text[:at]) / measure(run.text)
