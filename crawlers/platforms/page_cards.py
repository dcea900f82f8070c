"""What a page repeats outside of its tables: cards, list items, posts, entries of a definition list; its main good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from itertools import islice

import re2
from lxml.html import HtmlElement

from crawlers.platforms import shown, tree
from crawlers.platforms.block import FEWEST, PRICE_HEAD, PRICED, WHOSE, Block, is_priced, join_money
from crawlers.platforms.money import money_of

_HEADINGS = ("h1, h2, h3, h4, h5, h6", "[class*='title'], [class*='name']", "strong, b, a")
_NO_PARENT = {"table", "tbody", "thead", "tr", "select", "p", "span", "head", "svg", "dl"}
_NO_CARD = {
    "br", "p", "span", "script", "style", "option", "h1", "h2", "h3", "link", "meta", "td", "th", "button",
    "i", "b", "em", "strong", "small", "font", "u", "s", "del", "ins", "sup", "sub", "input", "label",
}  # fmt: skip
_LONGEST, _SHORT = 3_000, 40
_CLIMBED, _SCANNED = 6, 500
_NUMBERED = re2.compile(r"\d+")


def cards_of(root: HtmlElement, taken: Collection[HtmlElement], money: str = "") -> list[Block]:
    """Give the page's repeated pieces that hold a price, in its order, and the good that its first heading names.

    `money` is the currency of prices that are bare numbers, where the page names one.
    """
    entries = [block for listed in tree.select(root, "dl") for block in _entries(listed)]
    held = {*taken, *(node for block in entries for node in (block.node, *block.more))}
    chosen = [node for node in _repeated_in(root, money) if not _meets(node, held)]
    chosen = _with_alike(root, chosen, held, money)
    cards = [replace(_card(node), money=money) for node in chosen]
    main = _main(root, {*held, *chosen})
    return [*([main] if main else []), *entries, *cards]


def _repeated_in(root: HtmlElement, money: str) -> list[HtmlElement]:
    chosen: list[HtmlElement] = []
    inside: set[HtmlElement] = set()
    # From the innermost out, so that a section of cards is not itself taken for a card.
    for parent in reversed(list(root.iter())):
        if (
            not isinstance(parent.tag, str)
            or len(parent) < FEWEST
            or parent in inside
            or parent.tag in _NO_PARENT
        ):
            continue
        cards = _repeated(parent, money)
        if cards:
            chosen += reversed(cards)
            inside.update(parent.iterancestors())
            inside.add(parent)
    return list(reversed(chosen))


def _repeated(parent: HtmlElement, money: str) -> list[HtmlElement]:
    kinds = Counter(
        kind_of(child) for child in parent if isinstance(child.tag, str) and child.tag not in _NO_CARD
    )
    kind, count = kinds.most_common(1)[0] if kinds else ("", 0)
    if count < FEWEST:
        return []
    same = [child for child in parent if isinstance(child.tag, str) and kind_of(child) == kind]
    # What is hidden among its like is a pattern or a trap; a hidden panel of cards is a tab.
    seen = [child for child in same if not shown.is_hidden(child)] or same
    priced = [child for child in seen if is_priced(child, money)]
    return priced if len(priced) >= FEWEST and 2 * len(priced) >= len(seen) else []


def kind_of(node: HtmlElement) -> str:
    """Name what an element is like: its tag and first class, numbers left out.

    >>> kind_of(tree.parse("<body><div class='card-17 wide'></div></body>")[0][0])
    'div.card-'
    """
    first = (node.get("class") or "").strip().split(" ")[0]
    return f"{node.tag}.{_NUMBERED.sub('', first)}"


def _with_alike(
    root: HtmlElement, chosen: list[HtmlElement], held: Collection[HtmlElement], money: str
) -> list[HtmlElement]:
    """Add the pieces that stand like the chosen ones alone in their section (a list of one item)."""
    if not chosen:
        return []
    shapes = _shapes(root)
    wanted = {shapes[node] for node in chosen if node in shapes}
    kept = set(chosen)
    around = {up for node in chosen for up in node.iterancestors()}
    for node, shape in shapes.items():
        if shape not in wanted or node in kept or node in around or _meets(node, kept) or _meets(node, held):
            continue
        if is_priced(node, money) and not shown.is_hidden(node):
            kept.add(node)
    return [node for node in shapes if node in kept]


def _shapes(root: HtmlElement) -> dict[HtmlElement, int]:
    """Give every element a number by its way down from the root: tags and classes, never its place among its like."""
    numbers: dict[tuple[int, str], int] = {}
    shapes: dict[HtmlElement, int] = {}
    for node in root.iter():
        if isinstance(node.tag, str):
            above = shapes.get(node.getparent(), -1)
            shapes[node] = numbers.setdefault((above, kind_of(node)), len(numbers))
    return shapes


def _meets(node: HtmlElement, taken: Collection[HtmlElement]) -> bool:
    return bool(taken) and (node in taken or any(parent in taken for parent in node.iterancestors()))


def _card(node: HtmlElement) -> Block:
    text = join_money(tree.words(node))
    headings = (tree.line(found) for css in _HEADINGS for found in tree.select(node, css))
    title = next((line for line in headings if line and not PRICED.fullmatch(line)), text.split("\n", 1)[0])
    link = node if node.tag == "a" else tree.first(node, "a[href]")
    return Block(node, title[:500], text, tree.attr(link, "href"))


def _entries(listed: HtmlElement) -> list[Block]:
    """Give the terms of a definition list with what follows each; none where they name the parts of one good."""
    terms: list[tuple[HtmlElement, list[HtmlElement]]] = []
    for child in tree.select(listed, "dt, dd"):
        if child.tag == "dt":
            terms.append((child, []))
        elif terms:
            terms[-1][1].append(child)
    found = []
    for term, more in terms:
        said = "\n".join(filter(None, (tree.words(node, 3_000) for node in more)))
        title = tree.line(term)
        if title and PRICED.search(said):
            link = next(
                (tree.first(node, "a[href]") for node in (term, *more) if tree.select(node, "a[href]")), None
            )
            found.append(Block(term, title, f"{title}\n{said}", tree.attr(link, "href"), more=tuple(more)))
    parts = any(PRICE_HEAD.search(block.title) for block in found)
    return [] if parts or len(found) < FEWEST or 2 * len(found) < len(terms) else found


def _main(root: HtmlElement, taken: Collection[HtmlElement]) -> Block | None:
    """Give the good of a page of one: what holds its first heading and a price outside of all that is repeated."""
    heading = tree.first(root, "h1")
    if heading is None or not taken or _meets(heading, taken):
        return None
    title = tree.line(heading)
    if not WHOSE.search(title):
        return None
    for around in islice(heading.iterancestors(), _CLIMBED):
        if around.tag in ("body", "html") or around is root:
            return None
        if any(
            _is_price(node) and not _meets(node, taken) for node in islice(around.iterdescendants(), _SCANNED)
        ):
            said = tree.words(around, without=taken)
            return Block(around, title, said, "", without=frozenset(taken)) if len(said) <= _LONGEST else None
    return None


def _is_price(node: HtmlElement) -> bool:
    """Say whether an element says an amount of money and nothing else: a multiplier is a station's, no good's."""
    return isinstance(node.tag, str) and money_of(tree.line(node, _SHORT)) is not None
