"""Which numbers of a text are prices asked, and which words around each belong to it."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.beside import with_heading
from crawlers.reading.lexicon.periods import LEADS
from crawlers.reading.owners import Rate
from crawlers.reading.pairs import SMALL_MONEY, Ask, PairReader
from crawlers.reading.quantity import Quantity
from crawlers.reading.recharge import recharge_of
from crawlers.reading.respective import listed_names
from crawlers.reading.scene import Scene
from store.records import Money

CONTENT = frozenset("wbcGOERPrptis")
_GOODS_WORDS = frozenset({"SERVICE", "SHARED", "ACCOUNT", "CARD"})
_LIST_MARKS = frozenset(",;|.e)")
_ASKABLE = frozenset({"", "ask"})
_LINES_BACK = 3
_SOLD_REACH = 8
_PARTS = frozenset(",;.b")
_SHORT_GAP = 3
_NAME_REACH = 6
_LET_GO = frozenset(
    {"出", "出了", "转", "一口价", "不刀", "可刀", "可小刀", "不议价", "不讲价", "包邮", "拿走", "带走"}
)
_LEAST_LET_GO = 10
_MOST_BARE = {True: Decimal(1_000_000_000), False: Decimal(100_000)}
_LEAST_BARE = {True: Decimal(1000), False: Decimal("0.1")}


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


class _Finder(PairReader):
    def __init__(self, scene: Scene, rates: list[Rate]) -> None:
        super().__init__(scene)
        self.taken = {id(quantity) for rate in rates for quantity in rate.used}
        self.has_groups = any(rate.offer.group is not None for rate in rates)
        self.small = scene.currency in SMALL_MONEY

    def find(self) -> list[Ask]:
        asks: list[Ask] = []
        names = listed_names(self.scene)
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

    def _is_bare_price(self, quantity: Quantity) -> bool:  # noqa: C901, PLR0911 - a line a case
        """Tell whether a number without a sign stands where prices stand: after a name, or alone in its line or cell."""
        scene = self.scene
        if scene.currency is None or not _LEAST_BARE[self.small] <= quantity.amount <= _MOST_BARE[self.small]:
            return False
        if scene.codes[quantity.end : quantity.end + 1] == "+":  # 100+ $2.5
            return False
        if quantity.role == "ask" or scene.codes[quantity.end : quantity.end + 2] in (".-", ",-"):  # 549.-
            return True
        if self.small and "K" in scene.codes[quantity.start : quantity.end]:
            return True
        if self._by_the_term(quantity) or self._is_let_go(quantity):
            return True
        if not self._ends_there(quantity):
            return False
        if self._each_month(quantity):
            return True
        before = scene.codes[quantity.start - 1] if quantity.start else "n"
        opens = before in "n|" or (before == "e" and scene.line_of(quantity.start)[0] >= quantity.start - 2)
        if opens and self._names_above(quantity):
            return True
        if (
            before == "/"
            and scene.tokens[quantity.start - 1].words.isalpha()
            and self._plan_ends(quantity.start - 1)
        ):
            return True  # Max x5 a 189.000, Claude Pro за 1200
        return self._after_name(quantity, before)

    def _by_the_term(self, quantity: Quantity) -> bool:
        """Tell whether a period follows that only a price has: 28/月, 450 в месяц."""
        codes, at = self.scene.codes, quantity.end
        if codes[at + 1 : at + 2] != "P" or not self.scene.about_ai:
            return False
        return codes[at] == "/" or self.scene.tokens[at].words in LEADS

    def _each_month(self, quantity: Quantity) -> bool:
        """Tell whether a price by the month stands after its period: 每人每月 480."""
        at = quantity.start - 1
        return at > 0 and self.scene.codes[at] == "P" and self.scene.tokens[at - 1].words == "每"

    def _is_let_go(self, quantity: Quantity) -> bool:
        """Tell whether a clause ends in a number and the word for letting go: 现 500 出."""
        scene, at = self.scene, quantity.end
        if at >= len(scene.tokens) or scene.tokens[at].words not in _LET_GO:
            return False
        ends = at + 1 == len(scene.tokens) or scene.codes[at + 1] in "n,;."
        return ends and quantity.amount >= _LEAST_LET_GO and not scene.has("INPUT", *scene.line_of(at))

    def _after_name(self, quantity: Quantity, before: str) -> bool:  # noqa: PLR0911 - a line a case
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
        if before == "b" and quantity.amount < 1 and self._lists_versions(quantity):
            return False
        if before in "bPpcs" or scene.tokens[at].tags & _GOODS_WORDS or self._plan_ends(quantity.start):
            return True
        follows = scene.token_tags(quantity.end) if quantity.end < len(scene.tokens) else frozenset()
        if (
            (scene.codes[quantity.end : quantity.end + 1] in ("", "n") or follows & {"ORDER", "SELLS"})
            and self._line_has_name(quantity)
            and self._has_cents(quantity)
        ):
            return True
        if before == ")" and self._line_has_name(quantity) and self._alone_at_end(quantity):
            return True
        glued_or_short = before in "w)" and self._name_just_before(at)
        return glued_or_short and scene.codes[quantity.end : quantity.end + 1] != "w"

    def _alone_at_end(self, quantity: Quantity) -> bool:
        """Tell whether a number ends its line and is the line's only one but for terms: GPT plus (印区直充) 68."""
        start, end = self.scene.line_of(quantity.start)
        others = [
            q
            for q in self.scene.quantities_in(start, end)
            if q is not quantity and q.kind not in ("term", "seats")
        ]
        return quantity.end == end and not others

    def _plan_ends(self, at: int) -> bool:
        """Tell whether a plan's name ends just before a number: max5x 520."""
        return any(
            name.end == at and name.level == "plan"
            for name in self.scene.products_in(max(0, at - _NAME_REACH), at)
        )

    def _lists_versions(self, quantity: Quantity) -> bool:
        """Tell whether the line lists models by their versions: Gemini 3.1, Grok Build 0.1."""
        return any(
            name.level == "model" for name in self.scene.products_in(*self.scene.line_of(quantity.start))
        )

    def _has_cents(self, quantity: Quantity) -> bool:
        words = self.scene.tokens[quantity.start].words
        return len(words) > _SHORT_GAP and words[-3] == "."

    def _name_just_before(self, at: int) -> bool:
        return any(
            name.level == "plan" and (name.start > at - _SHORT_GAP - 2 or name.end >= at - 1)
            for name in self.scene.products_in(max(0, at - _SOLD_REACH), at + 1)
        )

    def _ends_there(self, quantity: Quantity) -> bool:
        after = self.scene.codes[quantity.end : quantity.end + 1]
        return (
            after in ("", "n", "|", "e", ",", "(", ")", ";", "b", "/", "-", ".")
            or (after in "wN" and self.scene.currency == "CNY" and self._spaced_after(quantity))
            or (after == "N" and not self.scene.tokens[quantity.end].words.isascii())
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
        if floor > start:
            return self._boundary(floor, quantity.start)
        for _ in range(_LINES_BACK):
            if begin in (0, floor) or has_content(scene, begin, quantity.start):
                break
            start, _ = scene.line_of(begin - 1)
            begin = max(start, floor)
        return begin
