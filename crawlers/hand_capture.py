"""Hand captures (closed groups, screenshots, saved pages, archives) as a bundle: the path that every page takes."""

from __future__ import annotations

import codecs
import hashlib
import logging
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from crawlers.bundle import BundleWriter, new_run_id
from crawlers.kept_reading import IMPORTED, is_plain, read_kept
from crawlers.offers import SourceFacts
from crawlers.page import Page, PageChangedError, Reading
from crawlers.pictures.gallery import HeldSecretError
from crawlers.pictures.looking import MissingExtraError, PictureError
from crawlers.resolve import resolve
from crawlers.scrub import scrub, scrub_url
from store.errors import UserError
from store.run_records import ListingRecord, OfferRecord, PageRecord, RunRecord

log = logging.getLogger("resalewatch.evidence")

MAX_FILE = 256 * 1024 * 1024
MAX_PAGE = 32 * 1024 * 1024
NOWHERE = "https://capture.invalid/"
"""Begins the address of a capture that has none; archive tools want one of http."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TEXT_BYTES = bytes({*range(0x20, 0x7F), *range(0x80, 0x100), *b"\t\n\r\f\x1b"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """What a person says of a capture: of which source, where and when it was taken, by whom, read by which reader."""

    source: str
    taken_at: datetime
    taken_by: str
    url: str = ""
    platform: str = "generic"
    language: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    url: str
    media_type: str
    body: bytes
    status: int = 200


def write_capture(spool: Path, path: Path, capture: Capture, now: datetime) -> Path:
    """Scrub and read a capture, and write it as a bundle; what cannot be read is kept all the same.

    Raises:
        UserError: where the file is missing, too large, empty, no text or picture, or an archive without pages.
    """
    parts = list(_parts(path, capture))
    if not parts:
        raise UserError(f"{path} holds no page: it is empty, or an archive without replies")
    run_id = new_run_id(capture.source, now)
    writer = BundleWriter(spool, run_id)
    try:
        run = _write(writer, parts, capture, (run_id, now, path.name))
        return writer.finish(run)
    except HeldSecretError as fault:
        writer.drop()
        raise UserError(f"{path} {fault}") from fault
    except BaseException:
        writer.drop()
        raise


def _write(
    writer: BundleWriter, parts: list[_Part], capture: Capture, named: tuple[str, datetime, str]
) -> RunRecord:
    run_id, now, file = named
    pairs = []
    for part in parts:
        page = _page(part, capture)
        writer.add_page(
            PageRecord(
                url=page.url, snapshot=page.snapshot, status=page.status, media_type=page.media_type,
                fetched_at=capture.taken_at, role=page.role, robots="by hand", keep=True,
            ),
            page.body,
            {"Content-Type": page.media_type},
        )  # fmt: skip
        reading = _read(page, capture)
        if reading is not None:
            pairs.append((page, reading))
    facts = SourceFacts(
        capture.source, capture.url or parts[0].url, capture.platform, capture.language, capture.currency,
        capture.taken_at.astimezone(UTC).date(),
    )  # fmt: skip
    records = resolve(facts, pairs)
    for record in records:
        writer.add(record)
    return RunRecord(
        run_id=run_id, source=capture.source, platform=capture.platform, started_at=capture.taken_at,
        finished_at=max(now, capture.taken_at), verdict="ok", keeps=True, pages=len(parts), imported=True,
        reason=f"brought in by hand by {capture.taken_by}: {file}", source_url=facts.url,
        listings=sum(isinstance(record, ListingRecord) for record in records),
        offers=sum(isinstance(record, OfferRecord) for record in records),
    )  # fmt: skip


def _page(part: _Part, capture: Capture) -> Page:
    body = scrub(part.body, part.media_type)
    return Page(
        url=scrub_url(part.url), body=body, media_type=part.media_type, status=part.status,
        role=IMPORTED if is_plain(part.media_type) else "list",
        fetched_at=capture.taken_at, snapshot=hashlib.sha256(body).hexdigest(),
    )  # fmt: skip


def _read(page: Page, capture: Capture) -> Reading | None:
    """Read a page; None where it cannot be read: a capture is proof all the same."""
    try:
        return read_kept(page, capture.platform)
    except MissingExtraError as missing:
        log.warning("the picture is kept, and not read: %s", missing)
    except HeldSecretError:
        raise
    except (PageChangedError, PictureError) as fault:
        log.warning("the capture is kept, and not read: it %s", fault)
    return None


def _parts(path: Path, capture: Capture) -> Iterator[_Part]:
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise UserError(f"{path} has {size} bytes: a capture has at most {MAX_FILE}")
        if path.name.endswith((".warc", ".warc.gz")):
            yield from _archived(path)
            return
        body = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}") from error
    if len(body) > MAX_PAGE:
        raise UserError(f"{path} has {len(body)} bytes: a page has at most {MAX_PAGE}")
    media_type = mimetypes.guess_type(path.name)[0] or _guess(body)
    if not media_type.startswith("image/") and _is_binary(body):
        raise UserError(
            f"{path} is no text: bring in HTML, text, JSON, a picture, or a .warc or .warc.gz file"
        )
    if body:
        yield _Part(
            capture.url or f"{NOWHERE}{hashlib.sha256(body).hexdigest()}",
            media_type,
            _utf8(body, media_type),
        )


def _archived(path: Path) -> Iterator[_Part]:
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if record.rec_type != "response" or record.http_headers is None:
                    continue
                said = record.http_headers
                media_type = (said.get_header("Content-Type") or "text/html").split(";")[0].strip().lower()
                body = record.content_stream().read(MAX_PAGE + 1)
                if len(body) > MAX_PAGE:
                    raise UserError(f"{path} holds a page of more than {MAX_PAGE} bytes")
                status = said.get_statuscode()
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield _Part(
                    url, media_type, _utf8(body, media_type), int(status) if status.isdigit() else 200
                )
    except (ArchiveLoadFailed, AttributeError, ValueError) as error:
        raise UserError(f"{path} is no WARC file that can be read: {error}") from error


def _guess(body: bytes) -> str:
    start = body[:512].lstrip().lower()
    if start[:1] in (b"{", b"["):
        return "application/json"
    return "text/html" if start[:1] == b"<" else "text/plain"


def _is_binary(body: bytes) -> bool:
    """Tell whether bytes are none of the texts that are read: a control character that no text holds says so."""
    if body.startswith(_WIDE):
        return False
    return bool(body[:4096].translate(None, _TEXT_BYTES))


def _utf8(body: bytes, media_type: str) -> bytes:
    """Give words as UTF-8, which all that is kept is; other bytes as they are."""
    if not media_type.startswith("text/") and "json" not in media_type:
        return body
    for encoding in ("utf-16",) if body.startswith(_WIDE) else ("utf-8-sig", "gb18030"):
        try:
            return body.decode(encoding).encode()
        except UnicodeDecodeError:
            continue
    return body.decode("utf-8", "replace").encode()
