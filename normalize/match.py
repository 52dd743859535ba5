"""Comparing spellings: the only place of rapidfuzz. Never a score where identity lives (notes/names.md §1)."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from normalize.morphology import is_word

PROPER_PART_MIN = 20  # letters: a shorter name has neighbours one edit away
ODD_WORD_MIN = 6  # letters


def one_edit(left: str, right: str) -> bool:
    """True where exactly one letter is changed, lost, added or two neighbours are swapped."""
    return OSA.distance(left, right, score_cutoff=1) == 1


def few_edits(left: str, right: str) -> bool:
    """True for one or two letters changed, lost or added: «мария» and «марина», «наталья» and «наталия»."""
    return 0 < OSA.distance(left, right, score_cutoff=2) <= 2


def is_one_slip(printed: str, meant: str) -> bool:
    """True where `printed` is `meant` with one slip of the typist: «центр ополнительного образования».

    Both folded. The odd word is in no dictionary and the meant one is: «школа № 2» never becomes «№ 20».
    """
    if len(meant) < PROPER_PART_MIN or not one_edit(printed, meant):
        return False
    odd = [(left, right) for left, right in zip(printed.split(), meant.split(), strict=False) if left != right]
    if len(odd) != 1 or len(printed.split()) != len(meant.split()):
        return False
    left, right = odd[0]
    return len(right) >= ODD_WORD_MIN and not is_word(left) and is_word(right)


def is_shortened(printed: str, meant: str) -> bool:
    """True where `printed` is `meant` with words cut short: «центр доп образования». Both folded."""
    left, right = printed.split(), meant.split()
    if len(left) != len(right) or printed == meant:
        return False
    return all(
        one == other or (len(one) >= 3 and other.startswith(one)) for one, other in zip(left, right, strict=True)
    )


def rank(spelling: str, candidates: Iterable[str], limit: int = 5) -> list[tuple[str, float]]:
    """Candidates for a person to choose from, likest first, with likeness 0..1. Never an answer by itself."""
    return [(name, 1 - distance) for name, distance, _ in process.extract(
        spelling, list(candidates), scorer=OSA.normalized_distance, limit=limit, score_cutoff=0.6
    )]  # fmt: skip
