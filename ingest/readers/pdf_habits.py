"""What the lines of one document tell about its line ends: how its program wraps them, and which words it prints."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, pairwise

from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_runs import Run

_WRAPPED_SHARE = 0.15  # of line ends in cells: blanks that authors leave at line ends are a few in a hundred
_WRAPPED_LEAST = 3

HYPHENS = "-\u2010\u2011\u00ad"  # the last one is soft: it is printed only where a line ends

_LETTERS = "a-zß-öø-ÿа-ӿ"  # small ones, as a set: faster by half than «a word's letter, but no digit»
_WORD = re.compile(rf"[{_LETTERS}]+")
_COMPOUND = re.compile(rf"[{_LETTERS}]+(?:-[{_LETTERS}]+)+")
_PLAIN = (("\u2010", "-"), ("\u2011", "-"), ("\u00ad", ""))

_AT_ONCE = 1000  # lines whose words are taken together: more need memory, fewer need time
_CUT = "\n"  # stands where a line end may have broken a word
_END = Run("", OUTSIDE, 0, 0.0, 0.0, float("-inf"), 0.0, False)  # after the last line, and under none


class Habits:
    """Of a document with these runs, which are not kept: only the words that they print, each once."""

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self.wraps_at_blanks = False
        self.hyphened: list[tuple[str, str]] = []  # lines of one cell: «Начальник Управле-», «ния образования»
        self.parts_words: bool | None = None  # at line ends; looked into when first asked for
        self.unsure: dict[str, str] = {}  # «лего-мастерская»: «легомастерская»; gathered on the way
        self._unbroken: set[str] = set()  # what stands between blanks, without what a line end may have broken
        self._look_at(runs)

    def _look_at(self, runs: Iterable[Run]) -> None:
        """Goes through the lines once.

        A line end may have broken the first word of a line under another one of its cell, and the last word of a line
        where another one follows. And where a wrapped line has the blank printed at which it was wrapped, as Word and
        LibreOffice do, a line end without one is the author's, where the blank would have found room.
        """
        lines: list[str] = []
        blanks = ends = 0
        owner = OUTSIDE  # of the line before
        for run, following in pairwise(chain(runs, [_END])):
            text, has_blank = run.text, run.has_blank
            start = _CUT if run.owner == owner else ""
            owner = run.owner
            goes_on = owner == following.owner
            is_parted = text[-1:] in HYPHENS
            if goes_on and following.y > run.y:
                if owner != OUTSIDE:
                    ends += 1
                    blanks += has_blank
                if is_parted and following.text[0].islower():
                    self.hyphened.append((text, following.text))
            lines.append(f"{start}{text}{_CUT}" if is_parted or (goes_on and not has_blank) else start + text)
            if len(lines) == _AT_ONCE:
                self._take_words(lines)
        self._take_words(lines)
        self.wraps_at_blanks = blanks >= max(_WRAPPED_LEAST, _WRAPPED_SHARE * ends)

    def _take_words(self, lines: list[str]) -> None:
        """Remembers what stands whole in the lines, and empties the list."""
        self._unbroken.update([piece for piece in set(" ".join(lines).split(" ")) if _CUT not in piece])
        lines.clear()

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
