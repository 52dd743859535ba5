"""The rows of `search_texts`: what is found by its words, and where it stands among what is found."""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from typing import Literal

from normalize.fold import fold
from normalize.search import search_stems
from store.bulk import Row

Kind = Literal["person", "organization", "measure"]

_LAST_DAY = date.max.toordinal()  # 22 bits


def search_row(kind: Kind, entity_id: str, what: str, place: int, *texts: str | None) -> Row | None:
    """The row that finds the entity by the words of the texts; None where there are none.

    `what`: tells the texts of one entity apart: "" for its name, else the alias.
    """
    stems = search_stems(" ".join(text for text in texts if text is not None))
    if not stems:
        return None
    return {
        "doc": document_number(entity_id, what),
        "kind": kind,
        "entity_id": entity_id,
        "place": place,
        "stems": f" {' '.join((*stems, kind_mark(kind)))} ",
    }


def kind_mark(kind: Kind) -> str:
    """A word of the index that every text of the kind has, and no text can print: `fold` leaves no ё."""
    return f"ё{kind}"


def sorted_rows(rows: Iterable[Row | None]) -> list[Row]:
    """Those that are rows, each once, by document number: FTS5 writes a segment for every step back, and two
    writers of PostgreSQL never wait for each other crosswise."""
    found = {row["doc"]: row for row in rows if row is not None}
    return [found[number] for number in sorted(found)]


def document_number(entity_id: str, what: str) -> int:
    """Made from what it stands for, as all our ids are, but a number, which FTS5 asks for.

    62 bits: among ten million texts two are equal with a chance of 1 in 100,000; the second is then refused.
    """
    return _bits(f"{entity_id}\x1f{what}", 62)


def measure_place(order_date: str | None, order_id: str, position: int) -> int:
    """Newest orders first, those without a date last; within an order as printed. 62 bits."""
    days = _LAST_DAY - (date.fromisoformat(order_date).toordinal() if order_date is not None else 0)
    return days << 40 | _bits(order_id, 20) << 20 | min(position, 2**20 - 1)


def name_place(name: str) -> int:
    """By the first seven letters: the alphabet's order is that of the code page. 56 bits."""
    return int.from_bytes(fold(name).encode("cp1251", "replace")[:7].ljust(7), "big")


def _bits(text: str, count: int) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 64 - count
