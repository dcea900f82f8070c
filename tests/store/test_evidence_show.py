"""`evidence show` and `evidence verify`: the page, the places in it, and what is amiss."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

import scheduler
from crawlers.evidence_show import show_pages
from store.database import Database
from store.errors import UserError
from tests.store.bundles import shop_bundle
from tests.store.loading import load

MOMENT = "2026-11-24T08:15:00.000000Z"
BODY = '{"goods":[{"x":"加 QQ 1234567 买"},{"price":"¥30"}]}'.encode()


@pytest.fixture
def kept(sqlite_database: Database, spool: Path, evidence: Path) -> Database:
    shop_bundle(spool, "r1", 0, 2, body=BODY)
    load(sqlite_database, spool, evidence)
    return sqlite_database


def ask(database: Database, evidence: Path, *words: str) -> tuple[int, str]:
    shared = ["--database", database.url, "--evidence", str(evidence)]
    done = CliRunner().invoke(scheduler.app, [*shared, *words])
    return done.exit_code, done.output or str(done.exception)


def test_each_value_is_marked_where_it_was_read(kept: Database, evidence: Path) -> None:
    [page] = show_pages(kept, evidence, sha256(BODY).hexdigest()[:8])
    assert page.body == BODY
    marks = {mark.value: mark.excerpt for mark in page.marks}
    assert "加 ⟦QQ 1234567⟧ 买" in marks["QQ 1234567"]
    assert "⟦¥30⟧" in marks["¥30"]
    assert marks["¥31"].startswith("(")


def test_an_offer_names_its_pages_too(kept: Database, evidence: Path) -> None:
    assert [page.sha256 for page in show_pages(kept, evidence, "shop/1")] == [sha256(BODY).hexdigest()]


@pytest.mark.parametrize("wanted", ["0000", "zz", "", "%"])
def test_an_id_that_names_nothing_says_where_ids_stand(kept: Database, evidence: Path, wanted: str) -> None:
    with pytest.raises(UserError, match="take the"):
        show_pages(kept, evidence, wanted)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("clm_a", "too short"),
        ("0f", "too short"),
        ("clm_ffff", "there is no link clm_ffff"),
        ("clm_abcd", "several links begin"),
        ("clm_abcdee", "was retracted"),
    ],
)
def test_the_beginning_of_a_claim_s_id_is_enough_where_it_names_one(
    kept: Database, evidence: Path, wanted: str, said: str
) -> None:
    with kept.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO known_account (id, provider, account_ref) VALUES (1, 'anthropic', 'a')"
        )
        for name, status in (("abcdee1", "retracted"), ("abcdff1", "active")):
            connection.exec_driver_sql(
                "INSERT INTO claim (id, link_id, seller_id, account_id, status, reason, first_linked_at, last_change)"
                f" VALUES ('clm_{name}', '{name}', 1, 1, '{status}', '', '{MOMENT}', '{MOMENT}')"
            )
        connection.exec_driver_sql("INSERT INTO link (id, seller_id, account_id) VALUES ('abcdff1', 1, 1)")
        connection.exec_driver_sql(
            "INSERT INTO link_hop (link_id, path, hop, rule, words, snapshot_id, pointer)"
            " VALUES ('abcdff1', 0, 0, 'exact_identifier', 'x', 1, '')"
        )
    with pytest.raises(UserError, match=said):
        show_pages(kept, evidence, wanted)
    assert [page.sha256 for page in show_pages(kept, evidence, "clm_abcdf")] == [sha256(BODY).hexdigest()]


def test_the_commands_show_and_verify(kept: Database, evidence: Path, tmp_path: Path) -> None:
    code, said = ask(kept, evidence, "evidence", "show", sha256(BODY).hexdigest())
    assert (code, "⟦QQ 1234567⟧" in said) == (0, True)
    assert "whole, 1 kept" in ask(kept, evidence, "evidence", "verify")[1]
    code, heads = ask(kept, evidence, "--json", "evidence", "verify")
    written = tmp_path / "heads.jsonl"
    written.write_text(heads, "utf-8")
    assert ask(kept, evidence, "evidence", "verify", "--against", str(written))[0] == 0
    written.write_text(json.dumps(json.loads(heads) | {"head": "0" * 64}), "utf-8")
    code, said = ask(kept, evidence, "evidence", "verify", "--against", str(written))
    assert (code, "had the link" in said) == (1, True)
