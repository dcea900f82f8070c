"""The tables of clusters: who stands in which, which values join nobody, and what changed since they were last made."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables import utc


class SellerCluster(SQLModel, table=True):
    """A seller joined with others by strong identifiers that they share; one who is joined with nobody has no row.

    Derived: `cluster` is hashed from the cluster's first seller, the one that came into the database first.
    """

    __tablename__ = "seller_cluster"

    seller_id: int = Field(primary_key=True, foreign_key="seller.id")
    cluster: str

    __table_args__ = (Index(None, "cluster", "seller_id"),)


class Hub(SQLModel, table=True):
    """A strong value that joins nobody: more sellers show it than its kind's limit, or a warning list names it.

    Derived. `rule` is `limit` or `listed`; `sellers` counts all who show it, in any role and any comparable kind.
    """

    identifier_id: int = Field(primary_key=True, foreign_key="identifier.id")
    rule: str
    sellers: int


class WarnedValue(SQLModel, table=True):
    """A line of a warning list: a value that many show and that says nothing of who they are.

    `sort` is what it is (`platform`, `aggregator`, `mail`, `public_group`, `suffix`, `code_host`, `support_group` or
    the operator's own word); `imported` tells the operator's lines from the bundled ones.
    """

    __tablename__ = "warned_value"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    value: str
    sort: str
    reason: str
    source: str
    imported: bool = False

    __table_args__ = (UniqueConstraint("kind", "value"),)


class KindRule(SQLModel, table=True):
    """The rules of kinds under which clusters were last made; where they differ from today's, all are made anew."""

    __tablename__ = "kind_rule"

    kind: str = Field(primary_key=True)
    joins: str
    strong: bool
    hub_limit: int


class ClusterMark(SQLModel, table=True):
    """What changed since clusters were last made: `sightings` up to a number are in, a `value` or `seller` is stale."""

    __tablename__ = "cluster_mark"

    what: str = Field(primary_key=True)
    row_id: int = Field(primary_key=True)


class ClusterChange(SQLModel, table=True):
    """That sellers left a cluster which others know by its id: append-only, for what refers to the former id.

    `what` is `merged` (all went to `became`), `split` (some did) or `ended` (they stand alone: `became` is empty).
    """

    __tablename__ = "cluster_change"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = utc()
    what: str
    cluster: str = Field(index=True)
    became: str
    sellers: int
