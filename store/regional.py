"""What a plan costs beside the provider's own price of the region that the offer states. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from store.discount import PriceBook, RegionalPrice, Valuation, implausible, in_dollars, list_value
from store.records import Offer, plain, rounded

_RATIO_PLACES = 4


@dataclass(frozen=True, slots=True)
class RegionalWorth:
    """`ratio` is the offer's price as a share of what the provider charges in `region`, by `listed.channel`; four places."""

    region: str
    listed: RegionalPrice
    ratio: Decimal

    @property
    def words(self) -> str:
        """The comparison in words, as it follows a valuation's path."""
        price = self.listed.price
        return (
            f"; {plain(self.ratio)} of {plain(price.amount)} {price.currency} a month in {self.region}"
            f" ({self.listed.channel})"
        )


def regional_worth(offer: Offer, worth: Valuation, book: PriceBook) -> RegionalWorth | None:
    """Compare a plan with its price in the region that the words state (土区, Turkey): cheap there is no discount.

    None where no region is stated, the book has no price of it, a rate lacks, or the offer is worth nothing known.
    """
    region, product = dict(offer.attributes).get("region", ""), offer.product or ""
    listed = book.regional.get((product, region))
    if listed is None or worth.path != "plan" or worth.ratio is None or offer.price is None:
        return None
    base = list_value(offer, replace(book, plans={product: listed.price}))
    cost, whole = in_dollars(offer.price, book), None if base is None else in_dollars(base, book)
    if cost is None or not whole:
        return None
    ratio = rounded(cost / whole, _RATIO_PLACES)
    return None if implausible(ratio) else RegionalWorth(region, listed, ratio)
