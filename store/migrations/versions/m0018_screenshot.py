"""The picture of a rendered page, beside the page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision: str | None = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("snapshot", sa.Column("screenshot_id", sa.Integer()))


def downgrade() -> None:
    """Go back."""
    op.drop_column("snapshot", "screenshot_id")
