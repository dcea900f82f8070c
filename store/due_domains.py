"""Which operators' domains are to be looked up: each once a week, the longest unseen first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from store.records import REGISTRY
from store.schema import TABLES

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

WEEK = timedelta(days=7)


def due_domains(connection: Connection, now: datetime, *, every: timedelta = WEEK) -> list[str]:
    """Give the domains that an operator showed or runs on and that were not looked up for so long."""
    identifier, sighting, fact = (TABLES[name] for name in ("identifier", "sighting", "fact"))
    shown = (
        select(identifier.c.value)
        .join(sighting, sighting.c.identifier_id == identifier.c.id)
        .where(identifier.c.kind == "domain", sighting.c.role == "operator")
        .distinct()
        .subquery()
    )
    looked_up = and_(fact.c.source == REGISTRY, fact.c.name == "looked_up", fact.c.key == shown.c.value)
    last = func.max(fact.c.value)
    rows = connection.execute(
        select(shown.c.value, last)
        .outerjoin(fact, looked_up)
        .group_by(shown.c.value)
        .order_by(func.coalesce(last, ""), shown.c.value)
    )
    before = (now - every).date().isoformat()
    return [domain for domain, day in rows if day is None or day <= before]
