"""The daemon as a process: started, listened to and ended by a test."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.demo import Demo

PATIENCE = 60.0
"""Seconds that a test waits before it gives up, on a machine that does much else."""
BLINK = 0.02


class Child:
    """A process that another one started, held by its descriptor."""

    def __init__(self, pid: int) -> None:
        self._descriptor = os.pidfd_open(pid)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._descriptor)

    def has_ended(self, seconds: float) -> bool:
        """Say whether it ends within so many seconds."""
        return bool(select.select([self._descriptor], [], [], seconds)[0])


class Running:
    """`resalewatch run` on a demo's directory; `log` is what it said so far."""

    def __init__(self, demo: Demo) -> None:
        self.log = ""
        self._process = subprocess.Popen(
            [*demo.command, "run", "--feeds", str(demo.into / "feeds")],
            env=demo.environment,
            stderr=subprocess.PIPE,
        )
        assert self._process.stderr is not None
        self._said = self._process.stderr.fileno()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        assert self._process.stderr is not None
        self._process.stderr.close()

    def wait_until(self, seen: Callable[[], bool]) -> None:
        """Listen until a condition holds.

        Raises:
            AssertionError: where the daemon ends before, or it takes too long.
        """
        end = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < end, self.log
            assert self._listen(), self.log

    def only_child(self) -> Child:
        """Give the one process that crawls for it now."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/children")
        [pid] = [int(pid) for task in tasks for pid in task.read_text().split()]
        return Child(pid)

    def end(self, number: signal.Signals) -> tuple[int, float]:
        """Signal it, and give its exit code and the seconds that its end took."""
        began = time.monotonic()
        self._process.send_signal(number)
        while self._listen() and time.monotonic() < began + PATIENCE:
            pass
        code = self._process.wait(PATIENCE)
        return code, time.monotonic() - began

    def _listen(self) -> bool:
        """Take in what it says within a blink; False once it said its last."""
        if not select.select([self._said], [], [], BLINK)[0]:
            return True
        piece = os.read(self._said, 65536)
        self.log += piece.decode("utf-8", "replace")
        return piece != b""
