"""Replies written for one test, read by a platform's reader, and the prices that it found."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from crawlers.page import Page, Reading
from crawlers.platforms import PLATFORMS

Price = tuple[str, str, Decimal | None, str | None, int | None]
"""A good's title, the label of its variant or step, amount and currency, and what is left."""


def read(platform: str, url: str, body: object, **more: Any) -> Reading:  # noqa: ANN401 - a Page's own fields
    text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    media = "text/html" if text.lstrip()[:1] == "<" else "application/json"
    return PLATFORMS[platform].read(Page(url=url, body=text.encode(), media_type=media, **more))


def prices(reading: Reading) -> list[Price]:
    return [
        (one.title, quote.offer.label, money.amount if money else None, money.currency if money else None, quote.offer.stock)
        for one in reading.listings
        for quote in one.quotes
        for money in [quote.offer.price]
    ]  # fmt: skip
