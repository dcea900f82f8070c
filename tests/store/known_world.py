"""A small market in rows, for tests of what stands on the tables: no bundle, no crawl."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Connection, create_engine, insert, select, text, update
from sqlmodel import SQLModel

import store.price_tables  # noqa: F401 - its tables are referred to by foreign keys
from store import known_files as files
from store import known_tables as known
from store import said_tables as said
from store import tables as market
from store.derivations import DERIVATIONS
from store.import_batches import ImportReport, Origin, table_of
from store.known_records import (
    AccountFields,
    AccountLine,
    AnswerLine,
    KnownValue,
    OfferName,
    ProbeLine,
    ProtectedLine,
    PurchaseLine,
    Withdrawal,
)
from store.links.build import LinkReport, build_links
from store.links.model import Model
from store.peppers import peppered
from store.save_accounts import save_accounts
from store.save_probes import save_answers, save_probes
from store.save_protected import save_protected, withdraw_protected
from store.save_purchases import save_purchases
from store.withdraw_accounts import save_withdrawals
from store.words import words_digest

START = datetime(2026, 5, 1, 12, tzinfo=UTC)
ORIGIN = Origin("test.csv", "0" * 64)
KEY = bytes(range(32))


class World:
    """Rows put in one by one on one connection; every act moves the clock by an hour."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.now = START
        self._ids: dict[tuple[str, ...], int] = {}
        self._count = 0

    def tick(self, hours: float = 1) -> datetime:
        self.now += timedelta(hours=hours)
        return self.now

    def add(self, model: type[SQLModel], **values: Any) -> int:  # noqa: ANN401 - a column's own type
        key = self.connection.execute(insert(table_of(model)).values(**values)).inserted_primary_key
        assert key is not None
        return key[0]  # type: ignore[no-any-return]

    def _once(self, mark: tuple[str, ...], model: type[SQLModel], /, **values: Any) -> int:  # noqa: ANN401
        if mark not in self._ids:
            self._ids[mark] = self.add(model, **values)
        return self._ids[mark]

    def source(self, name: str, verdict: str = "ok", platform: str = "dujiaoka") -> str:
        key = ("source", name)
        if key not in self._ids:
            self._ids[key] = 1
            url = f"https://{name}.example/"
            self.add(market.Source, name=name, platform=platform, url=url, added_at=self.now)
            self.run(name, verdict)
        return f"run-{name}"

    def run(self, source: str, verdict: str = "ok", run_id: str | None = None) -> str:
        run_id = run_id or f"run-{source}"
        self.add(
            market.Run, id=run_id, source=source, started_at=self.now, finished_at=self.now, reported=verdict,
            verdict=verdict, reason="", anchored=True, covers_all=True, keeps=False, pages=1, listings=1, offers=1,
            token=0,
        )  # fmt: skip
        return run_id

    def snapshot(self, source: str) -> int:
        self._count += 1
        return self.add(
            market.Snapshot, sha256=hashlib.sha256(f"{source}{self._count}".encode()).hexdigest(),
            url=f"https://{source}.example/{self._count}", media_type="text/html", size=10, fetched_at=self.now,
            run_id=self.source(source), warc_file="a.warc.gz", warc_offset=self._count, warc_length=9,
        )  # fmt: skip

    def seller(self, source: str, key: str = "operator") -> int:
        self.source(source)
        return self._once(("seller", source, key), market.Seller, source=source, key=key)

    def listing(
        self, source: str, key: str, seller: str = "operator", title: str = "", groups: str = ""
    ) -> int:
        known_key = ("listing", source, key)
        if known_key in self._ids:
            return self._ids[known_key]
        ends = {"source": source, "key": key, "seller_id": self.seller(source, seller)}
        listing = self._once(known_key, market.Listing, url=f"https://{source}.example/buy/{key}", **ends)
        words = title or key
        self.add(
            market.ListingText, listing_id=listing, seen_at=self.now, title=words, text=words, groups=groups,
            text_sha256=hashlib.sha256(words.encode()).hexdigest(), words_sha256=words_digest(words, words),
            snapshot_id=self.snapshot(source), pointer="h1",
        )  # fmt: skip
        return listing

    def offer(self, source: str, key: str, seller: str = "operator", **values: Any) -> int:  # noqa: ANN401
        """Put in an open offer of a listing of its own; `title` and `groups` go to the listing."""
        words = {name: values.pop(name) for name in ("title", "groups") if name in values}
        listing = self.listing(source, key, seller, **words)
        values = {
            "kind": "account",
            "provider": "anthropic",
            "product": "claude-pro",
            "per": "account",
        } | values
        offer = self._once(
            ("offer", source, key), market.Offer, key=f"{source}/{key}", listing_id=listing, **values
        )
        self.add(market.Presence, offer_id=offer, from_at=self.now, opened_by=f"run-{source}")
        return offer

    def end(self, offer: int) -> None:
        """Let an offer go now."""
        table = table_of(market.Presence)
        self.connection.execute(update(table).where(table.c.offer_id == offer).values(until_at=self.now))

    def observe(self, offer: int, source: str, amount: str | None, **values: Any) -> int:  # noqa: ANN401
        self._count += 1
        values = {"currency": "CNY", "observed_at": self.now, "price_text": f"{amount} yuan"} | values
        return self.add(
            market.Observation, offer_id=offer, run_id=f"run-{source}", fingerprint=str(self._count),
            amount=None if amount is None else Decimal(amount), snapshot_id=self.snapshot(source), pointer="b.price",
            span_start=0, span_end=3, **values,
        )  # fmt: skip

    def value(self, observation: int, ratio: str | None, reason: str = "", **values: Any) -> int:  # noqa: ANN401
        worth = None if ratio is None else Decimal(ratio)
        stated = {"book": "fixed", "valued_at": self.now, "ratio": worth, "reason": reason} | values
        return self.add(known.Valuation, observation_id=observation, **stated)

    def fact(self, source: str, name: str, value: str, key: str = "") -> int:
        self.source(source)
        return self.add(
            market.Fact, source=source, name=name, key=key, value=value, observed_at=self.now,
            run_id=f"run-{source}", snapshot_id=self.snapshot(source), pointer="/price",
        )  # fmt: skip

    def shows(self, source: str, kind: str, value: str, seller: str = "operator", **more: str) -> int:
        """Put in a sighting; `role` and `listing` may be said."""
        role, listing = more.get("role", "operator"), more.get("listing", "")
        identifier = self._once(("identifier", kind, value), market.Identifier, kind=kind, value=value)
        listing_id = self.listing(source, listing, seller) if listing else None
        return self._once(
            ("sighting", source, seller, kind, value, role, listing), market.Sighting, identifier_id=identifier,
            seller_id=self.seller(source, seller), listing_id=listing_id, role=role, written=value,
            first_seen_at=self.now, run_id=f"run-{source}", snapshot_id=self.snapshot(source), pointer="p", reader="t",
        )  # fmt: skip

    def masks(
        self, source: str, kind: str, written: str, seller: str = "operator", role: str = "operator"
    ) -> int:
        """Put in a sighting of a masked value."""
        return self._once(
            ("partial", source, seller, kind, written, role), said.PartialSighting, kind=kind, written=written,
            seller_id=self.seller(source, seller), role=role, first_seen_at=self.now, run_id=f"run-{source}",
            snapshot_id=self.snapshot(source), pointer="p", span_start=0, span_end=len(written), reader="t",
        )  # fmt: skip

    def knows(
        self, ref: str, *values: tuple[str, str], class_name: str | None = "fraudulent"
    ) -> ImportReport:
        return self.knows_all([(ref, class_name, values)])

    def tells(
        self, ref: str, kind: str, value: str, *derivations: str, key: bytes = KEY, whole: bool = True
    ) -> ImportReport:
        """Take in a value by digest under `spring`, and digests of what is derived from it."""
        found = [KnownValue(kind, None, peppered(key, kind, value), "spring")] if whole else []
        for name in derivations:
            part = DERIVATIONS[name][1](value)
            found.append(KnownValue(kind, None, peppered(key, kind, part, name), "spring", name))
        line = AccountLine(2, "anthropic", ref, AccountFields(class_name="fraudulent"), tuple(found))
        return save_accounts(self.connection, [line], ORIGIN, self.tick(), reopen=True)

    def knows_all(
        self, accounts: Iterable[tuple[str, str | None, Iterable[tuple[str, str]]]]
    ) -> ImportReport:
        lines = [
            AccountLine(
                number,
                "anthropic",
                ref,
                AccountFields(class_name=name),
                tuple(KnownValue(*one) for one in values),
            )
            for number, (ref, name, values) in enumerate(accounts, start=2)
        ]
        return save_accounts(self.connection, lines, ORIGIN, self.tick(), reopen=True)

    def withdraws(self, ref: str, reason: str = "entered by mistake", *value: str) -> ImportReport:
        line = Withdrawal(2, "anthropic", ref, reason, *value)
        return save_withdrawals(self.connection, [line], ORIGIN, self.tick())

    def protects(self, kind: str, value: str) -> ImportReport:
        return save_protected(self.connection, [ProtectedLine(2, kind, value, "victim")], ORIGIN, self.tick())

    def unprotects(self, kind: str, value: str) -> ImportReport:
        return withdraw_protected(self.connection, [ProtectedLine(2, kind, value)], ORIGIN, self.tick())

    def buys(self, offer: str, ref: str) -> ImportReport:
        day = self.tick().date()
        line = PurchaseLine(2, OfferName(offer), "anthropic", ref, day, "alias-1", "boss", "case-7")
        return save_purchases(self.connection, [line], ORIGIN, self.now)

    def probes(self, offer: str, ref: str) -> ImportReport:
        """Send a probe through an offer; an account answers at once."""
        sent, canary = self.tick(), f"canary-{self.now:%Y%m%d%H}"
        line = ProbeLine(2, OfferName(offer), sent, canary, "", "alias-1", "boss", "case-7")
        save_probes(self.connection, [line], ORIGIN, self.now)
        return save_answers(
            self.connection, [AnswerLine(2, canary, "anthropic", ref, sent)], ORIGIN, self.now
        )

    def link(
        self, *, full: bool = False, model: Model | None = None, keys: Mapping[str, bytes] | None = None
    ) -> LinkReport:
        return build_links(self.connection, self.tick(), full=full, model=model, keys=keys)

    def standing(self) -> list[tuple[Any, ...]]:
        """Give the hops of all links: account, the link's level, rule."""
        return self.rows(
            "SELECT a.account_ref, l.level, h.rule FROM link l JOIN link_hop h ON h.link_id = l.id"
            " JOIN known_account a ON a.id = l.account_id ORDER BY 1, h.path"
        )

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.connection.execute(text(query))]

    def linked(self) -> set[tuple[str, str, str]]:
        """Every link as (source, seller, account_ref)."""
        return {
            (row[0], row[1], row[2])
            for row in self.rows(
                "SELECT s.source, s.key, a.account_ref FROM link l JOIN seller s ON s.id = l.seller_id"
                " JOIN known_account a ON a.id = l.account_id"
            )
        }

    def claims(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Every claim as (source, account_ref) -> (status, reason)."""
        return {
            (row[0], row[1]): (row[2], row[3])
            for row in self.rows(
                "SELECT s.source, a.account_ref, c.status, c.reason FROM claim c JOIN seller s ON s.id = c.seller_id"
                " JOIN known_account a ON a.id = c.account_id"
            )
        }

    def dump(self, model: type[SQLModel], *without: str) -> list[tuple[Any, ...]]:
        """All rows of a table in order, as tuples, some columns left out."""
        table = table_of(model)
        columns = [column for column in table.c if column.name not in without]
        return [tuple(row) for row in self.connection.execute(select(*columns).order_by(*table.primary_key))]


@cache
def _empty() -> bytes:
    connection = sqlite3.connect(":memory:")
    engine = create_engine("sqlite://", creator=lambda: connection)
    SQLModel.metadata.create_all(engine)
    engine.dispose(close=False)
    template = connection.serialize()
    connection.close()
    return template


def open_world() -> World:
    """Make an empty world in memory."""
    raw = sqlite3.connect(":memory:")
    raw.deserialize(_empty())
    files.begin(raw, None)
    raw.rollback()
    connection = create_engine("sqlite://", creator=lambda: raw).connect()
    connection.execute(text("PRAGMA foreign_keys=ON"))
    return World(connection)
