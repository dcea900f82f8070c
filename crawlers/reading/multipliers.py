"""Numbers without a unit of their own: which are multipliers, and which count those who share."""

from __future__ import annotations

from itertools import pairwise

from crawlers.reading.lexicon.roles import AND_OR
from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_STOPS = frozenset("n;|.,e")
_RIGHT_REACH = 3
_MOST_SHARERS = 12
_INTO = frozenset({"in", "en", "em", "na", "на", "into", "by", "cho", "untuk", "für", "zu", "per", "à"})

_LINKS = AND_OR | {"或者", "与", "、", "/"}
_SEATS = frozenset({"子号", "席位", "子席位", "车位", "坑位", "一位"})
_WE_ARE = frozenset({"somos", "siamo", "sommes", "нас", "jesteśmy", "kami", "biz"})
"""Words before the number of all who share: somos 5, нас 4."""


def counts_sharers(scene: Scene, quantity: Quantity) -> bool:
    """Read ghép 4, หาร 4, 拼4: the number of those who share."""
    if not 2 <= quantity.amount <= _MOST_SHARERS or quantity.amount % 1 or not quantity.start:  # noqa: PLR2004 - two share
        return False
    at = quantity.start - 1
    if at and scene.tokens[at].words in _INTO:
        at -= 1
    if scene.tokens[at].words in _SEATS and scene.codes[quantity.end : quantity.end + 1] in (
        "",
        "n",
        ",",
        ";",
    ):
        return False  # Team 子号 12
    if scene.tokens[at].words in _WE_ARE:
        return scene.has("SHARED", *scene.line_of(at))
    return "SHARED" in scene.tokens[at].tags and scene.codes[quantity.end : quantity.end + 1] != "x"


def share_units(scene: Scene) -> None:
    """Read both numbers of `0.22或者0.42倍率` and of `倍率0.1和1.2` in the one unit that stands there."""
    for first, second in pairwise(scene.quantities):
        if not _linked(scene, first, second):
            continue
        if first.kind == "bare" and second.kind in ("group", "fraction"):
            _take_unit(first, second.kind)
        elif second.kind == "bare" and first.kind == "group" and scene.codes[first.end - 1] == "N":
            _take_unit(second, "group")


def _linked(scene: Scene, first: Quantity, second: Quantity) -> bool:
    """Tell whether `or` or a stroke joins two numbers, what the first is for in brackets between: 0.6 (aws) / 1.1."""
    at = first.end
    if scene.codes[at : at + 1] == "(":
        at = scene.codes.find(")", at, second.start) + 1
    return second.start - at == 1 and scene.tokens[at].words in _LINKS


def _take_unit(quantity: Quantity, kind: str) -> None:
    quantity.kind = kind
    if kind == "fraction":
        quantity.amount /= 100 if quantity.amount >= 10 else 10  # noqa: PLR2004 - 35折 and 3.5折
    quantity.second = quantity.amount


def not_a_rate(scene: Scene, quantity: Quantity) -> bool:
    """Tell 7 倍周额度, 10x faster, Batch API 0.5x from a group multiplier."""
    start, end = max(0, quantity.start - _RIGHT_REACH), min(len(scene.tokens), quantity.end + 2)
    if _multiplies(scene, quantity) or _counts_pieces(scene, quantity):
        return True
    times = scene.tokens[quantity.end - 1].words == "倍" and quantity.amount > 1
    if times and start < quantity.start and scene.tokens[quantity.start - 1].words == "的":
        return True  # Pro 的 5 倍
    return not 0 < quantity.amount <= _HIGHEST_GROUP or scene.has("NOTRATE", start, end)


def stands_alone(scene: Scene, start: int, end: int) -> bool:
    """Tell whether nothing else stands in the line of the tokens."""
    return scene.line_of(start) == (start, end)


def _beside_multiplier(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the line before, else the one after, is the one word for multiplier: cc / 1.2 / 倍率."""
    lines = []
    if quantity.start:
        lines.append(scene.line_of(quantity.start - 1))
    if quantity.end < len(scene.tokens):
        lines.append(scene.line_of(quantity.end + 1))
    return any("R" in codes and set(codes) <= _MULT_LINE for codes in (scene.codes[s:e] for s, e in lines))


_STILL = frozenset({"还是", "仍是", "仍为", "依旧", "照旧", "依然", "依然是", "维持在"})
_PAST = ("昨天", "昨晚", "之前", "原来", "以前", "上周", "早上", "前天", "当时", "那会", "去年", "上个月")
_MULT_LINE = frozenset("R:()")


def _multiplies(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a sum is written: 分组×0.3 is what you pay."""
    at = quantity.start
    if scene.codes[at] != "x" or not at or not scene.tokens[at - 1].tags & {"GROUP", "MULT"}:
        return False
    return not scene.products_in(*scene.line_of(at))


def _counts_pieces(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether pieces are counted before a plan: 14x ChatGPT Plus; 3x de R$ 78 are instalments."""
    at = quantity.end
    if quantity.amount % 1 or scene.codes[at - 1] != "x" or at >= len(scene.tokens):
        return False
    plans = [name for name in scene.products_in(at, at + 1) if name.level == "plan" and name.slug]
    if "TIER" in scene.tokens[at].tags and scene.codes[at + 1 : at + 3] in _PRICED:
        return True  # 10x plus = 26
    return bool(plans) or (scene.tokens[at].words in _PARTS and scene.codes[at + 1 : at + 2] == "C")


_PRICED = frozenset({"=N", ":N", "-N", "=C", ":C", "-C"})
_PARTS = frozenset({"de", "of", "à", "по", "da", "von", "sin", "sem"})

_HIGHEST_GROUP = 30

_LIKELY_GROUP = 10

_GROUP_REACH = 4

_BEFORE_GROUP = frozenset({"直接", "目前", "当前", "暂时", "暂定", "先", "统一", "仍为", "仍是", "还是", "依旧", "照旧", "均为", "都为", "是", "为", "按", "只有", "一律", "都是", "到", "调低到", "调高到", "调低", "恢复", "现在", "is", "at", "to",
                           "set", "just", "now", "all", "는", "が", "は", "là", "ist", "es", "adalah"})  # fmt: skip

_RELAY_TAGS = frozenset({"RELAY", "MULT", "GROUP", "RECHARGE"})


def _plainly(scene: Scene, quantity: Quantity) -> bool | None:
    """Tell whether a line of its own beside 倍率, or 还是 before it, says of a number that it is one; None for neither."""
    if stands_alone(scene, quantity.start, quantity.end) and _beside_multiplier(scene, quantity):
        return True
    if (
        quantity.start
        and scene.tokens[quantity.start - 1].words in _STILL
        and quantity.amount < _LIKELY_GROUP
    ):
        if quantity.start > 1 and scene.tokens[quantity.start - 2].words.endswith(_PAST):
            return False  # 昨天还是 0.21
        if scene.has("TOPRATE", max(0, quantity.start - _GROUP_REACH), quantity.start):
            return False  # 汇率依旧 0.45
        return scene.context.recharge is not None or any(scene.has(tag) for tag in _RELAY_TAGS)
    return None


def is_multiplier(scene: Scene, quantity: Quantity) -> bool:  # noqa: PLR0911 - a line a case
    """Tell whether a multiplier word, a group or an arrow before a bare number makes it a multiplier."""
    if quantity.amount > _HIGHEST_GROUP or not quantity.amount:
        return False
    plainly = _plainly(scene, quantity)
    if plainly is not None:
        return plainly
    at = quantity.start - 1
    plain = True
    while at >= max(0, quantity.start - _GROUP_REACH) and scene.codes[at] not in _STOPS:
        tags = scene.tokens[at].tags
        if "MULT" in tags or ("GROUP" in tags and plain):
            return True
        if (
            "RESPECT" not in tags
            and scene.codes[at] == "w"
            and scene.tokens[at].words not in _BEFORE_GROUP
            and not tags
        ):
            return False
        if "CHANGE" in tags and quantity.amount < _LIKELY_GROUP:
            return scene.context.recharge is not None or scene.says(_RELAY_TAGS)
        if scene.codes[at] == "N":
            return False
        plain = plain and scene.tokens[at].words in _BEFORE_GROUP
        at -= 1
    return False
