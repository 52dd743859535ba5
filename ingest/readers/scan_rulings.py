"""Ruling lines of a scanned page, found in its picture."""

import numpy as np

from ingest.readers.pdf_rulings import Ruling, Rulings
from ingest.readers.scan_picture import Mask

_ACROSS = 28.0  # PDF points: no letter has so long a bar, no word is so evenly dark
_ALONG = 14.0  # longer than the stems of a title's letters, shorter than a row of one line
_THICK = 4.0  # from here on it is a dark area: a stamp, a photograph, the scanner's black edge
_WHOLE = 0.95  # of a line that must be dark: scanners and JPEG leave holes


def find_lines(dark: Mask, scale: float) -> tuple[Mask, Mask]:
    """Where horizontal and where vertical lines run; `scale` is picture points for each PDF point."""
    thick = round(_THICK * scale)
    across = _long(_wide(dark), round(_ACROSS * scale), _WHOLE) & ~_long(dark.T, thick, 1.0).T
    along = _long(_wide(dark.T), round(_ALONG * scale), _WHOLE).T & ~_long(dark, thick, 1.0)
    return across, along


def _wide(dark: Mask) -> Mask:
    """Each row with the dark of the rows next to it: a line may waver by a point."""
    wide = dark.copy()
    wide[1:] |= dark[:-1]
    wide[:-1] |= dark[1:]
    return wide


def to_rulings(across: Mask, along: Mask, scale: float) -> Rulings:
    """The lines in PDF points: one for each row of picture points that a line is thick."""
    return Rulings(_rulings(across, scale), _rulings(along.T, scale), [])


def _long(dark: Mask, length: int, share: float) -> Mask:
    """Points that lie in a stretch of a row, `length` long, of which at least `share` is dark."""
    height, width = dark.shape
    if width <= length:
        return np.zeros_like(dark)
    sums = np.zeros((height, width + 1), np.int32)
    np.cumsum(dark, axis=1, out=sums[:, 1:])
    full = sums[:, length:] - sums[:, :-length] >= share * length  # by where the stretch begins
    steps = np.zeros((height, width + 1), np.int32)
    steps[:, : full.shape[1]] += full
    steps[:, length:] -= full[:, : width + 1 - length]
    return np.asarray(np.cumsum(steps[:, :-1], axis=1) > 0)


def _rulings(mask: Mask, scale: float) -> list[Ruling]:
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    return [
        Ruling((row + 0.5) / scale, start / scale, end / scale)
        for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)
    ]
