"""What the words around a number make of it: an ask, or a cost, a threshold, a gift, an old price and the like."""

from __future__ import annotations

from crawlers.reading.number import is_placeholder
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_REACH = 6
_RIGHT_REACH = 3
_STOPS = frozenset("n;|.,e")

_LEFT = {
    "COST": "cost",
    "REF": "reference",
    "THRESHOLD": "threshold",
    "BONUS": "gift",
    "REFERRAL": "gift",
    "STOCK": "stock",
    "SOLDOUT": "stock",
    "WARRANTY": "warranty",
    "CODE": "code",
    "VERSIONISH": "technical",
    "EXPECT": "expected",
    "FREE": "gift",
    "ASK": "ask",
}
WHY = {
    "cost": "what the seller or a dealer pays, not the buyer",
    "reference": "the official or usual price, named for comparison",
    "threshold": "a minimum to be reached, not a price",
    "gift": "given away or a reward",
    "stock": "pieces in stock",
    "warranty": "a warranty's length",
    "code": "part of a code",
    "technical": "a version, rate or other technical figure",
    "expected": "only expected later",
    "previous": "the price before the change",
    "placeholder": "a placeholder, not a price",
    "surcharge": "a surcharge on another price",
    "face": "credit received, not the price",
    "ask": "the words call it the price",
    "coupon": "a discount on the seller's own price",
}
_MONEYLIKE = frozenset({"money", "bare"})
_RATES = frozenset({"group", "dollar", "fraction", "percent"})
_COUNTS = frozenset({"term", "seats", "records", "pieces", "volume", "uses"})
_RATE_ROLES = frozenset({"cost", "expected", "technical", "threshold"})
_TERM_ROLES = frozenset({"warranty", "stock", "gift", "threshold", "technical"})


def assign_roles(scene: Scene) -> None:
    """Give every number of the scene its role and the reason."""
    last_end = 0
    for quantity in scene.quantities:
        role = _role_of(scene, quantity, last_end)
        if role:
            quantity.role = role
            quantity.why = WHY.get(role, role)
        last_end = quantity.end
    _mark_changes(scene)


def _role_of(scene: Scene, quantity: Quantity, floor: int) -> str:
    if quantity.kind in _MONEYLIKE:
        return _role_of_money(scene, quantity, floor)
    if quantity.kind in _RATES:
        role = _left_role(scene, quantity, floor)
        if quantity.kind == "group" and _not_a_rate(scene, quantity):
            return "technical"
        return role if role in _RATE_ROLES else ""
    if quantity.kind in _COUNTS:
        role = _left_role(scene, quantity, floor) or _warranty_after(scene, quantity)
        return role if role in _TERM_ROLES else ""
    if quantity.kind == "swap":
        return "previous" if _was_before(scene, quantity) else ""
    return _left_role(scene, quantity, floor) if quantity.kind == "usage" else ""


def _warranty_after(scene: Scene, quantity: Quantity) -> str:
    """Read 5天质保, 30 days warranty: the word follows at once."""
    end = min(quantity.end + 2, len(scene.tokens))
    return (
        "warranty"
        if scene.has("WARRANTY", quantity.end, end) and scene.codes[quantity.end] not in "n,;|"
        else ""
    )


def _role_of_money(scene: Scene, quantity: Quantity, floor: int) -> str:
    codes = scene.codes
    before = codes[quantity.start - 1] if quantity.start else ""
    if before == "S" and codes[quantity.end : quantity.end + 1] == "S":
        return "previous"
    if before == "+":
        return "surcharge"
    if is_placeholder(quantity.amount):
        return "placeholder"
    if quantity.kind == "money" and not quantity.amount:
        return "technical"
    role = _left_role(scene, quantity, floor)
    if role == "ask":
        return role
    if _was_before(scene, quantity):
        return "previous"
    return role or _right_role(scene, quantity)


def _left_role(scene: Scene, quantity: Quantity, floor: int) -> str:
    at = quantity.start - 1
    bottom = max(floor, quantity.start - _REACH, 0)
    while at >= bottom:
        code = scene.codes[at]
        if code in _STOPS:
            return ""
        tags = scene.tokens[at].tags
        if tags:
            for tag, role in _LEFT.items():
                if tag in tags:
                    return role
        at -= 1
    return ""


def _right_role(scene: Scene, quantity: Quantity) -> str:
    """Read 20元起充, $120 reward, 100刀额度: the word that follows decides."""
    for at in range(quantity.end, min(quantity.end + _RIGHT_REACH, len(scene.tokens))):
        if scene.codes[at] in _STOPS or scene.codes[at] in "NC":
            return ""
        tags = scene.tokens[at].tags
        if "THRESHOLD" in tags:
            return "threshold"
        if "CREDIT" in tags and quantity.currency == "USD":
            return "face"
        if "BONUS" in tags or "REFERRAL" in tags:
            return "gift"
    return ""


def _was_before(scene: Scene, quantity: Quantity) -> bool:
    return quantity.start > 0 and "WAS" in scene.tokens[quantity.start - 1].tags


def _not_a_rate(scene: Scene, quantity: Quantity) -> bool:
    """Tell 7 倍周额度, 10x faster, Batch API 0.5x from a group multiplier."""
    start, end = max(0, quantity.start - _RIGHT_REACH), min(len(scene.tokens), quantity.end + 2)
    return quantity.amount > _HIGHEST_GROUP or scene.has("NOTRATE", start, end)


_HIGHEST_GROUP = 30


def _mark_changes(scene: Scene) -> None:
    """Of `old -> new`, and of `new (was old)`, keep the new."""
    quantities = scene.quantities
    for old, new in zip(quantities, quantities[1:], strict=False):
        between = scene.codes[old.end : new.start]
        if ">" in between and "n" not in between and new.start - old.end <= _RIGHT_REACH and _alike(old, new):
            old.role, old.why = "previous", WHY["previous"]
        elif (
            "<" in between
            and "n" not in between
            and new.start - old.end <= _RIGHT_REACH
            and old.kind in _RATES
        ):
            new.role, new.why = "previous", WHY["previous"]


def _alike(old: Quantity, new: Quantity) -> bool:
    rates = _MONEYLIKE | {"group", "swap", "fraction"}
    if old.kind not in rates or new.kind not in rates:
        return False
    return (
        old.currency == new.currency
        or "bare" in (old.kind, new.kind)
        and "USD" not in (old.currency, new.currency)
    )
