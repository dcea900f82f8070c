"""A page's picture in the store: proof beside the page, shown, exported, purged and forgotten with it."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

import scheduler
from crawlers.bundle import BundleWriter
from crawlers.evidence_show import show_pages
from crawlers.kept_pages import pages_by_source
from store.custody import check_days
from store.database import Database
from store.forget import Why, forget_values
from store.holds import add_holds
from store.purge import purge_due
from store.rewrite import rewriting
from store.run_records import PageRecord
from store.schema import TABLES
from tests.store.bundles import at, run_record
from tests.store.loading import load
from tests.store.test_forget import VALUE, records

PICTURE, OTHER = b"\x89PNG one", b"\x89PNG two"
SHOWN, PLAIN = f"<p>加 @{VALUE}".encode(), b"<p>nobody"
WHY = Why("erasure request 17", "privacy", at(100))


def digest(body: bytes) -> str:
    return sha256(body).hexdigest()


def crawl(spool: Path, run_id: str, hours: float, body: bytes, picture: bytes) -> None:
    run = run_record(run_id, hours)
    writer = BundleWriter(spool, run_id)
    page = PageRecord(
        url=run.source_url, snapshot=digest(body), status=200, media_type="text/html", rendered=True,
        fetched_at=run.finished_at, screenshot=digest(picture), keep=True,
    )  # fmt: skip
    writer.add_page(page, body, {"Content-Type": "text/html"}, picture)
    for record in records(digest(body)) if VALUE.encode() in body else ():
        writer.add(record)
    writer.finish(run)


@pytest.fixture
def kept(database: Database, spool: Path, evidence: Path) -> Database:
    crawl(spool, "r1", 0, SHOWN, PICTURE)
    crawl(spool, "r2", 1, PLAIN, OTHER)
    crawl(spool, "r3", 2, PLAIN + b" else", OTHER)
    load(database, spool, evidence)
    return database


def standing(database: Database, evidence: Path) -> set[bytes]:
    """Give all bodies whose rows are not purged, each once, and see that the chain and the bytes agree with them."""
    with database.reading() as connection:
        assert [fault for day in check_days(connection, evidence) for fault in day.faults] == []
        snapshot = TABLES["snapshot"]
        rows = set(
            connection.execute(select(snapshot.c.sha256).where(snapshot.c.purged_at.is_(None))).scalars()
        )
    found = set()
    for path in evidence.rglob("*.warc.gz"):
        with path.open("rb") as file:
            found |= {one.content_stream().read() for one in ArchiveIterator(file, check_digests="raise")}
    assert {digest(body) for body in found} == rows
    return found


def test_a_picture_is_in_the_chain_and_pages_that_look_the_same_share_it(
    kept: Database, evidence: Path
) -> None:
    assert standing(kept, evidence) == {SHOWN, PICTURE, PLAIN, PLAIN + b" else", OTHER}
    pages = {
        body: show_pages(kept, evidence, digest(body))[0].screenshot
        for body in (SHOWN, PLAIN, PLAIN + b" else")
    }
    assert list(pages.values()) == [digest(PICTURE), digest(OTHER), digest(OTHER)]
    assert show_pages(kept, evidence, digest(PICTURE)[:8])[0].body == PICTURE
    with kept.reading() as connection:
        [(_, read_again)] = pages_by_source(connection, ())
    assert [row.sha256 for row in read_again] == [digest(body) for body in pages]


def test_it_is_named_beside_its_page_and_leaves_with_it(
    kept: Database, evidence: Path, tmp_path: Path
) -> None:
    target = tmp_path / "case.wacz"
    for words, said in (
        (["evidence", "show", digest(SHOWN)], f"its picture: {digest(PICTURE)}"),
        (["evidence", "export", str(target), digest(SHOWN), "--case", "CASE-7", "--by", "lin"], "1 page,"),
    ):
        done = CliRunner().invoke(
            scheduler.app, ["--database", kept.url, "--evidence", str(evidence), *words]
        )
        assert (done.exit_code, said in done.output) == (0, True), done.output
    with zipfile.ZipFile(target) as bundle:
        with bundle.open("archive/data.warc.gz") as file:
            bodies = [
                (one.rec_type, one.content_stream().read())
                for one in ArchiveIterator(io.BytesIO(file.read()), check_digests="raise")
            ]
        assert bodies[1:] == [("resource", PICTURE), ("response", SHOWN)]
        index = bundle.read("indexes/index.cdx").decode().splitlines()
        assert [line.split(" ")[0] for line in index] == [
            "example,shop)/",
            "urn:fullpage:https://shop.example/",
        ]
        assert len(bundle.read("pages/pages.jsonl").splitlines()) == 2
        custody = [json.loads(line) for line in bundle.read("case/custody.jsonl").splitlines()]
        assert {one["page"]: one["picture"] for one in custody if "page" in one} == {
            digest(SHOWN): digest(PICTURE), digest(PICTURE): None,
        }  # fmt: skip


@pytest.mark.parametrize(("named", "said"), [(b"nothing", "there is no page"), (PICTURE, "hold the page")])
def test_only_a_kept_page_can_be_held(kept: Database, evidence: Path, named: bytes, said: str) -> None:
    words = ["--database", kept.url, "--evidence", str(evidence), "hold", "add", "CASE-1", "--by", "legal"]
    done = CliRunner().invoke(scheduler.app, [*words, "--page", digest(named)])
    assert (done.exit_code, said in str(done.exception)) == (1, True)
    assert CliRunner().invoke(scheduler.app, [*words, "--page", digest(SHOWN).upper()]).exit_code == 0


def test_a_picture_goes_with_the_last_page_that_it_shows(kept: Database, evidence: Path) -> None:
    late = replace(WHY, at=at(24 * 731))
    with rewriting(kept, evidence) as connection:
        add_holds(connection, "CASE-1", [("page", "", digest(PLAIN))], "legal", at(3))
        gone, held = purge_due(connection, evidence, late)
    assert (gone.pages, held) == (2, 1)
    assert standing(kept, evidence) == {PLAIN, OTHER}
    with rewriting(kept, evidence) as connection:
        connection.exec_driver_sql("DELETE FROM legal_hold")
        gone, held = purge_due(connection, evidence, late)
    assert standing(kept, evidence) == set()
    with kept.reading() as connection:
        stones = set(connection.execute(select(TABLES["tombstone"].c.digest)).scalars())
    assert {digest(PICTURE), digest(OTHER)} <= stones


def test_a_forgotten_value_takes_its_pictures_along_and_no_new_one_comes(
    kept: Database, spool: Path, evidence: Path
) -> None:
    with rewriting(kept, evidence) as connection:
        forget_values(connection, evidence, [("telegram", VALUE)], WHY)
    left = standing(kept, evidence)
    assert PICTURE not in left
    assert OTHER in left
    crawl(spool, "r4", 200, SHOWN + b"<p>more", b"\x89PNG three")
    crawl(spool, "r5", 201, SHOWN, b"\x89PNG four")
    load(kept, spool, evidence)
    found = standing(kept, evidence)
    assert {b"\x89PNG three", b"\x89PNG four"} & found == set()
