"""Kept pages, read again by today's readers; what cannot be read again says why."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, select

from crawlers.kept_reading import read_kept
from crawlers.offers import SourceFacts
from crawlers.page import Page, PageChangedError, Reading
from crawlers.pictures.looking import MissingExtraError, PictureError
from crawlers.platforms import PLATFORMS
from store.evidence_files import body_at, headers_at
from store.run_records import SCREENSHOT
from store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

PURGED, LOST, UNKNOWN, CHANGED, BROKEN, UNSEEN = "purged", "lost", "unknown", "changed", "broken", "unseen"
WHY = {
    PURGED: "purged",
    LOST: "missing or damaged on disk (`evidence verify` tells which)",
    UNKNOWN: "kept before it was recorded how a page was read, or of a platform that is no more",
    CHANGED: "of a shape that today's reader does not know",
    UNSEEN: "pictures, which need the extra: pip install -e '.[images]'",
    BROKEN: "on which today's reader breaks",
}


@dataclass
class Rereading:
    """Reads the kept pages of one source again, each once; `unread` counts those that could not be, by why."""

    facts: SourceFacts
    evidence_dir: Path
    unread: Counter[str] = field(default_factory=Counter)
    _read: dict[str, tuple[Page, Reading] | None] = field(default_factory=dict)

    def read(self, row: Row[Any]) -> tuple[Page, Reading] | None:
        """Read the page that a snapshot's row names; None where that cannot be."""
        if row.sha256 not in self._read:
            self._read[row.sha256] = self._reread(row)
        return self._read[row.sha256]

    def _reread(self, row: Row[Any]) -> tuple[Page, Reading] | None:
        found = page_of(row, self.evidence_dir)
        why = found if isinstance(found, str) else ""
        if isinstance(found, Page):
            if self.facts.platform not in PLATFORMS or not row.role:
                why = UNKNOWN
            else:
                try:
                    return found, read_kept(found, self.facts.platform)
                except (PageChangedError, PictureError):
                    why = CHANGED
                except MissingExtraError:
                    why = UNSEEN
                except Exception:  # noqa: BLE001 - whatever a reader does with an old page ends that page alone
                    why = BROKEN
        self.unread[why] += 1
        return None


def page_of(row: Row[Any], evidence_dir: Path) -> Page | str:
    """Give the page that a snapshot's row names, checked against its digest; else why not, a key of WHY."""
    if row.purged_at is not None:
        return PURGED
    path = evidence_dir / row.warc_file
    body = body_at(path, row.warc_offset, row.warc_length)
    if body is None or hashlib.sha256(body).hexdigest() != row.sha256:
        return LOST
    return Page(
        url=row.url, body=body, media_type=row.media_type, status=row.status, role=row.role, rendered=row.rendered,
        headers=headers_at(path, row.warc_offset, row.warc_length), fetched_at=row.fetched_at, snapshot=row.sha256,
    )  # fmt: skip


def pages_by_source(
    connection: Connection, sources: Sequence[str], until: datetime | None = None
) -> Iterator[tuple[Row[Any], list[Row[Any]]]]:
    """Give each source, of all where none is named, with the rows of its kept pages, oldest first."""
    source, run, snapshot = TABLES["source"], TABLES["run"], TABLES["snapshot"]
    query = select(source).order_by(source.c.name)
    if sources:
        query = query.where(source.c.name.in_(sources))
    for row in connection.execute(query).all():
        kept = select(snapshot).join(run, run.c.id == snapshot.c.run_id)
        kept = kept.where(run.c.source == row.name, snapshot.c.role != SCREENSHOT)
        if until is not None:
            kept = kept.where(snapshot.c.fetched_at <= until)
        yield row, list(connection.execute(kept.order_by(snapshot.c.fetched_at, snapshot.c.id)).all())
