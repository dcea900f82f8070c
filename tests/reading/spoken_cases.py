"""What sellers say in English sentences: dollars bought with words, cards parted by bars, what an owner looks for.

A row: rates, the text, its offers, as in `offer_cases`.
"""

from __future__ import annotations

CNY = "CNY=6.8"
TWO = "relay anthropic - 0.2USD usd_credit - 0.2; relay openai - 0.06USD usd_credit - 0.06"

CASES: list[tuple[str, str, str]] = [
    # what one official dollar costs, told in words
    ("CNY=6.8", "¥0.9 buys one official dollar", "relay - - 0.9CNY usd_credit - 0.1324"),
    ("", "You pay $0.20 for each $1 of Claude usage and $0.06 for each $1 of GPT usage. No monthly fee.", TWO),
    ("", "Relay prices: $0.20 for every $1 of Claude usage, $0.06 for every $1 of GPT usage", TWO),
    ("", "Our gateway: $0.20 per each $1 on Claude, $0.06 per each $1 on GPT", TWO),
    (
        CNY,
        "Our relay: ¥0.8 buys one official dollar of Claude, top up by Alipay",
        "relay anthropic - 0.8CNY usd_credit - 0.1176",
    ),
    (CNY, "¥0.8 gets an official dollar on Claude. DM me", "relay anthropic - 0.8CNY usd_credit - 0.1176"),
    (
        "",
        "Now live: Claude at a quarter of the official rate, Gemini at a fifth. Same invoice as ever, no minimum order at all.",
        "relay anthropic - - - - 0.25; relay google - - - - 0.2",
    ),
    # groups whose multiplier an English page calls a ratio
    (
        CNY,
        "Pay-as-you-go 1 RMB : 1 USD\ncodex group ratio 0.2\nclaude group ratio 0.5",
        "relay openai - - - 0.2 0.0294; relay anthropic - - - 0.5 0.0735",
    ),
    (CNY + " recharge=1", "claude channel ratio 0.5", "relay anthropic - - - 0.5 0.0735"),
    # cards
    (
        "",
        "Item #5521 · ChatGPT Plus Upgrade (NOT a login!) · we activate on YOUR account in ~15 min · 1 mo · US$11.50 · seller rating 4.9 · 870 orders",
        "account openai chatgpt-plus 11.5USD month - 0.575",
    ),
    (
        "",
        "Was $149.99 → Now only $54.99! Claude Max x20 one month. Delivered as session JSON, keep it to yourself. Valid 30d, else we refund the unused days.",
        "account anthropic claude-max-20x 54.99USD month - 0.275",
    ),
    ("", "prices today\n1x max20 = 90\n1x plus = 4\nall in usd", "account anthropic claude-max-20x 90USD account - 0.45; account openai chatgpt-plus 4USD account - 0.2"),
    # what an owner who sells looks for
    (
        "",
        "selling my spare max 20x account, paid till nov 3. looking for 80 bucks, paypal only. ping me here",
        "account anthropic claude-max-20x 80USD account - 0.4",
    ),
    (
        "",
        "Selling my Claude Pro account. Looking for $9.",
        "account anthropic claude-pro 9USD account - 0.45",
    ),
    ("", "Looking for a Claude Pro account, my limit is $9.", ""),
    # numbers and codes to register with, fees
    ("", "One time codes for chatgpt: 0.40$. PM", "service openai - 0.4USD - - -"),
    ("", "UK numbers for claude $0.55 each, dm", "service anthropic - 0.55USD - - -"),
    (
        "",
        "Refund guide for the yearly claude plan, my fee is 25 usd per ticket, telegram @penwick",
        "service anthropic - 25USD - - -",
    ),
    # credit and what is asked for it, both in dollars
    (
        "",
        "[WTS] Anthropic API credit, $800 loaded on an org account, transfer by adding you as admin. Asking $300. TG: @penwick",
        "credit anthropic - 300USD pack - 0.375",
    ),
    ("", "WTS OpenAI balance of $500 on an org. Asking $200. PM me", "credit openai - 200USD pack - 0.4"),
    (
        "",
        "We bill in credits. 1 credit = 1 USD of official list usage.\nBasic — $15 for 50 credits\nLarge — $60 for 240 credits\nClaude Code and Codex CLI supported.",
        "credit multi - 15USD pack - 0.3; credit multi - 60USD pack - 0.25",
    ),
    ("", "$10 for $40 credit on Claude API, dm me", "credit anthropic - 10USD pack - 0.25"),
    ("", "$100 OpenAI credit for $35, dm me", "credit openai - 35USD pack - 0.35"),
    ("", "grok video relay: 9 cents a clip", "relay xai - 0.09USD call - -"),
    # namesakes
    ("", "Vintage Claude Monet poster, framed, £35 collected or £44 posted.", ""),
    ("", "Claude Debussy, complete piano works on CD, $18 shipped", ""),
]  # fmt: skip
