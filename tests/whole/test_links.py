"""The whole line on the bundled market, by commands: every planted link found with its proof, none of the decoys."""

from __future__ import annotations

import csv
import hashlib
import html
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from store.database import Database, open_database
from store.evidence import read_snapshot
from store.feeds.verify import require_whole
from store.links.build import build_links
from tests.demo import Demo, browser_found
from tests.whole.conftest import CopyOf

MARKET = Path(__file__).parents[1] / "market"
TRUTH = json.loads((MARKET / "truth" / "links.json").read_text("utf-8"))
RENDERED = "nimbus"
pytestmark = pytest.mark.xdist_group("market")


FORGET_LINKS = (
    "DELETE FROM outcome",
    "DELETE FROM claim_sent",
    "DELETE FROM claim",
    "DELETE FROM link_hop",
    "DELETE FROM link",
    "DELETE FROM link_mark",
)
FORGET_SHOWN = "DELETE FROM sighting WHERE seller_id IN (SELECT id FROM seller WHERE source = :down)"
LINKED = """
SELECT s.source, a.account_ref FROM link l JOIN seller s ON s.id = l.seller_id
JOIN known_account a ON a.id = l.account_id WHERE l.level = 'alert'
"""


class _UndoneError(Exception):
    """Raised to roll back what a test did."""


@dataclass(frozen=True)
class Linked:
    """The demo, and what it left: claims with their hops, as `links list --json` tells them."""

    demo: Demo
    claims: list[dict[str, Any]]

    def active(self, level: str = "alert") -> dict[tuple[str, str], list[dict[str, Any]]]:
        return {
            (claim["source"], claim["account_ref"]): claim["hops"]
            for claim in self.claims
            if claim["status"] == "active" and claim["level"] == level
        }


@pytest.fixture(scope="module")
def linked(demo: Demo) -> Linked:
    return Linked(demo, list(demo.rows("links", "list", "--limit", "1000")))


def source_of(host: str) -> str:
    return host.removesuffix(".market.test")


def planted() -> list[dict[str, Any]]:
    skipped = () if browser_found() else (RENDERED,)
    return [one for one in TRUTH["links"] if one["active"] and source_of(one["host"]) not in skipped]


def known_accounts() -> dict[str, str]:
    with (MARKET / "accounts.csv").open(encoding="utf-8", newline="") as file:
        return {row["account_ref"]: row["class"] for row in csv.DictReader(file)}


def bought() -> set[tuple[str, str]]:
    """The sellers of bought offers and the accounts that came, where those may be linked."""
    classes = known_accounts()
    with (MARKET / "purchases.csv").open(encoding="utf-8", newline="") as file:
        return {
            (source_of(row["host"]), row["account_ref"])
            for row in csv.DictReader(file)
            if classes[row["account_ref"]] == "fraudulent"
        }


def test_there_is_something_to_find() -> None:
    assert len(planted()) >= 20
    assert len(TRUTH["decoys"]) >= 20
    assert len(bought()) >= 3


def test_leads_are_near_names_alone(linked: Linked) -> None:
    leads = linked.active("lead")
    assert {hop["rule"] for hops in leads.values() for hop in hops} <= {"fuzzy", "name", "partial"}


def test_every_planted_link_is_found_by_its_own_value(linked: Linked) -> None:
    active = linked.active()
    for one in planted():
        hops = active.get((source_of(one["host"]), one["account_ref"]), [])
        shown = ("exact_identifier", one["type"], one["normalised"])
        assert [hop for hop in hops if (hop["rule"], hop["kind"], hop["value"]) == shown], one


def test_every_purchase_of_a_fraudulent_account_is_found(linked: Linked) -> None:
    active = linked.active()
    for pair in bought():
        assert [hop for hop in active.get(pair, []) if hop["rule"] == "purchase"], pair


def test_no_decoy_is_linked_and_nothing_else_is(linked: Linked) -> None:
    for decoy in TRUTH["decoys"]:
        for host in decoy["hosts"]:
            for hop in linked.active().get((source_of(host), decoy["account_ref"]), []):
                assert (hop["kind"], hop["value"]) != (decoy["type"], decoy["normalised"]), decoy["why"]
    expected = {(source_of(one["host"]), one["account_ref"]) for one in planted()} | bought()
    assert set(linked.active()) == expected


def links_without(database: Database, down: str) -> set[tuple[str, str]]:
    """Link as if one source never could be crawled, and undo it."""
    found: set[tuple[str, str]] = set()
    with suppress(_UndoneError), database.writing() as connection:
        for statement in (*FORGET_LINKS, FORGET_SHOWN):
            connection.execute(text(statement), {"down": down})
        build_links(connection, datetime.now(UTC))
        found = {(row[0], row[1]) for row in connection.execute(text(LINKED))}
        raise _UndoneError
    return found


def test_no_false_link_while_any_one_shop_is_down(linked: Linked, copy_of: CopyOf) -> None:
    sources = sorted({source for source, _ in linked.active()} | {"xinghai", "luotuo"})
    with open_database(f"sqlite:///{copy_of('down').into / 'resalewatch.db'}", write=True) as database:
        for down in sources:
            left = {pair for pair in linked.active() if pair[0] != down or pair in bought()}
            assert links_without(database, down) == left, down


PROVED = """
SELECT DISTINCT n.sha256, i.kind, i.value, g.written FROM link_hop h JOIN snapshot n ON n.id = h.snapshot_id
LEFT JOIN sighting g ON g.id = h.sighting_id LEFT JOIN identifier i ON i.id = g.identifier_id
"""


def spellings(body: bytes) -> list[str]:
    """The words of a page, as its bytes, its markup and its JSON write them; white space apart."""
    text = html.unescape(body.decode("utf-8", "replace"))
    text = re.sub(r"\\\\?u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text).replace("\\/", "/")
    text = html.unescape(text)
    return ["".join(one.split()).lower() for one in (text, re.sub(r"<[^>]*>", "", text))]


def test_every_proof_is_kept_and_holds_the_value(linked: Linked) -> None:
    proofs = list(linked.demo.rows("sql", PROVED))
    assert len(proofs) >= len(planted())
    with open_database(f"sqlite:///{linked.demo.into / 'resalewatch.db'}") as database:
        for proof in proofs:
            body = read_snapshot(database, proof["sha256"], linked.demo.into / "evidence")
            assert hashlib.sha256(body).hexdigest() == proof["sha256"]
            if proof["kind"] is None:
                continue  # a purchase: what the offer stated is its proof
            words = proof["value"] if proof["kind"] == "api_key" else proof["written"]
            wanted = "".join(words.split()).lower()
            assert any(wanted in words for words in spellings(body)), proof


def test_feeds_say_the_same(linked: Linked) -> None:
    directory = linked.demo.into / "feeds"
    body = require_whole(directory)
    assert body["claims"] == {"active": len(linked.claims), "retracted": 0}
    with (directory / "links.csv").open(encoding="utf-8", newline="") as file:
        rows = {
            (row["source"], row["account_ref"]): row
            for row in csv.DictReader(file)
            if row["level"] == "alert"
        }
    assert set(rows) == set(linked.active())
    assert all(row["snapshot_sha256"] and row["path"] for row in rows.values())
    assert set(body["sources"]["failed"]) == {"changcheng", "shuimen"}


def test_a_reinstated_account_leaves_and_a_new_ban_brings_it_back(copy_of: CopyOf, tmp_path: Path) -> None:
    one, demo = planted()[0], copy_of("reinstated")
    listed = tmp_path / "again.csv"
    for class_name, status in (("reinstated", "retracted"), ("fraudulent", "active")):
        listed.write_text(f"account_ref,class\n{one['account_ref']},{class_name}\n")
        demo.run("accounts", "import", str(listed), "--provider", "anthropic")
        demo.run("link")
        found = list(demo.rows("links", "list", "--account", one["account_ref"]))
        assert {claim["status"] for claim in found} == {status}
        reasons = {claim["reason"] for claim in found}
        assert reasons == ({"the account is reinstated, and only fraudulent accounts are linked"}
                           if status == "retracted" else {""})  # fmt: skip
