"""All feeds of one moment: written aside, hashed as they are written, published in one instant, recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store import claims_sent
from store.claims_sent import Reserved, To
from store.database import open_database
from store.feeds import (
    datasets,
    identifiers,
    links,
    manifest,
    offers,
    price_changes,
    retractions,
    sellers,
    source_health,
)
from store.feeds import directory as folder
from store.feeds.contract import FOLDER, check_contract, schema_files
from store.feeds.csv_file import HashedFile, Size, hash_file, write_csv
from store.feeds.decided import Decided, tell_all
from store.feeds.delta import TAKEN_BACK_AT, write_delta
from store.feeds.feed import Feed, Moment
from store.feeds.former import Former, find_former, stands
from store.feeds.head import Next, make_head
from store.feeds.settings import Settings, before
from store.feeds.siblings import SIBLINGS
from store.feeds.signature import NAME as SIGNATURE
from store.feeds.signature import fingerprint, read_key, sign

if TYPE_CHECKING:
    from sqlalchemy import Connection

FEEDS: tuple[Feed, ...] = (
    offers.FEED, sellers.FEED, identifiers.FEED, links.FEED, links.OFFERS_FEED, retractions.FEED, sellers.ACCOUNTS_FEED,
    price_changes.FEED, datasets.FEED, source_health.FEED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FeedSet:
    """Feeds that are written together, under a name that begins with `resalewatch`; claims before what goes with them."""

    name: str
    feeds: tuple[Feed, ...]
    decide: Callable[[Connection, datetime, To, Decided], None] = tell_all
    """Decides of every claim in one pass: what is told otherwise than before, and rows of the set's feeds."""
    note: Callable[[Connection, int, datetime], None] = lambda *_: None
    """What else is noted with a version, by its row's id, before it comes out."""
    whatever: bool = False
    """Published however many sources are stale: what was taken back must leave, and each row has its own limits."""


ALL = FeedSet(manifest.FEED, FEEDS)


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What one writing of the feeds made."""

    version: int
    path: Path
    files: tuple[manifest.FileEntry, ...]
    counts: Mapping[str, int] | None
    """What changed since the version before, by operation; None where there is none to compare with."""


def write_feeds(
    url: str, directory: Path, now: datetime, settings: Settings | None = None, of: FeedSet = ALL
) -> FeedReport:
    """Write every feed of a set from one state of the database into `directory`, as store/feeds/directory.py tells.

    A reader of the directory sees the former version or this one, never a part; so does the next writer where this
    one is killed. Writing does not hold up other writers of the database.

    Raises:
        UserError: where the database is missing, the directory cannot be written or is another writer's, too many
            sources are stale, or a setting is off.
    """
    settings = settings or Settings()
    settings.check()
    key = None if settings.key is None else read_key(settings.key)
    signer = None if key is None else fingerprint(key.public_key())
    contracts = [check_contract(feed) for feed in of.feeds]
    names = names_of(of, settings)
    folder.check_names(directory, names)
    to = To(of.name, str(directory.absolute()))
    with open_database(url) as source, folder.writing(directory) as part, Decided(part.parent) as decided:
        former = find_former(directory, of.name)
        version = reserve_version(url, directory, (to, former), now)
        with source.reading() as connection:
            of.decide(connection, now, to, decided)
            following = Next(version.number, former, of.name, of.whatever)
            head = make_head(Moment(connection, now, decided=decided), following, settings, signer)
            files = tuple(
                _write_one(Moment(connection, now, pepper=settings.pepper, decided=decided), feed, part, head)
                for feed in of.feeds
            )
        contents = manifest.Contents(
            files,
            list(_siblings(of, files, part, settings)),
            _schemas(contracts, part),
            _delta(of, former, part),
        )
        body = manifest.make_manifest(head, contents)
        write_whole(part / manifest.NAME, body)
        if key is not None:
            write_whole(part / SIGNATURE, sign(body, key))
        digest = hashlib.sha256(body).hexdigest()
        with open_database(url, write=True) as database:
            with database.writing() as connection:
                claims_sent.write_down(connection, decided.told, to, version.id, now)
                claims_sent.set_digest(connection, version.id, digest)
                of.note(connection, version.id, now)
            path = folder.publish(directory, part, version.number, names)
            with database.writing() as connection:
                claims_sent.came_out(connection, version.id, now)
    return FeedReport(version.number, path, files, manifest.count_changes(contents))


def reserve_version(url: str, directory: Path, whose: tuple[To, Former | None], now: datetime) -> Reserved:
    """Take a number for the version, and settle what became of those that a killed writer left."""
    to, former = whose
    with open_database(url, write=True) as database, database.writing() as connection:
        claims_sent.settle(connection, to.directory, partial(stands, directory), now)
        if former is not None:
            claims_sent.carry_on(connection, to, former.name["manifest_sha256"], now)
        return claims_sent.reserve(connection, to.directory, folder.last_version(directory), now)


def names_of(of: FeedSet, settings: Settings) -> tuple[str, ...]:
    """Give the names that a set has in its directory."""
    ends = [".csv", *(SIBLINGS[name].end for name in settings.siblings)]
    files = [f"{feed.name}{end}" for feed in of.feeds for end in ends]
    return (*files, FOLDER, folder.DELTA, manifest.NAME, *([SIGNATURE] if settings.key else []))


def _write_one(moment: Moment, feed: Feed, part: Path, head: manifest.Head) -> manifest.FileEntry:
    start = before(head.body(), feed.name, feed.schema_version)
    size = write_csv(moment, feed, part / feed.file, start)
    return manifest.file_entry(feed, size, moment.refused, moment.now)


def _siblings(
    of: FeedSet, files: Sequence[manifest.FileEntry], part: Path, settings: Settings
) -> Iterator[manifest.OtherEntry]:
    for feed, entry in zip(of.feeds, files, strict=True):
        for one in (SIBLINGS[name] for name in settings.siblings):
            name = f"{feed.name}{one.end}"
            size = one.make(part / feed.file, feed, entry.rows, part / name)
            yield manifest.OtherEntry(name, feed.file, size.bytes, size.sha256, size.rows, one.media_type)


def _schemas(contracts: Sequence[Mapping[str, Any]], part: Path) -> list[manifest.OtherEntry]:
    (part / FOLDER).mkdir()
    found = []
    for contract in contracts:
        for name, raw in schema_files(contract).items():
            size = write_whole(part / name, raw)
            found.append(
                manifest.OtherEntry(
                    name, f"{contract['name']}.csv", size.bytes, size.sha256, size.rows, "application/json"
                )
            )
    return found


def _delta(of: FeedSet, former: Former | None, part: Path) -> list[manifest.OtherEntry] | None:
    """Compare each file with the version before, where that has it whole and with the same columns."""
    (part / folder.DELTA).mkdir()
    if former is None:
        return None
    entries = {entry.get("name"): entry for entry in former.body["files"] if isinstance(entry, dict)}
    retracted: dict[str, str] = {}
    found = []
    # what was taken back is known before the rows that went with it are told of
    for feed in sorted(of.feeds, key=lambda feed: TAKEN_BACK_AT not in feed.header):
        entry, path = entries.get(feed.file), former.path / feed.file
        if entry is None or not _comparable(entry, feed, path):
            continue
        name = f"{folder.DELTA}/{feed.file}"
        size, counts = write_delta(path, part / feed.file, feed, part / name, retracted)
        found.append(
            manifest.OtherEntry(
                name, feed.file, size.bytes, size.sha256, size.rows, manifest.CSV_TYPE, counts
            )
        )
    return found


def _comparable(entry: Mapping[str, Any], feed: Feed, path: Path) -> bool:
    same = entry.get("columns") == [[column.name, column.type] for column in feed.written]
    same = same and entry.get("key") == list(feed.key)
    return same and path.is_file() and hash_file(path, 0).sha256 == entry.get("sha256")


def write_whole(path: Path, body: bytes) -> Size:
    """Write a file that is on the disk when this returns, and give its size and hash."""
    with HashedFile(path) as file:
        file.write(body)
    return file.size
