"""Tables of identifiers as sellers write them; every contact is invented."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.context import Context
from crawlers.reading.identifiers import FORMAT_KINDS, KIND_MODULES, canonical, find_identifiers
from crawlers.reading.identifiers.phone_number import e164
from crawlers.reading.text import normalise
from store.records import KINDS, ROLES
from tests.reading.identifier_cases import CASES


def found(words: str, **context: str) -> set[str]:
    identifiers, _ = find_identifiers(normalise(words), Context(**context))  # type: ignore[arg-type]
    return {f"{each.kind} {each.normalised}" for each in identifiers}


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_identifiers_of_a_text(words: str, expected: set[str]) -> None:
    assert found(words) == expected


ROLE_CASES = [
    ("SCAMMER LIST\n@claude_cheap_77 took $60 and left, DM us more names", "unknown"),
    ("Careers: analyst for account abuse. Apply: jobs@orrery-works.com", "unknown"),
    ("Осторожно, кидала: @klod_opt_77, через два дня вход слетел", "unknown"),
    ("ada yg pernah beli di tokenmurah77.my.id? responnya aneh", "unknown"),
    ("虚拟卡 卡头 485954 现货 ¥60", "operator"),
    ("GPT Plus ¥30 现货下单，粤ICP备2024000001号", "operator"),
    ("Claude Max $90, order on Twitter: @relay_boss7", "operator"),
    ("QQ群：1071234567", "unknown"),
    ("售后QQ群：1071234567", "operator"),
    ("Claude Max 20x 成品号 ¥580，微信 panda_888", "operator"),
    ("求购 Claude Max 号，长期收，微信 panda_888", "unknown"),
    ("WTB 200 Claude accounts, telegram @buyer_one", "unknown"),
    ("WTS ChatGPT Plus $5, telegram @seller_one", "operator"),
    ("据报道，某团伙通过 @bad_shop 出租账号", "unknown"),
    ("Support this project: donations to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "unknown"),
    ("https://pay.ldxp.cn/shop/AbC123", "operator"),
    ("有人冒充本站客服，唯一客服 TG：@real_shop", "operator"),
    ("请问 https://relay-shop.io 靠谱吗？", "unknown"),
    ("注册送 $5：https://relay-shop.io/register?aff=Qx7Z", None),
    ("拿货找上家 QQ：987654321，我们只做 Claude 代充", "supplier"),
    ("Leaked keys daily: [[api_key:sk-ant-api03:" + "ab" * 32 + "]] for sale", "unknown"),
]


SEVERAL_ROLES = [
    ("Claude Max 拼车 ¥300/月 微信 cartony88，担保 @fairhold_gz", {"cartony88": "operator", "fairhold_gz": "unknown"}),
    ("出 Plus 成品号 30元 联系 @plus_wh 中介 @zhong_a 费用自理", {"plus_wh": "operator", "zhong_a": "unknown"}),
    ("Selling Claude Pro $12, contact @claudeseller, escrow @escrowking", {"claudeseller": "operator", "escrowking": "unknown"}),
    ("Продам Claude Max 6000₽, пишите @seller_ok, гарант @garant_otc", {"seller_ok": "operator", "garant_otc": "unknown"}),
    ("Jual ChatGPT Plus 50rb, hubungi @toko_ai99, rekber @rekber_aman", {"toko_ai99": "operator", "rekber_aman": "unknown"}),
    ("Scammer alert: @badguy99 took money. Order now, Claude Pro $12, DM @goodshop1", {"badguy99": "unknown", "goodshop1": "operator"}),
    ("出 Claude Max 20x ¥600，不拆卖，只走担保 @seller_x9", {"seller_x9": "operator"}),
    ("GPT Plus ¥30 可走闲鱼担保，飞机 @seller_x9", {"seller_x9": "operator"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "roles"), SEVERAL_ROLES)
def test_a_go_between_and_a_swindler_are_not_the_seller(words: str, roles: dict[str, str]) -> None:
    identifiers, _ = find_identifiers(normalise(words), Context())
    assert {each.normalised: each.role for each in identifiers} == roles


@pytest.mark.parametrize(("words", "role"), ROLE_CASES)
def test_role(words: str, role: str | None) -> None:
    identifiers, _ = find_identifiers(normalise(words), Context())
    roles = {each.kind: each.role for each in identifiers}
    if role is None:
        assert roles == {"domain": "operator", "referral": "promoter"}
    else:
        assert set(roles.values()) == {role}


MASKED = [
    ("zh***@gmail.com", "email", "zh***@gmail.com"),
    ("电话 138****1234", "phone", "138****1234"),
    ("sk-ant-api03-9tR2••••••QwAA", "api_key", "sk-ant-api03-9tR2••••••QwAA"),
    ("@rel***boss", "telegram", "@rel***boss"),
    ("微信 pan***88", "wechat", "微信 pan***88"),
]


@pytest.mark.parametrize(("words", "kind", "value"), MASKED)
def test_a_masked_value_is_partial_and_no_identifier(words: str, kind: str, value: str) -> None:
    identifiers, partial = find_identifiers(normalise(words), Context())
    assert not identifiers
    assert [(each.kind, each.value) for each in partial] == [(kind, value)]
    assert words[partial[0].start : partial[0].end] == value


def test_the_value_is_the_words_as_they_stood() -> None:
    words = "企鹅群 1️⃣0️⃣6️⃣0️⃣0️⃣0️⃣4️⃣3️⃣2️⃣1️⃣ 或 @сlаudе_dеpo_ru"
    identifiers, _ = find_identifiers(normalise(words), Context())
    assert {(each.kind, each.value, each.normalised) for each in identifiers} == {
        ("qq_group", "1️⃣0️⃣6️⃣0️⃣0️⃣0️⃣4️⃣3️⃣2️⃣1️⃣", "1060004321"),
        ("telegram", "@сlаudе_dеpo_ru", "claude_depo_ru"),
    }
    for each in identifiers:
        assert words[each.start : each.end] == each.value


def test_a_key_is_never_shown_in_clear() -> None:
    key = "sk-ant-api03-" + "aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA" * 3
    identifiers, _ = find_identifiers(normalise(f"免费体验 {key}"), Context())
    assert [each.kind for each in identifiers] == ["api_key"]
    assert key[13:30] not in identifiers[0].value + identifiers[0].normalised


def test_the_country_of_a_national_number_comes_from_money_language_or_context() -> None:
    assert found("WhatsApp 987 654 321, S/ 30") == {"whatsapp +51987654321"}
    assert found("WhatsApp 0812 0004 0617", language="id") == {"whatsapp +6281200040617"}
    assert found("WhatsApp 987654321", currency="PEN") == {"whatsapp +51987654321"}


def test_numbers_that_are_taken_as_they_stand_are_what_the_library_gives() -> None:
    numbers = [f"+861{head}5550143" for head in range(300, 1000)] + [
        f"+1{area}5550143" for area in range(200, 1000, 3)
    ]
    for number in numbers:
        given = phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.E164)
        assert e164(number, None) == given


CANONICAL = [
    ("email", " Sales@Relay-Shop.IO ", "sales@relay-shop.io"),
    ("email", "nonsense", None),
    ("telegram", "@Relay_Boss", "relay_boss"),
    ("telegram_invite", "+AbCdEfGh12345678", "AbCdEfGh12345678"),
    ("wechat", "Panda_888", "panda_888"),
    ("qq", "１２３", None),
    ("qq_group", "群:1071234567", "1071234567"),
    ("phone", "+84 79 000 0000", "+84790000000"),
    ("whatsapp", "https://wa.me/6281200040617", "+6281200040617"),
    ("zalo", "0790000000", "+84790000000"),
    ("line", "@GptShop", "gptshop"),
    ("domain", "https://www.Relay-Shop.io/x", "relay-shop.io"),
    ("host", "https://API.relay-shop.io:3000/x", "api.relay-shop.io"),
    ("ip", "203.0.113.82:3000", "203.0.113.82"),
    ("shop", "ldxp:shop:AbC", "ldxp:shop:abc"),
    ("shop_item", "https://catfk.com/item/AbC", "catfk:item:abc"),
    ("api_key", "AB" * 32, "ab" * 32),
    ("payment", "binance: 1000000212", "binance:1000000212"),
    ("bin", "4859 54", "485954"),
    ("username", "@Relay_Boss", "relay_boss"),
    ("site_key", "0x4AAAAAAAbCdEfGhIjKlMnO", "0x4AAAAAAAbCdEfGhIjKlMnO"),
    ("oauth_client", "Iv1.8a61f9b3a7aba766", "Iv1.8a61f9b3a7aba766"),
    ("analytics", "g-ab12cd34ef", "G-AB12CD34EF"),
    ("org_id", "3F2504E0-4F89-11D3-9A0C-0305E82C3301", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    ("key_hint", "sk-ant-api03-R2D...igAA", "sk-ant-api03-R2D…igAA"),
    ("payment_descriptor", "  CLAUDE.AI  SUBSCRIPTION ", "claude.ai subscription"),
    ("no_such_kind", "x", None),
]


@pytest.mark.parametrize(("kind", "raw", "form"), CANONICAL)
def test_canonical(kind: str, raw: str, form: str | None) -> None:
    assert canonical(kind, raw) == form


def test_every_kind_has_a_canonical_form() -> None:
    for kind in KINDS:
        assert canonical(kind, "\n") is None


def test_the_formats_kinds_are_kinds() -> None:
    assert set(KINDS) >= FORMAT_KINDS
    assert {module.KIND for module in KIND_MODULES} <= set(KINDS)


@given(st.sampled_from(CASES), st.sampled_from(sorted(KINDS)))
def test_canonical_is_idempotent(case: tuple[str, set[str]], kind: str) -> None:
    once = canonical(kind, case[0])
    if once is not None:
        assert canonical(kind, once) == once


@pytest.mark.parametrize("expected", sorted({each for _, values in CASES for each in values}))
def test_what_is_found_is_canonical_already(expected: str) -> None:
    kind, _, value = expected.partition(" ")
    assert canonical(kind, value) == value


PIECES = st.lists(
    st.one_of(
        st.sampled_from([words for words, _ in CASES]),
        st.text(max_size=12),
        st.sampled_from("@:/.：\n 微信群qQvVx+0123456789[](){}_-\u200bа企鹅✈"),
    ),
    max_size=10,
).map("".join)


@given(PIECES)
@settings(max_examples=200)
def test_any_text_gives_valid_identifiers_inside_it(words: str) -> None:
    identifiers, partial = find_identifiers(normalise(words), Context())
    keys = [(each.kind, each.normalised) for each in identifiers]
    assert len(keys) == len(set(keys))
    for each in identifiers:
        assert each.kind in KINDS
        assert each.role in ROLES
        assert each.start is not None
        assert each.end is not None
        assert 0 <= each.start < each.end <= len(words)
        assert each.kind == "api_key" or words[each.start : each.end] == each.value
    for masked in partial:
        assert words[masked.start : masked.end] == masked.value


@pytest.mark.parametrize("position", [0, 3, 40])
def test_long_texts_find_what_short_ones_find(position: int) -> None:
    filler = "本站稳定运行，今日渠道正常，欢迎测试模型与缓存命中率。\n" * 60
    for words, expected in CASES[position : position + 40]:
        assert expected <= found(f"{filler}\n\n{words}\n\n{filler}")
