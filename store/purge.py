"""What goes: what has outlived its period, every night, or one value on request, each with its tombstone."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, insert, select

from store.database import Database
from store.errors import UserError
from store.forget import Gone, Value, Why, bury_with_pictures, forget_values
from store.holds import read_holds
from store.kept_runs import drop_kept
from store.links.build import build_links
from store.retention import find_due
from store.rewrite import Rewritten, rewriting
from store.schema import TABLES


def purge(database: Database, evidence_dir: Path, spool: Path, why: Why) -> tuple[Gone, int]:
    """Take out what has outlived its period, rows and bytes; gives what went and how much a case holds back.

    What was kept of the sources' last runs goes too where any value does, for it may name it.

    Raises:
        UserError: where a page is missing or damaged, or the disk takes no writing; nothing is changed then.
    """
    with rewriting(database, evidence_dir) as connection:
        gone, held = purge_due(connection, evidence_dir, why)
    if gone.values:
        drop_kept(spool)
    return gone, held


def forget(database: Database, evidence_dir: Path, spool: Path, value: Value, why: Why) -> Gone:
    """Forget one value, rows and bytes, and what was kept of the sources' last runs, which may name it.

    Raises:
        UserError: where a case holds it, or a page that names it; nothing is changed then.
    """
    with rewriting(database, evidence_dir) as connection:
        gone = forget_values(connection, evidence_dir, [value], why)
        record(connection, "forget", gone, why)
    drop_kept(spool)
    return gone


def purge_due(connection: Connection, evidence_dir: Path, why: Why) -> tuple[Gone, int]:
    """Take out what has outlived its period; gives what went and how much a case holds back."""
    due = find_due(connection, read_holds(connection), why.at)
    rows: Counter[str] = Counter()
    files: list[Rewritten] = []
    values, pages, held = 0, 0, due.held
    for value, reason in due.values.items():
        held += 1
        with suppress(UserError):  # a case holds a page that names it
            gone = forget_values(connection, evidence_dir, [value], replace(why, reason=reason), relink=False)
            rows.update(gone.rows)
            files += gone.files
            values, pages, held = values + 1, pages + gone.pages, held - 1
    snapshot = TABLES["snapshot"]
    for reason in sorted({reason for _, reason in due.pages.values()}):
        wanted = [digest for digest, (_, said) in due.pages.items() if said == reason]
        query = select(snapshot).where(snapshot.c.sha256.in_(wanted), snapshot.c.purged_at.is_(None))
        still = connection.execute(query).all()
        files += bury_with_pictures(connection, evidence_dir, still, replace(why, reason=reason))
        pages += len(still)
    if values:
        build_links(connection, why.at)
    gone = Gone(values, pages, dict(rows), tuple(files))
    record(connection, "purge", gone, replace(why, reason="what had outlived its period"))
    return gone, held


def record(connection: Connection, what: str, gone: Gone, why: Why) -> None:
    """Write down what was done with evidence, where anything was."""
    if not gone.values and not gone.pages:
        return
    words = f"{why.reason}; {gone.values} values"
    row = {
        "at": why.at,
        "what": what,
        "case_id": why.case_id,
        "who": why.by,
        "pages": gone.pages,
        "words": words,
    }
    connection.execute(insert(TABLES["custody_event"]).values(**row, sha256=""))
