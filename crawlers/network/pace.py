"""One request a time a host, and its pause, shared by all sources of a process."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class OutOfTimeError(Exception):
    """Raised where a request would have to wait longer than its run may last."""


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    ready_at: float = 0.0


class Pace:
    """Who may ask a host, and when; moments are those of `time.monotonic`."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, delay: float, deadline: float) -> AsyncIterator[None]:
        """Wait until the host is free and its pause is over, and hold it until the request is done.

        Raises:
            OutOfTimeError: where that would be after the deadline.
        """
        one = self._hosts.setdefault(host, _Host())
        try:
            async with asyncio.timeout(max(0.0, deadline - monotonic())):
                await one.lock.acquire()
        except TimeoutError as error:
            raise OutOfTimeError(f"{host} was busy until the run's time was over") from error
        try:
            await self._wait(host, one.ready_at, deadline)
            yield
        finally:
            one.ready_at = max(one.ready_at, monotonic() + delay)
            one.lock.release()

    def hold(self, host: str, seconds: float) -> None:
        """Let nobody ask the host for so long (Retry-After)."""
        one = self._hosts.setdefault(host, _Host())
        one.ready_at = max(one.ready_at, monotonic() + seconds)

    @staticmethod
    async def _wait(host: str, ready_at: float, deadline: float) -> None:
        now = monotonic()
        if max(now, ready_at) >= deadline:
            raise OutOfTimeError(f"the run's time was over before {host} could be asked again")
        if ready_at > now:
            await asyncio.sleep(ready_at - now)
