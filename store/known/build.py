"""A new file of known values: rows are staged as they come, sorted into place with what stood before, then renamed.

It is whole before the database names it. All sorting is SQLite's own, in files; memory stays bounded.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path
from urllib.parse import quote

from store import known_files as files
from store.engine import friendly
from store.evidence_files import sync_directory

_BATCH = 20_000
_PAGES = 131_072
"""KiB of cache; the sorter takes as much again."""
_STAGES = """
CREATE TEMP TABLE account (no INTEGER PRIMARY KEY, id INTEGER);
CREATE TEMP TABLE kept_clear (account_id INTEGER, shape INTEGER, value TEXT, import_id INTEGER);
CREATE TEMP TABLE kept_digest (account_id INTEGER, shape INTEGER, digest BLOB, import_id INTEGER);
CREATE TEMP TABLE covered (account_id INTEGER, shape INTEGER, key BLOB);
"""
_FRESH = "SELECT {shape}, s.key, a.id, :import_id FROM stage_{shape} s CROSS JOIN account a WHERE a.no = s.no"
_FORMER = """
SELECT {shape}, o.{key}, o.account_id, o.import_id FROM former.known_{what} o
WHERE o.shape = {shape} AND NOT EXISTS (SELECT 1 FROM covered c
                  WHERE c.account_id = o.account_id AND c.shape = o.shape AND c.key = CAST(o.{key} AS BLOB))
UNION ALL SELECT {shape}, {key}, account_id, import_id FROM kept_{what} WHERE shape = {shape} UNION ALL
"""
"""What stood before; of a value said twice the first saying stays."""
_WHAT = (("clear", "value"), ("digest", "digest"))

StagedValue = tuple[int, str, str | None, str | None, str | None, str | None]
"""The number of its account, kind, value, digest (hexadecimal), pepper, derivation."""
Kept = tuple[int, str, str | None, str | None, str | None, str | None, int]
"""A row of `known_value`: account, kind, value, digest, pepper, derivation, import."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file: what stands behind `.known-` in its name, and how many values it holds."""

    name: str
    held: int


class _ClearShapes(dict[str, int]):
    """The shapes of kinds in clear; one that is new is given its number when it is first asked for."""

    def __init__(self, shape: Callable[[str, None, None], int]) -> None:
        super().__init__()
        self._shape = shape

    def __missing__(self, kind: str) -> int:
        self[kind] = self._shape(kind, None, None)
        return self[kind]


class KnownBuild:
    """The making of one file beside a database; leave it by `finish`, or the file in the making goes."""

    def __init__(self, path: Path, former: str | None) -> None:
        """Begin, with the rows of the file named `former` (empty: of the database itself; None: of nothing)."""
        self._path = path
        self._name = secrets.token_hex(8)
        self._part = files.file_of(path, f"{self._name}.part")
        self._connection = sqlite3.connect(
            f"file:{quote(str(self._part.absolute()))}", uri=True, isolation_level=None
        )
        for setting in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE", f"cache_size=-{_PAGES}"):
            self._connection.execute(f"PRAGMA {setting}").close()
        files.make_tables(self._connection, "main")
        for statement in _STAGES.split(";\n"):
            self._connection.execute(statement).close()
        self._shapes: dict[tuple[str, str | None, str | None], int] = {}
        self._clear = _ClearShapes(self._shape)
        self._kept = 0
        self._attach(former)
        self._connection.execute("BEGIN").close()

    def _attach(self, former: str | None) -> None:
        if former is None:
            self._connection.execute("ATTACH ':memory:' AS former").close()
            files.make_tables(self._connection, "former")
            return
        place = files.file_of(self._path, former) if former else self._path
        self._connection.execute(
            "ATTACH ? AS former", (f"file:{quote(str(place.absolute()))}?mode=ro",)
        ).close()
        for row in self._connection.execute(
            "SELECT id, kind, pepper_id, derivation, blank FROM former.known_shape"
        ):
            self._connection.execute("INSERT INTO main.known_shape VALUES (?, ?, ?, ?, ?)", row).close()
            self._shapes[row[1], row[2], row[3]] = row[0]
            self._connection.execute(f"CREATE TEMP TABLE stage_{row[0]} (no INTEGER, key)").close()

    def stage(self, rows: Iterable[StagedValue]) -> None:
        """Take rows as they come."""
        source = iter(rows)
        while batch := list(islice(source, _BATCH)):
            by_shape: defaultdict[int, list[tuple[int, str | bytes | None]]] = defaultdict(list)
            clear = self._clear
            for no, kind, value, digest, pepper, derivation in batch:
                if digest is None:
                    by_shape[clear[kind]].append((no, value))
                else:
                    by_shape[self._shape(kind, pepper, derivation)].append((no, bytes.fromhex(digest)))
            for shape, found in by_shape.items():
                self._connection.executemany(f"INSERT INTO stage_{shape} VALUES (?, ?)", found)  # noqa: S608 - a number

    def keep(self, rows: Iterable[Kept]) -> None:
        """Take rows that the database holds beside the former file."""
        for account, kind, value, digest, pepper, derivation, import_id in rows:
            self._kept += 1
            shape = self._shape(kind, pepper, derivation)
            table, key = ("kept_clear", value) if digest is None else ("kept_digest", bytes.fromhex(digest))
            row = (account, shape, key, import_id)
            self._connection.execute(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", row).close()  # noqa: S608 - our names

    def cover(self, rows: Iterable[Kept]) -> None:
        """Leave out rows of the former file that are no longer true."""
        keys = ((row[0], self._shape(row[1], row[4], row[5]), _key(row)) for row in rows)
        self._connection.executemany("INSERT INTO covered VALUES (?, ?, ?)", keys)

    def finish(self, import_id: int, accounts: Iterable[tuple[int, int]]) -> Built:
        """Sort all rows into place, and give the file its name.

        Raises:
            UserError: where the disk does not allow it.
        """
        run = self._connection.execute
        with friendly(str(self._part)):
            self._connection.executemany("INSERT INTO account VALUES (?, ?)", accounts)
            run("CREATE INDEX temp.covered_row ON covered (account_id, shape, key)").close()
            before = _FORMER if self._count("former") or self._kept else ""
            for (_, pepper, _), shape in sorted(self._shapes.items(), key=itemgetter(1)):
                # one shape alone is sorted by its keys, twice as fast as all by shape and key
                what, key = _WHAT[pepper is not None]
                rows = f"{before}{_FRESH} ORDER BY 2, 3, 4".format(what=what, key=key, shape=shape)
                run(f"INSERT OR IGNORE INTO main.known_{what} {rows}", {"import_id": import_id}).close()
            run("COMMIT").close()
            held = self._count("main")
            self._connection.close()
            self._part.chmod(self._path.stat().st_mode & 0o777)
            with self._part.open("rb") as whole:
                os.fsync(whole.fileno())
            self._part.replace(files.file_of(self._path, self._name))
            sync_directory(self._path.parent)
        return Built(self._name, held)

    def abandon(self) -> None:
        """Leave nothing of it."""
        self._connection.close()
        with suppress(FileNotFoundError):
            self._part.unlink()

    def _count(self, schema: str) -> int:
        tables = (f"SELECT count(*) FROM {schema}.known_{what}" for what, _ in _WHAT)  # noqa: S608 - our names
        return sum(int(self._connection.execute(query).fetchone()[0]) for query in tables)

    def _shape(self, kind: str, pepper: str | None, derivation: str | None) -> int:
        found = self._shapes.get((kind, pepper, derivation))
        if found is None:
            found = self._shapes[kind, pepper, derivation] = max(self._shapes.values(), default=0) + 1
            row = (found, kind, pepper, derivation)
            self._connection.execute("INSERT INTO main.known_shape VALUES (?, ?, ?, ?, NULL)", row).close()
            self._connection.execute(f"CREATE TEMP TABLE stage_{found} (no INTEGER, key)").close()
        return found


def _key(row: Kept) -> bytes:
    return (row[2] or "").encode() if row[3] is None else bytes.fromhex(row[3])
