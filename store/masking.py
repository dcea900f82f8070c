"""Values taken out of words and bytes, letter by letter, so that every other place in them stays where it was. Pure."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from urllib.parse import quote

MARK = "*"
_FEWEST_DIGITS = 6


def mask_pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Make the pattern of all ways in which values are written: as they were, in codes, a number's digits apart.

    Alternatives of fixed words alone, so that its time is linear in the text. None where there is nothing to mask.
    """
    words: set[str] = set()
    for form in {form.strip() for form in forms} - {""}:
        words |= {form, json.dumps(form)[1:-1], html.escape(form), quote(form)}
    parts = [re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))]
    parts += [_digits(form) for form in sorted(words) if len(re.sub(r"\D", "", form)) >= _FEWEST_DIGITS]
    parts = list(dict.fromkeys(part for part in parts if part))
    return re.compile(rf"(?i)(?<![0-9A-Za-z])(?:{'|'.join(parts)})(?![0-9A-Za-z])") if parts else None


def _digits(form: str) -> str:
    """Let the digits of a number stand apart (138-0013 8000), where it is one."""
    if re.search(r"[^\d\s+().-]", form):
        return ""
    return r"[ ().-]{0,2}".join(re.findall(r"\d", form))


def mask_text(words: str, pattern: re.Pattern[str]) -> str:
    """Mask a text; its length stays.

    >>> mask_text("QQ 1234567, qq:12345678", mask_pattern(["1234567"]))
    'QQ *******, qq:12345678'
    """
    return pattern.sub(lambda found: MARK * len(found[0]), words)


def mask_body(body: bytes, pattern: re.Pattern[str]) -> bytes:
    """Mask a page; what is no UTF-8 stays as it is.

    >>> mask_body('{"a":"加@Blue_Shop"}'.encode(), mask_pattern(["blue_shop"])).decode()
    '{"a":"加@*********"}'
    """
    text = body.decode("utf-8", "surrogateescape")
    return mask_text(text, pattern).encode("utf-8", "surrogateescape")
