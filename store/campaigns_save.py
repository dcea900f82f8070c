"""Campaigns and enforcements as rows; a later list corrects what an earlier one said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from store.campaign_tables import CampaignFact, Enforcement
from store.import_batches import ImportReport, Origin, finish_import, start_import, table_of
from store.known_records import Rejected


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """One field of one campaign, with who says so."""

    line: int
    campaign: str
    field: str
    value: str
    qualifier: str
    source: str


@dataclass(frozen=True, slots=True)
class EnforcementLine:
    """One act of a provider."""

    line: int
    at: datetime
    scope: str
    provider: str
    plan: str
    region: str
    accounts: int | None
    source: str


def save_campaigns(
    connection: Connection, lines: Iterable[CampaignLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Save what is known of campaigns; one that names a field again corrects it."""
    return _save(connection, lines, (table_of(CampaignFact), ("campaign", "field"), "campaigns"), origin, now)


def save_enforcements(
    connection: Connection, lines: Iterable[EnforcementLine | Rejected], origin: Origin, now: datetime
) -> ImportReport:
    """Save enforcements; one of the same moment, scope, provider, plan and region is corrected."""
    keys = ("at", "scope", "provider", "plan", "region")
    return _save(connection, lines, (table_of(Enforcement), keys, "enforcement"), origin, now)


def _save(
    connection: Connection,
    lines: Iterable[CampaignLine | EnforcementLine | Rejected],
    into: tuple[Table, Sequence[str], str],
    origin: Origin,
    now: datetime,
) -> ImportReport:
    table, keys, what = into
    import_id = start_import(connection, what, origin, now)
    rejected: list[Rejected] = []
    good = changed = 0
    for line in lines:
        if isinstance(line, Rejected):
            rejected.append(line)
            continue
        good += 1
        row: dict[str, Any] = {name: value for name, value in asdict(line).items() if name != "line"}
        changed += _save_row(connection, table, keys, row | {"import_id": import_id})
    return finish_import(connection, import_id, good, changed, rejected)


def _save_row(connection: Connection, table: Table, keys: Sequence[str], row: dict[str, Any]) -> int:
    same = [table.c[name] == row[name] for name in keys]
    held = connection.execute(select(table).where(*same)).first()
    if held is None:
        connection.execute(insert(table).values(**row))
        return 1
    stated = {name: value for name, value in row.items() if name != "import_id"}
    if all(getattr(held, name) == value for name, value in stated.items()):
        return 0
    connection.execute(update(table).where(*same).values(**row))
    return 1
