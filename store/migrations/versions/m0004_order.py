"""Indexes for the questions of a large database: what is cheapest, and what changed in a span of time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels = None
depends_on = None

_WORTH = """
UPDATE offer SET worth_n = (
    SELECT valuation.ratio_n FROM valuation
    WHERE valuation.superseded_by IS NULL AND valuation.observation_id = (
        SELECT latest.id FROM observation AS latest WHERE latest.offer_id = offer.id
        ORDER BY latest.observed_at DESC LIMIT 1))
"""


def upgrade() -> None:
    """Go forward."""
    op.add_column("offer", sa.Column("worth_n", sa.Float()))
    op.execute(_WORTH)
    op.drop_index("ix_offer_product", "offer")
    op.create_index("ix_offer_product_worth_n", "offer", ["product", "worth_n"])
    op.create_index("ix_offer_worth_n", "offer", ["worth_n"])
    op.create_index("ix_observation_observed_at", "observation", ["observed_at"])


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_observation_observed_at", "observation")
    op.drop_index("ix_offer_worth_n", "offer")
    op.drop_index("ix_offer_product_worth_n", "offer")
    op.create_index("ix_offer_product", "offer", ["product"])
    op.drop_column("offer", "worth_n")
