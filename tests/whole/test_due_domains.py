"""Which domains of the market's operators are looked up, and when again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from crawlers.registry.look_up import choose_domains
from store.database import open_database
from store.due_domains import due_domains
from store.records import REGISTRY
from store.schema import TABLES
from tests.whole.conftest import CopyOf

pytestmark = pytest.mark.xdist_group("market")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
OWN = "yunfan-token55.top"


def test_an_operators_domain_is_due_once_a_week(copy_of: CopyOf) -> None:
    demo = copy_of("domains")
    with open_database(f"sqlite:///{demo.into / 'resalewatch.db'}", write=True) as database:
        with database.reading() as connection:
            due = due_domains(connection, NOW)
            proof = connection.scalar(select(TABLES["snapshot"].c.id).limit(1))
            run = connection.scalar(select(TABLES["run"].c.id).limit(1))
        assert OWN in choose_domains(due)
        with database.writing() as connection:
            url = {"name": REGISTRY, "platform": REGISTRY, "url": "u", "added_at": NOW}
            connection.execute(insert(TABLES["source"]), [url])
            row = {"source": REGISTRY, "name": "looked_up", "key": OWN, "value": "2026-11-24", "observed_at": NOW, "run_id": run, "snapshot_id": proof, "pointer": "/"}  # fmt: skip
            connection.execute(insert(TABLES["fact"]), [row])
        with database.reading() as connection:
            assert OWN not in due_domains(connection, NOW + timedelta(days=6))
            again = due_domains(connection, NOW + timedelta(days=7))
    assert again[-1] == OWN, "the longest unseen come first"


def test_hosts_under_a_shared_ending_and_platforms_are_nobodys_own() -> None:
    domains = ["shop.pages.dev", "t.me", "api.lantern-keys.com", "claude.ai", "lantern-keys.com", "nosuch"]
    assert choose_domains(domains) == ["lantern-keys.com"]
    assert choose_domains([f"lantern{at}.com" for at in range(9)], 3) == [
        "lantern0.com",
        "lantern1.com",
        "lantern2.com",
    ]
