"""The ends of what people judged, samples that are judged blind, probes with their answers, and sign-ups as counts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from store.columns import Exact, Utc
from store.tables import NAMING

revision = "0017"
down_revision: str | None = "0016"
branch_labels = None
depends_on = None

metadata = sa.MetaData(naming_convention=NAMING)
for _name in ("offer", "known_account", "import_batch"):
    sa.Table(_name, metadata, sa.Column("id", sa.Integer(), primary_key=True))
SAMPLE = sa.Table(
    "link_sample",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("week", sa.String(), nullable=False),
    sa.Column("link_id", sa.String(), nullable=False),
    sa.Column("drawn_at", Utc(), nullable=False),
    sa.Column("score", Exact()),
    sa.Column("claimed", Exact(), nullable=False),
    sa.UniqueConstraint("week", "link_id"),
)
PROBE = sa.Table(
    "probe",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("offer_id", sa.Integer(), sa.ForeignKey("offer.id"), nullable=False),
    sa.Column("sent_at", Utc(), nullable=False),
    sa.Column("canary", sa.String(), nullable=False, unique=True),
    sa.Column("request_id", sa.String(), nullable=False),
    sa.Column("buyer_alias", sa.String(), nullable=False),
    sa.Column("authorised_by", sa.String(), nullable=False),
    sa.Column("case_id", sa.String(), nullable=False),
    sa.Column("added_at", Utc(), nullable=False),
    sa.Index("ix_probe_offer_id", "offer_id"),
)
ANSWER = sa.Table(
    "probe_answer",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("probe_id", sa.Integer(), sa.ForeignKey("probe.id"), nullable=False),
    sa.Column("account_id", sa.Integer(), sa.ForeignKey("known_account.id"), nullable=False),
    sa.Column("seen_at", Utc(), nullable=False),
    sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
    sa.UniqueConstraint("probe_id", "account_id"),
    sa.Index("ix_probe_answer_account_id", "account_id"),
)
COUNT = sa.Table(
    "cohort_count",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("provider", sa.String(), nullable=False),
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("plan", sa.String(), nullable=False),
    sa.Column("country", sa.String(), nullable=False),
    sa.Column("channel", sa.String(), nullable=False),
    sa.Column("mail_class", sa.String(), nullable=False),
    sa.Column("sign_ups", sa.Integer(), nullable=False),
    sa.Column("banned", sa.Integer(), nullable=False),
    sa.Column("import_id", sa.Integer(), sa.ForeignKey("import_batch.id"), nullable=False),
    sa.UniqueConstraint("provider", "day", "plan", "country", "channel", "mail_class"),
)
MADE = [SAMPLE, PROBE, ANSWER, COUNT]


def upgrade() -> None:
    """Go forward."""
    metadata.create_all(op.get_bind(), MADE)
    for name in ("seller_id", "account_id"):
        op.add_column("judgement", sa.Column(name, sa.Integer()))
    op.add_column("link_hop", sa.Column("probe_answer_id", sa.Integer()))


def downgrade() -> None:
    """Go back."""
    op.drop_column("link_hop", "probe_answer_id")
    for name in ("account_id", "seller_id"):
        op.drop_column("judgement", name)
    metadata.drop_all(op.get_bind(), MADE)
