"""All feeds of one moment: written aside, hashed as they are written, published in one instant, recorded."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from store.database import open_database
from store.errors import UserError
from store.feeds import directory as folder
from store.feeds import identifiers, links, manifest, offers, price_changes
from store.feeds.feed import Feed, to_cells
from store.import_batches import table_of
from store.known_tables import FeedVersion

if TYPE_CHECKING:
    from sqlalchemy import Connection

FEEDS: tuple[Feed, ...] = (offers.FEED, identifiers.FEED, links.FEED, links.OFFERS_FEED, price_changes.FEED)
NAMES = (*(feed.file for feed in FEEDS), manifest.NAME)
_BATCH = 1_000
_version = table_of(FeedVersion)


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What one writing of the feeds made."""

    version: int
    path: Path
    files: tuple[manifest.FileEntry, ...]


def write_feeds(url: str, directory: Path, now: datetime) -> FeedReport:
    """Write every feed from one state of the database into `directory`, as store/feeds/directory.py tells.

    A reader of the directory sees the former version or this one, never a part; so does the next writer where this
    one is killed. Writing does not hold up other writers of the database.

    Raises:
        UserError: where the database is missing, or the directory cannot be written or is another writer's.
    """
    folder.check_names(directory, NAMES)
    with open_database(url) as source, folder.writing(directory) as part:
        with source.reading() as connection:
            files = tuple(write_csv(connection, feed, part / feed.file) for feed in FEEDS)
            state = manifest.find_state(connection, now)
            recorded = connection.execute(select(func.max(_version.c.id))).scalar() or 0
        version = max(int(recorded), folder.last_version(directory)) + 1
        body = manifest.make_manifest(version, _previous(directory), now, files, state)
        _write_whole(part / manifest.NAME, body)
        path = folder.publish(directory, part, version, NAMES)
        row = {"id": version, "written_at": now, "directory": str(directory.absolute())}
        with open_database(url, write=True) as database, database.writing() as connection:
            connection.execute(insert(_version), row | {"manifest_sha256": hashlib.sha256(body).hexdigest()})
    return FeedReport(version, path, files)


def write_csv(connection: Connection, feed: Feed, path: Path) -> manifest.FileEntry:
    """Write one feed as RFC 4180 CSV in UTF-8 with LF line ends, row by row, and give its entry."""
    digest = hashlib.sha256()
    size = count = 0
    with path.open("wb") as file:
        for lines, rows in _chunks(connection, feed):
            digest.update(lines)
            size += len(lines)
            count += rows
            file.write(lines)
        file.flush()
        os.fsync(file.fileno())
    columns = tuple((column.name, column.type) for column in feed.columns)
    return manifest.FileEntry(feed.file, size, digest.hexdigest(), count, feed.schema_version, columns)


def _chunks(connection: Connection, feed: Feed) -> Iterator[tuple[bytes, int]]:
    yield _lines([feed.header]), 0
    rows = feed.rows(connection)
    while batch := [to_cells(values, feed.columns) for values in islice(rows, _BATCH)]:
        yield _lines(batch), len(batch)


def _lines(rows: list[list[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


def _previous(directory: Path) -> dict[str, Any] | None:
    path = directory / folder.LATEST / manifest.NAME
    try:
        body = manifest.read_manifest(path)
    except UserError:
        return None
    return {"version": body.get("version"), "manifest_sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def _write_whole(path: Path, body: bytes) -> None:
    with path.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
