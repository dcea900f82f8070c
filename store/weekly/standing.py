"""The market as it stood at a moment: every offer on sale then, with what it stated and what that was worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from store.columns import Exact, Utc
from store.discount import in_dollars
from store.price_book import PriceBooks
from store.records import Money

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STANDING = """
SELECT o.id AS offer, l.source AS source, o.provider AS provider, o.product AS product, o.kind AS kind,
       v.ratio AS ratio, b.amount AS amount, b.currency AS currency, b.observed_at AS observed_at,
       (SELECT s.amount FROM stock s WHERE s.offer_id = o.id AND s.seen_at < :at ORDER BY s.seen_at DESC LIMIT 1) AS stock,
       (SELECT t.words_sha256 FROM listing_text t WHERE t.listing_id = l.id AND t.seen_at < :at
        ORDER BY t.seen_at DESC LIMIT 1) AS words
FROM (SELECT DISTINCT offer_id FROM presence WHERE from_at < :at AND (until_at IS NULL OR until_at >= :at)) p
JOIN offer o ON o.id = p.offer_id JOIN listing l ON l.id = o.listing_id
JOIN observation b ON b.id = (SELECT c.id FROM observation c WHERE c.offer_id = o.id AND c.observed_at < :at
                              ORDER BY c.observed_at DESC LIMIT 1)
LEFT JOIN valuation v ON v.observation_id = b.id AND v.superseded_by IS NULL
ORDER BY o.id
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """One offer that stood; `usd` is its price in US dollars, `words` the digest of its listing's words without numbers."""

    offer: int
    source: str
    provider: str | None
    product: str | None
    kind: str
    ratio: Decimal | None
    usd: Decimal | None
    stock: int | None
    words: str

    @property
    def list_usd(self) -> Decimal | None:
        """What the provider asks for the same, in US dollars."""
        return self.usd / self.ratio if self.usd is not None and self.ratio else None


def find_standing(connection: Connection, at: datetime) -> Iterator[Standing]:
    """Give every offer on sale just before a moment, by its number; prices at the rates of their own days."""
    books = PriceBooks.read(connection)
    bound = text(_STANDING).bindparams(bindparam("at", at, type_=Utc()))
    query = bound.columns(ratio=Exact(), amount=Exact(), observed_at=Utc())
    for row in connection.execution_options(yield_per=5_000).execute(query):
        usd = None
        if row.amount is not None and row.currency is not None:
            usd = in_dollars(Money(row.amount, row.currency), books.of(row.observed_at.date()))
        yield Standing(
            row.offer, row.source, row.provider, row.product, row.kind, row.ratio, usd, row.stock, row.words or ""
        )  # fmt: skip
