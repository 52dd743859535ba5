"""What belongs to a territory: conditions that both databases answer from an index.

PostgreSQL has none for IS NOT DISTINCT FROM, and SQLite none for `above_territory`: what stands above has no territory.
"""

from sqlalchemy import ColumnElement, and_, or_

from store.tables import organizations


def is_in(column: ColumnElement[str | None], territory: str | None) -> ColumnElement[bool]:
    """In the territory; None is the unknown one."""
    return column.is_(None) if territory is None else column == territory


def concerns(territory: str | None) -> ColumnElement[bool]:
    """Organizations of the territory, and those above all."""
    g = organizations.c
    return or_(is_in(g.territory, territory), and_(g.territory.is_(None), g.above_territory))
