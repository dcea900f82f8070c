"""kill -9 of crawl and of load at work: nothing torn, no half run, and the rerun completes to the same state."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOLD = (
    r"kill_crawl: 1 kills of (\w+) at work \(\d more came late\), \d of them with some of its 2 runs done;"
    r" nothing torn, every rerun complete"
)


def test_a_killed_command_leaves_nothing_torn_and_its_rerun_completes() -> None:
    command = [sys.executable, "-m", "benchmarks.kill_crawl", "1", "1", "luotuo", "telegram"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = [re.fullmatch(TOLD, line) for line in done.stdout.splitlines()]
    assert [one and one[1] for one in found] == ["crawl", "load"], done.stdout
