"""Looks operators' domains up, once a week: a run of its own that keeps every reply as proof, and facts of each domain.

Facts are of the source `registry` and bear the domain as their key, so they are dated observations like any other; they
are no identifiers, so a host or a registrar that many share joins nobody.
"""

from __future__ import annotations

import json
from hashlib import sha256
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from crawlers.fetched import Fetched, Wanted
from crawlers.network.addresses import why_not_public
from crawlers.page import Ask, Fact, Page, PageChangedError
from crawlers.registry import replies
from crawlers.run import Run
from crawlers.source import Source
from crawlers.verdict import Outcome
from store.records import REGISTRY
from store.run_records import FactRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crawlers.network.names import Answers
    from crawlers.verdict import Fate
    from store.run_records import Record

IANA = "https://data.iana.org/rdap/"
ANSWERED = "http://dns.invalid/"
"""Stands for the operator's own resolver in the addresses of pages: WARC readers take http addresses alone as replies."""
_LISTS = {"dns.json": "servers", "ipv4.json": "networks", "ipv6.json": "networks"}
_RECORDS = {"A": "address", "AAAA": "address", "NS": "name_server", "MX": "mail_server", "ASN": "network", "ASN_NAME": "network_operator"}  # fmt: skip


def registry_source(domains: int, base: str, *, loopback: bool) -> Source:
    """Make the source that lookups are made as: a request a host every three seconds, in the time they need."""
    pages = 2 * domains + len(_LISTS)
    asked = Source(name="asked", platform="generic", start=[base + "dns.json"])
    # not validated: its name and its platform are of no folder's
    return asked.model_copy(
        update={
            "name": REGISTRY, "platform": REGISTRY, "max_pages": pages, "timeout_seconds": 600 + 8 * pages,
            "delay_seconds": 0.0 if loopback else 3.0, "loopback": loopback,
            # RDAP is a protocol for programs, as DNS is: its servers speak no robots.txt
            "robots": False,
        }
    )  # fmt: skip


class Lookups(Run):
    """A run over domains in place of pages of goods: IANA's lists first, then each domain's registry and network."""

    def __init__(self, *words: Any, answers: Mapping[str, Answers], base: str = IANA, **more: Any) -> None:  # noqa: ANN401
        self._answers = answers
        self._base = base
        self._servers: dict[str, str] = dict(replies.SERVERS)
        self._networks: dict[str, str] = {}
        self._lists_left = len(_LISTS)
        self._facts: list[FactRecord] = []
        self._trouble: dict[str, str] = {}
        """What kept a domain from being looked up: it is due again the next time."""
        super().__init__(*words, **more)

    def _begin(self) -> None:
        for domain, answers in self._answers.items():
            self._take_answers(domain, answers)
        for name in _LISTS:
            self._want(Ask(url=self._base + name, role=f"list {name}"), first=True)

    def _is_near(self, host: str, ask: Ask) -> bool:  # noqa: ARG002 - registries lie everywhere, and the gate decides
        return True

    def _take_answers(self, domain: str, answers: Answers) -> None:
        """Keep what DNS answered as a page of its own, so that it has a proof like all else."""
        body = json.dumps({"name": domain, "answers": answers}, sort_keys=True).encode()
        page = Page(
            url=f"{ANSWERED}{quote(domain)}", body=body, media_type="application/json", role="dns",
            fetched_at=self._clock(), snapshot=sha256(body).hexdigest(),
        )  # fmt: skip
        self._keep(page, Fetched(url=page.url, status=200, body=body, media_type=page.media_type), None)
        said = [
            (name, _plain(kind, text)) for kind, name in _RECORDS.items() for text in answers.get(kind, ())
        ]
        self._note(page, replies.facts_of(domain, said))
        if not answers:
            self._note(page, replies.facts_of(domain, [("resolves", "no")]))

    def _note(self, page: Page, facts: list[Fact]) -> None:
        self._facts += [
            FactRecord(name=one.name, key=one.key, value=one.value, snapshot=page.snapshot, place=one.place)
            for one in facts
        ]

    def _read(self, wanted: Wanted, page: Page) -> None:
        kind, _, what = wanted.ask.role.partition(" ")
        try:
            if kind == "list":
                learnt = self._servers if _LISTS[what] == "servers" else self._networks
                learnt.update(replies.read_servers(page))
            else:
                read = replies.read_domain if kind == "domain" else replies.read_network
                self._note(page, read(page, what))
        except (PageChangedError, RecursionError) as error:
            self.lose(wanted.ask, "changed", str(error))
            return
        self._went_on(kind)

    def lose(self, ask: Ask, fate: Fate, reason: str) -> None:
        """Note that a reply did not come; a domain that its registry does not know is an answer too."""
        kind, _, what = ask.role.partition(" ")
        if kind in ("domain", "network") and fate != "missing":
            self._trouble[what] = reason
        self._walls = 0  # one registry's wall is not another's
        self._went_on(kind)

    def _went_on(self, kind: str) -> None:
        if kind != "list":
            return
        self._lists_left -= 1
        if self._lists_left == 0:
            self._ask_registries()

    def _ask_registries(self) -> None:
        for domain, answers in self._answers.items():
            base = replies.server_of(domain, self._servers)
            if base:
                self._want(Ask(url=f"{base}domain/{quote(domain)}", role=f"domain {domain}"), first=True)
            address = next((text for kind in ("A", "AAAA") for text in answers.get(kind, ())), "")
            if address and why_not_public(ip_address(address)) is None:
                server = replies.server_of_address(address, self._networks)
                self._want(Ask(url=f"{server}ip/{quote(address)}", role=f"network {domain}"), first=True)

    def _leave_unasked(self) -> None:
        self._trouble |= {
            wanted.ask.role.partition(" ")[2]: "out of time" for queue in self._todo for wanted in queue
        }
        done = [domain for domain in self._answers if domain not in self._trouble]
        day = self._clock().date().isoformat()
        by_domain = {fact.key: fact for fact in self._facts}
        self._facts += [
            FactRecord(name="looked_up", key=domain, value=day, snapshot=by_domain[domain].snapshot, place=by_domain[domain].place)
            for domain in done
        ]  # fmt: skip
        said = f"{len(done)} of {len(self._answers)} domains looked up"
        why = next((f"; {domain}: {reason}" for domain, reason in self._trouble.items()), "")
        fate: Fate = "read" if done else "failed"
        self.outcomes[:] = [
            Outcome(role="registry", lists=True, fate=fate, state=said + why, reason=said + why)
        ]

    def _resolve(self) -> list[Record]:
        return [*self._facts]

    def _keeps(self) -> bool:
        return True


def _plain(kind: str, text: str) -> str:
    """Give an answer in its canonical form, or nothing where it is none: whoever owns a name chooses its records."""
    if kind in ("A", "AAAA"):
        try:
            return str(ip_address(text))
        except ValueError:
            return ""
    if kind in ("NS", "MX"):
        return replies.host_of(text.rsplit(maxsplit=1)[-1] if text.split() else "")
    return "".join(char for char in text if char.isprintable())
