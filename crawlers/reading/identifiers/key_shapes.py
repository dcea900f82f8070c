"""The shapes of secret keys and session tokens, for scrubbing and for reading.

Each is (name, prefix, body): `prefix` is the fixed part that stays readable, `body` what is secret. Written for RE2;
bounded below, so that masked and sample keys (`sk-....`, `sk-ant-api03-xxxx`) are none. The order matters: the first
shape that fits names the key.
"""

from __future__ import annotations

KEY_SHAPES: tuple[tuple[str, str, str], ...] = (
    ("anthropic", r"sk-ant-[a-z]{2,8}[0-9]{2}-", r"[A-Za-z0-9_-]{40,}"),
    ("openai", r"sk-(?:proj|svcacct|admin|None)-", r"[A-Za-z0-9_-]{20,}"),
    ("openrouter", r"sk-or-v1-", r"[0-9a-f]{40,}"),
    ("google", r"AIza", r"[A-Za-z0-9_-]{35}"),
    ("google_oauth", r"ya29\.", r"[A-Za-z0-9_-]{40,}"),
    ("google_refresh", r"1//0", r"[A-Za-z0-9_-]{40,}"),
    ("xai", r"xai-", r"[A-Za-z0-9]{60,}"),
    ("groq", r"gsk_", r"[A-Za-z0-9]{40,}"),
    ("perplexity", r"pplx-", r"[A-Za-z0-9]{40,}"),
    ("huggingface", r"hf_", r"[A-Za-z0-9]{30,}"),
    ("replicate", r"r8_", r"[A-Za-z0-9]{30,}"),
    ("aws", r"(?:AKIA|ASIA)", r"[A-Z0-9]{16}"),
    ("github", r"gh[pousr]_", r"[A-Za-z0-9]{36,}"),
    ("github_pat", r"github_pat_", r"[A-Za-z0-9_]{40,}"),
    ("gitlab", r"glpat-", r"[A-Za-z0-9_-]{20,}"),
    ("slack", r"xox[abposr]-", r"[A-Za-z0-9-]{20,}"),
    ("stripe", r"[sr]k_live_", r"[A-Za-z0-9]{20,}"),
    ("openai_refresh", r"rt_", r"[A-Za-z0-9_-]{40,}(?:\.[A-Za-z0-9_-]{20,})?"),
    ("cerebras", r"csk-", r"[A-Za-z0-9]{40,}"),
    ("relay", r"sk-", r"[A-Za-z0-9]{32,}"),
    ("relay_named", r"sk-[a-z0-9]{1,10}-", r"[A-Za-z0-9_-]{32,}"),
    ("token", r"eyJ", r"[A-Za-z0-9_=-]{10,}\.[A-Za-z0-9_=-]*\.[A-Za-z0-9_=-]{10,}(?:\.[A-Za-z0-9_=-]*){0,2}"),
)

MARK = r"\[\[api_key:([A-Za-z0-9_./-]{1,24}):([0-9a-f]{64})\]\]"
"""What crawlers.scrub leaves in a key's place: its readable beginning and the SHA-256 of the whole."""

_TAIL = 20
_LETTERS = 6


def is_sample(key: str) -> bool:
    """Tell a manual's placeholder (`sk-ant-api03-xxxxxxxx`) from a key: its second half repeats few letters.

    The end alone does not tell: a card number may stand right behind a key.
    """
    return len(set(key[-max(_TAIL, len(key) // 2) :])) < _LETTERS
