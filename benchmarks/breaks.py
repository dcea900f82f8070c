"""Changes of a page's structure, drawn by a seed: such as break a reader, and such as must not. Knows no reader."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

from lxml import html
from lxml.html import HtmlElement

Change = Callable[[Any, random.Random], bool]
"""Changes a tree or a JSON value in place; False where there is nothing to change."""
_CODES = ("CNY", "USD", "EUR", "RUB", "GBP")
_NAME = re.compile(r"[A-Za-z_$@][\w$@-]*", re.ASCII)
_SIGNS = ("¥", "￥", "$", "€", "₽")


def changed(text: str, luck: random.Random, *, harmless: bool) -> str | None:
    """Give a page after one change; None where the drawn change finds nothing to act on."""
    is_json = text.lstrip()[:1] in ("{", "[")
    if is_json:
        value = json.loads(text)
        change = luck.choice(JSON_HARMLESS if harmless else JSON_BREAKS)
        return json.dumps(value, ensure_ascii=False) if change(value, luck) else None
    root = html.document_fromstring(text)
    change = luck.choice(HTML_HARMLESS if harmless else HTML_BREAKS)
    return _written(root) if change(root, luck) else None


def rewritten(text: str) -> str:
    """Give a page taken apart and written again, with nothing changed."""
    if text.lstrip()[:1] in ("{", "["):
        try:
            return json.dumps(json.loads(text), ensure_ascii=False)
        except ValueError:
            return ""
    return _written(html.document_fromstring(text))


def _written(root: HtmlElement) -> str:
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


def _objects(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        return [value, *(one for inner in value.values() for one in _objects(inner))]
    return [one for inner in value for one in _objects(inner)] if isinstance(value, list) else []


def _key(value: Any, luck: random.Random) -> str | None:  # noqa: ANN401
    # Keys in other letters, or numbers, are an operator's own words (a variant, a count), which he may choose anew.
    keys = sorted({key for one in _objects(value) for key in one if _NAME.fullmatch(key)})
    return luck.choice(keys) if keys else None


def rename_key(value: Any, luck: random.Random) -> bool:  # noqa: ANN401
    key = _key(value, luck)
    for one in _objects(value):
        if key in one:
            one[f"{key}_v2"] = one.pop(key)
    return key is not None


def nest_key(value: Any, luck: random.Random) -> bool:  # noqa: ANN401
    key = _key(value, luck)
    for one in _objects(value):
        if key in one:
            one[key] = {"value": one[key], "type": "wrapped"}
    return key is not None


def empty_lists(value: Any, luck: random.Random) -> bool:  # noqa: ANN401
    holders = sorted(
        {key for one in _objects(value) for key, inner in one.items() if isinstance(inner, list) and inner}
    )
    key = luck.choice(holders) if holders else None
    for one in _objects(value):
        if key in one and isinstance(one[key], list):
            one[key] = []
    return key is not None


def swap_codes(value: Any, luck: random.Random) -> bool:  # noqa: ANN401
    met = False
    other = luck.choice(_CODES)
    for one in _objects(value):
        for key, inner in one.items():
            if inner in _CODES and inner != other:
                one[key], met = other, True
    return met


def _elements(root: HtmlElement) -> list[HtmlElement]:
    return [node for node in root.iter() if isinstance(node.tag, str)]


def rename_class(root: HtmlElement, luck: random.Random) -> bool:
    words = sorted({word for node in _elements(root) for word in (node.get("class") or "").split()})
    word = luck.choice(words) if words else None
    for node in _elements(root):
        own = (node.get("class") or "").split()
        if word in own:
            node.set("class", " ".join(f"x-{one}" if one == word else one for one in own))
    return word is not None


def rename_attribute(root: HtmlElement, luck: random.Random) -> bool:
    names = sorted({name for node in _elements(root) for name in node.attrib} - {"class", "lang", "charset"})
    if not names:
        return False
    name = luck.choice(names)
    for node in _elements(root):
        if name in node.attrib:
            node.set(f"data-was-{name}", node.attrib.pop(name))
    return True


def rename_tag(root: HtmlElement, luck: random.Random) -> bool:
    tags = sorted({node.tag for node in _elements(root)} - {"html", "head", "body", "meta", "script", "br"})
    tag = luck.choice(tags) if tags else None
    for node in _elements(root):
        if node.tag == tag:
            node.tag = "span" if tag != "span" else "div"
    return tag is not None


def move_nodes(root: HtmlElement, luck: random.Random) -> bool:
    words = sorted({word for node in _elements(root) for word in (node.get("class") or "").split()})
    body = root.find("body")
    if not words or body is None:
        return False
    word = luck.choice(words)
    moved = [
        node for node in _elements(body) if word in (node.get("class") or "").split() and node is not body
    ]
    for node in moved:
        node.drop_tree()
        node.tail = None
        body.append(node)
    return bool(moved)


def swap_signs(root: HtmlElement, luck: random.Random) -> bool:
    return _swap(root, _SIGNS, luck) or _swap(root, _CODES, luck)


def _swap(root: HtmlElement, signs: tuple[str, ...], luck: random.Random) -> bool:
    other, met = luck.choice(signs), False
    found = re.compile("|".join(map(re.escape, signs)))
    for node in _elements(root):
        for part in ("text", "tail"):
            said = getattr(node, part)
            if said and found.search(said) and found.sub(other, said) != said:
                setattr(node, part, found.sub(other, said))
                met = True
    return met


def _repeats(node: HtmlElement) -> bool:
    kinds = [(child.tag, child.get("class")) for child in node if isinstance(child.tag, str)]
    return node.tag in ("ul", "ol", "div", "tbody", "section", "main") and len(kinds) > len(set(kinds)) > 0


def empty_container(root: HtmlElement, luck: random.Random) -> bool:
    rows = [node for node in _elements(root) if _repeats(node)]
    if not rows:
        return False
    node = luck.choice(rows)
    for child in list(node):
        child.drop_tree()
    return True


def add_keys(value: Any, luck: random.Random) -> bool:  # noqa: ANN401
    for one in _objects(value):
        one[f"new_field_{luck.randrange(99)}"] = luck.choice([None, 1, "x", {}, []])
    return True


def turn_keys(value: Any, luck: random.Random) -> bool:  # noqa: ANN401
    for one in _objects(value):
        pairs = list(one.items())
        luck.shuffle(pairs)
        one.clear()
        one.update(pairs)
    return True


def add_classes(root: HtmlElement, luck: random.Random) -> bool:
    for node in _elements(root):
        if node.get("class") and luck.random() < 0.5:
            node.set("class", f"{node.get('class')} fresh-{luck.randrange(99)}")
    return True


def add_attributes(root: HtmlElement, luck: random.Random) -> bool:
    for node in _elements(root):
        node.set(f"data-k{luck.randrange(9)}", str(luck.randrange(999)))
    return True


def add_nodes(root: HtmlElement, luck: random.Random) -> bool:
    body = root.find("body")
    if body is None:
        return False
    words = luck.choice(["Cookies are used here.", "本站使用浏览器缓存。", "All rights reserved."])
    body.insert(
        luck.choice([0, len(body)]),
        html.fromstring(f"<div class='bar-{luck.randrange(9)}'><p>{words}</p></div>"),
    )
    return True


def add_comments(root: HtmlElement, luck: random.Random) -> bool:
    for node in luck.sample(_elements(root), k=min(5, len(_elements(root)))):
        if node.tag not in ("script", "style", "title", "textarea", "option"):
            node.insert(0, html.HtmlComment(f" build {luck.randrange(999)} "))
            comment = node[0]
            comment.tail, node.text = node.text, None
    return True


def spread(root: HtmlElement, luck: random.Random) -> bool:
    body = root.find("body")
    for node in _elements(body) if body is not None else []:
        if node.tag in ("div", "ul", "section", "main", "li") and luck.random() < 0.5:
            node.tail = f"{node.tail or ''}\n  "
    return True


JSON_BREAKS: list[Change] = [rename_key, rename_key, nest_key, empty_lists, swap_codes]
HTML_BREAKS: list[Change] = [
    rename_class,
    rename_class,
    rename_attribute,
    rename_tag,
    move_nodes,
    swap_signs,
    empty_container,
]
JSON_HARMLESS: list[Change] = [add_keys, turn_keys]
HTML_HARMLESS: list[Change] = [add_classes, add_attributes, add_nodes, add_comments, spread]
