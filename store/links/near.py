"""Names that are nearly equal, and equal ones of two kinds: the same people, or chance. Blocks, then RapidFuzz.

Two names within one edit share their first or their second half; so the halves are the blocks, forward and mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein
from sqlalchemy import text

from store.derivations import NAMED_KINDS
from store.links.names import Name, take_apart
from store.records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, TextClause

SKELETON, EDIT, DIGITS, NAME = "skeleton", "edit", "digits", "name"
"""How two names are near: only case, separators or look-alike letters differ; one letter; the digits at the end; the
kinds alone."""
_BLOCK = 200
"""A beginning, an end or a stem that more known names share says nothing: nobody is sought there."""
_LEAST = 6
"""Letters of a name from which one other letter is still a likeness."""
_END = "\U0010ffff"

_KINDS = ", ".join(f"'{kind}'" for kind in NAMED_KINDS)
_EQUAL, _FORWARD, _MIRRORED, _STEM = range(4)
_WAYS = {
    _EQUAL: f"kind IN ({_KINDS}) AND skeleton = :skeleton{{n}}",
    _FORWARD: "kind = :kind{n} AND skeleton >= :head{n} AND skeleton < :head_end{n}",
    _MIRRORED: "kind = :kind{n} AND mirror >= :tail{n} AND mirror < :tail_end{n}",
    _STEM: "kind = :kind{n} AND stem = :stem{n}",
}
_EACH = 20
"""Names that are asked for in one statement: a run shows thousands, and each statement costs more than its rows."""
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

    def near(self, shown: Sequence[tuple[str, str]]) -> Iterator[list[Near]]:
        """Find for each shown kind and value, in order, the known names near it, each with the closest way.

        Equal ones of its own kind are not near.
        """
        for start in range(0, len(shown), _EACH):
            names = [take_apart(kind, value) for kind, value in shown[start : start + _EACH]]
            blocks = self._blocks([name for name in names if name is not None])
            for name in names:
                found: dict[tuple[str, str], Near] = {}
                for one in self._ways(name, next(blocks)) if name is not None else ():
                    found.setdefault((one.kind, one.value), one)
                yield sorted(found.values())

    def _ways(self, name: Name, blocks: list[list[Name]]) -> Iterator[Near]:
        equal = blocks[_EQUAL]
        if KINDS[name.kind].strong:
            alike = [one for one in equal if one.kind == name.kind and _is_other(name, one)]
            for one in alike:
                yield Near(SKELETON, one.kind, one.value, len(alike) - 1)
            for one in (*blocks[_FORWARD], *blocks[_MIRRORED]):
                if _is_other(name, one) and _is_one_edit(name, one):
                    how = DIGITS if name.stem and name.stem == one.stem else EDIT
                    yield Near(how, one.kind, one.value, self._stems(name, one))
            for one in blocks[_STEM]:
                if _is_other(name, one):
                    yield Near(DIGITS, one.kind, one.value, self._stems(name, one))
        named = [one for one in equal if one.kind != name.kind and _bare(one) == _bare(name)]
        for one in named:
            yield Near(NAME, one.kind, one.value, len(named) - 1)

    def _blocks(self, names: Sequence[Name]) -> Iterator[list[list[Name]]]:
        """Give each name's known names by way; a block that is too large is empty, and so are a short name's halves."""
        if not names:
            return
        found: list[list[Name]] = [[] for _ in names for _ in _WAYS]
        bound = {key: said for number, name in enumerate(names) for key, said in _bound(number, name)}
        for block, *known in self.connection.execute(_asked(len(names)), bound).all():
            found[block].append(Name(*known))
        for start in range(0, len(found), len(_WAYS)):
            yield [[] if len(block) > _BLOCK else block for block in found[start : start + len(_WAYS)]]

    def _stems(self, name: Name, one: Name) -> int:
        """Count the further known names, of any kind, that bear either one's stem: what many bear is the trade's."""
        stems = {stem for stem in (name.stem, one.stem) if stem}
        asked = (self.connection.execute(_SHARED, {"words": stem}).scalars() for stem in stems)
        found = {skeleton for skeletons in asked for skeleton in skeletons}
        return len(found - {name.skeleton, one.skeleton})


@cache
def _asked(names: int) -> TextClause:
    """Ask for all blocks of so many names in one statement."""
    return text(
        " UNION ALL ".join(
            f"SELECT * FROM (SELECT {n * len(_WAYS) + way} AS block, kind, value, skeleton, mirror, stem, tail"  # noqa: S608 - our own words
            f" FROM known_name WHERE {words.format(n=n)} LIMIT {_BLOCK + 1}) AS block{n}_{way}"
            for n in range(names)
            for way, words in _WAYS.items()
        )
    )


def _bound(number: int, name: Name) -> Iterator[tuple[str, str | None]]:
    half = len(name.skeleton) // 2
    head = tail = ""
    if len(name.skeleton) >= _LEAST:
        head, tail = name.skeleton[:half], name.mirror[: len(name.skeleton) - half]
    yield f"kind{number}", name.kind
    yield f"skeleton{number}", name.skeleton
    yield f"stem{number}", name.stem or None
    for key, words in (("head", head), ("tail", tail)):
        yield f"{key}{number}", words
        yield f"{key}_end{number}", words and words + _END


def _is_other(name: Name, one: Name) -> bool:
    return one.value != name.value and one.tail == name.tail


def _is_one_edit(name: Name, one: Name) -> bool:
    return Levenshtein.distance(name.skeleton, one.skeleton, score_cutoff=1) == 1


def _bare(name: Name) -> str:
    return name.value[: len(name.value) - len(name.tail)]
