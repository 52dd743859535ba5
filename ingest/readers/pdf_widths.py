"""How wide parts of a printed line are, reckoned from the whole line's width.

Asking pdfium for the places of letters costs more than reading the text; letters have much the same widths relative
to one another in every font that orders are printed in (Times, Liberation, DejaVu Serif, Arial), so a part's share
of the line is known within a tenth.
"""

from ingest.readers.pdf_runs import Line

_SMALL = 0.5  # of the font's size: a small letter, a digit, a sign that is not listed
_CAPITAL = 0.69
_WIDTHS = {
    **dict.fromkeys(" .,;:!|'·", 0.26),
    **dict.fromkeys("-()[]/\\йiltjf", 0.34),
    "й": 0.53,
    **dict.fromkeys("гзст", 0.43),
    **dict.fromkeys("жмшщюфыm", 0.71),
    **dict.fromkeys("ЖМШЩЮФЫW№—%", 0.94),
}

_SHORT_WORD = 2  # letters: «№ 17», «г. Каменск» are kept together by a blank that does not break


def first_word(line: Line) -> float:
    """Points that the line's first word takes, «№ 17» and «в школе» counting as one."""
    text = line.text
    end = text.find(" ")
    if 0 <= end <= _SHORT_WORD:
        end = text.find(" ", end + 1)
    return line.right - line.left if end < 0 else _share(line, text[:end])


def first_letter(line: Line) -> float:
    """Points that the line's first letter takes."""
    return _share(line, line.text[0])


def blank(line: Line) -> float:
    """Points that a blank takes in the line."""
    return _share(line, " ")


def _share(line: Line, part: str) -> float:
    return (line.right - line.left) * measure(part) / measure(line.text)


def measure(text: str) -> float:
    """The width of the text in a font of size 1."""
    return sum(map(_width, text))


def _width(letter: str) -> float:
    known = _WIDTHS.get(letter)
    if known is None:
        return _CAPITAL if letter.isupper() else _SMALL
    return known
