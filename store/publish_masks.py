"""Persons' values out of a published copy: masked wherever they stand, each by what still tells two apart."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import re2

from store.masking import digits_apart, written_forms
from store.publish_columns import BLANKED, SEARCHED, SOURCE_OF, VALUED
from store.retention import CLASS_OF, PERSON

PERSONAL = frozenset({name for name, kept in CLASS_OF.items() if kept == PERSON} | {"payment", "ip"})
"""Kinds of identifiers that may name a person; shops, domains, wallets and codes name a trade."""
_LEAST = 4
"""Shorter values stand in too many other words to be sought in them."""
_SHOWN = 2
_KINDS = sorted(PERSONAL)
_MARKS = ", ".join("?" * len(_KINDS))
_NOT_DIGITS = re.compile(r"\D")


@dataclass
class Stands:
    """What stands for the values of one source: by the letters in which one is written, or by its digits."""

    by_form: dict[str, str] = field(default_factory=dict)
    by_digits: dict[str, str] = field(default_factory=dict)

    def add(self, written: Iterable[str], stands: str) -> None:
        """Take up a value in all ways in which it is written."""
        for one in written:
            if len(one) < _LEAST:
                continue
            for form in written_forms(one):
                self.by_form[form.lower()] = stands
                if digits_apart(form):
                    self.by_digits[_NOT_DIGITS.sub("", form)] = stands

    def pattern(self) -> re2._Regexp:
        """Make the pattern of them all, the longest first."""
        words = sorted(self.by_form, key=lambda word: (-len(word), word))
        return re2.compile("(?i)" + "|".join([*map(re2.escape, words), *map(digits_apart, self.by_digits)]))

    def of(self, found: str) -> str:
        """Give what stands for words that the pattern found."""
        return self.by_form.get(found.lower()) or self.by_digits.get(_NOT_DIGITS.sub("", found), "***")


def mask_copy(part: Path) -> int:
    """Mask personal values wherever the copy holds them, and give how many there were."""
    with closing(sqlite3.connect(part)) as copy:
        copy.execute("PRAGMA secure_delete=ON").close()
        by_source = _values_by_source(copy)
        for table, columns in SEARCHED.items():
            _mask_words(copy, table, columns, by_source)
        count = _mask_values(copy) + _mask_filed(copy)
        _blank(copy)
        copy.commit()
        copy.execute("VACUUM")
    return count


def masked(value: str, number: int) -> str:
    """Keep a value's ends and its row's number: two rows stay two, and nobody is named.

    >>> masked("fastkeys_kf", 7), masked("someone@mail.example", 8), masked("abc", 9)
    ('fa***kf#7', 'so***@mail.example#8', '***#9')
    """
    name, sign, host = value.partition("@")
    if sign and name and "." in host:
        return f"{name[:_SHOWN]}***@{host}#{number}"
    if len(value) <= 2 * _SHOWN:
        return f"***#{number}"
    return f"{value[:_SHOWN]}***{value[-_SHOWN:]}#{number}"


def _values_by_source(copy: sqlite3.Connection) -> dict[str, Stands]:
    """Give, for each source, its personal values as written and as compared, each with what stands for it."""
    query = (
        "SELECT DISTINCT s.source, i.id, i.value, g.written FROM sighting g JOIN seller s ON s.id = g.seller_id"  # noqa: S608 - marks alone
        f" JOIN identifier i ON i.id = g.identifier_id WHERE i.kind IN ({_MARKS})"
    )
    found: dict[str, Stands] = {}
    for source, number, value, written in copy.execute(query, _KINDS):
        found.setdefault(source, Stands()).add(
            (value, written, written.lstrip("@+"), value.lstrip("+")), masked(value, number)
        )
    return {source: stands for source, stands in found.items() if stands.by_form}


def _mask_words(
    copy: sqlite3.Connection, table: str, columns: tuple[str, ...], by_source: Mapping[str, Stands]
) -> None:
    sources: dict[str, list[int]] = {}
    for number, source in copy.execute(SOURCE_OF[table]):
        if source in by_source:
            sources.setdefault(source, []).append(number)
    names = ", ".join(columns)
    sets = ", ".join(f"{column} = ?" for column in columns)
    for source, numbers in sources.items():
        stands = by_source[source]
        pattern = stands.pattern()
        changes = []
        for number in numbers:
            row = copy.execute(f"SELECT {names} FROM {table} WHERE rowid = ?", (number,)).fetchone()  # noqa: S608 - our names
            fresh = tuple(None if cell is None else _replaced(pattern, stands, cell) for cell in row)
            if fresh != row:
                changes.append((*fresh, number))
        copy.executemany(f"UPDATE {table} SET {sets} WHERE rowid = ?", changes)  # noqa: S608 - our names


def _replaced(pattern: re2._Regexp, stands: Stands, cell: str) -> str:
    words: str = pattern.sub(lambda found: stands.of(found.group()), cell)
    return words


def _mask_values(copy: sqlite3.Connection) -> int:
    count = 0
    for table in VALUED:
        rows = copy.execute(
            f"SELECT id, value FROM {table} WHERE value IS NOT NULL AND kind IN ({_MARKS})",  # noqa: S608 - our names
            _KINDS,
        ).fetchall()
        copy.executemany(f"UPDATE {table} SET value = ? WHERE id = ?", _fresh(rows))  # noqa: S608 - our names
        count += len(rows)
    return count


def _fresh(rows: list[tuple[int, str]]) -> Iterator[tuple[str, int]]:
    return ((masked(value, number), number) for number, value in rows)


def _mask_filed(copy: sqlite3.Connection) -> int:
    """Mask what came from the file of known values; digests of a person's values are no clear values."""
    shapes = copy.execute(f"SELECT id FROM known_shape WHERE kind IN ({_MARKS})", _KINDS).fetchall()  # noqa: S608 - marks alone
    count = 0
    for (shape,) in shapes:
        rows = copy.execute("SELECT * FROM known_clear WHERE shape = ?", (shape,)).fetchall()
        copy.execute("DELETE FROM known_clear WHERE shape = ?", (shape,))
        fresh = ((row[0], masked(row[1], number), *row[2:]) for number, row in enumerate(rows, count + 1))
        copy.executemany("INSERT INTO known_clear VALUES (?, ?, ?, ?)", fresh)
        count += len(rows)
    return count


def _blank(copy: sqlite3.Connection) -> None:
    for table, columns in BLANKED.items():
        sets = ", ".join(f"{column} = '***'" for column in columns)
        copy.execute(f"UPDATE {table} SET {sets}")  # noqa: S608 - our names
    copy.execute("UPDATE judgement SET who = '***' || id")  # two who judged stay two
    copy.execute("UPDATE judgement SET undone_by = '***' WHERE undone_by IS NOT NULL")
    copy.execute("UPDATE run SET reason = 'brought in by hand' WHERE event = 'imported'")
    copy.execute(
        "UPDATE known_name SET value = '***#' || rowid, skeleton = '', mirror = '', stem = NULL, tail = ''"
    )
    copy.execute(f"UPDATE known_span SET key = '***#' || rowid WHERE kind IN ({_MARKS})", _KINDS)  # noqa: S608 - marks alone
    copy.execute(f"UPDATE link_hop SET known_key = '***' WHERE known_kind IN ({_MARKS})", _KINDS)  # noqa: S608 - marks alone
    copy.execute(
        f"UPDATE sighting SET written = '***' WHERE identifier_id IN (SELECT id FROM identifier WHERE kind IN ({_MARKS}))",  # noqa: S608 - marks alone
        _KINDS,
    )
