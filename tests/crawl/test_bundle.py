"""A bundle is there as a whole or not at all, whatever moment its writer dies at."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawlers.bundle import BundleWriter, new_run_id, read_bundle, sweep
from crawlers.daemon.wiring import leave_failure
from crawlers.source import Source
from store.run_records import FactRecord, PageRecord, RunRecord
from tests.crawl.hostile import Hostile
from tests.crawl.hostile import page as answer

ROOT = Path(__file__).parents[2]

NOW = datetime(2026, 11, 24, 12, 30, 5, tzinfo=UTC)
BODY = "价格 ¥3.5".encode()


def page(body: bytes = BODY, url: str = "https://shop.example/") -> PageRecord:
    return PageRecord(
        url=url,
        snapshot=sha256(body).hexdigest(),
        status=200,
        media_type="text/html",
        fetched_at=NOW,
        peer="93.184.216.34",
    )


def run(run_id: str) -> RunRecord:
    return RunRecord(
        run_id=run_id,
        source="shop",
        platform="dujiaoka",
        started_at=NOW,
        finished_at=NOW,
        verdict="ok",
        reason="",
    )


def test_a_run_id_names_source_and_moment() -> None:
    assert new_run_id("shop", NOW).startswith("shop-20261124T123005Z-")
    assert len(new_run_id("shop", NOW)) == len("shop-20261124T123005Z-abcdef")


def test_what_goes_in_comes_out_and_the_run_is_last(tmp_path: Path) -> None:
    writer = BundleWriter(tmp_path / "spool", "shop-1")
    fact = FactRecord(name="recharge", value="0.8", snapshot=page().snapshot)
    writer.add_page(page(), BODY, {"Content-Type": "text/html"})
    writer.add(fact)
    assert not (tmp_path / "spool" / "shop-1").exists()
    path = writer.finish(run("shop-1"))
    assert path == tmp_path / "spool" / "shop-1"
    assert list(read_bundle(path)) == [page(), fact, run("shop-1")]
    assert sorted(file.name for file in path.iterdir()) == ["pages.warc.gz", "records.jsonl"]


def test_the_warc_holds_each_snapshot_once_under_its_digest(tmp_path: Path) -> None:
    writer = BundleWriter(tmp_path, "shop-1")
    writer.add_page(
        page(), BODY, {"Content-Type": "text/html", "Content-Encoding": "gzip", "X-Odd": "a\r\nb: c"}
    )
    writer.add_page(page(url="https://shop.example/again"), BODY, {})
    path = writer.finish(run("shop-1"))
    with (path / "pages.warc.gz").open("rb") as file:
        records = [
            (
                record.rec_headers.get_header("WARC-Payload-Digest"),
                record.http_headers,
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        ]
    [(digest, http, body)] = records
    assert digest == f"sha256:{sha256(BODY).hexdigest()}"
    assert body == BODY
    assert http.get_header("X-Odd") == "a b: c"
    assert http.get_header("Content-Encoding") is None


def test_a_dropped_run_leaves_nothing(tmp_path: Path) -> None:
    BundleWriter(tmp_path, "shop-1").drop()
    assert list(tmp_path.iterdir()) == []


def test_sweep_leaves_a_living_writer_alone(tmp_path: Path) -> None:
    writer = BundleWriter(tmp_path, "shop-1")
    assert sweep(tmp_path) == 0
    writer.finish(run("shop-1"))
    assert [path.name for path in tmp_path.iterdir()] == ["shop-1"]


ENDLESS = """
import sys
from pathlib import Path
from tests.crawl.test_bundle import BODY, page, run
from crawlers.bundle import BundleWriter
print("up", flush=True)
for number in range(10**6):
    writer = BundleWriter(Path(sys.argv[1]), f"shop-{number}")
    for part in range(5):
        body = BODY * 50 + str(part).encode()
        writer.add_page(page(body), body, {})
    writer.finish(run(f"shop-{number}"))
"""


@pytest.mark.parametrize("seed", range(3))
def test_kill_9_leaves_whole_bundles_alone(tmp_path: Path, seed: int) -> None:
    """The machine's own pace places the kill; the seed only spreads it over some writes."""
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(tmp_path)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        rest = random.Random(seed).randrange(200)
        while len(list(tmp_path.glob("shop-*"))) < 1 + rest // 50:
            pass
        until = time.perf_counter() + rest / 20_000
        while time.perf_counter() < until:
            pass
        os.kill(child.pid, signal.SIGKILL)
    sweep(tmp_path)
    bundles = sorted(tmp_path.iterdir())
    assert all(path.name.startswith("shop-") for path in bundles)
    for path in bundles:
        *pages, last = read_bundle(path)
        assert isinstance(last, RunRecord)
        assert len(pages) == 5
        with (path / "pages.warc.gz").open("rb") as file:
            assert sum(record.rec_type == "response" for record in ArchiveIterator(file)) == 5


def test_a_run_of_which_a_write_failed_is_never_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk may be full for one page and free again for the next: what lies between would be torn."""
    writer = BundleWriter(tmp_path, "shop-1")
    monkeypatch.setattr(writer._warc, "write_record", full_disk)
    writer.add_page(page(), BODY, {})
    monkeypatch.undo()
    writer.add_page(page(), BODY, {})
    assert writer.failed is not None
    with pytest.raises(OSError, match="No space left"):
        writer.finish(run("shop-1"))
    writer.drop()
    assert list(tmp_path.iterdir()) == []


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


FULL = """
import logging, resource, sys
logging.basicConfig(level=logging.WARNING)
from crawlers.crawl import CrawlOptions, crawl
from crawlers.source import Source
from pathlib import Path
from store.errors import UserError
start, spool, limit = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    crawl([Source(name="shop", platform="generic", start=[start], loopback=True, delay_seconds=0)], CrawlOptions(Path(spool)))
except UserError as error:
    print(error)
"""


@pytest.mark.parametrize("limit", [1, 600, 3000])
def test_a_disk_that_takes_no_more_ends_the_run_with_one_sentence_and_leaves_nothing(
    tmp_path: Path, limit: int
) -> None:
    """At once, at the first page, and at what its reading gives; a limit of files' size stands for the disk's."""
    body = "".join(
        f"<li class=a><b>ChatGPT Plus {n}</b> <i>¥{n}.50</i> <a href=/{n}>x</a></li>" for n in range(90)
    )
    with Hostile({"shop": answer(f"<html><body><ul>{body}</ul></body></html>")}) as server:
        words = [sys.executable, "-c", FULL, "http://shop.hostile.test/", str(tmp_path), str(limit)]
        environment = {**os.environ, "RESALEWATCH_RESOLVE": server.ways}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == f"the spool {tmp_path} cannot be written: File too large; nothing is kept of shop\n"
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_rubbish_in_a_spool_is_let_alone(tmp_path: Path) -> None:
    (tmp_path / ".a.part").write_text("a file", "utf-8")
    (tmp_path / ".b.part").symlink_to(tmp_path / "nowhere")
    (tmp_path / ".c.part").mkdir()
    (tmp_path / "d").mkdir()
    assert sweep(tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.part", ".b.part", "d"]


def test_a_failure_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        leave_failure(tmp_path, Source(name="a", platform="generic", start=["https://a.example/"]), "x", 1)
    assert list(tmp_path.iterdir()) == []
