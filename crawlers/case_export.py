"""One case's evidence as a WACZ 1.1.1 file: pages with their index, what was read in them, hashes, and their custody.

A page's WARC record leaves as it was kept, byte for byte. `case/custody.jsonl` holds the whole chain of each day that a page
is of, digests alone, so that its place can be checked without our database.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from sqlalchemy import Connection, Row, insert, select
from warcio.warcwriter import WARCWriter

from crawlers.evidence_show import Shown
from store.errors import UserError
from store.evidence_files import EvidenceError
from store.run_records import SCREENSHOT
from store.schema import TABLES

WACZ_VERSION = "1.1.1"
EXPORTED_PAGE = "exported page"
"""What is noted of each page that left: `sha256` is the page's, `words` the SHA-256 of the file that it left in."""
_ARCHIVE, _INDEX, _PAGES = "archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """Whose case it is, who exports it, and when."""

    case_id: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that left, how many pages are in it, and its SHA-256."""

    file: str
    pages: int
    sha256: str


def export_case(
    connection: Connection, evidence_dir: Path, shown: Sequence[Shown], target: Path, case: Case
) -> Exported:
    """Write the bundle of a case and note that it left; run it inside one transaction.

    Raises:
        UserError: where the file exists or cannot be written; EvidenceError where a page's bytes are gone.
    """
    if target.exists():
        raise UserError(f"{target} exists: a case's bundle is never overwritten, so name a new file")
    pages = {page.sha256: page for page in shown}
    pictures = {page.screenshot for page in shown if page.screenshot is not None}
    snapshot = TABLES["snapshot"]
    query = (
        select(snapshot)
        .where(snapshot.c.sha256.in_(sorted({*pages, *pictures})))
        .order_by(snapshot.c.fetched_at, snapshot.c.id)
    )
    rows: list[Row[Any]] = [*connection.execute(query)]
    archive, index = _archive(rows, evidence_dir, case)
    files = {
        _ARCHIVE: archive,
        _INDEX: "".join(sorted(index)).encode(),
        _PAGES: _lines(_page_lines(rows)),
        "case/read.jsonl": _lines(pages[row.sha256].as_json() for row in rows if row.sha256 in pages),
        "case/custody.jsonl": _lines(_custody(connection, rows)),
    }
    package = _package(files, case)
    files["datapackage.json"] = package
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
    files["datapackage-digest.json"] = json.dumps(digest, indent=2).encode()
    body = _zip(files, case.at)
    try:
        with target.open("xb") as stream:
            stream.write(body)
    except OSError as error:
        raise UserError(f"{target} cannot be written: {error.strerror}") from error
    done = Exported(str(target), len(pages), hashlib.sha256(body).hexdigest())
    event = {"at": case.at, "what": "export", "case_id": case.case_id, "who": case.by, "pages": done.pages}
    connection.execute(insert(TABLES["custody_event"]).values(**event, sha256=done.sha256, words=target.name))
    page = event | {"what": EXPORTED_PAGE, "pages": 1, "words": done.sha256}
    connection.execute(insert(TABLES["custody_event"]), [page | {"sha256": row.sha256} for row in rows])
    return done


def _archive(rows: Iterable[Row[Any]], evidence_dir: Path, case: Case) -> tuple[bytes, list[str]]:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True, warc_version="WARC/1.1")
    said = {"software": _software(), "isPartOf": case.case_id}
    writer.write_record(writer.create_warcinfo_record("data.warc.gz", said))
    lines = []
    for row in rows:
        try:
            with (evidence_dir / row.warc_file).open("rb") as origin:
                origin.seek(row.warc_offset)
                member = origin.read(row.warc_length)
        except OSError as error:
            raise EvidenceError(f"{row.warc_file} cannot be read: {error.strerror}") from error
        lines.append(_cdx_line(row, stream.tell()))
        stream.write(member)
    return stream.getvalue(), lines


def _cdx_line(row: Row[Any], offset: int) -> str:
    fields = {
        "url": row.url, "mime": row.media_type, "status": str(row.status), "digest": f"sha256:{row.sha256}",
        "length": str(row.warc_length), "offset": str(offset), "filename": "data.warc.gz",
    }  # fmt: skip
    return f"{surt(row.url)} {row.fetched_at:%Y%m%d%H%M%S} {json.dumps(fields, ensure_ascii=False)}\n"


def surt(url: str) -> str:
    """Write an address as a sortable key: the host's labels backwards, then path and sorted query, in lower case.

    >>> surt("https://www.Shop.example:8443/Buy/1?b=2&a=1")
    'example,shop:8443)/buy/1?a=1&b=2'
    """
    if url.startswith("urn:"):
        return url.lower()
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{','.join(reversed(host.split('.')))}{port}){parts.path or '/'}{'?' + query if query else ''}"


def _page_lines(rows: Iterable[Row[Any]]) -> Iterator[dict[str, Any]]:
    yield {"format": "json-pages-1.0", "id": "pages", "title": "Pages of the case"}
    for row in rows:
        if row.role == SCREENSHOT:
            continue
        yield {
            "id": row.sha256[:16],
            "url": row.url,
            "ts": f"{row.fetched_at:%Y-%m-%dT%H:%M:%SZ}",
            "title": row.url,
        }


def _custody(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[dict[str, Any]]:
    """Give each page's way here, then every link of the chains that they are of."""
    run, snapshot = TABLES["run"], TABLES["snapshot"]
    digests = {row.id: row.sha256 for row in rows}
    for row in rows:
        source = connection.execute(select(run.c.source, run.c.reason).where(run.c.id == row.run_id)).one()
        yield {
            "page": row.sha256, "url": row.url, "fetched_at": row.fetched_at.isoformat(), "run": row.run_id,
            "source": source.source, "reason": source.reason, "day": row.warc_file, "number": row.chain_at,
            "picture": digests.get(row.screenshot_id),
        }  # fmt: skip
    for day in sorted({row.warc_file for row in rows}):
        chain = select(snapshot.c.chain_at, snapshot.c.sha256, snapshot.c.chain).where(
            snapshot.c.warc_file == day
        )
        for link in connection.execute(chain.order_by(snapshot.c.chain_at)):
            yield {"day": day, "number": link.chain_at, "sha256": link.sha256, "link": link.chain}


def _package(files: dict[str, bytes], case: Case) -> bytes:
    resources = [
        {"name": name.rsplit("/", 1)[-1].lower(), "path": name, "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
         "bytes": len(body)}
        for name, body in files.items()
    ]  # fmt: skip
    package = {
        "profile": "data-package", "wacz_version": WACZ_VERSION, "title": f"Case {case.case_id}",
        "description": f"exported by {case.by}", "created": f"{case.at:%Y-%m-%dT%H:%M:%SZ}", "software": _software(),
        "resources": resources,
    }  # fmt: skip
    return json.dumps(package, ensure_ascii=False, indent=2).encode()


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows).encode()


def _zip(files: dict[str, bytes], at: datetime) -> bytes:
    """Pack the files unpressed, as the format asks of archives and indexes, so that players read parts of them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as packed:
        for name, body in files.items():
            packed.writestr(zipfile.ZipInfo(name, at.timetuple()[:6]), body)
    return stream.getvalue()


def _software() -> str:
    return f"resalewatch {version('resalewatch')}"
