"""A rate in the making, and whose it is: the names, the qualifier and the words near a number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from crawlers.reading.naming import first_run, is_channel, name_of, names_for, stands_unnamed
from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import COMMA_MARKS, Scene, one_provider
from store.records import Offer

_NEAR = 4
_ON = frozenset({"на", "on", "для", "auf", "en", "em", "untuk", "cho", "for"})
_SHARES = frozenset({"percent", "share"})
_REMEMBERED = 40
ROUNDING = Decimal("0.05")
"""How far a sum that sellers print may be from the exact one."""
_PARTED = (",", ";", ".", "n", "|", "")
_LINES_BACK = 2
_LIST_LINES = 6
_RATES = frozenset({"group", "dollar", "fraction"})
_BARE_LINE = frozenset("nRx:()")
"""What a line holds that has only a number and its sign."""


@dataclass(slots=True)
class Rate:
    """One offer in the making, and the numbers that it was read from."""

    offer: Offer
    used: list[Quantity]
    named: bool


class RateReader:
    """What the readers of rates share: the scene, the rates found, and whose a number is."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Rate] = []
        self._floor = 0
        self._taken_to = 0

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
        if "FROM" in after and not (quantity.kind in _SHARES and "OF" in after):
            return "from"
        if "LIMIT" in after:
            return "upto"
        return "approx" if "APPROX" in after else quantity.qualifier

    def _names(self, quantity: Quantity, ceiling: int) -> tuple[str | None, str | None, bool]:
        scene = self.scene
        heading = scene.column_names.get(quantity.start)
        if heading is not None:
            return *name_of([heading]), True
        line_start = self._first_line(quantity)
        floor = max(line_start, self._floor)
        leads = self._leads(quantity, ceiling)
        products = (
            leads
            or self._respective(quantity)
            or self._owner(quantity, ceiling)
            or names_for(scene, quantity.start, floor, ceiling)
        )
        self._taken_to = 0
        if quantity.kind == "group" and all(name.level == "pool" for name in products):
            products = self._model_above(quantity, products) or products
        if products:
            if products[0].start >= quantity.end and self._ends_part(products[-1].end):
                self._taken_to = products[
                    -1
                ].end  # %20'sine Claude, %6'sına GPT: the name is this number's alone
            if quantity.kind == "group":
                self.scene.rated.update(name.start for name in products)
            self.scene.claimed.update(name.start for name in products if name.weak or name.level == "pool")
            return *name_of(products), True
        if stands_unnamed(scene, floor, quantity.start):
            return None, None, True
        channel = any(is_channel(name) for name in scene.products_in(floor, quantity.start))
        named = self.found and self._floor > line_start and self.found[-1].named and not channel
        if named and self.found:
            return self.found[-1].offer.provider, None, False
        return self._only_provider(quantity), None, False

    def _ends_part(self, at: int) -> bool:
        """Tell whether a name ends its part of the sentence, `API` after it aside."""
        at += at < len(self.scene.tokens) and "RELAY" in self.scene.tokens[at].tags
        return self.scene.codes[at : at + 1] in _PARTED

    def _model_above(self, quantity: Quantity, pools: list[Product]) -> list[Product]:
        """Give the one model that the line over a list of groups names: gpt5.6 is open / 0.08 (plus) / 0.15 (pro)."""
        scene = self.scene
        start, _ = scene.line_of(quantity.start)
        for _ in range(_LIST_LINES):
            if not start:
                return []
            start, end = scene.line_of(start - 1)
            names = scene.products_in(start, end)
            if not scene.quantities_in(start, end):
                makers = {name.provider for name in pools}
                alone = len(names) == 1 and names[0].level == "model" and makers <= {names[0].provider}
                return names if alone else []
            if any(name.level != "pool" for name in names):
                return []
        return []

    def _leads(self, quantity: Quantity, ceiling: int) -> list[Product]:
        """Give the name after a number in a line whose numbers all stand before their names: 0.7 折 gpt、2 折 claude."""
        start, end = self.scene.line_of(quantity.start)
        bracketed = self._bracketed(quantity)
        if bracketed:
            return bracketed
        if quantity.kind not in _RATES or not self._numbers_first(start, end):
            return []
        after = [name for name in self.scene.products_in(quantity.end, ceiling) if not name.client]
        return first_run(after) if after and after[0].start - quantity.end <= 1 else []

    def _bracketed(self, quantity: Quantity) -> list[Product]:
        """Give the name that stands alone in brackets right after a rate: 15 折起 (GPT)、3 折 (Claude)."""
        codes, at = self.scene.codes, quantity.end
        at += codes[at : at + 1] == "F"
        if codes[at : at + 1] != "(":
            return []
        names = self.scene.products_in(at + 1, at + 2)
        return names if names and codes[names[0].end : names[0].end + 1] == ")" else []

    def _numbers_first(self, start: int, end: int) -> bool:
        """Tell whether a line of several rates opens with one, and a name follows each at once."""
        rates = [q for q in self.scene.quantities_in(start, end) if q.kind in _RATES and not q.role]
        names = self.scene.products_in(start, end)
        if len(rates) < 2 or len(names) < len(rates) or names[0].start < rates[0].start:  # noqa: PLR2004 - a list
            return False
        return all(any(0 <= name.start - rate.end <= 1 for name in names) for rate in rates[:2])

    def _first_line(self, quantity: Quantity) -> int:
        """Give where the words of a number begin: in its line, else in those above where it stands alone in its own."""
        start, end = self.scene.line_of(quantity.start)
        if quantity.kind != "group" or self.scene.products_in(start, end):
            return start
        for _ in range(_LINES_BACK):
            if not start or not set(self.scene.codes[start : quantity.start]) <= _BARE_LINE:
                break
            start, _ = self.scene.line_of(start - 1)
        return start

    @cached_property
    def _named_provider(self) -> str | None:
        names = [n for n in self.scene.products if not n.client and n.level != "plan" and not is_channel(n)]
        return one_provider({name.provider for name in names if name.provider})

    def _respective(self, quantity: Quantity) -> list[Product]:
        """Give the n-th name for the n-th number after `respectively`."""
        start, _ = self.scene.line_of(quantity.start)
        marks = self.scene.places("RESPECT", start, quantity.start)
        if not marks:
            return []
        place = len(self.scene.quantities_in(marks[-1], quantity.start))
        names = self.scene.products_in(start, marks[-1])
        count = len(
            self.scene.quantities_in(marks[-1], min(quantity.end + _NEAR * 2, len(self.scene.tokens)))
        )
        return names[-count:][place : place + 1] if len(names) >= count else []

    def _owner(self, quantity: Quantity, ceiling: int) -> list[Product]:
        """Give the provider that a share is of: 40% of Anthropic's rates."""
        if quantity.end < len(self.scene.tokens) and self.scene.tokens[quantity.end].words == "的":
            return self.scene.products_in(quantity.end, min(ceiling, quantity.end + _NEAR))[:1]
        if quantity.kind not in ("percent", "share", "dollar", "group"):
            return []
        _, end = self.scene.clause_of(quantity.end, COMMA_MARKS)
        after = self.scene.products_in(quantity.end, min(ceiling, end, quantity.end + _NEAR))
        if after and after[0].start == quantity.end + 1 and "OFF" in self.scene.token_tags(quantity.end):
            return first_run(after)  # up to 90% off OpenAI models
        if after and self.scene.has("REF", quantity.end, after[0].start):
            after = []  # 22% of list and GPT at 9%
        joined = (
            self.scene.tokens[quantity.end].words in _ON if quantity.end < len(self.scene.tokens) else False
        )
        shared = quantity.kind not in ("dollar", "group") and self._is_share_of(quantity)
        return first_run(after) if joined or shared else []

    def _only_provider(self, quantity: Quantity) -> str | None:
        """Give the text's only provider, plans on sale and mere channels left aside."""
        provider = self._named_provider
        if provider == "multi" and not self._near_tag("ALLMODELS", quantity, 12):
            return None
        return provider

    def _add(self, quantity: Quantity, ceiling: int, **stated: Any) -> None:  # noqa: ANN401 - an offer's fields
        provider, product, named = self._names(quantity, ceiling)
        offer = Offer(
            provider=provider, product=product, qualifier=self._qualifier(quantity),
            start=quantity.start, end=quantity.end, **stated,
        )  # fmt: skip
        self._floor = max(quantity.end, self._taken_to)
        rate = Rate(offer, [quantity], named)
        if not self._repeats(rate) and not self._works_out(rate):
            self.found.append(rate)

    def _works_out(self, rate: Rate) -> bool:
        """Tell whether a dollar's price is what a group named before comes to (cc 1.6 ... cc 0.8 元/刀); then give it to that."""
        price = rate.offer.price
        if price is None or rate.offer.per != "usd_credit" or not rate.named:
            return False
        for other in self.found[-_REMEMBERED:]:
            offer = other.offer
            if (
                offer.group is not None
                and offer.recharge is not None
                and offer.price is None
                and (offer.provider, offer.product) == (rate.offer.provider, rate.offer.product)
                and offer.recharge_currency == price.currency
                and abs(offer.recharge * offer.group - price.amount) <= price.amount * ROUNDING
            ):
                exact = offer.recharge if offer.recharge * offer.group == price.amount else None
                other.offer = replace(offer, price=price, per="usd_credit", recharge=exact)
                other.used += rate.used
                return True
        return False

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

    def _is_closed(self, quantity: Quantity) -> bool:
        """Tell whether the words right after a multiplier, its name between them, say that its group is gone."""
        end = min(self.scene.clause_of(quantity.end - 1, COMMA_MARKS)[1], quantity.end + _NEAR)
        gone = self.scene.places("SOLDOUT", quantity.end, end)
        return bool(gone) and ">" not in self.scene.codes[gone[0] : gone[0] + 3]  # 停止中→本日再開

    def _is_coupon(self, quantity: Quantity) -> bool:
        """Tell whether a discount is on the seller's own price: for many, for the first time, from a sum on, by a code."""
        spent = self.scene.has("RECHARGE") and self._near_tag("THRESHOLD", quantity, _NEAR)
        return (
            spent
            or self._near_tag("BULK", quantity, 6)
            or self._near_tag("COUPON", quantity, 8, 4)
            or self._near_tag("MULT", quantity, 2)
        )

    def _is_share_of(self, quantity: Quantity) -> bool:
        """Tell whether `of` and a provider or its prices follow: 40% of Anthropic's rates."""
        scene, at = self.scene, quantity.end
        if at >= len(scene.tokens):
            return False
        if "OF" not in scene.tokens[at].tags:
            named = not scene.tokens[at].tags.isdisjoint(("BRAND", "MAKER"))
            return named and scene.tokens[quantity.end - 1].entry.endswith(" of")
        return any(scene.has(tag, at, at + _NEAR + 1) for tag in ("BRAND", "ASK", "REF", "RECHARGE"))
