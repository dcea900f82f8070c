"""The profile for lawyers and courts: a claim as it was told, with its evidence held, chained and exported. Pure decision."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from store.claim_states import ClaimState
from store.columns import Utc
from store.custody import first_link, next_link
from store.feeds.feed import columns
from store.receivers.evidence import Refusal
from store.receivers.market import Market
from store.receivers.profile import Profile, Row

_TOLD = """
SELECT t.claim_id, t.body, t.sent_at, v.number AS version, t.receiver FROM claim_sent t
LEFT JOIN feed_version v ON v.id = t.feed_version
WHERE t.id IN (SELECT min(f.id) FROM claim_sent f WHERE f.says = 'sent' GROUP BY f.claim_id) ORDER BY t.claim_id {bytewise}
"""
_PAGES = """
SELECT n.sha256, n.warc_file, n.chain_at, n.chain, n.purged_at, r.source FROM snapshot n JOIN run r ON r.id = n.run_id
WHERE n.sha256 IN :digests
"""
_HELD = "SELECT what, value FROM legal_hold WHERE case_id = :case AND until_at IS NULL"
_EXPORTS = (
    "SELECT at, who, words, sha256 FROM custody_event WHERE case_id = :case AND what = 'export' ORDER BY at"
)
_EXPORTED = "SELECT sha256 AS page, words AS bundle FROM custody_event WHERE case_id = :case AND what = 'exported page'"
_DAY = "SELECT sha256, chain_at, chain FROM snapshot WHERE warc_file = :day ORDER BY chain_at"


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A page that proves a hop: its place in the chain of its day, and whether its bytes and the case's hold stand."""

    sha256: str
    day: str
    number: int
    link: str
    purged: bool
    held: bool
    chained: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it was first told."""

    body: Mapping[str, Any]
    at: datetime
    version: int
    receiver: str

    @property
    def path(self) -> str:
        """The paths in words."""
        return " | ".join("; ".join(hop["words"] for hop in path) for path in self.body["paths"])


@dataclass(frozen=True, slots=True)
class Brief:
    """A claim before a case."""

    claim: ClaimState
    case: str
    told: Told | None
    pages: tuple[ProofPage, ...] = ()
    bundle: str = ""
    custody: tuple[str, ...] = field(default=())


def decide_legal(brief: Brief, now: datetime) -> Row | Refusal:  # noqa: ARG001 - what is frozen has no age
    """Decide whether a claim may be laid before a case: told once, its evidence held whole, chained and exported."""
    if brief.told is None:
        return Refusal("never_told")
    checks = (
        ("not_held", not brief.pages or not all(page.held for page in brief.pages)),
        ("purged", any(page.purged for page in brief.pages)),
        ("chain_broken", not all(page.chained for page in brief.pages)),
        ("no_bundle", not brief.bundle),
    )
    for reason, holds in checks:
        if holds:
            return Refusal(reason)
    claim, told = brief.claim, brief.told
    return (
        claim.id, brief.case, claim.provider, claim.account_ref, claim.source, claim.seller, claim.status, claim.reason or None,
        told.path, told.at, told.version, brief.bundle, " ".join(page.sha256 for page in brief.pages),
        " ".join(f"{page.day}#{page.number}={page.link}" for page in brief.pages), " | ".join(brief.custody),
    )  # fmt: skip


def find_briefs(market: Market, claim: ClaimState) -> Iterator[Brief]:
    """Give a claim as it was first told, with where its pages stand in the case that was asked for.

    Claims are asked for in the order of their ids.
    """
    case = market.asked.case
    told = market.once("told", lambda: _FirstTold(market)).of(claim.id)
    if told is None:
        yield Brief(claim, case, None)
        return
    digests = sorted({hop["snapshot_sha256"] for path in told.body["paths"] for hop in path})
    exports = market.once("exports", lambda: [*market.ask(_EXPORTS, case=case)])
    custody = tuple(
        f"{_moment(row.at):%Y-%m-%dT%H:%M:%SZ} exported as {row.words} sha256 {row.sha256}" for row in exports
    )
    pages = tuple(_pages(market, digests, case))
    exported: dict[str, set[str]] = market.once("exported", lambda: _exported(market, case))
    holding = (row.sha256 for row in reversed(exports) if exported.get(row.sha256, set()).issuperset(digests))
    yield Brief(claim, case, told, pages, next(holding, ""), custody)


def _exported(market: Market, case: str) -> dict[str, set[str]]:
    """Read which pages left in which file of the case."""
    found: dict[str, set[str]] = {}
    for row in market.ask(_EXPORTED, case=case):
        found.setdefault(row.bundle, set()).add(row.page)
    return found


class _FirstTold:
    """What was told of claims first, read in step with the claims."""

    def __init__(self, market: Market) -> None:
        server = market.connection.dialect.name == "postgresql"
        self._rows = market.in_step(_TOLD.replace("{bytewise}", 'COLLATE "C"' if server else ""))
        self._next = next(self._rows, None)

    def of(self, claim: str) -> Told | None:
        while self._next is not None and self._next.claim_id < claim:
            self._next = next(self._rows, None)
        row = self._next
        if row is None or row.claim_id != claim:
            return None
        return Told(json.loads(row.body), _moment(row.sent_at), row.version, row.receiver)


def _pages(market: Market, digests: list[str], case: str) -> Iterator[ProofPage]:
    """Give where pages stand; nothing where the case cannot hold them all, which needs no look at them."""
    held = market.once("held", lambda: {(row.what, row.value) for row in market.ask(_HELD, case=case)})
    whole_sources = any(what == "source" for what, _ in held)
    if not digests or not (whole_sources or all(("page", digest) in held for digest in digests)):
        return
    rows = {row.sha256: row for row in market.ask(_PAGES, digests=digests)}
    for digest in digests:
        row = rows.get(digest)
        if row is None:
            yield ProofPage(digest, "", 0, "", purged=True, held=False, chained=False)
            continue
        is_held = ("page", digest) in held or ("source", row.source) in held
        yield ProofPage(
            digest, row.warc_file, row.chain_at, row.chain, row.purged_at is not None, is_held,
            is_held and _links(market, row.warc_file).get(digest) == row.chain,
        )  # fmt: skip


def _links(market: Market, day: str) -> dict[str, str]:
    links: dict[str, str] = market.once(("chain", day), lambda: _chain(market, day))
    return links


def _chain(market: Market, day: str) -> dict[str, str]:
    """Reckon the chain of a day anew; what stands behind a break is not of it."""
    link, found = first_link(day), {}
    for row in market.ask(_DAY, day=day):
        link = next_link(link, row.sha256)
        if link != row.chain:
            break
        found[row.sha256] = link
    return found


def _moment(value: Any) -> datetime:  # noqa: ANN401 - text on SQLite, a moment elsewhere
    found = Utc().process_result_value(value, None)  # type: ignore[arg-type] # not asked for
    assert found is not None
    return found


LEGAL = Profile(
    "legal", "1.0.1",
    columns(claim_id="text", case_id="text", provider="text", account_ref="text", source="text", seller="text",
            status="text", reason="text", path="text", claimed_at="utc", feed_version="integer", bundle_sha256="text",
            evidence_sha256="text", hash_chain="text", custody="text"),
    ("claim_id",),
    ("the path stands as it was first told, whatever the claim became since; its status and reason now stand beside it",
     "every page of it is held by the case, kept, and in its day's unbroken hash chain",
     "the evidence left whole in one bundle of the case, whose SHA-256 is named",
     "persons are masked, unless the case asks for them in clear, which is written down"),
    {"never_told": "the claim never left in a feed", "not_held": "the case does not hold every page of the path",
     "purged": "a page of the path was purged", "chain_broken": "a page is not in its day's hash chain",
     "no_bundle": "no export of the case holds every page of the path: `evidence export`"},
    decide_legal, find_briefs, personal=("seller", "path"), needs_case=True, may_be_clear=True,
)  # fmt: skip
