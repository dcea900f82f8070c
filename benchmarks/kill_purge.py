"""Kills `purge` and `forget` at random moments and checks that nothing is torn: python -m benchmarks.kill_purge [50]."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.full_disk import ACTIONS, Action, litter, say, state_of


def kill(folder: Path, words: tuple[str, ...], after: float) -> bool:
    """Run a command in a child and kill it so many seconds later; tells whether it was at work."""
    child = os.fork()
    if child == 0:
        say(folder, *words)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def trial(folder: Path, action: Action, after: float, expected: object) -> tuple[bool, bool]:
    """Kill a command, look, run it again and compare.

    Gives whether the kill met it at work, and whether it met it between its files and its rows.
    """
    met = kill(folder, action.words, after)
    between = any(folder.rglob("*.former"))
    if not between:  # else the rerun puts the files right first
        state_of(folder, None)
    code, said = say(folder, *action.words)
    assert code == 0, said
    assert litter(folder) == []
    assert not any(folder.rglob("*.former"))
    assert state_of(folder, None) == expected
    return met, between


def main(count: int = 50) -> int:
    """Run the trials; 0, for an assertion stops what is torn."""
    chance = random.Random(7)
    for name in ("purge", "forget"):
        action = ACTIONS[name]
        with tempfile.TemporaryDirectory() as place:
            template = Path(place) / "template"
            (template / "spool").mkdir(parents=True)
            action.fill(template)
            whole = shutil.copytree(template, Path(place) / "whole")
            began = time.monotonic()
            assert say(whole, *action.words)[0] == 0
            took, expected = time.monotonic() - began, state_of(whole, None)
            met = between = 0
            for number in range(count):
                folder = shutil.copytree(template, Path(place) / str(number))
                was_met, was_between = trial(folder, action, took * chance.random(), expected)
                met, between = met + was_met, between + was_between
                shutil.rmtree(folder)
        sys.stdout.write(
            f"kill_purge: {name}: {count} kills, {met} at work, {between} of them between files and rows; nothing torn\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
