"""RDAP replies (RFC 9083) and IANA's lists of who serves them (RFC 9224): strings in, facts out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from typing import Any

from crawlers.page import Fact, Page, PageChangedError
from crawlers.platforms import fields
from store.records import Place

MOST_ENTITIES, MOST_SERVERS, DEEPEST = 50, 20, 4
SERVERS = {
    "com": "https://rdap.verisign.com/com/v1/",
    "net": "https://rdap.verisign.com/net/v1/",
    "org": "https://rdap.publicinterestregistry.org/rdap/",
    "dev": "https://pubapi.registry.google/rdap/",
    "app": "https://pubapi.registry.google/rdap/",
}
"""Who answers for the commonest endings, for when IANA's list cannot be had (as of 2026-11)."""
NETWORKS = "https://rdap.arin.net/registry/"
"""Asked where no list names a network's registry: it sends on to the one that has it."""
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.){1,20}[a-z0-9-]{2,63}")
_MAIL = re.compile(r"[a-z0-9._%+-]{1,64}@[a-z0-9.-]{3,253}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def host_of(text: object) -> str:
    """Give a host name in its canonical form, or nothing where it is none.

    >>> host_of("NS1.Example.COM.")
    'ns1.example.com'
    """
    name = str(text).strip().lower().rstrip(".")
    return name if _HOST.fullmatch(name) else ""


def read_servers(page: Page) -> dict[str, str]:
    """Read IANA's list: an ending or a network to the address of its RDAP server, https before http.

    Raises:
        PageChangedError: where the page is no such list.
    """
    services = fields.dig(page.json(), "services")
    if not isinstance(services, list):
        raise PageChangedError(f"{page.url} lists no services")
    found: dict[str, str] = {}
    for service in services[:5000]:
        if not isinstance(service, list) or len(service) < 2:  # noqa: PLR2004 - names, then addresses
            continue
        names, addresses = service[0], service[1]
        if not isinstance(names, list) or not isinstance(addresses, list):
            continue
        bases = sorted((str(one) for one in addresses if str(one).startswith("http")), reverse=True)
        if bases:
            found |= {str(name).lower(): bases[0].rstrip("/") + "/" for name in names[:3000]}
    return found


def server_of(domain: str, servers: dict[str, str]) -> str | None:
    """Give the address of the RDAP server that answers for a domain: the longest ending that is listed."""
    labels = domain.split(".")
    endings = (".".join(labels[at:]) for at in range(1, len(labels)))
    return next((servers[ending] for ending in endings if ending in servers), None)


def server_of_address(address: str, networks: dict[str, str]) -> str:
    """Give the address of the RDAP server that answers for an address: the narrowest network that is listed."""
    wanted, best = ip_address(address), (-1, NETWORKS)
    for text, base in networks.items():
        try:
            network = ip_network(text)
        except ValueError:
            continue
        if network.version == wanted.version and wanted in network and network.prefixlen > best[0]:
            best = (network.prefixlen, base)
    return best[1]


def read_domain(page: Page, domain: str) -> list[Fact]:
    """Read a domain's registrar, its abuse contact, its name servers and since when it is registered.

    Raises:
        PageChangedError: where the reply is no domain's.
    """
    reply = _reply(page, "domain")
    found = []
    for entity in _entities(reply):
        if "registrar" in _roles(entity):
            found.append(("registrar", _name(entity)))
            found += [("registrar_abuse", mail) for mail in _abuse_mails(entity)]
    for event in fields.rows(reply, "events")[:MOST_SERVERS]:
        if fields.text(event, "eventAction") == "registration":
            day = _DATE.match(fields.text(event, "eventDate"))
            found.append(("registered_on", day[0] if day else ""))
    servers = fields.rows(reply, "nameservers")[:MOST_SERVERS]
    found += [("name_server", host_of(fields.text(one, "ldhName"))) for one in servers]
    return facts_of(domain, found)


def read_network(page: Page, domain: str) -> list[Fact]:
    """Read whose network an address of a domain lies in, and who takes complaints about it.

    Raises:
        PageChangedError: where the reply is no network's.
    """
    reply = _reply(page, "ip network")
    found = [("network_name", fields.text(reply, "name", limit=200))]
    owners = (_name(entity) for entity in _entities(reply) if "registrant" in _roles(entity))
    found += [("network_owner", next(filter(None, owners), ""))]
    found += [("network_abuse", mail) for mail in _abuse_mails(reply)]
    start, end = fields.text(reply, "startAddress"), fields.text(reply, "endAddress")
    found.append(("network_range", f"{start} - {end}" if _is_address(start) and _is_address(end) else ""))
    return facts_of(domain, found)


def facts_of(domain: str, found: list[tuple[str, str]]) -> list[Fact]:
    """Make facts of a domain, each once, without what is empty."""
    said = dict.fromkeys((name, " ".join(value.split())[:300]) for name, value in found if value.strip())
    return [Fact(name=name, key=domain, value=value, place=Place("/")) for name, value in said]


def _reply(page: Page, kind: str) -> dict[str, Any]:
    reply = page.json()
    if not isinstance(reply, dict) or reply.get("objectClassName") != kind:
        raise PageChangedError(f"{page.url} is no {kind} of RDAP")
    return reply


def _entities(reply: dict[str, Any], depth: int = 0) -> Iterator[dict[str, Any]]:
    for entity in fields.rows(reply, "entities")[:MOST_ENTITIES]:
        yield entity
        if depth < DEEPEST:
            yield from _entities(entity, depth + 1)


def _roles(entity: dict[str, Any]) -> list[str]:
    roles = entity.get("roles")
    return [str(role) for role in roles[:20]] if isinstance(roles, list) else []


def _abuse_mails(reply: dict[str, Any]) -> list[str]:
    mails = (
        mail.lower()
        for entity in _entities(reply)
        if "abuse" in _roles(entity)
        for mail in _card(entity, "email")
    )
    return [mail for mail in dict.fromkeys(mails) if _MAIL.fullmatch(mail)][:3]


def _name(entity: dict[str, Any]) -> str:
    return next(iter([*_card(entity, "org"), *_card(entity, "fn")]), "")


def _card(entity: dict[str, Any], wanted: str) -> list[str]:
    """Give the texts of a property of an entity's jCard (RFC 7095): ["vcard", [[name, parameters, type, value]]]."""
    card = entity.get("vcardArray")
    rows = card[1] if isinstance(card, list) and len(card) > 1 and isinstance(card[1], list) else []
    return [
        row[3].removeprefix("mailto:").strip()
        for row in rows[:100]
        if isinstance(row, list) and len(row) > 3 and row[0] == wanted and isinstance(row[3], str) and row[3].strip()  # noqa: PLR2004
    ]  # fmt: skip


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
