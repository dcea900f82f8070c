"""identifiers.csv: contacts and accounts that sellers show, one row a seller, value and role."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from store.feeds.feed import Feed, columns
from store.links.rules import rules_in_query
from store.links.show import place_words
from store.records import KINDS

COLUMNS = columns(
    kind="text", value="text", role="text", strong="boolean", source="text", seller="text", listings="integer",
    sellers="integer", protected="boolean", first_seen_at="utc", url="text", snapshot_sha256="text", place="text",
)  # fmt: skip

_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_QUERY = """
first AS (SELECT g.identifier_id, g.seller_id, g.role, min(g.id) AS id, count(DISTINCT g.listing_id) AS listings,
                 min(g.first_seen_at) AS first_seen_at
          FROM sighting g GROUP BY g.identifier_id, g.seller_id, g.role),
crowd AS (SELECT g.identifier_id, count(DISTINCT g.seller_id) AS sellers FROM sighting g GROUP BY g.identifier_id)
SELECT i.kind, i.value, f.role, s.source, s.key AS seller, f.listings, c.sellers, f.first_seen_at,
       n.url, n.sha256, g.pointer, g.span_start, g.span_end,
       EXISTS (SELECT 1 FROM protected_value pv JOIN link_pair pp ON pp.known = pv.kind
               WHERE pv.value = i.value AND pp.shown = i.kind AND pv.valid_until IS NULL) AS protected
FROM first f JOIN identifier i ON i.id = f.identifier_id JOIN crowd c ON c.identifier_id = f.identifier_id
JOIN seller s ON s.id = f.seller_id JOIN sighting g ON g.id = f.id JOIN snapshot n ON n.id = g.snapshot_id
ORDER BY i.kind, i.value, s.source, s.key, f.role
"""


def rows(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """Give every value by kind, value, source, seller and role."""
    query = text(f"WITH {rules_in_query()}, {_QUERY}")
    for row in connection.execution_options(yield_per=2000).execute(query):
        kind = KINDS.get(row.kind)
        yield (
            row.kind, _never_a_key(row.kind, row.value), row.role, bool(kind and kind.strong), row.source, row.seller,
            row.listings, row.sellers, bool(row.protected), row.first_seen_at, row.url, row.sha256,
            place_words(row.pointer, row.span_start, row.span_end),
        )  # fmt: skip


def _never_a_key(kind: str, value: str) -> str:
    """Let no API key leave in clear, even if one had got past the scrubber: its SHA-256 stands for it."""
    if kind != "api_key" or _SHA256.match(value):
        return value
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()


FEED = Feed("identifiers", "1.0.0", COLUMNS, rows)
