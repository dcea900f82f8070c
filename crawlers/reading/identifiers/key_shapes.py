"""The shapes of secret keys and session tokens, for scrubbing and for reading.

Each is (name, prefix, body): `prefix` is the fixed part that stays readable, `body` what is secret. Written for RE2
and for bytes; bounded below so that masked and sample keys (`sk-....`, `sk-ant-api03-xxxx`) are none.
"""

from __future__ import annotations

KEY_SHAPES: tuple[tuple[str, str, str], ...] = (
    ("anthropic", r"sk-ant-(?:api|admin|oat|ort|sid)[0-9]{2}-", r"[A-Za-z0-9_-]{40,200}"),
    ("openai", r"sk-(?:proj|svcacct|admin|None)-", r"[A-Za-z0-9_-]{20,200}"),
    ("openrouter", r"sk-or-v1-", r"[0-9a-f]{64}"),
    ("google", r"AIza", r"[A-Za-z0-9_-]{35}"),
    ("google_oauth", r"ya29\.", r"[A-Za-z0-9_-]{40,600}"),
    ("google_refresh", r"1//0", r"[A-Za-z0-9_-]{40,200}"),
    ("xai", r"xai-", r"[A-Za-z0-9]{60,100}"),
    ("groq", r"gsk_", r"[A-Za-z0-9]{40,80}"),
    ("perplexity", r"pplx-", r"[A-Za-z0-9]{40,64}"),
    ("huggingface", r"hf_", r"[A-Za-z0-9]{30,50}"),
    ("replicate", r"r8_", r"[A-Za-z0-9]{30,50}"),
    ("aws", r"(?:AKIA|ASIA)", r"[A-Z0-9]{16}"),
    ("github", r"gh[pousr]_", r"[A-Za-z0-9]{36,251}"),
    ("github_pat", r"github_pat_", r"[A-Za-z0-9_]{40,120}"),
    ("gitlab", r"glpat-", r"[A-Za-z0-9_-]{20,50}"),
    ("slack", r"xox[abposr]-", r"[A-Za-z0-9-]{20,120}"),
    ("stripe", r"[sr]k_live_", r"[A-Za-z0-9]{20,120}"),
    ("openai_refresh", r"rt_", r"[A-Za-z0-9_-]{40,120}(?:\.[A-Za-z0-9_-]{20,120})?"),
    ("cerebras", r"csk-", r"[A-Za-z0-9]{40,60}"),
    ("relay", r"sk-", r"[A-Za-z0-9]{32,128}"),
    ("token", r"eyJ", r"[A-Za-z0-9_=-]{10,2000}\.[A-Za-z0-9_=-]{10,4000}(?:\.[A-Za-z0-9_=-]{0,1000}){0,3}"),
)

MARK = r"\[\[api_key:([A-Za-z0-9_./-]{1,24}):([0-9a-f]{64})\]\]"
"""What crawlers.scrub leaves in a key's place: its readable beginning and the SHA-256 of the whole."""
