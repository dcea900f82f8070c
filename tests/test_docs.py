"""Docs are checked like code: what exists is documented, and links inside the docs lead somewhere."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel

import store.known_tables  # noqa: F401 - fills the metadata
from crawlers import purchases
from crawlers.platforms import PLATFORMS
from crawlers.source import Contract, Source
from store.feeds.feed import ESCAPED, Feed
from store.feeds.manifest import Contents, FileEntry, Head, OtherEntry, make_manifest
from store.feeds.neutralise import neutralise
from store.feeds.settings import Settings
from store.feeds.writer import FEEDS
from store.known_records import ACCOUNT_FIELDS
from store.matching import comparable
from store.records import ACCOUNT_CLASSES, KINDS, Kind

ROOT = Path(__file__).resolve().parent.parent
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / ".github").glob("*.md"))]


def words_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")


def section_of(page: str, heading: str) -> str:
    """Give what stands under a heading, up to the next one of its level or above."""
    _, found, rest = words_of(page).partition(f"\n{heading}\n")
    assert found, f"{page} has no {heading!r}"
    level = len(heading) - len(heading.lstrip("#"))
    return re.split(rf"(?m)^#{{1,{level}}} ", rest)[0]


@pytest.mark.parametrize(
    "key", sorted((Source.model_fields.keys() | Contract.model_fields.keys()) - {"name"})
)
def test_every_key_of_a_source_is_documented(key: str) -> None:
    assert f"`{key}`" in words_of("adding-a-source.md")


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_every_platform_is_documented(platform: str) -> None:
    assert f"`{platform}`" in words_of("adding-a-source.md")


@pytest.mark.parametrize("table", sorted(SQLModel.metadata.tables))
def test_every_table_is_documented(table: str) -> None:
    assert f"`{table}`" in words_of("data-model.md")


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_every_column_of_a_feed_is_documented_in_order(feed: Feed) -> None:
    told = re.findall(r"(?m)^\| `(\w+)` \| (\w+) \| \S", section_of("feeds.md", f"## {feed.file}"))
    assert told == [(column.name, column.type) for column in feed.stated]


def test_every_field_of_the_manifest_is_documented() -> None:
    head = Head("resalewatch", 1, None, datetime(2026, 5, 1, tzinfo=UTC), Settings())
    body = json.loads(make_manifest(head, Contents([])))
    told = section_of("feeds.md", "## manifest.json")
    assert [name for name in (*body, "claims", "sources") if f"| `{name}` |" not in told] == []
    assert [
        field.name for field in (*fields(FileEntry), *fields(OtherEntry)) if f"`{field.name}`" not in told
    ] == []


def test_the_recipe_undoes_escaped_cells() -> None:
    assert f"`{ESCAPED}`" in words_of("feeds.md")
    lines = section_of("feeds.md", "## Reading them").splitlines()
    recipe: dict[str, Any] = {"re": re}
    exec("\n".join(line for line in lines if line.startswith(("back =", "undo ="))), recipe)
    for cell in ("=1+1", "+8613800138000", "'-x", "a\\b\n\r\tc", "\u202eabc", "x;=1", "\U000e0041"):
        safe, changed = neutralise(cell)
        assert changed
        assert recipe["undo"](safe) == cell


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_is_documented_with_its_weight_and_limit(kind: Kind) -> None:
    weight = "strong" if kind.strong else "weak"
    row = re.search(
        rf"(?m)^\| `{kind.name}` \| {weight} \| {kind.hub_limit} \| (.+) \|$", words_of("linking.md")
    )
    assert row is not None
    assert ("held by providers only" in row[1]) == kind.provider_only
    if kind.joins_as is not None:
        assert kind.joins_as in comparable(kind.name)
        assert f"as `{kind.joins_as}`" in row[1]


@pytest.mark.parametrize(
    "column",
    ["account_ref", "provider", "class", "kind", "value", "digest", "pepper_id", *ACCOUNT_FIELDS[1:]],
)
def test_every_column_of_accounts_is_documented(column: str) -> None:
    assert f"| `{column}` |" in section_of("linking.md", "### Accounts")


@pytest.mark.parametrize("column", purchases.COLUMNS)
def test_every_column_of_purchases_is_documented(column: str) -> None:
    assert f"| `{column}` |" in section_of("linking.md", "### Test purchases")


@pytest.mark.parametrize("name", ACCOUNT_CLASSES)
def test_every_class_of_accounts_is_documented(name: str) -> None:
    assert f"`{name}`" in section_of("linking.md", "### Accounts")


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_links_between_docs_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), target
