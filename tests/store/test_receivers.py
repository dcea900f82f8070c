"""Receivers' feeds from a database: what leaves, what is refused and counted, what is taken back, and who is named."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text, update
from typer.testing import CliRunner

import scheduler
from store.custody import first_link, next_link
from store.database import Database
from store.errors import UserError
from store.feeds.feed import Feed
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from store.import_batches import table_of
from store.judgement_tables import Judgement
from store.receiver_tables import ClaimSent, ClearRelease
from store.receivers.feeds import PROFILES, TAKEN_BACK, feed_set, feeds_of
from store.receivers.profile import Asked, Profile
from store.schema import TABLES
from store.tables import Run, Snapshot
from tests.contracts import contract_now
from tests.store.known_world import START, World
from tests.test_docs import section_of, words_of

LATER = START + timedelta(hours=20)


def fill(world: World) -> None:
    world.observe(world.offer("shop", "a", title="Claude Max, write FastKeys_kf"), "shop", "40")
    world.shows("shop", "telegram", "fastkeys_kf", listing="a")
    world.shows("shop", "payment", "alipay:someone@mail.example")
    world.shows("shop", "bin", "414720", listing="a")
    world.shows("shop", "bin", "485954")
    world.knows("acc_1", ("telegram", "fastkeys_kf"), ("payment_descriptor", "FAST KEYS LTD"))
    for name, value in (("registrar", "Example Registrar"), ("registrar_abuse", "abuse@registrar.example")):
        world.fact("registry", name, value, key="shop.example")
    world.shows("lone", "phone", "+8613800138000")
    world.knows("acc_2", ("phone", "+8613800138000"))
    world.link()


def judge(world: World, claim: str, *people: str, says: str = "confirm") -> None:
    for who in people:
        world.add(
            Judgement,
            about="pair",
            key=claim.removeprefix("clm_"),
            says=says,
            who=who,
            at=world.tick(),
            why="",
        )


def claim_of(world: World, ref: str) -> str:
    query = "SELECT c.id, a.account_ref FROM claim c JOIN known_account a ON a.id = c.account_id"
    return next(str(row[0]) for row in world.rows(query) if row[1] == ref)


def write(
    database: Database, directory: Path, name: str, now: datetime = LATER, **asked: str | bool
) -> dict[str, Any]:
    known: dict[str, Any] = dict(asked)
    wanted = replace(Asked(str(directory.absolute())), **known)
    write_feeds(database.url, directory, now, of=feed_set(name, wanted))
    return require_whole(directory)


def read(directory: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((directory / f"{name}.csv").read_text("utf-8"))))


@pytest.fixture
def filled(database: Database) -> Database:
    with database.writing() as connection:
        world = World(connection)
        fill(world)
        judge(world, claim_of(world, "acc_1"), "ana", "bo")
        judge(world, claim_of(world, "acc_2"), "ana", "Ana ")
    return database


def test_a_ban_leaves_with_two_people_and_is_taken_back(filled: Database, tmp_path: Path) -> None:
    body = write(filled, tmp_path, "ban")
    (row,) = read(tmp_path, "ban")
    assert (row["account_ref"], row["evidence_kinds"], row["judges"]) == (
        "acc_1",
        "exact_identifier",
        "ana, bo",
    )
    assert body["refused"] == {"unconfirmed": 1}
    assert body["feed"] == "resalewatch-ban"
    assert read(tmp_path, "ban_taken_back") == []
    with filled.writing() as connection:
        world = World(connection)
        world.now = START + timedelta(hours=19)
        world.knows("acc_1", class_name="reinstated")
    write(filled, tmp_path, "ban", LATER + timedelta(hours=1))
    assert read(tmp_path, "ban") == []
    (change,) = read(tmp_path / "delta", "ban")
    assert (change["op"], change["op_reason"]) == ("RETRACT", "the account is not known as fraudulent now")
    (gone,) = read(tmp_path, "ban_taken_back")
    assert (gone["claim_id"], gone["reason"], gone["account_class"]) == (
        row["claim_id"],
        "account_class",
        "reinstated",
    )
    write(filled, tmp_path, "ban", LATER + timedelta(hours=2))
    assert read(tmp_path, "ban_taken_back") == [gone], "it stays, with its moment"
    with filled.reading() as connection:
        said = connection.execute(select(table_of(ClaimSent)).order_by(table_of(ClaimSent).c.id)).all()
    assert [(one.receiver, one.says) for one in said] == [
        ("resalewatch-ban", "sent"),
        ("resalewatch-ban", "left_out"),
    ]
    write(filled, tmp_path, "ban", LATER + timedelta(days=401))
    assert read(tmp_path, "ban_taken_back") == []


def test_a_rejection_outweighs_whoever_confirms(filled: Database, tmp_path: Path) -> None:
    with filled.writing() as connection:
        world = World(connection)
        judge(world, claim_of(world, "acc_1"), "dee", says="reject")
    assert write(filled, tmp_path, "ban")["refused"] == {"rejected": 1, "unconfirmed": 1}


def test_a_step_up_keeps_its_id(filled: Database, tmp_path: Path) -> None:
    write(filled, tmp_path, "step-up")
    first = read(tmp_path, "step_up")
    assert [row["reason_code"] for row in first] == ["RW-IDENTIFIER"] * 2
    write(filled, tmp_path, "step-up", LATER + timedelta(days=5))
    assert read(tmp_path, "step_up") == first


def test_a_card_network_sees_no_person(filled: Database, tmp_path: Path) -> None:
    body = write(filled, tmp_path, "card-network")
    (row,) = read(tmp_path, "card_network")
    assert (row["processor"], row["descriptor"], row["bin"]) == ("alipay", "FAST KEYS LTD", "414720")
    assert (row["amount"], row["currency"], row["checkout_url"]) == (
        "40",
        "CNY",
        "https://shop.example/buy/a",
    )
    assert row["quoted"] == "Claude Max, write *********** 40 yuan"
    whole = b"".join(path.read_bytes() for path in sorted(tmp_path.rglob("*.csv"))).lower()
    assert b"fastkeys_kf" not in whole
    assert b"someone@mail" not in whole
    assert body["refused"] == {"no_offer": 1}, "nor a row of the BIN that a notice names and no listing"
    assert write(filled, tmp_path, "card-network", LATER + timedelta(days=8))["refused"] == {
        "no_offer": 1, "not_seen_lately": 1,
    }  # fmt: skip


def test_a_takedown_asks_of_what_is_live(filled: Database, tmp_path: Path) -> None:
    with filled.writing() as connection:
        connection.execute(
            update(table_of(Run)).where(table_of(Run).c.source == "shop").values(finished_at=LATER)
        )
    write(filled, tmp_path, "takedown", LATER + timedelta(hours=24))
    (row,) = read(tmp_path, "takedown")
    assert (row["domain"], row["registrar"], row["host"]) == ("shop.example", "Example Registrar", "")
    assert row["registrar_abuse"] == "abuse@registrar.example"
    assert (row["quoted"], row["place"]) == ("Claude Max, write *********** 40 yuan", "b.price[0:3]")
    assert row["screenshot_sha256"] == ""
    with filled.writing() as connection:
        connection.execute(update(table_of(Snapshot)).values(screenshot_id=table_of(Snapshot).c.id))
    write(filled, tmp_path, "takedown", LATER + timedelta(hours=24))
    assert read(tmp_path, "takedown") == [row | {"screenshot_sha256": row["snapshot_sha256"]}]
    body = write(filled, tmp_path, "takedown", LATER + timedelta(hours=24, seconds=1))
    assert body["refused"] == {"no_offer": 1, "not_live": 1}


def hold(world: World, source: str) -> None:
    row = {"case_id": "case-7", "what": "source", "kind": "", "by": "counsel", "from_at": world.now}
    world.connection.execute(TABLES["legal_hold"].insert().values(**row, value=source))


def hold_all(world: World) -> None:
    """Chain the pages, hold the sources, and note an export, as `hold` and `evidence export` do."""
    snapshots = table_of(Snapshot)
    link = first_link("a.warc.gz")
    for number, row in enumerate(
        world.connection.execute(select(snapshots).order_by(snapshots.c.id)).all(), 1
    ):
        link = next_link(link, row.sha256)
        chained = update(snapshots).where(snapshots.c.id == row.id).values(chain_at=number, chain=link)
        world.connection.execute(chained)
    hold(world, "shop")
    table = TABLES["custody_event"]
    event = {"at": world.now, "what": "export", "case_id": "case-7", "who": "counsel", "pages": 1}
    for digest in ("e" * 64, "f" * 64):
        world.connection.execute(table.insert().values(**event, sha256=digest, words=f"{digest[0]}.wacz"))
    page = event | {"what": "exported page", "words": "e" * 64}
    for (digest,) in world.connection.execute(select(snapshots.c.sha256)).all():
        world.connection.execute(table.insert().values(**page, sha256=digest))


def test_a_case_sees_what_was_told_frozen_and_held(filled: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no hold has the case 'case-7': `hold list`"):
        write(filled, tmp_path / "legal", "legal", case="case-7")
    with filled.writing() as connection:
        hold(World(connection), "elsewhere")
    assert write(filled, tmp_path / "legal", "legal", case="case-7")["refused"] == {"never_told": 2}
    write_feeds(filled.url, tmp_path / "all", LATER)
    assert write(filled, tmp_path / "legal", "legal", case="case-7")["refused"] == {"not_held": 2}
    with filled.writing() as connection:
        world = World(connection)
        hold_all(world)
        world.now = LATER
        world.knows("acc_1", class_name="reinstated")
        world.link()
    body = write(filled, tmp_path / "legal", "legal", case="case-7")
    (row,) = read(tmp_path / "legal", "legal")
    assert body["refused"] == {"not_held": 1}
    assert (row["status"], row["bundle_sha256"], row["account_ref"]) == ("retracted", "e" * 64, "acc_1")
    assert "***********" in row["path"]
    assert row["hash_chain"].startswith("a.warc.gz#")
    write(filled, tmp_path / "clear", "legal", case="case-7", clear=True, who="counsel")
    (clear,) = read(tmp_path / "clear", "legal")
    assert "fastkeys_kf" in clear["path"]
    with filled.writing() as connection:
        noted = connection.execute(select(table_of(ClearRelease))).one()
        assert (noted.case_id, noted.who, noted.receiver) == ("case-7", "counsel", "resalewatch-legal")
        pages = {"pages": row["evidence_sha256"]}
        connection.execute(
            text("DELETE FROM custody_event WHERE what <> 'export' AND sha256 = :pages"), pages
        )
    refused = write(filled, tmp_path / "legal", "legal", case="case-7")["refused"]
    assert refused == {"no_bundle": 1, "not_held": 1}, "the later file holds another page"
    with filled.writing() as connection:
        connection.execute(text("UPDATE snapshot SET chain = 'x' WHERE chain_at = 1"))
    assert write(filled, tmp_path / "legal", "legal", case="case-7")["refused"] == {
        "chain_broken": 1,
        "not_held": 1,
    }


@pytest.mark.parametrize(
    ("name", "asked", "words"),
    [
        ("bann", {}, "there is no profile 'bann': choose one of ban, step-up"),
        ("legal", {}, "belongs to a case: name it with --case"),
        ("ban", {"clear": True}, "masks persons always"),
        ("legal", {"case": "c", "clear": True}, "need --case and --by"),
        ("legal", {"case": "c", "who": "me"}, "name --clear too"),
        ("ban", {"case": "c"}, "belongs to no case"),
    ],
)
def test_what_a_profile_cannot_do_is_told(name: str, asked: dict[str, Any], words: str) -> None:
    with pytest.raises(UserError, match=words):
        feed_set(name, replace(Asked("/feeds"), **asked))


def test_a_directory_is_one_receivers(filled: Database, tmp_path: Path) -> None:
    write(filled, tmp_path, "ban")
    with pytest.raises(UserError, match="holds resalewatch-ban, not resalewatch-step-up"):
        write(filled, tmp_path, "step-up")


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.name)
def test_a_profile_is_documented_as_it_is(profile: Profile) -> None:
    page = words_of("receivers.md")
    assert f"| `{profile.name}` |" in page
    assert [reason for reason, why in profile.refusals.items() if f"| `{reason}` | {why} |" not in page] == []
    for feed in feeds_of(profile):
        assert contract_now(feed) == json.loads(json.dumps(contract_now(feed)))
        recorded(feed)


def recorded(feed: Feed) -> None:
    path = Path("store/feeds/contracts") / f"{feed.name}-{feed.schema_version}.json"
    assert json.loads(path.read_text("utf-8")) == contract_now(feed), (
        "python -m tests.contracts records a new version"
    )
    columns = TAKEN_BACK if feed.name.endswith("_taken_back") else feed.columns
    heading = "## ban_taken_back.csv" if columns is TAKEN_BACK else f"## {feed.file}"
    section = section_of("receivers.md", heading)
    assert [one.name for one in columns if f"| `{one.name}` | {one.type} |" not in section] == []


def test_the_command(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.writing() as connection:
        fill(World(connection))
    command = ["--database", sqlite_database.url, "feeds", "write", str(tmp_path / "x")]
    done = CliRunner().invoke(scheduler.app, [*command, "--profile", "takedown"])
    assert done.exit_code == 0, done.output
    assert "takedown.csv: 0 rows, 1 left out: no_offer, 1 left out: not_live\n" in done.stdout
    for word in ("--case", "--by"):
        done = CliRunner().invoke(scheduler.app, [*command, word, "c1"])
        assert "belong to a profile: name it with --profile" in str(done.exception)
