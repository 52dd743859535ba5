"""RawOrder to JSON and back, exactly."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from ingest.model import Box, Explained, OrderHead, Place, RawDoubt, RawOrder, RawRow

Json = dict[str, Any]


def encode_raw(raw: RawOrder) -> Json:
    """A JSON object with the fields of RawOrder; tuples become arrays."""
    return {name: _plain(value) for name, value in fields_of(raw).items()}


def decode_raw(value: Json) -> RawOrder:
    """What `encode_raw` was given. Raises TypeError for an object of another shape."""
    return RawOrder(
        **{
            **value,
            "head": OrderHead(**value["head"]),
            "rows": tuple(_row(row) for row in value["rows"]),
            "sections": tuple(value["sections"]),
            "headers": tuple(tuple(header) for header in value["headers"]),
            "doubts": tuple(RawDoubt(**doubt) for doubt in value["doubts"]),
            "plan_titles": tuple(value.get("plan_titles", ())),
            "glossary": tuple(Explained(**one) for one in value.get("glossary", ())),
            "named": tuple(value.get("named", ())),
        }
    )


def encode_places(places: tuple[Place, ...]) -> list[Json]:
    return [_plain(place) for place in places]


def decode_places(value: list[Json]) -> tuple[Place, ...]:
    return tuple(_place(place) for place in value)


def fields_of(record: Any) -> Json:
    """The fields of a dataclass by name, in their order."""
    kind: Any = type(record)
    return {name: getattr(record, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def _plain(value: Any) -> Any:
    """What `asdict` gives, without its copies of every text: four times as fast."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {name: _plain(one) for name, one in fields_of(value).items()}
    return value


def _row(value: Json) -> RawRow:
    return RawRow(
        **{
            **value,
            "extra": tuple((header, text) for header, text in value["extra"]),
            "places": decode_places(value["places"]),
            "doubts": tuple(RawDoubt(**doubt) for doubt in value["doubts"]),
            "borders": tuple(value.get("borders", ())),
        }
    )


def _place(value: Json) -> Place:
    boxes = tuple((field, Box(**box)) for field, box in value["boxes"])
    return Place(**{**value, "boxes": boxes})
