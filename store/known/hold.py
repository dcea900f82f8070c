"""Values of known accounts as rows: what is new is added, many at once in a new file; what is withdrawn is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, insert, select, text

from store import known_files as files
from store.columns import Utc
from store.import_batches import table_of
from store.known.build import KnownBuild
from store.known_tables import KnownFile
from store.matching import comparable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from store.known.build import Kept, StagedValue

FOLD_AT = 100_000
"""Values beside a file of known values before they are sorted into a new one."""
_BATCH = 5_000
_NAMES = ("no", "kind", "value", "digest", "pepper_id", "derivation")
_STAGE = MetaData()
_VALUE = Table(
    "stage_value", _STAGE, Column("no", Integer), *(Column(name, Text) for name in _NAMES[1:]), prefixes=["TEMPORARY"],
)  # fmt: skip
_ACCOUNTS = """
SELECT s.no, a.id FROM stage_account s JOIN known_account a ON a.provider = s.provider AND a.account_ref = s.account_ref
"""
# Two statements: one that compared values and digests together would make SQLite search by an empty digest.
_MISSING = """
INSERT INTO known_value (account_id, kind, value, digest, pepper_id, derivation, valid_from, import_id, covers)
SELECT DISTINCT a.id, v.kind, v.value, v.digest, v.pepper_id, v.derivation, CAST(:now AS {moment}),
       CAST(:import_id AS INTEGER), {no}
FROM stage_value v JOIN stage_account s ON s.no = v.no
JOIN known_account a ON a.provider = s.provider AND a.account_ref = s.account_ref
WHERE v.{key} IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM known_identifier h
    WHERE h.account_id = a.id AND h.kind = v.kind AND h.{key} = v.{key} AND h.valid_until IS NULL
      {more})
"""
_SAME_DIGEST = "AND h.pepper_id = v.pepper_id AND COALESCE(h.derivation, '') = COALESCE(v.derivation, '')"
_KEPT = "SELECT account_id, kind, value, digest, pepper_id, derivation, import_id FROM known_value WHERE "
_OPEN = "valid_until IS NULL"
_CLOSE = "UPDATE known_value SET valid_until = :now WHERE valid_until IS NULL AND "
CLOSED_COLUMNS = (
    "account_id, kind, value, digest, pepper_id, derivation, valid_from, valid_until, import_id, covers"
)
_CLOSE_FILED = f"""
INSERT INTO known_value ({CLOSED_COLUMNS})
SELECT account_id, kind, value, digest, pepper_id, derivation, valid_from, :now, import_id, 1 FROM known_filed WHERE
"""  # noqa: S608 - our words
_MANY = "account_id IN (SELECT account_id FROM closing_account)"


class Taking(Protocol):
    """Values that wait for their accounts' rows."""

    def settle(self) -> int:
        """Make them rows, and give how many were new."""


def place_of(connection: Connection) -> Path | None:
    """Give the path of an SQLite database; None for a server, or one in memory."""
    if connection.dialect.name != "sqlite":
        return None
    path = Path(
        connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'main'").scalar_one()
    )
    return path if path.is_absolute() else None


def take_values(
    connection: Connection, rows: Iterable[StagedValue], import_id: int, now: datetime, leaving: ExitStack,
    *, aside: bool = False,
) -> Taking:  # fmt: skip
    """Stage the values of an import, whose accounts `stage_account` numbers; `leaving` is closed when it is done.

    `aside` stages all of them in `stage_value`, however many they are.

    Raises:
        UserError: where the disk does not allow it.
    """
    path = place_of(connection)
    source = iter(rows)
    if aside:
        return _Aside(connection, source, import_id, now, leaving)
    first = list(islice(source, FOLD_AT)) if path is not None else []
    if path is None or len(first) + _count(connection, _OPEN) < FOLD_AT:
        return _Few(connection, chain(first, source), import_id, now)
    return _Many(connection, path, chain(first, source), (import_id, now), leaving)


class _Few:
    def __init__(
        self, connection: Connection, rows: Iterable[StagedValue], import_id: int, now: datetime
    ) -> None:
        self._connection, self._import, self._now = connection, import_id, now
        _STAGE.drop_all(connection)
        _STAGE.create_all(connection)
        source = iter(rows)
        while batch := [dict(zip(_NAMES, row, strict=True)) for row in islice(source, _BATCH)]:
            connection.execute(insert(_VALUE), batch)

    def settle(self) -> int:
        server = self._connection.dialect.name != "sqlite"
        words = {"moment": "timestamptz" if server else "TEXT", "no": "false" if server else "0"}
        count = 0
        for key, more in (("value", ""), ("digest", _SAME_DIGEST)):
            query = text(_MISSING.format(key=key, more=more, **words)).bindparams(
                bindparam("now", type_=Utc())
            )
            done = self._connection.execute(
                query,
                {"now": self._now, "import_id": self._import},
                execution_options={"preserve_rowcount": True},
            )
            count += done.rowcount
        _STAGE.drop_all(self._connection)
        return count


class _Aside:
    def __init__(
        self,
        connection: Connection,
        rows: Iterable[StagedValue],
        import_id: int,
        now: datetime,
        leaving: ExitStack,
    ) -> None:
        self._few = _Few(connection, rows, import_id, now)
        self._connection, self._now, self._leaving = connection, (import_id, now), leaving

    def settle(self) -> int:
        connection, path = self._connection, place_of(self._connection)
        staged = int(connection.execute(text("SELECT count(*) FROM stage_value")).scalar_one())
        if path is None or staged + _count(connection, _OPEN) < FOLD_AT:
            return self._few.settle()
        rows = connection.execute(select(_VALUE)).yield_per(_BATCH)
        return _Many(connection, path, (tuple(row) for row in rows), self._now, self._leaving).settle()


class _Many:
    def __init__(
        self, connection: Connection, path: Path, rows: Iterable[StagedValue], now: tuple[int, datetime],
        leaving: ExitStack,
    ) -> None:  # fmt: skip
        self._connection = connection
        self._import, self._now = now
        self._build = KnownBuild(path, files.former(_raw(connection)))
        leaving.callback(self._build.abandon)
        self._build.stage(rows)

    def settle(self) -> int:
        """Put the new file in force: its name is a row, so that it counts from the commit on."""
        connection = self._connection
        before = _count(connection, _OPEN) - _count(connection, "covers")
        before += files.count_held(_raw(connection))
        self._build.keep(_kept(connection, _OPEN))
        self._build.cover(_kept(connection, "covers"))
        accounts = connection.execute(text(_ACCOUNTS)).yield_per(_BATCH)
        built = self._build.finish(self._import, (tuple(row) for row in accounts))
        connection.execute(text(f"DELETE FROM known_value WHERE {_OPEN}"))  # noqa: S608 - our words
        connection.execute(text("UPDATE known_value SET covers = 0 WHERE covers"))
        for name in files.TABLES:
            connection.execute(text(f"DROP TABLE IF EXISTS main.{name}"))
        connection.execute(text("DELETE FROM known_file"))
        row = {"name": built.name, "held": built.held, "made_at": self._now}
        connection.execute(insert(table_of(KnownFile)).values(**row))
        return built.held - before


def close_accounts(connection: Connection, accounts: Collection[int], now: datetime) -> None:
    """Close every value that is held of some accounts; the file of known values is read once for all of them."""
    if not accounts:
        return
    connection.execute(text("CREATE TEMP TABLE closing_account (account_id INTEGER PRIMARY KEY)"))
    rows = [{"account": account} for account in accounts]
    connection.execute(text("INSERT INTO closing_account VALUES (:account)"), rows)
    _close(connection, _MANY, now)
    connection.execute(text("DROP TABLE closing_account"))


def close_value(connection: Connection, account: int, kind: str, value: str, now: datetime) -> int:
    """Close one value of one account, whichever of the kinds that are compared it is held as; gives how many rows."""
    kinds = ", ".join(f"'{name}'" for name in comparable(kind))
    where = f"account_id = :account AND kind IN ({kinds}) AND value = :value"
    return _close(connection, where, now, account=account, value=value)


def _close(connection: Connection, where: str, now: datetime, **bound: Any) -> int:  # noqa: ANN401 - what is asked
    statements = [_CLOSE + where]
    if connection.dialect.name == "sqlite":
        statements.append(f"{_CLOSE_FILED} {where}")
    count = 0
    for statement in statements:
        query = text(statement).bindparams(bindparam("now", type_=Utc()))
        count += connection.execute(query, {"now": now, **bound}).rowcount
    return count


def _kept(connection: Connection, where: str) -> Iterator[Kept]:
    for row in connection.execute(text(_KEPT + where)).yield_per(_BATCH):
        yield tuple(row)


def _count(connection: Connection, where: str) -> int:
    query = f"SELECT count(*) FROM known_value WHERE {where}"  # noqa: S608 - our words
    return int(connection.execute(text(query)).scalar_one())


def _raw(connection: Connection) -> Any:  # noqa: ANN401 - the driver's own
    return connection.connection.dbapi_connection
