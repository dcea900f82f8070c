"""Locks among processes that die with their holder, counted within the process: fcntl on a file, or another's."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from store.errors import UserError

_PAUSE = 0.01
_registry_guard = threading.Lock()
_registry: dict[str, _Held] = {}


class _Held:
    """How this process stands to one lock: which thread holds it, how deep, and how it is given back."""

    def __init__(self) -> None:
        self.thread = threading.RLock()
        self.depth = 0
        self.release: Callable[[], None] = lambda: None


@contextmanager
def counted_lock(name: str, wait: float, busy: str, take: Callable[[], Callable[[], None]]) -> Iterator[None]:
    """Hold what `take` takes for the block, until what it gave is called; the same thread may take it again inside.

    Raises:
        UserError: with the words `busy` where another thread still holds it after `wait` seconds.
    """
    with _registry_guard:
        held = _registry.setdefault(name, _Held())
    if not held.thread.acquire(timeout=wait):
        raise UserError(busy)
    try:
        if held.depth == 0:
            held.release = take()
        held.depth += 1
        try:
            yield
        finally:
            held.depth -= 1
            if held.depth == 0:
                held.release()
    finally:
        held.thread.release()


def file_lock(path: Path, wait: float, busy: str) -> AbstractContextManager[None]:
    """Hold the lock of `path` for the block; the same thread may take it again inside.

    Raises:
        UserError: with the words `busy` where another process still holds it after `wait` seconds.
        OSError: where the lock file cannot be made (read-only or full disk).
    """

    def take() -> Callable[[], None]:
        return partial(os.close, _take(path, wait, busy))

    return counted_lock(os.path.realpath(path), wait, busy, take)


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
