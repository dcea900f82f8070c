"""Offers of relays: groups, prices of one official dollar, fractions of the list price, prices by token or call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from crawlers.reading.naming import is_channel, name_of, names_for, stands_unnamed
from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.roles import WHY
from crawlers.reading.scene import COMMA_MARKS, Scene, one_provider
from crawlers.reading.tables import direction_of
from store.records import Money, Offer

_ONE = Decimal(1)
_RELAY_TAGS = ("RELAY", "MULT", "GROUP", "RECHARGE", "REF")
_NEAR = 4
_DROPPED = frozenset({"previous", "expected", "technical", "cost", "threshold"})
_WIDE = 12
_REMEMBERED = 40
_SHORT_TEXT = 12


@dataclass(slots=True)
class Rate:
    """One offer in the making, and the numbers that it was read from."""

    offer: Offer
    used: list[Quantity]
    named: bool


class Rates:
    """Reads the relay offers of one scene, line by line."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Rate] = []
        self.recharge: Decimal | None = None
        self.recharge_currency = "CNY"
        self.recharge_at: Quantity | None = None
        self._floor = 0
        self._off: bool | None = None
        self._relayish = scene.context.recharge is not None or any(scene.has(tag) for tag in _RELAY_TAGS)

    def read(self) -> list[Rate]:
        """Read every rate of the text."""
        quantities = self.scene.quantities
        self._read_recharge()
        for at, quantity in enumerate(quantities):
            if quantity.role in _DROPPED:
                continue
            reader = {"group": self._group, "dollar": self._dollar, "fraction": self._kept, "percent": self._percent, "share": self._share,
                      "usage": self._usage}.get(quantity.kind)  # fmt: skip
            if reader is not None:
                reader(quantity, self._ceiling(at))
        return self.found

    def _ceiling(self, at: int) -> int:
        """Give the token up to which a name after the number may still be its own."""
        quantity = self.scene.quantities[at]
        _, end = self.scene.clause_of(quantity.end)
        for later in self.scene.quantities[at + 1 : at + 4]:
            if later.kind in ("group", "dollar", "fraction", "percent"):
                return min(end, later.start)
        return end

    def _read_recharge(self) -> None:
        """Keep the last statement of what a site dollar costs."""
        for quantity in self.scene.quantities:
            if quantity.kind != "swap" or quantity.role == "previous":
                continue
            rate = recharge_of(self.scene, quantity)
            if rate is not None:
                self.recharge, self.recharge_currency = rate
                self.recharge_at = quantity

    def _near_tag(self, tag: str, quantity: Quantity, before: int = _NEAR, after: int = 0) -> bool:
        start, _ = self.scene.clause_of(quantity.start, COMMA_MARKS)
        _, end = self.scene.clause_of(quantity.end - 1, COMMA_MARKS)
        first = max(start, quantity.start - before)
        if after and self.scene.has(tag, quantity.end, min(end, quantity.end + after)):
            return True
        return self.scene.has(tag, first, quantity.start)

    def _qualifier(self, quantity: Quantity) -> str:
        start = max(0, quantity.start - _NEAR)
        scene = self.scene
        for at in range(quantity.start - 1, start - 1, -1):
            tags = scene.tokens[at].tags
            if scene.codes[at] in COMMA_MARKS:
                break
            if "LIMIT" in tags:
                return "upto"
            if tags & {"FROM", "UPTO"}:
                return "from"
            if "APPROX" in tags:
                return "approx"
        after = scene.tokens[quantity.end].tags if quantity.end < len(scene.tokens) else frozenset()
        if "FROM" in after:
            return "from"
        if "LIMIT" in after:
            return "upto"
        return "approx" if "APPROX" in after else quantity.qualifier

    def _names(self, quantity: Quantity, ceiling: int) -> tuple[str | None, str | None, bool]:
        scene = self.scene
        line_start, _ = scene.line_of(quantity.start)
        floor = max(line_start, self._floor)
        products = self._owner(quantity, ceiling) or names_for(scene, quantity.start, floor, ceiling)
        if products:
            self.scene.claimed.update(name.start for name in products if name.weak or name.level == "pool")
            return *name_of(products), True
        if stands_unnamed(scene, floor, quantity.start):
            return None, None, True
        named = self.found and self._floor > line_start and self.found[-1].named
        if named and self.found:
            return self.found[-1].offer.provider, None, False
        return self._only_provider(quantity), None, False

    @cached_property
    def _named_provider(self) -> str | None:
        names = [n for n in self.scene.products if not n.client and n.level != "plan" and not is_channel(n)]
        return one_provider({name.provider for name in names if name.provider})

    def _owner(self, quantity: Quantity, ceiling: int) -> list[Product]:
        """Give the provider that a share is of: 40% of Anthropic's rates."""
        if quantity.kind not in ("percent", "share") or not self._is_share_of(quantity):
            return []
        _, end = self.scene.clause_of(quantity.end, COMMA_MARKS)
        return self.scene.products_in(quantity.end, min(ceiling, end, quantity.end + _NEAR))[:1]

    def _only_provider(self, quantity: Quantity) -> str | None:
        """Give the text's only provider, plans on sale and mere channels left aside."""
        provider = self._named_provider
        if provider == "multi" and not self._near_tag("ALLMODELS", quantity, 12):
            return None
        return provider

    def _add(self, quantity: Quantity, ceiling: int, offer: Offer) -> None:
        provider, product, named = self._names(quantity, ceiling)
        offer = replace(
            offer, provider=provider, product=product, qualifier=self._qualifier(quantity),
            start=quantity.start, end=quantity.end,
        )  # fmt: skip
        self._floor = quantity.end
        rate = Rate(offer, [quantity], named)
        if not self._repeats(rate):
            self.found.append(rate)

    def _repeats(self, rate: Rate) -> bool:
        """Tell whether the same figure was read before and nothing new is named beside it."""
        return any(
            other.offer.group == rate.offer.group
            and other.offer.price == rate.offer.price
            and other.offer.fraction == rate.offer.fraction
            and other.offer.direction == rate.offer.direction
            and (not rate.named or (other.offer.provider == rate.offer.provider and other.offer.product == rate.offer.product
                 and self._same_line(other, rate)))
            for other in self.found[-_REMEMBERED:]
        )  # fmt: skip

    def _same_line(self, other: Rate, rate: Rate) -> bool:
        return self.scene.line_of(other.used[0].start) == self.scene.line_of(rate.used[0].start)

    def _group(self, quantity: Quantity, ceiling: int) -> None:
        scene = self.scene
        latin = scene.tokens[quantity.end - 1].words == "x" or scene.codes[quantity.start] == "x"
        if latin and not (self._relayish or scene.products or len(scene.tokens) < _SHORT_TEXT):
            return
        if self._near_tag("EFFGROUP", quantity, 2):
            self._dollar(quantity, ceiling)
            return
        self._add_group(quantity, ceiling, quantity.amount)

    def _add_group(self, quantity: Quantity, ceiling: int, group: Decimal) -> None:
        recharge = self._row_recharge(quantity) or self.recharge
        currency = self.recharge_currency
        if recharge is None and not self.scene.has("CODE"):
            recharge, currency = self.scene.context.recharge, "CNY"
        kind = "free" if self.scene.has("CHARITY") and self.recharge is None else "relay"
        self._add(
            quantity, ceiling, Offer(kind=kind, group=group, recharge=recharge, recharge_currency=currency)
        )

    def _row_recharge(self, quantity: Quantity) -> Decimal | None:
        if not self.scene.row_recharge:
            return None
        return self.scene.row_recharge.get(self.scene.line_of(quantity.start)[0])

    def _dollar(self, quantity: Quantity, ceiling: int) -> None:
        """Read what one official dollar costs; it belongs to the group named just before it."""
        scene = self.scene
        currency = quantity.currency or scene.currency or "CNY"
        price = Money(quantity.amount, currency)
        line_start, _ = scene.line_of(quantity.start)
        last = self.found[-1] if self.found else None
        fresh = last is not None and scene.products_in(last.used[-1].end, quantity.start)
        if (
            last
            and not fresh
            and last.used[-1].start >= line_start
            and last.offer.group is not None
            and last.offer.price is None
        ):
            recharge = last.offer.recharge
            if recharge is None or recharge * last.offer.group != price.amount:
                recharge = None
            last.offer = replace(last.offer, price=price, per="usd_credit", recharge=recharge)
            last.used.append(quantity)
            self._floor = quantity.end
            return
        subscription = self._near_tag("SUBSCRIPTION", quantity, 8) or self._near_tag("ACCOUNT", quantity, 3)
        kind = "subscription" if subscription else "relay"
        self._add(quantity, ceiling, Offer(kind=kind, price=price, per="usd_credit"))

    def _usage(self, quantity: Quantity, ceiling: int) -> None:
        if quantity.role not in ("", "ask") or self._near_tag("SERVICE", quantity, 6, 3):
            return
        currency = quantity.currency or self.scene.currency or "USD"
        line = self.scene.line_of(quantity.start)
        row = [
            r
            for r in self.found[-2:]
            if r.offer.per == quantity.per and self.scene.line_of(r.used[0].start) == line
        ]
        direction = quantity.direction
        if direction is None and quantity.per != "call":
            direction = direction_of(self.scene, quantity, len(row))
        price = Money(quantity.amount, currency)
        self._add(quantity, ceiling, Offer(kind="relay", price=price, per=quantity.per, direction=direction))
        added = self.found[-1]
        if row and added.used == [quantity] and not added.named:
            added.offer = replace(added.offer, provider=row[-1].offer.provider, product=row[-1].offer.product)

    def _kept(self, quantity: Quantity, ceiling: int) -> None:
        self._fraction(quantity, ceiling, quantity.amount)

    def _percent(self, quantity: Quantity, ceiling: int) -> None:
        scene = self.scene
        minus = quantity.start > 0 and scene.tokens[quantity.start - 1].words == "-"
        off = minus or self._near_tag("OFF", quantity, 4, 2) or scene.tokens[quantity.end - 1].entry == "割引"
        of = self._near_tag("REF", quantity, 3, 4) or self._is_share_of(quantity)
        if self._near_tag("BONUS", quantity, 3):
            return
        if not off and not of:
            if self._off is None or not self._goes_on(quantity):
                return
            off = self._off
        self._off = off
        if off:
            self._fraction(quantity, ceiling, _ONE - (quantity.second or quantity.amount))
        else:
            self._fraction(quantity, ceiling, quantity.amount)

    def _share(self, quantity: Quantity, ceiling: int) -> None:
        """Read `half the official price`: a fraction in words counts only beside the price it is of."""
        of = self._near_tag("REF", quantity, 4, 5) or self._is_share_of(quantity)
        if of or self._near_tag("OFF", quantity, 1, 1):
            off = self._near_tag("OFF", quantity, 1, 1) and quantity.amount > 0
            self._fraction(quantity, ceiling, _ONE - quantity.amount if off else quantity.amount)

    def _is_share_of(self, quantity: Quantity) -> bool:
        """Tell whether `of` and a provider or its prices follow: 40% of Anthropic's rates."""
        scene, at = self.scene, quantity.end
        if at >= len(scene.tokens):
            return False
        if "OF" not in scene.tokens[at].tags:
            return "BRAND" in scene.tokens[min(at, len(scene.tokens) - 1)].tags and scene.tokens[
                quantity.end - 1
            ].entry.endswith(" of")
        return any(scene.has(tag, at, at + _NEAR + 1) for tag in ("BRAND", "ASK", "REF", "RECHARGE"))

    def _goes_on(self, quantity: Quantity) -> bool:
        """Tell whether a percentage stands in the sentence of the one before, with a name of its own."""
        scene = self.scene
        start, _ = scene.clause_of(quantity.start)
        last = self.found[-1].used[-1].end if self.found else 0
        return last > start and bool(scene.products_in(last, quantity.start))

    def _fraction(self, quantity: Quantity, ceiling: int, kept: Decimal) -> None:
        if (
            not self._about_ai(quantity)
            or not 0 < kept < _MOST_KEPT
            or self._near_tag("COST", quantity, 0, 2)
        ):
            return
        coupon = self._near_tag("COUPON", quantity, 8, 4)
        based = self._near_tag("REF", quantity, 4, 4)
        if not coupon and not based and self._near_tag("RECHARGE", quantity, 4):
            coupon = True
        if coupon and not based:
            self._add(quantity, ceiling, Offer(kind="credit", coupon=True))
            if self.found and self.found[-1].offer.coupon and self.found[-1].offer.provider is None:
                self.found[-1].offer = replace(self.found[-1].offer, provider=self.scene.provider())
            return
        line_start, _ = self.scene.line_of(quantity.start)
        last = self.found[-1] if self.found else None
        between = last and self.scene.products_in(last.used[-1].end, quantity.start)
        if (
            last
            and not between
            and last.used[-1].start >= line_start
            and last.offer.fraction is None
            and not last.offer.coupon
        ):
            if last.offer.per == "call":
                last.offer = replace(last.offer, fraction=kept, qualifier=self._qualifier(quantity))
            last.used.append(quantity)
            return
        self._add(quantity, ceiling, Offer(kind=self._kind_of_fraction(quantity), fraction=kept))
        added = self.found[-1]
        if added.offer.provider is None and added.used == [quantity]:
            added.offer = replace(added.offer, provider=self.scene.provider())

    def _about_ai(self, quantity: Quantity) -> bool:
        """Tell whether a discount is one on AI at all: names, relay words, or a bare idiom say so."""
        scene = self.scene
        if scene.has("UNRELATED") and not scene.has("RELAY"):
            return any(name.level == "plan" for name in scene.products)
        if scene.products or scene.has("RELAY") or len(scene.tokens) <= _SHORT_TEXT:
            return True
        return scene.has("SUBSCRIPTION") and self._near_tag("REF", quantity, 4, 4)

    def _kind_of_fraction(self, quantity: Quantity) -> str:
        scene = self.scene
        start, end = scene.clause_of(quantity.start)
        if scene.has("RELAY"):
            return "relay"
        start, end = max(start, quantity.start - _WIDE), min(end, quantity.end + _WIDE)
        plan = any(product.level == "plan" for product in scene.products_in(start, end))
        if scene.has("SUBSCRIPTION", start, end):
            return "subscription"
        return "account" if plan or scene.has("ACCOUNT", start, end) else "relay"


_MOST_KEPT = Decimal("1.5")


def sides(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """Give the money and the dollars of an equation, in that order."""
    if quantity.currency == "USD" and quantity.second_currency != "USD":
        return quantity.second, quantity.amount
    return quantity.amount, quantity.second


def recharge_of(scene: Scene, quantity: Quantity) -> tuple[Decimal, str] | None:
    """Give what one site dollar costs by an equation (1:1, 0.4元=1刀, 4元换10美金), and in which money."""
    left, right = quantity.amount, quantity.second or Decimal(0)
    currency, other = quantity.currency, quantity.second_currency
    if currency == "USD" and other != "USD":
        left, right, currency, other = right, left, other, currency
    if right <= 0 or left <= 0 or other not in ("USD", None):
        return None
    if currency is None and other is None:
        start, end = scene.clause_of(quantity.start)
        if scene.has("MULT", max(start, quantity.start - 3), quantity.start) or not (
            scene.has("RECHARGE", start, end) or (scene.has("RELAY") and _ONE in (left, right))
        ):
            return None
    if currency not in (None, "CNY", "USDT") and other is None:
        return None
    return left / right, currency or scene.currency or "CNY"


def reasons(rate: Rate) -> dict[int, str]:
    """Give, for each number used, why it was read so."""
    return {id(quantity): quantity.why or WHY.get(quantity.role, "") for quantity in rate.used}
