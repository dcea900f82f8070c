"""The chain of custody: it holds as kept, survives a purge, and shows every other change."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.custody import check_days, first_link, next_link
from store.database import Database, migrate, open_database
from tests.store.bundles import shop_bundle
from tests.store.loading import load

DAY = "2026/11/01.warc.gz"


@pytest.fixture
def kept(database: Database, spool: Path, evidence: Path) -> Database:
    for number in range(4):
        shop_bundle(spool, f"r{number}", number, number + 1, body=b"page %d" % number)
    load(database, spool, evidence)
    return database


def faults(database: Database, evidence: Path, heads: dict[str, tuple[int, str]] | None = None) -> str:
    with database.reading() as connection:
        return "; ".join(f for day in check_days(connection, evidence, heads) for f in day.faults)


def change(database: Database, statement: str) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM " + statement if statement[:4] == "snap" else statement)


def test_what_was_kept_stands_as_it_was_kept(kept: Database, evidence: Path) -> None:
    with kept.reading() as connection:
        [day] = check_days(connection, evidence)
        digests = connection.exec_driver_sql("SELECT sha256 FROM snapshot ORDER BY chain_at").scalars().all()
    link = first_link(DAY)
    for digest in digests:
        link = next_link(link, digest)
    assert (day.day, day.kept, day.purged, day.head, day.faults) == (DAY, 4, 0, link, ())


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE snapshot SET sha256 = 'x' WHERE chain_at = 2", "the chain breaks at page 2"),
        ("UPDATE snapshot SET chain = 'x' WHERE chain_at = 4", "the chain breaks at page 4"),
        ("UPDATE snapshot SET warc_offset = 1 WHERE chain_at = 3", "is missing at 1"),
        (
            "UPDATE snapshot SET purged_at = fetched_at WHERE chain_at = 1",
            "was purged, and its bytes are still",
        ),
    ],
)
def test_what_was_changed_is_found(kept: Database, evidence: Path, statement: str, said: str) -> None:
    change(kept, statement)
    assert said in faults(kept, evidence)


def test_a_chain_that_was_made_anew_does_not_pass_what_was_written_down(
    kept: Database, evidence: Path
) -> None:
    with kept.reading() as connection:
        [day] = check_days(connection, evidence)
    heads = {DAY: (4, day.head)}
    assert faults(kept, evidence, heads) == ""
    assert "page 4 had the link" in faults(kept, evidence, {DAY: (4, "0" * 64)})
    assert "all 2 pages" in faults(kept, evidence, {"2025/01/01.warc.gz": (2, "0" * 64)})


def test_damaged_bytes_are_found(kept: Database, evidence: Path) -> None:
    path = evidence / DAY
    whole = path.read_bytes()
    path.write_bytes(whole[:60] + bytes([whole[60] ^ 1]) + whole[61:])
    assert "at 0" in faults(kept, evidence)
    path.unlink()
    assert faults(kept, evidence).count("is missing") == 4


def test_pages_kept_before_the_chain_get_their_links(
    sqlite_database: Database, spool: Path, evidence: Path
) -> None:
    for number in range(3):
        shop_bundle(spool, f"r{number}", number, number + 1, body=b"page %d" % number)
    load(sqlite_database, spool, evidence)
    migrate(sqlite_database.url, "0004", allow_loss=True)
    with open_database(sqlite_database.url, write=True) as again:
        assert faults(again, evidence) == ""
