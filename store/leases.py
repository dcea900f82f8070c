"""Who may crawl a source now: leases with a growing token and an expiry, kept as rows."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import SQLModel

from store import known_tables as _known_tables  # noqa: F401 - fills the metadata

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection

_LEASE = SQLModel.metadata.tables["lease"]


def take_leases(
    connection: Connection, sources: Iterable[str], *, owner: str, now: datetime, seconds: int
) -> dict[str, int]:
    """Lease those of the sources that nobody holds, and give their tokens.

    A source whose lease has run out is free: its former owner is dead or hung, and its token is now old, so a
    bundle that it still delivers is discarded at load.
    """
    taken: dict[str, int] = {}
    expires = now + timedelta(seconds=seconds)
    for source in sorted(set(sources)):
        row = connection.execute(
            select(_LEASE.c.token, _LEASE.c.expires_at).where(_LEASE.c.source == source)
        ).first()
        if row is not None and row.expires_at > now:
            continue
        token = (row.token if row is not None else 0) + 1
        values = {"owner": owner, "token": token, "expires_at": expires}
        statement = insert(_LEASE).values(source=source, **values)
        connection.execute(statement.on_conflict_do_update(index_elements=["source"], set_=values))
        taken[source] = token
    return taken


def free_leases(connection: Connection, owner: str, *, now: datetime) -> int:
    """Give back what an owner held when it died, and give the number; only a successor who stands in for it may ask."""
    held = (_LEASE.c.owner == owner) & (_LEASE.c.expires_at > now)
    return connection.execute(update(_LEASE).where(held).values(expires_at=now)).rowcount


def release_leases(connection: Connection, tokens: dict[str, int], *, now: datetime) -> None:
    """Give leases back; the token stays, so that the next lease's is larger. A lost lease is left alone."""
    for source, token in tokens.items():
        connection.execute(
            update(_LEASE).where(_LEASE.c.source == source, _LEASE.c.token == token).values(expires_at=now)
        )
