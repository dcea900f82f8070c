"""Any page split into what it repeats: rows of tables, cards and list items that hold a price; and the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml.html import HtmlElement

from crawlers.platforms import tree
from crawlers.platforms.block import MOST, WHOSE, Block
from crawlers.platforms.page_cards import cards_of
from crawlers.platforms.page_money import stated_money
from crawlers.platforms.page_tables import rows_of

__all__ = ["Block", "blocks_of", "rest_of"]

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend", "summary"}
_LONGEST = 120
_INNER, _ITEM = "h7", "h8"


def blocks_of(root: HtmlElement) -> list[Block]:
    """Split a page or fragment; the blocks never overlap, rows of tables first, each kind in the page's order.

    A block whose own words name no maker takes the heading above it along, where that names one.
    """
    money = stated_money(tree.words(root))
    rows = [replace(block, money=money) for table in tree.select(root, "table") for block in rows_of(table)]
    blocks = [*rows, *cards_of(root, {block.node for block in rows}, money)][:MOST]
    if all(WHOSE.search(block.text) for block in blocks):
        return blocks
    headings = _headings_above(root, {block.node for block in blocks})
    return [
        replace(block, heading=headings[block.node])
        if headings.get(block.node) and not WHOSE.search(block.text)
        else block
        for block in blocks
    ]


def rest_of(root: HtmlElement, blocks: Iterable[Block]) -> str:
    """Give the words of a page outside its blocks."""
    return tree.words(root, without={node for block in blocks for node in (block.node, *block.more)})


def _headings_above(root: HtmlElement, nodes: set[HtmlElement]) -> dict[HtmlElement, str]:
    """Give the nearest heading above each node that says whose products follow, until one as high says another thing."""
    found: dict[HtmlElement, str] = {}
    levels: dict[str, str] = {}
    within = {inner for node in nodes for inner in node.iterdescendants()}
    for element in root.iter():
        if element in nodes:
            found[element] = levels[max(levels)] if levels else ""
        elif element not in within and (level := _level(element)):
            said = " ".join((element.text or "").split()) if level == _ITEM else tree.line(element, _LONGEST)
            levels = {above: words for above, words in levels.items() if above < level}
            if WHOSE.search(said):
                levels[level] = said[:_LONGEST]
    return found


def _level(element: HtmlElement) -> str:
    """Give how deep a heading stands ("h2"); a list's item that has a list of its own heads that."""
    if element.tag in _HEADINGS:
        return element.tag if element.tag[1:].isdigit() else _INNER
    return _ITEM if element.tag == "li" and next(element.iterdescendants("li"), None) is not None else ""
