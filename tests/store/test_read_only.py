"""Who may only read: the commands that read work from a directory in which nothing may be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.copies import back_up
from store.database import open_database
from store.errors import UserError
from store.read_only import ReadPlace, find_read_place

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
AS_NOBODY = """
import importlib, os, pkgutil, sys
import scheduler, store, store.links
for package in (store, store.links):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)  # nobody may perhaps not read the checkout
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(int(sys.argv[1]))
    os.setuid(int(sys.argv[1]))
scheduler.main(sys.argv[2:])
"""


@pytest.fixture
def kept(empty_database: Path) -> Iterator[Path]:
    """A database in a directory that everybody may read and only root may write."""
    directory = Path(tempfile.mkdtemp(prefix="resalewatch-test-"))
    path = directory / "kept.db"
    shutil.copy(empty_database, path)
    with open_database(f"sqlite:///{path}", write=True) as database, database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO source VALUES ('shop', 'generic', 'https://shop.example/', '')"
        )
    path.chmod(0o444)
    directory.chmod(0o555)
    try:
        yield path
    finally:
        directory.chmod(0o755)
        shutil.rmtree(directory)


def as_nobody(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", AS_NOBODY, str(NOBODY), *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [(["status"], "shop"), (["sql", "--format", "csv", "SELECT name FROM source"], "name\nshop\n")],
)
def test_the_database_is_asked_where_nothing_may_be_written(kept: Path, words: list[str], said: str) -> None:
    done = as_nobody("--database", f"sqlite:///{kept}", *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
    assert [path.name for path in kept.parent.iterdir() if path.name != f"{kept.name}.lock"] == [kept.name]


def test_the_database_is_copied_from_where_nothing_may_be_written(kept: Path) -> None:
    with tempfile.TemporaryDirectory() as other:
        Path(other).chmod(0o777)
        target = Path(other) / "copy.db"
        done = as_nobody("--database", f"sqlite:///{kept}", "backup", target)
        assert (done.returncode, done.stderr) == (0, "")
        with closing(sqlite3.connect(target)) as copy:
            assert copy.execute("SELECT name FROM source").fetchall() == [("shop",)]


def test_what_a_writer_has_not_yet_put_into_the_file_is_read_too(kept: Path) -> None:
    kept.parent.chmod(0o755)
    kept.chmod(0o644)
    with open_database(f"sqlite:///{kept}", write=True) as writer:
        with writer.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO source VALUES ('forum', 'generic', 'https://x.example/', '')"
            )
        kept.parent.chmod(0o555)
        done = as_nobody(
            "--database", f"sqlite:///{kept}", "sql", "--format", "csv", "SELECT name FROM source"
        )
        assert (done.returncode, done.stdout) == (0, "name\nforum\nshop\n")


def test_a_log_of_the_writer_that_is_not_readable_is_never_left_out(kept: Path) -> None:
    kept.parent.chmod(0o755)
    kept.chmod(0o644)
    with open_database(f"sqlite:///{kept}", write=True) as writer, writer.writing() as connection:
        connection.exec_driver_sql("INSERT INTO source VALUES ('forum', 'generic', 'https://x.example/', '')")
        for name in (f"{kept.name}-wal", f"{kept.name}-shm"):
            (kept.parent / name).chmod(0o600 if os.geteuid() == 0 else 0)
        kept.parent.chmod(0o555)
        done = as_nobody("--database", f"sqlite:///{kept}", "status")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "give read access to both, or read a copy made by `resalewatch backup`" in done.stderr


def test_what_is_read_while_the_file_changes_is_refused(kept: Path) -> None:
    found = kept.stat()
    place = ReadPlace(kept, f"file:{kept}?immutable=1", (found.st_ino, found.st_size, found.st_mtime_ns))
    with place.unchanged(), closing(place.connect()) as connection:
        connection.execute("SELECT name FROM source").fetchall()
    with (
        pytest.raises(UserError, match="was written to while it was read: run the command again"),
        place.unchanged(),
    ):
        os.utime(kept, ns=(0, found.st_mtime_ns + 1))


def test_a_copy_needs_no_log_beside_it(kept: Path, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert find_read_place(tmp_path / "copy.db").state is None


def test_a_file_that_may_not_be_read_is_a_sentence(kept: Path) -> None:
    kept.chmod(0)
    done = as_nobody("--database", f"sqlite:///{kept}", "status")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "cannot be opened" in done.stderr
    kept.parent.chmod(0o700 if os.geteuid() == 0 else 0)
    done = as_nobody("--database", f"sqlite:///{kept}", "status")
    assert "cannot be reached: give this user access to its directories" in done.stderr
