"""Weekly pages as they were given out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0012"
down_revision: str | None = "0011"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table(
    "week_report",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("week", sa.String(), nullable=False),
    sa.Column("made_at", Utc(), nullable=False),
    sa.Column("page", sa.String(), nullable=False),
    sa.Column("figures", sa.String(), nullable=False),
    sa.Index("ix_week_report_week", "week"),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Go back."""
    metadata.drop_all(op.get_bind())
