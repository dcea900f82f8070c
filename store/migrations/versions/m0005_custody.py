"""How a page came to be read, and its place in the chain of its day; pages kept before get theirs now."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels = None
depends_on = None

NAMES = ("role", "status", "rendered", "chain_at", "chain")


def upgrade() -> None:
    """Go forward."""
    for column in (
        sa.Column("role", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("status", sa.Integer(), nullable=False, server_default=sa.text("200")),
        sa.Column("rendered", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("chain_at", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("chain", sa.String(), nullable=False, server_default=sa.text("''")),
    ):
        op.add_column("snapshot", column)
    chain(op.get_bind())


def chain(connection: sa.Connection) -> None:
    """Give each page its link, in the order in which a day's file holds them."""
    query = sa.text("SELECT id, sha256, warc_file FROM snapshot ORDER BY warc_file, warc_offset, id")
    day, number, link = "", 0, ""
    rows = []
    for row in connection.execute(query):
        if row.warc_file != day:
            day, number = row.warc_file, 0
            link = hashlib.sha256(f"resalewatch evidence {day}".encode()).hexdigest()
        number, link = number + 1, hashlib.sha256(f"{link} {row.sha256}".encode()).hexdigest()
        rows.append({"row": row.id, "number": number, "link": link})
    if rows:
        connection.execute(
            sa.text("UPDATE snapshot SET chain_at = :number, chain = :link WHERE id = :row"), rows
        )


def downgrade() -> None:
    """Go back."""
    for name in NAMES:
        op.drop_column("snapshot", name)
