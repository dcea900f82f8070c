"""Whether a number without a sign is a price: by what stands before and after it, and by its line."""

from __future__ import annotations

import re
from decimal import Decimal

from crawlers.reading.lexicon.periods import LEADS
from crawlers.reading.pairs import SMALL_MONEY, PairReader
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

CONTENT = frozenset("wbcGOERPrptis")
_GOODS_WORDS = frozenset({"SERVICE", "SHARED", "ACCOUNT", "CARD"})
_SOLD_REACH = 8
_SHORT_GAP = 3
_NAME_REACH = 6
_LEAST_PARTS, _MOST_PARTS = 2, 8
_PART_ENDS = re.compile(r"[^\d.\s]\s?\d{1,5}(?:\.\d{1,2})?\s*$")
_LET_GO = frozenset(
    {"出", "出了", "转", "一口价", "不刀", "可刀", "可小刀", "不议价", "不讲价", "包邮", "拿走", "带走"}
)
_LEAST_LET_GO = 10
_COUNTERS = frozenset("单条个把次位套组份")
_MOST_BARE = {True: Decimal(1_000_000_000), False: Decimal(100_000)}
_LEAST_BARE = {True: Decimal(1000), False: Decimal("0.1")}


class BareReader(PairReader):
    """Tells bare prices from other bare numbers."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.small = scene.currency in SMALL_MONEY

    def _is_bare_price(self, quantity: Quantity) -> bool:  # noqa: C901, PLR0911 - a line a case
        """Tell whether a number without a sign stands where prices stand: after a name, or alone in its line or cell."""
        scene = self.scene
        if scene.currency is None or not _LEAST_BARE[self.small] <= quantity.amount <= _MOST_BARE[self.small]:
            return False
        if scene.codes[quantity.end : quantity.end + 1] == "+":  # 100+ $2.5
            return False
        first = self._changed_from(quantity)
        if first is not None:
            return self._is_bare_price(first)
        if quantity.role == "ask" or scene.codes[quantity.end : quantity.end + 2] in (".-", ",-"):  # 549.-
            return True
        if self.small and "K" in scene.codes[quantity.start : quantity.end]:
            return True
        if self._by_the_term(quantity) or self._is_let_go(quantity) or self._by_the_piece(quantity):
            return True
        if self._in_parts(quantity):
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

    def _in_parts(self, quantity: Quantity) -> bool:
        """Tell whether a number ends its part of a line of kinds of one good: Plus 普通 19 / 带 2FA 23 / 自己邮箱 36."""
        scene = self.scene
        start, end = scene.line_of(quantity.start)
        if (
            "/" not in scene.codes[start:end]
            or quantity.amount < 1
            or not scene.products_in(start, quantity.start)
        ):
            return False
        parts = scene.words(start, end).split(" / ")
        if not _LEAST_PARTS <= len(parts) <= _MOST_PARTS or not all(
            _PART_ENDS.search(part) for part in parts
        ):
            return False
        after = scene.codes[quantity.end : quantity.end + 1]
        return quantity.end == end or (
            after == "/" and scene.tokens[quantity.end].start > scene.tokens[quantity.end - 1].end
        )

    def _changed_from(self, quantity: Quantity) -> Quantity | None:
        """Give the number that an arrow leads from: 月卡: 39 → 45."""
        at = quantity.start - 1
        if at < 1 or self.scene.codes[at] != ">":
            return None
        before = self.scene.quantities_in(max(0, at - _SHORT_GAP), at)
        return before[-1] if before and before[-1].kind == "bare" and before[-1].role == "previous" else None

    def _by_the_term(self, quantity: Quantity) -> bool:
        """Tell whether a period follows that only a price has: 28/月, 450 в месяц."""
        codes, at = self.scene.codes, quantity.end
        if codes[at : at + 2] == "/s" and codes[at + 2 : at + 3] == "/":
            at += 2  # 455/人/月
        if codes[at : at + 2] == "/p" and self.scene.about_ai:
            return True  # 110/个
        if codes[at + 1 : at + 2] != "P" or not (self.scene.about_ai or self._buys_quota(quantity)):
            return False
        return codes[at] == "/" or self.scene.tokens[at].words in LEADS

    def _buys_quota(self, quantity: Quantity) -> bool:
        """Tell whether dollars stand behind a number in a text of cards: 月卡改版, 19.9/月，每天 $8."""
        if not (self.scene.has("CARD") or self.scene.has("SUBSCRIPTION")):
            return False
        _, end = self.scene.line_of(quantity.start)
        return any(other.currency == "USD" for other in self.scene.quantities_in(quantity.end, end))

    def _each_month(self, quantity: Quantity) -> bool:
        """Tell whether a price by the month stands after its period: 每人每月 480."""
        at = quantity.start - 1
        return at > 0 and self.scene.codes[at] == "P" and self.scene.tokens[at - 1].words == "每"

    def _by_the_piece(self, quantity: Quantity) -> bool:
        """Tell whether one piece follows that the price is for: 60 一单, 0.9 一条."""
        at = quantity.end
        one = at + 1 < len(self.scene.tokens) and self.scene.tokens[at].words == "一"
        return (
            one
            and self.scene.tokens[at + 1].words[:1] in _COUNTERS
            and bool(self.scene.has("SERVICE") or self.scene.products)
        )

    def _is_let_go(self, quantity: Quantity) -> bool:
        """Tell whether a clause ends in a number and the word for letting go: 现 500 出."""
        scene, at = self.scene, quantity.end
        if at >= len(scene.tokens) or scene.tokens[at].words not in _LET_GO:
            return False
        ends = at + 1 == len(scene.tokens) or scene.codes[at + 1] in "n,;."
        return ends and quantity.amount >= _LEAST_LET_GO and not scene.has("INPUT", *scene.line_of(at))

    def _after_name(self, quantity: Quantity, before: str) -> bool:  # noqa: C901, PLR0911 - a line a case
        scene = self.scene
        at = quantity.start - 1
        if before in "-=>:" and at > 0:
            at -= 1
            before = scene.codes[at]
            dash = scene.tokens[at + 1]
            glued = dash.words == "-" and dash.start == scene.tokens[at].end
            if not glued and (self._line_has_name(quantity) or self._line_has("CARD", quantity)):
                return True
            if glued:
                return False
        if self._line_has("SERVICE", quantity) and self._alone_at_end(quantity):
            return True  # Claude KYC 真人过 68
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

    def _line_has(self, tag: str, quantity: Quantity) -> bool:
        return self.scene.has(tag, self.scene.line_of(quantity.start)[0], quantity.start)

    def _names_above(self, quantity: Quantity) -> bool:
        start, _ = self.scene.line_of(quantity.start)
        return bool(self.scene.products_in(max(0, start - 60), quantity.start))
