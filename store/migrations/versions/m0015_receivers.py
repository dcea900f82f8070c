"""What receivers were told, what came of it, and what left in clear."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0015"
down_revision: str | None = "0014"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table("claim", metadata, sa.Column("id", sa.String(), primary_key=True))
sa.Table("import_batch", metadata, sa.Column("id", sa.Integer(), primary_key=True))
MADE = (
    sa.Table(
        "claim_sent",
        metadata,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("claim_id", sa.String(), sa.ForeignKey("claim.id"), nullable=False),
        sa.Column("receiver", sa.String(), nullable=False),
        sa.Column("directory", sa.String(), nullable=False),
        sa.Column("feed_version", sa.Integer(), nullable=False),
        sa.Column("sent_at", Utc(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Index("ix_claim_sent_claim_id", "claim_id"),
        sa.Index("ix_claim_sent_feed_version", "feed_version"),
        sa.Index("ix_claim_sent_receiver_directory_claim_id", "receiver", "directory", "claim_id"),
    ),
    sa.Table(
        "outcome",
        metadata,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("claim_id", sa.String(), sa.ForeignKey("claim.id"), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
        sa.UniqueConstraint("claim_id", "action", "at"),
    ),
    sa.Table(
        "clear_release",
        metadata,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("feed_version", sa.Integer(), nullable=False),
        sa.Column("receiver", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", Utc(), nullable=False),
    ),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind(), tables=MADE)
    op.add_column("feed_version", sa.Column("published_at", Utc()))
    op.execute("UPDATE feed_version SET published_at = written_at")


def downgrade() -> None:
    """Go back."""
    op.drop_column("feed_version", "published_at")
    metadata.drop_all(op.get_bind(), tables=MADE)
