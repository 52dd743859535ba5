"""The open questions of a database: what `status`, `import`, the clerk's page and the workbook count alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from store.neighbours import DoubtfulTerritory, doubtful_territories
from store.read import open_by_order
from store.review_queue import measures_asked, queue_entries
from store.unmet import Unmet, unmet_decisions


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    text: str  # Russian
    orders: int
    measures: int  # that it touches; 0 where it is about the order as a whole


def open_questions(connection: Connection) -> list[OpenQuestion]:
    """Those that touch most measures first; of equals those of most orders, then by text.

    A doubt of several orders that one answer settles is one question, under the words of the oldest of them.
    """
    touched = measures_asked(connection)
    found = [OpenQuestion(one.text, one.orders, touched.get(one.entry_id, 0)) for one in queue_entries(connection)]
    return sorted(found, key=lambda question: (-question.measures, -question.orders, question.text))


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """How much is open: questions in all, each counted once, and those of each order by its id.

    `territories`: what stands in the database twice until somebody says whether two territories are one. `unmet`:
    decisions on mentions that their orders no longer have.
    """

    total: int
    by_order: Mapping[str, int]
    territories: tuple[DoubtfulTerritory, ...] = ()
    unmet: tuple[Unmet, ...] = ()


def count_open(connection: Connection) -> OpenCounts:
    total = len(queue_entries(connection))
    territories, unmet = doubtful_territories(connection), unmet_decisions(connection)
    return OpenCounts(total, open_by_order(connection), territories, unmet)
