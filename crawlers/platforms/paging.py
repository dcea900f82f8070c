"""The next page of a list, the goods it counts itself, and its own words for "nothing here"."""

from __future__ import annotations

import re2
from lxml.html import HtmlElement

from crawlers.page import Ask, Page
from crawlers.platforms import tree, urls

PAGES_LIMIT = 50
_NEXT = "link[rel='next'], a[rel~='next'], a.next, li.next > a, .pagination-next > a, a[aria-label='Next']"
_TOTAL = re2.compile(
    r"(?i)(?:of|von|sur|из|trong)\s+(\d{1,6})\s+(?:results?|products?|items?|goods|lots?|ergebnis|résultats|товар|sản phẩm)|"
    r"共\s*(\d{1,6})\s*(?:个|件|条|款)?\s*(?:商品|宝贝|产品|记录)|(\d{1,6})\s+(?:products|results|items|lots) found"
)
# Every way to count goods, or to say that there are none, holds one of these words whole.
_COUNTS = re2.compile(
    r"(?i)result|product|item|goods|lot|listing|offer|ergebnis|résultat|товар|sản phẩm|商品|宝贝|产品|记录|数据|内容|"
    r"nothing|найдено|produk|aucun"
)
_LINKS_READ, _LINKS_ASKED = 300, 8
_LISTS = re2.compile(
    r"(?i)\b(?:list[aeio]?|price ?list|prices?|pricing|plans?|products?|shop|store|catalog(?:ue)?|katalog|offers?|tariffs?|"
    r"fiyat|precios?|preços|produk|harga|preise|prix|tarifs?)\b|ürün|цен[аы]|прайс|товар|каталог|тариф|套餐|价格|价目|"
    r"商品|商城|定价|额度|sản phẩm|bảng giá|قائمة|أسعار|قیمت|料金|価格|가격"
)
_CONTACTS = re2.compile(
    r"(?i)\b(?:contacts?|kontakt|about|support|contacto|contato|iletişim|liên hệ)\b|联系|关于|客服|контакт|تواصل|تماس|문의|問い合わせ"
)
_ACTS = re2.compile(
    r"(?i)log-?(?:in|out)|sign-?(?:in|up|out)|register|cart|checkout|order|/pay|account|admin|add-to|delete|redeem|topup|"
    r"\.(?:pdf|zip|png|jpe?g|gif|svg|css|js|xml|json)(?:\?|$)"
)
_EMPTY = re2.compile(
    r"(?i)暂无(?:商品|数据|记录|内容)|没有(?:找到)?(?:任何)?(?:商品|数据)|no (?:products|items|goods|results|listings|lots|offers)"
    r"(?: were| was)?(?: found| available| yet| match)|nothing (?:found|here)|0 (?:results|products|items)\b|"
    r"ничего не найдено|нет товаров|không có sản phẩm|tidak ada produk|keine produkte|aucun produit"
)


def next_page(page: Page, root: HtmlElement, role: str = "list") -> tuple[Ask, ...]:
    """Ask for the list's next page where the page links one; each is counted in its role, so a loop ends."""
    number = counted(page, 1)
    link = urls.join(page.url, tree.attr(tree.first(root, _NEXT), "href"))
    same_site = urls.same_site(link, page.url)
    if not link or not same_site or link == urls.join(page.url, page.url) or number >= PAGES_LIMIT:
        return ()
    return (Ask(url=link, role=f"{role} {number + 1}", lists=True),)


def site_links(page: Page, root: HtmlElement) -> tuple[Ask, ...]:
    """Ask for the few pages of the same site that its links call lists, prices or contacts; never where one acts."""
    own = urls.join(page.url, page.url)
    found: dict[str, Ask] = {}
    for anchor in tree.select(root, "a[href]")[:_LINKS_READ]:
        link = urls.join(page.url, tree.attr(anchor, "href"))
        named = f"{tree.line(anchor, 60)} {urls.path_of(link)}" if link else ""
        if not link or link == own or not urls.same_site(link, page.url) or _ACTS.search(link):
            continue
        if _LISTS.search(named):
            found.setdefault(link, Ask(url=link, role="more", lists=True))
        elif _CONTACTS.search(named):
            found.setdefault(link, Ask(url=link, role="contact"))
    return tuple(found.values())[:_LINKS_ASKED]


def counted(page: Page, default: int) -> int:
    """Give the number that a list's role counts on from page to page ("list 3")."""
    count = page.role.rpartition(" ")[2]
    return int(count) if count.isdecimal() else default


def counting_words(root: HtmlElement) -> str:
    """Give the page's words where some may count its goods or say that it has none; empty where none can."""
    body = tree.first(root, "body")
    if body is None:
        return ""
    # The raw text is a tenth of the work, and holds every word that a visitor reads, joined or apart.
    pieces = list(body.itertext())
    raw = f"{' '.join(''.join(pieces).split())}\n{' '.join(' '.join(pieces).split())}"
    if not _COUNTS.search(raw) or not (_TOTAL.search(raw) or _EMPTY.search(raw)):
        return ""
    return tree.words(body)


def total_of(words: str) -> int | None:
    """Read how many goods a list says it has.

    >>> total_of("Showing 1–16 of 25 results"), total_of("共 7 件商品"), total_of("25 in stock")
    (25, 7, None)
    """
    match = _TOTAL.search(words)
    return int(next(group for group in match.groups() if group)) if match else None


def empty_words(words: str) -> str:
    """Give the page's own words for an empty list; empty where it says no such thing."""
    match = _EMPTY.search(words)
    return match[0] if match else ""
