"""What the names of a workbook's sheets tell: «Сентябрь», «Октябрь» are sections of one plan; others tell nothing."""

from collections.abc import Sequence

from ingest.model import Grid, Paragraph
from ingest.month_titles import is_month, months_named

Block = Paragraph | Grid


def are_months(names: Sequence[str]) -> bool:
    """True for sheets that are called «Сентябрь», «Октябрь», …, whatever else stands behind them."""
    return sum(is_month(name) for name in names) > 1


def under_month(blocks: Sequence[Block], name: str) -> list[Block]:
    """The sheet's blocks, its name right above the table where it is a month and no line above the table names one."""
    at = next((n for n, block in enumerate(blocks) if isinstance(block, Grid)), None)
    if at is None or not is_month(name):
        return list(blocks)
    printed = any(months_named(block.text) for block in blocks[:at] if isinstance(block, Paragraph))
    return [*blocks[:at], *([] if printed else [Paragraph(name.strip())]), *blocks[at:]]
