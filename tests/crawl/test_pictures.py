"""Pictures of a crawl: asked only where the source allows it, politely, and kept only where they name somebody."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from crawlers.bundle import read_pages
from store.run_records import ListingRecord, SightingRecord
from tests.crawl.conftest import Crawl, Ended
from tests.crawl.hostile import Hostile, Say, page
from tests.pictures.drawn import picture_of

CONTACT = picture_of("https://u.wechat.com/EGb1Xk3_qzAbcd")
OF_A_GOOD = picture_of("https://t.me/sandglass_ops", "JPEG")
SECRET = picture_of("otpauth://totp/shop?secret=JBSWY3DPEHPK3PXP")
CARD = "<div class='c'><img src='/{0}.jpg'><h4>Claude Pro {0}</h4><b class='price'>$1{0}.00</b></div>"
SHOP = (
    "<html><head><title>Claude shop</title></head><body>"
    + "".join(CARD.format(number) for number in (1, 2))
    + "<p>Ask us <img alt='wechat qrcode' src='http://cdn.hostile.test/qr.png'></p></body></html>"
)


def picture(body: bytes) -> bytes:
    return page(body, media_type="image/png")


def answers(**more: Say) -> dict[str, Say]:
    return {
        "shop": page(SHOP),
        "shop/1.jpg": picture(OF_A_GOOD),
        "cdn/qr.png": picture(CONTACT),
        **{name.replace("__", "/").replace("_", "."): say for name, say in more.items()},
    }


def crawled(crawl: Crawl, server: Hostile, **fields: object) -> Ended:
    return crawl(server, "shop", platform="generic", **{"pictures": True, **fields})["shop"]


def seen(run: Ended) -> set[tuple[str, str, str]]:
    """Give kind, snapshot and listing's title of each identifier that a picture named."""
    titles = {record.key: record.title for record in run.records if isinstance(record, ListingRecord)}
    return {
        (record.identifier.normalised, record.snapshot, titles.get(record.listing_key or "", ""))
        for record in run.records
        if isinstance(record, SightingRecord) and record.reader.startswith("pictures/")
    }


def test_pictures_name_the_operator_and_the_sellers_of_goods(crawl_hostile: Crawl) -> None:
    with Hostile(answers()) as server:
        run = crawled(crawl_hostile, server)
    assert run.run.verdict == "ok"
    assert seen(run) == {
        ("u.wechat.com/EGb1Xk3_qzAbcd", sha256(CONTACT).hexdigest(), ""),
        ("sandglass_ops", sha256(OF_A_GOOD).hexdigest(), "Claude Pro 1"),
    }
    places = [record.place.pointer for record in run.records if isinstance(record, SightingRecord)]
    assert sum(place.startswith("xywh=") for place in places) == 2
    kept = {url: body for url, _, body in read_pages(run.path)}
    assert kept["http://cdn.hostile.test/qr.png"] == CONTACT


def test_no_picture_is_asked_for_by_itself(crawl_hostile: Crawl) -> None:
    with Hostile(answers()) as server:
        run = crawled(crawl_hostile, server, pictures=False)
    assert {one.path for one in server.asked} == {"/", "/robots.txt"}
    assert seen(run) == set()


def test_robots_txt_of_the_picture_s_own_host_is_obeyed(crawl_hostile: Crawl) -> None:
    closed = page("User-agent: *\nDisallow: /qr", media_type="text/plain")
    with Hostile(answers(**{"cdn/robots.txt": closed})) as server:
        run = crawled(crawl_hostile, server)
    assert "/qr.png" not in {one.path for one in server.asked}
    assert [record.url for record in run.pages if record.robots == "disallowed"] == [
        "http://cdn.hostile.test/qr.png"
    ]
    assert run.run.verdict == "ok"


@pytest.mark.parametrize(
    "answer",
    [
        picture(b"no picture"), picture(CONTACT[:200]), picture(SECRET), picture(picture_of("hello")),
        page("<h4>Claude Max</h4> https://t.me/somebody_else", media_type="image/png"), page("gone", status="404 Gone"),
        page(CONTACT, media_type="text/html"), page("oops", status="500 Oops"),
    ],
    ids=["none", "cut", "secret", "names nobody", "words", "gone", "another type", "error"],
)  # fmt: skip
def test_a_picture_that_says_nothing_leaves_nothing(crawl_hostile: Crawl, answer: bytes) -> None:
    with Hostile(answers(**{"cdn/qr.png": answer})) as server:
        run = crawled(crawl_hostile, server)
    assert run.run.verdict == "ok"
    assert not run.run.reason
    assert {value for value, _, _ in seen(run)} == {"sandglass_ops"}
    assert not [url for url, _, _ in read_pages(run.path) if "cdn" in url]


@pytest.mark.parametrize("escaped", [False, True])
def test_a_picture_in_the_page_s_own_markup_is_proved_by_the_page(
    crawl_hostile: Crawl, *, escaped: bool
) -> None:
    inline = f"data:image/png;base64,{b64encode(CONTACT).decode()}"
    shop = SHOP.replace("http://cdn.hostile.test/qr.png", inline.replace("/", "\\/") if escaped else inline)
    with Hostile(answers(shop=page(shop))) as server:
        run = crawled(crawl_hostile, server)
    (snapshot,) = {record.snapshot for record in run.pages if record.url == "http://shop.hostile.test/"}
    assert ("u.wechat.com/EGb1Xk3_qzAbcd", snapshot, "") in seen(run)
    places = [record.place.pointer for record in run.records if isinstance(record, SightingRecord)]
    assert any(place.startswith("data:image[0]#xywh=16,16,") for place in places)
    assert len([url for url, _, _ in read_pages(run.path) if url == "http://shop.hostile.test/"]) == 1


def test_pictures_share_the_run_s_budget_and_come_last(crawl_hostile: Crawl) -> None:
    with Hostile(answers()) as server:
        run = crawled(crawl_hostile, server, max_pages=2)
    assert [one.path for one in server.asked if one.path != "/robots.txt"] == ["/", "/qr.png"]
    assert run.run.verdict == "ok"
    assert run.run.covers_all
