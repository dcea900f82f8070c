"""Runs commands on a disk that fills at every step, and on one that is read-only: python -m benchmarks.full_disk [12 [load…]].

The disk is a tmpfs in a namespace of its own, which needs no rights where the system lets users make one.
"""

from __future__ import annotations

import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scheduler import main as command
from tests.store.bundles import run_record, shop_bundle, shop_records, write_bundle

INSIDE = "RESALEWATCH_OWN_MOUNTS"
OWN_MOUNTS = ("unshare", "--map-root-user", "--mount")
SIZE = 24 * 1024 * 1024
LEAST = 3 * 1024 * 1024
"""Bytes over which the moments are spread at least: what is written for a while and goes again needs room too."""
_PAGE = 16384
OLD = -24 * 1500
"""Hours from the tests' beginning back to what has outlived every period."""
_STATE = {
    "sighting": "SELECT kind, value, role, written FROM sighting JOIN identifier ON identifier.id = identifier_id",
    "snapshot": "SELECT sha256, purged_at IS NULL, length(warc_file) FROM snapshot ORDER BY sha256",
    "observation": "SELECT offer.key, observed_at, amount FROM observation JOIN offer ON offer.id = offer_id",
    "listing_text": "SELECT title, text FROM listing_text",
    # a second forgetting of the same value is a request of its own, with a tombstone of its own
    "tombstone": "SELECT DISTINCT what, digest, reason FROM tombstone",
    "valuation": "SELECT observation_id, ratio FROM valuation",
    "run": "SELECT source, verdict, event, offers FROM run",
}


@dataclass(frozen=True)
class Action:
    """One command, what it is run on, and what else must be the same after it."""

    words: tuple[str, ...]
    fill: Callable[[Path], object]
    result: str | None = None


def fill_spool(folder: Path) -> None:
    """Leave two bundles to be loaded into a database that stands."""
    for number, source in enumerate("ab"):
        body = f"<html>{source}".encode() + os.urandom(40_000).hex().encode()
        shop_bundle(folder / "spool", f"{source}{number}", number, 150, source=source, body=body)


def fill_old(folder: Path) -> None:
    """Load pages that are to go, and a person's value in them."""
    for number in range(3):
        body = b"<html>QQ 1234567 " + os.urandom(20_000).hex().encode()
        write_bundle(
            folder / "spool", run_record(f"r{number}", OLD + number, source="old"),
            lambda digest: shop_records(digest, 20, source="old"), body,
        )  # fmt: skip
    say(folder, "load")
    say(folder, "forget", "qq", "7777777", "--reason", "makes the key", "--by", "bench")


def fill_loaded(folder: Path) -> None:
    """Load a market, and put a capture beside it."""
    fill_spool(folder)
    say(folder, "load")
    (folder / "chat.txt").write_text("Claude Max 月卡 ¥300 加 QQ 7654321\n" * 2000, "utf-8")


ACTIONS = {
    "load": Action(("load",), fill_spool),
    "purge": Action(("purge", "--by", "bench"), fill_old),
    "forget": Action(("forget", "qq", "123450", "--reason", "asked", "--by", "bench"), fill_old),
    "publish": Action(("publish", "copy.db"), fill_loaded, "copy.db"),
    "backup": Action(("backup", "copy.db"), fill_loaded, "copy.db"),
    "evidence import": Action(
        ("evidence", "import", "chat.txt", "--source", "group-blue", "--by", "lin", "--taken", "2026-05-01T08:00:00+00:00"),
        fill_loaded,
    ),
}  # fmt: skip


def say(folder: Path, *words: str) -> tuple[int, str]:
    """Run one command in a folder; gives its exit code and what it wrote."""
    said, code = io.StringIO(), 0
    os.chdir(folder)
    with redirect_stdout(said), redirect_stderr(said):
        try:
            command(list(words))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    os.chdir("/")
    return code, said.getvalue()


def state_of(folder: Path, result: str | None) -> dict[str, list[tuple[Any, ...]]]:
    """Give all that counts after an action; what is torn ends the benchmark."""
    with closing(sqlite3.connect(folder / "resalewatch.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = {name: sorted(connection.execute(query), key=repr) for name, query in _STATE.items()}
    code, said = say(folder, "evidence", "verify")
    assert code == 0, said
    if result is not None and (folder / result).exists():
        with closing(sqlite3.connect(folder / result)) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            found[result] = sorted(copy.execute("SELECT sha256 FROM snapshot"))
    return found


def litter(folder: Path) -> list[str]:
    """Name the files that an action should not leave behind."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if ".part" in path.name)


class Disk:
    """A small disk of our own, made anew for each trial."""

    def __init__(self, place: Path) -> None:
        self.place = place
        place.mkdir()

    def unmake(self) -> None:
        subprocess.run(["umount", self.place], check=False, capture_output=True)

    def make(self, template: Path) -> None:
        self.unmake()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", self.place], check=True)
        shutil.copytree(template, self.place, dirs_exist_ok=True)

    def leave(self, free: int) -> None:
        """Fill all but so many bytes."""
        found = os.statvfs(self.place)
        with (self.place / "ballast").open("wb") as stream:
            size = found.f_bavail * found.f_frsize - free
            with suppress(OSError):  # the last page may be the file system's own
                os.posix_fallocate(stream.fileno(), 0, size)
                return
            os.posix_fallocate(stream.fileno(), 0, size - _PAGE)

    def relieve(self) -> None:
        (self.place / "ballast").unlink(missing_ok=True)

    def lock(self, how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", self.place], check=True)

    @property
    def used(self) -> int:
        found = os.statvfs(self.place)
        return (found.f_blocks - found.f_bfree) * found.f_frsize


def is_sentence(said: str) -> bool:
    """Tell whether what was written ends in one sentence that says what to do."""
    last = said.splitlines()[-1] if said else ""
    return last.startswith("resalewatch: ") and ": " in last[13:] and "Traceback" not in said


def trial(disk: Disk, action: Action, template: Path, free: int | None, expected: dict[str, Any]) -> bool:
    """Run an action on a disk with so many bytes free, None for a read-only one; gives whether it failed."""
    disk.make(template)
    if free is None:
        disk.lock("ro")
    else:
        disk.leave(free)
    code, said = say(disk.place, *action.words)
    assert code in (0, 1), said
    assert code == 0 or is_sentence(said), f"{action.words} with {free} bytes free: {said}"
    assert (disk.place / "ballast").exists() or free is None
    if free is None:
        disk.lock("rw")
    disk.relieve()
    assert litter(disk.place) == [], (action.words, free, litter(disk.place))
    state_of(disk.place, action.result)
    if code:
        again, said = say(disk.place, *action.words)
        assert again == 0, said
    assert state_of(disk.place, action.result) == expected, (action.words, free)
    return code != 0


def measure(disk: Disk, action: Action, template: Path, steps: int) -> int:
    """Run an action on a disk that fills at so many moments of it, and on a read-only one; gives how many were too full."""
    action.fill(template)
    disk.make(template)
    before = disk.used
    code, said = say(disk.place, *action.words)
    assert code == 0, said
    expected, needs = state_of(disk.place, action.result), max(LEAST, 4 * (disk.used - before))
    failed = sum(
        trial(disk, action, template, needs * step**2 // steps**2, expected) for step in range(steps)
    )
    assert trial(disk, action, template, None, expected), f"{action.words} wrote on a read-only disk"
    return failed


def run(steps: int, names: Sequence[str]) -> int:
    """Run actions, all where none is named."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        disk, empty = Disk(Path(name) / "disk"), Path(name) / "empty"
        (empty / "spool").mkdir(parents=True)
        say(empty, "load")
        try:
            for number, (what, action) in enumerate(ACTIONS.items()):
                if names and what not in names:
                    continue
                template = Path(name) / str(number)
                shutil.copytree(empty, template)
                failed = measure(disk, action, template, steps)
                sys.stdout.write(
                    f"full_disk: {what}: {steps} steps, {failed} too full, and a read-only one\n"
                )
                sys.stdout.flush()
        finally:
            disk.unmake()
    return 0


def main(steps: int = 12, *names: str) -> int:
    """Run all in a namespace of our own."""
    if INSIDE in os.environ:
        return run(steps, names)
    words = [*OWN_MOUNTS, sys.executable, "-m", "benchmarks.full_disk", str(steps), *names]
    return subprocess.run(words, env=os.environ | {INSIDE: "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 12, *sys.argv[2:]))
