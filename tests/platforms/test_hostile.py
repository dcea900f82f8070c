"""Whatever a page holds, a reader gives a reading or says that the page changed; and what it asks for is bounded."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.page import Ask, Page, PageChangedError, Reading
from crawlers.platforms import PLATFORMS, Platform, platform_of
from tests.platforms.sampling import Sample, samples

NASTY: tuple[Any, ...] = (
    None, True, 0, -1, 10**40, "", "x" * 3000, "NaN", "1e999", [], {}, [[]], {"": None}, [None], "<b>", "http://[", "\x00",
)  # fmt: skip


def read(platform: Platform, page: Page) -> Reading:
    try:
        return platform.read(page)
    except PageChangedError:
        return Reading()


def mutated(value: object, luck: random.Random) -> object:
    if luck.random() < 0.06:
        return luck.choice(NASTY)
    if isinstance(value, dict):
        return {key: mutated(item, luck) for key, item in value.items() if luck.random() > 0.03}
    if isinstance(value, list):
        return [mutated(item, luck) for item in value]
    return value


def cut(text: str, luck: random.Random) -> str:
    start = luck.randrange(len(text))
    return (
        text[:start]
        + luck.choice(("", "<div>", "</div>", '"', "\x00", "<!--"))
        + text[start + luck.randrange(40) :]
    )


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_mutated_samples_never_break_a_reader(sample: Sample) -> None:
    luck, page, platform = random.Random(sample.name), sample.page(), PLATFORMS[sample.platform]
    for _ in range(25 if len(page.body) < 10_000 else 3):
        if page.media_type == "application/json":
            body = json.dumps(mutated(json.loads(page.text), luck), ensure_ascii=False)
        else:
            body = cut(page.text, luck)
        changed = replace(page, body=body.encode("utf-8", "replace"))
        read(platform, changed)
        platform_of(changed)


@pytest.mark.parametrize("name", PLATFORMS)
@given(
    body=st.binary(max_size=300),
    role=st.sampled_from(["", "list", "status", "pricing", "detail 3", "info x"]),
)
def test_any_bytes(name: str, body: bytes, role: str) -> None:
    read(PLATFORMS[name], Page(url="https://a.test/x?page=1", body=body, role=role))


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_source_starts_with_a_handful_of_pages(name: str) -> None:
    asks = PLATFORMS[name].start("https://shop.a.test/s/x?f=2")
    assert 0 < len(asks) <= 7
    assert any(ask.lists for ask in asks)
    assert all(ask.url.startswith("https://shop.a.test/") for ask in asks)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_a_site_that_shows_the_same_page_forever_is_left(sample: Sample) -> None:
    """Follow list pages into a site that answers every address with the same body."""
    platform, page = PLATFORMS[sample.platform], sample.page()
    seen: set[tuple[str, str]] = set()
    todo = [Ask(url=page.url, role=page.role, lists=True)]
    while todo:
        ask = todo.pop()
        if (ask.url, ask.body) not in seen:
            seen.add((ask.url, ask.body))
            asks = read(platform, replace(page, url=ask.url, role=ask.role)).asks
            assert len(asks) <= 5200
            todo += [further for further in asks if further.lists and further.url.startswith("http")]
    assert len(seen) <= 110


@pytest.mark.parametrize("name", PLATFORMS)
def test_only_hosted_card_shops_are_read_by_post(name: str) -> None:
    asks = list(PLATFORMS[name].start("https://shop.a.test/shop/TOKEN1"))
    found = [sample for sample in samples() if sample.platform == name]
    asks += [ask for sample in found for ask in read(PLATFORMS[name], sample.page()).asks]
    posts = [ask for ask in asks if ask.method != "GET"]
    assert all(name in ("shopapi", "16688") and "/shopApi/" in ask.url for ask in posts)
    # WHMCS lists its goods on a page named cart.php; what is put into a cart asks with a=add.
    asked = [ask.url.replace("/cart.php", "/") for ask in asks]
    acts = ("order", "cart", "pay/", "login", "redeem", "a=add")
    assert not [url for url in asked if any(word in url for word in acts)]
