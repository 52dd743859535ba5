"""What each order shows of a person, kept apart from what is known of the person altogether.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sightings",
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("given_names", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.order_id"], name=op.f("fk_sightings_order_id_orders"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.person_id"], name=op.f("fk_sightings_person_id_people")),
        sa.PrimaryKeyConstraint("order_id", "person_id", name=op.f("pk_sightings")),
    )
    op.create_index(op.f("ix_sightings_person_id"), "sightings", ["person_id"], unique=False)
    # Who printed the given names was not noted before; the next reading of an order notes it.
    op.execute("""INSERT INTO sightings (order_id, person_id)
SELECT DISTINCT m.order_id, p.person_id FROM parties p JOIN measures m ON m.measure_id = p.measure_id
WHERE p.person_id IS NOT NULL""")


def downgrade() -> None:
    raise NotImplementedError("an older schema would lose decisions; restore a backup instead")
