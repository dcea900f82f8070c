"""Which language a number without a sign is written in, by its letters, else its commonest words."""

from __future__ import annotations

import re

from crawlers.reading.language import language_of

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30fa]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("ru", re.compile("[\u0430-\u044f\u0410-\u042f]{3}")),
    ("vi", re.compile("[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0111\u0110]")),
    ("tr", re.compile("[\u0131\u011f\u015f\u0130\u011e\u015e]")),
)
_LOOKED_AT = 2000


def language_of_money(plain: str) -> str | None:
    """Guess the language from the first letters that decide; None for plain English or nothing to go by."""
    head = plain[:_LOOKED_AT]
    if not head.isascii():
        for language, letters in _SCRIPTS:
            if letters.search(head):
                return language
    return language_of(head) or "en"
