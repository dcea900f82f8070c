"""The numbers that belong to a name: a model's version, a plan's tier."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.lexicon.abroad import TIER_TIMES
from crawlers.reading.lexicon.products import SUFFIXES
from crawlers.reading.tokens import Token

TIERS_X = {Decimal(5): "5x", Decimal(20): "20x"}
_ZERO = Decimal(0)
_LEAST_OF_FAMILY: dict[str, Decimal] = {
    "opus": Decimal(3),
    "sonnet": Decimal(3),
    "haiku": Decimal(3),
    "claude": Decimal(2),
    "mythos": Decimal(2),
    "flash": Decimal("1.5"),
    "gemini": Decimal("1.5"),
    "gpt": Decimal(3),
}
"""The first version of each family: a lower number after its name is a rate (opus 1.2)."""
_GREATEST = Decimal(20)
MEMBERS = frozenset({"会员", "订阅", "套餐", "账号"})
_TIERS_DOLLARS = {Decimal(100): "5x", Decimal(200): "20x"}
_CREDIT_REACH = 4
_OLDEST_VERSION = Decimal(10)
_LEAST_DOTTED = 2
_FAR = 3
DOLLAR_SIGNS = frozenset({"刀", "$", "美金", "美元", "usd", "美刀"})
_NO_VERSION = frozenset("xZ%CRKmsp=:")
"""What follows a number that is a rate or a price, not a version."""


class VersionReader:
    """Reads the numbers after names in one text's tokens."""

    def __init__(self, tokens: list[Token], codes: str) -> None:
        self.tokens = tokens
        self.codes = codes

    def _tier_number(self, at: int) -> tuple[str, int] | None:
        """Read 20x, x20, 20, 200刀, (20x) after a name; give the tier and the token after it."""
        codes = self.codes
        bracket = codes[at : at + 1] == "("
        if codes[at : at + 1] in ("(", "-", "_") and at + 1 < len(codes):
            at += 1
        if codes[at : at + 2] == "xN":
            tier = TIERS_X.get(self.tokens[at + 1].number or Decimal(0))
            return (tier, at + 2) if tier else None
        if codes[at : at + 1] != "N":
            return None
        number = self.tokens[at].number or Decimal(0)
        times = codes[at + 1 : at + 2] == "x" and (
            self.tokens[at + 1].words != "倍" or self._is_tier_in_words(at, number)
        )
        if number in TIERS_X and (times or self._says_times(at + 1)):
            return TIERS_X[number], at + 2
        if bracket:
            return None
        glued = at > 0 and self.tokens[at - 1].end == self.tokens[at].start
        if (
            glued
            and self.tokens[at - 1].words[-1].isalpha()
            and number in TIERS_X
            and codes[at + 1 : at + 2] not in ("C", "K", "Z")
        ):
            return TIERS_X[number], at + 1
        return self._dollar_tier(number, at)

    def _says_times(self, at: int) -> bool:
        """Tell whether a word after 5 or 20 counts the smaller plan: 20배, ۲۰ برابر."""
        return at < len(self.tokens) and self.tokens[at].words in TIER_TIMES

    def _is_tier_in_words(self, at: int, number: Decimal) -> bool:
        """Tell whether 倍 names a plan's tier, not a multiplier: Max 20倍, Max 会员 5倍."""
        return number == _GREATEST or self.tokens[at - 1].words in MEMBERS

    def _dollar_tier(self, number: Decimal, at: int) -> tuple[str, int] | None:
        tier = _TIERS_DOLLARS.get(number)
        if tier is None or any(
            "CREDIT" in token.tags for token in self.tokens[max(0, at - _CREDIT_REACH) : at]
        ):
            return None  # kredit API Claude 100$
        follows = self.codes[at + 1 : at + 2]
        if follows == "C":
            dollars = self.tokens[at + 1].entry in DOLLAR_SIGNS
            credit = at + 2 < len(self.tokens) and "CREDIT" in self.tokens[at + 2].tags  # Codex 200刀额度
            return (tier, at + 2) if dollars and not credit else None
        return None if follows in ("K", "/") else (tier, at + 1)

    def _in_handle(self, at: int) -> bool:
        """Tell whether a tier is a part of somebody's name: qinghe_biz, pro_akk."""
        token = self.tokens[at]
        glued = at > 1 and self.tokens[at - 1].end == token.start
        host = glued and self.codes[at - 1] == "." and self.tokens[at - 2].end == self.tokens[at - 1].start
        if host and self.codes[at - 2] == "w" and self.tokens[at - 2].words.isascii():
            return True  # foo-hub.cc
        if (
            self.codes[at + 1 : at + 3] == "Nw"
            and self.tokens[at + 1].start == token.end
            and self.tokens[at + 2].start == self.tokens[at + 1].end
            and self.tokens[at + 2].words.isascii()
        ):
            return True  # max4ren
        before = glued and self.codes[at - 1] == "_"
        after = self.codes[at + 1 : at + 2] == "_" and self.tokens[at + 1].start == token.end
        return before or after

    def _version(self, at: int) -> tuple[str, int]:
        """Read the version that follows a name (`-5.5`, ` 4.6`, `4o`), and its suffixes."""
        tokens, codes = self.tokens, self.codes
        if codes[at : at + 1] in ("-", "_"):
            at += 1
        mark = "v" if self._is_version_mark(at) else ""
        at += len(mark)
        if codes[at : at + 1] != "N" or not tokens[at].words[0].isascii():
            return "", at
        token = tokens[at]
        if not 1 <= (token.number or 0) < _OLDEST_VERSION or "," in token.words or len(token.words) > 4:  # noqa: PLR2004 - 3.5, 4.75
            return "", at
        after = codes[at + 1 : at + 2]
        if self._is_figure(at) or (token.number or 0) < _LEAST_OF_FAMILY.get(tokens[at - 1].entry, _ZERO):
            return "", at
        gap = token.start - tokens[at - 1].end
        if gap > 1 or (
            "." not in token.words and gap and after not in ("", "n", ",", ".", "w", "|", "(", "/", "b", "+")
        ):
            return "", at
        version, end = mark + token.words, at + 1
        if codes[end : end + 2] == "-N" and self._dashed(at):
            version, end = f"{version}.{tokens[end + 1].words}", end + 2
        if end < len(tokens) and tokens[end].words == "o" and tokens[end].start == token.end:
            version, end = version + "o", end + 1
        return self._suffixes(version, end)

    def _is_figure(self, at: int) -> bool:
        """Tell whether what follows makes the number a rate or a price: `codex 1.2一刀`, `claude 0.7x`."""
        codes, after = self.codes, self.codes[at + 1 : at + 2]
        if after == ":" and codes[at - 1] == "-" and self.tokens[at - 1].end == self.tokens[at].start:
            return False  # gpt-image-2: 0.06
        if after == "N" and codes[at + 2 : at + 3] == "C":
            return self.tokens[at].start > self.tokens[at - 1].end and not self._price_of_its_own(at)
        if after == ">" and codes[at + 2 : at + 3] == "N":
            return not self._falls_far(at)  # 分组 claude 1.4 → 1.2
        dotted = "." in self.tokens[at].words and (self.tokens[at].number or 0) >= _LEAST_DOTTED
        if dotted and (after == ":" or codes[at + 1 : at + 3] == "xN"):
            return False  # gpt-5.5: 0.06, opus 4.8 ×1.4
        if dotted and codes[at + 1 : at + 3] in ("RN", "R:"):
            return False  # GPT-5.5 倍率 0.1
        return after in _NO_VERSION and not self._spaced_tier(at) and not self._price_follows(at)

    def _falls_far(self, at: int) -> bool:
        """Tell whether the figure after an arrow is less than a third of one before it: Sonnet 4.6 降到 0.5 names a version."""
        first, second = self.tokens[at], self.tokens[at + 2]
        return "." in first.words and (second.number or _ZERO) * _FAR < (first.number or _ZERO)

    def _price_of_its_own(self, at: int) -> bool:
        """Tell whether a price apart follows: opus 4.8 3元, but not codex 1.2 一刀."""
        number, sign = self.tokens[at + 1], self.tokens[at + 2]
        dollar = sign.entry in DOLLAR_SIGNS and number.number == 1
        return "." in self.tokens[at].words and number.start > self.tokens[at].end and not dollar

    def _is_version_mark(self, at: int) -> bool:
        tokens = self.tokens
        glued = self.codes[at + 1 : at + 2] == "N" and tokens[at].end == tokens[at + 1].start
        return glued and tokens[at].words == "v"

    def _price_follows(self, at: int) -> bool:
        """Tell whether a price with its sign before it follows a version: `gpt-5.5: $0.60`, `opus 4.8 ¥8`."""
        tokens, codes = self.tokens, self.codes
        if "." not in tokens[at].words:
            return False
        sign = at + 2 if codes[at + 1] == ":" else at + 1
        if codes[sign : sign + 2] != "CN" or tokens[sign + 1].start != tokens[sign].end:
            return False
        return tokens[sign].start > tokens[sign - 1].end and not tokens[sign].words.isalpha()

    def _dashed(self, at: int) -> bool:
        """Tell whether 4-8 is a version written with a dash: two lone figures, glued on both sides."""
        first, dash, second = self.tokens[at : at + 3]
        glued = first.end == dash.start and dash.end == second.start
        return glued and len(first.words) == 1 and len(second.words) == 1

    def _spaced_tier(self, at: int) -> bool:
        return self.tokens[at + 1].words == "r" and self.tokens[at + 1].start > self.tokens[at].end

    def _suffixes(self, version: str, end: int) -> tuple[str, int]:
        while (
            end + 1 < len(self.tokens)
            and self.codes[end] in ("-", "_")
            and self.tokens[end + 1].words in SUFFIXES
        ):
            version += f"-{self.tokens[end + 1].words}"
            end += 2
        return version, end
