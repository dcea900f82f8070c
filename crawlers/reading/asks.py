"""Which numbers of a text are prices asked, and which words around each belong to it."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from crawlers.reading.bare import BareReader
from crawlers.reading.beside import with_heading
from crawlers.reading.owners import Rate
from crawlers.reading.pairs import Ask
from crawlers.reading.quantity import Quantity
from crawlers.reading.recharge import recharge_of
from crawlers.reading.respective import listed_names
from crawlers.reading.scene import Scene
from store.records import Money

CONTENT = frozenset("wbcGOERPrptis")
_LIST_MARKS = frozenset(",;|.e)")
_ASKABLE = frozenset({"", "ask"})
_LINES_BACK = 3
_SOLD_REACH = 8
_PARTS = frozenset(",;.b")


def find_asks(scene: Scene, rates: list[Rate]) -> list[Ask]:
    """Find every price asked, in order, with its scope."""
    return _Finder(scene, rates).find()


def has_content(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words that describe something stand between two tokens."""
    return any(
        scene.codes[at] in CONTENT and "ASK" not in scene.tokens[at].tags and len(scene.tokens[at].words) > 1
        for at in range(start, end)
    )


def is_sold_out(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the line says after a figure, and before the next, that its good is gone."""
    if not scene.has("SOLDOUT"):
        return False
    _, end = scene.line_of(quantity.start)
    after = scene.quantities_in(quantity.end, end)
    end = min(end, after[0].start if after else end, quantity.end + _SOLD_REACH)
    gone = scene.places("SOLDOUT", quantity.end, end)
    return bool(gone) and not set(scene.codes[quantity.end : gone[0]]) & _PARTS


class _Finder(BareReader):
    def __init__(self, scene: Scene, rates: list[Rate]) -> None:
        super().__init__(scene)
        self.taken = {id(quantity) for rate in rates for quantity in rate.used}
        self.has_groups = any(rate.offer.group is not None for rate in rates)

    def find(self) -> list[Ask]:
        asks: list[Ask] = []
        names = {at: name for at, name in self.scene.column_names.items() if name.level == "plan"}
        names.update(listed_names(self.scene))
        for quantity in self.scene.quantities:
            if id(quantity) in self.taken or quantity.role not in _ASKABLE:
                continue
            ask = self._ask_of(quantity)
            if ask is not None and quantity.start in names:
                ask.name = names[quantity.start]
                asks.append(ask)
            elif ask is not None and not self._same_good(asks, ask):
                asks.append(ask)
        asks = [ask for ask in asks if not is_sold_out(self.scene, ask.quantity)]
        asks = self._without_stray(self._without_faces(asks))
        asks = self._with_local_faces(self._without_list_prices(asks))
        self._set_scopes(asks)
        return asks

    def _ask_of(self, quantity: Quantity) -> Ask | None:
        if quantity.kind == "swap":
            return self._swap_ask(quantity)
        bare = quantity.kind == "bare" and self._is_bare_price(quantity)
        if bare:
            quantity.currency = self.scene.currency
        if bare or (quantity.kind == "money" and self._plausible(quantity)):
            return Ask(quantity, quantity.start, quantity.end)
        return None

    def _plausible(self, quantity: Quantity) -> bool:
        """Refuse dollars in a Chinese text that name no good: they are credit, quotas and gifts far more often."""
        chinese = self.scene.currency == "CNY" and self.scene.has_han
        if quantity.currency != "USD" or not chinese or quantity.role == "ask":
            return True
        start, end = self.scene.line_of(quantity.start)
        plans = [name for name in self.scene.products_in(start, end) if name.level == "plan"]
        return bool(plans) or self.scene.has("APIKEY", start, end) or self.scene.has("DATASET")

    def _swap_ask(self, quantity: Quantity) -> Ask | None:
        """Read `100刀余额 = 14U` as a pack; a rate of exchange is left to the credit offer."""
        rate = recharge_of(self.scene, quantity)
        if rate is None or self.has_groups or "USD" not in (quantity.currency, quantity.second_currency):
            return None
        dollars, paid, currency = (
            quantity.second or Decimal(0),
            quantity.amount,
            quantity.currency or self.scene.currency,
        )
        if currency == "USD" and quantity.second_currency != "USD":
            dollars, paid, currency = paid, dollars, quantity.second_currency or self.scene.currency
        if currency is None or (currency == "USD" and paid >= dollars):
            return None
        if Decimal(1) in (dollars, paid):
            return None
        quantity.amount, quantity.currency = paid, currency
        quantity.second, quantity.second_currency = dollars, "USD"
        return Ask(quantity, quantity.start, quantity.end, Money(dollars, "USD"))

    def _set_scopes(self, asks: list[Ask]) -> None:
        for at, ask in enumerate(asks):
            ask.start = self._scope_start(ask.quantity, asks[at - 1].quantity.end if at else 0)
            if at:
                ask.start = with_heading(self.scene, ask.start, asks[0], asks[at - 1].quantity.end)
        for at, ask in enumerate(asks):
            ask.end = asks[at + 1].start if at + 1 < len(asks) else len(self.scene.tokens)
        for ask in asks:
            if (
                ask.quantity.term is not None and "|" not in self.scene.codes
            ):  # Mini: 3.9 / 19 / 59, 20$ a day
                ask.start, ask.end = self.scene.line_of(ask.quantity.start)
        for ask in asks:
            start, end = self.scene.line_of(ask.quantity.start)
            if start in self._led_lines:
                ask.end = min(ask.end, end)

    @cached_property
    def _led_lines(self) -> frozenset[int]:
        """Give where the lines of a list begin whose prices lead: $6 ➤ ChatGPT Plus, $10 → $40 credit."""
        found = set()
        for quantity in self.scene.quantities:
            if quantity.kind not in ("money", "bare") or quantity.role not in _ASKABLE:
                continue
            start, end = self.scene.line_of(quantity.start)
            received = any(other.role == "face" for other in self.scene.quantities_in(quantity.end, end))
            leads = not self.scene.codes[start : quantity.start].strip("e-*|+#") or (
                received and quantity.start == start + 1
            )
            names = self.scene.products_in(quantity.end, end)
            told = self.scene.has("CREDIT", quantity.end, end) and ">" in self.scene.codes[quantity.end : end]
            credit = received or told
            if leads and (names or credit):
                found.add(start)
        return frozenset(found) if len(found) > 1 else frozenset()

    def _boundary(self, floor: int, ask: int) -> int:
        """Part two goods of one line: at the last mark of a list after which something is named, else described."""
        scene = self.scene
        marks = [at + 1 for at in range(floor, ask) if scene.codes[at] in _LIST_MARKS]
        if marks and marks[-1] == ask and any(q.currency == "USD" for q in scene.quantities_in(floor, ask)):
            return ask  # $10 → $35 balance, $50 → $200 balance: what a price buys stands after it
        named = [at for at in marks if scene.products_in(at, ask)]
        told = named or [at for at in marks if has_content(scene, at, ask)]
        return told[-1] if told else floor

    def _scope_start(self, quantity: Quantity, floor: int) -> int:
        """Go back to where the words of this price begin: in its line, else in the lines above it."""
        scene = self.scene
        start, _ = scene.line_of(quantity.start)
        begin = max(start, floor)
        if start in self._led_lines:
            return begin
        if floor > start:
            return self._boundary(floor, quantity.start)
        for _ in range(_LINES_BACK):
            if begin in (0, floor) or has_content(scene, begin, quantity.start):
                break
            start, _ = scene.line_of(begin - 1)
            begin = max(start, floor)
        return begin
