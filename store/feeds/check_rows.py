"""Checks one CSV file of the feeds row by row: its header, types, safe cells, order and count."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from store.feeds.contract import read_contract
from store.feeds.csv_file import read_lines, wide_cells
from store.feeds.feed import ESCAPED, Column
from store.feeds.neutralise import neutralise, restore
from store.feeds.table import table_of_entry

TOLD = 20
_FORMS = {
    "decimal": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "integer": re.compile(r"-?[0-9]+"),
    "boolean": re.compile("true|false"),
    "utc": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z)?"),
}


def check_rows(path: Path, entry: Mapping[str, Any], start: bytes) -> Iterator[str]:
    """Say what is wrong with a file that an entry of a manifest describes and that begins with `start`.

    Raises:
        csv.Error: where it is no CSV.
        ValueError: where it is no UTF-8, or the entry is none.
        KeyError: likewise.
        TypeError: likewise.
    """
    table = table_of_entry(entry)
    yield from _against_contract(entry)
    with wide_cells(), path.open("rb") as file:
        if file.read(len(start)) != start:
            yield "it does not begin as the manifest's form says"
            return
        file.seek(0)
        lines = read_lines(file)
        rows = csv.reader((line.decode() for line in lines), strict=True)
        if next(rows, None) != table.header:
            yield "its first line does not name the manifest's columns"
            return
        count = told = 0
        last: tuple[str, ...] = ()
        for count, row in enumerate(rows, start=1):
            wrong = list(check_cells(row, table.columns)) if told < TOLD else []
            if not wrong and told < TOLD:
                key = table.sort_key(row)
                wrong = [] if key > last else ["does not follow the row before it by its key"]
                last = key
            told += len(wrong)
            yield from (f"row {count}: {words}" for words in wrong)
    if count != entry.get("rows"):
        yield f"has {count} rows, the manifest says {entry.get('rows')}"


def check_cells(row: Sequence[str], columns: Sequence[Column]) -> Iterator[str]:
    """Say what is wrong with the cells of one row."""
    if len(row) != len(columns):
        yield f"has {len(row)} cells for {len(columns)} columns"
        return
    escaped = row[[column.name for column in columns].index(ESCAPED)].split()
    for name in set(escaped) - {column.name for column in columns if column.type == "text"}:
        yield f"{ESCAPED} names {name[:60]!r}, which is no column of words"
    for cell, column in zip(row, columns, strict=True):
        if column.type == "text":
            safe = restore(cell) if column.name in escaped else cell
            if neutralise(safe) != (cell, column.name in escaped):
                yield f"{column.name} is not neutralised as {ESCAPED} says"
        elif cell and not (column.type in _FORMS and _FORMS[column.type].fullmatch(cell)):
            yield f"{column.name} is no {column.type}"


def _against_contract(entry: Mapping[str, Any]) -> Iterator[str]:
    contract = read_contract(str(entry["schema"])[:60], str(entry["schema_version"])[:20])
    if contract is not None:
        columns = [[one["name"], one["type"]] for one in contract["columns"]]
        if columns != entry["columns"] or contract["key"] != entry["key"]:
            yield f"the manifest's columns are not those of {contract['name']} {contract['version']}"
