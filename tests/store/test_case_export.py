"""A case's bundle, checked against the words of WACZ 1.1.1 without the code that wrote it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

import scheduler
from store.database import Database
from tests.store.bundles import shop_bundle
from tests.store.loading import count, load

BODIES = [b"page %d" % number for number in range(4)]
DIGESTS = [hashlib.sha256(body).hexdigest() for body in BODIES]


@pytest.fixture
def kept(sqlite_database: Database, spool: Path, evidence: Path) -> Database:
    for number, body in enumerate(BODIES):
        shop_bundle(spool, f"r{number}", number, number + 1, body=body)
    load(sqlite_database, spool, evidence)
    return sqlite_database


def ask(database: Database, evidence: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(
        scheduler.app, ["--database", database.url, "--evidence", str(evidence), *words]
    )
    return done.exit_code, done.output or str(done.exception)


@pytest.fixture
def bundle(kept: Database, evidence: Path, tmp_path: Path) -> zipfile.ZipFile:
    target = tmp_path / "case.wacz"
    words = ["evidence", "export", str(target), DIGESTS[1], DIGESTS[3], "--case", "CASE-7", "--by", "lin"]
    code, said = ask(kept, evidence, *words)
    assert (code, hashlib.sha256(target.read_bytes()).hexdigest() in said) == (0, True), said
    return zipfile.ZipFile(io.BytesIO(target.read_bytes()))


def lines(bundle: zipfile.ZipFile, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bundle.read(name).splitlines()]


def test_the_package_names_every_file_with_its_hash(bundle: zipfile.ZipFile) -> None:
    package = json.loads(bundle.read("datapackage.json"))
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
    own = {"datapackage.json", "datapackage-digest.json"}
    assert {one["path"] for one in package["resources"]} == set(bundle.namelist()) - own
    for one in package["resources"]:
        body = bundle.read(one["path"])
        assert (one["hash"], one["bytes"]) == (f"sha256:{hashlib.sha256(body).hexdigest()}", len(body))
    digest = json.loads(bundle.read("datapackage-digest.json"))
    assert digest["path"] == "datapackage.json"
    assert digest["hash"] == f"sha256:{hashlib.sha256(bundle.read('datapackage.json')).hexdigest()}"
    assert all(one.compress_type == zipfile.ZIP_STORED for one in bundle.infolist())


def test_every_line_of_the_index_leads_to_its_page(bundle: zipfile.ZipFile) -> None:
    archive = bundle.read("archive/data.warc.gz")
    index = bundle.read("indexes/index.cdx").decode().splitlines()
    assert index == sorted(index)
    found = []
    for line in index:
        key, stamp, fields = line.split(" ", 2)
        one = json.loads(fields)
        member = gzip.decompress(archive[int(one["offset"]) :][: int(one["length"])])
        [record] = list(ArchiveIterator(io.BytesIO(member), check_digests=True)) or [None]
        assert record is not None
        assert (key[:13], len(stamp), one["filename"]) == ("example,shop)", 14, "data.warc.gz")
        found.append(one["digest"])
    assert sorted(found) == sorted(f"sha256:{digest}" for digest in (DIGESTS[1], DIGESTS[3]))
    types = [record.rec_type for record in ArchiveIterator(io.BytesIO(archive))]
    assert types == ["warcinfo", "response", "response"]


def test_the_list_of_pages_has_its_header(bundle: zipfile.ZipFile) -> None:
    header, *pages = lines(bundle, "pages/pages.jsonl")
    assert header["format"] == "json-pages-1.0"
    assert [sorted(page) for page in pages] == [["id", "title", "ts", "url"]] * 2


def test_custody_can_be_checked_without_the_database(bundle: zipfile.ZipFile) -> None:
    custody = lines(bundle, "case/custody.jsonl")
    pages = {one["page"]: one for one in custody if "page" in one}
    chain = [one for one in custody if "link" in one]
    assert sorted(pages) == sorted([DIGESTS[1], DIGESTS[3]])
    link = hashlib.sha256(f"resalewatch evidence {chain[0]['day']}".encode()).hexdigest()
    for one in chain:
        link = hashlib.sha256(f"{link} {one['sha256']}".encode()).hexdigest()
        assert one["link"] == link
    assert {chain[page["number"] - 1]["sha256"] for page in pages.values()} == set(pages)


def test_an_export_is_noted_and_never_overwrites(
    kept: Database, evidence: Path, bundle: zipfile.ZipFile, tmp_path: Path
) -> None:
    assert count(kept, "custody_event") == 3, "the file, and each of its two pages"
    words = ["evidence", "export", str(tmp_path / "case.wacz"), DIGESTS[0], "--case", "CASE-7", "--by", "lin"]
    code, said = ask(kept, evidence, *words)
    assert (code, "never overwritten" in said) == (1, True)
    assert {one["sha256"] for one in lines(bundle, "case/read.jsonl")} == {DIGESTS[1], DIGESTS[3]}
