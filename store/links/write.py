"""Links and hops written anew for the pairs whose paths, counts or model changed: each weighed, each in a sentence."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, text

from store.columns import Utc
from store.import_batches import table_of
from store.known_tables import Link, LinkHop
from store.links.weights import LEAD, hop_key, total
from store.matching import EXACT, NAME, PROBE, PURCHASE, exact_words, joins_as, probe_words, purchase_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Row

    from store.links.model import Model

_BATCH = 2_000

_PATHS = """
SELECT w.*, r.source, r.key AS seller_key, a.provider, a.account_ref, b.bought_on, b.case_id,
       o.key AS offer_key, q.canary, q.sent_at, n.seen_at, q.case_id AS probe_case
FROM link_rebuilt x
JOIN link_wanted w ON w.seller_id = x.seller_id AND w.account_id = x.account_id
JOIN seller r ON r.id = w.seller_id
JOIN known_account a ON a.id = w.account_id
LEFT JOIN purchase b ON b.id = w.purchase_id
LEFT JOIN offer o ON o.id = b.offer_id
LEFT JOIN probe_answer n ON n.id = w.probe_answer_id LEFT JOIN probe q ON q.id = n.probe_id
ORDER BY w.seller_id, w.account_id, w.stale, CASE w.rule WHEN 'probe' THEN -1 WHEN 'purchase' THEN 0 WHEN 'exact_identifier' THEN 1 WHEN 'partial' THEN 2 WHEN 'fuzzy' THEN 3
         ELSE 4 END, w.kind, w.value,
         w.sighting_id, w.partial_id, w.known_kind, w.known_key, w.purchase_id, w.probe_answer_id
"""


def link_id(source: str, seller_key: str, provider: str, account_ref: str) -> str:
    """Hash a link's end points into its id.

    >>> link_id("shop", "operator", "anthropic", "acc_1") == link_id("shop", "operator", "anthropic", "acc_1")
    True
    """
    ends = json.dumps(["link", source, seller_key, provider, account_ref], ensure_ascii=True)
    return hashlib.sha256(ends.encode()).hexdigest()[:32]


def key_of(row: Row[Any]) -> str:
    """Hash the ends of a path's one hop, from a row of `link_wanted` with the names of its seller and account."""
    if row.rule == PURCHASE:
        return hop_key(PURCHASE, row.offer_key, row.provider, row.account_ref)
    if row.rule == PROBE:
        return hop_key(PROBE, row.value, row.provider, row.account_ref)
    shown = joins_as(row.kind)
    return hop_key(row.rule, row.source, row.seller_key, shown, row.value, row.provider, row.account_ref)


def write_links(connection: Connection, model: Model) -> None:
    """Write the links and hops of every pair of `link_rebuilt`, from the paths in `link_wanted`."""
    links: list[dict[str, Any]] = []
    hops: list[dict[str, Any]] = []
    rows = connection.execute(text(_PATHS).columns(sent_at=Utc(), seen_at=Utc())).yield_per(_BATCH)
    for (seller_id, account_id), paths in groupby(rows, key=lambda row: (row.seller_id, row.account_id)):
        steps = list(_hops(paths, model))
        links.append(_link(steps, model) | {"seller_id": seller_id, "account_id": account_id})
        hops += steps
        if len(hops) >= _BATCH:
            _flush(connection, links, hops)
    _flush(connection, links, hops)


def _flush(connection: Connection, links: list[dict[str, Any]], hops: list[dict[str, Any]]) -> None:
    if links:
        connection.execute(insert(table_of(Link)), links)
        connection.execute(insert(table_of(LinkHop)), hops)
    links.clear()
    hops.clear()


def _link(steps: list[dict[str, Any]], model: Model) -> dict[str, Any]:
    marked = [(step, step.pop("marks")) for step in steps]
    fresh = [(step["weight"], marks) for step, marks in marked if not step["stale"] and step["rule"] != NAME]
    score = total(fresh or [(step["weight"], marks) for step, marks in marked])
    return {
        "id": steps[0]["link_id"],
        "level": model.weighing.level(score) if fresh else LEAD,
        "score": score,
        "model": model.version,
        "stale": all(step["stale"] for step in steps),
    }


def _hops(paths: Iterable[Row[Any]], model: Model) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(paths):
        said = _SAID.get(row.rule, _unequal)(row, model)
        yield said | {
            "link_id": link_id(row.source, row.seller_key, row.provider, row.account_ref),
            "path": number,
            "hop": 0,
            "rule": row.rule,
            "sighting_id": row.sighting_id,
            "known_kind": row.known_kind,
            "known_key": row.known_key,
            "partial_id": row.partial_id,
            "purchase_id": row.purchase_id,
            "probe_answer_id": row.probe_answer_id,
            "sharers": row.sharers,
            "stale": bool(row.stale),
            "snapshot_id": row.snapshot_id,
            "pointer": row.pointer,
            "span_start": row.span_start,
            "span_end": row.span_end,
        }


def _purchase(row: Row[Any], model: Model) -> dict[str, Any]:
    return {
        "words": purchase_words(str(row.bought_on), row.case_id),
        "weight": model.weighing.purchase(),
        "hop_key": key_of(row),
        "marks": frozenset([PURCHASE]),
    }


def _probe(row: Row[Any], model: Model) -> dict[str, Any]:
    return {
        "words": probe_words(row.sent_at, row.seen_at, row.probe_case),
        "weight": model.weighing.probe(),
        "hop_key": key_of(row),
        "marks": frozenset([PROBE]),
    }


def _exact(row: Row[Any], model: Model) -> dict[str, Any]:
    shown = joins_as(row.kind)
    weight: Decimal = model.weighing.exact(shown, row.sharers)
    return {
        "words": exact_words(row.kind, row.value, row.known_kind),
        "weight": weight,
        "hop_key": key_of(row),
        "marks": frozenset([f"shown {shown} {row.value}", f"held {row.known_kind} {row.known_key}"]),
    }


def _unequal(row: Row[Any], _: Model) -> dict[str, Any]:
    shown = joins_as(row.kind)
    return {
        "words": row.words,
        "weight": Decimal(row.weight),
        "hop_key": key_of(row),
        "marks": frozenset([f"shown {shown} {row.value}", f"held {row.known_kind} {row.known_key}"]),
    }


_SAID = {PURCHASE: _purchase, PROBE: _probe, EXACT: _exact}
