"""What did not change is neither read nor written again, and what did change is found all the same."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from crawlers import kept
from crawlers.kept import FULL_EVERY, read_kept
from crawlers.platforms import PLATFORMS
from store.database import Database, open_database
from store.kept_runs import drop_kept, kept_path
from store.load import LoadReport, load_spool
from store.run_records import ListingRecord
from store.schema import TABLES
from tests.crawl.conftest import Crawl, Ended, source_of
from tests.crawl.hostile import Asked, Hostile, page
from tests.crawl.tiny import Tiny, ask, goods

MORE = ask("/2") + ask("/3")
SHOP = {"shop/": goods("a", "b", asks=MORE), "shop/2": goods("c", "d"), "shop/3": goods("e", "f")}
MOMENT = "Tue, 24 Nov 2026 10:00:00 GMT"


def _tag(text: str) -> str:
    return f'"{sha256(text.encode()).hexdigest()}"'


@dataclass
class Watch:
    """A spool and a database over one shop, crawled and loaded as often as a test wants."""

    crawl: Crawl
    folder: Path
    database: Database
    asked: list[Asked] = field(default_factory=list)

    def again(
        self, pages: dict[str, str], *, load: bool = True, tagged: bool = False, **fields: object
    ) -> tuple[Ended, LoadReport | None]:
        """Crawl the shop as it stands now; where it is `tagged` it knows what its visitors have."""
        told = (lambda text: page(text, ETag=_tag(text), Last_Modified=MOMENT)) if tagged else page
        with Hostile({path: told(text) for path, text in pages.items()}) as server:
            one = self.crawl(server, "shop", **fields)["shop"]
            self.asked = server.of("shop")
        reports = (
            list(load_spool(self.database, self.folder / "spool", self.folder / "evidence")) if load else []
        )
        return one, next(iter(reports), None)

    def rows(self, table: str, *names: str) -> list[tuple[Any, ...]]:
        columns = [TABLES[table].c[name] for name in names] or list(TABLES[table].c)
        with self.database.reading() as connection:
            return [tuple(row) for row in connection.execute(select(*columns))]

    @property
    def evidence(self) -> int:
        return sum(path.stat().st_size for path in (self.folder / "evidence").rglob("*.warc.gz"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.db"
    open_database(f"sqlite:///{path}", write=True).close()
    return path


@pytest.fixture
def watch(crawl_hostile: Crawl, tmp_path: Path, empty: Path) -> Iterator[Watch]:
    for name in ("x", "other", "plain"):
        shutil.copy(empty, tmp_path / f"{name}.db")
    with open_database(f"sqlite:///{tmp_path}/x.db", write=True) as database:
        yield Watch(crawl_hostile, tmp_path, database)


def test_an_unchanged_shop_is_neither_read_nor_written_again(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = watch.again(SHOP)
    before, bytes_before = watch.rows("observation"), watch.evidence
    monkeypatch.setattr(Tiny, "read", None)
    again, report = watch.again(SHOP)
    assert again.run.same_as == first.run.run_id
    assert report is not None
    assert (report.outcome, report.verdict, report.event) == ("loaded", "ok", "unchanged")
    assert (report.listings, report.offers, report.rows) == (6, 6, {"opened": 0, "closed": 0})
    counts = ("verdict", "pages", "listings", "offers", "covers_all", "anchored")
    assert len(set(watch.rows("run", *counts))) == 1
    assert (watch.rows("observation"), watch.evidence) == (before, bytes_before)
    assert watch.rows("presence", "until_at", "missing_since") == [(None, None)] * 6
    assert (again.path.parent / ".kept/shop.json").exists()


def test_a_clock_on_the_pages_changes_nothing(watch: Watch) -> None:
    first, _ = watch.again({path: text + "<p>12:00</p>" for path, text in SHOP.items()})
    again, report = watch.again({path: text + "<p>12:01</p>" for path, text in SHOP.items()})
    assert again.run.same_as == first.run.run_id
    assert report is not None
    assert report.offers == 6


@pytest.mark.parametrize(("tagged", "where"), [(False, "shop/"), (False, "shop/3"), (True, "shop/2")])
def test_one_changed_price_costs_its_own_rows(watch: Watch, where: str, *, tagged: bool) -> None:
    watch.again(SHOP, tagged=tagged)
    changed = SHOP | {where: SHOP[where].replace("￥88.5", "￥99", 1)}
    again, report = watch.again(changed, tagged=tagged)
    assert again.run.same_as == ""
    assert report is not None
    assert report.rows == {"observation": 1, "listing_text": 1, "stock": 0, "opened": 0, "closed": 0}
    assert report.offers == again.run.offers == 6
    assert again.run.covers_all
    assert watch.rows("presence", "until_at", "missing_since") == [(None, None)] * 6
    third, _ = watch.again(changed, tagged=tagged)
    assert third.run.same_as == again.run.run_id


def test_a_host_that_says_not_modified_is_taken_at_its_word(watch: Watch) -> None:
    watch.again(SHOP, tagged=True)
    assert not any("if-none-match" in asked.headers for asked in watch.asked)
    again, report = watch.again(SHOP, tagged=True)
    assert again.run.same_as
    assert [asked.path for asked in watch.asked] == ["/robots.txt", "/", "/2", "/3"]
    assert all("if-none-match" in asked.headers for asked in watch.asked[1:])
    assert {asked.headers["if-modified-since"] for asked in watch.asked[1:]} == {MOMENT}
    assert report is not None
    assert report.offers == 6
    # The last page changed: what the host did not send of the others is asked for once more.
    watch.again(SHOP | {"shop/3": goods("e")}, tagged=True)
    assert [asked.path for asked in watch.asked[1:]] == ["/", "/2", "/3", "/2", "/"]
    assert not any("if-none-match" in asked.headers for asked in watch.asked[4:])


def test_a_page_less_is_no_reason_to_end_offers(watch: Watch) -> None:
    watch.again(SHOP)
    lost = {path: text for path, text in SHOP.items() if path != "shop/3"}
    again, _ = watch.again(lost)
    assert (again.run.same_as, again.run.covers_all) == ("", False)
    third, _ = watch.again(lost)
    assert (third.run.same_as, third.run.covers_all) == (again.run.run_id, False)
    assert watch.rows("presence", "until_at", "missing_since") == [(None, None)] * 6


def test_a_page_that_is_not_there_may_say_so_in_other_words(watch: Watch) -> None:
    gone = {"shop/": goods("a", asks=ask("/contact", role="contact")), "shop/contact": "one"}
    watch.again(gone)
    answers = [page("none 1", status="404 Not Found"), page("none 2", status="404 Not Found")]
    for answer, same in zip(answers, (False, True), strict=True):
        with Hostile({"shop/": page(gone["shop/"]), "shop/contact": answer}) as server:
            one = watch.crawl(server, "shop")["shop"]
        list(load_spool(watch.database, watch.folder / "spool", watch.folder / "evidence"))
        assert bool(one.run.same_as) == same


def test_another_reader_or_other_settings_read_everything_again(
    watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch.again(SHOP)
    changes: list[tuple[Callable[[], None], dict[str, Any]]] = [
        (lambda: monkeypatch.setattr(Tiny, "VERSION", 2), {}),
        (lambda: monkeypatch.setattr(kept, "program", lambda: "another"), {}),
        (lambda: None, {"currency": "USD"}),
        (lambda: monkeypatch.setattr(kept, "FULL_EVERY", timedelta(0)), {}),
    ]
    for change, fields in changes:
        change()
        again, report = watch.again(SHOP, **fields)
        assert again.run.same_as == ""
        assert len([one for one in again.records if isinstance(one, ListingRecord)]) == 6
        assert report is not None
        assert report.observations == 0


def test_a_week_is_the_longest_that_nothing_is_read(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = watch.again(SHOP)
    monkeypatch.setitem(PLATFORMS, "tiny", Tiny())
    spool, began = watch.folder / "spool", first.run.started_at
    assert read_kept(spool, source_of("shop"), began + FULL_EVERY - timedelta(seconds=1)) is not None
    for moment in (began + FULL_EVERY, began - timedelta(seconds=1)):
        assert read_kept(spool, source_of("shop"), moment) is None


def test_a_damaged_file_is_left_aside_with_a_sentence(
    watch: Watch, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = watch.again(SHOP)
    monkeypatch.setitem(PLATFORMS, "tiny", Tiny())
    path = kept_path(watch.folder / "spool", "shop")
    whole = path.read_text("utf-8")
    odd = [
        "",
        "{",
        "[]",
        "null",
        '{"form": 1}',
        "\x00",
        '{"form":1,"pages":[{"ask":1}]}',
        "[" * 100_000,
        whole[:-9],
    ]
    for text in [*odd, whole.replace('"offers"', '"others"'), whole.replace('"status":200', '"status":"x"')]:
        caplog.clear()
        path.write_text(text, "utf-8")
        assert read_kept(watch.folder / "spool", source_of("shop"), first.run.started_at) is None
        assert f"shop: {path} is no record of its last run and is left aside" in caplog.text
    path.write_bytes(b"\xff" + whole.encode())
    again, report = watch.again(SHOP)
    assert again.run.same_as == ""
    assert report is not None
    assert (report.verdict, report.observations) == ("ok", 0)


def test_what_was_forgotten_or_never_loaded_is_not_taken_as_known(watch: Watch, tmp_path: Path) -> None:
    first, _ = watch.again(SHOP)
    drop_kept(watch.folder / "spool")
    assert watch.again(SHOP)[0].run.same_as == ""
    with open_database(f"sqlite:///{tmp_path}/other.db", write=True) as watch.database:
        again, report = watch.again(SHOP)
        assert again.run.same_as != first.run.run_id
        assert report is not None
        assert report.verdict == "failed"
        assert "no run is this database's last: crawl it again" in report.reason
        assert watch.rows("offer") == []
        again, report = watch.again(SHOP)
        assert again.run.same_as == ""
        assert report is not None
        assert (report.verdict, report.observations) == ("ok", 6)


def test_runs_that_wait_in_the_spool_together_stand_together(watch: Watch) -> None:
    watch.again(SHOP)
    for _ in range(2):
        watch.again(SHOP, load=False)
    _, report = watch.again(SHOP)
    assert report is not None
    assert [row[0] for row in watch.rows("run", "event")] == [None, "unchanged", "unchanged", "unchanged"]


@pytest.mark.parametrize("seed", range(3))
def test_a_run_that_compares_gives_the_rows_of_one_that_reads(
    watch: Watch, tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)
    with open_database(f"sqlite:///{tmp_path}/plain.db", write=True) as plain:
        other = Watch(watch.crawl, tmp_path / "plain", plain)
        pages = dict(SHOP)
        for _ in range(4):
            for path in draw.sample(list(pages), k=draw.choice([0, 0, 1, 2])):
                names = draw.sample("abcdefgh", k=draw.randrange(1, 4))
                pages[path] = goods(
                    *names, asks=MORE if path == "shop/" else "", more=f"<p>{draw.random()}</p>"
                )
            one, _ = watch.again(pages, load=False, tagged=draw.random() < 0.5)
            aside = (tmp_path / "spool" / ".kept").rename(tmp_path / "aside") if one.run.same_as else None
            drop_kept(tmp_path / "spool")
            two, _ = watch.again(pages, load=False)
            if aside is not None:
                aside.rename(tmp_path / "spool" / ".kept")
            other.folder.mkdir(exist_ok=True)
            (other.folder / "spool").mkdir(exist_ok=True)
            two.path.rename(other.folder / "spool" / two.path.name)
            for each in (watch, other):
                list(load_spool(each.database, each.folder / "spool", each.folder / "evidence"))
            assert _said(watch) == _said(other)
            assert (one.run.offers, one.run.listings, one.run.pages) == (
                two.run.offers, two.run.listings, two.run.pages,
            )  # fmt: skip


def _said(watch: Watch) -> list[Any]:
    with watch.database.reading() as connection:
        offers = connection.exec_driver_sql(
            "SELECT l.key, o.key, s.amount, s.fingerprint, (SELECT count(*) FROM presence p WHERE p.offer_id = o.id AND"
            " p.until_at IS NULL AND p.missing_since IS NULL) FROM offer o JOIN listing l ON l.id = o.listing_id"
            " JOIN observation s ON s.offer_id = o.id ORDER BY 1, 2, 3, 4"
        ).all()
        runs = connection.exec_driver_sql(
            "SELECT verdict, pages, listings, offers, total FROM run ORDER BY id"
        )
        return [offers, len(runs.all())]
