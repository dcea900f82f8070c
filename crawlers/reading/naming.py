"""Which of the names in a text a number belongs to."""

from __future__ import annotations

from dataclasses import replace

from crawlers.reading.product import Product
from crawlers.reading.scene import Scene, one_provider

_LIST_GAP = 2
_HEADED_ROWS = 6
_HEADING_CODES = frozenset("be()-:*#kG|")
"""What a heading holds beside the name: signs, brackets, the word for a group."""
_CHANNELS = frozenset({"kiro", "windsurf", "augment", "trae", "cursor", "copilot"})
_UNNAMED_GROUPS = frozenset({"vip", "svip", "default", "默认", "anti", "反重力", "antigravity"})


def last_run(products: list[Product]) -> list[Product]:
    """Give the last names that stand side by side, as in `claude转codex` or `GPT/Claude`."""
    run: list[Product] = []
    for product in reversed(products):
        if run and run[-1].start - product.end > _LIST_GAP:
            break
        run.append(product)
    return run[::-1]


def first_run(products: list[Product]) -> list[Product]:
    """Give the first names that stand side by side."""
    run: list[Product] = []
    for product in products:
        if run and product.start - run[-1].end > _LIST_GAP:
            break
        run.append(product)
    return run


def name_of(products: list[Product]) -> tuple[str | None, str | None]:
    """Give provider and slug of names that share one number; a slug only where it is the one named."""
    named = [product for product in products if not product.client] or products
    provider = one_provider({product.provider for product in named if product.provider})
    slugs = {product.slug if product.level == "model" else None for product in named}
    slug = slugs.pop() if len(slugs) == 1 else None
    return provider, slug if provider != "multi" else None


def names_for(scene: Scene, at: int, floor: int, ceiling: int) -> list[Product]:
    """Give the names of the number at token `at`: before it since `floor`, else after it up to `ceiling`.

    Else those of the line above that ends in a colon; an empty list where no name is near.
    """
    sentence, _ = scene.clause_of(at)
    for start in (max(sentence, floor), -1, floor):
        if start >= 0 and _only_kiro(scene, start, at):
            return _only_kiro(scene, start, at)
        after = (
            [name for name in _names(scene, at, ceiling) if not _is_excepted(scene, name)]
            if start < 0
            else []
        )
        near = first_run(after) if start < 0 else _last_of(scene, start, at)
        if near:
            return near
    return heading_names(scene, at)


def _last_of(scene: Scene, start: int, at: int) -> list[Product]:
    """Give the last names side by side, those before a comma and a word left out: 提供 GPT 中转，Claude 低至."""
    run = last_run(_names(scene, start, at))
    for place in range(len(run) - 1, 0, -1):
        between = scene.codes[run[place - 1].end : run[place].start]
        if len(between) > 1 and not _CLAUSE_ENDS.isdisjoint(between):
            return run[place:]
    return run


_CLAUSE_ENDS = frozenset(",.;")


_EXCEPT_BEFORE = frozenset(
    {
        "except",
        "excluding",
        "кроме",
        "крім",
        "außer",
        "salvo",
        "exceto",
        "sauf",
        "tranne",
        "除了",
        "除",
        "kecuali",
        "trừ",
        "oprócz",
    }
)
_EXCEPT_AFTER = frozenset({"除外", "例外", "不含", "不包含", "excluded", "excepted", "hariç", "以外"})


def _is_excepted(scene: Scene, name: Product) -> bool:
    """Tell whether a name is the one that a number before it is not of: 全站 2.8 折，Opus 除外."""
    before = scene.tokens[name.start - 1].words if name.start else ""
    after = scene.tokens[name.end].words if name.end < len(scene.tokens) else ""
    return before in _EXCEPT_BEFORE or after in _EXCEPT_AFTER


def _names(scene: Scene, start: int, end: int) -> list[Product]:
    return [
        product for product in scene.products_in(start, end) if not product.client and not is_channel(product)
    ]


def _only_kiro(scene: Scene, start: int, end: int) -> list[Product]:
    """Give Kiro where it alone names a group: what runs through it is Claude."""
    names = scene.products_in(start, end)
    if not names or any(name.brand != "kiro" for name in names):
        return []
    return [replace(names[-1], provider="anthropic", slug=None)]


def is_channel(product: Product) -> bool:
    """Tell whether a name only says by which way another provider's models are reached (kiro, windsurf)."""
    return product.brand in _CHANNELS and product.level == "brand"


def heading_names(scene: Scene, at: int) -> list[Product]:
    """Give the names in the nearest line above that ends in a colon (`claude:` over a list of groups)."""
    start, end = scene.line_of(at)
    headed = heading_above(scene, start, end)
    if headed:
        return headed
    for _ in range(6):
        if start == 0:
            return []
        above, end = scene.line_of(start - 1)
        if end > above and scene.codes[end - 1] == ":":
            return _names(scene, above, end)
        start = above
    return []


def heading_above(scene: Scene, start: int, end: int) -> list[Product]:
    """Give the names that a line of their own above a list gives to the lines below it, which name nobody."""
    if scene.products_in(start, end):
        return []
    for _ in range(_HEADED_ROWS):
        if not start:
            return []
        start, end = scene.line_of(start - 1)
        names = scene.products_in(start, end)
        if names:
            alone = _HEADING_CODES.issuperset(scene.codes[start:end])
            return names if alone and len(names) == 1 else []
    return []


def stands_unnamed(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the words name a group of the station's own (vip), which belongs to no provider."""
    return any(token.words in _UNNAMED_GROUPS for token in scene.tokens[start:end])
