from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.database import Database
from store.errors import UserError
from store.feeds.directory import find_version
from store.feeds.verify import require_whole, verify_feeds
from tests.store.feed_market import write_market


@pytest.fixture
def written(sqlite_database: Database, tmp_path: Path) -> Path:
    """Files are verified without a database, whichever wrote them."""
    return write_market(sqlite_database, tmp_path / "feeds")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda path: path.write_bytes(path.read_bytes() + b"x\n"), "bytes"),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"CNY", b"USD")), "SHA-256"),
        (lambda path: path.unlink(), "is missing"),
        (lambda path: (path.parent / "more.csv").write_text("a\n"), "does not name it"),
    ],
)
def test_verify_finds_harm(written: Path, harm: Callable[[Path], Any], words: str) -> None:
    harm(find_version(written) / "offers.csv")
    _, problems = verify_feeds(written)
    assert problems
    assert words in problems[0]
    with pytest.raises(UserError, match="is not whole"):
        require_whole(written)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"'=HYPERLINK", b"=HYPERLINK", "not neutralised"),
        (b",30,CNY", b",cheap,CNY", "amount is no decimal"),
        (b",true,", b",yes,", "coupon is no boolean"),
        (b"offer_id,group", b"offer,group", "first line"),
        (b"shop/b,", b"shop/b,,", "cells for"),
        (b"2026-05-02T12:00:00Z", b"2026-05-02 12:00:00", "no utc"),
    ],
)
def test_verify_checks_cells_even_where_the_hashes_agree(
    written: Path, old: bytes, new: bytes, words: str
) -> None:
    version = find_version(written)
    path = version / "offers.csv"
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    body = json.loads((version / "manifest.json").read_text())
    for entry in body["files"]:
        if entry["name"] == "offers.csv":
            raw = path.read_bytes()
            entry |= {"bytes": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
    (version / "manifest.json").write_text(json.dumps(body))
    _, problems = verify_feeds(version)
    assert any(words in problem for problem in problems), problems


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"feed": "other", "files": []}', '{"feed": "resalewatch", "files": 1}', "\x00"]
)
def test_a_manifest_that_is_none_is_one_sentence(tmp_path: Path, body: str) -> None:
    (tmp_path / "manifest.json").write_text(body)
    with pytest.raises(UserError, match="no manifest of resalewatch"):
        verify_feeds(tmp_path)


@pytest.mark.parametrize("name", ["../offers.csv", "/etc/passwd", "..", "", None, 3])
def test_a_manifest_leads_to_no_other_directory(tmp_path: Path, name: object) -> None:
    body = {"feed": "resalewatch", "schema_version": "2.0.0", "files": [{"name": name}]}
    (tmp_path / "manifest.json").write_text(json.dumps(body))
    _, problems = verify_feeds(tmp_path)
    assert "can be none" in problems[0]
