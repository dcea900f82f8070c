"""Dollars that are what a price buys: they stand right before it, or a word for credit says so."""

from __future__ import annotations

from itertools import pairwise

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_CREDIT = frozenset({"CREDIT", "RECHARGE", "APIKEY", "TOPUP", "FACEWORD", "ORDER"})
_JOINED = ("", "-", "=", ":", "e", "|", "->")
_BETWEEN = frozenset(
    {
        "за",
        "for",
        "für",
        "por",
        "với",
        "cuma",
        "seharga",
        "hanya",
        "only",
        "just",
        "chỉ",
        "à",
        "a",
        "售价",
        "只要",
        "仅",
        "卖",
    }
)
_LIMITED = 2
_BESIDE = 3
_LEAST_LINES = 2
_ENDS = frozenset(("", "n", ",", ";", "|", "(", "."))


def mark_faces(scene: Scene) -> None:
    """Give dollars the role `face` where a price in other money follows them: 10 刀 ¥4.5, 100$ за 6 200 ₽, 50刀 22.

    A bare number is the price only in a list of credit, where it ends at least two lines or parts of one.
    """
    if not scene.says(_CREDIT):
        return
    bare = []
    for first, second in pairwise(scene.quantities):
        unpaired = not _pairs_dollars(scene, first, second) and not second.role
        if not unpaired or not _is_credit(first) or not _joins(scene, first, second):
            continue
        if second.kind == "money" and second.currency not in ("USD", "USDT", "USDC", None):
            _pair(first, second)
        elif second.kind == "bare" and _ends(scene, second) and _opens(scene, first):
            bare.append((first, second))
    if len(bare) >= _LEAST_LINES:
        for first, second in bare:
            _pair(first, second)


def _pairs_dollars(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Tell credit and its price apart where both are dollars; False where the words do not."""
    if not second.role and _buys_more(scene, first, second):
        _pair(second, first)
    elif _is_asked_for(scene, first, second):
        _pair(first, second)
    else:
        return False
    return True


def _buys_more(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Tell whether dollars buy more dollars of credit: $12 for 40 credits."""
    if not (_is_credit(first) and _is_credit(second)) or first.amount >= second.amount:
        return False
    between = [token.words for token in scene.tokens[first.end : second.start]]
    credit = scene.has("CREDIT", second.end, second.end + 1) or not scene.tokens[
        second.start
    ].words.startswith("$")
    return between == ["for"] and credit


def _is_asked_for(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Tell whether the one sum of a text stands beside its credit, the other behind a word that asks: asking $430."""
    sums = [quantity for quantity in scene.quantities if quantity.kind == "money"]
    if sums != [first, second] or not (_is_credit(first) and _is_credit(second)):
        return False
    beside = scene.has("CREDIT", max(0, first.start - _BESIDE), first.end + _BESIDE)
    asked = scene.has("ASK", max(first.end, second.start - _LIMITED), second.start)
    return beside and asked and second.amount < first.amount


def _is_credit(quantity: Quantity) -> bool:
    return quantity.kind == "money" and quantity.currency == "USD" and quantity.role in ("", "ask")


def _ends(scene: Scene, quantity: Quantity) -> bool:
    return scene.codes[quantity.end : quantity.end + 1] in _ENDS


def mark_limits(scene: Scene) -> None:
    """Give dollars that a key may spend the role `face`: с лимитом 100$, $120 usage limit."""
    if not scene.has("FACEWORD") or not scene.has("APIKEY"):
        return
    for quantity in scene.quantities:
        near = (max(0, quantity.start - _LIMITED), quantity.start), (quantity.end, quantity.end + _LIMITED)
        if (
            quantity.kind == "money"
            and quantity.currency == "USD"
            and any(scene.has("FACEWORD", *part) for part in near)
        ):
            quantity.role, quantity.why = "face", "what the key may spend"


def _joins(scene: Scene, first: Quantity, second: Quantity) -> bool:
    between = scene.codes[first.end : second.start]
    if len(between) > _LIMITED or "n" in between or "," in between:
        return False
    words = {scene.tokens[at].words for at in range(first.end, second.start)}
    if words & _BETWEEN:
        return True
    return between in _JOINED


def _opens(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an amount begins its line or its part of a list."""
    return not quantity.start or scene.codes[quantity.start - 1] in "n,;|e"


def _pair(face: Quantity, price: Quantity) -> None:
    face.role, face.why = "face", "what the price buys"
    price.role, price.why = "ask", "what the dollars before it cost"
