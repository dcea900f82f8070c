"""What a reader needs of a page's make, learnt by trial: a key, class, tag or attribute without which it reads otherwise.

A layout that renames or moves one of these changes what is read, also where every count and every price still stands.
What a page may do without (a ribbon on the few goods that are sold out, an operator's own group names) is not needed.
Pure.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from crawlers.page import Page, Reading
from crawlers.platforms.tree import depth_of, root_of
from crawlers.trials import (
    MARK,
    along,
    cut,
    elements,
    is_json,
    json_of,
    moved,
    nested,
    objects,
    renamed,
    type_of,
    without_attribute,
    without_class,
    without_tag,
    written,
)

Read = Callable[[Page], Reading]
Pages = Iterable[tuple[Page, Reading]]
NEEDS = "needs"
_KEY = re.compile(r"[A-Za-z_$@][\w$@-]{0,60}")
_WORD = re.compile(r"[\w:-]{1,60}")
_MOST_TRIALS, _LONGEST, _DEEP = 150, 300_000, 60
MOST_PAGES = 20
"""Pages of a role whose make is looked at."""
_FEW = 3
_LEFT_ALONE = frozenset({"html", "head", "body", "meta", "script", "br"})
_NO_NAMES = frozenset({"class", "lang", "charset", "style"})


def needs_of(read: Read, pages: Pages) -> dict[str, str]:
    """Learn what each kind of page is needed to have: `<role>.needs` -> words such as `class:price<card`, `key:data/[]/name=s`.

    Of each role the two fullest pages are tried; what only one of them needs and the other lacks is left out.
    """
    by_role: dict[str, list[tuple[Page, Reading]]] = defaultdict(list)
    for page, reading in pages:
        if len(page.text) <= _LONGEST:
            by_role[kind_of(page.role)].append((page, reading))
    found = {}
    for role, of_role in sorted(by_role.items()):
        fullest = sorted(of_role, key=lambda pair: -len(pair[1].listings))[:2]
        tried = [(page, set(_tried(read, page))) for page, _ in fullest]
        needs = sorted(
            need
            for need in set().union(*(own for _, own in tried))
            if all(_holds(need, page) for page, _ in of_role)
        )
        if needs:
            found[f"{role}.{NEEDS}"] = " ".join(needs)
    return found


def missing(usual: str, pages: list[Page]) -> str:
    """Name the first thing needed that most pages of a role lack; empty where all is there."""
    readable = [page for page in pages if len(page.text) <= _LONGEST]
    made = [_Made(page) for page in readable[:: 1 + len(readable) // MOST_PAGES]]
    for need in usual.split():
        lacking = sum(not one.has(need) for one in made)
        if made and 2 * lacking > len(made):
            return need
    return ""


def kind_of(role: str) -> str:
    """Give a role without its count: "list 3" is a page of the same make as "list"."""
    return role.split(" ", maxsplit=1)[0] or "page"


def _holds(need: str, page: Page) -> bool:
    return _Made(page).has(need)


class _Made:
    """A page's make: its JSON, or its tree with the words of its classes counted."""

    def __init__(self, page: Page) -> None:
        self._value: Any = None
        self._words: dict[str, list[HtmlElement]] = defaultdict(list)
        if is_json(page.text):
            self._value = json_of(page.text)
        elif "<" in page.text and depth_of(page.text) <= _DEEP:
            for node in elements(root_of(page)):  # the tree that its reader has made already
                self._words[f"tag:{node.tag}"].append(node)
                for name in node.attrib:
                    self._words[f"attr:{name}"].append(node)
                for word in set((node.get("class") or "").split()):
                    self._words[f"class:{word}"].append(node)

    def has(self, need: str) -> bool:
        """Say whether a need is met, in most places where it is asked for."""
        kind, _, words = need.partition(":")
        if kind in ("key", "type"):
            path, _, types = words.rpartition("=")
            *way, key = path.split("/")
            holders = [one for one in along(self._value, way) if isinstance(one, dict)]
            if kind == "type":
                holders = [one for one in holders if one.get(key)]
            held = [one for one in holders if key in one and (not one[key] or type_of(one[key]) in types)]
            return (bool(holders) or kind == "type") and 2 * len(held) >= len(holders)
        word, _, parent = words.partition("<")
        nodes = self._words.get(f"{kind}:{word}", [])
        return bool(nodes) and (
            not parent or 2 * sum(parent in _names(node.getparent()) for node in nodes) >= len(nodes)
        )


def _tried(read: Read, page: Page) -> Iterator[str]:
    if is_json(page.text):
        yield from _tried_keys(read, page)
    elif "<" in page.text and page.media_type != "text/plain" and depth_of(page.text) <= _DEEP:
        yield from _tried_words(read, page)


def _tried_keys(read: Read, page: Page) -> Iterator[str]:
    value = cut(json_of(page.text))
    usual = _said(read, page, json.dumps(value))
    holders: Counter[tuple[str, ...]] = Counter()
    held: Counter[tuple[str, ...]] = Counter()
    types: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for way, one in objects(value):
        holders[way] += 1
        for key, inner in one.items():
            held[*way, key] += 1
            types[*way, key] |= set() if inner is None else {type_of(inner)}
    for path in [path for path in held if _KEY.fullmatch(path[-1])][:_MOST_TRIALS]:
        if not all(" " not in step and "/" not in step for step in path):
            continue
        sparse = (
            2 * held[path] < holders[path[:-1]]
        )  # a key of a few rows may go with them, but holds no other type
        for change in (nested,) if sparse else (renamed, nested):
            other = _said(read, page, json.dumps(change(value, path)))
            if other != usual and not _is_word_of_theirs(path[-1], other):
                kind = "type" if sparse else "key"
                yield f"{kind}:{'/'.join(path)}={''.join(sorted(types[path])) or 'bdlnos'}"
                break


def _is_word_of_theirs(key: str, other: Any) -> bool:  # noqa: ANN401
    """Say whether a key is the operator's own (a group, a variant): renamed, it stands in what is sold as it was."""
    return bool(other) and f"{key}{MARK}" in str(
        {name: one for name, one in other.items() if name != "notes"}
    )


def _tried_words(read: Read, page: Page) -> Iterator[str]:
    root = html.document_fromstring(page.text)
    usual = _said(read, page, written(root))
    classes = Counter(word for node in elements(root) for word in set((node.get("class") or "").split()))
    attributes = Counter(name for node in elements(root) for name in node.attrib if name not in _NO_NAMES)
    tags = Counter(node.tag for node in elements(root) if node.tag not in _LEFT_ALONE)
    goods = max(_FEW, len((usual or {}).get("listings") or ()))
    trials = [
        *(("class", word, without_class) for word in classes), *(("class", word, moved) for word in classes),
        *(("attr", name, without_attribute) for name in attributes), *(("tag", tag, without_tag) for tag in tags),
    ]  # fmt: skip
    for kind, word, change in trials[: 2 * _MOST_TRIALS]:
        if not _WORD.fullmatch(word):
            continue
        tree = html.document_fromstring(page.text)
        change(tree, word)
        other = _said(read, page, written(tree))
        # what every good has is gone from a whole page only where the page was made anew
        common = kind == "attr" and attributes[word] >= goods
        if _matters(usual, other) or (common and usual != other):
            yield f"{kind}:{word}" + (_parent(root, word) if kind == "class" else "")


def _matters(usual: Any, other: Any) -> bool:  # noqa: ANN401
    """Say whether a change touched what the page says: most of its goods, or anything beside them."""
    if other is None or usual is None:
        return bool(other != usual)
    goods, now = usual.get("listings") or (), other.get("listings") or ()
    if goods == now:
        return bool(usual != other)
    return 2 * sum(one not in now for one in goods) >= len(goods)


def _parent(root: HtmlElement, word: str) -> str:
    """Name what most elements of a class stand in: a class of their parents, else its tag."""
    nodes = [node for node in elements(root) if word in (node.get("class") or "").split()]
    around = Counter(name for node in nodes for name in _names(node.getparent()) if _WORD.fullmatch(name))
    if not around:
        return ""
    name, count = max(around.items(), key=lambda pair: (pair[1], pair[0]))
    return f"<{name}" if 2 * count >= len(nodes) else ""


def _names(node: HtmlElement | None) -> list[str]:
    if node is None:
        return []
    return (node.get("class") or "").split() or [str(node.tag)]


def _said(read: Read, page: Page, text: str) -> Any:  # noqa: ANN401
    """Give what is read of another make of the page, without places and whatever parts the words; None where nothing is."""
    try:
        return _plain(read(replace(page, body=text.encode())))
    except Exception:  # noqa: BLE001 - a reader that breaks on a page of another make reads nothing there either
        return None


def _is_empty(value: Any) -> bool:  # noqa: ANN401
    return value is None or value in ("", [], {})  # a stock of 0 says something


def _plain(value: Any) -> Any:  # noqa: ANN401
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: inner
            for one in fields(value)
            if one.name != "place" and not _is_empty(inner := _plain(getattr(value, one.name)))
        }
    if isinstance(value, str):
        return " ".join(value.split())
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else value
