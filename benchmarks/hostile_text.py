"""Texts and pages made to be slow: families of them, each at half a megabyte and a megabyte, read or scrubbed whole.

A family passes where a megabyte takes at most a second of one core and twice the text at most 2.3 times the time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from crawlers.reading import Context, read
from crawlers.scrub import scrub

LENGTH = 1_000_000
_SECONDS = 1.0
_GROWTH = 2.3
_ROUNDS = 3
_WORTH_COMPARING = 0.05
"""Seconds below which a ratio of two times says nothing."""

_LABELS = (
    "微信 v_x qq群 加群 电报@ab_c tg: line id zalo 0 whatsapp +1 paypal venmo @a.b 邀请码 优惠码 coupon ref= 手机 tel 0 bin 4 卡 "
    "ICP备 0xa bc1q T1 sk-a t.me/ discord.gg/ 对接码 138*** x[.]io a点b ://. 私我 문자 "
)
_HALVES = (
    "windsurf aws kiro banned within … = replac 封号 在 包 shared by refund it and keep chat histor 号 池 json 导入 claude -> "
    "модель вместо bị khóa thì max pool of refresh 代理 试用 official api k cookie 质 保 stolen car trial accoun "
)

FAMILIES: dict[str, Callable[[int], str]] = {
    "digits": lambda n: "7" * n,
    "spaced digits": lambda n: "1 " * (n // 2),
    "half an address": lambda n: "a@a." * (n // 4),
    "letters": lambda n: "a" * n,
    "dots": lambda n: "a." * (n // 2),
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n - n // 2),
    "currency signs": lambda n: "¥" * n,
    "prices": lambda n: "¥1 " * (n // 3),
    "groups": lambda n: "0.1倍率 " * (n // 6),
    "marks": lambda n: "a\u0301\u200b" * (n // 3),
    "look-alikes": lambda n: "аa" * (n // 2),
    "bans and cures": lambda n: "封号掉死no banned " * (n // 15),
    "names": lambda n: "claude max 20x " * (n // 15),
    "links": lambda n: "http://a.io/?r=1 " * (n // 17),
    "masks": lambda n: "138****1234 " * (n // 12),
    "lines": lambda n: "|a|1\n" * (n // 5),
    "labels of all kinds": lambda n: _LABELS * (n // len(_LABELS)),
    "half of every signal": lambda n: _HALVES * (n // len(_HALVES)),
    "all at once": lambda n: ("¥1 " * 9_000 + (_LABELS + _HALVES + "a\u0301\u200b" * 99) * (n // 600))[:n],
}


PAGES: dict[str, Callable[[int], str]] = {
    "short numbers": lambda n: "123," * (n // 4),
    "pairs of numbers": lambda n: "123 45," * (n // 7),
    "nearly cards": lambda n: "4111 1111 1111 1112 " * (n // 20),
    "groups of four": lambda n: "4111 1111 " * (n // 10),
    "cards": lambda n: "4111111111111111 " * (n // 17),
    "planted marks": lambda n: "[[card]]" * (n // 8),
    "coded letters": lambda n: "&#x41;" * (n // 6),
    "joints": lambda n: "s<wbr>k-" * (n // 8),
    "keys": lambda n: "access_token=abcdefghij1234567890 " * (n // 34),
}
"""Pages that are scrubbed of secrets before anything is read."""


def main() -> int:
    """Measure them in CPU seconds of this process; 0 where all pass."""
    read("Claude Max 20x ¥580 微信 panda_888", Context())
    held = [_holds(name, make, lambda text: read(text, Context())) for name, make in FAMILIES.items()]
    held += [
        _holds(f"scrub, {name}", make, lambda text: scrub(text.encode(), "text/html"))
        for name, make in PAGES.items()
    ]
    return 0 if all(held) else 1


def _holds(name: str, make: Callable[[int], str], work: Callable[[str], object]) -> bool:
    half, whole = _seconds(make(LENGTH // 2), work), _seconds(make(LENGTH), work)
    growth = whole / half if whole > _WORTH_COMPARING else 1.0
    held = whole <= _SECONDS and growth <= _GROWTH
    sys.stdout.write(
        f"hostile_text: {name}: 1 MB in {whole:.2f} s (target {_SECONDS:g}), twice the text {growth:.2f} times"
        f" the time (target {_GROWTH}): {'held' if held else 'missed'}\n"
    )
    return held


def _seconds(text: str, work: Callable[[str], object]) -> float:
    took = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        work(text)
        took.append(time.process_time() - start)
    return min(took)


if __name__ == "__main__":
    sys.exit(main())
