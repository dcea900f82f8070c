"""What leaves in another tool's form: a directory that goes from one whole version to the next, and what it told kept.

As store/feeds/writer.py does it for CSV: written aside from one state of the database, published in one rename, the
claims in it written down before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store import claims_sent
from store.claim_states import ClaimState, read_claims
from store.claims_sent import LEFT_OUT, SENT, To, Told, side_by_side
from store.database import open_database
from store.errors import UserError
from store.feeds import directory as folder
from store.feeds import manifest
from store.feeds.csv_file import Size
from store.feeds.decided import Decided
from store.feeds.feed import Moment
from store.feeds.former import find_former
from store.feeds.head import Next, make_head
from store.feeds.settings import Settings
from store.feeds.writer import reserve_version, write_whole
from store.receivers.evidence import STRONG_RULES, Refusal, weigh_claim
from store.receivers.market import Market
from store.receivers.profile import Asked

if TYPE_CHECKING:
    from sqlalchemy import Connection

CALLED = "resalewatch"


@dataclass(frozen=True, slots=True)
class Scene:
    """What a form is made of: the database at one moment, who was told what before, and the marking."""

    connection: Connection
    market: Market
    to: To
    now: datetime
    tlp: str
    decided: Decided

    def claims(self) -> Iterator[tuple[ClaimState, bool, bool]]:
        """Give every claim once, whether it may leave, and whether it was told of before.

        What may leave is active, of a fraudulent account, and an alert by strong fresh paths. What is told of each is
        put aside on the way, so that a form goes through all of them, once.
        """
        last = claims_sent.find_last(self.connection, self.to)
        for before, verdict in side_by_side(last, map(_Verdict, read_claims(self.connection))):
            self.decided.tell(before, None if verdict is None else verdict.told)
            if verdict is not None:
                yield verdict.state, verdict.refused is None, before is not None

    def standing(self) -> Iterator[ClaimState]:
        """Give the claims that may leave."""
        return (state for state, leaves, _ in self.claims() if leaves)


class _Verdict:
    """Whether a claim may leave, and what is told of it."""

    def __init__(self, state: ClaimState) -> None:
        self.state, self.claim_id = state, state.id
        found = weigh_claim(state, STRONG_RULES)
        self.refused = found.reason if isinstance(found, Refusal) else None

    @property
    def told(self) -> Told:
        if self.refused is None:
            return Told(self.claim_id, SENT, self.state.body())
        return Told(self.claim_id, LEFT_OUT, json.dumps({"reason": self.refused}))


@dataclass(frozen=True, slots=True)
class Left:
    """What one writing made: the version, where it stands, how many of what, and what was left out by reason."""

    version: int
    path: Path
    counts: dict[str, int]
    refused: dict[str, int]


Made = tuple[dict[str, bytes], dict[str, int], dict[str, int]]
"""Files by name, counts of what is in them, and counts of what was left out by reason."""


def write_version(
    url: str, directory: Path, form: str, setting: tuple[Settings, datetime], make: Callable[[Scene], Made]
) -> Left:
    """Write a version of a form into its own directory; of the settings the marking and `force` count.

    Beside the form's files stands our own manifest, by which they are checked and delivered.

    Raises:
        UserError: where the database is missing or another's, or the directory cannot be written or is another's.
    """
    settings, now = setting
    settings.check()
    to = To(f"{CALLED}-{form}", str(directory.absolute()))
    with open_database(url) as source, folder.writing(directory) as part, Decided(part.parent) as decided:
        former = find_former(directory, to.receiver)
        version = reserve_version(url, directory, (to, former), now)
        with source.reading() as connection:
            head = make_head(
                Moment(connection, now), Next(version.number, former, to.receiver, whatever=True), settings
            )
            scene = Scene(connection, Market(connection, Asked(to.directory)), to, now, settings.tlp, decided)
            files, counts, refused = make(scene)
        names = (*files, manifest.BESIDE)
        folder.check_names(directory, names)
        documents = [_document(name, write_whole(part / name, raw)) for name, raw in files.items()]
        body = manifest.make_manifest(head, manifest.Contents((), documents=documents))
        digest = write_whole(part / manifest.BESIDE, body).sha256
        with open_database(url, write=True) as database:
            with database.writing() as connection:
                claims_sent.write_down(connection, decided.told, to, version.id, now)
                claims_sent.set_digest(connection, version.id, digest)
            path = folder.publish(directory, part, version.number, names)
            with database.writing() as connection:
                claims_sent.came_out(connection, version.id, now)
    return Left(version.number, path, counts, refused)


def _document(name: str, size: Size) -> manifest.OtherEntry:
    media_type = manifest.CSV_TYPE if name.endswith(".csv") else "application/json"
    return manifest.OtherEntry(name, "", size.bytes, size.sha256, 0, media_type)


def needs(extra: str, error: ModuleNotFoundError) -> UserError:
    """Say which extra brings what is missing."""
    return UserError(
        f"this form needs {error.name}, which is not installed: pip install 'resalewatch[{extra}]'"
    )


def confidence(state: ClaimState) -> int | None:
    """Give a claim's confidence from 0 to 100, by its score against the model's alert limit, which is 19 to 1."""
    from decimal import Decimal

    if state.score is None or state.alert_bits is None:
        return None
    odds = 19 * Decimal(2) ** max(min(state.score - state.alert_bits, Decimal(60)), Decimal(-60))
    return min(99, int(100 * odds / (1 + odds)))


def by_name(rows: dict[str, Any]) -> list[Any]:
    """Give the values in the order of their names, so that equal contents are equal bytes."""
    return [rows[name] for name in sorted(rows)]
