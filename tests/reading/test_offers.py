"""What texts sell: the tables of cases, row by row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crawlers.label_format import labelled_offer
from crawlers.reading import Context, read
from crawlers.reading import good as good_module
from crawlers.reading.good import read_good
from crawlers.reading.number import is_placeholder
from store.records import Money, Offer, plain
from tests.reading import (
    account_cases,
    join_cases,
    ladder_cases,
    list_cases,
    market_cases,
    nothing_cases,
    notice_cases,
    relay_cases,
    seat_cases,
    spoken_cases,
    stance_cases,
    station_cases,
    talk_cases,
    term_cases,
)
from tests.reading.language_cases import SALES
from tests.reading.offer_cases import CASES, DIRECTIONS, GOODS
from tests.reading.period_cases import PERIODS
from tests.reading.report_cases import NO_SALES
from tests.reading.sale_cases import FOR_SALE, NOT_FOR_SALE
from tests.reading.telling_cases import SOLD, TOLD


def context_of(rates: str) -> Context:
    stated = {name: Decimal(figure) for name, figure in (part.split("=") for part in rates.split())}
    return Context(recharge=stated.pop("recharge", None), fx=stated)


def rows(words: str, context: Context) -> list[str]:
    found = []
    for offer in read(words, context).offers:
        label = labelled_offer(offer, context)
        price = offer.price and f"{plain(offer.price.amount)}{offer.price.currency}"
        ratio = label["ratio"] and plain(Decimal(label["ratio"]))
        cells = (
            label["kind"],
            label["provider"],
            label["product"],
            price,
            label["per"],
            label["group"],
            ratio,
        )
        found.append(" ".join(cell or "-" for cell in cells))
    return found


def wanted(expected: str) -> list[str]:
    return [row.strip() for row in expected.split(";") if row.strip()]


ALL_CASES = [
    *CASES, *account_cases.CASES, *nothing_cases.CASES, *term_cases.CASES, *join_cases.CASES, *ladder_cases.CASES, *list_cases.CASES, *market_cases.CASES, *relay_cases.CASES, *seat_cases.CASES,
    *notice_cases.CASES, *spoken_cases.CASES, *station_cases.CASES, *SALES,
]  # fmt: skip


@pytest.mark.parametrize(
    ("rates", "words", "expected"), ALL_CASES, ids=[words[:40] for _, words, _ in ALL_CASES]
)
def test_offers(rates: str, words: str, expected: str) -> None:
    assert rows(words, context_of(rates)) == wanted(expected)


@pytest.mark.parametrize(("rates", "words"), [*NOT_FOR_SALE, *NO_SALES, *TOLD, *stance_cases.NO_SALES])
def test_words_about_sales_sell_nothing(rates: str, words: str) -> None:
    assert rows(words, context_of(rates)) == []


@pytest.mark.parametrize("words", talk_cases.NO_SALES, ids=[words[:40] for words in talk_cases.NO_SALES])
def test_talk_sells_nothing(words: str) -> None:
    assert rows(words, Context()) == []


@pytest.mark.parametrize(("rates", "words"), [*FOR_SALE, *SOLD])
def test_sellers_sell_in_spite_of_such_words(rates: str, words: str) -> None:
    assert rows(words, context_of(rates)) != []


@pytest.mark.parametrize(("words", "expected"), DIRECTIONS)
def test_direction_of_prices_by_tokens(words: str, expected: str) -> None:
    assert " ".join(offer.direction or "-" for offer in read(words, Context()).offers) == expected


@pytest.mark.parametrize(("title", "text", "expected"), GOODS)
def test_goods_of_a_shop(title: str, text: str, expected: str) -> None:
    stated = Offer(kind="account", price=Money(Decimal(15), "CNY"))
    good = read_good(title, text, stated, Context())
    cells = (good.kind, good.provider, good.product) if good else ()
    assert " ".join(cell or "-" for cell in cells) == expected


@pytest.mark.parametrize(
    ("title", "asked", "expected"),
    [
        ("DeepSeek API key 余额¥80", 50, "api_key pack 80CNY"),
        ("充300R到账500刀", 300, "credit pack 500USD"),
        ("60$/天 30元/月", 30, "subscription month 60USD"),
        ("Claude Pro 【5天质保】现成号", 50, "account account -"),
        ("30刀卡密 codex 0.12倍率起", 30, "credit pack 30USD"),
        ("Claude Max 20x 自助上车 ¥600→¥520", 520, "account account -"),
    ],
)
def test_what_a_shops_title_says_of_credit_and_term(title: str, asked: int, expected: str) -> None:
    good = read_good(title, "", Offer(kind="account", price=Money(Decimal(asked), "CNY")), Context())
    assert good is not None
    face = good.face_value
    credit = f"{plain(face.amount)}{face.currency}" if face else "-"
    assert f"{good.kind} {good.per} {credit}" == expected


@pytest.mark.parametrize(
    ("rates", "price", "per", "forms"), PERIODS, ids=[f"{c[:3]} {p}" for c, _, p, _ in PERIODS]
)
def test_every_form_of_a_term_is_read(rates: str, price: str, per: str, forms: str) -> None:
    units = {}
    for form in forms.split("|"):
        words = f"ChatGPT Plus {price}{form}" if form.startswith("/") else f"ChatGPT Plus {form} {price}"
        units[form] = [row.split()[4] for row in rows(words, context_of(rates))]
    assert units == {form: [per] for form in units}


TITLES = [
    "ChatGPT Plus 1个月 独享", "余额¥100", "充200R到账400刀", "20刀卡 codex 0.14倍率", "Claude Max 20x 月卡 580", "Claude Pro 3 / 30天",
    "30万条 Claude Opus 对话 日志", "奶茶", "Claude API credit $50", "Max 9.90", "差价 5元",
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_a_good_remembered_is_read_as_if_for_the_first_time(title: str) -> None:
    """What another shop asks for the same words changes nothing of what they say here."""
    for asked in ("5", "7.35", "9.9", "50", "100", "580", "200.00", "30", "9999", "20"):
        quote = Offer(kind="account", price=Money(Decimal(asked), "CNY"), per="account")
        told = good_module.read_good(title, "", quote, Context(currency="CNY"))
        assert told == read_anew(title, quote)


def read_anew(title: str, quote: Offer) -> Offer | None:
    if quote.price is not None and is_placeholder(quote.price.amount):
        return None
    return good_module._read_good(title, "", quote, Context(currency="CNY"))[0]
