"""What the lines of one document tell about its line ends: how its program wraps them, and which words it prints."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_runs import Run

_WRAPPED_SHARE = 0.15  # of line ends in cells: blanks that authors leave at line ends are a few in a hundred
_WRAPPED_LEAST = 3

_WORD = re.compile(r"[^\W\d_]+")


class Habits:
    """Of a document with these runs, which are not kept: only what is needed to work out the words, when asked for."""

    def __init__(self, runs: Sequence[Run] = ()) -> None:
        self.wraps_at_blanks = _wraps_at_blanks(runs)
        self._printed = [(run.text, run.owner, run.has_blank) for run in runs]

    def prints(self, word: str) -> bool:
        """Whether the word (in small letters) stands whole somewhere in the document."""
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word

    def prints_beginning(self, letters: str) -> bool:
        """Whether a word that begins with these letters does."""
        at = bisect_left(self._words, letters)
        return at < len(self._words) and self._words[at].startswith(letters)

    @cached_property
    def _words(self) -> list[str]:
        """Those that no line end can have broken, in small letters and sorted."""
        owners = [OUTSIDE, *(owner for _, owner, _ in self._printed), OUTSIDE]
        whole = (
            _without_ends(text, begins=before == owner, ends=after == owner and not has_blank)
            for before, (text, owner, has_blank), after in zip(owners, self._printed, owners[2:], strict=False)
        )
        return sorted({word for text in whole for word in _WORD.findall(text.lower())})


def _wraps_at_blanks(runs: Sequence[Run]) -> bool:
    """Whether the document's program prints the blank at which it wraps a line, as Word and LibreOffice do.

    Then a line end without one is the author's, where the blank would have found room.
    """
    blanks = ends = 0
    for run, following in pairwise(runs):
        if run.owner >= 0 and run.owner == following.owner and following.y > run.y:
            ends += 1
            blanks += run.has_blank
    return blanks >= max(_WRAPPED_LEAST, _WRAPPED_SHARE * ends)


def _without_ends(text: str, begins: bool, ends: bool) -> str:
    """The text without its first word, if it begins a line within a cell, and its last, if it ends one."""
    text = text.partition(" ")[2] if begins else text
    return text.rpartition(" ")[0] if ends else text
