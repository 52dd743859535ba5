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

HYPHENS = "-\u2010\u2011\u00ad"  # the last one is soft: it is printed only where a line ends

_LETTERS = "a-zß-öø-ÿа-ӿ"  # small ones, as a set: faster by half than «a word's letter, but no digit»
_WORD = re.compile(rf"[{_LETTERS}]+")
_COMPOUND = re.compile(rf"[{_LETTERS}]+(?:-[{_LETTERS}]+)+")
_PLAIN = (("\u2010", "-"), ("\u2011", "-"), ("\u00ad", ""))


class Habits:
    """Of a document with these runs, which are not kept: only the words that they print, each once."""

    def __init__(self, runs: Sequence[Run] = ()) -> None:
        self.wraps_at_blanks = _wraps_at_blanks(runs)
        self.hyphened = _hyphened(runs)
        self.parts_words: bool | None = None  # at line ends; looked into when first asked for
        self.unsure: dict[str, str] = {}  # «лего-мастерская»: «легомастерская»; gathered on the way
        self._unbroken = _find_unbroken(runs)

    def prints(self, word: str) -> bool:
        """Whether the word (in small letters) stands whole somewhere in the document."""
        at = bisect_left(self._words, word)
        return at < len(self._words) and self._words[at] == word

    def prints_beginning(self, letters: str) -> bool:
        """Whether a word that begins with these letters does."""
        at = bisect_left(self._words, letters)
        return at < len(self._words) and self._words[at].startswith(letters)

    def prints_compound(self, first: str, second: str = "") -> bool:
        """Whether the first (in small letters) stands within a line, a hyphen and the second, or any word, after it."""
        return f"{first}-{second}" in self._compounds

    @cached_property
    def _words(self) -> list[str]:
        """Those that no line end can have broken, in small letters and sorted."""
        return sorted(set(_WORD.findall(self._text)))

    @cached_property
    def _compounds(self) -> frozenset[str]:
        """«социально-педагогический» and «социально-» of each compound that stands within a line."""
        hyphened = "\n".join(piece for piece in self._text.split("\n") if "-" in piece)
        pairs = [pair for word in _COMPOUND.findall(hyphened) for pair in pairwise(word.split("-"))]
        return frozenset(f"{one}-{two}" for first, second in pairs for one, two in ((first, second), (first, "")))

    @cached_property
    def _text(self) -> str:
        """All that no line end can have broken, in small letters, a piece a line."""
        text = "\n".join(self._unbroken).lower()
        for printed, plain in _PLAIN:
            text = text.replace(printed, plain)
        return text


def _hyphened(runs: Sequence[Run]) -> list[tuple[str, str]]:
    """The texts of lines of one cell that a hyphen parts: («Начальник Управле-», «ния образования»)."""
    return [
        (one.text, two.text)
        for one, two in pairwise(runs)
        if one.text[-1] in HYPHENS and one.owner == two.owner and two.y > one.y and two.text[0].islower()
    ]


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


def _find_unbroken(runs: Sequence[Run]) -> set[str]:
    """What the lines print between blanks, without the pieces of words that a line end may have broken.

    Those are the first of a line under another one of its cell, and the last where another one follows.
    """
    found: set[str] = set()
    before = OUTSIDE
    for run, after in zip(runs, [*(run.owner for run in runs[1:]), OUTSIDE], strict=False):
        pieces = run.text.split(" ")
        ends = (run.owner == after and not run.has_blank) or pieces[-1][-1:] in HYPHENS
        found.update(pieces[before == run.owner : len(pieces) - ends])
        before = run.owner
    return found
