"""Which numbers of a text are prices asked, and which words around each belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from crawlers.reading.lexicon.products import OFFICIAL_DOLLARS
from crawlers.reading.quantity import Quantity
from crawlers.reading.rates import Rate, recharge_of
from crawlers.reading.scene import Scene
from store.records import Money

CONTENT = frozenset("wbcGOERPrptis")
_GOODS_WORDS = frozenset({"SERVICE", "SHARED", "ACCOUNT", "CARD"})
_ASKABLE = frozenset({"", "ask"})
_LINES_BACK = 3
_SHORT_GAP = 3
_SAME = (Decimal("0.85"), Decimal("1.18"))
_SMALL_MONEY = frozenset({"VND", "IDR", "IRR", "IRT", "KRW"})
_MOST_BARE = {True: Decimal(1_000_000_000), False: Decimal(100_000)}
_LEAST_BARE = {True: Decimal(1000), False: Decimal("0.1")}


@dataclass(slots=True)
class Ask:
    """A number taken for the price, and the tokens between which the words belong to it."""

    quantity: Quantity
    start: int
    end: int
    face: Money | None = None


def find_asks(scene: Scene, rates: list[Rate]) -> list[Ask]:
    """Find every price asked, in order, with its scope."""
    return _Finder(scene, rates).find()


def has_content(scene: Scene, start: int, end: int) -> bool:
    """Tell whether words that describe something stand between two tokens."""
    return any(
        scene.codes[at] in CONTENT and "ASK" not in scene.tokens[at].tags and len(scene.tokens[at].words) > 1
        for at in range(start, end)
    )


class _Finder:
    def __init__(self, scene: Scene, rates: list[Rate]) -> None:
        self.scene = scene
        self.taken = {id(quantity) for rate in rates for quantity in rate.used}
        self.has_groups = any(rate.offer.group is not None for rate in rates)
        self.small = scene.currency in _SMALL_MONEY

    def find(self) -> list[Ask]:
        asks: list[Ask] = []
        for quantity in self.scene.quantities:
            if id(quantity) in self.taken or quantity.role not in _ASKABLE:
                continue
            ask = self._ask_of(quantity)
            if ask is not None and not self._same_good(asks, ask):
                asks.append(ask)
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

    def _official(self, quantity: Quantity) -> bool:
        """Tell whether dollars are just the plan's list price, named for comparison: `ChatGPT Pro ($200 plan)`."""
        start, _ = self.scene.clause_of(quantity.start)
        names = [name.slug for name in self.scene.products_in(start, quantity.start) if name.level == "plan"]
        return bool(names) and str(quantity.amount) in OFFICIAL_DOLLARS.get(names[-1] or "", ())

    def _plausible(self, quantity: Quantity) -> bool:
        """Refuse dollars in a Chinese text that name no good: they are credit, quotas and gifts far more often."""
        if quantity.currency != "USD" or self.scene.currency != "CNY" or quantity.role == "ask":
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

    def _is_bare_price(self, quantity: Quantity) -> bool:
        """Tell whether a number without a sign stands where prices stand: after a name, or alone in its line or cell."""
        scene = self.scene
        if scene.currency is None or not _LEAST_BARE[self.small] <= quantity.amount <= _MOST_BARE[self.small]:
            return False
        if quantity.role == "ask":
            return True
        if self.small and "K" in scene.codes[quantity.start : quantity.end]:
            return True
        if not self._ends_there(quantity):
            return False
        before = scene.codes[quantity.start - 1] if quantity.start else "n"
        if before in "n|" and self._names_above(quantity):
            return True
        return self._after_name(quantity, before)

    def _after_name(self, quantity: Quantity, before: str) -> bool:
        scene = self.scene
        at = quantity.start - 1
        if before in "-=>:" and at > 0:
            at -= 1
            before = scene.codes[at]
            dash = scene.tokens[at + 1]
            glued = dash.words == "-" and dash.start == scene.tokens[at].end
            if self._line_has_name(quantity) and not glued:
                return True
            if glued:
                return False
        if before in "bPpcs" or scene.tokens[at].tags & _GOODS_WORDS:
            return True
        if (
            scene.codes[quantity.end : quantity.end + 1] in ("", "n")
            and self._line_has_name(quantity)
            and self._has_cents(quantity)
        ):
            return True
        glued_or_short = before in "w)" and self._name_just_before(at)
        return glued_or_short and scene.codes[quantity.end : quantity.end + 1] != "w"

    def _has_cents(self, quantity: Quantity) -> bool:
        words = self.scene.tokens[quantity.start].words
        return len(words) > _SHORT_GAP and words[-3] == "."

    def _name_just_before(self, at: int) -> bool:
        return any(
            name.level == "plan" for name in self.scene.products_in(max(0, at - _SHORT_GAP - 1), at + 1)
        )

    def _ends_there(self, quantity: Quantity) -> bool:
        after = self.scene.codes[quantity.end : quantity.end + 1]
        return after in ("", "n", "|", "e", ",", "(", ")", ";", "b", "/", "-", ".") or (
            after in "wN" and self.scene.currency == "CNY" and self._spaced_after(quantity)
        )

    def _spaced_after(self, quantity: Quantity) -> bool:
        """Tell whether a blank, or a word, parts the number from what follows."""
        last = self.scene.tokens[quantity.end - 1]
        return self.scene.codes[quantity.end] == "w" or self.scene.tokens[quantity.end].start > last.end

    def _line_has_name(self, quantity: Quantity) -> bool:
        start, _ = self.scene.line_of(quantity.start)
        return bool(self.scene.products_in(start, quantity.start))

    def _names_above(self, quantity: Quantity) -> bool:
        start, _ = self.scene.line_of(quantity.start)
        return bool(self.scene.products_in(max(0, start - 60), quantity.start))

    def _same_good(self, asks: list[Ask], ask: Ask) -> bool:
        """Tell a second figure for one good (old price in the next column, other money) from a further good."""
        if not asks:
            return False
        last, new = asks[-1].quantity, ask.quantity
        between = self.scene.codes[last.end : new.start]
        if (
            "n" in between
            or len(between) > _SHORT_GAP
            or ask.face
            or self.scene.products_in(last.end, new.start)
        ):
            return False
        if last.currency == new.currency:
            return "|" in between and not any(letter in between for letter in "wcGPs=>+")
        worth = self._worth(last, new)
        if worth is not None:
            return _SAME[0] <= worth <= _SAME[1]
        if "USD" not in (last.currency, new.currency) or self._is_credit_line(last):
            return False
        if new.currency == "USD":
            asks[-1] = ask
        return True

    def _worth(self, last: Quantity, new: Quantity) -> Decimal | None:
        """Give the other money over the dollars beside it, by the context's rate: near 1 they are one price."""
        dollars, other = (last, new) if last.currency == "USD" else (new, last)
        rate = self.scene.context.fx.get(other.currency or "")
        if dollars.currency != "USD" or not rate or not dollars.amount:
            return None
        return other.amount / rate / dollars.amount

    def _is_credit_line(self, last: Quantity) -> bool:
        start, end = self.scene.line_of(last.start)
        return (
            self.scene.has("CREDIT", start, end)
            or self.scene.has("APIKEY", start, end)
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
        signed = sum(ask.quantity.kind != "bare" for ask in asks)
        if not signed or signed * 2 < len(asks):
            return asks
        return [ask for ask in asks if ask.quantity.kind != "bare" or ask.quantity.role == "ask"]

    def _with_local_faces(self, asks: list[Ask]) -> list[Ask]:
        """Read `50元余额 38元`: the first figure is the credit received, in the money of the second."""
        kept: list[Ask] = []
        for ask in asks:
            last = kept[-1] if kept else None
            if (
                last is not None
                and self._names_credit(last.quantity)
                and self._pays_for(last.quantity, ask.quantity)
            ):
                kept.pop()
                last.quantity.role, last.quantity.why = "face", "credit received, in the same money"
                ask.face = Money(last.quantity.amount, last.quantity.currency or "CNY")
            kept.append(ask)
        return kept

    def _names_credit(self, quantity: Quantity) -> bool:
        return self.scene.has("CREDIT", quantity.end, min(quantity.end + 1, len(self.scene.tokens)))

    def _pays_for(self, face: Quantity, price: Quantity) -> bool:
        near = (
            price.start - face.end <= _LINES_BACK * 2
            and "n" not in self.scene.codes[face.end : price.start - 1]
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
        return any(self.scene.has(tag) for tag in ("SELLS", "ORDER", "STOCK", "WARRANTY"))

    def _set_scopes(self, asks: list[Ask]) -> None:
        for at, ask in enumerate(asks):
            ask.start = self._scope_start(ask.quantity, asks[at - 1].quantity.end if at else 0)
        for at, ask in enumerate(asks):
            ask.end = asks[at + 1].start if at + 1 < len(asks) else len(self.scene.tokens)

    def _scope_start(self, quantity: Quantity, floor: int) -> int:
        """Go back to where the words of this price begin: in its line, else in the lines above it."""
        scene = self.scene
        start, _ = scene.line_of(quantity.start)
        begin = max(start, floor)
        for _ in range(_LINES_BACK):
            if begin in (0, floor) or has_content(scene, begin, quantity.start):
                break
            start, _ = scene.line_of(begin - 1)
            begin = max(start, floor)
        return begin
