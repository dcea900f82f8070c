"""Trying again: a few times, longer waits between, on a clock that tests put in."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from store.errors import UserError

Done = TypeVar("Done")
WAITS = (1.0, 4.0, 15.0, 60.0)
LONGEST = 300.0


class TryAgainError(Exception):
    """That a try failed in a way that may pass; `after` is how many seconds the other side asks to wait."""

    def __init__(self, words: str, after: float | None = None) -> None:
        super().__init__(words)
        self.after = after


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited between tries (seconds), how, and who is told that it will be tried again."""

    waits: Sequence[float] = WAITS
    sleep: Callable[[float], None] = time.sleep
    tell: Callable[[str], object] = lambda _: None

    def keep_trying(self, what: str, act: Callable[[], Done]) -> Done:
        """Act until it succeeds.

        Raises:
            UserError: where every try failed.
        """
        for wait in self.waits:
            try:
                return act()
            except TryAgainError as error:
                pause = min(max(wait, error.after or 0), LONGEST)
                self.tell(f"{what} failed: {error}; tried again in {pause:g} s")
                self.sleep(pause)
        try:
            return act()
        except TryAgainError as error:
            raise UserError(
                f"{what} failed {len(self.waits) + 1} times, at last: {error}; nothing half is there: see the address and"
                " the receiver, then deliver again"
            ) from error
