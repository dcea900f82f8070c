"""A whole path on the market: a Telegram post, the card shop of the same hand, a probe through it, a known account."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, text

from store.database import Database, open_database
from store.evidence import read_snapshot
from store.known_records import AccountFields, AccountLine, AnswerLine, OfferName, ProbeLine
from store.links.build import build_links
from store.links.cluster_paths import find_cluster_path
from store.links.show import find_claims, find_hops
from store.save_accounts import save_accounts
from store.save_probes import save_answers, save_probes
from tests.market.server import PAGES, Market
from tests.store.known_world import ORIGIN
from tests.whole.watched import Watched, at

pytestmark = pytest.mark.xdist_group("path")
HANDLE, CANARY = "maplekeys_support", "canary-0123456789"
SENT = at(3)
_OFFER = """
SELECT o.key FROM offer o JOIN listing l ON l.id = o.listing_id WHERE l.source = 'luotuo' ORDER BY o.id LIMIT 1
"""
_SELLERS = """
SELECT DISTINCT s.source, s.id FROM seller s JOIN sighting g ON g.seller_id = s.id
JOIN identifier i ON i.id = g.identifier_id WHERE i.value = :handle AND g.role = 'operator'
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """The channel and the card shop, whose notice names the channel's own support."""
    folder = tmp_path_factory.mktemp("path")
    pages = folder / "pages"
    for host in ("telegram.market.test", "luotuo.market.test"):
        shutil.copytree(PAGES / host, pages / host)
    front = pages / "luotuo.market.test" / "index.html"
    written = front.read_text("utf-8")
    assert "@LuoTuo_Ka" in written
    front.write_text(written.replace("@LuoTuo_Ka", f"@{HANDLE}"), "utf-8")
    with Market(pages) as market, pytest.MonkeyPatch.context() as patch:
        found = Watched(
            market, ("telegram", "luotuo"), folder, lambda ways: patch.setenv("RESALEWATCH_RESOLVE", ways)
        )
        found.look(0)
        yield found


def knows(connection: Connection, class_name: str, now: datetime) -> None:
    line = AccountLine(2, "anthropic", "acc-7", AccountFields(class_name=class_name))
    assert save_accounts(connection, [line], ORIGIN, now).rejected == ()


def sends_a_probe(connection: Connection) -> None:
    key = str(connection.execute(text(_OFFER)).scalar_one())
    probe = ProbeLine(2, OfferName(key), SENT, CANARY, "req-1", "fern", "osei", "case-1")
    answer = AnswerLine(2, CANARY, "anthropic", "acc-7", SENT + timedelta(seconds=4))
    assert save_probes(connection, [probe], ORIGIN, at(4)).rejected == ()
    assert save_answers(connection, [answer], ORIGIN, at(5)).rejected == ()


def proves(database: Database, watched: Watched, sha256: str) -> bytes:
    body = read_snapshot(database, sha256, watched.folder / "evidence")
    assert hashlib.sha256(body).hexdigest() == sha256
    return body


def test_from_a_post_over_a_card_shop_and_a_probe_to_an_account_and_back(watched: Watched) -> None:
    with open_database(watched.url, write=True) as database:
        with database.writing() as connection:
            knows(connection, "fraudulent", at(1))
            sends_a_probe(connection)
            build_links(connection, at(6))
            sellers = {row.source: row.id for row in connection.execute(text(_SELLERS), {"handle": HANDLE})}
            path = find_cluster_path(connection, sellers["telegram"], sellers["luotuo"])
            claims = {claim.source: claim for claim in find_claims(connection, account="acc-7")}
            (hop,) = find_hops(connection, claims["luotuo"].link_id)
        # post -> card shop, by the handle that both show as their own; each page still holds it
        assert path is not None
        (step,) = path
        assert (step.from_seller, step.to_seller, step.kind, step.value) == (
            sellers["telegram"], sellers["luotuo"], "telegram", HANDLE,
        )  # fmt: skip
        # card shop -> account, by the probe; its proof is what the offer stated before
        assert (claims["luotuo"].status, claims["luotuo"].level, hop.rule) == ("active", "alert", "probe")
        assert hop.fetched_at <= SENT
        assert "Claude Pro" in proves(database, watched, hop.sha256).decode()
        with database.writing() as connection:
            for hours, name, status in ((7, "reinstated", "retracted"), (8, "fraudulent", "active")):
                knows(connection, name, at(hours))
                build_links(connection, at(hours))
                found = find_claims(connection, account="acc-7")
                assert {claim.status for claim in found} == {status}
                assert {claim.id for claim in found} == {claim.id for claim in claims.values()}
