"""Whether the titles of two orders are those of two orders, or of one that was printed or scanned twice."""

from rapidfuzz import fuzz

from normalize.fold import fold

_SAME = 90  # of 100: one is part of the other, or a word was put right


def are_two_titles(one: str | None, other: str | None) -> bool:
    """False where either is not known."""
    return one is not None and other is not None and fuzz.token_set_ratio(fold(one), fold(other)) < _SAME
