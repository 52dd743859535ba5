"""Orders of our own, made from rows: measure, deadline, responsible."""

from collections.abc import Iterable

from ingest.model import OrderHead, Place, RawOrder, RawRow
from normalize.model import Alias, Decision, Established, Knowledge, Order, Organization, Signed
from normalize.order import normalize_order
from tests.normalize.notation import printed

HEAD = OrderHead("12", "2020-10-01", "Управление образования", None, None, "г. Лесногорск")


def make_order(rows: Iterable[tuple[str, str, str]]) -> RawOrder:
    """A raw order of these rows, ⏎ for a line end. A missing measure is «Мероприятие n»."""
    return RawOrder(
        "order.docx",
        "0" * 64,
        "docx",
        HEAD,
        tuple(
            RawRow(
                1, None, str(n), printed(measure) or f"Мероприятие {n}", printed(deadline), printed(responsible), (),
                (Place(None, 1, n + 1),),
            )
            for n, (measure, deadline, responsible) in enumerate(rows, start=1)
        ),
        (),
        (("№", "Мероприятие", "Срок", "Ответственные"),),
    )  # fmt: skip


def order_of(*responsible: str, known: Knowledge | None = None, decisions: tuple[Decision, ...] = ()) -> Order:
    """An order that has these responsible cells, each in a measure of its own."""
    return normalize_order(
        make_order([("", "постоянно", cell) for cell in responsible]), known or Knowledge(decisions=decisions)
    )


REGISTRY: Signed = ("", "", "")
BEFORE: Signed = ("2019-10-01", "7", "1" * 64)
AFTER: Signed = ("2021-10-01", "7", "1" * 64)


def knowing(*organizations: Organization, aliases: tuple[Alias, ...] = (), signed: Signed = REGISTRY) -> Knowledge:
    """What is known of these: from the registry, or from another order."""
    established = tuple(Established(one, signed) for one in organizations)
    return Knowledge(organizations=organizations, aliases=aliases, established=established)


def question_kinds(order: Order) -> list[str]:
    return [question.kind for question in order.questions]
