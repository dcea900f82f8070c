"""Claims as they stand now, each with its account, its paths hop by hop, and what people and receivers said of it.

What decides whether a claim may leave to a receiver is read here, from the rows of this moment: an account that was
reinstated or a value that was protected since the last `link` counts at once.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from store.columns import Exact, Utc
from store.import_batches import table_of
from store.judgement_tables import CONFIRM, HOP, PAIR, REJECT, Judgement
from store.known_tables import LinkModel, ProtectedValue
from store.links.model import read_weighing
from store.links.show import place_words
from store.matching import hop_words, joins_as
from store.receiver_tables import Outcome
from store.records import KINDS, plain
from store.short_ids import CLAIM

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

OVERTURNED = "overturned"
_judgement, _outcome = table_of(Judgement), table_of(Outcome)
_protected, _model = table_of(ProtectedValue), table_of(LinkModel)

CLAIMS = """
SELECT c.id, c.link_id, c.status, c.reason, c.first_linked_at, c.last_change, c.seller_id, a.provider, a.account_ref,
       v.class_name, s.source, s.key AS seller, u.cluster, l.level, l.score, l.model, l.stale,
       h.path, h.rule, h.words, h.weight, h.hop_key, h.stale AS hop_stale, h.sharers, h.pointer, h.span_start, h.span_end,
       i.kind, i.value, CASE WHEN h.known_key IS NOT NULL AND EXISTS (SELECT 1 FROM known_value k WHERE k.account_id = c.account_id
            AND k.kind = h.known_kind AND coalesce(k.value, k.pepper_id || ':' || k.digest) = h.known_key
            AND k.valid_until IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM known_value k WHERE k.account_id = c.account_id
            AND k.kind = h.known_kind AND coalesce(k.value, k.pepper_id || ':' || k.digest) = h.known_key
            AND k.valid_until IS NULL) THEN 1 ELSE 0 END AS value_withdrawn,
       p.bought_on, n.sha256, n.url, n.fetched_at
FROM claim c JOIN seller s ON s.id = c.seller_id JOIN known_account a ON a.id = c.account_id
LEFT JOIN known_account_version v ON v.account_id = a.id AND v.valid_until IS NULL
LEFT JOIN seller_cluster u ON u.seller_id = c.seller_id
LEFT JOIN link l ON l.id = c.link_id LEFT JOIN link_hop h ON h.link_id = c.link_id
LEFT JOIN snapshot n ON n.id = h.snapshot_id
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN identifier i ON i.id = g.identifier_id
LEFT JOIN purchase p ON p.id = h.purchase_id
ORDER BY c.id {bytewise}, h.path, h.hop
"""
_TYPES: dict[str, Any] = {
    "first_linked_at": Utc(), "last_change": Utc(), "fetched_at": Utc(), "score": Exact(),
    "weight": Exact(),
}  # fmt: skip
_FETCHED = 2_000
_ON_SALE = """
SELECT DISTINCT l.seller_id, g.good_at FROM listing l JOIN offer o ON o.listing_id = l.id
JOIN presence p ON p.offer_id = o.id AND p.until_at IS NULL AND p.missing_since IS NULL
JOIN (SELECT source, max(finished_at) AS good_at FROM run WHERE verdict IN ('ok', 'empty') GROUP BY source) g
     ON g.source = l.source
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What people say of a pair or a hop: who confirms it and when, who rejects it. What was undone is not here."""

    confirmed: Mapping[str, datetime] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClaimHop:
    """One hop of a path; `strong` tells that its kind is, `barred` why it may not count now, None where it may."""

    rule: str
    words: str
    key: str
    weight: Decimal | None
    strong: bool
    stale: bool
    sharers: int | None
    sha256: str
    url: str
    place: str
    seen_at: datetime
    kind: str | None = None
    barred: str | None = None
    said: Said = Said()


@dataclass(frozen=True, slots=True)
class ClaimState:
    """One claim with all that decides who may be told of it; `paths` is empty where nothing links any more."""

    id: str
    status: str
    reason: str
    first_linked_at: datetime
    last_change: datetime
    provider: str
    account_ref: str
    account_class: str | None
    """None: the provider withdrew the account."""
    seller_id: int
    source: str
    seller: str
    cluster: str | None
    level: str | None
    score: Decimal | None
    model: int | None
    alert_bits: Decimal | None
    stale: bool
    paths: tuple[tuple[ClaimHop, ...], ...]
    said: Said = Said()
    overturned: str | None = None
    """The action that was overturned, where the latest word on one says so."""
    on_sale_at: datetime | None = None
    """When the seller's offers were last seen on sale, where some stand."""

    def body(self) -> str:
        """Write the claim with its paths and weights as JSON, keys in a fixed order."""
        body = {
            "provider": self.provider, "account_ref": self.account_ref, "account_class": self.account_class,
            "source": self.source, "seller": self.seller, "cluster": self.cluster, "reason": self.reason, "level": self.level,
            "score": None if self.score is None else plain(self.score), "model": self.model, "stale": self.stale,
            "confirmed_by": len(self.said.confirmed), "paths": [[_hop_body(hop) for hop in path] for path in self.paths],
        }  # fmt: skip
        return json.dumps(body, ensure_ascii=False)


def _hop_body(hop: ClaimHop) -> dict[str, Any]:
    return {
        "rule": hop.rule, "words": hop.words, "weight": None if hop.weight is None else plain(hop.weight), "key": hop.key,
        "stale": hop.stale, "snapshot_sha256": hop.sha256, "place": hop.place, "url": hop.url,
    }  # fmt: skip


def read_claims(connection: Connection) -> Iterator[ClaimState]:
    """Give every claim by its id, text by its bytes; streams, but for judged hops, outcomes and protected values."""
    beside = _Beside(connection)
    words = CLAIMS.replace("{bytewise}", 'COLLATE "C"' if connection.dialect.name == "postgresql" else "")
    rows = connection.execute(text(words).columns(**_TYPES), execution_options={"yield_per": _FETCHED})
    with closing(_stream_said(connection, PAIR)) as said:
        of_pairs = _InStep(said)
        for claim, hops in groupby(rows, key=lambda row: row.id):
            yield _state(list(hops), beside, of_pairs.said_of(claim.removeprefix(CLAIM)))


class _InStep:
    """What people said of pairs, found by keys that ascend as they do; judged claims may be many."""

    def __init__(self, said: Iterator[tuple[str, Said]]) -> None:
        self._said, self._next = said, next(said, None)

    def said_of(self, key: str) -> Said:
        while self._next is not None and self._next[0] < key:
            self._next = next(self._said, None)
        return self._next[1] if self._next is not None and self._next[0] == key else Said()


class _Beside:
    """What stands beside claims: what people said of hops, what was overturned, what is protected, each model's limit."""

    def __init__(self, connection: Connection) -> None:
        self.hops = read_said(connection, HOP)
        self.overturned = {
            claim: action for (claim, action), said in read_outcomes(connection).items() if said == OVERTURNED
        }
        self.on_sale = _read_on_sale(connection)
        live = select(_protected.c.kind, _protected.c.value).where(_protected.c.valid_until.is_(None))
        self.protected = {(joins_as(kind), value) for kind, value in connection.execute(live)}
        models = connection.execute(select(_model.c.version, _model.c.body))
        self.alert_bits = {version: read_weighing(json.loads(body)).alert_bits for version, body in models}


def _read_on_sale(connection: Connection) -> dict[int, datetime]:
    rows = connection.execute(text(_ON_SALE).columns(good_at=Utc()))
    return {row.seller_id: row.good_at for row in rows}


def read_said(connection: Connection, about: str, before: datetime | None = None) -> dict[str, Said]:
    """Read what stands of each key, or stood before a moment: any rejection, and each person's last confirm or unsure.

    Who confirms the weekly sample blind does not count: they saw neither the score nor what speaks against the link.
    """
    return dict(_stream_said(connection, about, before))


def _stream_said(
    connection: Connection, about: str, before: datetime | None = None
) -> Generator[tuple[str, Said]]:
    """Give the same key by key, keys by their bytes."""
    undone, key = _judgement.c.undone_at, _judgement.c.key
    standing = (_judgement.c.about == about) & undone.is_(None)
    if before is not None:
        standing = (
            (_judgement.c.about == about)
            & (_judgement.c.at < before)
            & (undone.is_(None) | (undone >= before))
        )
    bytewise = key.collate("C") if connection.dialect.name == "postgresql" else key
    query = select(_judgement).where(standing).order_by(bytewise, _judgement.c.at, _judgement.c.id)
    rows = connection.execute(query, execution_options={"yield_per": _FETCHED})
    for name, judged in groupby(rows, key=lambda row: row.key):
        yield name, _sum_up(judged)


def _sum_up(judged: Iterable[Row[Any]]) -> Said:
    confirmed, rejected = dict[str, datetime](), set[str]()
    for row in judged:
        confirmed.pop(row.who, None)
        if row.says == CONFIRM and not row.blind:
            confirmed[row.who] = row.at
        elif row.says == REJECT:
            rejected.add(row.who)
    return Said(confirmed, frozenset(rejected))


def read_outcomes(connection: Connection, before: datetime | None = None) -> dict[tuple[str, str], str]:
    """Give the latest outcome, now or before a moment, of each claim and action, in the order of their first ones."""
    query = select(_outcome.c.claim_id, _outcome.c.action, _outcome.c.outcome).order_by(
        _outcome.c.at, _outcome.c.id
    )
    if before is not None:
        query = query.where(_outcome.c.at < before)
    return {(claim, action): outcome for claim, action, outcome in connection.execute(query)}


def _state(rows: list[Row[Any]], beside: _Beside, said: Said) -> ClaimState:
    row = rows[0]
    assert row.link_id in (None, row.id.removeprefix(CLAIM)), (
        "what people said of the link is found by the claim"
    )
    hops = [one for one in rows if one.rule is not None]
    paths = tuple(
        tuple(_hop(one, beside) for one in path) for _, path in groupby(hops, key=lambda one: one.path)
    )
    return ClaimState(
        row.id, row.status, row.reason, row.first_linked_at, row.last_change, row.provider, row.account_ref, row.class_name,
        row.seller_id, row.source, row.seller, row.cluster, row.level, row.score, row.model,
        beside.alert_bits.get(row.model), bool(row.stale), paths, said if row.link_id else Said(),
        beside.overturned.get(row.id), beside.on_sale.get(row.seller_id),
    )  # fmt: skip


def _hop(row: Row[Any], beside: _Beside) -> ClaimHop:
    said = beside.hops.get(row.hop_key, Said())
    barred = None
    if said.rejected:
        barred = "rejected"
    elif row.kind is not None and (joins_as(row.kind), row.value) in beside.protected:
        barred = "protected"
    elif row.value_withdrawn:
        barred = "value_withdrawn"
    strong = row.kind is None or KINDS[row.kind].strong
    return ClaimHop(
        row.rule, hop_words(row.words, row.kind, row.sharers), row.hop_key, row.weight, strong, bool(row.hop_stale),
        row.sharers, row.sha256, row.url, place_words(row.pointer, row.span_start, row.span_end), row.fetched_at, row.kind,
        barred, said,
    )  # fmt: skip
