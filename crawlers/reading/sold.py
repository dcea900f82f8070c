"""A good that words describe, what kind of offer it makes, and what its price buys."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from crawlers.reading.lexicon.periods import DAYS
from crawlers.reading.product import Product
from store.records import Money

_ODD_TERM = frozenset({Decimal(1), Decimal(12)})


@dataclass(slots=True)
class Good:
    """What the words say of one good, before its price."""

    kind: str | None = None
    provider: str | None = None
    product: str | None = None
    period: str | None = None
    months: Decimal | None = None
    seats: int | None = None
    shared: bool = False
    face: Money | None = None
    quota_days: Decimal | None = None
    term_at: int | None = None
    billed: bool = False
    tags: set[str] = field(default_factory=set)
    products: list[Product] = field(default_factory=list)

    @property
    def quota_periods(self) -> Decimal | None:
        """Give how often the credit comes within the term; None where it comes once, or the term is not known."""
        days = DAYS.get(self.period or "") or int((self.months or 0) * 30)
        return Decimal(days) / self.quota_days if days and self.quota_days else None


def is_owner(good: Good) -> bool:
    """Tell whether the account that owns a team's seats is sold, not a seat of it."""
    return good.kind == "account" and "OWNER" in good.tags


def why_no_ratio(good: Good) -> str | None:
    """Say why nothing is comparable with what is sold; None where something may be."""
    return "the owner's account of a team: its seats are not priced apart" if is_owner(good) else None


def is_own_plan(good: Good) -> bool:
    """Tell whether a plan has a quota of its own (Max 周卡, $90 a week): the reseller's, named after the provider's."""
    return good.face is not None and good.quota_periods is not None and not good.seats


def kind_of(good: Good) -> str | None:  # noqa: C901, PLR0911 - a line a kind
    """Say what kind of offer the words describe; None where they describe nothing of this market."""
    tags = good.tags
    plan = any(product.level == "plan" for product in good.products)
    named = bool(good.products)
    if "DATASET" in tags:
        return "dataset"
    if "SERVICE" in tags and not (plan and tags & {"ACCOUNT", "CARD"}):
        return "service"
    if (
        "UNRELATED" in tags
        and not plan
        and not ((named or (good.face and "CREDIT" in tags)) and tags & {"ACCOUNT", "APIKEY", "CREDIT"})
    ):
        return None
    if "APIKEY" in tags and not plan and (named or "AI" in tags) and not ("CARD" in tags and good.period):
        return "api_key"
    if plan and "OWNER" in tags:
        return "account"
    if good.face and "SHARED" in tags and "CREDIT" in tags and not (good.seats or plan):
        return "credit"
    if good.shared or "SHARED" in tags or good.seats:
        return "subscription"
    if plan:
        return "subscription" if is_own_plan(good) else "account"
    return _kind_without_plan(good, named=named)


def _kind_without_plan(good: Good, *, named: bool) -> str | None:  # noqa: PLR0911 - a line a kind
    tags = good.tags
    if "CARD" in tags or (good.face and good.period and good.quota_periods):
        return "subscription" if named or good.face or tags & {"RELAY", "OWNPLANS"} else None
    if good.face and (not named or tags & {"CREDIT", "RELAY"} or "ACCOUNT" not in tags):
        return "subscription" if good.months and (good.billed or "SUBSCRIPTION" in tags) else "credit"
    if "CREDIT" in tags and "ACCOUNT" not in tags:
        return "credit"
    if named and "SUBSCRIPTION" in tags and good.months and "ACCOUNT" not in tags:
        return "subscription"
    if named and "RELAY" in tags and "ACCOUNT" not in tags:
        return "subscription" if good.period else "relay"
    if named:
        only_models = all(product.level == "model" for product in good.products)
        return None if only_models and not tags & {"ACCOUNT", "SHARED"} and not good.months else "account"
    if "SUBSCRIPTION" in tags and tags & {"RELAY", "AI"}:
        return "subscription"
    return "account" if "AIACCOUNT" in tags else None


def per_of(good: Good) -> str | None:
    """Say what the price buys, by the kind and the stated term."""
    kind = good.kind
    if kind == "account":
        odd = good.months is not None and good.months not in _ODD_TERM and good.period is None
        return "pack" if odd or "LOT" in good.tags else good.period or "account"
    if kind == "subscription":
        if "LOGIN" in good.tags and not good.seats:
            return good.period or "account"
        if good.seats or good.shared or "SHARED" in good.tags:
            return (
                "seat_month" if good.period == "month" else good.period or ("pack" if good.months else None)
            )
        return good.period or ("pack" if good.months else None)
    return {"credit": "pack", "api_key": "pack", "dataset": "pack"}.get(kind or "")
