"""Whether a lone sentence tells what happened: reports name prices too, but speak to nobody and lead up to the good."""

from __future__ import annotations

from crawlers.reading.owners import Rate
from crawlers.reading.scene import Scene

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


def narrates(scene: Scene, found: list[Rate], *, is_open: bool, selling: bool) -> bool:
    """Tell whether the sentence of the first offer is a report: a company does something, or words lead up to the good.

    `is_open` tells that a way to buy is named, if only a messenger's name; `selling` that a word of sale stands.
    """
    if scene.codes.count("n") >= _MOST_LINES or scene.has("YOU") or scene.has("SHARED"):
        return False
    return (_company_acts(scene) and not selling) or (not is_open and _leads_up(scene, found))


def _company_acts(scene: Scene) -> bool:
    """Tell whether a provider is who does something: `OpenAI closed ...`, `A Anthropic derrubou ...`."""
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
