"""The words that state a supply signal, for plain lower-case text; RE2's syntax, no look-around.

A signal needs its words themselves: DOMAIN's vocabulary (c), and what sellers in other languages write for the same.
The tables are built from parts (who or what, what befalls it, what is done), so that a new wording of known parts is
found too.
"""

from __future__ import annotations

from crawlers.reading.lexicon.signal_heard import HEARD
from crawlers.reading.lexicon.signal_making import MAKING
from crawlers.reading.lexicon.signal_pages import PAGES
from crawlers.reading.lexicon.signal_spoken import SPOKEN
from crawlers.reading.lexicon.signal_supply import SUPPLY
from crawlers.reading.lexicon.signal_told import TOLD
from crawlers.reading.lexicon.signal_trade import TRADE

SIGNAL_WORDS: dict[str, tuple[str, ...]] = {
    name: patterns + tuple(one for beside in (SPOKEN, TOLD, PAGES, HEARD) for one in beside.get(name, ()))
    for name, patterns in {**SUPPLY, **MAKING, **TRADE}.items()
}
"""Signal -> patterns. `windsurf` is a channel of reverse_proxy."""

RELAY_WORDS = (
    r"倍率|分组|渠道|中转|号池|令牌|反代|逆向|缓存版|线路|通道|额度按|上游|[0-9]\s?倍|[0-9]x\b|multiplier|\brelay\b|\bgroup\b|\bchannel|\bupstream|\bgateway"
    r"|\brout(?:e|ed|es|ing)\b|\bresell|\bx rate|множител|групп|канал|nhóm|kênh|tỉ lệ|grup|grupo|groupe|gruppo|gruppe|grubu|พูล|kanal|canal|canale|llamada|per \$|(?:per|each|one|every) (?:official )?dollar|official dollar|-backed|\bproxy\b|/刀|[0-9]一刀|/1\$|/\$|合[0-9.]+|→\s?[0-9]|先走|بدراک|改走|切到"
)
SELLING_WORDS = r"[¥$€₽]\s?[0-9]|[0-9]\s?(?:元|刀|u\b|usdt|usd|₽|\$|€|美元|美金)|出售|販売|판매|[0-9]円|卖给|\bsold\b|\boffer(?:ed|ing)|verkauft|vendid|vendu|长期出|有售|零买|整包|\bwts\b|for sale|selling|\bprice|\bdm\b|/条|прода|цена|bán|giá|jual|harga|vendo|precio|satılık|verkauf"
