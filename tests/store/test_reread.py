"""Evidence read again, brought in by hand, and asked about values that nobody looked for at the time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

import scheduler
from crawlers.bundle import BundleWriter
from crawlers.hand_capture import Capture, write_capture
from crawlers.hunt import hunt
from crawlers.offers import SourceFacts
from crawlers.page import Page
from crawlers.platforms import generic
from crawlers.replay import replay
from crawlers.reread import Reread, reread_hops
from crawlers.resolve import resolve
from store.database import Database
from store.errors import UserError
from store.links.show import find_claims, find_hops
from store.load import load_bundle
from store.run_records import PageRecord
from store.schema import TABLES
from tests.pictures.drawn import picture_of
from tests.store.bundles import at, run_record
from tests.store.known_world import World
from tests.store.loading import count, load

PAGE = """<html lang="zh"><body><h1>小店</h1><div class="goods">
<div class="item"><a href="/buy/1">ChatGPT Plus 成品号 月卡</a><span class="price">¥{price}</span></div>
<div class="item"><a href="/buy/2">Claude Pro 成品号 月卡</a><span class="price">¥88.00</span></div>
<div class="item"><a href="/buy/3">Gemini Advanced 成品号</a><span class="price">¥20.00</span></div>
</div><p>客服QQ：81234567</p></body></html>"""
FACTS = SourceFacts("shop", "https://shop.example/", "generic")


def crawl(spool: Path, run_id: str, hours: float, body: bytes) -> None:
    """Write the bundle that a crawl of this one page leaves."""
    import hashlib

    digest = hashlib.sha256(body).hexdigest()
    run = run_record(run_id, hours, platform="generic", covers_all=False, anchored=False)
    page = Page(url=run.source_url, body=body, role="list", fetched_at=at(hours), snapshot=digest)
    writer = BundleWriter(spool, run_id)
    record = PageRecord(
        url=page.url, snapshot=digest, status=200, media_type="text/html", fetched_at=at(hours), role="list"
    )
    writer.add_page(record, body, {"Content-Type": "text/html"})
    for one in resolve(replace(FACTS, observed=at(hours).date()), [(page, generic.read(page))]):
        writer.add(one)
    writer.finish(run)


@pytest.fixture
def kept(database: Database, spool: Path, evidence: Path) -> Database:
    for number, price in enumerate(("35.00", "39.00")):
        crawl(spool, f"r{number}", number * 24, PAGE.format(price=price).encode())
    assert [one.verdict for one in load(database, spool, evidence)] == ["ok", "ok"]
    return database


def test_the_same_reader_reads_the_same(kept: Database, evidence: Path) -> None:
    with kept.reading() as connection:
        [done] = replay(connection, evidence, {}, (), None)
    assert (done.runs, done.pages, done.differences, done.unread) == (2, 2, (), {})
    assert done.same >= 7


def test_what_a_newer_reader_reads_otherwise_is_said(kept: Database, evidence: Path) -> None:
    with kept.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE observation SET fingerprint = 'older', amount = '93' WHERE amount = '39'"
        )
        connection.exec_driver_sql("UPDATE identifier SET value = '8123456' WHERE kind = 'qq'")
    with kept.reading() as connection:
        [done] = replay(connection, evidence, {}, ["shop"], at(1))
    said = {(one.how, one.what): (one.stored, one.now) for one in done.differences}
    stored, now = said["changed", "offer"]
    assert "93" in stored
    assert "39 CNY" in now
    assert done.runs == 1


def test_purged_pages_are_told_and_not_missed(kept: Database, evidence: Path) -> None:
    with kept.writing() as connection:
        connection.exec_driver_sql("UPDATE snapshot SET purged_at = fetched_at")
    with kept.reading() as connection:
        [done] = replay(connection, evidence, {}, (), None)
    assert (done.differences, done.unread) == ((), {"purged": 2})


def test_a_hunt_gives_the_first_day_that_a_value_stood_there(kept: Database, evidence: Path) -> None:
    with kept.writing() as connection:
        connection.exec_driver_sql("DELETE FROM sighting")
    with kept.reading() as connection:
        traces, unread = hunt(connection, evidence, [("qq", "81234567"), ("qq", "99999999")])
    [trace] = traces
    assert (trace.value, trace.first_seen_at, trace.source, trace.recorded_at) == (
        "81234567",
        at(0),
        "shop",
        None,
    )
    assert unread == {}


def test_the_proof_of_a_link_is_read_again_and_told_where_it_stands_no_more(
    kept: Database, evidence: Path
) -> None:
    with kept.writing() as connection:
        world = World(connection)
        world.now = at(9)
        world.knows("acc_1", ("qq", "81234567"))
        world.buys(
            connection.exec_driver_sql("SELECT key FROM offer ORDER BY id LIMIT 1").scalar_one(), "acc_1"
        )
        world.link()

    def again() -> list[Reread]:
        with kept.reading() as connection:
            [claim] = find_claims(connection)
            hops = find_hops(connection, claim.link_id)
        assert [hop.rule for hop in hops] == ["purchase", "exact_identifier"]
        return reread_hops(kept, evidence, hops)

    price, contact = again()
    assert (price.stands, contact.stands) == (True, True)
    assert "⟦¥35.00⟧" in price.words
    assert "客服QQ：⟦81234567⟧" in contact.words
    with kept.writing() as connection:
        connection.exec_driver_sql("UPDATE sighting SET written = '8123 4568'")
        connection.exec_driver_sql("UPDATE identifier SET value = '81234568' WHERE kind = 'qq'")
    assert again()[1] == Reread(stands=False, words="'8123 4568' does not stand there")
    with kept.writing() as connection:
        connection.exec_driver_sql("UPDATE snapshot SET purged_at = fetched_at")
    assert [(one.stands, "was purged at" in one.words) for one in again()] == [(None, True)] * 2


CAPTURE = Capture(source="group-blue", taken_at=at(5), taken_by="lin")


@pytest.mark.parametrize(
    "given",
    [
        ("chat.txt", "出 ChatGPT Plus 成品号 35元/个 加QQ：81234567".encode(), 1),
        ("chat.txt", "出 ChatGPT Plus 成品号 35元/个 加QQ：81234567".encode("gb18030"), 1),
        ("page.html", PAGE.format(price="35.00").encode(), 1),
        ("chat.txt", "出 ChatGPT Plus 成品号 35元/个 加QQ：81234567".encode("utf-16"), 1),
        ("shot.png", b"\x89PNG\r\n\x1a\n", 0),
        ("note.md", b"nothing of interest", 0),
    ],
)
def test_a_capture_is_kept_and_read(
    database: Database, spool: Path, evidence: Path, given: tuple[str, bytes, int]
) -> None:
    name, body, sightings = given
    file = spool.parent / name
    file.write_bytes(body)
    bundle = write_capture(spool, file, CAPTURE, at(9))
    report = load_bundle(database, bundle, evidence)
    assert (report.outcome, report.event) == ("loaded", "imported")
    assert count(database, "snapshot") == 1
    with database.reading() as connection:
        kinds = connection.execute(select(TABLES["identifier"].c.kind, TABLES["identifier"].c.value)).all()
        run = connection.execute(select(TABLES["run"])).one()
    assert [tuple(row) for row in kinds if row.kind == "qq"] == [("qq", "81234567")] * sightings
    assert run.reason == f"brought in by hand by lin: {name}"


@pytest.mark.parametrize(
    "given",
    [
        ("chat.txt", "出 ChatGPT Plus 成品号 35元/个 加QQ：81234567".encode(), ("qq", "81234567")),
        ("code.png", picture_of("https://t.me/quick_keys_17"), ("telegram", "quick_keys_17")),
    ],
)
def test_a_capture_is_read_again_as_it_was(
    database: Database, spool: Path, evidence: Path, given: tuple[str, bytes, tuple[str, str]]
) -> None:
    name, body, shown = given
    (spool.parent / name).write_bytes(body)
    load_bundle(database, write_capture(spool, spool.parent / name, CAPTURE, at(9)), evidence)
    with database.reading() as connection:
        [done] = replay(connection, evidence, {}, (), None)
        said = connection.exec_driver_sql(
            "SELECT i.kind, i.value, s.key FROM sighting g JOIN identifier i ON i.id = g.identifier_id"
            " JOIN seller s ON s.id = g.seller_id"
        )
        assert [tuple(row) for row in said] == [(*shown, "unknown")]
    assert (done.differences, done.unread) == ((), {})
    assert done.same


def test_bytes_that_two_sources_show_are_each_source_s_own(
    kept: Database, spool: Path, evidence: Path
) -> None:
    file = spool.parent / "page.html"
    file.write_bytes(PAGE.format(price="35.00").encode())
    load_bundle(kept, write_capture(spool, file, CAPTURE, at(99)), evidence)
    with kept.reading() as connection:
        assert [one.differences for one in replay(connection, evidence, {}, ("shop",), None)] == [()]


def test_a_capture_of_a_crawled_source_ends_nothing_and_is_no_state(
    kept: Database, spool: Path, evidence: Path
) -> None:
    file = spool.parent / "chat.txt"
    file.write_text("出 ChatGPT Plus 成品号 35元/个", "utf-8")
    capture = replace(CAPTURE, source="shop", taken_at=at(40))
    load_bundle(kept, write_capture(spool, file, capture, at(41)), evidence)
    crawl(spool, "r9", 72, PAGE.format(price="36.00").encode())
    [report] = load(kept, spool, evidence)
    assert (report.verdict, report.event) == ("ok", None)
    with kept.reading() as connection:
        ended = connection.exec_driver_sql(
            "SELECT count(*) FROM presence WHERE until_at IS NOT NULL"
        ).scalar()
    assert ended == 0


def test_an_archive_comes_in_and_opens_again(database: Database, spool: Path, evidence: Path) -> None:
    crawl(spool, "r1", 0, PAGE.format(price="35.00").encode())
    archive = spool / "r1" / "pages.warc.gz"
    load_bundle(database, write_capture(spool, archive, CAPTURE, at(9)), evidence)
    assert count(database, "offer") == 3


def test_a_capture_that_is_none_says_so(spool: Path) -> None:
    secret = picture_of("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP")
    for name, body in (
        ("empty.txt", b""),
        ("torn.warc.gz", b"no archive"),
        ("program.bin", b"\x7fELF\x02\x01\x00\x00"),
        ("program.txt", b"words\x00and no words"),
        ("secret.png", secret),
    ):
        (spool.parent / name).write_bytes(body)
        with pytest.raises(UserError):
            write_capture(spool, spool.parent / name, CAPTURE, at(9))
    with pytest.raises(UserError, match="cannot be read"):
        write_capture(spool, spool / "nowhere.png", CAPTURE, at(9))
    assert list(spool.iterdir()) == []


def test_the_commands_say_what_came_of_them(
    kept: Database, spool: Path, evidence: Path, tmp_path: Path
) -> None:
    shared = [
        "--database",
        kept.url,
        "--evidence",
        str(evidence),
        "--spool",
        str(spool),
        "--sources",
        "nowhere",
    ]

    def ask(*words: str) -> str:
        done = CliRunner().invoke(scheduler.app, [*shared, *words])
        assert done.exit_code == 0, done.output or done.exception
        return str(done.output)

    wanted = tmp_path / "new.csv"
    wanted.write_text("kind,value\nqq,81234567\n", "utf-8")
    assert "qq 81234567 shop/operator" in ask("evidence", "hunt", str(wanted))
    assert "shop: 2 runs, 2 pages" in ask("replay")
    chat = tmp_path / "chat.txt"
    chat.write_text("出 Claude Max 成品号 300元/个 加QQ：81234568", "utf-8")
    assert "group-blue" in ask("evidence", "import", str(chat), "--source", "group-blue", "--by", "lin")
