"""A decision that is refused: the two reasons share what catches them."""

from store.errors import StoreError


class DecisionRefused(StoreError):
    """The decision is not kept."""
