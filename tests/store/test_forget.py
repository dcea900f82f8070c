"""Retention: what goes is gone from rows, words and bytes, what is held stays, and nothing forgotten comes back."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

import scheduler
from store import forget as forgetting
from store.custody import check_days
from store.database import Database
from store.errors import UserError
from store.evidence_files import find_members
from store.forget import Gone, Why, forget_values
from store.forget_key import NAME
from store.holds import add_holds, end_holds, read_holds
from store.purge import purge_due
from store.records import Identifier
from store.rewrite import FORMER, rewriting
from store.run_records import ListingRecord, OfferRecord, Record, SightingRecord
from store.schema import TABLES
from store.subject import held_on
from tests.store.bundles import at, run_record, shop_records, write_bundle
from tests.store.loading import count, load

VALUE = "blue_shop_77"
BODY = f'{{"goods": "Plus ¥30", "by": "@{VALUE}"}} 加 {VALUE.upper()}'.encode()
WHY = Why("erasure request 17", "privacy", at(100))


def records(snapshot: str, *, role: str = "operator") -> list[Record]:
    found: list[Record] = []
    for one in shop_records(snapshot, 2):
        if isinstance(one, ListingRecord):
            one = replace(one, text=f"{one.text} 加 @{VALUE}", seller_name=f"{VALUE} 的店")  # noqa: PLW2901
        if isinstance(one, SightingRecord):
            shown = Identifier(kind="telegram", value=f"@{VALUE}", normalised=VALUE, role=role)
            one = replace(one, identifier=shown)  # noqa: PLW2901
        if isinstance(one, OfferRecord):
            offer = replace(one.offer, label=f"by {VALUE}", attributes=(("delivery", f"ask {VALUE}"),))
            one = replace(one, offer=offer)  # noqa: PLW2901
        found.append(one)
    return found


def crawl(spool: Path, run_id: str, hours: float, body: bytes = BODY, *, role: str = "operator") -> None:
    write_bundle(spool, run_record(run_id, hours), lambda digest: records(digest, role=role), body)


@pytest.fixture
def kept(database: Database, spool: Path, evidence: Path) -> Database:
    crawl(spool, "r1", 0)
    crawl(spool, "r2", 1, b"no value here")
    load(database, spool, evidence)
    return database


def forget(database: Database, evidence: Path) -> Gone:
    with rewriting(database, evidence) as connection:
        return forget_values(connection, evidence, [("telegram", VALUE)], WHY)


def all_words(database: Database) -> str:
    with database.reading() as connection:
        return repr([tuple(row) for table in TABLES.values() for row in connection.execute(select(table))])


def all_bytes(evidence: Path) -> bytes:
    return b"".join(gzip.decompress(path.read_bytes()) for path in sorted(evidence.rglob("*.warc.gz")))


def faults(database: Database, evidence: Path) -> list[str]:
    with database.reading() as connection:
        return [fault for day in check_days(connection, evidence) for fault in day.faults]


def test_a_forgotten_value_is_gone_from_rows_words_and_bytes(kept: Database, evidence: Path) -> None:
    assert VALUE in all_words(kept)
    gone = forget(kept, evidence)
    assert gone.pages == 1
    assert VALUE not in all_words(kept).lower()
    assert VALUE.encode() not in all_bytes(evidence).lower()
    assert b"Plus" in all_bytes(evidence)
    assert faults(kept, evidence) == []
    assert count(kept, "observation") == 2
    assert list(evidence.rglob(f"*{FORMER}")) == []


def test_the_tombstones_prove_what_went(kept: Database, evidence: Path) -> None:
    forget(kept, evidence)
    with kept.reading() as connection:
        stones = connection.execute(select(TABLES["tombstone"])).all()
        purged = connection.execute(
            select(TABLES["snapshot"]).where(TABLES["snapshot"].c.purged_at.is_not(None))
        ).all()
    assert {stone.what for stone in stones} == {"page", "value"}
    [page] = [stone for stone in stones if stone.what == "page"]
    assert [row.sha256 for row in purged] == [page.digest]
    assert page.file_before != page.file_after
    [value] = [stone for stone in stones if stone.what == "value"]
    assert "sighting 2" in value.words


def test_the_next_crawl_does_not_collect_it_again(kept: Database, spool: Path, evidence: Path) -> None:
    forget(kept, evidence)
    crawl(spool, "r3", 101, BODY + b" and a new page")
    assert [one.verdict for one in load(kept, spool, evidence)] == ["ok"]
    assert VALUE not in all_words(kept).lower()
    assert VALUE.encode() not in all_bytes(evidence).lower()
    assert count(kept, "sighting") == 0
    assert faults(kept, evidence) == []


def test_without_its_key_nothing_is_loaded(kept: Database, spool: Path, evidence: Path) -> None:
    forget(kept, evidence)
    (evidence / NAME).unlink()
    crawl(spool, "r3", 101)
    with pytest.raises(UserError, match="known by it alone: restore it"):
        load(kept, spool, evidence)


@pytest.mark.parametrize("held", [("value", "telegram", VALUE), ("source", "", "shop")])
def test_a_hold_outranks_forgetting(kept: Database, evidence: Path, held: tuple[str, str, str]) -> None:
    with kept.writing() as connection:
        assert add_holds(connection, "CASE-7", [held], "legal", at(99)) == 1
    before = all_bytes(evidence)
    with pytest.raises(UserError, match="case CASE-7 holds"):
        forget(kept, evidence)
    assert (all_bytes(evidence), VALUE in all_words(kept)) == (before, True)
    with kept.writing() as connection:
        end_holds(connection, "CASE-7", at(100))
        assert read_holds(connection).values == {}
    assert forget(kept, evidence).pages == 1


def test_what_is_not_committed_leaves_every_page_where_it_was(
    kept: Database, evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    before = all_bytes(evidence)
    with monkeypatch.context() as patched:
        patched.setattr(forgetting, "_remember", crash)
        with pytest.raises(KeyboardInterrupt):
            forget(kept, evidence)
    assert faults(kept, evidence) == []
    assert all_bytes(evidence).startswith(before)
    assert forget(kept, evidence).pages == 1
    assert VALUE.encode() not in all_bytes(evidence).lower()


@pytest.mark.parametrize("committed", [False, True])
def test_a_crash_around_the_commit_is_healed(
    kept: Database, spool: Path, evidence: Path, *, committed: bool
) -> None:
    """As kill -9 leaves it: the file is written anew, the rows stand or do not, the former file lies beside."""
    with suppress(KeyboardInterrupt), kept.writing() as connection:
        forget_values(connection, evidence, [("telegram", VALUE)], WHY)
        if not committed:
            raise KeyboardInterrupt
    assert len(list(evidence.rglob(f"*{FORMER}"))) == 1
    assert (faults(kept, evidence) == []) is committed
    shared = ["--database", kept.url, "--evidence", str(evidence)]
    done = CliRunner().invoke(scheduler.app, [*shared, "evidence", "verify"])
    assert ("was cut off" in str(done.exception)) is not committed
    crawl(spool, "r3", 2, b"no value either")
    load(kept, spool, evidence)
    assert faults(kept, evidence) == []
    assert list(evidence.rglob(f"*{FORMER}")) == []
    assert (VALUE.encode() in all_bytes(evidence)) is not committed
    assert forget(kept, evidence).pages == (not committed)
    assert VALUE.encode() not in all_bytes(evidence).lower()
    assert faults(kept, evidence) == []


def test_a_page_torn_by_a_crash_is_cut_off_before_a_masked_one_is_kept(
    kept: Database, evidence: Path
) -> None:
    today = evidence / f"{WHY.at:%Y/%m/%d}.warc.gz"
    today.parent.mkdir(parents=True, exist_ok=True)
    today.write_bytes(gzip.compress(b"WARC/1.0")[:-4])
    forget(kept, evidence)
    assert faults(kept, evidence) == []
    assert len(list(find_members(today))) == 1


@pytest.mark.parametrize("given", [("unknown", 31, True), ("unknown", 29, False), ("operator", 31, False)])
def test_bystanders_go_after_thirty_days(
    database: Database, spool: Path, evidence: Path, given: tuple[str, int, bool]
) -> None:
    role, days, goes = given
    crawl(spool, "r1", 0, role=role)
    load(database, spool, evidence)
    with rewriting(database, evidence) as connection:
        gone, held = purge_due(connection, evidence, replace(WHY, at=at(days * 24)))
    assert (gone.values, held) == (int(goes), 0)
    assert (VALUE in all_words(database)) is not goes


def test_pages_that_prove_nothing_go_and_old_ones(kept: Database, evidence: Path) -> None:
    with rewriting(kept, evidence) as connection:
        gone, _ = purge_due(connection, evidence, replace(WHY, at=at(731 * 24)))
    assert gone.pages >= 1
    assert faults(kept, evidence) == []
    with kept.reading() as connection:
        snapshot = TABLES["snapshot"]
        left = connection.execute(select(snapshot.c.sha256).where(snapshot.c.purged_at.is_(None))).all()
    assert left == []


def test_a_subject_is_told_of_every_row_and_page_that_names_it(kept: Database, evidence: Path) -> None:
    """Whatever table a word stands in: what `forget` would change there is what `subject` shows before, and none after."""
    with kept.writing() as connection:
        add_holds(connection, "CASE-1", [("value", "note", f"see {VALUE}")], "me", at(1))
        connection.execute(TABLES["run"].update().values(reason=f"brought in by @{VALUE}"))
    told = [row["what"] for row in subject(kept, evidence)]
    assert {*told} >= {
        "shown", "listing", "listing_text", "seller_name", "offer", "observation", "run", "page", "legal_hold",
    }  # fmt: skip
    assert told.count("page") == 1
    with kept.writing() as connection:
        connection.execute(TABLES["legal_hold"].delete())
        connection.execute(TABLES["run"].update().values(reason=""))
    gone = forget(kept, evidence)
    assert {table for table, rows in gone.rows.items() if rows} <= {*told, "link"}
    assert [row["what"] for row in subject(kept, evidence)] == ["forgotten"]


def subject(database: Database, evidence: Path) -> list[dict[str, object]]:
    with database.reading() as connection:
        return list(held_on(connection, evidence, VALUE))


def test_a_number_is_told_of_where_its_digits_stand_apart(
    database: Database, spool: Path, evidence: Path
) -> None:
    write_bundle(spool, run_record("r1", 0), lambda digest: shop_records(digest, 1))
    load(database, spool, evidence)
    with database.writing() as connection:
        connection.execute(
            TABLES["listing_text"].update().values(text="call 138-0013 8000, not 1380013800099")
        )
    with database.reading() as connection:
        assert [row["what"] for row in held_on(connection, evidence, "13800138000")] == ["listing_text"]
        assert list(held_on(connection, evidence, "13800138009")) == []


def test_the_commands(sqlite_database: Database, spool: Path, evidence: Path, tmp_path: Path) -> None:
    crawl(spool, "r1", 0)
    load(sqlite_database, spool, evidence)
    shared = ["--database", sqlite_database.url, "--evidence", str(evidence)]

    def ask(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(scheduler.app, [*shared, *words])
        return done.exit_code, done.output or str(done.exception)

    assert VALUE in ask("subject", VALUE)[1]
    backup = tmp_path / "copy.db"
    assert ask("backup", str(backup))[0] == 0
    assert "holds 1 more" in ask("hold", "add", "CASE-7", "--value", f"telegram:{VALUE}", "--by", "legal")[1]
    assert (
        "there is no source nope: `sources list` names"
        in ask("hold", "add", "CASE-7", "--by", "me", "--source", "nope")[1]
    )
    assert (
        "there is no page zz: name its whole SHA-256"
        in ask("hold", "add", "CASE-7", "--by", "me", "--page", "zz")[1]
    )
    assert "CASE-7" in ask("hold", "list")[1]
    assert "CASE-7" in ask("forget", "telegram", VALUE, "--reason", "asked", "--by", "privacy")[1]
    assert "lets go of 1" in ask("hold", "end", "CASE-7")[1]
    assert ask("forget", "telegram", VALUE, "--reason", "asked", "--by", "privacy")[0] == 0
    [left] = ask("subject", VALUE)[1].splitlines()
    assert json.loads(left)["what"] == "forgotten"
    assert (
        "no crawl will keep it" in ask("forget", "qq", "98765432", "--reason", "asked", "--by", "privacy")[1]
    )
    assert "not read: 1 page purged" in ask("replay")[1]
    assert "values and 0 pages are due" in ask("purge", "--by", "me", "--dry-run")[1]
    assert "--replace" in ask("restore", str(backup))[1]
    sqlite_database.close()
    code, said = ask("restore", str(backup), "--replace")
    assert (code, "1 value forgotten again" in said) == (0, True), said
    assert '"forgotten"' in ask("subject", VALUE)[1].splitlines()[0]
    assert VALUE.encode() not in all_bytes(evidence).lower()
    (tmp_path / "no.db").write_text("no database")
    assert "not an SQLite database" in ask("restore", str(tmp_path / "no.db"), "--replace")[1]
