"""Marks of what clusters must look at again: values and sellers that changed otherwise than by a new sighting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import delete, func, insert, select

from store.matching import comparable
from store.schema import TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

SIGHTINGS, VALUE, SELLER = "sightings", "value", "seller"
_BATCH = 500
_One = TypeVar("_One", int, str)


def mark_values(connection: Connection, values: Iterable[tuple[str, str]]) -> None:
    """Mark values that came to be protected or listed, or are so no longer; unseen ones need no mark."""
    identifier = TABLES["identifier"]
    by_kinds: dict[tuple[str, ...], set[str]] = {}
    for kind, value in values:
        by_kinds.setdefault(comparable(kind), set()).add(value)
    for kinds, wanted in sorted(by_kinds.items()):
        for some in _batches(wanted):
            query = select(identifier.c.id)
            query = query.where(identifier.c.kind.in_(kinds), identifier.c.value.in_(some))
            _mark(connection, VALUE, connection.execute(query).scalars().all())


def mark_sellers(connection: Connection, sellers: Collection[int]) -> None:
    """Mark sellers who show less than before, or whose key, by which a cluster is named, changed."""
    _mark(connection, SELLER, sellers)


def mark_sightings(connection: Connection, sightings: Collection[int]) -> None:
    """Mark what sightings that are about to be deleted joined; call it before they go.

    Their hubs' rows go at once, for they name the identifiers. A row number that becomes free may be given again, and
    what bears it then is new.
    """
    sighting, hub, mark = TABLES["sighting"], TABLES["hub"], TABLES["cluster_mark"]
    if not sightings:
        return
    identifier = TABLES["identifier"]
    gone = select(sighting.c.seller_id, identifier.c.id, identifier.c.kind, identifier.c.value)
    gone = gone.join(identifier, identifier.c.id == sighting.c.identifier_id).where(
        sighting.c.id.in_(sightings)
    )
    rows = connection.execute(gone).all()
    connection.execute(delete(hub).where(hub.c.identifier_id.in_({row.id for row in rows})))
    mark_values(connection, {(row.kind, row.value) for row in rows})
    mark_sellers(connection, {row.seller_id for row in rows})
    last = (
        connection.execute(select(func.max(sighting.c.id)).where(sighting.c.id.not_in(sightings))).scalar()
        or 0
    )
    lower = mark.update().where(mark.c.what == SIGHTINGS, mark.c.row_id > last).values(row_id=last)
    connection.execute(lower)


def _mark(connection: Connection, what: str, ids: Collection[int]) -> None:
    mark = TABLES["cluster_mark"]
    for some in _batches(set(ids)):
        marked = select(mark.c.row_id).where(mark.c.what == what, mark.c.row_id.in_(some))
        held = set(connection.execute(marked).scalars())
        rows = [{"what": what, "row_id": one} for one in some if one not in held]
        if rows:
            connection.execute(insert(mark), rows)


def _batches(found: set[_One]) -> Iterator[Sequence[_One]]:
    """Give them in order, so many at once as a statement takes on either database."""
    ordered = sorted(found)
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))
