"""Names of what is sold, read from tokens: brand, then tier or model, then the number that belongs to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from crawlers.reading.lexicon.products import (
    CLIENTS,
    PICTURES,
    PLAN_SLUGS,
    POOL_HOME,
    SUFFIXES,
    SUPERGROK,
    TIER_HOME,
)
from crawlers.reading.tokens import Token
from crawlers.reading.versions import MEMBERS, TIERS_X, VersionReader
from crawlers.reading.vocabulary import BRAND_OF, MODEL_OF, TIER_OF

_HEAD = re.compile("[bN]|xN")
"""What a name begins with: a word of the tables, 20x, x5."""
_FILLERS = frozenset(
    {"-", "_", "code", "官方", "ai", "(", "的", "gói", "正规", "订阅", "会员", "账号", "'", "grok"}
)
_LISTED = frozenset(("&", "+", ",", "/", "and", "dan", "e", "or", "und", "ve", "và", "y", "|", "и", "و", "、", "和", "或", "，"))  # fmt: skip
_SERIES = frozenset(
    {"系列", "系", "全系", "全系列", "series", "family", "시리즈", "シリーズ", "серия", "линейка"}
)
_UNVERSIONED = frozenset({"codex", "cc", "claude code", "codex cli", "claude-code", "anthropic", "openai"})
_CLIENT_IN = frozenset({"trong", "in", "inside", "в", "di", "içinde", "dentro", "仅限", "适配", "within"})


@dataclass(frozen=True, slots=True)
class Product:
    """One name: tokens `start` to `end`, whose it is, and the slug where a plan or model is named.

    `level` is brand, plan, model or pool (a group named after a tier); `weak` a tier that another name must back.
    """

    start: int
    end: int
    provider: str | None
    slug: str | None
    level: str
    brand: str = ""
    weak: bool = False
    client: bool = False


class ProductReader(VersionReader):
    """Finds the names in one text's tokens, from left to right."""

    def __init__(self, tokens: list[Token], codes: str, language: str | None) -> None:
        self.language = language
        super().__init__(tokens, codes)
        self.found: list[Product] = []
        self._brand: Product | None = None

    def read(self) -> list[Product]:
        """Read all names; each token belongs to one at most."""
        at = 0
        codes = self.codes
        while (head := _HEAD.search(codes, at)) is not None:
            at = head.start()
            product = self._name_at(at) if codes[at] == "b" else self._tier_number_at(at)
            if product is None:
                at += 1
                continue
            self._keep(product)
            at = product.end
        return _with_versions(self.found)

    def _keep(self, product: Product) -> None:
        self.found.append(product)
        if product.brand:
            self._brand = product

    def _name_at(self, at: int) -> Product | None:
        token = self.tokens[at]
        if "BRAND" in token.tags:
            if token.entry in ("cx", "gm") and not self._heads_group(at):
                return None
            if token.entry == "cc" and self._in_handle(at):
                return None
            if token.entry == "cc" and self.language not in ("zh", "zh-Hant") and not self._beside_brand(at):
                return None
            return self._branded(at, token.entry)
        if "MODEL" in token.tags:
            return self._model(at, MODEL_OF[token.entry], token.entry, at)
        return self._bare_tier(at, TIER_OF[token.entry])

    def _beside_brand(self, at: int) -> bool:
        beside = self.codes[max(0, at - 2) : at] + self.codes[at + 1 : at + 3]
        return "b" in beside or "G" in beside

    def _branded(self, at: int, entry: str) -> Product:
        provider = BRAND_OF[entry]
        brand = entry if provider == "other" else provider
        end = at + 1
        after = self._skip(end)
        token = self.tokens[after] if after < len(self.tokens) else None
        if entry in SUPERGROK or entry in PICTURES:
            return self._own_brand(at, provider, entry, token)
        if token is not None and "MODEL" in token.tags:
            return self._model(at, provider, token.entry, after)
        if token is not None and "TIER" in token.tags:
            return self._plan(at, provider, brand, TIER_OF[token.entry], after + 1)
        versioned = None if entry in _UNVERSIONED else self._versioned(at, provider, entry, end)
        if versioned is not None:
            return versioned
        tier = self._tier_number(after)
        if tier and provider in ("anthropic", "openai"):
            family = "max" if provider == "anthropic" else "pro"
            return Product(at, tier[1], provider, PLAN_SLUGS[provider, f"{family}-{tier[0]}"], "plan", brand)
        client = entry in CLIENTS and at > 0 and self.tokens[at - 1].words in _CLIENT_IN
        return Product(at, end, provider, None, "brand", brand, client=client)

    def _own_brand(self, at: int, provider: str, entry: str, after: Token | None) -> Product:
        """Read names whose brand is the plan or the family itself: SuperGrok Heavy, gpt-image-2, nano-banana-pro."""
        end = at + 1
        if entry in SUPERGROK:
            heavy = after is not None and after.entry == "heavy"
            slug = PLAN_SLUGS["xai", "heavy" if heavy else "supergrok"]
            return Product(at, self._skip(end) + 1 if heavy else end, provider, slug, "plan", provider)
        family = entry.replace(" ", "-")
        if (
            self.codes[end : end + 1] == "-"
            and self.codes[end + 1 : end + 2]
            and self.tokens[end + 1].words in SUFFIXES
        ):
            return Product(at, end + 2, provider, f"{family}-{self.tokens[end + 1].words}", "model", provider)
        version, stop = self._version(end)
        if not version:
            return Product(at, end, provider, None, "brand", provider)
        return Product(at, stop, provider, f"{family}-{version}", "model", provider)

    def _skip(self, at: int) -> int:
        limit = at + 2
        while at < min(limit, len(self.tokens)) and self.tokens[at].words in _FILLERS:
            at += 1
        return at

    def _plan(self, start: int, provider: str, brand: str, tier: str, end: int) -> Product:
        number = self._tier_number(end) if tier in ("max", "pro") else None
        if number is None and end < len(self.tokens) and self.tokens[end].words in MEMBERS and tier == "max":
            number = self._tier_number(end + 1)
        if number and provider in ("anthropic", "openai"):
            family = "max" if provider == "anthropic" else "pro"
            return Product(
                start, number[1], provider, PLAN_SLUGS.get((provider, f"{family}-{number[0]}")), "plan", brand
            )
        if self._is_pool(end):
            return Product(start, end, provider, None, "pool", brand)
        slug = PLAN_SLUGS.get((provider if provider != "other" else brand, tier))
        return Product(start, end, provider, slug, "plan", brand)

    def _is_pool(self, at: int) -> bool:
        if self.codes[at : at + 1] in ("/", ","):  # plus/pro 号池
            at += 2
        return self.codes[at : at + 1] == "G" or (
            self.codes[at : at + 1] == "w" and self.codes[at + 1 : at + 2] == "G"
        )

    def _versioned(self, start: int, provider: str, entry: str, at: int) -> Product | None:
        version, end = self._version(at)
        if not version:
            return None
        family = {"openai": "gpt", "anthropic": "claude", "google": "gemini", "xai": "grok"}.get(
            provider, entry
        )
        if provider == "other":
            return Product(start, end, provider, None, "brand", entry)
        if self.codes[end : end + 2] == "/N" and "." in self.tokens[end + 1].words:
            return Product(start, end + 2, provider, None, "brand", provider)  # Gemini 2.5/3.1
        whole = end < len(self.tokens) and self.tokens[end].words in _SERIES
        if whole:  # gpt5 系列: all of them
            return Product(start, end + 1, provider, None, "brand", provider)
        return Product(start, end, provider, f"{family}-{version}", "model", provider)

    def _model(self, start: int, provider: str, family: str, at: int) -> Product:
        version, end = self._version(at + 1)
        prefix = {"anthropic": "claude", "google": "gemini"}.get(provider, provider)
        slug = f"{prefix}-{family}" + (f"-{version}" if version else "")
        return Product(start, end if version else at + 1, provider, slug, "model", provider)

    def _bare_tier(self, at: int, tier: str) -> Product | None:  # noqa: C901, PLR0911 - a line a case
        most = tier == "max" and self.codes[at + 1 : at + 3] == "Ns"
        if self._in_handle(at):
            return None
        if most or (at and "UNRELATED" in self.tokens[at - 1].tags):  # max 6 users, Canva Pro
            return None
        token = self.tokens[at]
        if self._is_pool(at + 1) and tier in POOL_HOME:
            return Product(at, at + 1, POOL_HOME[tier], None, "pool", POOL_HOME[tier])
        if (
            self._continues_list(at)
            and self._brand is not None
            and (tier != "plus" or self._brand.brand == "openai")
        ):
            brand = self._brand
            return replace(
                self._plan(at, brand.provider or "other", brand.brand, tier, at + 1), brand=brand.brand
            )
        if self.codes[at - 2 : at] == "c(":  # 月度档(plus): the shop's own tier
            return None
        home = TIER_HOME.get(tier)
        if tier == "free" and self._brand is not None:  # 普号 under GPT
            return Product(at, at + 1, self._brand.provider, None, "plan", self._brand.brand)
        if home is None:
            return self._backed_tier(at, tier)
        if token.words.isascii() and not self._among_goods(at):
            return None
        return replace(self._plan(at, home, home, tier, at + 1), weak=tier in ("max", "team"))

    def _heads_group(self, at: int) -> bool:
        """Tell whether two letters open a group's name in a list: cx-pro, gm-vertex."""
        glued = self.codes[at + 1 : at + 2] == "-" and self.tokens[at + 1].start == self.tokens[at].end
        return glued and at > 0 and self.codes[at - 1] in "n|(`"

    def _backed_tier(self, at: int, tier: str) -> Product | None:
        brand = self._brand
        if brand is None or tier == "free" or not self._among_goods(at):
            return None
        return replace(self._plan(at, brand.provider or "other", brand.brand, tier, at + 1), weak=True)

    def _of_max(self) -> bool:
        """Tell whether the plan named last is one that comes in two sizes."""
        return bool(self.found) and (self.found[-1].slug or "").startswith(("claude-max", "chatgpt-pro"))

    def _continues_list(self, at: int) -> bool:
        return (
            at > 1
            and self.tokens[at - 1].words in _LISTED
            and bool(self.found)
            and self.found[-1].end >= at - 1
        )  # fmt: skip

    def _among_goods(self, at: int) -> bool:
        """Tell whether a bare tier stands where goods do: at a line's start, by a number, or by Chinese words."""
        if at == 0:
            return True
        before, after = self.tokens[at - 1], self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        codes = self.codes
        if (
            codes[at - 1] in "NCn|eK"
            or codes[max(0, at - 2) : at] == "Nx"
            or (after is not None and codes[at + 1] in "NCn>")
        ):
            return True
        return not before.words.isascii() or (after is not None and not after.words.isascii())

    def _tier_number_at(self, at: int) -> Product | None:
        """Read 20x or x5 that stands alone; its brand is the one named last, else Claude's."""
        number = self.tokens[at if self.codes[at] == "N" else at + 1]
        if number.number not in TIERS_X:
            return None
        tier = self._tier_number(at)
        if (
            tier is None
            or not ("x" in self.codes[at : tier[1]] or (self._says_times(at + 1) and self._of_max()))
            or self.codes[tier[1] : tier[1] + 1] in ("R", "x")
        ):
            return None
        brand = self._brand.brand if self._brand else "anthropic"
        if brand not in ("anthropic", "openai"):
            return None
        family = "max" if brand == "anthropic" else "pro"
        end = tier[1] + self._ends_in_family(tier[1], family)
        return Product(at, end, brand, PLAN_SLUGS.get((brand, f"{family}-{tier[0]}")), "plan", brand)

    def _ends_in_family(self, at: int, family: str) -> bool:
        """Tell whether the family's name follows its size: 20x Max ¥999 | 5x Max ¥520."""
        named = at < len(self.tokens) and TIER_OF.get(self.tokens[at].entry) == family
        return named and self._tier_number(at + 1) is None


def _with_versions(found: list[Product]) -> list[Product]:
    """Give a model named without its version the one that the text names elsewhere, where it names only one."""
    bare = {
        name.slug for name in found if name.level == "model" and name.slug and not name.slug[-1].isdigit()
    }
    if not bare:
        return found
    full = {
        slug: {n.slug for n in found if n.slug and n.slug.startswith(f"{slug}-")} for slug in bare if slug
    }
    return [
        replace(name, slug=next(iter(full[name.slug])))
        if name.slug in bare and len(full[name.slug]) == 1
        else name
        for name in found
    ]


def read_products(tokens: list[Token], codes: str, language: str | None = None) -> list[Product]:
    """Find every product, model and brand that the tokens name."""
    return ProductReader(tokens, codes, language).read()
