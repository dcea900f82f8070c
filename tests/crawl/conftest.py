"""Runs real crawls, in this process, against servers on loopback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawlers.bundle import read_bundle
from crawlers.crawl import CrawlOptions, crawl
from crawlers.platforms import PLATFORMS
from crawlers.source import Source
from store.run_records import PageRecord, Record, RunRecord
from tests.crawl.hostile import Hostile
from tests.crawl.tiny import Tiny


@dataclass(frozen=True)
class Ended:
    """One source's run as its bundle tells it."""

    run: RunRecord
    records: list[Record]
    path: Path

    @property
    def pages(self) -> list[PageRecord]:
        return [record for record in self.records if isinstance(record, PageRecord)]


Crawl = Callable[..., dict[str, Ended]]


@pytest.fixture
def crawl_hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Crawl:
    """Crawl `<name>.hostile.test/` for each name, with the tiny platform; keywords are the source's fields."""
    monkeypatch.setitem(PLATFORMS, "tiny", Tiny())

    def run(server: Hostile, *names: str, seconds: float = 5.0, **fields: object) -> dict[str, Ended]:
        monkeypatch.setenv("RESALEWATCH_RESOLVE", server.ways)
        sources = [source_of(name, **fields) for name in names]
        paths = crawl(sources, CrawlOptions(spool=tmp_path / "spool", download_seconds=seconds))
        assert [path.name for path in (tmp_path / "spool").glob(".*")] in ([], [".kept"])
        return {name: ended(path) for name, path in zip(names, paths, strict=True)}

    return run


def source_of(name: str, **fields: object) -> Source:
    known: dict[str, object] = {
        "name": name,
        "platform": "tiny",
        "start": [f"http://{name}.hostile.test/"],
        "delay_seconds": 0,
        "loopback": True,
    }
    return Source.model_validate(known | fields)


def ended(path: Path) -> Ended:
    *records, run = read_bundle(path)
    assert isinstance(run, RunRecord)
    return Ended(run, records, path)
