"""Values taken out: their rows go, words and pages that name them are masked letter by letter, the former bytes drop.

What stays is the tombstone and a keyed digest, by which the next crawl knows the value and leaves it out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from store.cluster_marks import mark_sightings
from store.errors import UserError
from store.evidence_files import body_at
from store.forget_key import forget_key, key_id, value_digest, write_down
from store.forget_words import mask_rows
from store.holds import read_holds
from store.links.build import build_links
from store.masking import mask_body, mask_pattern
from store.matching import comparable
from store.rewrite import Rewritten, drop_pages, keep_masked
from store.run_records import SCREENSHOT
from store.schema import PROVEN, TABLES

Value = tuple[str, str]
PAGE = "page"


@dataclass(frozen=True, slots=True)
class Why:
    """Why something goes, who says so, for which case, and when."""

    reason: str
    by: str
    at: datetime
    case_id: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """What went: rows by table, pages that were masked, and the files written anew."""

    values: int
    pages: int
    rows: dict[str, int]
    files: tuple[Rewritten, ...]


def forget_values(
    connection: Connection, evidence_dir: Path, values: Sequence[Value], why: Why, *, relink: bool = True
) -> Gone:
    """Forget values; run it in one transaction under the writer's lock.

    Raises:
        UserError: where a case holds a value, or a page that names it; nothing is changed then.
    """
    holds = read_holds(connection)
    for value in values:
        if value in holds.values:
            raise UserError(f"case {holds.values[value]} holds this {value[0]}: end it with `hold end` first")
    sightings = [row for value in values for row in _sightings(connection, value)]
    pattern = mask_pattern([*(value for _, value in values), *(row.written for row in sightings)])
    assert pattern is not None
    sources = sorted({row.source for row in sightings})
    found = [one for source in sources for one in pages_naming(connection, evidence_dir, source, pattern)]
    for page, _, source in found:
        case = holds.of_page(page, source)
        if case is not None:
            raise UserError(f"case {case} holds page {page.sha256}, which names the value: end it first")
    rows = Counter(_drop_rows(connection, sightings))
    rows += mask_rows(connection, sources, pattern)
    files = _mask_pages(connection, evidence_dir, found, why)
    _remember(connection, evidence_dir, values, why, dict(rows))
    if relink:
        build_links(connection, why.at)
    return Gone(len(values), len(found), dict(rows), tuple(files))


def _sightings(connection: Connection, value: Value) -> list[Row[Any]]:
    sighting, identifier, seller = TABLES["sighting"], TABLES["identifier"], TABLES["seller"]
    query = (
        select(sighting.c.id, sighting.c.identifier_id, sighting.c.written, seller.c.source)
        .join(identifier, identifier.c.id == sighting.c.identifier_id)
        .join(seller, seller.c.id == sighting.c.seller_id)
        .where(identifier.c.kind.in_(comparable(value[0])), identifier.c.value == value[1])
    )
    rows: list[Row[Any]] = [*connection.execute(query)]
    return rows


def pages_naming(
    connection: Connection, evidence_dir: Path, source: str, pattern: re.Pattern[str]
) -> Iterable[tuple[Row[Any], bytes, str]]:
    """Give the pages of a source that name what a pattern masks, each with its masked bytes.

    Raises:
        UserError: where a page is missing or damaged.
    """
    snapshot, run = TABLES["snapshot"], TABLES["run"]
    query = select(snapshot).join(run, run.c.id == snapshot.c.run_id)
    query = query.where(run.c.source == source, snapshot.c.purged_at.is_(None))
    query = query.where(snapshot.c.role != SCREENSHOT).order_by(snapshot.c.id)
    for row in connection.execute(query).all():
        body = body_at(evidence_dir / row.warc_file, row.warc_offset, row.warc_length)
        if body is None:
            raise UserError(
                f"page {row.sha256} is missing or damaged: `evidence verify` tells more; restore it first"
            )
        masked = mask_body(body, pattern)
        if masked != body:
            yield row, masked, source


def _drop_rows(connection: Connection, sightings: Iterable[Row[Any]]) -> dict[str, int]:
    """Delete sightings and their identifiers, and the links that rest on them, which are derived anew without."""
    sighting, identifier = TABLES["sighting"], TABLES["identifier"]
    hop, link = TABLES["link_hop"], TABLES["link"]
    ids = [row.id for row in sightings]
    values = {row.identifier_id for row in sightings}
    rested = select(hop.c.link_id).where(hop.c.sighting_id.in_(ids))
    links = list(connection.execute(rested).scalars())
    connection.execute(delete(hop).where(hop.c.link_id.in_(links)))
    connection.execute(delete(link).where(link.c.id.in_(links)))
    mark_sightings(connection, ids)
    connection.execute(delete(sighting).where(sighting.c.id.in_(ids)))
    connection.execute(delete(identifier).where(identifier.c.id.in_(values)))
    return {"sighting": len(ids), "identifier": len(values), "link": len(set(links))}


def _mask_pages(
    connection: Connection, evidence_dir: Path, found: Sequence[tuple[Row[Any], bytes, str]], why: Why
) -> list[Rewritten]:
    """Keep masked copies, let rows name them as their proof, and drop the former bytes."""
    day = f"{why.at:%Y/%m/%d}.warc.gz"
    for page, body, _ in found:
        number = keep_masked(connection, evidence_dir, page, body, day)
        for name in PROVEN:
            table = TABLES[name]
            connection.execute(update(table).where(table.c.snapshot_id == page.id).values(snapshot_id=number))
    pages = [page for page, _, _ in found]
    return bury_pages(connection, evidence_dir, [*pages, *_pictures(connection, pages)], why)


def bury_with_pictures(
    connection: Connection, evidence_dir: Path, pages: Sequence[Row[Any]], why: Why
) -> list[Rewritten]:
    """Drop the bytes of pages as `bury_pages` does, and of those pictures of theirs that no other page shares."""
    snapshot = TABLES["snapshot"]
    gone, pictures = {page.id for page in pages}, _pictures(connection, pages)
    if pictures:
        of = select(snapshot.c.id, snapshot.c.screenshot_id).where(
            snapshot.c.screenshot_id.in_({one.id for one in pictures}), snapshot.c.purged_at.is_(None)
        )
        shared = {row.screenshot_id for row in connection.execute(of) if row.id not in gone}
        pictures = [one for one in pictures if one.id not in shared]
    return bury_pages(connection, evidence_dir, [*pages, *pictures], why)


def _pictures(connection: Connection, pages: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Give the pictures of pages whose bytes still stand."""
    snapshot = TABLES["snapshot"]
    query = select(snapshot).where(
        snapshot.c.id.in_({page.screenshot_id for page in pages} - {None}), snapshot.c.purged_at.is_(None)
    )
    return list(connection.execute(query.order_by(snapshot.c.id)).all())


def bury_pages(
    connection: Connection, evidence_dir: Path, pages: Sequence[Row[Any]], why: Why
) -> list[Rewritten]:
    """Drop the bytes of pages, and leave a tombstone of each with the hashes of its file before and after."""
    files = drop_pages(connection, evidence_dir, pages, why.at)
    common = {"at": why.at, "what": "page", "reason": why.reason, "by": why.by, "words": ""}
    for file in files:
        for digest in sorted(file.gone):
            write_down(evidence_dir, PAGE, digest, why.at)
            row = common | {"digest": digest, "file_before": file.before, "file_after": file.after}
            connection.execute(insert(TABLES["tombstone"]).values(**row))
    return files


def _remember(
    connection: Connection, evidence_dir: Path, values: Iterable[Value], why: Why, rows: dict[str, int]
) -> None:
    key = forget_key(evidence_dir, make=True)
    assert key is not None
    table, tombstone, hold = TABLES["forgotten_value"], TABLES["tombstone"], TABLES["legal_hold"]
    words = ", ".join(f"{name} {count}" for name, count in sorted(rows.items()) if count)
    for kind, value in values:
        for same in comparable(kind):
            digest = value_digest(key, same, value)
            if connection.execute(select(table).where(table.c.digest == digest)).first() is None:
                write_down(evidence_dir, same, digest, why.at)
                row = {"digest": digest, "kind": same, "key_id": key_id(key), "forgotten_at": why.at}
                connection.execute(insert(table).values(**row))
        ended = (hold.c.kind == kind) & (hold.c.value == value) & hold.c.until_at.is_not(None)
        connection.execute(update(hold).where(ended).values(value=value_digest(key, kind, value)))
        stone = {
            "at": why.at,
            "what": "value",
            "digest": value_digest(key, kind, value),
            "reason": why.reason,
        }
        connection.execute(
            insert(tombstone).values(**stone, by=why.by, words=words, file_before="", file_after="")
        )
