"""Tables of the orders as they are printed: their files, their measures, their deadlines."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, Table, UniqueConstraint

from store.column_types import ExactJson, IsoDate, Json, Moment
from store.columns import count_column, id_column, metadata, of_a_measure, one_of, owner, refer, text_column

orders = Table(
    "orders",
    metadata,
    id_column("order_id", "UUIDv5 of issuer, date and number; of the file's content where one of these is missing"),
    text_column("order_number", "as printed: «306», «48-од»"),
    Column("order_date", IsoDate, comment="the day of signing"),
    text_column("issuer", "who issued the order, nominative"),
    text_column("territory", "the town or district within which a school's number and a name mean one thing"),
    text_column("title", "what the order is about"),
    text_column("school_year", "«2020/2021»"),
    text_column("source_file", "name, without folders, of the file that the rows come from", needed=True),
    text_column("source_sha256", "of that file", needed=True),
    Column("imported_at", Moment, nullable=False, comment="when that file was first loaded"),
    text_column("rules_version", "of the rules that read it", needed=True),
    text_column(
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
    owner("order_id", "orders.order_id", "the order"),
    id_column("sha256", "of the file"),
    text_column("file", "name without folders", needed=True),
    text_column("format", "docx, pdf, dump, html, xlsx, scan", needed=True),
    Column("first_imported_at", Moment, nullable=False, comment="when the file was first seen"),
    Column("last_imported_at", Moment, nullable=False, comment="when it last changed anything here"),
    Column("differences", Json, nullable=False, comment="from the order as it is now; [] if none"),
    Column("raw", ExactJson, nullable=False, comment="everything that was read in the file, before any rule"),
    comment="every file that was imported for an order, with what was printed in it",
)

measures = Table(
    "measures",
    metadata,
    id_column("measure_id", "UUIDv5 of the order, the fingerprint and its ordinal among equals"),
    refer("order_id", "orders.order_id", "the order", owned=True),
    count_column("position", "1-based in the order, no gaps"),
    count_column("plan", "1-based: which measure table of the file"),
    text_column("section", "title of the section"),
    text_column("number", "as printed, without the final dot: «34», «1.1»"),
    text_column("measure", "what is to be done, as printed"),
    text_column("deadline_text", "the deadline's cell, as printed"),
    text_column("responsible_text", "the responsible's cell, as printed"),
    Column("extra", Json, nullable=False, comment="header → text of every further column; {} if none"),
    Column("source_page", Integer, comment="1-based; NULL where the format has no pages"),
    text_column("source_place", "readable: «таблица 1, строка 34»"),
    Column(
        "places",
        Json,
        nullable=False,
        comment="page, table, row and cell frames of the row and its continuations",
    ),
    text_column("fingerprint", "of the measure's text, blind to white space, case and ё", needed=True),
    UniqueConstraint("order_id", "position"),
    UniqueConstraint("measure_id", "order_id"),
    CheckConstraint("position >= 1", name="position"),
    comment="one row per measure of an order",
)

deadlines = Table(
    "deadlines",
    metadata,
    id_column("measure_id", "the measure"),
    Column("seq", Integer, primary_key=True, autoincrement=False, comment="1-based within the cell"),
    text_column("order_id", "its order", needed=True),
    text_column("text", "the part of the cell that it came from"),
    text_column("kind", "by, period, recurring, ongoing", needed=True),
    Column("starts_on", IsoDate, comment="first day, inclusive"),
    Column("ends_on", IsoDate, comment="last day, inclusive"),
    text_column("rrule", "RFC 5545, without the prefix RRULE:"),
    Column("inferred", Boolean, nullable=False, comment="true when the year or the bounds were not printed"),
    one_of("kind", "by", "period", "recurring", "ongoing"),
    of_a_measure(),
    Index(None, "order_id"),
    Index(None, "ends_on", "starts_on"),
    comment="what the deadline cells say, one row per part",
)

imports = Table(
    "imports",
    metadata,
    id_column("import_id", "UUID"),
    Column("imported_at", Moment, nullable=False, comment="when"),
    text_column("actor", "who", needed=True),
    text_column("program_version", "of prikaz", needed=True),
    text_column("rules_version", "of the rules", needed=True),
    text_column("file", "name without folders", needed=True),
    text_column("sha256", "of the file; NULL if it could not be read"),
    text_column("order_id", "the order that it held; no key, for the audit outlives the order"),
    text_column("outcome", "new, same_order, replaced, refused", needed=True),
    text_column("message", "why it was refused"),
    Index(None, "imported_at"),
    comment="audit: every import that changed the database or was refused",
)
