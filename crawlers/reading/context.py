"""What is known of a text beside its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Context:
    """What the source or the page states beside the text that is read.

    `recharge` is CNY per site dollar as the station publishes it; `fx` units of a currency per 1 USD, whose
    currencies also say which money a text without a sign may mean; `place` the words of the label format.
    """

    recharge: Decimal | None = None
    observed: date | None = None
    fx: Mapping[str, Decimal] = field(default_factory=dict)
    language: str | None = None
    currency: str | None = None
    place: str | None = None
