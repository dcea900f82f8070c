"""Delivery: whole or not at all, tried again on a clock of the tests' own, and never a token in a word."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import sys
import zipfile
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import fsspec
import pytest
from sqlalchemy import text
from typer.testing import CliRunner

import scheduler
from store.database import Database
from store.delivery import push as pushing
from store.delivery.push import Pushed, push
from store.delivery.remote import copy_to_folder, copy_to_remote
from store.delivery.retry import Patience
from store.delivery.version import open_version
from store.errors import UserError
from store.feeds.settings import Settings
from store.feeds.verify import require_whole
from store.feeds.writer import write_feeds
from tests.store.feed_market import write_market
from tests.store.known_world import START
from tests.store.served import running

SECRET = "a-secret-of-the-test-9"


@pytest.fixture
def feeds(sqlite_database: Database, tmp_path: Path) -> Path:
    return write_market(sqlite_database, tmp_path / "feeds")


class Intake(HTTPServer):
    """Answers as it was told, one status a request, and keeps what came."""

    def __init__(self, *statuses: int) -> None:
        super().__init__(("127.0.0.1", 0), _Take)
        self.statuses, self.came = list(statuses), list[tuple[dict[str, str], bytes]]()


class _Take(BaseHTTPRequestHandler):
    server: Intake

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.came.append((dict(self.headers), body))
        status = self.server.statuses.pop(0)
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "90")
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def send(
    feeds: Path, monkeypatch: pytest.MonkeyPatch, *statuses: int
) -> tuple[Intake, list[float], Pushed | str]:
    monkeypatch.setenv(pushing.TOKEN, SECRET)
    intake, waited = Intake(*statuses), list[float]()
    with running(intake) as port:
        try:
            done: Pushed | str = push(
                open_version(feeds), f"http://127.0.0.1:{port}/in?x=1", Patience((1, 4, 15), waited.append)
            )
        except UserError as error:
            done = str(error)
    return intake, waited, done


def test_a_push_is_one_whole_file(feeds: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    intake, waited, done = send(feeds, monkeypatch, 201)
    ((headers, body),) = intake.came
    assert (done, waited) == (Pushed(201, len(body)), [])
    assert headers["Authorization"] == f"Bearer {SECRET}"
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    assert headers["Content-Digest"] == f"sha-256=:{digest}:"
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        assert packed.namelist()[-1] == "manifest.json"
        packed.extractall(tmp_path / "out")
    assert require_whole(tmp_path / "out")["version"] == 1
    again, _, _ = send(feeds, monkeypatch, 200)
    assert again.came[0][1] == body, "a repeated push is the same bytes under the same key"
    assert again.came[0][0]["Idempotency-Key"] == headers["Idempotency-Key"]


@pytest.mark.parametrize(
    ("statuses", "waits", "words"),
    [
        ([503, 201], [1], ""),
        ([429, 500, 204], [90, 4], ""),
        ([503] * 4, [1, 4, 15], "failed 4 times, at last: 127.0.0.1 answers 503; nothing half is there"),
        ([401], [], "refuses the push with 401: see its address and RESALEWATCH_PUSH_TOKEN"),
        ([302], [], "refuses the push with 302"),
    ],
)
def test_a_push_is_tried_again_where_that_may_help(
    feeds: Path, monkeypatch: pytest.MonkeyPatch, statuses: list[int], waits: list[float], words: str
) -> None:
    intake, waited, done = send(feeds, monkeypatch, *statuses)
    assert (len(intake.came), waited) == (len(statuses), waits)
    assert len({body for _, body in intake.came}) == 1
    if words:
        assert words in str(done)
        assert SECRET not in str(done)
    else:
        assert isinstance(done, Pushed)


def test_nobody_there_is_tried_again(feeds: Path) -> None:
    waited, told = list[float](), list[str]()
    with pytest.raises(
        UserError, match=r"failed 2 times, at last: 127\.0\.0\.1 does not answer.*see the address and"
    ):
        push(open_version(feeds), "http://127.0.0.1:1/", Patience((15,), waited.append, told.append))
    assert waited == [15]
    assert told == [
        "the push to 127.0.0.1 failed: 127.0.0.1 does not answer (ConnectionRefusedError); tried again in 15 s"
    ]


@pytest.mark.parametrize(
    "address",
    ["http://intake.example/", "ftp://x.example/", "https://", "https://a b.example/", "https://x.example:99999/",
     "https://me:secret@x.example/", "https://x.example/\r\nX: 1", "https://["],
)  # fmt: skip
def test_an_address_that_is_none_is_told(feeds: Path, address: str) -> None:
    with pytest.raises(UserError, match=r"https://|out of the address"):
        push(open_version(feeds), address)


def test_what_is_damaged_goes_nowhere(feeds: Path, tmp_path: Path) -> None:
    version = open_version(feeds)
    (version.path / "links.csv").write_bytes(b"x")
    for deliver in (
        lambda: push(version, "http://127.0.0.1:1/"),
        lambda: copy_to_folder(version, tmp_path / "copy"),
        lambda: copy_to_remote(version, "memory://damaged"),
    ):
        with pytest.raises(UserError, match="missing or damaged"):
            deliver()
    assert not (tmp_path / "copy").exists()
    assert not fsspec.filesystem("memory").exists("/damaged")


def test_a_manifest_that_leads_out_of_its_version_is_refused(feeds: Path) -> None:
    path = open_version(feeds).path / "manifest.json"
    body = json.loads(path.read_text())
    body["files"][0]["name"] = "../../secret.csv"
    path.write_text(json.dumps(body))
    with pytest.raises(UserError, match="names files that are none of a version"):
        open_version(feeds)


def test_a_copy_in_a_directory_is_feeds_again(feeds: Path, tmp_path: Path) -> None:
    first = copy_to_folder(open_version(feeds), tmp_path / "copy")
    assert copy_to_folder(open_version(feeds), tmp_path / "copy") == first
    assert require_whole(tmp_path / "copy")["version"] == 1
    assert (tmp_path / "copy" / "links.csv").read_bytes() == (feeds / "links.csv").read_bytes()


@pytest.mark.parametrize("kind", ["memory", "file"])
def test_a_remote_copy_ends_with_its_pointer(feeds: Path, tmp_path: Path, kind: str) -> None:
    root = f"memory://{tmp_path.name}-{kind}" if kind == "memory" else f"file://{tmp_path}/remote"
    files, base = fsspec.core.url_to_fs(root)
    version = open_version(feeds)
    assert copy_to_remote(version, root) == len(version.parts)
    latest = json.loads(files.cat_file(f"{base}/latest.json"))
    raw = files.cat_file(f"{base}/{latest['manifest']}")
    assert hashlib.sha256(raw).hexdigest() == latest["manifest_sha256"]
    files.get(f"{base}/versions/v000001", str(tmp_path / "back"), recursive=True)
    assert require_whole(tmp_path / "back")["version"] == 1
    assert copy_to_remote(version, root) == 1, "what stands there is not sent again, but the manifest is"


def test_a_remote_copy_that_breaks_off_leaves_the_former_pointer(
    feeds: Path, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = fsspec.filesystem("memory")
    copy_to_remote(open_version(feeds), "memory://breaks")
    former = files.cat_file("/breaks/latest.json")
    with sqlite_database.writing() as connection:
        connection.execute(text("UPDATE listing_text SET title = 'other'"))
    write_feeds(sqlite_database.url, feeds, START + timedelta(hours=41), Settings(force=True))
    usual, left = type(files).put_file, [5]

    def breaks(self: Any, *args: Any, **more: Any) -> None:  # noqa: ANN401
        left[0] -= 1
        if left[0] < 0:
            raise ConnectionResetError("gone")
        usual(self, *args, **more)

    monkeypatch.setattr(type(files), "put_file", breaks)
    waited: list[float] = []
    with pytest.raises(UserError, match="failed 3 times, at last: ConnectionResetError"):
        copy_to_remote(open_version(feeds), "memory://breaks", Patience((1, 2), waited.append))
    assert waited == [1, 2]
    assert files.cat_file("/breaks/latest.json") == former
    monkeypatch.undo()
    copy_to_remote(open_version(feeds), "memory://breaks")
    assert json.loads(files.cat_file("/breaks/latest.json"))["version"] == 2


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("sftp://me:secret@host/x", "leave the password out"),
        ("nonsense://x", "cannot be reached"),
        ("s3://bucket/x", r"pip install 'resalewatch\[delivery\]'$"),
        ("sftp://host/x", r"pip install 'resalewatch\[delivery\]'$"),
    ],
)
def test_a_remote_address_that_is_none_is_told(
    feeds: Path, address: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("store.delivery.ssh", "store.delivery.bucket"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    for name in ("s3fs", "paramiko"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UserError, match=words) as told:
        copy_to_remote(open_version(feeds), address)
    assert "secret" not in str(told.value)


def test_the_command(feeds: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(scheduler.app, ["feeds", "deliver", str(feeds), str(tmp_path / "copy")])
    assert (done.exit_code, done.stdout) == (
        0,
        f"version 1 of resalewatch: {tmp_path}/copy/versions/v000001\n",
    )
    done = CliRunner().invoke(scheduler.app, ["feeds", "deliver", str(feeds), "ftps://x.example/y"])
    assert done.exit_code == 1
