r"""Cells that no spreadsheet takes for a formula, and the way back for machines: pure, and lossless.

OWASP ASVS 5.0, 1.2.10, widened: a leading `'` stands before every cell whose first visible character could begin a
formula (`= + - @`, their full-width and small forms, the minus sign); line ends, tabs, control characters, characters
that turn the reading direction or show nothing become backslash escapes; and a `;` or `|` before such a character is
escaped too, for a spreadsheet may split a line there. A cell that needs none of this stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import re2

_TRIGGERS = "=+-@"
# Signs that NFKC leaves alone.
_LOOKALIKES = "\u2212\u2795\u2796"
# Signs whose NFKC form begins with one of the triggers, as a test finds them among all characters.
_WIDE = (
    "\u207a\u207b\u207c\u208a\u208b\u208c\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
)
_HIDDEN = (
    "\\x00-\\x1f\\x7f-\\x9f"  # C0, DEL, C1
    "\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb"  # direction, invisible, line ends
    "\\ud800-\\udfff\\ufffe\\uffff\\U000e0000-\\U000e007f"  # halves, no characters, tags
)
_FORM = re.compile(f"[{_HIDDEN}]")
_SPLIT = re.compile(rf"[;|](?=[\s\"']*[{re.escape(_TRIGGERS + _LOOKALIKES + _WIDE)}])")
_PLAIN = re.compile(r"[A-Za-z0-9_./:\u4e00-\u9fff-]*\Z")
_UNSEEN = ("Cc", "Cf", "Mn", "Zl", "Zp", "Zs")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LONG = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_ESCAPE = re.compile(r"\\(?:([nrt\\])|u([0-9a-f]{4})|U([0-9a-f]{8}))")
# More than what neutralise changes, and never less, over cells joined by line ends: in one pass, at some 600 MB/s.
_SIGNS = re.escape(_TRIGGERS) + _LOOKALIKES + _WIDE
_SUSPECT = re2.compile(
    rf"(?m)^[^0-9A-Za-z\x{{4e00}}-\x{{9fff}}\n]*[{_SIGNS}]|[;|][ \p{{Z}}\"']*[{_SIGNS}]"
    r"|[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{61c}\x{200b}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2060}-\x{206f}\x{feff}"
    r"\x{fff9}-\x{fffb}\x{fffe}\x{ffff}\x{e0000}-\x{e007f}]".encode()
)


def neutralise(cell: str) -> tuple[str, bool]:
    r"""Give the safe form of a cell, and whether it differs from the cell.

    >>> neutralise("=1+1"), neutralise("a\nb"), neutralise("Claude Max")
    (("'=1+1", True), ('a\\nb', True), ('Claude Max', False))
    """
    if _PLAIN.match(cell) and not cell.startswith("-"):
        return cell, False
    forms = _FORM.search(cell) is not None
    splits = _SPLIT.search(cell) is not None
    live = _is_live(cell)
    if not (forms or splits or live):
        return cell, False
    safe = cell.replace("\\", "\\\\")
    safe = _SPLIT.sub(_escaped, safe) if splits else safe
    safe = _FORM.sub(_escaped, safe) if forms else safe
    return ("'" + safe if live or safe.startswith("'") or _is_live(safe) else safe), True


def find_unsafe(cells: Sequence[str]) -> list[int]:
    """Give the places of the cells that neutralise may change, in order; every other it leaves as it is.

    >>> find_unsafe(["Claude Max", "=1+1", "5-10"])
    [1]
    """
    joined = "\n".join(cells)
    try:
        raw = joined.encode()
    except UnicodeEncodeError:  # halves of characters
        return list(range(len(cells)))
    if raw.count(b"\n") != len(cells) - 1:
        return list(range(len(cells)))
    found: list[int] = []
    cell = start = 0
    while match := _SUSPECT.search(raw, start):
        cell += raw.count(b"\n", start, match.end())
        found.append(cell)
        start = raw.find(b"\n", match.end()) + 1
        cell += 1
        if not start:
            break
    return found


def restore(cell: str) -> str:
    r"""Give back what neutralise made safe; only for cells that it said it changed.

    >>> restore("'=1+1"), restore("a\\nb")
    ('=1+1', 'a\nb')
    """
    return _ESCAPE.sub(_unescaped, cell.removeprefix("'"))


def _is_live(cell: str) -> bool:
    for char in cell:
        if char in "\"'" or unicodedata.category(char) in _UNSEEN or _FORM.match(char):
            continue
        return unicodedata.normalize("NFKC", char)[0] in _TRIGGERS + _LOOKALIKES
    return False


def _escaped(found: re.Match[str]) -> str:
    char = found.group()
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - end of the basic plane


def _unescaped(found: re.Match[str]) -> str:
    short, four, eight = found.groups()
    return _LONG[short] if short else chr(int(four or eight, 16))
