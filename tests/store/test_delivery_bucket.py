"""Delivery to an S3 on loopback: to a bucket that stands alone, and cut at every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Database
from store.delivery.remote import copy_to_remote
from store.delivery.retry import Patience
from store.delivery.version import open_version
from store.errors import UserError
from store.feeds.verify import require_whole
from tests.store.feed_market import next_version, write_market
from tests.store.served import running
from tests.store.served_s3 import KEY, SECRET, S3Host

AT_ONCE = Patience(())


@pytest.fixture
def feeds(sqlite_database: Database, tmp_path: Path) -> Path:
    return write_market(sqlite_database, tmp_path / "feeds")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[S3Host]:
    served = S3Host("intake")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with running(served) as port:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
        monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        yield served


def test_a_version_comes_to_a_bucket(feeds: Path, bucket: S3Host, tmp_path: Path) -> None:
    version = open_version(feeds)
    assert copy_to_remote(version, "s3://intake/of/us", AT_ONCE) == len(version.parts)
    objects = bucket.buckets["intake"]
    assert json.loads(objects["of/us/latest.json"]) == version.latest
    base = f"of/us/versions/{version.name}/"
    for name in (name for name in objects if name.startswith(base)):
        (tmp_path / "back" / name.removeprefix(base)).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "back" / name.removeprefix(base)).write_bytes(objects[name])
    assert require_whole(tmp_path / "back")["version"] == 1
    assert {how for how, _ in bucket.asked} == {"GET", "HEAD", "PUT"}, "no right to delete is needed"
    assert copy_to_remote(version, "s3://intake/of/us", AT_ONCE) == 1


def test_a_bucket_cut_at_each_file_leaves_the_former_version(
    feeds: Path, bucket: S3Host, sqlite_database: Database
) -> None:
    first = open_version(feeds)
    copy_to_remote(first, "s3://intake", AT_ONCE)
    version = next_version(sqlite_database, feeds, "other")
    objects, passed, met = bucket.buckets["intake"], set[str](), list[str]()

    def until_it_is_told(
        key: str,
    ) -> bool:  # aiohttp itself asks once more where a line that stood open breaks
        met.append(key)
        return key not in passed

    def require_former(_: float) -> None:
        passed.add(met[-1])
        assert json.loads(objects["latest.json"]) == first.latest

    bucket.cut = until_it_is_told
    copy_to_remote(version, "s3://intake", Patience((1,), require_former))
    assert len(passed) == len(version.parts) + 2
    assert json.loads(objects["latest.json"]) == version.latest
    for part in version.parts:
        assert objects[f"versions/{version.name}/{part.name}"] == part.path.read_bytes()


def test_a_bucket_that_is_busy_is_asked_again(feeds: Path, bucket: S3Host) -> None:
    bucket.statuses = [503, 503, 500]
    waited = list[float]()
    copy_to_remote(open_version(feeds), "s3://intake", Patience(sleep=waited.append))
    assert waited == [1, 4, 15]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("s3://intakes/x", "there is no bucket intakes: make it or correct the address"),
        ("s3:///x", "names no bucket"),
    ],
)
def test_no_bucket_is_ever_made(feeds: Path, bucket: S3Host, address: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        copy_to_remote(open_version(feeds), address)
    assert list(bucket.buckets) == ["intake"]


def test_who_has_no_right_to_a_bucket_is_told(
    feeds: Path, bucket: S3Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "other")
    with pytest.raises(UserError, match="intake refuses what a delivery does there, to read and to write"):
        copy_to_remote(open_version(feeds), "s3://intake")
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(UserError, match="has no credentials: set AWS_ACCESS_KEY_ID"):
        copy_to_remote(open_version(feeds), "s3://intake")
