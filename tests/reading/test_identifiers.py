"""Tables of identifiers as sellers write them; every contact is invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.reading.context import Context
from crawlers.reading.identifiers import FORMAT_KINDS, KIND_MODULES, canonical, find_identifiers
from crawlers.reading.text import normalise
from store.records import KINDS, ROLES


def found(words: str, **context: str) -> set[str]:
    identifiers, _ = find_identifiers(normalise(words), Context(**context))  # type: ignore[arg-type]
    return {f"{each.kind} {each.normalised}" for each in identifiers}


CASES: list[tuple[str, set[str]]] = [
    # WeChat
    ("加微信 panda_888 备注来意", {"wechat panda_888"}),
    ("薇信：Mango-77x", {"wechat mango-77x"}),
    ("威❤ lulu2026x", {"wechat lulu2026x"}),
    ("➕V：kefu0099a", {"wechat kefu0099a"}),
    ("+v abc_1234", {"wechat abc_1234"}),
    ("V:\nrelay_boss9", {"wechat relay_boss9"}),
    ("WX: LaoWang1988", {"wechat laowang1988"}),
    ("wechat id: tokencat_01", {"wechat tokencat_01"}),
    ("WeChat - tokencat_01", {"wechat tokencat_01"}),
    ("微信号 wxid_a1b2c3d4e5f6", {"wechat wxid_a1b2c3d4e5f6"}),
    ("微 信 ： ab12cd34", {"wechat ab12cd34"}),
    ("VX13800138000", {"wechat 13800138000", "phone +8613800138000"}),
    ("微信同号 13912345678", {"wechat 13912345678", "phone +8613912345678"}),
    ("微信：tokenshop、tokenshop_02", {"wechat tokenshop", "wechat tokenshop_02"}),
    ("联系 v: aaa_bbb1 / ccc_ddd2", {"wechat aaa_bbb1", "wechat ccc_ddd2"}),
    ("客服微信（急事）：gaga_2025", {"wechat gaga_2025"}),
    ("绿泡泡搜 momo_9988", {"wechat momo_9988"}),
    ("卫星🛰：sky_0011", {"wechat sky_0011"}),
    ("客服 bluefox77a", {"wechat bluefox77a"}),
    ("加我微信领试用额度", set()),
    ("微信支付宝都行", set()),
    ("微信/支付宝/USDT 付款", set()),
    ("扫码加微信 Claude20x 车主", set()),
    ("$env:ANTHROPIC_BASE_URL=\"x\"", set()),
    ("docker run -v ./data:/app/data_1234", set()),
    ("微信公众号文章 https://mp.weixin.qq.com/s/abc", set()),
    ("WeChat: available on request", set()),
    ("support via WeChat or Telegram", set()),
    ("版本 v: 20260101", set()),
    # QQ and QQ groups
    ("QQ：123456789", {"qq 123456789"}),
    ("扣扣123456789", {"qq 123456789"}),
    ("企鹅：1234567890", {"qq 1234567890"}),
    ("客服Q 987654321 在线", {"qq 987654321"}),
    ("Q:88888888", {"qq 88888888"}),
    ("QQ 123456789 或 987654321", {"qq 123456789", "qq 987654321"}),
    ("加群 987654321", {"qq_group 987654321"}),
    ("Q群:1071234567", {"qq_group 1071234567"}),
    ("交流群号 765432198", {"qq_group 765432198"}),
    ("1群 123456789(满) 2群 234567891", {"qq_group 123456789", "qq_group 234567891"}),
    ("售后QQ群：123456789，QQ：987654321", {"qq_group 123456789", "qq 987654321"}),
    ("QQ：987654321，QQ群：123456789", {"qq_group 123456789", "qq 987654321"}),
    ("QQ群\n\n1071234567", {"qq_group 1071234567"}),
    ("企鹅裙 暂无", set()),
    ("123456789（官方QQ群）", {"qq_group 123456789"}),
    ("QQ group: 1071234567", {"qq_group 1071234567"}),
    ("私信或联系我：641728190", {"qq 641728190"}),
    ("订单号 830004512 请联系客服", set()),
    ("QQ邮箱注册 限 10 个", set()),
    ("QQ会员 12 个月 98 元", set()),
    ("群里 2000 人", set()),
    ("Binance ID 1000000212", {"payment binance:1000000212"}),
    ("微信群已满，TG群 https://t.me/abcde_group", {"telegram abcde_group"}),
    # Telegram
    ("TG：@Relay_Boss", {"telegram relay_boss"}),
    ("tg relay_boss", {"telegram relay_boss"}),
    ("电报：RelayBoss", {"telegram relayboss"}),
    ("飞机@relayboss", {"telegram relayboss"}),
    ("✈️：relay_boss", {"telegram relay_boss"}),
    ("小飞机 relay_boss7", {"telegram relay_boss7"}),
    ("Телеграм: @relay_boss", {"telegram relay_boss"}),
    ("тг @relay_boss", {"telegram relay_boss"}),
    ("пишите в тг relay_boss", {"telegram relay_boss"}),
    ("تلگرام: @relay_boss", {"telegram relay_boss"}),
    ("텔레그램 @relay_boss", {"telegram relay_boss"}),
    ("telegram.me/RelayBoss", {"telegram relayboss"}),
    ("https://t.me/s/RelayBoss", {"telegram relayboss"}),
    ("https://t.me/RelayBoss/1234", {"telegram relayboss"}),
    ("tg://resolve?domain=RelayBoss", {"telegram relayboss"}),
    ("relayboss.t.me", {"telegram relayboss"}),
    ("https://t.me/joinchat/AAAAAEabcdEFGH12", {"telegram_invite AAAAAEabcdEFGH12"}),
    ("https://t.me/+AbCdEfGh12345678", {"telegram_invite AbCdEfGh12345678"}),
    ("t.me/+17205550143", {"phone +17205550143"}),
    ("DM @relay_boss now", {"telegram relay_boss"}),
    ("Ib tele @relay_boss nha", {"telegram relay_boss"}),
    ("@relay_boss, @relay_news", {"telegram relay_boss", "telegram relay_news"}),
    ("relay_boss -telegram", {"telegram relay_boss"}),
    ("get a token from @BotFather", set()),
    ("npm i -g @anthropic-ai/claude-code", set()),
    ("@everyone @here new drop", set()),
    ("@全体成员 倍率调整", set()),
    ("thanks to @octocat for the fix", set()),
    ("Twitter: @relay_boss", {"username relay_boss"}),
    ("https://t.me/share/url?url=x", set()),
    ("https://t.me/c/12345/6", set()),
    ("注册送@gmail.com @163.com @qq.com 邮箱", set()),
    ("chat in Telegram bot", set()),
    ("@media (max-width: 100px)", set()),
    ("medium.com/@writer_one", set()),
    # E-mail
    ("mail: sales@relay-shop.io", {"email sales@relay-shop.io"}),
    ("sales [at] relay-shop [dot] io", {"email sales@relay-shop.io"}),
    ("sales(at)relay-shop.io", {"email sales@relay-shop.io"}),
    ("sales at relay-shop dot io", {"email sales@relay-shop.io"}),
    ("sales＠relay-shop．io", {"email sales@relay-shop.io"}),
    ("Sales.Team+a@Relay-Shop.IO.", {"email sales.team+a@relay-shop.io"}),
    ("<a href=\"mailto:sales@relay-shop.io\">x</a>", {"email sales@relay-shop.io"}),
    ("user@example.com", set()),
    ("git clone git@github.com:a/b.git", set()),
    ("look at relay-shop.io", {"domain relay-shop.io"}),
    ("claude-code@latest", set()),
    ("https://user@relay-shop.io/x", {"domain relay-shop.io"}),
    ("123456789@qq.com", {"email 123456789@qq.com"}),
    # phones and their messengers
    ("https://wa.me/6281200040617?text=hi", {"whatsapp +6281200040617"}),
    ("https://api.whatsapp.com/send?phone=51987654321", {"whatsapp +51987654321"}),
    ("WhatsApp: +62 812-0004-0617", {"whatsapp +6281200040617"}),
    ("WA 0812 0004 0617 harga murah akun", {"whatsapp +6281200040617"}),
    ("https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv", set()),
    ("Zalo 0790 000 000 giá rẻ", {"zalo +84790000000"}),
    ("zalo.me/0790000000", {"zalo +84790000000"}),
    ("https://zalo.me/g/abcdef123", set()),
    ("SĐT: 0912.345.678 bán tài khoản", {"phone +84912345678"}),
    ("Тел. +7 912 345-67-89", {"phone +79123456789"}),
    ("电话 13912345678", {"phone +8613912345678"}),
    ("☎ +44 7911 123456", {"phone +447911123456"}),
    ("LINE: gptshop88", {"line gptshop88"}),
    ("Line ID : @gptshop", {"line gptshop"}),
    ("https://line.me/ti/p/~gptshop", {"line gptshop"}),
    ("online shop of the first line", set()),
    ("【英国+44】老号", set()),
    ("库存 13912345678", set()),
    ("https://discord.gg/AbC123", {"discord_invite AbC123"}),
    ("discord.com/invite/AbC123", {"discord_invite AbC123"}),
    # domains and addresses
    ("官网 https://api.relay-shop.io/v1 。", {"domain relay-shop.io"}),
    ("relay-shop[.]io", {"domain relay-shop.io"}),
    ("hxxps://relay-shop.io/a", {"domain relay-shop.io"}),
    ("relayshop。com 备用", {"domain relayshop.com"}),
    ("站点api.relay-shop.xyz-Ai聚合", {"domain relay-shop.xyz"}),
    ("https://myrelay.pages.dev/", {"domain myrelay.pages.dev"}),
    ("https://ai-shop.us.ci/", {"domain ai-shop.us.ci"}),
    ("781164433.com", {"domain 781164433.com"}),
    ("http://203.0.113.82:3000/v1", {"ip 203.0.113.82"}),
    ("203.0.113.82:8080", {"ip 203.0.113.82"}),
    ("服务器 203.0.113.9", {"ip 203.0.113.9"}),
    ("http://127.0.0.1:3000 http://192.168.1.4", set()),
    ("version 1.2.3.4", set()),
    ("https://claude.ai https://github.com/a/b https://bit.ly/x", set()),
    ("see README.md and main.py, Node.js 22", set()),
    ("opus4.6.pro gpt5.5.plus", set()),
    ("No limits.No logs", set()),
    ("![x](https://img.relay-shop.io/a.png)", set()),
    ("[站点](https://relay-shop.io/)，[文档](https://docs.relay-shop.io)", {"domain relay-shop.io"}),
    ("Outlook.fr 邮箱", set()),
    # shops
    ("https://pay.ldxp.cn/shop/AbC123", {"shop ldxp:shop:abc123"}),
    ("https://pay.ldxp.cn/item/xyz789", {"shop_item ldxp:item:xyz789"}),
    ("catfk.com/shop/relayboss", {"shop catfk:shop:relayboss"}),
    ("https://item.taobao.com/item.htm?spm=a&id=712345678901", {"shop_item taobao:item:712345678901"}),
    ("https://shop123456.taobao.com/", {"shop taobao:shop:shop123456"}),
    ("https://www.goofish.com/item?id=812345678901", {"shop_item xianyu:item:812345678901"}),
    ("https://plati.market/itm/chatgpt-plus/4512345", {"shop_item plati:item:4512345"}),
    ("https://ggsel.net/catalog/product/chatgpt-plus-101234567", {"shop_item ggsel:item:101234567"}),
    ("https://funpay.com/users/1234567/", {"shop funpay:shop:1234567"}),
    ("https://funpay.com/lots/offer?id=23456789", {"shop_item funpay:item:23456789"}),
    ("https://relayboss.mysellix.io/", {"shop sellix:shop:relayboss", "domain relayboss.mysellix.io"}),
    # codes
    ("对接码：AbC123", {"agent_code abc123"}),
    ("对接码weibadao88", {"agent_code weibadao88"}),
    ("代理对接码是 xx_99", {"agent_code xx_99"}),
    ("对接码联系客服", set()),
    ("https://relay-shop.io/register?aff=Qx7Z", {"domain relay-shop.io", "referral Qx7Z"}),
    ("https://relay-shop.io/#/register?invite_code=Qx7Z", {"domain relay-shop.io", "referral Qx7Z"}),
    ("https://relay-shop.io/i/Qx7Z", {"domain relay-shop.io", "referral Qx7Z"}),
    ("https://relay-shop.io/signup?ref=github", {"domain relay-shop.io"}),
    ("https://relay-shop.io/?utm_source=x&from=gh", {"domain relay-shop.io"}),
    ("邀请码 Qx7Z99", {"referral Qx7Z99"}),
    ("https://github.com/a/b?ref=main", set()),
    ("优惠码：SAVE20", {"coupon_code save20"}),
    ("use code NORTH-20 at checkout", {"coupon_code north-20"}),
    ("промокод GPT10", {"coupon_code gpt10"}),
    ("mã giảm giá TET2026", {"coupon_code tet2026"}),
    ("Claude Code: 89k", set()),
    ("status code: 429", set()),
    ("coupon available", set()),
    # money
    ("PayPal: pay@relay-shop.io", {"payment paypal:pay@relay-shop.io", "email pay@relay-shop.io"}),
    ("https://paypal.me/RelayBoss", {"payment paypal:relayboss"}),
    ("Yape 987 654 321", {"payment yape:987654321"}),
    ("支付宝：13912345678", {"payment alipay:13912345678"}),
    ("pay by paypal or card", set()),
    ("TXdZt9CbEXeFi4m9uhyHKXU9btn7rXF3Tq", {"crypto_tron TXdZt9CbEXeFi4m9uhyHKXU9btn7rXF3Tq"}),
    ("TXdZt9CbEXeFi4m9uhyHKXU9btn7rXF3Tr", set()),
    ("USDT 合约 TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", set()),
    ("0x5803aF8aDC041c81450Ba4853AD0F84Ab5fA7Eae", {"crypto_eth 0x5803af8adc041c81450ba4853ad0f84ab5fa7eae"}),
    ("0x5803AF8aDC041c81450Ba4853AD0F84Ab5fA7Eae", set()),
    ("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", {"crypto_btc 1BoatSLRHtKNngkdXEeobR76b53LETtpyT"}),
    ("Mc1PfuJm/Nkzv8R7vcZLBuuE5As2PM", set()),
    ("bc1qccjh5g2uzsd47af03gxuun34s66dswa4ue5my4", {"crypto_btc bc1qccjh5g2uzsd47af03gxuun34s66dswa4ue5my4"}),
    ("[[api_key:sk-ant-api03:" + "ab" * 32 + "]]", {"api_key " + "ab" * 32}),
    ("sk-ant-api03-xxxxxxxxxxxx", set()),
    ("sk-....", set()),
    # ours beside the format's
    ("虚拟卡 卡头 485954", {"bin 485954"}),
    ("485954 条记录", set()),
    ("粤ICP备2024000001号-3", {"icp 粤ICP备2024000001号"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_identifiers_of_a_text(words: str, expected: set[str]) -> None:
    assert found(words) == expected


ROLE_CASES = [
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
@settings(max_examples=200, deadline=None)
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
