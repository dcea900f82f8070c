"""Figures that stand side by side for one good: two monies, a price and what it buys, an old price and a new."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from crawlers.reading.lexicon.money import DOT_THOUSANDS
from crawlers.reading.lexicon.products import OFFICIAL_DOLLARS
from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene
from store.records import Money

_SHORT_GAP = 3
_NEAR_TOKENS = 6
_JOINED = 9
_THOUSAND = 1000
_FOR = frozenset({"for", "за", "für", "por", "với", "seharga", "per", "→", "="})
SMALL_MONEY = frozenset({"VND", "IDR", "IRR", "IRT", "KRW"})
_SELLING = frozenset({"SELLS", "ORDER", "STOCK", "WARRANTY"})
_LEAST_REST = Decimal("0.8")
_SAME = (Decimal("0.85"), Decimal("1.18"))


@dataclass(slots=True)
class Ask:
    """A number taken for the price, and the tokens between which the words belong to it."""

    quantity: Quantity
    start: int
    end: int
    face: Money | None = None
    name: Product | None = None


class PairReader:
    """Tells prices from the figures beside them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def _official(self, quantity: Quantity) -> bool:
        """Tell whether dollars are just the plan's list price, named for comparison: `ChatGPT Pro ($200 plan)`."""
        start, _ = self.scene.clause_of(quantity.start)
        names = [name.slug for name in self.scene.products_in(start, quantity.start) if name.level == "plan"]
        return bool(names) and str(quantity.amount) in OFFICIAL_DOLLARS.get(names[-1] or "", ())

    def _same_good(self, asks: list[Ask], ask: Ask) -> bool:
        """Tell a second figure for one good (old price in the next column, other money) from a further good."""
        if not asks:
            return False
        last, new = asks[-1].quantity, ask.quantity
        between = self.scene.codes[last.end : new.start]
        if self._is_wallet_price(last, new) or (self._is_step(last, new) and self._on_a_card(last, new)):
            new.role, new.why = "coupon", "a lower price for more pieces or old customers"
            return True
        if (
            last.term != new.term  # two columns of terms
            or "n" in between
            or len(between) > _SHORT_GAP
            or ask.face
            or self.scene.products_in(last.end, new.start)
        ):
            return False
        if last.currency == new.currency:
            return self._same_money(last, new, between)
        return self._same_in_other_money(asks, ask)

    def _same_in_other_money(self, asks: list[Ask], ask: Ask) -> bool:
        """Tell whether the other money beside a price says the same once more: near it by the day's rate, or dollars."""
        last, new = asks[-1].quantity, ask.quantity
        worth = self._worth(last, new)
        if last.currency == "USD" and self._is_top_up(last):
            return False  # top-up: US$ 10 for R$ 62
        if worth is not None:
            return _SAME[0] <= worth <= _SAME[1]
        if "USD" not in (last.currency, new.currency) or self._is_credit_line(last):
            return False
        if new.currency == "USD":
            asks[-1] = ask
        return True

    def _same_money(self, last: Quantity, new: Quantity, between: str) -> bool:
        """Tell whether two figures in one money are one good's: an old price in brackets, the next column's."""
        if between == "(" and new.amount == last.amount:
            return True  # 十二块（12元）
        if between == "(" and new.amount > last.amount:  # $8.99 ($19.99)
            new.role, new.why = "previous", "the higher price in brackets"
            return True
        if (
            not between and new.amount > last.amount and new.kind == last.kind == "money"
        ):  # Rp139.500 Rp250.000
            new.role, new.why = "previous", "the higher price right after the price"
            return True
        beside = self.scene.quantities_in(last.end, new.start)
        if any(quantity.kind == "term" for quantity in beside):
            return False  # 1m $6.5 | 3m $18
        other = any(quantity.currency not in (None, new.currency) for quantity in beside)
        return "|" in between and not other and not any(letter in between for letter in "wcGPs=>+")

    def _is_step(self, last: Quantity, new: Quantity) -> bool:
        """Tell whether a lower price is for more pieces: 10 个以上 ¥42, bulk $5, от 5 шт — 400 ₽."""
        scene = self.scene
        if (
            new.amount >= last.amount
            or new.currency != last.currency
            or "n" in scene.codes[last.end : new.start]
        ):
            return False
        if scene.products_in(last.end, new.start) or new.term != last.term:
            return False
        end = min(new.end + _SHORT_GAP, scene.clause_of(new.end)[1])
        more = scene.has("BULK", last.end, new.start) or scene.has("BULK", new.end, end)
        return (
            more
            or scene.codes[last.end : new.start].strip("|,/-") in ("N+p", "N+")
            or any(
                quantity.kind == "pieces" and quantity.amount > 1
                for quantity in scene.quantities_in(last.end, end)
            )
        )

    def _on_a_card(self, last: Quantity, new: Quantity) -> bool:
        """Tell whether prices stand in cells, or in a card with its stock: one good with a scale, not goods of a list."""
        return "|" in self.scene.codes[last.end : new.start] or self.scene.has("STOCK")

    def _is_wallet_price(self, last: Quantity, new: Quantity) -> bool:
        """Tell whether a slightly lower price in the next line is of the text's one good: $62.40, $59.90 with wallet."""
        scene = self.scene
        between = scene.codes[last.end : new.start]
        near = last.amount * _LEAST_REST <= new.amount < last.amount and last.currency == new.currency
        plain = between.count("n") == 1 and len(between) <= _NEAR_TOKENS and not set(between) & set("bPcps")
        return near and plain and self._sells_one and new.term == last.term

    @cached_property
    def _sells_one(self) -> bool:
        return len({name.slug for name in self.scene.products if name.slug}) == 1

    def _worth(self, last: Quantity, new: Quantity) -> Decimal | None:
        """Give the other money over the dollars beside it, by the context's rate: near 1 they are one price."""
        dollars, other = (last, new) if last.currency == "USD" else (new, last)
        rate = self.scene.context.fx.get(other.currency or "")
        if dollars.currency != "USD" or not rate or not dollars.amount:
            return None
        return other.amount / rate / dollars.amount

    def _is_top_up(self, last: Quantity) -> bool:
        """Tell whether the line pays money in: what stands beside dollars there is their price, not a second one."""
        return self.scene.has("TOPRATE", self.scene.line_of(last.start)[0], last.start)

    def _is_credit_line(self, last: Quantity) -> bool:
        start, end = self.scene.line_of(last.start)
        return (
            self.scene.has("CREDIT", start, end)
            or self.scene.has("APIKEY", start, end)
            or self.scene.has("TOPRATE", start, end)
            or last.currency == "CNY"
        )

    def _without_faces(self, asks: list[Ask]) -> list[Ask]:
        """Drop dollars that are what is received where other money is what is asked."""
        local = any(ask.quantity.currency not in ("USD", None) for ask in asks)
        if not local:
            return asks
        kept = []
        for ask in asks:
            quantity = ask.quantity
            if quantity.currency == "USD" and quantity.role != "ask":
                quantity.role, quantity.why = "face", "dollars received, beside other money asked"
            else:
                kept.append(ask)
        return kept

    def _without_stray(self, asks: list[Ask]) -> list[Ask]:
        """Drop bare numbers where most prices of the text carry their sign."""
        signed = sum(self._signed(ask.quantity) for ask in asks)
        if not signed or signed * 2 < len(asks):
            return asks
        return [ask for ask in asks if self._signed(ask.quantity) or ask.quantity.role == "ask"]

    def _signed(self, quantity: Quantity) -> bool:
        """Tell whether a sign stands at a number: its money, or the thousands (79k, 95rb) that only money has there."""
        if quantity.kind != "bare":
            return True
        if self.scene.codes[quantity.end : quantity.end + 2] in (".-", ",-"):
            return True  # 450.-
        if quantity.amount >= _THOUSAND and "," in self.scene.tokens[quantity.start].words:
            return True  # 22,000: only money is written so
        dotted = quantity.currency in DOT_THOUSANDS and "." in self.scene.tokens[quantity.start].words
        if dotted and quantity.amount >= _THOUSAND:
            return True  # 189.000 pesos
        return quantity.currency in SMALL_MONEY and "K" in self.scene.codes[quantity.start : quantity.end]

    def _with_local_faces(self, asks: list[Ask]) -> list[Ask]:
        """Read `50元余额 38元`: the first figure is the credit received, in the money of the second."""
        kept: list[Ask] = []
        for ask in asks:
            last = kept[-1] if kept else None
            if last is not None and self._buys(last.quantity, ask.quantity):
                kept.pop()
                last.quantity.role, last.quantity.why = "face", "credit received, in the same money"
                ask.face = Money(last.quantity.amount, last.quantity.currency or "CNY")
            kept.append(ask)
        return kept

    def _buys(self, face: Quantity, price: Quantity) -> bool:
        if self._names_credit(face) and self._pays_for(face, price):
            return True
        joined = self.scene.tokens[price.start - 1].words in _FOR and price.start - face.end <= _JOINED
        if self.scene.quantities_in(face.end, price.start):
            return False
        credit = self.scene.has("CREDIT") or self.scene.has("APIKEY")
        return joined and credit and face.currency == price.currency and price.amount < face.amount

    def _names_credit(self, quantity: Quantity) -> bool:
        after = self.scene.has("CREDIT", quantity.end, min(quantity.end + 1, len(self.scene.tokens)))
        return after or self.scene.has("CREDIT", max(0, quantity.start - 1), quantity.start)

    def _pays_for(self, face: Quantity, price: Quantity) -> bool:
        line = self.scene.line_of(price.start)
        near = price.start - face.end <= _NEAR_TOKENS and (
            "n" not in self.scene.codes[face.end : price.start - 1] or self.scene.has("STOCK", *line)
        )
        return near and face.currency == price.currency and price.amount <= face.amount

    def _without_list_prices(self, asks: list[Ask]) -> list[Ask]:
        """Drop a plan's own list price where something else is asked for it, or where nothing is for sale."""
        kept = []
        for at, ask in enumerate(asks):
            quantity = ask.quantity
            if (
                quantity.currency == "USD"
                and self._official(quantity)
                and (at + 1 < len(asks) or not self._seller)
            ):
                quantity.role, quantity.why = "reference", "the plan's list price"
            else:
                kept.append(ask)
        return kept

    @cached_property
    def _seller(self) -> bool:
        return self.scene.says(_SELLING)
