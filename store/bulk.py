"""Many rows of one table at once: the statement and the columns' own conversions from Core, the rest from the driver.

Core's own executemany spends more time on each row's parameters than SQLite on the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert

from store.columns import Utc


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same two or more columns; values are checked and converted as Core does.

    Raises:
        KeyError: where a row lacks a column that the first one has.
        TypeError: where a time is naive, or an amount is no finite Decimal.
    """
    if not rows:
        return
    if connection.dialect.paramstyle != "qmark":
        connection.execute(insert(table), list(rows))
        return
    names = list(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608 - our names
    by_column = zip(*map(itemgetter(*names), rows), strict=True)
    values = [
        _converted(connection, table, name, column) for name, column in zip(names, by_column, strict=True)
    ]
    connection.exec_driver_sql(statement, list(zip(*values, strict=True)))


def _converted(connection: Connection, table: Table, name: str, values: tuple[Any, ...]) -> Sequence[Any]:
    dialect, kind = connection.dialect, table.c[name].type
    convert: Callable[[Any], Any] | None = kind.dialect_impl(dialect).bind_processor(dialect)
    if convert is None:
        return values
    if isinstance(kind, Utc):
        # a page's rows share its moment, so that few moments stand for many rows
        known = {moment: convert(moment) for moment in set(values)}
        return [known[moment] for moment in values]
    return [None if value is None else convert(value) for value in values]
