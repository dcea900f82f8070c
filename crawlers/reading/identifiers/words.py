"""Words and patterns that several kinds share: what stands between a label and its value, and what is no value."""

from __future__ import annotations

import re

# Between a label and its value stand signs, emoji and at most two line ends; a sentence's end parts them.
GAP = r"(?:[^\w\n。!?;,，+@]{0,8}(?:\n[^\w\n+@]{0,6}){0,2})"
COLON = r"(?:[^\w\n。!?;,，+@:=]{0,6}[:=][^\w\n+@]{0,8}(?:\n[^\w\n+@]{0,6}){0,2})"

_GOODS = (
    r"claude|anthropic|chatgpt|gpt|openai|gemini|google|codex|grok|supergrok|opus|sonnet|haiku|fable|mythos|cursor|kiro"
    r"|windsurf|deepseek|kimi|qwen|glm|midjourney|mj|sora|veo|copilot|plus|pro|max|team|business|enterprise|ultra|api"
    r"|key|code|token|tokens|sub2api|newapi|oneapi|cpa|rt|at|json|k12|edu|web|ios|app|vip|svip|ai|llm|x"
)
_GOOD = re.compile(rf"(?i)(?:(?:{_GOODS}|[0-9]+x?|v[0-9]+)[-_.]?)+")

_NO_VALUES_WORDS = """
telegram whatsapp wechat weixin discord messenger skype signal viber twitter instagram facebook youtube
tiktok github gitlab gmail outlook hotmail yahoo icloud paypal alipay stripe binance crypto bitcoin usdt
trc20 erc20 visa mastercard email mail https http hello contact contacts support service services available
channel channels group groups community official notice price prices please message messages chat admin
online seller sellers buyer offer offers account accounts premium subscription free trial stock order orders
payment payments delivery instant automatic shop store only with here there below above after before about
from this that these those your ours other others phone number numbers username handle handles user users
owner login password update updates news info details reply replies response within hours minutes always
daily weekly monthly coming soon none null false true apple android windows linux macos chrome firefox
spotify netflix canva duolingo quizlet notion perplexity windsurf copilot midjourney bots botfather premium
stars gift gifts direct personal private public business claudecode claude chatgpt gemini openai anthropic
codex cursor deepseek docker config server client default everyone channel media import export override
return param property staticmethod classmethod dataclass keyframes charset types latest angular babel nestjs
include supports layer apply tailwind mention mentions author bestbuy address invite invitation referral
coupon promo discount discounts required needed active
"""
NO_VALUES = frozenset(_NO_VALUES_WORDS.split())


def is_good(word: str) -> bool:
    """Tell whether a word is the name of a good (`Claude20x`, `gpt-plus`) and so nobody's handle."""
    return not word.isdigit() and _GOOD.fullmatch(word) is not None


def is_word(word: str) -> bool:
    """Tell whether a value is but a word of the sentence."""
    return word.lower().strip("_-") in NO_VALUES or is_good(word)


def has_figure(word: str) -> bool:
    """Tell whether a word has a digit or an underscore, as handles have and words have not."""
    return any(letter in "0123456789_" for letter in word)
