"""Money that a sentence says each official dollar costs, where the phrase stands apart from the numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from crawlers.reading.quantity import Quantity
from crawlers.reading.scene import Scene

_OFFICIAL = (
    r"\b(?:one|an|each|every|per|1) (?:official|list|list-price) (?:dollar|usd)|\$1[* _]{1,4}(?:of official|you (?:would|'d) (?:have )?(?:spen[dt]|pa(?:y|id)))|\bper dollar of (?:official|list)"
    r"|(?:سعر|كل|لكل|مقابل) (?:ال)?دولار (?:ال)?رسمي|(?:هر|قیمت) دلار رسمی"
    r"|\b(?:cada|el|o|por) d[óo]lar (?:de (?:consumo|uso|gasto) )?oficial|\b(?:le|chaque|par) dollar (?:d['’]usage )?officiel|\b(?:pro|je|jeder|den) offizielle[mnr]? dollar|\b(?:il|ogni|per) dollaro ufficiale"
    r"|официальн\w+ доллар|(?:mỗi|một|1) (?:đô|đô la|usd) (?:chính thức|chính hãng|official)|(?:setiap|per) (?:dolar|dollar|usd) resmi|\bresmi (?:her )?(?:1 )?dolar|公式(?:の)?\s?1\s?ドル|공식 ?1 ?달러"
)
_BARE = r"[0-9][^\n0-9]{0,6} (?:le dollar|the dollar|der dollar|il dollaro|el d[óo]lar|o d[óo]lar)(?: de (?:saldo|cr[ée]dit\w*))?\s?(?:[.,;!)\n]|$)"
_PHRASE = re.compile(f"(?i){_OFFICIAL}")
_CLOSED = re.compile(f"(?i){_BARE}")
_NAMES = ("dollar", "usd", "$1", "dólar", "dolar", "доллар", "đô", "ドル", "달러", "دولار", "دلار")
"""One of them stands in every such phrase; looking for them costs a hundredth of looking for the phrases."""
_MOST = Decimal(1)
_NEAR = 2
_WHY = "the words say for each official dollar"


def read_each_dollar(scene: Scene) -> None:
    """Read `¥0.9 buys one official dollar`, `0,10 € le dollar`: the line's money is paid for one dollar of use.

    Money of its own good further on in the line is read so only where a name or a group parts it from the first.
    """
    low = scene.plain.lower()
    if not scene.quantities or not any(name in low for name in _NAMES):
        return
    for start, end in scene.lines:
        if not scene.quantities_in(start, end):
            continue
        words = scene.plain[scene.tokens[start].start : scene.tokens[end - 1].end]
        if _PHRASE.search(words):
            _read_line(scene, start, end)
        elif (closed := _CLOSED.search(words)) is not None:
            at = scene.tokens[start].start + closed.start()
            _read_last(scene, start, end, at)


def _read_line(scene: Scene, start: int, end: int) -> None:
    for one in scene.quantities_in(start, end):
        if one.kind != "money" or one.role:
            continue
        if one.currency == "USD" and one.amount == 1 and one.start and scene.codes[one.start - 1] == "/":
            one.role, one.why = "technical", "the dollar that the prices of its line are for"
        elif scene.has("WAS", max(start, one.start - _NEAR), one.start):
            one.role, one.why = "previous", "the words say that it was the price"
        elif _is_rate(one) and _has_good(scene, one):
            one.kind, one.why = "dollar", _WHY


def _read_last(scene: Scene, start: int, end: int, at: int) -> None:
    for one in scene.quantities_in(start, end):
        touches = scene.tokens[one.start].start <= at < scene.tokens[one.end - 1].end
        if touches and one.kind == "money" and not one.role and one.currency != "USD":
            one.kind, one.why = "dollar", _WHY


def _is_rate(one: Quantity) -> bool:
    """Tell whether an amount can be what one dollar costs: less than a dollar, or other money."""
    return one.currency is not None and not one.term and (one.currency != "USD" or one.amount < _MOST)


def _has_good(scene: Scene, one: Quantity) -> bool:
    """Tell whether the clause of an amount names what is sold at it; a minimum or a gift names nothing."""
    start, end = scene.clause_of(one.start)
    return (
        bool(scene.products_in(start, end))
        or scene.has("GROUP", start, end)
        or scene.has("RELAY", start, end)
    )
