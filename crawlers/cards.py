"""Card numbers in bytes: found by issuer prefix, length and Luhn's sum, with or without separators; masked. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

MARK = b"[[card]]"

# Digit groups, or one long run; what is longer than a card is parted into groups below.
_RUN = re2.compile(
    rb"(?:^|[^0-9A-Za-z_.&#-])([0-9]{3,19}(?:[ -][0-9]{2,19}){1,40}|[0-9]{13,19})(?:[^0-9A-Za-z_-]|$)"
)
_ANYWHERE = re2._Anchor.UNANCHORED  # noqa: SLF001
_GROUP = re.compile(rb"[0-9]+")
_ISSUERS = re.compile(
    rb"(?:4[0-9]{15}|4[0-9]{12}|4[0-9]{18}|5[1-5][0-9]{14}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"
    rb"|3[47][0-9]{13}|6(?:011|5[0-9]{2}|4[4-9][0-9])[0-9]{12,15}|35[2-8][0-9][0-9]{12,15}|62[0-9]{14,17}|3(?:0[0-5]|[68][0-9])[0-9]{11})"
)
# Lengths that numbers of other sorts have too: a card only where the words near it speak of one.
_ODD_LENGTHS = frozenset((13, 14, 19))
_CARD_WORDS = re.compile("(?i)card|visa|master|amex|cvv|cvc|ccv|exp|卡|карт".encode())
# The name of the field or parameter that the number is the value of.
_NAMED = re.compile(rb"(?i)(?:card|\bpan|cc)[a-z_]{0,12}\"?\s{0,4}[:=/]\s{0,4}\Z")
_NEAR = 48
_FEWEST, _MOST = 13, 19
_GROUPS = 6
_JSON_BEFORE = re.compile(rb"[:\[,]\s{0,8}\Z")
_FIELD_BEFORE = re.compile(rb"\"\s{0,4}:\s{0,4}\Z")
_JSON_AFTER = re.compile(rb"\s{0,8}[,}\]]")


def mask_cards(body: bytes, *, json: bool) -> bytes:
    """Put `[[card]]` in place of each card number.

    A bare number of JSON, or one in an address, is masked only where its own name speaks of a card: such numbers are
    mostly ids. In JSON the mark is a string, so that it stays JSON.
    """
    pieces: list[bytes] = []
    at = 0
    for first_of_run, last_of_run in _runs(body):
        for first, last in _cards(body, first_of_run, last_of_run):
            bare = _is_bare(body, first, last, json=json)
            if (bare or body[first - 1 : first] in (b"=", b"/")) and not _NAMED.search(
                body[max(0, first - _NEAR) : first]
            ):
                continue
            pieces += (body[at:first], b'"' + MARK + b'"' if bare else MARK)
            at = last
    if not pieces:
        return body
    pieces.append(body[at:])
    return b"".join(pieces)


def _runs(body: bytes) -> Iterator[tuple[int, int]]:
    """Give the runs of digit groups; what ends one may begin the next, so it is looked at twice."""
    # The wrapper's match objects cost more than the search: more than a second of a megabyte of "123,".
    match, size = _RUN._regexp.Match, len(body)  # noqa: SLF001
    _, (first, last) = match(_ANYWHERE, body, 0, size)[:2]
    while first >= 0:
        if last - first >= _FEWEST:
            yield first, last
        _, (first, last) = match(_ANYWHERE, body, last, size)[:2]


def _cards(body: bytes, first: int, last: int) -> list[tuple[int, int]]:
    """Give the card numbers among the digit groups of one run."""
    groups = [(first + found.start(), first + found.end()) for found in _GROUP.finditer(body[first:last])]
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(groups):
        stop = _card_end(body, groups, start)
        if stop:
            found.append((groups[start][0], groups[stop - 1][1]))
        start = stop or start + 1
    return found


def _card_end(body: bytes, groups: list[tuple[int, int]], start: int) -> int:
    """Give the group after the card that begins with a group; 0 where none does."""
    # Groups are a card only behind one of four digits.
    most = _GROUPS if groups[start][1] - groups[start][0] == len("4111") else 2
    digits = 0
    for stop in range(start + 1, min(start + most, len(groups) + 1)):
        digits += groups[stop - 1][1] - groups[stop - 1][0]
        if digits > _MOST:
            return 0
        if digits >= _FEWEST and _is_card(body, groups[start:stop]):
            return stop
    return 0


def _is_card(body: bytes, groups: list[tuple[int, int]]) -> bool:
    digits = b"".join(body[first:last] for first, last in groups)
    if not _ISSUERS.fullmatch(digits) or not passes_luhn(digits):
        return False
    if len(set(digits)) == 1 or (len(groups) > 1 and groups[0][1] - groups[0][0] != len("4111")):
        return False
    return len(digits) not in _ODD_LENGTHS or _is_named(body, groups[0][0], groups[-1][1])


def _is_named(body: bytes, first: int, last: int) -> bool:
    return (
        _CARD_WORDS.search(body[max(0, first - _NEAR) : first] + b" " + body[last : last + _NEAR]) is not None
    )


def _is_bare(body: bytes, first: int, last: int, *, json: bool) -> bool:
    before, after = body[max(0, first - 10) : first], body[last : last + 10]
    sign = _JSON_BEFORE if json else _FIELD_BEFORE
    return sign.search(before) is not None and _JSON_AFTER.match(after) is not None


def passes_luhn(digits: bytes) -> bool:
    """Check Luhn's sum over ASCII digits (ISO/IEC 7812).

    >>> passes_luhn(b"4111111111111111"), passes_luhn(b"4111111111111112")
    (True, False)
    """
    total = 0
    for place, letter in enumerate(reversed(digits)):
        value = (letter - 48) * (1 + place % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - a digit
    return total % 10 == 0
