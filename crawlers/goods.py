"""One good from all the pages that show it: a list page names it, its own page describes it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from crawlers.keys import words_key
from crawlers.page import Listing, Page, Quote
from crawlers.platforms.tree import TEXT_LIMIT


@dataclass(frozen=True, slots=True)
class Good:
    """A listing with its key, and the page that says most of it."""

    key: str
    listing: Listing
    page: Page


def gather(found: Iterable[tuple[Page, Listing]]) -> list[Good]:
    """Give every good once, in the order met; a text without a key gets one of its words and an ordinal."""
    groups: dict[str, list[tuple[Page, Listing]]] = {}
    seen: set[tuple[str, str, str]] = set()
    ordinals: Counter[str] = Counter()
    for page, listing in found:
        key = listing.key
        if key is None:
            same = (listing.title, listing.text, listing.seller_key)
            if same in seen:
                continue
            seen.add(same)
            base = words_key(f"{listing.title}\n{listing.text}")
            ordinals[base] += 1
            key = base if ordinals[base] == 1 else f"{base}:{ordinals[base]}"
        groups.setdefault(key, []).append((page, listing))
    return [_merged(key, group) for key, group in groups.items()]


def _merged(key: str, group: list[tuple[Page, Listing]]) -> Good:
    page, best = max(group, key=lambda pair: (len(pair[1].quotes), len(pair[1].text), pair[1].place_kind))
    others = [listing for _, listing in group if listing is not best]
    if not others:
        return Good(key, best, page)
    everyone = [best, *others]
    merged = replace(
        best,
        title=best.title or next((one.title for one in others if one.title), ""),
        text=_joined(one.text for one in everyone),
        seller_name=next((one.seller_name for one in everyone if one.seller_name), ""),
        posted_at=next((one.posted_at for one in everyone if one.posted_at), None),
        groups=tuple(dict.fromkeys(group for one in everyone for group in one.groups)),
        pictures=tuple(dict.fromkeys(url for one in everyone for url in one.pictures)),
        identifiers=tuple(dict.fromkeys(found for one in everyone for found in one.identifiers)),
        quotes=tuple(_completed(quote, others) for quote in best.quotes),
    )
    return Good(key, merged, page)


def _joined(texts: Iterable[str]) -> str:
    lines = dict.fromkeys(line for text in texts for line in text.split("\n"))
    return "\n".join(lines)[:TEXT_LIMIT]


def _completed(quote: Quote, others: list[Listing]) -> Quote:
    if quote.offer.stock is not None:
        return quote
    stocks = (
        other.offer.stock
        for listing in others
        for other in listing.quotes
        if other.offer.label in ("", quote.offer.label)
    )
    stock = next((stock for stock in stocks if stock is not None), None)
    return quote if stock is None else replace(quote, offer=replace(quote.offer, stock=stock))
