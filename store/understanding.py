"""An order as it reads with all that the database knows."""

from dataclasses import replace

from sqlalchemy import Connection

from ingest.model import RawOrder
from normalize.model import Order
from normalize.order import normalize_order, read_order_cells, surnames_concerned
from normalize.places import may_be_one
from store.identity import identify
from store.neighbours import read_neighbours
from store.read import effective_school_year, read_knowledge
from store.sightings import read_sightings


def understand(connection: Connection, raw: RawOrder, territory: str | None) -> Order:
    """The order of the territory as it reads now.

    What the order itself once said is left out, or the second import would not give what the first gave. Only when its
    cells are read is it known whom it names, and so whose other orders matter; and only at the end, which orders name
    the same people elsewhere: where there are such, it is understood once more, which is rare.
    """
    head = raw.head
    itself = identify(connection, raw, territory)
    year = effective_school_year(connection, raw, territory)
    known = read_knowledge(connection, territory, head.issuer, year, without_order=itself, surnames=())
    cells = read_order_cells(raw, known)
    surnames = surnames_concerned(raw, known, cells)
    known = replace(known, sightings=read_sightings(connection, territory, itself, surnames))
    order = normalize_order(raw, known, cells)
    names = {person.name for person in order.people}
    near = read_neighbours(connection, itself, order.territory, head.issuer, names)
    asked = tuple(one for one in near if may_be_one(order.territory, head.issuer, one))
    return normalize_order(raw, replace(known, neighbours=asked), cells) if asked else order
