"""A full list withdraws what it lacks, and no more than anyone would expect; on both databases, in a file and beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from sqlalchemy import text

from store.database import Database
from store.errors import UserError
from store.import_batches import ImportReport
from store.known import hold
from store.known.full import Full
from store.known_records import AccountFields, AccountLine, KnownValue, Rejected
from store.save_accounts import save_accounts
from tests.store.known_world import ORIGIN, START, World

MANY = 60
DIGEST = KnownValue("qq", None, "ab" * 32, "spring")
Lists = Callable[..., ImportReport]


def lines(
    refs: Iterable[int], provider: str = "anthropic", without: tuple[int, ...] = ()
) -> list[AccountLine | Rejected]:
    return [
        AccountLine(
            number + 2, provider, f"acc_{number}", AccountFields("fraudulent"),
            (KnownValue("telegram", f"seller{number}"), *(() if number in without else (DIGEST,))),
        )
        for number in refs
    ]  # fmt: skip


@pytest.fixture(params=[("sqlite_database", 1), ("sqlite_database", 50), ("server_database", 1)], ids=str)
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Values in a file, one there and one beside it, and on a server."""
    monkeypatch.setattr(hold, "FOLD_AT", request.param[1])
    found: Database = request.getfixturevalue(request.param[0])
    return found


@pytest.fixture
def lists(database: Database) -> Lists:
    """What takes a list in; before it, one of many accounts and another provider's."""

    def take(said: list[AccountLine | Rejected], full: Full | None = None) -> ImportReport:
        with database.writing() as connection:
            return save_accounts(connection, said, ORIGIN, START, full)

    take(lines(range(MANY)))
    take(lines(range(3), "openai"))
    return take


def rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.writing() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def known(database: Database) -> tuple[int, int]:
    """How many accounts and values stand."""
    accounts = "SELECT count(*) FROM known_account_version WHERE valid_until IS NULL"
    values = (
        "SELECT count(*) FROM (SELECT k.kind FROM known_identifier k WHERE k.valid_until IS NULL) AS held"
    )
    return rows(database, accounts)[0][0], rows(database, values)[0][0]


def test_what_a_full_list_lacks_is_withdrawn_and_its_link_retracted_with_the_reason(
    database: Database, lists: Lists
) -> None:
    with database.writing() as connection:
        world = World(connection)
        world.shows("shop", "telegram", "seller7")
        world.link()
    report = lists(lines(set(range(MANY)) - {7}), Full("banned.csv"))
    assert (report.changed, report.notes) == (1, ("withdrawn: 1 account, and 0 values of 0 others",))
    assert known(database) == (62, 124)
    with database.writing() as connection:
        world = World(connection)
        world.link()
        assert world.claims()["shop", "acc_7"] == (
            "retracted",
            "the account was withdrawn by its provider: its provider's full list banned.csv names it no longer",
        )
    assert lists(lines(set(range(MANY)) - {7}), Full("banned.csv")).changed == 0
    assert lists(lines(range(MANY))).changed == 3, "the account comes back with its two values"
    assert known(database) == (63, 126)


def test_values_that_a_full_list_lacks_are_closed(database: Database, lists: Lists) -> None:
    report = lists(lines(range(MANY), without=(5,)), Full("banned.csv"))
    assert (report.changed, report.notes) == (1, ("withdrawn: 0 accounts, and 1 value of 1 other",))
    assert known(database) == (63, 125)
    held = (
        "SELECT a.account_ref, k.digest FROM known_identifier k JOIN known_account a ON a.id = k.account_id"
    )
    assert rows(database, f"{held} WHERE k.valid_until IS NOT NULL") == [("acc_5", "ab" * 32)]


@pytest.mark.parametrize(
    ("lacks", "expected", "said"),
    [
        ((58, 59), None, "2 of 60 known accounts would be withdrawn or lose a value"),
        ((59, -3), None, "--expect-withdrawn 2"),
        ((57, 58, 59), 2, "--expect-withdrawn 3"),
    ],
)
def test_more_than_anyone_expects_is_refused_and_nothing_changed(
    database: Database, lists: Lists, lacks: tuple[int, ...], expected: int | None, said: str
) -> None:
    gone = {number for number in lacks if number > 0}
    said_now = lines(
        sorted(set(range(MANY)) - gone), without=tuple(-number for number in lacks if number < 0)
    )
    before = known(database)
    with pytest.raises(UserError, match=said):
        lists(said_now, Full("banned.csv", expected))
    assert known(database) == before
    assert lists(said_now).changed == 0, "a list that is not full withdraws nothing"
    lists(said_now, Full("banned.csv", len(lacks)))
    assert known(database)[0] == before[0] - len(gone)


def test_a_full_list_with_a_bad_line_is_refused(database: Database, lists: Lists) -> None:
    with pytest.raises(
        UserError, match=r"1 line of it cannot be read, the first is line 9 \(told so\): mend them"
    ):
        lists([*lines(range(MANY)), Rejected(9, "told so")], Full("banned.csv", 100))
    assert known(database) == (63, 126)
