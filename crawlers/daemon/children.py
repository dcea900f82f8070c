"""Runs one batch of sources in a child process that a hard timeout or a stop can end."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from crawlers.daemon.batches import hard_timeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from crawlers.source import Source

log = logging.getLogger("resalewatch.child")

TERM_SECONDS = 5.0
"""What a child gets between SIGTERM and SIGKILL: it drops its half runs, so there is little to do."""
_TAIL_LINES = 40


@dataclass(frozen=True, slots=True)
class Told:
    """What a child tells of one source as its run ends: its bundle is whole in the spool by then."""

    source: str
    verdict: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChildEnd:
    """How a child ended: `killed` says why it was stopped, `log` is the last of its log, `done` who left a bundle."""

    code: int
    killed: str | None
    log: str
    done: frozenset[str] = frozenset()


class Children:
    """The running children; `stop` ends them all and lets no more start."""

    def __init__(self, sources_dir: Path, spool: Path, command: Sequence[str] | None = None) -> None:
        self._sources_dir = sources_dir
        self._spool = spool
        self._command = list(command or [sys.executable, "-m", "crawlers.child"])
        self._running: set[subprocess.Popen[str]] = set()
        self._lock = threading.Lock()
        self._stopping = False

    def crawl(
        self,
        batch: Sequence[Source],
        tokens: Mapping[str, int],
        told: Callable[[Told], None] = lambda _: None,
        *,
        grace: int = 30,
        domains: Sequence[str] = (),
    ) -> ChildEnd:
        """Crawl a batch in a child, or look domains up, and wait for its end, at most the batch's hard timeout.

        `told` is called in this thread as each run ends; the child crawls on meanwhile.
        The child holds the reading end of a pipe, whose end of file tells it that this process is no more.
        """
        lifeline, held = os.pipe()
        try:
            child = self._start(lifeline)
            if child is None:
                return ChildEnd(-signal.SIGTERM, "stopping", "")
            job = self._job(batch, tokens) | {"lifeline": lifeline, "domains": list(domains)}
            try:
                _give(child, json.dumps(job))
                return _listen(child, told, hard_timeout(batch, grace=grace))
            finally:
                with self._lock:
                    self._running.discard(child)
        finally:
            os.close(lifeline)
            os.close(held)

    def _job(self, batch: Sequence[Source], tokens: Mapping[str, int]) -> dict[str, object]:
        return {
            "sources": str(self._sources_dir),
            "spool": str(self._spool),
            "tokens": {source.name: tokens.get(source.name, 0) for source in batch},
        }

    def _start(self, lifeline: int) -> subprocess.Popen[str] | None:
        with self._lock:
            if self._stopping:
                return None
            child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
                pass_fds=(lifeline,),
            )
            self._running.add(child)
            return child

    def stop(self) -> None:
        """Ask all children to end, and see that they do within a few seconds."""
        with self._lock:
            self._stopping = True
            children = list(self._running)
        for child in children:
            _signal(child, signal.SIGTERM)
        end = time.monotonic() + TERM_SECONDS
        for child in children:
            try:
                child.wait(max(0.0, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal(child, signal.SIGKILL)


def _give(child: subprocess.Popen[str], job: str) -> None:
    assert child.stdin is not None
    with suppress(BrokenPipeError):  # it is no more; its end says why
        child.stdin.write(job)
        child.stdin.close()


def _listen(child: subprocess.Popen[str], told: Callable[[Told], None], seconds: float) -> ChildEnd:
    """Hear a child until it ends, or until its time is over and it is killed."""
    assert child.stdout is not None
    assert child.stderr is not None
    tail: deque[str] = deque(maxlen=_TAIL_LINES)
    logged = threading.Thread(target=_pass_on, args=(child.stderr, tail), name="child log", daemon=True)
    late = threading.Event()
    end = threading.Timer(seconds, _kill, [child, late])
    done = set()
    try:
        logged.start()
        end.start()
        for one in _told(child.stdout):
            done.add(one.source)
            told(one)
        child.wait()
    finally:
        end.cancel()
        _kill(child, threading.Event())
        child.wait()
        child.stdout.close()
    logged.join(TERM_SECONDS)
    killed = f"killed after {seconds:.0f} s" if late.is_set() and child.returncode < 0 else None
    return ChildEnd(child.returncode, killed, "".join(tail), frozenset(done))


def _told(lines: IO[str]) -> Iterator[Told]:
    """Read what a child tells, one JSON line a run; a torn last line counts for nothing."""
    for line in lines:
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            said = json.loads(line)
            yield Told(str(said["source"]), str(said.get("verdict", "")), str(said.get("reason", "")))


def _pass_on(lines: IO[str], tail: deque[str]) -> None:
    """Let the child's log appear in the daemon's as it comes, and keep its end."""
    with lines:
        for line in lines:
            tail.append(line)
            log.info("%s", line.rstrip("\n"))


def _kill(child: subprocess.Popen[str], late: threading.Event) -> None:
    if child.returncode is None:
        late.set()
        _signal(child, signal.SIGKILL)


def _signal(child: subprocess.Popen[str], number: signal.Signals) -> None:
    """Signal the child and all that it started (a browser), for a child alone would leave orphans."""
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return
