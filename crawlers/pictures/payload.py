"""What a QR code's text says of a seller: messengers, payment, wallets. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import re2

from crawlers.pictures.emv import payments_in
from crawlers.reading.context import Context
from crawlers.reading.identifiers import canonical, find_identifiers
from crawlers.reading.text import normalise
from crawlers.scrub import scrub_text
from store.records import Identifier

_NO_ROLE = frozenset({"domain", "ip", "shop_item", "referral", "coupon_code", "username", "bin"})
"""Kinds whose role the words tell: a link to a page is not yet whoever shows it."""
_SECRETS = re2.compile(
    r"(?i)^\s*(?:otpauth(?:-migration)?:|wifi:|sgnl://linkdevice|tg://login|2@)|[?&](?:token|secret|password)="
)
"""Codes that open a door (second factors, networks, sign-ins): they are never read."""
_CODE = re2.compile(r"^[A-Za-z0-9_\-]{6,80}$")
_ALIPAY_USER = re2.compile(r"^2088\d{12}$")


def holds_secret(text: str) -> bool:
    """Say whether a code's text opens a door or holds a key, a card's number or a password."""
    return bool(_SECRETS.search(text)) or scrub_text(text) != text


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """Give the identifiers that a code's text names; who shows a way to be reached or paid is its operator.

    Offsets are of the code's text. Nothing is read of a text that holds a secret.

    >>> [(one.kind, one.normalised) for one in identifiers_in("wxp://f2f0AbCdEf_1234")]
    [('payment', 'wechatpay:f2f0AbCdEf_1234')]
    """
    if holds_secret(text):
        return ()
    special = tuple(_special(text.strip())) or tuple(
        Identifier(kind="payment", value=text, normalised=account, role="operator", start=0, end=len(text))
        for account in payments_in(text.strip())
    )
    if special:
        return special
    found, _ = find_identifiers(normalise(text), Context())
    return tuple(
        one if one.kind in _NO_ROLE or one.role not in ("unknown", "") else replace(one, role="operator")
        for one in found
    )


def _special(text: str) -> Iterator[Identifier]:
    """Read the forms that only codes have."""
    try:
        parts = urlsplit(text)
        asked = {name.lower(): values[0] for name, values in parse_qs(parts.query).items()}
    except ValueError:
        return
    reader = _BY_SCHEME.get(parts.scheme) or _BY_HOST.get(parts.netloc.lower())
    if reader is None:
        return
    rest = unquote(text.partition(":")[2] if parts.scheme in _BY_SCHEME else parts.path).strip("/")
    for kind, value in reader(rest.split("?")[0], asked):
        yield Identifier(kind=kind, value=text, normalised=value, role="operator", start=0, end=len(text))


Pairs = Iterator[tuple[str, str]]


def _wechat_card(rest: str, asked: dict[str, str]) -> Pairs:  # noqa: ARG001 - one signature for all
    code = rest.removeprefix("r/")
    if _CODE.search(code):  # the code stands for one person's card; its letters' case counts
        yield "wechat", f"u.wechat.com/{code}"


def _wechat_pay(rest: str, asked: dict[str, str]) -> Pairs:  # noqa: ARG001
    if _CODE.search(rest):
        yield "payment", f"wechatpay:{rest}"


def _alipay(rest: str, asked: dict[str, str]) -> Pairs:
    user = asked.get("userid") or asked.get("u") or ""
    code = rest.rsplit("/", 1)[-1].lower()
    if _ALIPAY_USER.search(user):
        yield "payment", f"alipay:{user}"
    elif _CODE.search(code) and code != "startapp":
        yield "payment", f"alipay:{code}"


def _telegram(rest: str, asked: dict[str, str]) -> Pairs:  # noqa: ARG001
    if name := canonical("telegram", asked.get("domain", "")):
        yield "telegram", name
    elif _CODE.search(invite := asked.get("invite", "")):
        yield "telegram_invite", invite


def _whatsapp(rest: str, asked: dict[str, str]) -> Pairs:  # noqa: ARG001
    digits = asked.get("phone", "").strip().removeprefix("+")
    if digits and (number := canonical("whatsapp", f"+{digits}")):
        yield "whatsapp", number


def _upi(rest: str, asked: dict[str, str]) -> Pairs:  # noqa: ARG001
    if account := canonical("payment", f"upi:{asked.get('pa', '')}"):
        yield "payment", account


def _phone(rest: str, asked: dict[str, str]) -> Pairs:  # noqa: ARG001
    if number := canonical("phone", rest):
        yield "phone", number


def _wallet(kind: str) -> Callable[[str, dict[str, str]], Pairs]:
    def read(rest: str, asked: dict[str, str]) -> Pairs:  # noqa: ARG001
        if address := canonical(kind, rest.removeprefix("pay-").split("@")[0]):
            yield kind, address

    return read


_BY_SCHEME: dict[str, Callable[[str, dict[str, str]], Pairs]] = {
    "wxp": _wechat_pay, "alipays": _alipay, "alipayqr": _alipay, "tg": _telegram, "whatsapp": _whatsapp, "upi": _upi,
    "tel": _phone, "bitcoin": _wallet("crypto_btc"), "ethereum": _wallet("crypto_eth"), "tron": _wallet("crypto_tron"),
}  # fmt: skip
_BY_HOST: dict[str, Callable[[str, dict[str, str]], Pairs]] = {
    "u.wechat.com": _wechat_card, "qr.alipay.com": _alipay,
}  # fmt: skip
