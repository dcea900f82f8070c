"""kill -9 of load, import, purge and forget at some moments: nothing torn, no half run, and the rerun completes to the same state."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_killed_load_leaves_nothing_torn_and_its_rerun_completes() -> None:
    # in a process of its own, for it forks
    command = [sys.executable, "-m", "benchmarks.kill_load", "10", "40"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = re.fullmatch(
        r"kill_load: 10 kills, (\d+) at work, nothing torn, every rerun complete\n", done.stdout
    )
    assert found is not None, done.stdout
    assert int(found[1]) > 0, "no kill met the load at work"


def test_a_killed_purge_or_forget_loses_no_page_and_its_rerun_completes() -> None:
    command = [sys.executable, "-m", "benchmarks.kill_purge", "4"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [int(met) > 0 for met in re.findall(r": 4 kills, (\d+) at work, ", done.stdout)] == [True, True]


def test_a_killed_import_of_a_long_list_leaves_the_former_values_or_the_new_ones() -> None:
    command = [sys.executable, "-m", "benchmarks.kill_known", "6", "8000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = re.match(r"kill_known: 6 kills, (\d+) at work, ", done.stdout)
    assert found is not None, done.stdout
    assert int(found[1]) > 0, "no kill met the import at work"
