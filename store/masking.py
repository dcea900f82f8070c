"""Values taken out of words and bytes, letter by letter, so that every other place in them stays where it was. Pure."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from urllib.parse import quote

import phonenumbers

MARK = "*"
_FEWEST_DIGITS = 6


def mask_pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Make the pattern of all ways in which values are written: as they were, in codes, a number's digits apart.

    Alternatives of fixed words alone, so that its time is linear in the text. None where there is nothing to mask.
    """
    words: set[str] = set()
    for form in forms:
        words |= written_forms(form)
    parts = [re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))]
    parts += [digits_apart(form) for form in sorted(words)]
    parts = list(dict.fromkeys(part for part in parts if part))
    return re.compile(rf"(?i)(?<![0-9A-Za-z])(?:{'|'.join(parts)})(?![0-9A-Za-z])") if parts else None


def written_forms(value: str) -> set[str]:
    """Give a value as it stands in words, in JSON, in HTML and in an address; a telephone number also as at home.

    >>> sorted(written_forms("a&b")), sorted(written_forms("+8613800138000"))
    (['a%26b', 'a&amp;b', 'a&b'], ['%2B8613800138000', '+8613800138000', '13800138000'])
    """
    form = value.strip()
    return {form, json.dumps(form)[1:-1], html.escape(form), quote(form), _at_home(form)} - {""}


def _at_home(form: str) -> str:
    """Give a telephone number without the country's code, or nothing where it is none."""
    if not re.fullmatch(r"\+\d{7,15}", form):
        return ""
    try:
        return str(phonenumbers.parse(form).national_number)
    except phonenumbers.NumberParseException:
        return ""


def digits_apart(form: str) -> str:
    """Give a pattern of a number whose digits may stand apart (138-0013 8000); empty where it is none, or a short one."""
    if re.search(r"[^\d\s+().-]", form) or len(re.sub(r"\D", "", form)) < _FEWEST_DIGITS:
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
