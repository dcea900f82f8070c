"""One price for each of several plans: Plus / Claude Pro 统一 99, any of these for $8: A, B, masing-masing Rp 110.000."""

from __future__ import annotations

from crawlers.reading.lexicon.roles import AND_OR
from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_EACH = frozenset(
    ["统一", "一律", "均", "均为", "均价", "都", "都是", "各", "每个", "任选", "全部", "each", "apiece", "masing-masing", "masing", "jeweils", "je", "cada", "chacun", "chaque", "ciascuno", "każdy", "biri", "mỗi", "по", "одинаково"]
)  # fmt: skip
_LISTED = frozenset(",/|+&、")
_WORDS = AND_OR | {"e", "ou", "et", "ve", "veya"}
_REACH = 8
_MOST = 8


def alike_names(scene: Scene, quantity: Quantity) -> list[Product]:
    """Give the plans of a list that one price is for, each once; fewer than two are none."""
    start, end = scene.line_of(quantity.start)
    before = _run(scene, scene.products_in(start, quantity.start), backwards=True)
    if len(before) > 1 and _says_each(scene, before[-1].end, quantity):
        return before
    after = _run(scene, scene.products_in(quantity.end, end), backwards=False)
    leads = ("any of", "each of", "任选", "以下", "任意")
    if len(after) > 1 and any(word in scene.words(start, quantity.start).lower() for word in leads):
        return after
    return []


def _says_each(scene: Scene, start: int, quantity: Quantity) -> bool:
    """Tell whether a word for each stands between the names and the price, or right after it."""
    if quantity.start - start > _REACH:
        return False
    near = [*range(start, quantity.start), quantity.end]
    return any(scene.tokens[at].words in _EACH for at in near if at < len(scene.tokens))


def _run(scene: Scene, names: list[Product], *, backwards: bool) -> list[Product]:
    """Give the plans of one list: nothing but its marks stand between them."""
    names = names[-_MOST:] if backwards else names[:_MOST]
    found: list[Product] = []
    for name in reversed(names) if backwards else names:
        beside = found[-1] if found else None
        if beside is not None:
            gap = range(name.end, beside.start) if backwards else range(beside.end, name.start)
            if any(scene.codes[at] not in _LISTED and scene.tokens[at].words not in _WORDS for at in gap):
                break
        if name.level != "plan" or not name.slug:
            break
        found.append(name)
    slugs = {name.slug for name in found}
    return (found[::-1] if backwards else found) if len(slugs) == len(found) > 1 else []
