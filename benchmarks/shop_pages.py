"""List pages of WooCommerce shops as that program writes them, of 59 KB with 40 goods each, from a seed.

Of a page's goods a share (half, where nothing else is said) is drawn from 2,000 goods of common suppliers, whose titles
stand word for word in other shops too; the others' titles stand nowhere else.
"""

from __future__ import annotations

import random
from functools import cache

GOODS, SIZE = 40, 59_000
SECTION = 42
"""Pages of one list: a shop's lists are shorter than what a reader follows at most."""
SHARED, SUPPLIED = 0.5, 2_000
_TITLES = (
    ("{product} {months} month{s} {sold} {cover}", ("account", "shared seat", "on your own e-mail", "ready account, mail access", "gift link"),
     ("", "warranty 30 days", "full warranty", "instant delivery", "no refill", "replacement within 24 h", "1 device")),
    ("{product}{months}个月{sold}{cover}", ("成品号", "独享账号", "拼车", "代充", "直充自己账号", "兑换码"),
     ("", " 质保30天", " 全程质保", " 自动发货", " 不掉线", " 带邮箱", " 24小时内可换")),
    ("{product} {months} мес {sold} {cover}", ("на ваш аккаунт", "готовый аккаунт", "общий аккаунт", "подписка", "ключ активации"),
     ("", "гарантия 30 дней", "автовыдача", "полный доступ", "с почтой", "без возврата")),
)  # fmt: skip
_PRODUCTS = (
    "ChatGPT Plus", "ChatGPT Pro", "ChatGPT Team", "Claude Pro", "Claude Max 5x", "Claude Max 20x", "Gemini Advanced",
    "Gemini AI Pro", "SuperGrok", "Cursor Pro", "Perplexity Pro", "Midjourney Standard", "GitHub Copilot Pro",
    "Claude API credit $50", "OpenAI API key $120 balance", "Poe Premium", "Kiro Pro", "Codex Plus",
)  # fmt: skip
_MONTHS = (1, 2, 3, 6, 12)


@cache
def page(host: int, number: int, pages: int, shared: float = SHARED, note: str = "") -> bytes:
    """Write one list page of a host's shop; `note` is a line at its end (a clock, a visitor's number)."""
    draw = random.Random(f"{host}.{number}")
    cards = [
        _card(draw, number * GOODS + n, _title(draw, f"{host}-{number}-{n}", shared)) for n in range(GOODS)
    ]
    more = number + 1 < pages and (number + 1) % SECTION
    following = f'<a class="next page-numbers" href="/shop/page/{number + 2}/">→</a>' if more else ""
    head = (
        '<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><meta name="generator" content="WooCommerce 10.3.6">'
        f'<link rel="stylesheet" href="/wp-content/plugins/woocommerce/assets/css/woocommerce.css"><title>Shop {host}</title>'
    )
    tail = f'<nav class="woocommerce-pagination">{following}</nav></main><footer><p>Telegram @shop_host_{host}</p>{note}</footer>'
    whole = f'{head}%s</head><body class="woocommerce"><main><ul class="products columns-4">{"".join(cards)}</ul>{tail}</body></html>'
    return (whole % f"<style>{_rules(draw, SIZE - len(whole.encode()) - 13)}</style>").encode()


def _rules(draw: random.Random, length: int) -> str:
    """Fill a page to its size with a theme's style rules, as themes do."""
    rules: list[str] = []
    while length > 0:
        rule = f".wp-block-{draw.randrange(10**6)}{{margin:{draw.randrange(99)}px;color:#{draw.randrange(16**6):06x}}}"
        rules.append(rule)
        length -= len(rule)
    return "".join(rules)


def _title(draw: random.Random, own: str, shared: float) -> str:
    if draw.random() < shared:
        return _supplied(draw.randrange(SUPPLIED))
    return f"{_worded(draw)} [{own}]"


@cache
def _supplied(number: int) -> str:
    return _worded(random.Random(f"supplier {number}"))


def _worded(draw: random.Random) -> str:
    form, sold, cover = draw.choice(_TITLES)
    months = draw.choice(_MONTHS)
    return form.format(
        product=draw.choice(_PRODUCTS), months=months, s="s" * (months > 1), sold=draw.choice(sold),
        cover=draw.choice(cover),
    ).strip()  # fmt: skip


def _card(draw: random.Random, key: int, title: str) -> str:
    price = f"{draw.randrange(2, 220)}.{draw.randrange(100):02}"
    stem = f"/wp-content/uploads/2026/{draw.randrange(1, 13):02}/{draw.randrange(16**8):08x}"
    sizes = ", ".join(f"{stem}-{width}x{width}.jpg {width}w" for width in (300, 150, 768, 100))
    return (
        f'<li class="product type-product post-{key} status-publish instock product_cat-accounts has-post-thumbnail virtual'
        ' purchasable product-type-simple">'
        f'<a href="/product/p{key}/" class="woocommerce-LoopProduct-link woocommerce-loop-product__link">'
        f'<img width="300" height="300" src="{stem}-300x300.jpg" class="attachment-woocommerce_thumbnail" alt="" decoding="async"'
        f' srcset="{sizes}" sizes="(max-width: 300px) 100vw, 300px">'
        f'<h2 class="woocommerce-loop-product__title">{title}</h2>'
        '<span class="price"><span class="woocommerce-Price-amount amount"><bdi><span class="woocommerce-Price-currencySymbol">'
        f"&#36;</span>{price}</bdi></span></span></a>"
        f'<a href="?add-to-cart={key}" data-quantity="1" class="button product_type_simple add_to_cart_button ajax_add_to_cart"'
        f' data-product_id="{key}" aria-label="Add to cart" rel="nofollow">Add to cart</a></li>\n'
    )
