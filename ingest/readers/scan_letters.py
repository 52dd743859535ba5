"""Slips that tesseract's Russian makes again and again, put right where print allows one reading only."""

import re

from ingest.readers.scan_words import SURE, Word

_DASHES = frozenset("-–—")
# Widths in line heights. Tesseract writes «—» for nearly every dash, and Word prints «–» for what authors type.
_HYPHEN_WIDTH = 0.4
_EN_DASH_WIDTH = 0.85

_FIRST_DASH = re.compile(r"^—(?=\w)")  # «онлайн –консультациях»: how wide it is cannot be told, «–» is what is usual
_TWO_STOPS = re.compile(r"\.\.(?=,$)")  # «Едигарева Н.В..,»: seen ten times where one was printed, and never surely
_LOW_QUOTE = re.compile("‚(?=$|[^\\w‚])")  # a comma at a word's end; as a quotation mark it would begin a word
_NUMBER_CELL = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[:;,•·]")  # «7:» alone in its cell: numbers end in a full stop


def mend_words(words: list[Word], height: float) -> list[Word]:
    """The words with dashes by their width and commas for low quotation marks; `height` is that of a usual line."""
    return [word._replace(text=_mend(word, height)) for word in words]


def mend_number(words: list[Word], is_alone: bool) -> list[Word]:
    """The same words; a number that is all that its cell holds (`is_alone`: the line is) ends in a full stop."""
    number = _NUMBER_CELL.fullmatch(words[0].text) if is_alone and len(words) == 1 else None
    return words if number is None else [words[0]._replace(text=f"{number[1]}.")]


def _mend(word: Word, height: float) -> str:
    if word.text in _DASHES:
        width = (word.right - word.left) / height
        return "-" if width <= _HYPHEN_WIDTH else "–" if width <= _EN_DASH_WIDTH else "—"
    text = _FIRST_DASH.sub("–", _LOW_QUOTE.sub(",", word.text))
    return _TWO_STOPS.sub(".", text) if word.confidence < SURE else text
