"""Whether a text sells at all: news, questions, manuals and official price lists name goods and prices too."""

from __future__ import annotations

from decimal import Decimal

from crawlers.reading.lexicon.products import OFFICIAL_DOLLARS
from crawlers.reading.owners import Rate
from crawlers.reading.reach import leads_to_somebody
from crawlers.reading.scene import Scene
from crawlers.reading.stance import lets_go, names_his_price, stance_against
from crawlers.reading.telling import announces, asks, narrates, reports

_AGAINST = {
    "WANTED": 2, "NEWS": 1, "DOCS": 3, "EXPERIENCE": 2, "OFFICIALTABLE": 4, "CALC": 4, "LOTTERY": 3, "SCAM": 3, "QUERY": 2, "PRESS": 5, "MARKET": 2,
    "DENIES": 8, "POLICY": 2, "AMENDS": 1, "TOLD": 3,
}  # fmt: skip
_RULES = frozenset({"POLICY", "AMENDS", "SCAM", "QUERY"})
"""What a relay's own notices speak of too."""
_OWNERS = frozenset({"EXPERIENCE"})
"""What owners speak of who hand on what is left over."""
_NO_ACCOUNTS = frozenset({"不卖号", "不出号", "不接推广", "不做推广"})
_FOR = {"SELLS": 3, "INVITES": 1, "STOCK": 2, "ORDER": 2, "WARRANTY": 2, "CONTACT": 1}
"""How often a class may count for a sale: one word often said proves no more than a few do."""
_MOST_RATES = 4
_SHARES = 4
"""What a share at a price counts for: who looks for two more to split a plan sells them their part."""
_LIST = 3
"""What a list counts for whose lines name a good and its price each."""
_SHORT_LINE = 24
_NEAR = (Decimal("0.85"), Decimal("1.2"))
"""How far a local list price may be from its dollars."""
_VERB_LAST = frozenset({"ko", "ja", "tr", "fa"})
_HEAD = 4
_FLOURISH = 10
"""How many tokens a seller's opening question has at most."""
_MOSTLY = 0.7
"""Which share of the prices must be the provider's own for the text to be its price list."""
_TABLE = 3
_CODE = ("- [ ]", "- [x]", "```python", "```js", "```bash", "```json", "assert ", "def test")
_QUOTED_ROWS = 3
_OPEN = frozenset({"SELLS", "OFFERS", "INVITES", "ORDER", "CONTACT", "STOCK", "WARRANTY"})
_OFFERING = frozenset({"SELLS", "ORDER", "CONTACT", "RECHARGE", "GROUP", "MULT", "OWN"})
_USAGE = frozenset({"1M_tokens", "1K_tokens", "call"})
_MAKERS_ABROAD = frozenset({"anthropic", "openai", "google", "xai"})
_MAKERS_MONEY = frozenset({"USD", "EUR", "GBP"})
_COMMON = frozenset({"api", "endpoint", "接口", "缓存", "router", "gateway", "令牌"})


def sells(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether what was found is on sale here, by the words for and against it."""
    rates = [rate for rate in found if _is_rate(rate)]
    linked = leads_to_somebody(scene)
    positions = scene.tag_positions
    shares = _shares(scene, found)
    is_open = linked or shares or not positions.keys().isdisjoint(_OPEN)
    if _is_refused(scene, found, rates, linked=linked, is_open=is_open, shares=shares):
        return False
    stance = stance_against(scene, shares=shares, reached=linked or scene.has("CONTACT"))
    if not stance and positions.keys().isdisjoint(_AGAINST):
        return (
            bool(rates)
            or is_open
            or not positions.keys().isdisjoint(_FOR)
            or any(_stands_alone(scene, rate, len(found)) for rate in found)
        )
    supports = sum(min(most, scene.count(tag)) for tag, most in _FOR.items())
    supports += min(_MOST_RATES, 2 * len(rates)) + linked + _SHARES * shares + _LIST * _lists(scene, found)
    left = (_RULES if scene.context.recharge else frozenset()) | (_OWNERS if lets_go(scene) else frozenset())
    if _denies_accounts(scene, found):
        left |= {"DENIES"}
    if names_his_price(scene):
        left |= {"WANTED"}
    against = {tag: weight for tag, weight in _AGAINST.items() if tag not in left}
    return supports >= stance + sum(weight * scene.count(tag) for tag, weight in against.items())


def _is_refused(
    scene: Scene, found: list[Rate], rates: list[Rate], *, linked: bool, is_open: bool, shares: bool
) -> bool:
    """Tell whether the text's own shape says that nobody sells in it: wanted, a program, a question, a report."""
    if (
        (_seeks(scene) and (not shares or (scene.language in _VERB_LAST and not _seeks_people(scene))))
        or _is_code(scene)
        or _denies(scene, found)
        or scene.has("EXTRA", 0, _HEAD)
        or (_is_bait(scene, found) and not _welcomes(scene, found))
    ):
        return True
    if not linked and not rates and announces(scene):
        return True
    if all(rate.offer.per in _USAGE for rate in found) and not _runs_relay(scene, found):
        return True
    gifts = all(rate.offer.kind == "free" for rate in found)
    station = scene.context.recharge is not None and (bool(rates) or gifts)
    if (
        not is_open
        and not station
        and (asks(scene) or (_quotes_list(scene, found) and not _speaks_to_buyer(scene)))
    ):
        return True  # a question, or the provider's own offer, by someone who names no way to buy
    if linked:
        return False
    return _narrates(scene, found, rates, is_open=is_open) or (
        not shares
        and reports(
            scene,
            rates,
            is_open=is_open,
            station=station,
            against=not scene.tag_positions.keys().isdisjoint(_AGAINST),
        )
    )


def _narrates(scene: Scene, found: list[Rate], rates: list[Rate], *, is_open: bool) -> bool:
    selling = scene.has("SELLS") or scene.has("ORDER")
    return not rates and narrates(scene, found, is_open=is_open, selling=selling)


def _lists(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether three priced goods or more stand in lines of their own, no longer than a card's, or three packs."""
    packs = [
        rate for rate in found if rate.offer.kind == "credit" and rate.offer.price and rate.offer.face_value
    ]
    if len(packs) >= _TABLE:
        return True
    lines = {
        scene.line_of(rate.offer.start or 0)
        for rate in found
        if rate.offer.price and rate.offer.kind != "relay"
    }
    return sum(end - start <= _SHORT_LINE for start, end in lines) >= _TABLE


def _speaks_to_buyer(scene: Scene) -> bool:
    """Tell whether the words speak of the buyer's own account; English manuals say `your` too."""
    return scene.language != "en" and scene.has("YOU")


def _shares(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether a part of a plan is offered at a price; a list of the maker's prices may name seats too."""
    talk = any(scene.has(tag) for tag in ("OFFICIALTABLE", "QUERY", "MARKET", "LOTTERY"))
    return not talk and any(rate.offer.seats and rate.offer.price for rate in found)


def _seeks_people(scene: Scene) -> bool:
    """Tell whether people are what is sought, not a seat: 3 kişi arıyorum."""
    return any(
        quantity.kind == "seats" and scene.has("SEEKS", quantity.end, quantity.end + 1)
        for quantity in scene.quantities
    )


def _denies(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether the words say that nothing is sold here; gifts may be named all the same."""
    gifts = all(rate.offer.kind == "free" for rate in found)
    return scene.has("DENIES") and not (scene.context.recharge or gifts or _denies_accounts(scene, found))


def _denies_accounts(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether another good is denied than the one that is priced: 本站不卖号，只做 API."""
    said = {scene.tokens[at].entry for at in scene.tag_positions.get("DENIES", ())}
    return bool(said) and said <= _NO_ACCOUNTS and all(_is_rate(rate) for rate in found)


def _is_bait(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether another good leads, and AI is only what it is good for: a VPN, a mailbox to register Plus with."""
    start, end = scene.line_of(0)
    first = next((name.start for name in scene.products), len(scene.tokens))
    if first == len(scene.tokens) and all(rate.offer.price for rate in found):
        # what follows a price only goes with it
        end = min([end, *(rate.offer.start or 0 for rate in found)])
    if not scene.has("UNRELATED", start, min(first, end)) or scene.has("ACCOUNT", first, end):
        return False
    if scene.has("RELAY") or any(_is_rate(rate) for rate in found):
        return False
    if first < len(scene.tokens) and all(
        rate.offer.price and (rate.offer.start or 0) < first for rate in found
    ):
        return True  # the price is the other good's, AI comes with it
    lines = [scene.line_of(rate.offer.start or 0) for rate in found]
    return not any(name.level == "plan" for line in lines for name in scene.products_in(*line))


def _welcomes(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether nothing but gifts for who signs up is found: 绑定邮箱再送 1 刀."""
    return scene.has("NEWCOMER") and all(rate.offer.kind == "free" for rate in found)


def _is_code(scene: Scene) -> bool:
    """Tell whether a text is a program or a list of tasks: fences, quoted rows, boxes to tick."""
    plain = scene.plain
    return any(mark in plain for mark in _CODE) or plain.count('",') >= _QUOTED_ROWS


def _seeks(scene: Scene) -> bool:
    """Tell whether the first words look for a good: WTB, 求购, 收 Claude."""
    if scene.has("BOTH", *scene.line_of(0)):
        return False  # buys, and sells
    if _flatters(scene):
        return False
    if scene.has("SEEKS", 0, _HEAD):
        return True
    _, end = scene.clause_of(0)
    if scene.language in _VERB_LAST and scene.has("SEEKS", 0, end) and not scene.has("OFFERS", 0, end):
        return True
    return any(
        token.words == "收" and bool(scene.products_in(at, at + _HEAD))
        for at, token in enumerate(scene.tokens[:_HEAD])
    )


def _flatters(scene: Scene) -> bool:
    """Tell whether the first sentence asks the buyer what he seeks, and a price and a way to buy follow: Need credits? $35, PM."""
    end = next((at for at, token in enumerate(scene.tokens[:_FLOURISH]) if token.words == "?"), None)
    if end is None:
        return False
    follows = any(scene.has(tag, end) for tag in ("SELLS", "ORDER", "CONTACT")) or leads_to_somebody(scene)
    return follows and any(
        quantity.kind == "money" for quantity in scene.quantities_in(end, len(scene.tokens))
    )


def _quotes_list(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether nothing but the provider's own prices and trials are named."""
    first = next((quantity for quantity in scene.quantities if quantity.kind == "money"), None)
    official = first is not None and first.role == "reference" and scene.has("REF", 0, first.start)
    if official and len(found) == 1 and not _is_rate(found[0]):
        return True
    prose = "." in scene.codes or len(found) >= _TABLE
    listed = sum(
        _is_list_price(scene, rate)
        or (rate.offer.kind == "free" and not scene.has("RELAY") and not scene.has("APIKEY"))
        for rate in found
    )
    return prose and listed >= len(found) * _MOSTLY


def _is_list_price(scene: Scene, rate: Rate) -> bool:
    price = rate.offer.price
    listed = OFFICIAL_DOLLARS.get(rate.offer.product or "", ())
    if price is None:
        return False
    if price.currency == "USD":
        return str(price.amount) in listed
    units = scene.context.fx.get(price.currency)
    worth = price.amount / units / Decimal(listed[0]) if units and listed else Decimal(0)
    return _NEAR[0] <= worth <= _NEAR[1]


def _runs_relay(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether prices by tokens are a reseller's: official ones stand in news and manuals everywhere."""
    if scene.context.recharge is not None or len(scene.tokens) <= _SHORT_LINE:
        return True
    if leads_to_somebody(scene):
        return True
    abroad = [rate.offer for rate in found if rate.offer.provider in _MAKERS_ABROAD and rate.offer.price]
    if any(offer.price.currency not in _MAKERS_MONEY for offer in abroad if offer.price):
        return True  # the makers price tokens in dollars
    own = any(scene.tokens[at].entry not in _COMMON for at in scene.tag_positions.get("RELAY", ()))
    return own or scene.says(_OFFERING)


def _is_rate(rate: Rate) -> bool:
    offer = rate.offer
    return offer.group is not None or offer.per == "usd_credit" or offer.fraction is not None or offer.coupon


def _stands_alone(scene: Scene, rate: Rate, beside: int) -> bool:
    """Tell whether an offer stands in a short line, as lists and cards have it, not in a sentence."""
    start, end = scene.line_of(rate.offer.start or 0)
    cells = scene.codes.count("|", start, end)
    return end - start <= _SHORT_LINE * max(1, beside, cells if cells >= _TABLE else 1)
