"""Offers of relays: groups, prices of one official dollar, fractions of the list price, prices by token or call."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from crawlers.reading.official import part_of_official
from crawlers.reading.owners import ROUNDING, Rate, RateReader
from crawlers.reading.quantity import Quantity
from crawlers.reading.recharge import charity, factor_of_sum, recharge_of, spends
from crawlers.reading.scene import Scene
from crawlers.reading.tables import DIRECTIONS, direction_of
from store.records import Money

_ONE = Decimal(1)
_RELAY_TAGS = frozenset({"RELAY", "MULT", "GROUP", "RECHARGE", "REF"})
_NEAR = 4
_LABEL = 3
_DROPPED = frozenset({"reference", "previous", "expected", "technical", "cost", "threshold"})
_WIDE = 12
_RATE_REACH = 6
_CHANGED_REACH = 9
_SHORT_TEXT = 12
_AT_RATE = frozenset({"均按", "都按", "全按", "一律按", "统一按"})
_SENTENCE = frozenset("n|.")
_USAGE = frozenset({"call", "1M_tokens", "1K_tokens"})
_BRANDED = frozenset({"BRAND", "MODEL"})
_MOST_KEPT = Decimal("1.5")


class Rates(RateReader):
    """Reads the relay offers of one scene, line by line."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.recharge: Decimal | None = None
        self.recharge_currency = "CNY"
        self.recharge_at: Quantity | None = None
        self._off: bool | None = None
        self._relayish = scene.context.recharge is not None or scene.says(_RELAY_TAGS)

    def read(self) -> list[Rate]:
        """Read every rate of the text."""
        quantities = self.scene.quantities
        self._read_recharge()
        for at, quantity in enumerate(quantities):
            closed = quantity.kind == "group" and self._is_closed(quantity)
            if quantity.role in _DROPPED or closed:
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
            if (
                quantity.kind == "dollar"
                and quantity.why != "the seller's own sum"
                and self._tops_up(quantity)
            ):
                quantity.kind, quantity.second, quantity.second_currency = "swap", _ONE, "USD"
            if quantity.kind not in ("swap", "money") or quantity.role == "previous":
                continue
            if quantity.kind == "swap":
                rate = recharge_of(self.scene, quantity)
            else:
                rate = factor_of_sum(self.scene, quantity)
            vague = quantity.currency is None and self.recharge_at is not None and self.recharge_at.currency
            if rate is not None and not vague:
                self.recharge, self.recharge_currency = rate
                self.recharge_at = quantity

    def _tops_up(self, quantity: Quantity) -> bool:
        """Tell whether money for a dollar is the recharge: the rate's name stands before it, a clause apart at most."""
        if self._near_tag("TOPRATE", quantity, 3) or self._converts_all(quantity):
            return True
        if (
            self.scene.has("CREDIT", quantity.end, quantity.end + 3)
            and "of" in self.scene.tokens[quantity.end].words
        ):
            return any(other.kind == "group" for other in self.scene.quantities)
        start, _ = self.scene.line_of(quantity.start)
        others = self.scene.quantities_in(max(start, quantity.start - _RATE_REACH), quantity.start)
        changed = len(others) == 1 and others[0].role == "previous"  # 由 0.8 元/刀恢复为 1 元/刀
        reach = _CHANGED_REACH if changed else _RATE_REACH
        same = changed or all(other.kind == "swap" for other in others)  # 充值比例 2:1 (2 元 1 刀)
        return same and self.scene.has("TOPRATE", max(start, quantity.start - reach), quantity.start)

    def _converts_all(self, quantity: Quantity) -> bool:
        """Tell whether groups are told to be charged at this rate: cc 0.75，codex 0.08，均按一块一刀."""
        leads = quantity.start > 0 and self.scene.tokens[quantity.start - 1].words in _AT_RATE
        return leads and any(other.kind == "group" for other in self.scene.quantities)

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
        kind = "free" if charity(self.scene) and self.recharge is None else "relay"
        self._add(quantity, ceiling, kind=kind, group=group, recharge=recharge, recharge_currency=currency)

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
        stated = last.offer.price if last and not fresh and last.used[-1].start >= line_start else None
        rounded = stated is not None and 0 < abs(stated.amount - price.amount) <= stated.amount * ROUNDING
        if rounded and last is not None and last.offer.per == "usd_credit":
            return  # = 0.099, about 0.1 a dollar
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
        credit = self._near_tag("CREDIT", quantity, 3) and not spends(scene, quantity)
        if credit and not scene.has("RELAY") and not scene.has("GROUP"):
            kind = "credit"
        self._add(quantity, ceiling, kind=kind, price=price, per="usd_credit")

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
        kept = part_of_official(self.scene, quantity, direction) if quantity.per != "call" else None
        self._add(
            quantity, ceiling, kind="relay", price=price, per=quantity.per, direction=direction, fraction=kept
        )
        added = self.found[-1]
        follows = direction == "output" and bool(row) and row[-1].offer.direction == "input"
        follows = follows and not self.scene.free_names(row[-1].used[-1].end, quantity.start)
        if row and added.used == [quantity] and (follows or not added.named):
            added.offer = replace(added.offer, provider=row[-1].offer.provider, product=row[-1].offer.product)
        elif not row and not added.offer.product and quantity.per != "call":
            self._take_name_above(quantity, line[0], added)

    def _take_name_above(self, quantity: Quantity, start: int, added: Rate) -> None:
        """Read a model named on the line above a price that has a line to itself, or after its label (价格：¥1.4)."""
        scene = self.scene
        labelled = range(start, quantity.start)
        if start < 2 or len(labelled) > _LABEL or scene.free_names(start, quantity.start):  # noqa: PLR2004 - a name and its line's end
            return
        above = scene.line_of(start - 2)
        names = scene.free_names(*above)
        if len(names) != 1 or names[0].level != "model" or any(scene.quantities_in(*above)):
            return
        said = [side for tag, side in DIRECTIONS.items() if scene.has(tag, *above)]
        direction = added.offer.direction or (said[0] if len(said) == 1 else None)
        added.offer = replace(
            added.offer, provider=names[0].provider, product=names[0].slug, direction=direction
        )

    def _kept(self, quantity: Quantity, ceiling: int) -> None:
        self._fraction(quantity, ceiling, quantity.amount)

    def _percent(self, quantity: Quantity, ceiling: int) -> None:
        scene = self.scene
        minus = quantity.start > 0 and scene.tokens[quantity.start - 1].words == "-"
        off = minus or self._near_tag("OFF", quantity, 4, 2) or scene.tokens[quantity.end - 1].entry == "割引"
        of = self._near_tag("REF", quantity, 3, 4) or self._is_share_of(quantity)
        if self._near_tag("BONUS", quantity, 3) or (off and self._near_tag("BULK", quantity, 8, 3)):
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
        of = of or quantity.why == "a part of the official price" or self._goes_on(quantity)
        if of or self._near_tag("OFF", quantity, 1, 1):
            off = self._near_tag("OFF", quantity, 1, 1) and quantity.amount > 0
            self._fraction(quantity, ceiling, _ONE - quantity.amount if off else quantity.amount)

    def _goes_on(self, quantity: Quantity) -> bool:
        """Tell whether a percentage stands in the sentence of the one before, with a name of its own."""
        scene = self.scene
        start, _ = scene.clause_of(quantity.start, _SENTENCE)
        last = self.found[-1].used[-1].end if self.found else 0
        return last > start and bool(scene.products_in(last, quantity.start))

    def _fraction(self, quantity: Quantity, ceiling: int, kept: Decimal) -> None:
        based = self._near_tag("REF", quantity, 4, 4)
        coupon = self._is_coupon(quantity) or (not based and self._near_tag("RECHARGE", quantity, 4))
        if (
            not (self._about_ai(quantity) or (coupon and self.scene.has("TOPUP")))
            or not 0 < kept < _MOST_KEPT
            or self._near_tag("COST", quantity, 0, 2)
            or self._near_tag("NOTRATE", quantity, 3)
        ):
            return
        if coupon and not based:
            self._add(quantity, ceiling, kind="credit", coupon=True)
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
            if last.offer.per in _USAGE:
                self._discount_usage(line_start, kept, self._qualifier(quantity))
            last.used.append(quantity)
            return
        self._add(quantity, ceiling, kind=self._kind_of_fraction(quantity), fraction=kept)
        added = self.found[-1]
        if added.offer.provider is None and added.used == [quantity]:
            added.offer = replace(added.offer, provider=self.scene.provider())

    def _discount_usage(self, line_start: int, kept: Decimal, qualifier: str) -> None:
        """Give the prices by use of a line the part of the official price that it states: ¥7/M in, ¥35/M out, 两折."""
        for rate in self.found:
            if rate.used[0].start >= line_start and rate.offer.per in _USAGE and rate.offer.fraction is None:
                rate.offer = replace(rate.offer, fraction=kept, qualifier=qualifier)

    def _about_ai(self, quantity: Quantity) -> bool:
        """Tell whether a discount is one on AI at all: names, relay words, or a bare idiom say so."""
        scene = self.scene
        if scene.has("UNRELATED") and not scene.has("RELAY"):
            return any(name.level == "plan" for name in scene.products)
        branded = any(scene.tokens[name.start].tags & _BRANDED for name in scene.products)
        if branded or scene.has("RELAY") or len(scene.tokens) <= _SHORT_TEXT:
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
