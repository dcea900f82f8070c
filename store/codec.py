"""Records as JSON lines and back: the language of a bundle."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from store import run_records as records
from store.run_records import Record

_CLASSES: dict[str, type[Any]] = {
    cls.__name__.removesuffix("Record").lower(): cls
    for cls in (
        records.RunRecord,
        records.PageRecord,
        records.FactRecord,
        records.ListingRecord,
        records.OfferRecord,
        records.SightingRecord,
        records.PartialRecord,
        records.SignalRecord,
        records.HintRecord,
        records.SeenRecord,
    )
}
_NAMES = {cls: name for name, cls in _CLASSES.items()}
_START = '{"is":"'
_FLOATISH = re.compile(r'":\s*-?[0-9]+[.eE]')
"""A field that holds a float, or words that look so: such lines alone are looked at twice."""


class BrokenRecordError(Exception):
    """Raised where a line of a bundle is no record that this version knows."""


def _refuse(number: str) -> float:
    raise ValueError(f"{number} is a float: amounts are written as text")


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_CLASSES[name])


def to_line(record: Record) -> str:
    """Write one record as one JSON line, without the line end: `{"is": "offer", ...}`, nulls left out."""
    name = _NAMES[type(record)]
    try:
        written = _adapter(name).dump_json(record, exclude_none=True).decode()
    except ValueError:  # half a character
        return _whole_line(name, record)
    return f'{_START}{name}",{written[1:]}'


def _whole_line(name: str, record: Record) -> str:
    body = _adapter(name).dump_python(record, mode="json", exclude_none=True)
    line = json.dumps({"is": name, **body}, ensure_ascii=False, separators=(",", ":"))
    # half characters, which an escape in a page's JSON may give and no file can hold
    return line.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def from_line(line: str) -> Record:
    """Read one JSON line back into the record that wrote it.

    Raises:
        BrokenRecordError: where the line is no JSON, names no record, holds a float or half a character, or a
            field does not fit.
    """
    try:
        if _FLOATISH.search(line):
            json.loads(line, parse_float=_refuse)
        record: Record = _adapter(_name_of(line)).validate_json(line)
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError) as error:
        raise BrokenRecordError(f"not a record of this version: {line[:120]}") from error
    return record


def _name_of(line: str) -> str:
    if line.startswith(_START):
        return line[len(_START) : line.index('"', len(_START))]
    name: str = json.loads(line)["is"]
    return name
