"""The endpoint: what has not changed is not sent again, nobody reads without the token, nothing but feeds is read."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from store.database import Database
from store.delivery.serve import FeedServer
from store.errors import UserError
from store.feeds.settings import Settings
from store.feeds.writer import write_feeds
from tests.store.feed_market import write_market
from tests.store.known_world import START
from tests.store.served import running

SECRET = "a-secret-of-the-test-9"


@pytest.fixture
def feeds(sqlite_database: Database, tmp_path: Path) -> Path:
    return write_market(sqlite_database, tmp_path / "feeds")


class Consumer:
    """Asks a server with the token, and may be told other headers."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        given = {"Authorization": f"Bearer {SECRET}"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        connection.request(method, path, headers=given)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), body


@pytest.fixture
def consumer(feeds: Path) -> Iterator[Consumer]:
    server = FeedServer(("127.0.0.1", 0), feeds, SECRET)
    with running(server) as port:
        yield Consumer(port)


def test_a_consumer_polls(feeds: Path, consumer: Consumer) -> None:
    status, headers, body = consumer.get("/links.csv")
    assert (status, body) == (200, (feeds / "links.csv").read_bytes())
    assert headers["ETag"] == f'"{hashlib.sha256(body).hexdigest()}"'
    assert (headers["X-Feed-Version"], headers["Content-Type"][:8]) == ("1", "text/csv")
    assert consumer.get("/links.csv", If_None_Match=headers["ETag"])[0::2] == (304, b"")
    assert consumer.get("/links.csv", If_None_Match='"other", W/' + headers["ETag"])[0] == 304
    assert consumer.get("/links.csv", If_Modified_Since=headers["Last-Modified"])[0] == 304
    assert consumer.get("/links.csv", If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT")[0] == 200
    assert consumer.get("/links.csv", If_Modified_Since="nonsense")[0] == 200
    assert consumer.get("/links.csv", "HEAD")[0::2] == (200, b"")
    status, headers, packed = consumer.get("/links.csv", Accept_Encoding="gzip")
    assert (headers["Content-Encoding"], gzip.decompress(packed)) == ("gzip", body)
    assert consumer.get("/links.csv", Accept_Encoding="gzip", If_None_Match=headers["ETag"])[0] == 304
    assert json.loads(consumer.get("/manifest.json")[2])["version"] == 1
    assert consumer.get("/versions/v000001/links.csv")[2] == body
    assert consumer.get("/schemas/links.json")[0] == 200


def test_a_consumer_sees_the_next_version_at_once(
    feeds: Path, consumer: Consumer, sqlite_database: Database
) -> None:
    etag = consumer.get("/source_health.csv")[1]["ETag"]
    write_feeds(sqlite_database.url, feeds, START + timedelta(hours=200), Settings(force=True))
    status, headers, _ = consumer.get("/source_health.csv", If_None_Match=etag)
    assert (status, headers["X-Feed-Version"]) == (200, "2")
    assert consumer.get("/versions/v000001/source_health.csv")[1]["ETag"] == etag


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer wrong", f"Basic {SECRET}", f"Bearer {SECRET}x", "Bearer \xff"]
)
def test_without_the_token_nothing_is_told(consumer: Consumer, given: str) -> None:
    for path in ("/links.csv", "/none", "/manifest.json"):
        status, headers, body = consumer.get(path, Authorization=given)
        assert (status, body) == (401, b"")
        assert "ETag" not in headers


@pytest.mark.parametrize(
    "path",
    ["/", "/.lock", "/../feeds/links.csv", "/versions/v000001/../../.lock", "/versions/v000009/links.csv",
     "/versions/v1/%2e%2e/manifest.json", "/links.csv/", "/latest/links.csv", "/versions/v000001/manifest.json%00"],
)  # fmt: skip
def test_only_files_of_a_version_are_served(consumer: Consumer, path: str) -> None:
    assert consumer.get(path)[0::2] == (404, b"")


def test_nothing_but_reading_is_answered(consumer: Consumer) -> None:
    assert consumer.get("/links.csv", "POST")[0] == 501
    assert consumer.get("/links.csv", "DELETE")[0] == 501


def test_a_short_token_serves_nobody(feeds: Path) -> None:
    with pytest.raises(UserError, match="at least 16 plain characters"):
        FeedServer(("127.0.0.1", 0), feeds, "short")
