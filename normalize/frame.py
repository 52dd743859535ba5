"""What holds for an order as a whole while it is put together."""

from collections.abc import Mapping
from dataclasses import dataclass

from normalize.model import (
    Alias,
    Organization,
    Person,
)
from normalize.questions.worded import Span


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for the order as a whole."""

    territory: str
    school_year: str | None
    proofs: tuple[Alias, ...]
    people: Mapping[str, Person]  # known from elsewhere, by key
    organizations: Mapping[str, Organization]  # likewise
    letters: frozenset[str]  # folded, that a person said mean an organization
    lettered: Mapping[str, frozenset[str]]  # spelling key of letters → keys of known bodies that have them
    said: Mapping[Span, Person | Organization]  # whom a person said that words name
