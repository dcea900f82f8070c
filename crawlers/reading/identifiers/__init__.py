"""Identifiers of a text: who can be reached, paid or found there, each validated, each at its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

from crawlers.reading.context import Context
from crawlers.reading.identifiers import (
    agent_code,
    api_key,
    coupon_code,
    crypto_btc,
    crypto_eth,
    crypto_tron,
    discord_invite,
    domain,
    email_address,
    host,
    icp,
    ip,
    line,
    masked,
    payment,
    phone,
    qq,
    qq_group,
    referral,
    shop,
    shop_item,
    telegram,
    telegram_invite,
    username,
    wechat,
    whatsapp,
    zalo,
)
from crawlers.reading.identifiers import bin as card_bin
from crawlers.reading.identifiers.fields import FIELD_KINDS, canonical_of
from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import HIDDEN_LINK, find_hidden_links, find_links
from crawlers.reading.identifiers.party import closer_role, moods_of, role_of_text
from crawlers.reading.identifiers.windows import windows_of
from crawlers.reading.text import Text
from crawlers.reading.triggers import Triggers
from store.records import Identifier, Partial

# The order decides who takes a number that two could claim.
KIND_MODULES: tuple[ModuleType, ...] = (
    api_key, email_address, telegram_invite, telegram, discord_invite, shop, shop_item, domain, ip, payment, whatsapp,
    zalo, line, wechat, qq_group, qq, phone, agent_code, referral, coupon_code, crypto_btc, crypto_eth, crypto_tron,
    card_bin, icp, username, host,
)  # fmt: skip

FORMAT_KINDS = frozenset(
    module.KIND for module in KIND_MODULES if module.KIND not in ("bin", "icp", "username", "host")
)
"""The kinds of the label format; the others are ours."""

_CANONICAL: dict[str, Callable[[str, str | None], str | None]] = {
    **{module.KIND: module.canonical for module in KIND_MODULES},
    **{kind: canonical_of(kind) for kind in FIELD_KINDS},
}
_LINK = r"[a-z0-9_-]\.[a-z]|://|[0-9]\.[0-9]{1,3}:[0-9]"
_IN_LINKS = frozenset(("domain", "shop", "shop_item", "telegram_invite", "discord_invite"))
"""Kinds that stand nowhere else."""
_LONGEST_VALUE = 4096


def canonical(kind: str, raw: str, region: str | None = None) -> str | None:
    """Give the one form in which known accounts and listings are compared; None where `raw` is none of this kind.

    `region` (ISO 3166) is the country of a national telephone number.

    >>> canonical("telegram", "https://t.me/Relay_Shop"), canonical("domain", "https://api.relay-example.com/v1")
    ('relay_shop', 'relay-example.com')
    """
    read = _CANONICAL.get(kind)
    if read is None or len(raw) > _LONGEST_VALUE:
        return None
    return read(raw, region)


def find_identifiers(text: Text, context: Context) -> tuple[tuple[Identifier, ...], tuple[Partial, ...]]:
    """Find every identifier of a text, and the masked values apart; offsets are of the original text."""
    plain = text.plain
    body = plain.encode("utf-8", "replace")
    hits = _triggers().match(body)
    if not hits:
        return (), ()
    hidden: list[tuple[str, Found]] = []
    if _MASKED in hits:
        hidden = list(masked.find_masked(text, windows_of(plain, body, masked.TRIGGER)))
    links = tuple(find_links(plain, body)) if _LINKS in hits else ()
    if _HIDDEN in hits:
        links += tuple(find_hidden_links(plain, body))
    found = _found(Scan(text, context, links, body), hits)
    if not found and not hidden:
        return (), ()
    moods = moods_of(body)
    if any(kind == "referral" for kind, _ in found):
        moods |= {"sponsors"}
    role = role_of_text(plain, [each for _, each in (*found, *hidden)], moods)
    return tuple(_identifiers(text, found, moods, role)), tuple(_partials(text, hidden, moods, role))


def _found(scan: Scan, hits: list[int]) -> list[tuple[str, Found]]:
    """Let each reader whose trigger words stand in the text look for its kind."""
    found: list[tuple[str, Found]] = []
    for at in hits:
        if at >= _LINKS:
            break
        kind, find, scan.trigger, words = _READERS[at]
        if not scan.links and kind in _IN_LINKS:
            continue
        scan.is_known = words in hits
        for each in find(scan):
            found.append((kind, each))  # noqa: PERF401 - a generator here costs a tenth of the whole
    return found


def _partials(
    text: Text, found: list[tuple[str, Found]], moods: frozenset[str], role: str
) -> Iterator[Partial]:
    for kind, each in found:
        start, end = text.span(each.start, each.end)
        own = closer_role(kind, text.plain, each, moods) if role == "operator" else role
        yield Partial(kind=kind, value=text.original[start:end], start=start, end=end, role=own)


def _identifiers(
    text: Text, found: list[tuple[str, Found]], moods: frozenset[str], role: str
) -> Iterator[Identifier]:
    """Give each (kind, value) once, at its first words, with its role."""
    seen: set[tuple[str, str]] = set()
    for kind, each in sorted(found, key=lambda pair: pair[1].start):
        if (kind, each.normalised) in seen:
            continue
        seen.add((kind, each.normalised))
        start, end = text.span(each.start, each.end)
        own = each.role or (closer_role(kind, text.plain, each, moods) if role == "operator" else role)
        value = _shown(kind, text.original[start:end])
        yield Identifier(kind=kind, value=value, normalised=each.normalised, role=own, start=start, end=end)


def _shown(kind: str, words: str) -> str:
    """Give a value as written; a key only by its beginning."""
    if kind != "api_key":
        return words
    inner = words.removeprefix("[[api_key:")
    return (inner.partition(":")[0] if inner != words else words[:_KEY_HEAD]) + "…"


_KEY_HEAD = 8
_LINKS = len(KIND_MODULES)
_MASKED = _LINKS + 1
_HIDDEN = _LINKS + 2
_WORDED = [module for module in KIND_MODULES if hasattr(module, "WORDS")]
_READERS = tuple(
    (module.KIND, module.find, module.WORDS, _HIDDEN + 1 + _WORDED.index(module))
    if module in _WORDED
    else (module.KIND, module.find, module.TRIGGER, at)
    for at, module in enumerate(KIND_MODULES)
)
"""Each kind's reader, the words around which it looks, and which of the triggers these are."""


@cache
def _triggers() -> Triggers:
    words = [module.TRIGGER or r"\x00\x00" for module in KIND_MODULES]
    words += [_LINK, masked.TRIGGER, HIDDEN_LINK, *(module.WORDS for module in _WORDED)]
    return Triggers(words, case_sensitive=False)


__all__ = ["FORMAT_KINDS", "KIND_MODULES", "canonical", "find_identifiers"]
