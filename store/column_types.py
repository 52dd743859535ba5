"""Column types that mean the same in SQLite and PostgreSQL."""

from datetime import UTC, date, datetime
from importlib import import_module
from typing import Any

from sqlalchemy import JSON, Date, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine


class IsoDate(TypeDecorator[str]):
    """A day as ISO text in Python; DATE in PostgreSQL, ISO text under the declared type DATE in SQLite."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)

    def process_result_value(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, whole seconds; TIMESTAMPTZ in PostgreSQL, «2026-11-23T16:10:38Z» in SQLite.

    Text that sorts as time does, because SQLite has no type for it. Raises ValueError for a naive datetime.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(20))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        if value is None:
            return None
        whole = as_utc(value)
        return iso_moment(whole) if dialect.name == "sqlite" else whole

    def process_result_value(self, value: datetime | str | None, dialect: Dialect) -> datetime | None:
        if isinstance(value, str):
            return parse_moment(value)
        return None if value is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """What is asked for by services: JSONB in PostgreSQL, which can be searched. None is SQL's NULL, never JSON's."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            jsonb = import_module("sqlalchemy.dialects.postgresql").JSONB  # only there: it takes 40 ms to load
            return dialect.type_descriptor(jsonb(none_as_null=True))
        return dialect.type_descriptor(JSON(none_as_null=True))


def as_utc(value: datetime) -> datetime:
    """The moment in UTC without its fraction. Raises ValueError when it has no time zone."""
    if value.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {value}")
    return value.astimezone(UTC).replace(microsecond=0)


def iso_moment(value: datetime) -> str:
    """«2026-11-23T16:10:38Z»."""
    return as_utc(value).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_moment(text: str) -> datetime:
    """The moment of `iso_moment`'s text. Raises ValueError for another form."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


# What must come back letter for letter (RawOrder): JSONB would sort keys and refuse \u0000.
ExactJson = JSON(none_as_null=True)
