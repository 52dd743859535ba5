"""Tables of what the clerk is asked and what the clerk decided."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table

from store.column_types import Json, Moment
from store.columns import id_column, metadata, one_of, owner, refer, text_column

questions = Table(
    "questions",
    metadata,
    id_column("question_id", "UUIDv5 of order and key"),
    refer("order_id", "orders.order_id", "the order", owned=True),
    text_column("key", "«kind|what it is about»: the same over imports and files", needed=True),
    text_column("kind", "what sort of doubt", needed=True),
    text_column("text", "what is asked, in Russian", needed=True),
    text_column("surface", "the printed text in doubt"),
    Column("candidates", Json, nullable=False, comment="list of answer, label, reasons"),
    Column("anchors", Json, nullable=False, comment="of the parties that it touches"),
    Column("opened_at", Moment, nullable=False, comment="when it was first asked"),
    Index(None, "order_id"),
    Index(None, "key"),
    comment="open questions: what the rules are not sure of",
)

question_measures = Table(
    "question_measures",
    metadata,
    owner("question_id", "questions.question_id", "the question"),
    owner("measure_id", "measures.measure_id", "a measure that it touches"),
    Index(None, "measure_id"),
    comment="which measures a question touches",
)

decisions = Table(
    "decisions",
    metadata,
    id_column("decision_id", "UUID, given once"),
    Column("seq", Integer, nullable=False, unique=True, comment="1-based, in the order in which they were taken"),
    Column("made_at", Moment, nullable=False, comment="when"),
    text_column("actor", "who", needed=True),
    text_column("verb", "same, different, new, not_a_name, unsure, text, undo", needed=True),
    text_column("subject", "question key, spelling key or anchor", needed=True),
    text_column("answer", "key of the entity, or the verdict on the text"),
    text_column("territory", "where it holds; NULL: in every territory"),
    text_column("scope", "here, issuer, year, everywhere", needed=True),
    text_column("scope_value", "which issuer or school year"),
    text_column("reason", "in the clerk's words"),
    text_column("batch", "decisions taken in one go share it"),
    refer("undoes", "decisions.decision_id", "the decision that this one takes back", needed=False),
    Column("evidence", Json, nullable=False, comment="what the clerk saw: candidates, reasons, cells"),
    text_column("rules_version", "of the rules that had asked", needed=True),
    one_of("verb", "same", "different", "new", "not_a_name", "unsure", "text", "undo"),
    one_of("scope", "here", "issuer", "year", "everywhere"),
    CheckConstraint("(verb = 'undo') = (undoes IS NOT NULL)", name="undo"),
    Index(None, "subject"),
    Index(None, "undoes"),
    comment="what people decided; rows are only ever appended",
)

question_leases = Table(
    "question_leases",
    metadata,
    id_column("lease_id", "UUIDv5 of territory, issuer and key of the question"),
    text_column("clerk", "who has it before them", needed=True),
    Column("expires_at", Moment, nullable=False, comment="when others may take it"),
    comment="questions that a clerk is looking at just now",
)

reread_requests = Table(
    "reread_requests",
    metadata,
    owner("order_id", "orders.order_id", "the order"),
    Column("asked_at", Moment, nullable=False, comment="when the decision was taken"),
    comment="orders that decisions were taken on since they were read; empty once they are read again",
)
