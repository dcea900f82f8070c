"""Test purchases that an analyst records, from CSV or the command line to values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from crawlers.lists import Cells, ListFile
from crawlers.platforms.urls import host_of
from crawlers.spreadsheets import check_not_rounded
from store.errors import UserError
from store.judgements import name_of
from store.known_records import OfferName, PurchaseLine, Rejected

ALIASES = {"buyer_alias": "buyer", "case_id": "case", "offer_id": "offer", "title": "offer_title"}
NEEDED = ("date", "account_ref", "buyer", "authorised_by", "case")
COLUMNS = ("offer", "host", "offer_title", "provider", *NEEDED)
MAX_WORD = 512
IDS = ("offer", "account_ref", "case", "canary", "request_id")
"""Columns whose words may be numbers, which a spreadsheet must leave as they are."""
PROVIDER = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}\Z")


def read_purchases(source: ListFile, provider: str | None = None) -> Iterator[PurchaseLine | Rejected]:
    """Read a list of purchases; an offer is named by `offer`, or by the `host` and `offer_title` of its page.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    columns = [ALIASES.get(name, name) for name in source.columns]
    source.need_columns(NEEDED, COLUMNS, ALIASES)
    if "offer" not in columns and not {"host", "offer_title"} <= set(columns):
        raise UserError(f"{source.path} names no offers: add the column offer, or host and offer_title")
    return _read(source, provider or "")


def _read(source: ListFile, provider: str) -> Iterator[PurchaseLine | Rejected]:
    return source.read(
        lambda line, cells: read_purchase(
            line, {"provider": provider} | {name: cell for name, cell in cells.items() if cell}
        )
    )


def read_purchase(line: int, cells: Cells) -> PurchaseLine:
    """Read one purchase from its cells by column.

    Raises:
        ValueError: that says what is missing or wrong.
    """
    said = words_of(cells, COLUMNS)
    why = "who bought what, when, by whose leave and in which case must stand"
    offer = check_words(said, NEEDED, why)
    provider = said["provider"].lower()
    if provider and not PROVIDER.match(provider):
        raise ValueError("the provider is no short name such as anthropic")
    try:
        day = date.fromisoformat(said["date"])
    except ValueError:
        raise ValueError("the date is no ISO 8601 day, such as 2026-05-01") from None
    return PurchaseLine(
        line, offer, provider, said["account_ref"], day, said["buyer"], said["authorised_by"], said["case"]
    )


def words_of(cells: Cells, columns: Sequence[str]) -> dict[str, str]:
    """Give the words of each column by its own name, whichever alias the list has; empty where it has none."""
    found = {ALIASES.get(name, name): cell for name, cell in cells.items()}
    return {name: found.get(name, "").strip() for name in columns}


def check_words(said: Cells, needed: Sequence[str], why: str) -> OfferName:
    """Look at the words of a purchase or a probe, and give the offer that they name.

    Raises:
        ValueError: where one is missing (`why` says what it is for), too long, or changed by a spreadsheet.
    """
    for name in needed:
        if not said[name]:
            raise ValueError(f"{name} is empty: {why}")
    check_lengths(said)
    if name_of(said["buyer"]) == name_of(said["authorised_by"]):
        raise ValueError("buyer and authorised_by are one person: who buys does not allow it, name another")
    if not said["offer"] and not (said["host"] and said["offer_title"]):
        raise ValueError("no offer is named: give offer, or host and offer_title")
    return OfferName(said["offer"], host_of(said["host"]) or said["host"].lower(), said["offer_title"])


def check_lengths(said: Cells) -> None:
    """Let words pass that are no longer than any may be, ids as nobody's spreadsheet changed them.

    Raises:
        ValueError: that names the column.
    """
    for name, cell in said.items():
        if len(cell) > MAX_WORD:
            raise ValueError(f"{name} is longer than {MAX_WORD} characters")
        if name in IDS:
            check_not_rounded(name, cell)
