"""From when until when an account had a value, where its provider says so: outside of it a sighting is stale."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Integer, MetaData, Table, Text, insert, text

from store.columns import Utc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from store.known_records import AccountLine

SLACK = timedelta(days=90)
"""A sighting so long before or after still counts: people show a value before and after they use it."""
_BATCH = 5_000
_STAGE = MetaData()
_SPAN = Table(
    "stage_span", _STAGE, Column("no", Integer), Column("kind", Text), Column("key", Text), Column("had_from", Utc),
    Column("had_until", Utc), Column("fresh_from", Utc), Column("fresh_until", Utc), prefixes=["TEMPORARY"],
)  # fmt: skip
# The last line of a file that names a value wins.
_ENDS = """
FROM stage_span s JOIN stage_account n ON n.no = s.no
JOIN known_account a ON a.provider = n.provider AND a.account_ref = n.account_ref
"""
_DROP = f"""
DELETE FROM known_span WHERE EXISTS (
    SELECT 1 {_ENDS} WHERE a.id = known_span.account_id AND s.kind = known_span.kind AND s.key = known_span.key)
"""  # noqa: S608 - our own words
_ADD = f"""
INSERT INTO known_span (account_id, kind, key, had_from, had_until, fresh_from, fresh_until)
SELECT a.id, s.kind, s.key, min(s.had_from), max(s.had_until), min(s.fresh_from), max(s.fresh_until) {_ENDS}
GROUP BY a.id, s.kind, s.key
"""


class Spans:
    """The spans of one import, on their way into rows."""

    def __init__(self) -> None:
        self._rows: list[dict[str, Any]] = []

    def note(self, no: int, line: AccountLine) -> None:
        """Keep what a line says of its values' time; that a value is as old as its account says nothing more."""
        for one in line.values:
            had_from = one.had_from if one.had_from != line.fields.created_at else None
            if had_from is None and one.had_until is None:
                continue
            key = one.value if one.value is not None else f"{one.pepper_id}:{one.digest}"
            self._rows.append(
                {
                    "no": no,
                    "kind": one.kind,
                    "key": key,
                    "had_from": had_from,
                    "had_until": one.had_until,
                    "fresh_from": _moved(had_from, -SLACK),
                    "fresh_until": _moved(one.had_until, SLACK),
                }
            )

    def save(self, connection: Connection) -> None:
        """Write them, in place of what an earlier file said; `stage_account` numbers the accounts."""
        if not self._rows:
            return
        _STAGE.drop_all(connection)
        _STAGE.create_all(connection)
        for batch in _batches(self._rows):
            connection.execute(insert(_SPAN), batch)
        connection.execute(text(_DROP))
        connection.execute(text(_ADD))
        _STAGE.drop_all(connection)


def _moved(moment: datetime | None, by: timedelta) -> datetime | None:
    return None if moment is None else moment + by


def _batches(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        yield batch
