"""The first schema: tables, the public views, and triggers that keep decisions append-only.

Frozen: what was released is changed by another migration. Words for tables and columns are not here; they
are put on by `store.describe` after each upgrade.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(20), "sqlite")
JSONB = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

REFUSAL = "decisions are never edited or deleted; undo is another decision"

TRIGGERS = {
    "sqlite": (
        f"""CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
        f"""CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
        # INSERT OR REPLACE deletes without firing the DELETE trigger (recursive_triggers is off by default).
        f"""CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions d WHERE d.decision_id = NEW.decision_id OR d.seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END""",
    ),
    "postgresql": (
        f"""CREATE FUNCTION refuse_change_of_decisions() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
        """CREATE TRIGGER decisions_no_change BEFORE UPDATE OR DELETE ON decisions
FOR EACH ROW EXECUTE FUNCTION refuse_change_of_decisions()""",
        """CREATE TRIGGER decisions_no_truncate BEFORE TRUNCATE ON decisions
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_decisions()""",
    ),
}

VIEWS = {
    "v_orders": """
SELECT o.order_id, o.order_number, o.order_date, o.issuer, o.territory, o.title, o.school_year,
       o.source_file, o.source_sha256, o.imported_at,
       CAST((SELECT count(*) FROM measures m WHERE m.order_id = o.order_id) AS integer) AS measures,
       CAST((SELECT count(*) FROM questions q WHERE q.order_id = o.order_id) AS integer) AS open_questions
FROM orders o""",
    "v_measures": """
SELECT m.measure_id, m.order_id, o.order_number, o.order_date, o.school_year, m.plan, m.section,
       m.position, m.number, m.measure, m.deadline_text, m.responsible_text, m.extra,
       m.source_page, m.source_place
FROM measures m
JOIN orders o ON o.order_id = m.order_id""",
    "v_deadlines": """
SELECT d.measure_id, d.order_id, d.seq, d.text, d.kind, d.starts_on, d.ends_on, d.rrule, d.inferred
FROM deadlines d""",
    "v_parties": """
SELECT p.party_id, p.measure_id, p.order_id, p.field, p.seq, p.starts_at, p.ends_at, p.surface, p.kind,
       h.person, p.role, g.organization, g.school_number, p.status, p.rule, p.score
FROM parties p
LEFT JOIN people h ON h.person_id = p.person_id
LEFT JOIN organizations g ON g.organization_id = p.organization_id""",
    "v_people": """
SELECT h.person_id, h.territory, h.person, h.surname, h.initials, h.given_names,
       CAST((SELECT count(*) FROM parties p WHERE p.person_id = h.person_id) AS integer) AS mentions,
       (SELECT min(o.order_date) FROM parties p
        JOIN orders o ON o.order_id = p.order_id WHERE p.person_id = h.person_id) AS first_seen,
       (SELECT max(o.order_date) FROM parties p
        JOIN orders o ON o.order_id = p.order_id WHERE p.person_id = h.person_id) AS last_seen
FROM people h""",
    "v_schools": """
SELECT g.organization_id, g.territory, g.organization, g.school_number, g.school_type,
       CAST((SELECT count(*) FROM parties p WHERE p.organization_id = g.organization_id) AS integer) AS mentions
FROM organizations g
WHERE g.kind = 'school'""",
    "v_organizations": """
SELECT g.organization_id, g.territory, g.organization, g.kind, g.school_number,
       CAST((SELECT count(*) FROM parties p WHERE p.organization_id = g.organization_id) AS integer) AS mentions
FROM organizations g""",
    "v_appointments": """
SELECT a.person_id, h.person, a.role, g.organization, g.school_number, a.order_id, o.order_date,
       o.school_year
FROM appointments a
JOIN people h ON h.person_id = a.person_id
JOIN orders o ON o.order_id = a.order_id
LEFT JOIN organizations g ON g.organization_id = a.organization_id""",
    "v_aliases": """
SELECT DISTINCT a.organization_id, a.person_id, a.alias, a.source
FROM aliases a""",
    "v_open_questions": """
SELECT q.question_id, q.order_id, t.measure_id, q.kind, q.text, q.surface, q.candidates, q.opened_at
FROM questions q
LEFT JOIN question_measures t ON t.question_id = q.question_id""",
}


def upgrade() -> None:
    make_tables()
    for name, sql in VIEWS.items():
        op.execute(sa.text(f"CREATE VIEW {name} AS{sql}"))
    for trigger in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(sa.text(trigger))


def make_tables() -> None:
    op.create_table(
        "decisions",
        sa.Column("decision_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("territory", sa.Text(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("scope_value", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("batch", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.Column("evidence", JSONB, nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.CheckConstraint("(verb = 'undo') = (undoes IS NOT NULL)", name=op.f("ck_decisions_undo")),
        sa.CheckConstraint("scope IN ('here', 'issuer', 'year', 'everywhere')", name=op.f("ck_decisions_scope")),
        sa.CheckConstraint(
            "verb IN ('same', 'different', 'new', 'not_a_name', 'unsure', 'text', 'undo')",
            name=op.f("ck_decisions_verb"),
        ),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.decision_id"], name=op.f("fk_decisions_undoes_decisions")),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("seq", name=op.f("uq_decisions_seq")),
    )
    op.create_index(op.f("ix_decisions_subject"), "decisions", ["subject"], unique=False)
    op.create_index(op.f("ix_decisions_undoes"), "decisions", ["undoes"], unique=False)
    op.create_table(
        "imports",
        sa.Column("import_id", sa.Text(), nullable=False),
        sa.Column("imported_at", MOMENT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("program_version", sa.Text(), nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("import_id", name=op.f("pk_imports")),
    )
    op.create_index(op.f("ix_imports_imported_at"), "imports", ["imported_at"], unique=False)
    op.create_table(
        "orders",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("order_number", sa.Text(), nullable=True),
        sa.Column("order_date", sa.Date(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("territory", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("school_year", sa.Text(), nullable=True),
        sa.Column("source_file", sa.Text(), nullable=False),
        sa.Column("source_sha256", sa.Text(), nullable=False),
        sa.Column("imported_at", MOMENT, nullable=False),
        sa.Column("rules_version", sa.Text(), nullable=False),
        sa.Column("reading_sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_orders")),
    )
    op.create_index(op.f("ix_orders_territory_school_year"), "orders", ["territory", "school_year"], unique=False)
    op.create_index(op.f("ix_orders_order_number_order_date"), "orders", ["order_number", "order_date"], unique=False)
    op.create_table(
        "organizations",
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.Column("territory", sa.Text(), nullable=True),
        sa.Column("above_territory", sa.Boolean(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("school_number", sa.Text(), nullable=True),
        sa.Column("school_type", sa.Text(), nullable=True),
        sa.Column("registry", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('school', 'authority', 'center', 'institute', 'ministry', 'other')",
            name=op.f("ck_organizations_kind"),
        ),
        sa.PrimaryKeyConstraint("organization_id", name=op.f("pk_organizations")),
    )
    op.create_index(op.f("ix_organizations_organization"), "organizations", ["organization"], unique=False)
    op.create_index(
        op.f("ix_organizations_school_number_territory"), "organizations", ["school_number", "territory"], unique=False
    )
    op.create_index(op.f("ix_organizations_territory_key"), "organizations", ["territory", "key"], unique=False)
    op.create_table(
        "people",
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("territory", sa.Text(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("surname", sa.Text(), nullable=False),
        sa.Column("initials", sa.Text(), nullable=False),
        sa.Column("given_names", sa.Text(), nullable=True),
        sa.Column("registry", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_people")),
    )
    op.create_index(op.f("ix_people_person"), "people", ["person"], unique=False)
    op.create_index(op.f("ix_people_territory_key"), "people", ["territory", "key"], unique=False)
    op.create_table(
        "aliases",
        sa.Column("alias_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("organization_id", sa.Text(), nullable=True),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=True),
        sa.CheckConstraint("source IN ('order', 'registry', 'decision')", name=op.f("ck_aliases_source")),
        sa.CheckConstraint("(person_id IS NULL) <> (organization_id IS NULL)", name=op.f("ck_aliases_entity")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.order_id"], name=op.f("fk_aliases_order_id_orders"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.organization_id"],
            name=op.f("fk_aliases_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name=op.f("fk_aliases_person_id_people")),
        sa.PrimaryKeyConstraint("alias_id", name=op.f("pk_aliases")),
    )
    op.create_index(op.f("ix_aliases_key"), "aliases", ["key"], unique=False)
    op.create_index(op.f("ix_aliases_order_id"), "aliases", ["order_id"], unique=False)
    op.create_index(op.f("ix_aliases_organization_id"), "aliases", ["organization_id"], unique=False)
    op.create_index(op.f("ix_aliases_person_id"), "aliases", ["person_id"], unique=False)
    op.create_table(
        "appointments",
        sa.Column("appointment_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.order_id"], name=op.f("fk_appointments_order_id_orders"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.organization_id"],
            name=op.f("fk_appointments_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name=op.f("fk_appointments_person_id_people")),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("pk_appointments")),
    )
    op.create_index(op.f("ix_appointments_order_id"), "appointments", ["order_id"], unique=False)
    op.create_index(op.f("ix_appointments_organization_id"), "appointments", ["organization_id"], unique=False)
    op.create_index(op.f("ix_appointments_person_id"), "appointments", ["person_id"], unique=False)
    op.create_table(
        "measures",
        sa.Column("measure_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("plan", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("deadline_text", sa.Text(), nullable=True),
        sa.Column("responsible_text", sa.Text(), nullable=True),
        sa.Column("extra", JSONB, nullable=False),
        sa.Column("source_page", sa.Integer(), nullable=True),
        sa.Column("source_place", sa.Text(), nullable=True),
        sa.Column("places", JSONB, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_measures_position")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.order_id"], name=op.f("fk_measures_order_id_orders"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("measure_id", name=op.f("pk_measures")),
        sa.UniqueConstraint("order_id", "position", name=op.f("uq_measures_order_id_position")),
        sa.UniqueConstraint("measure_id", "order_id", name=op.f("uq_measures_measure_id_order_id")),
    )
    op.create_table(
        "questions",
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=True),
        sa.Column("candidates", JSONB, nullable=False),
        sa.Column("anchors", JSONB, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.order_id"], name=op.f("fk_questions_order_id_orders"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("question_id", name=op.f("pk_questions")),
    )
    op.create_index(op.f("ix_questions_key"), "questions", ["key"], unique=False)
    op.create_index(op.f("ix_questions_order_id"), "questions", ["order_id"], unique=False)
    op.create_table(
        "sources",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("first_imported_at", MOMENT, nullable=False),
        sa.Column("last_imported_at", MOMENT, nullable=False),
        sa.Column("differences", JSONB, nullable=False),
        sa.Column("raw", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.order_id"], name=op.f("fk_sources_order_id_orders"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("order_id", "sha256", name=op.f("pk_sources")),
    )
    op.create_table(
        "deadlines",
        sa.Column("measure_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("rrule", sa.Text(), nullable=True),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('by', 'period', 'recurring', 'ongoing')", name=op.f("ck_deadlines_kind")),
        sa.ForeignKeyConstraint(
            ["measure_id", "order_id"],
            ["measures.measure_id", "measures.order_id"],
            name=op.f("fk_deadlines_measure_id_measures"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("measure_id", "seq", name=op.f("pk_deadlines")),
    )
    op.create_index(op.f("ix_deadlines_order_id"), "deadlines", ["order_id"], unique=False)
    op.create_index(op.f("ix_deadlines_ends_on_starts_on"), "deadlines", ["ends_on", "starts_on"], unique=False)
    op.create_table(
        "parties",
        sa.Column("party_id", sa.Text(), nullable=False),
        sa.Column("measure_id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.Integer(), nullable=False),
        sa.Column("ends_at", sa.Integer(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("organization_id", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.CheckConstraint("field IN ('responsible', 'measure')", name=op.f("ck_parties_field")),
        sa.CheckConstraint("kind IN ('person', 'school', 'organization', 'group')", name=op.f("ck_parties_kind")),
        sa.CheckConstraint("status IN ('resolved', 'proposed', 'unresolved')", name=op.f("ck_parties_status")),
        sa.CheckConstraint("0 <= score AND score <= 1", name=op.f("ck_parties_score")),
        sa.CheckConstraint("0 <= starts_at AND starts_at <= ends_at", name=op.f("ck_parties_span")),
        sa.ForeignKeyConstraint(
            ["measure_id", "order_id"],
            ["measures.measure_id", "measures.order_id"],
            name=op.f("fk_parties_measure_id_measures"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.organization_id"],
            name=op.f("fk_parties_organization_id_organizations"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name=op.f("fk_parties_person_id_people")),
        sa.PrimaryKeyConstraint("party_id", name=op.f("pk_parties")),
        sa.UniqueConstraint("measure_id", "field", "seq", name=op.f("uq_parties_measure_id_field_seq")),
    )
    op.create_index(op.f("ix_parties_order_id"), "parties", ["order_id"], unique=False)
    op.create_index(op.f("ix_parties_organization_id"), "parties", ["organization_id"], unique=False)
    op.create_index(op.f("ix_parties_person_id"), "parties", ["person_id"], unique=False)
    op.create_table(
        "question_measures",
        sa.Column("question_id", sa.Text(), nullable=False),
        sa.Column("measure_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["measures.measure_id"],
            name=op.f("fk_question_measures_measure_id_measures"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.question_id"],
            name=op.f("fk_question_measures_question_id_questions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", "measure_id", name=op.f("pk_question_measures")),
    )
    op.create_index(op.f("ix_question_measures_measure_id"), "question_measures", ["measure_id"], unique=False)
    op.create_table(
        "school_claims",
        sa.Column("measure_id", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organization_id", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.CheckConstraint("claim IN ('type', 'status')", name=op.f("ck_school_claims_claim")),
        sa.ForeignKeyConstraint(
            ["measure_id"],
            ["measures.measure_id"],
            name=op.f("fk_school_claims_measure_id_measures"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.organization_id"],
            name=op.f("fk_school_claims_organization_id_organizations"),
        ),
        sa.PrimaryKeyConstraint("measure_id", "seq", name=op.f("pk_school_claims")),
    )
    op.create_index(op.f("ix_school_claims_organization_id"), "school_claims", ["organization_id"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("an older schema would lose decisions; restore a backup instead")
