"""Offers with a price of their own: which number is the price, and which words around it say what it buys."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from crawlers.reading.goods import Good, describe, per_of
from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.rates import Rate, recharge_of
from crawlers.reading.scene import Scene
from store.records import Money, Offer

_CONTENT = frozenset("wbcGOERPrptis")
_ASKABLE = frozenset({"", "ask"})
_MOST_LINES_BACK = 3
_FACE_KINDS = frozenset({"credit", "api_key", "subscription"})
_CONTEXT_TAGS = ("ACCOUNT", "CREDIT", "RELAY", "SHARED", "DATASET", "APIKEY")


@dataclass(slots=True)
class Ask:
    """A number taken for the price, and the tokens between which the words belong to it."""

    quantity: Quantity
    start: int
    end: int
    face: Money | None = None


class Asks:
    """Reads the priced goods of one scene."""

    def __init__(self, scene: Scene, rates: list[Rate], recharge_at: Quantity | None) -> None:
        self.scene = scene
        self.taken = {id(quantity) for rate in rates for quantity in rate.used}
        self.recharge_at = recharge_at
        self.has_groups = any(rate.offer.group is not None for rate in rates)

    def read(self) -> list[Rate]:
        """Read every priced good, in order."""
        asks = self._asks()
        self._set_scopes(asks)
        found = []
        last: Good | None = None
        for ask in asks:
            offer, good = self._offer(ask, last)
            if offer is not None:
                found.append(Rate(offer, [ask.quantity], named=True))
                last = good
        return found

    def _asks(self) -> list[Ask]:
        asks: list[Ask] = []
        for quantity in self.scene.quantities:
            if id(quantity) in self.taken or quantity.role not in _ASKABLE:
                continue
            ask = self._ask_of(quantity)
            if ask is not None and not self._same_good(asks, ask):
                asks.append(ask)
        return self._without_faces(asks)

    def _ask_of(self, quantity: Quantity) -> Ask | None:
        kind = quantity.kind
        if kind == "swap":
            return self._swap_ask(quantity)
        if kind == "money" or (kind == "bare" and self._is_bare_price(quantity)):
            return Ask(quantity, quantity.start, quantity.end)
        return None

    def _swap_ask(self, quantity: Quantity) -> Ask | None:
        """Read `100刀 = 14U` as a pack; a rate of exchange is left to the credit offer."""
        rate = recharge_of(self.scene, quantity)
        if rate is None or quantity.second_currency is None or quantity.currency is None:
            return None
        dollars, paid = quantity.second or Decimal(0), quantity.amount
        currency = quantity.currency
        if quantity.currency == "USD":
            dollars, paid, currency = paid, dollars, quantity.second_currency
        if Decimal(1) in (dollars, paid) or self.has_groups:
            return None
        quantity.amount, quantity.currency = paid, currency
        return Ask(quantity, quantity.start, quantity.end, Money(dollars, "USD"))

    def _is_bare_price(self, quantity: Quantity) -> bool:
        """Tell whether a number without a sign stands where prices stand: after a name, or alone in its line or cell."""
        scene = self.scene
        if scene.currency is None:
            return False
        if quantity.role == "ask":
            return True
        if quantity.amount < self._least() or not self._ends_there(quantity):
            return False
        before = scene.codes[quantity.start - 1] if quantity.start else "n"
        if before in "n|" and self._names_above(quantity):
            return True
        if before == "-":
            before = scene.codes[quantity.start - 2] if quantity.start > 1 else "n"
        return (
            before in "bPpc"
            or ("SERVICE" in scene.tokens[quantity.start - 1].tags)
            or (before == ":" and self._line_has_name(quantity))
        )

    def _least(self) -> Decimal:
        return Decimal(1000) if self.scene.currency in ("VND", "IDR", "IRR", "IRT") else Decimal("0.5")

    def _ends_there(self, quantity: Quantity) -> bool:
        codes = self.scene.codes
        after = codes[quantity.end : quantity.end + 1]
        return after in ("", "n", "|", "e", ",", "(", ";", "b", "/", "-") or (
            after == "w" and self.scene.currency == "CNY"
        )

    def _line_has_name(self, quantity: Quantity) -> bool:
        start, _ = self.scene.line_of(quantity.start)
        return bool(self.scene.products_in(start, quantity.start))

    def _names_above(self, quantity: Quantity) -> bool:
        start, _ = self.scene.line_of(quantity.start)
        return bool(self.scene.products_in(max(0, start - 60), quantity.start))

    def _same_good(self, asks: list[Ask], ask: Ask) -> bool:
        """Tell a second figure for one good (old price in the next column, another currency) from a further good."""
        if not asks:
            return False
        last, new = asks[-1].quantity, ask.quantity
        scene = self.scene
        between = scene.codes[last.end : new.start]
        if "n" in between or scene.products_in(last.end, new.start) or ask.face:
            return False
        plain = not any(letter in between for letter in "wcGPs=>+")
        if last.currency == new.currency:
            return plain and "|" in between and len(between) <= _MOST_LINES_BACK
        if (
            "USD" in (last.currency, new.currency)
            and len(between) <= _MOST_LINES_BACK
            and not self._credit_line(last, new)
        ):
            if new.currency == "USD":
                asks[-1] = ask
            return True
        return False

    def _credit_line(self, last: Quantity, new: Quantity) -> bool:
        start, end = self.scene.line_of(last.start)
        del new
        return (
            self.scene.has("CREDIT", start, end)
            or self.scene.has("APIKEY", start, end)
            or "CNY" in (last.currency,)
        )

    def _without_faces(self, asks: list[Ask]) -> list[Ask]:
        """Drop dollars that are what is received where other money is what is asked."""
        local = [ask for ask in asks if ask.quantity.currency not in ("USD", None)]
        if not local or len(local) == len(asks):
            return asks
        return [ask for ask in asks if ask.quantity.currency != "USD" or not self._is_face(ask, local)]

    def _is_face(self, ask: Ask, local: list[Ask]) -> bool:
        quantity = ask.quantity
        if quantity.role == "ask":
            return False
        quantity.role, quantity.why = "face", "dollars received beside other money asked"
        return bool(local)

    def _set_scopes(self, asks: list[Ask]) -> None:
        for at, ask in enumerate(asks):
            floor = asks[at - 1].quantity.end if at else 0
            ask.start = self._scope_start(ask.quantity, floor)
        for at, ask in enumerate(asks):
            ask.end = asks[at + 1].start if at + 1 < len(asks) else len(self.scene.tokens)

    def _scope_start(self, quantity: Quantity, floor: int) -> int:
        """Go back to where the words of this price begin: in its line, else in the lines above it."""
        scene = self.scene
        start, _ = scene.line_of(quantity.start)
        begin = max(start, floor)
        for _ in range(_MOST_LINES_BACK):
            if self._has_content(begin, quantity.start) or begin == 0 or begin <= floor:
                break
            start, _ = scene.line_of(begin - 1)
            begin = max(start, floor)
        return begin

    def _has_content(self, start: int, end: int) -> bool:
        scene = self.scene
        return any(
            scene.codes[at] in _CONTENT
            and "ASK" not in scene.tokens[at].tags
            and len(scene.tokens[at].words) > 1
            for at in range(start, end)
        )

    def _offer(self, ask: Ask, last: Good | None) -> tuple[Offer | None, Good]:
        scene = self.scene
        quantity = ask.quantity
        good = self._described(ask, last)
        if good.kind is None:
            return None, good
        price = Money(quantity.amount, quantity.currency or scene.currency or "USD")
        face = ask.face or (good.face if good.kind in _FACE_KINDS and good.face != price else None)
        if good.kind == "credit" and face is None and not self._is_pack(good):
            return None, good
        offer = Offer(
            kind=good.kind, provider=good.provider, product=good.product, price=price, per=self._per(good, quantity),
            face_value=face, seats=good.seats, equal_split=good.seats is not None, months=good.months,
            quota_periods=good.quota_periods, qualifier=self._qualifier(quantity), start=quantity.start, end=quantity.end,
        )  # fmt: skip
        return offer, good

    def _is_pack(self, good: Good) -> bool:
        return bool(good.products) or "CREDIT" in good.tags

    def _per(self, good: Good, quantity: Quantity) -> str | None:
        after = self.scene.codes[quantity.end : quantity.end + 3]
        if good.kind == "dataset":
            return None if "r" in after[:3] and after[:1] in ("/", "N") else "pack"
        if after[:1] == "/" and "p" in after[1:3] and good.kind == "account" and good.period is None:
            return "account"
        return per_of(good)

    def _qualifier(self, quantity: Quantity) -> str:
        scene = self.scene
        for at in range(quantity.start - 1, max(-1, quantity.start - 3), -1):
            tags = scene.tokens[at].tags
            if "FROM" in tags:
                return "from"
            if "APPROX" in tags:
                return "approx"
        after = scene.tokens[quantity.end].tags if quantity.end < len(scene.tokens) else frozenset()
        return "from" if "FROM" in after else quantity.qualifier

    def _described(self, ask: Ask, last: Good | None) -> Good:
        """Describe the words of the price: its own stretch first, what follows next, the text's heading last."""
        scene, quantity = self.scene, ask.quantity
        _, line_end = scene.line_of(quantity.start)
        if self._has_content(ask.start, quantity.start):
            good = describe(scene, ask.start, min(ask.end, max(line_end, quantity.end)), quantity)
            if good.products or good.kind in ("credit", "dataset", "service"):
                self._add_followers(good, ask, line_end)
                return good
        good = describe(scene, ask.start, ask.end, quantity)
        if not good.products:
            self._inherit(good, ask, last)
        return good

    def _add_followers(self, good: Good, ask: Ask, line_end: int) -> None:
        """Take term, credit and seats from the lines that follow, where the price's own line states none."""
        if line_end >= ask.end:
            return
        more = describe(self.scene, line_end, ask.end, ask.quantity)
        if good.face is None and more.face is not None and good.kind in _FACE_KINDS:
            good.face, good.quota_periods = more.face, more.quota_periods

    def _inherit(self, good: Good, ask: Ask, last: Good | None) -> None:
        """Take the name from the heading before the first price, else from the good before."""
        names: list[Product] = [name for name in self.scene.products_in(0, ask.start) if not name.client]
        if not names and last is not None:
            names = last.products
        if not names:
            return
        good.products = names[-1:]
        tags = {tag for tag in _CONTEXT_TAGS if self.scene.has(tag, 0, ask.start)}
        good.tags |= tags if not good.tags & {"SERVICE", "UNRELATED"} else set()
        from crawlers.reading.goods import choose_product, kind_of

        choose_product(good, None)
        good.kind = kind_of(good)
