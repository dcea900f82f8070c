"""Goods that are plainly on sale without a number, and what is given away."""

from __future__ import annotations

from crawlers.reading.rates import Rate
from crawlers.reading.scene import Scene


def read_unpriced(scene: Scene, found: list[Rate]) -> list[Rate]:
    """Read offers without a price."""
    del scene, found
    return []
