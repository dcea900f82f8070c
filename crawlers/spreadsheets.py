"""Numbers that a spreadsheet wrote: rounded to a power of ten, or with a decimal point, they are somebody else's. Pure."""

from __future__ import annotations

import unicodedata

import re2

from store.records import KINDS

NUMBERS = frozenset({"phone", "whatsapp", "zalo", "qq", "qq_group", "bin", "icp"})
"""Kinds whose values are numbers: a spreadsheet takes them for amounts."""
_ROUNDED = re2.compile(r"[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+-]?[0-9]{1,3}|\+?[0-9]{4,}[.,]0*")
_ROUNDED_ID = re2.compile(
    r"[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}|[0-9][.,][0-9]+[eE][0-9]{1,3}|[0-9]{5,}[.,]0+"
)
# A word may be 12e45 by itself: an id is only refused where a spreadsheet's own way of writing stands in it.
_BEGINS, _MARKS = frozenset("+-0123456789"), ".,eE"


def rounded_words(name: str, cell: str) -> str | None:
    """Say what is wrong where a cell of a kind, or of an id's column, is a number that a spreadsheet changed, else None.

    The words never repeat the value.

    >>> rounded_words("qq", "7.20004568E8"), rounded_words("account_ref", "1.06E+09") is None
    ('this qq looks like a number that a spreadsheet has rounded: set the column to Text there and fill it in anew', False)
    >>> rounded_words("qq", "720004568"), rounded_words("account_ref", "12e45")
    (None, None)
    """
    plain = cell if cell.isascii() else unicodedata.normalize("NFKC", cell)
    # most cells of 25 million begin as no number does, or have no mark of one that was rounded
    if plain[:1] not in _BEGINS or not any(mark in plain for mark in _MARKS):
        return None
    shape = _ROUNDED if name in NUMBERS else _ROUNDED_ID
    if not shape.fullmatch(plain):
        return None
    whose = f"this {name}" if name in KINDS else f"the {name}"
    return f"{whose} looks like a number that a spreadsheet has rounded: set the column to Text there and fill it in anew"


def check_not_rounded(name: str, cell: str) -> str:
    """Let an id pass.

    Raises:
        ValueError: where a spreadsheet has changed it, with words for who handed it in.
    """
    words = rounded_words(name, cell)
    if words is not None:
        raise ValueError(words)
    return cell
