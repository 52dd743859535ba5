"""How wide parts of a printed line are, reckoned from the whole line's width.

Asking pdfium for the places of letters costs more than reading the text; letters have much the same widths relative
to one another in every font that orders are printed in (Times, Liberation, DejaVu Serif, Arial), so a part's share
of the line is known within a tenth.
"""

from ingest.readers.pdf_runs import Run

_SMALL = 0.5  # of the font's size: a small letter, a digit, a sign that is not listed
_CAPITAL = 0.69


class _Widths(dict[str, float]):
    """Widths of letters; of one that is not listed, by what it is."""

    def __missing__(self, letter: str) -> float:
        width = self[letter] = _CAPITAL if letter.isupper() else _SMALL
        return width


_WIDTHS = _Widths(
    {
        **dict.fromkeys(" .,;:!|'·", 0.26),
        **dict.fromkeys("-()[]/\\iltjf", 0.34),
        **dict.fromkeys("гзст", 0.43),
        **dict.fromkeys("жмшщюфыm", 0.71),
        **dict.fromkeys("ЖМШЩЮФЫW№—%", 0.94),
    }
)

_NARROWEST, _WIDEST = 0.6, 1.7  # that a word can be against as many average letters of its line
_SHORT_WORD = 2  # letters: «№ 17», «г. Каменск» are kept together by a blank that does not break


def fits_first_word(line: Run, room: float) -> bool:
    """Whether the line's first word, «№ 17» and «в школе» counting as one, is narrower than `room` points."""
    text = line.text
    end = text.find(" ")
    if 0 <= end <= _SHORT_WORD:
        end = text.find(" ", end + 1)
    width = line.right - line.left
    if end < 0:
        return room > width
    share = width * end / len(text)
    if not _NARROWEST * share < room < _WIDEST * share:  # nearly always
        return room > share
    return room > _share(line, text[:end])


def first_letter(line: Run) -> float:
    """Points that the line's first letter takes."""
    return _share(line, line.text[0])


def blank(line: Run) -> float:
    """Points that a blank takes in the line."""
    return _share(line, " ")


def _share(line: Run, part: str) -> float:
    return (line.right - line.left) * measure(part) / measure(line.text)


def measure(text: str) -> float:
    """The width of the text in a font of size 1."""
    return sum(map(_WIDTHS.__getitem__, text))
