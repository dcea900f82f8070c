"""What people took back of known accounts by hand, so that a later list does not bring it in again unasked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Utc
from store.tables import NAMING

revision = "0019"
down_revision: str | None = "0018"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
sa.Table("known_account", metadata, sa.Column("id", sa.Integer(), primary_key=True))
WITHDRAWAL = sa.Table(
    "known_withdrawal",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False, index=True),
    sa.Column("value_key", sa.String(), nullable=False),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("at", Utc(), nullable=False),
    sa.Column("reopened_at", Utc()),
)
# Accounts that stand withdrawn, but for what a full list no longer named: that comes back by itself.
_STANDING = """
INSERT INTO known_withdrawal (account_id, value_key, reason, at)
SELECT w.account_id, '', w.withdrawn_reason, w.valid_until FROM known_account_version w
WHERE w.id = (SELECT max(l.id) FROM known_account_version l WHERE l.account_id = w.account_id)
  AND w.valid_until IS NOT NULL AND w.withdrawn_reason IS NOT NULL
  AND w.withdrawn_reason NOT LIKE 'its provider''s full list %'
"""


def upgrade() -> None:
    """Go forward."""
    WITHDRAWAL.create(op.get_bind())
    op.execute(_STANDING)


def downgrade() -> None:
    """Go back."""
    WITHDRAWAL.drop(op.get_bind())
