"""The file of known values: whatever lies in it or beside it, the same is known, linked, copied and asked."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from store import known_files as files
from store.ask import ask
from store.copies import back_up
from store.database import Database, open_database
from store.errors import UserError
from store.import_batches import ImportReport
from store.known import build, hold
from store.known_records import AccountFields, AccountLine, KnownValue
from store.migrate import migrate
from store.publish import publish
from store.save_accounts import save_accounts
from tests.store.known_world import ORIGIN, World, open_world
from tests.store.test_links_property import acts, derived, do

HELD = (
    "SELECT a.account_ref, k.kind, k.value, k.digest, k.derivation, k.valid_until IS NULL AS current, b.imported_at"
    " FROM known_identifier k JOIN known_account a ON a.id = k.account_id JOIN import_batch b ON b.id = k.import_id"
    " ORDER BY 1, 2, 3, 4, 5, 6, 7"
)
DIGEST = KnownValue("email", None, "ab" * 32, "spring")


class FiledWorld(World):
    """A world in a file, where each act is a transaction of its own."""

    def tick(self, hours: float = 1) -> Any:  # noqa: ANN401 - as the one above
        self.connection.commit()
        return super().tick(hours)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        self.connection.commit()
        return super().rows(query)


@contextmanager
def filed(path: Path, template: Path) -> Iterator[FiledWorld]:
    shutil.copy(template, path)
    with open_database(f"sqlite:///{path}", write=True) as database, database.engine.connect() as connection:
        yield FiledWorld(connection)
        connection.rollback()


@pytest.fixture
def folding(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    return lambda at: monkeypatch.setattr(hold, "FOLD_AT", at)


@settings(
    max_examples=8,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
@given(st.lists(acts, min_size=3, max_size=12), st.sampled_from([1, 3, 5]))
def test_what_is_known_and_linked_is_the_same_with_a_file_and_without(
    tmp_path_factory: pytest.TempPathFactory, empty_database: Path, steps: list[tuple[Any, ...]], at: int
) -> None:
    path = tmp_path_factory.mktemp("filed") / "world.db"
    bare = open_world()
    with pytest.MonkeyPatch.context() as patch, filed(path, empty_database) as world:
        patch.setattr(hold, "FOLD_AT", at)
        for one in (bare, world):
            one.knows("acc_1", ("telegram", "1"), ("phone", "2"), ("qq", "1"))
            for act in steps:
                do(one, act)
            one.link()
        assert world.rows(HELD) == bare.rows(HELD)
        assert derived(world) == derived(bare)
        assert world.rows("SELECT kind, value, known_accounts FROM to_search ORDER BY 1, 2") == bare.rows(
            "SELECT kind, value, known_accounts FROM to_search ORDER BY 1, 2"
        )
    bare.connection.close()
    bare.connection.engine.dispose()


def take(database: Database, ref: str, *values: KnownValue) -> ImportReport:
    world = open_world()
    line = AccountLine(2, "anthropic", ref, AccountFields("fraudulent"), values)
    with database.write_lock():
        with database.writing() as connection:
            report = save_accounts(connection, [line], ORIGIN, world.tick())
        assert database.path is not None
        files.sweep(database.path)
    world.connection.close()
    world.connection.engine.dispose()
    return report


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.glob(f"{path.name}{files.MARK}*"))


@pytest.fixture
def known(sqlite_database: Database, folding: Callable[[int], None]) -> Database:
    """Three values in a file, one of them a digest, and one beside it."""
    folding(1)
    take(
        sqlite_database,
        "a",
        KnownValue("email", "someone@mail.example"),
        KnownValue("phone", "+15550100"),
        DIGEST,
    )
    folding(100)
    take(sqlite_database, "b", KnownValue("telegram", "fast_keys"))
    return sqlite_database


def held(url: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in ask(url, HELD).rows]


def test_values_lie_in_the_file_and_the_few_after_it_beside(known: Database) -> None:
    assert known.path is not None
    assert [row[:5] for row in held(known.url)] == [
        ("a", "email", None, "ab" * 32, None), ("a", "email", "someone@mail.example", None, None),
        ("a", "phone", "+15550100", None, None), ("b", "telegram", "fast_keys", None, None),
    ]  # fmt: skip
    assert len(beside(known.path)) == 1
    with closing(sqlite3.connect(known.path)) as bare:
        assert bare.execute("SELECT value FROM known_value").fetchall() == [("fast_keys",)]
        assert bare.execute("SELECT held FROM known_file").fetchall() == [(3,)]


def test_the_same_again_changes_nothing_and_a_new_file_replaces_the_former(
    known: Database, folding: Callable[[int], None]
) -> None:
    assert known.path is not None
    before = held(known.url), beside(known.path)
    again = (
        KnownValue("email", "someone@mail.example"),
        DIGEST,
        KnownValue("email", None, "ab" * 32, "autumn"),
    )
    assert take(known, "a", *again[:2]).changed == 0
    assert (held(known.url), beside(known.path)) == before
    folding(1)
    with open_database(known.url) as other, other.reading() as former:
        assert len(former.exec_driver_sql(HELD).all()) == 4
        assert take(known, "a", *again).changed == 1
        assert len(former.exec_driver_sql(HELD).all()) == 4, "who reads goes on with what it began with"
    assert len(beside(known.path)) == 1
    assert beside(known.path) != before[1]
    assert len(held(known.url)) == 5


@pytest.mark.parametrize("moment", ["finish", "enforced"])
def test_an_import_that_dies_leaves_what_was(
    known: Database, folding: Callable[[int], None], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    assert known.path is not None
    before = held(known.url), beside(known.path)
    folding(1)

    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    # a build that is never abandoned is what a kill leaves
    monkeypatch.setattr(build.KnownBuild, "abandon", lambda _: None)
    with monkeypatch.context() as patch:
        if moment == "finish":
            patch.setattr(build.KnownBuild, "finish", dies)
        else:
            patch.setattr(hold, "table_of", dies)
        with pytest.raises(KeyboardInterrupt):
            take(known, "c", KnownValue("qq", "720004568"))
    assert held(known.url) == before[0]
    assert len(beside(known.path)) == 2
    files.sweep(known.path)
    assert (held(known.url), beside(known.path)) == before
    take(known, "c", KnownValue("qq", "720004568"))
    assert len(held(known.url)) == 5


def test_a_file_that_is_gone_is_told(known: Database) -> None:
    assert known.path is not None
    for name in beside(known.path):
        known.path.with_name(name).unlink()
    with pytest.raises(
        UserError, match=r"is missing or unreadable, and .* needs it: restore both from a backup"
    ):
        ask(known.url, "known_identifier")


def test_a_backup_is_one_file_that_holds_all_and_is_written_to_as_it_stands(
    known: Database, tmp_path: Path, folding: Callable[[int], None]
) -> None:
    assert known.path is not None
    copy = tmp_path / "copies" / "copy.db"
    copy.parent.mkdir()
    back_up(known.path, copy)
    assert [one.name for one in copy.parent.iterdir()] == ["copy.db"]
    assert held(f"sqlite:///{copy}") == held(known.url)
    folding(1)
    with open_database(f"sqlite:///{copy}", write=True) as again:
        take(again, "c", KnownValue("qq", "720004568"))
        assert len(held(again.url)) == 5
        assert len(beside(copy)) == 1
    with closing(sqlite3.connect(copy)) as bare:
        assert bare.execute(
            "SELECT count(*) FROM sqlite_master WHERE name LIKE 'known_clear%'"
        ).fetchone() == (0,)


def test_the_analysts_copy_masks_what_the_file_held_and_is_asked_without_this_program(
    known: Database, tmp_path: Path
) -> None:
    copy = tmp_path / "published.db"
    assert publish(known, copy).masked == 3
    assert b"someone@" not in copy.read_bytes()
    with closing(sqlite3.connect(copy)) as bare:
        found = bare.execute(
            "SELECT kind, value FROM known_identifier WHERE value IS NOT NULL ORDER BY 1"
        ).fetchall()
        assert bare.execute("SELECT count(*) FROM to_search").fetchone() == (0,)
    assert [kind for kind, _ in found] == ["email", "phone", "telegram"]
    assert all("***" in value for _, value in found)
    publish(known, copy, clear=True)
    assert held(f"sqlite:///{copy}") == held(known.url)


def test_going_back_and_forth_in_schema_keeps_the_values(known: Database) -> None:
    before = [row[:4] for row in held(known.url)]
    known.close()
    migrate(known.url, "0012", allow_loss=True)
    assert known.path is not None
    with closing(sqlite3.connect(known.path)) as bare:
        assert bare.execute("SELECT count(*) FROM known_identifier").fetchone() == (4,)
    migrate(known.url)
    assert [row[:4] for row in held(known.url)] == before
