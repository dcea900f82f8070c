"""How much the words are those of somebody with nothing to sell: a buyer, an asker, a judge of the market."""

from __future__ import annotations

from functools import cache

from crawlers.reading.glyphs import simple_han
from crawlers.reading.lexicon.stances import STANCES
from crawlers.reading.scene import Scene
from crawlers.reading.tokens import lower
from crawlers.reading.triggers import Triggers

_READ = 6000
"""Characters that are read: who speaks is plain from the first of them."""
_HEAD = 3
_PATTERNS = tuple(
    (name, weight, pattern) for name, (weight, patterns) in STANCES.items() for pattern in patterns
)


@cache
def _stances() -> Triggers:
    return Triggers([simple_han(pattern) for _, _, pattern in _PATTERNS], case_sensitive=True, few=False)


def stance_against(scene: Scene, *, shares: bool) -> int:
    """Give the weight of the stances that a text takes, each pattern once; 0 where a seller may speak.

    Who sells what he buys too buys nothing here, nor who looks for people to share with (`shares`); a list of
    questions with their answers asks nobody.
    """
    body = lower(scene.plain[:_READ])
    left = set()
    if shares or scene.has("BOTH"):
        left.add("buys")
    if scene.has("OFFERS", 0, _HEAD):
        left.add("paid")  # 出自用 Plus, 我买了三个月; продам, брал за свои
    if "a:" in body and "q:" in body:
        left.add("asks")
    hits = _stances().match(body.encode("utf-8", "replace"))
    return sum(_PATTERNS[at][1] for at in hits if _PATTERNS[at][0] not in left)
