"""How much the words are those of somebody with nothing to sell: a buyer, an asker, a judge of the market."""

from __future__ import annotations

from functools import cache

from crawlers.reading.glyphs import simple_han
from crawlers.reading.lexicon.stances import STANCES
from crawlers.reading.lexicon.telling import OFFERED
from crawlers.reading.scene import Scene
from crawlers.reading.tokens import lower
from crawlers.reading.triggers import Filters
from crawlers.reading.vocabulary import entries_of

_READ = 6000
"""Characters that are read: who speaks is plain from the first of them."""
_HEAD = 3
_LETS_GO = frozenset(
    {
        "selling",
        "wts",
        "出售",
        "转让",
        "продаю",
        "продам",
        "vendo",
        "verkaufe",
        "satılık",
        *entries_of(OFFERED),
    }
)
_FEW_LINES = 2
_FEW_WORDS = 2
_PATTERNS = tuple(
    (name, weight, pattern) for name, (weight, patterns) in STANCES.items() for pattern in patterns
)


@cache
def _stances() -> Filters:
    return Filters([simple_han(pattern) for _, _, pattern in _PATTERNS])


def lets_go(scene: Scene) -> bool:
    """Tell whether an owner says that he hands on what is his: who does may tell how he came by it."""
    return any(scene.tokens[at].entry in _LETS_GO for at in scene.tag_positions.get("OFFERS", ()))


def names_his_price(scene: Scene) -> bool:
    """Tell whether what an owner who sells looks for is money: selling my Max account, looking for 90 bucks."""
    looks = [
        at for at in scene.places("WANTED", 0, len(scene.tokens)) if scene.tokens[at].entry == "looking for"
    ]
    paid = {quantity.start for quantity in scene.quantities if quantity.kind == "money"}
    return lets_go(scene) and bool(looks) and all(paid & {at + 1, at + 2} for at in looks)


def stance_against(scene: Scene, *, shares: bool, reached: bool) -> int:
    """Give the weight of the stances that a text takes, each pattern once; 0 where a seller may speak.

    Who sells what he buys too buys nothing here, nor who looks for people to share with (`shares`); a list of
    questions with their answers asks nobody. Sellers who name a way to reach them (`reached`) write sentences too.
    """
    body = lower(scene.plain[:_READ])
    left = set()
    if shares or scene.has("BOTH"):
        left.add("buys")
    if scene.has("OFFERS", 0, _HEAD) or lets_go(scene):
        left.add("paid")  # 出自用 Plus, 我买了三个月; продам, брал за свои
    if names_his_price(scene):
        left.add("buys")
    if "a:" in body and "q:" in body:
        left.add("asks")
    hits = [_PATTERNS[at] for at in _stances().match(body.encode("utf-8", "replace"))]
    told = [weight for name, weight, _ in hits if name == "told"]
    taken = sum(weight for name, weight, _ in hits if name not in left and name != "told")
    # One word of a sentence stands in advertisements too, and lines of a list may hold some by chance.
    prose = not reached and scene.codes.count("n") <= _FEW_LINES and (taken or len(told) > _FEW_WORDS)
    return taken + (sum(told) if prose else 0)
