"""What is printed around a mention in its cell: how an order itself writes where somebody works."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from normalize.fold import squeeze
from store.tables import measures, parties

IDS_AT_ONCE = 5_000  # SQLite takes 32,766 values in one statement
LONGEST = 120  # characters
_AROUND = " \n,;.–—-"


def printed_around(connection: Connection, party_ids: Sequence[str]) -> dict[str, str | None]:
    """«директор Гимназии № 5» of «Шестаков А.Н., директор Гимназии № 5, Вязова А.К.» for Шестаков; None for nothing."""
    found: dict[str, str | None] = {}
    for at in range(0, len(party_ids), IDS_AT_ONCE):
        found |= _some(connection, party_ids[at : at + IDS_AT_ONCE])
    return found


def _some(connection: Connection, party_ids: Sequence[str]) -> dict[str, str | None]:
    p, other, m = parties.c, parties.alias("other"), measures.c
    beside = parties.join(measures, m.measure_id == p.measure_id).join(
        other, (other.c.measure_id == p.measure_id) & (other.c.field == p.field)
    )
    columns = (p.party_id, p.field, p.starts_at, p.ends_at, m.measure, m.responsible_text)
    rows = select(*columns, other.c.starts_at.label("other_starts"), other.c.ends_at.label("other_ends"))
    begins, ends = dict[str, int](), dict[str, int]()
    cells = dict[str, tuple[str, int, int]]()
    for row in connection.execute(rows.select_from(beside).where(p.party_id.in_(party_ids))):
        cell = (row.measure if row.field == "measure" else row.responsible_text) or ""
        cells[row.party_id] = (cell, row.starts_at, row.ends_at)
        if row.other_ends <= row.starts_at:
            begins[row.party_id] = max(begins.get(row.party_id, 0), row.other_ends)
        if row.other_starts >= row.ends_at:
            ends[row.party_id] = min(ends.get(row.party_id, len(cell)), row.other_starts)
    return {
        one: _between(cell, begins.get(one, 0), start, end, ends.get(one, len(cell)))
        for one, (cell, start, end) in cells.items()
    }


def _between(cell: str, begin: int, start: int, end: int, stop: int) -> str | None:
    parts = (squeeze(cell[begin:start]).strip(_AROUND), squeeze(cell[end:stop]).strip(_AROUND))
    around = " … ".join(part for part in parts if part)
    return (around if len(around) <= LONGEST else f"{around[: LONGEST - 1]}…") or None
