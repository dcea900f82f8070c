"""Which sources are crawled together by one child. Pure: names and numbers in, batches out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawlers.source import Source

BATCH_SIZE = 12
"""A child's imports cost 0.8 CPU seconds: shared by a dozen sources they are nothing, and one hang costs a dozen."""


def batches_of(sources: Iterable[Source], *, size: int = BATCH_SIZE) -> list[list[Source]]:
    """Split due sources into batches, no two sources of one host in the same, browser sources apart.

    Two sources of one host would share its pace and one would wait for the other; a browser that eats the machine
    should not end the runs of sources that need none.
    """
    batches: list[list[Source]] = []
    for source in sorted(sources, key=lambda one: (one.browser, one.name)):
        home = next((batch for batch in batches if _fits(source, batch, size)), None)
        if home is None:
            batches.append([source])
        else:
            home.append(source)
    return batches


def _fits(source: Source, batch: list[Source], size: int) -> bool:
    return (
        len(batch) < size
        and batch[0].browser == source.browser
        and all(source.host != other.host for other in batch)
    )


def hard_timeout(batch: Iterable[Source], *, grace: int = 30) -> int:
    """Give the seconds after which a batch's child is killed: its slowest source's own limit, and some grace."""
    return max(source.timeout_seconds for source in batch) + grace
