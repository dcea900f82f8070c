"""Which identifier shown on the market joins which identifier of a known account, and why the others do not.

Pure. docs/linking.md states these rules in prose; store/links/exact.py asks them of the database in SQL, and a
property test holds the two equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from store.records import KINDS, Kind

EXACT = "exact_identifier"
PURCHASE = "purchase"
PROBE = "probe"
PARTIAL = "partial"
FUZZY = "fuzzy"
NAME = "name"
CLUSTER = "cluster"
STRONG, WEAK = "strong", "weak"
LINKING_ROLE = "operator"
LINKING_CLASS = "fraudulent"
_KEY_DIGITS = 12
_OWN = {
    "domain": "own site", "host": "own site", "icp": "own licence", "shop": "own shop", "shop_item": "own shop",
    "payment": "own way to be paid", "crypto_btc": "own wallet", "crypto_eth": "own wallet",
    "crypto_tron": "own wallet", "site_key": "site's own", "oauth_client": "site's own", "analytics": "site's own",
}  # fmt: skip
"""What a value is to the seller who shows it, where it is no contact."""
_SPOKEN = {
    "api_key": "API key", "qq": "QQ number", "qq_group": "QQ group", "telegram": "Telegram name",
    "telegram_invite": "Telegram invite", "discord_invite": "Discord invite", "whatsapp": "WhatsApp number",
    "wechat": "WeChat name", "zalo": "Zalo number", "line": "LINE name", "phone": "phone number",
    "email": "email address", "ip": "IP address", "bin": "card BIN", "icp": "ICP licence", "shop_item": "shop's item",
    "referral": "referral code", "crypto_btc": "Bitcoin address", "crypto_eth": "Ethereum address",
    "crypto_tron": "Tron address", "payment": "way to be paid", "oauth_client": "OAuth client",
    "analytics": "analytics counter", "org_id": "organisation id", "account_id": "account id",
}  # fmt: skip
"""Kinds whose name in a sentence is another than their own with spaces."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as a seller shows it; `sharers` counts the sellers that show it, this one among them."""

    kind: str
    value: str
    role: str = LINKING_ROLE
    sharers: int = 1
    masked: bool = False
    protected: bool = False
    listed: bool = False
    """Whether a warning list names it (store/links/hubs.py)."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value that a provider holds of a known account, and how that account stands now.

    `class_name` is None for an account whose entry was withdrawn; `current` is false for a withdrawn value.
    """

    kind: str
    value: str
    class_name: str | None = LINKING_CLASS
    current: bool = True
    withdrawn_reason: str = ""
    value_reason: str = ""
    """Why the value was withdrawn, where somebody said it."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two equal values that join a seller to an account; `against` is what speaks against it, in words."""

    rule: str
    weight: str
    words: str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Two equal values that join nobody: the rule that refuses, a stable sentence why, and its numbers."""

    rule: str
    why: str
    numbers: str = ""


def joins_as(kind: str) -> str:
    """Name the kind whose values this one is compared with.

    >>> joins_as("whatsapp"), joins_as("email")
    ('phone', 'email')
    """
    found = KINDS.get(kind)
    return found.joins_as or kind if found else kind


def spoken(kind: str, *, article: bool = False) -> str:
    """Name a kind in a sentence.

    >>> spoken("qq_group"), spoken("agent_code", article=True), spoken("api_key", article=True)
    ('QQ group', 'an agent code', 'an API key')
    """
    words = _SPOKEN.get(kind, kind.replace("_", " "))
    if not article:
        return words
    return f"{'an' if words[0].lower() in 'aeio' else 'a'} {words}"


def comparable(kind: str) -> tuple[str, ...]:
    """List the kinds whose values are compared with this one's, itself among them.

    >>> comparable("phone")
    ('phone', 'whatsapp', 'zalo')
    """
    target = joins_as(kind)
    return tuple(sorted(name for name in KINDS if joins_as(name) == target))


def account_refusal(class_name: str | None, withdrawn_reason: str = "") -> Refusal | None:
    """Say why nothing may be linked to an account as it stands now, or None where linking is allowed.

    >>> account_refusal("reinstated").why
    'the account is reinstated, and only fraudulent accounts are linked'
    """
    if class_name is None:
        said = f": {withdrawn_reason}" if withdrawn_reason else ""
        return Refusal("withdrawn", f"the account was withdrawn by its provider{said}")
    if class_name != LINKING_CLASS:
        return Refusal("class", f"the account is {class_name}, and only fraudulent accounts are linked")
    return None


def hub_refusal(kind: Kind, sharers: int) -> Refusal | None:
    """Say why a value that many sellers show joins nobody, or None where they are few enough.

    >>> hub_refusal(KINDS["qq_group"], 7).numbers
    '7 sellers show it'
    """
    if sharers <= kind.hub_limit:
        return None
    why = f"more than {kind.hub_limit} sellers share this {spoken(kind.name)}, so it says nothing of who they are"
    return Refusal("hub", why, f"{sharers} sellers show it")


def value_refusal(shown: Shown, known: Known) -> Refusal | None:
    """Say why two equal values do not join, whatever the account is; the gravest reason first."""
    kind = KINDS.get(shown.kind)
    if kind is None or known.kind not in KINDS:
        return Refusal("kind", f"{shown.kind if kind is None else known.kind} is no kind of identifier")
    if joins_as(shown.kind) != joins_as(known.kind):
        return Refusal(
            "kind",
            f"{spoken(shown.kind, article=True)} is never compared with {spoken(known.kind, article=True)}",
        )
    if shown.protected:
        return Refusal("protected", f"this {spoken(shown.kind)} is protected and never links")
    if not known.current:
        said = f": {known.value_reason}" if known.value_reason else ""
        return Refusal(
            "value_withdrawn", f"the provider withdrew this {spoken(known.kind)} of the account{said}"
        )
    return _shown_refusal(shown, kind)


def _shown_refusal(shown: Shown, kind: Kind) -> Refusal | None:
    if shown.masked:
        return Refusal(
            "masked", f"the {spoken(shown.kind)} is masked: it narrows a search and identifies nobody"
        )
    if not kind.strong:
        return Refusal("weak", f"{spoken(shown.kind, article=True)} is weak evidence and joins nobody")
    if shown.role != LINKING_ROLE:
        return Refusal(
            "role", f"the {spoken(shown.kind)} is shown {_as_whose(shown.role)}, not as the seller's own"
        )
    if shown.listed:
        return Refusal(
            "listed", f"a warning list names this {spoken(shown.kind)}, so it says nothing of who they are"
        )
    return hub_refusal(kind, shown.sharers)


def _as_whose(role: str) -> str:
    return "without saying whose" if role == "unknown" else f"as a {role}'s"


def match(shown: Shown, known: Known) -> Match | Refusal | None:
    """Compare one shown value with one known value; None where they are not even equal."""
    if shown.value != known.value:
        return None
    refused = value_refusal(shown, known) or account_refusal(known.class_name, known.withdrawn_reason)
    if refused is not None:
        return refused
    return Match(EXACT, STRONG, exact_words(shown.kind, shown.value, known.kind), against(shown, known))


def exact_words(kind: str, value: str, known_kind: str) -> str:
    """Tell an exact hop in a plain sentence.

    >>> exact_words("email", "a@b.example", "email")
    'the seller shows email a@b.example as their own contact, and the provider holds the same value for the account'
    """
    if kind == "api_key":
        shown, held = f"the seller's page shows the key (SHA-256 {value[:_KEY_DIGITS]}…)", "the same key"
    else:
        shown = f"the seller shows {kind} {value} as their {_OWN.get(kind, 'own contact')}"
        held = "the same value" if known_kind == kind else f"the same value as its {spoken(known_kind)}"
    return f"{shown}, and the provider holds {held} for the account"


def shared_words(kind: str, sellers: int) -> str:
    """Say how many sellers show a value, with a warning from half the kind's hub limit on.

    >>> shared_words("telegram", 1), shared_words("telegram", 3)
    ('shown by this seller alone', 'shown by 3 sellers')
    >>> shared_words("qq_group", 2)
    "shown by 2 sellers, near the limit of 2: it may be the trade's and not their own"
    """
    if sellers <= 1:
        return "shown by this seller alone"
    limit = KINDS[kind].hub_limit
    near = f", near the limit of {limit}: it may be the trade's and not their own"
    return f"shown by {sellers} sellers{near if 2 * sellers >= limit else ''}"


def hop_words(words: str, kind: str | None, others: int | None) -> str:
    """Complete a hop's sentence by how many sellers show its value now; a purchase's stays as it is."""
    if kind is None or others is None:
        return words
    return f"{words}; {shared_words(kind, others + 1)}"


def purchase_words(bought_on: str, case_id: str) -> str:
    """Tell a purchase hop in a plain sentence."""
    return f"a test purchase of this seller's offer on {bought_on} (case {case_id}) delivered the account"


def probe_words(sent_at: datetime, seen_at: datetime, case_id: str) -> str:
    """Tell a probe hop in a plain sentence."""
    later = int((seen_at - sent_at).total_seconds())
    return (
        f"a request sent through this seller's offer at {sent_at:%Y-%m-%d %H:%M:%S} UTC (case {case_id}) "
        f"stood in the account's log {later} s later"
    )


def against(shown: Shown, known: Known) -> tuple[str, ...]:
    """Say in words what speaks against a match that holds."""
    found = []
    if shown.sharers > 1:
        found.append(shared_words(shown.kind, shown.sharers))
    if known.kind != shown.kind:
        found.append(f"the values are of two kinds, {spoken(shown.kind)} and {spoken(known.kind)}")
    return tuple(found)


def find_matches(
    shown: Iterable[Shown], known: Sequence[Known]
) -> tuple[tuple[tuple[Shown, Known, Match], ...], tuple[tuple[Shown, Known, Refusal], ...]]:
    """Compare all shown values with all known ones, by index: (the matches, the refusals of equal values).

    >>> matches, refusals = find_matches([Shown("whatsapp", "+15550100")], [Known("phone", "+15550100")])
    >>> [found.weight for _, _, found in matches], refusals
    (['strong'], ())
    """
    index: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in known:
        index[joins_as(one.kind), one.value].append(one)
    matches: list[tuple[Shown, Known, Match]] = []
    refusals: list[tuple[Shown, Known, Refusal]] = []
    for seen in shown:
        for one in index.get((joins_as(seen.kind), seen.value), ()):
            found = match(seen, one)
            if isinstance(found, Match):
                matches.append((seen, one, found))
            elif found is not None:
                refusals.append((seen, one, found))
    return tuple(matches), tuple(refusals)
