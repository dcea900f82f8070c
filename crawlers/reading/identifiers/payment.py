"""Payment accounts: `service:value` for PayPal, Alipay, Yape, Binance and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.links import Link, read_link
from crawlers.reading.identifiers.phone_number import NUMBER, e164

KIND = "payment"
TRIGGER = (
    r"binance|币安|paypal|alipay|支付宝|yape|plin|pix\b|upi|cash\.?app|cashtag|venmo|okx|欧易|bybit|gopay|dana|ovo|gcash|momo|revolut|wise|"
    r"mercado\s?pago|nequi|bizum|mb\s?way|nagad|easypaisa|jazzcash|qiwi|юmoney|payeer|webmoney|wmz|perfect money|pay\s?id|revtag|ko-fi|vodafone|instapay|bkash|promptpay|skrill|zelle"
)

LABELS = r"binance|币安|paypal|alipay|支付宝|yape|plin|pix|upi|cash\s?app|cashtag|venmo|okx|欧易|bybit|gopay|dana|ovo|gcash|momo|revolut|revtag|wise|mercado\s?pago|nequi|bizum|mb\s?way|bkash|nagad|easypaisa|jazzcash|promptpay|qiwi|киви|[юy]o{0,2}money|юмани|payeer|webmoney|wmz|perfect\s?money|pm|vodafone\s?cash|فودافون|instapay|skrill|zelle"

_MAIL = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,3}"
_JOIN = r"(?i:\s?(?:id|uid|pay(?:\s?id)?|user\s?id|账号|帐号|账户|号码?|收款|转账|no\.?|number|account|email|mail|alias|plin|yape|y|o|e|or|and|freunde|amigos|amis|key|chave|al|número|numero|nro|address|f&f|ff|g&s|friends|family|transfer|only|an|to|por|para|на|ke|tới|via|转|到|打款|:|/)){0,3}[^\w\n$+@]{0,6}(?:\n[^\w\n]{0,4})?"


def _labelled(service: str, label: str, value: str) -> tuple[str, re.Pattern[str]]:
    return service, re.compile(
        rf"(?<![A-Za-z0-9.])(?i:{label})(?![a-z]){_JOIN}(?P<value>{value})(?![A-Za-z0-9@])"
    )


_SERVICES = (
    _labelled("binance", r"binance(?:\s?pay)?|币安", r"[0-9]{6,12}"),
    _labelled("okx", r"okx|欧易", r"[0-9]{9,20}"),
    _labelled("bybit", r"bybit", r"[0-9]{6,12}"),
    _labelled("paypal", r"paypal", _MAIL),
    _labelled("alipay", r"alipay|支付宝", rf"{_MAIL}|1[3-9][0-9]{{9}}"),
    _labelled("yape", r"yape", NUMBER),
    _labelled("plin", r"plin", NUMBER),
    _labelled("pix", r"pix", rf"{_MAIL}|{NUMBER}|[0-9a-f]{{8}}-[0-9a-f-]{{27}}"),
    _labelled("upi", r"upi", r"[A-Za-z0-9._-]{2,64}@[a-z]{2,20}"),
    _labelled("cashapp", r"cash\s?app|cashtag", r"\$[A-Za-z][A-Za-z0-9_]{1,20}"),
    _labelled("venmo", r"venmo", r"@[A-Za-z0-9_-]{3,30}"),
    _labelled("gopay", r"gopay", NUMBER),
    _labelled("dana", r"dana", NUMBER),
    _labelled("ovo", r"ovo", NUMBER),
    _labelled("gcash", r"gcash", NUMBER),
    _labelled("momo", r"momo", NUMBER),
    _labelled("mercadopago", r"mercado\s?pago", r"[a-z0-9]{2,20}(?:\.[a-z0-9]{1,20}){1,4}"),
    _labelled("nequi", r"nequi", NUMBER),
    _labelled("bizum", r"bizum", NUMBER),
    _labelled("mbway", r"mb\s?way", NUMBER),
    *(_labelled(name, name, NUMBER) for name in ("bkash", "nagad", "easypaisa", "jazzcash", "promptpay")),
    _labelled("vodafone_cash", r"vodafone\s?cash|فودافون كاش", NUMBER),
    _labelled("instapay", r"instapay", _MAIL),
    _labelled("qiwi", r"qiwi|киви", NUMBER),
    _labelled("yoomoney", r"юmoney|yoomoney|юмани", r"4100[0-9]{7,13}"),
    _labelled("payeer", r"payeer", r"[Pp][0-9]{7,12}"),
    _labelled("webmoney", r"webmoney|wmz", r"[ZRE][0-9]{12}"),
    _labelled("perfectmoney", r"perfect\s?money|(?<![a-z])pm", r"[UE][0-9]{6,10}"),
    _labelled("zelle", r"zelle", _MAIL),
    _labelled("skrill", r"skrill", _MAIL),
    _labelled("wise", r"wise", r"@[A-Za-z0-9]{3,30}"),
    _labelled("revolut", r"revolut|revtag", r"@[A-Za-z0-9]{3,30}"),
)
_LINKS = {
    "paypal.me": "paypal", "paypal.com": "paypal", "cash.app": "cashapp", "venmo.com": "venmo", "ko-fi.com": "kofi",
    "buymeacoffee.com": "buymeacoffee", "revolut.me": "revolut", "wise.com": "wise", "monobank.ua": "monobank",
}  # fmt: skip
_WORD = 16
_SERVICE_NAMES = frozenset((*(service for service, _ in _SERVICES), *_LINKS.values()))
_PAGES = {"paypal.com": ("paypalme",), "wise.com": ("pay", "me"), "venmo.com": ("u",)}


def find(scan: Scan) -> Iterator[Found]:
    """Give the payment accounts of a text."""
    for link in scan.links:
        value = from_link(link)
        if value:
            yield Found(link.start, link.end, value)
    taken: set[int] = set()
    for head in scan.heads(LABELS):
        word = scan.plain[head : head + _WORD].lower()
        for service, pattern in _SERVICES:
            found = pattern.match(scan.plain, head) if word.startswith(_WORDS[service]) else None
            if found is not None and found.start("value") not in taken:
                taken.add(found.start("value"))
                # A number that names its country is one to call as well.
                if found["value"][0] != "+" and service != "bizum":
                    scan.claim(found.start("value"))
                value = _plain_value(found["value"])
                if service == "bizum" or found["value"][0] == "+":
                    value = e164(found["value"], scan.region) or value
                yield Found(found.start("value"), found.end("value"), f"{service}:{value}")


_ALIASES = {
    "mercadopago": ("mercado",), "mbway": ("mb",),
    "binance": ("binance", "币安"), "okx": ("okx", "欧易"), "alipay": ("alipay", "支付宝"), "cashapp": ("cash",),
    "vodafone_cash": ("vodafone", "فودافون"), "qiwi": ("qiwi", "киви"), "yoomoney": ("юmoney", "yoomoney", "юмани"), "webmoney": ("webmoney", "wmz"),
    "perfectmoney": ("perfect", "pm"), "revolut": ("revolut", "revtag"),
}  # fmt: skip
_WORDS = {service: _ALIASES.get(service, (service,)) for service, _ in _SERVICES}


def _plain_value(value: str) -> str:
    """Give an account's value as compared: a number's digits with the plus of its country, names in lower case."""
    value = value.strip().lower()
    if "@" in value[1:]:
        return value
    if re.fullmatch(r"\+?[0-9 ().\u2013-]+", value):
        return ("+" if value.startswith("+") else "") + re.sub(r"[^0-9]", "", value)
    return value.lstrip("@$")


def from_link(link: Link) -> str | None:
    """Give the account that a payment link names."""
    host = link.host.removeprefix("www.")
    service = _LINKS.get(host)
    if service is None or not link.steps:
        return None
    steps = link.steps
    if host in _PAGES:
        if steps[0] not in _PAGES[host] or len(steps) < len(("page", "name")):
            return None
        steps = steps[1:]
    name = steps[0].lstrip("@$").lower()
    return f"{service}:{name}" if re.fullmatch(r"[a-z0-9_.-]{2,40}", name) else None


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give `service:value`.

    >>> canonical("Binance: 1000000212"), canonical("https://paypal.me/Shop7")
    ('binance:1000000212', 'paypal:shop7')
    """
    if "/" in raw:
        return from_link(read_link(raw.strip()))
    service, sign, value = raw.strip().partition(":")
    service = service.strip().lower()
    if not sign or service not in _SERVICE_NAMES or not value.strip():
        return None
    return f"{service}:{_plain_value(value)}"
