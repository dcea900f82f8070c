"""Other makes of a page, one change each: a key, class, attribute or tag renamed, wrapped or moved. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from lxml import html
from lxml.html import HtmlElement

MARK = "zz"
"""What a renamed word bears."""
_KINDS = {str: "s", bool: "b", dict: "o", list: "l"}
_MOST_ROWS = 12


def is_json(text: str) -> bool:
    """Say whether a page is JSON."""
    return text.lstrip()[:1] in ("{", "[")


def json_of(text: str) -> Any:  # noqa: ANN401
    """Read JSON; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def type_of(value: Any) -> str:  # noqa: ANN401
    """Name a value's type by a letter."""
    return _KINDS.get(type(value), "n")


def cut(value: Any) -> Any:  # noqa: ANN401
    """Cut long lists, for their rows are of one make."""
    if isinstance(value, dict):
        return {key: cut(inner) for key, inner in value.items()}
    return [cut(one) for one in value[:_MOST_ROWS]] if isinstance(value, list) else value


def objects(value: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:  # noqa: ANN401
    """Give every object with the way to it, list places as `[]`."""
    if isinstance(value, dict):
        yield way, value
        for key, inner in value.items():
            yield from objects(inner, (*way, key))
    elif isinstance(value, list):
        for one in value:
            yield from objects(one, (*way, "[]"))


def along(value: Any, way: list[str]) -> Iterator[Any]:  # noqa: ANN401
    """Give what lies at the end of a way."""
    if not way:
        yield value
    elif way[0] == "[]":
        for one in value if isinstance(value, list) else ():
            yield from along(one, way[1:])
    elif isinstance(value, dict) and way[0] in value:
        yield from along(value[way[0]], way[1:])


def changed(value: Any, path: tuple[str, ...], change: Callable[[str, Any], tuple[str, Any]]) -> Any:  # noqa: ANN401
    """Change a key and what it holds, wherever the path leads."""
    if isinstance(value, list) and path[0] == "[]":
        return [changed(one, path[1:], change) for one in value]
    if not isinstance(value, dict):
        return value
    if len(path) == 1:
        return dict(change(key, inner) if key == path[0] else (key, inner) for key, inner in value.items())
    return {
        key: changed(inner, path[1:], change) if key == path[0] else inner for key, inner in value.items()
    }


def renamed(value: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401
    """Give another key in place of one, wherever it stands."""
    return changed(value, path, lambda key, inner: (f"{key}{MARK}", inner))


def nested(value: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401
    """Wrap what a key holds, wherever it stands."""
    return changed(value, path, lambda key, inner: (key, {"value": inner, "kind": MARK}))


def written(root: HtmlElement) -> str:
    """Write a tree."""
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))


def elements(root: HtmlElement) -> list[HtmlElement]:
    """Give all elements."""
    return [node for node in root.iter() if isinstance(node.tag, str)]


def without_class(root: HtmlElement, word: str) -> None:
    """Rename a class."""
    for node in elements(root):
        own = (node.get("class") or "").split()
        if word in own:
            node.set("class", " ".join(f"{MARK}{one}" if one == word else one for one in own))


def moved(root: HtmlElement, word: str) -> None:
    """Move all elements of a class to the end of the body."""
    body = root.find("body")
    for node in elements(root) if body is not None else []:
        if word in (node.get("class") or "").split() and node is not body and node.getparent() is not None:
            node.drop_tree()
            node.tail = None
            body.append(node)


def without_attribute(root: HtmlElement, name: str) -> None:
    """Rename an attribute."""
    for node in elements(root):
        if name in node.attrib:
            node.set(f"data-{MARK}", node.attrib.pop(name))


def without_tag(root: HtmlElement, tag: str) -> None:
    """Rename a tag."""
    for node in elements(root):
        if node.tag == tag:
            node.tag = "span" if tag != "span" else "div"
