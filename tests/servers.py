"""A PostgreSQL server for tests: one from the environment, else one that runs here, else one of the test run's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

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


@contextmanager
def made(url: str, name: str, template: str = "template1") -> Iterator[str]:
    """Make a database for the block, as a copy of another, and give its URL."""
    with psycopg.connect(url, autocommit=True) as connection:
        words = "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY"
        connection.execute(sql.SQL(words).format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield url_of(url, name)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def url_of(url: str, name: str) -> str:
    """Give the URL of another database of the same server."""
    before, sign, after = url.partition("?")
    return f"{before.rsplit('/', 1)[0]}/{name}{sign}{after}"
