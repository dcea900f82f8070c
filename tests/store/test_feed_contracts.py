"""Contracts: a changed column without a new version fails here, and every row holds to the schemas that go with it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from store.database import Database
from store.feeds.contract import RECORDED, breaks, check_contract, json_schema, read_contract, table_schema
from store.feeds.feed import Column, Feed, asked
from store.feeds.settings import Settings
from store.feeds.writer import FEEDS, FeedSet, write_feeds
from tests.contracts import contract_now
from tests.store.feed_market import write_market
from tests.store.known_world import START

NAMES = sorted({path.stem.rpartition("-")[0] for path in RECORDED.glob("*.json")})


def recorded(name: str) -> list[dict[str, Any]]:
    found = [json.loads(path.read_text("utf-8")) for path in RECORDED.glob(f"{name}-*.json")]
    return sorted(found, key=lambda one: [int(part) for part in one["version"].split(".")])


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_a_feed_is_what_was_recorded_of_its_version(feed: Feed) -> None:
    found = read_contract(feed.name, feed.schema_version)
    assert found == contract_now(feed), "a new version is wanted; python -m tests.contracts records it"
    assert recorded(feed.name)[-1]["version"] == feed.schema_version
    assert all(one["meaning"] for one in found["columns"])


@pytest.mark.parametrize("name", NAMES)
def test_a_version_breaks_nothing_within_its_first_number(name: str) -> None:
    for former, new in pairwise(recorded(name)):
        if former["version"].split(".")[0] == new["version"].split(".")[0]:
            assert breaks(former, new) is None


def test_what_breaks_a_contract_is_said() -> None:
    former: dict[str, Any] = {
        "columns": [{"name": "a", "type": "text"}, {"name": "b", "type": "text"}],
        "key": ["a"],
    }
    more: dict[str, Any] = {"columns": [*former["columns"], {"name": "c", "type": "text"}], "key": ["a"]}
    assert breaks(former, more) is None
    for columns in (former["columns"][::-1], former["columns"][:1], [{"name": "a", "type": "decimal"}]):
        assert "columns were changed" in str(breaks(former, more | {"columns": columns}))
    assert "key changed" in str(breaks(former, more | {"key": ["b"]}))


def test_a_feed_that_left_its_contract_is_not_published(sqlite_database: Database, tmp_path: Path) -> None:
    health = next(feed for feed in FEEDS if feed.name == "source_health")
    changed = Feed(
        health.name,
        health.schema_version,
        (*health.columns, Column("more")),
        health.key,
        health.batches,
    )
    with pytest.raises(ValueError, match="other columns than its recorded contract"):
        write_feeds(
            sqlite_database.url, tmp_path / "f", START, Settings(), FeedSet("resalewatch", (changed,))
        )
    with pytest.raises(ValueError, match="no contract is recorded"):
        check_contract(Feed("more", "1.0.0", health.columns, health.key, asked("SELECT 1")))
    assert not (tmp_path / "f").exists()


@pytest.mark.parametrize("name", NAMES)
def test_schemas_are_schemas(name: str) -> None:
    for contract in recorded(name):
        jsonschema.Draft202012Validator.check_schema(json_schema(contract))
        schema = table_schema(contract)
        assert [field["name"] for field in schema["fields"]] == [one["name"] for one in contract["columns"]]
        assert {field["type"] for field in schema["fields"]} <= {"string", "integer", "boolean"}


def test_every_row_holds_to_its_json_schema(sqlite_database: Database, tmp_path: Path) -> None:
    directory = write_market(sqlite_database, tmp_path / "feeds", Settings(siblings=("jsonl",)))
    count = 0
    for feed in FEEDS:
        schema = json.loads((directory / "schemas" / f"{feed.name}.json").read_text("utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        for line in (directory / f"{feed.name}.jsonl").read_text("utf-8").splitlines():
            validator.validate(json.loads(line))
            count += 1
        with pytest.raises(jsonschema.ValidationError):
            validator.validate({"row_id": None})
    assert count > 20
