"""What changed in an order, as the summary of an import says it: what matters first, in the summary's language."""

from collections.abc import Sequence

from pipeline.plurals import counted
from store.model import Difference

_PLACES = {"мероприятие": "measure", "строка": "row"}
_FIELDS = {
    "план": "plan", "раздел": "section", "номер": "number", "мероприятие": "measure", "срок": "deadline",
    "ответственные": "responsible", "прочие столбцы": "other columns", "порядок строк": "order of rows",
    "заголовок": "title", "учебный год": "school year", "стороны": "parties read", "сроки": "deadlines read",
}  # fmt: skip
_NUMBERING = ("номер", "порядок строк")  # a row put in renumbers all that follow: one line says so


def change_lines(differences: Sequence[Difference], taken: bool = True) -> list[str]:
    """A line for each difference; new numbers of rows are one line, the last.

    Not `taken`: the order is as it was, and the file differs from it so.
    """
    real = [one for one in differences if one.field not in _NUMBERING]
    numbered = [one for one in differences if one.field in _NUMBERING]
    lines = [_line(one, taken) for one in real]
    if len(numbered) == 1:
        return [*lines, _line(numbered[0], taken)]
    return (
        [
            *lines,
            f"numbers or order {'changed' if taken else 'differ'} in {counted(len(numbered), 'row')}, "
            f"{_place(numbered[0])} first",
        ]
        if numbered
        else lines
    )


def _line(one: Difference, taken: bool) -> str:
    """«measure 34, deadline: was «…», now «…»»; of a file that was not taken «the order says «…», this file «…»»."""
    if one.kind == "strangers" and taken:
        return (
            f"no measure is as before (were {one.before}, now {one.after}): make sure that this is a new version of "
            "the order, not another annex, or an order of another town with the same number"
        )
    if one.kind == "strangers":
        return f"no measure is as in the order ({one.before} there, {one.after} in this file)"
    place = ", ".join(part for part in (_place(one), _FIELDS.get(one.field, one.field)) if part)
    if one.kind == "added":
        return f"{place}: {'added' if taken else 'only in this file'} «{one.after}»"
    if one.kind == "removed":
        return f"{place}: {'removed' if taken else 'not in this file'} «{one.before}»"
    before, after = one.before or "empty", one.after or "empty"
    if taken:
        return f"{place}: was «{before}», now «{after}»"
    return f"{place}: the order says «{before}», this file «{after}»"


def _place(one: Difference) -> str:
    """«мероприятие 34» → «measure 34»."""
    word, _, rest = one.place.partition(" ")
    return f"{_PLACES.get(word, word)} {rest}".strip()
