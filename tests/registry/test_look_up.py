"""Operators' domains looked up by the command, against DNS and RDAP servers of this machine."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dns.message
import dns.rrset
import pytest
from typer.testing import CliRunner

import scheduler
from tests.demo import Demo
from tests.market.server import Market
from tests.registry.test_replies import DOMAIN, NETWORK

pytestmark = [pytest.mark.allow_hosts(["127.0.0.1"]), pytest.mark.xdist_group("registry")]
OWN, ODD, BARE = "yunfan-token55.top", "oddities-token.top", "nobody-token.top"
ZONE = {
    (OWN, "A"): ["51.15.0.10"],
    (OWN, "NS"): ["ns1.tallow-dns.com.", "ns2.tallow-dns.com."],
    (OWN, "MX"): ["10 mail.yunfan-token55.top."],
    ("10.0.15.51.origin.asn.cymru.com", "TXT"): ['"64500 | 51.15.0.0/16 | FR | ripencc | 2015-01-01"'],
    ("AS64500.asn.cymru.com", "TXT"): ['"64500 | FR | ripencc | 2015-01-01 | TALLOW-CLOUD, FR"'],
    (ODD, "A"): ["127.0.0.1", "10.0.0.7"],
    (ODD, "NS"): ["\\060script\\062.evil.example."],
}


class _Names(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        sent, socket = self.request
        asked = dns.message.from_wire(sent)
        question = asked.question[0]
        name = str(question.name).rstrip(".")
        kind = dns.rdatatype.to_text(question.rdtype)
        if (name, kind) == (ODD, "MX"):
            socket.sendto(b"\x00garbage", self.client_address)  # and then nothing that fits
        reply = dns.message.make_response(asked)
        if texts := ZONE.get((name, kind)):
            reply.answer.append(dns.rrset.from_text(question.name, 60, "IN", kind, *texts))
        socket.sendto(reply.to_wire(), self.client_address)


@dataclass(frozen=True)
class World:
    """A demo whose registries and resolver are this machine's."""

    demo: Demo
    market: Market

    def records(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for row in self.demo.rows("sql", "SELECT domain, record, value FROM domain_records ORDER BY 1, 2, 3"):
            found.setdefault(row["domain"], []).append((row["record"], row["value"]))
        return found

    def counts(self) -> list[dict[str, Any]]:
        tables = ("sighting", "identifier", "seller", "listing", "offer", "link")
        return [
            row for table in tables for row in self.demo.rows("sql", f"SELECT count(*) AS n FROM {table}")
        ]


def write(root: Path, host: str, path: str, reply: object) -> None:
    file = root / host / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(reply), "utf-8")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    place = tmp_path_factory.mktemp("registry")
    root = place / "pages"
    write(
        root, "iana.market.test", "rdap/dns.json", {"services": [[["top"], ["http://rdap.market.test/top/"]]]}
    )
    write(
        root,
        "iana.market.test",
        "rdap/ipv4.json",
        {"services": [[["51.0.0.0/8"], ["http://rdap.market.test/"]]]},
    )
    write(root, "rdap.market.test", f"top/domain/{OWN}.json", DOMAIN)
    write(root, "rdap.market.test", "ip/51.15.0.10.json", NETWORK)
    write(
        root, "rdap.market.test", "site.json", {"redirects": {f"/top/domain/{ODD}": "http://10.0.0.7/inner"}}
    )
    resolver = socketserver.ThreadingUDPServer(("127.0.0.1", 0), _Names)
    threading.Thread(target=resolver.serve_forever, args=(0.02,), daemon=True).start()
    with Market(root) as market:
        demo = Demo(place / "run", market.port, sources=place / "sources")
        demo.environment |= {
            "RESALEWATCH_RDAP": "http://iana.market.test/rdap/",
            "RESALEWATCH_DNS": f"127.0.0.1:{resolver.server_address[1]}",
        }
        demo.run("migrate")
        yield World(demo, market)
    resolver.shutdown()
    resolver.server_close()


def test_what_registries_and_dns_say_is_kept_as_dated_facts_with_proof(world: World) -> None:
    before = world.counts()
    said = world.demo.run("registry", OWN, ODD, BARE)
    assert said.startswith("registry ")
    assert "2 of 3 domains looked up" in said
    world.demo.run("load")
    records = world.records()
    assert [record for record in records[OWN] if record[0] != "looked_up"] == [
        ("address", "51.15.0.10"),
        ("mail_server", "mail.yunfan-token55.top"),
        ("name_server", "ns1.tallow-dns.com"),
        ("name_server", "ns2.tallow-dns.com"),
        ("network", "AS64500"),
        ("network_abuse", "abuse@tallow-cloud.com"),
        ("network_name", "TALLOW-CLOUD"),
        ("network_operator", "TALLOW-CLOUD, FR"),
        ("network_owner", "Tallow Cloud SAS"),
        ("network_range", "51.15.0.0 - 51.15.255.255"),
        ("registered_on", "2026-03-04"),
        ("registrar", "Tallow Names Ltd."),
        ("registrar_abuse", "abuse@tallow-names.com"),
    ]
    assert ("resolves", "no") in records[BARE]
    assert world.counts() == before, "a registrar or a network that many share joins nobody"


def test_a_hostile_domain_leads_nowhere_and_is_due_again(world: World) -> None:
    odd = world.records()[ODD]
    assert ("address", "10.0.0.7") in odd
    assert "looked_up" not in dict(odd)
    assert not [value for _, value in odd if "<" in value]
    asked = {request.path for request in world.market.requests}
    assert f"/top/domain/{ODD}" in asked
    assert not [path for path in asked if path.startswith("/ip/") and path != "/ip/51.15.0.10"]


def test_the_same_again_writes_one_row_a_day_at_most(world: World) -> None:
    def rows() -> int:
        return int(next(world.demo.rows("sql", "SELECT count(*) AS n FROM fact"))["n"])

    before = rows()
    world.demo.run("registry", OWN)
    world.demo.run("load")
    assert rows() == before


@pytest.mark.parametrize("given", ["no domain", "localhost", "x.github.io", "co.uk", ""])
def test_what_nobody_registered_is_refused_by_name(given: str) -> None:
    done = CliRunner().invoke(scheduler.app, ["registry", given])
    assert "is no domain that somebody registered" in str(done.exception)


def test_nothing_is_due_where_no_operator_showed_a_domain(world: World) -> None:
    assert world.demo.run("registry") == ""
