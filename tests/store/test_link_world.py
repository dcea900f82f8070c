"""The generated world of links is the same for a seed, true to itself, and its scorer sees what is wrong."""

from __future__ import annotations

import ast
import csv
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from benchmarks._link_world_files import digest_of
from benchmarks._link_world_model import FRESH, Parameters, World
from benchmarks.link_world import MEASURING_SEEDS, TUNING_SEEDS, make_world, small_world
from benchmarks.link_world_score import Owners, Share, read_links, score
from crawlers.known_values import known_value
from crawlers.places import text_at
from crawlers.reading.identifiers import canonical
from store.custody import check_days
from store.database import open_database
from store.evidence import read_snapshot

SMALL = Parameters().small(1 / 50)
LISTS = ("accounts", "protected", "purchases", "probes", "answers", "partials", "sellers", "owners")
PLANTED = ("purchase", "probe", "exact_identifier", "digest", "cluster")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("world")


@pytest.fixture(scope="module")
def world(place: Path) -> World:
    return small_world(1, place)


def test_a_seed_gives_one_world_and_another_seed_another(world: World, place: Path, tmp_path: Path) -> None:
    again = small_world(1, tmp_path)
    assert again == world
    for name in (*(f"{name}.csv" for name in LISTS), "truth.jsonl", "decoys.jsonl"):
        assert (tmp_path / name).read_bytes() == (place / name).read_bytes(), name
    for kept in sorted((place / "evidence").rglob("*.gz")):
        assert (tmp_path / kept.relative_to(place)).read_bytes() == kept.read_bytes()
    assert make_world(2, SMALL).truths != world.truths
    assert not {*TUNING_SEEDS} & {*MEASURING_SEEDS}


def test_what_belongs_together_is_of_one_person_and_what_only_seems_so_is_not(
    world: World, place: Path
) -> None:
    owners = Owners(place)
    for truth in world.truths:
        assert owners.is_right((*truth.seller, truth.account_ref)), truth
    for decoy in world.decoys:
        assert not decoy.account_ref or not owners.is_right((*decoy.seller, decoy.account_ref)), decoy
    assert len(world.sellers) == 40
    assert sum(seller.person is None for seller in world.sellers) == 24
    assert sum(account.class_name == "fraudulent" for account in world.accounts) == 500
    assert len({account.campaign for account in world.accounts} - {""}) == 4


def test_whoever_shows_a_value_that_is_held_is_true_or_a_decoy(world: World) -> None:
    """No two share a value by accident: each meeting was planted, in its time where it is a truth."""
    held = defaultdict(list)
    for account in world.accounts:
        for each in account.values:
            held[each.kind, each.value].append((account.ref, each))
    due = {
        (truth.seller, truth.account_ref): truth
        for truth in world.truths
        if set(truth.kinds) & {"exact_identifier", "digest"}
    }
    decoys = {(decoy.seller, decoy.account_ref) for decoy in world.decoys} | {
        (decoy.seller, "") for decoy in world.decoys if not decoy.account_ref
    }
    met = set()
    for seller in world.sellers:
        for shown in seller.shown:
            kind = "phone" if shown.kind == "whatsapp" else shown.kind
            for ref, each in held.get((kind, shown.value or ""), ()):
                pair = (seller.name, ref)
                met.add(pair)
                assert pair in due or pair in decoys or (seller.name, "") in decoys, pair
                if pair in due:
                    assert each.since - FRESH <= seller.seen <= (each.until or seller.seen) + FRESH
    assert due.keys() <= met


def test_every_value_is_in_canonical_form(world: World) -> None:
    for account in world.accounts:
        for held in account.values:
            known = known_value(held.kind, held.value)
            assert not isinstance(known, str), (held, known)
            assert known.value == held.value, held
    shown = {
        (each.kind, each.value) for seller in world.sellers for each in seller.shown if each.value is not None
    }
    for kind, value in shown:
        if kind in ("telegram", "wechat", "email", "qq", "whatsapp", "shop"):
            assert canonical(kind, value, None) == value


def test_every_proof_leads_to_its_words(world: World, place: Path) -> None:
    sightings = (
        "SELECT n.sha256, s.pointer, s.span_start, s.span_end, s.written FROM sighting s"
        " JOIN snapshot n ON n.id = s.snapshot_id"
        " UNION ALL SELECT n.sha256, o.pointer, o.span_start, o.span_end, o.price_text FROM observation o"
        " JOIN snapshot n ON n.id = o.snapshot_id"
    )
    with closing(sqlite3.connect(place / "market.db")) as market:
        rows = market.execute(sightings).fetchall()
    with (place / "partials.csv").open(encoding="utf-8", newline="") as stream:
        masks = [
            (row["snapshot"], row["pointer"], int(row["start"]), int(row["end"]), row["value"])
            for row in csv.DictReader(stream)
        ]
    assert rows
    assert masks
    with open_database(f"sqlite:///{place / 'market.db'}") as database:
        bodies = {
            sha256: read_snapshot(database, sha256, place / "evidence") for sha256, *_ in chain(rows, masks)
        }
        with database.reading() as connection:
            assert all(not day.faults for day in check_days(connection, place / "evidence"))
    for sha256, pointer, start, end, words in chain(rows, masks):
        found = text_at(bodies[sha256], pointer)
        assert found is not None
        assert found[start:end] == words


def test_a_crowd_only_adds_a_group(world: World) -> None:
    crowded = make_world(1, replace(SMALL, crowd=10))
    assert crowded.truths == world.truths
    assert crowded.accounts == world.accounts
    more = [
        (seller.name, shown)
        for seller, before in zip(crowded.sellers, world.sellers, strict=True)
        for shown in seller.shown[len(before.shown) :]
    ]
    assert len(more) == 10
    assert len({shown.value for _, shown in more}) == 1


def test_the_scorer_tells_right_from_wrong_and_found_from_missed(
    world: World, place: Path, tmp_path: Path
) -> None:
    due = {(*truth.seller, truth.account_ref) for truth in world.truths if truth.expects == "alert"}
    decoys = {(*decoy.seller, decoy.account_ref) for decoy in world.decoys if decoy.account_ref}
    whole = score(place, due)
    assert (whole.precision.value, whole.recall.value, whole.leads.part, whole.missed) == (1, 1, 0, [])
    assert whole.by_kind.keys() >= set(PLANTED)
    half = set(sorted(due)[::2])
    mixed = score(place, half | decoys)
    assert mixed.precision == Share(len(half), len(half) + len(decoys))
    assert mixed.recall == Share(len(half), len(due))
    assert sum(mixed.wrong_by_reason.values()) == len(decoys)
    assert any("recycled" in reason for reason in mixed.wrong_by_reason)
    feed = tmp_path / "links.csv"
    lines = (f"{status},{','.join(pair)}" for status, pair in chain(
        (("active", pair) for pair in due), (("retracted", pair) for pair in decoys)))  # fmt: skip
    feed.write_text("\n".join(["status,source,seller,account_ref", *lines]), "utf-8")
    assert read_links(feed) == due
    assert read_links(place / "market.db") == set()


def test_a_digest_is_keyed_by_kind_and_value() -> None:
    said = "e7c5b4be32b4c9c0b6db3eaf913599fd1cebe5a9909fa032571055f62bf1a12c"
    assert digest_of(b"k" * 32, "qq", "720004568") == said
    assert digest_of(b"k" * 32, "wechat", "720004568") != said


def test_the_world_knows_nothing_of_what_it_judges() -> None:
    for path in Path("benchmarks").glob("*link_world*.py"):
        for module in _imports(path):
            assert not module.startswith(("store.links", "store.matching")), f"{path} imports {module}"


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_truth_and_decoys_are_written_with_their_ends(world: World, place: Path) -> None:
    rows = [json.loads(line) for line in (place / "truth.jsonl").read_text("utf-8").splitlines()]
    assert {"source", "seller", "provider", "account_ref", "kinds", "distance", "expects"} <= rows[0].keys()
    assert len(rows) == len(world.truths)
