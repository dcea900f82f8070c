"""Names that are nearly equal, and equal ones of two kinds: the same people, or chance. Blocks, then RapidFuzz.

Two names within one edit share their first or their second half; so the halves are the blocks, forward and mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein
from sqlalchemy import text

from store.derivations import NAMED_KINDS
from store.links.names import Name, take_apart
from store.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, TextClause

SKELETON, EDIT, DIGITS, NAME = "skeleton", "edit", "digits", "name"
"""How two names are near: only case, separators or look-alike letters differ; one letter; the digits at the end; the
kinds alone."""
_BLOCK = 200
"""A beginning, an end or a stem that more known names share says nothing: nobody is sought there."""
_LEAST = 6
"""Letters of a name from which one other letter is still a likeness."""
_END = "\U0010ffff"

_COLUMNS = "SELECT kind, value, skeleton, mirror, stem, tail FROM known_name WHERE"
_KINDS = ", ".join(f"'{kind}'" for kind in NAMED_KINDS)
_EQUAL = text(f"{_COLUMNS} kind IN ({_KINDS}) AND skeleton = :words LIMIT {_BLOCK + 1}")
_STEM = text(f"{_COLUMNS} kind = :kind AND stem = :words LIMIT {_BLOCK + 1}")
_FORWARD = text(f"{_COLUMNS} kind = :kind AND skeleton >= :words AND skeleton < :end LIMIT {_BLOCK + 1}")
_MIRRORED = text(f"{_COLUMNS} kind = :kind AND mirror >= :words AND mirror < :end LIMIT {_BLOCK + 1}")
_SHARED = text(f"SELECT DISTINCT skeleton FROM known_name WHERE stem = :words LIMIT {_BLOCK}")  # noqa: S608 - our number


class Near(NamedTuple):
    """A known value that is near a shown one, how, and how many further known names look like it."""

    how: str
    kind: str
    value: str
    alike: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """Asks for known names block by block."""

    connection: Connection

    def near(self, kind: str, value: str) -> list[Near]:
        """Find the known names that are near a shown value, each with the closest way; equal ones of its kind are not."""
        name = take_apart(kind, value)
        if name is None:
            return []
        found: dict[tuple[str, str], Near] = {}
        for one in self._ways(name):
            found.setdefault((one.kind, one.value), one)
        return sorted(found.values())

    def _ways(self, name: Name) -> Iterator[Near]:
        equal = self._rows(_EQUAL, {"words": name.skeleton})
        if KINDS[name.kind].strong:
            alike = [one for one in equal if one.kind == name.kind and _is_other(name, one)]
            for one in alike:
                yield Near(SKELETON, one.kind, one.value, len(alike) - 1)
            yield from self._unlike(name)
        named = [one for one in equal if one.kind != name.kind and _bare(one) == _bare(name)]
        for one in named:
            yield Near(NAME, one.kind, one.value, len(named) - 1)

    def _unlike(self, name: Name) -> Iterator[Near]:
        if len(name.skeleton) >= _LEAST:
            half = len(name.skeleton) // 2
            blocks = (
                *self._range(_FORWARD, name.kind, name.skeleton[:half]),
                *self._range(_MIRRORED, name.kind, name.mirror[: len(name.skeleton) - half]),
            )
            for one in blocks:
                if _is_other(name, one) and _is_one_edit(name, one):
                    how = DIGITS if name.stem and name.stem == one.stem else EDIT
                    yield Near(how, one.kind, one.value, self._stems(name, one))
        if name.stem:
            for one in self._rows(_STEM, {"kind": name.kind, "words": name.stem}):
                if _is_other(name, one):
                    yield Near(DIGITS, one.kind, one.value, self._stems(name, one))

    def _stems(self, name: Name, one: Name) -> int:
        """Count the further known names, of any kind, that bear either one's stem: what many bear is the trade's."""
        stems = {stem for stem in (name.stem, one.stem) if stem}
        asked = (self.connection.execute(_SHARED, {"words": stem}).scalars() for stem in stems)
        found = {skeleton for skeletons in asked for skeleton in skeletons}
        return len(found - {name.skeleton, one.skeleton})

    def _range(self, query: TextClause, kind: str, words: str) -> list[Name]:
        return self._rows(query, {"kind": kind, "words": words, "end": words + _END})

    def _rows(self, query: TextClause, bound: dict[str, str]) -> list[Name]:
        rows = self.connection.execute(query, bound).all()
        return [] if len(rows) > _BLOCK else [Name(*row) for row in rows]


def _is_other(name: Name, one: Name) -> bool:
    return one.value != name.value and one.tail == name.tail


def _is_one_edit(name: Name, one: Name) -> bool:
    return Levenshtein.distance(name.skeleton, one.skeleton, score_cutoff=1) == 1


def _bare(name: Name) -> str:
    return name.value[: len(name.value) - len(name.tail)]
