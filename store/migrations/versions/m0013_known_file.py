"""Known values as they may lie in a file of their own: hops name them by what they say, for they have no number there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Utc
from store.tables import NAMING

revision = "0013"
down_revision: str | None = "0012"
branch_labels = None
depends_on = None

_VALUE = ("account_id", "kind", "value", "digest", "pepper_id", "valid_from", "valid_until", "import_id")
_HOP = (
    "snapshot_id", "pointer", "span_start", "span_end", "link_id", "path", "hop", "rule", "words", "sighting_id",
    "purchase_id", "sharers", "weight", "hop_key", "stale",
    "partial_id",
)  # fmt: skip


def _stubs() -> sa.MetaData:
    metadata = sa.MetaData(naming_convention=NAMING)
    for name in ("known_account", "import_batch", "snapshot", "sighting", "purchase"):
        sa.Table(name, metadata, sa.Column("id", sa.Integer(), primary_key=True))
    sa.Table("link", metadata, sa.Column("id", sa.String(), primary_key=True))
    return metadata


def _values(metadata: sa.MetaData, name: str, *more: sa.Column[object]) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String()),
        sa.Column("digest", sa.String()),
        sa.Column("pepper_id", sa.String()),
        *more[:1],
        sa.Column("valid_from", Utc(), nullable=False),
        sa.Column("valid_until", Utc()),
        sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
        *more[1:],
        sa.Index(f"ix_{name}_account_id", "account_id"),
        sa.Index(f"ix_{name}_kind_digest", "kind", "digest"),
        sa.Index(f"ix_{name}_kind_value", "kind", "value"),
    )


def _hops(metadata: sa.MetaData, *named: sa.Column[object]) -> sa.Table:
    return sa.Table(
        "link_hop",
        metadata,
        sa.Column("snapshot_id", sa.Integer(), sa.ForeignKey("snapshot.id"), nullable=False),
        sa.Column("pointer", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer()),
        sa.Column("span_end", sa.Integer()),
        sa.Column("link_id", sa.String(), sa.ForeignKey("link.id"), primary_key=True),
        sa.Column("path", sa.Integer(), primary_key=True),
        sa.Column("hop", sa.Integer(), primary_key=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("sighting_id", sa.Integer(), sa.ForeignKey("sighting.id")),
        *named,
        sa.Column("purchase_id", sa.Integer(), sa.ForeignKey("purchase.id")),
        sa.Column("sharers", sa.Integer()),
        sa.Column("weight", Exact()),
        sa.Column("hop_key", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("stale", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("partial_id", sa.Integer()),
        sa.Index("ix_link_hop_hop_key", "hop_key"),
    )


def _copy(source: str, target: str, columns: tuple[str, ...], where: str = "") -> None:
    names = ", ".join(columns)
    op.execute(f"INSERT INTO {target} ({names}) SELECT {names} FROM {source}{where}")  # noqa: S608 - our names


def upgrade() -> None:
    """Go forward: values move to `known_value`, hops name the value that they mean."""
    new = _stubs()
    values = _values(
        new,
        "known_value",
        sa.Column("derivation", sa.String()),
        sa.Column("covers", sa.Boolean(), nullable=False),
    )
    hops = _hops(new, sa.Column("known_kind", sa.String()), sa.Column("known_key", sa.String()))
    file = sa.Table(
        "known_file",
        new,
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made_at", Utc(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
    )
    bind = op.get_bind()
    new.create_all(bind, [values, file])
    names = ", ".join(_VALUE)
    op.execute(
        f"INSERT INTO known_value ({names}, covers)"  # noqa: S608 - our names
        f" SELECT {names}, {'0' if bind.dialect.name == 'sqlite' else 'false'} FROM known_identifier ORDER BY id"
    )
    op.execute(
        "CREATE TEMP TABLE hop_before AS SELECT h.*, k.kind AS known_kind,"
        " COALESCE(k.value, k.pepper_id || ':' || k.digest) AS known_key"
        " FROM link_hop h LEFT JOIN known_identifier k ON k.id = h.known_identifier_id"
    )
    op.drop_table("link_hop")
    op.drop_table("known_identifier")
    new.create_all(bind, [hops])
    _copy("hop_before", "link_hop", (*_HOP, "known_kind", "known_key"))
    op.execute("DROP TABLE hop_before")


def downgrade() -> None:
    """Go back: what the file holds comes into the database again."""
    old, bind = _stubs(), op.get_bind()
    values = _values(old, "known_identifier")
    hops = _hops(old, sa.Column("known_identifier_id", sa.Integer(), sa.ForeignKey("known_identifier.id")))
    old.create_all(bind, [values])
    _copy("known_value", "known_identifier", _VALUE, " ORDER BY id")
    if bind.dialect.name == "sqlite":
        for query in FILED:
            op.execute(f"INSERT INTO known_identifier ({', '.join(_VALUE)}) {query}")
    op.execute(
        "CREATE TEMP TABLE hop_before AS SELECT h.*, (SELECT MIN(k.id) FROM known_identifier k JOIN link l"
        " ON l.account_id = k.account_id WHERE l.id = h.link_id AND k.kind = h.known_kind AND k.valid_until IS NULL"
        " AND COALESCE(k.value, k.pepper_id || ':' || k.digest) = h.known_key) AS known_identifier_id FROM link_hop h"
    )
    op.drop_table("link_hop")
    old.create_all(bind, [hops])
    _copy("hop_before", "link_hop", (*_HOP, "known_identifier_id"))
    op.execute("DROP TABLE hop_before")
    op.drop_table("known_value")
    op.drop_table("known_file")


_UNCOVERED = (
    " FROM known_shape s JOIN {0} b ON b.shape = s.id JOIN import_batch m ON m.id = b.import_id"
    " WHERE s.derivation IS NULL AND NOT EXISTS (SELECT 1 FROM known_value c WHERE c.account_id = b.account_id"
    " AND c.covers = 1 AND c.kind = s.kind AND {1})"
)
FILED = (
    "SELECT b.account_id, s.kind, b.value, NULL, NULL, m.imported_at, NULL, b.import_id"
    + _UNCOVERED.format("known_clear", "c.value = b.value"),
    "SELECT b.account_id, s.kind, NULL, lower(hex(b.digest)), s.pepper_id, m.imported_at, NULL, b.import_id"
    + _UNCOVERED.format("known_digest", "c.digest = lower(hex(b.digest)) AND c.pepper_id = s.pepper_id"),
)  # fmt: skip
