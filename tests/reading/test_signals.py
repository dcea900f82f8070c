"""Signals by the words that state them, and the denials, policies and goods that state none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.reading.language import language_of
from crawlers.reading.signals import find_signals
from crawlers.reading.text import normalise
from store.records import SIGNALS

STATED: list[tuple[str, set[str]]] = [
    ("自建号池，号多不断", {"account_pool"}),
    ("Our account pool never runs dry, $0.2 per dollar", {"account_pool"}),
    ("Пул аккаунтов пополняем каждый день", {"account_pool"}),
    ("ccmax 分组 1.5倍率", {"max_pool"}),
    ("Max 号池 0.9 倍率", {"account_pool", "max_pool"}),
    ("Served from a max pool", {"account_pool", "max_pool"}),
    ("plus分组 0.1 倍", {"plus_pro_pool"}),
    ("gpt-pro 渠道 0.3", {"plus_pro_pool"}),
    ("Nhóm codex-plus 1.5k/1$", {"plus_pro_pool"}),
    ("官逆 0.2 倍率", {"reverse_proxy"}),
    ("仅供反代使用", {"reverse_proxy"}),
    ("AmazonQ 渠道 1.4 倍率", {"reverse_proxy"}),
    ("windsurf 分组 0.3 倍率", {"reverse_proxy"}),
    ("reverse-proxied Claude at 10% of list", {"reverse_proxy"}),
    ("kiro 缓存版 0.4 倍率", {"kiro_reverse"}),
    ("Kiro group: 0.3x", {"kiro_reverse"}),
    ("反重力线路 0.2倍率", {"antigravity_reverse"}),
    ("anti 分组 0.5x", {"antigravity_reverse"}),
    ("AWS 分组 2.2倍率", {"cloud_credit"}),
    ("vertex 渠道 0.8倍率", {"cloud_credit"}),
    ("relay upstream: Azure, $0.4 per dollar", {"cloud_credit"}),
    ("gpt普号 含5刀API额度", {"trial_credit"}),
    ("提链服务，Plus 0元试用", {"trial_credit"}),
    ("trial accounts with $5 left", {"trial_credit"}),
    ("k12 号 0.3 元", {"edu_team_abuse"}),
    ("team 子号 母号 都有", {"edu_team_abuse"}),
    ("edu email, student verification done", {"edu_team_abuse"}),
    ("Plus 土区代充", {"regional_pricing"}),
    ("Claude Pro 尼区 ios", {"regional_pricing"}),
    ("菲律宾代付 Plus", {"regional_pricing"}),
    ("Turkish price: Plus $6, bought in Turkey", {"regional_pricing"}),
    ("Регион: Турция", {"regional_pricing"}),
    ("家宽手搓 Claude 普号", {"bulk_registration"}),
    ("bulk registered accounts, 1k/day", {"bulk_registration"}),
    ("авторег, почта в комплекте", {"bulk_registration"}),
    ("codex 接码 1.7", {"sms_verification"}),
    ("SMS verification for Claude $1", {"sms_verification"}),
    ("Приём смс для OpenAI 40 ₽", {"sms_verification"}),
    ("thuê sim nhận code OpenAI", {"sms_verification"}),
    ("代过KYC 118元", {"kyc_bypass"}),
    ("Claude persona 真人认证", {"kyc_bypass"}),
    ("KYC service for Claude console, $45", {"kyc_bypass"}),
    ("обход KYC под ключ", {"kyc_bypass"}),
    ("虚拟卡 开 Plus", {"virtual_card"}),
    ("VISA 0刀卡", {"virtual_card"}),
    ("virtual cards for AI subs", {"virtual_card"}),
    ("виртуальная карта для оплаты", {"virtual_card"}),
    ("paid with carded visa, $38", {"stolen_card"}),
    ("盗刷渠道 3 折开 Max", {"stolen_card"}),
    ("оплата чужими картами", {"stolen_card"}),
    ("Cursor pro 自助退款", {"refund_abuse"}),
    ("we do refunds: keep the month, $15", {"refund_abuse"}),
    ("Plus 带RT，cpa 格式", {"token_export"}),
    ("支持 sub2api 导入", {"token_export"}),
    ("comes with refresh token and auth.json", {"token_export"}),
    ("Claude Max 20x 拼车 4人车", {"shared_account"}),
    ("ChatGPT Plus shared account $6", {"shared_account"}),
    ("حساب مشترك 6$", {"shared_account"}),
    ("Claude Pro หาร 4", {"shared_account"}),
    ("общий аккаунт на 4 человека", {"shared_account"}),
    ("诚招代理，支持一件代发", {"agent_resale"}),
    ("对接码 abc123", {"agent_resale"}),
    ("Reseller price on request, bulk orders welcome", {"agent_resale"}),
    ("Оптом дешевле", {"agent_resale"}),
    ("nhận ctv, giá sỉ", {"agent_resale"}),
    ("opus4.7->gpt-5.5", {"model_substitution"}),
    ("claude 映射到 glm-5", {"model_substitution"}),
    ("quietly swaps to cheaper models", {"model_substitution"}),
    ("出 Claude Code 会话日志 12 万条 2600U", {"logs_resale"}),
    ("Opus 4.6 transcripts with reasoning traces, $6.50 per 1k", {"logs_resale"}),
    ("продам логи диалогов с Opus", {"logs_resale"}),
    ("官方又严打，号池只剩 3 个", {"account_pool", "ban_wave"}),
    ("Anthropic banned two batches this week", {"ban_wave"}),
    ("A社风控加码", {"ban_wave"}),
    ("волна банов у OpenAI", {"ban_wave"}),
    ("官key 直连 3 折", {"official_key"}),
    ("real Anthropic keys, 25c per $1", {"official_key"}),
    ("Ключи официальные", {"official_key"}),
    ("质保30天", {"warranty"}),
    ("封号包赔", {"warranty"}),
    ("no warranty after the first 48h", {"warranty"}),
    ("Гарантия 30 дней", {"warranty"}),
    ("bảo hành trọn đời", {"warranty"}),
    ("garansi penuh", {"warranty"}),
    ("dead on arrival is replaced", {"warranty"}),
]  # fmt: skip

UNSTATED = [
    "Claude Max 20x 成品号 ¥580",
    "不做逆向，不走反代",
    "既不是逆向也不降智",
    "勿用于反代",
    "拿去反代被封不赔",
    "无质保，介意勿拍",
    "不质保 不退换",
    "no warranty, no refunds",
    "без гарантии",
    "không bảo hành",
    "tanpa garansi",
    "假一赔十",
    "不掺水，不换模型",
    "无需KYC，无需接码",
    "No KYC needed, no SMS verification required",
    "非拼车，独享",
    "不支持共享账号",
    "怕被注册机刷，只认QQ邮箱",
    "Prohibited items: shared logins, carded accounts, refund methods",
    "We do not sell carded accounts",
    "绝无黑卡",
    "max 分组下架",
    "wf 线路停用",
    "Outlook 长效 带OAuth2令牌 POP3 IMAP",
    "Kiro Pro 账号 ¥20",
    "Windsurf 会员 ¥30",
    "- Claude 3 Haiku through AWS Bedrock\n### Before you start\n- an AWS account",
    "8刀 sub2api 中转站 体验券",
    "不易风控 老号",
    "GPT 20刀卡密",
    "包月 59 元",
    "源头低价",
    "求购 Claude 会话日志 5 万条，预算 8000U",
    "reasoning traces are not included, $5",
    "Dienstwagen versteuern: Listenpreis",
    "gpt-5.5 = $3/$15",
    "",
]


@pytest.mark.parametrize(("words", "names"), STATED)
def test_stated(words: str, names: set[str]) -> None:
    assert {signal.name for signal in find_signals(normalise(words))} == names


@pytest.mark.parametrize("words", UNSTATED)
def test_unstated(words: str) -> None:
    assert [(signal.name, signal.words) for signal in find_signals(normalise(words))] == []


def test_every_signal_has_a_case() -> None:
    assert set().union(*(names for _, names in STATED)) == set(SIGNALS)


def test_a_signal_carries_its_words_as_they_stood() -> None:
    words = "𝗖𝗖𝗠𝗔𝗫 分組 ＋ 號池\u200b直連"
    signals = find_signals(normalise(words))
    assert {(signal.name, signal.words) for signal in signals} == {
        ("max_pool", "𝗖𝗖𝗠𝗔𝗫"),
        ("account_pool", "號池"),
    }
    assert all(words[signal.start : signal.end] == signal.words for signal in signals)


PIECES = st.lists(
    st.one_of(
        st.sampled_from([words for words, _ in STATED] + UNSTATED),
        st.text(max_size=12),
        st.sampled_from("不无,。\nİ"),
    ),
    max_size=8,
).map("".join)


@given(PIECES)
def test_any_text_gives_each_signal_once_and_inside_it(words: str) -> None:
    signals = find_signals(normalise(words))
    names = [signal.name for signal in signals]
    assert len(names) == len(set(names))
    assert set(names) <= set(SIGNALS)
    assert all(words[signal.start : signal.end] == signal.words for signal in signals)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("充值比例1:1，质保30天", "zh"),
        ("儲值比例 1:1，請聯繫客服", "zh-Hant"),
        ("Продам аккаунт ChatGPT Plus", "ru"),
        ("Продам акаунт, гарантія", "uk"),
        ("Bán tài khoản Claude Pro bảo hành", "vi"),
        ("Jual akun ChatGPT Plus garansi sebulan", "id"),
        ("Verkaufe ein Konto für den Monat", "de"),
        ("Vendo cuenta con garantía por un mes", "es"),
        ("Vendo conta com garantia, não é compartilhada", "pt"),
        ("Satılık hesap, aylık fiyat", "tr"),
        ("حساب جاهز للبيع", "ar"),
        ("فروش اکانت با گارانتی", "fa"),
        ("アカウント販売中", "ja"),
        ("계정 판매합니다", "ko"),
        ("ขายบัญชี Claude", "th"),
        ("Selling accounts with warranty for you", "en"),
        ("9999", None),
    ],
)
def test_language(words: str, language: str | None) -> None:
    assert language_of(words) == language


@given(st.text(max_size=80))
def test_language_of_any_text(words: str) -> None:
    assert language_of(words) is None or 2 <= len(language_of(words) or "") <= 7
