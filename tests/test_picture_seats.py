"""Whose a picture is decides whom its codes name: a wrong seat would link two people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawlers.page import Code, Fact, Listing, Page, Reading
from crawlers.resolve import SourceFacts, resolve
from store.records import Identifier, Place
from store.run_records import SightingRecord
from tests.resolving import SOURCE, good, page

PICTURE = "https://cdn.lantern-keys.com/qr.png"
NAMED = Identifier(
    kind="telegram", value="t.me/lantern_ops", normalised="lantern_ops", role="operator", start=0, end=16
)
SEEN = (
    Page(url=PICTURE, body=b"\x89PNG", media_type="image/png", role="picture", snapshot="sha-picture"),
    Reading(codes=(Code(identifiers=(NAMED,), place=Place("xywh=1,2,3,4")),)),
)
CALLED = Reading(facts=(Fact(name="contact_image", key=PICTURE, value=PICTURE),))


def shown(key: str, seller: str = "operator", title: str = "Claude Pro 月卡") -> Listing:
    return replace(good(key, title, "99"), pictures=(PICTURE,), seller_key=seller)


def seats(reading: Reading, source: SourceFacts = SOURCE) -> list[tuple[str, str | None, str]]:
    """Give seller, listing and role of what the picture's code names."""
    records = [
        record for record in resolve(source, [(page(), reading), SEEN]) if isinstance(record, SightingRecord)
    ]
    found = [record for record in records if record.reader.startswith("pictures/")]
    assert {(record.snapshot, record.place.pointer) for record in found} <= {("sha-picture", "xywh=1,2,3,4")}
    return [(record.seller_key, record.listing_key, record.identifier.role) for record in found]


SHARED = replace(SOURCE, platform="telegram")


@pytest.mark.parametrize(
    ("reading", "source", "expected"),
    [
        (CALLED, SOURCE, [("operator", None, "operator")]),
        (Reading(listings=(shown("7"),)), SOURCE, [("operator", "7", "operator")]),
        (Reading(listings=(shown("7"), shown("8"))), SOURCE, [("operator", None, "operator")]),
        (Reading(listings=(shown("7", "seller:a"),)), SHARED, [("seller:a", "7", "operator")]),
        (Reading(listings=(shown("7", "seller:a"), shown("8", "seller:b"))), SHARED, []),
        (Reading(listings=(shown("7", "forward:else"),)), SHARED, [("forward:else", "7", "unknown")]),
        (Reading(listings=(shown("7", title="Netflix 合租 一个月"),)), SOURCE, [("operator", None, "operator")]),
        (CALLED, SHARED, []),
        (Reading(), SOURCE, []),
    ],
    ids=[
        "a contact", "a good's", "two goods of one seller", "a seller's", "two sellers' on a shared host",
        "a forwarded post's", "another trade's", "a contact of a shared host", "nobody shows it",
    ],
)  # fmt: skip
def test_a_picture_speaks_for_whoever_shows_it(
    reading: Reading, source: SourceFacts, expected: list[tuple[str, str | None, str]]
) -> None:
    assert seats(reading, source) == expected
