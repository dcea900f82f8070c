"""Links for people: the list of claims, one claim with its whole path and proofs, and what was refused and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from store.columns import Exact, Utc
from store.links.doubts import find_doubts_of_hops
from store.links.reasons import Refused, find_refusals, find_shared, refusals_in
from store.links.same_paths import told_once
from store.matching import LINKING_ROLE, Match, against, comparable, hop_words, joins_as, match, spoken
from store.short_ids import CLAIM, SHOWN, as_asked, the_one

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from store.matching import Shown

OVERTURNED = """
(SELECT min(o.action) FROM outcome o WHERE o.claim_id = c.id AND o.outcome = 'overturned' AND NOT EXISTS (
    SELECT 1 FROM outcome n WHERE n.claim_id = o.claim_id AND n.action = o.action AND n.at > o.at))
"""
"""The action on a claim `c` of which the latest word is that it was overturned; null where there is none."""
_CLAIMS = """
SELECT c.id, c.status, c.reason, c.first_linked_at, c.last_change, c.seller_id, c.account_id, c.link_id,
       s.source, s.key AS seller, a.provider, a.account_ref, l.level, l.score, l.model, l.stale, {overturned} AS overturned
FROM claim c JOIN seller s ON s.id = c.seller_id JOIN known_account a ON a.id = c.account_id
LEFT JOIN link l ON l.id = c.link_id
WHERE (:status = '' OR c.status = :status) AND (:source = '' OR s.source = :source)
  AND (:account = '' OR a.account_ref = :account) AND c.id BETWEEN :id AND :id || '~'
  AND (:judged = '' OR NOT EXISTS (SELECT 1 FROM judgement j WHERE j.about = 'pair' AND j.key = c.link_id
                                   AND j.undone_at IS NULL AND NOT j.blind))
ORDER BY CASE c.status WHEN 'active' THEN 0 ELSE 1 END, CASE l.level WHEN 'alert' THEN 0 WHEN 'lead' THEN 1 ELSE 2 END,
         CAST(l.score AS NUMERIC) DESC, s.source, s.key, a.provider, a.account_ref LIMIT :limit
""".replace("{overturned}", OVERTURNED)
_HOPS = """
SELECT h.path, h.hop, h.rule, h.words, COALESCE(i.kind, p.kind) AS kind,
       COALESCE(i.value, p.written) AS value, h.sharers, h.pointer, h.span_start, h.span_end, n.sha256, n.url,
       n.fetched_at, h.weight, h.hop_key,
       h.stale, h.known_key, coalesce(g.written, p.written, (
           SELECT max(o.price_text) FROM observation o WHERE o.snapshot_id = h.snapshot_id AND o.offer_id = coalesce(
               (SELECT u.offer_id FROM purchase u WHERE u.id = h.purchase_id),
               (SELECT b.offer_id FROM probe_answer r JOIN probe b ON b.id = r.probe_id WHERE r.id = h.probe_answer_id)
           ))) AS written
FROM link_hop h JOIN snapshot n ON n.id = h.snapshot_id
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN identifier i ON i.id = g.identifier_id
LEFT JOIN partial_sighting p ON p.id = h.partial_id
WHERE h.link_id = :link ORDER BY h.path, h.hop
"""
_OTHERWISE = """
SELECT n.url FROM sighting g JOIN identifier i ON i.id = g.identifier_id JOIN snapshot n ON n.id = g.snapshot_id
WHERE g.seller_id = :seller AND g.role = :role AND i.kind = :kind AND i.value = :value ORDER BY g.id LIMIT 1
"""
_EVER_OVERTURNED = """
SELECT action, at FROM outcome WHERE claim_id = :claim AND outcome = 'overturned' ORDER BY at
"""
_WITH_OTHERS = """
SELECT DISTINCT s.source, s.key FROM identifier i JOIN sighting g ON g.identifier_id = i.id JOIN seller s ON s.id = g.seller_id
WHERE i.value = :value AND g.seller_id <> :seller AND i.kind IN :kinds ORDER BY 1, 2
"""
_NAMED = 5
_SELLER = "SELECT source, key FROM seller WHERE id = :id"
_ACCOUNT = "SELECT provider, account_ref FROM known_account WHERE id = :id"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with its end points."""

    id: str
    status: str
    reason: str
    first_linked_at: datetime
    last_change: datetime
    seller_id: int
    account_id: int
    link_id: str
    source: str
    seller: str
    provider: str
    account_ref: str
    level: str | None
    """With `score` (bits) and `model`: of a link that stands; None of one that was retracted."""
    score: Decimal | None
    model: int | None
    stale: bool | None
    overturned: str | None
    """The action on it of which the latest word is that it was overturned."""


@dataclass(frozen=True, slots=True)
class HopRow:
    """One hop of a path, with the bytes that prove it; `kind` and `value` are what the seller shows, if it is that."""

    path: int
    hop: int
    rule: str
    words: str
    kind: str | None
    value: str | None
    sharers: int | None
    pointer: str
    span_start: int | None
    span_end: int | None
    sha256: str
    url: str
    fetched_at: datetime
    weight: Decimal | None
    hop_key: str
    stale: bool
    written: str | None
    """What stood there, as it stood: of what was bought, its price."""

    @property
    def place(self) -> str:
        """The place in the snapshot, in one word: pointer, then characters."""
        return place_words(self.pointer, self.span_start, self.span_end)


def place_words(pointer: str, start: int | None, end: int | None) -> str:
    """Write a place in a snapshot in one word.

    >>> place_words("/data/0/name", 3, 9), place_words("h1", None, None)
    ('/data/0/name[3:9]', 'h1')
    """
    return pointer if start is None or end is None else f"{pointer}[{start}:{end}]"


def find_claims(connection: Connection, *, limit: int = 50, **asked: str) -> list[ClaimRow]:
    """Give claims in their total order: active, alerts, the highest score, then by their ends; what is asked narrows.

    Asked are `status`, `source`, `account`, the beginning of `id`, and `judged`: "0" for those that nobody judged.
    """
    bound = {"status": "", "source": "", "account": "", "id": "", "judged": ""} | asked
    query = text(_CLAIMS).columns(first_linked_at=Utc(), last_change=Utc(), score=Exact())
    rows = connection.execute(query, bound | {"limit": limit})
    return [ClaimRow(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name


def the_claim(connection: Connection, asked: str) -> ClaimRow:
    """Give the one claim whose id begins as asked.

    Raises:
        UserError: where there is none, or several.
    """
    found = find_claims(connection, limit=SHOWN + 1, id=as_asked(asked, CLAIM))
    the_one([claim.id for claim in found], asked, "link", "`links list` names them")
    return found[0]


def find_hops(connection: Connection, link_id: str) -> list[HopRow]:
    """Give the hops of a link that stands, path by path; what says the same is told once."""
    rows = connection.execute(text(_HOPS).columns(fetched_at=Utc(), weight=Exact()), {"link": link_id})
    told = told_once(rows, lambda row: (row.rule, row.hop_key, row.words, row.known_key))
    return [_hop(row, number, words) for number, (row, words) in enumerate(told)]


def _hop(row: Row[Any], path: int, words: str) -> HopRow:
    said = {name: value for name, value in row._mapping.items() if name != "known_key"}  # noqa: SLF001 - SQLAlchemy's public name
    return HopRow(**said | {"path": path, "words": hop_words(words, row.kind, row.sharers)})


def find_doubts(connection: Connection, claim: ClaimRow) -> list[str]:
    """Say in words what speaks against a claim: of the values that join, and those that were refused."""
    pair = (claim.seller_id, claim.account_id)
    found = list(find_shared(connection, [pair]))
    shared = [(shown, known) for _, _, shown, known in found]
    matched = [(shown, known) for shown, known in shared if isinstance(match(shown, known), Match)]
    joined = {(joins_as(shown.kind), shown.value) for shown, _ in matched}
    doubts = [
        f"{shown.kind} {shown.value}: {words}" for shown, known in matched for words in against(shown, known)
    ]
    doubts += [_others(connection, claim.seller_id, shown) for shown, _ in matched if shown.sharers > 1]
    for shown, _ in shared:
        # Where a seller shows a value as their own, a place that says nothing of whose it is takes nothing away.
        if (joins_as(shown.kind), shown.value) in joined and shown.role not in (LINKING_ROLE, "unknown"):
            doubts.append(_otherwise(connection, claim.seller_id, shown))
    doubts += [refusal_words(one) for one in refusals_in(found)]
    doubts += find_doubts_of_hops(connection, claim.link_id, claim.level, claim.score)
    query = text(_EVER_OVERTURNED).columns(at=Utc())
    doubts += [
        f"the {row.action} of {row.at:%Y-%m-%d} on it was overturned"
        for row in connection.execute(query, {"claim": claim.id})
    ]
    return list(dict.fromkeys(doubts))


def _others(connection: Connection, seller_id: int, shown: Shown) -> str:
    query = text(_WITH_OTHERS).bindparams(bindparam("kinds", expanding=True))
    asked = {"seller": seller_id, "value": shown.value, "kinds": comparable(shown.kind)}
    rows = connection.execute(query, asked)
    names = [f"{row.source}/{row.key}" for row in rows]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{shown.kind} {shown.value}: also shown by {', '.join(names[:_NAMED])}{more}"


def _otherwise(connection: Connection, seller_id: int, shown: Shown) -> str:
    asked = {"seller": seller_id, "role": shown.role, "kind": shown.kind, "value": shown.value}
    url = connection.execute(text(_OTHERWISE), asked).scalar_one()
    return f"{shown.kind} {shown.value}: the same seller also shows this {spoken(shown.kind)} as a {shown.role}'s at {url}"


def refusal_words(refused: Refused) -> str:
    """Tell a refusal in one line, with its numbers."""
    numbers = f" ({refused.refusal.numbers})" if refused.refusal.numbers else ""
    return f"{refused.shown.kind} {refused.shown.value}: {refused.refusal.why}{numbers}"


def list_refused(connection: Connection, limit: int) -> list[tuple[str, str, str, str, Refused]]:
    """Give values that a seller and an account share and that join nobody: source, seller, provider, account_ref."""
    found: list[tuple[str, str, str, str, Refused]] = []
    for one in find_refusals(connection, None):
        seller = connection.execute(text(_SELLER), {"id": one.seller_id}).one()
        account = connection.execute(text(_ACCOUNT), {"id": one.account_id}).one()
        found.append((seller[0], seller[1], account[0], account[1], one))
        if len(found) >= limit:
            break
    return found
