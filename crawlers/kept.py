"""What a run leaves for the next one to compare its pages with: digests and what came of each page, no words of any.

It stands beside the bundles once the run's rows do (store.kept_runs). JSON, bounded, read as a foreign text: whatever is
wrong with it, the run reads everything.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from crawlers.fetched import Fetched, Wanted
from crawlers.page import Ask, Reading
from crawlers.platforms import PLATFORMS
from crawlers.verdict import Outcome
from store.kept_runs import kept_path
from store.run_records import OfferRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawlers.source import Source
    from store.run_records import Record, RunRecord

log = logging.getLogger("resalewatch.kept")

MAX_BYTES = 16 * 1024 * 1024
FULL_EVERY = timedelta(days=7)
"""However little changes, everything is read again after so long: some of what is read depends on the day."""
_FORM = 1
_MAX_HEADER = 500
_FREE = {"schedule", "enabled", "delay_seconds", "timeout_seconds"}
"""Settings of a source that change nothing of what its pages say."""
_ROOT = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """One page of a run: how it was asked for, digests of its reply and of what was read, and what came of it.

    `digest` and `read` are SHA-256 of the reply as it came and of its Reading; `etag` and `modified` are its validators.
    """

    ask: Ask
    url: str
    status: int
    digest: str
    outcome: Outcome
    render: bool = False
    first: bool = False
    read: str = ""
    etag: str = ""
    modified: str = ""
    asks: tuple[Ask, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """A run whose pages were all read: by which program under which settings, when, and what they gave in sum."""

    form: int = _FORM
    run_id: str
    made_by: str
    at: datetime
    listings: int
    listing_records: int
    offers: tuple[str, ...]
    pages: tuple[KeptPage, ...]


def keep_run(
    source: Source, run: RunRecord, records: Sequence[Record], pages: tuple[KeptPage, ...], listings: int
) -> KeptRun | None:
    """Make what is kept of a run that read all its pages; nothing where it noted none."""
    if not pages:
        return None
    offers = tuple(record.key for record in records if isinstance(record, OfferRecord))
    return KeptRun(
        run_id=run.run_id, made_by=made_by(source), at=run.started_at, listings=listings,
        listing_records=run.listings, offers=offers, pages=pages,
    )  # fmt: skip


_KEPT = TypeAdapter(KeptRun)
_READING = TypeAdapter(Reading)


def to_json(kept: KeptRun | None) -> bytes:
    """Write what is kept as JSON; nothing where there is none, or more than would be read again."""
    if kept is None:
        return b""
    written = _KEPT.dump_json(kept, exclude_defaults=True)
    return written if len(written) <= MAX_BYTES else b""


def read_kept(spool: Path, source: Source, now: datetime) -> KeptRun | None:
    """Read what the run that stands left for a source; None where there is none, or none that still counts."""
    path = kept_path(spool, source.name)
    try:
        with path.open("rb") as file:
            kept = _KEPT.validate_json(file.read(MAX_BYTES + 1))  # a longer one is cut, and no JSON any more
        old = not timedelta(0) <= now - kept.at < FULL_EVERY
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, RecursionError) as error:
        said = str(error).split("\n", maxsplit=1)[0]
        log.warning("%s: %s is no record of its last run and is left aside: %s", source.name, path, said)
        return None
    if old or kept.form != _FORM or kept.made_by != made_by(source):
        return None
    return kept


def made_by(source: Source) -> str:
    """Name the program and the settings that a source is read with: another of either reads everything again."""
    version = PLATFORMS[source.platform].VERSION if source.platform in PLATFORMS else 0
    said = f"{program()} {source.platform}/{version} {source.model_dump_json(exclude=_FREE)}"
    return sha256(said.encode()).hexdigest()


@cache
def program() -> str:
    """Give the digest of this program's own text, so that any change to it counts as a new reader."""
    digest = sha256()
    for path in sorted([*_ROOT.rglob("*.py"), *(_ROOT.parent / "store").glob("*.py")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def digest_of(fetched: Fetched) -> str:
    """Digest a reply as it came: its address, its status, its type and its bytes."""
    digest = sha256(f"{fetched.url} {fetched.status} {fetched.media_type}\n".encode())
    digest.update(fetched.body)
    return digest.hexdigest()


def digest_of_reading(reading: Reading) -> str:
    """Digest what was read of a page."""
    try:
        said = _READING.dump_json(reading, exclude_defaults=True)
    except ValueError:  # half a character, which no JSON holds
        said = repr(reading).encode("utf-8", "surrogatepass")
    return sha256(said).hexdigest()


def keep_page(wanted: Wanted, fetched: Fetched, outcome: Outcome, reading: Reading | None) -> KeptPage:
    """Make what is kept of a page that was read, or that is not there."""
    headers = {name.lower(): value for name, value in fetched.headers.items()}
    etag, modified = (_validator(headers.get(name, "")) for name in ("etag", "last-modified"))
    return KeptPage(
        ask=wanted.ask, url=fetched.url, status=fetched.status, digest=digest_of(fetched), outcome=outcome,
        render=wanted.render, first=wanted.first, read="" if reading is None else digest_of_reading(reading),
        etag=etag, modified=modified, asks=() if reading is None else reading.asks,
    )  # fmt: skip


def _validator(value: str) -> str:
    return value if len(value) <= _MAX_HEADER and value.isascii() and value.isprintable() else ""
