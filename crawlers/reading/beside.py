"""What stands beside a price's own words and is said of its good: lists of names, the line above, the whole text."""

from __future__ import annotations

from crawlers.reading.goods import choose_product, describe
from crawlers.reading.lots import goes_on_scale
from crawlers.reading.naming import is_channel
from crawlers.reading.pairs import Ask
from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene, one_provider
from crawlers.reading.sold import Good, kind_of
from crawlers.reading.terms import suffix_term

_HEADING_LINE = 5


def set_name(scene: Scene, good: Good, ask: Ask, line_end: int) -> None:
    """Give a price of a list its name of the list before it, and what the line says of all of them."""
    start, end = scene.line_of(ask.quantity.start)
    whole = describe(scene, start, max(end, line_end), ask.quantity)
    good.tags |= whole.tags
    good.products = [ask.name] if ask.name else good.products
    choose_product(good, None)
    good.kind = kind_of(good)
    last = scene.quantities_in(ask.quantity.start, end)
    for quantity in last:
        suffix_term(scene, good, quantity)


def go_on(scene: Scene, good: Good, last: Good | None, quantity: Quantity) -> None:
    """Take the term of the good before where only the plan's size changes in its line: Max 20x monthly 130 €, 5x 70 €."""
    if good.months is not None or last is None:
        return
    if goes_on_scale(scene, quantity):
        good.months, good.period = last.months, last.period
    if not last.billed or not good.products or not last.products:
        return
    name, before = good.products[-1], last.products[-1]
    sized = scene.codes[name.start] in "Nx" and name.start < quantity.start
    if sized and name.start > before.start and scene.line_of(name.start) == scene.line_of(before.start):
        good.months, good.period, good.billed = last.months, last.period, True


def read_by_text(scene: Scene, good: Good, ask: Ask, line_end: int) -> None:
    """Read a good that its own words leave open as what the whole text is about: data by the record, a service."""
    start, _ = scene.line_of(ask.quantity.start)
    if scene.has("DATASET") and good.kind != "dataset" and scene.has("RECORD", start, line_end):
        good.tags.add("DATASET")
        good.kind, good.product = "dataset", None
        good.provider = one_provider({name.provider for name in good.products if name.provider})
    if (
        good.kind == "dataset"
    ):  # of every model that the text names: each price is for a part of the same logs
        good.provider = scene.provider() or good.provider
    _read_credit(scene, good, ask, start)
    if good.face and good.products and all(_is_team_word(name) for name in good.products):
        # 团队版 5人 ¥299/月 共享额度 $1500: the seller's own plan for teams
        good.products, good.provider, good.product, good.seats = [], None, None, None
        good.tags -= {"SHARED"}
        good.kind = "subscription"
    if good.kind == "credit" and good.months and scene.has("TOTAL", ask.start, line_end):
        good.kind = "subscription"  # 29 元 30天 共 300 刀
    if good.kind == "api_key":
        good.product = None  # a key is good for every model of its maker
    plain = good.kind == "account" and "ACCOUNT" not in good.tags
    if plain and scene.has("SERVICE") and not any(name.level == "plan" for name in good.products):
        good.kind = "service"
    if good.kind == "service" and not names_in(scene, ask.start, line_end):
        good.provider = _served(scene, ask) or good.provider


def line_quota(scene: Scene, good: Good, quantity: Quantity) -> None:
    """Take the quota that a line of cards states once at its end, and the name at its start: codex 天卡 2.9 / 月卡 39，每天刷新 20 刀."""
    if good.kind != "subscription" or good.face is not None or good.seats:
        return
    start, end = scene.line_of(quantity.start)
    rest = [other for other in scene.quantities_in(quantity.end, end) if other.kind in ("money", "bare")]
    if "CARD" not in good.tags or not rest or rest[-1].currency != "USD":
        return
    tail = describe(scene, rest[-2].end if len(rest) > 1 else quantity.end, end, quantity)
    if tail.face is not None and tail.quota_days is not None:
        good.face, good.quota_days = tail.face, tail.quota_days
    if good.provider is None:
        good.provider = one_provider(
            {name.provider for name in names_in(scene, start, quantity.start) if name.provider}
        )


def _read_credit(scene: Scene, good: Good, ask: Ask, start: int) -> None:
    if good.kind is None and ask.face and scene.has("CREDIT"):
        good.kind = "credit"
    paid_in = ask.face and scene.has("RECHARGE", max(start, ask.start), ask.quantity.start)
    if good.kind == "api_key" and paid_in:
        good.kind = "credit"  # key: pay in 500k, get $120


def _is_team_word(name: Product) -> bool:
    return name.weak and name.slug == "chatgpt-team"


def _served(scene: Scene, ask: Ask) -> str | None:
    """Give whose accounts a service is for by the line above that names it: SMS for Claude and GPT."""
    for at in reversed(scene.places("SERVICE", 0, ask.quantity.start)):
        names = names_in(scene, *scene.line_of(at))
        if names:
            return one_provider({name.provider for name in names if name.provider})
    return None


def seats_above(scene: Scene, ask: Ask) -> int | None:
    """Give how many share by the line above a price: Claude Max 20x, shared, 4 places / 4 200 ₽ a month."""
    start, _ = scene.line_of(ask.start)
    above = scene.quantities_in(*scene.line_of(start - 1)) if start else []
    if any(quantity.kind in ("money", "bare") for quantity in above):
        return None
    return next((int(q.amount) for q in above if q.kind == "seats" and not q.role and q.amount > 0), None)


def names_in(scene: Scene, start: int, end: int) -> list[Product]:
    """Give the names between two tokens that no rate has taken, channels left out."""
    return [name for name in scene.free_names(start, end) if not is_channel(name)]


def with_heading(scene: Scene, start: int, first: Ask, floor: int) -> int:
    """Give where a price's words begin, the line above included that only names: Claude Pro: / private 185k.

    Names must lead in the text: one stands before its `first` price. Nothing before the token `floor` is taken.
    """
    line, end = scene.line_of(start)
    if start != line or not start or scene.products_in(start, end):
        return start
    above, below = scene.line_of(start - 1)
    short = scene.codes[below - 1 : below] == ":" or below - above <= _HEADING_LINE
    named = short and scene.products_in(above, below) and not scene.quantities_in(above, below)
    leads = bool(scene.products_in(0, first.quantity.start))
    return above if named and leads and above >= floor else start
