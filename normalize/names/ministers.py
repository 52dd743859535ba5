"""Ministers: whose ministry a title names, «заместитель министра образования и науки области»."""

from collections.abc import Iterable, Sequence

from normalize.fold import fold
from normalize.model import Organization
from normalize.morphology import dictionary_form
from normalize.regions import is_letters_of, split_region

_TERRITORIES = ("области", "края", "республики")


def end_of_minister(words: Sequence[str], own: Iterable[Organization]) -> tuple[int, str] | None:
    """Where a minister's or deputy's post ends and the key of his ministry; None for another post or ministry.

    `own`: whoever issued the order: «министр» there is its own.
    """
    at = next((at for at, word in enumerate(words[:2]) if dictionary_form(word) == "министр"), None)
    ministries = [one for one in own if one.kind == "ministry"]
    if at is None or len(ministries) != 1 or not (at == 0 or words[0].startswith("заместител")):
        return None
    is_placed = words[-1] in _TERRITORIES or is_letters_of(words[-1], split_region(ministries[0].name, "ministry")[1])
    field = words[at + 1 : len(words) - is_placed]
    is_own = fold(ministries[0].name).startswith(fold(" ".join(["министерство", *field])))
    return (at + 1, ministries[0].key) if is_own else None
