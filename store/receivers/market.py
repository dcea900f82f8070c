"""What stands beside a claim for receivers that act on a site or a payment: the seller's offers, ways to be paid, hosts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, bindparam, text

from store.columns import Exact, Utc
from store.links.show import place_words
from store.masking import mask_pattern, mask_text
from store.publish_masks import PERSONAL

if TYPE_CHECKING:
    from sqlalchemy import Connection, CursorResult

    from store.receivers.profile import Asked

_OFFERS = """
SELECT o.key AS offer_id, l.url, v.amount, v.currency, v.price_text, v.pointer, v.span_start, v.span_end, n.sha256, shot.sha256 AS picture,
       (SELECT t.title FROM listing_text t WHERE t.listing_id = l.id ORDER BY t.seen_at DESC LIMIT 1) AS title,
       (SELECT max(r.finished_at) FROM run r WHERE r.source = l.source AND r.verdict IN ('ok', 'empty')) AS live_at,
       l.id AS listing_id, l.seller_id,
       (SELECT r.keeps FROM run r WHERE r.source = l.source AND r.verdict IN ('ok', 'empty') AND coalesce(r.event, '') <> 'imported'
        ORDER BY r.finished_at DESC LIMIT 1) AS posted
FROM listing l JOIN offer o ON o.listing_id = l.id
JOIN presence p ON p.offer_id = o.id AND p.until_at IS NULL AND p.missing_since IS NULL
LEFT JOIN observation v ON v.id = (
    SELECT w.id FROM observation w WHERE w.offer_id = o.id ORDER BY w.observed_at DESC, w.id DESC LIMIT 1)
LEFT JOIN snapshot n ON n.id = v.snapshot_id
LEFT JOIN snapshot shot ON shot.id = n.screenshot_id AND shot.purged_at IS NULL
WHERE l.seller_id IN :sellers
"""
_SHOWN = """
SELECT DISTINCT g.seller_id, i.kind, i.value, g.written, g.role FROM sighting g JOIN identifier i ON i.id = g.identifier_id
WHERE g.seller_id IN :sellers
"""
_NAMED_BINS = """
SELECT DISTINCT g.listing_id, i.value FROM sighting g JOIN identifier i ON i.id = g.identifier_id
WHERE g.seller_id IN :sellers AND i.kind = 'bin' AND g.listing_id IS NOT NULL ORDER BY g.listing_id, i.value
"""
_DESCRIPTORS = """
SELECT c.id, k.kind, k.value FROM known_identifier k JOIN claim c ON c.account_id = k.account_id
WHERE k.kind IN ('payment_descriptor', 'bin') AND k.valid_until IS NULL AND k.value IS NOT NULL AND c.status = 'active'
"""
_RECORDS = "SELECT domain, record, value FROM domain_records ORDER BY domain, record, value"
_ALL: BindParameter[Any] = bindparam("sellers", expanding=True)
_CACHED, _FETCHED = 256, 1_000


@dataclass(frozen=True, slots=True)
class OnSale:
    """An offer that stands: where, for how much, in which words, proven by what, and when it was last found live."""

    offer_id: str
    url: str
    amount: Decimal | None
    currency: str | None
    words: str
    sha256: str | None
    place: str
    live_at: datetime | None
    screenshot: str | None = None
    bins: tuple[str, ...] = ()
    """The BINs that the listing itself names. Mostly they are the goods: cards are sold by their BIN."""
    posted: bool = False
    """It is a post of a channel or forum, where nothing is paid."""


class Market:
    """Asks the database what sellers have, and masks what names a person, unless it was asked for in clear."""

    def __init__(self, connection: Connection, asked: Asked) -> None:
        self.connection, self.asked = connection, asked
        self._found: dict[object, Any] = {}
        self._open: list[CursorResult[Any]] = []
        self._records: dict[str, dict[str, list[str]]] | None = None
        self._expected: frozenset[int] = frozenset()
        self._offers: dict[int, tuple[OnSale, ...]] = {}
        self._shown: dict[int, tuple[tuple[str, str, str, str], ...]] = {}
        self._pattern = lru_cache(_CACHED)(self._mask_of)

    def expect(self, sellers: Iterable[int]) -> None:
        """Say whose things will be asked for next: they are read together once one is, and others let go."""
        self._expected = frozenset(sellers)
        self._offers = {one: found for one, found in self._offers.items() if one in self._expected}
        self._shown = {one: found for one, found in self._shown.items() if one in self._expected}

    def offers(self, seller: int) -> tuple[OnSale, ...]:
        """Give a seller's offers that stand, by their ids."""
        if seller not in self._offers:
            self._offers |= self._read_offers((self._expected | {seller}) - self._offers.keys())
        return self._offers[seller]

    def shown(self, seller: int) -> tuple[tuple[str, str, str, str], ...]:
        """Give what a seller ever showed: kind, value, the value as written, role."""
        if seller not in self._shown:
            self._shown |= self._read_shown((self._expected | {seller}) - self._shown.keys())
        return self._shown[seller]

    def _read_offers(self, sellers: frozenset[int]) -> dict[int, tuple[OnSale, ...]]:
        named: dict[int, list[str]] = defaultdict(list)
        all_of = {"sellers": sorted(sellers)}
        for listing, number in self.connection.execute(text(_NAMED_BINS).bindparams(_ALL), all_of):
            named[listing].append(number)
        query = text(_OFFERS).bindparams(_ALL).columns(amount=Exact(), live_at=Utc())
        found: dict[int, list[OnSale]] = {seller: [] for seller in sellers}
        for row in self.connection.execute(query, all_of):
            found[row.seller_id].append(
                OnSale(
                    row.offer_id, row.url, row.amount, row.currency, " ".join(filter(None, (row.title, row.price_text))),
                    row.sha256, place_words(row.pointer or "", row.span_start, row.span_end), row.live_at,
                    row.picture, tuple(named.get(row.listing_id, ())), bool(row.posted),
                )
            )  # fmt: skip
        return {
            seller: tuple(sorted(offers, key=lambda one: one.offer_id)) for seller, offers in found.items()
        }

    def _read_shown(self, sellers: frozenset[int]) -> dict[int, tuple[tuple[str, str, str, str], ...]]:
        found: dict[int, list[tuple[str, str, str, str]]] = {seller: [] for seller in sellers}
        for row in self.connection.execute(text(_SHOWN).bindparams(_ALL), {"sellers": sorted(sellers)}):
            found[row.seller_id].append((row.kind, row.value, row.written, row.role))
        return {seller: tuple(sorted(shown)) for seller, shown in found.items()}

    def paid_by(self, seller: int, claim: str) -> dict[str, list[str]]:
        """Give the seller's own processors, and the descriptors and BINs by which the account was paid for."""
        found: dict[str, set[str]] = defaultdict(set)
        for kind, value, _, role in self.shown(seller):
            if role == "operator" and kind == "payment":
                found[kind].add(value.partition(":")[0])
        known: dict[str, list[tuple[str, str]]] = self.once("descriptors", self._descriptors)
        for kind, value in known.get(claim, ()):
            found[kind].add(value)
        return {kind: sorted(values) for kind, values in found.items()}

    def _descriptors(self) -> dict[str, list[tuple[str, str]]]:
        """Read what the provider knows of all claims' accounts at once, for its values have no index by account."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for claim, kind, value in self.connection.execute(text(_DESCRIPTORS)):
            found[claim].append((kind, value))
        return found

    def records(self, host: str) -> tuple[str, dict[str, list[str]]]:
        """Give the domain of a host that registries were asked about, and what they say of it by kind of record."""
        if self._records is None:
            self._records = defaultdict(lambda: defaultdict(list))
            for domain, record, value in self.connection.execute(text(_RECORDS)):
                self._records[domain][record].append(value)
        labels = host.lower().rstrip(".").split(".")
        for at in range(len(labels) - 1):
            domain = ".".join(labels[at:])
            if domain in self._records:
                return domain, self._records[domain]
        return host, {}

    def masked(self, words: str, seller: int) -> str:
        """Mask what names a person in words about a seller."""
        pattern = None if self.asked.clear else self._pattern(seller)
        return words if pattern is None else mask_text(words, pattern)

    def _mask_of(self, seller: int) -> re.Pattern[str] | None:
        personal = [one for one in self.shown(seller) if one[0] in PERSONAL]
        forms = {
            form
            for _, value, written, _ in personal
            for form in (value, written, written.lstrip("@+"), *_tail(value))
        }
        return mask_pattern(form for form in forms if len(form) > 1)

    def once(self, key: object, find: Callable[[], Any]) -> Any:  # noqa: ANN401 - what `find` gives
        """Give what was found for a key before, or find it now."""
        if key not in self._found:
            self._found[key] = find()
        return self._found[key]

    def ask(self, query: str, **values: Any) -> Iterator[Any]:  # noqa: ANN401 - as the database has them
        """Give the rows of a query; a list among the values stands for all of it."""
        lists: list[BindParameter[Any]] = [
            bindparam(name, expanding=True) for name, value in values.items() if isinstance(value, list)
        ]
        yield from self.connection.execute(text(query).bindparams(*lists), values)

    def in_step(self, query: str) -> Iterator[Any]:
        """Give the rows of a query that may be left unread: a thousand at a time in memory, let go by `close`."""
        found = self.connection.execute(text(query), execution_options={"yield_per": _FETCHED})
        self._open.append(found)
        return iter(found)

    def close(self) -> None:
        """Let go of rows that were not read to the end."""
        while self._open:
            self._open.pop().close()


def _tail(value: str) -> tuple[str, ...]:
    """Give the account of `service:account`, which stands alone in words too."""
    service, sign, account = value.partition(":")
    return (account,) if sign and service.isalnum() else ()
