"""The two profiles that act on a shop: card network and takedown. Their decisions are pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product

from store.claim_states import ClaimState
from store.feeds.feed import columns
from store.hosts import host_of
from store.receivers.evidence import STRONG_RULES, Refusal, weigh_claim
from store.receivers.market import Market, OnSale
from store.receivers.profile import COMMON_REFUSALS, Profile, Row

CARD_SEEN, LIVE = timedelta(days=7), timedelta(hours=24)
_NO_OFFER = "no_offer"


@dataclass(frozen=True, slots=True)
class Checkout:
    """An offer of a claim's seller, with one way in which it is paid; `named_bin` is only named by the listing."""

    claim: ClaimState
    offer: OnSale | None
    processor: str = ""
    descriptor: str = ""
    bin: str = ""
    named_bin: str = ""
    nameless: bool = True
    """The address names no person, so that it leaves as it is."""


@dataclass(frozen=True, slots=True)
class Site:
    """An offer of a claim's seller, with whom to ask to take it down."""

    claim: ClaimState
    offer: OnSale | None
    domain: str = ""
    registrar: str = ""
    registrar_abuse: str = ""
    host: str = ""
    host_abuse: str = ""


def decide_card(checkout: Checkout, now: datetime) -> Row | Refusal:
    """Decide whether a card network may be told of a checkout."""
    standing = weigh_claim(checkout.claim, STRONG_RULES)
    if isinstance(standing, Refusal):
        return standing
    offer = checkout.offer
    if offer is None or offer.sha256 is None:
        return Refusal(_NO_OFFER)
    checks = (
        ("no_checkout", offer.posted or not checkout.nameless),
        ("no_payment", not (checkout.processor or checkout.descriptor or checkout.bin)),
        ("no_amount", offer.amount is None or offer.currency is None),
        ("not_seen_lately", offer.live_at is None or now - offer.live_at > CARD_SEEN),
    )
    for reason, holds in checks:
        if holds:
            return Refusal(reason)
    return (
        checkout.claim.id, offer.offer_id, checkout.processor or None, checkout.descriptor or None,
        checkout.bin or checkout.named_bin or None, offer.url, offer.amount, offer.currency, offer.words, offer.live_at, offer.sha256, offer.place,
    )  # fmt: skip


def decide_takedown(site: Site, now: datetime) -> Row | Refusal:
    """Decide whether a registrar or host may be asked to take an offer's page down."""
    standing = weigh_claim(site.claim, STRONG_RULES)
    if isinstance(standing, Refusal):
        return standing
    offer = site.offer
    if offer is None or offer.sha256 is None or not offer.words:
        return Refusal(_NO_OFFER)
    if offer.live_at is None or now - offer.live_at > LIVE:
        return Refusal("not_live")
    if not site.registrar and not site.host:
        return Refusal("no_registrar")
    if not site.registrar_abuse and not site.host_abuse:
        return Refusal("no_abuse_contact")
    return (
        site.claim.id, offer.offer_id, offer.url, site.domain, site.registrar or None, site.registrar_abuse or None,
        site.host or None, site.host_abuse or None, offer.words, offer.sha256, offer.place, offer.live_at,
        offer.screenshot,
    )  # fmt: skip


def find_checkouts(market: Market, claim: ClaimState) -> Iterator[Checkout]:
    """Give a claim's offers, each with every way in which it is paid; the claim alone where it has none."""
    found = () if isinstance(weigh_claim(claim, STRONG_RULES), Refusal) else market.offers(claim.seller_id)
    if not found:
        yield Checkout(claim, None)
        return
    paid = market.paid_by(claim.seller_id, claim.id)
    ways = [paid.get(kind) or [""] for kind in ("payment", "payment_descriptor")]
    known = set(paid.get("bin", ()))
    for offer in found:
        nameless = market.masked(offer.url, claim.seller_id) == offer.url
        bins = [(number, "") for number in sorted(known)] + [
            ("", number) for number in offer.bins if number not in known
        ]
        for (processor, descriptor), (number, named) in product(product(*ways), bins or [("", "")]):
            yield Checkout(claim, offer, processor, descriptor, number, named, nameless)


def find_sites(market: Market, claim: ClaimState) -> Iterator[Site]:
    """Give a claim's offers with what registries say of their hosts; the claim alone where it has none."""
    found = () if isinstance(weigh_claim(claim, STRONG_RULES), Refusal) else market.offers(claim.seller_id)
    if not found:
        yield Site(claim, None)
    for offer in found:
        domain, records = market.records(host_of(offer.url))
        said = (", ".join(records.get(name, ())) for name in _RECORDS)
        yield Site(claim, offer, domain, *said)


_RECORDS = ("registrar", "registrar_abuse", "network_operator", "network_abuse")
CARD = Profile(
    "card-network", "1.0.1",
    columns(claim_id="text", offer_id="text", processor="text", descriptor="text", bin="text", checkout_url="text",
            amount="decimal", currency="text", quoted="text", seen_at="utc", snapshot_sha256="text", place="text"),
    ("claim_id", "offer_id", "processor", "descriptor", "bin"),
    ("the seller is linked to a fraudulent account by strong fresh evidence that nobody rejects",
     "a processor of the seller's, or a descriptor or BIN by which the account was paid for, and an amount in a currency",
     "the address is a checkout's that leads there as it stands: no post, and no masked one",
     "the offer was seen on sale within 7 days, and its page is kept",
     "persons are masked"),
    {**COMMON_REFUSALS, "partial": "every path rests on a partial value", "fuzzy": "every path rests on a similar value",
     _NO_OFFER: "the seller has nothing on sale whose page is kept",
     "no_checkout": "the offer is a post of a channel or forum, or its address names a person",
     "no_payment": "no processor, descriptor or BIN by which it is paid is known", "no_amount": "the offer states no amount",
     "not_seen_lately": "the offer was not seen on sale within 7 days"},
    decide_card, find_checkouts, personal=("quoted",),
)  # fmt: skip
TAKEDOWN = Profile(
    "takedown", "1.1.0",
    columns(claim_id="text", offer_id="text", url="text", domain="text", registrar="text", registrar_abuse="text",
            host="text", host_abuse="text", quoted="text", snapshot_sha256="text", place="text", last_live_at="utc"),
    ("claim_id", "offer_id"),
    ("the seller is linked to a fraudulent account by strong fresh evidence that nobody rejects",
     "the page was found live within 24 hours, and is kept as it was",
     "a registry names the registrar or the host, and an abuse contact of one of them",
     "persons are masked in the quoted words"),
    {**COMMON_REFUSALS, "partial": "every path rests on a partial value", "fuzzy": "every path rests on a similar value",
     _NO_OFFER: "the seller has nothing on sale whose page is kept",
     "not_live": "the page was not found live within 24 hours",
     "no_registrar": "no registry was asked, or it names neither registrar nor host",
     "no_abuse_contact": "no abuse contact is known"},
    decide_takedown, find_sites, personal=("quoted",), added=columns(screenshot_sha256="text"),
)  # fmt: skip
