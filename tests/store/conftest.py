"""An empty database for each test: on SQLite a copy of one that was migrated once, on PostgreSQL one that is emptied."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import price_seeds
from store.database import Database, open_database
from tests import servers
from tests.store.known_world import World, open_world


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.db"
    open_database(f"sqlite:///{path}", write=True).close()
    return path


@pytest.fixture(scope="session")
def empty_on_server(server: str) -> Iterator[str]:
    name = f"resalewatch_template_{os.getpid()}"
    with servers.made(server, name) as url:
        open_database(url, write=True).close()
        yield name


@pytest.fixture
def sqlite_database(tmp_path: Path, empty_database: Path) -> Iterator[Database]:
    path = tmp_path / "test.db"
    shutil.copy(empty_database, path)
    with open_database(f"sqlite:///{path}", write=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def kept_on_server(server: str, empty_on_server: str) -> Iterator[servers.Kept]:
    with servers.Kept(server, f"resalewatch_{os.getpid()}", empty_on_server) as kept:
        yield kept


@pytest.fixture
def server_database(kept_on_server: servers.Kept) -> Iterator[Database]:
    with kept_on_server.emptied() as url, open_database(url, write=True) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """Every test that takes a database is run on both kinds."""
    kind = "sqlite_database" if request.param == "sqlite" else "server_database"
    opened: Database = request.getfixturevalue(kind)
    return opened


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    path = tmp_path / "spool"
    path.mkdir()
    return path


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


@pytest.fixture(scope="session")
def rounded_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled book, but with two rates of the yuan that a reader can reckon with; it is read once for all tests."""
    return rounded_copy(tmp_path_factory.mktemp("book") / "prices")


@pytest.fixture(autouse=True)
def round_rates(rounded_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test value with that book."""
    monkeypatch.setattr(price_seeds, "SEEDS", rounded_book)


@pytest.fixture
def own_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that book, for a test that changes it."""
    seeds = rounded_copy(tmp_path / "prices")
    monkeypatch.setattr(price_seeds, "SEEDS", seeds)
    return seeds


def rounded_copy(into: Path) -> Path:
    shutil.copytree(price_seeds.SEEDS, into)
    (into / price_seeds.ECB).write_text("day,CNY,EUR\n2023-01-01,7.1,\n2026-01-01,6.8,0.86\n", "utf-8")
    return into


@pytest.fixture
def world() -> Iterator[World]:
    """A market and known accounts in memory."""
    made = open_world()
    yield made
    made.connection.close()
    made.connection.engine.dispose()
