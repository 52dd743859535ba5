"""RawOrder to JSON and back, exactly."""

from dataclasses import asdict
from typing import Any

from ingest.model import Box, Explained, OrderHead, Place, RawDoubt, RawOrder, RawRow

Json = dict[str, Any]


def encode_raw(raw: RawOrder) -> Json:
    """A JSON object with the fields of RawOrder; tuples become arrays."""
    return asdict(raw)


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
        }
    )


def encode_places(places: tuple[Place, ...]) -> list[Json]:
    return [asdict(place) for place in places]


def decode_places(value: list[Json]) -> tuple[Place, ...]:
    return tuple(_place(place) for place in value)


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
