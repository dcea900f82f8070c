"""Campaigns, enforcements, and what was done with evidence."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0007"
down_revision: str | None = "0006"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table("import_batch", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table(
    "campaign_fact",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("campaign", sa.String(), nullable=False),
    sa.Column("field", sa.String(), nullable=False),
    sa.Column("value", sa.String(), nullable=False),
    sa.Column("qualifier", sa.String(), nullable=False),
    sa.Column("source", sa.String(), nullable=False),
    sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
    sa.UniqueConstraint("campaign", "field"),
)
sa.Table(
    "enforcement",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("at", Utc(), nullable=False),
    sa.Column("scope", sa.String(), nullable=False),
    sa.Column("provider", sa.String(), nullable=False),
    sa.Column("plan", sa.String(), nullable=False),
    sa.Column("region", sa.String(), nullable=False),
    sa.Column("accounts", sa.Integer()),
    sa.Column("source", sa.String(), nullable=False),
    sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
    sa.UniqueConstraint("at", "scope", "provider", "plan", "region"),
)
sa.Table(
    "custody_event",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("at", Utc(), nullable=False),
    sa.Column("what", sa.String(), nullable=False),
    sa.Column("case_id", sa.String(), nullable=False),
    sa.Column("who", sa.String(), nullable=False),
    sa.Column("pages", sa.Integer(), nullable=False),
    sa.Column("sha256", sa.String(), nullable=False),
    sa.Column("words", sa.String(), nullable=False),
)
NEW = [metadata.tables[name] for name in ("campaign_fact", "enforcement", "custody_event")]


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind(), NEW)


def downgrade() -> None:
    """Go back."""
    metadata.drop_all(op.get_bind(), NEW)
