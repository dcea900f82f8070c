"""A backup put back in place: checked first, what was there kept aside, and what was forgotten since forgotten again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from store.copies import back_up, free_name
from store.database import Database, open_database
from store.engine import connect_database, friendly
from store.errors import UserError
from store.forget import PAGE, Why, forget_values
from store.forget_key import NAME, forget_key, value_digest, written_down
from store.known_files import MARK, file_of
from store.rewrite import relocate, rewriting
from store.schema import TABLES


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the copy of what was there before, and how many values were forgotten again."""

    file: str
    aside: str
    forgotten: int


def restore(url: str, backup: Path, evidence_dir: Path, now: datetime, *, replace: bool) -> Restored:
    """Put a backup in the place of a database.

    Raises:
        UserError: where the backup is no whole database, one stands there and `replace` is not said, it is in use,
            or the key that tells what was forgotten is gone; what was there is untouched then.
    """
    _check(backup)
    known = written_down(evidence_dir)
    if set(known.values()) - {PAGE} and forget_key(evidence_dir) is None:
        raise UserError(
            f"{evidence_dir / NAME} is gone: without it what was forgotten would come back; restore it first"
        )
    database = connect_database(url, write=True)
    with database:
        path = database.path
        if path is None:
            raise UserError("a server's database is restored by its own tools, such as pg_restore")
        if path.exists() and not replace:
            raise UserError(f"{path} exists: --replace puts the backup in its place, and keeps it aside")
        with database.write_lock():
            aside = _put_aside(path) if path.exists() else None
            back_up(backup, path)
    with open_database(url, write=True) as again:
        forgotten = _forget_again(again, evidence_dir, known, now)
    return Restored(str(path), str(aside or ""), forgotten)


def _check(backup: Path) -> None:
    if not backup.is_file():
        raise UserError(f"there is no backup {backup}: name a file that `resalewatch backup` wrote")
    with (
        friendly(str(backup)),
        closing(sqlite3.connect(f"file:{backup.absolute()}?mode=ro", uri=True)) as found,
    ):
        said = found.execute("PRAGMA integrity_check(1)").fetchone()[0]
        tables = {row[0] for row in found.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if said != "ok" or "alembic_version" not in tables:
        raise UserError(
            f"{backup} is no whole database of this program: {said if said != 'ok' else 'it has no schema'}"
        )


def _put_aside(path: Path) -> Path:
    aside = free_name(path.with_name(f"{path.name}.before-restore"))
    with friendly(str(path)):
        with closing(sqlite3.connect(path, timeout=10)) as old:
            # leaves the WAL mode, which fails while anybody else has the file open; then no -wal is left beside
            if old.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
                raise UserError(f"{path} is in use: stop the daemon and every reader, then restore")
        path.rename(aside)
        for known in path.parent.glob(f"{path.name}{MARK}*"):
            known.rename(file_of(aside, known.name.rpartition(MARK)[2]))
    return aside


def _forget_again(database: Database, evidence_dir: Path, known: dict[str, str], now: datetime) -> int:
    key = forget_key(evidence_dir, make=bool(known))
    if key is None or not known:
        return 0
    identifier = TABLES["identifier"]
    with rewriting(database, evidence_dir) as connection:
        pages = {digest for digest, kind in known.items() if kind == PAGE}
        relocate(connection, evidence_dir, pages, now)
        back = [
            (row.kind, row.value)
            for row in connection.execute(select(identifier.c.kind, identifier.c.value))
            if value_digest(key, row.kind, row.value) in known
        ]
        why = Why("a backup from before it was forgotten was restored", "restore", now)
        if back:
            forget_values(connection, evidence_dir, back, why)
    return len(back)
