"""Masked values as rows, each with who shows it and its proof."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0011"
down_revision: str | None = "0010"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
for _name in ("seller", "listing", "snapshot"):
    sa.Table(_name, metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table("run", metadata, sa.Column("id", sa.String(), primary_key=True))
PARTIAL = sa.Table(
    "partial_sighting",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("kind", sa.String(), nullable=False),
    sa.Column("written", sa.String(), nullable=False),
    sa.Column("seller_id", sa.Integer(), sa.ForeignKey("seller.id"), nullable=False),
    sa.Column("listing_id", sa.Integer(), sa.ForeignKey("listing.id")),
    sa.Column("role", sa.String(), nullable=False),
    sa.Column("first_seen_at", Utc(), nullable=False),
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.Column("reader", sa.String(), nullable=False),
    sa.Index("ix_partial_sighting_seller_id", "seller_id"),
    sa.Index(
        "uq_partial_sighting_once", "kind", "written", "seller_id", sa.text("coalesce(listing_id, 0)"), "role",
        unique=True,
    ),
)  # fmt: skip


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind(), [PARTIAL])
    op.add_column("link_hop", sa.Column("partial_id", sa.Integer()))


def downgrade() -> None:
    """Go back."""
    op.drop_column("link_hop", "partial_id")
    metadata.drop_all(op.get_bind(), [PARTIAL])
