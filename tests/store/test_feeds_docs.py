"""docs/feeds.md and docs/linking.md say what the code does: every column in order with its type, every kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.feeds.feed import TYPES, Feed
from store.feeds.manifest import STALE_AFTER
from store.feeds.writer import FEEDS
from store.known_records import ACCOUNT_FIELDS
from store.matching import EXACT, PURCHASE
from store.records import ACCOUNT_CLASSES, KINDS

DOCS = Path(__file__).resolve().parents[2] / "docs"
WORDS = (DOCS / "feeds.md").read_text("utf-8")
LINKING = (DOCS / "linking.md").read_text("utf-8")


def section(name: str) -> str:
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", WORDS, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_every_column_is_documented_in_order_with_its_type(feed: Feed) -> None:
    told = re.findall(r"^\| `([a-z0-9_]+)` \| ([a-z]+) \| .+ \|$", section(feed.file), re.MULTILINE)
    assert told == [(column.name, column.type) for column in feed.columns]
    assert f"Schema {feed.schema_version}." in section(feed.file)


def test_no_other_file_and_every_type_is_documented() -> None:
    assert set(re.findall(r"^## (\w+\.csv)$", WORDS, re.MULTILINE)) == {feed.file for feed in FEEDS}
    assert set(re.findall(r"^\| (\w+) \| ", section("The format"), re.MULTILINE)) - {"type"} == set(TYPES)
    assert f"over {STALE_AFTER.total_seconds() / 3600:.0f} hours" in section("manifest.json")


def test_every_kind_is_documented_with_its_strength_and_limit() -> None:
    rows = re.findall(r"^\| ((?:`\w+` ?)+) \| (yes|no) \| (\d*) ?\|$", LINKING, re.MULTILINE)
    told = {
        kind: (strong == "yes", limit)
        for kinds, strong, limit in rows
        for kind in re.findall(r"`(\w+)`", kinds)
    }
    assert told == {
        kind.name: (kind.strong, str(kind.hub_limit) if kind.strong else "")
        for kind in KINDS.values()
        if not kind.provider_only
    }
    for kind in KINDS.values():
        assert f"`{kind.name}`" in LINKING


@pytest.mark.parametrize("word", [EXACT, PURCHASE, *ACCOUNT_CLASSES, *(set(ACCOUNT_FIELDS) - {"class_name"})])
def test_rules_classes_and_fields_are_documented(word: str) -> None:
    assert f"`{word}`" in LINKING
