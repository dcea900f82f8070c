"""Goods that are plainly on sale without a number, and what is given away."""

from __future__ import annotations

from dataclasses import replace

from crawlers.reading.goods import describe
from crawlers.reading.naming import is_channel
from crawlers.reading.owners import Rate
from crawlers.reading.product import Product
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene, one_provider
from crawlers.reading.sold import kind_of
from store.records import Money, Offer

_NEAR = 5
_SHORT = 25
_FEW = 20
_JOINS = ("_", "-", ".", "@", "/")
_GIVES = frozenset({"receive", "receives", "free", "дарим", "tặng"})
_GIVES_ZH = ("领", "送", "领取", "送你", "赠")
_SENTENCE = frozenset("n.")
_PAID_IN = frozenset({"RECHARGE", "THRESHOLD", "TOPUP"})
_QUOTED_LIST = 3
_KEY_OWNERS = (("sk-ant-", "anthropic"), ("sk-proj-", "openai"), ("aiza", "google"), ("xai-", "xai"))
_READY = ("account", "subscription", "api_key")
_SURE_TRIALS = ("额度", "名额", "免充值", "credit", "guthaben")
_GIFT_WORDS = ("CREDIT", "GROUP", "RELAY", "TOKEN")


def read_unpriced(scene: Scene, found: list[Rate]) -> list[Rate]:
    """Read gifts, and goods named without a price where nothing is priced."""
    shop = scene.has("STOCK") and any(quantity.kind == "money" for quantity in scene.quantities)
    free = (
        []
        if shop
        else _free(scene, [quantity for rate in found if rate.offer.kind in _READY for quantity in rate.used])
    )
    priced = any(not rate.offer.coupon for rate in found)
    faces = {rate.offer.face_value for rate in found}
    if any(rate.offer.kind == "free" for rate in found) or any(
        gift.offer.face_value in faces for gift in free if gift.offer.face_value
    ):
        free = []
    if priced or found:
        return [*free, *([] if shop else _services(scene, found))]
    refused = any(quantity.kind == "money" and quantity.role in ("", "ask", "placeholder") and quantity.currency != "USD"
                  for quantity in scene.quantities)  # fmt: skip
    goods = [] if refused else _goods(scene, free=bool(free))
    return [*free, *goods]


def _offer(scene: Scene, kind: str, products: list[Product], at: int, **more: Money | None) -> Rate:
    provider = one_provider({name.provider for name in products if name.provider})
    slugs = {name.slug for name in products if name.level == "plan"}
    product = slugs.pop() if len(slugs) == 1 and kind in ("account", "subscription", "service") else None
    end = min(at + 1, len(scene.tokens))
    offer = Offer(
        kind=kind, provider=provider, product=product, start=at, end=end, face_value=more.get("face")
    )
    return Rate(offer, [], named=bool(products))


def _all_names(scene: Scene) -> list[Product]:
    return [name for name in scene.products if not name.client and not is_channel(name)]


def _names_beside(scene: Scene, at: int) -> list[Product]:
    """Give the names of a gift's own clause, else of the whole text."""
    start, end = scene.clause_of(at)
    near = [name for name in scene.free_names(start, end) if not is_channel(name)]
    return near or _all_names(scene)


def _free(scene: Scene, priced: list[Quantity]) -> list[Rate]:  # noqa: C901 - a line a kind of gift
    """Read one gift: an amount of credit for signing up, or free access in words that no price stands beside."""
    if scene.has("DOCS"):
        return []
    for quantity in scene.quantities:
        if (
            quantity.kind == "money"
            and quantity not in priced
            and (quantity.currency == "USD" or quantity.role == "gift")
            and quantity.amount > 0
            and _is_gift(scene, quantity)
        ):
            face = Money(quantity.amount, quantity.currency or "USD")
            names = _names_beside(scene, quantity.start)
            return [_offer(scene, "free", names, quantity.start, face=face)]
    row = _free_row(scene)
    if row is not None:
        return [row]
    for at in scene.tag_positions.get("FREE", ()):
        if _is_free_plan(scene, at, priced=bool(priced)) or scene.has("SOLDOUT", scene.line_of(at)[0], at):
            continue  # 下架：两个公益分组
        start, end = scene.line_of(at) if "|" in scene.codes else scene.clause_of(at)
        if not any(start <= quantity.start < end for quantity in priced) and _is_free_access(scene, at):
            return [_offer(scene, "free", _all_names(scene), at)]
        if scene.has("APIKEY", at, at + _NEAR) and (owner := _key_owner(scene)):
            gift = _offer(scene, "free", [], at)
            gift.offer = replace(gift.offer, provider=owner)
            return [gift]
    return []


def _free_row(scene: Scene) -> Rate | None:
    """Read the row of a table of plans that costs nothing and gives credit: 体验 | ¥0 | $1."""
    for zero in scene.quantities:
        if zero.kind != "money" or zero.amount or scene.codes[zero.end : zero.end + 1] != "|":
            continue
        start, end = scene.line_of(zero.start)
        given = [
            q
            for q in scene.quantities_in(start, end)
            if q.kind == "money" and q.currency == "USD" and q.amount
        ]
        if given:
            return _offer(scene, "free", [], zero.start, face=Money(given[0].amount, "USD"))
    return None


def _is_free_plan(scene: Scene, at: int, *, priced: bool) -> bool:
    """Tell whether `free` names the plan of an account on sale: free accs $0.35, acc GPT free 1.500đ."""
    if scene.has("ACCOUNT", at + 1, at + 2) and scene.quantities_in(at, scene.line_of(at)[1]):
        return True
    return priced and any(name.end == at for name in scene.products_in(max(0, at - _NEAR), at))


def _key_owner(scene: Scene) -> str | None:
    """Give whose key stands in the text in clear; None where none does."""
    words = (token.words for token, code in zip(scene.tokens, scene.codes, strict=True) if code == "u")
    return next((owner for word in words for prefix, owner in _KEY_OWNERS if word.startswith(prefix)), None)


def _is_gift(scene: Scene, quantity: Quantity) -> bool:
    if quantity.role not in ("gift", "face", "", "ask"):
        return False
    start, end = scene.clause_of(quantity.start)
    local = any(
        other.kind == "money" and other.currency not in ("USD", quantity.currency)
        for other in scene.quantities_in(start, end)
    )
    given = scene.has("NEWCOMER", start, quantity.start) or any(
        scene.has(tag, start, end) for tag in ("FREE", "BONUS", "CREDIT")
    )
    if scene.has("NEWCOMER", start, end) and given and not local and not scene.has("REFERRAL", start, end):
        return not scene.has("THRESHOLD", start, quantity.start)
    if scene.has("REFERRAL", start, quantity.start) or scene.has("THRESHOLD", start, quantity.start):
        return False
    if _is_given(scene, quantity, start, end):
        return True
    near = max(start, quantity.start - _NEAR), min(end, quantity.end + _NEAR)
    return scene.has("FREE", *near) or (quantity.role == "gift" and scene.has("NEWCOMER", start, end))


def _is_given(scene: Scene, quantity: Quantity, start: int, end: int) -> bool:
    """Tell whether the station gives dollars away by a verb before them: 进群领 1 刀, 直接送 5 刀, sign-ups get $5."""
    if quantity.currency != "USD" or scene.has("AMENDS") or scene.has("LOTTERY"):
        return False
    if any(scene.has(tag, start, end) for tag in ("RECHARGE", "TOPUP", "THRESHOLD", "NEG", "PIECE")):
        return False
    verbs = {token.words for token in scene.tokens[max(start, quantity.start - 2) : quantity.start]}
    return not verbs.isdisjoint(_GIVES) or any(word.endswith(_GIVES_ZH) for word in verbs)


def _is_free_access(scene: Scene, at: int) -> bool:
    start, end = scene.clause_of(at)
    near = max(start, at - _NEAR), min(end, at + _NEAR)
    entry = scene.tokens[at].entry
    if "TRIAL" in scene.tokens[at].tags and any(word in entry for word in _SURE_TRIALS):
        return True
    if "TRIAL" in scene.tokens[at].tags and scene.has("NEWCOMER", *near):
        return True
    return any(scene.has(tag, *near) for tag in _GIFT_WORDS) or bool(scene.products_in(*near))


def _services(scene: Scene, found: list[Rate]) -> list[Rate]:
    """Read services named beside priced goods, in a clause without a price of its own."""
    if any(rate.offer.kind == "service" for rate in found) or not any(
        rate.offer.kind == "account" for rate in found
    ):
        return []
    for at in scene.tag_positions.get("SERVICE", ()):
        start, end = scene.clause_of(at, frozenset("n;|.,eN"))
        if scene.has("NEG", max(start, at - 2), at) or scene.has("WARRANTY", max(start, at - 1), at):
            continue
        if not scene.quantities_in(start, end) and not scene.has("WARRANTY", start, end):
            return [_offer(scene, "service", scene.products_in(start, end), at)]
    return []


def _goods(scene: Scene, *, free: bool) -> list[Rate]:
    """Read goods that are advertised without any price."""
    if not _advertises(scene) or scene.has("PAUSED") or scene.plain.count('",') >= _QUOTED_LIST:
        return []
    if scene.has("UNRELATED") and not (scene.products or scene.has("CREDIT") or scene.has("RELAY")):
        return []
    names = _all_names(scene)
    other = scene.places("UNRELATED", 0, names[0].start) if names else []
    if other and not scene.has("RELAY"):
        return []
    plans = _distinct([name for name in names if name.level == "plan" and name.slug and not name.weak])
    whole = describe(scene, 0, len(scene.tokens))
    if plans:
        kind = kind_of(whole) or "account"
        kind = kind if kind in ("account", "subscription") else "account"
        goods = [_offer(scene, kind, [plan], plan.start) for plan in plans]
        return [*goods, *_relay_beside(scene, names, plans)]
    if free and not scene.has("RELAY"):
        return []
    vague = whole.kind == "account" and not scene.has("ACCOUNT") and whole.months is None
    unnamed = _unnamed_kind(scene, None if vague else whole.kind, named=bool(names))
    at = names[0].start if names else 0
    return [_offer(scene, unnamed, names, at)] if unnamed else []


def _advertises(scene: Scene) -> bool:
    """Tell whether the words offer something: two selling words, or one beside a way to buy or a short list."""
    selling = scene.count("SELLS")
    if selling > 1:
        return True
    return selling == 1 and (
        scene.has("CONTACT") or scene.has("ORDER") or "u" in scene.codes or len(scene.tokens) < _SHORT
    )


def _relay_beside(scene: Scene, names: list[Product], plans: list[Product]) -> list[Rate]:
    brands = [name for name in names if name.level == "brand" and name not in plans]
    positions = scene.tag_positions.get("RELAY", ())
    if not positions or not brands:
        return []
    return [_offer(scene, "relay", brands, positions[0])]


def _distinct(plans: list[Product]) -> list[Product]:
    seen: dict[str | None, Product] = {}
    for plan in plans:
        seen.setdefault(plan.slug, plan)
    return list(seen.values())


def _unnamed_kind(scene: Scene, kind: str | None, *, named: bool) -> str | None:
    if scene.has("DATASET"):
        return "dataset"
    if scene.has("CREDIT") and scene.has("ORDER") and not scene.has("ACCOUNT_ONLY"):
        return "credit"
    if _speaks_of_relay(scene) and (named or "u" in scene.codes):
        return "relay"
    brands = any(name.level in ("brand", "plan") for name in scene.products)
    if named and brands and kind in ("account", "subscription", "service", "api_key"):
        return kind
    return None


def _speaks_of_relay(scene: Scene) -> bool:
    """Tell whether a word for a relay stands by itself, not in a handle or a host's name: tangyuan_api, x-relay.net."""
    plain = scene.plain
    for at in scene.tag_positions.get("RELAY", ())[:_FEW]:
        token = scene.tokens[at]
        if (
            plain[token.start - 1 : token.start] not in _JOINS
            and plain[token.end : token.end + 1] not in _JOINS
        ):
            return True
    return False


def read_bonus(scene: Scene) -> list[Rate]:
    """Read a text that offers nothing but more credit for a top-up (充500送50, 满200减20): one coupon."""
    if not scene.says(_PAID_IN):
        return []
    if not (scene.has("BONUS") or scene.has("OFF")) or scene.has("REFERRAL") or scene.has("LOTTERY"):
        return []
    given = [quantity for quantity in scene.quantities if _is_bonus(scene, quantity)]
    if len(given) == 0 or scene.has("ACCOUNT"):
        return []
    at = given[0].start
    offer = Offer(kind="credit", provider=scene.provider(), coupon=True, start=at, end=given[0].end)
    return [Rate(offer, [given[0]], named=False)]


def _is_bonus(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a figure is what comes on top of a top-up, or off it: 充500送50, get 20% extra, минус 15 %."""
    if quantity.kind not in ("money", "bare", "percent"):
        return False
    start, end = scene.clause_of(quantity.start, _SENTENCE)
    first = max(0, quantity.start - 3)
    last = min(end, quantity.end + 2) if quantity.kind == "percent" else quantity.start
    paid = any(scene.has(tag, start, end) for tag in _PAID_IN)
    return paid and (scene.has("BONUS", first, last) or scene.has("OFF", first, last))
