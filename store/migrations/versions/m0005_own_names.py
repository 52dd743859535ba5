"""The schools and organizations that each order names by its own word, apart from what other orders make of them.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_names",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("school_number", sa.Text(), nullable=True),
        sa.Column("school_type", sa.Text(), nullable=True),
        sa.Column("above_territory", sa.Boolean(), nullable=False),
        sa.Column("sure", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.order_id"], name=op.f("fk_own_names_order_id_orders"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("order_id", "key", name=op.f("pk_own_names")),
    )
    # What an order named by its own word was not noted before; the next reading of an order notes it.
    op.execute("""INSERT INTO own_names
(order_id, key, organization, kind, school_number, school_type, above_territory, sure)
SELECT DISTINCT p.order_id, o.key, o.organization, o.kind, o.school_number, o.school_type, o.above_territory,
o.school_number IS NULL OR o.school_type IS NOT NULL
FROM parties p JOIN organizations o ON o.organization_id = p.organization_id""")


def downgrade() -> None:
    raise NotImplementedError("an older schema would lose decisions; restore a backup instead")
