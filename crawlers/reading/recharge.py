"""What a site dollar costs, by the equations that state it."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_ONE = Decimal(1)
_USAGE_REACH = 4
_POINTS = ("credit", "point", "coin", "积分", "点数", "кредит", "балл")


def sides(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Give the money and the dollars of an equation, in that order."""
    if quantity.currency == "USD" and quantity.second_currency != "USD":
        return quantity.second, quantity.amount
    return quantity.amount, quantity.second


def recharge_of(scene: Scene, quantity: Quantity) -> tuple[Decimal, str] | None:  # noqa: C901, PLR0911 - a line a case
    """Give what one site dollar costs by an equation (1:1, 0.4元=1刀, 4元换10美金), and in which money."""
    left, right = quantity.amount, quantity.second or Decimal(0)
    currency, other = quantity.currency, quantity.second_currency
    if other is None and _is_points(scene, quantity.end):
        return None  # $1 = 7 credits: the site's own, and nobody knows what they buy
    if currency == "USD" and other != "USD":
        left, right, currency, other = right, left, other, currency
    if right <= 0 or left <= 0 or other not in ("USD", None):
        return None
    if currency == other == "USD" and left == right and not _tops_up(scene, quantity):
        return None  # 站内1刀 = 官网1刀
    if (
        currency is None
        and other is None
        and quantity.start
        and "REF" in scene.token_tags(quantity.start - 1)
    ):
        return None  # 其余按官方 1:1 计
    if currency is None and other is None:
        start, end = scene.clause_of(quantity.start)
        if scene.has("MULT", max(start, quantity.start - 3), quantity.start) or not (
            scene.has("RECHARGE", start, end) or (scene.has("RELAY") and _ONE in (left, right))
        ):
            return None
    if currency not in (None, "CNY", "USDT") and other is None:
        return None
    return left / right, currency or scene.currency or "CNY"


def _is_points(scene: Scene, at: int) -> bool:
    return at < len(scene.tokens) and scene.tokens[at].words.startswith(_POINTS)


def _tops_up(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the line speaks of paying in: top-ups are 1 USD = 1 USD of balance."""
    start, end = scene.line_of(quantity.start)
    return any(scene.has(tag, start, end) for tag in ("RECHARGE", "TOPUP", "TOPRATE"))


def factor_of_sum(scene: Scene, quantity: Quantity) -> tuple[Decimal, str] | None:
    """Read the money in a sum of the seller's: official dollars × group × 1.3元; in which money."""
    at = quantity.start
    if at < 2 or scene.codes[at - 1] not in "x*" or quantity.currency in (None, "USD") or not quantity.amount:  # noqa: PLR2004 - two tokens lead
        return None
    start, end = scene.clause_of(at)
    sums = scene.has("GROUP", start, at) or scene.has("MULT", start, at) or scene.has("GROUP", at, end)
    return (quantity.amount, quantity.currency) if sums else None


def charity(scene: Scene) -> bool:
    """Tell whether a line that takes nothing off the list calls the station one that costs nothing."""
    return any(not scene.has("SOLDOUT", *scene.line_of(at)) for at in scene.tag_positions.get("CHARITY", ()))


def spends(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the dollar is one of usage, which a relay counts, not of credit: for each $1 of Claude usage."""
    return any(token.words == "usage" for token in scene.tokens[quantity.end : quantity.end + _USAGE_REACH])
