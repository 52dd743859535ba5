"""Finds measures, people and organizations by words, the same in both databases.

Words are stemmed in Python (`normalize.search`), so no database's own idea of Russian matters: a text is found when
its stems include those of the words. A table of (stem, document) would do without FTS5 and GIN, but an order has some
two thousand of them: on a big database every import would change as many pages of its index.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import ColumnElement, Connection, Select, and_, literal_column, null, select, text

from normalize.search import search_stems
from store.search_text import Kind, kind_mark
from store.tables import measures, organizations, people, search_texts

# Rows looked at, in the order of what is found, before the index is asked. A word in one row of fifty gives twenty
# hits there, so the index has only rare words to answer: to sort 250,000 hits and show twenty takes 0.3 s.
FIRST_LOOK = 1_000
WORDS_ASKED = 6  # by SQL, for PostgreSQL plans each; further words (a whole page was pasted) are compared in Python


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found."""

    kind: Kind
    id: str  # of the person, the organization or the measure
    text: str  # name; a measure as printed, "" if its cell is empty
    order_id: str | None  # of a measure


def search(
    connection: Connection, text: str, kinds: Collection[Kind] = get_args(Kind), limit: int = 20
) -> tuple[Hit, ...]:
    """At most `limit` hits of each kind that have all words of the text, in any form; () for a text without words.

    People, then organizations, by name or another spelling, in the order of the alphabet; then measures by any
    word of their row or section, newest orders first. No character of the text is an operator.
    """
    stems = search_stems(text)
    if not stems or limit < 1:
        return ()
    return tuple(hit for kind in get_args(Kind) if kind in kinds for hit in _hits(connection, kind, stems, limit))


def _hits(connection: Connection, kind: Kind, stems: Sequence[str], limit: int) -> Iterator[Hit]:
    found = _take(connection, _first_look(kind, stems), stems, limit)
    if len(found) < limit:
        found = _take(connection, _ask_index(connection, kind, stems), stems, limit)
    shown = {row[0]: row[1:] for row in connection.execute(_shown(kind, found))}
    for one in found:
        name, order_id = shown[one]
        yield Hit(kind, one, name or "", order_id)


def _take(connection: Connection, query: Select[str, str], stems: Sequence[str], limit: int) -> list[str]:
    """The first ids; a person may be found by several spellings."""
    found = dict[str, None]()
    ordered = query.order_by(literal_column("place"), literal_column("doc"))
    with connection.execute(ordered) as rows:
        for entity, held in rows:
            if set(stems) <= set(held.split()):
                found[entity] = None
            if len(found) == limit:
                break
    return list(found)


def _first_look(kind: Kind, stems: Sequence[str]) -> Select[str, str]:
    t = search_texts.c
    first = select(search_texts).where(t.kind == kind).order_by(t.place, t.doc).limit(FIRST_LOOK).subquery()
    return select(first.c.entity_id, first.c.stems).where(_has(first.c.stems, stems))


def _ask_index(connection: Connection, kind: Kind, stems: Sequence[str]) -> Select[str, str]:
    t = search_texts.c
    asked = (kind_mark(kind), *stems[:WORDS_ASKED])  # or a word of every measure would be looked up for no person
    if connection.dialect.name == "postgresql":
        found = text("string_to_array(stems, ' ') @> CAST(:asked AS text[])").bindparams(asked=list(asked))
    else:
        found = text("doc IN (SELECT rowid FROM search_fts WHERE search_fts MATCH :asked)")
        found = found.bindparams(asked=" ".join(f'"{stem}"' for stem in asked))
    return select(t.entity_id, t.stems).where(found, t.kind == kind)


def _has(column: ColumnElement[str], stems: Sequence[str]) -> ColumnElement[bool]:
    """Stems hold neither % nor _."""
    return and_(*(column.like(f"% {stem} %") for stem in stems[:WORDS_ASKED]))


def _shown(kind: Kind, ids: Sequence[str]) -> Select[str, str | None, str | None]:
    m, h, g = measures.c, people.c, organizations.c
    if kind == "measure":
        return select(m.measure_id, m.measure, m.order_id).where(m.measure_id.in_(ids))
    if kind == "person":
        return select(h.person_id, h.person, null()).where(h.person_id.in_(ids))
    return select(g.organization_id, g.organization, null()).where(g.organization_id.in_(ids))
