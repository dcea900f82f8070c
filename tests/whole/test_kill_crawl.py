"""kill -9 of crawl and of load at work: nothing torn, no half run, and the rerun completes to the same state."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOLD = r"kill_crawl: 1 kills of (\w+), (\d) at work, \d with some of 2 runs done, nothing torn, every rerun complete"


def test_a_killed_command_leaves_nothing_torn_and_its_rerun_completes() -> None:
    command = [sys.executable, "-m", "benchmarks.kill_crawl", "1", "1", "luotuo", "telegram"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = [re.fullmatch(TOLD, line) for line in done.stdout.splitlines()]
    assert [one and one[1] for one in found] == ["crawl", "load"], done.stdout
    assert any(one and one[2] == "1" for one in found), "no kill met a command at work"
