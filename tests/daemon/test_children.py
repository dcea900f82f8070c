"""Real child processes: a hard timeout, a stop, and what they told before."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest

from crawlers.daemon.children import Children, Told
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


def test_each_run_is_told_while_the_child_crawls_on(tmp_path: Path) -> None:
    """The child's second line comes only after the first was heard; what is no such line is passed over."""
    program = f"""
import json, os, sys, time
names = list(json.load(sys.stdin)["tokens"])
print("no line of ours", "[1]", json.dumps({{"source": names[0], "verdict": "ok", "reason": "why"}}), sep="\\n", flush=True)
print("a page was odd", file=sys.stderr, flush=True)
while not os.path.exists({str(tmp_path / "heard")!r}):
    time.sleep(0.01)
print(json.dumps({{"source": names[1]}}))
"""
    heard: list[Told] = []

    def told(one: Told) -> None:
        heard.append(one)
        (tmp_path / "heard").touch()

    batch = [SOURCE, SOURCE.model_copy(update={"name": "b", "timeout_seconds": 60})]
    end = children(tmp_path, program).crawl(batch, {"a": 1, "b": 2}, told)
    assert heard == [Told("a", "ok", "why"), Told("b")]
    assert (end.code, end.killed, end.done, end.log) == (0, None, frozenset("ab"), "a page was odd\n")


def test_the_childs_log_appears_in_the_daemons(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "resalewatch.child")
    words = TELLS + "; print('its certificate is not verified', file=sys.stderr)"
    children(tmp_path, words).crawl([SOURCE], {"a": 1})
    assert caplog.messages == ["its certificate is not verified"]


def test_a_child_whose_listener_breaks_is_not_left_behind(tmp_path: Path) -> None:
    def told(_: Told) -> None:
        raise RuntimeError("a listener breaks")

    slow = SOURCE.model_copy(update={"timeout_seconds": 600})
    running = children(tmp_path, HANGS)
    with pytest.raises(RuntimeError, match="a listener breaks"):
        running.crawl([slow], {"a": 1}, told)
    assert not running._running
