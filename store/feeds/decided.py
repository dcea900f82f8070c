"""What a set of feeds decides of every claim, once a writing: put aside in files of its own until it is written.

Each file holds rows as lines of JSON, so that a writing's memory does not grow with the claims. The files have no name
and stand beside what is written; they are gone with the writer.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TextIO

from store import claims_sent
from store.claim_states import ClaimState, read_claims
from store.claims_sent import Said, To, Told
from store.feeds.fallen import Fallen, barred_paths, told_of, why_fallen
from store.moments import stamp
from store.records import plain

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Aside:
    """Rows put aside one by one; read as often as wanted, decimals and moments as text that cells take."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the file, in a folder of the disk that it may fill; else where temporary files go."""
        self._file: TextIO = tempfile.TemporaryFile(  # noqa: SIM115 - closed at the end of Decided's block
            "w+", encoding="utf-8", errors="surrogatepass", dir=folder
        )

    def put(self, row: Sequence[Any]) -> None:
        """Add a row."""
        self._file.write(json.dumps(row, default=_written) + "\n")

    def __iter__(self) -> Iterator[list[Any]]:
        self._file.seek(0)
        return map(json.loads, self._file)

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


def _written(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return stamp(value)
    raise TypeError(f"{type(value).__name__} is no cell of a feed")


@dataclass(slots=True)
class Decided:
    """One writing's decisions: what is told otherwise than before, and the rows and refusals of feeds by their names."""

    folder: Path | None = None
    fallen: dict[str, Fallen] = field(default_factory=dict)
    """By their ids the claims that only the next `link` will retract, and that leave as retracted all the same."""
    barred: dict[str, frozenset[int]] = field(default_factory=dict)
    """Of claims that stand, the paths that count no more."""
    refused: Counter[str] = field(default_factory=Counter)
    _told: Aside = field(init=False)
    _rows: dict[str, Aside] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._told = Aside(self.folder)

    def tell(self, before: Said | None, told: Told | None) -> bool:
        """Add what is told of a claim, where that is otherwise than before; say whether it is."""
        change = claims_sent.change_of(before, told)
        if change is not None:
            self._told.put((change.claim_id, change.says, change.body))
        return change is not None

    @property
    def told(self) -> Iterator[Told]:
        """What is told otherwise, by the claim's id."""
        return (Told(*row) for row in self._told)

    def rows(self, feed: str) -> Aside:
        """Give the rows of a feed, to add to and to read."""
        if feed not in self._rows:
            self._rows[feed] = Aside(self.folder)
        return self._rows[feed]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for one in (self._told, *self._rows.values()):
            one.close()


class _Standing:
    """A claim, and why it must not leave as one that stands."""

    def __init__(self, state: ClaimState) -> None:
        self.state, self.claim_id, self.reason = state, state.id, why_fallen(state)


def tell_all(connection: Connection, now: datetime, to: To, decided: Decided) -> None:
    """Tell every claim as it stands, as the feeds for everyone do; what speaks against one since the last `link` counts."""
    last = claims_sent.find_last(connection, to)
    for before, standing in claims_sent.side_by_side(last, map(_Standing, read_claims(connection))):
        told = None if standing is None else told_of(standing.state, standing.reason)
        changed = decided.tell(before, told)
        if standing is None:
            continue
        if standing.reason is not None:
            at = now if changed or before is None else before.sent_at
            decided.fallen[standing.claim_id] = Fallen(standing.state, at, standing.reason)
        elif barred := barred_paths(standing.state):
            decided.barred[standing.claim_id] = barred
