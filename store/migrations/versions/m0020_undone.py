"""Why somebody took back what another had judged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision: str | None = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column("judgement", sa.Column("undone_why", sa.String()))


def downgrade() -> None:
    """Go back."""
    op.drop_column("judgement", "undone_why")
