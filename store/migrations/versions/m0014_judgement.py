"""What people judged of links and hops."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0014"
down_revision: str | None = "0013"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table(
    "judgement",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("about", sa.String(), nullable=False),
    sa.Column("key", sa.String(), nullable=False),
    sa.Column("says", sa.String(), nullable=False),
    sa.Column("who", sa.String(), nullable=False),
    sa.Column("at", Utc(), nullable=False),
    sa.Column("why", sa.String(), nullable=False),
    sa.Column("blind", sa.Boolean(), nullable=False, server_default=sa.false()),
    sa.Column("undone_at", Utc()),
    sa.Column("undone_by", sa.String()),
    sa.Index("ix_judgement_about_key", "about", "key"),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Go back."""
    metadata.drop_all(op.get_bind())
