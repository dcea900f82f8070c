"""Whether a text sells at all: news, questions, manuals and official price lists name goods and prices too."""

from __future__ import annotations

from crawlers.reading.rates import Rate
from crawlers.reading.scene import Scene


def _count(scene: Scene, tag: str) -> int:
    return len(scene.tag_positions.get(tag, ()))


def sells(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether what was found is on sale here, by the words for and against it."""
    against = (
        2 * _count(scene, "WANTED")
        + 2 * _count(scene, "NEWS")
        + 2 * _count(scene, "DOCS")
        + 2 * _count(scene, "EXPERIENCE")
    )
    against += 3 * _count(scene, "OFFICIALTABLE")
    if not against:
        return True
    rates = any(rate.offer.group is not None or rate.offer.per == "usd_credit" for rate in found)
    supports = _count(scene, "SELLS") + (3 if rates else 0) + _count(scene, "ASK") + _count(scene, "STOCK")
    return supports >= against
