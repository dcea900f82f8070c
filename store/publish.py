"""A copy of the database for analysts: one SQLite file, whole or not at all, personal values masked unless told else.

A reader of the copy waits for no writer. Its free pages are vacuumed, so that what was masked is nowhere in the file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import re2
from sqlalchemy import select

from store.bulk import insert_many
from store.copies import back_up
from store.database import Database, open_database
from store.engine import friendly
from store.errors import UserError
from store.known_files import take_in
from store.retention import CLASS_OF, PERSON
from store.schema import TABLES

PERSONAL = frozenset({name for name, kept in CLASS_OF.items() if kept == PERSON} | {"payment", "ip"})
"""Kinds of identifiers that may name a person; shops, domains, wallets and codes name a trade."""
_BATCH = 5000
_LEAST = 4
"""Shorter values stand in too many other words to be sought in them."""
_SHOWN = 2
_WORDS = {
    "listing_text": ("title", "text"), "fact": ("value",), "signal": ("words",), "offer": ("label",),
    "observation": ("price_text", "attributes"), "link_hop": ("words",), "claim_sent": ("body",),
}  # fmt: skip
_SOURCE_OF = {
    "listing_text": "SELECT t.id, l.source FROM listing_text t JOIN listing l ON l.id = t.listing_id",
    "fact": "SELECT id, source FROM fact",
    "signal": "SELECT id, source FROM signal",
    "offer": "SELECT o.id, l.source FROM offer o JOIN listing l ON l.id = o.listing_id",
    "observation": "SELECT v.id, l.source FROM observation v JOIN offer o ON o.id = v.offer_id"
    " JOIN listing l ON l.id = o.listing_id WHERE v.price_text <> '' OR v.attributes <> ''",
    "link_hop": "SELECT h.rowid, s.source FROM link_hop h JOIN link k ON k.id = h.link_id"
    " JOIN seller s ON s.id = k.seller_id",
    "claim_sent": "SELECT t.id, s.source FROM claim_sent t JOIN claim c ON c.id = t.claim_id"
    " JOIN seller s ON s.id = c.seller_id",
}


@dataclass(frozen=True, slots=True)
class Published:
    """The copy's file, its size, and how many values were masked."""

    path: Path
    bytes: int
    masked: int


def publish(database: Database, target: Path, *, clear: bool = False) -> Published:
    """Write the copy beside its place, then rename it over the former one; a clear copy only its owner may read.

    Raises:
        UserError: where the database cannot be read or the copy not be written; the former copy stands then.
    """
    if database.path is not None and target.exists() and target.samefile(database.path):
        raise UserError(f"{target} is the database itself: name another file for the copy")
    if target.is_dir():
        raise UserError(f"{target} is a directory: name a file in it, such as {target / 'resalewatch.db'}")
    part = target.with_name(f"{target.name}.part")
    try:
        with friendly(str(target)):
            part.unlink(missing_ok=True)
            _copy(database, part)
            masked = 0 if clear else _mask(part)
            part.chmod(0o600 if clear else 0o644)
            with part.open("rb") as whole:
                os.fsync(whole.fileno())
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return Published(target, target.stat().st_size, masked)


def _copy(database: Database, part: Path) -> None:
    if database.path is not None:
        back_up(database.path, part, views=True)
        return
    with (
        open_database(f"sqlite:///{part}", write=True) as copy,
        database.reading() as reader,
        copy.writing() as writer,
    ):
        writer.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # rows may name later ones
        for table in TABLES.values():
            writer.execute(table.delete())
            columns = [column for column in table.columns if column.computed is None]
            rows = reader.execution_options(yield_per=_BATCH).execute(select(*columns))
            for batch in rows.mappings().partitions(_BATCH):
                insert_many(writer, table, [dict(row) for row in batch])
    with closing(sqlite3.connect(part)) as alone:
        take_in(alone, part, views=True)
    _settle(part)
    part.with_name(f"{part.name}.lock").unlink(missing_ok=True)


def _settle(part: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE").close()


def _mask(part: Path) -> int:
    """Mask personal values wherever the copy holds them, and give how many there were."""
    with closing(sqlite3.connect(part)) as copy:
        copy.execute("PRAGMA secure_delete=ON").close()
        by_source = _values_by_source(copy)
        for table, columns in _WORDS.items():
            _mask_words(copy, table, columns, by_source)
        count = _mask_columns(copy)
        copy.commit()
        copy.execute("VACUUM")
    return count


def masked(value: str, number: int) -> str:
    """Keep a value's ends and its row's number: two rows stay two, and nobody is named.

    >>> masked("fastkeys_kf", 7), masked("someone@mail.example", 8), masked("abc", 9)
    ('fa***kf#7', 'so***@mail.example#8', '***#9')
    """
    name, sign, host = value.partition("@")
    if sign and name and "." in host:
        return f"{name[:_SHOWN]}***@{host}#{number}"
    if len(value) <= 2 * _SHOWN:
        return f"***#{number}"
    return f"{value[:_SHOWN]}***{value[-_SHOWN:]}#{number}"


def _marks(kinds: frozenset[str]) -> tuple[str, list[str]]:
    return ", ".join("?" * len(kinds)), sorted(kinds)


def _values_by_source(copy: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Give, for each source, its personal values as written and as compared, each with what stands for it."""
    marks, kinds = _marks(PERSONAL)
    query = (
        "SELECT DISTINCT s.source, i.id, i.value, g.written FROM sighting g JOIN seller s ON s.id = g.seller_id"  # noqa: S608 - marks alone
        f" JOIN identifier i ON i.id = g.identifier_id WHERE i.kind IN ({marks})"
    )
    found: dict[str, dict[str, str]] = {}
    for source, number, value, written in copy.execute(query, kinds):
        stands = masked(value, number)
        for one in (value, written, written.lstrip("@+")):
            if len(one) >= _LEAST:
                found.setdefault(source, {})[one.lower()] = stands
    return found


def _mask_words(
    copy: sqlite3.Connection, table: str, columns: tuple[str, ...], by_source: dict[str, dict[str, str]]
) -> None:
    sources: dict[str, list[int]] = {}
    for number, source in copy.execute(_SOURCE_OF[table]):
        if source in by_source:
            sources.setdefault(source, []).append(number)
    names, key = ", ".join(columns), "rowid"
    sets = ", ".join(f"{column} = ?" for column in columns)
    for source, numbers in sources.items():
        values = by_source[source]
        pattern = re2.compile("(?i)" + "|".join(map(re2.escape, sorted(values, key=len, reverse=True))))
        changes = []
        for number in numbers:
            row = copy.execute(f"SELECT {names} FROM {table} WHERE {key} = ?", (number,)).fetchone()  # noqa: S608 - our names
            fresh = tuple(None if cell is None else _replaced(pattern, values, cell) for cell in row)
            if fresh != row:
                changes.append((*fresh, number))
        copy.executemany(f"UPDATE {table} SET {sets} WHERE {key} = ?", changes)  # noqa: S608 - our names


def _replaced(pattern: re2._Regexp, values: dict[str, str], cell: str) -> str:
    words: str = pattern.sub(lambda found: values.get(found.group().lower(), "***"), cell)
    return words


def _mask_columns(copy: sqlite3.Connection) -> int:
    marks, kinds = _marks(PERSONAL)
    count = 0
    for table in ("identifier", "known_value", "protected_value", "legal_hold"):
        rows = copy.execute(
            f"SELECT id, value FROM {table} WHERE value IS NOT NULL AND kind IN ({marks})",  # noqa: S608 - our names
            kinds,
        ).fetchall()
        copy.executemany(f"UPDATE {table} SET value = ? WHERE id = ?", _fresh(rows))  # noqa: S608 - our names
        count += len(rows)
    count += _mask_filed(copy)
    copy.execute(f"UPDATE link_hop SET known_key = '***' WHERE known_kind IN ({marks})", kinds)  # noqa: S608 - marks alone
    copy.execute(
        f"UPDATE sighting SET written = '***' WHERE identifier_id IN (SELECT id FROM identifier WHERE kind IN ({marks}))",  # noqa: S608 - marks alone
        kinds,
    )
    copy.execute("UPDATE purchase SET buyer_alias = '***', authorised_by = '***'")
    copy.execute("UPDATE legal_hold SET by = '***'")
    copy.execute("UPDATE tombstone SET by = '***'")
    copy.execute("UPDATE custody_event SET who = '***'")
    copy.execute("UPDATE clear_release SET who = '***'")
    copy.execute(
        "UPDATE judgement SET who = '***' || id, undone_by = CASE WHEN undone_by IS NULL THEN NULL ELSE '***' END"
    )
    return count


def _mask_filed(copy: sqlite3.Connection) -> int:
    """Mask what came from the file of known values; digests of a person's values are no clear values."""
    marks, kinds = _marks(PERSONAL)
    shapes = [row[0] for row in copy.execute(f"SELECT id FROM known_shape WHERE kind IN ({marks})", kinds)]  # noqa: S608 - marks alone
    count = 0
    for shape in shapes:
        rows = copy.execute("SELECT * FROM known_clear WHERE shape = ?", (shape,)).fetchall()
        copy.execute("DELETE FROM known_clear WHERE shape = ?", (shape,))
        fresh = ((row[0], masked(row[1], number), *row[2:]) for number, row in enumerate(rows, count + 1))
        copy.executemany("INSERT INTO known_clear VALUES (?, ?, ?, ?)", fresh)
        count += len(rows)
    return count


def _fresh(rows: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    return ((masked(value, number), number) for number, value in rows)
