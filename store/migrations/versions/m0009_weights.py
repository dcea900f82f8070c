"""What a link's evidence weighs: the link models, and beside links and hops their level, score, weight and key."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Utc
from store.tables import NAMING

revision = "0009"
down_revision: str | None = "0008"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table(
    "link_model",
    metadata,
    sa.Column("version", sa.Integer(), primary_key=True),
    sa.Column("made_at", Utc(), nullable=False),
    sa.Column("body", sa.String(), nullable=False),
)
LINK, HOP = ("level", "score", "model", "stale"), ("weight", "hop_key", "stale")


def upgrade() -> None:
    """Go forward; links from before carry no model, so that the next `link` weighs every one of them."""
    metadata.create_all(op.get_bind())
    op.add_column("link", sa.Column("level", sa.String(), nullable=False, server_default=sa.text("'alert'")))
    op.add_column("link", sa.Column("score", Exact()))
    op.add_column("link", sa.Column("model", sa.Integer()))
    op.add_column("link", sa.Column("stale", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("link_hop", sa.Column("weight", Exact()))
    op.add_column("link_hop", sa.Column("hop_key", sa.String(), nullable=False, server_default=sa.text("''")))
    op.add_column("link_hop", sa.Column("stale", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_link_hop_hop_key", "link_hop", ["hop_key"])


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_link_hop_hop_key", "link_hop")
    for name in reversed(HOP):
        op.drop_column("link_hop", name)
    for name in reversed(LINK):
        op.drop_column("link", name)
    metadata.drop_all(op.get_bind())
