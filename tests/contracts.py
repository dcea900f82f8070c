"""Records the contract of every feed whose version has none yet: python -m tests.contracts."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from store.feeds.contract import RECORDED, contract_of
from store.feeds.feed import ESCAPED, ROW_ID, Feed
from store.feeds.writer import FEEDS
from store.receivers.feeds import PROFILES, feeds_of

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = ("feeds.md", "receivers.md")
ALL_FEEDS = (*FEEDS, *(feed for profile in PROFILES.values() for feed in feeds_of(profile)))
ROW = re.compile(r"(?m)^\| `(\w+)` \| (\w+) \| (\S.*?) \|$")
LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def meanings_of(feed: Feed) -> dict[str, str]:
    """Read what the docs say that a feed's columns mean, without their links."""
    words = "\n".join((DOCS / page).read_text("utf-8") for page in PAGES)
    _, found, rest = words.partition(f"\n## {_section_of(feed)}\n")
    assert found, f"the docs have no section {feed.file}"
    _, _, form = words.partition("\n## Form\n")
    rows = ROW.findall(form.split("\n## ")[0]) + ROW.findall(rest.split("\n## ")[0])
    known = {column.name for column in feed.stated} | {ESCAPED, ROW_ID}
    return {name: LINK.sub(r"\1", said) for name, _, said in rows if name in known}


def _section_of(feed: Feed) -> str:
    return "ban_taken_back.csv" if feed.name.endswith("_taken_back") else feed.file


def contract_now(feed: Feed) -> dict[str, Any]:
    return contract_of(feed, meanings_of(feed))


def main() -> None:
    RECORDED.mkdir(exist_ok=True)
    for feed in ALL_FEEDS:
        path = RECORDED / f"{feed.name}-{feed.schema_version}.json"
        if not path.exists():
            path.write_text(json.dumps(contract_now(feed), ensure_ascii=False, indent=1) + "\n", "utf-8")
            sys.stdout.write(f"recorded {path.name}\n")


if __name__ == "__main__":
    main()
