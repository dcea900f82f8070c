"""A PostgreSQL server for tests: one from the environment, else one that runs here, else one of the test run's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Self

import psycopg
import pytest
from psycopg import sql

NAMED = "RESALEWATCH_TEST_POSTGRES"
"""The URL of a database on a server where databases may be made, such as postgresql://me@127.0.0.1/postgres."""
MUST = "RESALEWATCH_NO_SKIP"
_HERE = ("postgresql://127.0.0.1/postgres", "postgresql:///postgres")


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Give the URL of a database on a server; skips the test, with the reason, where there is none."""
    named = os.environ.get(NAMED)
    url = next((one for one in ([named] if named else _HERE) if _answers(one)), None)
    if url is not None:
        yield url
        return
    programs = _programs()
    if named or programs is None or os.geteuid() == 0:
        why = f"no PostgreSQL server answers at {named or '127.0.0.1'}, and none can be started"
        if os.environ.get(MUST):
            pytest.fail(why)
        pytest.skip(f"{why}: name one in {NAMED}")
    with _own(programs, folder) as own:
        yield own


def _answers(url: str) -> bool:
    with suppress(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=5).close()
        return True
    return False


def _programs() -> Path | None:
    on_path = shutil.which("pg_ctl")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    return found[-1].parent if found else None


@contextmanager
def _own(programs: Path, folder: Path) -> Iterator[str]:
    """Run a server of the tests' own on a socket in their folder, without any port."""
    cluster = folder / "cluster"
    subprocess.run(
        [str(programs / "initdb"), "-D", str(cluster), "-A", "trust", "-U", "test", "--no-sync"], check=True
    )
    options = f"-c listen_addresses='' -c fsync=off -k {folder}"
    control = [str(programs / "pg_ctl"), "-D", str(cluster), "-w", "-l", str(folder / "server.log")]
    subprocess.run([*control, "-o", options, "start"], check=True)
    try:
        yield f"postgresql://test@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True)


class Kept:
    """One database for many tests, emptied after each; a test that changed its shape leaves a new copy behind.

    A server makes and drops a database in a tenth of a second up to three seconds, for both wait for the disk;
    the rows of a test are gone in three milliseconds.
    """

    def __init__(self, server: str, name: str, template: str) -> None:
        self.url = url_of(server, name)
        self._server, self._name, self._template = server, name, template
        self._stack = ExitStack()
        self._shape: object = None

    def __enter__(self) -> Self:
        self._make()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @contextmanager
    def emptied(self) -> Iterator[str]:
        """Give the URL of the empty database for the block."""
        try:
            yield self.url
        finally:
            if not self._empty():
                self._stack.close()
                self._make()

    def _make(self) -> None:
        self._stack.enter_context(made(self._server, self._name, self._template))
        with psycopg.connect(self.url) as connection:
            self._shape = connection.execute(_SHAPE).fetchall()

    def _empty(self) -> bool:
        with psycopg.connect(self.url) as connection:
            connection.execute(_OTHERS_OUT)
            if connection.execute(_SHAPE).fetchall() != self._shape:
                return False
            connection.execute("SET LOCAL session_replication_role = replica")
            connection.execute(_ROWS_OUT)
        return True


_OTHERS_OUT = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
_SHAPE = """
SELECT 'relation', oid::text, relname::text, relacl::text FROM pg_class WHERE relnamespace >= 16384 OR relnamespace = 'public'::regnamespace
UNION ALL SELECT 'schema', oid::text, nspname::text, NULL FROM pg_namespace WHERE nspname NOT LIKE 'pg_%'
UNION ALL SELECT 'column', attrelid::text, attname::text, atttypid::text FROM pg_attribute WHERE attrelid >= 16384
UNION ALL SELECT 'function', oid::text, proname::text, md5(prosrc) FROM pg_proc WHERE oid >= 16384
UNION ALL SELECT 'trigger', oid::text, tgname::text, tgenabled::text FROM pg_trigger WHERE oid >= 16384
UNION ALL SELECT 'setting', setrole::text, setconfig::text, NULL FROM pg_db_role_setting
UNION ALL SELECT 'version', version_num, NULL, NULL FROM alembic_version
ORDER BY 1, 2, 3
"""
_ROWS_OUT = """
DO $$ DECLARE one record; BEGIN
FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
    EXECUTE format('DELETE FROM %I', one.tablename);
END LOOP;
FOR one IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
    PERFORM setval(one.sequencename::regclass, 1, false);
END LOOP;
END $$
"""


@contextmanager
def made(url: str, name: str, template: str = "template1") -> Iterator[str]:
    """Make a database for the block, as a copy of another, and give its URL."""
    with psycopg.connect(url, autocommit=True) as connection:
        words = "CREATE DATABASE {} TEMPLATE {} STRATEGY WAL_LOG"
        connection.execute(sql.SQL(words).format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield url_of(url, name)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def url_of(url: str, name: str) -> str:
    """Give the URL of another database of the same server."""
    before, sign, after = url.partition("?")
    return f"{before.rsplit('/', 1)[0]}/{name}{sign}{after}"
