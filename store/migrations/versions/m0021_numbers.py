"""A version of the feeds has the number that its own directory counts; former ones keep theirs, which all shared."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision: str | None = "0020"
branch_labels = None
depends_on = None

INDEX = "ix_feed_version_directory_number"


def upgrade() -> None:
    """Go forward."""
    op.add_column(
        "feed_version", sa.Column("number", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )
    op.execute("UPDATE feed_version SET number = id")
    op.create_index(INDEX, "feed_version", ["directory", "number"], unique=True)


def downgrade() -> None:
    """Go back."""
    op.drop_index(INDEX, "feed_version")
    op.drop_column("feed_version", "number")
