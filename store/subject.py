"""All that is held on one value, for who asks what we know of them; one mapping a row, with the proof where it has one.

First the rows that lead to a seller, an account or a case, joined for reading; then, of every table there is, each row
whose words name the value as `forget` would find it, so that no table is left out; then pages, and what was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, String, Table, func, or_, select, text
from sqlmodel import AutoString

from store.forget import pages_naming
from store.forget_key import forget_key, value_digest
from store.masking import digits_apart, mask_pattern, written_forms
from store.records import KINDS
from store.schema import TABLES

_ASKED = (
    ("shown", """
SELECT i.kind, i.value, s.written, s.role, s.first_seen_at, r.source, r.key AS seller, l.url AS listing_url,
       n.sha256, n.url, n.purged_at
FROM identifier i JOIN sighting s ON s.identifier_id = i.id JOIN seller r ON r.id = s.seller_id
JOIN snapshot n ON n.id = s.snapshot_id LEFT JOIN listing l ON l.id = s.listing_id
WHERE i.value = :value OR s.written = :value ORDER BY s.id"""),
    ("masked", """
SELECT p.kind, p.written, p.role, p.first_seen_at, r.source, r.key AS seller, n.sha256, n.url
FROM partial_sighting p JOIN seller r ON r.id = p.seller_id JOIN snapshot n ON n.id = p.snapshot_id
WHERE p.written = :value ORDER BY p.id"""),
    ("listing", """
SELECT DISTINCT t.title, t.text, t.seen_at, l.url, r.source, r.key AS seller FROM identifier i
JOIN sighting s ON s.identifier_id = i.id JOIN listing l ON l.id = s.listing_id
JOIN listing_text t ON t.listing_id = l.id JOIN seller r ON r.id = l.seller_id
WHERE i.value = :value OR s.written = :value ORDER BY l.url, t.seen_at"""),
    ("known account", """
SELECT k.kind, k.value, k.valid_from, k.valid_until, a.provider, a.account_ref FROM known_identifier k
JOIN known_account a ON a.id = k.account_id WHERE k.value = :value
ORDER BY a.provider, a.account_ref, k.kind, k.valid_from"""),
    ("claim", """
SELECT DISTINCT c.id, c.status, c.reason, c.first_linked_at, c.last_change FROM identifier i
JOIN sighting s ON s.identifier_id = i.id JOIN link_hop h ON h.sighting_id = s.id JOIN claim c ON c.link_id = h.link_id
WHERE i.value = :value OR s.written = :value ORDER BY c.id"""),
    ("told", """
SELECT DISTINCT t.id, t.claim_id, t.receiver, t.directory, t.says, t.sent_at FROM identifier i
JOIN sighting s ON s.identifier_id = i.id JOIN claim c ON c.seller_id = s.seller_id
JOIN claim_sent t ON t.claim_id = c.id JOIN link_hop h ON h.link_id = c.link_id AND h.sighting_id = s.id
WHERE i.value = :value OR s.written = :value ORDER BY t.id"""),
    ("protected", "SELECT kind, value, reason, valid_from, valid_until FROM protected_value WHERE value = :value ORDER BY id"),
    ("hold", "SELECT case_id, what AS held, kind, value, by, from_at, until_at FROM legal_hold WHERE value = :value ORDER BY id"),
)  # fmt: skip
_FORMS = "SELECT s.written FROM identifier i JOIN sighting s ON s.identifier_id = i.id WHERE i.value = :value"
_SOURCES = """
SELECT DISTINCT r.source FROM identifier i JOIN sighting s ON s.identifier_id = i.id JOIN seller r ON r.id = s.seller_id
WHERE i.value = :value OR s.written = :value ORDER BY r.source
"""


def held_on(connection: Connection, evidence_dir: Path, value: str) -> Iterator[dict[str, Any]]:
    """Give every row that names a value, in its canonical form or as it was written, with what kind of row it is.

    Raises:
        UserError: where a page that may name it is missing or damaged.
    """
    for what, query in _ASKED:
        for row in connection.execute(text(query), {"value": value}).mappings():
            yield {"what": what, **row}
    forms = {value, *connection.execute(text(_FORMS), {"value": value}).scalars()}
    pattern = mask_pattern(forms)
    if pattern is None:
        return
    for table in TABLES.values():
        yield from _rows_naming(connection, table, forms, pattern)
    for source in connection.execute(text(_SOURCES), {"value": value}).scalars().all():
        for page, _, _ in pages_naming(connection, evidence_dir, source, pattern):
            yield {
                "what": "page",
                "source": source,
                "sha256": page.sha256,
                "url": page.url,
                "at": page.fetched_at,
            }
    yield from _forgotten(connection, evidence_dir, value)


def _rows_naming(
    connection: Connection, table: Table, forms: Iterable[str], pattern: re.Pattern[str]
) -> Iterator[dict[str, Any]]:
    """Give the rows of a table any of whose words name the value; the database looks first, the pattern decides."""
    words = [column for column in table.c if isinstance(column.type, String | AutoString)]
    looked_for = sorted({_like(form.lower()) for one in forms for form in written_forms(one)})
    named = [func.lower(column).like(form, escape="/") for column in words for form in looked_for]
    if not named:
        return
    for row in connection.execute(select(table).where(or_(*named)).order_by(*table.primary_key)).mappings():
        if any(pattern.search(row[column.name] or "") for column in words):
            yield {
                "what": table.name,
                **{"sort" if name == "what" else name: cell for name, cell in row.items()},
            }


def _like(form: str) -> str:
    """Give the pattern by which the database finds a form; a number's digits may stand apart."""
    parts = re.findall(r"\d", form) if digits_apart(form) else [form]
    plain = (re.sub("([/%_])", r"/\1", part) for part in parts)
    return "%" + "%".join(plain) + "%"


def _forgotten(connection: Connection, evidence_dir: Path, value: str) -> Iterator[dict[str, Any]]:
    key, table = forget_key(evidence_dir), TABLES["forgotten_value"]
    if key is None:
        return
    digests = {value_digest(key, kind, value): kind for kind in KINDS}
    for row in connection.execute(select(table).where(table.c.digest.in_(digests))).mappings():
        yield {"what": "forgotten", "kind": digests[row["digest"]], "forgotten_at": row["forgotten_at"]}
