"""A reseller's own plans that are named like a maker's tiers: Lite, Plus, Pro, Max under one heading."""

from __future__ import annotations

from crawlers.reading.product import Product
from crawlers.reading.tokens import Token

_SIZES = frozenset(
    [
        "lite",
        "mini",
        "std",
        "standard",
        "basic",
        "starter",
        "start",
        "small",
        "medium",
        "large",
        "trial",
        "hobby",
        "solo",
        "micro",
        "nano",
        "light",
        "advanced",
        "premium",
        "ultimate",
        "vip",
        "svip",
        "入门",
        "入门版",
        "入门档",
        "基础",
        "基础版",
        "标准",
        "标准版",
        "体验",
        "体验版",
        "轻享",
        "轻量",
        "轻量版",
        "进阶",
        "进阶版",
        "尊享",
        "尊享版",
        "旗舰",
        "旗舰版",
        "企业",
        "企业版",
        "个人",
        "个人版",
        "畅享",
        "畅享版",
        "豪华版",
        "старт",
        "стартовый",
        "базовый",
        "базовая",
        "стандарт",
        "лайт",
        "мини",
        "básico",
        "básica",
        "basico",
        "estándar",
        "padrão",
        "inicial",
        "grundlegend",
        "klein",
        "einsteiger",
        "débutant",
        "essentiel",
        "temel",
        "başlangıç",
        "standart",
        "cơ_bản",
        "dasar",
        "pemula",
        "podstawowy",
        "ライト",
        "スタンダード",
        "ベーシック",
        "라이트",
        "스탠다드",
        "베이직",
        "เริ่มต้น",
        "أساسي",
        "پایه",
    ]
)
_MARKS = frozenset("|-.:e(`*+#")
_LEAST_LINES = 2


def without_own_tiers(tokens: list[Token], codes: str, products: list[Product]) -> list[Product]:
    """Leave out tiers that open their lines where others open with a size: then the list is of the seller's own plans."""
    bare = [name for name in products if name.level == "plan" and "BRAND" not in tokens[name.start].tags]
    if not bare or "n" not in codes:
        return products
    firsts = _first_words(tokens, codes)
    sized = sum(tokens[at].words in _SIZES for at in firsts)
    tiers = {name.start for name in bare if name.start in firsts}
    if not sized or not tiers or sized + len(tiers) < _LEAST_LINES:
        return products
    return [name for name in products if name.start not in tiers]


def _first_words(tokens: list[Token], codes: str) -> set[int]:
    """Give the first word of each line in which a number stands."""
    found: set[int] = set()
    start = 0
    for end in (*(at for at, code in enumerate(codes) if code == "n"), len(codes)):
        at = start
        while at < end and (codes[at] in _MARKS or not tokens[at].words[:1].isalnum()):
            at += 1
        if at < end and tokens[at].words in _LEADS:
            at += 1
            while at < end and not tokens[at].words[:1].isalnum():
                at += 1
        if at < end and "N" in codes[at:end]:
            found.add(at)
        start = end + 1
    return found


_LEADS = frozenset({"тариф", "план", "пакет", "plan", "gói", "paket", "套餐", "pack", "plano", "forfait"})
