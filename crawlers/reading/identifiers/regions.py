"""The country whose national numbers a text writes."""

from __future__ import annotations

from functools import cache

from crawlers.reading.context import Context
from crawlers.reading.language import language_of
from crawlers.reading.triggers import Triggers

_OF_LANGUAGE = {
    "zh": "CN", "vi": "VN", "id": "ID", "ru": "RU", "th": "TH", "tr": "TR", "ko": "KR", "ja": "JP", "fa": "IR",
    "de": "DE", "pt": "BR", "uk": "UA", "pl": "PL", "hi": "IN", "it": "IT", "fr": "FR", "ms": "MY", "bn": "BD",
}  # fmt: skip
_OF_CURRENCY = {
    "PEN": "PE", "EGP": "EG", "SAR": "SA", "AED": "AE", "MXN": "MX", "COP": "CO", "ARS": "AR", "CLP": "CL", "BRL": "BR",
    "INR": "IN", "PHP": "PH", "MYR": "MY", "THB": "TH", "VND": "VN", "IDR": "ID", "TRY": "TR", "DZD": "DZ", "MAD": "MA",
    "IQD": "IQ", "PKR": "PK", "NGN": "NG", "KES": "KE", "UAH": "UA", "KZT": "KZ", "RUB": "RU", "TWD": "TW", "HKD": "HK",
    "SGD": "SG", "KRW": "KR", "JPY": "JP", "GBP": "GB", "BDT": "BD",
}  # fmt: skip
_MONEY_SIGNS = (
    (r"S/\s?\d|\bsoles?\b|yape|\bplin\b", "PE"), (r"R\$\s?\d|\bpix\b", "BR"), (r"₹\s?\d|\bINR\b|\bUPI\b", "IN"),
    (r"₱\s?\d|\bPHP\b|gcash", "PH"), (r"\bRM\s?\d", "MY"), (r"\bEGP\b|جنيه", "EG"), (r"\bMXN\b", "MX"),
    (r"\bCOP\b|nequi", "CO"), (r"ريال|\bSAR\b", "SA"), (r"درهم|\bAED\b", "AE"), (r"NT\$|台币|新台币", "TW"),
    (r"\bPKR\b|easypaisa|jazzcash", "PK"), (r"৳|bkash", "BD"), (r"₦", "NG"), (r"£\s?\d", "GB"), (r"HK\$|港币|港幣|\bpayme\b", "HK"), (r"\bbizum\b", "ES"), (r"\d\s?rb\b|\bRp\s?\d|\bgopay\b", "ID"),
    (r"₴|\bгрн\b", "UA"), (r"₸", "KZ"), (r"\d\s?zł\b|\bblik\b", "PL"), (r"₺|\d\s?tl\b", "TR"), (r"\d\s?฿|\d\s?บาท", "TH"), (r"\d\s?₽", "RU"),
    (r"\d\s?đ\b|\bzalo\b", "VN"), (r"\bmb ?way\b", "PT"), (r"\bCHF\b|\btwint\b", "CH"), (r"\d\s?kr\b|\bswish\b", "SE"), (r"\d₩|₩\s?\d", "KR"),
)  # fmt: skip


def region_of(plain: str, context: Context) -> str | None:
    """Give the country (ISO 3166) whose national numbers a text writes: by its money, then its language."""
    if context.currency in _OF_CURRENCY:
        return _OF_CURRENCY[context.currency]
    head = plain[:4000]
    hits = _signs().match(head.encode("utf-8", "replace"))
    if hits:
        return _MONEY_SIGNS[hits[0]][1]
    language = context.language or language_of(head)
    return _OF_LANGUAGE.get((language or "").partition("-")[0])


@cache
def _signs() -> Triggers:
    return Triggers([pattern for pattern, _ in _MONEY_SIGNS], case_sensitive=False)
