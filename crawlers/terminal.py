"""What commands of a crawl show on a terminal: foreign words made harmless, and a sign that work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED = 3


def visible(text: str, *, widest: int = 0) -> str:
    r"""Put text on one line without control characters, and cut it at `widest` letters where that is given.

    >>> visible("a\x1b[31mb\nc")
    'a�[31mb c'
    """
    words = "".join(letter if letter.isprintable() else "�" for letter in " ".join(text.split()))
    return words if not widest or len(words) <= widest else words[: widest - 1] + "…"


def price_words(price: Any) -> str:  # noqa: ANN401 - Money or None
    """Write an amount with its currency, or nothing."""
    return "" if price is None else f"{price.amount:f} {price.currency}"


class Progress:
    """One line at the bottom of a terminal that says how many sources are done; silent in a pipe."""

    def __init__(self, stream: TextIO, names: Iterable[str]) -> None:
        self._stream = stream
        self._left = dict.fromkeys(names)
        self._total = len(self._left)
        self._shown = stream.isatty()

    def show(self) -> None:
        """Draw the line, where something is left."""
        if not self._shown or not self._left:
            return
        named = list(self._left)[:_NAMED]
        more = len(self._left) - len(named)
        left = ", ".join(named) + (f" and {more} more" if more else "")
        done = self._total - len(self._left)
        self._write(f"{done} of {self._total} done; at work: {left}\r")

    def hide(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._shown:
            self._write("\x1b[K")

    def end(self, name: str) -> None:
        """Count a source as done."""
        self._left.pop(name, None)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
