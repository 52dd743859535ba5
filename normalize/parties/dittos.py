"""Cells that repeat the row above: «-//-», «то же». Nobody is named in them, and it is asked who is meant."""

from ingest.expressions import expression

_DASH = r"[-‐‑‒–—−_]*"
_MARK = r"(?:/\s?/|\\\\|\|\s?\||[\"“”„«»〃″]{1,2}|''|,,)"
_MARKS = expression(rf"\s*{_DASH}\s*{_MARK}\s*{_DASH}\s*")
_WORDS = expression(r"(?i)\s*(?:то|те|тот|та)\s+же(?:\s+сам(?:ое|ые|ый|ая))?\s*\.?\s*")


def is_ditto(cell: str) -> bool:
    """True for a cell of such marks or words alone; not for «–», nor «те же, директора школ»."""
    return _MARKS.fullmatch(cell) is not None or _WORDS.fullmatch(cell) is not None
