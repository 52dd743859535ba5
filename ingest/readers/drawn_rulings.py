"""Whether a text draws tables with characters: told before what reads them is loaded, which few documents need."""

import re

_RULING = re.compile(r"[─━═]{3}|[|+][-=]{3}")  # «├───», «+-----+», «|-----+-----|»
_BETWEEN = re.compile(r"[|+\u2500-\u257f].*[|+\u2500-\u257f]")


def draws_ruling(text: str) -> bool:
    return _RULING.search(text) is not None


def is_between_bars(text: str) -> bool:
    """Whether a line may be part of such a table: «│ 1 │ Сбор │ май │», or a ruling."""
    return _BETWEEN.fullmatch(text) is not None
