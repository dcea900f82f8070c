"""The browser's proxy, spoken to as a hostile page would have its browser speak."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest

from crawlers.network import proxy as module
from crawlers.network.gate import Gate, Way
from crawlers.network.proxy import GateProxy
from tests.crawl.hostile import Hostile, Say, page

REFUSED = [
    b"CONNECT 10.0.0.1:443 HTTP/1.1", b"CONNECT 169.254.169.254:80 HTTP/1.1", b"CONNECT [::ffff:10.0.0.1]:443 HTTP/1.1",
    b"CONNECT 2130706433:443 HTTP/1.1", b"CONNECT 127.0.0.1:22 HTTP/1.1", b"CONNECT inner.example:443 HTTP/1.1",
    b"CONNECT localhost HTTP/1.1", b"CONNECT :443 HTTP/1.1", b"CONNECT 0x7f000001:443 HTTP/1.1",
    b"GET http://10.0.0.1/ HTTP/1.1", b"GET http://a@127.0.0.1/ HTTP/1.1", b"GET https://shop.hostile.test/ HTTP/1.1",
    b"GET ftp://shop.hostile.test/ HTTP/1.1", b"GET / HTTP/1.1", b"GET file:///etc/passwd HTTP/1.1",
    b"GET http://inner.example/ HTTP/1.1", b"nonsense",
]  # fmt: skip


class Closed(Hostile):
    """Listens nowhere."""

    @property
    def port(self) -> int:
        with socket.create_server(("127.0.0.1", 0)) as closed:
            return int(closed.getsockname()[1])


def talk(server: Hostile, *heads: bytes, left: int = 1_000_000) -> list[bytes]:
    """Send each head over a connection of its own to a loopback source's proxy, and give the whole replies."""

    async def resolver(host: str, port: int) -> list[str]:
        return ["10.0.0.1"]

    async def converse() -> list[bytes]:
        ways = (("*.hostile.test", Way("127.0.0.1", server.port)),)
        proxy = GateProxy(Gate(loopback=True, ways=ways, resolver=resolver), max_bytes=left)
        await proxy.start()
        replies = []
        try:
            for head in heads:
                reader, writer = await asyncio.open_connection("127.0.0.1", int(proxy.url.rpartition(":")[2]))
                writer.write(head + b"\r\n\r\n")
                try:
                    replies.append(await asyncio.wait_for(reader.read(), 10))
                except ConnectionResetError:
                    replies.append(b"")
                writer.close()
        finally:
            await proxy.close()
        return replies

    return asyncio.run(converse())


@pytest.mark.parametrize("head", REFUSED)
def test_what_the_gate_refuses_is_refused_here(head: bytes) -> None:
    with Hostile({"shop": page("inside")}) as server:
        [reply] = talk(server, head)
    assert reply.startswith(b"HTTP/1.1 403 ")
    assert server.connections == 0


def test_a_part_is_fetched_without_the_proxys_own_headers() -> None:
    with Hostile({"shop": page("words")}) as server:
        [reply] = talk(
            server,
            b"GET http://shop.hostile.test/a?b=1 HTTP/1.1\r\nHost: shop.hostile.test\r\nProxy-Connection: keep-alive\r\n"
            b"Proxy-Authorization: Basic x\r\nConnection: keep-alive\r\nX-Kept: yes",
        )
    assert reply.endswith(b"\r\n\r\nwords")
    [asked] = server.asked
    assert (asked.path, asked.headers["x-kept"], asked.headers["connection"]) == ("/a?b=1", "yes", "close")
    assert not [name for name in asked.headers if name.startswith("proxy")]


def test_a_tunnel_carries_what_it_is_given() -> None:
    with Hostile({"shop": page("words")}) as server:
        [reply] = talk(
            server, b"CONNECT shop.hostile.test:443 HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\nHost: shop.hostile.test"
        )
    assert reply.startswith(b"HTTP/1.1 200 Connected\r\n\r\nHTTP/1.1 200 OK")
    assert reply.endswith(b"words")


def test_a_page_gets_no_more_than_its_share() -> None:
    head = b"GET http://shop.hostile.test/ HTTP/1.1\r\nHost: shop.hostile.test"
    with Hostile({"shop": page(b"." * 300_000)}) as server:
        first, second, third = talk(server, head, head, head, left=400_000)
    assert len(first) > 300_000
    assert len(second) < 200_000
    assert third == b""
    assert server.connections == 2


def test_a_host_that_is_not_there_is_no_refusal() -> None:
    [reply] = talk(Closed({}), b"GET http://shop.hostile.test/ HTTP/1.1")
    assert reply.startswith(b"HTTP/1.1 502 ")


def test_heads_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    with Hostile({"shop": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000}) as server:
        vast, endless = talk(
            server,
            b"GET http://shop.hostile.test/ HTTP/1.1\r\n" + b"X: y\r\n" * 100_000,
            b"GET http://shop.hostile.test/ HTTP/1.1\r\nHost: shop.hostile.test",
        )
    assert (vast, endless) == (b"", b"")


def test_one_exchange_a_time_a_host() -> None:
    heads = [
        b"GET http://shop.hostile.test/%d HTTP/1.1\r\nHost: shop.hostile.test" % number for number in range(6)
    ]

    async def at_once(proxy: GateProxy) -> list[bytes]:
        async def one(head: bytes) -> bytes:
            reader, writer = await asyncio.open_connection("127.0.0.1", int(proxy.url.rpartition(":")[2]))
            writer.write(head + b"\r\n\r\n")
            reply = await reader.read()
            writer.close()
            return reply

        return await asyncio.gather(*map(one, heads))

    with Hostile({"shop": page("words")}) as server:
        replies = asyncio.run(with_proxy(server, at_once))
    assert all(reply.endswith(b"words") for reply in replies)
    asked = sorted(server.asked, key=lambda one: one.began)
    assert all(after.began >= before.ended for before, after in pairwise(asked))


async def with_proxy(server: Hostile, work: Callable[[GateProxy], Awaitable[list[bytes]]]) -> list[bytes]:
    proxy = GateProxy(Gate(loopback=True, ways=(("*.hostile.test", Way("127.0.0.1", server.port)),)))
    await proxy.start()
    try:
        return await work(proxy)
    finally:
        await proxy.close()


def test_a_reply_that_never_ends_keeps_the_others_waiting_only_so_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "TURN_SECONDS", 0.2)
    answers: dict[str, Say] = {"shop/slow": lambda _: slow(), "shop": page("words")}

    async def both(proxy: GateProxy) -> list[bytes]:
        port = int(proxy.url.rpartition(":")[2])
        stuck, hand = await asyncio.open_connection("127.0.0.1", port)
        hand.write(b"GET http://shop.hostile.test/slow HTTP/1.1\r\nHost: shop.hostile.test\r\n\r\n")
        await stuck.readuntil(b"\r\n\r\n")
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET http://shop.hostile.test/ HTTP/1.1\r\nHost: shop.hostile.test\r\n\r\n")
        reply = await asyncio.wait_for(reader.read(), 5)
        hand.close()
        writer.close()
        return [reply]

    with Hostile(answers) as server:
        [reply] = asyncio.run(with_proxy(server, both))
    assert reply.endswith(b"words")


def slow() -> list[bytes]:
    return [b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"] + [b"."] * 3
