"""Merging and splitting of names: decisions on names themselves, not on questions; each can be taken back."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from normalize.order import RULES_VERSION
from store.decisions import append_decision
from store.locks import lock_decisions
from store.model import DecisionRow, Evidence, NewDecision, Verb
from store.review.answers import ORDERS_NAMED
from store.review.names import EntityKind, NameLine, orders_naming
from store.review.rereads import request_rereads


@dataclass(frozen=True, slots=True)
class Signature:
    clerk: str
    when: datetime
    reason: str | None


def merge_names(
    connection: Connection, entity: EntityKind, name: NameLine, into: NameLine, signed: Signature
) -> DecisionRow:
    """`name` means `into` from now on, in all orders of its territory. Raises DecisionRefused."""
    touched = orders_naming(connection, entity, name.entity_id)
    new = _decision(name, subject_of(entity, name.key), "same", into, touched, signed)
    return _keep(connection, new, touched, signed)


def split_spelling(connection: Connection, name: NameLine, spelling: str, key: str, signed: Signature) -> DecisionRow:
    """A spelling that the rules took for the organization is one of its own. Raises DecisionRefused."""
    touched = orders_naming(connection, "organization", name.entity_id)
    new = _decision(replace(name, name=spelling), key, "new", replace(name, name=spelling, key=key), touched, signed)
    return _keep(connection, new, touched, signed)


def keep_apart(
    connection: Connection, entity: EntityKind, name: NameLine, other: NameLine, signed: Signature
) -> DecisionRow:
    """The two are different, and a later merge of them is refused. Raises DecisionRefused."""
    new = _decision(name, subject_of(entity, name.key), "different", other, (), signed)
    return _keep(connection, new, (), signed)


def subject_of(entity: EntityKind, key: str) -> str:
    """What a decision on the name is about: people's keys carry no kind of their own."""
    return f"person|{key}" if entity == "person" else key


def _keep(connection: Connection, new: NewDecision, touched: tuple[str, ...], signed: Signature) -> DecisionRow:
    lock_decisions(connection)
    row = append_decision(connection, new)
    request_rereads(connection, touched, signed.when)
    return row


def _decision(
    name: NameLine, subject: str, verb: Verb, answer: NameLine, touched: tuple[str, ...], signed: Signature
) -> NewDecision:
    orders = touched if len(touched) <= ORDERS_NAMED else ()
    return NewDecision(
        made_at=signed.when,
        actor=signed.clerk,
        verb=verb,
        subject=subject,
        answer=answer.key,
        rules_version=RULES_VERSION,
        territory=name.territory,
        reason=signed.reason,
        evidence=(
            Evidence("name", name.name),
            Evidence("answer", answer.name),
            *(Evidence("order", one) for one in orders),
        ),
    )
