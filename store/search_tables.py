"""The table that the search looks through."""

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, Table, event, text

from store.columns import metadata, one_of, text_column

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
    text_column("kind", "person, organization, measure", needed=True),
    text_column("entity_id", "id of the person, organization or measure that is found", needed=True),
    Column("place", BigInteger, nullable=False, comment="where it stands among what is found"),
    text_column("stems", "stems of its words and a mark of its kind, blanks between, before and after", needed=True),
    one_of("kind", "person", "organization", "measure"),
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
