"""Two thousand rendered pages in one child: does its memory stay flat, is a browser left behind?"""

from __future__ import annotations

from benchmarks.render_rate import soak as main

__all__ = ["main"]
