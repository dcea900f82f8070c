"""A model's price in a group of its station, multiplied exactly from the parts that the view gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, text

from store.records import rounded

_PLACES = 6
_RATIO_PLACES = 4
_QUERY = text(
    "SELECT * FROM model_prices WHERE CAST(:source AS TEXT) IS NULL OR source = :source "
    "ORDER BY source, model, group_name, direction, offer_id"
)


@dataclass(frozen=True, slots=True)
class ModelPrice:
    """`site` in site dollars, exact; `usd` in US dollars to 6 places, None where money or rate is unknown.

    `ratio` is `usd` as a share of the provider's list price to 4 places, None where either is unknown. `row` is the
    view's row, with the parts, the group and the proofs.
    """

    site: Decimal
    usd: Decimal | None
    ratio: Decimal | None
    row: Mapping[Any, Any]


def read_model_prices(connection: Connection, source: str | None = None) -> Iterator[ModelPrice]:
    """Read all model prices that stand, by source, model, group and direction."""
    return (_priced(row) for row in connection.execute(_QUERY, {"source": source}).mappings())


def _priced(found: Mapping[Any, Any]) -> ModelPrice:
    row = dict(found)
    site = Decimal(row["base_amount"]) * Decimal(row["group_multiplier"])
    usd = _in_dollars(site, row)
    return ModelPrice(site, None if usd is None else rounded(usd, _PLACES), _of_list(usd, row), row)


def read_group_prices(connection: Connection) -> Iterator[ModelPrice]:
    """Read the same by offer and group, in the order of their bytes; two of the same group stand by direction."""
    bytewise = 'COLLATE "C"' if connection.dialect.name == "postgresql" else ""
    query = (
        f"SELECT * FROM model_prices ORDER BY offer_id {bytewise}, group_name {bytewise}, model, direction"  # noqa: S608
    )
    return (_priced(row) for row in connection.execute(text(query)).mappings())


def _in_dollars(site: Decimal, row: Mapping[Any, Any]) -> Decimal | None:
    if row["paid_amount"] is None or row["per_usd"] is None:
        return None
    paid = site * Decimal(row["paid_amount"])
    return paid / (Decimal(row["paid_for"]) * Decimal(row["per_usd"]))


def _of_list(usd: Decimal | None, row: Mapping[Any, Any]) -> Decimal | None:
    if usd is None or row["list_currency"] != "USD" or not Decimal(row["list_amount"]):
        return None
    return rounded(usd / Decimal(row["list_amount"]), _RATIO_PLACES)
