"""News and talk in which nobody sells, told by who does what: a provider announces, somebody sold, somebody wonders."""

from __future__ import annotations

from crawlers.reading.scene import Scene

_COMPANIES = frozenset(
    [
        "openai",
        "anthropic",
        "google",
        "xai",
        "open ai",
        "오픈ai",
        "앤트로픽",
        "구글",
        "オープンai",
        "谷歌",
        "a社",
        "anthropic's",
        "openai's",
    ]
)
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
_FIRST = 14


def announces(scene: Scene) -> bool:
    """Tell whether a provider is said to launch or to price a plan of its own: OpenAI lance ChatGPT Go à 8 €."""
    if not scene.has("ANNOUNCE") or scene.context.recharge is not None:
        return False
    for name in scene.products[:3]:
        if name.level == "model" or name.start > _FIRST or not _is_company(scene, name.start):
            continue
        _, end = scene.clause_of(name.start, _SENTENCE)
        if scene.has("ANNOUNCE", name.start, end):
            return True
    return False


_SENTENCE = frozenset("n.;")


def _is_company(scene: Scene, at: int) -> bool:
    """Tell whether a maker itself is named, not its keys or accounts."""
    token = scene.tokens[at]
    if token.words not in _COMPANIES:
        return False
    after = scene.token_tags(at + 1) if at + 1 < len(scene.tokens) else frozenset()
    return after.isdisjoint(("APIKEY", "ACCOUNT", "CREDIT", "RELAY", "TIER"))


def wonders(scene: Scene) -> bool:
    """Tell whether a sentence ends in a word that only asks, without a question mark: 靠谱吗, 大家都这样吗."""
    for at, token in enumerate(scene.tokens):
        if token.words.endswith(_WONDERS) and (at + 1 == len(scene.tokens) or scene.codes[at + 1] in "n.,;"):
            start, _ = scene.clause_of(at)
            if at - start > _FLOURISH or "QUERY" in scene.tag_positions:
                return True
    return False
