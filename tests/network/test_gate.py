"""No address of SAFETY's table is reached, however it is written and whatever it resolves to."""

import asyncio
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.network.addresses import why_not_public
from crawlers.network.gate import Gate, NoHostError, Way, read_ways
from crawlers.network.targets import RefusedError, read_target
from store.errors import UserError

PRIVATE = [
    "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "127.0.0.1", "127.255.255.254",
    "0.0.0.0", "0.1.2.3", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.88.99.1", "198.18.0.1",
    "198.19.255.255", "192.0.0.8", "192.0.2.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255", "::", "::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1",
    "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::10.0.0.1", "::ffff:0:10.0.0.1",
    "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:a00:1::", "2002:7f00:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:0:a00:1::", "2001:db8::1", "3fff::1", "100::1", "5f00::1",
    "2620:4f:8000::1", "4000::1", "192.31.196.1", "192.175.48.1",
]  # fmt: skip
PUBLIC = [
    "1.1.1.1",
    "93.184.216.34",
    "2606:4700::1111",
    "172.32.0.1",
    "100.128.0.1",
    "::ffff:1.1.1.1",
    "2002:101:101::",
]

URLS = [
    "http://2130706433/", "http://0177.0.0.1/", "http://0x7f.0.0.1/", "http://0x7f000001/", "http://127.1/",
    "http://127.0.0.01/", "http://010.0.0.1/", "http://1.1.1.1.1/", "http://0/", "http://0x/", "http://[::ffff:7f00:1]/",
    "http://[::1]/", "http://[fe80::1%25eth0]/", "http://[::1%lo]/", "http://[127.0.0.1]/", "http://[::1/",
    "http://127.0.0.1\\@shop.example/", "http://shop.example\\.evil.example/", "http://shop.example@10.0.0.1/",
    "http://user:pass@shop.example/", "http://@shop.example/", "http://１２７.０.０.１/", "http://127。0。0。1/",
    "http://①②⑦.⓪.⓪.①/", "http://shop.example\t.evil/", "http://shop.example /", "http://shop.example\n/",
    "http://shop%2eexample/", "http://sh%00op/", "http://shop..example/", "http://.shop.example/", "http://-/",
    "http://" + "a" * 64 + ".example/", "http://" + "a." * 200 + "example/", "http://shop.example:22/",
    "http://shop.example:25/", "http://shop.example:6379/", "http://shop.example:0/", "http://shop.example:99999/",
    "http://shop.example:8x/", "http://shop.example:/", "http:///etc/passwd", "http:shop.example/", "//shop.example/",
    "file:///etc/passwd", "ftp://shop.example/", "data:text/html,hi", "s3://bucket/key", "gopher://shop.example/",
    "javascript:alert(1)", "view-source:http://shop.example/", "ws://shop.example/", "source:file:///etc/passwd",
    "HTTP://127.0.0.1/", "http://shop.example/" + "a" * 9000,
]  # fmt: skip


def answering(*rounds: list[str]) -> tuple[Callable[[str, int], Awaitable[list[str]]], list[str]]:
    asked: list[str] = []

    async def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return rounds[min(len(asked), len(rounds)) - 1]

    return resolver, asked


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_resolves_to_an_inner_address_is_refused(address: str) -> None:
    for found in ([address], ["1.1.1.1", address]):
        gate = Gate(resolver=answering(found)[0])
        with pytest.raises(RefusedError):
            asyncio.run(gate.admit("http", "shop.example"))
        assert not gate.admitted
        assert gate.refusals


@pytest.mark.parametrize("address", PRIVATE)
def test_an_inner_address_is_refused_as_it_is(address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(RefusedError):
        Gate().check_url(f"http://{host}/")
    with pytest.raises(RefusedError):
        asyncio.run(Gate().admit("http", host, 8080))


@pytest.mark.parametrize("url", URLS)
def test_an_address_with_two_readings_is_refused(url: str) -> None:
    gate = Gate()
    with pytest.raises(RefusedError):
        gate.check_url(url)
    assert gate.refusals


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_admitted_and_pinned(address: str) -> None:
    gate = Gate(resolver=answering([address])[0])
    assert asyncio.run(gate.admit("https", "Shop.Example.")) == Way(address, 443)
    assert gate.peer_of("shop.example", 443) == address


def test_an_answer_that_changes_is_checked_each_time() -> None:
    resolver, asked = answering(["1.1.1.1"], ["127.0.0.1"])
    gate = Gate(resolver=resolver)
    assert asyncio.run(gate.admit("http", "shop.example")).address == "1.1.1.1"
    with pytest.raises(RefusedError):
        asyncio.run(gate.admit("http", "shop.example"))
    assert asked == ["shop.example", "shop.example"]


def test_a_name_without_address_is_no_refusal() -> None:
    with pytest.raises(NoHostError):
        asyncio.run(Gate(resolver=answering([])[0]).admit("http", "shop.example"))


def test_a_loopback_source_reaches_this_machine_alone() -> None:
    ways = (("*.market.test", Way("127.0.0.1", 8001)), ("evil.test", Way("10.0.0.1", 80)))
    gate = Gate(loopback=True, ways=ways, resolver=answering(["10.0.0.1"])[0])
    assert asyncio.run(gate.admit("http", "a.market.test")) == Way("127.0.0.1", 8001)
    assert asyncio.run(gate.admit("http", "127.0.0.1", 8002)) == Way("127.0.0.1", 8002)
    for host in ("market.test", "evil.test", "10.0.0.1", "1.1.1.1", "169.254.169.254"):
        with pytest.raises(RefusedError):
            asyncio.run(gate.admit("http", host))


def test_ways_count_for_loopback_sources_only() -> None:
    gate = Gate(ways=(("*.market.test", Way("127.0.0.1", 8001)),), resolver=answering(["1.1.1.1"])[0])
    assert asyncio.run(gate.admit("http", "a.market.test")) == Way("1.1.1.1", 80)


def test_ways_are_read_from_words() -> None:
    assert read_ways("*.Market.test=127.0.0.1:34567, b.test=[::1]:80") == (
        ("*.market.test", Way("127.0.0.1", 34567)),
        ("b.test", Way("::1", 80)),
    )
    assert read_ways("") == ()
    for wrong in ("a.test", "a.test=localhost:80", "a.test=127.0.0.1"):
        with pytest.raises(UserError, match="RESALEWATCH_RESOLVE"):
            read_ways(wrong)


def test_a_name_in_unicode_is_read_as_it_is_looked_up() -> None:
    assert read_target("http://商店.example/").host == "xn--czrs0t.example"
    assert read_target("http://ＳＨＯＰ.example/").host == "shop.example"


@given(st.integers(0, 2**32 - 1))
def test_what_python_calls_global_or_we_refuse_it(number: int) -> None:
    address = IPv4Address(number)
    assert why_not_public(address) is not None or address.is_global


@given(st.integers(0, 2**128 - 1) | st.integers(0, 2**32 - 1).map(lambda low: low | 0xFFFF << 32))
def test_the_same_for_the_longer_ones(number: int) -> None:
    address = IPv6Address(number)
    mapped = address.ipv4_mapped
    assert why_not_public(address) is not None or (mapped or address).is_global


@given(st.text(max_size=40))
def test_any_text_is_a_target_or_refused(text: str) -> None:
    for url in (text, f"http://{text}/"):
        try:
            target = read_target(url)
        except RefusedError:
            continue
        assert target.host.isascii()
        assert target.scheme in ("http", "https")
        if target.address is None:
            with pytest.raises(ValueError, match="does not appear"):
                ip_address(target.host)
