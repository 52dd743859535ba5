"""Two pages printed on one sheet: a table that goes on beside itself."""

from collections.abc import Sequence

from ingest.readers.pdf_cells import RISES, PageTable
from ingest.readers.pdf_runs import Run

_SAME = 3.0  # points by which the columns of one table may differ from page to page


class Sheet:
    """Which page of the sheet (0 = the leftmost) its tables and texts stand on; a page that is none has only 0."""

    def __init__(self, tables: Sequence[PageTable]) -> None:
        groups = _groups(tables) if len(tables) > 1 else []
        is_sheet = len(groups) > 1 and all(_goes_on(tables, groups[0], group) for group in groups[1:])
        self._side = {at: side for side, group in enumerate(groups) for at in group} if is_sheet else {}
        self._starts = [min(tables[at].columns[0] for at in group) for group in groups[1:]] if is_sheet else []
        self._top = min((table.rows[0] for table in tables), default=0.0)

    def side_of(self, table: int) -> int:
        """The page of a table (0-based)."""
        return self._side.get(table, 0)

    def part(self, runs: Sequence[Run]) -> list[list[Run]]:
        """The runs of each page. A title over the whole sheet, or a mark in its corner, belongs to the first one."""
        if not self._starts:
            return [list(runs)]
        sides = [sum(run.left >= start - _SAME for start in self._starts) for run in runs]
        above = {side for run, side in zip(runs, sides, strict=True) if run.y - RISES < self._top}
        is_whole = 0 not in above or any(map(self._crosses, runs))
        parts: list[list[Run]] = [[] for _ in range(len(self._starts) + 1)]
        for run, side in zip(runs, sides, strict=True):
            parts[0 if is_whole and run.y - RISES < self._top else side].append(run)
        return parts

    def _crosses(self, run: Run) -> bool:
        return any(run.left < start - _SAME < run.right for start in self._starts)


def _groups(tables: Sequence[PageTable]) -> list[list[int]]:
    """The tables (0-based) that stand over one another, from left to right."""
    groups: list[list[int]] = []
    right = 0.0
    for at in sorted(range(len(tables)), key=lambda at: tables[at].columns[0]):
        if groups and tables[at].columns[0] < right:
            groups[-1].append(at)
        else:
            groups.append([at])
        right = max(right, tables[at].columns[-1])
    return groups


def _goes_on(tables: Sequence[PageTable], group: Sequence[int], further: Sequence[int]) -> bool:
    """Whether a table of one page has the columns of one beside it; under a long title it may begin lower down."""
    return any(are_alike(tables[one].columns, tables[two].columns) for one in group for two in further)


def are_alike(one: Sequence[float], two: Sequence[float]) -> bool:
    """Whether these are the columns of one table, which may stand further left or right."""
    shift = two[0] - one[0]
    return len(one) == len(two) and all(abs(b - a - shift) <= _SAME for a, b in zip(one, two, strict=True))
