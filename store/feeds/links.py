"""links.csv: one row a claim, retracted ones among them for ever; link_offers.csv: the offers of the active ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from store.feeds.feed import RETRACTED, Batch, Feed, Gone, Moment, changed, columns, in_batches
from store.links.same_paths import told_once
from store.links.show import OVERTURNED, place_words
from store.matching import hop_words

if TYPE_CHECKING:
    from store.feeds.fallen import Fallen

COLUMNS = columns(
    claim_id="text", status="text", reason="text", first_linked_at="utc", last_change="utc", provider="text",
    account_ref="text", account_class="text", source="text", seller="text", rules="text", path="text",
    snapshot_sha256="text", place="text", proof_url="text",
)  # fmt: skip
ADDED = columns(
    level="text", score="decimal", model="integer", stale="boolean", cluster="text", overturned="text"
)
OFFER_COLUMNS = columns(
    claim_id="text", offer_id="text", source="text", bought="boolean", stands="boolean", provider="text",
    account_ref="text",
)  # fmt: skip
_ENDS = [column.name for column in COLUMNS].index("rules")
_HOP = _ENDS + len(ADDED)
_STAYS = ("cluster", "overturned")
"""What is said of a retracted claim too."""
BETWEEN = " | "
"""Stands between the paths of a claim, in `path`, `snapshot_sha256`, `place` and `proof_url` alike."""

CLAIMS_QUERY = """
SELECT c.id, c.status, c.reason, c.first_linked_at, c.last_change, a.provider, a.account_ref,
       coalesce(v.class_name, 'withdrawn'), s.source, s.key, y.level, y.score, y.model, y.stale, m.cluster, {overturned},
       h.rule, h.words, h.sharers, i.kind,
       n.sha256, n.url, h.pointer, h.span_start, h.span_end, h.path, h.hop_key, h.known_key
FROM claim c JOIN seller s ON s.id = c.seller_id JOIN known_account a ON a.id = c.account_id
LEFT JOIN known_account_version v ON v.account_id = a.id AND v.valid_until IS NULL
LEFT JOIN link y ON y.id = c.link_id LEFT JOIN seller_cluster m ON m.seller_id = c.seller_id
LEFT JOIN link_hop h ON h.link_id = c.link_id LEFT JOIN snapshot n ON n.id = h.snapshot_id
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN identifier i ON i.id = g.identifier_id
ORDER BY c.id {bytewise}, h.path, h.hop
""".replace("{overturned}", OVERTURNED)

OFFERS_QUERY = """
WITH bought AS (
    SELECT DISTINCT h.link_id, p.offer_id FROM link_hop h JOIN purchase p ON p.id = h.purchase_id),
named AS (
    SELECT c.id AS claim_id, c.account_id, o.id AS offer_id, o.key, l.source
    FROM claim c JOIN listing l ON l.seller_id = c.seller_id JOIN offer o ON o.listing_id = l.id
    JOIN presence p ON p.offer_id = o.id AND p.until_at IS NULL
    WHERE c.status = 'active'
    UNION
    SELECT c.id, c.account_id, o.id, o.key, l.source
    FROM claim c JOIN bought b ON b.link_id = c.link_id JOIN offer o ON o.id = b.offer_id
    JOIN listing l ON l.id = o.listing_id
    WHERE c.status = 'active')
SELECT m.claim_id, m.key, m.source,
       EXISTS (SELECT 1 FROM bought b JOIN claim c ON c.link_id = b.link_id
               WHERE c.id = m.claim_id AND b.offer_id = m.offer_id) AS bought,
       EXISTS (SELECT 1 FROM presence p WHERE p.offer_id = m.offer_id AND p.until_at IS NULL) AS stands,
       a.provider, a.account_ref
FROM named m JOIN known_account a ON a.id = m.account_id
ORDER BY m.claim_id {bytewise}, m.key {bytewise}
"""


def rows(moment: Moment) -> Iterator[tuple[Any, ...]]:
    """Give every claim by its id; one that fell since the last `link` as retracted."""
    barred = {} if moment.decided is None else moment.decided.barred
    for claim_id, hops in groupby(moment.ask(CLAIMS_QUERY), key=lambda row: row[0]):
        fallen = moment.fallen.get(claim_id)
        if fallen is None:
            yield _claim(list(hops), barred.get(claim_id, frozenset()))
        else:
            yield _fallen(next(hops), fallen)


def _claim(hops: list[tuple[Any, ...]], barred: frozenset[int]) -> tuple[Any, ...]:
    """Write a claim with its paths, but for those that count no more."""
    claim, weighed = hops[0][:_ENDS], hops[0][_ENDS:_HOP]
    paths = groupby((_Hop(*hop[_HOP:]) for hop in hops if hop[_HOP] is not None), key=lambda hop: hop.path)
    stands = [hop for at, (_, path) in enumerate(paths) for hop in path if at not in barred]
    told = told_once(stands, lambda hop: (hop.rule, hop.hop_key, hop.words, hop.known_key))
    proofs = [hop._replace(words=words) for hop, words in told]
    return (
        *claim, " ".join(dict.fromkeys(hop.rule for hop in proofs)),
        BETWEEN.join(hop_words(hop.words, hop.shown_kind, hop.sharers) for hop in proofs), BETWEEN.join(hop.sha256 for hop in proofs),
        BETWEEN.join(place_words(hop.pointer, hop.span_start, hop.span_end) for hop in proofs),
        BETWEEN.join(hop.url for hop in proofs), *weighed,
    )  # fmt: skip


def _fallen(row: tuple[Any, ...], fallen: Fallen) -> tuple[Any, ...]:
    said = {"status": RETRACTED, "reason": fallen.reason, "last_change": fallen.at}
    claim = (said.get(column.name, cell) for column, cell in zip(COLUMNS, row[:_ENDS], strict=False))
    bare = {column.name: cell for column, cell in zip(ADDED, row[_ENDS:_HOP], strict=True)}
    empty = [None] * (len(COLUMNS) - _ENDS)
    return (*claim, *empty, *(bare[name] if name in _STAYS else None for name in bare))


class _Hop(NamedTuple):
    rule: str
    words: str
    sharers: int | None
    shown_kind: str | None
    sha256: str
    url: str
    pointer: str
    span_start: int | None
    span_end: int | None
    path: int
    hop_key: str
    known_key: str | None


def _offers(moment: Moment) -> Iterator[Batch]:
    found = moment.ask_columns(OFFERS_QUERY)
    return changed(found, lambda row: None if row[0] in moment.fallen else row) if moment.fallen else found


FEED = Feed(
    "links",
    "1.2.0",
    COLUMNS,
    ("claim_id",),
    in_batches(rows),
    ADDED,
    Gone(reason="the claim is no longer held"),
)
OFFERS_FEED = Feed(
    "link_offers", "1.1.0", OFFER_COLUMNS, ("claim_id", "offer_id"), _offers,
    gone=Gone("UNLINK", "the offer is no longer on sale, or no longer the linked seller's"),
)  # fmt: skip
