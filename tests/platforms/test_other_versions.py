"""Replies of other versions, forks and settings of a program than the samples': what they add or leave out harms nothing."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from crawlers.page import PageChangedError, Reading
from crawlers.platforms import PLATFORMS
from tests.platforms.replies import read
from tests.platforms.sampling import Sample, reading_of, samples

JSON = [one for one in samples() if one.page().text.lstrip()[:1] in ("{", "[")]
HEALTHY = [one for one in JSON if "changed" not in reading_of(one)]
STRANGE: tuple[Any, ...] = (None, 1, "x", {}, [], {"a": {"b": [1]}}, True)
# What a program keeps under names of an operator's own: another name there is another good, group or contact.
OPEN_MAPS = frozenset({
    "16688/info", "dujiao-next/config", "new-api/pricing", "new-api/pricing_empty", "new-api/groups", "one-hub/groups",
    "one-hub/available_model", "acg-faka/detail", "claude-relay-service/rates",
})  # fmt: skip


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(one)


def _again(sample: Sample, value: object) -> Reading:
    page = sample.page()
    return PLATFORMS[sample.platform].read(replace(page, body=json.dumps(value).encode()))


def _plain(reading: Reading) -> object:
    return [
        (one.key, one.title, one.text, one.quotes, one.on_sale) for one in reading.listings
    ], reading.facts


@pytest.mark.parametrize("sample", HEALTHY, ids=lambda one: one.name)
def test_fields_that_a_later_version_adds_are_left_alone(sample: Sample) -> None:
    value = json.loads(sample.page().text)
    usual = _again(sample, value)
    for one in list(_objects(value)):
        one |= {f"new_field_{number}": strange for number, strange in enumerate(STRANGE)}
    found = _again(sample, value)
    if sample.name not in OPEN_MAPS:
        assert _plain(found) == _plain(usual)
    assert {one.key for one in usual.listings} <= {one.key for one in found.listings}


@pytest.mark.parametrize("sample", HEALTHY, ids=lambda one: one.name)
def test_numbers_may_be_words(sample: Sample) -> None:
    def worded(value: object) -> object:
        if isinstance(value, dict):
            return {key: worded(one) for key, one in value.items()}
        if isinstance(value, list):
            return [worded(one) for one in value]
        return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value

    value = json.loads(sample.page().text)
    assert _plain(_again(sample, worded(value))) == _plain(_again(sample, value))


@pytest.mark.parametrize("sample", HEALTHY, ids=lambda one: one.name)
def test_one_row_may_lack_anything(sample: Sample) -> None:
    """Of several goods one without a price, a name or a stock costs that good alone, never the page."""
    value = json.loads(sample.page().text)
    lists = [one for holder in _objects(value) for one in holder.values() if isinstance(one, list)]
    for rows in [
        one for one in (value, *lists) if isinstance(one, list) and one and isinstance(one[0], dict)
    ]:
        rows.extend(copy.deepcopy(rows[:1] * 2))
        first = rows[0]
        for key in first:
            for strange in _instead_of(key):
                rows[0] = {name: one for name, one in first.items() if name != key} | strange
                _again(sample, value)
        rows[0] = first


def _instead_of(key: str) -> tuple[dict[str, Any], ...]:
    return {}, {key: None}, {key: ""}, {key: []}


NULLS: tuple[tuple[str, str, object], ...] = (
    ("new-api", "/api/pricing", {"success": True, "data": None, "group_ratio": {}}),
    ("new-api", "/api/user/groups", {"success": True, "data": None}),
    ("one-hub", "/api/available_model", {"success": True, "data": None}),
    ("acg-faka", "/user/api/index/commodity?categoryId=0", {"code": 200, "data": None, "total": 0}),
    ("dujiao-next", "/api/v1/public/products?page=1", {"status_code": 0, "data": None}),
    ("16688", "/shopApi/goods/list", {"code": 1, "data": {"list": None, "total": 0}}),
    ("shopapi", "/shopApi/Shop/goodsList", {"code": 1, "data": {"list": None, "total": 0}}),
    ("xboard", "/api/v1/guest/plan/fetch", {"data": None}),
    ("shopify", "/products.json?page=1", {"products": None}),
    ("g2g", "/offer/search?page=1", {"payload": {"results": None}}),
    ("gameflip", "/api/v1/listing", {"status": "SUCCESS", "data": None}),
    ("digiseller", "/api/search.ashx", {"items": None}),
    ("flarum", "/api/discussions", {"data": None}),
    ("discourse", "/latest.json", {"topic_list": {"topics": None}}),
)


@pytest.mark.parametrize(("platform", "path", "body"), NULLS, ids=lambda one: str(one)[:30])
def test_null_is_an_empty_list(platform: str, path: str, body: object) -> None:
    """Go writes an empty list as null; a program that has nothing to sell has not changed."""
    found = read(platform, f"https://a.test{path}", body)
    assert not found.listings
    assert found.empty or found.total == 0 or path.endswith("/groups")


def test_a_list_that_is_not_there_is_a_change() -> None:
    for platform, path, body in NULLS:
        gone = json.loads(json.dumps(body).replace('"data": null', '"data_v2": null').replace('"list": null', '"x": null'))  # fmt: skip
        if gone != body:
            with pytest.raises(PageChangedError):
                read(platform, f"https://a.test{path}", gone)


def test_php_filters_a_list_into_numbered_keys_and_writes_a_mark_before_it() -> None:
    row = {"id": 4, "name": "Claude Pro", "price": "88.00", "stock": 3}
    body = "\ufeff" + json.dumps({"code": 200, "data": {"0": row, "2": row | {"id": 9}}, "total": 2})
    found = read("acg-faka", "https://a.test/user/api/index/commodity?categoryId=0&page=1", body)
    assert [one.key for one in found.listings] == ["4", "9"]


def test_json_that_a_browser_drew_is_json() -> None:
    drawn = '<html><head><meta name="color-scheme"></head><body><pre style="x">{"code":200,"data":[{"id":1,"name":"A &amp;amp; B","price":1}]}</pre></body></html>'  # fmt: skip
    found = read("acg-faka", "https://a.test/user/api/index/commodity", drawn, rendered=True)
    assert [one.title for one in found.listings] == ["A & B"]
