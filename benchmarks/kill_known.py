"""Kills the import of a long list at random moments: the former values stand, or the new ones, and the rerun completes.

    python -m benchmarks.kill_known [KILLS [VALUES]]

Killed is `accounts import` of a list that is sorted into a new file of known values, beside one that stands.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.full_disk import litter, say
from benchmarks.kill_purge import kill
from store import known_files as files
from store.database import open_database
from store.known import hold

FOLD_AT = 1_000
"""Values beside a file before they are sorted into a new one: fewer than in use, so that a trial takes a moment."""
_IMPORT = ("accounts", "import", "new.csv", "--provider", "anthropic")
_STATE = (
    (
        "SELECT a.account_ref, k.kind, k.value FROM known_identifier k JOIN known_account a ON a.id = k.account_id"
        " WHERE k.valid_until IS NULL"
    ),
    "SELECT a.account_ref, v.class_name FROM known_account_version v JOIN known_account a ON a.id = v.account_id",
    "SELECT what, file FROM import_batch",
)
State = list[list[tuple[object, ...]]]


def write_list(path: Path, values: range) -> None:
    """Write a list of so many values, four an account, of two kinds."""
    lines = (
        f"acc-{n // 4},fraudulent,{'telegram' if n % 2 else 'email'},{f'handle_{n:x}_k' if n % 2 else f'u{n:x}@mail.example.com'}\n"
        for n in values
    )
    path.write_text("account_ref,class,kind,value\n" + "".join(lines), "utf-8")


def state_of(folder: Path) -> State:
    """Give what is known, whole; what is torn ends the benchmark."""
    with (
        open_database(f"sqlite:///{folder / 'resalewatch.db'}") as database,
        database.reading() as connection,
    ):
        for check in ("PRAGMA integrity_check", "PRAGMA known.integrity_check"):
            assert connection.exec_driver_sql(check).all() == [("ok",)]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        return [sorted(map(tuple, connection.exec_driver_sql(query).all()), key=repr) for query in _STATE]


def strays(folder: Path) -> list[str]:
    """Name the files of known values beside the one in force."""
    return sorted(path.name for path in folder.glob(f"*{files.MARK}*"))[1:] + litter(folder)


def trial(folder: Path, after: float, before: State, expected: State) -> tuple[bool, bool]:
    """Kill an import, look, run it again and compare; gives whether it met it at work, and with a file in the making."""
    met = kill(folder, _IMPORT, after)
    making = any(".part" in path.name for path in folder.glob(f"*{files.MARK}*"))
    found = state_of(folder)
    assert found in (before, expected), "a part of the list is known"
    code, said = say(folder, *_IMPORT)
    assert code == 0, said
    again = state_of(folder)
    assert again[:2] == expected[:2]
    assert strays(folder) == []
    return met, making


def main(count: int = 20, values: int = 20_000) -> int:
    """Run the trials; 0, for an assertion stops what is torn."""
    hold.FOLD_AT = FOLD_AT
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as place:
        template = Path(place) / "template"
        template.mkdir()
        write_list(template / "old.csv", range(values // 2))
        write_list(template / "new.csv", range(values // 4, values))
        assert say(template, "accounts", "import", "old.csv", "--provider", "anthropic")[0] == 0
        before = state_of(template)
        whole = shutil.copytree(template, Path(place) / "whole")
        began = time.monotonic()
        assert say(whole, *_IMPORT)[0] == 0
        took, expected = time.monotonic() - began, state_of(whole)
        met = making = 0
        for number in range(count):
            folder = shutil.copytree(template, Path(place) / str(number))
            was_met, was_making = trial(folder, took * chance.random(), before, expected)
            met, making = met + was_met, making + was_making
            shutil.rmtree(folder)
    sys.stdout.write(
        f"kill_known: {count} kills, {met} at work, {making} of them with a file in the making; nothing torn, every rerun"
        " complete\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
