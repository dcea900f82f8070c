"""Pictures of a piece of a page are found by their addresses, lazily loaded ones and backgrounds too."""

from __future__ import annotations

import pytest

from crawlers.page import Page
from crawlers.platforms import generic, telegram, tree
from crawlers.platforms.images import pictures_of


@pytest.mark.parametrize(
    ("markup", "links"),
    [
        ("<img src='/qr.png'>", ["https://shop.example/qr.png"]),
        ("<img src='/blank.gif' data-src='/qr.png'>", ["https://shop.example/qr.png"]),
        (
            "<a style=\"width:1px;background-image:url('https://cdn.example/a.jpg')\"></a>",
            ["https://cdn.example/a.jpg"],
        ),
        ("<img src='data:image/png;base64,AAAA'><img src='/logo.svg'><img><img src='javascript:1'>", []),
        ("<img src='/a.png'><img src='/a.png'>", ["https://shop.example/a.png"]),
        (
            "".join(f"<img src='/{n}.png'>" for n in range(9)),
            [f"https://shop.example/{n}.png" for n in range(3)],
        ),
    ],
)
def test_pictures_of_a_piece(markup: str, links: list[str]) -> None:
    assert list(pictures_of(tree.parse(markup), "https://shop.example/")) == links


def test_a_post_has_its_photo() -> None:
    post = """<div class="tgme_channel_info"></div><div class="tgme_widget_message" data-post="quince_keys/12">
    <a class="tgme_widget_message_photo_wrap" style="width:800px;background-image:url('https://cdn4.example/file/qr.jpg')"></a>
    <div class="tgme_widget_message_text js-message_text">Claude Pro 11$</div></div>"""
    reading = telegram.read(Page(url="https://t.me/s/quince_keys", body=post.encode()))
    assert [listing.pictures for listing in reading.listings] == [("https://cdn4.example/file/qr.jpg",)]


def test_a_post_of_nothing_but_a_photo_is_a_post() -> None:
    post = """<div class="tgme_channel_info"></div><div class="tgme_widget_message" data-post="quince_keys/13">
    <a class="tgme_widget_message_photo_wrap" style="background-image:url('https://cdn4.example/qr.jpg')"></a></div>"""
    (listing,) = telegram.read(Page(url="https://t.me/s/quince_keys", body=post.encode())).listings
    assert (listing.key, listing.text, listing.pictures) == ("13", "", ("https://cdn4.example/qr.jpg",))


def test_a_card_has_its_pictures() -> None:
    card = "<div class='c'><img src='/{0}.png'><h4>Claude Pro</h4><b class='price'>$1{0}</b></div>"
    body = "<html><body>" + card.format(1) + card.format(2) + "</body></html>"
    reading = generic.read(Page(url="https://shop.example/", body=body.encode()))
    assert [listing.pictures for listing in reading.listings] == [
        ("https://shop.example/1.png",), ("https://shop.example/2.png",),
    ]  # fmt: skip
