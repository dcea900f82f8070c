"""When accounts had their values; and what the making of links keeps for itself: known names taken apart, marks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0016"
down_revision: str | None = "0015"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table(
    "known_name",
    metadata,
    sa.Column("kind", sa.String(), primary_key=True),
    sa.Column("value", sa.String(), primary_key=True),
    sa.Column("skeleton", sa.String(), nullable=False),
    sa.Column("mirror", sa.String(), nullable=False),
    sa.Column("stem", sa.String()),
    sa.Column("tail", sa.String(), nullable=False),
    sa.Index("ix_known_name_kind_skeleton", "kind", "skeleton"),
    sa.Index("ix_known_name_kind_mirror", "kind", "mirror"),
    sa.Index("ix_known_name_stem_kind", "stem", "kind"),
)
sa.Table("known_account", metadata, sa.Column("id", sa.Integer(), primary_key=True))
sa.Table(
    "known_span",
    metadata,
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), primary_key=True),
    sa.Column("kind", sa.String(), primary_key=True),
    sa.Column("key", sa.String(), primary_key=True),
    sa.Column("had_from", Utc()),
    sa.Column("had_until", Utc()),
    sa.Column("fresh_from", Utc()),
    sa.Column("fresh_until", Utc()),
)
sa.Table(
    "link_mark",
    metadata,
    sa.Column("what", sa.String(), primary_key=True),
    sa.Column("seen", sa.String(), nullable=False),
)
NEW = [metadata.tables[name] for name in ("known_name", "known_span", "link_mark")]


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind(), NEW)
    op.create_index("ix_link_hop_known_key", "link_hop", ["known_key"])
    op.create_index("ix_claim_seller_id", "claim", ["seller_id"])


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_claim_seller_id", "claim")
    op.drop_index("ix_link_hop_known_key", "link_hop")
    metadata.drop_all(op.get_bind(), NEW)
