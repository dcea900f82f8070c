"""The contract of a feed: its columns and key by version, recorded in contracts/, and written as two kinds of schema.

A recorded contract never changes: a changed column needs a new version, and tests/store/test_feed_contracts.py fails
without one. Within a first number columns are only added, at the end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from store.feeds.feed import ESCAPED, ROW_ID, Feed

RECORDED = Path(__file__).with_name("contracts")
FOLDER = "schemas"
_DECIMAL = r"^-?[0-9]+(\.[0-9]+)?$"
_UTC = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z)?$"
# What a value is in a line of JSON; the same, null among them, stands in every feed.
_JSON: dict[str, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "decimal": {"type": ["string", "null"], "pattern": _DECIMAL},
    "integer": {"type": ["integer", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "utc": {"type": ["string", "null"], "pattern": _UTC},
}
# What a cell is in CSV. A decimal is a string there too, for most readers would make a float of a number.
_TABLE: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "decimal": {"type": "string", "constraints": {"pattern": _DECIMAL[1:-1]}},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    "utc": {"type": "string", "constraints": {"pattern": _UTC[1:-1]}},
}


def contract_of(feed: Feed, meanings: Mapping[str, str]) -> dict[str, Any]:
    """Give the contract of a feed as it is now, with what each column means."""
    columns = [
        {"name": one.name, "type": one.type, "meaning": meanings.get(one.name, "")} for one in feed.written
    ]
    return {
        "name": feed.name,
        "version": feed.schema_version,
        "key": list(feed.key),
        "columns": columns,
    }


@cache
def read_contract(name: str, version: str) -> dict[str, Any] | None:
    """Read a recorded contract, None where there is none."""
    path = RECORDED / f"{name}-{version}.json"
    if not path.is_file():
        return None
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def check_contract(feed: Feed) -> dict[str, Any]:
    """Give the recorded contract of a feed, as one that may be published has.

    Raises:
        ValueError: where none is recorded for its version, or it says other columns.
    """
    found = read_contract(feed.name, feed.schema_version)
    if found is None:
        raise ValueError(f"no contract is recorded of {feed.name} {feed.schema_version}")
    stated = [(one.name, one.type) for one in feed.written]
    if [(one["name"], one["type"]) for one in found["columns"]] != stated or found["key"] != list(feed.key):
        raise ValueError(f"{feed.name} {feed.schema_version} has other columns than its recorded contract")
    return found


def breaks(former: Mapping[str, Any], new: Mapping[str, Any]) -> str | None:
    """Say what a newer contract of the same first number breaks, None where it breaks nothing."""
    before = [(one["name"], one["type"]) for one in former["columns"]]
    after = [(one["name"], one["type"]) for one in new["columns"]]
    if after[: len(before)] != before:
        return "columns were changed, moved or taken away: give it a new first number"
    return None if former["key"] == new["key"] else "the key changed: give it a new first number"


def json_schema(contract: Mapping[str, Any]) -> dict[str, Any]:
    """Write the JSON Schema of a line of a feed's JSON Lines file."""
    columns = [one for one in contract["columns"] if one["name"] != ESCAPED]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"a row of {contract['name']} {contract['version']}",
        "type": "object",
        "properties": {
            one["name"]: _JSON[one["type"]]
            | ({"type": "string"} if one["name"] == ROW_ID else {})
            | {"description": one["meaning"]}
            for one in columns
        },
        "required": [one["name"] for one in columns],
        "additionalProperties": False,
    }


def table_schema(contract: Mapping[str, Any]) -> dict[str, Any]:
    """Write the Table Schema (Frictionless) of a feed's CSV file."""
    fields = [
        {"name": one["name"], **_TABLE[one["type"]], "description": one["meaning"]}
        for one in contract["columns"]
    ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "name": contract["name"],
        "version": contract["version"],
        "fields": fields,
        "primaryKey": [ROW_ID],
        "missingValues": [""],
    }


def schema_files(contract: Mapping[str, Any]) -> dict[str, bytes]:
    """Give the schema files of a feed by their names in a version's directory."""
    name = contract["name"]
    return {
        f"{FOLDER}/{name}.json": _bytes(json_schema(contract)),
        f"{FOLDER}/{name}.table.json": _bytes(table_schema(contract)),
    }


def _bytes(schema: Mapping[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
