"""The open questions of a database: what `status`, `import`, the clerk's page and the workbook count alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from pipeline.plurals import counted
from store.decisions import decisions_in_force
from store.neighbours import DoubtfulTerritory, doubtful_territories
from store.read import open_by_order
from store.review.queue import measures_asked, queue_entries
from store.review.rereads import count_rereads
from store.unfit import unfit_of
from store.unmet import Unmet, unmet_decisions


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    text: str  # Russian
    orders: int
    measures: int  # that it touches; 0 where it is about the order as a whole
    order: str  # number of the oldest of the orders, or the name of its file


def open_questions(connection: Connection) -> list[OpenQuestion]:
    """Those that touch most measures first; of equals those of most orders, then by text.

    A doubt of several orders that one answer settles is one question, under the words of the oldest of them.
    """
    touched = measures_asked(connection)
    entries = queue_entries(connection)
    found = [OpenQuestion(one.text, one.orders, touched.get(one.entry_id, 0), one.order) for one in entries]
    return sorted(found, key=lambda question: (-question.measures, -question.orders, question.text, question.order))


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """How much is open: questions in all, each counted once, and those of each order by its id.

    `territories`: what stands in the database twice until somebody says whether two territories are one. `unmet`:
    decisions on mentions that their orders no longer have. `unread`: orders that are still to be read under decisions
    taken since; `without_effect`: decisions that mean nothing.
    """

    total: int
    by_order: Mapping[str, int]
    territories: tuple[DoubtfulTerritory, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    unread: int = 0
    without_effect: int = 0


def count_open(connection: Connection) -> OpenCounts:
    return OpenCounts(
        len(queue_entries(connection)), open_by_order(connection), doubtful_territories(connection),
        unmet_decisions(connection), count_rereads(connection), len(unfit_of(decisions_in_force(connection))),
    )  # fmt: skip


def pending_lines(left: OpenCounts) -> list[str]:
    """What a person has to know besides the open questions, a line for each; [] where all is well."""
    lines = []
    if left.unread:
        waiting = counted(left.unread, "order")
        lines.append(f"To be read again under what was answered or loaded since: {waiting}. `prikaz import` does it.")
    if left.without_effect:
        lines.append(f"Decisions without effect: {left.without_effect}. `prikaz check` names them.")
    return lines
