"""One invented site of the wide market: its pages, its behaviour, its source and its truth, as they are written."""

from __future__ import annotations

import json
import random
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from tests.market.wide.goods import Good


class Site:
    """Writes one host's pages below a root, and gathers what stands on them; its luck is its name's."""

    def __init__(self, root: Path, name: str, platform: str) -> None:
        self.name, self.platform = name, platform
        self.host = f"{name}.market.test"
        self.luck = random.Random(f"wide {name}")
        self.start = f"http://{self.host}/"
        self.source: dict[str, object] = {}
        self.offers: list[dict[str, Any]] = []
        self._root = root / self.host
        self.behave()

    def page(self, path: str, content: object) -> None:
        """Write a page: text as it stands, all else as JSON; a path that ends in `/` is `index.html`."""
        file = self._root / (path.removeprefix("/") + ("index.html" if path.endswith("/") else ""))
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        file.write_text(text, encoding="utf-8")

    def behave(self, **keys: object) -> None:
        """Say how the host answers beyond its pages: the keys of site.json."""
        self.page("/site.json", keys)

    def sell(self, good: Good, url: str, **more: object) -> None:
        """Note that a good is on sale; one that is sold out is no offer."""
        if good.stock != 0:
            self.offers.append(good.truth(url, **more))

    def group(
        self, title: str, provider: str | None, multiplier: str, recharge: str, url: str, **more: object
    ) -> None:
        """Note a station's group, at so many times the list price and so much money for a site dollar."""
        self.offers.append(
            {
                "title": title, "url": url, "variant": None, "stock": None, "kind": "relay", "provider": provider,
                "product": None, "price": None, "per": None, "face_value": None, "recharge": recharge,
                "group": multiplier, "ratio": _ratio(multiplier, recharge), "qualifier": "exact", "coupon": False,
                **more,
            }
        )  # fmt: skip

    def source_yml(self) -> str:
        """Give the text of its source.yml."""
        keys = {
            "platform": self.platform,
            "start": [self.start],
            "delay_seconds": 0,
            "loopback": True,
            "max_pages": 400,
        }
        return json.dumps({**keys, **self.source}, ensure_ascii=False, indent=1) + "\n"


def _ratio(multiplier: str, recharge: str) -> str:
    exact = Decimal(multiplier) * Decimal(recharge) / Decimal("6.8")
    return str(exact.quantize(Decimal("0.0001"), ROUND_HALF_UP))
