"""How the tables' columns are written down: kinds of columns that many tables have, each with its words."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Text

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


def id_column(name: str, words: str) -> Column[str]:
    return Column(name, Text, primary_key=True, comment=words)


def text_column(name: str, words: str, *, needed: bool = False) -> Column[str]:
    return Column(name, Text, nullable=not needed, comment=words)


def count_column(name: str, words: str) -> Column[int]:
    return Column(name, Integer, nullable=False, comment=words)


def refer(name: str, target: str, words: str, *, needed: bool = True, owned: bool = False) -> Column[str]:
    """A foreign key; `owned` rows go with the row that they refer to."""
    key = ForeignKey(target, ondelete="CASCADE" if owned else None)
    return Column(name, Text, key, nullable=not needed, comment=words)


def of_a_measure() -> ForeignKeyConstraint:
    """The measure, and with it its order: saves the views of a big database a join, and cannot go wrong."""
    pair = ["measures.measure_id", "measures.order_id"]
    return ForeignKeyConstraint(["measure_id", "order_id"], pair, ondelete="CASCADE")


def one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def owner(name: str, target: str, words: str) -> Column[str]:
    """A part of the key that refers to a row, and goes with it."""
    return Column(name, Text, ForeignKey(target, ondelete="CASCADE"), primary_key=True, comment=words)
