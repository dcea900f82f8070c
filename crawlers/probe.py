"""Asks a site, in a handful of requests, which program it runs."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawlers.bundle import run_of
from crawlers.crawl import CrawlOptions, crawl
from crawlers.fetched import Wanted
from crawlers.page import Ask, Page
from crawlers.platforms import mall16688, platform_of, shopapi, urls
from crawlers.platforms.jsonld import details_of
from crawlers.run import Run
from crawlers.source import Source
from crawlers.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


MOST_REQUESTS = 4
"""Pages asked for at most until a site has said what it runs; robots.txt comes beside them."""
GENERIC = "generic"
FRONT = "front"
_WEAK = frozenset({"jsonld"})
"""Evidence that any site may show: a program's own outweighs it."""
# Hosts that run one program of their own; a wall before them says so as well as a page.
_BY_HOST = {
    "t.me": "telegram", "telegram.me": "telegram", "pay.ldxp.cn": "shopapi", "catfk.com": "shopapi",
    "www.catfk.com": "shopapi", "wzyp.cn": "shopapi", "16688.com.cn": "16688", "www.16688.com.cn": "16688",
    "funpay.com": "funpay", "sls.g2g.com": "g2g", "www.g2g.com": "g2g", "plati.io": "digiseller",
    "plati.market": "digiseller", "api.digiseller.com": "digiseller", "github.com": "directory",
    "raw.githubusercontent.com": "directory", "gameflip.com": "gameflip", "www.gameflip.com": "gameflip",
    "production-gameflip.fingershock.com": "gameflip", "ggsel.net": "ggsel", "ggsel.com": "ggsel",
}  # fmt: skip
_SETTINGS = ("/api/status", "/api/v1/guest/comm/config")


@dataclass(frozen=True, slots=True)
class Probed:
    """What a site said of itself: its program and the evidence, or why nothing could be learnt (`trouble`)."""

    url: str
    platform: str
    evidence: str
    trouble: str = ""


class Probe(Run):
    """A run that reads nothing but which program its pages come from, and stops when one says so."""

    def _begin(self) -> None:
        self.told: tuple[str, str] | None = None
        self._weak: tuple[str, str] | None = None
        base = urls.base_of(self.source.url)
        self._hosts.add(urls.netloc_of(self.source.url))
        self._want(Ask(url=self.source.url, role=FRONT, lists=True), first=True)
        self._further: deque[Ask] = deque(Ask(url=base + path, role="settings") for path in _SETTINGS)
        if self.source.url.partition("/shop/")[2]:
            self._further = deque(
                next(ask for ask in module.start(self.source.url) if not ask.lists)
                for module in (shopapi, mall16688)
            )

    def next(self) -> Wanted | None:
        """Give the next page to ask for; none once the site has said what it runs."""
        if self.told is not None:
            return None
        if not any(self._todo) and self._further:
            self._want(self._further.popleft())
        return super().next()

    def _read(self, wanted: Wanted, page: Page) -> None:
        found = platform_of(page)
        if found and found[0] in _WEAK:
            self._weak = self._weak or found
        elif found:
            self.told = found
        elif wanted.ask.role == FRONT:
            # a list without structured data may lead to goods that have it
            self._further.extend(ask for ask in details_of(page)[:1])
        self.outcomes.append(Outcome(role=wanted.ask.role, lists=True, fate="read", state="probed"))

    def result(self) -> Probed:
        """Give what the site said, or what kept it from being asked."""
        url = self.source.url
        if self.told:
            return Probed(url, *self.told)
        front = self.outcomes[0] if self.outcomes else None
        if front is None or front.fate != "read":
            why = front.reason if front else "it was not asked"
            return Probed(url, "", "", f"{front.fate if front else 'failed'}: {why}")
        if self._weak:
            return Probed(url, *self._weak)
        return Probed(url, GENERIC, "no known program says so: read by what its pages repeat")


def probe(addresses: Mapping[str, str], spool: Path, *, loopback: bool = False) -> dict[str, Probed]:
    """Ask sites, side by side, which program they run; both mappings are by name.

    Raises:
        UserError: where an address is none, or the spool cannot be written.
    """
    known = {name: found for name, url in addresses.items() if (found := _by_host(url))}
    asked = [probing(name, url, loopback=loopback) for name, url in addresses.items() if name not in known]
    probes: dict[str, Probe] = {}

    def make(source: Source, *words: object, **more: object) -> Probe:
        probes[source.name] = Probe(source, *words, **more)  # type: ignore[arg-type]
        return probes[source.name]

    if asked:
        crawl(asked, CrawlOptions(spool=spool, make_run=make))
    said = known | {name: one.result() for name, one in probes.items()}
    return {name: said[name] for name in addresses if name in said}


def _by_host(url: str) -> Probed | None:
    host = urls.host_of(url)
    platform = _BY_HOST.get(host)
    return Probed(url, platform, f"host {host}") if platform else None


def probing(
    name: str, url: str, *, loopback: bool, platform: str = GENERIC, pages: int = MOST_REQUESTS
) -> Source:
    """Make the source that a few first requests are made as; a site on this machine is asked without pause."""
    return Source(
        name=name, platform=platform, start=[url], max_pages=pages, timeout_seconds=120, loopback=loopback,
        delay_seconds=0 if loopback else 3,
    )  # fmt: skip


def sample_runs(sources: Sequence[Source], spool: Path) -> list[Path]:
    """Crawl the first few pages of each source, and give the bundles in their order."""
    return crawl(sources, CrawlOptions(spool=spool))


def confirmed(said: Probed, bundle: Path) -> Probed:
    """Give what a person says that a site runs, or why its first pages say otherwise; a wall says nothing of that."""
    run = run_of(bundle)
    if run is None or run.verdict not in ("changed", "failed"):
        return said
    why = f"it does not answer as {said.platform}: {run.reason}; leave --platform out to have its software found"
    return replace(said, platform="", trouble=why)
