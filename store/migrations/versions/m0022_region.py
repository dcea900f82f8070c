"""A valuation says beside the ratio what the provider charges in the region that an offer states."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Exact

revision = "0022"
down_revision: str | None = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("valuation", sa.Column("list_region", sa.String()))
    op.add_column("valuation", sa.Column("list_channel", sa.String()))
    op.add_column("valuation", sa.Column("region_ratio", Exact()))


def downgrade() -> None:
    """Go back."""
    for name in ("region_ratio", "list_channel", "list_region"):
        op.drop_column("valuation", name)
