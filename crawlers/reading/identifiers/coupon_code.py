"""Coupon codes that a text tells the buyer to enter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.words import NO_VALUES, is_good

KIND = "coupon_code"
TRIGGER = (
    r"优惠码|优惠券|优惠口令|券码|折扣码|折扣券|促销码|promo|coupon|voucher|discount code|(?:use|enter|with|apply|using) (?:the |our )?code|code\s?:"
    r"|(?:^|[.\n;|•·-])\s{0,2}code\s[a-z0-9]|(?:填写|输入|填|备注)[^\n]{0,12}[a-z]|промокод|купон|gutschein|rabattcode|クーポン|割引コード"
    r"|mã (?:giảm|khuyến|ưu|coupon)|kode |kupon|cup[óo][nm]|código|کد |كود |쿠폰|할인|โค้ด|indirim kodu|kod\s[a-z]+[0-9]"
)
LABELS = (
    r"优惠码|优惠券|优惠口令|券码|折扣码|折扣券|促销码|promo|coupon|voucher|discount code|(?:use|enter|with|apply|using) (?:the |our )?code|code\s?:"
    r"|(?:^|[.\n;|•·-])\s{0,2}code\s|填写|输入|填|备注|промокод|купон|gutschein|rabattcode|クーポン|割引コード"
    r"|mã (?:giảm|khuyến|ưu|coupon)|kode |kupon|cup[óo][nm]|código|کد |كود |쿠폰|할인|โค้ด|indirim kodu|kod\s[a-z]"
)

_LABEL = (
    r"(?:优惠码|优惠券码?|折扣券码?|券码|折扣码|促销码|优惠口令|promo\s?codes?|(?<![?&/])promo|coupon(?:\s?codes?)?|voucher(?:\s?codes?)?|discount\s?codes?"
    r"|(?<![a-z])(?:use|enter|with|apply|using)\s(?:the\s|our\s)?code|(?<![a-z?&])(?<!claude )(?<!claude-)(?<!vs )code(?=\s?:)|промокод\w{0,3}|купон\w{0,2}|gutschein(?:code)?|rabattcode|クーポン(?:コード)?|割引コード"
    r"|mã (?:giảm(?: giá)?|khuyến mãi|ưu đãi|coupon)|kode (?:promo|voucher|diskon|kupon)|kupon|cup[óo][nm]|código(?: (?:de )?(?:descuento|promocional|promo|desconto))?"
    r"|کد (?:هدیه|تخفیف)(?: شما)?|كود (?:خصم|الخصم)|쿠폰\s?(?:코드|번호)?|할인\s?코드|โค้ด(?:ส่วนลด)?|indirim kodu|kod(?: rabatowy)?(?=\s[A-Z]+[0-9])|code promo)"
)
_CODE = r"(?P<code>[A-Za-z0-9][A-Za-z0-9_-]{2,31})(?![A-Za-z0-9_@]|\.[A-Za-z])"
_LABELLED = re.compile(
    rf"(?i:{_LABEL}(?:\s?<(?:b|strong|code|i|em)>)?(?:\s?(?:填写?|输入|使用|是|为|用|is|ist|es|:))?[^\w\n.。]{{0,6}}(?:<(?:b|strong|code|i|em)>)?(?:\n[^\w\n]{{0,6}}){{0,2}}){_CODE}"
)
# "Code SUMMER8 = 8 %" and "填写 PLUMDESK, 首充 95 折": capitals, and what they are worth beside them.
_BESIDE = re.compile(
    r"(?:(?:^|[.\n;|•·-]\s{0,2})Code\s|(?:填写|输入|填|备注)[^\w\n]{0,3}(?:<(?:b|strong|code|i|em)>)?)(?P<code>[A-Z][A-Z0-9-]{3,23})(?![A-Za-z0-9_])"
    r"(?=[^\n]{0,28}(?:折|%|优惠|立减|off|extra|bonus|返))"
)
# A good may name a code (GPT10), where the words say that it is one.
_NAMED = re.compile(r"(?i)code|码|код|kode|mã|código|codigo|کد|كود|코드|コード|โค้ด|kodu|优惠券|填写|输入")
# "PROMO AGUSTUS" is a headline.
_BARE_PROMO = re.compile(r"(?i)promo [a-z]+$")
_PRICE = re.compile(r"(?i)[0-9]+(?:k|rb|tr|usd|u|r|d|x|p|cny|vnd)?")
_SHAPE = re.compile(r"[a-z0-9][a-z0-9_-]{1,63}")


def find(scan: Scan) -> Iterator[Found]:
    """Give the codes of a text, where they look like one: a digit, a join, or capitals."""
    for found in chain(scan.behind(LABELS, _LABELLED), scan.behind(LABELS, _BESIDE)):
        code = found["code"].rstrip("-_")
        if _is_code(code, found[0]) and scan.claim(found.start("code")):
            yield Found(found.start("code"), found.start("code") + len(code), code.lower())


def _is_code(code: str, words: str) -> bool:
    named = _NAMED.search(words[: -len(code)]) is not None
    if (
        code.lower() in NO_VALUES
        or (is_good(code) and not named)
        or (code.isdigit() and len(code) < len("1234"))
    ):
        return False
    if _PRICE.fullmatch(code):
        return False
    if _BARE_PROMO.match(words) and code.isalpha():
        return False
    return any(letter.isdigit() or letter in "_-" for letter in code) or code.isupper()


def canonical(raw: str, region: str | None = None) -> str | None:  # noqa: ARG001 - one signature for all kinds
    """Give the code in lower case.

    >>> canonical("NORTH-DECK")
    'north-deck'
    """
    value = raw.strip().lower()
    return value if _SHAPE.fullmatch(value) else None
