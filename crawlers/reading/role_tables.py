"""Which class of words before a number gives it which role, and what each role means."""

from __future__ import annotations

LEFT = {
    "COST": "cost",
    "REF": "reference",
    "THRESHOLD": "threshold",
    "BONUS": "gift",
    "REFERRAL": "gift",
    "STOCK": "stock",
    "SOLDOUT": "stock",
    "CONTACT": "contact",
    "CODE": "code",
    "VERSIONISH": "technical",
    "EXPECT": "expected",
    "FREE": "gift",
    "SAVING": "coupon",
    "RIVAL": "reference",
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
    "contact": "an account or group number",
    "coupon": "a discount on the seller's own price",
}
ROLES_OF_BARE = tuple(LEFT.items())
ROLES_OF_MONEY = tuple(item for item in ROLES_OF_BARE if item[0] not in ("CONTACT", "VERSIONISH", "STOCK"))
OF_TERMS = (("WARRANTY", "warranty"), ("LIFESPAN", "technical"))
ROLES_OF_COUNT = (*OF_TERMS, *(item for item in ROLES_OF_MONEY if item[0] != "REFERRAL"))
ROLES_OF_RATE = tuple(
    item for item in LEFT.items() if item[0] in ("COST", "EXPECT", "VERSIONISH", "THRESHOLD", "RIVAL", "ASK")
)
ROLES_OF_USAGE = (*ROLES_OF_RATE, ("REF", "reference"))
MONEYLIKE = frozenset({"money", "bare"})
ASK_REACH = 3
COUNT_REACH = 3
RATES = frozenset({"group", "dollar", "fraction", "percent"})
COUNTS = frozenset({"term", "seats", "records", "pieces", "volume", "uses"})
RATE_ROLES = frozenset({"reference", "cost", "expected", "technical", "threshold"})
TERM_ROLES = frozenset({"warranty", "stock", "gift", "threshold", "technical"})
