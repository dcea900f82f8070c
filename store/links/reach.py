"""Whom a link reaches beyond its own seller: the sellers of the same cluster, each by a path whose hops are weighed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from sqlalchemy import text

from store.links.cluster_paths import cluster_hop_key, find_cluster_paths
from store.links.judged import rejected_hops
from store.links.model import current_model
from store.links.show import place_words
from store.links.weights import Weighing, through
from store.matching import joins_as, shared_words, spoken
from store.short_ids import short_hop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from sqlalchemy import Connection

    from store.links.cluster_paths import ClusterHop
    from store.links.show import ClaimRow, HopRow

_SHOWN = 20
_MOST = 500
"""Sellers of a cluster to whom paths are told: beyond it a path says no more, and a cluster may have a million."""
_SELLER = "SELECT source, key FROM seller WHERE id = :id"
_PROOF = """
SELECT n.sha256, n.url, s.pointer, s.span_start, s.span_end FROM sighting s JOIN snapshot n ON n.id = s.snapshot_id
WHERE s.id = :id
"""


@dataclass(frozen=True, slots=True)
class ReachHop:
    """One step from seller to seller in a sentence, with its weight, its key and the two places that prove it."""

    words: str
    weight: Decimal
    hop_key: str
    proofs: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reached:
    """A seller of the same cluster, and what the path to the account is worth: never more than its weakest hop."""

    source: str
    seller: str
    weight: Decimal
    level: str
    hops: tuple[ReachHop, ...]


def reached_by(connection: Connection, claim: ClaimRow, *, judged: bool = True) -> list[Reached]:
    """Give the sellers that a claim reaches through the cluster of its own, the heaviest path first.

    Steps that somebody rejects are not taken (without `judged` they are). Of a large cluster the nearest few hundred are
    given; a claim that does not stand reaches nobody.
    """
    model = current_model(connection)
    if model is None or claim.score is None:
        return []
    rejected = rejected_hops(connection) if judged else frozenset()
    paths = find_cluster_paths(connection, claim.seller_id, rejected=rejected, most=_MOST)
    step_of = cache(partial(_step, connection, model.weighing))  # paths share their beginnings
    found = []
    for other, hops in paths.items():
        if other == claim.seller_id:
            continue
        steps = tuple(step_of(hop) for hop in hops)
        weight = through([claim.score, *(step.weight for step in steps)])
        source, key = connection.execute(text(_SELLER), {"id": other}).one()
        found.append(Reached(source, key, weight, model.weighing.level(weight), steps))
    return sorted(found, key=lambda one: (-one.weight, one.source, one.seller))


def find_step(connection: Connection, claim: ClaimRow, beginning: str) -> str | None:
    """Give the key of the one step of a claim's reach whose key begins so, rejected ones among them."""
    reached = reached_by(connection, claim, judged=False)
    keys = {hop.hop_key for one in reached for hop in one.hops if hop.hop_key.startswith(beginning)}
    return keys.pop() if len(keys) == 1 else None


def reached_words(reached: Sequence[Reached]) -> Iterator[str]:
    """Tell whom a claim reaches, line by line: each path with its weight and its proofs; beyond twenty how many."""
    for one in reached[:_SHOWN]:
        yield f"reaches {one.source}/{one.seller} through the cluster, {one.level} {one.weight} bits in all"
        for hop in one.hops:
            yield f"  {hop.weight} bits, {short_hop(hop.hop_key)}: {hop.words}"
            yield from (f"    proof: {proof}" for proof in hop.proofs)
    if len(reached) > _SHOWN:
        least = "at least " if len(reached) >= _MOST else ""
        yield f"and {least}{len(reached) - _SHOWN} more sellers of the cluster"


def ties_words(claims: Sequence[ClaimRow], hops: Mapping[str, Sequence[HopRow]]) -> Iterator[str]:
    """Say of the listed claims how many tie at each level and score, by the rule of their first hop: ends alone order them."""
    tied: dict[tuple[str | None, Decimal | None], Counter[str]] = {}
    for claim in claims:
        if claim.score is not None and hops[claim.id]:
            tied.setdefault((claim.level, claim.score), Counter())[hops[claim.id][0].rule] += 1
    for (level, score), rules in tied.items():
        if rules.total() > 1:
            said = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
            yield f"{rules.total()} of these tie at {level} {score} bits, and stand by their ends: {said}"


def _step(connection: Connection, weighing: Weighing, hop: ClusterHop) -> ReachHop:
    ends = [
        connection.execute(text(_SELLER), {"id": seller}).one() for seller in (hop.from_seller, hop.to_seller)
    ]
    names = [f"{source}/{key}" for source, key in ends]
    kind = joins_as(hop.kind)
    shared = shared_words(hop.kind, hop.sellers)
    return ReachHop(
        f"{names[0]} and {names[1]} both show this {spoken(hop.kind)} as their own: {hop.value}; {shared}",
        weighing.exact(kind, max(0, hop.sellers - 2)),
        cluster_hop_key((ends[0].source, ends[0].key), (ends[1].source, ends[1].key), kind, hop.value),
        _proofs(connection, (hop.from_sighting, hop.to_sighting)),
    )


def _proofs(connection: Connection, sightings: Iterable[int]) -> tuple[str, str]:
    first, second = (
        f"{row.sha256} at {place_words(row.pointer, row.span_start, row.span_end) or 'the whole page'} of {row.url}"
        for row in (connection.execute(text(_PROOF), {"id": number}).one() for number in sightings)
    )
    return first, second
