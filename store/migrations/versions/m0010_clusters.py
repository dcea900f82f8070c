"""Clusters of sellers, hubs and warning lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0010"
down_revision: str | None = "0009"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table("seller", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table("identifier", metadata, sa.Column("id", sa.Integer(), primary_key=True))
MADE = (
    sa.Table(
        "seller_cluster",
        metadata,
        sa.Column("seller_id", sa.Integer(), sa.ForeignKey("seller.id"), primary_key=True),
        sa.Column("cluster", sa.String(), nullable=False),
        sa.Index("ix_seller_cluster_cluster_seller_id", "cluster", "seller_id"),
    ),
    sa.Table(
        "hub",
        metadata,
        sa.Column("identifier_id", sa.Integer(), sa.ForeignKey("identifier.id"), primary_key=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("sellers", sa.Integer(), nullable=False),
    ),
    sa.Table(
        "warned_value",
        metadata,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("sort", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("kind", "value"),
    ),
    sa.Table(
        "kind_rule",
        metadata,
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("joins", sa.String(), nullable=False),
        sa.Column("strong", sa.Boolean(), nullable=False),
        sa.Column("hub_limit", sa.Integer(), nullable=False),
    ),
    sa.Table(
        "cluster_mark",
        metadata,
        sa.Column("what", sa.String(), primary_key=True),
        sa.Column("row_id", sa.Integer(), primary_key=True),
    ),
    sa.Table(
        "cluster_change",
        metadata,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", Utc(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("cluster", sa.String(), nullable=False),
        sa.Column("became", sa.String(), nullable=False),
        sa.Column("sellers", sa.Integer(), nullable=False),
        sa.Index("ix_cluster_change_cluster", "cluster"),
    ),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind(), tables=MADE)


def downgrade() -> None:
    """Go back."""
    metadata.drop_all(op.get_bind(), tables=MADE)
