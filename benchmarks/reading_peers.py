"""How much of our labelled texts the field's own tools read: price-parser on prices, ioc-finder on identifiers.

Both get every advantage that can be given without doing their work: price-parser reads each line and each cell by
itself, and its sign counts as any currency that it may stand for; ioc-finder is counted by its own kinds (mail, domain,
address), and once more with each string that it gives tried as every kind and brought into our canonical form, which
is half of our own work. Ours is one reading of the whole text, by amount and currency, by kind and
value. Counts over the labelled texts of tests/reading; of the held-out ones only the totals are printed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

from crawlers.label_format import context_of
from crawlers.reading import read
from crawlers.reading.identifiers import FORMAT_KINDS, canonical

_TEXTS = Path(__file__).parents[1] / "tests" / "reading"
_SETS = ("dev2", "fresh", "held_out")
_OWN = {"email_addresses": "email", "domains": "domain", "ipv4s": "ip"}
"""The kinds of ioc-finder's that are ours too."""
_SIGNS = {
    "¥": {"CNY", "JPY"}, "￥": {"CNY", "JPY"}, "$": {"USD", "TWD", "HKD", "SGD", "AUD", "CAD", "MXN", "ARS", "CLP", "COP"},
    "€": {"EUR"}, "£": {"GBP"}, "₽": {"RUB"}, "₫": {"VND"}, "đ": {"VND"}, "₺": {"TRY"}, "TL": {"TRY"}, "₹": {"INR"}, "₩": {"KRW"},
    "฿": {"THB"}, "R$": {"BRL"}, "Rp": {"IDR"}, "S/": {"PEN"}, "zł": {"PLN"}, "₴": {"UAH"}, "руб": {"RUB"}, "грн": {"UAH"},
    "kr": {"SEK", "NOK", "DKK"}, "Kč": {"CZK"}, "RM": {"MYR"}, "₱": {"PHP"}, "元": {"CNY"}, "円": {"JPY"},
}  # fmt: skip
_CELLS = re.compile(r"[\n|,;，；、]|\s{2,}")

Record = dict[str, Any]
Found = set[tuple[str, str]]
Peer = Callable[[Record, Found], Found]


def main() -> int:
    """Print the figures of all; 0 where the reader finds more than every peer, on every set."""
    held = True
    for name in _SETS:
        lines = (_TEXTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines]
        readings = [read(record["text"], context_of(record.get("context") or {})) for record in records]
        ours = [{_money(offer.price) for offer in one.offers if offer.price} for one in readings]
        held &= _compare(
            f"{name}: prices", records, [_prices_due(one) for one in records], ours, _price_parser()
        )
        named = [{(one.kind, one.normalised) for one in reading.identifiers} for reading in readings]
        mine = [{pair for pair in found if pair[0] in FORMAT_KINDS} for found in named]
        held &= _compare(
            f"{name}: identifiers", records, [_identifiers_due(one) for one in records], mine, _ioc_finder()
        )
    return 0 if held else 1


def _compare(
    what: str, records: list[Record], due: list[Found], ours: list[Found], peers: dict[str, Peer]
) -> bool:
    own = _figures(due, ours)
    said, held = [f"ours {_said(own)}"], True
    for name, find in peers.items():
        other = _figures(due, [find(record, wanted) for record, wanted in zip(records, due, strict=True)])
        said.append(f"{name} {_said(other)}")
        held &= own[2] > other[2]
    if not peers:
        said.append("no peer is installed")
    sys.stdout.write(
        f"reading_peers: {what}: {sum(map(len, due))} due; {'; '.join(said)}: {'held' if held else 'missed'}\n"
    )
    return held


def _figures(due: Iterable[Found], found: Iterable[Found]) -> tuple[float, float, float]:
    """Give precision, recall and F1 over all records."""
    right = wanted = given = 0
    for one, other in zip(due, found, strict=True):
        right, wanted, given = right + len(one & other), wanted + len(one), given + len(other)
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return precision, recall, 2 * right / max(given + wanted, 1)


def _said(figures: tuple[float, float, float]) -> str:
    return f"{figures[0]:.3f} / {figures[1]:.3f} (F1 {figures[2]:.3f})"


def _prices_due(record: Record) -> Found:
    prices = (offer["price"] for offer in record["offers"])
    return {(str(Decimal(price["amount"]).normalize()), price["currency"]) for price in prices if price}


def _money(price: Any) -> tuple[str, str]:  # noqa: ANN401 - store.records.Money
    return str(price.amount.normalize()), price.currency


def _identifiers_due(record: Record) -> Found:
    return {(one["type"], one["normalised"]) for one in record["identifiers"] if one["type"] in FORMAT_KINDS}


def _price_parser() -> dict[str, Peer]:
    try:
        price = import_module("price_parser").Price
    except ImportError:
        return {}

    def find(record: Record, due: Found) -> Found:
        found: Found = set()
        for cell in _CELLS.split(record["text"]):
            one = price.fromstring(cell[:200])
            if one.amount is not None and one.currency:
                amount = str(one.amount.normalize())
                means = sorted(_SIGNS.get(one.currency, {one.currency}))
                found.add(
                    next(((amount, code) for code in means if (amount, code) in due), (amount, means[0]))
                )
        return found

    return {"price-parser": find}


def _ioc_finder() -> dict[str, Peer]:
    try:
        find_iocs = import_module("ioc_finder").find_iocs
    except ImportError:
        return {}

    def by_itself(record: Record, due: Found) -> Found:  # noqa: ARG001 - it is told nothing of what is due
        found = find_iocs(record["text"])
        tried = (
            (kind, canonical(kind, str(value))) for its, kind in _OWN.items() for value in found.get(its, ())
        )
        return {(kind, form) for kind, form in tried if form}

    def helped(record: Record, due: Found) -> Found:
        found: Found = set()
        for values in find_iocs(record["text"]).values():
            for value in values:
                tried = {(kind, form) for kind in FORMAT_KINDS if (form := canonical(kind, str(value)))}
                # One string is one finding: the due one where it can be that, else any.
                found |= tried & due or set(sorted(tried)[:1])
        return found

    return {"ioc-finder": by_itself, "ioc-finder with our links read": helped}


if __name__ == "__main__":
    sys.exit(main())
