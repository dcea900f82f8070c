"""datasets.csv: logs, traces and conversations on sale now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from store.feeds.feed import Feed, Gone, Moment, columns, in_batches, place_of

COLUMNS = columns(
    offer_id="text", source="text", seller="text", title="text", provider="text", content="text", models="text",
    records="integer", origin="text", amount="decimal", currency="text", price_per_1000_records="text",
    first_seen_at="utc", confirmed_at="utc", url="text", snapshot_sha256="text", place="text",
)  # fmt: skip
_QUERY = """
SELECT offer_id, source, seller, title, provider, attributes, amount, currency,
       (SELECT min(p.from_at) FROM presence p WHERE p.offer_id = offers_now.offer_row),
       confirmed_at, url, proof, {place}
FROM offers_now WHERE kind = 'dataset' ORDER BY offer_id {bytewise}
""".replace("{place}", place_of("proof_pointer", "proof_start", "proof_end"))
_LARGEST = 1 << 63


def rows(moment: Moment) -> Iterator[tuple[Any, ...]]:
    """Give every dataset on sale by its offer."""
    for *ends, attributes, amount, currency, first, confirmed, url, proof, place in moment.ask(_QUERY):
        said = json.loads(attributes, parse_float=Decimal, parse_int=Decimal) if attributes else {}
        models = said.get("models")
        yield (
            *ends, _words(said.get("content")), " ".join(map(str, models)) if isinstance(models, list) else _words(models),
            _count(said.get("records")), _words(said.get("origin")), amount, currency,
            _words(said.get("price_per_1000_records")), first, confirmed, url, proof, place,
        )  # fmt: skip


def _words(value: object) -> str | None:
    return None if value is None else str(value)


def _count(value: object) -> int | None:
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        return None
    whole = number.is_finite() and abs(number) < _LARGEST and number == int(number)
    return int(number) if whole else None


FEED = Feed(
    "datasets", "1.0.0", COLUMNS, ("offer_id",), in_batches(rows), gone=Gone(reason="it is no longer on sale")
)
