"""Known values at scale, against bare sqlite3 in the same run: how fast they come in, and how fast offers are joined.

`python -m benchmarks.known_rate 25000000 1000000` is the size of the figures (some 12 GB of disk, half an hour); the
default is a size that takes a minute. Rates are of CPU seconds of this process, for the machine may be shared. What
it is at stands on standard error.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, text

from crawlers.accounts import ListOptions, read_accounts
from crawlers.lists import open_list
from crawlers.take_in import few_collections
from store.database import Database, open_database
from store.import_batches import Origin
from store.known import hold
from store.known_files import file_of
from store.known_records import AccountLine, AccountRun, Rejected
from store.links import build
from store.links.exact import want_exact
from store.links.rules import make_rules
from store.links.scope import make_scope
from store.save_accounts import save_accounts

INSERT_TARGET, RAW_TARGET, JOIN_TARGET, MEMORY_TARGET = 3.0, 40_000, 1.5, 1.0
_TOLD = 5_000_000
"""Lines and rows between two words of where it is."""
_EACH = 16
"""Values an account: 25 million of 1.5 million accounts."""
_MIX = 0x9E3779B97F4A7C15
_SPELT = {
    "email": ("u{:x}@mail{}.example.com", "U{:X}@Mail{}.Example.com"),
    "telegram": ("tg_{:x}_{}", "https://t.me/Tg_{:x}_{}"),
    "phone": ("+86138{:08d}", "+86 138 {:08d}"),
    "wechat": ("wx_{:x}_{}", "WX_{:X}_{}"),
    "card_fingerprint": ("fp_{:x}_{}", "fp_{:x}_{}"),
}
_BARE = """
CREATE TABLE known (
    kind TEXT NOT NULL, value TEXT NOT NULL, account_id INTEGER NOT NULL, import_id INTEGER NOT NULL,
    PRIMARY KEY (kind, value, account_id)) WITHOUT ROWID
"""
_PLAIN = "SELECT count(*) FROM shown s CROSS JOIN known k ON k.kind = s.kind AND k.value = s.value"
_SORTED = """
SELECT s.kind, k.value, k.account_id, k.import_id FROM known_shape s CROSS JOIN known_clear k ON k.shape = s.id
ORDER BY k.shape, k.value, k.account_id
"""


def main(values: int = 400_000, shown: int = 40_000) -> int:
    """Measure all, and print a line for each figure; 0 where they hold."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        ours, held = _import(folder, values, canonical=True)
        bare = _insert_bare(folder)
        said = [
            _line(f"import of {held} canonical values: {values / ours:,.0f}/s, bare sorted insert {held / bare:,.0f}/s, "
                  f"times {ours / values * held / bare:.2f}", INSERT_TARGET, ours / values * held / bare)
        ]  # fmt: skip
        joined, plain, memory = _join(folder, values, shown)
        said += [
            _line(f"{shown} shown values against {held} known: {joined:.2f} s, bare index join {plain:.2f} s, "
                  f"times {joined / plain:.2f}", JOIN_TARGET, joined / plain),
            _line(f"private memory at most {memory:.2f} GB", MEMORY_TARGET, memory),
        ]  # fmt: skip
        raw, _ = _import(folder, min(values, 400_000), canonical=False)
        rate = min(values, 400_000) / raw
        said.append(_line(f"raw values a second a core: {rate:,.0f}", -RAW_TARGET, -rate))
    return int(not all(said))


def _line(words: str, target: float, found: float) -> bool:
    held = found <= target
    sys.stdout.write(f"known_rate: {words} (target {abs(target):g}): {'held' if held else 'missed'}\n")
    sys.stdout.flush()
    return held


def _at(words: str) -> None:
    sys.stderr.write(f"{datetime.now(UTC):%H:%M:%S} {words}\n")
    sys.stderr.flush()


def _value(number: int, *, raw: bool) -> tuple[str, str]:
    """Give the kind and value of a number; they come in no order."""
    kinds = list(_SPELT)
    kind = kinds[number % len(kinds)]
    mixed = (number * _MIX) % (1 << 40)
    spelt = _SPELT[kind][raw]
    return kind, spelt.format(mixed % 10**8) if kind == "phone" else spelt.format(mixed, number % 97)


def _write(path: Path, values: int, *, raw: bool) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("account_ref,kind,value,class,banned_at\n")
        for number in range(values):
            if number % _TOLD == 0:
                _at(f"list of {values}: {number} lines written")
            kind, value = _value(number, raw=raw)
            file.write(f"acc-{number // _EACH},{kind},{value},fraudulent,2026-05-01\n")


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _import(folder: Path, values: int, *, canonical: bool) -> tuple[float, int]:
    """Take a list into a new database; gives seconds and how many values are held."""
    path = folder / "list.csv"
    _write(path, values, raw=not canonical)
    with _opened(folder, "known.db" if canonical else "raw.db") as database:
        source, options = open_list(path), ListOptions("anthropic", canonical=canonical)
        now = datetime.now(UTC)
        _at("import")

        def take() -> None:
            with few_collections(), database.writing() as connection:
                report = save_accounts(
                    connection, _told(read_accounts(source, options)), Origin(path.name, ""), now
                )
                assert report.good == values, report.rejected[:3]

        took = _timed(take)
        with database.reading() as connection:
            held = _count(connection)
    path.unlink()
    return took, held


def _told(
    lines: Iterator[AccountLine | AccountRun | Rejected],
) -> Iterator[AccountLine | AccountRun | Rejected]:
    told = 0
    for one in lines:
        if one.line >= told:
            _at(f"import: at line {one.line}")
            told += _TOLD
        yield one
    _at("import: the list is read, the file of known values is sorted")


def _count(connection: Connection) -> int:
    beside = connection.execute(text("SELECT count(*) FROM known_value")).scalar_one()
    return int(beside) + int(connection.execute(text("SELECT count(*) FROM known_clear")).scalar_one())


def _opened(folder: Path, name: str) -> Database:
    hold.FOLD_AT = min(hold.FOLD_AT, 50_000)
    return open_database(f"sqlite:///{folder / name}", write=True)


def _file(folder: Path) -> Path:
    with _opened(folder, "known.db") as database, database.reading() as connection:
        name = connection.execute(text("SELECT name FROM known_file")).scalar_one()
    return file_of(folder / "known.db", name)


def _insert_bare(folder: Path) -> float:
    """Insert the same rows, which come sorted, into a bare table under the settings of our databases."""
    with (
        closing(sqlite3.connect(_file(folder))) as rows,
        closing(sqlite3.connect(folder / "bare.db")) as bare,
    ):
        for setting in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-65536"):
            bare.execute(f"PRAGMA {setting}")
        bare.execute(_BARE)
        found: Iterator[tuple[object, ...]] = iter(rows.execute(_SORTED))
        took = 0.0
        _at("bare sorted insert")
        while batch := list(islice(found, 100_000)):
            took += _timed(partial(bare.executemany, "INSERT INTO known VALUES (?, ?, ?, ?)", batch))
        return took + _timed(bare.commit)


def _join(folder: Path, values: int, shown: int) -> tuple[float, float, float]:
    """Join shown values, one in a hundred of them known, by our exact rule and by a bare index join, in turns."""
    known = values // 100 * 100
    step = max(known // max(shown // 100, 1), 1)
    rows = [
        _value(number * step % known if number % 100 == 0 else values + number, raw=False)
        for number in range(shown)
    ]
    ours, bares = [], []
    with _opened(folder, "known.db") as database, closing(sqlite3.connect(folder / "bare.db")) as bare:
        bare.execute("PRAGMA cache_size=-65536")
        bare.execute("CREATE TABLE shown (kind TEXT, value TEXT)")
        bare.executemany("INSERT INTO shown VALUES (?, ?)", sorted(set(rows)))
        with database.writing() as connection:
            raw = connection.connection.dbapi_connection
            raw.executemany("INSERT INTO identifier (kind, value) VALUES (?, ?)", sorted(set(rows)))  # type: ignore[union-attr]
        _forget_peak()
        _at("join")
        for _ in range(2):
            bares.append(_timed(partial(_ask, bare)))
            ours.append(_timed(partial(_want, database)))
    return min(ours), min(bares), _peak()


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def _peak() -> float:
    """Give the most memory that was resident since, in GB: private memory is less."""
    said = Path("/proc/self/status").read_text("ascii")
    return int(said.split("VmHWM:")[1].split()[0]) / 1e6


def _ask(bare: sqlite3.Connection) -> None:
    bare.execute(_PLAIN).fetchone()


def _want(database: Database) -> None:
    with database.writing() as connection:
        make_rules(connection)
        make_scope(connection, (), {}, full=True)
        connection.execute(text("DROP TABLE IF EXISTS link_wanted"))
        connection.execute(text(build._MAKE_WANTED))  # noqa: SLF001 - what `link` makes first
        want_exact(connection)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
