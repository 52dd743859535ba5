"""Search by words: stems of measures and names, indexed by GIN in PostgreSQL and FTS5 in SQLite.

A database that holds orders already is filled at the end of `store.db.upgrade`.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# detail=none: which documents hold a stem, not where. Stems hold no diacritics; none shall be removed.
SQLITE = (
    """CREATE VIRTUAL TABLE search_fts USING fts5(stems, content='search_texts', content_rowid='doc', detail='none',
tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER search_texts_inserted AFTER INSERT ON search_texts BEGIN
INSERT INTO search_fts (rowid, stems) VALUES (new.doc, new.stems);
END""",
    """CREATE TRIGGER search_texts_deleted AFTER DELETE ON search_texts BEGIN
INSERT INTO search_fts (search_fts, rowid, stems) VALUES ('delete', old.doc, old.stems);
END""",
    """CREATE TRIGGER search_texts_updated AFTER UPDATE ON search_texts BEGIN
INSERT INTO search_fts (search_fts, rowid, stems) VALUES ('delete', old.doc, old.stems);
INSERT INTO search_fts (rowid, stems) VALUES (new.doc, new.stems);
END""",
)
# Arrays, not tsvector: PostgreSQL's parser has its own idea of what a word is («27а», «1.1»).
POSTGRESQL = ("CREATE INDEX ix_search_texts_stems ON search_texts USING gin (string_to_array(stems, ' '))",)


def upgrade() -> None:
    op.create_table(
        "search_texts",
        sa.Column("doc", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("stems", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'organization', 'measure')", name=op.f("ck_search_texts_kind")),
        sa.PrimaryKeyConstraint("doc", name=op.f("pk_search_texts")),
    )
    op.create_index(op.f("ix_search_texts_kind_place_doc"), "search_texts", ["kind", "place", "doc"], unique=False)
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("an older schema would lose decisions; restore a backup instead")
