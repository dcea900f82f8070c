"""The money that a text says its bare prices are in: 以上均为美元, all prices in USDT, цены в рублях."""

from __future__ import annotations

import re

_READ = 4000
_MONEY = {
    "CNY": "人民币 rmb cny yuan юанях", "USDT": "usdt u u本位", "USD": "美元 美金 usd dollars долларах доларах dólares dollari dolar đô dollar دولار بالدولار ドル 달러",
    "EUR": "欧元 eur euro euros евро євро", "GBP": "gbp pounds", "HKD": "港币 港元 hkd", "TWD": "台币 新台币 twd", "RUB": "рублях rub",
    "UAH": "гривнях гривнах uah", "KZT": "тенге", "BRL": "reais brl", "TRY": "tl lira", "IDR": "rupiah idr", "VND": "vnd đồng",
    "INR": "inr rupees", "MXN": "mxn", "PEN": "soles", "EGP": "بالجنيه", "SAR": "بالريال", "JPY": "円", "KRW": "원",
}  # fmt: skip
_CODE_OF = {word: code for code, words in _MONEY.items() for word in words.split()}
_WORD = "|".join(sorted(map(re.escape, _CODE_OF), key=len, reverse=True))
_SAYS = re.compile(
    r"(?:单位|均为|都为|都是|全部为?|以上均?为?|价格均?为?|报价均?为?)[:： ]{0,2}(?:是|按|以)?\s?(?P<zh>人民币|rmb|usdt|美元|美金|港币|港元|台币|欧元)(?!/)"
    r"|(?P<zhs>人民币|usdt|美元|美金|港币|港元|台币|欧元)(?:计价|标价|报价|结算)"
    rf"|\b(?:all|prices?|rates|everything|цены|ціни|precios|preços|prezzi|preise|prix|ceny|fiyatlar|giá|harga)\b[^\n.]{{0,24}}?\b(?:in|are|en|em|в|у|во|dalam|bằng|tính bằng|w)? ?(?P<all>{_WORD})(?=[.,;)\n]|$)"
    r"|الأسعار[^\n.]{0,12}(?P<ar>بالدولار|بالجنيه|بالريال)|価格は?(?P<ja>円|ドル)|가격은? ?(?P<ko>원|달러)"
)
_HINTS = (
    "单位", "均为", "都为", "都是", "全部", "以上", "价格", "报价", "计价", "标价", "结算", "all ", "price", "rates", "everything", "цены", "ціни",
    "precios", "preços", "prezzi", "preise", "prix", "ceny", "fiyatlar", "giá", "harga", "الأسعار", "価格", "가격",
)  # fmt: skip


def declared_currency(plain: str) -> str | None:
    """Give the money that the words name for all prices, None where none does."""
    head = plain[:_READ].lower()
    if not any(hint in head for hint in _HINTS):
        return None
    found = _SAYS.search(head)
    return _CODE_OF[found[found.lastgroup]] if found and found.lastgroup else None
