"""Hosts that say nothing of who sells, and the registrable domain of those that do.

A provider's, a code host's, a shortener's or a messenger's domain would join every seller to every other.
"""

from __future__ import annotations

from functools import cache, lru_cache

import tldextract

# Suffixes under which strangers get names, and which the public list does not know.
_SHARED_SUFFIXES_WORDS = """
us.ci ccwu.cc qzz.io mysellix.io sellix.io sellpass.io mysellauth.com sell.app ct.ws nyat.app serv00.net
cloudns.org zeabur.app us.kg dpdns.org eu.org pp.ua xx.kg ggff.net notion.site gitbook.io lovable.app
bolt.host replit.app repl.co lemonsqueezy.com carrd.co framer.website framer.ai tilda.ws ucoz.ru
taobao.com.cn shoplineapp.com xiaoe-tech.com
"""
_SHARED_SUFFIXES = tuple(_SHARED_SUFFIXES_WORDS.split())

_PROVIDERS_WORDS = """
claude.ai claude.com anthropic.com openai.com chatgpt.com oaistatic.com oaiusercontent.com sora.com
google.com google.dev gemini.google googleapis.com googleusercontent.com gstatic.com withgoogle.com x.ai
grok.com deepseek.com moonshot.cn moonshot.ai kimi.com kimi.ai minimax.io minimaxi.com bigmodel.cn z.ai
zhipuai.cn qwen.ai aliyun.com aliyuncs.com alibabacloud.com volcengine.com volces.com doubao.com mistral.ai
cohere.com perplexity.ai meta.ai llama.com midjourney.com cursor.com cursor.sh windsurf.com codeium.com
kiro.dev antigravity.google trae.ai replit.com lovable.dev suno.com runwayml.com elevenlabs.io
huggingface.co hf.co together.ai groq.com fireworks.ai amazon.com amazonaws.com microsoft.com azure.com
azure.cn azurewebsites.net office.com live.com cloudflare.com vercel.com nvidia.com apple.com icloud.com
ollama.com poe.com character.ai manus.im notion.so notion.com canva.com adobe.com
"""
_PROVIDERS = tuple(_PROVIDERS_WORDS.split())

_PUBLIC_WORDS = """
github.com githubusercontent.com githubassets.com gitlab.com gitee.com bitbucket.org sourceforge.net
npmjs.com npmjs.org pypi.org docker.com docker.io ghcr.io quay.io k8s.io crates.io readthedocs.io stackoverflow.com vscode.dev
visualstudio.com jetbrains.com python.org nodejs.org golang.org rust-lang.org ubuntu.com debian.org w3.org
schema.org mozilla.org shields.io badgen.net badge.fury.io img.shields.io star-history.com contrib.rocks
creativecommons.org opensource.org wikipedia.org bit.ly t.co tinyurl.com goo.gl is.gd cutt.ly rebrand.ly
lnkd.in ow.ly buff.ly dwz.cn t.cn url.cn suo.im rb.gy shorturl.at e.tb.cn m.tb.cn tb.cn u.jd.com
s.click.taobao.com v.douyin.com b23.tv xhslink.com linktr.ee taplink.cc beacons.ai bio.link lnk.bio
heylink.me vk.cc clck.ru dsc.gg t.me telegram.org telegram.me telegram.dog telesco.pe discord.gg discord.com
discordapp.com wa.me whatsapp.com wa.link zalo.me line.me lin.ee signal.me skype.com qq.com weixin.qq.com
wechat.com weibo.com weibo.cn zhihu.com bilibili.com douyin.com xiaohongshu.com tieba.baidu.com baidu.com
csdn.net juejin.cn douban.com v2ex.com linux.do nodeseek.com hostloc.com 52pojie.cn reddit.com twitter.com
x.com facebook.com fb.com m.me instagram.com threads.net youtube.com youtu.be tiktok.com linkedin.com
pinterest.com medium.com substack.com quora.com vk.com ok.ru habr.com twitch.tv producthunt.com
news.ycombinator.com ycombinator.com dev.to hackernoon.com feishu.cn larksuite.com larkoffice.com yuque.com
shimo.im docs.qq.com kdocs.cn wps.cn dingtalk.com teambition.com dropbox.com pan.baidu.com mediafire.com
mega.nz lanzou.com lanzoui.com 123pan.com quark.cn archive.org web.archive.org ibb.co imgbb.com imgur.com
postimg.cc postimages.org sm.ms imgtu.com picui.cn telegra.ph graph.org freeimage.host paypal.com paypal.me
stripe.com binance.com okx.com alipay.com unionpay.com wise.com revolut.com cash.app venmo.com ko-fi.com
buymeacoffee.com patreon.com opencollective.com afdian.com afdian.net ifdian.net liberapay.com gmail.com
outlook.com hotmail.com yahoo.com 163.com 126.com foxmail.com sina.com proton.me protonmail.com gmx.com
mail.com rambler.ru mail.ru yandex.ru yandex.com tutanota.com zoho.com taobao.com tmall.com goofish.com
1688.com jd.com pinduoduo.com yangkeduo.com shopee.vn shopee.co.id shopee.co.th shopee.com shopee.com.br
shopee.ph lazada.vn lazada.co.id tokopedia.com bukalapak.com ebay.com etsy.com aliexpress.com
mercadolibre.com mercadolivre.com.br g2a.com kinguin.net gamivo.com g2g.com z2u.com eldorado.gg funpay.com
ggsel.net ggsel.com plati.market plati.ru plati.io digiseller.market digiseller.com playerok.com lzt.market
lolz.live zelenka.guru carousell.com craigslist.org avito.ru olx.com shoppy.gg gumroad.com payhip.com
pay.ldxp.cn ldxp.cn catfk.com wzyp.cn 16688.com.cn openrouter.ai virustotal.com trustpilot.com similarweb.com whois.com ip138.com
ping0.cc ipinfo.io reuters.com bbc.com bbc.co.uk nytimes.com theverge.com techcrunch.com wired.com
bloomberg.com arxiv.org example.com example.org example.net example.edu localhost yourdomain.com
your-domain.com domain.com test.com xxx.com yoursite.com mysite.com email.com company.com abc.com node.js
next.js vue.js asp.net
"""
_PUBLIC = tuple(_PUBLIC_WORDS.split())

# Under every country's ending.
_MAILBOX_WORDS = "outlook hotmail yahoo gmail live gmx google yandex amazon microsoft icloud"
_MAILBOXES = frozenset(_MAILBOX_WORDS.split())
SKIPPED = frozenset((*_PROVIDERS, *_PUBLIC))
PROVIDERS = frozenset(_PROVIDERS)

# Endings of files that are top-level domains too: a bare name that ends so is a file.
_FILES_ONLY_WORDS = """
md py sh rs pl ps so zip mov
"""
_FILES_ONLY = frozenset(_FILES_ONLY_WORDS.split())
_SHORT = 4
"""Digits from which on a label is a number somebody owns (781164433.com), not a version (4.6.pro)."""
_PLAIN = 2
_PLAN_ENDINGS_WORDS = """
pro plus max team live new now one ai
"""
_PLAN_ENDINGS = frozenset(_PLAN_ENDINGS_WORDS.split())


@cache
def _extract() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(
        suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True, extra_suffixes=_SHARED_SUFFIXES
    )


@lru_cache(maxsize=65536)
def registrable(host: str) -> str | None:
    """Give the registrable domain of a host name, the host itself where the suffix is shared, or None.

    >>> registrable("api.relay-example.com"), registrable("a.pages.dev"), registrable("readme.nosuchtld")
    ('relay-example.com', 'a.pages.dev', None)
    """
    parts = _extract().extract_str(host)
    if not parts.suffix or not parts.domain:
        return None
    return f"{parts.domain}.{parts.suffix}"


def says_nothing(host: str, domain: str) -> bool:
    """Tell whether a host belongs to everybody: a provider, a platform, a messenger, a mailbox."""
    return host in SKIPPED or domain in SKIPPED or domain.partition(".")[0] in _MAILBOXES


def is_bare_host(words: str) -> bool:
    """Tell a bare host name from a file name, a version or a sentence that lacks a space."""
    labels = words.split(".")
    ending = labels[-1]
    if ending.lower() in _FILES_ONLY:
        return False
    if ending != ending.lower() and words != words.upper():
        return False
    if any(label.isdigit() and len(label) < _SHORT for label in labels[:-1]):
        return False
    return not (
        ending.lower() in _PLAN_ENDINGS
        and any(label[-1:].isdigit() for label in labels[-2:-1])
        and len(labels) > _TWO
    )


_SHORT = 4
_TWO = 2
