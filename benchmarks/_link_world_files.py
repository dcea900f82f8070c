"""A generated world's lists, as a provider and analysts hand them in, and its truth."""

from __future__ import annotations

import csv
import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from benchmarks._link_world_market import Page, offer_key, url_of
from benchmarks._link_world_model import Account, World

PROVIDER = "anthropic"
PEPPER_ID = "generated-2026"
_WHO = ("fern", "osei", "case-1")
_ACCOUNT_COLUMNS = (
    "provider", "account_ref", "class", "campaign", "created_at", "banned_at", "kind", "value", "digest", "pepper_id",
    "valid_from", "valid_until",
)  # fmt: skip


def pepper(seed: int) -> bytes:
    """Give the key under which a world's provider makes its digests."""
    return hashlib.sha256(f"pepper of generated world {seed}".encode()).digest()


def digest_of(key: bytes, kind: str, value: str) -> str:
    """Give HMAC-SHA-256(key, kind, a zero byte, canonical value) in hexadecimal digits."""
    return hmac.new(key, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()


def _write_key(path: Path, key: bytes) -> None:
    path.write_bytes(key)
    path.chmod(0o600)


def write_files(world: World, pages: Mapping[str, Page], directory: Path) -> None:
    """Write all lists of a world into a directory."""
    key = pepper(world.seed)
    _write_key(directory / "pepper.key", key)
    rows = (row for account in world.accounts for row in _account_rows(account, key))
    _write(directory / "accounts.csv", _ACCOUNT_COLUMNS, rows)
    _write(directory / "protected.csv", ("kind", "value", "reason"), sorted(set(world.protected)))
    _write_trials(world, directory)
    _write(
        directory / "partials.csv",
        (
            "source",
            "seller",
            "listing",
            "kind",
            "value",
            "role",
            "seen_at",
            "snapshot",
            "pointer",
            "start",
            "end",
        ),
        _partial_rows(world, pages),
    )
    _write(
        directory / "sellers.csv",
        ("source", "seller", "person", "suppliers"),
        ((*seller.name, "" if seller.person is None else seller.person, _suppliers(world, seller.person))
         for seller in world.sellers),
    )  # fmt: skip
    _write(
        directory / "owners.csv",
        ("provider", "account_ref", "person", "class"),
        ((PROVIDER, account.ref, account.person, account.class_name) for account in world.accounts),
    )
    for name, said in (("truth", world.truths), ("decoys", world.decoys)):
        with (directory / f"{name}.jsonl").open("w", encoding="utf-8") as stream:
            for each in said:
                source, seller = each.seller
                row = asdict(each) | {"source": source, "seller": seller, "provider": PROVIDER}
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows(rows)


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _account_rows(account: Account, key: bytes) -> Iterable[Sequence[str]]:
    said = (
        PROVIDER, account.ref, account.class_name, account.campaign, _moment(account.created), _moment(account.banned),
    )  # fmt: skip
    for held in account.values:
        value, digest, pepper_id = held.value, "", ""
        if held.digested:
            value, digest, pepper_id = "", digest_of(key, held.kind, held.value), PEPPER_ID
        yield (*said, held.kind, value, digest, pepper_id, _moment(held.since), _moment(held.until))


def _write_trials(world: World, directory: Path) -> None:
    _write(
        directory / "purchases.csv",
        ("offer", "date", "provider", "account_ref", "buyer", "authorised_by", "case"),
        ((offer_key(each.seller), f"{each.day:%Y-%m-%d}", PROVIDER, each.account_ref, *_WHO) for each in world.purchases),
    )  # fmt: skip
    _write(
        directory / "probes.csv",
        ("offer", "date", "sent_at", "canary", "request_id", "buyer", "authorised_by", "case"),
        ((offer_key(each.seller), f"{each.sent_at:%Y-%m-%d}", _moment(each.sent_at), each.canary,
          f"req-{each.canary[:8]}", *_WHO) for each in world.probes),
    )  # fmt: skip
    _write(
        directory / "answers.csv",
        ("canary", "provider", "account_ref", "seen_at"),
        ((each.canary, PROVIDER, ref, _moment(at)) for each in world.probes for ref, at in each.answers),
    )


def _partial_rows(world: World, pages: Mapping[str, Page]) -> Iterable[Sequence[object]]:
    for seller in world.sellers:
        page = pages[url_of(seller)]
        for shown, (start, end) in zip(seller.shown, page.spans, strict=True):
            if shown.value is None:
                yield (
                    *seller.name, f"{seller.key}-{shown.listing}", shown.kind, shown.written, shown.role,
                    _moment(seller.seen), page.sha256, f"/listings/{shown.listing}/text", start, end,
                )  # fmt: skip


def _suppliers(world: World, person: int | None) -> str:
    return "" if person is None else " ".join(map(str, sorted(world.people[person].suppliers)))
