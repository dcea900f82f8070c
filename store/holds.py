"""Legal holds: what a case needs is neither purged nor forgotten until the case lets it go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from store.errors import UserError
from store.run_records import SCREENSHOT
from store.schema import TABLES

VALUE, SOURCE, PAGE = "value", "source", "page"


@dataclass(frozen=True, slots=True)
class Holds:
    """All holds that stand now, each with the case that set it."""

    values: dict[tuple[str, str], str]
    sources: dict[str, str]
    pages: dict[str, str]

    def of_page(self, page: Row[Any], source: str) -> str | None:
        """Name the case that holds a page, by itself or with its whole source."""
        return self.pages.get(page.sha256) or self.sources.get(source)


def read_holds(connection: Connection) -> Holds:
    """Read the holds that stand."""
    table = TABLES["legal_hold"]
    found = Holds({}, {}, {})
    for row in connection.execute(select(table).where(table.c.until_at.is_(None))):
        if row.what == VALUE:
            found.values[row.kind, row.value] = row.case_id
        else:
            (found.sources if row.what == SOURCE else found.pages)[row.value] = row.case_id
    return found


def has_case(connection: Connection, case_id: str) -> bool:
    """Say whether a case holds something, or once did."""
    table = TABLES["legal_hold"]
    return (
        connection.execute(select(table.c.id).where(table.c.case_id == case_id).limit(1)).first() is not None
    )


def add_holds(
    connection: Connection, case_id: str, wanted: Iterable[tuple[str, str, str]], by: str, now: datetime
) -> int:
    """Hold values, sources and pages, as (what, kind, value); gives how many were not held by this case before.

    A value may be held before anybody shows it.

    Raises:
        UserError: where there is no such source or page; nothing is held then.
    """
    wanted = set(wanted)
    for what, _, value in sorted(wanted):
        _check_there(connection, what, value)
    table = TABLES["legal_hold"]
    held = select(table.c.what, table.c.kind, table.c.value)
    rows = connection.execute(held.where(table.c.case_id == case_id, table.c.until_at.is_(None)))
    known = {tuple(row) for row in rows}
    fresh = sorted(wanted - known)
    for what, kind, value in fresh:
        row = {"case_id": case_id, "what": what, "kind": kind, "value": value, "by": by, "from_at": now}
        connection.execute(insert(table).values(**row))
    return len(fresh)


def _check_there(connection: Connection, what: str, value: str) -> None:
    if what == SOURCE:
        table, name = TABLES["source"], "name"
        hint = "`sources list` names them, and one is known once it was loaded"
    elif what == PAGE:
        table, name = TABLES["snapshot"], "sha256"
        hint = "name its whole SHA-256, as in the column snapshot_sha256 of the feeds"
    else:
        return
    row = connection.execute(select(table).where(table.c[name] == value)).first()
    if row is None:
        raise UserError(f"there is no {what} {value[:64]}: {hint}")
    if what == PAGE:
        _check_page(row)


def _check_page(row: Row[Any]) -> None:
    if row.purged_at is not None:
        raise UserError(
            f"page {row.sha256} was purged at {row.purged_at:%Y-%m-%d}: nothing of it is left to hold"
        )
    if row.role == SCREENSHOT:
        raise UserError(f"{row.sha256} is a page's picture: hold the page, and its picture stays with it")


def end_holds(connection: Connection, case_id: str, now: datetime) -> int:
    """Let go of all that a case holds, and give the number.

    Raises:
        UserError: where the case holds nothing.
    """
    table = TABLES["legal_hold"]
    standing = (table.c.case_id == case_id) & table.c.until_at.is_(None)
    ended = connection.execute(update(table).where(standing).values(until_at=now)).rowcount
    if not ended:
        raise UserError(f"no hold of case {case_id} stands: `hold list` shows them")
    return ended
