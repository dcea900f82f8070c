"""API keys: as the marks that scrubbing leaves, or in clear where a text was not scrubbed; never kept in clear."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.key_shapes import KEY_SHAPES, MARK, is_sample

KIND = "api_key"
TRIGGER = r"\[\[api_key:|(?:sk-|aiza|xai-|gsk_|akia|asia|gh[pousr]_|github_pat_|pplx-|hf_|r8_|glpat-|xox[abposr]-|[sr]k_live_|csk-)[a-z0-9_-]{16}"

_MARK = re.compile(MARK)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NOT_KEYS = frozenset(("token", "google_oauth", "google_refresh", "openai_refresh"))
_SHAPE = re.compile(
    "(?<![A-Za-z0-9_-])(?:"
    + "|".join(prefix + body for name, prefix, body in KEY_SHAPES if name not in _NOT_KEYS)
    + ")"
)


def find(scan: Scan) -> Iterator[Found]:
    """Give the keys of a text by their SHA-256."""
    for found in scan.matches(_MARK):
        yield Found(found.start(), found.end(), found[2])
    for found in scan.matches(_SHAPE):
        if not is_sample(found[0]):
            yield Found(found.start(), found.end(), hashlib.sha256(found[0].encode()).hexdigest())


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
    if _SHAPE.fullmatch(value):
        return hashlib.sha256(value.encode()).hexdigest()
    return None
