"""The posts that an order gives its people, those in doubt left out."""

from collections.abc import Iterator

from normalize.model import Order

# Questions of whose a title is: until they are answered the person may not hold it
_WHOSE = frozenset({"shared_title", "title_order", "whose_title", "title_pairs", "title_parts"})
_WHOSE_FURTHER = "further_title"  # of the last title alone

Post = tuple[str, str, str | None]  # person's key, role, organization's key


def sure_posts(order: Order) -> Iterator[Post]:
    """Each post of each mention: «Вязова А.К., Лосев П.И., эксперты» gives none while it is asked whose title it is.

    A post that another cell says without a doubt is there all the same.
    """
    asked = {anchor for one in order.questions if one.kind in _WHOSE for anchor in one.anchors}
    further = {anchor for one in order.questions if one.kind == _WHOSE_FURTHER for anchor in one.anchors}
    for party in (party for measure in order.measures for party in measure.parties):
        if party.person is None or party.anchor in asked:
            continue
        if party.role is not None:
            yield party.person, party.role, party.organization
        others = party.other_roles[: -1 if party.anchor in further else None]
        for role, organization in others:
            yield party.person, role, organization
