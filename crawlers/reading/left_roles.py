"""The role that the words before a number give it."""

from __future__ import annotations

from crawlers.reading.lexicon.roles import OFFICIAL
from crawlers.reading.quantity import Quantity
from crawlers.reading.role_tables import (
    ASK_REACH,
    COUNT_REACH,
    COUNTS,
    RATES,
    ROLES_OF_BARE,
    ROLES_OF_COUNT,
    ROLES_OF_MONEY,
    ROLES_OF_RATE,
    ROLES_OF_USAGE,
)
from crawlers.reading.scene import Scene

_REACH = 6
_STOPS = frozenset("n;|.,e")
_OF_NUMBER = frozenset("NKC")


def left_role(scene: Scene, quantity: Quantity, floor: int) -> str:
    """Give the role that the nearest telling word before a number has; empty for none. `floor` is the token to stop at."""
    at = quantity.start - 1
    roles = _roles_for(quantity)
    counted = quantity.kind in COUNTS
    named = False
    bottom = max(floor, quantity.start - (COUNT_REACH if counted else _REACH), 0)
    while at >= bottom:
        code = scene.codes[at]
        if code in _STOPS or (counted and code == "b"):
            return ""
        if code == "N" and at != quantity.start - 1 and scene.codes[at + 1] not in "Psrpti":
            return ""
        tags = scene.tokens[at].tags
        named = named or code == "b"
        if tags:
            for tag, role in roles:
                if (
                    tag in tags
                    and quantity.start - at <= _reach(tag, quantity)
                    and not (tag == "REF" and _qualifies(scene, at, quantity, named=named))
                    and not (tag == "THRESHOLD" and _is_of_number(scene, at))
                    and not (tag == "FREE" and named and "plan" in _levels(scene, at, quantity.start))
                    and not (tag == "FREE" and "ACCOUNT" in scene.token_tags(at + 1))
                ):
                    return role
        at -= 1
    return ""


def _is_of_number(scene: Scene, at: int) -> bool:
    """Tell whether a threshold's word closes the number before it: 10个起 6.2元, 1 万刀以上可谈到 0.35."""
    return (
        at > 0
        and scene.codes[at - 1] in _OF_NUMBER
        and scene.tokens[at].entry.endswith(("起", "起拍", "起批", "以上"))
    )


def _levels(scene: Scene, start: int, end: int) -> set[str]:
    """Give what kinds of names stand between two tokens: trial-farmed Plus accounts $0.90 are priced."""
    return {name.level for name in scene.products_in(start, end)}


def _qualifies(scene: Scene, at: int, quantity: Quantity, *, named: bool) -> bool:
    """Tell whether `official` is said of the good, not of a price: 官方 Plus 1个月 118, 1 month (official) $12."""
    if scene.tokens[at].entry not in OFFICIAL or scene.has("ASK", at, quantity.start):
        return False
    return named or scene.codes[at + 1] in "),"


def _roles_for(quantity: Quantity) -> tuple[tuple[str, str], ...]:
    if quantity.kind == "usage":
        return ROLES_OF_USAGE
    if quantity.kind in RATES:
        return ROLES_OF_RATE
    if quantity.kind in COUNTS:
        return ROLES_OF_COUNT
    return ROLES_OF_MONEY if quantity.kind == "money" else ROLES_OF_BARE


def _reach(tag: str, quantity: Quantity) -> int:
    """Give how many tokens away a word may stand: gifts are of dollars, seldom of the money that is asked."""
    if tag == "ASK":
        return ASK_REACH
    if tag == "SAVING":
        return 1
    if tag == "FREE" and quantity.currency != "USD":
        return 0  # 体验号 ¥3 is a price
    if tag in ("BONUS", "REFERRAL") and quantity.currency != "USD":
        return 2 if quantity.kind == "money" else 1
    return _REACH


def was_before(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a word for what was stands right before a number."""
    return quantity.start > 0 and "WAS" in scene.tokens[quantity.start - 1].tags
