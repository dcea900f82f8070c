"""Whose a picture is: the seller's in whose listing it stands, or the operator's where a page calls it a contact. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from crawlers.goods import Good
from crawlers.marks import Seat, sightings
from crawlers.page import Page, Reading
from store.run_records import Record

READER = "pictures/1"
_OPERATOR = "operator"


def picture_records(
    pages: Sequence[tuple[Page, Reading]], goods: Iterable[Good], kept: Collection[str], *, shared: bool
) -> list[Record]:
    """Record what the codes of pictures name, each at its place in the picture; `kept` are the listings with records.

    A picture in listings of several sellers is the place's own, so on a host that many share it is nobody's.
    """
    shown: dict[str, list[tuple[str, str]]] = {}
    for good in goods:
        for url in good.listing.pictures:
            shown.setdefault(url, []).append((good.listing.seller_key, good.key))
    stated = {fact.value for _, reading in pages for fact in reading.facts if fact.name == "contact_image"}
    records: list[Record] = []
    for page, reading in pages:
        # A picture in a page's own markup is as much the operator's as the page.
        called = page.url in stated or not page.media_type.startswith("image/")
        owner = _owner(shown.get(page.url, []), called=called, shared=shared)
        for code in reading.codes if owner else ():
            seller, listing = owner or ("", "")
            seat = Seat(seller, page.snapshot, code.place, READER, listing if listing in kept else None)
            records += sightings(seat, code.identifiers)
    return records


def _owner(shown: list[tuple[str, str]], *, called: bool, shared: bool) -> tuple[str, str] | None:
    """Give the seller and, where there is but one, the listing that a picture speaks for; None where it is nobody's."""
    if (called or len({seller for seller, _ in shown}) > 1) and not shared:
        return _OPERATOR, ""
    sellers = {seller for seller, _ in shown}
    if len(sellers) != 1:
        return None
    return sellers.pop(), shown[0][1] if len(shown) == 1 else ""
