"""Fields of foreign JSON, taken with care: whatever a reply holds, a reader gets text, an exact number or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sized
from decimal import Decimal, InvalidOperation
from typing import Any

import re2

from crawlers.page import Page, PageChangedError
from crawlers.platforms.tree import TEXT_LIMIT, words_of
from store.records import plain

# Beyond these no price, ratio or stock is meant, and printing such a number could fill the memory.
_LARGEST, _SMALLEST, _DIGITS = 18, -12, 40
# Tens of thousands a run, and no way to backtrack: there re takes a tenth of re2's time.
_NUMBER = re.compile(r"[+-]?[0-9]{1,60}(?:\.[0-9]{1,60})?(?:[eE][+-]?[0-9]{1,3})?")
_LOCALE = re2.compile(r"^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$")
LOCALES = ("zh-CN", "zh_CN", "zh", "en-US", "en_US", "en", "zh-TW", "ru-RU", "ru")


def dig(value: object, *path: str | int) -> Any:  # noqa: ANN401 - a foreign reply has no type until looked at
    """Follow keys and indexes into a reply; None where the way ends.

    >>> dig({"data": [{"id": 7}]}, "data", 0, "id")
    7
    """
    for step in path:
        if isinstance(step, str) and isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def has(value: object, *path: str) -> bool:
    """Say whether a reply has a key, whatever it holds."""
    holder = dig(value, *path[:-1])
    return isinstance(holder, Mapping) and path[-1] in holder


def text(value: object, *path: str | int, limit: int = 500) -> str:
    """Give a field as one stripped string; numbers are written out, anything else is empty."""
    found = dig(value, *path)
    if isinstance(found, str):
        return found.strip()[:limit]
    return plain(exact) if (exact := number(found)) is not None else ""


def prose(value: object, *path: str | int, limit: int = TEXT_LIMIT) -> str:
    """Give the words of a field that may hold HTML or Markdown, in the first language that it has."""
    found = dig(value, *path)
    if isinstance(found, Mapping) and not any(_LOCALE.search(str(name)) for name in found):
        return ""  # an object of another make is no text in several languages
    return words_of(localised(found, limit=20 * limit), limit)


def localised(value: object, limit: int = TEXT_LIMIT) -> str:
    """Give a text that may stand in several languages, as the front page would show it to a Chinese visitor.

    >>> localised({"en-US": "code", "zh-CN": "兑换码"})
    '兑换码'
    """
    if isinstance(value, Mapping):
        named = next((value[name] for name in LOCALES if value.get(name)), None)
        value = named if named is not None else next((item for item in value.values() if item), "")
    return value.strip()[:limit] if isinstance(value, str) else text(value)


def rows(value: object, *path: str | int, limit: int = 5000) -> list[dict[str, Any]]:
    """Give the objects of a list, also of one written as JSON in a string; a map's values where one stands for it."""
    found = dig(value, *path)
    if isinstance(found, str) and found[:1] == "[":
        found = json_at(found, 0)
    if isinstance(found, Mapping):
        found = list(found.values())
    return [row for row in found[:limit] if isinstance(row, dict)] if isinstance(found, list) else []


def _held(found: object, *path: str) -> Any:  # noqa: ANN401 - a foreign reply has no type until looked at
    """Give what a reply holds at a key, None too; an empty text where it has no such key."""
    holder = dig(found, *path[:-1])
    return holder.get(path[-1], "") if isinstance(holder, Mapping) else ""


def listed(page: Page, found: object, *path: str, what: str) -> list[Any]:
    """Give a list that a reply must hold: null stands for an empty one, numbered keys for one that PHP has filtered.

    Raises:
        PageChangedError: where the reply has no such list.
    """
    given = _held(found, *path)
    if isinstance(given, Mapping) and all(str(key).isdecimal() for key in given):
        given = list(given.values())
    if given is None or isinstance(given, list):
        return given or []
    raise PageChangedError(f"{page.url} has no {what}")


def mapped(page: Page, found: object, *path: str, what: str) -> dict[str, Any]:
    """Give a map that a reply must hold: null, or PHP's empty list, stands for an empty one.

    Raises:
        PageChangedError: where the reply has no such map.
    """
    given = _held(found, *path)
    if isinstance(given, dict):
        return given
    if given is None or given == []:
        return {}
    raise PageChangedError(f"{page.url} has no {what}")


def most(page: Page, rows: Sized, goods: Sized, what: str) -> None:
    """Hold a page to it that most of its rows are read: one good without a price is a seller's doing, no layout.

    Raises:
        PageChangedError: where fewer than half of the rows were read.
    """
    if 2 * len(goods) < len(rows):
        raise PageChangedError(f"{page.url} has {what}")


def names(value: object, *path: str | int) -> tuple[str, ...]:
    """Give the names that a list holds, or a text with commas between them.

    >>> names({"groups": ["vip", None, 7]}, "groups"), names("vip, default")
    (('vip', '7'), ('vip', 'default'))
    """
    found = dig(value, *path)
    if isinstance(found, str):
        found = found.split(",")
    return tuple(name for one in found if (name := text(one))) if isinstance(found, list) else ()


def name_of(value: object, *path: str | int) -> str:
    """Give a good's name as a visitor reads it: some programs keep it with its entities, and sellers colour it by tags.

    >>> name_of({"name": "<b>Claude</b> Pro &amp; Max"}, "name")
    'Claude Pro & Max'
    """
    found = text(value, *path, limit=2000)
    if "<" in found or "&" in found:
        found = words_of(found, 500)
    return " ".join(found.split())[:500]


def is_on(value: object) -> bool:
    """Say whether a switch is on, written as a truth, a number or a word.

    >>> is_on("1"), is_on(True), is_on("false"), is_on(None)
    (True, True, False, False)
    """
    return value is True or (isinstance(value, (int, str, Decimal)) and str(value).lower() in ("1", "true"))


def is_off(value: object) -> bool:
    """Say whether a switch is off; one that is not there is neither on nor off.

    >>> is_off("0"), is_off(False), is_off(None), is_off("")
    (True, True, False, False)
    """
    return value is False or (isinstance(value, (int, str, Decimal)) and str(value).lower() in ("0", "false"))


def number(value: object) -> Decimal | None:
    """Read an exact number from a JSON number or a clean string; None for anything else, and for absurd ones.

    >>> number("65.00"), number(Decimal("1E+400")), number(True), number("一般")
    (Decimal('65.00'), None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, (int, str, Decimal)):
        return None
    if isinstance(value, str) and not _NUMBER.fullmatch(value := value.strip().replace(",", "")):
        return None
    try:
        found = Decimal(value)
    except (InvalidOperation, ValueError):
        return None
    return found if _is_sane(found) else None


def _is_sane(found: Decimal) -> bool:
    if not found.is_finite() or len(found.as_tuple().digits) > _DIGITS:
        return False
    return not found or _SMALLEST <= found.adjusted() <= _LARGEST


def integer(value: object) -> int | None:
    """Read a whole number that is not negative, such as a stock; None for anything else."""
    found = number(value)
    return int(found) if found is not None and found >= 0 and found == found.to_integral_value() else None


def json_after(source: str, marker: str) -> Any:  # noqa: ANN401 - see dig
    """Read the JSON value that follows a marker in a script, numbers exact; None where there is none."""
    at = source.find(marker)
    if at < 0:
        return None
    start = at + len(marker)
    while start < len(source) and source[start] in " \t\r\n=:":
        start += 1
    return json_at(source, start)


def json_at(source: str, start: int) -> Any:  # noqa: ANN401 - see dig
    """Read the JSON value that begins at a place of a script, numbers exact; None where there is none."""
    try:
        return json.JSONDecoder(parse_float=Decimal).raw_decode(source, start)[0]
    except (ValueError, RecursionError):
        return None


def reply(page: Page) -> dict[str, Any]:
    """Give a page's JSON object.

    Raises:
        PageChangedError: where it is no JSON, or no object.
    """
    found = page.json()
    if not isinstance(found, dict):
        raise PageChangedError(f"{page.url} should be a JSON object and is not")
    return found


def granted(page: Page) -> tuple[dict[str, Any], str]:
    """Open the envelope of a hosted shop, {code, msg, data}; the second says why it was refused, or nothing.

    Raises:
        PageChangedError: where the page is no JSON object.
    """
    found = reply(page)
    return found, "" if number(found.get("code")) == 1 else f"denied: {text(found, 'msg', limit=100)}"
