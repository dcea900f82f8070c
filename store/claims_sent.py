"""Claims as they left: what each receiver was told, kept append-only with the paths and weights as they were then.

A row stands from its version on until the next one of the same claim and directory, so that an unchanged claim costs
no row. What a version tells is written down before the version comes out, and the version is marked as published
after; where the writer was killed between, the next one sees by the directory whether it came out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sqlalchemy import delete, func, insert, literal, select, update

from store.bulk import insert_many
from store.import_batches import table_of
from store.known_tables import FeedVersion
from store.receiver_tables import ClaimSent, ClearRelease

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

SENT, TAKEN_BACK, LEFT_OUT = "sent", "retracted", "left_out"
_sent, _clear, _version = table_of(ClaimSent), table_of(ClearRelease), table_of(FeedVersion)
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """What one version says of one claim."""

    claim_id: str
    says: str
    body: str


@dataclass(frozen=True, slots=True)
class Reserved:
    """A version that is being written: its row's id, and the number by which its directory counts it."""

    id: int
    number: int


@dataclass(frozen=True, slots=True)
class To:
    """Whom a version goes to: the name of the set of feeds, and the directory."""

    receiver: str
    directory: str


def find_last(connection: Connection, to: To) -> Iterator[Row[Any]]:
    """Give the row of what a receiver was told last of each claim, by the claim's id."""
    mine = (_sent.c.receiver == to.receiver) & (_sent.c.directory == to.directory)
    last = select(func.max(_sent.c.id)).where(mine).group_by(_sent.c.claim_id)
    order = _sent.c.claim_id.collate("C") if connection.dialect.name == "postgresql" else _sent.c.claim_id
    query = select(_sent).where(_sent.c.id.in_(last)).order_by(order)
    yield from connection.execute(query, execution_options={"yield_per": _BATCH})


class OfClaim(Protocol):
    """Whatever is of one claim."""

    @property
    def claim_id(self) -> str:
        """The claim."""


class Said(OfClaim, Protocol):
    """What was said of a claim: a Told, or its row."""

    @property
    def says(self) -> str:
        """`sent`, `retracted` or `left_out`."""

    @property
    def body(self) -> str:
        """The claim as JSON."""


Before = TypeVar("Before", bound=OfClaim)
After = TypeVar("After", bound=OfClaim)


def side_by_side(
    last: Iterator[Before], now: Iterator[After]
) -> Iterator[tuple[Before | None, After | None]]:
    """Pair what is of the same claim; both ascend by claim, and where one has nothing of a claim None stands for it."""
    former, fresh = next(last, None), next(now, None)
    while former is not None or fresh is not None:
        if fresh is None or (former is not None and former.claim_id < fresh.claim_id):
            yield former, None
            former = next(last, None)
        elif former is None or fresh.claim_id < former.claim_id:
            yield None, fresh
            fresh = next(now, None)
        else:
            yield former, fresh
            former, fresh = next(last, None), next(now, None)


def change_of(former: Said | None, fresh: Told | None) -> Told | None:
    """Give what is told of a claim otherwise than before, None where nothing is.

    A claim that is told no more is left out, and one that never was told is not; the first reason stays.
    """
    if fresh is None:
        assert former is not None
        return None if former.says == LEFT_OUT else Told(former.claim_id, LEFT_OUT, "{}")
    if fresh.says == LEFT_OUT:
        return None if former is None or former.says == LEFT_OUT else fresh
    same = former is not None and (former.says, former.body) == (fresh.says, fresh.body)
    return None if same else fresh


def write_down(connection: Connection, changes: Iterable[Told], to: To, version: int, now: datetime) -> None:
    """Write down what a version, by its row's id, tells, before it comes out."""
    common: dict[str, Any] = {
        "receiver": to.receiver, "directory": to.directory, "feed_version": version, "sent_at": now,
    }  # fmt: skip
    found = iter(changes)
    while batch := list(islice(found, _BATCH)):
        rows = [{"claim_id": one.claim_id, "says": one.says, "body": one.body} | common for one in batch]
        insert_many(connection, _sent, rows)


def reserve(connection: Connection, directory: str, holds: int, now: datetime) -> Reserved:
    """Take the next number of a directory, of which `holds` is the highest that stands in it; nobody else gets it.

    A directory that was moved goes on from what stands in it, one that was emptied from what stood there.
    """
    here = select(func.max(_version.c.number)).where(_version.c.directory == directory)
    number = max(int(connection.execute(here).scalar() or 0), holds) + 1
    version = int(connection.execute(select(func.max(_version.c.id))).scalar() or 0) + 1
    row = {"id": version, "number": number, "written_at": now, "directory": directory, "manifest_sha256": ""}
    connection.execute(insert(_version).values(**row))
    return Reserved(version, number)


def set_digest(connection: Connection, version: int, manifest_sha256: str) -> None:
    """Note the manifest of a version that is about to come out."""
    connection.execute(
        update(_version).where(_version.c.id == version).values(manifest_sha256=manifest_sha256)
    )


def came_out(connection: Connection, version: int, now: datetime) -> None:
    """Say that a version came out."""
    connection.execute(update(_version).where(_version.c.id == version).values(published_at=now))


def has_written(connection: Connection, manifest_sha256: str) -> bool:
    """Say whether this database wrote a version with this manifest."""
    same = _version.c.manifest_sha256 == manifest_sha256
    return connection.execute(select(_version.c.id).where(same).limit(1)).first() is not None


def carry_on(connection: Connection, to: To, manifest_sha256: str, now: datetime) -> None:
    """Let a directory that was moved or copied, and now holds this manifest, go on with what was told in its former place.

    That the manifest stands here shows that its version came out, where a killed writer could not say so: else the
    next one in the former place would settle that it never did, and forget here too what it told.
    """
    mine = (_sent.c.receiver == to.receiver) & (_sent.c.directory == to.directory)
    if connection.execute(select(_sent.c.id).where(mine).limit(1)).first() is not None:
        return
    same = _version.c.manifest_sha256 == manifest_sha256
    known_first = select(_version.c.id, _version.c.directory, _version.c.published_at).where(same)
    places = connection.execute(known_first.order_by(_version.c.published_at.is_(None), _version.c.id)).all()
    # Directories that were written in the same second may hold the same manifest, and then were told the same.
    if not places or any(wrote.directory == to.directory for wrote in places):
        return
    wrote = places[0]
    if wrote.published_at is None:
        came_out(connection, wrote.id, now)
    there = (_sent.c.receiver == to.receiver) & (_sent.c.directory == wrote.directory)
    last = (
        select(func.max(_sent.c.id)).where(there, _sent.c.feed_version <= wrote.id).group_by(_sent.c.claim_id)
    )
    names = [name for name in _sent.c.keys() if name not in ("id", "directory")]  # noqa: SIM118 - columns by name
    told = select(*(_sent.c[name] for name in names), literal(to.directory)).where(_sent.c.id.in_(last))
    connection.execute(insert(_sent).from_select([*names, "directory"], told.order_by(_sent.c.id)))


def settle(connection: Connection, directory: str, stands: Callable[[int, str], bool], now: datetime) -> None:
    """Decide of the versions in a directory of which nobody knows whether they came out: by whether they stand there.

    `stands` says so of a number and the SHA-256 of a manifest: another directory that was moved here has the same numbers.
    """
    open_ones = (_version.c.directory == directory) & _version.c.published_at.is_(None)
    found = connection.execute(
        select(_version.c.id, _version.c.number, _version.c.manifest_sha256).where(open_ones)
    )
    for version, number, manifest_sha256 in found.all():
        if stands(number, manifest_sha256):
            connection.execute(update(_version).where(_version.c.id == version).values(published_at=now))
        else:
            connection.execute(delete(_sent).where(_sent.c.feed_version == version))
            connection.execute(delete(_clear).where(_clear.c.feed_version == version))
            connection.execute(delete(_version).where(_version.c.id == version))
