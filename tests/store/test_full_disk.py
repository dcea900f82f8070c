"""Commands on a disk that fills in the middle of them, and on a read-only one; a tmpfs of their own, no root needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.full_disk import OWN_MOUNTS

ROOT = Path(__file__).resolve().parents[2]


def may_mount() -> bool:
    try:
        return subprocess.run([*OWN_MOUNTS, "true"], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not may_mount(), reason="this system gives users no mounts of their own")
def test_a_disk_that_fills_or_is_read_only_tears_nothing_and_the_rerun_completes() -> None:
    actions = ["load", "purge", "publish", "evidence import"]
    command = [sys.executable, "-m", "benchmarks.full_disk", "2", *actions]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line.split(": ")[1] for line in lines] == actions
    assert all(int(line.split()[-7]) > 0 for line in lines), "no disk was too full"
