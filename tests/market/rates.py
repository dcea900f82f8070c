"""The rates that the market's truth reckons with, as rows of the price book of a day."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from tests.market.server import TRUTH

SOURCE = "the bundled market's own"


def market_rates(day: date) -> list[dict[str, Any]]:
    """Give the market's rates as of a day; the real ones of that day would make its truth another every day."""
    rates = json.loads((TRUTH / "fx.json").read_text("utf-8"))["fx"]
    return [
        {"currency": currency, "day": day, "per_usd": Decimal(rate), "source": SOURCE}
        for currency, rate in rates.items()
        if currency != "USD"
    ]
