"""The wide market: a site for every program that has a reader, some 2,600 offers, laid out anew for each session.

Written from the programs' own shapes (their public replies and templates), not from the readers that are tried on it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.market.wide.boards import BOARDS
from tests.market.wide.late import LATE
from tests.market.wide.markets import MARKETS
from tests.market.wide.shops import SHOPS
from tests.market.wide.site import Site
from tests.market.wide.stations import STATIONS

WRITERS = (*STATIONS, *SHOPS, *MARKETS, *BOARDS, *LATE)


def lay_out(pages: Path, sources: Path) -> list[Site]:
    """Write every site's pages below `pages` and a source.yml for each below `sources`, and give the sites."""
    sites = [write(pages) for write in WRITERS]
    for site in sites:
        folder = sources / site.name
        folder.mkdir(parents=True)
        (folder / "source.yml").write_text(site.source_yml(), encoding="utf-8")
    return sites


def truth_of(site: Site) -> dict[str, Any]:
    """Give a site's truth in the shape of truth/<host>.json."""
    return {"host": site.host, "platform": site.platform, "verdict": "ok", "offers": site.offers}


__all__ = ["WRITERS", "Site", "lay_out", "truth_of"]
