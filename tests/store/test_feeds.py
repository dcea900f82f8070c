from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from store.database import Database
from store.errors import UserError
from store.feeds.directory import find_version
from store.feeds.neutralise import restore
from store.feeds.offers import NO_LIST_PRICE, NO_MONEY
from store.feeds.price_changes import change_of
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import ALL, FEEDS, names_of, write_feeds
from store.peppers import Pepper, peppered
from tests.store.feed_market import write_market
from tests.store.known_world import START, World

Act = Callable[[World], None]
NAMES = [name for name in names_of(ALL, Settings()) if "." in name]


@pytest.fixture
def market(database: Database) -> Callable[[Act], None]:
    def act(what: Act) -> None:
        with database.writing() as connection:
            world = World(connection)
            what(world)

    return act


def read(directory: Path, name: str) -> list[dict[str, str]]:
    with (directory / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def undone(row: dict[str, str]) -> dict[str, str]:
    escaped = row["csv_escaped"].split()
    return {name: restore(cell) if name in escaped else cell for name, cell in row.items()}


@pytest.fixture
def written(database: Database, tmp_path: Path) -> Path:
    return write_market(database, tmp_path / "feeds")


def test_the_set_is_whole_by_its_own_manifest(written: Path) -> None:
    body = require_whole(written)
    assert sorted(entry["name"] for entry in body["files"]) == sorted(
        name for name in NAMES if name.endswith(".csv")
    )
    for entry in body["files"]:
        raw = (written / entry["name"]).read_bytes()
        assert entry["sha256"] == hashlib.sha256(raw).hexdigest()
        assert entry["bytes"] == len(raw)
        assert b"\r" not in raw
        assert not raw.startswith(b"\xef\xbb\xbf")
    assert (body["version"], body["previous"]) == (1, None)
    assert body["claims"] == {"active": 2, "retracted": 1}
    assert body["sources"] == {"fresh": ["relay", "shop"], "stale": [], "failed": []}


def test_offers_hold_what_stands_with_its_proof(written: Path) -> None:
    rows = {row["offer_id"]: row for row in read(written, "offers") if not row["group"]}
    assert set(rows) == {"shop/a", "shop/b", "relay/group-default", "relay/group-vip", "relay/plan"}
    first = rows["shop/a"]
    assert (first["amount"], first["currency"], first["ratio"], first["discount"]) == (
        "30",
        "CNY",
        "0.2083",
        "0.7917",
    )
    assert (first["coupon"], first["label"], first["host"], first["stock"]) == (
        "true",
        "月卡",
        "shop.example",
        "",
    )
    assert (first["first_seen_at"], first["observed_at"]) == ("2026-05-01T12:00:00Z", "2026-05-02T12:00:00Z")
    assert (first["place"], len(first["snapshot_sha256"])) == ("b.price[0:3]", 64)
    second = rows["shop/b"]
    assert (second["amount"], second["ratio"], second["discount"]) == ("", "", "")
    assert second["ratio_reason"] == "no price is stated"


def test_a_price_stands_in_money_and_in_dollars_whatever_it_is_stated_in(written: Path) -> None:
    rows = {(row["offer_id"], row["group"]): row for row in read(written, "offers")}
    parts = ("money_amount", "money_currency", "usd_amount")
    assert [rows["shop/a", ""][name] for name in parts] == ["30", "CNY", "3.75"]
    assert [rows["shop/b", ""][name] for name in parts] == ["", "", ""]
    assert [rows["relay/plan", ""][name] for name in parts] == ["5", "CNY", "0.625"]


def test_hostile_titles_are_made_safe_and_come_back_whole(written: Path) -> None:
    rows = {row["offer_id"]: row for row in read(written, "offers")}
    assert rows["shop/a"]["title"].startswith("'=HYPERLINK")
    assert rows["shop/a"]["csv_escaped"] == "title"
    assert undone(rows["shop/a"])["title"] == '=HYPERLINK("http://x")\nClaude Pro'
    assert undone(rows["shop/b"])["title"] == "Claude Max;=1"


def test_a_stations_models_stand_in_every_open_group_multiplied_exactly(written: Path) -> None:
    rows = {row["group"]: row for row in read(written, "offers") if row["group"]}
    assert set(rows) == {"default", "vip"}
    parts = (
        "offer_id",
        "amount",
        "currency",
        "group_multiplier",
        "money_amount",
        "money_currency",
        "usd_amount",
    )
    assert [rows["default"][name] for name in parts] == [
        "relay/opus", "3.375", "USD_CREDIT", "0.45", "1.6875", "CNY", "0.210938",
    ]  # fmt: skip
    assert [rows["vip"][name] for name in parts] == [
        "relay/opus", "2.25", "USD_CREDIT", "0.3", "1.125", "CNY", "0.140625",
    ]  # fmt: skip
    assert (rows["vip"]["per"], rows["vip"]["direction"]) == ("1M_tokens", "input")
    of_list = ("ratio", "discount", "ratio_reason", "ratio_path")
    assert [rows["default"][name] for name in of_list] == [
        "0.0422", "0.9578", "", "0.210938 USD for 5 USD on the provider's list",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ("UPDATE model_list_price SET amount = '0.01'", "a ratio of 21.09 is not plausible"),
        ("DELETE FROM model_list_price", NO_LIST_PRICE),
        ("DELETE FROM rate", NO_MONEY),
    ],
)
def test_a_model_without_a_ratio_says_why(database: Database, tmp_path: Path, changed: str, why: str) -> None:
    write_market(database, tmp_path / "feeds")
    with database.writing() as connection:
        connection.exec_driver_sql(changed)
    write_feeds(database.url, tmp_path / "feeds", START + timedelta(hours=41))
    rows = {row["group"]: row for row in read(tmp_path / "feeds", "offers")}
    assert (rows["default"]["ratio"], rows["default"]["discount"], rows["default"]["ratio_path"]) == (
        "",
        "",
        "",
    )
    assert rows["default"]["ratio_reason"] == why


def test_identifiers_stand_with_seller_and_proof_and_no_key_in_clear(written: Path) -> None:
    rows = {row["kind"]: undone(row) for row in read(written, "identifiers")}
    assert (rows["telegram"]["value"], rows["telegram"]["source"], rows["telegram"]["role"]) == (
        "fastkeys", "shop", "operator",
    )  # fmt: skip
    assert (rows["phone"]["value"], rows["phone"]["strong"], rows["phone"]["sellers"]) == (
        "+8613800138000", "true", "1",
    )  # fmt: skip
    assert "sk-ant" not in (written / "identifiers.csv").read_text("utf-8")
    assert len(rows["api_key"]["value"]) == 64


def test_identifiers_have_digests_that_a_provider_finds_again(
    sqlite_database: Database, tmp_path: Path
) -> None:
    pepper = Pepper("provider", bytes(range(32)))
    directory = write_market(sqlite_database, tmp_path / "feeds", Settings(pepper=pepper))
    rows = {row["kind"]: undone(row) for row in read(directory, "identifiers")}
    require_whole(directory)
    assert {row["pepper_id"] for row in rows.values()} == {"provider"}
    for kind, row in rows.items():
        assert row["digest"] == peppered(pepper.key, kind, row["value"])
    write_feeds(sqlite_database.url, directory, START + timedelta(hours=41))
    assert {row["digest"] + row["pepper_id"] for row in read(directory, "identifiers")} == {""}


def test_links_hold_active_and_retracted_claims(written: Path) -> None:
    rows = {row["account_ref"]: row for row in read(written, "links")}
    assert {ref: (row["status"], row["rules"]) for ref, row in rows.items()} == {
        "acc_1": ("active", "exact_identifier"), "acc_2": ("retracted", ""), "acc_3": ("active", "purchase"),
    }  # fmt: skip
    assert "telegram fastkeys" in rows["acc_1"]["path"]
    assert rows["acc_2"]["reason"] == "the account is reinstated, and only fraudulent accounts are linked"
    assert rows["acc_2"]["account_class"] == "reinstated"
    assert rows["acc_2"]["first_linked_at"] < rows["acc_2"]["last_change"]
    assert (rows["acc_3"]["place"], len(rows["acc_3"]["snapshot_sha256"])) == ("b.price[0:3]", 64)


def test_link_offers_name_the_offers_of_active_claims(written: Path) -> None:
    claims = {row["claim_id"]: row["account_ref"] for row in read(written, "links")}
    found = {
        (claims[row["claim_id"]], row["offer_id"], row["bought"], row["stands"])
        for row in read(written, "link_offers")
    }
    assert found == {
        ("acc_1", "shop/a", "false", "true"), ("acc_1", "shop/b", "false", "true"),
        ("acc_3", "shop/a", "false", "true"), ("acc_3", "shop/b", "true", "true"),
    }  # fmt: skip


def test_price_changes_tell_former_and_new(written: Path) -> None:
    (row,) = read(written, "price_changes")
    parts = ("offer_id", "former_amount", "amount", "change", "change_of", "former_ratio", "ratio")
    assert [row[name] for name in parts] == ["shop/a", "40", "30", "-0.25", "amount", "0.2778", "0.2083"]


@pytest.mark.parametrize(
    ("former", "new", "expected"),
    [
        # what it buys was halved, and so was the price: the ratio stands, and the price is what moved
        ({"amount": "40", "face_amount": "100", "ratio": "0.2"}, {"amount": "20", "face_amount": "50", "ratio": "0.2"},
         ("-0.500000", "amount")),
        ({"amount": "40", "face_amount": "100", "ratio": "0.2"}, {"amount": "40", "face_amount": "50", "ratio": "0.4"},
         ("1.000000", "ratio")),
        ({"amount": "40", "recharge": "1", "ratio": "0.2"}, {"amount": "20", "recharge": "2", "ratio": "0.21"},
         ("0.050000", "ratio")),
        ({"amount": "40", "recharge": "1"}, {"amount": "20", "recharge": "1"}, ("-0.500000", "amount")),
        ({"amount": "0"}, {"amount": "20"}, ("None", None)),
        ({"amount": "40", "currency": "USD"}, {"amount": "280", "currency": "CNY"}, ("None", None)),
    ],
)  # fmt: skip
def test_a_change_is_of_the_number_that_is_exact(
    former: dict[str, str], new: dict[str, str], expected: tuple[str, str | None]
) -> None:
    change, of = change_of({f"former_{name}": value for name, value in former.items()} | new)
    assert (str(change), of) == expected


def test_two_writes_without_change_are_equal_byte_by_byte(database: Database, written: Path) -> None:
    before = {name: (written / name).read_bytes() for name in NAMES}
    old = find_version(written)
    report = write_feeds(database.url, written, START + timedelta(hours=41))
    after = {name: (written / name).read_bytes() for name in NAMES}
    assert {name for name in NAMES if before[name] != after[name]} == {"manifest.json"}
    body = json.loads(after["manifest.json"])
    digest = hashlib.sha256(before["manifest.json"]).hexdigest()
    assert (body["version"], body["previous"]) == (2, {"version": 1, "manifest_sha256": digest})
    assert (old / "manifest.json").read_bytes() == before["manifest.json"]
    with database.reading() as connection:
        rows = connection.execute(text("SELECT id, manifest_sha256 FROM feed_version ORDER BY id")).all()
    assert [tuple(row) for row in rows] == [
        (1, digest),
        (2, hashlib.sha256(after["manifest.json"]).hexdigest()),
    ]
    assert report.version == 2


def test_old_versions_go_and_the_last_three_stay(database: Database, written: Path) -> None:
    for hour in range(5):
        write_feeds(database.url, written, START + timedelta(hours=50 + hour))
    versions = sorted((written / "versions").iterdir())
    assert [path.name for path in versions] == [f"v{number:06d}" for number in range(1, 7)]
    assert [(path / "offers.csv").exists() for path in versions] == [False] * 3 + [True] * 3
    assert {path.name for path in versions[0].iterdir()} == {"manifest.json", "delta"}
    require_whole(written)


def test_sources_are_fresh_stale_or_failed(
    database: Database, market: Callable[[Act], None], tmp_path: Path
) -> None:
    def sources(world: World) -> None:
        world.source("old")
        world.tick(100)
        world.source("new")
        world.source("wall", "blocked")
        world.source("empty", "empty")

    market(sources)
    write_feeds(database.url, tmp_path / "f", START + timedelta(hours=101))
    body = require_whole(tmp_path / "f")
    assert body["sources"] == {"fresh": ["empty", "new"], "stale": ["old"], "failed": ["wall"]}


def test_an_empty_database_gives_whole_feeds_of_no_rows_by_force(database: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no source is watched"):
        write_feeds(database.url, tmp_path / "f", START)
    write_feeds(database.url, tmp_path / "f", START, Settings(force=True))
    assert [entry["rows"] for entry in require_whole(tmp_path / "f")["files"]] == [0] * len(FEEDS)


def test_nothing_is_written_over_foreign_files(database: Database, tmp_path: Path) -> None:
    (tmp_path / "offers.csv").write_text("mine")
    with pytest.raises(UserError, match="not written by"):
        write_feeds(database.url, tmp_path, START)
    assert (tmp_path / "offers.csv").read_text() == "mine"


def test_a_missing_database_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no database"):
        write_feeds(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "f", START)
    assert not (tmp_path / "none.db").exists()
