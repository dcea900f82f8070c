from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.page import Page
from crawlers.platforms import fields, money, page_blocks, tree, urls
from store.records import plain


@pytest.mark.parametrize("levels", [10, 240, 260, 900, 1100, 2100, 20_000])
def test_no_depth_loses_words(levels: int) -> None:
    markup = (
        "<html><body>"
        + "<div>" * levels
        + "<p id='deep'>Claude ¥39</p>"
        + "</div>" * levels
        + "<p>after</p></body></html>"
    )
    root = tree.root_of(Page(url="https://a.test/", body=markup.encode()))
    assert tree.line(tree.first(root, "#deep")) == "Claude ¥39"
    assert sorted(tree.words(root).split("\n")) == ["Claude ¥39", "after"]


def test_a_deep_page_keeps_attributes_and_scripts() -> None:
    inner = "<script type='application/ld+json'>{\"a\": 1}</script><a class='x y' href='/buy/1' on-bad!='1'>go</a>"
    root = tree.parse("<div>" * 1200 + inner + "</div>" * 1200)
    link = tree.first(root, "a.x.y")
    assert tree.attr(link, "href") == "/buy/1"
    script = tree.first(root, "script")
    assert script is not None
    assert script.text == '{"a": 1}'


@given(st.text(max_size=300))
def test_any_text_parses(markup: str) -> None:
    tree.words(tree.parse(markup))
    tree.words_of(markup)
    tree.words_of(f"<p>{markup}<br>")


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>a<script>x()</script>b<style>c</style></p>", "ab"),
        ("<p>one<!-- no -->two</p>", "onetwo"),
        (
            "<table><tr><td>Max</td><td>¥580</td></tr><tr><td>Pro</td><td>¥88</td></tr></table>",
            "Max | ¥580\nPro | ¥88",
        ),
        ("<p><del>¥100</del> ¥65</p>", "~~¥100~~ ¥65"),
        (
            "<a href='https://wpa.qq.com/msgrd?v=3&amp;uin=800300400&amp;site=qq'>客服</a>",
            "客服 QQ 800300400",
        ),
        ("<a href='mailto:a@b.com?subject=x'>mail</a>", "mail a@b.com"),
        ("<a href='https://t.me/shop_x'>@shop_x</a>", "@shop_x"),
        ("<span>$34.00</span><span>1 in stock</span>", "$34.00 1 in stock"),
        ("<span>¥</span><span>65</span><span>.00</span>", "¥65.00"),
        ("<b>Claude</b><i><u>Max</u></i>", "Claude Max"),
        ("<b>C</b><b>l</b>aude", "Claude"),
        ("¥65<sup>99</sup>", "¥65 99"),
        ("<a href='/help'>help</a>", "help"),
        ("<a href='javascript:void(0)'>buy</a>", "buy"),
        ("Powered by <a href='https://wordpress.org'>WordPress</a>", "Powered by WordPress"),
        ("<p>a&nbsp;&amp;&nbsp;b</p>", "a & b"),
    ],
)
def test_words(markup: str, said: str) -> None:
    assert tree.words(tree.parse(f"<div>{markup}</div>")) == said


def test_words_are_bounded() -> None:
    assert len(tree.words(tree.parse("<p>" + "x" * 100_000 + "</p>"))) == tree.TEXT_LIMIT
    assert len(tree.words_of("y" * 100_000)) == tree.TEXT_LIMIT


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=40), st.floats(), st.decimals()))
def test_numbers_are_exact_or_nothing(value: object) -> None:
    found = fields.number(value)
    if found is not None:
        assert found.is_finite()
        assert "e" not in plain(found).lower()
        assert fields.number(plain(found)) == found
        assert len(plain(found)) < 80


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("¥6", "6", "CNY"), ("￥ 65.00", "65.00", "CNY"), ("65 元", "65", "CNY"), ("$1,299.00", "1299.00", "USD"),
        ("1.299,00 €", "1299.00", "EUR"), ("12,5 €", "12.5", "EUR"), ("299₽", "299", "RUB"), ("200.000đ", "200000", "VND"),
        ("Rp 115.000", "115000", "IDR"), ("¥88/月", "88", "CNY"), ("9.10 USD", "9.10", "USD"),
    ],
)  # fmt: skip
def test_clean_prices(text: str, amount: str, currency: str) -> None:
    found = money.money_of(text)
    assert found is not None
    assert (plain(found.amount), found.currency) == (
        plain(fields.number(amount) or found.amount),
        currency,
    )


@pytest.mark.parametrize(
    "text", ["", "免费", "¥6-¥9", "1.8元/刀", "¥6 每天 $20", "QQ 800300400", "0.45 倍率", "12"]
)
def test_what_is_no_single_price(text: str) -> None:
    assert money.money_of(text) is None


def test_blocks_never_overlap_and_the_rest_is_what_is_left() -> None:
    card = "<div class='card'><h3>Plan {0}</h3><ul><li>¥{0}</li><li>¥{0}/月</li></ul></div>"
    root = tree.parse(
        "<body><p>hello</p><div>" + "".join(card.format(n) for n in (10, 20, 30)) + "</div></body>"
    )
    blocks = page_blocks.blocks_of(root)
    nodes = [block.node for block in blocks]
    assert not [node for node in nodes if any(parent in nodes for parent in node.iterancestors())]
    assert page_blocks.rest_of(root, blocks).startswith("hello")


@given(st.text(max_size=60))
def test_any_link_joins(link: str) -> None:
    found = urls.join("https://a.test/x/", link)
    assert found == "" or found.startswith(("http://", "https://"))
    assert "sid=" not in urls.join("https://a.test/", "./viewtopic.php?t=2&sid=0123abcd")
