"""The tables, described in words: docs/schema.md, COMMENT ON and datasette.yaml are made from this text.

This module is the list of them; each stands with those of its subject.
"""

from store.columns import metadata
from store.name_tables import aliases, appointments, organizations, own_names, parties, people, school_claims, sightings
from store.order_tables import deadlines, imports, measures, orders, sources
from store.review.tables import decisions, question_leases, question_measures, questions, reread_requests
from store.search_tables import search_texts

__all__ = [
    "aliases",
    "appointments",
    "deadlines",
    "decisions",
    "imports",
    "measures",
    "metadata",
    "orders",
    "organizations",
    "own_names",
    "parties",
    "people",
    "question_leases",
    "question_measures",
    "questions",
    "reread_requests",
    "school_claims",
    "search_texts",
    "sightings",
    "sources",
]
