"""The same rows in other forms beside a CSV file: gzip, JSON Lines, Parquet; made from the file, cells undone.

An empty cell is null. Decimals are text, so that none becomes a float; moments are Parquet's own, to the microsecond.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.errors import UserError
from store.feeds.csv_file import HashedFile, Size, hash_file, read_rows
from store.feeds.feed import ESCAPED, Column, Feed

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 10_000
_CHUNK = 1 << 20
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Sibling:
    """One other form: what is added to the file's name, its media type, and how it is made."""

    end: str
    media_type: str
    make: Callable[[Path, Feed, int, Path], Size]


def write_gzip(source: Path, feed: Feed, rows: int, path: Path) -> Size:  # noqa: ARG001 - as its siblings
    """Pack a CSV file; equal files give equal bytes."""
    with source.open("rb") as file, path.open("wb") as out:
        with gzip.GzipFile("", "wb", _LEVEL, out, mtime=0) as packed:
            while chunk := file.read(_CHUNK):
                packed.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return hash_file(path, rows)


def write_jsonl(source: Path, feed: Feed, rows: int, path: Path) -> Size:  # noqa: ARG001 - as its siblings
    """Write one object a line, keys in the order of the columns, without `csv_escaped`."""
    with HashedFile(path) as file:
        found = read_rows(source, feed.written)
        while batch := list(islice(found, _BATCH)):
            file.write(b"".join(_line(_values(row, feed.written)) for row in batch), len(batch))
    return file.size


def _line(values: Mapping[str, Any]) -> bytes:
    try:
        return f"{json.dumps(values, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:  # half of a character, which only an escape can hold
        return f"{json.dumps(values)}\n".encode()


def write_parquet(source: Path, feed: Feed, rows: int, path: Path) -> Size:
    """Write the rows as Parquet, packed by zstd.

    Raises:
        UserError: where pyarrow is not installed.
    """
    pa, parquet = _arrow()
    columns = [column for column in feed.written if column.name != ESCAPED]
    types = {
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "utc": pa.timestamp("us", "UTC"),
    }
    schema = pa.schema([(column.name, types.get(column.type, pa.string())) for column in columns])
    with parquet.ParquetWriter(path, schema, compression="zstd") as out:
        for batch in _arrow_batches(source, feed, schema, pa):
            out.write_batch(batch)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return hash_file(path, rows)


def _arrow_batches(source: Path, feed: Feed, schema: pa.Schema, pa: Any) -> Iterator[pa.RecordBatch]:  # noqa: ANN401 - a module
    kinds = {column.name: column.type for column in feed.written}
    found = read_rows(source, feed.written)
    while batch := list(islice(found, _BATCH)):
        arrays = [
            pa.array([_PARQUET[kinds[field.name]](row[field.name]) for row in batch], field.type)
            for field in schema
        ]
        yield pa.record_batch(arrays, schema=schema)


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise UserError(
            "Parquet needs pyarrow, which is not installed: pip install 'resalewatch[parquet]', or leave --parquet out"
        ) from error
    return pa, parquet


def _values(row: Mapping[str, str], of: tuple[Column, ...]) -> dict[str, Any]:
    return {
        column.name: _JSON[column.type](row[column.name])
        for column in of if column.name != ESCAPED
    }  # fmt: skip


def _text(cell: str) -> str | None:
    return cell or None


def _integer(cell: str) -> int | None:
    return int(cell) if cell else None


def _boolean(cell: str) -> bool | None:
    return cell == "true" if cell else None


def _moment(cell: str) -> datetime | None:
    return datetime.fromisoformat(cell) if cell else None


_JSON: dict[str, Callable[[str], Any]] = {
    "text": _text, "decimal": _text, "integer": _integer, "boolean": _boolean, "utc": _text,
}  # fmt: skip
_PARQUET = _JSON | {"utc": _moment}
SIBLINGS = {
    "gzip": Sibling(".csv.gz", "application/gzip", write_gzip),
    "jsonl": Sibling(".jsonl", "application/jsonl; charset=utf-8", write_jsonl),
    "parquet": Sibling(".parquet", "application/vnd.apache.parquet", write_parquet),
}
