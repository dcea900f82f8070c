"""Prices that a platform states in fields of their own, as quotes that reading completes from the words."""

from __future__ import annotations

from decimal import Decimal

from crawlers.page import Quote
from store.records import Money, Offer, Place, plain

UNREAD = "service"
"""The kind of a good until crawlers.reading.good has read its words."""


def shop_quote(
    price: Decimal | None,
    currency: str,
    *,
    label: str = "",
    stock: int | None = None,
    attributes: tuple[tuple[str, str], ...] = (),
    pointer: str = "",
    price_text: str = "",
    qualifier: str = "exact",
) -> Quote:
    """State one price of a good: its variant or wholesale step (`label`), stock, and what else the fields say."""
    offer = Offer(
        kind=UNREAD,
        price=None if price is None else Money(price, currency),
        label=label[:200],
        stock=stock,
        attributes=tuple((name, value[:500]) for name, value in attributes if value),
        qualifier=qualifier,
    )
    shown = price_text or (f"{plain(price)} {currency}" if price is not None else "")
    return Quote(offer=offer, price_text=shown[:200], place=Place(pointer))
