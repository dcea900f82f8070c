"""A run as files: `<spool>/<run_id>/{records.jsonl,pages.warc.gz}`, there as a whole or not at all."""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from store.codec import from_line, to_line
from store.kept_runs import IN_BUNDLE
from store.run_records import SCREENSHOT, PageRecord, RunRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from store.run_records import Record

RECORDS = "records.jsonl"
PAGES = "pages.warc.gz"
_PART, _ASIDE = ".part", "aside"
_NOT_KEPT = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that are no longer true of the scrubbed, decoded body."""


def new_run_id(source: str, started_at: datetime) -> str:
    """Make a run's id: `<source>-<YYYYmmddTHHMMSSZ>-<6 hex>`."""
    return f"{source}-{started_at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"


class BundleWriter:
    """Writes one run beside its place, and moves it there when it is whole.

    The lock of its folder tells a living writer from one that was killed, so that `sweep` takes no living one's.
    `failed` is the first write that failed (a full disk): nothing is written after it, and the run is never finished.
    """

    failed: OSError | None = None
    _waiting: BinaryIO | None = None

    def __init__(self, spool: Path, run_id: str) -> None:
        self.spool = spool
        self._final = spool / run_id
        self._part = spool / f".{run_id}{_PART}"
        spool.mkdir(parents=True, exist_ok=True)
        with _locked(spool):
            # Made and locked while no sweep can run, for one between the two would take it for a dead writer's.
            self._part.mkdir()
            self._lock = os.open(self._part, os.O_RDONLY)
            fcntl.flock(self._lock, fcntl.LOCK_EX)
        try:
            self._open(run_id)
        except OSError:
            shutil.rmtree(self._part)
            os.close(self._lock)
            raise

    def _open(self, run_id: str) -> None:
        self._pages: BinaryIO = (self._part / PAGES).open("wb")
        self._records = (self._part / RECORDS).open("w", encoding="utf-8", newline="\n")
        self._warc = WARCWriter(self._pages, gzip=True)
        self._kept: set[str] = set()
        with self._writing():
            self._warc.write_record(
                self._warc.create_warcinfo_record(PAGES, {"software": "resalewatch", "isPartOf": run_id})
            )

    def add_page(
        self, record: PageRecord, body: bytes, headers: Mapping[str, str], screenshot: bytes = b""
    ) -> None:
        """Keep a page and its picture: their records, and the scrubbed bytes once for each snapshot."""
        self.add(record)
        if record.snapshot:
            self._keep(record.snapshot, lambda: _warc_record(self._warc, record, body, headers))
        if screenshot:
            picture = _picture_of(record)
            self.add(picture)
            self._keep(picture.snapshot, lambda: _resource(self._warc, picture, screenshot))

    def _keep(self, snapshot: str, record: Callable[[], object]) -> None:
        if snapshot not in self._kept and self.failed is None:
            self._kept.add(snapshot)
            with self._writing():
                self._warc.write_record(record())

    def add(self, record: Record) -> None:
        """Keep a record."""
        if self.failed is None:
            with self._writing():
                self._records.write(to_line(record) + "\n")

    def aside(self) -> BinaryIO:
        """Open a file for what may yet have to be read in this run; it goes with the run's end."""
        self._waiting = (self._part / _ASIDE).open("w+b")
        return self._waiting

    def keep(self, kept: bytes) -> None:
        """Leave what the next run is compared with (store.kept_runs); nothing where there is none."""
        if kept and self.failed is None:
            with self._writing():
                (self._part / IN_BUNDLE).write_bytes(kept)

    def finish(self, run: RunRecord) -> Path:
        """Write the run's own record as the last line, make all of it durable, and move it into place.

        Raises:
            OSError: where a write failed, now or before.
        """
        self.add(run)
        if self.failed is not None:
            raise self.failed
        if self._waiting is not None:
            self._waiting.close()
            (self._part / _ASIDE).unlink()
        for file in (self._records, self._pages):
            file.flush()
            os.fsync(file.fileno())
            file.close()
        os.fsync(self._lock)
        self._part.rename(self._final)
        with _locked(self._final.parent) as spool:
            os.fsync(spool)
        os.close(self._lock)
        return self._final

    def drop(self) -> None:
        """Throw the half run away."""
        for file in (self._records, self._pages, self._waiting):
            with suppress(OSError):  # closing writes what a full disk would not take
                if file is not None:
                    file.close()
        shutil.rmtree(self._part)
        os.close(self._lock)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.failed = error


def _warc_record(writer: WARCWriter, page: PageRecord, body: bytes, headers: Mapping[str, str]) -> object:
    kept = [
        (name, " ".join(value.split())) for name, value in headers.items() if name.lower() not in _NOT_KEPT
    ]
    http = StatusAndHeaders(
        str(page.status), [*kept, ("Content-Length", str(len(body)))], protocol="HTTP/1.1"
    )
    head = http.to_ascii_bytes()
    said = {
        "WARC-Date": f"{page.fetched_at:%Y-%m-%dT%H:%M:%SZ}",
        "WARC-Payload-Digest": f"sha256:{page.snapshot}",
        "WARC-Block-Digest": f"sha256:{sha256(head + body).hexdigest()}",
    }
    if page.peer is not None:
        said["WARC-IP-Address"] = page.peer
    return writer.create_warc_record(
        page.url,
        "response",
        payload=BytesIO(body),
        length=len(body),
        http_headers=http,
        warc_headers_dict=said,
    )


def _picture_of(page: PageRecord) -> PageRecord:
    # Browsertrix names pictures of whole pages so, and players of archives look for them there.
    return PageRecord(
        url=f"urn:fullPage:{page.url}", snapshot=page.screenshot, status=200, media_type="image/png",
        fetched_at=page.fetched_at, role=SCREENSHOT, rendered=True, robots=page.robots,
    )  # fmt: skip


def _resource(writer: WARCWriter, picture: PageRecord, body: bytes) -> object:
    digest = f"sha256:{picture.snapshot}"
    said = {
        "WARC-Date": f"{picture.fetched_at:%Y-%m-%dT%H:%M:%SZ}",
        "WARC-Payload-Digest": digest,
        "WARC-Block-Digest": digest,
    }
    return writer.create_warc_record(
        picture.url,
        "resource",
        payload=BytesIO(body),
        length=len(body),
        warc_content_type=picture.media_type,
        warc_headers_dict=said,
    )


def read_bundle(path: Path) -> Iterator[Record]:
    """Read a bundle's records in their order; the run's own record is the last.

    Raises:
        BrokenRecordError: where a line is no record.
    """
    with (path / RECORDS).open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield from_line(line)


def run_of(path: Path) -> RunRecord | None:
    """Read a bundle's own record of its run."""
    return next((one for one in read_bundle(path) if isinstance(one, RunRecord)), None)


def read_pages(path: Path) -> Iterator[tuple[str, dict[str, str], bytes]]:
    """Read a bundle's kept pages: URL, headers and scrubbed body."""
    with (path / PAGES).open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response":
                url = record.rec_headers.get_header("WARC-Target-URI")
                yield url, dict(record.http_headers.headers), record.content_stream().read()


def sweep(spool: Path) -> int:
    """Remove the half runs of writers that are no more, and give their number."""
    if not spool.is_dir():
        return 0
    swept = 0
    with _locked(spool):
        for part in spool.glob(f".*{_PART}"):
            # A living writer holds the lock, and may move its folder away meanwhile; a file is no writer's.
            with suppress(BlockingIOError, FileNotFoundError, NotADirectoryError), _locked(part, wait=False):
                shutil.rmtree(part)
                swept += 1
    return swept


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[int]:
    """Hold a folder's own lock; the system lets it go when a process dies, however it dies."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield handle
    finally:
        os.close(handle)
