"""List prices and rates that the operator hands in, from CSV to values."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from crawlers.lists import Cells, ListFile, source_of
from store.errors import UserError
from store.known_records import Rejected
from store.price_lines import PriceLine
from store.price_seeds import ECB_SOURCE

PRICE_NEEDED = ("provider", "product", "amount", "currency", "from_day", "source")
PRICE_COLUMNS = (*PRICE_NEEDED, "direction", "per", "channel", "region", "until_day")
RATE_COLUMNS = ("currency", "day", "per_usd", "source")
DIRECTIONS = ("input", "output", "cache_read", "cache_write")
PERIODS = ("month", "year", "week", "day")
MOST = Decimal(10) ** 9
MAX_BYTES = 64 << 20
_CURRENCY = re.compile(r"[A-Z]{3,5}\Z")
_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}\Z")
_PLACES = Decimal("0.000001")


def read_prices(source: ListFile) -> Iterator[PriceLine | Rejected]:
    """Read list prices: of a plan for a `per`, or, where `direction` stands, of a model for a million tokens.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(PRICE_NEEDED, PRICE_COLUMNS)
    return source.read(_price)


def read_rates(source: ListFile) -> Iterator[PriceLine | Rejected]:
    """Read rates: units of a currency per US dollar from a day on.

    Raises:
        UserError: where a column is missing or means nothing here.
    """
    source.need_columns(RATE_COLUMNS, RATE_COLUMNS)
    return source.read(_rate)


def read_ecb(path: Path) -> Iterator[PriceLine]:
    """Read the European Central Bank's own file of rates (CSV, or the zip it comes in), crossed by the dollar.

    Raises:
        UserError: where the file is missing, too large, or another.
    """
    reader = csv.DictReader(io.StringIO(_ecb_text(path)), skipinitialspace=True)
    names = [name.strip() for name in reader.fieldnames or ()]
    if names[:1] != ["Date"] or "USD" not in names:
        raise UserError(f"{path} is no list of euro reference rates: give the ECB's eurofxref-hist.zip")
    for line, row in enumerate(reader, 2):
        try:
            yield from _of_day(line, {(name or "").strip(): cell for name, cell in row.items()})
        except (ValueError, InvalidOperation, AttributeError):
            raise UserError(f"{path}, line {line}: no rates of a day; fetch the file again") from None


def _ecb_text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(f"{path} is larger than {MAX_BYTES >> 20} MiB: give the ECB's eurofxref-hist.zip")
        if not zipfile.is_zipfile(path):
            return path.read_text(encoding="utf-8-sig")
        with zipfile.ZipFile(path) as packed:
            first = packed.infolist()[0]
            with packed.open(first) as stream:
                text = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, zipfile.BadZipFile, IndexError, RuntimeError) as error:
        raise UserError(f"{path} is neither CSV nor zip: give the ECB's eurofxref-hist.zip") from error
    if len(text) > MAX_BYTES:
        raise UserError(f"{path} unpacks to more than {MAX_BYTES >> 20} MiB: fetch it again from the ECB")
    return text.decode("utf-8-sig", "replace")


def _of_day(line: int, row: Mapping[str, str]) -> Iterator[PriceLine]:
    day = _day(row["Date"].strip())
    dollar = Decimal(row["USD"].strip())
    rates = {"EUR": Decimal(1)} | {
        name: Decimal(cell.strip())
        for name, cell in row.items()
        if _CURRENCY.match(name) and _is_number(cell)
    }
    for currency, rate in rates.items():
        if currency != "USD" and rate > 0 and dollar > 0:
            per_usd = (rate / dollar).quantize(_PLACES)
            yield PriceLine(
                line, "rate", {"currency": currency, "day": day, "per_usd": per_usd, "source": ECB_SOURCE}
            )


def _is_number(cell: str | None) -> bool:
    return bool(cell and cell.strip() and cell.strip() != "N/A")


def _price(line: int, cells: Cells) -> PriceLine:
    row: dict[str, object] = {
        "provider": _slug(cells, "provider"), "amount": _amount(cells, "amount"), "currency": _currency(cells),
        "channel": cells.get("channel") or "", "region": (cells.get("region") or "").upper(),
        "from_day": _day(cells["from_day"]), "until_day": _day(cells["until_day"]) if cells.get("until_day") else None,
        "source": source_of(cells),
    }  # fmt: skip
    if row["until_day"] is not None and str(row["until_day"]) <= str(row["from_day"]):
        raise ValueError("until_day is not after from_day")
    direction = cells.get("direction") or ""
    if direction:
        if direction not in DIRECTIONS:
            raise ValueError(f"the direction is none of {', '.join(DIRECTIONS)}")
        row |= {"model": _slug(cells, "product"), "direction": direction, "per": "1M_tokens"}
        return PriceLine(line, "model_list_price", row | {"channel": row["channel"] or "api"})
    per = cells.get("per") or "month"
    if per not in PERIODS:
        raise ValueError(f"per is none of {', '.join(PERIODS)}; a model's price needs its direction")
    row |= {"product": _slug(cells, "product"), "per": per, "channel": row["channel"] or "web"}
    return PriceLine(line, "list_price", row | {"region": row["region"] or "US"})


def _rate(line: int, cells: Cells) -> PriceLine:
    return PriceLine(
        line,
        "rate",
        {
            "currency": _currency(cells),
            "day": _day(cells["day"]),
            "per_usd": _amount(cells, "per_usd"),
            "source": source_of(cells),
        },
    )


def _slug(cells: Cells, name: str) -> str:
    if not _SLUG.match(cells[name].lower()):
        raise ValueError(f"the {name} is no short name such as chatgpt-plus")
    return cells[name].lower()


def _amount(cells: Cells, name: str) -> Decimal:
    try:
        found = Decimal(cells[name])
    except InvalidOperation:
        raise ValueError(f"{name} is no number such as 19.99") from None
    if not found.is_finite() or not 0 < found < MOST or len(cells[name]) > 40:  # noqa: PLR2004 - no price is longer
        raise ValueError(f"{name} is not between 0 and {MOST}")
    return found


def _currency(cells: Cells) -> str:
    if not _CURRENCY.match(cells["currency"]):
        raise ValueError("the currency is no code such as USD")
    return cells["currency"]


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ValueError("a day is no ISO 8601 day, such as 2026-05-01") from None
