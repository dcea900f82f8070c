"""The label format: texts as JSON lines in, what they offer as JSON lines out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from crawlers.reading import Context, TextReading, read
from crawlers.reading.identifiers import FORMAT_KINDS
from store.discount import FIXED_BOOK, face_value, value
from store.errors import UserError
from store.records import Money, Offer, plain


def answers(lines: Iterable[str], *, explain: bool) -> Iterator[str]:
    """Read listings, one JSON record a line, and give for each its line of the label format, or what was read in words.

    Raises:
        UserError: where a line is no such record.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        key, text, context = _record(line, number)
        reading = read(text, context)
        if explain:
            yield "\n".join(explained(key, reading, context))
        else:
            yield json.dumps(labelled(key, reading, context), ensure_ascii=False)


def _record(line: str, number: int) -> tuple[str, str, Context]:
    """Take id, text and context out of one line; nothing else of it is ever looked at."""
    try:
        record = json.loads(line)
    except ValueError:
        raise UserError(
            f"line {number} of the input is no JSON: give one object with id, text and context a line"
        ) from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        raise UserError(f"line {number} of the input lacks an id or a text")
    try:
        return str(record["id"]), record["text"], context_of(record.get("context") or {})
    except (ValueError, TypeError, InvalidOperation, AttributeError):
        raise UserError(f"line {number} of the input has a context that is not in the label format") from None


def context_of(stated: Mapping[str, Any]) -> Context:
    """Read a context of the label format; raises ValueError or InvalidOperation where it is none."""
    observed = stated.get("observed")
    recharge = stated.get("recharge")
    return Context(
        recharge=None if recharge is None else Decimal(str(recharge)),
        observed=None if observed is None else date.fromisoformat(observed),
        fx={str(code): Decimal(str(rate)) for code, rate in (stated.get("fx") or {}).items()},
        language=stated.get("language"),
        currency=stated.get("currency"),
    )


def _money(money: Money | None) -> dict[str, str] | None:
    return None if money is None else {"amount": plain(money.amount), "currency": money.currency}


def labelled_offer(offer: Offer, context: Context) -> dict[str, Any]:
    """Give one offer in the label format, valued against the fixed book and the context's rates."""
    ratio = value(offer, FIXED_BOOK.with_rates(context.fx)).ratio
    return {
        "kind": offer.kind,
        "provider": offer.provider,
        "product": offer.product,
        "price": _money(offer.price),
        "per": offer.per,
        "face_value": _money(face_value(offer, FIXED_BOOK)),
        "recharge": None if offer.recharge is None else plain(offer.recharge),
        "group": None if offer.group is None else plain(offer.group),
        "ratio": None if ratio is None else format(ratio, "f"),
        "qualifier": offer.qualifier,
        "coupon": offer.coupon,
    }


def labelled(key: str, reading: TextReading, context: Context) -> dict[str, Any]:
    """Give a reading as one record of the label format, with `partial` beside."""
    return {
        "id": key,
        "offers": [labelled_offer(offer, context) for offer in reading.offers],
        "identifiers": [
            {"type": found.kind, "value": found.value, "normalised": found.normalised, "role": found.role}
            for found in reading.identifiers
            if found.kind in FORMAT_KINDS
        ],
        "signals": list(dict.fromkeys(signal.name for signal in reading.signals)),
        "partial": [{"type": found.kind, "value": found.value} for found in reading.partial],
    }


def explained(key: str, reading: TextReading, context: Context) -> Iterable[str]:
    """Say in words what was read and why each number won or lost."""
    yield f"{key}: {len(reading.offers)} offers, {len(reading.identifiers)} identifiers, {len(reading.signals)} signals"
    book = FIXED_BOOK.with_rates(context.fx)
    for offer in reading.offers:
        worth = value(offer, book)
        name = offer.product or offer.provider or "no provider named"
        price = "no price" if offer.price is None else f"{plain(offer.price.amount)} {offer.price.currency}"
        ratio = "no ratio" if worth.ratio is None else f"ratio {worth.ratio}"
        yield f"  {offer.kind}, {name}: {price}{f' per {offer.per}' if offer.per else ''}; {ratio}: {worth.reason}"
        for candidate in offer.candidates:
            yield f"    {'won ' if candidate.won else 'lost'} {candidate.text!r}: {candidate.reading}; {candidate.why}"
    for found in reading.identifiers:
        yield f"  {found.kind} {found.normalised} ({found.role}) from {found.value!r}"
    for signal in reading.signals:
        yield f"  signal {signal.name}: {signal.words!r}"
