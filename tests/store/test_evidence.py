"""Evidence: kept once, verified on reading, healed after a crash, readable by any archive tool."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from warcio.archiveiterator import ArchiveIterator

from store import evidence as keeping
from store import evidence_files
from store.database import Database
from store.evidence import read_snapshot
from store.evidence_files import EvidenceError, find_members
from store.load import load_spool
from store.schema import TABLES
from tests.store.bundles import shop_bundle
from tests.store.loading import load


def digest(body: bytes) -> str:
    return sha256(body).hexdigest()


def day_file(evidence: Path) -> Path:
    (path,) = evidence.rglob("*.warc.gz")
    return path


@pytest.mark.parametrize("body", [b"", b"<html>\xff\x00", "卡密".encode(), b"x" * 200_000])
def test_the_bytes_come_back_as_they_were(
    database: Database, spool: Path, evidence: Path, body: bytes
) -> None:
    shop_bundle(spool, "r1", 0, 1, body=body)
    load(database, spool, evidence)
    assert read_snapshot(database, digest(body), evidence) == body


def test_pages_of_a_day_share_a_file_that_archive_tools_open(
    database: Database, spool: Path, evidence: Path
) -> None:
    bodies = [b"<html>%d" % number for number in range(4)]
    for number, body in enumerate(bodies):
        shop_bundle(spool, f"r{number}", number, number + 1, body=body)
    load(database, spool, evidence)
    assert day_file(evidence) == evidence / "2026" / "11" / "01.warc.gz"
    with day_file(evidence).open("rb") as stream:
        records = [(one.rec_type, one.content_stream().read()) for one in ArchiveIterator(stream)]
    assert records == [("response", body) for body in bodies]
    with database.reading() as connection:
        snapshot = TABLES["snapshot"]
        rows = connection.execute(select(snapshot).order_by(snapshot.c.warc_offset)).all()
    places = [(one.offset, one.length, one.sha256, one.size) for one in find_members(day_file(evidence))]
    assert [(row.warc_offset, row.warc_length, row.sha256, row.size) for row in rows] == places


@pytest.mark.parametrize("tail", [b"\x1f\x8b\x08", b"torn by a crash", None])
def test_a_torn_tail_is_cut_off_before_the_next_page(
    database: Database, spool: Path, evidence: Path, tail: bytes | None
) -> None:
    shop_bundle(spool, "r1", 0, 1, body=b"one")
    load(database, spool, evidence)
    whole = day_file(evidence).read_bytes()
    with day_file(evidence).open("ab") as stream:
        stream.write(whole[:-9] if tail is None else tail)
    shop_bundle(spool, "r2", 1, 2, body=b"two")
    load(database, spool, evidence)
    assert day_file(evidence).read_bytes().startswith(whole)
    assert [one.sha256 for one in find_members(day_file(evidence))] == [digest(b"one"), digest(b"two")]
    assert read_snapshot(database, digest(b"two"), evidence) == b"two"


def test_pages_that_a_crash_left_without_rows_are_taken_up_by_the_rerun(
    database: Database, spool: Path, evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    shop_bundle(spool, "r1", 0, 1, body=b"one")
    with monkeypatch.context() as patched:
        patched.setattr(keeping, "insert", crash)
        with pytest.raises(KeyboardInterrupt):
            load(database, spool, evidence)
    once = day_file(evidence).read_bytes()
    assert [one.sha256 for one in find_members(day_file(evidence))] == [digest(b"one")]
    load(database, spool, evidence)
    assert day_file(evidence).read_bytes() == once
    assert read_snapshot(database, digest(b"one"), evidence) == b"one"
    shop_bundle(spool, "r2", 1, 1, body=b"one")
    load(database, spool, evidence)
    assert day_file(evidence).read_bytes() == once


def test_another_database_on_the_same_directory_loses_nothing(
    database: Database, spool: Path, evidence: Path, tmp_path: Path, empty_database: Path
) -> None:
    from store.database import open_database

    other_path = tmp_path / "other.db"
    other_path.write_bytes(empty_database.read_bytes())
    with open_database(f"sqlite:///{other_path}", write=True) as other:
        for number, one in enumerate([database, other, database, other]):
            shop_bundle(spool, f"r{number}", number, number + 1, body=b"%d" % number)
            load(one, spool, evidence)
        for number, one in enumerate([database, other, database, other]):
            assert read_snapshot(one, digest(b"%d" % number), evidence) == b"%d" % number


def test_what_cannot_be_shown_says_why(database: Database, spool: Path, evidence: Path) -> None:
    shop_bundle(spool, "r1", 0, 1, body=b"one")
    load(database, spool, evidence)
    with pytest.raises(EvidenceError, match="no snapshot"):
        read_snapshot(database, "0" * 64, evidence)
    path = day_file(evidence)
    whole = path.read_bytes()
    path.write_bytes(whole[:60] + bytes([whole[60] ^ 1]) + whole[61:])
    with pytest.raises(EvidenceError, match="is damaged at 0: restore"):
        read_snapshot(database, digest(b"one"), evidence)
    path.write_bytes(whole[:-1])
    shop_bundle(spool, "r2", 1, 2, body=b"two")
    with pytest.raises(EvidenceError, match="shorter than the database says"):
        list(load_spool(database, spool, evidence))
    path.unlink()
    with pytest.raises(EvidenceError, match="is missing: name the directory"):
        read_snapshot(database, digest(b"one"), evidence)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE snapshot SET purged_at = '2026-11-02T00:00:00.000000Z'")
    with pytest.raises(EvidenceError, match="was purged at 2026-11-02"):
        read_snapshot(database, digest(b"one"), evidence)


def test_a_page_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    monkeypatch.setattr(evidence_files, "MAX_MEMBER", 100_000)
    path = tmp_path / "bomb.warc.gz"
    path.write_bytes(gzip.compress(b"\0" * 1_000_000))
    with pytest.raises(EvidenceError, match="is no page"):
        list(find_members(path))


@given(cut=st.integers(0, 700), junk=st.binary(max_size=80))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_only_whole_members_are_found_wherever_a_file_is_torn(tmp_path: Path, cut: int, junk: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    if not (tmp_path / "spool").exists():
        for number in range(3):
            shop_bundle(tmp_path / "spool", f"r{number}", 0, 0, body=b"page %d" % number)
    parts = [(tmp_path / "spool" / f"r{number}" / "pages.warc.gz").read_bytes() for number in range(3)]
    whole = b"".join(parts)
    torn = whole[: min(cut * len(whole) // 700, len(whole))]
    path.write_bytes(torn + junk)
    found = list(find_members(path))
    for one in found:
        assert one.offset + one.length <= len(torn) + len(junk)
        assert one.sha256 in {digest(b"page %d" % number) for number in range(3)}
    expected = sum(len(b"".join(parts[: n + 1])) <= len(torn) for n in range(3))
    assert len(found) >= expected
