"""What a picture may cost: a foreign picture is hostile until it has been looked at."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 4 * 1024 * 1024
MAX_PIXELS = 16_000_000
"""Of width times height, as the header states them, before anything is decoded."""
MAX_SIDE = 10_000
MAX_CODES = 20
LONGEST = 2_000
"""Characters kept of one code's text or one line of words; a QR code holds 4,296 at most."""
MAX_LINES = 200
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


@dataclass(frozen=True, slots=True)
class Limit:
    """What the child that looks at one picture may take: address space in bytes, seconds of a core, seconds in all."""

    memory: int
    cpu: int
    wall: float


CODES = Limit(memory=1 << 30, cpu=10, wall=20.0)
WORDS = Limit(memory=4 << 30, cpu=120, wall=180.0)
"""Reading words loads three networks; their runtime asks for far more address space than it uses."""
