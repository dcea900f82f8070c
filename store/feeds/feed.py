"""What a feed is: a name, columns in order, the columns that tell its rows apart, and where its rows come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, text

from store.columns import Utc

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from store.feeds.decided import Decided
    from store.feeds.fallen import Fallen
    from store.peppers import Pepper

ESCAPED = "csv_escaped"
"""The column that names, space by space, the columns of its row whose cells were made safe."""
ROW_ID = "row_id"
"""The column that names a row for good: a hash of the feed's name and of the columns that tell its rows apart."""
TYPES = ("text", "decimal", "integer", "boolean", "utc")
RETRACTED = "retracted"
"""What a column `status` says of a row that was taken back."""
BATCH = 1_000
KEPT = timedelta(days=400)
"""How far back feeds of what happened go, so that who fetches once in that time misses nothing and none grows for ever."""
Batch = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a feed; its meaning stands in docs/feeds.md."""

    name: str
    type: str = "text"


@dataclass(frozen=True, slots=True)
class Moment:
    """What a feed is written from: one state of the database, and when.

    `refused` counts the rows that a feed leaves out on purpose, by reason; the manifest says them.
    """

    connection: Connection
    now: datetime
    refused: Counter[str] = field(default_factory=Counter)
    pepper: Pepper | None = None
    """The key under which values are digested beside themselves, for receivers who hold it."""
    decided: Decided | None = None
    """What was decided of every claim before any feed is written, where the set of feeds decides."""

    @property
    def fallen(self) -> Mapping[str, Fallen]:
        """The claims that leave as retracted, though `link` has not retracted them yet, by their ids."""
        return {} if self.decided is None else self.decided.fallen

    def ask(self, query: str, **values: object) -> Iterator[tuple[Any, ...]]:
        """Give a query's rows as the database holds them, some thousand at a time in memory.

        `{bytewise}` in the query stands after a name in ORDER BY: text is ordered by its bytes in UTF-8.
        """
        for rows in self._ask(query, values):
            yield from rows

    def ask_columns(self, query: str, **values: object) -> Iterator[Batch]:
        """Give the same as batches of columns."""
        for rows in self._ask(query, values):
            yield list(zip(*rows, strict=True))

    def _ask(self, query: str, values: Mapping[str, object]) -> Iterator[list[tuple[Any, ...]]]:
        server = self.connection.dialect.name == "postgresql"
        words = text(query.replace("{bytewise}", 'COLLATE "C"' if server else ""))
        times = [
            bindparam(name, type_=Utc()) for name, value in values.items() if isinstance(value, datetime)
        ]
        found = self.connection.execute(
            words.bindparams(*times), values, execution_options={"yield_per": BATCH}
        )
        if server:
            yield from found.partitions()  # type: ignore[misc] # rows are tuples
            return
        # Not through SQLAlchemy's rows where nothing reads ahead: that is a third of the time of an export.
        cursor: Any = found.cursor
        while rows := cursor.fetchmany(BATCH):
            yield rows
        found.close()


def in_batches(rows: Callable[[Moment], Iterable[Sequence[Any]]]) -> Callable[[Moment], Iterator[Batch]]:
    """Make batches of columns of a function that gives a feed's rows one by one."""

    def batches(moment: Moment) -> Iterator[Batch]:
        found = iter(rows(moment))
        while batch := list(islice(found, BATCH)):
            yield list(zip(*batch, strict=True))

    return batches


def changed(
    batches: Iterator[Batch], change: Callable[[tuple[Any, ...]], tuple[Any, ...] | None]
) -> Iterator[Batch]:
    """Change the rows of batches one by one; None leaves a row out."""
    for batch in batches:
        rows = [row for row in map(change, zip(*batch, strict=True)) if row is not None]
        if rows:
            yield list(zip(*rows, strict=True))


def asked(query: str) -> Callable[[Moment], Iterator[Batch]]:
    """Make batches of columns of a query that gives a feed's columns in their order."""
    return lambda moment: moment.ask_columns(query)


@dataclass(frozen=True, slots=True)
class Gone:
    """What a delta says of a row that is gone: its operation, why, and the columns that its tombstone keeps."""

    op: str = "DEL"
    reason: str = "the row is no longer held"
    retracts: bool = False
    """A row that goes because its claim was taken back is a RETRACT; only where no column `status` says so of a row."""
    keeps: tuple[str, ...] | None = None
    """None: those of the key. Values of persons are left out, for a tombstone outlives what was forgotten."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One table of the feeds.

    `batches` gives rows a thousand or so at a time, as columns in the order of `columns`, then `added`, of values: text,
    Decimal or plain decimal text, int, bool, aware datetime or its text, None where unknown; in_batches and asked make
    it of rows and of a query. The rows ascend by `key`, text by its bytes in UTF-8; a second row of
    the same key is refused. `added` are the columns that came after the first edition: they stand at the end, so
    that who reads by position goes on.
    """

    name: str
    schema_version: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    batches: Callable[[Moment], Iterable[Batch]]
    added: tuple[Column, ...] = ()
    gone: Gone = field(default_factory=Gone)
    kept: timedelta | None = None
    """How far back its rows go, where they tell what happened; the manifest names the moment as `since`."""

    @property
    def file(self) -> str:
        """The CSV file's name."""
        return f"{self.name}.csv"

    @property
    def stated(self) -> tuple[Column, ...]:
        """The columns that `batches` gives, in order."""
        return self.columns + self.added

    @property
    def header(self) -> list[str]:
        """The names of all columns as a file's first line holds them."""
        return [column.name for column in self.written]

    @property
    def written(self) -> tuple[Column, ...]:
        """All columns of a file: the first edition's, the marker of escaped cells, the row's id, what came later."""
        return (*self.columns, Column(ESCAPED), Column(ROW_ID), *self.added)


def columns(**types: str) -> tuple[Column, ...]:
    """Make columns from names and types, in order."""
    assert all(kind in TYPES for kind in types.values())
    return tuple(Column(name, kind) for name, kind in types.items())


def place_of(pointer: str, start: str, end: str) -> str:
    """Give the SQL that writes a place in a snapshot as store.links.show.place_words does."""
    return f"{pointer} || CASE WHEN {start} IS NULL THEN '' ELSE '[' || {start} || ':' || {end} || ']' END"
