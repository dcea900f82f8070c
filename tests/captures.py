"""Lays the replies captured from real programs out as pages of a market, one host a program.

The captures lie beside the checkout, never in it; nothing here copies them into the project.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("RESALEWATCH_SHARED", ROOT.parent / "shared"))
CAPTURED = SHARED / "platforms"

needs_captures = pytest.mark.skipif(not CAPTURED.is_dir(), reason="no captured replies beside the checkout")

LAYOUT: dict[str, dict[str, str]] = {
    "newapi.captured.test": {
        "index.html": "new-api/home.html",
        "pricing.html": "new-api/pricing.spa.html",
        "robots.txt": "new-api/robots.txt",
        "api/status.json": "new-api/api_status.json",
        "api/pricing.json": "new-api/api_pricing.json",
        "api/notice.json": "new-api/api_notice.json",
        "api/about.json": "new-api/api_about.json",
        "api/home_page_content.json": "new-api/api_home_page_content.json",
        "api/user/groups.json": "new-api/api_user_groups.json",
    },
    "acg.captured.test": {
        "index.html": "acg-faka/home.html",
        "robots.txt.html": "acg-faka/robots_response.html",
        "item/101.html": "acg-faka/item_101.html",
        "item/102.html": "acg-faka/item_102_skus.html",
        "user/api/index/data.json": "acg-faka/api_index_data.json",
        "user/api/index/pay.json": "acg-faka/api_index_pay.json",
        "user/api/index/commodity.json": "acg-faka/api_index_commodity_all.json",
        "user/api/index/commodityDetail@commodityId=101.json": "acg-faka/api_index_commodityDetail_101.json",
        "user/api/index/commodityDetail@commodityId=102.json": "acg-faka/api_index_commodityDetail_102.json",
        "user/api/index/commodityDetail.json": "acg-faka/api_index_commodityDetail_404.json",
    },
    **{
        f"{theme}.dujiaoka.captured.test": {
            "index.html": f"dujiaoka/{theme}.home.html",
            "robots.txt": "dujiaoka/robots.txt",
            "buy/11.html": f"dujiaoka/{theme}.buy_11.html",
            "buy/12.html": f"dujiaoka/{theme}.buy_12.html",
            "buy/41.html": f"dujiaoka/{theme}.buy_41_off_shelf.html",
        }
        for theme in ("unicorn", "luna", "hyper")
    },
    "sub2api.captured.test": {
        "index.html": "sub2api/home.html",
        "robots.txt.html": "sub2api/robots_response.html",
        "api/v1/settings/public.json": "sub2api/api_v1_settings_public.json",
    },
    "crs.captured.test": {
        "admin-next/api-stats.html": "claude-relay-service/admin-next_api-stats.html",
        "admin/oem-settings.json": "claude-relay-service/admin_oem-settings.json",
        "apiStats/models.json": "claude-relay-service/apiStats_models.json",
        "apiStats/service-rates.json": "claude-relay-service/apiStats_service-rates.json",
        "health.json": "claude-relay-service/health.json",
    },
    "djnext.captured.test": {
        "index.html": "dujiao-next/home.html",
        "api/v1/public/config.json": "dujiao-next/api_v1_public_config.json",
        "api/v1/public/categories.json": "dujiao-next/api_v1_public_categories.json",
        "api/v1/public/posts.json": "dujiao-next/api_v1_public_posts.json",
        "api/v1/public/posts/buy-notice.json": "dujiao-next/api_v1_public_posts_buy-notice.json",
        "api/v1/public/products@page=1.json": "dujiao-next/api_v1_public_products_page_1_page_size_20.json",
        "api/v1/public/products@page=2.json": "dujiao-next/api_v1_public_products_page_2_page_size_20.json",
    },
    "woo.captured.test": {
        "index.html": "woocommerce/home.html",
        "robots.txt": "woocommerce/robots.txt",
        "contact/index.html": "woocommerce/contact.html",
        "shop/index.html": "woocommerce/shop_p1.html",
        "product/claude-code-top-up-code/index.html": "woocommerce/product_variable.html",
        "wp-json/wc/store/v1/products.json": "woocommerce/store_v1_products.json",
    },
    "phpbb.captured.test": {
        "index.php.html": "phpbb/index.html",
        "viewforum.php@f=2.html": "phpbb/viewforum_p1.html",
        "viewforum.php@f=2&start=25.html": "phpbb/viewforum_start25.html",
        "viewforum.php@f=2&start=50.html": "phpbb/viewforum_past_end.html",
        "viewtopic.php@t=2.html": "phpbb/viewtopic_2.html",
    },
}
SITES: dict[str, dict[str, object]] = {
    "crs.captured.test": {"redirects": {"/": "/admin-next/api-stats"}},
    "newapi.captured.test": {"headers": {"X-New-Api-Version": "v1.0.0-rc.11"}},
}
PLATFORM_OF = {
    "newapi": "new-api",
    "acg": "acg-faka",
    "unicorn": "dujiaoka",
    "luna": "dujiaoka",
    "hyper": "dujiaoka",
    "sub2api": "sub2api",
    "crs": "claude-relay-service",
    "djnext": "dujiao-next",
    "woo": "woocommerce",
    "phpbb": "phpbb",
}
START = {"phpbb": "http://phpbb.captured.test/viewforum.php?f=2"}


def lay_out(root: Path) -> Path:
    """Write the captured replies below `root` as a market's pages, and give it."""
    for host, files in LAYOUT.items():
        for name, captured in files.items():
            path = root / host / name
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CAPTURED / captured, path)
        (root / host / "site.json").write_text(json.dumps(SITES.get(host, {})))
    return root


def write_sources(folder: Path) -> Path:
    """Write a source.yml for each program, named after it, and give the folder."""
    for host in LAYOUT:
        name = host.partition(".")[0]
        (folder / name).mkdir(parents=True)
        start = START.get(name, f"http://{host}/")
        (folder / name / "source.yml").write_text(
            f"platform: {PLATFORM_OF[name]}\nstart: ['{start}']\nloopback: true\ndelay_seconds: 0\n"
        )
    return folder


def truth(name: str) -> dict[str, Any]:
    """Read a program's truth file."""
    found: dict[str, Any] = json.loads((CAPTURED / "truth" / f"{name}.json").read_text("utf-8"))
    return found
