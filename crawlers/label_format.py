"""The label format: texts as JSON lines in, what they offer as JSON lines out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from crawlers.reading import Context, TextReading, read
from crawlers.reading.identifiers import FORMAT_KINDS
from store.discount import FIXED_BOOK, face_value, value
from store.errors import UserError
from store.records import Money, Offer, plain

LEAST_RATE, MOST_RATE, RATE_LENGTH = Decimal(10) ** -9, Decimal(10) ** 9, 40
"""What a recharge or an exchange rate may be; a longer one has no meaning, and written out it could fill a disk."""


def answers(lines: Iterable[str], *, explain: bool, complain: Callable[[str], object]) -> Iterator[str]:
    """Read listings, one JSON record a line, and give for each its line of the label format, or what was read in words.

    A line that is no such record is told to `complain` in one sentence and left out; the others are read all the same.

    Raises:
        UserError: at the end, where any line was left out.
    """
    left_out = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            key, text, context = _record(line)
        except ValueError as fault:
            left_out += 1
            complain(f"line {number} of the input {fault}")
            continue
        reading = read(text, context)
        if explain:
            yield "\n".join(explained(key, reading, context))
        else:
            yield json.dumps(labelled(key, reading, context), ensure_ascii=False)
    if left_out:
        raise UserError(
            f"{left_out} line{'s' if left_out > 1 else ''} of the input could not be read; see above"
        )


def _record(line: str) -> tuple[str, str, Context]:
    """Take id, text and context out of one line; nothing else of it is ever looked at.

    Raises:
        ValueError: where the line is no record, with the end of a sentence that says so.
    """
    try:
        line.encode()
    except UnicodeEncodeError:
        raise ValueError(
            "is not UTF-8: convert the file, for example with iconv -f GB18030 -t UTF-8"
        ) from None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("is no JSON: give one object with id, text and context a line") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        raise ValueError("lacks an id or a text")
    try:
        context = context_of(record.get("context") or {})
    except (ValueError, TypeError, InvalidOperation, AttributeError):
        raise ValueError("has a context that is not in the label format") from None
    return str(record["id"]), record["text"].encode("utf-8", "replace").decode(), context


def context_of(stated: Mapping[str, Any]) -> Context:
    """Read a context of the label format; raises ValueError or InvalidOperation where it is none."""
    observed = stated.get("observed")
    recharge = stated.get("recharge")
    return Context(
        recharge=None if recharge is None else _rate(recharge),
        observed=None if observed is None else date.fromisoformat(observed),
        fx={str(code): _rate(rate) for code, rate in (stated.get("fx") or {}).items()},
        language=stated.get("language"),
        currency=stated.get("currency"),
    )


def _rate(stated: object) -> Decimal:
    rate = Decimal(str(stated)[: RATE_LENGTH + 1])
    if len(str(stated)) > RATE_LENGTH or not (rate.is_finite() and LEAST_RATE <= rate <= MOST_RATE):
        raise ValueError("no rate")
    return rate


def _money(money: Money | None) -> dict[str, str] | None:
    return None if money is None else {"amount": plain(money.amount), "currency": money.currency}


def labelled_offer(offer: Offer, context: Context) -> dict[str, Any]:
    """Give one offer in the label format, valued against the fixed book and the context's rates."""
    ratio = value(offer, FIXED_BOOK.with_rates(context.fx)).ratio
    stated = _stated(offer)
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
    } | ({"stated": stated} if stated else {})


def _stated(offer: Offer) -> dict[str, str]:
    """Give what the words state beside the format's fields: region, mail_class, batch, delivery, what logs hold."""
    warranty = {} if offer.warranty_days is None else {"warranty_days": str(offer.warranty_days)}
    return dict(offer.attributes) | warranty


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
        if stated := _stated(offer):
            yield f"    stated: {', '.join(f'{name} {told}' for name, told in stated.items())}"
        for candidate in offer.candidates:
            yield f"    {'won ' if candidate.won else 'lost'} {candidate.text!r}: {candidate.reading}; {candidate.why}"
    for found in reading.identifiers:
        yield f"  {found.kind} {found.normalised} ({found.role}) from {found.value!r}"
    for signal in reading.signals:
        yield f"  signal {signal.name}: {signal.words!r}"
