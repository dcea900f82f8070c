"""A number of a text and what it counts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

STEP = "a step of a scale"
"""Why a count of pieces is read: 10-49 pcs, 500+."""


@dataclass(slots=True)
class Quantity:
    """What a number counts. `kind` names the shape; `role` what the words around make of it, `why` in words.

    amount: of money, or the multiplier, fraction kept, months, seats, pieces; `second` the other side of an
    equation or the higher bound.
    """

    kind: str
    start: int
    end: int
    amount: Decimal
    currency: str | None = None
    second: Decimal | None = None
    second_currency: str | None = None
    per: str | None = None
    direction: str | None = None
    qualifier: str = "exact"
    role: str = ""
    why: str = ""
    term: tuple[str, Decimal] | None = None
