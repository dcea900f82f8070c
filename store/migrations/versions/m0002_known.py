"""The tables of prices, of what a provider knows, of purchases, links, claims, feeds and leases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Utc
from store.tables import NAMING

revision = "0002"
down_revision: str | None = "0001"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table("fact", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table("observation", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table("offer", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table("run", metadata, sa.Column("id", sa.String(), primary_key=True))
sa.Table("seller", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table("sighting", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table("snapshot", metadata, sa.Column("id", sa.Integer(), primary_key=True))
older = frozenset(metadata.tables)

sa.Table(
    "feed_version",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("written_at", Utc(), nullable=False),
    sa.Column("directory", sa.String(), nullable=False),
    sa.Column("manifest_sha256", sa.String(), nullable=False),
)
sa.Table(
    "import_batch",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("what", sa.String(), nullable=False),
    sa.Column("file", sa.String(), nullable=False),
    sa.Column("sha256", sa.String(), nullable=False),
    sa.Column("imported_at", Utc(), nullable=False),
    sa.Column("good", sa.Integer(), nullable=False),
    sa.Column("bad", sa.Integer(), nullable=False),
    sa.Column("changed", sa.Integer(), nullable=False),
)
sa.Table(
    "known_account",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("provider", sa.String(), nullable=False),
    sa.Column("account_ref", sa.String(), nullable=False),
    sa.UniqueConstraint("provider", "account_ref"),
)
sa.Table(
    "lease",
    metadata,
    sa.Column("source", sa.String(), primary_key=True),
    sa.Column("owner", sa.String(), nullable=False),
    sa.Column("token", sa.Integer(), nullable=False),
    sa.Column("expires_at", Utc(), nullable=False),
)
sa.Table(
    "list_price",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("provider", sa.String(), nullable=False),
    sa.Column("product", sa.String(), nullable=False),
    sa.Column("amount", Exact()),
    sa.Column("currency", sa.String(), nullable=False),
    sa.Column("per", sa.String(), nullable=False),
    sa.Column("channel", sa.String(), nullable=False),
    sa.Column("region", sa.String(), nullable=False),
    sa.Column("from_day", sa.Date(), nullable=False),
    sa.Column("until_day", sa.Date()),
    sa.Column("source", sa.String(), nullable=False),
    sa.UniqueConstraint("product", "per", "channel", "region", "from_day"),
)
sa.Table(
    "rate",
    metadata,
    sa.Column("currency", sa.String(), primary_key=True),
    sa.Column("day", sa.Date(), primary_key=True),
    sa.Column("per_usd", Exact()),
    sa.Column("source", sa.String(), nullable=False),
)
sa.Table(
    "known_account_version",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False),
    sa.Column("class_name", sa.String(), nullable=False),
    sa.Column("reason", sa.String()),
    sa.Column("campaign", sa.String()),
    sa.Column("created_at", Utc()),
    sa.Column("banned_at", Utc()),
    sa.Column("last_active_at", Utc()),
    sa.Column("plan", sa.String()),
    sa.Column("billing_country", sa.String()),
    sa.Column("channel", sa.String()),
    sa.Column("mail_class", sa.String()),
    sa.Column("exchanges", sa.Integer()),
    sa.Column("hold", sa.String()),
    sa.Column("valid_from", Utc(), nullable=False),
    sa.Column("valid_until", Utc()),
    sa.Column("withdrawn_reason", sa.String()),
    sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
    sa.Index("ix_known_account_version_account_id", "account_id"),
    sa.Index("ix_known_account_version_class_name", "class_name"),
    sa.Index(
        "uq_known_account_version_current",
        "account_id",
        unique=True,
        sqlite_where=sa.text("valid_until IS NULL"),
        postgresql_where=sa.text("valid_until IS NULL"),
    ),
)
sa.Table(
    "known_identifier",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False),
    sa.Column("kind", sa.String(), nullable=False),
    sa.Column("value", sa.String()),
    sa.Column("digest", sa.String()),
    sa.Column("pepper_id", sa.String()),
    sa.Column("valid_from", Utc(), nullable=False),
    sa.Column("valid_until", Utc()),
    sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
    sa.Index("ix_known_identifier_account_id", "account_id"),
    sa.Index("ix_known_identifier_kind_digest", "kind", "digest"),
    sa.Index("ix_known_identifier_kind_value", "kind", "value"),
)
sa.Table(
    "protected_value",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("kind", sa.String(), nullable=False),
    sa.Column("value", sa.String(), nullable=False),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("valid_from", Utc(), nullable=False),
    sa.Column("valid_until", Utc()),
    sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
    sa.Index("ix_protected_value_kind_value", "kind", "value"),
)
sa.Table(
    "claim",
    metadata,
    sa.Column("id", sa.String(), primary_key=True),
    sa.Column("link_id", sa.String(), nullable=False),
    sa.Column("seller_id", sa.Integer(), sa.ForeignKey("seller.id"), nullable=False),
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False),
    sa.Column("status", sa.String(), nullable=False),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("first_linked_at", Utc(), nullable=False),
    sa.Column("last_change", Utc(), nullable=False),
    sa.UniqueConstraint("link_id"),
)
sa.Table(
    "doubted_offer",
    metadata,
    sa.Column("run_id", sa.String(), sa.ForeignKey("run.id"), primary_key=True),
    sa.Column("offer_key", sa.String(), primary_key=True),
)
sa.Table(
    "link",
    metadata,
    sa.Column("id", sa.String(), primary_key=True),
    sa.Column("seller_id", sa.Integer(), sa.ForeignKey("seller.id"), nullable=False),
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False),
    sa.Index("ix_link_account_id", "account_id"),
    sa.Index("ix_link_seller_id", "seller_id"),
)
sa.Table(
    "purchase",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("offer_id", sa.Integer(), sa.ForeignKey("offer.id"), nullable=False),
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False),
    sa.Column("bought_on", sa.Date(), nullable=False),
    sa.Column("buyer_alias", sa.String(), nullable=False),
    sa.Column("authorised_by", sa.String(), nullable=False),
    sa.Column("case_id", sa.String(), nullable=False),
    sa.Column("added_at", Utc(), nullable=False),
    sa.UniqueConstraint("offer_id", "account_id", "bought_on"),
    sa.Index("ix_purchase_account_id", "account_id"),
    sa.Index("ix_purchase_offer_id", "offer_id"),
)
sa.Table(
    "link_hop",
    metadata,
    sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
    sa.Column("pointer", sa.String(), nullable=False),
    sa.Column("span_start", sa.Integer()),
    sa.Column("span_end", sa.Integer()),
    sa.Column("link_id", sa.String(), sa.ForeignKey("link.id"), primary_key=True),
    sa.Column("path", sa.Integer(), primary_key=True),
    sa.Column("hop", sa.Integer(), primary_key=True),
    sa.Column("rule", sa.String(), nullable=False),
    sa.Column("words", sa.String(), nullable=False),
    sa.Column("sighting_id", sa.Integer(), sa.ForeignKey("sighting.id")),
    sa.Column("known_identifier_id", sa.Integer(), sa.ForeignKey("known_identifier.id")),
    sa.Column("purchase_id", sa.Integer(), sa.ForeignKey("purchase.id")),
    sa.Column("sharers", sa.Integer()),
)
sa.Table(
    "valuation",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("observation_id", sa.Integer(), sa.ForeignKey("observation.id"), nullable=False),
    sa.Column("book", sa.String(), nullable=False),
    sa.Column("valued_at", Utc(), nullable=False),
    sa.Column("ratio", Exact()),
    sa.Column("ratio_n", sa.Float(), sa.Computed("CAST(ratio AS DOUBLE PRECISION)", persisted=True)),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("face_amount", Exact()),
    sa.Column("face_currency", sa.String()),
    sa.Column("path", sa.String(), nullable=False),
    sa.Column("joined_observation_id", sa.Integer(), sa.ForeignKey("observation.id")),
    sa.Column("fact_id", sa.Integer(), sa.ForeignKey("fact.id")),
    sa.Column("superseded_by", sa.Integer(), sa.ForeignKey("valuation.id")),
    sa.Index("ix_valuation_observation_id", "observation_id"),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind(), _new())


def downgrade() -> None:
    """Go back."""
    metadata.drop_all(op.get_bind(), _new())


def _new() -> list[sa.Table]:
    return [table for name, table in metadata.tables.items() if name not in older]
