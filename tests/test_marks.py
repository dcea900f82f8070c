from __future__ import annotations

import pytest

from crawlers.marks import FORWARDED, Seat, marks_of, partials, sightings
from crawlers.reading.context import Context
from store.records import Place
from store.run_records import PartialRecord, SightingRecord


def roles(words: str, seller: str = "operator") -> dict[tuple[str, str], str]:
    records = sightings(Seat(seller, "sha", Place(), "test"), marks_of(words, Context()).identifiers)
    return {
        (record.identifier.kind, record.identifier.normalised): record.identifier.role
        for record in records
        if isinstance(record, SightingRecord)
    }


@pytest.mark.parametrize(
    "where", ["https://lantern-keys.top/register?aff=Q7HK2M", "https://lantern-keys.top/?ref=Q7HK2M"]
)
def test_a_referral_link_names_somebody_elses_site(where: str) -> None:
    found = roles(f"本站客服微信：keyseller88 注册朋友的站 {where}")
    assert found["domain", "lantern-keys.top"] == "unknown"
    assert found["wechat", "keyseller88"] == "operator"


def test_a_plain_link_names_the_sellers_own_site() -> None:
    found = roles("本站客服微信：keyseller88 官网 https://lantern-keys.top/")
    assert found["domain", "lantern-keys.top"] == "operator"


def test_a_forwarded_post_names_nobody_first_hand() -> None:
    words = "Claude Max 出售，联系 @fast_keys_admin"
    assert roles(words)["telegram", "fast_keys_admin"] == "operator"
    assert roles(words, "forward:fast_keys")["telegram", "fast_keys_admin"] == "unknown"


@pytest.mark.parametrize(
    ("words", "seller", "role"),
    [
        ("Claude Max 现货 ¥499，售后联系 fast***77@gmail.com，下单秒发", "operator", "operator"),
        ("求购 Claude Max，我的邮箱 fast***77@gmail.com", "operator", "unknown"),
        ("Claude Max 现货 ¥499，售后联系 fast***77@gmail.com，下单秒发", f"{FORWARDED}x", "unknown"),
    ],
)
def test_a_masked_value_comes_with_whose_it_is_and_where(words: str, seller: str, role: str) -> None:
    (record,) = partials(Seat(seller, "sha", Place("/text"), "test"), marks_of(words, Context()).partial)
    assert isinstance(record, PartialRecord)
    assert (record.partial.kind, record.partial.value, record.partial.role) == (
        "email", "fast***77@gmail.com", role,
    )  # fmt: skip
    assert words[record.place.start : record.place.end] == record.partial.value
