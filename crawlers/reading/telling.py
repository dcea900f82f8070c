"""Whether words only tell: a maker announces, a company acts, somebody asks or reports, and nobody in them sells."""

from __future__ import annotations

from crawlers.reading.owners import Rate
from crawlers.reading.scene import Scene

_OPENING = 14
"""How many tokens into a text its maker must be named to be who acts."""
_SENTENCE = frozenset("n.;")
_GOODS = ("APIKEY", "ACCOUNT", "CREDIT", "RELAY", "TIER")
"""What makes a maker's name that of a good: OpenAI keys."""

_MOST_LINES = 2
_LEAD = 3
"""How many words that no table knows may stand before the good's name where it is sold; more tell a story."""
_ENGLISH_LEAD = 5
_HEAD = 2
_ARTICLE = 3
_RUN_TOGETHER = frozenset({"zh", "zh-Hant"})
"""Languages in which a run of unknown letters may be anything: 的, 账户, a verb."""
_LISTED = frozenset("|:-e>=+")
"""Signs that part a heading from what is sold."""

_WONDERS = (
    "吗",
    "么",
    "呢",
    "嘛",
    "か",
    "かな",
    "까",
    "나요",
    "까요",
    "ไหม",
    "nhỉ",
    "không ạ",
    "à",
    "مگه",
    "چیه",
    "क्या",
)
_FLOURISH = 8
"""How many tokens the question of a seller's flourish has at most: 还在为封号烦恼吗?"""

_REPORT = 2
_SHORT_TEXT = 36
_LONG = 30
_RELAYS = frozenset({"MULT", "GROUP", "RECHARGE"})


def announces(scene: Scene) -> bool:
    """Tell whether a maker is said to launch or to price a plan of its own: OpenAI lance ChatGPT Go à 8 €."""
    if not scene.has("ANNOUNCE") or scene.context.recharge is not None:
        return False
    named = (*scene.places("COMPANY", 0, _OPENING), *scene.places("MAKER", 0, _OPENING))
    for at in named:
        _, end = scene.clause_of(at, _SENTENCE)
        if scene.token_tags(at + 1).isdisjoint(_GOODS) and scene.has("ANNOUNCE", at, end):
            return True
    return False


def narrates(scene: Scene, found: list[Rate], *, is_open: bool, selling: bool) -> bool:
    """Tell whether the sentence of the first offer is a report: a company does something, or words lead up to the good.

    `is_open` tells that a way to buy is named, if only a messenger's name; `selling` that a word of sale stands.
    """
    if scene.codes.count("n") >= _MOST_LINES or scene.has("YOU") or scene.has("SHARED"):
        return False
    return (_company_acts(scene) and not selling) or (not is_open and _leads_up(scene, found))


def asks(scene: Scene) -> bool:
    """Tell whether the text asks anything: a seller's flourish has a way to buy beside it."""
    return ("?" in scene.plain and any(token.words == "?" for token in scene.tokens)) or _wonders(scene)


def reports(scene: Scene, rates: list[Rate], *, is_open: bool, station: bool, against: bool) -> bool:
    """Tell whether a text that leads to nobody only speaks of prices.

    `station` says that a relay states its own, `against` that words speak against a sale.
    """
    stocked = scene.has("OFFERS") or scene.has("STOCK") or bool(rates)
    if _sentences_report(scene, rates, against=against) or (asks(scene) and not stocked and not station):
        return True
    tariff = bool(rates) and any(quantity.kind == "swap" for quantity in scene.quantities)
    own = is_open or tariff or _bills(scene, rates) or scene.has("OWN") or scene.context.recharge is not None
    prose = scene.codes.count(".") > scene.codes.count("n") + len(rates)
    return not own and len(scene.tokens) > _LONG and prose


def _bills(scene: Scene, rates: list[Rate]) -> bool:
    """Tell whether the reader is told what a dollar costs him, and nothing else: you pay $0.12 for each $1."""
    return bool(rates) and scene.has("YOU") and all(rate.offer.per == "usd_credit" for rate in rates)


def _company_acts(scene: Scene) -> bool:
    """Tell whether a maker is who does something: `OpenAI closed ...`, `A Anthropic derrubou ...`."""
    for at in scene.places("COMPANY", 0, _HEAD):
        if at and len(scene.tokens[0].words) > _ARTICLE:
            continue  # пополнение Anthropic Console
        for beside, code in zip(scene.tokens[at + 1 : at + 1 + _HEAD], scene.codes[at + 1 :], strict=False):
            if "NEWS" in beside.tags:
                return True
            if code == "w" and not beside.tags and beside.words.isalpha():
                return beside.words.isascii() or scene.language not in _RUN_TOGETHER
            if code != "/":
                break
    return False


def _leads_up(scene: Scene, found: list[Rate]) -> bool:
    """Tell whether a run of plain words stands before the name of what would be sold."""
    first = min(rate.offer.start or 0 for rate in found)
    start, _ = scene.clause_of(first)
    names = [name for name in scene.products_in(start, len(scene.tokens)) if name.level == "plan"]
    names = names or scene.products_in(start, len(scene.tokens))
    end = min(names[0].start, first) if names else first
    if _LISTED & set(scene.codes[end:first]):
        return False  # a name, a dash, its price
    lead = 0
    for at in range(start, end):
        if scene.codes[at] in _LISTED:
            lead = 0
        elif scene.codes[at] == "w" and not scene.tokens[at].tags and scene.tokens[at].words.isalpha():
            lead += 1
    return lead >= (_ENGLISH_LEAD if scene.language == "en" else _LEAD)


def _wonders(scene: Scene) -> bool:
    """Tell whether a sentence ends in a word that only asks, without a question mark: 靠谱吗, 大家都这样吗."""
    for at, token in enumerate(scene.tokens):
        if token.words.endswith(_WONDERS) and (at + 1 == len(scene.tokens) or scene.codes[at + 1] in "n.,;"):
            start, _ = scene.clause_of(at)
            if at - start > _FLOURISH or "QUERY" in scene.tag_positions:
                return True
    return False


def _sentences_report(scene: Scene, rates: list[Rate], *, against: bool) -> bool:
    """Tell whether sentences that name no way to reach anybody only speak of prices: nobody in them offers."""
    sentences = scene.codes.count(".")
    if sentences < _REPORT or sentences <= scene.codes.count("n") or scene.context.recharge is not None:
        return False
    if scene.has("CONTACT") or scene.count("OFFERS"):
        return False
    if len(scene.tokens) <= _SHORT_TEXT and not against and not scene.has("REF"):
        return False
    recharge = any(quantity.kind == "swap" for quantity in scene.quantities)
    if _bills(scene, rates):
        return False
    if not against and len({rate.offer.provider for rate in rates if rate.offer.fraction}) > 1:
        return False  # Claude at a fifth of the official rate, Gemini at a tenth
    return against or not ((rates and scene.says(_RELAYS)) or recharge)
