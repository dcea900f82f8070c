"""Channels, forums and lists of the wide market: Telegram, Discourse, Flarum, XenForo, phpBB and a README."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from tests.market.wide.goods import Good, assortment
from tests.market.wide.site import Site

SHOUT = {"CNY": "{price}元", "USD": "${price}"}


def posts(site: Site, count: int, tongue: str, currency: str) -> Iterator[list[Good]]:
    """Give the goods of one post after another: one to three of them, so many posts."""
    goods = assortment(site.luck, min(3 * count, 170), tongue, currency)
    for _ in range(count):
        size = site.luck.choice((1, 2, 3))
        yield goods[:size]
        goods = goods[size:]


def lines(goods: list[Good]) -> list[str]:
    """Give a post's words, a line a good."""
    return [f"{good.title} {SHOUT[good.currency].format(price=good.price)}" for good in goods]


def telegram(root: Path) -> Site:
    """A channel of 60 posts in pages of 20, the newest first asked for."""
    site = Site(root, "t-otter", "telegram")
    site.start = f"http://{site.host}/s/otterkeys"
    shown = []
    for number, goods in enumerate(posts(site, 60, "zh", "CNY"), 1):
        for good in goods:
            site.sell(good, "/s/otterkeys", post=f"otterkeys/{number}")
        text = "<br/>".join(escape(line) for line in lines(goods))
        shown.append(f'<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="otterkeys/{number}"><div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/otterkeys"><span dir="auto">Otter Keys</span></a></div><div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div><div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">79</span><a class="tgme_widget_message_date" href="https://t.me/otterkeys/{number}"><time datetime="2026-11-{1 + number // 3:02d}T05:15:00+00:00" class="time">05:15</time></a></div></div></div></div>')  # fmt: skip
    for before, first in ((None, 40), (41, 20), (21, 0)):
        more = f'<div class="tgme_widget_message_centered js-messages_more_wrap"><a href="/s/otterkeys?before={first + 1}" class="tme_messages_more js-messages_more" data-before="{first + 1}"></a></div>' if first else ""  # fmt: skip
        path = f"/s/otterkeys@before={before}.html" if before else "/s/otterkeys.html"
        site.page(path, f'<!DOCTYPE html><html><head><title>Otter Keys – Telegram</title></head><body class="widget_frame_base tgme_webpreview"><div class="tgme_channel_info"><div class="tgme_channel_info_header_title"><span dir="auto">Otter Keys</span></div><div class="tgme_channel_info_description">客服 @otterkeys_desk</div></div><section class="tgme_channel_history js-message_history">{more}{"".join(shown[first : first + 20])}</section></body></html>')  # fmt: skip
    return site


def discourse(root: Path) -> Site:
    """A Discourse forum of 45 topics in pages of 30, first posts in pages of their own."""
    site = Site(root, "lintalk", "discourse")
    site.behave(headers={"X-Discourse-Route": "list/latest"})
    topics = []
    for number, goods in enumerate(posts(site, 45, "zh", "CNY"), 4301):
        user = 10 + number % 20
        for good in goods:
            site.sell(good, f"/t/topic/{number}", seller=f"lin{user}")
        title = f"【出】{goods[0].title}"
        post = {"id": 90000 + number, "username": f"lin{user}", "cooked": "".join(f"<p>{escape(line)}</p>" for line in lines(goods)), "post_number": 1, "post_type": 1, "topic_id": number, "topic_slug": "topic", "user_id": user, "created_at": "2026-06-01T01:02:03.000Z", "updated_at": "2026-06-01T01:02:03.000Z"}  # fmt: skip
        site.page(f"/t/{number}.json", {"post_stream": {"posts": [post], "stream": [post["id"]]}, "id": number, "title": title, "posts_count": 1, "slug": "topic", "category_id": 9, "details": {"created_by": {"id": user, "username": f"lin{user}"}}})  # fmt: skip
        topics.append({"id": number, "title": title, "fancy_title": title, "slug": "topic", "posts_count": 1, "reply_count": 0, "created_at": "2026-06-01T01:02:03.000Z", "pinned": False, "visible": True, "closed": False, "archived": False, "tags": [], "category_id": 9, "posters": [{"description": "Original Poster", "user_id": user}]})  # fmt: skip
    users = [{"id": number, "username": f"lin{number}", "name": ""} for number in range(10, 30)]
    for page, first in ((0, 0), (1, 30)):
        found: dict[str, Any] = {"per_page": 30, "topics": topics[first : first + 30]}
        if page == 0:
            found["more_topics_url"] = "/latest?no_definitions=true&page=1"
            site.page("/latest.json", {"users": users, "topic_list": found})
        site.page(f"/latest.json@page={page}.json", {"users": users, "topic_list": found})
    site.page("/", '<!DOCTYPE html><html><head><meta name="generator" content="Discourse 3.4.0"><title>Lin Talk</title></head><body><div id="main-outlet"></div></body></html>')  # fmt: skip
    return site


def flarum(root: Path) -> Site:
    """A Flarum forum of 40 discussions, 20 a page, first posts with them."""
    site = Site(root, "flarumy", "flarum")
    data: list[dict[str, Any]] = []
    included: list[dict[str, Any]] = []
    for number, goods in enumerate(posts(site, 40, "en", "USD"), 51):
        for good in goods:
            site.sell(good, f"/d/{number}", seller=f"flo{number % 9}")
        title, slug = f"[Sell] {goods[0].title}", f"{number}-sell"
        data.append({"type": "discussions", "id": str(number), "attributes": {"title": title, "slug": slug, "commentCount": 1, "createdAt": "2026-06-01T00:00:00+00:00", "isHidden": False, "isSticky": False, "isLocked": False}, "relationships": {"user": {"data": {"type": "users", "id": str(number % 9)}}, "firstPost": {"data": {"type": "posts", "id": str(1000 + number)}}, "tags": {"data": []}}})  # fmt: skip
        included.append({"type": "posts", "id": str(1000 + number), "attributes": {"number": 1, "createdAt": "2026-06-01T00:00:00+00:00", "contentType": "comment", "contentHtml": "".join(f"<p>{escape(line)}</p>" for line in lines(goods))}})  # fmt: skip
    users = [{"type": "users", "id": str(number), "attributes": {"username": f"flo{number}", "displayName": f"flo{number}", "slug": f"flo{number}"}} for number in range(9)]  # fmt: skip
    base = f"http://{site.host}/api/discussions"
    for offset in (0, 20):
        links = {"first": base} | (
            {"next": f"{base}?include=user,firstPost&page%5Boffset%5D=20"} if not offset else {}
        )
        reply = {
            "links": links,
            "data": data[offset : offset + 20],
            "included": [*users, *included[offset : offset + 20]],
        }
        site.page(f"/api/discussions@page[offset]={offset}.json", reply)
        if not offset:
            site.page("/api/discussions.json", reply)
    items = "".join(f'<li><a href="http://{site.host}/d/{row["attributes"]["slug"]}">{escape(row["attributes"]["title"])}</a></li>' for row in data[:20])  # fmt: skip
    site.page("/", f'<!doctype html><html dir="ltr" lang="en"><head><title>Flarumy</title></head><body><div id="app" class="App"><div id="flarum-loading" style="display: none">Loading...</div><noscript id="flarum-content"><div class="container"><h1>All Discussions</h1><ul>{items}</ul></div></noscript></div><script id="flarum-json-payload" type="application/json">{{"resources":[],"session":{{"userId":0}},"locale":"en"}}</script></body></html>')  # fmt: skip
    return site


def xenforo(root: Path) -> Site:
    """A XenForo forum of 40 threads in pages of 20, with a buyer's thread and a reply that sells nothing."""
    site = Site(root, "xenbay", "xenforo")
    site.start = f"http://{site.host}/forums/ai.12/"
    rows = []
    for number, goods in enumerate(posts(site, 40, "en", "USD"), 701):
        author, where = f"xen{number % 11}", f"/threads/selling.{number}/"
        for good in goods:
            site.sell(good, where, seller=author)
        rows.append(_xen_row(where, f"Selling: {goods[0].title}", author))
        body = "<br />".join(escape(line) for line in lines(goods))
        site.page(where, _xen("thread_view", _xen_post(number, author, body) + _xen_post(number + 5000, "passerby", "Bought from him last month, all good.")))  # fmt: skip
    wanted = _xen_post(9999, "hunter", "Looking for a Claude Max 20x account, paying up to $60.")
    rows.append(_xen_row("/threads/wtb.999/", "[WTB] Claude Max 20x account", "hunter"))
    site.page("/threads/wtb.999/", _xen("thread_view", wanted))
    for page in (1, 2, 3):
        nav = f'<nav class="pageNavWrapper"><div class="pageNav"><a href="/forums/ai.12/page-{page + 1}" class="pageNav-jump pageNav-jump--next">Next</a></div></nav>' if page < 3 else ""  # fmt: skip
        path = "/forums/ai.12/" if page == 1 else f"/forums/ai.12/page-{page}.html"
        site.page(path, _xen("forum_view", f'<h1 class="p-title-value">AI accounts</h1>{nav}<div class="structItemContainer">{"".join(rows[20 * page - 20 : 20 * page])}</div>'))  # fmt: skip
    return site


def _xen(template: str, body: str) -> str:
    return f'<!DOCTYPE html><html id="XF" lang="en-US" data-xf="2.3" data-app="public" data-template="{template}" data-logged-in="false" data-cookie-prefix="xf_"><body data-template="{template}"><div class="p-body">{body}</div></body></html>'  # fmt: skip


def _xen_row(where: str, title: str, author: str) -> str:
    return f'<div class="structItem structItem--thread" data-author="{author}"><div class="structItem-cell structItem-cell--main"><div class="structItem-title"><a href="{where}" data-tp-primary="on">{escape(title)}</a></div><div class="structItem-minor"><ul class="structItem-parts"><li><a href="/members/{author}.9/" class="username">{author}</a></li><li class="structItem-startDate"><time class="u-dt" datetime="2026-06-01T10:00:00+0000">Jun 1, 2026</time></li></ul></div></div></div>'  # fmt: skip


def _xen_post(number: int, author: str, body: str) -> str:
    return f'<article class="message message--post js-post" data-author="{author}" data-content="post-{number}" id="js-post-{number}"><div class="message-userDetails"><h4 class="message-name"><a href="/members/{author}.9/" class="username"><span itemprop="name">{author}</span></a></h4></div><div class="message-content js-messageContent"><article class="message-body js-selectToQuote"><div class="bbWrapper">{body}</div></article></div></article>'  # fmt: skip


def readme(root: Path) -> Site:
    """A list of relays as Markdown: a name, a referral link and what each states of its prices."""
    site = Site(root, "relaylist", "directory")
    site.start = f"http://{site.host}/README.md"
    rows = []
    for number, name in enumerate(
        ("北极星", "南山", "东海", "西岭", "中原", "云梦", "洞庭湖", "太行", "昆仑", "祁连", "雁荡", "武夷"),
        1,
    ):
        ratio = f"0.{site.luck.randint(11, 89)}"
        rows.append(f"- [{name}API](https://tidegate{number}-token.top/register?aff=Q7k{number}) - Claude {ratio} 倍率，充值 1元=1刀")  # fmt: skip
        site.group("Claude", "anthropic", ratio, "1", f"https://tidegate{number}-token.top/")
    site.behave(types={"/README.md": "text/plain; charset=utf-8"})
    site.page("/README.md", "# 中转站列表\n\n" + "\n".join(rows) + "\n")
    return site


BOARDS = (telegram, discourse, flarum, xenforo, readme)
