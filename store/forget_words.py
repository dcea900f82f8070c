"""Words in rows that name a forgotten value, masked letter by letter."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select, update

from store.cluster_marks import mark_sellers
from store.masking import mask_text
from store.schema import TABLES
from store.words import text_digest, words_digest

_OF_SOURCE: dict[str, tuple[str, ...]] = {
    "listing": ("url",),
    "fact": ("value",),
    "signal": ("words",),
    "hint": ("url",),
}
_OF_SELLER: dict[str, tuple[str, ...]] = {"seller_name": ("name",), "sighting": ("written",)}
_OF_LISTING: dict[str, tuple[str, ...]] = {"listing_text": ("title", "text")}


def mask_rows(connection: Connection, sources: Sequence[str], pattern: re.Pattern[str]) -> Counter[str]:
    """Mask the words of some sources' rows, and give how many rows changed by table."""
    counts: Counter[str] = Counter()
    seller, listing, offer = TABLES["seller"], TABLES["listing"], TABLES["offer"]
    for name, columns in _OF_SOURCE.items():
        table = TABLES[name]
        query = select(table).where(table.c.source.in_(sources))
        counts[name] += _mask(connection, table, columns, query, pattern)
    for name, columns in _OF_SELLER.items():
        table = TABLES[name]
        query = (
            select(table).join(seller, seller.c.id == table.c.seller_id).where(seller.c.source.in_(sources))
        )
        counts[name] += _mask(connection, table, columns, query, pattern)
    for name, columns in _OF_LISTING.items():
        table = TABLES[name]
        query = select(table).join(listing, listing.c.id == table.c.listing_id)
        counts[name] += _mask(connection, table, columns, query.where(listing.c.source.in_(sources)), pattern)
    seen = TABLES["observation"]
    query = (
        select(seen)
        .join(offer, offer.c.id == seen.c.offer_id)
        .join(listing, listing.c.id == offer.c.listing_id)
    )
    counts["observation"] += _mask(
        connection, seen, ("price_text", "attributes"), query.where(listing.c.source.in_(sources)), pattern
    )
    labels = select(offer).join(listing, listing.c.id == offer.c.listing_id)
    counts["offer"] += _mask(
        connection, offer, ("label",), labels.where(listing.c.source.in_(sources)), pattern
    )
    claim, told = TABLES["claim"], TABLES["claim_sent"]
    query = (
        select(told).join(claim, claim.c.id == told.c.claim_id).join(seller, seller.c.id == claim.c.seller_id)
    )
    counts["claim_sent"] += _mask(
        connection, told, ("body",), query.where(seller.c.source.in_(sources)), pattern
    )
    counts["seller"] += _mask_sellers(connection, sources, pattern)
    return counts


def masked_key(key: str, pattern: re.Pattern[str]) -> str:
    """Give the key of a seller whose own key names a forgotten value; others stay."""
    if not pattern.search(key):
        return key
    return f"forgotten:{hashlib.sha256(mask_text(key, pattern).encode()).hexdigest()[:12]}"


def _mask(
    connection: Connection, table: Table, columns: Iterable[str], query: Select[Any], pattern: re.Pattern[str]
) -> int:
    changed = 0
    for row in connection.execute(query).all():
        masked = {name: mask_text(getattr(row, name), pattern) for name in columns}
        if any(getattr(row, name) != words for name, words in masked.items()):
            if table.name == "listing_text":
                masked["text_sha256"] = text_digest(masked["title"], masked["text"], row.groups)
                masked["words_sha256"] = words_digest(masked["title"], masked["text"])
            _change(connection, table, row, masked)
            changed += 1
    return changed


def _mask_sellers(connection: Connection, sources: Sequence[str], pattern: re.Pattern[str]) -> int:
    seller = TABLES["seller"]
    changed = 0
    for row in connection.execute(select(seller).where(seller.c.source.in_(sources))).all():
        key = masked_key(row.key, pattern)
        if key != row.key:
            # two sellers that become one name keep apart by their numbers
            taken = select(seller.c.id).where(seller.c.source == row.source, seller.c.key == key)
            is_taken = connection.execute(taken).first() is not None
            _change(connection, seller, row, {"key": f"{key}:{row.id}" if is_taken else key})
            mark_sellers(connection, [row.id])
            changed += 1
    return changed


def _change(connection: Connection, table: Table, row: Row[Any], values: dict[str, str]) -> None:
    connection.execute(update(table).where(table.c.id == row.id).values(**values))
