"""Runs one batch of sources in a child process that a hard timeout or a stop can end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawlers.daemon.batches import hard_timeout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from crawlers.source import Source

TERM_SECONDS = 5.0
"""What a child gets between SIGTERM and SIGKILL: it drops its half runs, so there is little to do."""


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

    def crawl(self, batch: Sequence[Source], tokens: Mapping[str, int], *, grace: int = 30) -> ChildEnd:
        """Crawl a batch in a child and wait for its end, at most the batch's hard timeout.

        The child holds the reading end of a pipe, whose end of file tells it that this process is no more.
        """
        lifeline, held = os.pipe()
        try:
            child = self._start(lifeline)
            if child is None:
                return ChildEnd(-signal.SIGTERM, "stopping", "")
            job = self._job(batch, tokens) | {"lifeline": lifeline}
            try:
                return self._wait(child, json.dumps(job), hard_timeout(batch, grace=grace))
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

    @staticmethod
    def _wait(child: subprocess.Popen[str], job: str, seconds: float) -> ChildEnd:
        killed = None
        try:
            out, log = child.communicate(job, timeout=seconds)
        except subprocess.TimeoutExpired:
            killed = f"killed after {seconds:.0f} s"
            _signal(child, signal.SIGKILL)
            out, log = child.communicate()
        return ChildEnd(child.returncode, killed, log[-4000:], _sources_done(out))


def _sources_done(out: str) -> frozenset[str]:
    """Read the names of the sources that a child told of, one JSON line a run; a torn last line counts for nothing."""
    done = set()
    for line in out.splitlines():
        with suppress(ValueError, KeyError, TypeError):
            done.add(str(json.loads(line)["source"]))
    return frozenset(done)


def _signal(child: subprocess.Popen[str], number: signal.Signals) -> None:
    """Signal the child and all that it started (a browser), for a child alone would leave orphans."""
    try:
        os.killpg(child.pid, number)
    except ProcessLookupError:
        return
