"""Sites of the wide market that came with their readers, of one hand: vBulletin, Gameflip, GGSel."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from tests.market.wide.boards import lines, posts
from tests.market.wide.goods import assortment
from tests.market.wide.site import Site


def vbulletin(root: Path) -> Site:
    """A vBulletin 4 forum of 30 threads, each with a quoting reply that sells nothing."""
    site = Site(root, "vbreed", "vbulletin")
    site.start = f"http://{site.host}/forumdisplay.php?f=9"
    rows = []
    for number, goods in enumerate(posts(site, 30, "en", "USD"), 601):
        author = f"vb{number % 8}"
        for good in goods:
            site.sell(good, f"/showthread.php?t={number}", seller=author)
        title, body = f"Selling: {goods[0].title}", "<br>".join(escape(line) for line in lines(goods))
        rows.append(f'<li class="threadbit" id="thread_{number}"><h3 class="threadtitle"><a class="title" href="showthread.php?t={number}&amp;s={"0f" * 16}" id="thread_title_{number}">{escape(title)}</a></h3><div class="threadmeta"><div class="author"><a class="username" href="member.php?u=1">{author}</a></div></div></li>')  # fmt: skip
        reply = f'<div class="bbcode_container"><div class="bbcode_quote">{body}</div></div>Works, thanks.'
        site.page(f"/showthread.php@t={number}.html", _vb(f'<h1><span class="threadtitle">{escape(title)}</span></h1><ol id="posts">{_vb_post(number, author, body)}{_vb_post(number + 5000, "buyer", reply)}</ol>'))  # fmt: skip
    for page in (1, 2):
        more = '<a rel="next" href="forumdisplay.php?f=9&amp;page=2">Next</a>' if page == 1 else ""
        site.page(f"/forumdisplay.php@f=9{'' if page == 1 else '&page=2'}.html", _vb(f'<ol id="threads">{"".join(rows[20 * page - 20 : 20 * page])}</ol>{more}'))  # fmt: skip
    return site


def _vb(body: str) -> str:
    return f'<!DOCTYPE html><html lang="en"><head><meta name="generator" content="vBulletin 4.2.5"><title>Reed</title></head><body>{body}</body></html>'  # fmt: skip


def _vb_post(number: int, author: str, body: str) -> str:
    return f'<li class="postbit postcontainer" id="post_{number}"><div class="username_container"><a class="username" href="member.php?u=1"><strong>{author}</strong></a></div><div id="post_message_{number}"><blockquote class="postcontent restore">{body}</blockquote></div></li>'  # fmt: skip


def gameflip(root: Path) -> Site:
    """A search of Gameflip: two pages of listings, prices in cents."""
    site = Site(root, "flipside", "gameflip")
    site.start = f"http://{site.host}/api/v1/listing?term=claude&status=onsale"
    rows = []
    for number, good in enumerate(assortment(site.luck, 100, "en", "USD"), 1):
        site.sell(good, f"/item/f{number}")
        rows.append({"id": f"f{number}", "kind": "item", "owner": f"us-{number % 17}", "status": "onsale", "name": good.title, "description": "", "price": int(good.price * 100), "shipping_within_days": 3, "qty": good.stock})  # fmt: skip
    site.page("/api/v1/listing.json", {"status": "SUCCESS", "data": rows[:50], "next_page": "/api/v1/listing?term=claude&nextkey=50"})  # fmt: skip
    site.page("/api/v1/listing@nextkey=50.json", {"status": "SUCCESS", "data": rows[50:], "next_page": None})
    return site


def ggsel(root: Path) -> Site:
    """A search of GGSel: results as JSON in a script, in dollars and roubles."""
    site = Site(root, "ggkamysh", "ggsel")
    site.start = f"http://{site.host}/search/claude"
    rows = []
    for number, good in enumerate(assortment(site.luck, 90, "ru", "USD"), 7001):
        site.sell(good, f"/catalog/product/{number}")
        rows.append({"id_goods": number, "name": good.title, "url": f"/catalog/product/{number}", "price_wmz": float(good.price), "price_wmr": float(good.price * 80), "cnt_sell": 4, "id_seller": number % 20, "name_seller": f"Seller{number % 20}"})  # fmt: skip
    state = json.dumps({"items": rows}, ensure_ascii=False)
    site.page("/search/claude.html", f'<!DOCTYPE html><html lang="ru"><head><title>Поиск</title></head><body><h1>Поиск</h1><script>window.state = {state};</script></body></html>')  # fmt: skip
    return site


LATE = (vbulletin, gameflip, ggsel)
