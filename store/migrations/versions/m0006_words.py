"""What a listing says without its numbers, so that one text is found again wherever it stands."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.words import words_digest

revision = "0006"
down_revision: str | None = "0005"
branch_labels = None
depends_on = None

_BATCH = 1000
_text = sa.table("listing_text", *(sa.column(name) for name in ("id", "title", "text", "words_sha256")))


def upgrade() -> None:
    """Go forward."""
    op.add_column("listing_text", sa.Column("words_sha256", sa.String(), nullable=False, server_default=""))
    connection, last = op.get_bind(), 0
    query = sa.select(_text.c.id, _text.c.title, _text.c.text).order_by(_text.c.id).limit(_BATCH)
    while rows := connection.execute(query.where(_text.c.id > last)).all():
        changes = [{"of": row.id, "digest": words_digest(row.title, row.text)} for row in rows]
        statement = _text.update().where(_text.c.id == sa.bindparam("of"))
        connection.execute(statement.values(words_sha256=sa.bindparam("digest")), changes)
        last = rows[-1].id
    op.create_index("ix_listing_text_words_sha256", "listing_text", ["words_sha256"])


def downgrade() -> None:
    """Go back."""
    op.drop_index("ix_listing_text_words_sha256", "listing_text")
    op.drop_column("listing_text", "words_sha256")
