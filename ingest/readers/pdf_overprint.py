"""Lines printed over one another: a cell too low for its text, as spreadsheets print it, hides it or lets it go on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from ingest.model import RawDoubt
from ingest.readers.pdf_cells import OUTSIDE
from ingest.readers.pdf_page import PageLayout
from ingest.readers.pdf_runs import Run

_LEAST, _MOST = 0.1, 0.6  # of a line's height, from one baseline to the other
_ALIKE = 0.9  # of the taller one's letters: a raised mark is smaller
_TOUCHES = 0.15  # of a line's height, between the end of one and the beginning of the other
_BY_PLACE = itemgetter(Run._fields.index("owner"), Run._fields.index("y"))
_TEXT = (
    "Строка «{}» напечатана поверх другой: вероятно, она из клетки выше, которая для неё низка. Что к чему относится?"
)


def clashes(runs: Sequence[Run]) -> Iterator[Run]:
    """The upper one of each two lines that stand over one another in a cell."""
    for one, two in pairwise(sorted(runs, key=_BY_PLACE)):
        if one.owner == two.owner != OUTSIDE and one.turn == two.turn == 0 and two.y - one.y < _MOST * one.size:
            is_over = two.left - one.right < _TOUCHES * one.size and one.left - two.right < _TOUCHES * one.size
            alike = min(one.size, two.size) >= _ALIKE * max(one.size, two.size)
            if is_over and alike and two.y - one.y > _LEAST * one.size and one.text != two.text:
                yield one


def ask_about_overprinted(layouts: Iterable[PageLayout]) -> tuple[RawDoubt, ...]:
    """A doubt for the first such line of each row, to be asked at the measure that prints it."""
    return tuple(
        RawDoubt("reader", _TEXT.format(run.text), run.text) for page in layouts for run in _one_of_each_row(page)
    )


def _one_of_each_row(page: PageLayout) -> Iterable[Run]:
    found = list(clashes(page.runs))
    rows = [(at, cell.row) for at, table in enumerate(page.tables) for cell in table.cells] if found else []
    return {rows[run.owner]: run for run in reversed(found)}.values()
