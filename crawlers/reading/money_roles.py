"""What an amount of money is that is not plainly a price: a gift, a threshold, an old price, a part."""

from __future__ import annotations

from crawlers.reading.left_roles import left_role, was_before
from crawlers.reading.number import is_placeholder
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_REACH = 6
_RIGHT_REACH = 3
_STACK_REACH = 8
_STOPS = frozenset("n;|.,e")
_CREDIT_WORDS = frozenset({"FREE", "CREDIT", "FACEWORD"})
_TAKEN_OFF = frozenset({"off", "discount", "скидка", "скидки"})
_PLAIN_ROLES = {"SS": "previous", "+": "surcharge"}


def role_of_money(scene: Scene, quantity: Quantity, floor: int) -> str:
    """Say what an amount is that is not plainly a price, by its sign and place, else by the words around it."""
    return _by_shape(scene, quantity) or _by_words(scene, quantity, floor)


def _by_shape(scene: Scene, quantity: Quantity) -> str:
    """Read struck figures, surcharges, placeholders, gifts to newcomers, instalments and least payments."""
    codes = scene.codes
    before = codes[quantity.start - 1] if quantity.start else ""
    if before == "+" and quantity.start > 1 and codes[quantity.start - 2] == "N":
        before = ""  # 100+ $2.5: a quantity, not a surcharge
    plain = _PLAIN_ROLES.get(before + codes[quantity.end : quantity.end + 1], _PLAIN_ROLES.get(before, ""))
    if plain or is_placeholder(quantity.amount):
        return plain or "placeholder"
    if _opens_top_up(scene, quantity) or _least_top_up(scene, quantity):
        return "threshold"
    if (quantity.kind == "money" and not quantity.amount) or _is_figure_of_speech(scene, quantity):
        return "technical"
    if _is_instalment(scene, quantity):
        return "technical"
    if _after_stacking(scene, quantity):
        return "coupon"
    return "gift" if _welcomes(scene, quantity) else ""


def _by_words(scene: Scene, quantity: Quantity, floor: int) -> str:
    role = left_role(scene, quantity, floor)
    if role == "ask":
        return _right_role(scene, quantity) or role
    if not role and _gift_clause(scene, quantity):
        return "gift"
    if was_before(scene, quantity) and role != "cost":
        return "previous"
    return role or _right_role(scene, quantity)


def _after_stacking(scene: Scene, quantity: Quantity) -> bool:
    """Read 领奖可叠 9.2 折，最低 10.3 元/月: what is left when all coupons are added up."""
    if not quantity.start or "FROM" not in scene.token_tags(quantity.start - 1):
        return False
    before = range(max(0, quantity.start - _STACK_REACH), quantity.start)
    return any(scene.tokens[at].words.endswith("叠") for at in before)


def _is_instalment(scene: Scene, quantity: Quantity) -> bool:
    """Read the R$ 78 of `3x de R$ 78`."""
    if scene.codes[max(0, quantity.start - 2) : quantity.start] not in ("x/", "xw"):
        return False
    return any(
        part.kind == "group" and part.role == "technical"
        for part in scene.quantities_in(quantity.start - 3, quantity.start)
    )


def _opens_top_up(scene: Scene, quantity: Quantity) -> bool:
    """Read 1,000円からチャージ, 10元起充: the least that may be paid in."""
    at = quantity.end
    return (
        at < len(scene.tokens)
        and "FROM" in scene.tokens[at].tags
        and scene.has("RECHARGE", at, min(at + 3, len(scene.tokens)))
    )


def _least_top_up(scene: Scene, quantity: Quantity) -> bool:
    """Read the 400 ₽ of `80 ₽ = 1 $, from 400 ₽` and of `top-up from 400 ₽`: the least that is taken."""
    if not quantity.start or not scene.tokens[quantity.start - 1].tags & {"FROM", "THRESHOLD"}:
        return False
    if quantity.start > 1 and "RECHARGE" in scene.token_tags(quantity.start - 2):
        return not scene.products_in(*scene.clause_of(quantity.start))  # top-ups from 300 ₽
    before = scene.quantities_in(scene.line_of(quantity.start)[0], quantity.start)
    return (
        bool(before) and before[-1].kind == "swap" and not scene.products_in(before[-1].end, quantity.start)
    )


def _is_figure_of_speech(scene: Scene, quantity: Quantity) -> bool:
    """Tell 一分钱 (not a penny) from a price."""
    return (
        quantity.kind == "money"
        and scene.tokens[quantity.start].words == "一"
        and scene.codes[quantity.start + 1] == "m"
    )


def _right_role(scene: Scene, quantity: Quantity) -> str:
    """Read 20元起充, $120 reward, 100刀额度: the word that follows decides."""
    for at in range(quantity.end, min(quantity.end + _RIGHT_REACH, len(scene.tokens))):
        if scene.codes[at] in _STOPS or scene.codes[at] in "NC":
            return ""
        if scene.codes[at - 1] == "/" and "THRESHOLD" in scene.tokens[at].tags:
            return ""  # 1.2 元/条起
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
    given = ("FREE", "BONUS", "CREDIT") if quantity.currency == "USD" else ("FREE",)
    return any(scene.has(tag, *near) for tag in given)


def _gift_clause(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether dollars stand in a sentence of gifts: 送天卡，80$/天."""
    if quantity.currency != "USD" or scene.currency == "USD":
        return False
    start, _ = scene.clause_of(quantity.start)
    return scene.has("BONUS", start, quantity.start) or scene.has("REFERRAL", start, quantity.start)
