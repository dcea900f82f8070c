"""What the words around a number make of it: an ask, or a cost, a threshold, a gift, an old price and the like."""

from __future__ import annotations

from itertools import pairwise

from crawlers.reading.columns import read_columns
from crawlers.reading.joins import adopt_groups, join_swaps
from crawlers.reading.lexicon.roles import OFFICIAL
from crawlers.reading.multipliers import counts_sharers, is_multiplier, not_a_rate, share_units
from crawlers.reading.number import is_placeholder
from crawlers.reading.quantity import Quantity
from crawlers.reading.role_tables import (
    ASK_REACH,
    COUNT_REACH,
    COUNTS,
    MONEYLIKE,
    RATE_ROLES,
    RATES,
    ROLES_OF_BARE,
    ROLES_OF_COUNT,
    ROLES_OF_MONEY,
    ROLES_OF_RATE,
    ROLES_OF_USAGE,
    TERM_ROLES,
    WHY,
)
from crawlers.reading.scene import Scene
from crawlers.reading.tables import is_listed_group, read_token_tables

_REACH = 6
_RIGHT_REACH = 3
_CREDIT_WORDS = frozenset({"FREE", "CREDIT", "FACEWORD"})
_TAKEN_OFF = frozenset({"off", "discount", "скидка", "скидки"})
_STOPS = frozenset("n;|.,e")
_CLAUSES = frozenset("n;.,")


def assign_roles(scene: Scene) -> None:
    """Give every number of the scene its role and the reason."""
    last: Quantity | None = None
    join_swaps(scene)
    read_token_tables(scene)
    read_columns(scene)
    for quantity in scene.quantities:
        if quantity.role:
            last = quantity
            continue
        if quantity.kind == "bare":
            _recast(scene, quantity)
        role = _role_of(scene, quantity, last.end if last else 0)
        if not role and last is not None and last.role in _INHERITED:
            role = _inherited(scene, last, quantity)
        if role:
            quantity.role = role
            quantity.why = WHY.get(role, role)
        if quantity.kind not in COUNTS:
            last = quantity
    share_units(scene)
    _mark_changes(scene)
    adopt_groups(scene)


def _recast(scene: Scene, quantity: Quantity) -> None:
    """Read a bare number as people who share, a multiplier or a part of the list price, where words say so."""
    if counts_sharers(scene, quantity):
        quantity.kind, quantity.why = "seats", "people who share"
    elif is_multiplier(scene, quantity) or is_listed_group(scene, quantity):
        quantity.kind, quantity.why = "group", "a multiplier word before it"
    elif _is_part_of_list(scene, quantity):
        quantity.kind, quantity.second, quantity.why = (
            "share",
            quantity.amount,
            "a part of the official price",
        )


def _is_part_of_list(scene: Scene, quantity: Quantity) -> bool:
    """Read `0,35 от официальной цены`, 0.2 of the official price."""
    if not 0 < quantity.amount < 1 or quantity.end >= len(scene.tokens):
        return False
    joined = scene.tokens[quantity.end].tags & {"OF", "FROM"}
    return bool(joined) and scene.has("REF", quantity.end, quantity.end + _RIGHT_REACH)


_INHERITED = frozenset({"cost", "stock", "contact", "reference"})


def _inherited(scene: Scene, last: Quantity, quantity: Quantity) -> str:
    """Carry a cost, stock or official price on to the next figure of the clause, or to what it changed to."""
    between = scene.codes[last.end : quantity.start]
    if quantity.kind in MONEYLIKE and last.role == "cost" and "n" not in between and ">" in between[-2:]:
        return "cost"
    alike = quantity.kind == last.kind or (quantity.kind in MONEYLIKE and last.kind in MONEYLIKE)
    if not alike or any(code in _STOPS for code in between) or len(between) >= _REACH:
        return ""
    return last.role


def _role_of(scene: Scene, quantity: Quantity, floor: int) -> str:  # noqa: PLR0911 - a line a shape
    if quantity.kind in MONEYLIKE:
        return _role_of_money(scene, quantity, floor)
    if quantity.kind in RATES:
        role = _left_role(scene, quantity, floor)
        if (
            quantity.start
            and scene.tokens[quantity.start - 1].tags & {"WAS", "REF"}
            and quantity.kind == "group"
        ):
            return "previous"
        if quantity.kind == "group" and not_a_rate(scene, quantity):
            return "technical"
        return role if role in RATE_ROLES else ""
    if quantity.kind in COUNTS:
        role = _left_role(scene, quantity, floor) or _warranty_after(scene, quantity)
        return role if role in TERM_ROLES else ""
    if quantity.kind == "swap":
        rival = scene.has("RIVAL", scene.clause_of(quantity.start, _CLAUSES)[0], quantity.start)
        return "previous" if _was_before(scene, quantity) or rival else ""
    return _left_role(scene, quantity, floor) if quantity.kind == "usage" else ""


def _warranty_after(scene: Scene, quantity: Quantity) -> str:
    """Read 5天质保, 30 days warranty: the word follows at once."""
    end = min(quantity.end + 2, len(scene.tokens))
    return (
        "warranty"
        if scene.has("WARRANTY", quantity.end, end) and scene.codes[quantity.end] not in "n,;|"
        else ""
    )


_PLAIN_ROLES = {"SS": "previous", "+": "surcharge"}


def _role_of_money(scene: Scene, quantity: Quantity, floor: int) -> str:  # noqa: PLR0911 - a line a role
    codes = scene.codes
    before = codes[quantity.start - 1] if quantity.start else ""
    if before == "+" and quantity.start > 1 and codes[quantity.start - 2] == "N":
        before = ""  # 100+ $2.5: a quantity, not a surcharge
    plain = _PLAIN_ROLES.get(before + codes[quantity.end : quantity.end + 1], _PLAIN_ROLES.get(before, ""))
    if plain or is_placeholder(quantity.amount):
        return plain or "placeholder"
    if quantity.kind == "money" and (not quantity.amount or _is_figure_of_speech(scene, quantity)):
        return "technical"
    if quantity.currency == "USD" and _welcomes(scene, quantity):
        return "gift"
    role = _left_role(scene, quantity, floor)
    if role == "ask":
        return _right_role(scene, quantity) or role
    if not role and _gift_clause(scene, quantity):
        return "gift"
    if _was_before(scene, quantity) and role != "cost":
        return "previous"
    return role or _right_role(scene, quantity)


def _is_figure_of_speech(scene: Scene, quantity: Quantity) -> bool:
    """Tell 一分钱 (not a penny) from a price."""
    return scene.tokens[quantity.start].words == "一" and scene.codes[quantity.start + 1] == "m"


def _left_role(scene: Scene, quantity: Quantity, floor: int) -> str:
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
                ):
                    return role
        at -= 1
    return ""


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


def _right_role(scene: Scene, quantity: Quantity) -> str:
    """Read 20元起充, $120 reward, 100刀额度: the word that follows decides."""
    for at in range(quantity.end, min(quantity.end + _RIGHT_REACH, len(scene.tokens))):
        if scene.codes[at] in _STOPS or scene.codes[at] in "NC":
            return ""
        role = _said_after(scene, at, next_to=at == quantity.end, dollars=quantity.currency == "USD")
        if role:
            return role
    return ""


def _said_after(scene: Scene, at: int, *, next_to: bool, dollars: bool) -> str:
    """Say what a word after an amount makes of it."""
    tags = scene.tokens[at].tags
    if next_to and "BACK" in tags:
        return "gift"
    if next_to and scene.tokens[at].entry in _TAKEN_OFF:
        return "coupon"
    if "THRESHOLD" in tags:
        return "threshold"
    if dollars and not tags.isdisjoint(_CREDIT_WORDS):
        return "gift" if "FREE" in tags else "face"
    return "gift" if tags & {"BONUS", "REFERRAL"} else ""


def _welcomes(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether dollars are what newcomers get: new accounts get $3 in free credits."""
    start, end = scene.clause_of(quantity.start)
    if not scene.has("NEWCOMER", start, end):
        return False
    near = max(start, quantity.start - _REACH), min(end, quantity.end + _REACH)
    return any(scene.has(tag, *near) for tag in ("FREE", "BONUS", "CREDIT"))


def _gift_clause(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether dollars stand in a sentence of gifts: 送天卡，80$/天."""
    if quantity.currency != "USD" or scene.currency == "USD":
        return False
    start, _ = scene.clause_of(quantity.start)
    return scene.has("BONUS", start, quantity.start) or scene.has("REFERRAL", start, quantity.start)


def _was_before(scene: Scene, quantity: Quantity) -> bool:
    return quantity.start > 0 and "WAS" in scene.tokens[quantity.start - 1].tags


def _mark_changes(scene: Scene) -> None:
    """Of `old -> new`, and of `new (was old)`, keep the new."""
    quantities = scene.quantities
    for old, new in pairwise(quantities):
        between = scene.codes[old.end : new.start]
        if new.role == "face" and old.role != "face":  # $10 → $35 balance
            continue
        if ">" in between and "n" not in between and new.start - old.end <= _RIGHT_REACH and _alike(old, new):
            old.role, old.why = "previous", WHY["previous"]
        elif (
            "<" in between
            and "n" not in between
            and new.start - old.end <= _RIGHT_REACH
            and old.kind in RATES
        ):
            new.role, new.why = "previous", WHY["previous"]


def _alike(old: Quantity, new: Quantity) -> bool:
    rates = MONEYLIKE | {"group", "swap", "fraction", "usage"}
    if old.kind not in rates or new.kind not in rates:
        return False
    return old.currency == new.currency or (
        "bare" in (old.kind, new.kind) and "USD" not in (old.currency, new.currency)
    )
