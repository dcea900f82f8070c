"""The values that crawlers and store speak to each other, and the one table of identifier kinds.

Standard library only; everything here is frozen. Money is Decimal, time is aware UTC, unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

OFFER_KINDS = ("relay", "credit", "subscription", "account", "api_key", "dataset", "service", "free")
PROVIDERS = ("anthropic", "openai", "google", "xai", "deepseek", "multi", "other")
PERS = (
    "month", "week", "day", "year", "account", "usd_credit", "1M_tokens", "1K_tokens", "call", "seat_month", "pack",
)  # fmt: skip
DIRECTIONS = ("input", "output", "cache_read", "cache_write")
QUALIFIERS = ("exact", "from", "upto", "approx")
ROLES = ("operator", "promoter", "supplier", "unknown")
SIGNALS = (
    "account_pool", "max_pool", "plus_pro_pool", "reverse_proxy", "kiro_reverse", "antigravity_reverse",
    "cloud_credit", "trial_credit", "edu_team_abuse", "regional_pricing", "bulk_registration", "sms_verification",
    "kyc_bypass", "virtual_card", "stolen_card", "refund_abuse", "token_export", "shared_account", "agent_resale",
    "model_substitution", "logs_resale", "ban_wave", "official_key", "warranty",
)  # fmt: skip
VERDICTS = ("ok", "empty", "suspicious", "blocked", "changed", "failed")
ACCOUNT_CLASSES = ("fraudulent", "compromised", "own", "reinstated")
SITE_CREDIT = "USD_CREDIT"
"""The currency code of a site's own dollars: what a relay charges in, before money is known."""


_WIDE = Context(prec=500)


def plain(amount: Decimal) -> str:
    """Write a decimal the one way that this project stores and publishes: no exponent, no trailing zeros.

    >>> plain(Decimal("1.500")), plain(Decimal("1E+2")), plain(Decimal("-0.0"))
    ('1.5', '100', '0')
    """
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def rounded(amount: Decimal, places: int) -> Decimal:
    """Round to so many places after the point, however large the amount: `quantize` alone fails beyond 28 digits.

    >>> rounded(Decimal("0.12345"), 4), rounded(Decimal("1E+30") / 3, 1).adjusted()
    (Decimal('0.1234'), 29)
    """
    return amount.quantize(Decimal(1).scaleb(-places), context=_WIDE)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of identifier: what it is worth as evidence that two places are one person."""

    name: str
    strong: bool
    hub_limit: int = 20
    """Sellers that may share one value before it joins nobody (DESIGN law 7; MISP cuts at 20)."""
    joins_as: str | None = None
    """The kind whose values this one is compared with, when that is another (a WhatsApp is a phone number)."""
    provider_only: bool = False
    """Held by a provider, never read in a listing."""


# Groups are places where a crowd meets. Two sellers may be one; a third makes it a crowd, and a shop that could not be
# crawled today must not make a crowd look like two (docs/decisions/0009).
_GROUP_LIMIT = 2

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("email", strong=True),
        Kind("telegram", strong=True),
        Kind("telegram_invite", strong=True, hub_limit=_GROUP_LIMIT),
        Kind("wechat", strong=True),
        Kind("qq", strong=True),
        Kind("qq_group", strong=True, hub_limit=_GROUP_LIMIT),
        Kind("discord_invite", strong=True, hub_limit=_GROUP_LIMIT),
        Kind("whatsapp", strong=True, joins_as="phone"),
        Kind("phone", strong=True),
        Kind("zalo", strong=True, joins_as="phone"),
        Kind("line", strong=True),
        Kind("domain", strong=True),
        Kind("ip", strong=False),
        Kind("shop", strong=True),
        Kind("shop_item", strong=True),
        Kind("agent_code", strong=False),
        Kind("referral", strong=False),
        Kind("coupon_code", strong=False),
        Kind("crypto_btc", strong=True),
        Kind("crypto_eth", strong=True),
        Kind("crypto_tron", strong=True),
        Kind("api_key", strong=True),
        Kind("payment", strong=True),
        Kind("bin", strong=False),
        Kind("icp", strong=True),
        Kind("username", strong=False),
        Kind("site_key", strong=True),
        Kind("oauth_client", strong=True),
        Kind("analytics", strong=True),
        Kind("host", strong=True),
        Kind("logo", strong=False),
        Kind("org_id", strong=True, provider_only=True),
        Kind("account_id", strong=True, provider_only=True),
        Kind("key_hint", strong=False, provider_only=True),
        Kind("card_fingerprint", strong=True, provider_only=True),
        Kind("payment_descriptor", strong=False, provider_only=True),
    )
}


REGISTRY = "registry"
"""The source under whose name operators' domains are looked up; no folder may bear it."""
LISTED = "named by a list"
"""Why a hint was given that a list of sites gives: it joins nobody's credit to the site that it names."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency: ISO 4217, `USDT`, or SITE_CREDIT."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a snapshot a value stands: a selector or JSON pointer, then characters of the text found there."""

    pointer: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that could have been the price, and why it won or lost."""

    text: str
    start: int
    end: int
    reading: str
    won: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing on sale, as the seller's words state it; what it is worth is valued later against a price book.

    `recharge` is money paid per site dollar, in `recharge_currency`; `group` the group multiplier (倍率);
    `fraction` the share of the provider's list price that the text itself states (2折 -> 0.2).
    """

    kind: str
    provider: str | None = None
    product: str | None = None
    price: Money | None = None
    per: str | None = None
    direction: str | None = None
    face_value: Money | None = None
    recharge: Decimal | None = None
    recharge_currency: str = "CNY"
    group: Decimal | None = None
    fraction: Decimal | None = None
    seats: int | None = None
    equal_split: bool = False
    months: Decimal | None = None
    """The term that the price buys, in months, where the text states one."""
    quota_periods: Decimal | None = None
    """How often `face_value` is granted within the term ($50 a day for a month: 30); of accounts, the pieces in a lot."""
    no_ratio: str | None = None
    """Why the words justify no ratio, where the reader knows it."""
    qualifier: str = "exact"
    coupon: bool = False
    label: str = ""
    """The seller's name for this variant or group, part of the offer's key; never a price."""
    stock: int | None = None
    previous: Money | None = None
    warranty_days: int | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    """Stated extras (region, mail_class, batch, delivery, dataset content...), as (name, value) in order."""
    start: int | None = None
    end: int | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A contact or account identifier found in a text: `value` as written, `normalised` as compared."""

    kind: str
    value: str
    normalised: str
    role: str = "unknown"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """A masked value (`zh***@gmail.com`): it may narrow a search, it identifies nobody."""

    kind: str
    value: str
    start: int
    end: int
    role: str = "unknown"


@dataclass(frozen=True, slots=True)
class Signal:
    """A supply signal that the text states in words, and the words."""

    name: str
    start: int
    end: int
    words: str
