"""What registries answer, well made and hostile, as facts."""

from __future__ import annotations

import json

import pytest

from crawlers.page import Page, PageChangedError
from crawlers.registry.replies import (
    NETWORKS,
    host_of,
    read_domain,
    read_network,
    read_servers,
    server_of,
    server_of_address,
)


def page(reply: object) -> Page:
    body = reply if isinstance(reply, str) else json.dumps(reply)
    return Page(url="https://rdap.quillmoth.com/x", body=body.encode(), media_type="application/rdap+json")


def card(**properties: str) -> list[object]:
    return [
        "vcard",
        [["version", {}, "text", "4.0"], *([name, {}, "text", text] for name, text in properties.items())],
    ]


REGISTRAR = {
    "objectClassName": "entity",
    "roles": ["registrar"],
    "vcardArray": card(fn="Tallow Names Ltd."),
    "entities": [{"roles": ["abuse"], "vcardArray": card(fn="Abuse", email="Abuse@tallow-names.com")}],
}
PERSON = {"roles": ["registrant"], "vcardArray": card(fn="Somebody Private", email="somebody@quillmoth.com")}
DOMAIN = {
    "objectClassName": "domain",
    "ldhName": "QUILLMOTH.COM",
    "entities": [REGISTRAR, PERSON],
    "events": [{"eventAction": "registration", "eventDate": "2026-03-04T05:06:07Z"}, {"eventAction": "expiration", "eventDate": "2027-03-04T05:06:07Z"}],
    "nameservers": [{"ldhName": "NS1.TALLOW-DNS.COM"}, {"ldhName": "ns2.tallow-dns.com."}],
}  # fmt: skip
NETWORK = {
    "objectClassName": "ip network",
    "name": "TALLOW-CLOUD",
    "startAddress": "51.15.0.0",
    "endAddress": "51.15.255.255",
    "entities": [
        {"roles": ["registrant"], "vcardArray": card(fn="Tallow Cloud SAS")},
        {"roles": ["abuse"], "vcardArray": card(email="abuse@tallow-cloud.com")},
    ],
}


def said(facts: list[object]) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in facts]  # type: ignore[attr-defined]


def test_a_domains_reply_gives_registrar_contact_servers_and_day_and_no_persons_name() -> None:
    facts = read_domain(page(DOMAIN), "quillmoth.com")
    assert said([*facts]) == [
        ("registrar", "Tallow Names Ltd."),
        ("registrar_abuse", "abuse@tallow-names.com"),
        ("registered_on", "2026-03-04"),
        ("name_server", "ns1.tallow-dns.com"),
        ("name_server", "ns2.tallow-dns.com"),
    ]
    assert {fact.key for fact in facts} == {"quillmoth.com"}


def test_a_networks_reply_gives_name_owner_contact_and_range() -> None:
    assert said([*read_network(page(NETWORK), "quillmoth.com")]) == [
        ("network_name", "TALLOW-CLOUD"),
        ("network_owner", "Tallow Cloud SAS"),
        ("network_abuse", "abuse@tallow-cloud.com"),
        ("network_range", "51.15.0.0 - 51.15.255.255"),
    ]


NESTED = '{"objectClassName":"domain","entities":' + '[{"entities":' * 60 + "[]" + "}]" * 60 + "}"


@pytest.mark.parametrize(
    "reply",
    [
        {"objectClassName": "domain"},
        {"objectClassName": "domain", "entities": "x", "events": {"a": 1}, "nameservers": [1, None]},
        {"objectClassName": "domain", "entities": [{"roles": "registrar", "vcardArray": 7}]},
        {"objectClassName": "domain", "entities": [{"roles": ["registrar"], "vcardArray": ["vcard", [["fn"], ["org", {}, "text", ["x"]], 9]]}]},
        {"objectClassName": "domain", "events": [{"eventAction": "registration", "eventDate": "soon"}]},
        {"objectClassName": "domain", "nameservers": [{"ldhName": "../../etc"}, {"ldhName": "a" * 900}]},
        NESTED,
    ],
)  # fmt: skip
def test_odd_fields_give_nothing_and_break_nothing(reply: object) -> None:
    assert read_domain(page(reply), "quillmoth.com") == []


@pytest.mark.parametrize("reply", ["<html>no</html>", [], {"objectClassName": "entity"}, "[" * 100_000])
def test_what_is_no_reply_of_rdap_is_refused(reply: object) -> None:
    for read in (read_domain, read_network):
        with pytest.raises(PageChangedError):
            read(page(reply), "quillmoth.com")


def test_long_values_are_cut_and_crowds_bounded() -> None:
    crowd = {
        "objectClassName": "domain",
        "entities": [{"roles": ["registrar"], "vcardArray": card(fn="x" * 5000)}] * 400,
        "nameservers": [{"ldhName": f"ns{at}.tallow-dns.com"} for at in range(900)],
    }
    facts = read_domain(page(crowd), "quillmoth.com")
    assert len(facts) <= 21
    assert max(len(fact.value) for fact in facts) == 300


def test_the_longest_ending_and_the_narrowest_network_answer() -> None:
    lists = {
        "services": [
            [["com"], ["http://a.quillmoth.com/", "https://b.quillmoth.com/com"]],
            [["co.uk"], ["https://c.quillmoth.com/"]],
            [["51.0.0.0/8"], ["https://wide.quillmoth.com/"]],
            [["51.15.0.0/16", "nonsense"], ["https://narrow.quillmoth.com/"]],
            "odd",
            [["x"]],
        ]
    }
    servers = read_servers(page(lists))
    assert server_of("shop.com", servers) == "https://b.quillmoth.com/com/"
    assert server_of("shop.co.uk", servers) == "https://c.quillmoth.com/"
    assert server_of("shop.top", servers) is None
    assert server_of_address("51.15.3.4", servers) == "https://narrow.quillmoth.com/"
    assert server_of_address("51.16.3.4", servers) == "https://wide.quillmoth.com/"
    assert server_of_address("2a01::1", servers) == NETWORKS


def test_host_names() -> None:
    assert host_of("NS1.Tallow-DNS.com.") == "ns1.tallow-dns.com"
    assert [host_of(text) for text in ("", ".", "a b.com", "x..com", "-a.com\n", "a/b.com", "<b>.com")] == [
        ""
    ] * 7
