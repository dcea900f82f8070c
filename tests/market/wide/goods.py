"""An assortment of goods made from what they are: the title is composed from the truth, never the truth from a title."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

FX = {
    "USD": Decimal(1),
    "USDT": Decimal(1),
    "CNY": Decimal("6.8"),
    "EUR": Decimal("0.86"),
    "RUB": Decimal("72.5"),
}
PLACEHOLDERS = {"1234", "888", "999", "8888", "9999"}
CENT = Decimal("0.01")
PLANS = (
    ("Claude Pro", "anthropic", "claude-pro", "20"),
    ("Claude Max 5x", "anthropic", "claude-max-5x", "100"),
    ("Claude Max 20x", "anthropic", "claude-max-20x", "200"),
    ("ChatGPT Plus", "openai", "chatgpt-plus", "20"),
    ("ChatGPT Pro", "openai", "chatgpt-pro", "200"),
    ("SuperGrok", "xai", "supergrok", "30"),
    ("Cursor Pro", "other", "cursor-pro", "20"),
    ("Gemini Advanced", "google", "gemini-advanced", "19.99"),
)
KEYS = (("OpenAI", "openai"), ("Anthropic", "anthropic"), ("Gemini", "google"), ("xAI", "xai"))
CREDITS = (
    ("Claude API", "anthropic"),
    ("OpenAI API", "openai"),
    ("Gemini API", "google"),
    ("Codex", "openai"),
)
AMOUNTS = (5, 10, 20, 30, 50, 100, 120, 200, 300, 500, 1000, 2000)
Meant = tuple[str, str, str, str | None, str, Decimal | None]
"""What a title stands for: kind, provider, product, period and worth in US dollars."""
TERMS = {"month": 1, "pack": 3, "year": 12}


@dataclass(frozen=True)
class Good:
    """One thing on sale, as its seller means it; `face` is what it is worth in US dollars."""

    title: str
    kind: str
    provider: str | None
    product: str | None
    per: str | None
    face: Decimal | None
    price: Decimal
    currency: str
    stock: int = 9
    variant: str = ""

    def truth(self, url: str, **more: object) -> dict[str, Any]:
        """Give it as an offer of the truth's shape."""
        face = self.face
        ratio = (
            (self.price / FX[self.currency] / face).quantize(Decimal("0.0001"), ROUND_HALF_UP)
            if face
            else None
        )
        return {
            "title": self.title, "url": url, "variant": self.variant or None, "stock": self.stock, "kind": self.kind,
            "provider": self.provider, "product": self.product, "per": self.per,
            "price": {"amount": str(self.price), "currency": self.currency},
            "face_value": {"amount": str(face), "currency": "USD"} if face else None,
            "recharge": None, "group": None, "ratio": str(ratio) if ratio is not None else None,
            "qualifier": "exact", "coupon": False, **more,
        }  # fmt: skip

    def at(self, price: Decimal, variant: str = "", face: Decimal | None = None) -> Good:
        """Give the same good at another price, as a variant of its own."""
        return replace(self, price=price, variant=variant, face=face or self.face)


@dataclass(frozen=True)
class Tongue:
    """How the sellers of a country word a plan, a key, a code and a bare account."""

    terms: dict[str, str]
    extras: tuple[str, ...]
    plan: Callable[[str, str, str], str]
    key: Callable[[str, int, str], str]
    credit: Callable[[str, int, str], str]
    bare: Callable[[str, str], str]


TONGUES = {
    "zh": Tongue(
        {"month": "月卡", "pack": "3个月", "year": "年卡"},
        ("", "质保30天", "自动发货", "独享", "秒发", "可续费"),
        lambda name, term, extra: f"{name} 成品号 {term} {extra}",
        lambda name, count, extra: f"{name} API Key 余额${count} {extra}",
        lambda name, count, extra: f"{name} {count}刀额度 兑换码 {extra}",
        lambda name, extra: f"{name} 普号 {extra}",
    ),
    "en": Tongue(
        {"month": "1 month", "pack": "3 months", "year": "12 months"},
        ("", "instant delivery", "full access", "with warranty", "private"),
        lambda name, term, extra: f"{name} account {term} {extra}",
        lambda name, count, extra: f"{name} API key ${count} balance {extra}",
        lambda name, count, extra: f"{name} credit ${count} {extra}",
        lambda name, extra: f"{name} account, free plan {extra}",
    ),
    "ru": Tongue(
        {"month": "1 месяц", "pack": "3 месяца", "year": "12 месяцев"},
        ("", "с гарантией", "автовыдача", "личный"),
        lambda name, term, extra: f"{name} аккаунт {term} {extra}",
        lambda name, count, extra: f"{name} API ключ баланс {count}$ {extra}",
        lambda name, count, extra: f"{name} кредит {count}$ {extra}",
        lambda name, extra: f"{name} аккаунт без подписки {extra}",
    ),
}  # fmt: skip


def assortment(luck: random.Random, count: int, tongue: str, currency: str) -> list[Good]:
    """Give so many goods of different titles."""
    found: dict[str, Good] = {}
    every = list(_every(TONGUES[tongue], currency, luck))
    luck.shuffle(every)
    for good in every:
        found.setdefault(good.title, good)
    if len(found) < count:
        raise ValueError(f"only {len(found)} titles of different words in {tongue}, {count} wanted")
    return list(found.values())[:count]


def priced(luck: random.Random, worth: Decimal, currency: str) -> Decimal:
    """Give what a reseller asks for something worth so many US dollars."""
    asked = worth * FX[currency] * Decimal(luck.randint(60, 700)) / 1000
    whole = luck.random() < 0.4 and asked > 20
    price = max(asked.quantize(Decimal(1) if whole else CENT), Decimal("0.05"))
    return price + 1 if str(price) in PLACEHOLDERS else price


def _every(tongue: Tongue, currency: str, luck: random.Random) -> Iterator[Good]:
    for extra in tongue.extras:
        for title, kind, provider, product, per, face in [*_plans(tongue, extra), *_counted(tongue, extra)]:
            price = priced(luck, face or Decimal(2), currency)
            yield Good(title.strip(), kind, provider, product, per, face, price, currency)


def _plans(tongue: Tongue, extra: str) -> Iterator[Meant]:
    for name, provider, product, month in PLANS:
        for per, words in tongue.terms.items():
            face = Decimal(month) * TERMS[per]
            yield tongue.plan(name, words, extra), "account", provider, product, per, face
    for name, provider in (("ChatGPT", "openai"), ("Claude", "anthropic"), ("Grok", "xai")):
        yield tongue.bare(name, extra), "account", provider, None, "account", None


def _counted(tongue: Tongue, extra: str) -> Iterator[Meant]:
    for name, provider in KEYS:
        for count in AMOUNTS[::2]:
            yield tongue.key(name, count, extra), "api_key", provider, None, "pack", Decimal(count)
    for name, provider in CREDITS:
        for count in AMOUNTS[1::2]:
            yield tongue.credit(name, count, extra), "credit", provider, None, "pack", Decimal(count)
