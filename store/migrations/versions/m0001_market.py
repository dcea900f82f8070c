"""The tables of what was seen on the market."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Utc
from store.tables import NAMING

revision = "0001"
down_revision: str | None = None
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table(
    "identifier",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("kind", sa.String(), nullable=False),
    sa.Column("value", sa.String(), nullable=False),
    sa.UniqueConstraint("kind", "value"),
)
sa.Table(
    "source",
    metadata,
    sa.Column("name", sa.String(), primary_key=True),
    sa.Column("platform", sa.String(), nullable=False),
    sa.Column("url", sa.String(), nullable=False),
    sa.Column("added_at", Utc(), nullable=False),
)
sa.Table(
    "run",
    metadata,
    sa.Column("id", sa.String(), primary_key=True),
    sa.Column("source", sa.String(), sa.ForeignKey("source.name"), nullable=False),
    sa.Column("started_at", Utc(), nullable=False),
    sa.Column("finished_at", Utc(), nullable=False),
    sa.Column("reported", sa.String(), nullable=False),
    sa.Column("verdict", sa.String(), nullable=False),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("event", sa.String()),
    sa.Column("anchored", sa.Boolean(), nullable=False),
    sa.Column("covers_all", sa.Boolean(), nullable=False),
    sa.Column("keeps", sa.Boolean(), nullable=False),
    sa.Column("total", sa.Integer()),
    sa.Column("pages", sa.Integer(), nullable=False),
    sa.Column("listings", sa.Integer(), nullable=False),
    sa.Column("offers", sa.Integer(), nullable=False),
    sa.Column("token", sa.Integer(), nullable=False),
    sa.Index("ix_run_source_finished_at", "source", "finished_at"),
)
sa.Table(
    "seller",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("source", sa.String(), sa.ForeignKey("source.name"), nullable=False),
    sa.Column("key", sa.String(), nullable=False),
    sa.UniqueConstraint("source", "key"),
)
sa.Table(
    "listing",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("source", sa.String(), sa.ForeignKey("source.name"), nullable=False),
    sa.Column("key", sa.String(), nullable=False),
    sa.Column("url", sa.String(), nullable=False),
    sa.Column("seller_id", sa.Integer(), sa.ForeignKey("seller.id"), nullable=False),
    sa.Column("posted_at", Utc()),
    sa.UniqueConstraint("source", "key"),
    sa.Index("ix_listing_seller_id", "seller_id"),
)
sa.Table(
    "snapshot",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("sha256", sa.String(), nullable=False),
    sa.Column("url", sa.String(), nullable=False),
    sa.Column("media_type", sa.String(), nullable=False),
    sa.Column("size", sa.Integer(), nullable=False),
    sa.Column("fetched_at", Utc(), nullable=False),
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.Column("warc_file", sa.String(), nullable=False),
    sa.Column("warc_offset", sa.Integer(), nullable=False),
    sa.Column("warc_length", sa.Integer(), nullable=False),
    sa.Column("purged_at", Utc()),
    sa.UniqueConstraint("sha256"),
)
sa.Table(
    "fact",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("source", sa.String(), sa.ForeignKey("source.name"), nullable=False),
    sa.Column("name", sa.String(), nullable=False),
    sa.Column("key", sa.String(), nullable=False),
    sa.Column("value", sa.String(), nullable=False),
    sa.Column("observed_at", Utc(), nullable=False),
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.Index("ix_fact_source_name_key_observed_at", "source", "name", "key", "observed_at"),
)
sa.Table(
    "hint",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("source", sa.String(), sa.ForeignKey("source.name"), nullable=False),
    sa.Column("url", sa.String(), nullable=False),
    sa.Column("why", sa.String(), nullable=False),
    sa.Column("first_seen_at", Utc(), nullable=False),
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.UniqueConstraint("source", "url", "why"),
)
sa.Table(
    "listing_text",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("listing_id", sa.Integer(), sa.ForeignKey("listing.id"), nullable=False),
    sa.Column("seen_at", Utc(), nullable=False),
    sa.Column("title", sa.String(), nullable=False),
    sa.Column("text", sa.String(), nullable=False),
    sa.Column("text_sha256", sa.String(), nullable=False),
    sa.Column("groups", sa.String(), nullable=False),
    sa.UniqueConstraint("listing_id", "seen_at"),
)
sa.Table(
    "offer",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("key", sa.String(), nullable=False),
    sa.Column("listing_id", sa.Integer(), sa.ForeignKey("listing.id"), nullable=False),
    sa.Column("kind", sa.String(), nullable=False),
    sa.Column("provider", sa.String()),
    sa.Column("product", sa.String()),
    sa.Column("label", sa.String(), nullable=False),
    sa.Column("per", sa.String()),
    sa.Column("direction", sa.String()),
    sa.UniqueConstraint("key"),
    sa.Index("ix_offer_kind", "kind"),
    sa.Index("ix_offer_listing_id", "listing_id"),
    sa.Index("ix_offer_product", "product"),
)
sa.Table(
    "seller_name",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("seller_id", sa.Integer(), sa.ForeignKey("seller.id"), nullable=False),
    sa.Column("name", sa.String(), nullable=False),
    sa.Column("first_seen_at", Utc(), nullable=False),
    sa.Index("ix_seller_name_seller_id", "seller_id"),
)
sa.Table(
    "sighting",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("identifier_id", sa.Integer(), sa.ForeignKey("identifier.id"), nullable=False),
    sa.Column("seller_id", sa.Integer(), sa.ForeignKey("seller.id"), nullable=False),
    sa.Column("listing_id", sa.Integer(), sa.ForeignKey("listing.id")),
    sa.Column("role", sa.String(), nullable=False),
    sa.Column("written", sa.String(), nullable=False),
    sa.Column("first_seen_at", Utc(), nullable=False),
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.Column("reader", sa.String(), nullable=False),
    sa.Index("ix_sighting_identifier_id", "identifier_id"),
    sa.Index("ix_sighting_seller_id", "seller_id"),
    sa.Index(
        "uq_sighting_once",
        "identifier_id",
        "seller_id",
        sa.text("coalesce(listing_id, 0)"),
        "role",
        unique=True,
    ),
)
sa.Table(
    "signal",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("source", sa.String(), sa.ForeignKey("source.name"), nullable=False),
    sa.Column("listing_id", sa.Integer(), sa.ForeignKey("listing.id")),
    sa.Column("name", sa.String(), nullable=False),
    sa.Column("words", sa.String(), nullable=False),
    sa.Column("first_seen_at", Utc(), nullable=False),
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.Index("uq_signal_once", "source", sa.text("coalesce(listing_id, 0)"), "name", unique=True),
)
sa.Table(
    "observation",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("offer_id", sa.Integer(), sa.ForeignKey("offer.id"), nullable=False),
    sa.Column("observed_at", Utc(), nullable=False),
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.Column("amount", Exact()),
    sa.Column("currency", sa.String()),
    sa.Column("amount_n", sa.Float(), sa.Computed("CAST(amount AS DOUBLE PRECISION)", persisted=True)),
    sa.Column("face_amount", Exact()),
    sa.Column("face_currency", sa.String()),
    sa.Column("recharge", Exact()),
    sa.Column("recharge_currency", sa.String()),
    sa.Column("group_multiplier", Exact()),
    sa.Column("fraction", Exact()),
    sa.Column("seats", sa.Integer()),
    sa.Column("equal_split", sa.Boolean(), nullable=False),
    sa.Column("months", Exact()),
    sa.Column("quota_periods", Exact()),
    sa.Column("no_ratio", sa.String()),
    sa.Column("qualifier", sa.String(), nullable=False),
    sa.Column("coupon", sa.Boolean(), nullable=False),
    sa.Column("previous_amount", Exact()),
    sa.Column("warranty_days", sa.Integer()),
    sa.Column("attributes", sa.String(), nullable=False),
    sa.Column("price_text", sa.String(), nullable=False),
    sa.Column("reader", sa.String(), nullable=False),
    sa.Column("fingerprint", sa.String(), nullable=False),
    sa.UniqueConstraint("offer_id", "observed_at"),
    sa.Index("ix_observation_run_id", "run_id"),
)
sa.Table(
    "presence",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("offer_id", sa.Integer(), sa.ForeignKey("offer.id"), nullable=False),
    sa.Column("from_at", Utc(), nullable=False),
    sa.Column("until_at", Utc()),
    sa.Column("missing_since", Utc()),
    sa.Column("opened_by", sa.String(), sa.ForeignKey("run.id"), nullable=False),
    sa.Column("closed_by", sa.String(), sa.ForeignKey("run.id")),
    sa.Index("ix_presence_offer_id", "offer_id"),
    sa.Index(
        "uq_presence_open",
        "offer_id",
        unique=True,
        sqlite_where=sa.text("until_at IS NULL"),
        postgresql_where=sa.text("until_at IS NULL"),
    ),
)
sa.Table(
    "stock",
    metadata,
    sa.Column("offer_id", sa.Integer(), sa.ForeignKey("offer.id"), primary_key=True),
    sa.Column("seen_at", Utc(), primary_key=True),
    sa.Column("amount", sa.Integer()),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Go back."""
    metadata.drop_all(op.get_bind())
