"""Test purchases that an analyst records, from CSV or the command line to values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from crawlers.lists import ListFile, ListLine
from crawlers.platforms.urls import host_of
from store.errors import UserError
from store.known_records import OfferName, PurchaseLine, Rejected

ALIASES = {"buyer_alias": "buyer", "case_id": "case", "offer_id": "offer", "title": "offer_title"}
NEEDED = ("date", "account_ref", "buyer", "authorised_by", "case")
COLUMNS = ("offer", "host", "offer_title", "provider", *NEEDED)
MAX_WORD = 512
PROVIDER = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}\Z")


def read_purchases(source: ListFile, provider: str | None = None) -> Iterator[PurchaseLine | Rejected]:
    """Read a list of purchases; an offer is named by `offer`, or by the `host` and `offer_title` of its page.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    columns = [ALIASES.get(name, name) for name in source.columns]
    for name in columns:
        if name not in COLUMNS:
            raise UserError(f"{source.path} has a column {name[:40]!r} that means nothing here: leave it out")
    for name in NEEDED:
        if name not in columns:
            raise UserError(f"{source.path} has no column {name}: name {', '.join(NEEDED)} in its first line")
    if "offer" not in columns and not {"host", "offer_title"} <= set(columns):
        raise UserError(f"{source.path} names no offers: add the column offer, or host and offer_title")
    return _read(source, provider or "")


def _read(source: ListFile, provider: str) -> Iterator[PurchaseLine | Rejected]:
    for line in source.lines():
        if isinstance(line, ListLine):
            cells = {ALIASES.get(name, name): cell for name, cell in line.cells.items()}
            found = read_purchase(line.line, {"provider": provider} | cells)
            yield found if isinstance(found, PurchaseLine) else Rejected(line.line, found, line.raw)
        else:
            yield line


def read_purchase(line: int, cells: dict[str, str]) -> PurchaseLine | str:
    """Read one purchase from its cells by column, or say why it is none."""
    said = {name: cells.get(name, "").strip() for name in COLUMNS}
    for name in NEEDED:
        if not said[name]:
            return f"{name} is empty: who bought what, when, by whose leave and in which case must stand"
    for name, cell in said.items():
        if len(cell) > MAX_WORD:
            return f"{name} is longer than {MAX_WORD} characters"
    if not said["offer"] and not (said["host"] and said["offer_title"]):
        return "no offer is named: give offer, or host and offer_title"
    provider = said["provider"].lower()
    if provider and not PROVIDER.match(provider):
        return "the provider is no short name such as anthropic"
    try:
        day = date.fromisoformat(said["date"])
    except ValueError:
        return "the date is no ISO 8601 day, such as 2026-05-01"
    return PurchaseLine(
        line, OfferName(said["offer"], host_of(said["host"]) or said["host"].lower(), said["offer_title"]), provider, said["account_ref"], day,
        said["buyer"], said["authorised_by"], said["case"],
    )  # fmt: skip
