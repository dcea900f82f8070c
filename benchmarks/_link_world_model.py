"""What a generated world is made of, and its parameters, each from a sentence of the market study.

They were fixed before any linker was tuned on a world. DOMAIN (a)-(e) are the study's sections; "issue" is what the
work on links asks for; "chosen" is neither, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
FRESH = timedelta(days=90)
"""A sighting counts where it lies within an identifier's validity, widened by this (issue)."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """The world's sizes and shares; `small` gives the same shares at another size."""

    accounts: int = 25_000  # issue; DOMAIN (e): "~24,000 accounts"
    sellers: int = 2_000  # issue
    sites: int = 300  # issue
    unrelated: float = 0.6  # issue: "60 % of them unrelated to any account"
    # DOMAIN (e): "~24,000 accounts ... one proxy network >20,000 accounts"; the rest by "MiniMax 13M, Moonshot 3.4M,
    # DeepSeek 150k" exchanges.
    campaigns: tuple[tuple[str, float], ...] = (
        ("proxy-network", 20 / 24), ("lab-13m", 0.1309), ("lab-3m", 0.0342), ("lab-150k", 0.0016),
    )  # fmt: skip
    overturned: float = 0.0012  # DOMAIN (e): "1.45M banned accounts ... 1.7k overturned"
    compromised: float = (
        0.04  # DOMAIN (e): "101,134 stealer credentials" a year beside 2.9M bans a year: 3.5 %
    )
    own: float = 0.004  # chosen: a hundred test accounts of the provider's own
    stations: float = 733 / (
        733 + 355
    )  # DOMAIN (e): "relay stations listed 733", "355 suppliers" of card shops
    listings: int = 9  # DOMAIN (e): "1,619 kept; 355 suppliers" is 4.6 a seller: uniform from 1 to 8
    sellers_each: int = 5  # DOMAIN 0.8: "one template posted from 5 GitHub accounts": one person has 1 to 5
    # DOMAIN 0.3: "QQ / QQ group 4 %, Telegram 2 %, WeChat 0.4 %", domains lead among exact joins; (d): phone as
    # contact "yes", e-mail "rarely". Only the proportions are used: as rates a text they would leave nothing to join.
    contacts: tuple[tuple[str, float], ...] = (
        ("qq", 3.0), ("telegram", 2.0), ("domain", 2.0), ("wechat", 0.4), ("whatsapp", 0.4), ("email", 0.2),
    )  # fmt: skip
    # DOMAIN 0.3: links work "mainly through purchase-test accounts, domains, payment channels and seller-cluster
    # edges, not through e-mail equality"; no figure is given, so the shares are chosen to leave each kind some 50 pairs.
    evidence: tuple[tuple[str, float], ...] = (
        ("purchase", 0.17), ("probe", 0.14), ("exact_identifier", 0.22), ("digest", 0.08), ("fuzzy", 0.14),
        ("partial", 0.15), ("name", 0.05), ("none", 0.05),
    )  # fmt: skip
    joined: float = (
        0.5  # chosen: of a person's further sellers, those that show a strong value of the first one
    )
    resold: float = (
        237 / 1619
    )  # DOMAIN (c): "237 of 1,619 supplier names carry 招代理": stock of another person
    pool: int = 12  # chosen: a probe shows 1 to 12 accounts ("one pool serves many accounts", issue)
    # DOMAIN (b): separators, case and "phone as id" are seen, homoglyphs "expected but not found: do not let them
    # drive the design": a tenth of what is changed.
    changes: tuple[tuple[str, float], ...] = (
        ("separator", 0.4), ("digits", 0.25), ("edit", 0.25), ("homoglyph", 0.1),
    )  # fmt: skip
    rare: float = 0.5  # chosen: handles of made-up syllables; the others are words of the trade with a number
    # DOMAIN (d): a provider holds e-mail, phone, card fingerprint; handles only where it was told of them.
    held: tuple[tuple[str, float], ...] = (
        ("phone", 0.6), ("card_fingerprint", 0.8), ("username", 0.4), ("telegram", 0.1), ("qq", 0.1), ("wechat", 0.05),
    )  # fmt: skip
    digests: float = 0.2  # chosen: persons whose accounts a provider names by digest alone
    decoys: float = 0.03  # chosen: of the unrelated sellers, those that bear each kind of decoy
    hubs: tuple[int, ...] = (
        6,
        12,
        25,
        40,
        80,
        120,
    )  # DOMAIN 0.3: 4 % of 2,000 show a QQ group: 80, and about it
    mails: tuple[tuple[str, float], ...] = (  # DOMAIN (d): "outlook长效, iCloud, mail.com, gmx, rambler"
        ("outlook.com", 0.35), ("gmail.com", 0.3), ("icloud.com", 0.1), ("mail.com", 0.1), ("gmx.com", 0.08),
        ("rambler.ru", 0.07),
    )  # fmt: skip
    crowd: int = 0
    """Sellers to which one shared support group is added; it must add no link."""

    def small(self, share: float) -> Parameters:
        """Give a world of the same shares at another size."""
        return replace(
            self,
            accounts=int(self.accounts * share),
            sellers=int(self.sellers * share),
            sites=max(12, int(self.sites * share)),
            hubs=(4, 8, 12),
            decoys=0.1,
        )


@dataclass(slots=True)
class Held:
    """A value that a provider holds of an account, from when until when."""

    kind: str
    value: str
    since: datetime
    until: datetime | None = None
    digested: bool = False


@dataclass(slots=True)
class Account:
    """An account of a provider: whose it is in truth, and what the provider says of it."""

    ref: str
    person: int
    class_name: str
    campaign: str
    created: datetime
    banned: datetime | None
    values: list[Held] = field(default_factory=list)


@dataclass(slots=True)
class Shown:
    """A value that a listing shows: `value` in canonical form, None where it is masked; `written` as it stands."""

    kind: str
    value: str | None
    written: str
    role: str
    listing: int


@dataclass(slots=True)
class Seller:
    """A seller of a site, with what its listings show. `person` is None where nobody of it is known."""

    source: str
    key: str
    person: int | None
    listings: int
    seen: datetime
    template: int
    station: bool
    shown: list[Shown] = field(default_factory=list)

    @property
    def name(self) -> tuple[str, str]:
        """Its key in the database."""
        return self.source, self.key


@dataclass(slots=True)
class Person:
    """Somebody with accounts and, perhaps, sellers; `suppliers` are persons whose accounts he sells."""

    number: int
    campaign: str
    by_digest: bool
    accounts: list[Account] = field(default_factory=list)
    sellers: list[Seller] = field(default_factory=list)
    suppliers: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Truth:
    """A seller and an account that belong together, by evidence that was planted.

    `expects` is `alert`, or `lead` where what was planted does not bear more: one mask, a name across kinds, other
    trailing digits.
    """

    seller: tuple[str, str]
    account_ref: str
    kinds: tuple[str, ...]
    distance: str
    expects: str


@dataclass(frozen=True, slots=True)
class Decoy:
    """A seller and perhaps an account that seem to belong together and do not, and why."""

    seller: tuple[str, str]
    account_ref: str
    reason: str


@dataclass(frozen=True, slots=True)
class Purchase:
    """A test purchase of a seller's first offer."""

    seller: tuple[str, str]
    account_ref: str
    day: datetime


@dataclass(frozen=True, slots=True)
class Probe:
    """A canary sent through a seller's first offer, and the accounts in whose logs it was found, with the times."""

    seller: tuple[str, str]
    sent_at: datetime
    canary: str
    answers: tuple[tuple[str, datetime], ...]


@dataclass(slots=True)
class World:
    """All of it."""

    seed: int
    parameters: Parameters
    people: list[Person] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    sellers: list[Seller] = field(default_factory=list)
    protected: list[tuple[str, str, str]] = field(default_factory=list)
    purchases: list[Purchase] = field(default_factory=list)
    probes: list[Probe] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    decoys: list[Decoy] = field(default_factory=list)
