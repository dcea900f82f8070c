"""What a source's pages usually give, role by role: which fields are filled, in which currency, at about which price.

A layout that changes leaves some field empty, or puts something else in its place, while the count of goods stays.
Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from crawlers.needs import MOST_PAGES, NEEDS, kind_of, missing
from crawlers.page import Listing, Page, Reading
from crawlers.verdict import Verdict
from store.records import Offer

Shape = dict[str, str]
"""`<role>.<field>` -> how much of it a page gives: a share (0 to 1), a set of words, a middle price, or a count."""
_ALWAYS, _FILLED = Decimal("0.9"), Decimal("0.5")
"""Shares from which a field counts as always there, and below which its absence says nothing."""
_KEPT_OF_ALWAYS, _KEPT = Decimal("0.6"), Decimal("0.5")
_FARTHEST, _FEWEST_PRICES = 20, 3
"""A middle price so many times higher or lower is another unit, no other market; fewer prices have no middle."""
_SETS = frozenset({"currency", "keys", "money"})
_COUNTS = frozenset({"listings", "prices"})
_BY_GROUP = ("group_", "contact_image", "recharge_discount")
"""Facts whose keys are the operator's own words: they come and go."""
_SIGN = re.compile(r"[$€₽£₫₹]|[¥￥]|元|(?<![A-Z])(?:CNY|USD|EUR|RUB|GBP)(?![A-Z])")
_SAME_SIGN = {"￥": "¥", "元": "¥", "CNY": "¥", "USD": "$", "EUR": "€", "RUB": "₽", "GBP": "£"}
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
_CONTACT = re.compile(r"://|@\w|\d{5,}")
_MOST_TEXT = 4000
_PARTS = {"key": "key", "type": "key", "class": "class", "attr": "attribute", "tag": "tag"}
_MONEY_FACTS = frozenset({"currency", "quota_display_type"})


def shape_of(pages: Iterable[tuple[Page, Reading]]) -> Shape:
    """Measure a run's readings, by the kind of page that they stand on."""
    by_role: dict[str, list[Reading]] = defaultdict(list)
    for page, reading in pages:
        by_role[kind_of(page.role)].append(reading)
    found: Shape = {}
    for role, readings in sorted(by_role.items()):
        # A post of nothing but a picture has no fields that could be lost.
        listings = [one for reading in readings for one in reading.listings if one.title or one.text]
        found |= {f"{role}.{name}": value for name, value in _of_listings(listings).items()}
        found |= {f"{role}.{name}": value for name, value in _of_pages(readings).items()}
    return found


class Samples:
    """Keeps the bodies of some pages of each role, where their make will be asked about, and lets all others go."""

    def __init__(self, usual: Shape) -> None:
        self._usual = usual
        self._held: Counter[str] = Counter()

    def lighten(self, page: Page) -> Page:
        """Give a page that was read without its body: a run of rendered pages is hundreds of megabytes of them."""
        role = kind_of(page.role)
        if f"{role}.{NEEDS}" in self._usual and self._held[role] < MOST_PAGES:
            self._held[role] += 1
            return page
        return replace(page, body=b"")


def in_shape(usual: Shape, verdict: Verdict, pages: Sequence[tuple[Page, Reading]]) -> Verdict:
    """Call a run changed whose pages no longer give what they usually gave, whatever the count of goods says."""
    if verdict.verdict != "ok" or not usual:
        return verdict
    said = breach(usual, shape_of(pages), [page.role for page, _ in pages]) or unmade(usual, pages)
    if not said:
        return verdict
    return replace(verdict, verdict="changed", reason=said, anchored=False, covers_all=False)


def unmade(usual: Mapping[str, str], pages: Iterable[tuple[Page, Reading]]) -> str:
    """Say what of a page's make that its reader needs is gone from most pages of a role that still list goods."""
    by_role: dict[str, list[Page]] = defaultdict(list)
    for page, reading in pages:
        if page.body and (f"{kind_of(page.role)}.listings" not in usual or reading.listings):
            by_role[kind_of(page.role)].append(page)
    for role, of_role in sorted(by_role.items()):
        if lost := missing(usual.get(f"{role}.{NEEDS}", ""), of_role):
            kind, _, word = lost.partition(":")
            return f"{role} pages no longer have the {_PARTS[kind]} {word.partition('<')[0].partition('=')[0]} where their reader needs it"
    return ""


def _of_listings(listings: list[Listing]) -> Shape:
    if not listings:
        return {}
    offers = [quote.offer for listing in listings for quote in listing.quotes]
    counts = Counter(name for listing in listings for name in _fields_of(listing, listings[0].url))
    found = {name: _share(count, len(listings)) for name, count in counts.items()}
    filled = Counter(name for offer in offers for name in _fields_of_offer(offer))
    found |= {name: _share(count, len(offers)) for name, count in filled.items()}
    found["listings"] = str(len(listings))
    masks = {_mask(one.key) for one in listings if one.key}
    if len(masks) == 1:
        found["keys"] = masks.pop().replace(" ", "_")
    found["contacts"] = _share(
        sum(len(_CONTACT.findall(one.text[:_MOST_TEXT])) for one in listings), len(listings)
    )
    found |= {f"unit {offer.per} {offer.direction}": "1.00" for offer in offers}
    if signs := _signs(
        f"{one.title} {one.text} {' '.join(q.offer.label for q in one.quotes)}" for one in listings
    ):
        found["signs"] = signs
    if prices := [offer.price for offer in offers if offer.price is not None]:
        found["currency"] = " ".join(sorted({price.currency or "-" for price in prices}))
        found["middle"] = format(median(price.amount for price in prices), "f")
        found["prices"] = str(len(prices))
    return found


def _fields_of(listing: Listing, first: str) -> Iterator[str]:
    """Name what a listing has; a link counts where it is not the page's own."""
    filled = {
        "key": listing.key, "title": listing.title, "text": listing.text, "seller": listing.seller_name,
        "author": listing.seller_key not in ("operator", "unknown", ""), "time": listing.posted_at,
        "groups": listing.groups, "names": listing.identifiers, "quotes": listing.quotes,
        "on_sale": listing.on_sale, "link": listing.url != first, "steps": len(listing.quotes) > 1,
    }  # fmt: skip
    yield from (name for name, value in filled.items() if value)
    lines = listing.text.count("\n")
    yield from (f"lines_{least}" for least in (1, 2, 4) if lines >= least)


def _fields_of_offer(offer: Offer) -> Iterator[str]:
    filled = {
        "price": offer.price,
        "stock": offer.stock is not None,
        "label": offer.label,
        "group": offer.group is not None,
    }
    yield from (name for name, value in filled.items() if value)
    yield from (f"stated {name}" for name in dict(offer.attributes))
    yield f"qualifier {offer.qualifier}"


def _of_pages(readings: list[Reading]) -> Shape:
    """Measure what the pages of one role say beside goods: facts, notes, keys, further pages, ways to other sources."""
    said: Counter[str] = Counter()
    found: Shape = {}
    for reading in readings:
        said.update({_fact(fact.name, fact.key) for fact in reading.facts})
        said.update({f"identifier {one.kind}" for one in reading.identifiers})
        said.update({f"ask {kind_of(ask.role)}" for ask in reading.asks})
        said.update({f"hint {hint.why}" for hint in reading.hints})
        said.update({f"note {note.place.pointer.split('/')[-1] or '-'}" for note in reading.notes})
        said.update({"total"} if reading.total is not None else ())
        said["contacts in notes"] += sum(
            len(_CONTACT.findall(note.text[:_MOST_TEXT])) for note in reading.notes
        )
        if money := " ".join(fact.value for fact in reading.facts if fact.name in _MONEY_FACTS):
            found["money"] = money
    return found | {name: _share(count, len(readings)) for name, count in said.items()}


def _fact(name: str, key: str) -> str:
    return f"fact {name}" if not key or name.startswith(_BY_GROUP) else f"fact {name} {key}"


def _share(count: int, of: int) -> str:
    return format((Decimal(count) / of).quantize(Decimal("0.01")), "f")


def _mask(key: str) -> str:
    return _LETTERS.sub("a", _DIGITS.sub("9", key))


def _signs(texts: Iterable[str]) -> str:
    """Give the signs of money that a quarter of the texts' amounts have, or more, the most used one first."""
    counts = Counter(
        _SAME_SIGN.get(sign, sign) for text in texts for sign in _SIGN.findall(text[:_MOST_TEXT])
    )
    common = [sign for sign, count in counts.most_common(3) if 4 * count >= counts.total()]
    return " ".join(common)


def breach(usual: Mapping[str, str], now: Mapping[str, str], roles: Iterable[str]) -> str:
    """Say in what a run's shape is no longer the usual one; empty where it holds. Roles that were not read are left out.

    >>> breach({"list.price": "1.00"}, {"list.price": "0.20", "list.listings": "9"}, ["list"])
    'price stands on 0.20 of what list pages give, on 1.00 before'
    """
    read = {kind_of(role) for role in roles}
    for key, value in sorted(usual.items()):
        role, _, field = key.partition(".")
        if (
            role in read
            and field not in _COUNTS
            and field != NEEDS
            and (said := _breach(role, field, usual, now, value))
        ):
            return said
    return ""


def _breach(role: str, field: str, usual: Mapping[str, str], now: Mapping[str, str], value: str) -> str:
    current = now.get(f"{role}.{field}")
    if field in _SETS:
        said, before = set((current or "").split()), set(value.split())
        # goods in one more currency are the shop's choice; a page whose money changed has none of the usual left
        other = set() if field == "currency" and said & before else said - before
        return f"{field} of {role} pages is {' '.join(sorted(other))}, {value} before" if other else ""
    if field == "signs":
        lost = set(value.split()[:2]) - set((current or "").split())
        return (
            f"{role} pages no longer name money as {lost.pop()}" if lost and f"{role}.listings" in now else ""
        )
    if field == "middle":
        return _breach_of_middle(role, usual, now, current, value)
    if f"{role}.listings" in usual and f"{role}.listings" not in now:
        return ""  # no goods at all is the verdict's own business
    stood, share = Decimal(value), Decimal(current or "0.00")
    kept = _KEPT_OF_ALWAYS if stood >= _ALWAYS else _KEPT
    if stood < _FILLED or share >= stood * kept:
        return ""
    return f"{field} stands on {share} of what {role} pages give, on {value} before"


def _breach_of_middle(
    role: str, usual: Mapping[str, str], now: Mapping[str, str], current: str | None, value: str
) -> str:
    counts = [int(shape.get(f"{role}.prices", "0")) for shape in (usual, now)]
    if current is None or min(counts) < _FEWEST_PRICES:
        return ""
    before, after = Decimal(value), Decimal(current)
    if before and (after > before * _FARTHEST or after * _FARTHEST < before):
        return f"the middle price of {role} pages is {current}, {value} before"
    return ""
