"""Real child processes: a hard timeout, a stop, and what they told before."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from crawlers.daemon.children import Children
from crawlers.source import Source

SOURCE = Source(name="a", platform="generic", start=["https://a.example/"], timeout_seconds=1)
TELLS = "import json,sys; job=json.load(sys.stdin); [print(json.dumps({'source': n})) for n in job['tokens']]"
HANGS = (
    TELLS + "; sys.stdout.flush(); print('hung', file=sys.stderr, flush=True); import signal; signal.pause()"
)


def children(tmp_path: Path, program: str) -> Children:
    return Children(tmp_path, tmp_path, [sys.executable, "-c", program])


def test_a_child_is_told_its_job_and_tells_what_it_did(tmp_path: Path) -> None:
    end = children(tmp_path, TELLS).crawl([SOURCE], {"a": 7})
    assert (end.code, end.killed, end.done) == (0, None, frozenset({"a"}))


def test_a_child_that_hangs_is_killed_at_its_hard_timeout(tmp_path: Path) -> None:
    end = children(tmp_path, HANGS).crawl([SOURCE], {"a": 1}, grace=0)
    assert end.killed == "killed after 1 s"
    assert end.code == -9
    assert (end.done, end.log.strip()) == (frozenset({"a"}), "hung")


def test_stop_ends_a_running_child_and_no_more_start(tmp_path: Path) -> None:
    slow = SOURCE.model_copy(update={"timeout_seconds": 600})
    running = children(tmp_path, HANGS.replace("sys.stdout.flush()", f"open(r'{tmp_path}/up', 'w').close()"))
    ends = []
    thread = threading.Thread(target=lambda: ends.append(running.crawl([slow], {"a": 1})))
    thread.start()
    while not (tmp_path / "up").exists():
        thread.join(0.01)
    running.stop()
    thread.join(20)
    assert ends[0].code < 0
    assert running.crawl([slow], {"a": 2}).killed == "stopping"
