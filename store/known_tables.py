"""The tables of what offers are worth, of what a provider knows, of purchases, links, claims, feeds and leases."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Column, Float, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from store.columns import shadow
from store.tables import Proof, added, exact, utc


class Valuation(SQLModel, table=True):
    """What an observation is worth against a price book: a ratio to the list price, or the reason for none.

    Append-only: a corrected book or a joined recharge adds a row that supersedes.
    """

    id: int | None = Field(default=None, primary_key=True)
    observation_id: int = Field(foreign_key="observation.id", index=True)
    book: str
    valued_at: datetime = utc()
    ratio: Decimal | None = exact()
    ratio_n: float | None = Field(default=None, sa_column=Column("ratio_n", Float, shadow("ratio")))
    reason: str
    face_amount: Decimal | None = exact()
    face_currency: str | None = None
    """With `face_amount`: what the buyer receives, credit of all periods or the plan's list value for its term."""
    path: str = ""
    """The seller's numbers and how they were put together, in words."""
    joined_observation_id: int | None = Field(default=None, foreign_key="observation.id")
    """The card-shop observation whose money price was used, where that stands on another host."""
    fact_id: int | None = Field(default=None, foreign_key="fact.id")
    superseded_by: int | None = Field(default=None, foreign_key="valuation.id")
    list_region: str | None = None
    list_channel: str | None = None
    region_ratio: Decimal | None = exact()
    """The price as a share of what the provider charges for the plan in the region that the offer states, by which channel."""


class ImportBatch(SQLModel, table=True):
    """One file taken in: whose list, when, and how it went."""

    __tablename__ = "import_batch"

    id: int | None = Field(default=None, primary_key=True)
    what: str
    file: str
    sha256: str
    imported_at: datetime = utc()
    good: int
    bad: int
    changed: int


class KnownAccount(SQLModel, table=True):
    """An account that a provider told us of; `account_ref` is opaque."""

    __tablename__ = "known_account"

    id: int | None = Field(default=None, primary_key=True)
    provider: str
    account_ref: str

    __table_args__ = (UniqueConstraint("provider", "account_ref"),)


class KnownAccountVersion(SQLModel, table=True):
    """What the provider said of an account from `valid_from` on; the current one has no `valid_until`."""

    __tablename__ = "known_account_version"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="known_account.id", index=True)
    class_name: str = Field(index=True)
    reason: str | None = None
    campaign: str | None = None
    created_at: datetime | None = utc(default=None)
    banned_at: datetime | None = utc(default=None)
    last_active_at: datetime | None = utc(default=None)
    plan: str | None = None
    billing_country: str | None = None
    channel: str | None = None
    mail_class: str | None = None
    exchanges: int | None = None
    hold: str | None = None
    valid_from: datetime = utc()
    valid_until: datetime | None = utc(default=None)
    withdrawn_reason: str | None = None
    import_id: int = Field(foreign_key="import_batch.id")

    __table_args__ = (
        Index("uq_known_account_version_current", "account_id", unique=True,
              sqlite_where=text("valid_until IS NULL"), postgresql_where=text("valid_until IS NULL")),
    )  # fmt: skip


class KnownWithdrawal(SQLModel, table=True):
    """What people took back of an account by hand, and why: a list brings it in again only where that is asked.

    `value_key` is empty for the whole account, else the SHA-256 of the value and the kind that it is compared as.
    """

    __tablename__ = "known_withdrawal"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="known_account.id", index=True)
    value_key: str = ""
    reason: str
    at: datetime = utc()
    reopened_at: datetime | None = utc(default=None)


class HeldValue(SQLModel, table=True):
    """A value of a known account: in clear, or as a digest under a pepper (`value` null).

    On a server all of them; beside an SQLite database's file of known values what came or went since that was built.
    Read them all from the view `known_identifier`.
    """

    __tablename__ = "known_value"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="known_account.id", index=True)
    kind: str
    value: str | None = None
    digest: str | None = None
    pepper_id: str | None = None
    derivation: str | None = None
    """What the digest is of, where that is not the whole value (store/derivations.py)."""
    valid_from: datetime = utc()
    valid_until: datetime | None = utc(default=None)
    import_id: int = Field(foreign_key="import_batch.id")
    covers: bool = False
    """It stands for a row of the file that is no longer true."""

    __table_args__ = (
        Index("ix_known_value_kind_value", "kind", "value"),
        Index("ix_known_value_kind_digest", "kind", "digest"),
    )


class KnownFile(SQLModel, table=True):
    """The file of known values beside an SQLite database that is in force: one row, or none."""

    __tablename__ = "known_file"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    """What stands behind `.known-` in its name."""
    made_at: datetime = utc()
    held: int


class ProtectedValue(SQLModel, table=True):
    """A value that never links, whoever names it."""

    __tablename__ = "protected_value"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    value: str
    reason: str = ""
    valid_from: datetime = utc()
    valid_until: datetime | None = utc(default=None)
    import_id: int = Field(foreign_key="import_batch.id")

    __table_args__ = (Index("ix_protected_value_kind_value", "kind", "value"),)


class Purchase(SQLModel, table=True):
    """A test purchase that an analyst recorded: what was sold turned out to be this account."""

    id: int | None = Field(default=None, primary_key=True)
    offer_id: int = Field(foreign_key="offer.id", index=True)
    account_id: int = Field(foreign_key="known_account.id", index=True)
    bought_on: date
    buyer_alias: str
    authorised_by: str
    case_id: str
    added_at: datetime = utc()

    __table_args__ = (UniqueConstraint("offer_id", "account_id", "bought_on"),)


class LinkModel(SQLModel, table=True):
    """One frozen way of weighing evidence: `body` is JSON (store/links/model.py). Append-only; links name their own."""

    __tablename__ = "link_model"

    version: int = Field(primary_key=True)
    made_at: datetime = utc()
    body: str


class Link(SQLModel, table=True):
    """A seller linked to a known account. Derived: `link` makes it anew; its id is hashed from the end points."""

    id: str = Field(primary_key=True)
    seller_id: int = Field(foreign_key="seller.id", index=True)
    account_id: int = Field(foreign_key="known_account.id", index=True)
    level: str = added("alert")
    """`alert`, or `lead` for what is only to be looked at."""
    score: Decimal | None = exact()
    """Bits: the weights of those paths that share nothing, summed. None where no model weighed it yet."""
    model: int | None = None
    """The version of the link model that weighed it."""
    stale: bool = added(False)  # noqa: FBT003 - a value
    """No path of it has fresh hops alone."""


class LinkHop(Proof, table=True):
    """One step of one path of a link, with the rule that allows it and the bytes that prove it."""

    __tablename__ = "link_hop"

    link_id: str = Field(foreign_key="link.id", primary_key=True)
    path: int = Field(primary_key=True)
    hop: int = Field(primary_key=True)
    rule: str
    words: str
    """The hop in a plain sentence."""
    sighting_id: int | None = Field(default=None, foreign_key="sighting.id")
    known_kind: str | None = None
    known_key: str | None = None
    """What the provider holds: the value, or `pepper:digest`."""
    purchase_id: int | None = Field(default=None, foreign_key="purchase.id")
    sharers: int | None = None
    """How many other sellers show the same value."""
    weight: Decimal | None = exact()
    """Bits that the hop is worth under the link's model."""
    hop_key: str = added("")
    """Hashed from the hop's own ends, the same on every path and in every link that uses it."""
    stale: bool = added(False)  # noqa: FBT003 - a value
    """Seen outside of the time in which the account had the value."""
    partial_id: int | None = None
    """The masked value (`partial_sighting`) that the hop stands on."""
    probe_answer_id: int | None = None
    """The account's answer to a probe that the hop stands on."""

    __table_args__ = (
        Index("ix_link_hop_hop_key", "hop_key"),
        Index("ix_link_hop_known_key", "known_key"),
    )


class Claim(SQLModel, table=True):
    """A link as it leaves in feeds: kept for ever; one that falls stays as `retracted` with its reason."""

    id: str = Field(primary_key=True)
    link_id: str = Field(unique=True)
    seller_id: int = Field(foreign_key="seller.id", index=True)
    account_id: int = Field(foreign_key="known_account.id")
    status: str
    reason: str = ""
    first_linked_at: datetime = utc()
    last_change: datetime = utc()


class FeedVersion(SQLModel, table=True):
    """One writing of a set of feeds; while `published_at` is null, nobody knows whether it came out.

    `number` is the version's, by which its directory counts; `claim_sent.feed_version` is the id.
    """

    __tablename__ = "feed_version"

    id: int | None = Field(default=None, primary_key=True)
    written_at: datetime = utc()
    directory: str
    manifest_sha256: str
    published_at: datetime | None = utc(default=None)
    number: int = added(0)

    __table_args__ = (Index(None, "directory", "number", unique=True),)


class Lease(SQLModel, table=True):
    """Who may crawl a source now; `token` grows with every lease, so that a late bundle is known by its old one."""

    source: str = Field(primary_key=True)
    owner: str
    token: int
    expires_at: datetime = utc()
