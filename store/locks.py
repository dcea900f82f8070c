"""A lock among processes that dies with its holder: fcntl on a file, counted within the process."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import UserError

_PAUSE = 0.01
_registry_guard = threading.Lock()
_registry: dict[str, _Held] = {}


class _Held:
    """How this process stands to one lock file: which thread holds it, how deep, by which descriptor."""

    def __init__(self) -> None:
        self.thread = threading.RLock()
        self.depth = 0
        self.descriptor = -1


@contextmanager
def file_lock(path: Path, wait: float, busy: str) -> Iterator[None]:
    """Hold the lock of `path` for the block; the same thread may take it again inside.

    Raises:
        UserError: with the words `busy` where another process still holds it after `wait` seconds.
        OSError: where the lock file cannot be made (read-only or full disk).
    """
    with _registry_guard:
        held = _registry.setdefault(os.path.realpath(path), _Held())
    if not held.thread.acquire(timeout=wait):
        raise UserError(busy)
    try:
        if held.depth == 0:
            held.descriptor = _take(path, wait, busy)
        held.depth += 1
        try:
            yield
        finally:
            held.depth -= 1
            if held.depth == 0:
                os.close(held.descriptor)
    finally:
        held.thread.release()


def _take(path: Path, wait: float, busy: str) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                os.close(descriptor)
                raise UserError(busy) from None
            time.sleep(_PAUSE)
        else:
            return descriptor
