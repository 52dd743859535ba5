"""The open questions of a database, one per text: the same doubt in ten orders is asked once."""

from dataclasses import dataclass

from sqlalchemy import Connection

from store.view_rows import read_rows
from store.views import VIEWS


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    text: str  # Russian
    orders: int
    measures: int  # that it touches; 0 where it is about the order as a whole


def open_questions(connection: Connection) -> list[OpenQuestion]:
    """Those that touch most measures first; of equals those of most orders, then by text."""
    [view] = [view for view in VIEWS if view.name == "v_open_questions"]
    names = [column.name for column in view.columns]
    touched: dict[str, tuple[set[str], set[str]]] = {}
    for row in read_rows(connection, view):
        one = dict(zip(names, row, strict=True))
        orders, measures = touched.setdefault(one["text"], (set(), set()))
        orders.add(one["order_id"])
        measures.update({one["measure_id"]} - {None})
    found = [OpenQuestion(text, len(orders), len(measures)) for text, (orders, measures) in touched.items()]
    return sorted(found, key=lambda question: (-question.measures, -question.orders, question.text))
