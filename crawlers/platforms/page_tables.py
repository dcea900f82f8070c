"""Tables of a page as rows of goods: spanned cells count in every row and column that they cover."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import re2
from lxml.html import HtmlElement

from crawlers.platforms import tree
from crawlers.platforms.block import FEWEST, MOST, PRICE_HEAD, PRICED, Block

Line = list[tuple[HtmlElement, str]]
_DIGIT = re2.compile(r"\p{Nd}")
_WIDEST, _TALLEST = 60, 1_000
_NUMBER = re2.compile(r"^\d{1,4}$")


def rows_of(table: HtmlElement) -> list[Block]:
    """Give the rows that hold a price; none where the table lays out a page or states the parts of one good."""
    if tree.select(table, "table table"):
        return []
    lines = _lines(table)
    if len(lines) < FEWEST:
        return []
    if not _is_head(lines[0]):
        return _bare_rows(lines)
    deep = 2 if _spans(lines[0]) and len(lines) > FEWEST and _is_head(lines[1]) else 1
    heads = [_said(column) for column in zip(*lines[:deep], strict=False)]
    grouped = [lines[0][at][1] if deep > 1 else "" for at in range(len(heads))]
    priced = any(PRICE_HEAD.search(head) for head in heads)
    return [block for line in lines[deep:] if (block := _row(line, heads, grouped, priced=priced))]


def _lines(table: HtmlElement) -> list[Line]:
    """Give the table as a grid: a cell stands in each place that it spans."""
    found: list[Line] = []
    pending: dict[int, tuple[HtmlElement, str, int]] = {}
    for row in tree.select(table, "tr")[:MOST]:
        line: Line = []
        for cell in _cells(row):
            _fill(line, pending)
            text = _words(cell)
            for _ in range(min(_span(cell, "colspan"), _WIDEST)):
                if len(line) < _WIDEST:
                    if (down := _span(cell, "rowspan")) > 1:
                        pending[len(line)] = (cell, text, down - 1)
                    line.append((cell, text))
        _fill(line, pending)
        if line:
            found.append(line)
    return found


def _cells(row: HtmlElement) -> Iterable[HtmlElement]:
    """Give a row's own cells; in broken pages one may lie inside of another, and only the innermost words count."""
    cells = tree.select(row, "td, th")
    return (cell for cell in cells if next(cell.iterancestors("tr"), None) is row)


def _words(cell: HtmlElement) -> str:
    inner = tree.select(cell, "tr")
    return " ".join(tree.words(cell, 2_000, without=set(inner), links=False).split())[:500]


def _fill(line: Line, pending: dict[int, tuple[HtmlElement, str, int]]) -> None:
    while (held := pending.get(len(line))) and len(line) < _WIDEST:
        cell, text, left = held
        if left > 1:
            pending[len(line)] = (cell, text, left - 1)
        else:
            del pending[len(line)]
        line.append((cell, text))


def _span(cell: HtmlElement, name: str) -> int:
    written = tree.attr(cell, name)
    return max(1, min(int(written), _TALLEST)) if _NUMBER.search(written) else 1


def _spans(line: Line) -> bool:
    return any(first is second for (first, _), (second, _) in itertools.pairwise(line))


def _said(column: Iterable[tuple[HtmlElement, str]]) -> str:
    return " ".join(dict.fromkeys(text for _, text in column if text))


def _is_head(line: Line) -> bool:
    return all(node.tag == "th" for node, _ in line) or not PRICED.search(" ".join(text for _, text in line))


def _bare_rows(lines: list[Line]) -> list[Block]:
    """Give the rows of a table without heads, where most name a good and its price."""
    named = [line for line in lines if len(line) >= FEWEST and line[0][1]]
    found = [line for line in named if PRICED.search(" ".join(text for _, text in line[1:]))]
    # "Price | $12" states a part of one good, "Claude Pro | $12" is a good.
    if (
        len(found) < FEWEST
        or 2 * len(found) < len(lines)
        or any(PRICE_HEAD.search(line[0][1]) for line in named)
    ):
        return []
    return [block for line in found if (block := _row(line, [""] * len(line), [], priced=False))]


def _row(line: Line, heads: list[str], grouped: list[str], *, priced: bool) -> Block | None:
    own = [
        at for at in range(len(line)) if at < len(heads) and (at == 0 or line[at][0] is not line[at - 1][0])
    ]
    cells = tuple((heads[at], line[at][1]) for at in own)
    whole = " ".join(text for _, text in cells)
    title = next((text for _, text in cells if text), "")
    # Under a head that says price any number is one, whatever currency its words name.
    if not title or not (PRICED.search(whole) or (priced and _DIGIT.search(whole))):
        return None
    node = next(line[at][0].getparent() for at in reversed(own))
    said = "\n".join(f"{head}：{text}" if head else text for head, text in cells if text)
    return Block(
        node=node,
        title=_title(title, cells),
        text=said,
        href=tree.attr(tree.first(node, "a[href]"), "href"),
        cells=cells,
        variants=_variants(line, own, heads, grouped),
        bare=not any(heads),
    )


def _variants(
    line: Line, own: list[int], heads: list[str], grouped: list[str]
) -> tuple[tuple[str, str], ...]:
    """Give the prices of columns that stand under one common head of price, by the heads of their own."""
    under = [at for at in own if at < len(grouped) and PRICE_HEAD.search(grouped[at]) and line[at][1]]
    if len(under) < FEWEST:
        return ()
    return tuple((heads[at].removeprefix(grouped[at]).strip(), line[at][1]) for at in under)


def _title(title: str, cells: tuple[tuple[str, str], ...]) -> str:
    # A row's other cells name the good as much as its first: 月卡, $300, 30 天.
    named = [text for head, text in cells if text and not PRICE_HEAD.search(head)]
    return " ".join(named)[:200] if 0 < len(named) < len(cells) else title
