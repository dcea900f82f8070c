"""What a provider's file says of known accounts, as frozen values: crawlers/accounts.py reads, save_accounts writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

ACCOUNT_FIELDS = (
    "class_name", "reason", "campaign", "created_at", "banned_at", "last_active_at", "plan", "billing_country",
    "channel", "mail_class", "exchanges", "hold",
)  # fmt: skip
"""The fields of a version of a known account, in the order of their columns."""


@dataclass(frozen=True, slots=True)
class KnownValue:
    """A value of a known account in canonical form, or (`value` None) its digest under a pepper.

    `derivation` names what the digest is of, where it is not the whole value (store/derivations.py).
    """

    kind: str
    value: str | None = None
    digest: str | None = None
    pepper_id: str | None = None
    derivation: str | None = None
    had_from: datetime | None = None
    """From when and until when (`had_until`) the account had it, where the provider says so."""
    had_until: datetime | None = None


Shape = tuple[str, str | None, str | None]
"""As what a value came: its kind, pepper (None: in clear) and derivation (None: the whole value)."""


@dataclass(frozen=True, slots=True)
class AccountFields:
    """What one line says of an account; None says nothing, and leaves what was known."""

    class_name: str | None = None
    reason: str | None = None
    campaign: str | None = None
    created_at: datetime | None = None
    banned_at: datetime | None = None
    last_active_at: datetime | None = None
    plan: str | None = None
    billing_country: str | None = None
    channel: str | None = None
    mail_class: str | None = None
    exchanges: int | None = None
    hold: str | None = None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One good line of a file of known accounts."""

    line: int
    provider: str
    account_ref: str
    fields: AccountFields
    values: tuple[KnownValue, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountRun:
    """Good lines of one account that follow one another, from the number `line` on, each with one value in clear."""

    line: int
    provider: str
    account_ref: str
    fields: AccountFields
    kinds: Sequence[str]
    values: Sequence[str]

    def each(self) -> Iterator[AccountLine]:
        """Give its lines one by one."""
        ends = (self.provider, self.account_ref, self.fields)
        for number, (kind, value) in enumerate(zip(self.kinds, self.values, strict=True), self.line):
            yield AccountLine(number, *ends, (KnownValue(kind, value),))


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One line of a withdrawal: the whole account, or (`kind` and `value` given) one value of it."""

    line: int
    provider: str
    account_ref: str
    reason: str
    kind: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ProtectedLine:
    """One value that never links, with the reason."""

    line: int
    kind: str
    value: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OfferName:
    """An offer by its key, or (`key` empty) by the host and title of its page."""

    key: str = ""
    host: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One recorded test purchase; an empty `provider` asks for the one that knows the account."""

    line: int
    offer: OfferName
    provider: str
    account_ref: str
    bought_on: date
    buyer_alias: str
    authorised_by: str
    case_id: str


@dataclass(frozen=True, slots=True)
class ProbeLine:
    """One request sent through a bought offer, with the word in it that logs are searched for."""

    line: int
    offer: OfferName
    sent_at: datetime
    canary: str
    request_id: str
    buyer_alias: str
    authorised_by: str
    case_id: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One account in whose log a canary stood, and when."""

    line: int
    canary: str
    provider: str
    account_ref: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that was kept out, and why."""

    line: int
    why: str
    cells: tuple[str, ...] = ()
