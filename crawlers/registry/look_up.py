"""Looks domains up: DNS first, then a run over the registries; leaves its bundle in the spool."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import tldextract

from crawlers.reading.identifiers.hosts import registrable, says_nothing
from crawlers.registry.lookups import IANA, Lookups, registry_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from crawlers.crawl import CrawlOptions
    from crawlers.source import Source

BASE_VARIABLE = "RESALEWATCH_RDAP"
"""Where the lists of registries lie instead of at IANA; then nothing but this machine is reached (tests)."""
MOST = 200
"""Domains of one run; the others are due the next time."""


def choose_domains(domains: Iterable[str], most: int = MOST) -> list[str]:
    """Give the domains that somebody registered for himself: no host under a shared ending, no platform's own."""
    extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)  # by the endings of registries alone
    own = (
        one
        for one in domains
        if registrable(one) == one == extract(one).top_domain_under_public_suffix
        and not says_nothing(one, one)
    )
    return [one for one, _ in zip(own, range(most), strict=False)]


def source_of(domains: Sequence[str]) -> Source:
    """Give the source that so many domains are looked up as."""
    base = os.environ.get(BASE_VARIABLE, "")
    return registry_source(len(domains), base or IANA, loopback=bool(base))


def look_up(domains: Sequence[str], options: CrawlOptions) -> list[Path]:
    """Look domains up and give the bundle.

    Raises:
        UserError: where no resolver can be asked, or the spool cannot be written.
    """
    from crawlers.crawl import crawl
    from crawlers.network.names import ask_names, make_resolver

    answers = asyncio.run(ask_names(domains, make_resolver()))
    source = source_of(domains)

    def make(*words: object, **more: object) -> Lookups:
        return Lookups(*words, answers=answers, base=source.url.removesuffix("dns.json"), **more)

    return crawl([source], replace(options, make_run=make))
