"""Known names by what is left of them: skeleton, its mirror image, stem; kept beside the known values, to find near ones."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

from store.bulk import insert_many
from store.derivations import NAMED_KINDS, name_of, skeleton, stem
from store.links.marks import read_mark, write_mark
from store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

_BATCH = 20_000
_MARK = "known names"
_KINDS = ", ".join(f"'{kind}'" for kind in NAMED_KINDS)

_FRESH = f"""
SELECT DISTINCT k.kind, k.value FROM known_identifier k
WHERE k.kind IN ({_KINDS}) AND k.value IS NOT NULL AND k.import_id > :last
  AND NOT EXISTS (SELECT 1 FROM known_name n WHERE n.kind = k.kind AND n.value = k.value)
"""  # noqa: S608 - our own names


class Name(NamedTuple):
    """A value's name taken apart; `tail` is what follows it (an address's host), equal wherever names are near."""

    kind: str
    value: str
    skeleton: str
    mirror: str
    stem: str | None
    tail: str


def take_apart(kind: str, value: str) -> Name | None:
    """Take a value's name apart, None for kinds that bear none."""
    name = name_of(kind, value)
    if name is None:
        return None
    bare = skeleton(name)
    return Name(kind, value, bare, bare[::-1], stem(name), value[len(name) :])


def keep_names(connection: Connection) -> None:
    """Take apart the names that came in with the imports since the last time; those taken back do no harm here."""
    newest = connection.execute(text("SELECT max(id) FROM import_batch")).scalar() or 0
    last = int(read_mark(connection, _MARK) or 0)
    if newest == last:
        return
    fresh = iter(connection.execute(text(_FRESH), {"last": last}).all())
    while batch := list(islice(fresh, _BATCH)):
        insert_many(connection, TABLES["known_name"], [name._asdict() for name in _names(batch)])
    write_mark(connection, _MARK, str(newest))


def _names(rows: Iterable[tuple[str, str]]) -> Iterable[Name]:
    return (name for kind, value in rows if (name := take_apart(kind, value)) is not None)
