"""The tables, described in words: docs/schema.md, COMMENT ON and datasette.yaml are made from this text."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

from store.column_types import ExactJson, IsoDate, Json, Moment

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


def _id(name: str, words: str) -> Column[str]:
    return Column(name, Text, primary_key=True, comment=words)


def _text(name: str, words: str, *, needed: bool = False) -> Column[str]:
    return Column(name, Text, nullable=not needed, comment=words)


def _count(name: str, words: str) -> Column[int]:
    return Column(name, Integer, nullable=False, comment=words)


def _refer(name: str, target: str, words: str, *, needed: bool = True, owned: bool = False) -> Column[str]:
    """A foreign key; `owned` rows go with the row that they refer to."""
    key = ForeignKey(target, ondelete="CASCADE" if owned else None)
    return Column(name, Text, key, nullable=not needed, comment=words)


def _of_a_measure() -> ForeignKeyConstraint:
    """The measure, and with it its order: saves the views of a big database a join, and cannot go wrong."""
    pair = ["measures.measure_id", "measures.order_id"]
    return ForeignKeyConstraint(["measure_id", "order_id"], pair, ondelete="CASCADE")


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


orders = Table(
    "orders",
    metadata,
    _id("order_id", "UUIDv5 of issuer, date and number; of the file's content where one of these is missing"),
    _text("order_number", "as printed: «306», «48-од»"),
    Column("order_date", IsoDate, comment="the day of signing"),
    _text("issuer", "who issued the order, nominative"),
    _text("territory", "the town or district within which a school's number and a name mean one thing"),
    _text("title", "what the order is about"),
    _text("school_year", "«2020/2021»"),
    _text("source_file", "name, without folders, of the file that the rows come from", needed=True),
    _text("source_sha256", "of that file", needed=True),
    Column("imported_at", Moment, nullable=False, comment="when that file was first loaded"),
    _text("rules_version", "of the rules that read it", needed=True),
    _text(
        "reading_sha256",
        "of everything that the rules read in it: tells whether a new reading differs",
        needed=True,
    ),
    Index(None, "order_number", "order_date"),
    Index(None, "territory", "school_year"),
    comment="one row per order",
)

sources = Table(
    "sources",
    metadata,
    Column(
        "order_id",
        Text,
        ForeignKey("orders.order_id", ondelete="CASCADE"),
        primary_key=True,
        comment="the order",
    ),
    _id("sha256", "of the file"),
    _text("file", "name without folders", needed=True),
    _text("format", "docx, pdf, dump, html, xlsx, scan", needed=True),
    Column("first_imported_at", Moment, nullable=False, comment="when the file was first seen"),
    Column("last_imported_at", Moment, nullable=False, comment="when it last changed anything here"),
    Column("differences", Json, nullable=False, comment="from the order as it is now; [] if none"),
    Column("raw", ExactJson, nullable=False, comment="everything that was read in the file, before any rule"),
    comment="every file that was imported for an order, with what was printed in it",
)

measures = Table(
    "measures",
    metadata,
    _id("measure_id", "UUIDv5 of the order, the fingerprint and its ordinal among equals"),
    _refer("order_id", "orders.order_id", "the order", owned=True),
    _count("position", "1-based in the order, no gaps"),
    _count("plan", "1-based: which measure table of the file"),
    _text("section", "title of the section"),
    _text("number", "as printed, without the final dot: «34», «1.1»"),
    _text("measure", "what is to be done, as printed"),
    _text("deadline_text", "the deadline's cell, as printed"),
    _text("responsible_text", "the responsible's cell, as printed"),
    Column("extra", Json, nullable=False, comment="header → text of every further column; {} if none"),
    Column("source_page", Integer, comment="1-based; NULL where the format has no pages"),
    _text("source_place", "readable: «таблица 1, строка 34»"),
    Column(
        "places",
        Json,
        nullable=False,
        comment="page, table, row and cell frames of the row and its continuations",
    ),
    _text("fingerprint", "of the measure's text, blind to white space, case and ё", needed=True),
    UniqueConstraint("order_id", "position"),
    UniqueConstraint("measure_id", "order_id"),
    CheckConstraint("position >= 1", name="position"),
    comment="one row per measure of an order",
)

deadlines = Table(
    "deadlines",
    metadata,
    _id("measure_id", "the measure"),
    Column("seq", Integer, primary_key=True, autoincrement=False, comment="1-based within the cell"),
    _text("order_id", "its order", needed=True),
    _text("text", "the part of the cell that it came from"),
    _text("kind", "by, period, recurring, ongoing", needed=True),
    Column("starts_on", IsoDate, comment="first day, inclusive"),
    Column("ends_on", IsoDate, comment="last day, inclusive"),
    _text("rrule", "RFC 5545, without the prefix RRULE:"),
    Column("inferred", Boolean, nullable=False, comment="true when the year or the bounds were not printed"),
    _one_of("kind", "by", "period", "recurring", "ongoing"),
    _of_a_measure(),
    Index(None, "order_id"),
    Index(None, "ends_on", "starts_on"),
    comment="what the deadline cells say, one row per part",
)

people = Table(
    "people",
    metadata,
    _id("person_id", "UUIDv5 of territory and key"),
    _text("territory", "where the name means this person"),
    _text("key", "folded nominative surname and initials", needed=True),
    _text("person", "canonical «Фамилия И.О.», nominative", needed=True),
    _text("surname", "nominative", needed=True),
    _text("initials", "«Т.А.»", needed=True),
    _text("given_names", "«Татьяна Андреевна»; NULL while unknown"),
    _text("registry", "file and line of the municipality's registry; NULL if only orders name the person"),
    Index(None, "territory", "key"),
    Index(None, "person"),
    comment="people whom orders or the registry name",
)

organizations = Table(
    "organizations",
    metadata,
    _id("organization_id", "UUIDv5 of territory and key"),
    _text("territory", "NULL for what stands above territories, and where it is not known"),
    Column(
        "above_territory", Boolean, nullable=False, comment="true for a ministry, a regional institute: one for all"
    ),
    _text("key", "spelling key of the canonical name", needed=True),
    _text("organization", "canonical name", needed=True),
    _text("kind", "school, authority, center, institute, ministry, other", needed=True),
    _text("school_number", "NULL if it is not a numbered school"),
    _text("school_type", "«средняя», «основная», «лицей», «гимназия» …"),
    _text("registry", "file and line of the municipality's registry; NULL if only orders name it"),
    _one_of("kind", "school", "authority", "center", "institute", "ministry", "other"),
    Index(None, "territory", "key"),
    Index(None, "school_number", "territory"),
    Index(None, "organization"),
    comment="schools and other organizations that orders or the registry name",
)

parties = Table(
    "parties",
    metadata,
    _id("party_id", "UUIDv5 of measure and anchor"),
    _text("measure_id", "the measure", needed=True),
    _text("order_id", "its order", needed=True),
    _text("field", "responsible or measure: the cell that names the party", needed=True),
    _count("seq", "1-based within the field, in order of appearance"),
    _count("starts_at", "0-based character in the field's text"),
    _count("ends_at", "exclusive"),
    _text("surface", "the text between them, as printed", needed=True),
    _text("kind", "person, school, organization, group", needed=True),
    _refer("person_id", "people.person_id", "NULL unless the kind is person", needed=False),
    _text("role", "nominative, lower case, without the organization's name"),
    _refer("organization_id", "organizations.organization_id", "what the party is or belongs to", needed=False),
    _text("status", "resolved, proposed, unresolved", needed=True),
    _text("rule", "which rule or decision settled it", needed=True),
    Column("score", Float, nullable=False, comment="0..1"),
    _text("anchor", "survives renumbering and re-wrapping; decisions hold on to it", needed=True),
    UniqueConstraint("measure_id", "field", "seq"),
    _one_of("field", "responsible", "measure"),
    _one_of("kind", "person", "school", "organization", "group"),
    _one_of("status", "resolved", "proposed", "unresolved"),
    CheckConstraint("0 <= starts_at AND starts_at <= ends_at", name="span"),
    CheckConstraint("0 <= score AND score <= 1", name="score"),
    _of_a_measure(),
    Index(None, "order_id"),
    Index(None, "person_id"),
    Index(None, "organization_id"),
    comment="one row for each person, school, organization or role group that a cell names",
)

appointments = Table(
    "appointments",
    metadata,
    _id("appointment_id", "UUIDv5 of order, person, role and organization"),
    _refer("order_id", "orders.order_id", "the order that says so", owned=True),
    _refer("person_id", "people.person_id", "who"),
    _text("role", "which post", needed=True),
    _refer("organization_id", "organizations.organization_id", "where", needed=False),
    Index(None, "order_id"),
    Index(None, "person_id"),
    Index(None, "organization_id"),
    comment="who held which post where, as one order says",
)

sightings = Table(
    "sightings",
    metadata,
    Column(
        "order_id",
        Text,
        ForeignKey("orders.order_id", ondelete="CASCADE"),
        primary_key=True,
        comment="the order",
    ),
    Column("person_id", Text, ForeignKey("people.person_id"), primary_key=True, comment="whom it names"),
    _text("given_names", "as far as this order prints them"),
    Index(None, "person_id"),
    comment="what each order shows of a person, apart from what is known altogether: tells namesakes apart",
)

own_names = Table(
    "own_names",
    metadata,
    Column(
        "order_id",
        Text,
        ForeignKey("orders.order_id", ondelete="CASCADE"),
        primary_key=True,
        comment="the order",
    ),
    _id("key", "spelling key of the name"),
    _text("organization", "the name, canonical in form", needed=True),
    _text("kind", "school, authority, center, institute, ministry, other", needed=True),
    _text("school_number", "NULL if it is not a numbered school"),
    _text("school_type", "NULL while the order prints none"),
    Column(
        "above_territory", Boolean, nullable=False, comment="true for a ministry, a regional institute: one for all"
    ),
    Column("sure", Boolean, nullable=False, comment="false for what the order itself leaves in doubt"),
    comment="schools and organizations by the word of a single order, whatever others make of them",
)

school_claims = Table(
    "school_claims",
    metadata,
    Column(
        "measure_id",
        Text,
        ForeignKey("measures.measure_id", ondelete="CASCADE"),
        primary_key=True,
        comment="the measure",
    ),
    Column("seq", Integer, primary_key=True, autoincrement=False, comment="1-based within the measure"),
    _refer("organization_id", "organizations.organization_id", "the school"),
    _text("claim", "type or status", needed=True),
    _text("value", "«средняя», «опорная»", needed=True),
    _text("surface", "as printed", needed=True),
    _one_of("claim", "type", "status"),
    Index(None, "organization_id"),
    comment="what single cells say of a school; they may contradict each other",
)

questions = Table(
    "questions",
    metadata,
    _id("question_id", "UUIDv5 of order and key"),
    _refer("order_id", "orders.order_id", "the order", owned=True),
    _text("key", "«kind|what it is about»: the same over imports and files", needed=True),
    _text("kind", "what sort of doubt", needed=True),
    _text("text", "what is asked, in Russian", needed=True),
    _text("surface", "the printed text in doubt"),
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
    Column(
        "question_id",
        Text,
        ForeignKey("questions.question_id", ondelete="CASCADE"),
        primary_key=True,
        comment="the question",
    ),
    Column(
        "measure_id",
        Text,
        ForeignKey("measures.measure_id", ondelete="CASCADE"),
        primary_key=True,
        comment="a measure that it touches",
    ),
    Index(None, "measure_id"),
    comment="which measures a question touches",
)

decisions = Table(
    "decisions",
    metadata,
    _id("decision_id", "UUID, given once"),
    Column("seq", Integer, nullable=False, unique=True, comment="1-based, in the order in which they were taken"),
    Column("made_at", Moment, nullable=False, comment="when"),
    _text("actor", "who", needed=True),
    _text("verb", "same, different, new, not_a_name, unsure, text, undo", needed=True),
    _text("subject", "question key, spelling key or anchor", needed=True),
    _text("answer", "key of the entity, or the verdict on the text"),
    _text("territory", "where it holds; NULL: in every territory"),
    _text("scope", "here, issuer, year, everywhere", needed=True),
    _text("scope_value", "which issuer or school year"),
    _text("reason", "in the clerk's words"),
    _text("batch", "decisions taken in one go share it"),
    _refer("undoes", "decisions.decision_id", "the decision that this one takes back", needed=False),
    Column("evidence", Json, nullable=False, comment="what the clerk saw: candidates, reasons, cells"),
    _text("rules_version", "of the rules that had asked", needed=True),
    _one_of("verb", "same", "different", "new", "not_a_name", "unsure", "text", "undo"),
    _one_of("scope", "here", "issuer", "year", "everywhere"),
    CheckConstraint("(verb = 'undo') = (undoes IS NOT NULL)", name="undo"),
    Index(None, "subject"),
    Index(None, "undoes"),
    comment="what people decided; rows are only ever appended",
)

aliases = Table(
    "aliases",
    metadata,
    _id("alias_id", "UUIDv5 of entity, alias, source and order"),
    _refer("person_id", "people.person_id", "whom it means, or …", needed=False),
    _refer("organization_id", "organizations.organization_id", "… which organization", needed=False),
    _text("alias", "the spelling, as printed", needed=True),
    _text("key", "its spelling key", needed=True),
    _text("source", "order, registry, decision", needed=True),
    _refer("order_id", "orders.order_id", "the order that shows it", needed=False, owned=True),
    _one_of("source", "order", "registry", "decision"),
    CheckConstraint("(person_id IS NULL) <> (organization_id IS NULL)", name="entity"),
    Index(None, "key"),
    Index(None, "person_id"),
    Index(None, "organization_id"),
    Index(None, "order_id"),
    comment="other spellings of people and organizations",
)

imports = Table(
    "imports",
    metadata,
    _id("import_id", "UUID"),
    Column("imported_at", Moment, nullable=False, comment="when"),
    _text("actor", "who", needed=True),
    _text("program_version", "of prikaz", needed=True),
    _text("rules_version", "of the rules", needed=True),
    _text("file", "name without folders", needed=True),
    _text("sha256", "of the file; NULL if it could not be read"),
    _text("order_id", "the order that it held; no key, for the audit outlives the order"),
    _text("outcome", "new, same_order, replaced, refused", needed=True),
    _text("message", "why it was refused"),
    Index(None, "imported_at"),
    comment="audit: every import that changed the database or was refused",
)

question_leases = Table(
    "question_leases",
    metadata,
    _id("lease_id", "UUIDv5 of territory, issuer and key of the question"),
    _text("clerk", "who has it before them", needed=True),
    Column("expires_at", Moment, nullable=False, comment="when others may take it"),
    comment="questions that a clerk is looking at just now",
)

reread_requests = Table(
    "reread_requests",
    metadata,
    Column(
        "order_id",
        Text,
        ForeignKey("orders.order_id", ondelete="CASCADE"),
        primary_key=True,
        comment="the order",
    ),
    Column("asked_at", Moment, nullable=False, comment="when the decision was taken"),
    comment="orders that decisions were taken on since they were read; empty once they are read again",
)

search_texts = Table(
    "search_texts",
    metadata,
    Column(
        "doc",
        # In SQLite INTEGER, so that it is the rowid, to which the index of words refers.
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
        comment="number of the text, made from what it finds",
    ),
    _text("kind", "person, organization, measure", needed=True),
    _text("entity_id", "id of the person, organization or measure that is found", needed=True),
    Column("place", BigInteger, nullable=False, comment="where it stands among what is found"),
    _text("stems", "stems of its words and a mark of its kind, blanks between, before and after", needed=True),
    _one_of("kind", "person", "organization", "measure"),
    Index(None, "kind", "place", "doc"),
    Index("ix_search_texts_stems", text("string_to_array(stems, ' ')")).ddl_if("postgresql"),
    comment="what the search looks through, derived from the other tables; indexed by GIN, or by FTS5 as search_fts",
)


@event.listens_for(search_texts, "before_create")
def _use_gin(table: Table, connection: Connection, **options: object) -> None:
    """The index of words is a GIN. Said above, `postgresql_using` would load PostgreSQL's half of SQLAlchemy, 40 ms."""
    if connection.dialect.name == "postgresql":
        (words,) = (index for index in table.indexes if index.name == "ix_search_texts_stems")
        words.dialect_options["postgresql"]["using"] = "gin"
