"""A text taken apart once: its tokens, names and numbers, and where its lines and clauses begin."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from functools import cached_property

from crawlers.reading.context import Context
from crawlers.reading.declared import declared_currency
from crawlers.reading.lexer import read_tokens
from crawlers.reading.lexicon.money import LANGUAGE_CURRENCY
from crawlers.reading.own_plans import without_own_tiers
from crawlers.reading.points import dollars_for_points
from crawlers.reading.product import Product, read_products
from crawlers.reading.quantity import Quantity, read_quantities
from crawlers.reading.tabs import barred
from crawlers.reading.tokens import Token
from crawlers.reading.vocabulary import NO_TAGS, Tags

_KIND_TAGS = frozenset({
    "DATASET", "SERVICE", "APIKEY", "CREDIT", "ACCOUNT", "SUBSCRIPTION", "SHARED", "RELAY", "UNRELATED", "CARD", "FREE",
    "RECORD", "PRIVATE", "REFERRAL", "AIACCOUNT", "LOGIN", "OWNER", "LOT",
})  # fmt: skip
"""Classes that say what kind of good words describe."""
LINE_MARK = "n"
CLAUSE_MARKS = frozenset("n;|.")
COMMA_MARKS = frozenset("n;|.,e")
_ONLY = re.compile(
    r"(?:纯|全是|只跑|只走|仅限|限|只支持|只能跑|只含|仅供|仅支持|\bonly|только|chỉ|khusus|nur|solo)\s?$",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r"\s?(?:分组|系列|全系|模型)?\s?(?:专用|专属|可用|only\b)", re.IGNORECASE)
_FEW = 6
_BESIDE = 12
_LINE_REACH = 250
_CLAUSE_REACH = 60
_PRICED = frozenset({"money", "group", "usage", "dollar"})
_LANGUAGES = {"VND": "vi", "IDR": "id", "TRY": "tr", "BRL": "pt", "PLN": "pl"}
"""Which language numbers and their letters are in, where the money says so: 1th is a month or a year."""
_NUMBER_LETTERS = frozenset("NxCKsPp")


def currency_of(context: Context, language: str | None) -> str | None:
    """Give the money that a number without a sign is in: the context's own, its only rate's, or the language's."""
    if context.currency:
        return context.currency
    rates = [code for code in context.fx if code not in ("USD", "USDT", "USDC")]
    if len(rates) == 1:
        return rates[0]
    return LANGUAGE_CURRENCY.get(language or "")


def _with_line_marks(codes: str, marks: frozenset[str]) -> str:
    """Turn every mark of a clause's end into one letter, which strings find by themselves."""
    for mark in marks:
        if mark in codes:
            codes = codes.replace(mark, LINE_MARK)
    return codes


def _positions(tokens: list[Token]) -> dict[str, list[int]]:
    """Give, for each class of words, the tokens that belong to it."""
    found: dict[str, list[int]] = {}
    for at, token in enumerate(tokens):
        if token.tags:
            for tag in token.tags:
                if tag in found:
                    found[tag].append(at)
                else:
                    found[tag] = [at]
    return found


def _line_starts(codes: str) -> list[int]:
    """Give the tokens that begin a line."""
    starts = [0]
    at = codes.find(LINE_MARK)
    while at >= 0:
        starts.append(at + 1)
        at = codes.find(LINE_MARK, at + 1)
    return starts


class Scene:
    """What one text holds, in order."""

    def __init__(self, plain: str, context: Context, language: str | None = None) -> None:
        self.plain = plain = dollars_for_points(barred(plain))
        self.context = context
        self.language = context.language or language
        declared = None if context.currency else declared_currency(plain)
        self.currency = declared or currency_of(context, self.language)
        written = "de" if self.currency == "EUR" and self.language == "en" and "," in plain else self.language
        self.tokens, self.codes = read_tokens(plain, _LANGUAGES.get(self.currency or "", written))
        named = read_products(self.tokens, self.codes, self.language)
        self.products: list[Product] = without_own_tiers(self.tokens, self.codes, named)
        self._marked: dict[frozenset[str], str] = {}
        self.claimed: set[int] = set()
        self.rated: set[int] = set()
        self.row_recharge: dict[int, Decimal] = {}
        self.column_names: dict[int, Product] = {}
        masked = self._mask()
        self.quantities: list[Quantity] = read_quantities(self.tokens, self.codes, masked, self.currency)

        self.line_starts = _line_starts(self.codes)
        self.tag_positions = _positions(self.tokens)
        self.product_starts = [product.start for product in self.products]
        self.quantity_starts = [quantity.start for quantity in self.quantities]

    def _mask(self) -> str:
        """Blot out the letters inside of names, so that a version or tier is never read as a number."""
        if not self.products:
            return self.codes
        letters = list(self.codes)
        for product in self.products:
            for at in range(product.start, product.end):
                if letters[at] in _NUMBER_LETTERS:
                    letters[at] = "b"
        return "".join(letters)

    @cached_property
    def lines(self) -> list[tuple[int, int]]:
        """The tokens of each line, without its end."""
        ends = [*(start - 1 for start in self.line_starts[1:]), len(self.tokens)]
        return list(zip(self.line_starts, ends, strict=True))

    @cached_property
    def kind_tags(self) -> list[str]:
        """The classes of the text that say what kind of good words describe."""
        return [tag for tag in self.tag_positions if tag in _KIND_TAGS]

    @cached_property
    def names_plans(self) -> bool:
        """Tell whether a maker's plan is named: then cards and passes are of it, else of the seller's own plans."""
        return any(name.level == "plan" for name in self.products)

    @cached_property
    def has_han(self) -> bool:
        """Tell whether the text is written with Chinese characters."""
        return any("\u4e00" <= letter <= "\u9fff" for letter in self.plain)

    @cached_property
    def about_ai(self) -> bool:
        """Tell whether the text speaks of this market at all."""
        return bool(self.products) or self.has("RELAY")

    def free_names(self, start: int, end: int) -> list[Product]:
        """Give the names between two tokens that no rate has taken, clients left out."""
        return [
            name
            for name in self.products_in(start, end)
            if not name.client and name.start not in self.claimed
        ]

    def line_of(self, at: int) -> tuple[int, int]:
        """Give the tokens of the line in which a token stands, without its end; at most 250 each way."""
        starts = self.line_starts
        line = bisect_right(starts, at) - 1
        end = starts[line + 1] - 1 if line + 1 < len(starts) else len(self.tokens)
        return max(starts[line], at - _LINE_REACH), min(end, at + _LINE_REACH)

    def clause_of(self, at: int, marks: frozenset[str] = CLAUSE_MARKS) -> tuple[int, int]:
        """Give the tokens around one, up to the nearest marks on both sides; at most 60 each way."""
        codes = self._marked.get(marks)
        if codes is None:
            codes = self._marked[marks] = _with_line_marks(self.codes, marks)
        floor = at - _CLAUSE_REACH if at > _CLAUSE_REACH else 0
        start = codes.rfind(LINE_MARK, floor, at) + 1
        end = codes.find(LINE_MARK, at, at + _CLAUSE_REACH)
        if end < 0:
            end = max(at, min(len(codes), at + _CLAUSE_REACH))
        return max(start, floor), end

    def says(self, tags: frozenset[str]) -> bool:
        """Tell whether a word of any of the classes stands in the text."""
        return not tags.isdisjoint(self.tag_positions)

    def has(self, tag: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether a word of the class stands between two tokens."""
        positions = self.tag_positions.get(tag)
        if positions is None:
            return False
        at = bisect_left(positions, start) if start else 0
        return at < len(positions) and (end is None or positions[at] < end)

    def count(self, tag: str) -> int:
        """Count the words of a class that no negation stands before."""
        places = self.tag_positions.get(tag, ())
        if "NEG" not in self.tag_positions:
            return len(places)
        return sum(not self.has("NEG", max(0, at - 2), at) for at in places)

    def places(self, tag: str, start: int, end: int) -> list[int]:
        """Give the tokens of a class between two tokens."""
        positions = self.tag_positions.get(tag, [])
        return positions[bisect_left(positions, start) : bisect_left(positions, end)]

    def products_in(self, start: int, end: int) -> list[Product]:
        """Give the names that begin between two tokens."""
        starts = self.product_starts
        return self.products[bisect_left(starts, start) : bisect_left(starts, end)]

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """Give the numbers that begin between two tokens."""
        starts = self.quantity_starts
        return self.quantities[bisect_left(starts, start) : bisect_left(starts, end)]

    def token_tags(self, at: int) -> Tags:
        """Give the classes of one token."""
        return self.tokens[at].tags if 0 <= at < len(self.tokens) else NO_TAGS

    def words(self, start: int, end: int) -> str:
        """Give the plain words between two tokens."""
        end = min(end, len(self.tokens))
        if end <= start:
            return ""
        return self.plain[self.tokens[start].start : self.tokens[end - 1].end]

    @cached_property
    def providers(self) -> frozenset[str]:
        """Give whose products the text names, clients left out where another name stands."""
        named = [product for product in self.products if not product.client] or self.products
        return frozenset(product.provider for product in named if product.provider)

    @cached_property
    def covered(self) -> str | None:
        """Whose models the text says that its credit and plans are good for: 都支持 Claude Code / Codex."""
        for at in self.tag_positions.get("COVERS", ()):
            start, end = self.clause_of(at)
            names = [
                name
                for name in self.products_in(start, end)
                if name.level in ("brand", "model") and not self.has("NEG", name.end, name.end + 1)
            ]
            priced = any(q.kind in _PRICED for q in self.quantities_in(start, end))
            if names and not priced and not self.has("NEG", max(start, at - 2), at):
                return one_provider({name.provider for name in names if name.provider})
        return None

    @cached_property
    def dedicated(self) -> str | None:
        """Whose models alone the text says that its plans run: 只跑 codex 分组, Codex 专用, 都是 codex 可用, Claude only."""
        if len(self.providers) != 1:
            return None
        for name in self.products[:_FEW]:
            start, end = self.tokens[name.start].start, self.tokens[name.end - 1].end
            before, after = self.plain[max(0, start - _BESIDE) : start], self.plain[end : end + _BESIDE]
            if _ONLY.search(before) or _FOR_ONE.match(after):
                return name.provider
        return None

    def provider(self) -> str | None:
        """Give the one provider that the text names, `multi` for several, None for none."""
        return one_provider(self.providers)


def one_provider(providers: frozenset[str] | set[str]) -> str | None:
    """Give the only one, `multi` for several, None for none."""
    if len(providers) > 1:
        return "multi"
    return next(iter(providers), None)


__all__ = ["CLAUSE_MARKS", "COMMA_MARKS", "Scene", "Token", "currency_of", "one_provider"]
