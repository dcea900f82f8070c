"""Relay stations of the wide market: new-api, one-hub, one-api, VoAPI and claude-relay-service."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from tests.market.wide.site import Site


class Group(NamedTuple):
    """A station's group: its multiplier, the money that it charges for a site dollar, and the page that says so."""

    name: str
    multiplier: str
    recharge: str
    url: str


class Model(NamedTuple):
    """A model as its provider names it, the slug of the truth, and its own price of a million input tokens in USD."""

    name: str
    product: str
    provider: str
    dollars: str
    output: int


MODELS = (
    Model("claude-opus-4-8", "claude-opus-4.8", "anthropic", "5", 5),
    Model("claude-opus-4-7", "claude-opus-4.7", "anthropic", "5", 5),
    Model("claude-opus-4-6", "claude-opus-4.6", "anthropic", "5", 5),
    Model("claude-sonnet-4-6", "claude-sonnet-4.6", "anthropic", "3", 5),
    Model("claude-sonnet-4-5", "claude-sonnet-4.5", "anthropic", "3", 5),
    Model("claude-haiku-4-5", "claude-haiku-4.5", "anthropic", "1", 5),
    Model("gpt-5.5", "gpt-5.5", "openai", "2.5", 8),
    Model("gpt-5.4", "gpt-5.4", "openai", "2", 8),
    Model("gpt-5.4-mini", "gpt-5.4-mini", "openai", "0.5", 8),
    Model("gpt-5.3-codex", "gpt-5.3-codex", "openai", "1.75", 8),
    Model("gpt-5.2", "gpt-5.2", "openai", "1.75", 8),
    Model("gpt-4o", "gpt-4o", "openai", "2.5", 4),
    Model("o4-mini", "o4-mini", "openai", "1.1", 4),
    Model("gemini-3-pro-preview", "gemini-3-pro-preview", "google", "2", 6),
    Model("gemini-2.5-pro", "gemini-2.5-pro", "google", "1.25", 8),
    Model("gemini-3-flash", "gemini-3-flash", "google", "0.5", 6),
    Model("grok-4.3", "grok-4.3", "xai", "3", 5),
    Model("grok-code-fast-1", "grok-code-fast-1", "xai", "0.2", 7),
    Model("deepseek-v4", "deepseek-v4", "deepseek", "0.28", 2),
    Model("qwen4-max", "qwen4-max", "other", "1.2", 4),
    Model("glm-5", "glm-5", "other", "0.6", 4),
    Model("kimi-k3", "kimi-k3", "other", "0.6", 4),
)
PER_CALL = (
    ("gpt-image-2", "openai", "0.04"),
    ("nano-banana-pro", "google", "0.067"),
    ("mj_imagine", "other", "0.1"),
)


def priced_model(site: Site, model: Model, group: Group, cache: str = "") -> None:
    """Note what a model costs in a group: input, output and, where the station states it, what is read from cache."""
    base = Decimal(model.dollars) * Decimal(group.multiplier)
    prices = {"input": base, "output": base * model.output}
    if cache:
        prices["cache_read"] = base * Decimal(cache)
    for direction, amount in prices.items():
        _token_offer(site, model, (direction, amount, "1M_tokens"), group)


def _token_offer(site: Site, model: Model, price: tuple[str, Decimal, str], group: Group) -> None:
    direction, amount, per = price
    site.offers.append(
        {
            "title": model.name, "url": group.url, "variant": None, "stock": None, "kind": "relay",
            "provider": model.provider, "product": model.product, "per": per, "face_value": None,
            "price": {"amount": f"{amount.normalize():f}", "currency": "USD_CREDIT"}, "recharge": group.recharge,
            "group": group.multiplier, "group_name": group.name, "direction": direction or None, "ratio": None,
            "qualifier": "exact", "coupon": False,
        }
    )  # fmt: skip


def new_api(root: Path) -> Site:
    """A station of the new-api program: 22 models in four groups, three models by the call, one group closed."""
    site = Site(root, "dongting", "new-api")
    groups = {"default": 1, "claude-max": 0.42, "codex-pool": 0.07, "gemini-cli": 0.15, "closed": 100}
    owners = {"claude-max": "anthropic", "codex-pool": "openai", "gemini-cli": "google"}
    entries: list[dict[str, Any]] = []
    for model in MODELS:
        enabled = ["default", *(group for group, owner in owners.items() if owner == model.provider)]
        entry: dict[str, Any] = {
            "model_name": model.name, "quota_type": 0, "model_ratio": float(Decimal(model.dollars) / 2),
            "model_price": 0, "owner_by": "", "completion_ratio": model.output, "enable_groups": [*enabled, "closed"],
            "supported_endpoint_types": ["openai"],
        }  # fmt: skip
        if model.provider == "anthropic":
            entry["cache_ratio"] = 0.1
        entries.append(entry)
        for group in enabled:
            cache = "0.1" if model.provider == "anthropic" else ""
            priced_model(site, model, Group(group, str(groups[group]), "0.8", "/api/pricing"), cache)
    for name, provider, dollars in PER_CALL:
        entries.append(
            {"model_name": name, "quota_type": 1, "model_ratio": 0, "model_price": float(dollars), "owner_by": "",
             "completion_ratio": 0, "enable_groups": ["default"], "supported_endpoint_types": ["openai"]}
        )  # fmt: skip
        call = ("", Decimal(dollars), "call")
        default = Group("default", "1", "0.8", "/api/pricing")
        _token_offer(site, Model(name, name, provider, dollars, 1), call, default)
    usable = {"default": "默认分组", "claude-max": "Claude Max 号池", "codex-pool": "Codex 号池", "gemini-cli": "Gemini CLI 分组", "closed": "维护中"}  # fmt: skip
    for group, ratio in groups.items():
        if group != "closed":
            site.group(group, owners.get(group), str(ratio), "0.8", "/api/pricing", group_name=group)
    _new_api_pages(site, entries, groups, usable)
    return site


def _new_api_pages(
    site: Site, entries: list[dict[str, Any]], groups: dict[str, float], usable: dict[str, str]
) -> None:
    site.behave(
        headers={"X-New-Api-Version": "v1.0.0-rc.11", "X-Oneapi-Request-Id": "2026112003000000000000aQx"},
        fallback=[["/api/*", 404, "_api404.json"], ["/*", 200, "index.html"]],
    )
    site.page("/_api404.json", {"error": {"message": "Invalid URL", "type": "invalid_request_error"}})
    site.page("/", '<!doctype html><html><head><title>洞庭 API</title><meta name="title" content="New API"></head><body><div id="root"></div><script src="/static/js/index.5be1d0.js"></script></body></html>')  # fmt: skip
    status = {
        "system_name": "洞庭 API", "quota_per_unit": 500000, "price": 0.8, "stripe_unit_price": 0.8,
        "usd_exchange_rate": 1, "quota_display_type": "USD", "display_in_currency": True, "top_up_link": "",
        "HeaderNavModules": '{"home":true,"pricing":{"enabled":true,"requireAuth":false}}', "announcements": [],
        "announcements_enabled": True, "api_info": [], "faq": [], "footer_html": "", "logo": "/logo.png",
        "server_address": "https://api.dongting-demo.example", "turnstile_site_key": "0x4AAAAAADongtingKey",
        "setup": True, "version": "v1.0.0-rc.11", "start_time": 1794990012,
    }  # fmt: skip
    site.page("/api/status.json", {"success": True, "message": "", "data": status})
    site.page("/api/notice.json", {"success": True, "message": "", "data": "客服 QQ群：716204988"})
    for path in ("about", "home_page_content"):
        site.page(f"/api/{path}.json", {"success": True, "message": "", "data": ""})
    site.page(
        "/api/pricing.json",
        {"success": True, "data": entries, "vendors": [], "group_ratio": groups, "usable_group": usable,
         "supported_endpoint": {}, "auto_groups": ["default"], "pricing_version": "f00d"},
    )  # fmt: skip


def one_hub(root: Path) -> Site:
    """A station of one-hub: prices in units of 0.002 dollars a thousand tokens, groups in a map of their own."""
    site = Site(root, "hengsha", "one-hub")
    groups = {"default": ("默认", "1"), "vip": ("VIP", "0.5"), "svip": ("SVIP", "0.35")}
    models: dict[str, Any] = {}
    for model in MODELS:
        enabled = ["default", "vip"] if model.provider in {"google", "other"} else list(groups)
        unit = Decimal(model.dollars) / 2
        price: dict[str, Any] = {
            "model": model.name, "type": "tokens", "channel_type": 1, "input": float(unit),
            "output": float(unit * model.output), "locked": False,
        }  # fmt: skip
        cache = "0.1" if model.provider == "anthropic" else ""
        if cache:
            price["extra_ratios"] = {"cached_read_tokens": 0.1}
        models[model.name] = {"groups": enabled, "owned_by": model.provider.title(), "price": price}
        for symbol in enabled:
            priced_model(site, model, Group(symbol, groups[symbol][1], "0.6", "/api/available_model"), cache)
    price = {
        "model": "mj_imagine",
        "type": "times",
        "channel_type": 34,
        "input": 50,
        "output": 50,
        "locked": False,
    }
    models["mj_imagine"] = {"groups": ["default"], "owned_by": "Midjourney", "price": price}
    call = ("", Decimal("0.1"), "call")
    default = Group("default", "1", "0.6", "/api/available_model")
    _token_offer(site, Model("mj_imagine", "mj_imagine", "other", "0", 1), call, default)
    for symbol, (_, ratio) in groups.items():
        site.group(symbol, None, ratio, "0.6", "/api/user_group_map", group_name=symbol)
    _one_hub_pages(site, models, groups)
    return site


def _one_hub_pages(site: Site, models: dict[str, Any], groups: dict[str, tuple[str, str]]) -> None:
    site.behave(fallback=[["/api/*", 404, "_api404.json"], ["/*", 200, "index.html"]])
    site.page("/_api404.json", {"error": {"message": "Invalid URL", "type": "one_hub_error"}})
    site.page("/", '<!doctype html><html><head><title>One Hub</title></head><body><div id="root"></div><script src="/assets/index-C1.js"></script></body></html>')  # fmt: skip
    status = {
        "system_name": "横沙 Hub", "quota_per_unit": 500000, "PaymentUSDRate": 0.6, "PaymentMinAmount": 1,
        "RechargeDiscount": "", "top_up_link": "", "chat_link": "", "footer_html": "", "language": "zh_CN",
        "telegram_bot": "", "UptimeDomain": "", "version": "v0.14.27",
    }  # fmt: skip
    site.page("/api/status.json", {"success": True, "message": "", "data": status})
    site.page("/api/available_model.json", {"success": True, "message": "", "data": models})
    named = {
        symbol: {"id": place, "symbol": symbol, "name": name, "ratio": float(ratio), "public": True, "api_rate": 600,
                 "promotion": False, "min": 0, "max": 0, "enable": True}
        for place, (symbol, (name, ratio)) in enumerate(groups.items(), 1)
    }  # fmt: skip
    site.page("/api/user_group_map.json", {"success": True, "message": "", "data": named})
    site.page("/api/notice.json", {"success": True, "message": "", "data": "售后微信 hengsha_hub_help"})


GROUP_WORDS = (("Claude Max", "anthropic", "0.5"), ("Codex", "openai", "0.06"), ("Gemini", "google", "0.15"), ("Grok", "xai", "0.3"), ("DeepSeek", "deepseek", "0.8"))  # fmt: skip


def one_api(root: Path) -> Site:
    """A station of one-api: no public prices, its groups stand in the notice's words."""
    site = Site(root, "beichen", "one-api")
    site.behave(fallback=[["/api/*", 404, "_api404.json"], ["/*", 200, "index.html"]])
    site.page("/_api404.json", {"error": {"message": "Invalid URL", "type": "invalid_request_error"}})
    site.page("/", '<!doctype html><html lang="zh-CN"><head><meta name="description" content="OpenAI 接口聚合管理，支持多种渠道包括 Azure，可用于二次分发管理 key"/><title>One API</title></head><body><div id="root"></div></body></html>')  # fmt: skip
    status = {
        "system_name": "北辰 API", "quota_per_unit": 500000, "display_in_currency": True, "top_up_link": "",
        "chat_link": "", "footer_html": "", "github_client_id": "", "server_address": "https://api.beichen-demo.example",
        "start_time": 1780000000, "turnstile_check": False, "version": "v0.6.11", "wechat_login": False,
    }  # fmt: skip
    site.page("/api/status.json", {"success": True, "message": "", "data": status})
    lines = [
        "充值 1元=1刀",
        *(f"- {name} 分组：{ratio} 倍率" for name, _, ratio in GROUP_WORDS),
        "客服微信：beichen_api_kf",
    ]
    site.page("/api/notice.json", {"success": True, "message": "", "data": "\n".join(lines)})
    for path in ("about", "home_page_content"):
        site.page(f"/api/{path}.json", {"success": True, "message": "", "data": ""})
    for name, provider, ratio in GROUP_WORDS:
        site.group(f"{name} 分组", provider, ratio, "1", "/api/notice")
    return site


def voapi(root: Path) -> Site:
    """A station of VoAPI: closed source, its models stand in a table of the rendered page."""
    site = Site(root, "huique", "voapi")
    rows = []
    for model in MODELS[:12]:
        for words, direction, times in (("输入", "input", 1), ("输出", "output", model.output)):
            price = (Decimal(model.dollars) * times * Decimal("0.7")).normalize()
            rows.append(f"<tr><td>{model.name} {words}</td><td>¥{price:f} / 1M tokens</td></tr>")
            site.offers.append(
                {"title": model.name, "url": "/models", "variant": None, "kind": "relay", "provider": model.provider,
                 "product": model.product, "per": "1M_tokens", "price": {"amount": f"{price:f}", "currency": "CNY"},
                 "face_value": None, "recharge": None, "group": None, "direction": direction, "ratio": None,
                 "qualifier": "exact", "coupon": False}
            )  # fmt: skip
    head = '<head><meta name="generator" content="VoAPI"><title>灰鹊 API</title></head>'
    site.page("/", f'<!DOCTYPE html><html>{head}<body><div id="root">{"<p>灰鹊 API 聚合站，稳定高速，模型价格见价格页，随用随充，不过期，支持对公与开票</p>" * 6}<p>客服 QQ 2917745899</p></div><script>window.voif={{}}</script><script src="/a.js"></script></body></html>')  # fmt: skip
    site.page("/models.html", f'<!DOCTYPE html><html>{head}<body class="theme-light"><div id="root"><h1>模型价格</h1><table><tr><th>模型</th><th>价格</th></tr>{"".join(rows)}</table></div><script src="/a.js"></script></body></html>')  # fmt: skip
    status = {
        "system_name": "灰鹊 API",
        "quota_per_unit": 500000,
        "server_address": "https://vo.huique-demo.example",
    }
    site.page("/api/status.json", {"success": True, "message": "", "data": status})
    return site


def claude_relay(root: Path) -> Site:
    """A car-pool seller on claude-relay-service: what it sells stands in its notice."""
    site = Site(root, "pinche", "claude-relay-service")
    site.behave(redirects={"/": "/admin-next/api-stats"}, fallback=[["/*", 404, "_404.json"]])
    site.page("/_404.json", {"error": "Not Found", "message": "Route not found"})
    site.page("/admin-next/api-stats.html", '<!DOCTYPE html><html><head><title>拼车小站 - 管理后台</title><script type="module" src="/admin-next/assets/index-B1.js"></script><link rel="modulepreload" href="/admin-next/assets/vue-vendor-D1.js"></head><body><div id="app"></div></body></html>')  # fmt: skip
    rows = (("Claude Max 20x 拼车 月卡", "anthropic", "claude-max-20x", "seat_month", "158"), ("Codex 周卡", "openai", None, "week", "29"), ("Gemini 月卡", "google", None, "month", "25"))  # fmt: skip
    for title, provider, product, per, price in rows:
        site.offers.append(
            {"title": title, "url": "/admin/oem-settings", "variant": None, "kind": "subscription",
             "provider": provider, "product": product, "per": per, "price": {"amount": price, "currency": "CNY"},
             "face_value": None, "recharge": None, "group": None, "ratio": None, "qualifier": "exact", "coupon": False}
        )  # fmt: skip
    content = "\n".join(f"{title} ¥{price}" for title, _, _, _, price in rows) + "\n加微信 pinche_xiaozhan"
    notice = {"enabled": True, "title": "购买与续费", "content": content}
    settings = {
        "siteName": "拼车小站",
        "siteIcon": "",
        "showAdminButton": False,
        "apiStatsNotice": notice,
        "ldapEnabled": False,
    }
    site.page("/admin/oem-settings.json", {"success": True, "data": settings})
    site.page("/apiStats/models.json", {"success": True, "data": {"claude": [{"value": "claude-opus-4-6", "label": "Claude Opus 4.6"}]}})  # fmt: skip
    site.page("/health.json", {"status": "healthy", "service": "claude-relay-service", "version": "1.1.314"})
    return site


STATIONS = (new_api, one_hub, one_api, voapi, claude_relay)
