"""Models' list prices, availability, and whose each price and rate is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Exact
from store.tables import NAMING

revision = "0003"
down_revision: str | None = "0002"
branch_labels = None
depends_on = None

WITH_OWNERS = ("list_price", "rate")
metadata = sa.MetaData(naming_convention=NAMING)

sa.Table(
    "model_list_price",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("provider", sa.String(), nullable=False),
    sa.Column("model", sa.String(), nullable=False),
    sa.Column("direction", sa.String(), nullable=False),
    sa.Column("amount", Exact()),
    sa.Column("currency", sa.String(), nullable=False),
    sa.Column("per", sa.String(), nullable=False),
    sa.Column("channel", sa.String(), nullable=False),
    sa.Column("region", sa.String(), nullable=False),
    sa.Column("from_day", sa.Date(), nullable=False),
    sa.Column("until_day", sa.Date()),
    sa.Column("source", sa.String(), nullable=False),
    sa.Column("imported", sa.Boolean(), nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("model", "direction", "channel", "region", "from_day"),
)
sa.Table(
    "availability",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("provider", sa.String(), nullable=False),
    sa.Column("product", sa.String(), nullable=False),
    sa.Column("state", sa.String(), nullable=False),
    sa.Column("region", sa.String(), nullable=False),
    sa.Column("from_day", sa.Date(), nullable=False),
    sa.Column("until_day", sa.Date()),
    sa.Column("source", sa.String(), nullable=False),
    sa.UniqueConstraint("product", "state", "region", "from_day"),
)


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind())
    for table in WITH_OWNERS:
        op.add_column(table, sa.Column("imported", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Go back."""
    for table in WITH_OWNERS:
        op.drop_column(table, "imported")
    metadata.drop_all(op.get_bind())
