"""Ids made from what identifies a thing, so that importing again renumbers nothing.

Each is a UUIDv5 as text: the same names give the same id in every database.
"""

from uuid import UUID, uuid5

PRIKAZ = UUID("306b4a5e-2020-5f0e-8c53-66c0d0a60306")  # our namespace; never to change


def order_id(issuer: str | None, date: str | None, number: str | None, sha256: str, place: str | None = None) -> str:
    """An order is its issuer, date and number; without a date or number, its file's content alone.

    `place` tells it from an order of another town that is called alike (`store.identity`).
    """
    if number is None or date is None:
        return _id("file", sha256)
    town = () if place is None else (fold_issuer(place),)
    return _id("order", fold_issuer(issuer), date, _squeeze(number), *town)


def fold_issuer(issuer: str | None) -> str:
    """The issuer blind to case, white space and ё, which one file prints and another does not."""
    return " ".join((issuer or "").casefold().replace("ё", "е").split())


def measure_id(order: str, fingerprint: str, ordinal: int) -> str:
    """`ordinal`: 0-based among the measures of the order with equal fingerprints."""
    return _id("measure", order, fingerprint, str(ordinal))


def party_id(measure: str, anchor: str, ordinal: int) -> str:
    """`ordinal`: 0-based among the parties of the measure with equal anchors; there should be no others."""
    return _id("party", measure, anchor, str(ordinal))


def question_id(order: str, key: str) -> str:
    return _id("question", order, key)


def review_entry_id(territory: str | None, place: str | None, key: str) -> str:
    """Of a doubt that all orders of a territory share, or those of the `place`: an issuer, a school year, an order."""
    return _id("review", territory or "", place or "", key)


def person_id(territory: str, key: str) -> str:
    return _id("person", territory, key)


def organization_id(territory: str | None, key: str) -> str:
    """`territory`: None for what stands above territories, such as a ministry; "" where it is not known."""
    return _id("organization", key) if territory is None else _id("organization", territory, key)


def appointment_id(order: str, person: str, role: str, organization: str | None) -> str:
    return _id("appointment", order, person, role, organization or "")


def alias_id(entity: str, alias: str, source: str, order: str | None) -> str:
    """`order`: where the alias was seen; None for the registry's and the decisions'."""
    return _id("alias", entity, alias, source, order or "")


def decision_id(line: str) -> str:
    """For a decision written by hand that has no id yet: its line in the decisions file."""
    return _id("decision", line)


def _id(*names: str) -> str:
    # U+001F keeps ("a", "bc") apart from ("ab", "c"); no document holds it.
    return str(uuid5(PRIKAZ, "\x1f".join(names)))


def _squeeze(text: str) -> str:
    return "".join(text.casefold().split())
