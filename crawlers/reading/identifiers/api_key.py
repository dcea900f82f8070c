"""API keys: as the marks that scrubbing leaves, or in clear where a text was not scrubbed; never kept in clear."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import re2

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.key_shapes import KEY_SHAPES, MARK, is_sample

KIND = "api_key"
TRIGGER = r"\[\[api_key:|sk-[a-z0-9]|aiza|xai-|gsk_|akia|asia[a-z0-9]{16}|gh[pousr]_|pplx-|hf_|eyj"

_MARK = re.compile(MARK)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NOT_KEYS = frozenset(("token", "google_oauth", "google_refresh", "openai_refresh"))
_SHAPES = tuple(
    re2.compile(rf"(?:^|[^A-Za-z0-9_-])({prefix}{body})(?:[^A-Za-z0-9_-]|$)")
    for name, prefix, body in KEY_SHAPES
    if name not in _NOT_KEYS
)


def find(scan: Scan) -> Iterator[Found]:
    """Give the keys of a text by their SHA-256."""
    for found in _MARK.finditer(scan.plain):
        yield Found(found.start(), found.end(), found[2])
    if not re.search("[A-Za-z0-9_-]{20}", scan.plain):
        return
    seen: set[int] = set()
    for shape in _SHAPES:
        for found in shape.finditer(scan.plain):
            if found.start(1) not in seen and not is_sample(found[1]):
                seen.add(found.start(1))
                yield Found(found.start(1), found.end(1), hashlib.sha256(found[1].encode()).hexdigest())


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the SHA-256 of a key, of its mark, or of a digest that is one already.

    >>> canonical("[[api_key:sk-ant:" + "0" * 64 + "]]") == "0" * 64
    True
    """
    value = raw.strip()
    mark = _MARK.fullmatch(value)
    if mark:
        return mark[2]
    if _DIGEST.fullmatch(value.lower()):
        return value.lower()
    if any(shape.fullmatch(value) for shape in _SHAPES):
        return hashlib.sha256(value.encode()).hexdigest()
    return None
