"""A model's id as stations publish it: whose model it is, and its canonical slug. Ids are slugs, not free text."""

from __future__ import annotations

import re2

_FAMILIES = {
    "anthropic": "claude",
    "openai": "gpt chatgpt codex o1 o3 o4 o5 dall-e sora whisper tts text-embedding text-moderation davinci"
    " babbage computer-use omni-moderation",
    "google": "gemini gemma imagen veo nano-banana palm learnlm lyria",
    "xai": "grok",
    "deepseek": "deepseek",
}
_PROVIDER = {family: provider for provider, families in _FAMILIES.items() for family in families.split()}
_DATE = re2.compile(r"-20\d{6}$")
_CLAUDE = re2.compile(r"^(claude(?:-[a-z]+)?)-(\d{1,2})-(\d{1,2})((?:-[a-z][a-z0-9]*)*)$")
_LONGEST = 120


def read_model(name: str) -> tuple[str | None, str]:
    """Give the provider and the slug of a model id: Claude's with a dotted version and no date, others as they stand.

    A family that no provider of the format owns is `other`'s.

    >>> read_model("claude-haiku-4-5-20251001"), read_model("o4-mini"), read_model("kimi-k3")
    (('anthropic', 'claude-haiku-4.5'), ('openai', 'o4-mini'), ('other', 'kimi-k3'))
    >>> read_model("anthropic/claude-opus-4-8-thinking"), read_model("[官]gemini-3-pro")
    (('anthropic', 'claude-opus-4.8-thinking'), ('google', '[官]gemini-3-pro'))
    """
    slug = name.strip().lower()[:_LONGEST]
    bare = slug.rpartition("/")[2]
    bare = re2.sub(r"^\W*(?:[\[(【（][^\])】）]{0,20}[\])】）])?\W*", "", bare)
    family = max((one for one in _PROVIDER if _starts(bare, one)), key=len, default=None)
    if family is None:
        return "other", slug
    if family != "claude":
        return _PROVIDER[family], slug
    undated = _DATE.sub("", bare)
    dotted = _CLAUDE.match(undated)
    return "anthropic", f"{dotted[1]}-{dotted[2]}.{dotted[3]}{dotted[4]}" if dotted else undated


def _starts(bare: str, family: str) -> bool:
    return bare.startswith(family) and not bare[len(family) : len(family) + 1].isalpha()
