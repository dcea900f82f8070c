"""Where the platforms keep a shop's name and an item's number in their links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from crawlers.reading.identifiers.links import Link

_T = r"(?P<id>[A-Za-z0-9_.~%-]{1,80})"
_N = r"(?P<id>[0-9]{3,20})"


@dataclass(frozen=True)
class _Place:
    platform: str
    kind: str
    host: re.Pattern[str]
    path: re.Pattern[str]
    query: str = ""


def _place(platform: str, kind: str, host: str, path: str, query: str = "") -> _Place:
    return _Place(platform, kind, re.compile(rf"(?:{host})\Z"), re.compile(path), query)


_PLACES = (
    _place("ldxp", "shop", r"(?:www\.|pay\.)?ldxp\.cn", rf"/shop/{_T}"),
    _place("ldxp", "item", r"(?:www\.|pay\.)?ldxp\.cn", rf"/item/{_T}"),
    _place("catfk", "shop", r"(?:www\.|pay\.)?catfk\.com", rf"/shop/{_T}"),
    _place("catfk", "item", r"(?:www\.|pay\.)?catfk\.com", rf"/item/{_T}"),
    _place("wzyp", "shop", r"(?:www\.)?wzyp\.cn", rf"/shop/{_T}"),
    _place("wzyp", "item", r"(?:www\.)?wzyp\.cn", rf"/item/{_T}"),
    _place("16688", "shop", r"(?:www\.)?16688\.com\.cn", rf"/shop/{_T}"),
    _place("16688", "item", r"(?:www\.)?16688\.com\.cn", rf"/goods/{_T}"),
    _place("taobao", "item", r"(?:item|world|m\.intl|h5\.m)\.taobao\.com", r"/", "id"),
    _place("taobao", "shop", r"(?P<id>shop[0-9]{4,14})\.taobao\.com", r""),
    _place("tmall", "item", r"(?:chaoshi\.)?detail\.tmall\.(?:com|hk)", r"/", "id"),
    _place("xianyu", "item", r"(?:www\.|h5\.m\.)?goofish\.com", r"/item", "id"),
    _place("xianyu", "item", r"2\.taobao\.com", r"/item", "id"),
    _place("xianyu", "shop", r"(?:www\.|h5\.m\.)?goofish\.com", r"/personal", "userid"),
    _place("pdd", "item", r"(?:mobile\.|www\.)?(?:yangkeduo|pinduoduo)\.com", r"/goods", "goods_id"),
    _place("1688", "item", r"detail\.1688\.com", rf"/offer/{_N}"),
    _place("jd", "item", r"item\.(?:m\.)?jd\.com", rf"/(?:product/)?{_N}\.html"),
    _place("plati", "item", r"(?:www\.)?plati\.(?:market|ru|io|com)", rf"/(?:itm|games)/(?:[^/]+/)?{_N}"),
    _place("plati", "shop", r"(?:www\.)?plati\.(?:market|ru|io|com)", rf"/seller/[^/]+/{_N}"),
    _place("ggsel", "item", r"(?:www\.)?ggsel\.(?:net|com)", r"/(?:[a-z]{2}/)?catalog/product/(?:[^/?]*-)?(?P<id>[0-9]{3,20})"),
    _place("ggsel", "shop", r"(?:www\.)?ggsel\.(?:net|com)", rf"/(?:[a-z]{{2}}/)?sellers?/{_T}"),
    _place("funpay", "item", r"funpay\.(?:com|ru)", r"/(?:[a-z]{2}/)?(?:lots|chips)/offer", "id"),
    _place("funpay", "shop", r"funpay\.(?:com|ru)", rf"/(?:[a-z]{{2}}/)?users/{_N}"),
    _place("playerok", "item", r"playerok\.com", rf"/products/{_T}"),
    _place("playerok", "shop", r"playerok\.com", rf"/profile/{_T}"),
    _place("lzt", "item", r"(?:www\.)?(?:lzt|lolz)\.market", rf"/{_N}"),
    _place("lzt", "shop", r"(?:www\.)?(?:lzt|lolz)\.market", rf"/user/{_N}"),
    _place("g2g", "item", r"(?:www\.)?g2g\.com", r"/offer/(?:[^/]*/)?(?P<id>G[0-9A-Z]{6,30}|[0-9]{6,20})"),
    _place("g2g", "shop", r"(?:www\.)?g2g\.com", r"/(?!offer|categories|cart)(?P<id>[A-Za-z0-9_.-]{2,40})/?\Z"),
    _place("z2u", "item", r"(?:www\.)?z2u\.com", r"/product-(?P<id>[0-9]+)"),
    _place("z2u", "shop", r"(?:www\.)?z2u\.com", r"/(?:u|shop|store)/(?P<id>[A-Za-z0-9_.-]+)"),
    _place("eldorado", "shop", r"(?:www\.)?eldorado\.gg", rf"/users/{_T}"),
    _place("eldorado", "item", r"(?:www\.)?eldorado\.gg", r"/[^/]+/oi/(?P<id>[0-9a-f-]{8,36})"),
    _place("g2a", "item", r"(?:www\.)?g2a\.com", r"/[^?]*-i(?P<id>[0-9]{6,20})"),
    _place("shopee", "item", r"(?:www\.)?shopee\.[a-z.]{2,6}", r"/(?:product/|[^?]*-i\.)(?P<id>[0-9]+[./][0-9]+)"),
    _place("shopee", "shop", r"(?:www\.)?shopee\.[a-z.]{2,6}", r"/(?:shop/)?(?P<id>[A-Za-z0-9_.]{3,30})/?\Z"),
    _place("lazada", "item", r"(?:www\.)?lazada\.[a-z.]{2,6}", r"/products/[^?]*-?i(?P<id>[0-9]{5,20})"),
    _place("lazada", "shop", r"(?:www\.)?lazada\.[a-z.]{2,6}", rf"/shop/{_T}"),
    _place("tokopedia", "item", r"(?:www\.)?tokopedia\.com", r"/(?P<id>[A-Za-z0-9-]+/[A-Za-z0-9-]+)"),
    _place("tokopedia", "shop", r"(?:www\.)?tokopedia\.com", r"/(?P<id>[A-Za-z0-9-]+)/?\Z"),
    _place("ebay", "item", r"(?:www\.)?ebay\.[a-z.]{2,6}", r"/itm/(?:[^/]+/)?(?P<id>[0-9]{9,14})"),
    _place("ebay", "shop", r"(?:www\.)?ebay\.[a-z.]{2,6}", rf"/(?:usr|str)/{_T}"),
    _place("etsy", "item", r"(?:www\.)?etsy\.com", r"/(?:[a-z]{2}/)?listing/(?P<id>[0-9]+)"),
    _place("etsy", "shop", r"(?:www\.)?etsy\.com", rf"/(?:[a-z]{{2}}/)?shop/{_T}"),
    _place("mercadolibre", "item", r"(?:[a-z]+\.)?mercadoli[bv]re\.com(?:\.[a-z]{2})?", r"/(?P<id>M[A-Z]{2}-?[0-9]{6,14})"),
    _place("carousell", "item", r"(?:www\.)?carousell\.[a-z.]{2,6}", r"/p/(?:[^/?]*-)?(?P<id>[0-9]{6,14})"),
    _place("avito", "item", r"(?:www\.|m\.)?avito\.ru", r"/[^?]*_(?P<id>[0-9]{6,14})"),
    _place("shoppy", "item", r"(?:www\.)?shoppy\.gg", rf"/product/{_T}"),
    _place("shoppy", "shop", r"(?:www\.)?shoppy\.gg", r"/@(?P<id>[A-Za-z0-9_.-]+)"),
    _place("sellix", "shop", r"(?P<id>[a-z0-9-]+)\.(?:mysellix|sellix)\.io", r""),
    _place("sellpass", "shop", r"(?P<id>[a-z0-9-]+)\.sellpass\.io", r""),
    _place("sellauth", "shop", r"(?P<id>[a-z0-9-]+)\.mysellauth\.com", r""),
    _place("sellapp", "shop", r"(?P<id>[a-z0-9-]+)\.sell\.app", r""),
    _place("gumroad", "shop", r"(?P<id>(?!app\.|www\.)[a-z0-9-]+)\.gumroad\.com", r""),
    _place("lemonsqueezy", "shop", r"(?P<id>(?!app\.|www\.)[a-z0-9-]+)\.lemonsqueezy\.com", r""),
)  # fmt: skip
_BY_WORD: dict[str, list[_Place]] = {}
for _each in _PLACES:
    _BY_WORD.setdefault(_each.platform, []).append(_each)
_HOST_WORDS = {"xianyu": ("goofish", "2.taobao"), "pdd": ("yangkeduo", "pinduoduo"), "lzt": ("lzt.", "lolz."),
               "mercadolibre": ("mercadoli",), "sellapp": ("sell.app",)}  # fmt: skip
_WORDS = tuple((word, platform) for platform in _BY_WORD for word in _HOST_WORDS.get(platform, (platform,)))


@lru_cache(maxsize=65536)
def _places_of(host: str) -> tuple[_Place, ...]:
    return tuple(place for word, platform in _WORDS if word in host for place in _BY_WORD[platform])


def shop_of(link: Link, kind: str) -> str | None:
    """Give `platform:shop:token` or `platform:item:id` of a platform's link, in lower case."""
    for place in _places_of(link.host):
        token = _token(place, link) if place.kind == kind else None
        if token:
            return f"{place.platform}:{kind}:{token.lower().replace('/', '.').rstrip('.')}"
    return None


def _token(place: _Place, link: Link) -> str | None:
    host = place.host.match(link.host)
    if host is None:
        return None
    if "id" in host.groupdict():
        return host["id"]
    path = place.path.match(link.path)
    if path is None:
        return None
    return link.query.get(place.query) if place.query else path["id"]


def canonical_of(raw: str, kind: str, read: Link) -> str | None:
    """Give the canonical form of a link or of a token already written `platform:kind:token`."""
    named = re.fullmatch(rf"([a-z0-9]{{2,20}}):{kind}:([^\s:]{{1,80}})", raw.strip().lower())
    return named[0] if named else shop_of(read, kind)
