"""Exact column types: money as decimal text, time as UTC text, on SQLite; NUMERIC and timestamptz on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Computed, Dialect, types

from store.moments import stamp
from store.records import plain


class Exact(types.TypeDecorator[Decimal]):
    """A Decimal that comes back as it went in: text on SQLite, NUMERIC elsewhere; floats are refused."""

    impl = types.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        """Choose the database's own exact type."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(types.Text())
        return dialect.type_descriptor(types.Numeric(asdecimal=True))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:  # noqa: ANN401 - the driver's
        """Refuse what is no finite Decimal."""
        if value is None:
            return None
        exact: object = value
        if not isinstance(exact, Decimal) or not exact.is_finite():
            raise TypeError(f"money and ratios are finite Decimals, not {value!r}")
        return plain(value) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ANN401, ARG002
        """Give back the Decimal."""
        return None if value is None else Decimal(value)


class Utc(types.TypeDecorator[datetime]):
    """An aware time, kept in UTC; naive times are refused. Text on SQLite sorts as the times do."""

    impl = types.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> types.TypeEngine[Any]:
        """Choose the database's own type for a moment."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(types.Text())
        return dialect.type_descriptor(types.DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:  # noqa: ANN401 - the driver's
        """Refuse naive times and turn the rest to UTC."""
        if value is None:
            return None
        written = stamp(value)
        return written if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ANN401, ARG002
        """Give back an aware time in UTC."""
        if value is None:
            return None
        if isinstance(value, str):
            value = datetime.fromisoformat(
                value
            )  # thirty times as fast as strptime, for every row has a moment
            if value.tzinfo is None:
                raise ValueError(f"a time that is kept carries its zone, {value!r} does not")
        moment: datetime = value
        return moment.astimezone(UTC)


def as_kept(value: object) -> object:
    """Give a value in the text in which SQLite keeps it, whichever database it comes from."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return stamp(value)
    return value.isoformat() if isinstance(value, date) else value


def shadow(column: str) -> Computed:
    """Give the generated float beside an exact column, that sorts, filters and charts but decides nothing."""
    return Computed(f"CAST({column} AS DOUBLE PRECISION)", persisted=True)
