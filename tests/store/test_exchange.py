"""MISP and STIX: each read by its own library and validator, the same ids again, what was taken back revoked."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import stix2
import stix2validator
from pymisp import MISPEvent, MISPFeed
from pymisp.abstract import resources_path
from sqlalchemy import select, text
from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.exchange.leave import Left
from store.exchange.misp import TEMPLATES, template, write_misp
from store.exchange.stix import url_pattern, write_stix
from store.feeds import links, offers
from store.feeds.settings import Settings
from store.import_batches import table_of
from store.receiver_tables import ClaimSent
from tests.store.known_world import World
from tests.store.test_receivers import LATER, claim_of, fill, judge
from tests.test_docs import section_of


@pytest.fixture
def market(database: Database) -> Database:
    with database.writing() as connection:
        world = World(connection)
        world.observe(world.offer("shop", "b", title="Max of bo'b\\\\"), "shop", "50")
        fill(world)
        world.shows("shop", "domain", "shop.example")
        world.shows("shop", "qq_group", "720004568")
        world.shows("shop", "site_key", "SHOP.example")
        judge(world, claim_of(world, "acc_1"), "ana", "bo")
        connection.execute(text("UPDATE listing SET url = 'https://shop.example/b?a=''x\\' WHERE key = 'b'"))
    return database


def stix(database: Database, directory: Path, hours: int = 0) -> tuple[Left, list[dict[str, Any]]]:
    left = write_stix(database.url, directory, Settings(tlp="amber"), LATER + timedelta(hours=hours))
    return left, json.loads((directory / "bundle.json").read_text("utf-8"))["objects"]


def of_type(objects: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [one for one in objects if one["type"] == kind]


def test_a_bundle_is_valid_and_says_what_the_claims_say(market: Database, tmp_path: Path) -> None:
    left, objects = stix(market, tmp_path)
    raw = (tmp_path / "bundle.json").read_text("utf-8")
    found = stix2validator.validate_string(raw, stix2validator.ValidationOptions(version="2.1"))
    assert found.is_valid, [str(error) for error in found.errors]
    assert len(stix2.parse(raw).objects) == len(objects) == sum(left.counts.values())
    relations = of_type(objects, "relationship")
    assert [(one["confidence"], one["labels"]) for one in relations] == [(99, ["account-fraudulent"])] * 2
    ids = {one["id"] for one in objects}
    assert {one[end] for one in relations for end in ("source_ref", "target_ref")} <= ids
    assert len(of_type(objects, "opinion")) == 2
    assert len(of_type(objects, "sighting")) == len(of_type(objects, "url")) == 2
    marking = of_type(objects, "marking-definition")[0]
    assert marking["name"] == "TLP:AMBER"
    assert {tuple(one["object_marking_refs"]) for one in objects[2:]} == {(marking["id"],)}
    assert "[url:value = 'https://shop.example/b?a=\\'x%5C']" in {
        one["pattern"] for one in of_type(objects, "indicator")
    }
    for person in ("fastkeys_kf", "+8613800138000", "someone@mail", "ana"):
        assert person not in raw.lower()


def test_a_bundle_again_is_the_same_bytes(market: Database, tmp_path: Path) -> None:
    stix(market, tmp_path)
    raw = (tmp_path / "bundle.json").read_bytes()
    stix(market, tmp_path, 1)
    assert (tmp_path / "bundle.json").read_bytes() == raw


def test_a_claim_taken_back_is_revoked_under_its_id(market: Database, tmp_path: Path) -> None:
    _, before = stix(market, tmp_path)
    with market.writing() as connection:
        world = World(connection)
        world.now = LATER
        world.knows("acc_1", class_name="reinstated")
    for hours in (1, 2):
        _, after = stix(market, tmp_path, hours)
        (revoked,) = [one for one in of_type(after, "relationship") if one.get("revoked")]
        assert revoked["id"] in {one["id"] for one in before}
        assert revoked["modified"] > revoked["created"]
        assert len(of_type(after, "relationship")) == 2
    raw = (tmp_path / "bundle.json").read_text("utf-8")
    assert stix2validator.validate_string(raw, stix2validator.ValidationOptions(version="2.1")).is_valid
    with market.reading() as connection:
        said = (
            connection.execute(select(table_of(ClaimSent).c.says).order_by(table_of(ClaimSent).c.id))
            .scalars()
            .all()
        )
    assert said == ["sent", "sent", "left_out"]


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/'",
        "https://x.example/\\",
        "https://x.example/'] OR [url:value LIKE '%",
        "https://x.example/\\'",
    ],
)
def test_a_pattern_holds_any_address(url: str) -> None:
    pattern = url_pattern(url)
    said = stix2.Indicator(pattern=pattern, pattern_type="stix", valid_from=LATER)
    assert said.pattern == pattern
    inner = pattern.removeprefix("[url:value = '").removesuffix("']")
    assert inner.replace("\\\\", "\0").replace("\\'", "'").replace("\0", "\\") == url


def load(directory: Path) -> dict[str, MISPEvent]:
    """Read the directory as MISP does: the manifest, then each event that it names."""
    found = {}
    for uuid in json.loads((directory / "manifest.json").read_text("utf-8")):
        event = MISPEvent()
        event.load_file(str(directory / f"{uuid}.json"))
        found[uuid] = event
    return found


def test_a_feed_is_loaded_by_pymisp(market: Database, tmp_path: Path) -> None:
    left = write_misp(market.url, tmp_path, Settings(tlp="amber"), LATER)
    events = load(tmp_path)
    assert len(events) == 2
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    for uuid, event in events.items():
        assert (event.uuid, event.info, [tag.name for tag in event.tags]) == (
            uuid,
            manifest[uuid]["info"],
            ["tlp:amber"],
        )
        assert event.published
        assert manifest[uuid]["Orgc"]["name"] == "resalewatch"
    (shop,) = [event for event in events.values() if "shop" in event.info]
    objects = sorted((made.name, made.template_uuid) for made in shop.objects)
    offer, claim = template("ai-account-offer"), template("account-resale-claim")
    assert objects == [
        ("account-resale-claim", claim["uuid"]),
        ("ai-account-offer", offer["uuid"]),
        ("ai-account-offer", offer["uuid"]),
    ]
    assert {(one.type, one.value) for one in shop.attributes} == {
        ("domain", "shop.example"),
        ("text", "720004568"),
    }
    assert left.refused == {"collides": 1, "names_a_person": 3}, "SHOP.example folds to shop.example"
    hashes = {tuple(line.split(",")) for line in (tmp_path / "hashes.csv").read_text().splitlines()}
    assert (hashlib.md5(b"shop.example").hexdigest(), shop.uuid) in hashes
    whole = "".join(path.read_text("utf-8") for path in tmp_path.glob("*.json")).lower()
    assert [
        person for person in ("fastkeys_kf", "+8613800138000", "someone@mail", "acc_1") if person in whole
    ] == []


def test_every_value_that_correlates_is_there_once(market: Database, tmp_path: Path) -> None:
    write_misp(market.url, tmp_path, Settings(tlp="amber"), LATER)
    values = [
        one.value.casefold()
        for event in load(tmp_path).values()
        for one in (*event.attributes, *(part for made in event.objects for part in made.attributes))
        if not one.disable_correlation
    ]
    assert len(values) == len(set(values)) >= 4


def test_a_feed_again_keeps_its_ids(market: Database, tmp_path: Path) -> None:
    write_misp(market.url, tmp_path, Settings(tlp="amber"), LATER)
    first = {path.name for path in tmp_path.glob("*.json")}
    write_misp(market.url, tmp_path, Settings(tlp="amber"), LATER + timedelta(hours=1))
    assert {path.name for path in tmp_path.glob("*.json")} == first


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.name)
def test_a_template_is_as_misps_own_are(path: Path) -> None:
    ours = template(path.name)
    theirs = json.loads(
        (resources_path / "misp-objects" / "objects" / "user-account" / "definition.json").read_text()
    )
    types = json.loads((resources_path / "describeTypes.json").read_text())["result"]["types"]
    assert set(ours) <= set(theirs) | {"required", "requiredOneOf"}
    assert {one["misp-attribute"] for one in ours["attributes"].values()} <= set(types)
    assert set(ours["required"]) <= set(ours["attributes"])


def test_the_definition_for_misp_names_the_column_of_addresses() -> None:
    csv_feed, misp_feed = (
        one["Feed"] for one in json.loads(TEMPLATES.with_name("misp-feeds.json").read_text("utf-8"))
    )
    assert offers.FEED.header[int(json.loads(csv_feed["settings"])["csv"]["value"]) - 1] == "url"
    assert (csv_feed["source_format"], misp_feed["source_format"]) == ("csv", "misp")
    for feed in (csv_feed, misp_feed):
        found = MISPFeed()
        found.from_dict(Feed=feed)
        assert (found.to_dict()["name"], feed["enabled"]) == (feed["name"], False)


def test_the_recipes_fit_the_feeds() -> None:
    said = section_of("feeds.md", "## Reading them")
    recipes = re.findall(r"```(\w+)\n(.*?)```", said, re.DOTALL)
    splunk = next(words for kind, words in recipes if kind == "ini")
    stamp = re.search(r"TIMESTAMP_FIELDS = (\w+)", splunk)
    assert stamp is not None
    assert {stamp[1], "row_id", "status"} <= set(links.FEED.header)
    misp = next(words for kind, words in recipes if "pymisp" in words)
    compile(misp, "recipe", "exec")
    assert [len(words.split("\n")) - words.count("\n\n") - 1 for words in (splunk, misp)] == [5, 5]
    assert (Path(__file__).parents[2] / "store" / "exchange" / "misp-feeds.json").is_file()


def test_the_commands(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.writing() as connection:
        fill(World(connection))
    for form in ("misp", "stix"):
        done = CliRunner().invoke(
            scheduler.app, ["--database", sqlite_database.url, "feeds", form, str(tmp_path / form)]
        )
        assert done.exit_code == 0, done.output
        assert done.stdout.startswith("version ")
        done = CliRunner().invoke(
            scheduler.app,
            ["--database", sqlite_database.url, "feeds", form, str(tmp_path / form), "--tlp", "white"],
        )
        assert done.exit_code == 1
