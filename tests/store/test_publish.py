"""The analysts' copy: whole, masked wherever a person stands, the same from both kinds of database."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlmodel.sql.sqltypes import AutoString

from store.ask import ask
from store.database import Database
from store.errors import UserError
from store.publish import publish
from store.publish_columns import BLANKED, OWN_WAY, PLAIN, SEARCHED, VALUED
from store.said_tables import HintRow
from store.schema import TABLES
from store.tables import SellerName
from tests.store.known_world import World

PERSONS = (
    "fastkeys_kf",
    "someone@mail.example",
    "someone%40mail.example",
    "13800138000",
    "138-0013 8000",
    "138 0013",
)


@pytest.fixture
def filled(database: Database) -> Database:
    with database.writing() as connection:
        world = World(connection)
        offer = world.offer("shop", "a", title="Claude Pro, write FastKeys_kf or someone@mail.example")
        world.observe(offer, "shop", "30", price_text="30 by fastkeys_kf")
        world.offer("shop", "fastkeys_kf/7", "fastkeys_kf", title="call 138-0013 8000, or +86 138 0013 8000")
        world.add(
            SellerName,
            seller_id=world.seller("shop", "fastkeys_kf"),
            name="FastKeys_KF the seller",
            first_seen_at=world.now,
            snapshot_id=world.snapshot("shop"),
        )
        world.add(
            HintRow,
            source="shop",
            url="https://t.me/fastkeys_kf?to=someone%40mail.example",
            why="contact",
            first_seen_at=world.now,
            run_id="run-shop",
            snapshot_id=world.snapshot("shop"),
        )
        world.shows("shop", "phone", "+8613800138000")
        world.fact("shop", "contact", "telegram fastkeys_kf")
        world.shows("shop", "telegram", "fastkeys_kf", listing="a")
        world.shows("shop", "email", "someone@mail.example", listing="a")
        world.shows("shop", "domain", "shop.example")
        world.knows("acc_1", ("telegram", "fastkeys_kf"), ("phone", "+8613800138000"))
        world.protects("email", "someone@mail.example")
        world.buys("shop/a", "acc_1")
        world.link()
    return database


def test_no_person_stands_anywhere_in_the_file(filled: Database, tmp_path: Path) -> None:
    done = publish(filled, tmp_path / "copy.db")
    whole = done.path.read_bytes().lower()
    assert [person for person in PERSONS if person.encode() in whole] == []
    assert b"alias-1" not in whole
    assert b"shop.example" in whole
    assert done.masked == 6
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o644


def test_rows_are_as_many_and_still_join(filled: Database, tmp_path: Path) -> None:
    url = f"sqlite:///{publish(filled, tmp_path / 'copy.db').path}"
    with filled.reading() as connection:
        counts = {name: len(connection.execute(select(table)).all()) for name, table in TABLES.items()}
    assert {name: ask(url, f"SELECT count(*) FROM {name}").rows[0][0] for name in TABLES} == counts
    values = [row[0] for row in ask(url, "SELECT value FROM shown_identifiers ORDER BY kind").rows]
    assert values[0] == "shop.example"
    assert values[1].startswith("so***@mail.example#")
    assert values[3].startswith("fa***kf#")
    said = ask(url, "SELECT title FROM offers_now WHERE title LIKE 'Claude%'").rows[0][0]
    assert said == f"Claude Pro, write {values[3]} or {values[1]}"
    assert "fa***kf#" in ask(url, "SELECT why FROM linked_sellers").rows[0][0]


def test_of_every_column_of_words_it_is_said_whether_it_may_name_a_person() -> None:
    said: dict[str, list[str]] = {table: ["value"] for table in VALUED}
    for kinds in (SEARCHED, BLANKED, OWN_WAY, PLAIN):
        for table, columns in kinds.items():
            said[table] = [*said.get(table, ()), *columns]
    held = {
        name: sorted(column.name for column in table.c if isinstance(column.type, AutoString))
        for name, table in TABLES.items()
    }
    assert {name: sorted(columns) for name, columns in said.items()} == {n: c for n, c in held.items() if c}


def test_a_clear_copy_is_its_owners(filled: Database, tmp_path: Path) -> None:
    done = publish(filled, tmp_path / "clear.db", clear=True)
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o600
    assert done.masked == 0
    with closing(sqlite3.connect(done.path)) as copy:
        assert ("fastkeys_kf",) in copy.execute("SELECT value FROM identifier").fetchall()
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_former_copy_is_replaced_whole_and_nothing_is_left_beside(filled: Database, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()
    first = publish(filled, target)
    with closing(sqlite3.connect(f"file:{target}?mode=ro", uri=True)) as reader:
        assert reader.execute("SELECT count(*) FROM offer").fetchone() == (2,)
        assert publish(filled, target).bytes == first.bytes
        assert reader.execute("SELECT count(*) FROM offer").fetchone() == (2,)
    assert [path.name for path in target.parent.iterdir()] == ["copy.db"]


def test_a_copy_that_cannot_be_written_is_told_in_a_sentence(
    filled: Database, sqlite_database: Database, tmp_path: Path
) -> None:
    with pytest.raises(UserError):
        publish(filled, tmp_path / "nowhere" / "copy.db")
    with pytest.raises(UserError, match="is a directory: name a file in it"):
        publish(filled, tmp_path)
    assert sqlite_database.path is not None
    with pytest.raises(UserError, match="is the database itself"):
        publish(sqlite_database, sqlite_database.path)
