"""Legal holds, tombstones, and values that must not come back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0008"
down_revision: str | None = "0007"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table(
    "legal_hold",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("case_id", sa.String(), nullable=False),
    sa.Column("what", sa.String(), nullable=False),
    sa.Column("kind", sa.String(), nullable=False),
    sa.Column("value", sa.String(), nullable=False),
    sa.Column("by", sa.String(), nullable=False),
    sa.Column("from_at", Utc(), nullable=False),
    sa.Column("until_at", Utc()),
    sa.Index("ix_legal_hold_case_id", "case_id"),
)
sa.Table(
    "tombstone",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("at", Utc(), nullable=False),
    sa.Column("what", sa.String(), nullable=False),
    sa.Column("digest", sa.String(), nullable=False),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("by", sa.String(), nullable=False),
    sa.Column("words", sa.String(), nullable=False),
    sa.Column("file_before", sa.String(), nullable=False),
    sa.Column("file_after", sa.String(), nullable=False),
    sa.Index("ix_tombstone_digest", "digest"),
)
sa.Table(
    "forgotten_value",
    metadata,
    sa.Column("digest", sa.String(), primary_key=True),
    sa.Column("kind", sa.String(), nullable=False),
    sa.Column("key_id", sa.String(), nullable=False),
    sa.Column("forgotten_at", Utc(), nullable=False),
    sa.UniqueConstraint("kind", "digest"),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Go back."""
    metadata.drop_all(op.get_bind())
