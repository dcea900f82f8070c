"""identifiers.csv: contacts and accounts that sellers show, one row a seller, value and role."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from store.feeds.feed import Batch, Feed, Gone, Moment, columns, place_of
from store.links.rules import rules_in_query
from store.matching import joins_as
from store.peppers import peppered

COLUMNS = columns(
    kind="text", value="text", role="text", strong="boolean", source="text", seller="text", listings="integer",
    sellers="integer", protected="boolean", first_seen_at="utc", url="text", snapshot_sha256="text", place="text",
)  # fmt: skip

ADDED = columns(digest="text", pepper_id="text")

_API_KEY = "api_key"
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
QUERY = """
first AS (SELECT g.identifier_id, g.seller_id, g.role, min(g.id) AS id, count(DISTINCT g.listing_id) AS listings,
                 min(g.first_seen_at) AS first_seen_at
          FROM sighting g GROUP BY g.identifier_id, g.seller_id, g.role),
crowd AS (SELECT g.identifier_id, count(DISTINCT g.seller_id) AS sellers FROM sighting g GROUP BY g.identifier_id)
SELECT i.kind, i.value, f.role, coalesce(k.strong, 0), s.source, s.key, f.listings, c.sellers,
       EXISTS (SELECT 1 FROM protected_value pv JOIN link_pair pp ON pp.known = pv.kind
               WHERE pv.value = i.value AND pp.shown = i.kind AND pv.valid_until IS NULL),
       f.first_seen_at, n.url, n.sha256, {place}
FROM identifier i JOIN first f ON f.identifier_id = i.id JOIN crowd c ON c.identifier_id = i.id
JOIN seller s ON s.id = f.seller_id JOIN sighting g ON g.id = f.id JOIN snapshot n ON n.id = g.snapshot_id
LEFT JOIN link_kind k ON k.kind = i.kind
ORDER BY i.kind {bytewise}, i.value {bytewise}, s.source {bytewise}, s.key {bytewise}, f.role {bytewise}
""".replace("{place}", place_of("g.pointer", "g.span_start", "g.span_end"))
KEY = ("kind", "value", "source", "seller", "role")
_PROTECTED = [column.name for column in COLUMNS].index("protected")
_AT = [[column.name for column in COLUMNS].index(name) for name in KEY]


def batches(moment: Moment) -> Iterator[Batch]:
    """Give every value by kind, value, source, seller and role, with its digest where there is a key.

    Protected values, those of victims among them, do not leave, nor do their digests: their rows are counted.
    """
    pepper = moment.pepper
    for batch in _unprotected(_values(moment), moment):
        unknown = [None] * len(batch[0])
        if pepper is None:
            yield [*batch, unknown, unknown]
        else:
            digests = [
                peppered(pepper.key, joins_as(kind), value) for kind, value in zip(*batch[:2], strict=True)
            ]
            yield [*batch, digests, [pepper.id] * len(digests)]


def _unprotected(batches: Iterator[Batch], moment: Moment) -> Iterator[Batch]:
    for batch in batches:
        protected = sum(map(bool, batch[_PROTECTED]))
        if not protected:
            yield batch
            continue
        moment.refused["protected"] += protected
        yield from _columns([row for row in zip(*batch, strict=True) if not row[_PROTECTED]])


def _values(moment: Moment) -> Iterator[Batch]:
    keys: list[tuple[Any, ...]] = []
    for batch in moment.ask_columns(f"WITH {rules_in_query()}, {QUERY}"):
        if _API_KEY not in batch[0]:
            yield from _sorted(keys)
            yield batch
            continue
        rows = list(zip(*batch, strict=True))
        yield from _columns([row for row in rows if row[0] < _API_KEY])
        keys += [_hidden(row) for row in rows if row[0] == _API_KEY]
        if rows[-1][0] != _API_KEY:
            yield from _sorted(keys)
            yield from _columns([row for row in rows if row[0] > _API_KEY])
    yield from _sorted(keys)


def _sorted(keys: list[tuple[Any, ...]]) -> Iterator[Batch]:
    """Give the keys in the order of their digests, which is another than they had themselves, once."""
    yield from _columns(sorted(keys, key=lambda row: [row[at] for at in _AT]))
    keys.clear()


def _columns(rows: list[tuple[Any, ...]]) -> Iterator[Batch]:
    if rows:
        yield list(zip(*rows, strict=True))


def _hidden(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Let no API key leave in clear, even if one had got past the scrubber: its SHA-256 stands for it."""
    if _SHA256.match(row[1]):
        return row
    return (row[0], hashlib.sha256(row[1].encode("utf-8", "surrogatepass")).hexdigest(), *row[2:])


FEED = Feed(
    "identifiers", "1.2.1", COLUMNS, KEY, batches, ADDED,
    Gone(reason="the seller is no longer known to show it, or it is protected now", keeps=("kind",)),
)  # fmt: skip
