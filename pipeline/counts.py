"""How much an order holds, for summaries."""

from ingest.model import RawOrder
from normalize.model import Order
from pipeline.report import Counts


def count_order(order: Order, raw: RawOrder) -> Counts:
    """What the order names, each once: «директор школы № 2» in ten cells is one school and one group.

    Only what a cell names as a party counts, as in the view v_parties.
    """
    kinds = {organization.key: organization.kind for organization in order.organizations}
    parties = [party for measure in order.measures for party in measure.parties]
    named = {party.organization for party in parties if party.organization is not None}
    schools = {key for key in named if kinds[key] == "school"}
    return Counts(
        measures=len(order.measures),
        sections=len(raw.sections),
        people=len({party.person for party in parties if party.person is not None}),
        schools=len(schools),
        organizations=len(named - schools),
        groups=len({(party.role, party.organization) for party in parties if party.kind == "group"}),
        questions=len(order.questions),
    )
