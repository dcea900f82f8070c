"""Offers with a price of their own: what the words around each price say that it buys."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from crawlers.reading.alike import alike_names
from crawlers.reading.asks import find_asks, has_content
from crawlers.reading.beside import go_on, line_quota, names_in, read_by_text, seats_above, set_name
from crawlers.reading.goods import choose_product, describe, is_shared, set_term
from crawlers.reading.lots import pieces_of
from crawlers.reading.naming import last_run
from crawlers.reading.owners import Rate
from crawlers.reading.pairs import Ask
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import CLAUSE_MARKS, COMMA_MARKS, Scene, one_provider
from crawlers.reading.sold import Good, is_own_plan, is_owner, kind_of, per_of, why_no_ratio
from crawlers.reading.terms import heading_term, is_card_line, only_term, suffix_term, table_says_month
from store.records import Money, Offer

_FACE_KINDS = frozenset({"credit", "api_key", "subscription"})
_HEADING_TAGS = ("ACCOUNT", "CREDIT", "RELAY", "SHARED", "DATASET", "APIKEY")
_HEADING = 400
"""How many tokens above a price its heading may stand."""
_FAR = 40
_ONE_DOLLAR = Money(Decimal(1), "USD")
_OWN_TAGS = frozenset({"SERVICE", "UNRELATED"})
"""Classes that speak of the nearest words only: an SMS service in the next clause says nothing of this price."""


def read_priced(scene: Scene, rates: list[Rate]) -> list[Rate]:
    """Read every priced good of the scene, in order."""
    found = []
    last: Good | None = None
    asks = find_asks(scene, rates)
    if not asks:
        return []
    term = only_term(scene, alone=len(asks) == 1)
    for ask in asks:
        good = _described(scene, ask, last)
        if good.months is None and good.face is None and asks[0].quantity.start:
            heading_term(scene, good, asks[0], alone=len(asks) == 1)
        if good.months is None and term and good.face is None and good.kind in ("account", "subscription"):
            set_term(good, *term)
        alike = alike_names(scene, ask.quantity) if good.kind in ("account", "subscription") else []
        for name in alike:
            good.products, good.provider, good.product = [name], name.provider, name.slug
            found += _rates(scene, ask, good)
        offered = [] if alike else _rates(scene, ask, good)
        found += offered
        if alike or offered:
            last = good
    _name_after(scene, asks[-1].quantity.end, found)
    return found


def _name_after(scene: Scene, end: int, found: list[Rate]) -> None:
    """Give credit and plans that name nobody the makers that the text names after its list alone: $50 for $9. Claude + GPT."""
    if scene.rated or not scene.products or scene.products[0].start < end:
        return
    for rate in found:
        if rate.offer.provider is None and rate.offer.kind in ("credit", "subscription"):
            rate.offer = replace(rate.offer, provider=scene.provider())


def _rates(scene: Scene, ask: Ask, good: Good) -> list[Rate]:
    offer = _offer(scene, ask, good)
    return [] if offer is None else [Rate(offer, [ask.quantity], named=True)]


def _offer(scene: Scene, ask: Ask, good: Good) -> Offer | None:
    quantity = ask.quantity
    if good.kind is None:
        return None
    price = Money(quantity.amount, quantity.currency or scene.currency or "USD")
    shared_plan = good.seats is not None and good.product is not None
    lot = pieces_of(scene, quantity) if good.kind == "account" else None
    product = None if is_own_plan(good) and good.kind == "subscription" else good.product
    face = ask.face or (
        good.face if good.kind in _FACE_KINDS and good.face != price and not shared_plan else None
    )
    if good.kind == "credit" and face is None and not (good.products or "CREDIT" in good.tags):
        return None
    if good.kind == "credit" and face == _ONE_DOLLAR and price.currency != "USD":
        face = None  # 1 美元额度售价 0.6 元
    if good.provider is None and good.kind in ("credit", "subscription"):
        good.provider = scene.covered or scene.dedicated
    return Offer(
        kind=good.kind, provider=good.provider, product=product, price=price, per="pack" if lot else _unit(scene, ask, good),
        face_value=face, seats=None if is_owner(good) else good.seats, equal_split=good.seats is not None,
        months=good.months,
        quota_periods=lot or good.quota_periods, qualifier=_qualifier(scene, quantity), start=quantity.start, end=quantity.end,
        no_ratio=why_no_ratio(good),
    )  # fmt: skip


def _unit(scene: Scene, ask: Ask, good: Good) -> str | None:
    one = (ask.face or good.face) == _ONE_DOLLAR and ask.quantity.currency not in ("USD", None)
    return "usd_credit" if good.kind == "credit" and one else _per(scene, good, ask.quantity)


def _per(scene: Scene, good: Good, quantity: Quantity) -> str | None:
    after = scene.codes[quantity.end : quantity.end + 4]
    if good.kind == "dataset" and any(
        token.words == "按条" or token.words.endswith("按条") for token in scene.tokens
    ):
        return None
    if good.kind == "dataset":
        by_thousand = "r" in after and after[:1] in ("/", "N")
        return None if by_thousand or after[:3] in ("/NK", "/NK.") else "pack"
    if (
        good.kind == "subscription"
        and good.seats
        and good.period is None
        and table_says_month(scene, quantity)
    ):
        return "seat_month"
    return per_of(good)


def _qualifier(scene: Scene, quantity: Quantity) -> str:
    for at in range(quantity.start - 1, max(-1, quantity.start - 3), -1):
        if scene.codes[at] in CLAUSE_MARKS:
            break
        tags = scene.tokens[at].tags
        if "FROM" in tags:
            return "from"
        if "APPROX" in tags:
            return "approx"
    after = scene.tokens[quantity.end].tags if quantity.end < len(scene.tokens) else frozenset()
    return "from" if "FROM" in after else quantity.qualifier


def _described(scene: Scene, ask: Ask, last: Good | None) -> Good:
    """Describe the words of the price: the narrowest stretch with a name, then its line, then what follows."""
    quantity = ask.quantity
    _, line_end = scene.line_of(quantity.start)
    line_end = min(max(line_end, quantity.end), ask.end)
    left = has_content(scene, ask.start, quantity.start)
    good = describe(scene, ask.start, line_end if left else ask.end, quantity, ask.face)
    if left and "UNRELATED" in good.tags and not scene.has("UNRELATED", ask.start, quantity.start):
        good.tags.discard("UNRELATED")  # on your mail: what is sold stands before its price
    narrow = _narrowest(scene, ask, line_end)
    if narrow is not None:
        _narrow(scene, good, narrow, quantity)
    elif not good.products and left:
        _look_further(scene, good, ask, last, line_end)
    elif not good.products and good.kind != "service":
        _inherit(scene, good, ask, last)
    if ask.name is not None:
        set_name(scene, good, ask, line_end)
    go_on(scene, good, last, quantity)
    _follow(scene, good, ask, line_end)
    if quantity.term is not None:
        set_term(good, *quantity.term)
        good.billed = True
        good.kind = kind_of(good)
    read_by_text(scene, good, ask, line_end)
    line_quota(scene, good, quantity)
    if last is not None:
        _go_on_kind(scene, good, ask, last, line_end)
    return good


def _go_on_kind(scene: Scene, good: Good, ask: Ask, last: Good, line_end: int) -> None:
    """Keep keys keys and credit credit along a list, where words before or after it say otherwise."""
    start, _ = scene.line_of(ask.quantity.start)
    if (last.kind, good.kind) == ("credit", "api_key") and not scene.has("APIKEY", ask.start, line_end):
        good.kind = "credit"  # what the text says after its list is no good of the last line
    elif (last.kind, good.kind) == ("api_key", "credit") and ask.start > start:
        good.kind = "api_key"  # keys: Anthropic with $100 ¥320, OpenAI with $50 ¥90


def _narrowest(scene: Scene, ask: Ask, line_end: int) -> tuple[int, int] | None:
    """Give the smallest clause around the price that names something."""
    quantity = ask.quantity
    for marks in (COMMA_MARKS, CLAUSE_MARKS):
        start, _ = scene.clause_of(quantity.start, marks)
        _, end = scene.clause_of(quantity.end, marks)
        start, end = max(start, ask.start), min(end, line_end)
        names = names_in(scene, start, end)
        if names or scene.has("SERVICE", start, end):
            glued = [name for name in names if name.start == quantity.end]
            return (quantity.start, end) if glued else (start, end)
    return None


def _narrow(scene: Scene, good: Good, window: tuple[int, int], quantity: Quantity) -> None:
    """Keep name and service of the narrow stretch, term, credit and seats of the wider one."""
    near = describe(scene, *window, quantity, good.face)
    good.tags = near.tags | (good.tags - _OWN_TAGS)
    good.products = near.products or good.products
    good.provider, good.product = None, None
    choose_product(good, quantity)
    if near.months is not None:
        good.months, good.period = near.months, near.period
    good.kind = kind_of(good)


def _look_further(scene: Scene, good: Good, ask: Ask, last: Good | None, line_end: int) -> None:
    """Take a name from the lines that follow, where the words before the price name nothing."""
    counted = scene.has("THRESHOLD", ask.start, ask.quantity.start)  # 100个起拍 单价¥0.2 库存 900
    shop_line = scene.has("STOCK", ask.quantity.end, line_end) and not (good.kind is None and counted)
    after = [] if shop_line else names_in(scene, line_end, ask.end)
    if good.kind is None and after:
        wide = describe(scene, ask.start, ask.end, ask.quantity)
        good.products, good.tags = wide.products, wide.tags
        choose_product(good, ask.quantity)
        good.kind = kind_of(good)
    if good.kind == "credit":
        _credit_heading(scene, good, ask)
    elif (
        not good.products
        and not shop_line
        and "AIACCOUNT" not in good.tags
        and good.kind != "service"
        and (good.kind != "subscription" or good.seats or "SHARED" in good.tags)
    ):
        _inherit(scene, good, ask, last)


def _credit_heading(scene: Scene, good: Good, ask: Ask) -> None:
    """Take for credit the brands of the heading, and whether it is the credit of a bare key."""
    brands = [
        name for name in names_in(scene, max(0, ask.start - _HEADING), ask.start) if name.level == "brand"
    ]
    good.provider = one_provider({name.provider for name in brands if name.provider})
    relay = any(scene.tokens[at].words != "api" for at in scene.places("RELAY", 0, ask.start))
    if scene.has("APIKEY", 0, ask.start) and not relay:
        good.kind = "api_key"


def _follow(scene: Scene, good: Good, ask: Ask, line_end: int) -> None:
    """Take credit and term from the lines that follow, where the price's own words state none."""
    term = good.months
    suffix_term(scene, good, ask.quantity)
    if (good.billed or term != good.months) and good.kind in ("account", "credit"):
        good.kind = kind_of(good)
    if line_end >= ask.end or not (
        scene.has("CARD", line_end, ask.end) or scene.quantities_in(line_end, ask.end)
    ):
        return
    more = describe(scene, line_end, ask.end, ask.quantity)
    loose = (
        good.kind == "account"
        and "ACCOUNT" not in good.tags
        and not any(n.level == "plan" for n in good.products)
    )
    if loose and more.face is not None and good.face is None:
        good.kind = "credit"
    if good.face is None and more.face is not None and good.kind in (None, *_FACE_KINDS):
        good.face, good.quota_days = more.face, more.quota_days
        good.kind = good.kind or kind_of(good)
    if good.months is None and more.months is not None and not more.products and is_card_line(scene, more):
        good.months, good.period = more.months, more.period


def _inherit(scene: Scene, good: Good, ask: Ask, last: Good | None) -> None:
    """Take the name from the heading before the first price, else from the good before."""
    top = max(0, ask.start - _HEADING)
    names = names_in(scene, top, ask.start)
    if not names and last is not None:
        names = last.products
    if "UNRELATED" in good.tags:
        return
    heading = {tag for tag in _HEADING_TAGS if scene.has(tag, top, ask.start)}
    if "SHARED" in heading and not is_shared(scene, top, ask.start):
        heading.discard("SHARED")
    if not names and not heading & {"DATASET"}:
        return
    plans = [name for name in names if name.level == "plan" and name.slug]
    near = [name for name in names if ask.quantity.start - name.end < _FAR]
    good.products = last_run(near) if good.kind == "service" else (plans or near)[-1:]
    if "PRIVATE" in good.tags:  # sharing 30rb, private 140rb
        heading = (heading - {"SHARED"}) | {"ACCOUNT"}
    if not good.tags & _OWN_TAGS:
        good.tags |= heading
    if good.seats is None and "SHARED" in good.tags:
        good.seats = seats_above(scene, ask)
    choose_product(good, None)
    good.kind = kind_of(good)
