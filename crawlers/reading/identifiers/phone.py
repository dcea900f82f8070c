"""Telephone numbers: behind a label, in a tel: link, international, or a mobile number that serves as a WeChat id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawlers.reading.identifiers.found import Found, Scan
from crawlers.reading.identifiers.phone_number import NUMBER, e164, from_link_digits, is_chinese_mobile
from crawlers.reading.identifiers.telegram import HOSTS

KIND = "phone"
TRIGGER = (
    r"(?:电话|手机|热线|phone|tel|call|hotline|mobile|sđt|điện thoại|sdt|gọi|тел|тг|номер|fone|celular|móvil|movil|viber|signal|imo|\bhp\b"
    r"|هاتف|جوال|موبايل|تلفن|تماس|โทร|เบอร์|전화|연락처|電話|☎|📞|📱|sms|bizum)[^0-9\n]{0,20}[0-9+(]|\+[0-9(]|1[3-9][0-9]{9}|t\.me/\+|\bT\. ?[0-9]|01[016789]-[0-9]|[0-9]\s?\(?(?:text|문자)"
)

LABELS = (
    r"电话|联系电话|手机|热线|phone|tel|call|hotline|mobile|sđt|điện thoại|sdt|gọi|тел|тг|fone|celular|móvil|movil|viber|signal|imo|sms|bizum|hp|telp"
    r"|هاتف|جوال|موبايل|تلفن|تماس|โทร|เบอร์|전화|연락처|電話|☎|📞|📱|\bT\. ?[0-9]|\+[0-9]"
)
_MOBILES = r"1[3-9][0-9]{9}"

_LABEL = (
    r"(?:联系电话|电话|手机号?|热线|☎|📞|📱|電話番号?|전화번호|전화|연락처|โทร|เบอร์(?:โทร)?|هاتف|جوال|موبايل|تلفن|تماس|هاتفنا"
    r"|(?<![A-Za-z?&])(?:tel(?:ephone|efon|éfono|efono)?|phone|mobile|call(?:\s(?:us|me))?|hotline|sđt|sdt|điện thoại|gọi|fone"
    r"|celular|móvil|movil|viber|signal|imo|sms|bizum(?: al)?|hp|telp|t\.)(?![A-Za-z])|тел(?:ефон)?(?![а-я])|telegram|тг(?![а-я])|телеграм)"
)
_LABELLED = re.compile(
    rf"(?i:{_LABEL})(?P<both>(?i:\s?(?:/|و|&|,)\s?(?:zalo|whats\s?app|wa|viber|tele\w*|واتس(?:اب)?)))?(?:\s?(?:号码?|number|no\.?|联系|客服|номер))?[^\w\n+]{{0,6}}(?P<number>{NUMBER})(?![0-9]|\.[0-9])"
)
_INTERNATIONAL = re.compile(
    r"(?<![0-9A-Za-z_+=/])(?P<number>\+[1-9][0-9]{0,2}[ (.-]{0,2}[0-9][0-9 ().-]{5,18}[0-9])(?![0-9]|\.[0-9])"
)
_MOBILE = re.compile(r"(?<![0-9A-Za-z_.+-])(?P<number>1[3-9][0-9]{9})(?![0-9A-Za-z_.@-])")
_KOREAN = re.compile(r"(?<![0-9A-Za-z.+-])(?P<number>01[016789]-[0-9]{3,4}-[0-9]{4})(?![0-9-])")
_TEXTED = re.compile(rf"(?<![0-9A-Za-z.+-])(?P<number>{NUMBER})(?=\s?\(?(?i:texts?\b|문자|whatsapp))")
_KOREAN_SIGN, _TEXTED_SIGN = re.compile("01[016789]-"), re.compile("(?i)text|문자|whatsapp")
_CALLED = re.compile(r"(?i:联系|加我|咨询|找我|客服|微信|电话|手机|热线|同号|v|vx|wx)[^0-9\n]{0,8}$")
_FEWEST = 9


def find(scan: Scan) -> Iterator[Found]:
    """Give the numbers of a text; bare digits without a label are none."""
    yield from _linked(scan)
    for pattern in (_LABELLED, _INTERNATIONAL):
        for found in scan.behind(LABELS, pattern):
            number = e164(found["number"], scan.region)
            if number and len(number) >= _FEWEST and _is_free(scan, found):
                yield Found(found.start("number"), found.end("number"), number)
    yield from _shaped(scan)
    for first, last in scan.mobiles:
        yield Found(first, last, "+86" + scan.plain[first:last])
    for found in scan.behind(_MOBILES, _MOBILE):
        if _CALLED.search(scan.plain, max(0, found.start() - 16), found.start()):
            yield Found(found.start(), found.end(), "+86" + found["number"])


def _shaped(scan: Scan) -> Iterator[Found]:
    """Give numbers that their shape or the word behind them says."""
    for pattern, sign in ((_KOREAN, _KOREAN_SIGN), (_TEXTED, _TEXTED_SIGN)):
        if not scan.shows(sign):
            continue
        for found in scan.matches(pattern):
            number = e164(found["number"], scan.region)
            if number and number.startswith("+") and scan.claim(found.start("number")):
                yield Found(found.start("number"), found.end("number"), number)


def _linked(scan: Scan) -> Iterator[Found]:
    for link in scan.links:
        if link.host in HOSTS and link.steps and re.fullmatch(r"\+[0-9]{7,15}", link.steps[0]):
            number = from_link_digits(link.steps[0])
            if number:
                yield Found(link.start, link.end, number)


def _is_free(scan: Scan, found: re.Match[str]) -> bool:
    """Leave to WhatsApp, Zalo and payments what is theirs; a mobile that is a WeChat id is a phone number too."""
    start = found.start("number")
    if start not in scan.claimed:
        scan.claimed.add(start)
        return True
    return is_chinese_mobile(found["number"]) or bool(found.groupdict().get("both"))


def canonical(raw: str, region: str | None = None) -> str | None:
    """Give E.164 where the country is known, else the digits.

    >>> canonical("+84 79 000 0000"), canonical("0790000000", "VN")
    ('+84790000000', '+84790000000')
    """
    return e164(raw.strip().removeprefix("tel:"), region)
