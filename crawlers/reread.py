"""Proofs read again: whether the words that a hop of a link stands on still stand at their place of the kept page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crawlers.places import mark, text_at
from store.database import Database
from store.evidence import read_snapshot
from store.evidence_files import EvidenceError
from store.links.show import HopRow

_SOME = 80
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Reread:
    """What a proof says when it is read again: `stands` is None where the page could not be read, which `words` tell."""

    stands: bool | None
    words: str


def reread_hops(database: Database, evidence_dir: Path, hops: Iterable[HopRow]) -> list[Reread]:
    """Read the proof of each hop again, in order, each page once; the bytes are verified against their digest."""
    bodies: dict[str, bytes | EvidenceError] = {}
    found = []
    for hop in hops:
        if hop.sha256 not in bodies:
            bodies[hop.sha256] = _body(database, hop.sha256, evidence_dir)
        body = bodies[hop.sha256]
        found.append(
            Reread(stands=None, words=str(body)) if isinstance(body, EvidenceError) else _reread(body, hop)
        )
    return found


def _body(database: Database, sha256: str, evidence_dir: Path) -> bytes | EvidenceError:
    try:
        return read_snapshot(database, sha256, evidence_dir)
    except EvidenceError as fault:
        return fault


def _reread(body: bytes, hop: HopRow) -> Reread:
    there, page = text_at(body, hop.pointer), text_at(body, "") or ""
    for said in filter(None, (hop.written, hop.value)):
        excerpt = mark(there, said, (hop.span_start, hop.span_end)) if there is not None else None
        if excerpt is not None:
            return Reread(stands=True, words=excerpt)
        excerpt = mark(page, said, (None, None))
        if excerpt is not None:
            return Reread(stands=True, words=f"elsewhere on the page: {excerpt}")
    if hop.kind is None and there:
        return _price(there, hop.written or "")
    return Reread(
        stands=False, words=f"{(hop.written or hop.value or 'what was read')!r} does not stand there"
    )


def _price(there: str, price: str) -> Reread:
    """Tell where an offer that was bought stated its price: a number with a currency is put together in many readers."""
    for number in _NUMBER.findall(price):
        alone = re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d)", there)
        excerpt = mark(there, number, alone.span()) if alone else None
        if excerpt is not None:
            return Reread(stands=True, words=excerpt)
    return Reread(
        stands=True,
        words=f"{' '.join(there[:_SOME].split())}… (the price was put together from several places)",
    )
